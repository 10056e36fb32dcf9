//! The booklet (کارنامه): one sheet of A4 for the province, two for each neighborhood, made for paper.
//!
//! Paper doesn't grow. So every list has a limit and says how many rows it leaves out, every text is shortened to the
//! room of its place, and [`room`] decides what else a sheet has room for. Start at [`neighborhood`].

mod neighborhood;
mod province;
mod room;

use serde::Serialize;

use crate::model::{Activity, Idx, Neighborhood};
use crate::persian::numbers::{decimal, percent, points};
use crate::progress::State;
use crate::site::Site;
use crate::site::address::Target;
use crate::site::attention::{Concern, Reason};
use crate::site::view::{MatrixHead, Stamp};
use crate::site::words::{self, whole};
use crate::site::{rows::GroupRow, stamp};

pub(in crate::site) use neighborhood::NeighborhoodBooklet;
pub(in crate::site) use province::ProvinceBooklet;

/// How many rows a list on paper holds (product.md; design README, «Print»).
const ROWS: usize = 10;
/// How many rows a schedule and its responsibilities hold.
const LONG: usize = 14;

/// How many characters a row across half a sheet has room for.
const HALF_ROW: usize = 44;
/// The same across the whole sheet.
const WHOLE_ROW: usize = 104;

/// What the cover of a booklet says.
#[derive(Debug, Serialize)]
pub struct Cover {
    /// «استانداری قم · کارنامهٔ طرح محله‌محوری قم»
    pub kicker: String,
    /// «محلهٔ شیخ‌آباد»
    pub name: String,
    /// The name takes more than a line of the large type.
    pub long: bool,
    /// The report's day.
    pub as_of: Stamp,
    /// The key of the neighborhood's stage; empty for none.
    pub stage: String,
    /// «شمارهٔ ۱۴۰۴/۲۱/۷» and whatever else stands below the name.
    pub meta: Vec<String>,
    /// What is illustrative of it; empty for nothing.
    pub sample: String,
    /// At the foot of each sheet, with the edition.
    pub folio: String,
}

/// A list that paper has cut.
#[derive(Debug, Serialize)]
pub struct Listed<T> {
    /// The rows that are shown.
    pub rows: Vec<T>,
    /// «و ۱۲ فعالیت دیگر»; empty where nothing is left out.
    pub more: String,
}

impl<T> Listed<T> {
    /// The first of `all` rows, `most` of them at most.
    fn new(rows: impl IntoIterator<Item = T>, all: usize, most: usize, noun: &str) -> Self {
        let rows: Vec<T> = rows.into_iter().take(most).collect();
        let more = words::rest(all - rows.len(), noun);
        Self { rows, more }
    }

    /// The same where there is no room for any.
    fn none() -> Self {
        Self { rows: Vec::new(), more: String::new() }
    }
}

/// A row of one line.
#[derive(Debug, Default, Serialize)]
pub struct Line {
    /// Its day.
    pub at: Option<Stamp>,
    /// The key of a state; empty for none.
    pub state: String,
    /// A word in place of the state's («۱۱ روز دیرکرد»).
    pub word: String,
    /// The record.
    pub title: String,
    /// Its page.
    pub href: String,
    /// What follows the title, quiet; empty for nothing.
    pub text: String,
    /// What stands at the end of the line («۸۵٪»); empty for nothing.
    pub aside: String,
    /// It is illustrative.
    pub sample: bool,
}

/// A place to sign.
#[derive(Debug, Serialize)]
pub struct Signature {
    /// The office («دبیر طرح محله‌محوری»).
    pub office: String,
    /// Who holds it; empty where nobody is named.
    pub name: String,
}

impl Site<'_> {
    /// The cover of a booklet but for stage, meta and what is illustrative.
    fn cover(&self, name: &str) -> Cover {
        let identity = &self.config.identity;
        let authority = identity.authority.as_ref().or(identity.publisher.as_ref());
        let above = match authority {
            Some(authority) => format!("{authority} · {}", identity.title),
            None => identity.title.to_string(),
        };
        let number = identity.number.iter().map(|number| format!("شمارهٔ {}", words::cut(number, 24)));
        let short = words::cut(name, 60);
        let folio = match &identity.edition {
            Some(edition) => format!("کارنامهٔ {short}، {}", words::cut(edition, 30)),
            None => format!("کارنامهٔ {short}"),
        };
        Cover {
            kicker: words::cut(&above, WHOLE_ROW),
            name: words::cut(name, 80),
            long: name.chars().count() > 26,
            as_of: stamp::long(self.figures.day),
            stage: String::new(),
            meta: number.collect(),
            sample: String::new(),
            folio,
        }
    }

    /// Places to sign for the given offices, ten at most.
    fn signatures(&self, offices: &[String], manager: (&str, &str)) -> Listed<Signature> {
        let (title, name) = manager;
        let rows = offices.iter().map(|office| Signature {
            name: if office == title { words::cut(name, 40) } else { String::new() },
            office: words::cut(office, 44),
        });
        Listed::new(rows, offices.len(), ROWS, "امضا")
    }

    /// «مدیر محله»: what a neighborhood's manager is called where the record doesn't say.
    fn manager_title(&self) -> String {
        format!("{} {}", self.config.terms.manager.one, self.config.terms.neighborhood.one)
    }

    /// A coming deadline in one line; `place` tells where.
    fn deadline_line(&self, idx: Idx<Activity>, place: bool) -> Line {
        let of = self.of(idx);
        Line {
            at: of.due.map(stamp::short),
            aside: of.actual.map_or_else(|| State::Unreported.word().to_owned(), percent),
            ..self.activity_line(idx, place, if place { 30 } else { HALF_ROW })
        }
    }

    /// What needs attention in one line: the measure stands with the state.
    fn concern_line(&self, concern: &Concern) -> Line {
        let size = |measure: &dyn Fn(f64) -> String| concern.size.map(measure).unwrap_or_default();
        let (state, word) = match concern.reason {
            Reason::Overdue => (State::Overdue, size(&|days| format!("{} روز دیرکرد", decimal(days, 0)))),
            Reason::Behind => (State::Behind, size(&|gap| format!("{} واحد عقب‌تر", points(gap)))),
            Reason::Unreported => (State::Unreported, String::new()),
            Reason::Gap => (State::Behind, size(&|gap| format!("{} واحد ناهمخوان", points(gap)))),
            Reason::Stale => (State::Unreported, "گزارش کهنه".to_owned()),
        };
        Line { state: state.key().to_owned(), word, ..self.activity_line(concern.activity, true, 28) }
    }

    fn activity_line(&self, idx: Idx<Activity>, place: bool, most: usize) -> Line {
        let activity = &self.dataset[idx];
        let text = match activity.neighborhoods.as_slice() {
            _ if !place => String::new(),
            [one] => words::cut(&self.dataset[*one].record.title, 14),
            many => format!("{} {}", whole(many.len()), self.config.terms.neighborhood.one),
        };
        Line {
            title: words::cut(&activity.record.title, most),
            href: self.href(Target::Activity(idx)),
            text,
            sample: activity.record.sample,
            ..Line::default()
        }
    }
}

/// A domain's row with a title that its column has room for.
fn shortened(row: GroupRow) -> GroupRow {
    let mut row = row;
    row.link.text = words::cut(&row.link.text, 34);
    row
}

/// The head of a matrix' column, shortened.
fn short_head(head: MatrixHead) -> MatrixHead {
    MatrixHead { title: words::cut(&head.title, 22), ..head }
}

/// What of a booklet is illustrative, in a sentence, and whether its rows must say which.
fn sample_sentence(samples: impl Iterator<Item = bool>) -> (String, bool) {
    let (mut any, mut all) = (false, true);
    for sample in samples {
        any |= sample;
        all &= sample;
    }
    match (any, all) {
        (false, _) => (String::new(), false),
        (true, true) => ("دادهٔ نمایشی: همهٔ رکوردهای این کارنامه ساختگی و برای نمایش است.".to_owned(), false),
        (true, false) => {
            ("دادهٔ نمایشی: رکوردهایی که کنارشان «نمایشی» آمده، ساختگی و برای نمایش است.".to_owned(), true)
        }
    }
}

/// Takes the marks of illustrative rows away, where a sentence speaks of all.
fn unmarked(mut list: Listed<Line>, marks: bool) -> Listed<Line> {
    for row in &mut list.rows {
        row.sample &= marks;
    }
    list
}

/// The neighborhood's name with its kind, for titles of pages.
fn booklet_title(name: &str) -> String {
    format!("کارنامهٔ چاپی {name}")
}

/// The link to a neighborhood's booklet.
fn booklet_link(site: &Site<'_>, idx: Idx<Neighborhood>) -> crate::site::view::Link {
    crate::site::view::Link {
        text: site.dataset[idx].record.title.to_string(),
        href: site.href(Target::NeighborhoodBooklet(idx)),
    }
}
