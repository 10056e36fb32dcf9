//! Checks of reports and visits: figures that fall or disagree, and what is recorded twice.

use std::collections::{BTreeMap, HashMap};
use std::hash::Hash;

use super::figures::is_fraction;
use super::{Doubts, Facts, by_date, finding};
use crate::diag::codes::plausible as codes;
use crate::diag::{Code, Diagnostic, Place};
use crate::model::{Activity, Dataset, Occurrence, Update, Visit};
use crate::persian::numbers::{decimal, integer, is_same};
use crate::persian::text::fold_key;
use crate::persian::{Day, dates};

/// A figure of progress that a report or a visit gives.
struct Given<'a> {
    day: Day,
    known: Day,
    progress: f64,
    at: &'a Place,
    allow: &'a [&'static Code],
}

/// The reported figures of an activity by date, then those of visits: two series that are told apart.
fn series<'a>(dataset: &'a Dataset, activity: &'a Activity) -> [Vec<Given<'a>>; 2] {
    let reported = by_date(activity).into_iter().filter_map(|update| {
        let progress = update.progress?.get();
        let Occurrence { date: day, known } = update.occurrence();
        Some(Given { day, known, progress, at: &update.at, allow: &update.allow })
    });
    let seen = activity.findings.iter().filter_map(|&found| {
        let (visit, finding) = (&dataset[found.visit], &dataset[found]);
        let progress = finding.progress?.get();
        let Occurrence { date: day, known } = visit.occurrence();
        Some(Given { day, known, progress, at: &finding.at, allow: &visit.record.allow })
    });
    [reported.collect(), seen.collect()]
}

/// Progress never falls from one day to a later one.
pub(super) fn progress_falls(facts: &Facts<'_>, doubts: &mut Doubts) {
    for activity in &facts.dataset.activities {
        for series in series(facts.dataset, activity) {
            // A fraction that is told as one is no fall besides.
            let mut given: Vec<_> =
                series.iter().filter(|given| !is_fraction(activity, given.progress)).rev().collect();
            // What was corrected is no figure any more.
            given.dedup_by(|corrected, last| corrected.day == last.day && corrected.known < last.known);
            given.reverse();
            for pair in given.windows(2) {
                let [earlier, later] = pair else { continue };
                if earlier.day < later.day && later.progress < earlier.progress - SLACK {
                    doubts.add(&[&activity.record.allow, later.allow], fall(earlier, later));
                }
            }
        }
    }
}

/// Figures that differ by less are the same (F28).
const SLACK: f64 = 1e-9;

fn fall(earlier: &Given<'_>, later: &Given<'_>) -> Diagnostic {
    let [from, to] = [earlier.progress, later.progress];
    finding(
        codes::PROGRESS_FALLS,
        later.at,
        "progress",
        (
            format!(
                "پیشرفت از {} درصد ({}) به {} درصد ({}) کم شده است.",
                decimal(from, 2),
                dates::medium(earlier.day),
                decimal(to, 2),
                dates::medium(later.day)
            ),
            format!(
                "Progress fell from {from} % ({}) to {to} % ({}).",
                earlier.day.jalali(),
                later.day.jalali()
            ),
        ),
        ("عدد یا تاریخ یکی از دو گزارش را درست کنید.", "Correct the number or the date of one of the two."),
    )
    .related(earlier.at.clone(), "عدد پیشین اینجاست.", "The earlier figure is here.")
}

/// One figure a day: the progress of an activity, the value of an indicator.
pub(super) fn two_figures_one_day(facts: &Facts<'_>, doubts: &mut Doubts) {
    for activity in &facts.dataset.activities {
        for series in series(facts.dataset, activity) {
            for pair in series.windows(2) {
                let [earlier, later] = pair else { continue };
                let is_correction = earlier.known != later.known;
                if earlier.day == later.day && !is_correction && !is_same(earlier.progress, later.progress) {
                    let found =
                        two_figures(later.day, [earlier.progress, later.progress], later.at, "progress");
                    let found =
                        found.related(earlier.at.clone(), "عدد دیگر اینجاست.", "The other one is here.");
                    doubts.add(&[&activity.record.allow, later.allow], found);
                }
            }
        }
        two_values_one_day(activity, doubts);
    }
}

fn two_values_one_day(activity: &Activity, doubts: &mut Doubts) {
    for (position, indicator) in activity.indicators.iter().enumerate() {
        let mut first: HashMap<Occurrence, f64> = HashMap::new();
        for (number, value) in indicator.values.iter().enumerate() {
            let known = *first.entry(value.occurrence()).or_insert(value.value);
            if !is_same(known, value.value) {
                let own = format!("indicators[{}].values[{}].value", position + 1, number + 1);
                let (at, field, allow) = reported_value(activity, position, number).map_or_else(
                    || (&activity.record.at, own, [].as_slice()),
                    |update| (&update.at, "value".to_owned(), &*update.allow),
                );
                let found = two_figures(value.date, [known, value.value], at, field);
                doubts.add(&[&activity.record.allow, allow], found);
            }
        }
    }
}

/// The report that gave the value of an indicator; `None` for a value that its activity's file has.
fn reported_value(activity: &Activity, indicator: usize, number: usize) -> Option<&Update> {
    // Values of reports stand behind the activity's own, in the order of the reports.
    let reported: Vec<_> =
        activity.updates.iter().filter(|update| update.indicator == Some(indicator)).collect();
    let own = activity.indicators.get(indicator)?.values.len().saturating_sub(reported.len());
    reported.get(number.checked_sub(own)?).copied()
}

fn two_figures(day: Day, [first, second]: [f64; 2], at: &Place, field: impl Into<String>) -> Diagnostic {
    finding(
        codes::TWO_FIGURES,
        at,
        field,
        (
            format!(
                "برای {} دو عدد نوشته شده است: {} و {}.",
                dates::medium(day),
                decimal(first, 2),
                decimal(second, 2)
            ),
            format!("There are two figures for {}: {first} and {second}.", day.jalali()),
        ),
        ("یکی را پاک کنید یا تاریخش را درست کنید.", "Delete one, or correct its date."),
    )
}

/// No report is recorded twice, neither in one file nor in a copy of it.
pub(super) fn report_twice(facts: &Facts<'_>, doubts: &mut Doubts) {
    let mut pairs = Vec::new();
    for activity in &facts.dataset.activities {
        let mut known: HashMap<_, &Update> = HashMap::new();
        for (position, update) in activity.updates.iter().enumerate() {
            let earlier = *known.entry(content(activity, position)).or_insert(update);
            if !std::ptr::eq(earlier, update) {
                pairs.push(Twin::of(activity, earlier, update));
            }
        }
    }
    let mut by_files: BTreeMap<[&str; 2], Vec<Twin<'_>>> = BTreeMap::new();
    for twin in pairs {
        by_files.entry([&*twin.copy.at.file, &*twin.original.at.file]).or_default().push(twin);
    }
    for ([copy, original], twins) in by_files {
        if copy == original {
            for twin in &twins {
                doubts.add(&twin.allowed_by(), twin_in_file(twin));
            }
        } else if let Some(first) = twins.first() {
            doubts.add(&first.allowed_by(), copied_file(first, original, twins.len()));
        }
    }
}

/// Two reports that say the same.
struct Twin<'a> {
    activity: &'a Activity,
    copy: &'a Update,
    original: &'a Update,
}

impl<'a> Twin<'a> {
    /// Of two files, the copy is the one whose name begins with the other's and goes on («u - Copy.yml»).
    fn of(activity: &'a Activity, earlier: &'a Update, later: &'a Update) -> Self {
        let stem = |update: &Update| update.at.file.rsplit_once('.').map_or("", |(stem, _)| stem).to_owned();
        let (first, second) = (stem(earlier), stem(later));
        let is_first_the_copy = first.len() > second.len() && first.starts_with(&second);
        let (copy, original) = if is_first_the_copy { (earlier, later) } else { (later, earlier) };
        Self { activity, copy, original }
    }

    fn allowed_by(&self) -> [&[&'static Code]; 3] {
        [&self.activity.record.allow, &self.copy.allow, &self.original.allow]
    }
}

/// What a report says, as far as two that say the same are one. Who gave it counts only where it has no text.
fn content(activity: &Activity, position: usize) -> impl Eq + Hash + '_ {
    let update = &activity.updates[position];
    let text = update.text.as_ref().map_or_else(String::new, |text| fold_key(&text.value.plain));
    let by = update.by.as_ref().filter(|_| text.is_empty()).map(|by| fold_key(by.typed()));
    let value = update.indicator.and_then(|indicator| {
        let before = &activity.updates[..position];
        let earlier = before.iter().filter(|other| other.indicator == Some(indicator)).count();
        let all = activity.updates.iter().filter(|other| other.indicator == Some(indicator)).count();
        let values = &activity.indicators.get(indicator)?.values;
        values.get((values.len() + earlier).checked_sub(all)?).map(|value| value.value.to_bits())
    });
    let progress = update.progress.map(|progress| progress.get().to_bits());
    let photos: Vec<&str> = update.photos.iter().map(|photo| &*photo.file).collect();
    (update.date, progress, (update.milestone, update.indicator, value), text, by, photos)
}

fn twin_in_file(twin: &Twin<'_>) -> Diagnostic {
    let id = &twin.activity.record.id;
    let day = twin.copy.date;
    finding(
        codes::REPORT_TWICE,
        &twin.copy.at,
        "date",
        (
            format!("گزارش {} برای فعالیت «{id}» دو بار نوشته شده است.", dates::medium(day)),
            format!("The report of {} on the activity `{id}` is written twice.", day.jalali()),
        ),
        ("یکی از دو گزارش را پاک کنید.", "Delete one of the two."),
    )
    .related(twin.original.at.clone(), "گزارش نخست اینجاست.", "The first one is here.")
}

fn copied_file(first: &Twin<'_>, original: &str, count: usize) -> Diagnostic {
    let number = integer(count);
    let (fa, en) = if count == 1 {
        (format!("همین گزارش در فایل «{original}» هم هست."), format!("The same report is in `{original}`."))
    } else {
        (
            format!("{number} گزارش این فایل در «{original}» هم هست؛ شاید رونوشت آن است."),
            format!("{count} reports of this file are also in `{original}`; perhaps it is a copy."),
        )
    };
    finding(
        codes::REPORT_TWICE,
        &first.copy.at,
        "date",
        (fa, en),
        (
            "اگر این فایل رونوشت است، آن را پاک کنید؛ وگرنه یکی از دو گزارش را.",
            "If this file is a copy, delete it; otherwise delete one of the reports.",
        ),
    )
    .related(first.original.at.clone(), "گزارش نخست اینجاست.", "The first one is here.")
}

/// No visit is recorded twice.
pub(super) fn visit_twice(facts: &Facts<'_>, doubts: &mut Doubts) {
    let mut known: HashMap<_, &Visit> = HashMap::new();
    for visit in &facts.dataset.visits {
        let earlier = *known.entry(seen(visit)).or_insert(visit);
        if std::ptr::eq(earlier, visit) {
            continue;
        }
        let found = finding(
            codes::REPORT_TWICE,
            &visit.record.at,
            "date",
            (
                format!("بازدید {} با همین یافته‌ها دو بار نوشته شده است.", dates::medium(visit.date)),
                format!("The visit of {} is written twice, with the same findings.", visit.date.jalali()),
            ),
            ("یکی از دو بازدید را پاک کنید.", "Delete one of the two."),
        )
        .related(earlier.record.at.clone(), "بازدید نخست اینجاست.", "The first one is here.");
        doubts.add(&[&visit.record.allow, &earlier.record.allow], found);
    }
}

/// What a visit says, as far as two that say the same are one.
fn seen(visit: &Visit) -> impl Eq + Hash {
    let findings: Vec<_> = visit
        .findings
        .iter()
        .map(|finding| {
            let note = finding.note.as_ref().map(|note| fold_key(&note.value.plain));
            (finding.activity, finding.progress.map(|progress| progress.get().to_bits()), note)
        })
        .collect();
    (visit.date, visit.neighborhood, fold_key(visit.by.typed()), findings)
}
