//! Values of the data as a person reads them, in both languages. Percents and points are shown by rule F28.

use crate::compare::Edition;
use crate::diag::Lang;
use crate::fields::Datum;
use crate::figures::{Figure, Form, Kind};
use crate::persian::dates;
use crate::persian::numbers::{integer, percent, points, shown as rounded};
use crate::persian::text::isolate_ltr;

/// A value of an edition, ready to be read.
pub(super) fn shown(value: &Datum<'_>, figure: &Figure, of: &Edition, lang: Lang) -> String {
    let form = figure.form;
    match value {
        Datum::Absent => unknown(figure, lang).to_owned(),
        Datum::Number(number) if form == Form::Ratios => self::number(number * 100.0, Form::Percent, lang),
        Datum::Number(number) => self::number(*number, form, lang),
        Datum::Whole(number) => whole(*number, form, lang),
        Datum::Day(day) if lang == Lang::Fa => dates::short(*day),
        Datum::Day(day) => day.iso(),
        Datum::Text(text) => self::text(text, form, of, lang),
        Datum::Choice(word) if lang == Lang::En => word.en.to_owned(),
        Datum::Choice(word) if form == Form::State => quoted(word.fa, lang),
        Datum::Choice(word) => word.fa.to_owned(),
        Datum::List(items) => {
            joined(&items.iter().map(|item| shown(item, figure, of, lang)).collect::<Vec<_>>(), lang)
        }
        Datum::Bool(yes) => match (yes, lang) {
            (true, Lang::Fa) => "بله",
            (false, Lang::Fa) => "خیر",
            (true, Lang::En) => "yes",
            (false, Lang::En) => "no",
        }
        .to_owned(),
        // No figure is any of these.
        Datum::Prose(..) | Datum::Record(..) | Datum::Photo(_) | Datum::Map(_) => String::new(),
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

fn whole(number: i128, form: Form, lang: Lang) -> String {
    match (form, lang) {
        (Form::Days, Lang::Fa) => dates::days(i32::try_from(number).unwrap_or(i32::MAX)),
        (Form::Days, Lang::En) => format!("{number} days"),
        (_, Lang::Fa) => integer(number),
        (_, Lang::En) => number.to_string(),
    }
}

fn text(text: &str, form: Form, of: &Edition, lang: Lang) -> String {
    match form {
        Form::One(kind) | Form::Many(kind) => quoted(title(of, kind, text), lang),
        Form::Title => quoted(text, lang),
        _ => text.to_owned(),
    }
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
