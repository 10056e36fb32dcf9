//! Checks of dates: far from all others, and events that lie in the future.

use std::collections::HashSet;

use super::{Doubts, Facts, finding};
use crate::diag::codes::plausible as codes;
use crate::diag::{Code, Diagnostic, Place};
use crate::fields::{Datum, DynFields, Field, Key as _, Time};
use crate::model::{Activity, Dataset, RecordKind, key};
use crate::persian::{Day, dates};

/// Dates that are farther apart belong hardly together: ten years.
const FAR: i32 = 3653;

/// A date of a record.
struct Dated<'a> {
    day: Day,
    field: &'static Field,
    /// From the place that holds it.
    path: String,
    at: &'a Place,
    allow: &'a [&'static Code],
}

/// A record with its dates.
struct DatedRecord<'a> {
    allow: &'a [&'static Code],
    is_activity: bool,
    dates: Vec<Dated<'a>>,
}

/// Every date lies within ten years of the day of the report, and those of an activity near each other.
pub(super) fn far_date(facts: &Facts<'_>, doubts: &mut Doubts) {
    each_record(facts.dataset, &mut |record| {
        let from_report = |date: &Dated<'_>| days_between(date.day, facts.day);
        let alone = alone(record, facts.day);
        for (position, date) in record.dates.iter().enumerate() {
            let is_far = from_report(date) > FAR;
            if !is_far && alone != Some(position) {
                continue;
            }
            let (fa, en) = if is_far {
                ("از تاریخ گزارش", "from the day of the report")
            } else {
                ("از دیگر تاریخ‌های این فعالیت", "from the activity's other dates")
            };
            let found = finding(
                codes::FAR_DATE,
                date.at,
                &*date.path,
                (
                    format!("«{}» ({}) بیش از ده سال {fa} دور است.", date.field.fa, dates::medium(date.day)),
                    format!("`{}` ({}) is more than ten years {en}.", date.field.en, date.day.jalali()),
                ),
                ("سال را درست کنید.", "Correct the year."),
            );
            doubts.add(&[record.allow, date.allow], found);
        }
    });
}

fn days_between(one: Day, other: Day) -> i32 {
    one.since(other).abs()
}

/// The date of an activity that is far from all its others; of two such dates the one farther from the report.
fn alone(record: &DatedRecord<'_>, day: Day) -> Option<usize> {
    let near: Vec<_> =
        record.dates.iter().enumerate().filter(|(_, date)| days_between(date.day, day) <= FAR).collect();
    if !record.is_activity || near.len() < 2 {
        return None;
    }
    let is_alone = |&&(own, date): &&(usize, &Dated<'_>)| {
        near.iter().all(|&(other, known)| other == own || days_between(known.day, date.day) > FAR)
    };
    near.iter().filter(is_alone).max_by_key(|(_, date)| days_between(date.day, day)).map(|(at, _)| *at)
}

/// No event is dated after today.
pub(super) fn after_today(facts: &Facts<'_>, doubts: &mut Doubts) {
    each_record(facts.dataset, &mut |record| {
        for date in &record.dates {
            let is_told = days_between(date.day, facts.day) > FAR;
            if date.field.time != Time::Event || date.day <= facts.today || is_told {
                continue;
            }
            let found = finding(
                codes::AFTER_TODAY,
                date.at,
                &*date.path,
                (
                    format!(
                        "«{}» ({}) پس از امروز ({}) است.",
                        date.field.fa,
                        dates::medium(date.day),
                        dates::medium(facts.today)
                    ),
                    format!(
                        "`{}` ({}) is after today ({}).",
                        date.field.en,
                        date.day.jalali(),
                        facts.today.jalali()
                    ),
                ),
                ("تاریخ را درست کنید.", "Correct the date."),
            );
            doubts.add(&[record.allow, date.allow], found);
        }
    });
}

/// Calls `see` with every record and its dates; the reports of an activity belong to it.
fn each_record(dataset: &Dataset, see: &mut dyn FnMut(&DatedRecord<'_>)) {
    for &kind in RecordKind::ALL {
        let mut position = 0;
        while let Some((head, fields)) = dataset.head(kind, position).zip(dataset.fields(kind, position)) {
            let mut record = DatedRecord { allow: &head.allow, is_activity: false, dates: Vec::new() };
            walk(fields, "", &head.at, &[], &mut record.dates);
            if let (RecordKind::Activity, Some(activity)) = (kind, dataset.activities.get(position)) {
                record.is_activity = true;
                only_typed(activity, &mut record.dates);
            }
            see(&record);
            position += 1;
        }
    }
}

/// Leaves those dates of an activity that its own file has, and adds those of its reports, each at its own place.
fn only_typed<'a>(activity: &'a Activity, dates: &mut Vec<Dated<'a>>) {
    let updates = key::Activity::Updates.field().en;
    let joined = joined(activity);
    dates.retain(|date| !date.path.starts_with(updates) && !joined.contains(&(date.path.clone(), date.day)));
    for update in &activity.updates {
        walk(update, "", &update.at, &update.allow, dates);
    }
}

/// The dates of milestones and values that come from reports.
fn joined(activity: &Activity) -> HashSet<(String, Day)> {
    let of_milestone = activity
        .updates
        .iter()
        .filter_map(|update| Some((format!("milestones[{}].done", update.milestone? + 1), update.date)));
    let of_values = activity.indicators.iter().enumerate().flat_map(|(position, indicator)| {
        let reported = activity.updates.iter().filter(|update| update.indicator == Some(position)).count();
        let own = indicator.values.len().saturating_sub(reported);
        indicator.values.iter().enumerate().skip(own).map(move |(number, value)| {
            (format!("indicators[{}].values[{}].date", position + 1, number + 1), value.date)
        })
    });
    of_milestone.chain(of_values).collect()
}

/// Collects the dates of a map and of the maps in it.
fn walk<'a>(
    fields: &dyn DynFields,
    prefix: &str,
    at: &'a Place,
    allow: &'a [&'static Code],
    out: &mut Vec<Dated<'a>>,
) {
    for (field, datum) in fields.data() {
        let path = format!("{prefix}{}", field.en);
        match datum {
            Datum::Day(day) => out.push(Dated { day, field, path, at, allow }),
            Datum::Map(inner) => walk(inner, &format!("{path}."), at, allow, out),
            Datum::List(items) => {
                for (position, item) in items.into_iter().enumerate() {
                    if let Datum::Map(inner) = item {
                        walk(inner, &format!("{path}[{}].", position + 1), at, allow, out);
                    }
                }
            }
            _ => {}
        }
    }
}

/// Proposes the date whose year has two digits exchanged, if that is the only one near the day of the report. Needs the
/// line of the finding.
pub fn suggest_year(found: &mut Diagnostic, day: Day) {
    if found.code != codes::FAR_DATE {
        return;
    }
    let Some(typed) = found.typed() else { return };
    if let [meant] = exchanged(&typed, day).as_slice()
        && let Some(hint) = &mut found.message.hint
    {
        hint.fa = format!("منظورتان «{meant}» بود؟ {}", hint.fa);
        hint.en = format!("Did you mean `{meant}`? {}", hint.en);
    }
}

/// The texts that differ from a date in two exchanged digits of its year and give a day near another.
fn exchanged(typed: &str, day: Day) -> Vec<String> {
    let typed = typed.trim_matches(|letter: char| letter == '\'' || letter == '"' || letter.is_whitespace());
    let letters: Vec<char> = typed.chars().collect();
    let is_digit = |at: usize| letters.get(at).is_some_and(|letter| letter.is_numeric());
    let year = (0..letters.len()).find(|&at| (at..at + 4).all(is_digit) && !is_digit(at + 4));
    let Some(year) = year else { return Vec::new() };
    let mut out: Vec<String> = Vec::new();
    for first in 0..4 {
        for second in first + 1..4 {
            let mut other = letters.clone();
            other.swap(year + first, year + second);
            let text: String = other.iter().collect();
            let is_near = dates::parse(&text).is_ok_and(|meant| days_between(meant, day) <= FAR);
            if is_near && text != typed && !out.contains(&text) {
                out.push(text);
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_with_two_digits_exchanged() {
        let day = Day::from_jalali(1404, 10, 15).expect("a day");
        assert_eq!(exchanged("1440/12/29", day), ["1404/12/29"]);
        assert_eq!(exchanged("'۱۴۴۰/۱۲/۲۹'", day), ["۱۴۰۴/۱۲/۲۹"]);
        assert_eq!(exchanged("26 مهر 1440", day), ["26 مهر 1404"]);
        assert_eq!(exchanged("2052-10-18", day), ["2025-10-18"]);
        assert_eq!(exchanged("1341/05/01", day), [""; 0]);
        assert_eq!(exchanged("مهر", day), [""; 0]);
    }
}
