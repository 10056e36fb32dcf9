//! «Why this number» of an activity: the rule of its progress, plan and state, with the inputs; and what a reader must
//! know first.

use crate::model::{Activity, Idx, Measure};
use crate::persian::dates;
use crate::persian::numbers::{decimal, integer, is_same, percent, points};
use crate::persian::text::isolate_ltr;
use crate::progress::{ActivityFigures, State};
use crate::site::view::{Alert, Why};
use crate::site::{Site, corrections, figures, words};

/// Why an activity stands where it stands: the rule, the inputs, the records.
pub(super) fn why(site: &Site<'_>, idx: Idx<Activity>) -> Why {
    let activity = &site.dataset[idx];
    let of = &site.figures[idx];
    let mut lines = vec![actual_reason(activity, of), beside_reason(of)];
    lines.push(planned_reason(site, activity, of));
    lines.push(state_reason(site, of));
    let formula = match (of.completed, of.measure) {
        (true, _) => "پایان کار ثبت شده است؛ پس پیشرفت کامل است.",
        (_, Some(Measure::Milestones)) => "پیشرفت = وزن مرحله‌های انجام‌شده ÷ وزن همهٔ مرحله‌ها",
        (_, Some(Measure::Reported)) => "پیشرفت = آخرین درصدی که گزارش شده است",
        (_, Some(Measure::Indicators)) => "پیشرفت = میانگین تحقق شاخص‌ها، هر یک از ۰ تا ۱",
        (_, None) => "این فعالیت مرحله، گزارش درصددار یا شاخص هدف‌دار ندارد؛ پس پیشرفت آن معلوم نیست.",
    };
    Why {
        summary: of.actual.map(|actual| format!("چرا {}؟", percent(actual))).unwrap_or_default(),
        formula: formula.to_owned(),
        lines: lines.into_iter().filter(|line| !line.is_empty()).collect(),
        records: Vec::new(),
        more: vec![figures::method_link(site, "progress")],
    }
}

fn actual_reason(activity: &Activity, of: &ActivityFigures) -> String {
    let Some(actual) = of.actual else {
        return "تا تاریخ گزارش چیزی نرسیده است که پیشرفت از آن به دست آید؛ «بدون گزارش» صفر نیست."
            .to_owned();
    };
    match of.measure {
        _ if of.completed => match activity.finished {
            Some(finished) => format!("پایان: {}.", dates::medium(finished)),
            None => "وضعیت «پایان‌یافته» است و تاریخ پایان ثبت نشده است.".to_owned(),
        },
        Some(Measure::Milestones) => {
            let done: f64 = activity.milestones.iter().filter(|m| m.done.is_some()).map(|m| m.weight).sum();
            let all: f64 = activity.milestones.iter().map(|m| m.weight).sum();
            let equation = format!("{} ÷ {} = {}", decimal(done, 2), decimal(all, 2), decimal(done / all, 2));
            format!("وزن مرحله‌های انجام‌شده به وزن همه: {}، یعنی {}.", isolate_ltr(&equation), percent(actual))
        }
        Some(Measure::Reported) => {
            let correction = |update| {
                let said = corrections::sentence(activity, update);
                said.map(|said| format!(" {said}")).unwrap_or_default()
            };
            activity.latest_progress().map_or_else(
                || "آغاز نشده است؛ پس پیشرفت صفر است.".to_owned(),
                |update| {
                    let day = dates::medium(update.date);
                    format!("گزارش {day}: {}.{}", percent(actual), correction(update))
                },
            )
        }
        Some(Measure::Indicators) => {
            let known = of.achievements.iter().flatten().count();
            format!(
                "میانگین تحقق {} شاخص از {}: {}.",
                words::whole(known),
                words::whole(of.achievements.len()),
                percent(actual)
            )
        }
        None => String::new(),
    }
}

/// What is typed beside the measure (F7).
fn beside_reason(of: &ActivityFigures) -> String {
    match of.beside {
        Some((Measure::Milestones, progress)) => {
            format!("از روی مراحل انجام‌شده {} است؛ درصد گزارش‌شده مقدم است.", percent(progress))
        }
        Some((_, progress)) => {
            let measure = of.measure.map_or("", Measure::fa);
            format!("آخرین درصد گزارش‌شده {} است؛ سنجهٔ این فعالیت «{measure}» است.", percent(progress))
        }
        None => String::new(),
    }
}

fn planned_reason(site: &Site<'_>, activity: &Activity, of: &ActivityFigures) -> String {
    let day = site.figures.day;
    let (Some(start), Some(due), Some(planned)) = (activity.start, of.due, of.planned) else {
        return "آغاز یا مهلت ندارد؛ پس پیشرفت برنامه‌ای معلوم نیست.".to_owned();
    };
    if day < start {
        return format!("برنامه‌ای: کار از {} آغاز می‌شود؛ پس {}.", dates::medium(start), percent(planned));
    }
    if day >= due {
        return format!("برنامه‌ای: مهلت {} رسیده است؛ پس {}.", dates::medium(due), percent(planned));
    }
    let (passed, all) = (day.since(start), due.since(start));
    let linear = 100.0 * f64::from(passed) / f64::from(all);
    if !is_same(linear, planned) {
        return format!("برنامه‌ای: وزن مرحله‌هایی که مهلتشان تا تاریخ گزارش رسیده است، {}.", percent(planned));
    }
    let equation = format!("{} ÷ {} = {}", integer(passed), integer(all), decimal(linear / 100.0, 2));
    format!(
        "برنامه‌ای: {} {} روز است و {} روز آن گذشته است: {}، یعنی {}.",
        words::span(start, due),
        integer(all),
        integer(passed),
        isolate_ltr(&equation),
        percent(planned)
    )
}

fn state_reason(site: &Site<'_>, of: &ActivityFigures) -> String {
    let tolerance = points(site.config.thresholds.tolerance);
    let word = of.state.fa();
    match (of.state, of.actual.zip(of.planned)) {
        (State::Overdue, _) => {
            format!("{} روز از مهلت گذشته و پایان کار ثبت نشده است: «{word}».", integer(of.days_overdue))
        }
        (State::Behind | State::Ahead | State::OnTrack, Some((actual, planned))) => {
            let distance = points((actual - planned).abs());
            match of.state {
                State::Behind => {
                    format!("{distance} واحد کمتر از برنامه، بیش از مرز {tolerance} واحد: «{word}».")
                }
                State::Ahead => {
                    format!("{distance} واحد بیشتر از برنامه، بیش از مرز {tolerance} واحد: «{word}».")
                }
                _ => format!(
                    "فاصله از برنامه {distance} واحد است و از مرز {tolerance} واحد نمی‌گذرد: «{word}»."
                ),
            }
        }
        _ => String::new(),
    }
}

pub(super) fn alerts(site: &Site<'_>, idx: Idx<Activity>) -> Vec<Alert> {
    let of = &site.figures[idx];
    let mut alerts = Vec::new();
    if let Some(verified) = of.verified.filter(|verified| verified.flagged) {
        let gap = verified.gap.unwrap_or_default();
        let direction = if gap < 0.0 { "کمتر" } else { "بیشتر" };
        alerts.push(Alert {
            kind: "warn".to_owned(),
            title: "گزارش با یافتهٔ بازدید همخوان نیست.".to_owned(),
            text: format!(
                "در بازدید {} پیشرفت {} دیده شد و گزارش تا همان روز {} بود: {} واحد {direction}، بیش از مرز {} واحد. نیاز به بررسی دارد.",
                dates::medium(verified.day),
                percent(verified.progress),
                percent(verified.progress - gap),
                points(gap.abs()),
                points(site.config.thresholds.tolerance)
            ),
            link: None,
        });
    }
    if of.is_full_but_open() {
        alerts.push(Alert {
            kind: "info".to_owned(),
            title: format!("{}؛ پایان کار اعلام نشده است.", percent(100.0)),
            text: "همهٔ کار گزارش شده است؛ با ثبت تاریخ پایان، «پایان‌یافته» شمرده می‌شود.".to_owned(),
            link: None,
        });
    }
    if of.stale && of.state != State::Unreported {
        let days = integer(site.config.thresholds.stale_days);
        alerts.push(Alert {
            kind: "warn".to_owned(),
            title: "گزارش تازه‌ای نرسیده است.".to_owned(),
            text: format!("بیش از {days} روز از آخرین گزارش این فعالیت گذشته است."),
            link: None,
        });
    }
    alerts
}
