//! The figures, rule by rule and as literally as possible: every value is recomputed wherever it is needed.

use super::calendar::{self, Day};
use super::json::Json;
use super::records::{Activity, Content, Indicator, Milestone, Said, fold};

/// F28: the tolerance at thresholds.
const SLACK: f64 = 1e-9;

pub(crate) struct Figures<'a> {
    pub(crate) content: &'a Content,
    pub(crate) day: Day,
}

/// F2, F4: the latest entry that exists at T; of several with the same date, the one registered last; of these the last.
fn latest<T: Copy>(entries: impl IntoIterator<Item = (Said, T)>, day: Day) -> Option<(Day, T)> {
    let mut found: Option<(Said, T)> = None;
    for (said, entry) in entries {
        let counts = found.is_none_or(|(before, _)| {
            said.date > before.date || (said.date == before.date && said.registered >= before.registered)
        });
        if exists_on(said, day) && counts {
            found = Some((said, entry));
        }
    }
    found.map(|(said, entry)| (said.date, entry))
}

/// F2: neither what is dated after T exists, nor what is registered after it.
fn exists_on(said: Said, day: Day) -> bool {
    said.date <= day && said.registered <= day
}

/// F4: if a milestone is done both in the record and by an update, the earlier date counts. F2: nothing after T exists.
fn milestone_done(milestone: &Milestone, day: Day) -> Option<Day> {
    let known = milestone.done.iter().filter(|said| exists_on(**said, day));
    known.map(|said| said.date).min()
}

/// F30: the lead of the latest handover dated ≤ T, else the record's own; of several with one date the last (F4).
fn lead(activity: &Activity, day: Day) -> Option<&str> {
    let mut found: Option<(Day, &str)> = None;
    for (date, agency) in &activity.handovers {
        if *date <= day && found.is_none_or(|(before, _)| *date >= before) {
            found = Some((*date, agency));
        }
    }
    found.map(|(_, agency)| agency).or(activity.lead.as_deref())
}

/// F8, F11: 100 · Σ wᵢ of those that satisfy the condition / Σ wᵢ.
fn share_of_milestones(activity: &Activity, holds: impl Fn(&Milestone) -> bool) -> f64 {
    let all: f64 = activity.milestones.iter().map(|milestone| milestone.weight).sum();
    let held: f64 = activity
        .milestones
        .iter()
        .filter(|milestone| holds(milestone))
        .map(|milestone| milestone.weight)
        .sum();
    100.0 * held / all
}

/// F15: whether an indicator's goal is to keep its value.
fn keeps(indicator: &Indicator) -> bool {
    match (indicator.direction, indicator.baseline, indicator.target) {
        (Some("up"), Some(baseline), Some(target)) => baseline >= target,
        (Some("down"), Some(baseline), Some(target)) => baseline <= target,
        _ => false,
    }
}

/// F7: an achievement by F15 once it has a value.
#[expect(clippy::float_cmp, reason = "F15 says target = baseline")]
fn can_have_achievement(indicator: &Indicator) -> bool {
    match (indicator.baseline, indicator.target) {
        (Some(baseline), Some(target)) => keeps(indicator) || target != baseline,
        _ => false,
    }
}

/// F15: the achievement of an indicator.
fn achievement(indicator: &Indicator, day: Day) -> Option<f64> {
    if !can_have_achievement(indicator) {
        return None;
    }
    let (baseline, target) = (indicator.baseline?, indicator.target?);
    let (_, value) = latest(indicator.values.iter().copied(), day)?;
    if keeps(indicator) {
        let met = if indicator.direction == Some("up") { value >= target } else { value <= target };
        return Some(if met { 1.0 } else { 0.0 });
    }
    Some((value - baseline) / (target - baseline))
}

/// F10: the due of the latest reschedule dated ≤ T.
fn reschedule_in_force(activity: &Activity, day: Day) -> Option<Day> {
    let at_once = |date| Said { date, registered: date };
    latest(activity.reschedules.iter().map(|reschedule| (at_once(reschedule.date), reschedule.due)), day)
        .map(|(_, due)| due)
}

/// F10: due in force.
fn due(activity: &Activity, day: Day) -> Option<Day> {
    reschedule_in_force(activity, day).or(activity.due)
}

/// F10: slippage.
fn slippage(activity: &Activity, day: Day) -> Option<i64> {
    Some(due(activity, day)? - activity.due?)
}

/// F3: the status that holds at T.
fn status(activity: &Activity, day: Day) -> &'static str {
    let holds = activity.status_since.is_none_or(|since| day >= since);
    match activity.status {
        Some(status) if holds => status,
        _ if activity.start.is_some_and(|start| start <= day) => "active",
        _ => "planned",
    }
}

/// F2: an activity registered after T doesn't exist.
fn exists(activity: &Activity, day: Day) -> bool {
    activity.registered.is_none_or(|registered| registered <= day)
}

/// F6: completed.
fn completed(activity: &Activity, day: Day) -> bool {
    match activity.finished {
        Some(finished) => finished <= day,
        None => status(activity, day) == "done",
    }
}

/// F7: the measure, of the whole record.
fn measure(activity: &Activity) -> Option<&'static str> {
    if activity.measure.is_some() {
        activity.measure
    } else if activity.updates.iter().any(|update| update.progress.is_some()) {
        Some("reported")
    } else if !activity.milestones.is_empty() {
        Some("milestones")
    } else if activity.indicators.iter().any(can_have_achievement) {
        Some("indicators")
    } else {
        None
    }
}

/// F8: actual progress.
fn actual(content: &Content, activity: &Activity, day: Day) -> Option<f64> {
    if completed(activity, day) {
        return Some(100.0);
    }
    let by_measure = match measure(activity)? {
        "milestones" if activity.milestones.is_empty() => None,
        "milestones" => {
            let is_done = |milestone: &Milestone| milestone_done(milestone, day).is_some();
            let none_done = !activity.milestones.iter().any(is_done);
            if none_done && last_report(content, activity, day).is_none() {
                None
            } else {
                Some(share_of_milestones(activity, is_done))
            }
        }
        "reported" => {
            let reports = activity.updates.iter().filter_map(|update| Some((update.said, update.progress?)));
            latest(reports, day).map(|(_, progress)| progress)
        }
        _ => {
            let known: Vec<f64> =
                activity.indicators.iter().filter_map(|indicator| achievement(indicator, day)).collect();
            let sum: f64 = known.iter().map(|achievement| achievement.clamp(0.0, 1.0)).sum();
            (!known.is_empty()).then(|| 100.0 * sum / known.len() as f64)
        }
    };
    by_measure.or_else(|| activity.start.is_some_and(|start| day < start).then_some(0.0))
}

/// F11: planned progress on a day, with what is known then.
fn planned(activity: &Activity, day: Day) -> Option<f64> {
    planned_as_known(activity, day, day)
}

/// F11, F26: planned progress on a day, with what is known on another.
fn planned_as_known(activity: &Activity, day: Day, known: Day) -> Option<f64> {
    let (start, due) = (activity.start?, due(activity, known)?);
    if day < start {
        return Some(0.0);
    }
    if day >= due {
        return Some(100.0);
    }
    let dues: Option<Vec<Day>> = activity.milestones.iter().map(|milestone| milestone.due).collect();
    let last = dues.and_then(|dues| dues.into_iter().max());
    let reaches = last.is_some_and(|last| reschedule_in_force(activity, known).is_none_or(|due| last >= due));
    if measure(activity) == Some("milestones") && reaches {
        return Some(share_of_milestones(activity, |milestone| milestone.due.is_some_and(|due| due <= day)));
    }
    Some(100.0 * (day - start) as f64 / (due - start) as f64)
}

/// F4: findings on an activity; visits are in the order of their files.
fn findings(content: &Content, activity: &Activity) -> Vec<(Said, Option<f64>)> {
    let mut findings = Vec::new();
    for visit in &content.visits {
        for finding in &visit.findings {
            if finding.activity == activity.named.id {
                findings.push((visit.said, finding.progress));
            }
        }
    }
    findings
}

/// F17: the latest date of what exists: update, finding, milestone done, indicator value, `finished`.
fn last_report(content: &Content, activity: &Activity, day: Day) -> Option<Day> {
    let mut said: Vec<Said> = activity.updates.iter().map(|update| update.said).collect();
    said.extend(findings(content, activity).iter().map(|(visited, _)| *visited));
    said.extend(activity.indicators.iter().flat_map(|indicator| &indicator.values).map(|(said, _)| *said));
    let mut days: Vec<Day> =
        said.into_iter().filter(|said| exists_on(*said, day)).map(|said| said.date).collect();
    days.extend(activity.milestones.iter().filter_map(|milestone| milestone_done(milestone, day)));
    days.extend(activity.finished.filter(|finished| *finished <= day));
    days.into_iter().max()
}

/// F14: running.
fn running(activity: &Activity, day: Day) -> bool {
    let status = status(activity, day);
    let begun = activity.start.map_or(status == "active", |start| start <= day);
    !completed(activity, day) && status != "cancelled" && status != "paused" && begun
}

/// F18: programme, schedule, responsibility.
fn pillars(activity: &Activity, day: Day) -> [bool; 3] {
    [
        activity.described && !(activity.milestones.is_empty() && activity.indicators.is_empty()),
        activity.start.is_some() && due(activity, day).is_some(),
        lead(activity, day).is_some() && activity.responsible,
    ]
}

/// Whose members a group has.
enum Over<'a> {
    Site,
    /// The neighborhoods that share its folded name.
    County(&'a [&'a str]),
    Neighborhood(&'a str),
    Domain(&'a str),
    Agency(&'a str),
    Cell(&'a str, &'a str),
}

impl Over<'_> {
    /// F19.
    fn has(&self, activity: &Activity, day: Day) -> bool {
        let place = |id: &str| activity.neighborhoods.iter().any(|place| place == id);
        match *self {
            Self::Site => true,
            Self::County(places) => places.iter().any(|id| place(id)),
            Self::Neighborhood(id) => place(id),
            Self::Domain(id) => activity.domain == id,
            Self::Agency(id) => lead(activity, day) == Some(id),
            Self::Cell(neighborhood, domain) => place(neighborhood) && activity.domain == domain,
        }
    }
}

impl<'a> Figures<'a> {
    /// F2, F19: the activities that exist at T, in the byte order of ids (F28).
    fn members(&self, over: &Over) -> Vec<&'a Activity> {
        let all = self.content.activities.iter();
        let mut members: Vec<&Activity> =
            all.filter(|activity| exists(activity, self.day) && over.has(activity, self.day)).collect();
        members.sort_by(|left, right| left.named.id.as_bytes().cmp(right.named.id.as_bytes()));
        members
    }

    /// F20, F23, F24: members that are not cancelled.
    fn counted(&self, over: &Over) -> Vec<&'a Activity> {
        let mut members = self.members(over);
        members.retain(|activity| status(activity, self.day) != "cancelled");
        members
    }

    /// F12: the state.
    fn state(&self, activity: &Activity) -> &'static str {
        let day = self.day;
        let status = status(activity, day);
        if status == "cancelled" {
            return "cancelled";
        }
        if completed(activity, day) {
            return "done";
        }
        if status == "paused" {
            return "paused";
        }
        if due(activity, day).is_some_and(|due| day > due) {
            return "overdue";
        }
        let Some(planned) = planned(activity, day) else { return "unscheduled" };
        let actual = actual(self.content, activity, day);
        if activity.start.is_some_and(|start| day < start) && actual.is_none_or(|actual| actual == 0.0) {
            return "not-started";
        }
        let Some(actual) = actual else { return "unreported" };
        if actual - planned < -self.content.tolerance - SLACK {
            "behind"
        } else if actual - planned > self.content.tolerance + SLACK {
            "ahead"
        } else {
            "on-track"
        }
    }

    /// F13: days overdue.
    fn days_overdue(&self, activity: &Activity) -> i64 {
        match due(activity, self.day) {
            Some(due) if self.state(activity) == "overdue" => self.day - due,
            _ => 0,
        }
    }

    /// F16: verified progress and its gap.
    ///
    /// The rules do not define A on a visit's day before the activity was registered. The program's interpretation is used:
    /// by F2 the activity did not exist on that day, so its A was unknown and there is no gap.
    fn verified(&self, activity: &Activity) -> (Option<f64>, Option<f64>) {
        let carrying = findings(self.content, activity)
            .into_iter()
            .filter_map(|(date, progress)| Some((date, progress?)));
        let Some((date, progress)) = latest(carrying, self.day) else { return (None, None) };
        let then = if exists(activity, date) { actual(self.content, activity, date) } else { None };
        (Some(progress), then.map(|actual| progress - actual))
    }

    /// F16: whether the size of the gap exceeds the tolerance.
    fn flagged(&self, activity: &Activity) -> bool {
        self.verified(activity).1.is_some_and(|gap| gap.abs() > self.content.tolerance + SLACK)
    }

    /// F17: stale.
    fn stale(&self, activity: &Activity) -> bool {
        let since = last_report(self.content, activity, self.day).or(activity.start).or(activity.registered);
        running(activity, self.day) && since.is_none_or(|since| self.day - since > self.content.stale_days)
    }

    /// F20: Σ w·x / Σ w over those with known x, and their number.
    fn mean(members: &[&Activity], figure: impl Fn(&Activity) -> Option<f64>) -> (usize, Option<f64>) {
        let (mut count, mut sum, mut weights) = (0, 0.0, 0.0);
        for activity in members {
            if let Some(figure) = figure(activity) {
                count += 1;
                sum += activity.weight * figure;
                weights += activity.weight;
            }
        }
        (count, (count > 0).then(|| sum / weights))
    }

    /// F22: days since the last visit.
    fn days_since_visit(&self, over: &Over) -> Option<i64> {
        let there = |places: &[&str]| -> Vec<Said> {
            let visits = self.content.visits.iter();
            visits
                .filter(|visit| places.contains(&visit.neighborhood.as_str()))
                .map(|visit| visit.said)
                .collect()
        };
        let visits: Vec<Said> = match over {
            Over::Site => self.content.visits.iter().map(|visit| visit.said).collect(),
            Over::County(places) => there(places),
            Over::Neighborhood(id) => there(&[id]),
            Over::Domain(_) | Over::Agency(_) | Over::Cell(..) => {
                let members = self.members(over);
                members
                    .iter()
                    .flat_map(|activity| findings(self.content, activity))
                    .map(|(said, _)| said)
                    .collect()
            }
        };
        let known = visits.into_iter().filter(|said| exists_on(*said, self.day));
        known.map(|said| said.date).max().map(|last| self.day - last)
    }

    /// F19–F24: a group.
    fn group(&self, kind: &str, id: &str, title: &str, over: &Over) -> Json {
        let day = self.day;
        let all = self.members(over);
        let counted = self.counted(over);
        let (with_actual, actual_mean) = Self::mean(&counted, |activity| actual(self.content, activity, day));
        let (with_planned, planned_mean) = Self::mean(&counted, |activity| planned(activity, day));
        let (with_both, deviation) = Self::mean(&counted, |activity| {
            Some(actual(self.content, activity, day)? - planned(activity, day)?)
        });

        let mut states: Vec<(String, Json)> = Vec::new();
        for state in [
            "done",
            "on-track",
            "ahead",
            "behind",
            "overdue",
            "paused",
            "cancelled",
            "not-started",
            "unreported",
            "unscheduled",
        ] {
            let count = all.iter().filter(|activity| self.state(activity) == state).count();
            if count > 0 {
                states.push((state.to_owned(), Json::count(count)));
            }
        }

        // F23: null without members (F22).
        let share = |count: usize, of: usize| Json::maybe((of > 0).then(|| count as f64 / of as f64));
        let pillar = |index: usize| {
            let having = counted.iter().filter(|activity| pillars(activity, day)[index]).count();
            share(having, counted.len())
        };
        // F22: supervision coverage.
        let at_work: Vec<&Activity> = all.iter().copied().filter(|activity| running(activity, day)).collect();
        let seen = |activity: &&&Activity| {
            let recent =
                |said: Said| exists_on(said, day) && day - said.date <= self.content.supervision_days;
            findings(self.content, activity).iter().any(|(said, _)| recent(*said))
        };
        let supervised = share(at_work.iter().filter(seen).count(), at_work.len());
        let stale = all.iter().filter(|activity| self.stale(activity)).count();

        Json::object([
            ("kind", Json::text(kind)),
            ("id", Json::text(id)),
            ("title", Json::text(title)),
            ("activities", Json::count(counted.len())),
            ("with_actual", Json::count(with_actual)),
            ("actual", Json::maybe(actual_mean)),
            ("with_planned", Json::count(with_planned)),
            ("planned", Json::maybe(planned_mean)),
            ("with_both", Json::count(with_both)),
            ("deviation", Json::maybe(deviation)),
            ("states", Json::Object(states)),
            (
                "pillars",
                Json::object([
                    ("programme", pillar(0)),
                    ("schedule", pillar(1)),
                    ("responsibility", pillar(2)),
                ]),
            ),
            ("running", Json::count(at_work.len())),
            ("supervised", supervised),
            ("stale", Json::count(stale)),
            ("days_since_visit", Json::maybe_integer(self.days_since_visit(over))),
            ("sample", Json::Bool(counted.iter().any(|activity| activity.sample))),
        ])
    }

    /// F26: A, P and deviation (F20) of a group at month-ends and at T.
    ///
    /// The rules do not define which months a range above 120 loses. The program's interpretation is used: the first ones. The
    /// same holds for a range without any start or registration (only T), and for a group without members (no points).
    fn series(&self, over: &Over) -> Json {
        let members = self.members(over);
        // "Groups that have handed everything over keep their past points": an agency's range begins with all that it led.
        let led = self.content.activities.iter().filter(|activity| match over {
            Over::Agency(id) => {
                let mut handed = activity.handovers.iter().filter(|(date, _)| *date <= self.day);
                exists(activity, self.day)
                    && (activity.lead.as_deref() == Some(id) || handed.any(|(_, agency)| agency == id))
            }
            _ => false,
        });
        let ever: Vec<&Activity> = members.iter().copied().chain(led).collect();
        let begins = ever.iter().flat_map(|activity| [activity.start, activity.registered]).flatten();
        let today = calendar::month_of(self.day);
        let last_due = members.iter().filter_map(|activity| due(activity, self.day)).max();
        let last = last_due.map_or(today, calendar::month_of).max(today).min(today + 60);
        let mut days: Vec<Day> = match begins.min() {
            Some(first) => (calendar::month_of(first)..=last).map(calendar::month_end).collect(),
            None => Vec::new(),
        };
        days.drain(..days.len().saturating_sub(120));
        if !members.is_empty() && !days.contains(&self.day) {
            days.push(self.day);
        }
        days.sort_unstable();
        let has_members = !members.is_empty();
        let point = |day: Day| {
            let (known, actual, deviation) = if day <= self.day {
                let then = Figures { content: self.content, day };
                let counted = then.counted(over);
                let actual = |activity: &Activity| actual(self.content, activity, day);
                let both = |activity: &Activity| Some(actual(activity)? - planned(activity, day)?);
                (day, Self::mean(&counted, actual).1, Self::mean(&counted, both).1)
            } else {
                (self.day, None, None)
            };
            let counted = Figures { content: self.content, day: known }.counted(over);
            let planned = Self::mean(&counted, |activity| planned_as_known(activity, day, known)).1;
            let iso = calendar::iso(calendar::to_gregorian(day));
            let keeps = has_members || (day <= self.day && (actual.is_some() || planned.is_some()));
            let point =
                vec![Json::text(&iso), Json::maybe(actual), Json::maybe(planned), Json::maybe(deviation)];
            keeps.then_some(Json::Array(point))
        };
        Json::Array(days.into_iter().filter_map(point).collect())
    }

    /// All groups with ids and titles: site, counties, neighborhoods, domains, agencies, cells, each sorted by the bytes of the
    /// whole id.
    fn each_group<T>(&self, row: impl Fn(&str, &str, &str, &Over) -> T) -> Vec<T> {
        let content = self.content;
        let mut groups = vec![row("site", "site", &content.title, &Over::Site)];
        let mut add = |kind: &str, mut of_kind: Vec<(String, String, Over)>| {
            of_kind.sort_by(|left, right| left.0.as_bytes().cmp(right.0.as_bytes()));
            groups.extend(of_kind.iter().map(|(id, title, over)| row(kind, id, title, over)));
        };

        // F24: counties by folded text, shown as first written in the order of ids.
        let mut places: Vec<_> = content.neighborhoods.iter().collect();
        places.sort_by(|left, right| left.named.id.as_bytes().cmp(right.named.id.as_bytes()));
        let mut counties: Vec<(String, Vec<&str>)> = Vec::new();
        for place in &places {
            let Some(name) = &place.county else { continue };
            match counties.iter_mut().find(|(known, _)| fold(known) == fold(name)) {
                Some((_, ids)) => ids.push(&place.named.id),
                None => counties.push((name.clone(), vec![&place.named.id])),
            }
        }
        let own = |id: &str, title: &str| (id.to_owned(), title.to_owned());
        let with = |(id, title): (String, String), over| (id, title, over);
        add("county", counties.iter().map(|(name, ids)| with(own(name, name), Over::County(ids))).collect());
        add(
            "neighborhood",
            places
                .iter()
                .map(|place| {
                    with(own(&place.named.id, &place.named.title), Over::Neighborhood(&place.named.id))
                })
                .collect(),
        );
        add(
            "domain",
            content.domains.iter().map(|it| with(own(&it.id, &it.title), Over::Domain(&it.id))).collect(),
        );
        add(
            "agency",
            content.agencies.iter().map(|it| with(own(&it.id, &it.title), Over::Agency(&it.id))).collect(),
        );
        let mut cells = Vec::new();
        for place in &places {
            for domain in &content.domains {
                let id = format!("{}/{}", place.named.id, domain.id);
                let title = format!("{}، {}", place.named.title, domain.title);
                cells.push((id, title, Over::Cell(&place.named.id, &domain.id)));
            }
        }
        add("cell", cells);
        groups
    }

    fn activity(&self, activity: &Activity) -> Json {
        let day = self.day;
        let (verified, gap) = self.verified(activity);
        let date = |day: Option<Day>| {
            day.map_or(Json::Null, |day| Json::text(&calendar::iso(calendar::to_gregorian(day))))
        };
        let achievements =
            activity.indicators.iter().map(|indicator| Json::maybe(achievement(indicator, day))).collect();
        Json::object([
            ("id", Json::text(&activity.named.id)),
            ("title", Json::text(&activity.named.title)),
            ("neighborhoods", Json::Array(activity.neighborhoods.iter().map(|id| Json::text(id)).collect())),
            ("domain", Json::text(&activity.domain)),
            ("lead", lead(activity, day).map_or(Json::Null, Json::text)),
            ("start", date(activity.start)),
            ("due", date(due(activity, day))),
            ("measure", measure(activity).map_or(Json::Null, Json::text)),
            ("actual", Json::maybe(actual(self.content, activity, day))),
            ("planned", Json::maybe(planned(activity, day))),
            ("state", Json::text(self.state(activity))),
            ("days_overdue", Json::Number(self.days_overdue(activity).to_string())),
            ("slippage_days", Json::maybe_integer(slippage(activity, day))),
            ("running", Json::Bool(running(activity, day))),
            ("stale", Json::Bool(self.stale(activity))),
            ("verified", Json::maybe(verified)),
            ("verified_gap", Json::maybe(gap)),
            (
                "days_since_report",
                Json::maybe_integer(last_report(self.content, activity, self.day).map(|last| day - last)),
            ),
            ("achievements", Json::Array(achievements)),
            ("sample", Json::Bool(activity.sample)),
        ])
    }

    /// F25: the decisions of meetings ≤ T, of one agency or all: done, open, overdue, on time, done with a due.
    fn decisions(&self, agency: Option<&str>) -> [usize; 5] {
        let [mut done, mut open, mut overdue, mut on_time, mut with_due] = [0; 5];
        let meetings = self.content.meetings.iter().filter(|meeting| meeting.date <= self.day);
        for decision in meetings.flat_map(|meeting| &meeting.decisions) {
            if agency.is_some() && agency != decision.agency.as_deref() {
                continue;
            }
            match (decision.done.filter(|done| *done <= self.day), decision.due) {
                (Some(day), due) => {
                    done += 1;
                    with_due += usize::from(due.is_some());
                    on_time += usize::from(due.is_some_and(|due| day <= due));
                }
                (None, Some(due)) if due < self.day => overdue += 1,
                (None, _) => open += 1,
            }
        }
        [done, open, overdue, on_time, with_due]
    }

    /// The complete `data/progress.json`.
    pub(crate) fn progress_json(&self) -> Json {
        let activities = self.members(&Over::Site);
        let [done, open, overdue, ..] = self.decisions(None);
        Json::object([
            ("version", Json::Number("1".to_owned())),
            ("as_of", Json::text(&calendar::iso(calendar::to_gregorian(self.day)))),
            ("as_of_jalali", Json::text(&calendar::iso(calendar::to_jalali(self.day)))),
            (
                "groups",
                Json::Array(self.each_group(|kind, id, title, over| self.group(kind, id, title, over))),
            ),
            ("activities", Json::Array(activities.iter().map(|activity| self.activity(activity)).collect())),
            (
                "decisions",
                Json::object([
                    ("done", Json::count(done)),
                    ("open", Json::count(open)),
                    ("overdue", Json::count(overdue)),
                ]),
            ),
        ])
    }

    /// Figures on pages that the file does not contain: the series, decisions by agency, flagged gaps.
    pub(crate) fn beyond_json(&self) -> Json {
        let groups = self.each_group(|kind, id, _, over| {
            let decisions = match over {
                Over::Site => self.decisions(None),
                Over::Agency(agency) => self.decisions(Some(agency)),
                _ => [0; 5],
            };
            Json::object([
                ("kind", Json::text(kind)),
                ("id", Json::text(id)),
                ("series", self.series(over)),
                ("decisions", Json::Array(decisions.into_iter().map(Json::count).collect())),
            ])
        });
        let members = self.members(&Over::Site);
        let flagged = members.iter().filter(|activity| self.flagged(activity));
        Json::object([
            ("groups", Json::Array(groups)),
            ("flagged", Json::Array(flagged.map(|activity| Json::text(&activity.named.id)).collect())),
        ])
    }
}
