//! Markdown texts, looked through when they are read: what is wrong in them, and whether their links and pictures
//! lead to something.

use std::sync::Arc;

use super::media::Media;
use super::resolve::Resolver;
use crate::diag::Diagnostic;
use crate::fields::RecordKind;
use crate::markdown::{self, Link, Origin, Target};
use crate::model::Prose;

/// Looks through one text.
pub(super) fn inspect(
    prose: &Prose,
    field: impl Fn() -> String,
    resolver: &Resolver<'_>,
    media: &Media,
    out: &mut Vec<Diagnostic>,
) {
    let mut found = Vec::new();
    let document = markdown::inspect(&prose.value, &origin(prose), &mut found);
    found.extend(document.links.iter().filter_map(|link| broken(link, resolver)));
    for picture in &document.pictures {
        if let Err(near) = media.picture(&picture.file) {
            found.push(picture.is_missing(near));
        }
    }
    out.extend(found.into_iter().map(|found| found.field(field())));
}

/// Where a text begins: its place is that of its first character.
fn origin(prose: &Prose) -> Origin {
    Origin {
        file: Arc::clone(&prose.at.file),
        line: prose.at.line.max(1),
        indent: prose.at.column.saturating_sub(1),
    }
}

fn broken(link: &Link, resolver: &Resolver<'_>) -> Option<Diagnostic> {
    let Target::Record { kind, id, .. } = &link.target else { return None };
    let kind = RecordKind::find(kind.word())?;
    let names = resolver.index.names(kind);
    match names.find_id(id) {
        Some(position) if resolver.may_refer(kind, position) => None,
        Some(position) => Some(resolver.draft(kind, position, link.at.clone())),
        None if names.is_lost(id) => None,
        None => Some(link.leads_nowhere(names.nearest(id))),
    }
}
