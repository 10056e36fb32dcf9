//! The one table of what is compared: every key of the contract at the end of figures.md, its kind of value, and what a
//! person calls it. Reading, comparing and telling all go by it.

use crate::progress::State;

/// What a row of the data is about, in the order in which rows are told.
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

impl Kind {
    /// The kinds of groups.
    pub const GROUPS: [Self; 6] =
        [Self::Site, Self::County, Self::Neighborhood, Self::Domain, Self::Agency, Self::Cell];

    /// The word in data files.
    pub fn key(self) -> &'static str {
        match self {
            Self::Site => "site",
            Self::County => "county",
            Self::Neighborhood => "neighborhood",
            Self::Domain => "domain",
            Self::Agency => "agency",
            Self::Cell => "cell",
            Self::Activity => "activity",
            Self::Decisions => "decisions",
        }
    }

    /// The word that a person reads, in Persian.
    pub fn word(self) -> &'static str {
        match self {
            Self::Site => "سایت",
            Self::County => "شهرستان",
            Self::Neighborhood => "محله",
            Self::Domain => "حوزه",
            Self::Agency => "دستگاه",
            Self::Cell => "خانهٔ جدول",
            Self::Activity => "فعالیت",
            Self::Decisions => "مصوبه‌ها",
        }
    }

    /// What is compared of it.
    pub fn fields(self) -> &'static [Field] {
        match self {
            Self::Activity => ACTIVITY,
            Self::Decisions => DECISIONS,
            _ => GROUP,
        }
    }
}

/// What a value may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A text that is never absent.
    Title,
    /// A number from 0 to 100, or unknown.
    Percent,
    /// The same, of what a visit found.
    Verified,
    /// A difference of two percents, from −100 to 100, or unknown.
    Points,
    /// A number from 0 to 1, or unknown.
    Share,
    /// How many.
    Count,
    /// How many; 0 where the key is absent.
    Counted,
    /// Days, or unknown.
    Days,
    /// A civil day, or none.
    Date,
    /// A state (F12).
    State,
    /// A measure (F7), or none.
    Measure,
    /// The id of a record of a kind, or none.
    One(Kind),
    /// Ids of records of a kind.
    Many(Kind),
    /// Yes or no.
    Flag,
    /// Achievements, each a number or unknown (F15).
    Ratios,
}

/// Under which head a change is told to people; programs are told all of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Telling {
    /// A figure of a group.
    Figure,
    /// The state of an activity.
    State,
    /// The actual progress of an activity.
    Progress,
    /// A date of a plan.
    Date,
    /// What a record says of itself.
    Record,
    /// Counted alone: it follows from the others, or from the day.
    Follows,
}

/// A key of the contract.
#[derive(Debug)]
pub struct Field {
    /// The key; a `/` leads into an object.
    pub key: &'static str,
    /// What a person calls it, in Persian.
    pub fa: &'static str,
    /// The same in English.
    pub en: &'static str,
    /// What its value may be.
    pub form: Form,
    /// How a change of it is told.
    pub telling: Telling,
}

const fn field(key: &'static str, fa: &'static str, en: &'static str, form: Form, telling: Telling) -> Field {
    Field { key, fa, en, form, telling }
}

use Form::{
    Count, Counted, Date, Days, Flag, Many, Measure, One, Percent, Points, Ratios, Share, Title, Verified,
};
use Telling::{Figure, Follows, Progress, Record};

const GROUP: &[Field] = &[
    field("title", "عنوان", "title", Title, Record),
    field("activities", "فعالیت‌ها", "activities", Count, Figure),
    field("actual", "پیشرفت واقعی", "actual progress", Percent, Figure),
    field("planned", "پیشرفت برنامه", "planned progress", Percent, Figure),
    field("deviation", "انحراف از برنامه", "deviation", Points, Figure),
    field("with_actual", "فعالیت‌های دارای پیشرفت", "activities with progress", Count, Follows),
    field("with_planned", "فعالیت‌های دارای برنامه", "activities with a plan", Count, Follows),
    field("with_both", "فعالیت‌های دارای هر دو", "activities with both", Count, Follows),
    field("states/done", "پایان‌یافته", "done", Counted, Figure),
    field("states/ahead", "جلوتر از برنامه", "ahead", Counted, Figure),
    field("states/on-track", "مطابق برنامه", "on track", Counted, Figure),
    field("states/behind", "عقب‌تر از برنامه", "behind", Counted, Figure),
    field("states/overdue", "مهلت‌گذشته", "overdue", Counted, Figure),
    field("states/unreported", "بدون گزارش", "unreported", Counted, Figure),
    field("states/not-started", "آغازنشده", "not started", Counted, Figure),
    field("states/unscheduled", "بدون زمان‌بندی", "unscheduled", Counted, Figure),
    field("states/paused", "متوقف", "paused", Counted, Figure),
    field("states/cancelled", "لغوشده", "cancelled", Counted, Figure),
    field("pillars/programme", "برنامهٔ مدون", "written programme", Share, Figure),
    field("pillars/schedule", "زمان‌بندی مشخص", "set schedule", Share, Figure),
    field("pillars/responsibility", "مسئولیت روشن", "clear responsibility", Share, Figure),
    field("running", "در حال اجرا", "running", Count, Figure),
    field("supervised", "پوشش نظارت میدانی", "supervision coverage", Share, Figure),
    field("stale", "دیرگزارش", "stale", Count, Figure),
    field("days_since_visit", "روزها از آخرین بازدید", "days since the last visit", Days, Follows),
    field("sample", "نمایشی", "illustrative", Flag, Record),
];

const ACTIVITY: &[Field] = &[
    field("title", "عنوان", "title", Title, Record),
    field("neighborhoods", "محله", "neighborhoods", Many(Kind::Neighborhood), Record),
    field("domain", "حوزه", "domain", One(Kind::Domain), Record),
    field("lead", "دستگاه مسئول", "lead", One(Kind::Agency), Record),
    field("start", "شروع", "start", Date, Telling::Date),
    field("due", "مهلت", "due", Date, Telling::Date),
    field("measure", "معیار پیشرفت", "measure", Measure, Record),
    field("actual", "پیشرفت واقعی", "actual progress", Percent, Progress),
    field("planned", "پیشرفت برنامه", "planned progress", Percent, Follows),
    field("state", "وضعیت", "state", Form::State, Telling::State),
    field("days_overdue", "روزهای گذشته از مهلت", "days overdue", Days, Follows),
    field("slippage_days", "جابه‌جایی مهلت", "slippage", Days, Follows),
    field("running", "در حال اجرا", "running", Flag, Follows),
    field("stale", "دیرگزارش", "stale", Flag, Follows),
    field("verified", "پیشرفت تأییدشده", "verified progress", Verified, Progress),
    field("verified_gap", "فاصلهٔ گزارش و بازدید", "gap of report and visit", Points, Follows),
    field("days_since_report", "روزها از آخرین گزارش", "days since the last report", Days, Follows),
    field("achievements", "تحقق شاخص‌ها", "achievement of indicators", Ratios, Follows),
    field("sample", "نمایشی", "illustrative", Flag, Record),
];

const DECISIONS: &[Field] = &[
    field("done", "مصوبهٔ انجام‌شده", "decisions done", Count, Figure),
    field("open", "مصوبهٔ در دست انجام", "decisions open", Count, Figure),
    field("overdue", "مصوبهٔ مهلت‌گذشته", "decisions overdue", Count, Figure),
];

/// The word of a state that a person reads, in Persian; `None` for what is no state.
pub fn state_word(key: &str) -> Option<&'static str> {
    State::ALL.into_iter().find(|state| state.key() == key).map(State::word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_states_of_a_group_are_those_of_the_figures() {
        let keys: Vec<_> = GROUP.iter().filter_map(|field| field.key.strip_prefix("states/")).collect();
        assert_eq!(keys, State::ALL.map(State::key));
        for field in GROUP {
            if let Some(word) = field.key.strip_prefix("states/").and_then(state_word) {
                assert_eq!(field.fa, word);
            }
        }
    }
}
