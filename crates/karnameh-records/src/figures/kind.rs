//! What a row of figures is about.

use karnameh_derive::Choice;

use crate::fields::{Choice as _, Word};
use crate::progress::GroupKind;

use super::{Figure, activity, decisions, group};

/// What a row of figures is about, in the order of `data/progress.json`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Choice)]
pub enum Kind {
    #[choice("site", "همه")]
    Site,
    #[choice("county", "شهرستان")]
    County,
    #[choice("neighborhood", "محله")]
    Neighborhood,
    #[choice("domain", "حوزه")]
    Domain,
    /// An agency as lead.
    #[choice("agency", "دستگاه")]
    Agency,
    /// A neighborhood and a domain.
    #[choice("cell", "خانه")]
    Cell,
    #[choice("activity", "فعالیت")]
    Activity,
    /// The decisions of the site.
    #[choice("decisions", "مصوبه‌ها")]
    Decisions,
}

/// The words of the kinds of groups, in the order of `data/progress.json`.
pub const GROUP_KINDS: &[Word] = Kind::WORDS.split_at(Kind::GROUPS.len()).0;

impl Kind {
    /// The kinds of groups.
    pub const GROUPS: [Self; 6] =
        [Self::Site, Self::County, Self::Neighborhood, Self::Domain, Self::Agency, Self::Cell];

    /// The figures of such a row.
    pub fn figures(self) -> &'static [Figure] {
        match self {
            Self::Site | Self::County | Self::Neighborhood | Self::Domain | Self::Agency | Self::Cell => {
                group::ALL
            }
            Self::Activity => activity::ALL,
            Self::Decisions => decisions::ALL,
        }
    }
}

impl From<GroupKind> for Kind {
    fn from(kind: GroupKind) -> Self {
        match kind {
            GroupKind::Site => Self::Site,
            GroupKind::County(_) => Self::County,
            GroupKind::Neighborhood(_) => Self::Neighborhood,
            GroupKind::Domain(_) => Self::Domain,
            GroupKind::Agency(_) => Self::Agency,
            GroupKind::Cell(..) => Self::Cell,
        }
    }
}
