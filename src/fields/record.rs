//! The ten kinds of record: their folders, their names and their tables.
//!
//! The folder says the kind, so this is what `content` walks by. Start reading at [`RecordKind`].

use super::Field;
use super::key::{self, Key};
use crate::persian::text::fold_key as fold;

/// A kind of record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RecordKind {
    /// محله
    Neighborhood,
    /// حوزه
    Domain,
    /// دستگاه
    Agency,
    /// مسئله
    Problem,
    /// فعالیت
    Activity,
    /// گزارش پیشرفت
    Update,
    /// بازدید
    Visit,
    /// جلسه
    Meeting,
    /// الگوی موفق
    Model,
    /// صفحه
    Page,
}

impl RecordKind {
    /// All kinds, each after those that it mostly refers to.
    pub const ALL: [Self; 10] = [
        Self::Neighborhood,
        Self::Domain,
        Self::Agency,
        Self::Problem,
        Self::Activity,
        Self::Update,
        Self::Visit,
        Self::Meeting,
        Self::Model,
        Self::Page,
    ];

    /// The folder under `content/` that holds its records.
    pub fn folder(self) -> &'static str {
        match self {
            Self::Neighborhood => "neighborhoods",
            Self::Domain => "domains",
            Self::Agency => "agencies",
            Self::Problem => "problems",
            Self::Activity => "activities",
            Self::Update => "updates",
            Self::Visit => "visits",
            Self::Meeting => "meetings",
            Self::Model => "models",
            Self::Page => "pages",
        }
    }

    /// Its English name in the singular; also the word of commands and of record links («activity:ID»).
    pub fn en(self) -> &'static str {
        match self {
            Self::Neighborhood => "neighborhood",
            Self::Domain => "domain",
            Self::Agency => "agency",
            Self::Problem => "problem",
            Self::Activity => "activity",
            Self::Update => "update",
            Self::Visit => "visit",
            Self::Meeting => "meeting",
            Self::Model => "model",
            Self::Page => "page",
        }
    }

    /// Its Persian name in the singular.
    pub fn fa(self) -> &'static str {
        match self {
            Self::Neighborhood => "محله",
            Self::Domain => "حوزه",
            Self::Agency => "دستگاه",
            Self::Problem => "مسئله",
            Self::Activity => "فعالیت",
            Self::Update => "گزارش",
            Self::Visit => "بازدید",
            Self::Meeting => "جلسه",
            Self::Model => "الگو",
            Self::Page => "صفحه",
        }
    }

    /// Finds a kind by its English or Persian name or its folder, folded.
    pub fn find(name: &str) -> Option<Self> {
        let name = fold(name);
        Self::ALL
            .into_iter()
            .find(|kind| [kind.en(), kind.fa(), kind.folder()].iter().any(|one| fold(one) == name))
    }

    /// The fields that it has beside those of every record, in the order of `format.md`.
    pub fn own_fields(self) -> &'static [Field] {
        match self {
            Self::Neighborhood => key::Neighborhood::FIELDS,
            Self::Domain => key::Domain::FIELDS,
            Self::Agency => key::Agency::FIELDS,
            Self::Problem => key::Problem::FIELDS,
            Self::Activity => key::Activity::FIELDS,
            Self::Update => key::Update::FIELDS,
            Self::Visit => key::Visit::FIELDS,
            Self::Meeting => key::Meeting::FIELDS,
            Self::Model => key::Model::FIELDS,
            Self::Page => key::Page::FIELDS,
        }
    }

    /// All its fields in the order in which a person would write them: the id, its own, then the rest of those that
    /// every record has.
    pub fn fields(self) -> impl Iterator<Item = &'static Field> {
        let (id, rest) = key::Common::FIELDS.split_at(1);
        id.iter().chain(self.own_fields()).chain(rest)
    }
}
