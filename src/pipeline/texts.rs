//! Every Markdown text and every photo of the site, for what has to be held against the whole of it.

use crate::config::Config;
use crate::diag::Placed;
use crate::fields::{Datum, DynFields};
use crate::markdown::{self, Document, Origin};
use crate::model::{Dataset, Photo, RecordKind};

/// The texts of `site.yml`.
pub(super) fn of_settings(config: &Config) -> Vec<Document> {
    let identity = &config.identity;
    let texts = [&identity.description, &identity.contact, &identity.footer];
    let parse = |text: &Placed<Box<str>>| {
        let (line, indent) = (text.at.line.max(1), text.at.column.saturating_sub(1));
        markdown::inspect(&text.value, &Origin { file: text.at.file.clone(), line, indent }, &mut Vec::new())
    };
    texts.into_iter().flatten().map(parse).collect()
}

/// What a record shows that may name something of the site.
pub(super) enum Shown<'d> {
    /// A text, whose links and pictures do.
    Text(&'d Document),
    /// A photo.
    Photo(&'d Photo),
}

/// Visits what the records show, in whatever field of whatever kind.
pub(super) fn of_records<'d>(data: &'d Dataset, visit: &mut dyn FnMut(Shown<'d>)) {
    for &kind in RecordKind::ALL {
        let bodies = data.heads(kind).filter_map(|head| head.body.as_ref());
        bodies.for_each(|body| visit(Shown::Text(&body.value)));
        let records = data.of_kind(kind);
        for fields in (0..records.count()).filter_map(|position| records.fields(position)) {
            of_fields(fields, visit);
        }
    }
}

fn of_fields<'d>(fields: &'d dyn DynFields, visit: &mut dyn FnMut(Shown<'d>)) {
    fields.data().into_iter().for_each(|(_, value)| of_value(value, visit));
}

fn of_value<'d>(value: Datum<'d>, visit: &mut dyn FnMut(Shown<'d>)) {
    match value {
        Datum::Prose(text, _) => visit(Shown::Text(text)),
        Datum::Photo(photo) => visit(Shown::Photo(photo)),
        Datum::List(items) => items.into_iter().for_each(|item| of_value(item, visit)),
        Datum::Map(fields) => of_fields(fields, visit),
        Datum::Absent
        | Datum::Text(_)
        | Datum::Day(_)
        | Datum::Number(_)
        | Datum::Whole(_)
        | Datum::Bool(_)
        | Datum::Choice(_)
        | Datum::Record(..) => {}
    }
}
