//! The smallest record of any kind, from its declaration.

use karnameh::fields::Kind;
use karnameh::model::{RecordKind, own_fields};

/// The fields that a record of a kind can't do without; `named` says which record of a kind it refers to.
pub(crate) fn required(kind: RecordKind, named: impl Fn(RecordKind) -> &'static str) -> String {
    let fields = own_fields(kind).iter().filter(|field| field.required);
    let lines: Vec<_> =
        fields.map(|field| format!("{}: {}\n", field.en, value(&field.kind, &named))).collect();
    lines.concat()
}

fn value(kind: &Kind, named: &impl Fn(RecordKind) -> &'static str) -> String {
    match kind {
        Kind::Text { .. } | Kind::Prose => "t".to_owned(),
        Kind::Date => "1404/07/01".to_owned(),
        Kind::Ref(kind) => named(*kind).to_owned(),
        Kind::Choice(words) => words[0].en.to_owned(),
        Kind::List(inner) => format!("[{}]", value(inner, named)),
        other => panic!("write how a record gives a value of the kind {other:?}"),
    }
}
