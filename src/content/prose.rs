//! Markdown texts, looked through when they are read: what is wrong in them, and whether their links and pictures
//! lead to something.

use std::sync::Arc;

use super::media::Media;
use super::resolve::Resolver;
use crate::diag::{Diagnostic, Place, Placed};
use crate::fields::RecordKind;
use crate::markdown::{self, Link, Origin, Target};
use crate::model::Prose;

/// Parses a text that begins at `at`; what is wrong with it whatever the site holds goes to `out`, under `field`.
pub(super) fn parse(text: &str, at: Place, field: impl Fn() -> String, out: &mut Vec<Diagnostic>) -> Prose {
    let origin =
        Origin { file: Arc::clone(&at.file), line: at.line.max(1), indent: at.column.saturating_sub(1) };
    let mut found = Vec::new();
    let document = markdown::inspect(text, &origin, &mut found);
    out.extend(found.into_iter().map(|found| found.field(field())));
    Placed { value: document, at }
}

/// Holds the links and pictures of a text against the site.
pub(super) fn check(
    prose: &Prose,
    field: impl Fn() -> String,
    resolver: &Resolver<'_>,
    media: &Media,
    out: &mut Vec<Diagnostic>,
) {
    let document = &prose.value;
    let broken = document.links.iter().filter_map(|link| broken(link, resolver));
    let refused = document.pictures.iter().filter_map(|picture| media.picture(picture));
    out.extend(broken.chain(refused).map(|found| found.field(field())));
    for link in &document.links {
        if let Target::Path { path, .. } = &link.target {
            media.link(path);
        }
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
        None => Some(link.missing_target(names.nearest_id(id))),
    }
}
