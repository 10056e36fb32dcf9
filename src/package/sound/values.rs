//! Single values of a package that anybody may have made.

use std::collections::BTreeSet;

use crate::content::masked;
use crate::fields::{Field, Key, TITLE_MAX, is_url};
use crate::model::key;
use crate::package::schema::{Activity, Beneficiaries, Count, Date, Evidence, Indicator, Milestone, Origin};
use crate::package::{Refusal, words};
use crate::persian::text::clean;
use crate::progress::State;

/// The types of photos.
pub(super) const PHOTOS: &[&str] = &["jpg", "png"];
/// The types of files of evidence (product.md, "Guarding people").
pub(super) const FILES: &[&str] = &["jpg", "png", "webp", "pdf", "docx", "xlsx", "csv", "mp3", "mp4"];
/// How large a number may be, whatever it counts.
const LARGEST_NUMBER: f64 = 1e15;

/// Nothing, or why not.
pub(super) type Checked = Result<(), Refusal>;

pub(super) fn wrong(place: &str, fa: &'static str, en: &'static str) -> Refusal {
    Refusal::Unsound(place.to_owned(), fa, en)
}

pub(super) fn refers<'r>(
    place: &str,
    known: &BTreeSet<&str>,
    mut references: impl Iterator<Item = &'r String>,
) -> Checked {
    if references.all(|id| known.contains(&**id)) {
        return Ok(());
    }
    let (fa, en) =
        ("به رکوردی اشاره می‌کند که در بسته نیست.", "It refers to a record that is not in the package.");
    Err(wrong(place, fa, en))
}

pub(super) fn choice(place: &str, field: &Field, word: Option<&str>) -> Checked {
    if word.is_none_or(|word| words::is_choice(field, word)) {
        return Ok(());
    }
    Err(wrong(place, "این واژه پذیرفته نمی‌شود.", "This word is not one of the choices."))
}

pub(super) fn title(place: &str, text: &str) -> Checked {
    if text.chars().count() > TITLE_MAX {
        return Err(wrong(place, "عنوان بیش از ۳۰۰ نویسه دارد.", "The title has more than 300 characters."));
    }
    line(place, text)
}

pub(super) fn lines(place: &str, texts: &[String]) -> Checked {
    texts.iter().try_for_each(|text| line(place, text))
}

pub(super) fn maybe_line(place: &str, text: Option<&str>) -> Checked {
    text.map_or(Ok(()), |text| line(place, text))
}

/// A text of one line.
pub(super) fn line(place: &str, text: &str) -> Checked {
    if text.contains(['\n', '\r', '\u{2028}', '\u{2029}']) {
        return Err(wrong(place, "متن باید یک سطر باشد.", "The text must be one line."));
    }
    sound_text(place, text)
}

/// A text that is as `content` would have it, and tells no numbers of persons.
pub(super) fn sound_text(place: &str, text: &str) -> Checked {
    if text.trim().is_empty() {
        return Err(wrong(place, "متن خالی است.", "The text is empty."));
    }
    let is_clean = clean(text).is_ok_and(|cleaned| *cleaned.text == *text);
    if !is_clean || text.trim() != text {
        return Err(wrong(
            place,
            "در متن نویسهٔ پنهان یا نادرست هست.",
            "There are hidden or wrong characters in the text.",
        ));
    }
    if *masked(text) != *text {
        return Err(wrong(place, "در متن شماره‌ای شخصی هست.", "There is a number of a person in the text."));
    }
    Ok(())
}

pub(super) fn maybe_url(place: &str, url: Option<&str>) -> Checked {
    let is_sound = |url: &str| is_url(url) && !url.contains(|c: char| c.is_control() || c.is_whitespace());
    if url.is_none_or(|url| is_sound(url) && clean(url).is_ok_and(|cleaned| *cleaned.text == *url)) {
        return Ok(());
    }
    Err(wrong(place, "نشانی وب درست نیست.", "The web address is not valid."))
}

pub(super) fn origin(place: &str, of: &Origin) -> Checked {
    maybe_line(place, of.province.as_deref())?;
    maybe_url(place, of.url.as_deref())?;
    let is_digest = |text: &String| text.len() == 64 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
    if of.digest.as_ref().is_none_or(is_digest) {
        return Ok(());
    }
    Err(wrong(place, "چکیده درست نیست.", "The digest is not valid."))
}

pub(super) fn number(place: &str, value: Option<f64>) -> Checked {
    if value.is_none_or(|value| value.is_finite() && value.abs() <= LARGEST_NUMBER) {
        return Ok(());
    }
    Err(wrong(place, "عدد بیرون از اندازه است.", "The number is out of range."))
}

pub(super) fn percent(place: &str, value: Option<f64>) -> Checked {
    if value.is_none_or(|value| (0.0..=100.0).contains(&value)) {
        return Ok(());
    }
    Err(wrong(place, "درصد باید از ۰ تا ۱۰۰ باشد.", "A percent is from 0 to 100."))
}

pub(super) fn weight(place: &str, value: f64) -> Checked {
    number(place, Some(value))?;
    if value > 0.0 {
        Ok(())
    } else {
        Err(wrong(place, "وزن باید بیش از صفر باشد.", "A weight is above 0."))
    }
}

/// The due in force comes after the start, or the draft could not be read.
pub(super) fn dates(place: &str, of: &Activity) -> Checked {
    let before = |due: Option<Date>| of.start.zip(due).is_some_and(|(start, due)| due < start);
    if before(of.due) || before(of.figures.due) {
        return Err(wrong(place, "مهلت پیش از شروع است.", "The due date is before the start."));
    }
    Ok(())
}

pub(super) fn milestone(place: &str, of: &Milestone) -> Checked {
    line(place, &of.title)?;
    weight(place, of.weight)
}

pub(super) fn indicator(place: &str, of: &Indicator) -> Checked {
    line(place, &of.title)?;
    maybe_line(place, of.unit.as_deref())?;
    number(place, of.baseline)?;
    number(place, of.target)?;
    choice(place, key::Indicator::Direction.field(), of.direction.as_deref())?;
    for value in &of.values {
        number(place, Some(value.value))?;
        maybe_line(place, value.source.as_deref())?;
        maybe_line(place, value.note.as_deref())?;
    }
    Ok(())
}

pub(super) fn beneficiaries(place: &str, of: &Beneficiaries) -> Checked {
    maybe_line(place, of.group.as_deref())?;
    let is_count = |count: &Count| match count {
        Count::Exact(_) => true,
        Count::Below(text) => text.strip_prefix('<').is_some_and(|least| {
            (1..=6).contains(&least.len()) && least.bytes().all(|byte| byte.is_ascii_digit())
        }),
    };
    if of.planned.iter().chain(&of.reached).all(is_count) {
        return Ok(());
    }
    Err(wrong(place, "شمار افراد درست نیست.", "The count of people is not valid."))
}

pub(super) fn evidence(place: &str, of: &Evidence) -> Checked {
    line(place, &of.title)?;
    maybe_url(place, of.url.as_deref())
}

/// A file that goes along, of one of some types.
pub(super) fn media(place: &str, files: &BTreeSet<&str>, name: &str, endings: &[&str]) -> Checked {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    if files.contains(name) && endings.contains(&ending) {
        return Ok(());
    }
    Err(wrong(
        place,
        "فایل آن در بسته نیست یا از این نوع پذیرفته نمی‌شود.",
        "Its file is not in the package, or not of a type that is allowed.",
    ))
}

pub(super) fn figures(place: &str, of: &Activity) -> Checked {
    let figures = &of.figures;
    if !State::ALL.iter().any(|state| state.key() == figures.state) {
        return Err(wrong(place, "این وضعیت شناخته نیست.", "The state is not known."));
    }
    for value in [figures.actual, figures.planned, figures.verified] {
        percent(place, value)?;
    }
    figures.achievements.iter().try_for_each(|&value| number(place, value))
}
