//! What a row of figures is about.

use crate::fields::Word;
use crate::progress::GroupKind;

use super::{Figure, activity, decisions, group};

/// What a row of figures is about, in the order of `data/progress.json`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// The whole site.
    Site,
    /// A county.
    County,
    /// A neighborhood.
    Neighborhood,
    /// A domain.
    Domain,
    /// An agency as lead.
    Agency,
    /// A neighborhood and a domain.
    Cell,
    /// An activity.
    Activity,
    /// The decisions of the site.
    Decisions,
}

/// The words of the kinds of groups, in the order of `data/progress.json`.
pub const GROUP_KINDS: &[Word] = &[
    Kind::Site.word(),
    Kind::County.word(),
    Kind::Neighborhood.word(),
    Kind::Domain.word(),
    Kind::Agency.word(),
    Kind::Cell.word(),
];

impl Kind {
    /// The kinds of groups.
    pub const GROUPS: [Self; 6] =
        [Self::Site, Self::County, Self::Neighborhood, Self::Domain, Self::Agency, Self::Cell];

    /// The words in data files and for people.
    pub const fn word(self) -> Word {
        let (en, fa) = match self {
            Self::Site => ("site", "همه"),
            Self::County => ("county", "شهرستان"),
            Self::Neighborhood => ("neighborhood", "محله"),
            Self::Domain => ("domain", "حوزه"),
            Self::Agency => ("agency", "دستگاه"),
            Self::Cell => ("cell", "خانه"),
            Self::Activity => ("activity", "فعالیت"),
            Self::Decisions => ("decisions", "مصوبه‌ها"),
        };
        Word { en, fa }
    }

    /// The word in data files.
    pub const fn key(self) -> &'static str {
        self.word().en
    }

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
