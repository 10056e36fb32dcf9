//! References: from a name in a file to the position of a record, or a finding that says why not.
//!
//! Start reading at [`References::resolve`].

use super::index::{Index, Miss};
use crate::diag::codes::records::{AMBIGUOUS_REFERENCE, DRAFT_REFERENCE, UNKNOWN_REFERENCE};
use crate::diag::{Diagnostic, Place};
use crate::model::RecordKind;
use crate::persian::text::COMMAS;

/// The record that refers: drafts may refer to drafts, published records may not.
#[derive(Debug, Clone)]
pub(super) struct Owner {
    /// `None` for `site.yml`.
    pub(super) kind: Option<RecordKind>,
    pub(super) id: Box<str>,
    pub(super) draft: bool,
}

/// Why a reference gives no record; `None` where the broken file that may hold the record was told already.
pub(super) type Refusal = Option<Box<Diagnostic>>;

/// Resolves the references of one record.
pub(super) struct References<'i> {
    pub(super) index: &'i Index,
    pub(super) owner: Owner,
}

impl References<'_> {
    /// The position of the record of a kind that `name` means.
    ///
    /// The place of the name and the path of its field are asked for only if something is wrong.
    pub(super) fn resolve(
        &self,
        kind: RecordKind,
        name: &str,
        place: impl FnOnce() -> (Place, String),
    ) -> Result<u32, Refusal> {
        let result = self.index.names(kind).find(name);
        if let Ok(position) = result
            && self.may_refer(kind, position)
        {
            return Ok(position);
        }
        let (at, field) = place();
        let found = match result {
            Ok(position) => self.draft(kind, position, at),
            Err(Miss::Lost) => return Err(None),
            Err(Miss::Unknown) => self.unknown(kind, name, at),
            Err(Miss::Ambiguous(positions)) => self.ambiguous(kind, name, &positions, at),
        };
        Err(Some(Box::new(found.field(field))))
    }

    /// The names that a text gives with commas or «و» between them; none if it is one name, or if no part is known.
    pub(super) fn parts<'n>(&self, kind: RecordKind, text: &'n str) -> Vec<&'n str> {
        let names = self.index.names(kind);
        let is_known = |name: &str| !matches!(names.find(name), Err(Miss::Unknown));
        if is_known(text) {
            return Vec::new();
        }
        let by_commas = |text: &'n str| text.split(COMMAS).map(str::trim).filter(|part| !part.is_empty());
        let parts: Vec<&str> = by_commas(text)
            .flat_map(|part| {
                // A title may have «و» in it.
                let halves = part.split_once(" و ").filter(|(one, other)| is_known(one) && is_known(other));
                halves.map_or_else(|| vec![part], |(one, other)| vec![one.trim(), other.trim()])
            })
            .collect();
        if parts.len() > 1 && parts.iter().any(|part| is_known(part)) { parts } else { Vec::new() }
    }

    /// Published records may not refer to drafts (F5).
    pub(super) fn may_refer(&self, kind: RecordKind, position: u32) -> bool {
        self.owner.draft || self.index.names(kind).draft_at(position).is_none()
    }

    fn unknown(&self, kind: RecordKind, name: &str, at: Place) -> Diagnostic {
        let found = Diagnostic::new(
            UNKNOWN_REFERENCE,
            at,
            format!("«{name}» شناسه یا عنوان هیچ {} نیست.", kind.one_fa()),
            format!("No {} has the id or title `{name}`.", kind.en()),
        );
        match self.index.names(kind).nearest(name) {
            Some(near) => found.hint(format!("منظورتان «{near}» بود؟"), format!("Did you mean `{near}`?")),
            None => found.hint(
                format!("شناسه یا عنوان یکی از رکوردهای content/{} را بنویسید.", kind.folder()),
                format!("Write the id or title of a record of `content/{}`.", kind.folder()),
            ),
        }
    }

    fn ambiguous(&self, kind: RecordKind, name: &str, positions: &[u32], at: Place) -> Diagnostic {
        let names = self.index.names(kind);
        let ids: Vec<&str> = positions.iter().take(MOST_LISTED).map(|&position| names.id(position)).collect();
        Diagnostic::new(
            AMBIGUOUS_REFERENCE,
            at,
            format!("«{name}» نام بیش از یک {} است: {}.", kind.fa(), ids.join("، ")),
            format!("`{name}` is the name of more than one {}: {}.", kind.en(), ids.join(", ")),
        )
        .hint("به جای عنوان، شناسه را بنویسید.", "Write the id instead of the title.")
    }

    /// What is wrong where a published record refers to a draft (F5).
    pub(super) fn draft(&self, kind: RecordKind, position: u32, at: Place) -> Diagnostic {
        let id = self.index.names(kind).id(position);
        let owner_id = &self.owner.id;
        let (owner_fa, owner_en) =
            self.owner.kind.map_or(("فایل", "file"), |kind| (kind.fa(), kind.en()));
        let found = Diagnostic::new(
            DRAFT_REFERENCE,
            at,
            format!(
                "{owner_fa} «{owner_id}» منتشر می‌شود، ولی {} «{id}» که از آن نام برده پیش‌نویس است.",
                kind.fa()
            ),
            format!(
                "The {owner_en} `{owner_id}` is published but refers to the {} `{id}`, a draft.",
                kind.en()
            ),
        )
        .hint(
            format!("«پیش‌نویس» را از «{id}» بردارید، یا این نام را پاک کنید."),
            format!("Remove `draft` from `{id}`, or delete this reference."),
        );
        match self.index.names(kind).draft_at(position) {
            Some(draft) => {
                found.related(draft.clone(), format!("«{id}» اینجاست."), format!("`{id}` is here."))
            }
            None => found,
        }
    }
}

/// How many ids of a shared title are listed.
const MOST_LISTED: usize = 10;
