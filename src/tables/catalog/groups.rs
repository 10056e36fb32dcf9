//! Groups and their figures: site, counties, neighborhoods, domains, agencies, cells; and their way by months.

use std::borrow::Cow;

use crate::fields::Word;
use crate::model::Dataset;
use crate::progress::{DecisionCounts, Figures, Group, GroupKind, State};
use crate::tables::column::{About, Column, Kind, column, made, sample};
use crate::tables::context::Context;
use crate::tables::table::{Table, TableAbout};
use crate::tables::value::Value;

use super::activities::{
    ACTUAL, DEVIATION, PILLAR_PROGRAMME, PILLAR_RESPONSIBILITY, PILLAR_SCHEDULE, PLANNED, RUNNING, STALE,
};

/// The kinds of groups.
const KINDS: &[Word] = &[
    Word { en: "site", fa: "همه" },
    Word { en: "county", fa: "شهرستان" },
    Word { en: "neighborhood", fa: "محله" },
    Word { en: "domain", fa: "حوزه" },
    Word { en: "agency", fa: "دستگاه" },
    Word { en: "cell", fa: "خانه" },
];

/// A group's names in data files.
pub(in crate::tables) struct GroupName<'a> {
    /// «neighborhood»
    pub kind: &'static str,
    /// «sheikhabad», «sheikhabad/sport»; a county's is its name, the site's `site`.
    pub id: Cow<'a, str>,
    /// «شیخ‌آباد»
    pub title: Cow<'a, str>,
}

/// The names of a group; `site_title` is the title of the site's own.
pub(in crate::tables) fn group_name<'a>(
    dataset: &'a Dataset,
    figures: &'a Figures,
    site_title: &'a str,
    kind: GroupKind,
) -> GroupName<'a> {
    let own = |kind, id: &'a str, title: &'a str| GroupName { kind, id: id.into(), title: title.into() };
    match kind {
        GroupKind::Site => own("site", "site", site_title),
        GroupKind::County(position) => {
            let name = &figures.groups.counties[position].name;
            own("county", name.typed(), name.typed())
        }
        GroupKind::Neighborhood(of) => {
            own("neighborhood", &dataset[of].record.id, dataset[of].record.title.typed())
        }
        GroupKind::Domain(of) => own("domain", &dataset[of].record.id, dataset[of].record.title.typed()),
        GroupKind::Agency(of) => own("agency", &dataset[of].record.id, dataset[of].record.title.typed()),
        GroupKind::Cell(neighborhood, domain) => {
            let (neighborhood, domain) = (&dataset[neighborhood].record, &dataset[domain].record);
            GroupName {
                kind: "cell",
                id: format!("{}/{}", neighborhood.id, domain.id).into(),
                title: format!("{}، {}", neighborhood.title.typed(), domain.title.typed()).into(),
            }
        }
    }
}

/// All groups: by kind, each kind by the bytes of the whole id.
///
/// Counties are in that order already, and so are records; the id of a cell is two ids and a `/`, which stands before
/// letters but after `-`, so cells are put in order here.
pub(in crate::tables) fn ordered<'a>(dataset: &'a Dataset, figures: &'a Figures) -> Vec<&'a Group> {
    let mut groups: Vec<&Group> = figures.groups.iter().collect();
    let cells = groups.len() - figures.groups.cells.len();
    groups[cells..].sort_by_cached_key(|of| group_name(dataset, figures, "", of.kind).id);
    groups
}

/// A group's names by the context.
pub(super) fn name<'a>(c: &Context<'a>, of: &'a Group) -> GroupName<'a> {
    group_name(c.dataset, c.figures, c.site_title, of.kind)
}

pub(super) fn text(text: Cow<'_, str>) -> Value<'_> {
    Value::Text(text)
}

pub(super) const KIND: About = made(
    "kind",
    "گونهٔ گروه",
    Kind::Choice(KINDS),
    "گروه از چه گونه است؛ خانه جایی است که یک محله و یک حوزه به هم می‌رسد.",
    "What the group is of; a cell is where a neighborhood and a domain meet.",
)
.always();
pub(super) const ID: About = made(
    "id",
    "شناسه",
    Kind::Id,
    "شناسهٔ گروه: شناسهٔ رکورد، نام شهرستان، `site` برای همه، محله/حوزه برای خانه.",
    "The group's id: a record's id, a county's name, `site` for all, neighborhood/domain for a cell.",
)
.always();

pub(super) fn groups(context: Option<Context<'_>>) -> Table<'_> {
    let about = TableAbout {
        name: "groups",
        fa: "رقم‌های گروه‌ها",
        meaning_fa: "هر ردیف رقم‌های یک گروه در تاریخ گزارش است: همه، شهرستان، محله، حوزه، دستگاه، و خانهٔ محله و حوزه.",
        meaning_en: "A row the figures of a group on the report's day: the site, a county, neighborhood, domain, agency, or the cell of a neighborhood and a domain.",
        key: &["kind", "id"],
    };
    let mut columns = averages();
    columns.extend(state_columns());
    columns.extend(pillars());
    columns.extend(supervision());
    columns.extend(people_and_decisions());
    Table::new(about, context, columns, |c| ordered(c.dataset, c.figures))
}

type Row<'a> = &'a Group;

const fn count(
    name: &'static str,
    fa: &'static str,
    meaning_fa: &'static str,
    meaning_en: &'static str,
) -> About {
    made(name, fa, Kind::Whole, meaning_fa, meaning_en).always()
}

/// Names and averages (F20).
fn averages<'a>() -> Vec<Column<'a, Row<'a>>> {
    const TITLE: About = made("title", "عنوان", Kind::Text, "عنوان گروه.", "The group's title.").always();
    const ACTIVITIES: About = count(
        "activities",
        "فعالیت",
        "شمار فعالیت‌ها، بی لغوشده‌ها.",
        "Its activities, cancelled ones left out.",
    )
    .unit("فعالیت", "activities");
    const WITH_ACTUAL: About = count(
        "with_actual",
        "با پیشرفت واقعی",
        "میانگین واقعی بر چند فعالیت است.",
        "How many activities the actual average stands on.",
    )
    .unit("فعالیت", "activities");
    const WITH_PLANNED: About = count(
        "with_planned",
        "با پیشرفت برنامه‌ای",
        "میانگین برنامه‌ای بر چند فعالیت است.",
        "How many activities the planned average stands on.",
    )
    .unit("فعالیت", "activities");
    const WITH_BOTH: About = count(
        "with_both",
        "با هر دو",
        "انحراف بر چند فعالیت است.",
        "How many activities the deviation stands on.",
    )
    .unit("فعالیت", "activities");
    vec![
        column(KIND, |c, of: Row<'a>| name(c, of).kind.into()),
        column(ID, |c, of| text(name(c, of).id)),
        column(TITLE, |c, of| text(name(c, of).title)),
        column(ACTIVITIES, |_, of| of.activities.into()),
        column(WITH_ACTUAL, |_, of| of.actual.count.into()),
        column(
            ACTUAL.means(
                "میانگین وزنی پیشرفت واقعی؛ تهی یعنی نامعلوم، نه صفر.",
                "Weighted mean of actual progress; empty is unknown, never 0.",
            ),
            |_, of| of.actual.value.into(),
        ),
        column(WITH_PLANNED, |_, of| of.planned.count.into()),
        column(
            PLANNED.means("میانگین وزنی پیشرفت برنامه‌ای.", "Weighted mean of planned progress."),
            |_, of| of.planned.value.into(),
        ),
        column(WITH_BOTH, |_, of| of.deviation.count.into()),
        column(
            DEVIATION.means(
                "میانگین وزنی واقعی منهای برنامه‌ای، بر فعالیت‌هایی که هر دو را دارند.",
                "Weighted mean of actual less planned, over those that have both.",
            ),
            |_, of| of.deviation.value.into(),
        ),
    ]
}

/// A count for each state (F12).
fn state_columns<'a>() -> Vec<Column<'a, Row<'a>>> {
    macro_rules! states {
        ($($state:ident $name:literal),*) => {
            vec![$({
                const ABOUT: About = count($name, State::$state.word(), "شمار فعالیت‌ها در این وضعیت.", "How many activities are in this state.").unit("فعالیت", "activities");
                column(ABOUT, |_, of: Row<'a>| of.states.get(State::$state).into())
            }),*]
        };
    }
    states!(
        Done "states_done", Ahead "states_ahead", OnTrack "states_on_track", Behind "states_behind",
        Overdue "states_overdue", Unreported "states_unreported", NotStarted "states_not_started",
        Unscheduled "states_unscheduled", Paused "states_paused", Cancelled "states_cancelled"
    )
}

/// Shares of the three pillars (F23).
fn pillars<'a>() -> Vec<Column<'a, Row<'a>>> {
    let share = |about: About, fa: &'static str, name: &'static str| {
        About { kind: Kind::Share, required: false, ..about }.called(name, fa)
    };
    vec![
        column(
            share(PILLAR_PROGRAMME, "رکن برنامه", "pillars_programme").means(
                "سهم فعالیت‌هایی که شرح و مرحله یا شاخص دارند.",
                "Share of the activities with a text, and a milestone or indicator.",
            ),
            |_, of: Row<'a>| of.pillars.programme.into(),
        ),
        column(
            share(PILLAR_SCHEDULE, "رکن زمان‌بندی", "pillars_schedule").means(
                "سهم فعالیت‌هایی که شروع و مهلت دارند.",
                "Share of the activities with a start and a due.",
            ),
            |_, of| of.pillars.schedule.into(),
        ),
        column(
            share(PILLAR_RESPONSIBILITY, "رکن مسئولیت", "pillars_responsibility").means(
                "سهم فعالیت‌هایی که دستگاه و فرد مسئول دارند.",
                "Share of the activities with a lead and a responsible person.",
            ),
            |_, of| of.pillars.responsibility.into(),
        ),
    ]
}

/// What runs, what was seen of it, what is old (F14, F17, F22).
fn supervision<'a>() -> Vec<Column<'a, Row<'a>>> {
    const SUPERVISED: About = made(
        "supervised",
        "پوشش نظارت",
        Kind::Share,
        "سهم فعالیت‌های جاری که در بازهٔ نظارت بازدید شده‌اند.",
        "Share of the running activities with a finding within the days of supervision.",
    );
    const DAYS_SINCE_VISIT: About = made(
        "days_since_visit",
        "روز از واپسین بازدید",
        Kind::Whole,
        "از واپسین بازدید تا تاریخ گزارش.",
        "From the last visit to the report's day.",
    )
    .days();
    vec![
        column(
            About { kind: Kind::Whole, ..RUNNING }
                .means("شمار فعالیت‌های جاری.", "How many activities run.")
                .unit("فعالیت", "activities"),
            |_, of: Row<'a>| of.running.into(),
        ),
        column(SUPERVISED, |_, of| of.supervised.into()),
        column(
            About { kind: Kind::Whole, ..STALE }
                .means(
                    "شمار فعالیت‌های جاری که گزارش تازه ندارند.",
                    "How many running activities have an old report.",
                )
                .unit("فعالیت", "activities"),
            |_, of| of.stale.into(),
        ),
        column(DAYS_SINCE_VISIT, |c, of| of.last_visit.map(|visit| c.day().since(visit)).into()),
    ]
}

/// People, small groups left out (F29); decisions (F25).
fn people_and_decisions<'a>() -> Vec<Column<'a, Row<'a>>> {
    const REACHED: About = made(
        "beneficiaries_reached",
        "بهره‌مندان تحقق‌یافته",
        Kind::Whole,
        "جمع رقم‌هایی که کوچک نیست.",
        "Sum of the figures that are not small.",
    )
    .unit("نفر", "persons");
    const LEFT_OUT: About = count(
        "beneficiaries_left_out",
        "گروه‌های کوچک کنارگذاشته",
        "چند رقم کوچک در این جمع نیست.",
        "How many small figures are not in that sum.",
    )
    .unit("رقم", "figures");
    let decided = |name: &'static str, fa: &'static str| {
        made(
            name,
            fa,
            Kind::Whole,
            "مصوبه‌های همه، یا آن‌ها که دستگاه را نام می‌برند؛ در گروه‌های دیگر تهی.",
            "Decisions of the site, or those that name the agency; empty for other groups.",
        )
        .unit("مصوبه", "decisions")
    };
    vec![
        column(REACHED, |_, of: Row<'a>| of.people.reached.total.into()),
        column(LEFT_OUT, |_, of| of.people.reached.left_out.into()),
        column(decided("decisions_done", "مصوبهٔ انجام‌شده"), |_, of| {
            decisions(of).map(|of| of.done).into()
        }),
        column(decided("decisions_open", "مصوبهٔ باز"), |_, of| {
            decisions(of).map(|of| of.open).into()
        }),
        column(decided("decisions_overdue", "مصوبهٔ مهلت‌گذشته"), |_, of| {
            decisions(of).map(|of| of.overdue).into()
        }),
        column(
            sample().means(
                "دست‌کم یکی از فعالیت‌ها نمایشی است.",
                "At least one of its activities is illustrative.",
            ),
            |_, of| of.sample.into(),
        ),
    ]
}

/// The decisions of a group that can have some.
fn decisions(of: &Group) -> Option<&DecisionCounts> {
    matches!(of.kind, GroupKind::Site | GroupKind::Agency(_)).then_some(&of.decisions)
}
