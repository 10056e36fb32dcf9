//! The figures of a group: the site, a county, a neighborhood, a domain, an agency, a cell.

use std::borrow::Cow;

use crate::model::{Edition, RecordKind};
use crate::progress::{Figures, Group, GroupKind, State};

use super::{Figure, Form, Kind, Part, Role, activity, figures};

/// A group with what its names need.
#[derive(Debug, Clone, Copy)]
pub struct GroupRow<'a> {
    /// The records that it stands for.
    pub dataset: &'a Edition,
    /// All figures.
    pub figures: &'a Figures,
    /// The title of the site's own group.
    pub site_title: &'a str,
    /// The group itself.
    pub group: &'a Group,
}

impl<'a> GroupRow<'a> {
    /// «sheikhabad», «sheikhabad/sport»; a county's is its name, the site's `site`.
    pub fn id(&self) -> Cow<'a, str> {
        let dataset = self.dataset;
        Cow::Borrowed(match self.group.kind {
            GroupKind::Site => "site",
            GroupKind::County(position) => self.figures.groups.counties[position].name.typed(),
            GroupKind::Neighborhood(at) => &dataset[at].record.id,
            GroupKind::Domain(at) => &dataset[at].record.id,
            GroupKind::Agency(at) => &dataset[at].record.id,
            GroupKind::Cell(neighborhood, domain) => {
                return format!("{}/{}", dataset[neighborhood].record.id, dataset[domain].record.id).into();
            }
        })
    }

    /// «شیخ‌آباد»; a cell's has both titles.
    pub fn title(&self) -> Cow<'a, str> {
        let dataset = self.dataset;
        Cow::Borrowed(match self.group.kind {
            GroupKind::Site => self.site_title,
            GroupKind::County(position) => self.figures.groups.counties[position].name.typed(),
            GroupKind::Neighborhood(at) => dataset[at].record.title.typed(),
            GroupKind::Domain(at) => dataset[at].record.title.typed(),
            GroupKind::Agency(at) => dataset[at].record.title.typed(),
            GroupKind::Cell(neighborhood, domain) => {
                let (neighborhood, domain) = (&dataset[neighborhood].record, &dataset[domain].record);
                return format!("{}، {}", neighborhood.title.typed(), domain.title.typed()).into();
            }
        })
    }
}

/// All groups: by kind, each kind by the bytes of the whole id.
///
/// Counties are in that order already, and so are records; the id of a cell is two ids and a `/`, which stands before
/// letters but after `-`, so cells are put in order here.
pub fn ordered<'a>(dataset: &'a Edition, figures: &'a Figures) -> Vec<&'a Group> {
    let mut groups: Vec<&Group> = figures.groups.iter().collect();
    let cells = groups.len() - figures.groups.cells.len();
    groups[cells..].sort_by_cached_key(|&group| GroupRow { dataset, figures, site_title: "", group }.id());
    groups
}

const STATE_COUNTS: Part = Part {
    key: "states",
    meaning_en: "Counts above 0 by state; the keys are the words of the column `state` of `activities`.",
};
const PILLARS: Part = Part {
    key: "pillars",
    meaning_en: "`programme`, `schedule`, `responsibility`: shares 0–1 of the activities that have each, or `null`.",
};

/// How many activities something is true of.
const fn activities(key: &'static str, fa: &'static str, en: &'static str) -> Figure {
    Figure::new(key, fa, en, Form::Count).unit(RecordKind::Activity.fa(), "activities")
}

/// How many activities are in a state.
const fn state(state: State, column: &'static str) -> Figure {
    activities(state.key(), state.fa(), state.key())
        .as_form(Form::CountAboveZero)
        .means("تعداد فعالیت‌ها در این وضعیت.", "How many activities are in this state.")
        .within(&STATE_COUNTS, column)
        .everywhere(Role::Figure)
}

/// The share of activities that have a pillar.
const fn pillar(figure: Figure, key: &'static str, column: &'static str) -> Figure {
    figure.called(key, figure.en).as_form(Form::Share).within(&PILLARS, column).everywhere(Role::Figure)
}

figures! { GroupRow;
    KIND "F19" = Figure::new("kind", "گونهٔ گروه", "kind of group", Form::GroupKind)
        .means(
            "گروه از چه گونه است؛ خانه جایی است که یک محله و یک حوزه به هم می‌رسد.",
            "The kind of group; a cell is one neighborhood and one domain.",
        )
        .everywhere(Role::Name)
        => |row| Kind::from(row.group.kind).into();
    ID "F19" = Figure::new("id", "شناسه", "id", Form::Id)
        .means(
            "شناسهٔ گروه: شناسهٔ رکورد، نام شهرستان، `site` برای همه، محله/حوزه برای خانه.",
            "The group's id: a record's id, a county's name, `site` for all, neighborhood/domain for a cell.",
        )
        .everywhere(Role::Name)
        => |row| row.id().into();
    TITLE "F19" = activity::TITLE.means("عنوان گروه.", "The group's title.").everywhere(Role::Record)
        => |row| row.title().into();
    ACTIVITIES "F19" = activities("activities", RecordKind::Activity.fa(), "activities")
        .means("تعداد فعالیت‌ها، بی لغوشده‌ها.", "The number of its activities, without cancelled ones.")
        .everywhere(Role::Figure)
        => |row| row.group.activities.into();
    WITH_ACTUAL "F20" = activities("with_actual", "با پیشرفت واقعی", "activities with progress")
        .means(
            "میانگین واقعی بر چند فعالیت است.",
            "How many activities the mean of actual progress is based on.",
        )
        .everywhere(Role::Follows)
        => |row| row.group.actual.count.into();
    ACTUAL "F20" = activity::ACTUAL
        .means(
            "میانگین وزنی پیشرفت واقعی؛ خالی یعنی نامعلوم، نه صفر.",
            "Weighted mean of actual progress; empty is unknown, never 0.",
        )
        .everywhere(Role::Figure)
        => |row| row.group.actual.value.into();
    WITH_PLANNED "F20" = activities("with_planned", "با پیشرفت برنامه‌ای", "activities with a plan")
        .means(
            "میانگین برنامه‌ای بر چند فعالیت است.",
            "How many activities the mean of planned progress is based on.",
        )
        .everywhere(Role::Follows)
        => |row| row.group.planned.count.into();
    PLANNED "F20" = activity::PLANNED
        .means("میانگین وزنی پیشرفت برنامه‌ای.", "Weighted mean of planned progress.")
        .everywhere(Role::Figure)
        => |row| row.group.planned.value.into();
    WITH_BOTH "F20" = activities("with_both", "با هر دو", "activities with both")
        .means("انحراف بر چند فعالیت است.", "How many activities the deviation is based on.")
        .everywhere(Role::Follows)
        => |row| row.group.deviation.count.into();
    DEVIATION "F20" = activity::DEVIATION
        .means(
            "میانگین وزنی واقعی منهای برنامه‌ای، بر فعالیت‌هایی که هر دو را دارند.",
            "Weighted mean of actual minus planned, over activities that have both.",
        )
        .everywhere(Role::Figure)
        => |row| row.group.deviation.value.into();
    STATES_DONE "F12" = state(State::Done, "states_done")
        => |row| row.group.states.get(State::Done).into();
    STATES_AHEAD "F12" = state(State::Ahead, "states_ahead")
        => |row| row.group.states.get(State::Ahead).into();
    STATES_ON_TRACK "F12" = state(State::OnTrack, "states_on_track")
        => |row| row.group.states.get(State::OnTrack).into();
    STATES_BEHIND "F12" = state(State::Behind, "states_behind")
        => |row| row.group.states.get(State::Behind).into();
    STATES_OVERDUE "F12" = state(State::Overdue, "states_overdue")
        => |row| row.group.states.get(State::Overdue).into();
    STATES_UNREPORTED "F12" = state(State::Unreported, "states_unreported")
        => |row| row.group.states.get(State::Unreported).into();
    STATES_NOT_STARTED "F12" = state(State::NotStarted, "states_not_started")
        => |row| row.group.states.get(State::NotStarted).into();
    STATES_UNSCHEDULED "F12" = state(State::Unscheduled, "states_unscheduled")
        => |row| row.group.states.get(State::Unscheduled).into();
    STATES_PAUSED "F12" = state(State::Paused, "states_paused")
        => |row| row.group.states.get(State::Paused).into();
    STATES_CANCELLED "F12" = state(State::Cancelled, "states_cancelled")
        => |row| row.group.states.get(State::Cancelled).into();
    PILLARS_PROGRAMME "F23" = pillar(activity::PILLAR_PROGRAMME, "programme", "pillars_programme")
        .means(
            "سهم فعالیت‌هایی که شرح و مرحله یا شاخص دارند.",
            "Share of the activities with a text, and a milestone or indicator.",
        )
        => |row| row.group.pillars.programme.into();
    PILLARS_SCHEDULE "F23" = pillar(activity::PILLAR_SCHEDULE, "schedule", "pillars_schedule")
        .means("سهم فعالیت‌هایی که شروع و مهلت دارند.", "Share of the activities with a start and a due.")
        => |row| row.group.pillars.schedule.into();
    PILLARS_RESPONSIBILITY "F23" = pillar(
            activity::PILLAR_RESPONSIBILITY,
            "responsibility",
            "pillars_responsibility",
        )
        .means(
            "سهم فعالیت‌هایی که دستگاه و فرد مسئول دارند.",
            "Share of the activities with a lead and a responsible person.",
        )
        => |row| row.group.pillars.responsibility.into();
    RUNNING "F14" = activity::RUNNING
        .as_form(Form::Count)
        .unit(RecordKind::Activity.fa(), "activities")
        .means("تعداد فعالیت‌های جاری.", "How many activities are running.")
        .everywhere(Role::Figure)
        => |row| row.group.running.into();
    SUPERVISED "F22" = Figure::new("supervised", "پوشش نظارت میدانی", "supervision coverage", Form::Share)
        .headed("پوشش نظارت")
        .means(
            "سهم فعالیت‌های جاری که در بازهٔ نظارت بازدید شده‌اند.",
            "Share of the running activities with a recent finding.",
        )
        .everywhere(Role::Figure)
        => |row| row.group.supervised.into();
    STALE "F17" = activity::STALE
        .as_form(Form::Count)
        .unit(RecordKind::Activity.fa(), "activities")
        .means(
            "تعداد فعالیت‌های جاری که گزارش تازه ندارند.",
            "How many running activities have a report that is too old, or none.",
        )
        .in_order()
        .everywhere(Role::Figure)
        => |row| row.group.stale.into();
    DAYS_SINCE_VISIT "F22" = Figure::new(
            "days_since_visit",
            "روز از آخرین بازدید",
            "days since the last visit",
            Form::Days,
        )
        .means("از آخرین بازدید تا تاریخ گزارش.", "Days from the last visit to the report's day.")
        .everywhere(Role::Follows)
        => |row| row.group.last_visit.map(|visit| row.figures.day.since(visit)).into();
    BENEFICIARIES_REACHED "F29" = Figure::new(
            "beneficiaries_reached",
            "بهره‌مندان تحقق‌یافته",
            "beneficiaries reached",
            Form::Count,
        )
        .maybe()
        .unit("نفر", "persons")
        .means("جمع رقم‌هایی که کوچک نیست.", "Sum of the figures that are not small.")
        .tables()
        => |row| row.group.people.reached.total.into();
    BENEFICIARIES_LEFT_OUT "F29" = Figure::new(
            "beneficiaries_left_out",
            "گروه‌های کوچک کنارگذاشته",
            "small groups left out",
            Form::Count,
        )
        .unit("رقم", "figures")
        .means("چند رقم کوچک در این جمع نیست.", "How many small figures are not in that sum.")
        .tables()
        => |row| row.group.people.reached.left_out.into();
    SAMPLE "F24" = activity::SAMPLE
        .means("دست‌کم یکی از فعالیت‌ها نمایشی است.", "At least one of its activities is illustrative.")
        .everywhere(Role::Record)
        => |row| row.group.sample.into();
}
