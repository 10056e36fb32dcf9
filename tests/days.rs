//! Tests which days a site may mention: those up to the report's day, and later ones only as plans (F2).

use std::collections::{BTreeMap, BTreeSet};

use karnameh::model::Dataset;
use karnameh::persian::{Day, dates};

use crate::support::has_ending;

/// Returns the days after the report's day that are legitimately known: planned dates, and the ends of the periods in which
/// plans are listed.
fn plans(data: &Dataset, day: Day) -> BTreeSet<Day> {
    // The lists of deadlines within 30 and 90 days state their ends.
    let mut plans = BTreeSet::from([day.plus(30), day.plus(90)]);
    // The monthly series continue as long as there are plans (F26).
    let ends = std::iter::successors(Some(day.month_end()), |end| Some(end.plus(1).month_end()));
    plans.extend(ends.take(61));
    for activity in
        data.activities.iter().filter(|of| of.registered.is_none_or(|registered| registered <= day))
    {
        plans.extend(activity.start);
        plans.extend(activity.due);
        plans.extend(activity.reschedules.iter().filter(|of| of.date <= day).map(|of| of.due));
        plans.extend(activity.milestones.iter().filter_map(|of| of.due));
    }
    // The axis of the year and the report of a quarter state their ends.
    let of = day.jalali();
    let ends = [12, of.month.div_ceil(3) * 3].map(|month| Day::from_jalali(of.year, month, 29));
    plans.extend(ends.into_iter().flatten().map(Day::month_end));
    for meeting in &data.meetings {
        plans.insert(meeting.date);
        if meeting.date <= day {
            plans.extend(meeting.decisions.iter().filter_map(|of| of.due));
        }
    }
    plans
}

/// Returns days after the report's day that a site mentions and that are not plans, each with a file that mentions it.
/// `files` holds names and texts with plain digits.
pub(crate) fn foreseen(data: &Dataset, day: Day, files: &[(&str, String)]) -> BTreeMap<String, String> {
    let plans = plans(data, day);
    let mut foreseen = BTreeMap::new();
    // Packed files repeat the cells and records of the unpacked ones.
    for (name, text) in files.iter().filter(|(name, _)| !has_ending(name, "xlsx") && !has_ending(name, "zip"))
    {
        for named in days(text) {
            if named > day && !plans.contains(&named) {
                foreseen.insert(named.jalali().to_string(), (*name).to_owned());
            }
        }
    }
    foreseen
}

/// Returns the days in a text, in either calendar: «1404/07/26», «2025-10-18», «26 مهر 1404».
fn days(text: &str) -> Vec<Day> {
    let is_part = |letter: char| letter.is_ascii_digit() || matches!(letter, '/' | '-');
    let numbers = text.split(|letter: char| !is_part(letter)).filter(|piece| piece.len() == 10);
    let mut days: Vec<Day> = numbers.filter_map(|piece| dates::parse(piece).ok()).collect();
    let words: Vec<&str> = text.split_whitespace().collect();
    let is_day = |word: &str| word.len() <= 2 && word.bytes().all(|byte| byte.is_ascii_digit());
    let year = |word: &str| word.chars().take_while(char::is_ascii_digit).collect::<String>();
    for three in words.windows(3).filter(|three| is_day(three[0])) {
        days.extend(dates::parse(&format!("{} {} {}", three[0], three[1], year(three[2]))));
    }
    days
}

#[test]
fn days_are_found_in_every_form() {
    let found = days("تا 1404/07/26، «2025-10-19» و 28 مهر 1404.</p> نه 1404/13/01 و نه 12345-678");
    assert_eq!(
        found.iter().map(|day| day.iso()).collect::<Vec<_>>(),
        ["2025-10-18", "2025-10-19", "2025-10-20"]
    );
}
