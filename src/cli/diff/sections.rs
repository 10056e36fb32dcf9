//! A difference in the order in which a person wants to know it: the site's figures, what came and went, states,
//! progress, dates, decisions, what else records say, and the groups. The terminal and the page tell the same rows.

use crate::compare::{Change, Difference, Edition, Row};
use crate::diag::Lang;
use crate::fields::Datum;
use crate::figures::{Figure, Kind, Role, group};
use crate::persian::dates;
use crate::persian::numbers::integer;

use super::shown::{quoted, shown};

/// How much is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Extent {
    /// What fits a terminal: no cells.
    Terminal,
    /// Everything.
    Page,
}

/// Rows under one title.
pub(super) struct Section {
    pub(super) title: String,
    pub(super) rows: Vec<Line>,
}

/// One thing that differs.
#[derive(Default)]
pub(super) struct Line {
    /// The record or group; empty for the site.
    pub(super) subject: String,
    /// The id of an activity, since several may have one title; empty for others.
    pub(super) id: String,
    /// The figure or field, or the kind of a record that came or went.
    pub(super) what: String,
    /// How it was and how it is; `None` for a record that came or went.
    pub(super) values: Option<(String, String)>,
}

impl Line {
    /// The row as a sentence of a list.
    pub(super) fn sentence(&self, lang: Lang) -> String {
        let id = if self.id.is_empty() { String::new() } else { format!(" ({})", self.id) };
        let subject = match (self.subject.is_empty(), lang) {
            (true, _) => String::new(),
            (false, _) if self.values.is_none() => format!(" {}{id}", self.subject),
            (false, _) => format!("{}{id}: ", self.subject),
        };
        match (&self.values, lang) {
            (None, _) => format!("{}{subject}", self.what),
            (Some((before, after)), Lang::Fa) => format!("{subject}{} از {before} به {after}", self.what),
            (Some((before, after)), Lang::En) => format!("{subject}{} from {before} to {after}", self.what),
        }
    }
}

/// What is compared, and what is to be known of the comparison itself.
pub(super) fn heads(difference: &Difference<'_>, lang: Lang) -> Vec<String> {
    let (before, after) = (difference.before, difference.after);
    let mut lines = vec![match (difference.of_two_sites(), lang) {
        (true, Lang::Fa) => format!("{} در برابر {}", head(before, lang), head(after, lang)),
        (true, Lang::En) => format!("{} against {}", head(before, lang), head(after, lang)),
        (false, Lang::Fa) => format!("{} در برابر پایان {}", head(before, lang), dates::long(after.day)),
        (false, Lang::En) => format!("{} against {}", head(before, lang), after.day.iso()),
    }];
    let mut note = |holds: bool, fa: &str, en: &str| {
        if holds {
            lines.push(if lang == Lang::Fa { fa } else { en }.to_owned());
        }
    };
    note(
        difference.of_two_sites(),
        "توجه: عنوان دو سایت یکی نیست؛ شاید از دو استان باشند.",
        "Note: the two sites have different titles; they may be of two provinces.",
    );
    note(
        difference.is_backward(),
        "توجه: ویرایش دوم از روزی پیش از ویرایش نخست است.",
        "Note: the second edition is of an earlier day than the first.",
    );
    note(difference.is_empty(), "تفاوتی نیست.", "There is no difference.");
    lines
}

fn head(edition: &Edition, lang: Lang) -> String {
    match lang {
        Lang::Fa => format!("{} در پایان {}", quoted(edition.title(), lang), dates::long(edition.day)),
        Lang::En => format!("{} as of {}", quoted(edition.title(), lang), edition.day.iso()),
    }
}

/// What differs; sections without rows are left out.
pub(super) fn sections(difference: &Difference<'_>, extent: Extent, lang: Lang) -> Vec<Section> {
    let teller = Teller { difference, extent, lang };
    let activity = |row: &Row| row.kind == Kind::Activity;
    let all = [
        (
            ("رقم‌های سایت", "Figures of the site"),
            teller.changes(|row| row.kind == Kind::Site, |of| of.role() == Some(Role::Figure)),
        ),
        (("افزوده", "Added"), teller.named(&difference.added)),
        (("حذف‌شده", "Gone"), teller.named(&difference.gone)),
        (("وضعیت‌ها", "States"), teller.changes(activity, |of| of.role() == Some(Role::State))),
        (("پیشرفت‌ها", "Progress"), teller.changes(activity, |of| of.role() == Some(Role::Progress))),
        (("تاریخ‌ها", "Dates"), teller.changes(activity, |of| of.role() == Some(Role::Date))),
        (("مصوبه‌ها", "Decisions"), teller.changes(|row| row.kind == Kind::Decisions, |_| true)),
        (
            ("مشخصات", "Records"),
            teller.changes(
                |row| extent == Extent::Page || row.kind != Kind::Cell,
                |of| of.role() == Some(Role::Record),
            ),
        ),
        (
            (
                "رقم‌های شهرستان‌ها، محله‌ها، حوزه‌ها و دستگاه‌ها",
                "Figures of counties, neighborhoods, domains and agencies",
            ),
            teller.changes(
                |row| teller.is_told_group(row.kind),
                // A terminal shows the first figure of each group alone: nobody reads hundreds of lines there.
                |of| {
                    of.role() == Some(Role::Figure) && (extent == Extent::Page || of.key == group::ACTUAL.key)
                },
            ),
        ),
        (("رقم‌های وابسته", "Figures that follow"), teller.followers()),
    ];
    let told = all.into_iter().filter(|(_, rows)| !rows.is_empty());
    let title = |(fa, en): (&str, &str), count: usize| match lang {
        Lang::Fa => format!("{fa} ({})", integer(count)),
        Lang::En => format!("{en} ({count})"),
    };
    told.map(|(words, rows)| Section { title: title(words, rows.len()), rows }).collect()
}

/// «و ۱۲ مورد دیگر», where a terminal shows no more.
pub(super) fn more(count: usize, lang: Lang) -> String {
    match lang {
        Lang::Fa => format!("و {} مورد دیگر؛ همه با --report FILE.html", integer(count)),
        Lang::En => format!("and {count} more; all of them with --report FILE.html"),
    }
}

struct Teller<'d> {
    difference: &'d Difference<'d>,
    extent: Extent,
    lang: Lang,
}

impl Teller<'_> {
    fn is_told_group(&self, kind: Kind) -> bool {
        match kind {
            Kind::Site | Kind::Activity | Kind::Decisions => false,
            Kind::Cell => self.extent == Extent::Page,
            _ => true,
        }
    }

    /// A line for each change of these rows that is told in this way.
    fn changes(&self, rows: impl Fn(&Row) -> bool, told: impl Fn(&Figure) -> bool) -> Vec<Line> {
        let changed = self.difference.changed.iter().filter(|change| rows(change.after));
        let figures = changed.flat_map(|change| change.figures().map(move |figure| (change, figure)));
        figures
            .filter(|(_, (figure, ..))| told(figure))
            .map(|(change, (figure, before, after))| self.line(change, figure, before, after))
            .collect()
    }

    fn line(&self, change: &Change<'_>, figure: &Figure, before: &Datum<'_>, after: &Datum<'_>) -> Line {
        let was = shown(before, figure, self.difference.before, self.lang);
        let mut is = shown(after, figure, self.difference.after, self.lang);
        if was == is {
            is.push_str(match self.lang {
                Lang::Fa => "، با تفاوتی که در گرد کردن دیده نمی‌شود",
                Lang::En => ", a change that rounding hides",
            });
        }
        let what = if self.lang == Lang::Fa { figure.fa } else { figure.en };
        Line { what: what.to_owned(), values: Some((was, is)), ..self.subject(change.after) }
    }

    /// A line for each record that came or went.
    fn named(&self, rows: &[&Row]) -> Vec<Line> {
        let told = rows.iter().filter(|row| self.extent == Extent::Page || row.kind != Kind::Cell);
        told.map(|row| Line { what: self.kind(row.kind), ..self.subject(row) }).collect()
    }

    /// How many rows have other values that follow from what was told, or from the day.
    fn followers(&self) -> Vec<Line> {
        let has_any =
            |change: &&Change<'_>| change.figures().any(|(figure, ..)| figure.role() == Some(Role::Follows));
        let count = self.difference.changed.iter().filter(has_any).count();
        let text = match self.lang {
            Lang::Fa => format!(
                "در {} ردیف رقم‌هایی که از روز گزارش یا از رقم‌های بالا پیروی می‌کند دیگر شده است؛ همه با --format json",
                integer(count)
            ),
            Lang::En => format!(
                "{count} rows have other figures that follow the day, or those above; all of them with --format json"
            ),
        };
        if count == 0 {
            return Vec::new();
        }
        vec![Line { what: text, ..Line::default() }]
    }

    /// A line that says what a row is called, and nothing yet of it.
    fn subject(&self, row: &Row) -> Line {
        let subject = match row.kind {
            Kind::Site | Kind::Decisions => String::new(),
            _ => quoted(&row.title, self.lang),
        };
        let id = if row.kind == Kind::Activity { row.id.clone() } else { String::new() };
        Line { subject, id, ..Line::default() }
    }

    fn kind(&self, kind: Kind) -> String {
        if self.lang == Lang::Fa { kind.fa() } else { kind.key() }.to_owned()
    }
}
