//! Names of files: relative to their folder, with `/`, never out of it.

use super::super::row::Value;
use super::codes;
use super::scalar::Slip;
use crate::diag::Message;

/// A file under `content/media/`. Whether it exists and may be published is for `content` and `media` to say.
pub(super) fn media(text: &str) -> Result<Value, Slip> {
    check(text, "content/media").map_err(|message| (codes::BAD_PATH, message))
}

/// A `.geojson` file under `content/neighborhoods/`.
pub(super) fn boundary(text: &str) -> Result<Value, Slip> {
    let extension = text.rsplit_once('.').map_or("", |(_, extension)| extension);
    if !extension.eq_ignore_ascii_case("geojson") {
        let message = Message::new(
            "مرز باید فایلی با پسوند ‎.geojson‎ باشد.",
            "A boundary is a file that ends in .geojson.",
        )
        .hint(
            "فایل را در پوشهٔ content/neighborhoods بگذارید و نامش را بنویسید، مانند sheikhabad.geojson",
            "Put the file under content/neighborhoods and write its name, as in sheikhabad.geojson",
        );
        return Err((codes::BAD_PATH, message));
    }
    check(text, "content/neighborhoods").map_err(|message| (codes::BAD_PATH, message))
}

fn check(text: &str, folder: &str) -> Result<Value, Message> {
    let hint = |fa: String, en: String| (fa, en);
    let last = text.rsplit(['/', '\\']).next().unwrap_or("");
    let (fa, en, (hint_fa, hint_en)) = if text.contains("://") {
        (
            "این نشانی اینترنتی است، نه نام فایل.",
            "This is a web address, not a file.",
            hint(
                format!("فایل را در پوشهٔ {folder} بگذارید و نامش را بنویسید: {last}"),
                format!("Put the file under {folder} and write its name: {last}"),
            ),
        )
    } else if text.contains('\\') {
        let path = text.replace('\\', "/");
        (
            "در نام فایل \\ آمده است.",
            "There is a \\ in the file's name.",
            hint(format!("به جای \\ بنویسید /: {path}"), format!("Write / for \\: {path}")),
        )
    } else if let Some(rest) = text.strip_prefix(folder).and_then(|rest| rest.strip_prefix('/')) {
        (
            "نام پوشهٔ اصلی در نام فایل آمده است.",
            "The name of the folder stands in the file's name.",
            hint(format!("تنها بنویسید: {rest}"), format!("Write only: {rest}")),
        )
    } else if text.starts_with('/') || text.split('/').any(|part| matches!(part, "" | "." | "..")) {
        (
            "نام فایل باید از درون پوشه باشد، بدون / در آغاز و بدون «..».",
            "A file is named from inside its folder, without a leading / and without «..».",
            hint(
                format!("فایل را در پوشهٔ {folder} بگذارید و بنویسید: {last}"),
                format!("Put the file under {folder} and write: {last}"),
            ),
        )
    } else {
        return Ok(Value::Text(text.to_owned()));
    };
    Err(Message::new(fa, en).hint(hint_fa, hint_en))
}
