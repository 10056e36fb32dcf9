//! From a cleaned, trimmed text that is not blank to a typed value, by its kind.

use super::super::row::{DecisionText, Value};
use super::super::{Kind, Range};
use super::{codes, shown, web, words};
use crate::diag::{Code, Message};
use crate::persian::numbers::{self, Money, NumberError, Slip as NumberSlip, Typed, ascii_digits, fa_digits};
use crate::persian::{dates, text};

/// What is wrong with a text.
pub(super) type Slip = (&'static Code, Message);

/// A value, and perhaps advice about how it was typed.
pub(super) struct Read {
    pub(super) value: Value,
    pub(super) advice: Option<Slip>,
}

/// Reads a text as a kind of single value.
pub(super) fn read(kind: &Kind, text: &str) -> Result<Read, Slip> {
    if *kind == Kind::Money {
        return money(text);
    }
    plain(kind, text).map(|value| Read { value, advice: None })
}

fn plain(kind: &Kind, text: &str) -> Result<Value, Slip> {
    if *kind != Kind::Prose && text.contains(['\n', '\r', '\u{2028}', '\u{2029}']) {
        return Err((codes::LINE_BREAK, line_break()));
    }
    match kind {
        Kind::Text { max } => short(text, *max),
        // Lists and maps have their own readers; a text never comes here for them.
        Kind::Tag | Kind::Prose | Kind::Ref(_) | Kind::List(_) | Kind::Map(_) => {
            Ok(Value::Text(text.to_owned()))
        }
        // Which files there are is known to `content`, which looks at the shape of their names too.
        Kind::MediaFile | Kind::Photo => Ok(Value::Text(text.to_owned())),
        Kind::Id => id(text),
        Kind::Date => date(text),
        Kind::Number(range) => number(text, range),
        Kind::Whole { min } => whole(text, *min),
        Kind::Percent => numbers::parse_percent(text).map(Value::Number).map_err(|error| bad_number(&error)),
        Kind::Money => money(text).map(|read| read.value),
        Kind::Bool => words::bool(text),
        Kind::Choice(choices) => words::choice(text, choices),
        Kind::DecisionRef => decision(text),
        Kind::Url => web::url(text),
        Kind::Email => web::email(text),
        Kind::Phone => web::phone(text),
        Kind::BoundaryFile => boundary(text),
        Kind::Color => words::color(text),
        Kind::Icon | Kind::Theme => words::name(text),
        Kind::Code => words::code(text),
        Kind::Digest => words::digest(text),
    }
}

fn line_break() -> Message {
    Message::new(
        "در این متن سطر شکسته است، ولی باید یک سطر باشد.",
        "This text has a line break, but it must be one line.",
    )
    .hint(
        "متن را در یک سطر بنویسید؛ اگر با | آغاز شده است، آن را بردارید.",
        "Write it on one line; remove the | if it begins with one.",
    )
}

fn short(text: &str, max: usize) -> Result<Value, Slip> {
    let length = text.chars().count();
    if length <= max {
        return Ok(Value::Text(text.to_owned()));
    }
    let message = Message::new(
        fa_digits(&format!("متن {length} نویسه دارد؛ بیشینه {max} نویسه است.")),
        format!("The text has {length} characters; at most {max} are allowed."),
    )
    .hint(
        "آن را کوتاه کنید و باقی را در «شرح کامل» یا متن فایل بنویسید.",
        "Shorten it, and write the rest in `body` or in the file's text.",
    );
    Err((codes::TOO_LONG, message))
}

fn id(text: &str) -> Result<Value, Slip> {
    let id = ascii_digits(text);
    match text::check_id(&id) {
        Ok(()) => Ok(Value::Text(id)),
        Err(error) => {
            let proposal = text::slug(&id);
            let message = error.message();
            Err((
                codes::BAD_ID,
                message.further_hint(format!("پیشنهاد: «{proposal}»"), format!("Proposal: `{proposal}`")),
            ))
        }
    }
}

fn date(text: &str) -> Result<Value, Slip> {
    dates::parse(text).map(Value::Day).map_err(|error| (codes::BAD_DATE, error.message()))
}

fn bad_number(error: &NumberError) -> Slip {
    let is_range = matches!(error.slip, NumberSlip::OutOfRange | NumberSlip::Negative);
    let code = if is_range { codes::OUT_OF_RANGE } else { codes::BAD_NUMBER };
    (code, error.message())
}

fn number(text: &str, range: &Range) -> Result<Value, Slip> {
    let is_accepted = |reading: &str| numbers::parse(reading).is_ok_and(|number| range.holds(number));
    let number = numbers::parse(text).map_err(|error| bad_number(&error.keep(is_accepted)))?;
    if range.holds(number) { Ok(Value::Number(number)) } else { Err(out_of_range(range)) }
}

fn whole(text: &str, min: u64) -> Result<Value, Slip> {
    let at_least = |number| u64::try_from(number).ok().filter(|&number| number >= min);
    let is_accepted = |reading: &str| numbers::parse_whole(reading).is_ok_and(|n| at_least(n).is_some());
    let number = numbers::parse_whole(text).map_err(|error| bad_number(&error.keep(is_accepted)))?;
    match at_least(number) {
        Some(number) => Ok(Value::Whole(number)),
        // The numbers that tables name are small: the cast is exact.
        None => Err(out_of_range(&Range::between(min as f64, f64::INFINITY))),
    }
}

/// Money may be typed in words and in toman; then advice says how many rials it is.
fn money(text: &str) -> Result<Read, Slip> {
    let money = numbers::parse_money(text).map_err(|error| bad_number(&error))?;
    let advice = (money.typed != Typed::Digits).then(|| (codes::MONEY_IN_WORDS, in_rials(money, text)));
    Ok(Read { value: Value::Whole(money.rials), advice })
}

fn in_rials(money: Money, text: &str) -> Message {
    let (fa, en) = (numbers::integer(i64::try_from(money.rials).unwrap_or(numbers::LARGEST)), money.rials);
    let text = shown(text);
    let message = Message::new(
        format!("«{text}» به صورت {fa} ریال خوانده شد."),
        format!("`{text}` is read as {en} rials."),
    );
    match money.typed {
        Typed::NoCurrency => message.hint(
            format!("واحد نوشته نشده است؛ بنویسید «{text} ریال» یا «{text} تومان»."),
            format!("There is no currency: write `{text} ریال` or `{text} تومان`."),
        ),
        Typed::Tomans | Typed::Rials | Typed::Digits => message.hint(
            format!("اگر درست است، نیازی به اقدام نیست؛ همین مبلغ را می‌توان «{fa}» هم نوشت."),
            format!("If that is right, nothing needs to be done; it may also be written as `{en}`."),
        ),
    }
}

fn out_of_range(range: &Range) -> Slip {
    let Range { min, max, above } = *range;
    let (fa, en) = match (max.is_finite(), above) {
        (true, _) => (format!("از {min} تا {max}"), format!("from {min} to {max}")),
        (false, true) => (format!("بزرگ‌تر از {min}"), format!("greater than {min}")),
        (false, false) => (format!("{min} یا بیشتر"), format!("{min} or more")),
    };
    let message =
        Message::new(fa_digits(&format!("این عدد باید {fa} باشد.")), format!("This number must be {en}."))
            .hint(fa_digits(&format!("عددی {fa} بنویسید.")), format!("Write a number {en}."));
    (codes::OUT_OF_RANGE, message)
}

/// A `.geojson` file; whether it is there is known to `content`.
fn boundary(text: &str) -> Result<Value, Slip> {
    let extension = text.rsplit_once('.').map_or("", |(_, extension)| extension);
    if extension.eq_ignore_ascii_case("geojson") {
        return Ok(Value::Text(text.to_owned()));
    }
    let message =
        Message::new("مرز باید فایلی با پسوند ‎.geojson‎ باشد.", "A boundary is a file that ends in .geojson.")
            .hint(
                "فایل را در پوشهٔ content/neighborhoods بگذارید و نامش را بنویسید، مانند sheikhabad.geojson",
                "Put the file under content/neighborhoods and write its name, as in sheikhabad.geojson",
            );
    Err((codes::BAD_PATH, message))
}

/// The last `/` parts: titles of meetings may hold dates.
fn decision(text: &str) -> Result<Value, Slip> {
    let parts = text.rsplit_once('/').map(|(meeting, decision)| (meeting.trim(), decision.trim()));
    match parts {
        Some((meeting, decision)) if !meeting.is_empty() && !decision.is_empty() => {
            let named = DecisionText { meeting: meeting.to_owned(), decision: ascii_digits(decision) };
            Ok(Value::Decision(Box::new(named)))
        }
        _ => {
            let message = Message::new(
                format!("«{}» جلسه و مصوبه را نام نمی‌برد.", shown(text)),
                format!("`{}` does not name a meeting and a decision.", shown(text)),
            )
            .hint(
                "شناسهٔ جلسه، / و شناسهٔ مصوبه را بنویسید، مانند review-1404-07/d2",
                "Write the meeting's id, / and the decision's id, as in review-1404-07/d2",
            );
            Err((codes::BAD_DECISION, message))
        }
    }
}
