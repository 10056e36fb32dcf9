//! Values of the data as a person reads them, in both languages. Percents and points are shown by rule F28.

use crate::compare::Edition;
use crate::diag::Lang;
use crate::fields::Word;
use crate::figures::{Figure, Form, GROUP_KINDS, Kind, MEASURES, STATES, Value};
use crate::persian::dates;
use crate::persian::numbers::{integer, percent, points, shown as rounded};
use crate::persian::text::isolate_ltr;

/// A value of an edition, ready to be read.
pub(super) fn shown(value: &Value<'_>, figure: &Figure, of: &Edition, lang: Lang) -> String {
    let form = figure.form;
    match value {
        Value::Absent => unknown(figure, lang).to_owned(),
        Value::Number(number) => self::number(*number, form, lang),
        Value::Whole(number) => whole(*number, form, lang),
        Value::Day(day) if lang == Lang::Fa => dates::short(*day),
        Value::Day(day) => day.iso(),
        Value::Text(text) => word(text, form, of, lang),
        Value::Ids(ids) => joined(&ids.iter().map(|id| word(id, form, of, lang)).collect::<Vec<_>>(), lang),
        Value::Flag(flag) => match (flag, lang) {
            (true, Lang::Fa) => "بله",
            (false, Lang::Fa) => "خیر",
            (true, Lang::En) => "yes",
            (false, Lang::En) => "no",
        }
        .to_owned(),
        Value::Ratios(numbers) => {
            let one = |number: &Option<f64>| match number {
                Some(number) => self::number(number * 100.0, Form::Percent, lang),
                None => unknown(figure, lang).to_owned(),
            };
            joined(&numbers.iter().map(one).collect::<Vec<_>>(), lang)
        }
    }
}

fn unknown(figure: &Figure, lang: Lang) -> &'static str {
    let (fa, en) = figure.unknown;
    if lang == Lang::Fa { fa } else { en }
}

fn number(number: f64, form: Form, lang: Lang) -> String {
    let number = if form == Form::Share { number * 100.0 } else { number };
    match (form, lang) {
        (Form::Points, Lang::Fa) => {
            let points = points(number);
            let isolated = if points.starts_with('−') { isolate_ltr(&points) } else { points };
            format!("{isolated} واحد")
        }
        (Form::Points, Lang::En) => format!("{} points", rounded(number)),
        (_, Lang::Fa) => percent(number),
        (_, Lang::En) => format!("{}%", rounded(number)),
    }
}

fn whole(number: i64, form: Form, lang: Lang) -> String {
    match (form, lang) {
        (Form::Days, Lang::Fa) => dates::days(i32::try_from(number).unwrap_or(i32::MAX)),
        (Form::Days, Lang::En) => format!("{number} days"),
        (_, Lang::Fa) => integer(number),
        (_, Lang::En) => number.to_string(),
    }
}

fn word(text: &str, form: Form, of: &Edition, lang: Lang) -> String {
    match form {
        Form::State if lang == Lang::Fa => format!("«{}»", persian(STATES, text)),
        Form::Measure if lang == Lang::Fa => persian(MEASURES, text).to_owned(),
        Form::GroupKind if lang == Lang::Fa => persian(GROUP_KINDS, text).to_owned(),
        Form::One(kind) | Form::Many(kind) => quoted(title(of, kind, text), lang),
        Form::Title => quoted(text, lang),
        _ => text.to_owned(),
    }
}

/// The Persian word of a choice.
fn persian<'t>(choices: &[Word], key: &'t str) -> &'t str {
    choices.iter().find(|choice| choice.en == key).map_or(key, |choice| choice.fa)
}

/// The title of a record, its id where the edition doesn't know it.
fn title<'e>(of: &'e Edition, kind: Kind, id: &'e str) -> &'e str {
    of.title_of(kind, id).unwrap_or(id)
}

/// A title in the quotation marks of the language.
pub(super) fn quoted(text: &str, lang: Lang) -> String {
    match lang {
        Lang::Fa => format!("«{text}»"),
        Lang::En => format!("“{text}”"),
    }
}

fn joined(texts: &[String], lang: Lang) -> String {
    match (texts.is_empty(), lang) {
        (true, Lang::Fa) => "هیچ".to_owned(),
        (true, Lang::En) => "none".to_owned(),
        (false, Lang::Fa) => texts.join("، "),
        (false, Lang::En) => texts.join(", "),
    }
}
