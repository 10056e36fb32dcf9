//! The counts of decisions (F25): of the site, and of each agency.

use crate::fields::Datum;
use crate::progress::{DecisionCounts, Group, GroupKind};

use super::{Figure, Form, Role, figures};

/// The decisions of the site or of a group; `None` for a group that has none of its own.
#[derive(Debug, Clone, Copy)]
pub struct DecisionRow<'a>(Option<&'a DecisionCounts>);

impl<'a> DecisionRow<'a> {
    /// All decisions.
    pub fn whole(counts: &'a DecisionCounts) -> Self {
        Self(Some(counts))
    }

    /// The decisions of a group: only the site and agencies have some.
    pub fn in_group(group: &'a Group) -> Self {
        Self(matches!(group.kind, GroupKind::Site | GroupKind::Agency(_)).then_some(&group.decisions))
    }

    fn count(self, count: fn(&DecisionCounts) -> usize) -> Datum<'a> {
        self.0.map(count).into()
    }
}

/// A count of decisions, with its column in the table of groups.
const fn decisions(
    key: &'static str,
    fa: &'static str,
    en: &'static str,
    column: &'static str,
    after: &'static str,
) -> Figure {
    Figure::new(key, fa, en, Form::Count)
        .unit("مصوبه", "decisions")
        .means(
            "مصوبه‌های همه، یا آن‌ها که دستگاه را نام می‌برند؛ در گروه‌های دیگر خالی.",
            "Decisions of the site, or those that name the agency; empty for other groups.",
        )
        .in_column(column)
        .after(after)
        .everywhere(Role::Figure)
}

figures! { DecisionRow;
    DONE "F25" = decisions(
            "done",
            "مصوبهٔ انجام‌شده",
            "decisions done",
            "decisions_done",
            "beneficiaries_left_out",
        )
        => |row| row.count(|counts| counts.done);
    OPEN "F25" = decisions("open", "مصوبهٔ باز", "decisions open", "decisions_open", "decisions_done")
        => |row| row.count(|counts| counts.open);
    OVERDUE "F25" = decisions(
            "overdue",
            "مصوبهٔ مهلت‌گذشته",
            "decisions overdue",
            "decisions_overdue",
            "decisions_open",
        )
        => |row| row.count(|counts| counts.overdue);
}
