//! A group's figures as pages show them, each with what it stands on and why it is so.

use crate::figures::group;
use crate::model::{Activity, Idx};
use crate::persian::ezafe;
use crate::persian::numbers::{decimal, integer, percent, points};
use crate::persian::text::isolate_ltr;
use crate::progress::{DecisionCounts, Group, State, exceeds};

use super::Site;
use super::Target;
use super::charts::{Bar, Ring, StateCount};
use super::view::{Flag, KeyFigure, Link, Pillar, Tally, Why};
use super::words::{self, counted, whole};

/// How many records a «why» note lists before it links to the rest.
const WHY_RECORDS: usize = 20;

/// Whether a deviation passes the tolerance downward.
pub(super) fn lags(site: &Site<'_>, deviation: Option<f64>) -> bool {
    deviation.is_some_and(|deviation| exceeds(-deviation, site.config.thresholds.tolerance))
}

/// A group's bar.
pub(super) fn group_bar(site: &Site<'_>, group: &Group) -> Bar {
    Bar {
        actual: group.actual.value,
        planned: group.planned.value,
        behind: lags(site, group.deviation.value),
        ..Bar::default()
    }
}

/// An activity's bar.
pub(super) fn activity_bar(site: &Site<'_>, activity: Idx<Activity>) -> Bar {
    let of = &site.figures[activity];
    Bar {
        actual: of.actual,
        planned: of.planned,
        verified: of.verified.map(|verified| verified.progress),
        behind: of.state == State::Behind,
        late: of.state == State::Overdue,
    }
}

/// «پیشرفت واقعی» with its bar, coverage and reasons.
pub(super) fn progress(site: &Site<'_>, group: &Group, rest: Target) -> KeyFigure {
    let terms = &site.config.terms;
    let small = match group.planned.value {
        Some(planned) => format!("در برابر {} برنامه", percent(planned)),
        None => String::new(),
    };
    let note = if group.activities == 0 {
        format!("هنوز {} نیست که میانگین گرفته شود.", words::any(&terms.activity.one))
    } else if group.actual.count == 0 {
        format!("هیچ‌یک از {} گزارش پیشرفت ندارد.", counted(group.activities, &terms.activity))
    } else {
        let planned = if group.planned.count > 0 && group.means().plan_has_other_members() {
            format!("؛ برنامه‌ای بر پایهٔ {}", words::in_sentence(group.planned.count, &terms.activity.one))
        } else {
            String::new()
        };
        format!("میانگین {}{planned}", words::coverage(group.actual, group.activities, terms))
    };
    let means = group.means();
    KeyFigure {
        label: group::ACTUAL.caption.to_owned(),
        value: words::group_actual(group),
        small,
        bar: Some(group_bar(site, group)),
        note,
        flag: lags(site, group.deviation.value).then(|| Flag {
            text: words::against_plan_of(&means, means.plan_has_other_members(), terms).unwrap_or_default(),
            late: false,
        }),
        why: Some(why_progress(site, group, rest)),
    }
}

/// Why a group's progress is what it is: rule, sums, coverage, records.
pub(super) fn why_progress(site: &Site<'_>, group: &Group, rest: Target) -> Why {
    let activity = &site.config.terms.activity;
    let members = || group.members.iter().map(|&at| Idx::new(at as usize));
    let counted_in = |idx: &Idx<Activity>| {
        let of = &site.figures[*idx];
        of.state != State::Cancelled && of.actual.is_some()
    };
    let (mut sum, mut weights) = (0.0, 0.0);
    for idx in members().filter(&counted_in) {
        let weight = site.dataset[idx].weight;
        sum += weight * site.figures[idx].actual.unwrap_or_default();
        weights += weight;
    }
    let mut lines = Vec::new();
    if let Some(actual) = group.actual.value {
        let equation = format!("{} ÷ {} = {}", decimal(sum, 1), decimal(weights, 2), decimal(actual, 1));
        lines.push(format!(
            "{} در میانگین است: {}، یعنی {}.",
            words::in_sentence(group.actual.count, &activity.one),
            isolate_ltr(&equation),
            percent(actual)
        ));
    }
    let not_started = group.actual.count - group.reported;
    if not_started > 0 {
        lines.push(format!(
            "{} از این‌ها هنوز شروع نشده است و با پیشرفت صفر در میانگین آمده است.",
            words::in_sentence(not_started, &activity.one)
        ));
    }
    let unknown = group.activities - group.actual.count;
    if unknown > 0 {
        lines.push(format!(
            "{} بدون گزارش است و در میانگین نیامده است؛ «بدون گزارش» صفر نیست.",
            words::in_sentence(unknown, &activity.one)
        ));
    }
    let cancelled = group.states.get(State::Cancelled);
    if cancelled > 0 {
        lines.push(format!(
            "{} لغو شده و در هیچ میانگینی نیست.",
            words::in_sentence(cancelled, &activity.one)
        ));
    }
    if let Some(against) = words::against_plan(group.deviation.value) {
        lines.push(format!(
            "انحراف بر {} است که هم گزارش و هم زمان‌بندی دارد: {against}.",
            counted(group.deviation.count, activity)
        ));
    }
    let records: Vec<_> =
        members().filter(&counted_in).take(WHY_RECORDS).map(|idx| figure_link(site, idx)).collect();
    let mut more = Vec::new();
    if group.actual.count > records.len() {
        more.push(Link {
            text: format!("همهٔ {}", counted(group.actual.count, activity)),
            href: site.href(rest),
        });
    }
    more.push(method_link(site, "progress"));
    Why {
        formula: "پیشرفت واقعی = جمع (وزن × پیشرفت) ÷ جمع وزن‌ها".to_owned(),
        lines,
        records,
        more,
        ..Why::default()
    }
}

/// «کتابخانهٔ کوچک محله: ۸۰٪»
fn figure_link(site: &Site<'_>, activity: Idx<Activity>) -> Link {
    let title = &site.dataset[activity].record.title;
    Link {
        text: format!("{title}: {}", words::progress(site.figures[activity].actual)),
        href: site.href(Target::Activity(activity)),
    }
}

/// The way to the rule behind a figure.
pub(super) fn method_link(site: &Site<'_>, part: &str) -> Link {
    Link { text: "روش محاسبه".to_owned(), href: format!("{}#{part}", site.href(Target::Method)) }
}

/// «پایان‌یافته»
pub(super) fn done(site: &Site<'_>, group: &Group) -> KeyFigure {
    let activity = &site.config.terms.activity;
    let complete = group
        .members
        .iter()
        .map(|&at| Idx::new(at as usize))
        .filter(|&idx| {
            let of = &site.figures[idx];
            !matches!(of.state, State::Done | State::Cancelled)
                && of.actual.is_some_and(|actual| actual >= 100.0)
        })
        .count();
    KeyFigure {
        label: State::Done.fa().to_owned(),
        value: whole(group.states.get(State::Done)),
        small: format!("از {}", counted(group.activities, activity)),
        note: match complete {
            0 => String::new(),
            _ => format!(
                "{} دیگر به {} رسیده و پایانش اعلام نشده است.",
                words::in_sentence(complete, &activity.one),
                percent(100.0)
            ),
        },
        why: Some(Why {
            lines: vec![format!(
                "آن دسته از {} که تاریخ پایانشان تا روز گزارش ثبت شده یا وضعیتشان «پایان‌یافته» است.",
                activity.many
            )],
            more: vec![method_link(site, "state")],
            ..Why::default()
        }),
        ..KeyFigure::default()
    }
}

/// «پوشش نظارت میدانی»
pub(super) fn supervision(site: &Site<'_>, group: &Group) -> KeyFigure {
    let days = integer(site.config.thresholds.supervision_days);
    let activity = &site.config.terms.activity;
    let note = match group.supervised {
        Some(_) => format!(
            "{} از {} جاری در {days} روز گذشته بازدید شده است.",
            whole(group.supervised_count),
            counted(group.running, activity)
        ),
        None => format!("هیچ {} جاری نیست.", words::any(&activity.one)),
    };
    KeyFigure {
        label: group::SUPERVISED.caption.to_owned(),
        value: words::share(group.supervised),
        note,
        why: Some(Why {
            lines: vec![format!(
                "سهم {} جاری که در {days} روز پیش از تاریخ گزارش یافتهٔ بازدید دارند.",
                ezafe::ezafe(&activity.many)
            )],
            more: vec![method_link(site, "supervision")],
            ..Why::default()
        }),
        ..KeyFigure::default()
    }
}

/// «مصوبه‌های انجام‌نشده»
pub(super) fn decisions(site: &Site<'_>, decisions: &DecisionCounts) -> KeyFigure {
    let late = decisions.overdue;
    KeyFigure {
        label: "مصوبه‌های انجام‌نشده".to_owned(),
        value: whole(decisions.open + decisions.overdue),
        small: format!("از {} مصوبه", whole(decisions.all())),
        note: match decisions.done_with_due {
            0 => String::new(),
            with_due => format!(
                "{} از {} مصوبهٔ انجام‌شدهٔ مهلت‌دار در مهلت انجام شده است.",
                whole(decisions.on_time),
                whole(with_due)
            ),
        },
        flag: (late > 0).then(|| Flag {
            text: format!("{} از مهلت گذشته است.", words::in_sentence(late, "مصوبه")),
            late: true,
        }),
        why: Some(Why {
            lines: vec!["مصوبه‌های جلسه‌ها تا تاریخ گزارش که تا این روز انجام نشده است.".to_owned()],
            more: vec![method_link(site, "decisions")],
            ..Why::default()
        }),
        ..KeyFigure::default()
    }
}

/// The three pillars of a group.
pub(super) fn pillars(site: &Site<'_>, group: &Group) -> Vec<Pillar> {
    let activity = &site.config.terms.activity;
    let one = |icon: &str, title: &str, has: &str, share: Option<f64>, count: usize| Pillar {
        icon: icon.to_owned(),
        title: title.to_owned(),
        value: words::share(share),
        bar: Bar { actual: share.map(|share| share * 100.0), ..Bar::default() },
        note: match group.activities {
            0 => format!("هنوز {} نیست.", words::any(&activity.one)),
            all => format!("{} از {} {has}.", whole(count), counted(all, activity)),
        },
        link: None,
    };
    let (shares, counts) = (&group.pillars, &group.pillar_counts);
    vec![
        one(
            "programme",
            group::PILLARS_PROGRAMME.caption,
            "شرح و مرحله یا شاخص دارد",
            shares.programme,
            counts.programme,
        ),
        one(
            "schedule",
            group::PILLARS_SCHEDULE.caption,
            "آغاز و مهلت دارد",
            shares.schedule,
            counts.schedule,
        ),
        one(
            "person",
            group::PILLARS_RESPONSIBILITY.caption,
            &format!("{} و فرد مسئول دارد", words::lead(&site.config.terms)),
            shares.responsibility,
            counts.responsibility,
        ),
    ]
}

/// How many members are in each state.
pub(super) fn tally(site: &Site<'_>, group: &Group) -> Tally {
    let parts: Vec<_> = State::ALL
        .into_iter()
        .filter(|&state| group.states.get(state) > 0)
        .map(|state| StateCount {
            state: state.key().to_owned(),
            count: u32::try_from(group.states.get(state)).unwrap_or(u32::MAX),
            text: whole(group.states.get(state)),
        })
        .collect();
    let all = group.members.len();
    Tally { title: format!("وضعیت {}", counted(all, &site.config.terms.activity)), parts }
}

/// A group's ring.
pub(super) fn ring(site: &Site<'_>, group: &Group) -> Ring {
    let (figure, means) = (words::group_actual(group), group.means());
    let note = match group.planned.value {
        Some(planned) => format!("در برابر {} برنامه", percent(planned)),
        None => "برنامه‌ای ندارد".to_owned(),
    };
    let basis = |average| words::basis(average, means.plan_has_other_members(), &site.config.terms);
    let title = format!("پیشرفت واقعی {figure}{}، {note}{}", basis(means.actual), basis(means.planned));
    Ring {
        id: "ring".to_owned(),
        actual: group.actual.value,
        planned: group.planned.value,
        title,
        figure,
        note,
    }
}

/// «−۶» in an isolate, «—» where unknown.
pub(super) fn deviation_text(deviation: Option<f64>) -> String {
    deviation.map_or_else(|| words::NOTHING.to_owned(), signed_points)
}

/// Points with their sign, isolated so that it stays at its left.
pub(super) fn signed_points(value: f64) -> String {
    let size = points(value.abs());
    if size == points(0.0) {
        return size;
    }
    isolate_ltr(&format!("{}{size}", if value < 0.0 { '−' } else { '+' }))
}
