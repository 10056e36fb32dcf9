//! Names of files that are no names below their folder: paths of somebody's disk, web addresses, paths that lead out.
//!
//! What is proposed instead is a file that is there; if none fits, the file has to be put there first.

use crate::diag::Message;

/// Says what is wrong with the shape of a name below a folder; `None` if it could be one. `find` returns the file that a
/// path on another disk means.
pub(super) fn misnamed<'f>(
    name: &str,
    folder: &str,
    find: impl FnOnce(&str) -> Option<&'f str>,
) -> Option<Message> {
    let path = name.replace('\\', "/");
    let mut parts = path.split('/');
    let (fa, en) = if name.contains("://") && !name.starts_with("file:") {
        ("این نشانی اینترنتی است، نه نام فایل.", "This is a web address, not a file.")
    } else if path.starts_with("file:") || path.chars().nth(1) == Some(':') {
        (
            "این مسیر فایل در رایانهٔ شماست، نه نام آن در سایت.",
            "This is a path on your computer, not a name below the folder.",
        )
    } else if name.contains('\\') {
        ("در نام فایل \\ آمده است.", "There is a \\ in the file's name.")
    } else if path.starts_with(&format!("{folder}/")) {
        ("نام پوشهٔ اصلی در نام فایل آمده است.", "The name of the folder stands in the file's name.")
    } else if parts.any(|part| matches!(part, "" | "." | "..")) {
        (
            "نام فایل باید از درون پوشه باشد، بدون / در آغاز و بدون «..».",
            "A file is named from inside its folder, without a leading / and without «..».",
        )
    } else {
        return None;
    };
    let message = Message::new(fa, en);
    let last = path.rsplit('/').next().unwrap_or_default().split(['?', '#']).next().unwrap_or_default();
    Some(match find(&path) {
        Some(file) => message.hint(format!("بنویسید «{file}»."), format!("Write `{file}`.")),
        None if last.is_empty() => message.hint(
            format!("فایل را در پوشهٔ {folder} بگذارید و نامش را بنویسید."),
            format!("Put the file under {folder} and write its name."),
        ),
        None => message.hint(
            format!("فایل را در پوشهٔ {folder} بگذارید و نامش را بنویسید: «{last}»"),
            format!("Put the file under {folder} and write its name: `{last}`"),
        ),
    })
}
