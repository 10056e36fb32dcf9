//! What drafts are called: they are left out of everything, but their ids are taken.

use crate::model::{Head, RecordKind};
use crate::persian::text::Text;

/// The names of a draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// Its kind.
    pub kind: RecordKind,
    /// Its id.
    pub id: Box<str>,
    /// Its title.
    pub title: Text,
    /// Other names by which references may call it.
    pub aliases: Vec<Box<str>>,
}

impl Draft {
    pub(super) fn new(kind: RecordKind, head: &Head) -> Self {
        let Head { id, title, aliases, .. } = head;
        Self { kind, id: id.clone(), title: title.clone(), aliases: aliases.clone() }
    }
}
