//! The day of the report where nobody gives one (F1), and today: the only reading of the clock and of
//! `SOURCE_DATE_EPOCH`.

use chrono::{DateTime, FixedOffset, Utc};

use crate::diag::Complaint;
use crate::persian::Day;

/// Tehran keeps UTC+03:30 all year since 1401.
const TEHRAN_SECONDS: i32 = 3 * 3600 + 30 * 60;

/// `SOURCE_DATE_EPOCH`'s day in Tehran, else today in Tehran; an error if the variable is not a number of seconds.
pub(super) fn today() -> Result<Day, Complaint> {
    match std::env::var("SOURCE_DATE_EPOCH") {
        Ok(text) if !text.is_empty() => text
            .trim()
            .parse::<i64>()
            .ok()
            .and_then(|seconds| DateTime::from_timestamp(seconds, 0))
            .map(in_tehran)
            .ok_or_else(|| no_moment(&text)),
        _ => Ok(now()),
    }
}

/// Today in Tehran by the clock, whatever `SOURCE_DATE_EPOCH` says.
pub(super) fn now() -> Day {
    in_tehran(Utc::now())
}

fn no_moment(text: &str) -> Complaint {
    Complaint::usage(
        format!("SOURCE_DATE_EPOCH: «{text}» شمار ثانیه‌ها نیست."),
        format!("SOURCE_DATE_EPOCH: `{text}` is not a number of seconds."),
    )
}

fn in_tehran(moment: DateTime<Utc>) -> Day {
    let tehran = FixedOffset::east_opt(TEHRAN_SECONDS).expect("three and a half hours are less than a day");
    Day::from(moment.with_timezone(&tehran).date_naive())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_day_turns_at_half_past_eight_in_the_evening_of_utc() {
        let day = |text: &str| in_tehran(text.parse().expect("a moment")).iso();
        assert_eq!(day("2026-01-05T20:29:59Z"), "2026-01-05");
        assert_eq!(day("2026-01-05T20:30:00Z"), "2026-01-06");
    }
}
