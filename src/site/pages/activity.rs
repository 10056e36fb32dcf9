//! `activities/<id>.html`: everything known of one activity.

use serde::Serialize;

use crate::model::{Activity, Beneficiaries, Budget, Idx, Indicator as Measured, Measure, Milestone, Reason};
use crate::persian::numbers::{compact, decimal, integer, percent, points};
use crate::persian::text::{Text, isolate_ltr, joined};
use crate::persian::{Day, dates};
use crate::progress::{ActivityFigures, State};
use crate::site::address::Target;
use crate::site::charts::{Bar, Gantt, GanttGroup, GanttRow, Indicator, Measure as Point};
use crate::site::gantt::Span;
use crate::site::rows::{DecisionRow, FindingRow, indicator, update_sentence};
use crate::site::view::{Alert, Dated, Fact, Figure, File, Flag, Frame, Html, Knot, Link, Stamp, Why};
use crate::site::{Site, stamp, words};

use super::{PageView, View, missing, sample};

/// What an activity's page shows.
#[derive(Debug, Serialize)]
pub struct ActivityPage {
    /// Its title.
    pub name: String,
    /// The state's key.
    pub state: String,
    /// A word in place of the state's; empty for its own.
    pub word: String,
    /// What it is about; empty for none.
    pub summary: String,
    /// Reported, planned, verified.
    pub figures: Vec<Figure>,
    /// The three on one bar.
    pub bar: Bar,
    /// «۳۰ واحد عقب‌تر از برنامه», for the bar's legend; empty for none.
    pub gap: String,
    /// Why.
    pub why: Why,
    /// What a reader must know first.
    pub alerts: Vec<Alert>,
    /// Neighborhood, domain, agency, days …
    pub facts: Vec<Fact>,
    /// The schedule, first and present; absent without days.
    pub gantt: Option<Gantt>,
    /// Changes of the due date.
    pub reschedules: Vec<RescheduleRow>,
    /// «۲ از ۵ مرحله»
    pub milestones_note: String,
    /// The milestones.
    pub milestones: Vec<Knot>,
    /// The indicators, each with its chart.
    pub indicators: Vec<IndicatorBlock>,
    /// The narrative.
    pub body: Option<Html>,
    /// Everything that happened, the latest first.
    pub history: Vec<Dated>,
    /// What visits saw.
    pub findings: Vec<FindingRow>,
    /// Decisions that it carries out.
    pub decisions: Vec<DecisionRow>,
    /// Documents and photos.
    pub evidence: Vec<File>,
    /// What it waits for.
    pub depends_on: Vec<Link>,
    /// What waits for it.
    pub dependents: Vec<Link>,
}

/// A change of the due date (F10).
#[derive(Debug, Serialize)]
pub struct RescheduleRow {
    /// When it was decided.
    pub at: Stamp,
    /// The due before; absent where there was none.
    pub from: Option<Stamp>,
    /// The due after.
    pub to: Stamp,
    /// «۹۰ روز», «−۱۰ روز»
    pub moved: String,
    /// «پیمانکار»
    pub reason: String,
    /// A note; empty for none.
    pub note: String,
}

/// An indicator with its sentence and its chart.
#[derive(Debug, Serialize)]
pub struct IndicatorBlock {
    /// What is measured.
    pub title: String,
    /// «پایه ۱۲۰، اکنون ۲۶۰، هدف ۶۰۰ نفر: ۲۹٪ تحقق»
    pub caption: String,
    /// Its chart; absent without values.
    pub chart: Option<Indicator>,
}

impl Site<'_> {
    pub(super) fn activity(&self, address: &str, idx: Idx<Activity>) -> PageView {
        let activity = &self.dataset[idx];
        let of = self.of(idx);
        let name = activity.record.title.to_string();
        let first = activity.neighborhoods[0];
        let above = vec![
            Link {
                text: self.config.terms.neighborhood.many.to_string(),
                href: self.href(Target::Neighborhoods(1)),
            },
            self.neighborhood_link(first),
            Link {
                text: self.dataset[activity.domain].record.title.to_string(),
                href: self.href(Target::Cell(first, activity.domain)),
            },
        ];
        let summary = words::said(activity.summary.as_ref());
        let frame = Frame {
            description: format!("{} {summary}", self.meta_of(activity)).trim_end().to_owned(),
            crumbs: self.crumbs(above, &name),
            section: "activities".to_owned(),
            sample: sample(activity.record.sample, false),
            ..Frame::new(address, "activity.html", &name)
        };
        let root = &*frame.root;
        let (milestones_note, milestones) = self.milestones(activity);
        let view = ActivityPage {
            state: of.state.key().to_owned(),
            word: String::new(),
            summary,
            figures: activity_figures(of),
            bar: self.activity_bar(idx),
            gap: deviation_legend(of),
            why: self.why_activity(idx),
            alerts: self.alerts(idx),
            facts: self.activity_facts(idx),
            gantt: self.activity_gantt(idx),
            reschedules: self.reschedules(activity),
            milestones_note,
            milestones,
            indicators: self.indicator_blocks(idx),
            body: activity.record.body.as_ref().map(|body| self.prose(body, "", root)),
            history: self.history(idx, root),
            findings: self.activity_findings(activity, root),
            decisions: self.activity_decisions(activity),
            evidence: self.evidence(activity),
            depends_on: self.existing_links(&activity.depends_on),
            dependents: self.existing_links(&self.relations.dependents[idx.get()]),
            name,
        };
        PageView { frame, view: View::Activity(Box::new(view)) }
    }

    /// Links to those activities that exist at T.
    fn existing_links(&self, list: &[Idx<Activity>]) -> Vec<Link> {
        list.iter()
            .filter(|idx| self.figures.activities[idx.get()].is_some())
            .map(|&idx| self.activity_link(idx))
            .collect()
    }

    /// Why an activity stands where it stands: the rule, the inputs, the records.
    fn why_activity(&self, idx: Idx<Activity>) -> Why {
        let activity = &self.dataset[idx];
        let of = self.of(idx);
        let mut lines = vec![self.actual_reason(activity, of)];
        lines.push(self.planned_reason(activity, of));
        lines.push(self.state_reason(of));
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
            more: vec![self.method_link("progress")],
        }
    }

    fn actual_reason(&self, activity: &Activity, of: &ActivityFigures) -> String {
        let day = self.figures.day;
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
                let done: f64 =
                    activity.milestones.iter().filter(|m| is_done(m, day)).map(|m| m.weight).sum();
                let all: f64 = activity.milestones.iter().map(|m| m.weight).sum();
                let equation =
                    format!("{} ÷ {} = {}", decimal(done, 2), decimal(all, 2), decimal(done / all, 2));
                format!(
                    "وزن مرحله‌های انجام‌شده به وزن همه: {}، یعنی {}.",
                    isolate_ltr(&equation),
                    percent(actual)
                )
            }
            Some(Measure::Reported) => {
                let last = activity
                    .updates
                    .iter()
                    .filter(|u| u.date <= day && u.progress.is_some())
                    .max_by_key(|u| u.date);
                last.map_or_else(
                    || "آغاز نشده است؛ پس پیشرفت صفر است.".to_owned(),
                    |update| format!("گزارش {}: {}.", dates::medium(update.date), percent(actual)),
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

    fn planned_reason(&self, activity: &Activity, of: &ActivityFigures) -> String {
        let day = self.figures.day;
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
        if (linear - planned).abs() > 1e-9 {
            return format!(
                "برنامه‌ای: وزن مرحله‌هایی که مهلتشان تا تاریخ گزارش رسیده است، {}.",
                percent(planned)
            );
        }
        let equation =
            format!("{} ÷ {} = {}", integer(passed.into()), integer(all.into()), decimal(linear / 100.0, 2));
        format!(
            "برنامه‌ای: {} {} روز است و {} روز آن گذشته است: {}، یعنی {}.",
            words::span(start, due),
            integer(all.into()),
            integer(passed.into()),
            isolate_ltr(&equation),
            percent(planned)
        )
    }

    fn state_reason(&self, of: &ActivityFigures) -> String {
        let tolerance = points(self.config.thresholds.tolerance);
        let word = of.state.word();
        match (of.state, of.actual.zip(of.planned)) {
            (State::Overdue, _) => {
                format!(
                    "{} روز از مهلت گذشته و پایان کار ثبت نشده است: «{word}».",
                    integer(of.days_overdue.into())
                )
            }
            (State::Behind | State::Ahead | State::OnTrack, Some((actual, planned))) => {
                let size = points((actual - planned).abs());
                match of.state {
                    State::Behind => {
                        format!("{size} واحد کمتر از برنامه، بیش از مرز {tolerance} واحد: «{word}».")
                    }
                    State::Ahead => {
                        format!("{size} واحد بیشتر از برنامه، بیش از مرز {tolerance} واحد: «{word}».")
                    }
                    _ => format!(
                        "فاصله از برنامه {size} واحد است و از مرز {tolerance} واحد نمی‌گذرد: «{word}»."
                    ),
                }
            }
            _ => String::new(),
        }
    }

    fn alerts(&self, idx: Idx<Activity>) -> Vec<Alert> {
        let of = self.of(idx);
        let mut alerts = Vec::new();
        if let Some(verified) = of.verified.filter(|verified| verified.flagged) {
            let gap = verified.gap.unwrap_or_default();
            let side = if gap < 0.0 { "کمتر" } else { "بیشتر" };
            alerts.push(Alert {
                kind: "warn".to_owned(),
                title: "گزارش و بازدید یکی نیست.".to_owned(),
                text: format!(
                    "در بازدید {} پیشرفت {} دیده شد و گزارش تا همان روز {} بود: {} واحد {side}، بیش از مرز {} واحد. نیاز به بررسی دارد.",
                    dates::medium(verified.day),
                    percent(verified.progress),
                    percent(verified.progress - gap),
                    points(gap.abs()),
                    points(self.config.thresholds.tolerance)
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
            let days = integer(self.config.thresholds.stale_days.into());
            alerts.push(Alert {
                kind: "warn".to_owned(),
                title: "گزارش تازه‌ای نرسیده است.".to_owned(),
                text: format!("بیش از {days} روز از واپسین گزارش این فعالیت گذشته است."),
                link: None,
            });
        }
        alerts
    }

    fn activity_facts(&self, idx: Idx<Activity>) -> Vec<Fact> {
        let activity = &self.dataset[idx];
        let of = self.of(idx);
        let terms = &self.config.terms;
        let links = |term: &str, values: Vec<Link>| Fact { term: term.to_owned(), values, ..Fact::default() };
        let text = |value: &str| vec![Link { text: value.to_owned(), href: String::new() }];
        let unset =
            |term: &str| Fact {
                term: term.to_owned(), flag: Some(missing("تعیین نشده")), ..Fact::default()
            };
        let mut facts = vec![
            links(
                &terms.neighborhood.one,
                activity.neighborhoods.iter().map(|&at| self.neighborhood_link(at)).collect(),
            ),
            links(&terms.domain.one, vec![self.domain_link(activity.domain)]),
            match activity.lead {
                Some(lead) => links("دستگاه مسئول", vec![self.agency_link(lead)]),
                None => unset("دستگاه مسئول"),
            },
            match &activity.responsible {
                Some(responsible) => links("فرد مسئول", text(&responsible.shown())),
                None => unset("فرد مسئول"),
            },
        ];
        if !activity.partners.is_empty() {
            facts.push(links("همکاران", activity.partners.iter().map(|&at| self.agency_link(at)).collect()));
        }
        facts.push(day_fact("آغاز", activity.start));
        facts.push(due_fact(of));
        if let Some(finished) = activity.finished.filter(|&finished| finished <= self.figures.day) {
            facts.push(day_fact("پایان", Some(finished)));
        }
        if let Some(beneficiaries) = &activity.beneficiaries {
            facts.extend(self.beneficiaries_fact(beneficiaries));
        }
        if let Some(budget) = &activity.budget {
            facts.extend(budget_fact(budget));
        }
        if let Some(problem) = activity.problem.filter(|&problem| self.lists.has_problem(problem)) {
            let link = Link {
                text: self.dataset[problem].record.title.to_string(),
                href: self.href(Target::Problem(problem)),
            };
            facts.push(links("مسئله", vec![link]));
        }
        if let Some(model) = activity.model {
            let link = Link {
                text: self.dataset[model].record.title.to_string(),
                href: self.href(Target::Model(model)),
            };
            facts.push(links(&terms.model.one, vec![link]));
        }
        if !activity.tags.is_empty() {
            facts.push(links("برچسب‌ها", text(&joined(&activity.tags, "، "))));
        }
        facts.push(match of.last_report {
            Some(last) => day_fact("واپسین گزارش", Some(last)),
            None => {
                Fact {
                    term: "واپسین گزارش".to_owned(), flag: Some(missing("بدون گزارش")), ..Fact::default()
                }
            }
        });
        facts
    }

    /// «۲۶۰ از ۶۰۰ نفر»; small figures masked (F29).
    fn beneficiaries_fact(&self, of: &Beneficiaries) -> Option<Fact> {
        let count = |count: u64| self.people(count);
        let group = of.group.as_ref().map_or("نفر".into(), Text::shown);
        let text = match (of.reached, of.planned) {
            (Some(reached), Some(planned)) => format!("{} از {} {group}", count(reached), count(planned)),
            (Some(reached), None) => format!("{} {group}", count(reached)),
            (None, Some(planned)) => format!("{} {group} (پیش‌بینی)", count(planned)),
            (None, None) => return None,
        };
        Some(Fact {
            term: "بهره‌مندان".to_owned(),
            values: vec![Link { text, href: String::new() }],
            ..Fact::default()
        })
    }

    /// A count of people, masked where it is small (F29).
    pub(in crate::site) fn people(&self, count: u64) -> String {
        let floor = self.config.thresholds.small_group;
        if (1..floor).contains(&count) {
            format!("کمتر از {}", integer(i64::try_from(floor).unwrap_or(i64::MAX)))
        } else {
            integer(i64::try_from(count).unwrap_or(i64::MAX))
        }
    }

    /// The first schedule and the one in force, on the years that they touch.
    fn activity_gantt(&self, idx: Idx<Activity>) -> Option<Gantt> {
        let activity = &self.dataset[idx];
        let of = self.of(idx);
        let days = [activity.start, activity.due, of.due, Some(self.figures.day)];
        activity.start.or(of.due)?;
        let first = days.iter().flatten().min()?;
        let last = days.iter().flatten().max()?;
        let span = Span::months(*first, *last);
        let present = self.gantt_row(span, idx);
        let mut rows = Vec::new();
        let slipped = of.slippage_days.filter(|&slippage| slippage != 0);
        if slipped.is_some() {
            rows.push(GanttRow {
                title: "زمان‌بندی نخست".to_owned(),
                start: present.start,
                due: activity.due.map(|due| span.evening(due)),
                start_at: present.start_at.clone(),
                due_at: activity.due.map(stamp::short),
                ..GanttRow::default()
            });
        }
        rows.push(GanttRow {
            title: if rows.is_empty() { "زمان‌بندی" } else { "زمان‌بندی کنونی" }.to_owned(),
            href: String::new(),
            tell: false,
            flag: slipped.map(slippage_text).unwrap_or_default(),
            ..present
        });
        Some(Gantt {
            axis: span.axis(self.figures.day),
            groups: vec![GanttGroup { rows, ..GanttGroup::default() }],
        })
    }

    fn reschedules(&self, activity: &Activity) -> Vec<RescheduleRow> {
        let mut known: Vec<_> =
            activity.reschedules.iter().filter(|row| row.date <= self.figures.day).collect();
        known.sort_by_key(|row| row.date);
        let mut before = activity.due;
        known
            .into_iter()
            .map(|row| {
                let from = before.replace(row.due);
                RescheduleRow {
                    at: stamp::short(row.date),
                    from: from.map(stamp::short),
                    to: stamp::short(row.due),
                    moved: from
                        .map_or_else(|| words::NOTHING.to_owned(), |from| slippage_text(row.due.since(from))),
                    reason: reason_word(row.reason).to_owned(),
                    note: words::said(row.note.as_ref()),
                }
            })
            .collect()
    }

    fn milestones(&self, activity: &Activity) -> (String, Vec<Knot>) {
        let day = self.figures.day;
        let all = &activity.milestones;
        if all.is_empty() {
            return (String::new(), Vec::new());
        }
        let done = all.iter().filter(|milestone| is_done(milestone, day)).count();
        let note = format!("{} از {} مرحله", words::whole(done), words::whole(all.len()));
        let next = all.iter().position(|milestone| !is_done(milestone, day));
        let weighted = all.iter().any(|milestone| (milestone.weight - 1.0).abs() > 1e-9);
        let knots = all
            .iter()
            .enumerate()
            .map(|(at, milestone)| knot(milestone, day, next == Some(at), weighted))
            .collect();
        (note, knots)
    }

    fn indicator_blocks(&self, idx: Idx<Activity>) -> Vec<IndicatorBlock> {
        let rows = self.indicator_rows(idx);
        self.dataset[idx]
            .indicators
            .iter()
            .zip(rows)
            .enumerate()
            .map(|(at, (measured, row))| {
                let unit = if row.unit.is_empty() { String::new() } else { format!(" {}", row.unit) };
                IndicatorBlock {
                    caption: format!(
                        "پایه {}، اکنون {}، هدف {}{unit}؛ تحقق: {}",
                        row.baseline, row.now, row.target, row.achievement
                    ),
                    chart: self.indicator_chart(measured, at),
                    title: row.title,
                }
            })
            .collect()
    }

    fn indicator_chart(&self, measured: &Measured, at: usize) -> Option<Indicator> {
        let values = indicator::values_until(measured, self.figures.day);
        let (first, last) = (values.first()?, values.last()?);
        let span = Span::months(first.date, last.date.max(self.figures.day));
        let unit = words::said(measured.unit.as_ref());
        let text = |value: f64| format!("{} {unit}", indicator::quantity(value)).trim_end().to_owned();
        Some(Indicator {
            id: format!("indicator-{}", at + 1),
            title: measured.title.to_string(),
            desc: format!(
                "{}: {}؛ {}: {}.",
                dates::medium(first.date),
                text(first.value),
                dates::medium(last.date),
                text(last.value)
            ),
            axis: span.axis(self.figures.day),
            points: values
                .iter()
                .map(|value| Point {
                    day: span.evening(value.date),
                    value: value.value,
                    at: stamp::short(value.date),
                    text: text(value.value),
                    source: words::said(value.source.as_ref()),
                })
                .collect(),
            target: measured.target,
            target_label: measured.target.map(|target| format!("هدف {}", text(target))).unwrap_or_default(),
            last_label: text(last.value),
        })
    }

    /// Everything that happened up to T, the latest first.
    fn history(&self, idx: Idx<Activity>, root: &str) -> Vec<Dated> {
        let activity = &self.dataset[idx];
        let day = self.figures.day;
        let mut events: Vec<(Day, Dated)> = Vec::new();
        let mut add = |at: Day, row: Dated| {
            if at <= day {
                events.push((at, Dated { at: stamp::mark(at, day), ..row }));
            }
        };
        let event = |title: &str, text: String| Dated { title: title.to_owned(), text, ..Dated::default() };
        if let Some(registered) = activity.registered {
            add(registered, event("ثبت فعالیت", String::new()));
        }
        if let Some(start) = activity.start {
            add(start, event("آغاز", String::new()));
        }
        for milestone in &activity.milestones {
            if let Some(done) = milestone.done {
                add(done, event("مرحله انجام شد", format!("{}.", milestone.title)));
            }
        }
        for row in &activity.reschedules {
            let text = format!("مهلت تازه: {}، به دلیل {}.", dates::medium(row.due), reason_word(row.reason));
            add(row.date, event("تغییر مهلت", text));
        }
        for (at, update) in activity.updates.iter().enumerate() {
            add(update.date, self.update_event(activity, update, &format!("h{at}"), root));
        }
        for &of in &activity.findings {
            let visit = &self.dataset[of.visit];
            let seen = self.dataset[of].progress;
            let text =
                seen.map(|seen| format!("پیشرفت دیده‌شده {}.", percent(seen.get()))).unwrap_or_default();
            let row = Dated {
                href: self.href(Target::Visit(of.visit)),
                meta: vec![visit.by.to_string()],
                sample: visit.record.sample,
                ..event("بازدید میدانی", text)
            };
            add(visit.date, row);
        }
        if let Some(finished) = activity.finished {
            add(finished, event("پایان", String::new()));
        }
        events.sort_by_key(|(at, _)| std::cmp::Reverse(*at));
        events.into_iter().map(|(_, row)| row).collect()
    }

    fn update_event(
        &self,
        activity: &Activity,
        update: &crate::model::Update,
        prefix: &str,
        root: &str,
    ) -> Dated {
        let mut meta: Vec<String> = update.by.iter().map(ToString::to_string).collect();
        if let Some(progress) = update.progress {
            meta.push(format!("پیشرفت {}", percent(progress.get())));
        }
        Dated {
            title: "گزارش پیشرفت".to_owned(),
            text: update_sentence(activity, update),
            body: update.text.as_ref().map(|text| self.prose(text, prefix, root)),
            meta: if meta.is_empty() { meta } else { vec![meta.join(" · ")] },
            photos: self.photos(&update.photos),
            sample: update.sample,
            ..Dated::default()
        }
    }

    fn activity_findings(&self, activity: &Activity, root: &str) -> Vec<FindingRow> {
        let mut known: Vec<_> = activity
            .findings
            .iter()
            .copied()
            .filter(|of| self.dataset[of.visit].date <= self.figures.day)
            .collect();
        known.reverse();
        known.into_iter().enumerate().map(|(at, of)| self.finding_row(of, &format!("f{at}"), root)).collect()
    }

    fn activity_decisions(&self, activity: &Activity) -> Vec<DecisionRow> {
        activity
            .decisions
            .iter()
            .filter(|of| self.dataset[of.meeting].date <= self.figures.day)
            .map(|&of| self.decision_row(of))
            .collect()
    }

    fn evidence(&self, activity: &Activity) -> Vec<File> {
        activity
            .evidence
            .iter()
            .filter(|evidence| evidence.date.is_none_or(|date| date <= self.figures.day))
            .filter_map(|evidence| self.evidence_file(evidence))
            .collect()
    }
}

/// Reported, planned, verified.
fn activity_figures(of: &ActivityFigures) -> Vec<Figure> {
    let figure = |label: &str, value: String| Figure { label: label.to_owned(), value, ..Figure::default() };
    let mut figures = vec![
        figure("واقعی", words::progress(of.actual)),
        figure("برنامه‌ای", of.planned.map_or_else(|| words::NOTHING.to_owned(), percent)),
    ];
    if let Some(verified) = of.verified {
        figures.push(Figure {
            note: dates::medium(verified.day),
            ..figure("تأییدشده در بازدید", percent(verified.progress))
        });
    }
    figures
}

fn deviation_legend(of: &ActivityFigures) -> String {
    match of.state {
        State::Behind => words::against_plan(of.deviation()).unwrap_or_default(),
        _ => String::new(),
    }
}

fn day_fact(term: &str, day: Option<Day>) -> Fact {
    match day {
        Some(day) => Fact { term: term.to_owned(), at: Some(stamp::medium(day)), ..Fact::default() },
        None => Fact { term: term.to_owned(), flag: Some(missing("تعیین نشده")), ..Fact::default() },
    }
}

fn due_fact(of: &ActivityFigures) -> Fact {
    let mut fact = day_fact("مهلت", of.due);
    if let Some(slippage) = of.slippage_days.filter(|&slippage| slippage != 0) {
        let side = if slippage > 0 { "پس از" } else { "پیش از" };
        fact.flag = Some(Flag {
            text: format!("{} روز {side} مهلت نخست", integer(slippage.abs().into())),
            late: false,
        });
    }
    fact
}

/// «۱٫۸ میلیارد ریال هزینه از ۴٫۲ میلیارد ریال»
fn budget_fact(budget: &Budget) -> Option<Fact> {
    let rial = |amount: u64| format!("{} ریال", compact(amount as f64));
    let text = match (budget.spent, budget.planned) {
        (Some(spent), Some(planned)) => format!("{} هزینه از {}", rial(spent), rial(planned)),
        (Some(spent), None) => format!("{} هزینه", rial(spent)),
        (None, Some(planned)) => format!("{} مصوب", rial(planned)),
        (None, None) => return None,
    };
    Some(Fact {
        term: "بودجه".to_owned(),
        values: vec![Link { text, href: String::new() }],
        aside: words::said(budget.source.as_ref()),
        ..Fact::default()
    })
}

fn is_done(milestone: &Milestone, day: Day) -> bool {
    milestone.done.is_some_and(|done| done <= day)
}

/// «۹۰ روز دیرتر», «۱۰ روز زودتر»
fn slippage_text(days: i32) -> String {
    let side = if days < 0 { "زودتر" } else { "دیرتر" };
    format!("{} روز {side}", integer(days.abs().into()))
}

fn knot(milestone: &Milestone, day: Day, next: bool, weighted: bool) -> Knot {
    let aside = if weighted { format!("وزن {}", decimal(milestone.weight, 2)) } else { String::new() };
    let base = Knot { title: milestone.title.to_string(), aside, ..Knot::default() };
    if let Some(done) = milestone.done.filter(|&done| done <= day) {
        let tail = milestone.due.map_or_else(String::new, |due| match done.since(due) {
            0 => "، در روز مهلت".to_owned(),
            days if days < 0 => format!("، {} روز زودتر از مهلت", integer((-days).into())),
            days => format!("، {} روز پس از مهلت", integer(days.into())),
        });
        return Knot {
            state: "done".to_owned(),
            lead: "انجام در".to_owned(),
            at: Some(stamp::medium(done)),
            tail,
            ..base
        };
    }
    let Some(due) = milestone.due else {
        let state = if next { "next" } else { "" };
        return Knot { state: state.to_owned(), flag: Some(missing("بدون مهلت")), ..base };
    };
    let late = day.since(due);
    let knot = Knot { lead: "مهلت".to_owned(), at: Some(stamp::medium(due)), ..base };
    if late > 0 {
        let flag = Flag { text: format!("{} روز دیرکرد", integer(late.into())), late: true };
        return Knot { state: "late".to_owned(), flag: Some(flag), ..knot };
    }
    Knot { state: if next { "next" } else { "" }.to_owned(), ..knot }
}

/// The word of a reason (format.md).
pub(super) fn reason_word(reason: Reason) -> &'static str {
    match reason {
        Reason::Funding => "اعتبار",
        Reason::Permit => "مجوز",
        Reason::Contractor => "پیمانکار",
        Reason::Weather => "آب‌وهوا",
        Reason::Staffing => "نیروی انسانی",
        Reason::Scope => "تغییر دامنه",
        Reason::Other => "دیگر",
    }
}
