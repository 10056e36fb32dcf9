//! The id of a record: its `id`, else its file's stem; for updates in a list made later.

use super::walk::SourceFile;
use crate::diag::codes::records::{BAD_STEM, MISSING_ID};
use crate::diag::{Diagnostic, Place};
use crate::fields::{CommonKey, Row};
use crate::model::RecordKind;
use crate::persian::numbers::ascii_digits;
use crate::persian::text::{check_id, clean, slug};

/// Where an id comes from when it isn't given.
pub(super) struct Stem<'s> {
    pub(super) file: &'s SourceFile,
    pub(super) in_list: bool,
    pub(super) kind: RecordKind,
}

/// The id of a record; a stand-in, after a finding, where there is none. Empty for an update in a list.
pub(super) fn identify(
    common: &Row<CommonKey>,
    given: Option<Box<str>>,
    stem: &Stem<'_>,
    title: Option<&str>,
    out: &mut Vec<Diagnostic>,
) -> Box<str> {
    if let Some(id) = given {
        return id;
    }
    let name = stem.name();
    if stem.kind == RecordKind::Update {
        return if stem.in_list { Box::default() } else { name.into() };
    }
    if stem.in_list {
        let proposal = slug(title.unwrap_or(&name));
        if !common.is_given(CommonKey::Id) {
            out.push(missing_id(common.at(), &proposal));
        }
        return proposal.into();
    }
    if !common.is_given(CommonKey::Id)
        && let Err(error) = check_id(&name)
    {
        let proposal = slug(&name);
        let message = error.message().about(
            format_args!("نام فایل، «{name}»، شناسه نمی‌شود"),
            format_args!("The file's name, `{name}`, can't be an id"),
        );
        out.push(
            Diagnostic::with_message(BAD_STEM, common.at(), message)
                .field("id")
                .hint(format!("بنویسید: «شناسه: {proposal}»"), format!("Write `id: {proposal}`.")),
        );
        return proposal.into();
    }
    name.into()
}

impl Stem<'_> {
    /// The file's name without its ending, in composed form and with Latin digits.
    fn name(&self) -> String {
        let file = self.file.below.rsplit('/').next().unwrap_or(&self.file.below);
        let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
        let cleaned = clean(stem).map_or_else(|_| stem.to_owned(), |cleaned| cleaned.text.into_owned());
        ascii_digits(cleaned.trim())
    }
}

fn missing_id(at: Place, proposal: &str) -> Diagnostic {
    Diagnostic::new(
        MISSING_ID,
        at,
        "در فایلی که فهرستی از رکوردها دارد، هر رکورد باید «شناسه» داشته باشد.",
        "In a file with a list of records each one needs an `id`.",
    )
    .field("id")
    .hint(format!("بنویسید: «شناسه: {proposal}»"), format!("Write `id: {proposal}`."))
}
