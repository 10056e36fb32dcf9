//! `problems/index.html`: the neighborhoods' named problems and what is done about each.

use std::borrow::Cow;

use serde::Serialize;

use crate::model::{Idx, Neighborhood, Problem, RecordKind};
use crate::progress::State;
use crate::site::address::paged;
use crate::site::charts::Bar;
use crate::site::entries::{EntryParts, SearchEntry, given, record_title};
use crate::site::paging::pages_of_problems;
use crate::site::rows::{self, ProblemRow};
use crate::site::view::{Flag, Frame, Html, KeyFigure, Link, PageView, Pager, Sample};
use crate::site::words::{self, whole};
use crate::site::{Addresses, Resolver, Site, Target, links};

use super::frame::{self, crumbs, missing, pager};
use super::kind::{IndexLine, IndexPart, Menu, PageKind, Rank};

/// How many answers a row names.
const ANSWERS: usize = 10;

/// The key of its section.
const SECTION: &str = "problems";

pub(super) const KIND: PageKind = PageKind {
    targets: |site| (1..=pages_of_problems(site.lists.problems.len()).0).map(Target::Problems).collect(),
    later: |site, later| {
        links::hrefs(site, (1..=pages_of_problems(later.count(RecordKind::Problem)).0).map(Target::Problems))
    },
    sections: |site| {
        vec![IndexLine {
            part: IndexPart::Review,
            key: SECTION.to_owned(),
            title: title(site),
            first: Target::Problems(1),
            menu: Menu::Foot,
            is_list: true,
        }]
    },
    entries: &[(Rank::Work, |site| Box::new(site.lists.problems.iter().map(|&idx| search_entry(site, idx))))],
};

pub(super) fn address(_: &Addresses<'_>, page: usize) -> String {
    paged("problems", page)
}

/// What the page of problems shows.
#[derive(Debug, Serialize)]
struct ProblemsPage {
    /// How many there are, are solved, have no activity.
    pub lede: String,
    /// The same in figures; on the first page.
    pub figures: Vec<KeyFigure>,
    /// The problems of this page by neighborhood.
    pub groups: Vec<ProblemGroup>,
    /// The other pages.
    pub pager: Option<Pager>,
}

/// The problems of a neighborhood.
#[derive(Debug, Serialize)]
struct ProblemGroup {
    /// The id of its heading.
    pub id: String,
    /// «محلهٔ شیخ‌آباد»
    pub title: String,
    /// The neighborhood's page.
    pub href: String,
    /// «۷ مسئله، ۱ بی‌فعالیت»
    pub note: String,
    /// Its problems of this page, by rank.
    pub rows: Vec<ProblemItem>,
}

/// A problem and how it stands.
#[derive(Debug, Serialize)]
struct ProblemItem {
    /// The problem.
    pub row: ProblemRow,
    /// The narrative.
    pub body: Option<Html>,
    /// The activities that answer it, with their states; at most ten.
    pub answers: Vec<Answer>,
    /// How many more there are; empty for none.
    pub answers_note: String,
    /// It is solved: the key of the state whose sign it bears.
    pub state: String,
    /// «حل‌شده»
    pub word: String,
    /// Nothing answers it.
    pub flag: Option<Flag>,
}

/// An activity that answers a problem.
#[derive(Debug, Serialize)]
struct Answer {
    /// The activity.
    pub activity: Link,
    /// The key of its state.
    pub state: String,
}

/// How a problem stands at T.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Standing {
    Solved,
    Answered,
    Open,
}

/// How many problems stand how.
#[derive(Debug, Clone, Copy, Default)]
struct Standings {
    solved: usize,
    answered: usize,
    open: usize,
}

pub(super) fn view(site: &Site<'_>, resolver: &Resolver<'_>, address: &str, page: usize) -> PageView {
    let all = &site.lists.problems;
    let (_, rows_each) = pages_of_problems(all.len());
    let start = (page - 1) * rows_each;
    let shown = &all[start.min(all.len())..(start + rows_each).min(all.len())];
    let title = title(site);
    let tally = tally(site, all);
    let mut frame = Frame {
        crumbs: crumbs(site, Vec::new(), &title),
        section: SECTION.to_owned(),
        ..Frame::new(address, "problems.html", frame::numbered(&title, page))
    };
    if shown.iter().any(|&idx| site.dataset[idx].record.sample) {
        frame.sample = Sample::Part;
    }
    let view = ProblemsPage {
        lede: lede(site, tally),
        figures: if page == 1 { figures(site, tally) } else { Vec::new() },
        groups: groups(site, resolver, shown, &frame.root),
        pager: pager(site, all.len(), rows_each, page, Target::Problems),
    };
    frame.description.clone_from(&view.lede);
    PageView::new(frame, view)
}

/// «مسئله‌های محله‌ها»
pub(in crate::site) fn title(site: &Site<'_>) -> String {
    format!("مسئله‌های {}", site.config.terms.neighborhood.many)
}

/// Whether a problem is solved, answered by an activity that is not cancelled, or neither.
fn standing(site: &Site<'_>, idx: Idx<Problem>) -> Standing {
    if site.dataset[idx].solved.is_some() {
        return Standing::Solved;
    }
    let alive = |state: State| state != State::Cancelled;
    let answered = site.relations.answers[idx.get()].iter().any(|&at| alive(site.figures[at].state));
    if answered { Standing::Answered } else { Standing::Open }
}

fn tally(site: &Site<'_>, problems: &[Idx<Problem>]) -> Standings {
    let mut tally = Standings::default();
    for &idx in problems {
        match standing(site, idx) {
            Standing::Solved => tally.solved += 1,
            Standing::Answered => tally.answered += 1,
            Standing::Open => tally.open += 1,
        }
    }
    tally
}

fn lede(site: &Site<'_>, tally: Standings) -> String {
    let all = site.lists.problems.len();
    if all == 0 {
        return "تا تاریخ گزارش مسئله‌ای ثبت نشده است.".to_owned();
    }
    let activity = &site.config.terms.activity;
    let mut parts = Vec::new();
    if tally.solved > 0 {
        parts.push(format!("{} مسئله حل شده است", whole(tally.solved)));
    }
    if tally.answered > 0 {
        parts.push(format!("برای {} مسئله {} تعریف شده است", whole(tally.answered), activity.one));
    }
    if tally.open > 0 {
        parts.push(format!("{} مسئله هنوز {} ندارد", whole(tally.open), words::any(&activity.one)));
    }
    format!("از {} مسئله، {}.", whole(all), crate::persian::text::list_and(&parts))
}

fn figures(site: &Site<'_>, tally: Standings) -> Vec<KeyFigure> {
    let all = site.lists.problems.len();
    if all == 0 {
        return Vec::new();
    }
    let of_all = format!("از {} مسئله", whole(all));
    let bar = |count: usize| Bar { actual: Some(count as f64 * 100.0 / all as f64), ..Bar::default() };
    let activity = &site.config.terms.activity.one;
    vec![
        KeyFigure {
            label: "حل‌شده".to_owned(),
            value: whole(tally.solved),
            small: of_all.clone(),
            bar: Some(bar(tally.solved)),
            ..KeyFigure::default()
        },
        KeyFigure {
            label: format!("{activity} در کار"),
            value: whole(tally.answered),
            small: of_all.clone(),
            ..KeyFigure::default()
        },
        KeyFigure {
            label: format!("بدون {activity}"),
            value: whole(tally.open),
            small: of_all,
            flag: (tally.open > 0).then(|| missing("برنامه‌ای برایشان ثبت نشده است")),
            ..KeyFigure::default()
        },
    ]
}

fn groups(
    site: &Site<'_>,
    resolver: &Resolver<'_>,
    problems: &[Idx<Problem>],
    root: &str,
) -> Vec<ProblemGroup> {
    let same =
        |a: &Idx<Problem>, b: &Idx<Problem>| site.dataset[*a].neighborhood == site.dataset[*b].neighborhood;
    let groups = problems.chunk_by(same);
    groups.map(|rows| group(site, resolver, site.dataset[rows[0]].neighborhood, rows, root)).collect()
}

fn group(
    site: &Site<'_>,
    resolver: &Resolver<'_>,
    idx: Idx<Neighborhood>,
    rows: &[Idx<Problem>],
    root: &str,
) -> ProblemGroup {
    let all = &site.relations.problems[idx.get()];
    let tally = tally(site, all);
    let mut parts = vec![format!("{} مسئله", whole(all.len()))];
    if tally.solved > 0 {
        parts.push(format!("{} حل‌شده", whole(tally.solved)));
    }
    if tally.open > 0 {
        parts.push(format!("{} بدون {}", whole(tally.open), site.config.terms.activity.one));
    }
    ProblemGroup {
        id: format!("of_{}", site.dataset[idx].record.id),
        title: words::full_name(&site.dataset[idx]),
        href: site.href(Target::Neighborhood(idx)),
        note: parts.join("، "),
        rows: rows.iter().map(|&problem| item(site, resolver, problem, root)).collect(),
    }
}

fn item(site: &Site<'_>, resolver: &Resolver<'_>, idx: Idx<Problem>, root: &str) -> ProblemItem {
    let problem = &site.dataset[idx];
    let answers = &site.relations.answers[idx.get()];
    let standing = standing(site, idx);
    let activity = &site.config.terms.activity;
    let (state, word) = match standing {
        Standing::Solved => (State::Done.key(), "حل‌شده"),
        Standing::Answered | Standing::Open => ("", ""),
    };
    let body = problem.record.body.as_ref();
    ProblemItem {
        row: rows::problem_row(site, idx),
        body: body.map(|body| resolver.section_prose(body, &format!("of_{}", problem.record.id), root)),
        answers: answers
            .iter()
            .take(ANSWERS)
            .map(|&at| Answer {
                activity: links::activity(site, at),
                state: site.figures[at].state.key().to_owned(),
            })
            .collect(),
        answers_note: words::rest(answers.len().saturating_sub(ANSWERS), &activity.one),
        state: state.to_owned(),
        word: word.to_owned(),
        flag: (standing == Standing::Open)
            .then(|| missing(&format!("هنوز {} ندارد", words::any(&activity.one)))),
    }
}

fn search_entry<'a>(site: &Site<'a>, idx: Idx<Problem>) -> SearchEntry<'a> {
    let of = &site.dataset[idx];
    let domain = of.domain.map(|at| record_title(&site.dataset[at].record));
    let place = record_title(&site.dataset[of.neighborhood].record);
    let parts = EntryParts {
        kind: Cow::Borrowed(RecordKind::Problem.fa()),
        href: site.addresses.problem(idx),
        snippet: None,
        at: of.registered,
        text: given([&of.source]).chain([place]).chain(domain).collect(),
    };
    SearchEntry {
        neighborhoods: vec![site.order.neighborhood_rank(of.neighborhood)],
        domain: of.domain.map(|at| site.order.domain_rank(at)),
        ..parts.entry(&of.record)
    }
}
