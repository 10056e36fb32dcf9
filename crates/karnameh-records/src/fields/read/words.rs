//! Values that are one word of a few, or one word of a fixed shape.

use super::super::row::Value;
use super::super::{Word, suggest};
use super::scalar::Slip;
use super::{codes, shown};
use crate::diag::Message;
use crate::diag::codes::{can_be_allowed, find};
use crate::persian::numbers::ascii_digits;
use crate::persian::text::fold_key;

const YES: [&str; 4] = ["true", "yes", "بله", "آری"];
const NO: [&str; 4] = ["false", "no", "خیر", "نه"];

pub(super) fn bool(text: &str) -> Result<Value, Slip> {
    let word = fold_key(text);
    let is = |words: [&str; 4]| words.iter().any(|one| fold_key(one) == word);
    if is(YES) {
        Ok(Value::Bool(true))
    } else if is(NO) {
        Ok(Value::Bool(false))
    } else {
        let message = Message::new(
            format!("«{}» نه بله است و نه خیر.", shown(text)),
            format!("`{}` is neither yes nor no.", shown(text)),
        )
        .hint("بنویسید «بله» یا «خیر».", "Write true or false.");
        Err((codes::BAD_BOOL, message))
    }
}

pub(super) fn choice(text: &str, choices: &'static [Word]) -> Result<Value, Slip> {
    let exact = choices.iter().find(|choice| choice.en == text || choice.fa == text);
    let found = exact.or_else(|| {
        let word = fold_key(text);
        choices.iter().find(|choice| fold_key(choice.en) == word || fold_key(choice.fa) == word)
    });
    found.map(|choice| Value::Choice(choice.en)).ok_or_else(|| (codes::BAD_CHOICE, bad_choice(text, choices)))
}

fn bad_choice(text: &str, choices: &[Word]) -> Message {
    let near = suggest::closest(text, choices.iter().flat_map(|choice| [choice.en, choice.fa]));
    let (near_fa, near_en) = near.map_or((String::new(), String::new()), |word| {
        (format!("شاید «{word}»؟ "), format!("Did you mean `{word}`? "))
    });
    let fa: Vec<String> = choices.iter().map(|choice| format!("«{}»", choice.fa)).collect();
    let en: Vec<String> = choices.iter().map(|choice| format!("`{}`", choice.en)).collect();
    Message::new(
        format!("«{}» از واژه‌های این فیلد نیست.", shown(text)),
        format!("`{}` is not one of this field's values.", shown(text)),
    )
    .hint(
        format!("{near_fa}یکی از این‌ها را بنویسید: {}.", fa.join("، ")),
        format!("{near_en}Write one of: {}.", en.join(", ")),
    )
}

pub(super) fn color(text: &str) -> Result<Value, Slip> {
    let typed = ascii_digits(text).to_ascii_lowercase();
    let digits = typed.strip_prefix('#').unwrap_or(&typed);
    let hexadecimal = digits.chars().all(|c| c.is_ascii_hexdigit());
    let meant: String = match digits.len() {
        6 if hexadecimal && typed.len() == 7 => return Ok(Value::Text(typed)),
        6 if hexadecimal => digits.to_owned(),
        3 if hexadecimal => digits.chars().flat_map(|c| [c, c]).collect(),
        _ => String::new(),
    };
    let message = Message::new(
        format!("«{}» رنگ نیست؛ رنگ # و شش نویسه از ۰ تا ۹ و a تا f است.", shown(text)),
        format!("`{}` is not a color; a color is # and six hexadecimal digits.", shown(text)),
    );
    let message = if meant.is_empty() {
        message.hint(
            "کد رنگ را با گیومه بنویسید، مانند '#0a7c80'.",
            "Write the code of the color in quotes, such as '#0a7c80'.",
        )
    } else {
        message.hint(
            format!("بنویسید '#{meant}' (با گیومه، وگرنه YAML آن را یادداشت می‌پندارد)."),
            format!("Write '#{meant}' (with the quotes, otherwise YAML reads it as a comment)."),
        )
    };
    Err((codes::BAD_COLOR, message))
}

/// The name of an icon or a theme.
pub(super) fn name(text: &str) -> Result<Value, Slip> {
    let word = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    if text.chars().all(word) {
        return Ok(Value::Text(text.to_owned()));
    }
    let message =
        Message::new(format!("«{}» نام نیست.", shown(text)), format!("`{}` is not a name.", shown(text)))
            .hint(
                "تنها حروف لاتین، رقم، - و _ بنویسید، بدون پسوند و بدون /.",
                "Write only Latin letters, digits, - and _, without an extension and without /.",
            );
    Err((codes::BAD_NAME, message))
}

/// The code of a finding that a record can allow.
pub(super) fn code(text: &str) -> Result<Value, Slip> {
    let code = ascii_digits(text).to_ascii_uppercase();
    if find(&code).is_some_and(can_be_allowed) {
        return Ok(Value::Text(code));
    }
    let message = Message::new(
        format!("«{}» کد یافته‌ای نیست که بتوان مجاز کرد.", shown(text)),
        format!("`{}` is not the code of a finding that can be allowed.", shown(text)),
    )
    .hint(
        "کدی را که «karnameh check» نشان داد بنویسید، مانند K0602؛ تنها هشدارهای حریم خصوصی (K06) و آنچه بعید است درست باشد (K08) را می‌توان مجاز کرد.",
        "Write the code that `karnameh check` showed, such as K0602; only findings on privacy (K06) and plausibility (K08) can be allowed.",
    );
    Err((codes::BAD_CODE, message))
}

pub(super) fn digest(text: &str) -> Result<Value, Slip> {
    if text.len() == 64 && text.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return Ok(Value::Text(text.to_ascii_lowercase()));
    }
    let message = Message::new(
        "این چکیدهٔ SHA-256 نیست؛ چکیده ۶۴ رقم شانزده‌شانزدهی است.",
        "This is not a SHA-256 digest; a digest is 64 hexadecimal digits.",
    )
    .hint(
        "این فیلد را برنامه می‌نویسد؛ آن را از نسخهٔ پیشین فایل برگردانید.",
        "The program writes this field; restore it from the file's earlier version.",
    );
    Err((codes::BAD_DIGEST, message))
}
