//! The sentences that figures are told in: plain, short, verb last, no praise and no blame.
//!
//! The province's own terms (`site.yml`, `terms`) go into every sentence; a noun after a numeral is singular.

use crate::config::{Config, Term, Terms};
use crate::model::Neighborhood;
use crate::persian::numbers::{decimal, integer, percent, points};
use crate::persian::text::Text;
use crate::persian::{Day, dates, ezafe};
use crate::progress::{Average, Brief, Group, Means, Quarter, State};

/// What is printed for an unknown progress.
pub(super) const UNKNOWN: &str = "؟";
/// What is printed where there is nothing to count.
pub(super) const NOTHING: &str = "—";

/// «۳ فعالیت»
pub(super) fn counted(count: usize, term: &Term) -> String {
    format!("{} {}", whole(count), term.one)
}

/// A count in a running sentence: «یک مصوبه», «۳ مصوبه»
pub(super) fn in_sentence(count: usize, noun: &str) -> String {
    if count == 1 { format!("یک {noun}") } else { format!("{} {noun}", whole(count)) }
}

/// A text of a record that may be absent, as pages show it; empty for none.
pub(super) fn or_empty(text: Option<&Text>) -> String {
    text.map(Text::to_string).unwrap_or_default()
}

/// A count with Persian digits and separators.
pub(super) fn whole(count: usize) -> String {
    integer(count)
}

/// The size of a file: «۳۴۰ کیلوبایت», «۱٫۲ مگابایت»; units of 1,024 as file managers count them.
pub(super) fn file_size(bytes: u64) -> String {
    const KIB: f64 = 1024.0;
    let bytes = bytes as f64;
    if bytes < KIB * KIB {
        // What is there is never «۰ کیلوبایت».
        return format!("{} کیلوبایت", decimal((bytes / KIB).max(1.0), 0));
    }
    if bytes < KIB * KIB * KIB {
        return format!("{} مگابایت", decimal(bytes / (KIB * KIB), 1));
    }
    format!("{} گیگابایت", decimal(bytes / (KIB * KIB * KIB), 1))
}

/// A progress with its mark, «؟» where unknown.
pub(super) fn progress(value: Option<f64>) -> String {
    value.map_or_else(|| UNKNOWN.to_owned(), percent)
}

/// A share of 0–1 with its mark, «—» over nothing.
pub(super) fn share(value: Option<f64>) -> String {
    value.map_or_else(|| NOTHING.to_owned(), |share| percent(share * 100.0))
}

/// A group's progress: «؟» with members and no report, «—» without members (F20).
pub(super) fn group_actual(group: &Group) -> String {
    match group.actual.value {
        Some(value) => percent(value),
        None if group.activities > 0 => UNKNOWN.to_owned(),
        None => NOTHING.to_owned(),
    }
}

/// The same for a group as it was on an earlier day.
pub(super) fn brief_actual(brief: &Brief) -> String {
    match brief.actual.value {
        Some(value) => percent(value),
        None if brief.activities > 0 => UNKNOWN.to_owned(),
        None => NOTHING.to_owned(),
    }
}

/// A group's planned progress, «—» where there is none.
pub(super) fn group_planned(group: &Group) -> String {
    group.planned.value.map_or_else(|| NOTHING.to_owned(), percent)
}

/// «۱۲ از ۱۵ فعالیت»
pub(super) fn coverage(average: Average, all: usize, terms: &Terms) -> String {
    format!("{} از {}", whole(average.count), counted(all, &terms.activity))
}

/// «۶ واحد کمتر از برنامه», «برابر با برنامه»; `None` where the deviation is unknown.
pub(super) fn against_plan(deviation: Option<f64>) -> Option<String> {
    let deviation = deviation?;
    let size = points(deviation.abs());
    Some(if size == points(0.0) {
        "برابر با برنامه".to_owned()
    } else if deviation < 0.0 {
        format!("{size} واحد کمتر از برنامه")
    } else {
        format!("{size} واحد بیشتر از برنامه")
    })
}

/// The same with the number of activities, if what is beside it stands on others: «۶ واحد کمتر از برنامه (بر پایهٔ ۱۰ فعالیت)»
pub(super) fn against_plan_of(means: &Means, beside_others: bool, terms: &Terms) -> Option<String> {
    let against = against_plan(means.deviation.value)?;
    Some(format!("{against}{}", basis(means.deviation, beside_others, terms)))
}

/// On how many activities a mean stands if what is beside it stands on others: « (بر پایهٔ ۱۲ فعالیت)»; otherwise nothing.
pub(super) fn basis(average: Average, beside_others: bool, terms: &Terms) -> String {
    if average.value.is_none() || !beside_others {
        return String::new();
    }
    format!(" (بر پایهٔ {})", in_sentence(average.count, &terms.activity.one))
}

/// «۳ واحد بیشتر»; empty where one of the two is unknown.
pub(super) fn moved(before: Option<f64>, after: Option<f64>) -> String {
    let Some((before, after)) = before.zip(after) else { return String::new() };
    let size = points((after - before).abs());
    if size == points(0.0) {
        "بی‌تغییر".to_owned()
    } else if after > before {
        format!("{size} واحد بیشتر")
    } else {
        format!("{size} واحد کمتر")
    }
}

/// «محلهٔ شیخ‌آباد»; the name alone where the record names no kind.
pub(super) fn full_name(neighborhood: &Neighborhood) -> String {
    match &neighborhood.kind {
        Some(kind) => ezafe::join(&kind.shown(), &neighborhood.record.title.shown()),
        None => neighborhood.record.title.to_string(),
    }
}

/// «دستگاه مسئول»
pub(super) fn lead(terms: &Terms) -> String {
    format!("{} مسئول", terms.agency.one)
}

/// «۵ روز پس از تاریخ گزارش»
pub(super) fn distance(day: Day, report: Day) -> String {
    match day.since(report) {
        0 => "روز گزارش".to_owned(),
        days if days > 0 => format!("{} روز پس از تاریخ گزارش", integer(days)),
        days => format!("{} روز پیش از تاریخ گزارش", integer(-days)),
    }
}

/// «جلسه‌ای», «نشستی»: one of them, whichever.
pub(super) fn any(noun: &str) -> String {
    let ending = match noun.chars().next_back() {
        Some('ه' | 'ی') => "\u{200c}ای",
        Some('ا' | 'و') => "یی",
        _ => "ی",
    };
    format!("{noun}{ending}")
}

/// «و ۱۲ فعالیت دیگر», «و ۲ حوزهٔ دیگر»; empty where nothing is left out.
pub(super) fn rest(hidden: usize, noun: &str) -> String {
    if hidden == 0 {
        String::new()
    } else {
        format!("و {} {}", whole(hidden), ezafe::join(noun, "دیگر"))
    }
}

/// A text in at most so many characters: whole words of it, «…» for the rest.
pub(super) fn cut(text: &str, most: usize) -> String {
    let Some((end, _)) = text.char_indices().nth(most) else { return text.to_owned() };
    let cut = text[..end].rfind(' ').unwrap_or(end);
    format!("{}…", text[..cut].trim_end_matches(['،', '؛', '.', ' ']))
}

/// The lede of a group: what stands behind its figure, in one or two sentences.
pub(super) fn lede(group: &Group, terms: &Terms) -> String {
    let activities = counted(group.activities, &terms.activity);
    if group.activities == 0 {
        return match group.states.get(State::Cancelled) {
            0 => format!("هنوز {} ثبت نشده است.", any(&terms.activity.one)),
            1 => format!("تنها {} ثبت‌شده لغو شده است.", terms.activity.one),
            cancelled => format!("{} ثبت شده و همه لغو شده است.", counted(cancelled, &terms.activity)),
        };
    }
    let not_started = group.actual.count - group.reported;
    let reported = match group.reported {
        0 if group.activities == 1 && not_started == 1 => {
            format!("تنها {} ثبت‌شده هنوز شروع نشده است.", terms.activity.one)
        }
        0 if group.activities == 1 => format!("تنها {} ثبت‌شده گزارش پیشرفت ندارد.", terms.activity.one),
        1 if group.activities == 1 => format!("تنها {} ثبت‌شده گزارش پیشرفت دارد.", terms.activity.one),
        0 => format!("از {activities} هیچ‌کدام گزارش پیشرفت ندارد."),
        known if known == group.activities => format!("هر {activities} گزارش پیشرفت دارد."),
        known => format!("از {activities}، {} گزارش پیشرفت دارد.", in_sentence(known, &terms.activity.one)),
    };
    let mut facts = Vec::new();
    let overdue = group.states.get(State::Overdue);
    if overdue > 0 {
        facts.push(format!("{} از مهلت گذشته است", in_sentence(overdue, &terms.activity.one)));
    }
    let behind = group.states.get(State::Behind);
    if behind > 0 {
        facts.push(format!("{} از برنامه عقب‌تر است", in_sentence(behind, &terms.activity.one)));
    }
    if facts.is_empty() { reported } else { format!("{reported} {}.", facts.join(" و ")) }
}

/// «(نمایشی) پیشرفت …»: a description whose figures stand on illustrative records begins with it.
pub(super) fn description(group: &Group, text: String) -> String {
    if group.sample { format!("(نمایشی) {text}") } else { text }
}

/// «پیشرفت طرح محله‌محوری در استان قم ۵۸ درصد است، ۶ واحد کمتر از برنامه»
pub(super) fn headline(config: &Config, place: &str, group: &Group) -> String {
    let terms = &config.terms;
    let subject = format!("{} در {place}", config.identity.programme.shown());
    let Some(actual) = group.actual.value else {
        return format!("هنوز گزارشی از پیشرفت {subject} نرسیده است");
    };
    let sentence = format!("پیشرفت {subject} {} درصد است", points_of_progress(actual));
    let means = group.means();
    let differs = means.deviation_has_other_members();
    match against_plan_of(&means, differs, terms) {
        Some(against) => format!("{sentence}{}، {against}", basis(means.actual, differs, terms)),
        None => sentence,
    }
}

/// A progress as a bare number, by the same rounding as with its mark.
fn points_of_progress(value: f64) -> String {
    percent(value).trim_matches(['\u{61c}', '٪']).to_owned()
}

/// «از ۲۰ فروردین ۱۴۰۴ تا ۳۰ آذر ۱۴۰۴»
pub(super) fn span(from: Day, to: Day) -> String {
    format!("از {} تا {}", dates::medium(from), dates::medium(to))
}

/// «گزارش نه‌ماههٔ ۱۴۰۴», «گزارش ۱۴۰۴ تا ۱۵ دی»
pub(super) fn quarter(quarter: &Quarter) -> String {
    let year = dates::year(quarter.year);
    if !quarter.is_over() {
        return format!("گزارش {year} تا {}", dates::day_month(quarter.at.day));
    }
    match quarter.number {
        1 => format!("گزارش سه‌ماههٔ {year}"),
        2 => format!("گزارش شش‌ماههٔ {year}"),
        3 => format!("گزارش نه‌ماههٔ {year}"),
        _ => format!("گزارش سال {year}"),
    }
}

#[cfg(test)]
mod tests {
    use super::{any, cut, file_size};

    #[test]
    fn sizes_of_files_in_words() {
        assert_eq!(file_size(0), "۱ کیلوبایت");
        assert_eq!(file_size(348_160), "۳۴۰ کیلوبایت");
        assert_eq!(file_size(1_048_575), "۱٬۰۲۴ کیلوبایت");
        assert_eq!(file_size(1_258_291), "۱٫۲ مگابایت");
        assert_eq!(file_size(3 * 1024 * 1024 * 1024), "۳ گیگابایت");
    }

    #[test]
    fn nouns_that_are_not_named_further() {
        assert_eq!(any("فعالیت"), "فعالیتی");
        assert_eq!(any("محله"), "محله‌ای");
        assert_eq!(any("شهرداری"), "شهرداری‌ای");
        assert_eq!(any("روستا"), "روستایی");
    }

    #[test]
    fn long_texts_end_with_a_whole_word() {
        assert_eq!(cut("کلاس تقویتی", 11), "کلاس تقویتی");
        assert_eq!(cut("کلاس، تقویتی عصر", 10), "کلاس…");
        assert_eq!(cut(&"آ".repeat(9), 4), "آآآآ…");
    }
}
