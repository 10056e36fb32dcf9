//! The links and pictures of Markdown texts: whether they lead to something.

use std::fmt::Display;

use super::media::Media;
use super::resolve::References;
use crate::diag::Diagnostic;
use crate::markdown::{Document, Link, Target};

/// Checks the links and pictures of a text; what is wrong with it goes to `out`, under `field`.
pub(super) fn check(
    document: &Document,
    field: &dyn Display,
    references: &References<'_>,
    media: &Media,
    out: &mut Vec<Diagnostic>,
) {
    let broken = document.links.iter().filter_map(|link| broken(link, references));
    let refused = document.pictures.iter().filter_map(|picture| media.picture(picture));
    out.extend(broken.chain(refused).map(|found| found.field(field.to_string())));
    for link in &document.links {
        if let Target::Path { path, .. } = &link.target {
            media.link(path);
        }
    }
}

fn broken(link: &Link, references: &References<'_>) -> Option<Diagnostic> {
    let Target::Record { kind, id, .. } = &link.target else { return None };
    let kind = *kind;
    let names = references.index.names(kind);
    match names.find_id(id) {
        Some(position) if references.may_refer(kind, position) => None,
        Some(position) => Some(references.draft(kind, position, link.at.clone())),
        None if names.is_lost(id) => None,
        None => Some(link.missing_target(names.nearest_id(id))),
    }
}
