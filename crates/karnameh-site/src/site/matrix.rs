//! The neighborhood × domain table, the heart of the home page.
//!
//! A cell's one note says the worst thing that is true of it (design README, «Matrix»).

use crate::model::{Domain, Idx, Neighborhood, RolloutStage};
use crate::progress::{Group, State, exceeds};
use crate::site::{counties, figures};

use super::view::{Cell, Density, Matrix, MatrixHead, MatrixRow};
use super::words::{self, counted, whole};
use super::{Site, Target};

/// With more cells than this a matrix gives each of them little room: on a phone they would be a list without end.
const MOST_ROOMY: usize = 200;

/// The table of the given neighborhoods; the foot is the whole site.
pub(super) fn neighborhoods(site: &Site<'_>, neighborhoods: &[Idx<Neighborhood>]) -> Matrix {
    let rows = neighborhoods.iter().map(|&neighborhood| row(site, neighborhood)).collect();
    matrix(site, &site.config.terms.neighborhood.one, rows)
}

/// The table of all counties; the foot is the whole site.
pub(super) fn counties(site: &Site<'_>) -> Matrix {
    let row = |&at: &usize| county_row(site, at, counties::link(site, at).href);
    matrix(site, "شهرستان", site.order.counties.iter().map(row).collect())
}

/// The table of these neighborhoods in the order of counties, each county's figures above its own; `before` is the
/// neighborhood before the first, on the page before.
pub(super) fn by_county(
    site: &Site<'_>,
    neighborhoods: &[Idx<Neighborhood>],
    before: Option<Idx<Neighborhood>>,
) -> Matrix {
    let mut rows = Vec::with_capacity(neighborhoods.len() + site.order.counties.len());
    let continued = before.map(|before| site.figures.groups.county_of[before.get()]);
    for part in counties::parted(site, neighborhoods) {
        rows.extend(part.at.map(|at| county_head(site, at, continued == Some(part.at))));
        rows.extend(part.neighborhoods.iter().map(|&neighborhood| row(site, neighborhood)));
    }
    matrix(site, &site.config.terms.neighborhood.one, rows)
}

fn matrix(site: &Site<'_>, corner: &str, rows: Vec<MatrixRow>) -> Matrix {
    let cells = rows.len() * site.order.domains.len();
    Matrix {
        corner: corner.to_owned(),
        total: format!("همهٔ {}", site.config.terms.domain.many),
        columns: site.order.domains.iter().map(|&domain| head(site, domain)).collect(),
        rows,
        foot: Some(foot(site)),
        density: if site.order.is_large() || cells > MOST_ROOMY { Density::Dense } else { Density::Full },
    }
}

/// A county's row above those of its neighborhoods.
fn county_head(site: &Site<'_>, at: usize, is_continued: bool) -> MatrixRow {
    let title = counties::title(site, Some(at));
    MatrixRow {
        title: if is_continued { format!("{title} (ادامه)") } else { title },
        id: if is_continued { String::new() } else { format!("{}-rows", counties::anchor(site, at)) },
        above: true,
        ..county_row(site, at, String::new())
    }
}

/// A county's row.
fn county_row(site: &Site<'_>, at: usize, href: String) -> MatrixRow {
    let anchor = counties::anchor(site, at);
    let mut cells = vec![total_cell(site, counties::group(site, at), href.clone())];
    cells.extend(site.order.domains.iter().map(|&domain| {
        let href = format!("{}#{anchor}", site.href(Target::Domain(domain)));
        cell(site, site.figures.groups.county_cell(at, domain), domain, href)
    }));
    let title = site.figures.groups.counties[at].name.to_string();
    MatrixRow { title, href, cells, ..MatrixRow::default() }
}

fn head(site: &Site<'_>, domain: Idx<Domain>) -> MatrixHead {
    MatrixHead {
        title: site.dataset[domain].record.title.to_string(),
        href: site.href(Target::Domain(domain)),
        icon: domain_icon(site, domain),
    }
}

/// The icon of a domain; a star where it names none.
pub(super) fn domain_icon(site: &Site<'_>, domain: Idx<Domain>) -> String {
    site.dataset[domain].icon.as_deref().unwrap_or("star").to_owned()
}

/// A neighborhood's row.
pub(super) fn row(site: &Site<'_>, neighborhood: Idx<Neighborhood>) -> MatrixRow {
    let group = &site.figures.groups.neighborhoods[neighborhood.get()];
    let of = &site.dataset[neighborhood];
    let href = site.href(Target::Neighborhood(neighborhood));
    let mut cells = vec![total_cell(site, group, href.clone())];
    cells.extend(site.order.domains.iter().map(|&domain| {
        let group = site.cell(neighborhood, domain);
        cell(site, group, domain, site.href(Target::Cell(neighborhood, domain)))
    }));
    MatrixRow {
        title: of.record.title.to_string(),
        href,
        stage: of.stage.map(RolloutStage::key).unwrap_or_default().to_owned(),
        cells,
        ..MatrixRow::default()
    }
}

fn foot(site: &Site<'_>) -> MatrixRow {
    let groups = &site.figures.groups;
    let coverage = |group: &Group| words::coverage(group.actual, group.activities, &site.config.terms);
    let mut cells =
        vec![Cell { note: coverage(&groups.site), ..total_cell(site, &groups.site, String::new()) }];
    cells.extend(site.order.domains.iter().map(|&domain| {
        let group = &groups.domains[domain.get()];
        let cell = cell(site, group, domain, site.href(Target::Domain(domain)));
        if cell.empty {
            return cell;
        }
        Cell { note: coverage(group), state: String::new(), ground: String::new(), ..cell }
    }));
    MatrixRow {
        title: format!("همهٔ {}", site.config.terms.neighborhood.many), cells, ..MatrixRow::default()
    }
}

fn total_cell(site: &Site<'_>, group: &Group, href: String) -> Cell {
    let domain = format!("همهٔ {}", site.config.terms.domain.many);
    if group.members.is_empty() {
        return empty_cell(site, domain);
    }
    let lags = figures::lags(site, group.deviation.value);
    let (note, state) = match words::against_plan(group.deviation.value) {
        Some(against) if lags => (against, State::Behind.key().to_owned()),
        _ => (format!("برنامه‌ای {}", words::group_planned(group)), String::new()),
    };
    Cell {
        domain,
        href,
        figure: known(group),
        bar: figures::group_bar(site, group),
        note,
        ground: state.clone(),
        state,
        ..Cell::default()
    }
}

fn cell(site: &Site<'_>, group: &Group, domain: Idx<Domain>, href: String) -> Cell {
    let title = site.dataset[domain].record.title.to_string();
    if group.members.is_empty() {
        return empty_cell(site, title);
    }
    let (note, state) = worst(site, group);
    let ground = match state {
        Some(State::Overdue) => "overdue",
        _ if figures::lags(site, group.deviation.value) => "behind",
        _ => "",
    };
    Cell {
        domain: title,
        href,
        figure: known(group),
        bar: figures::group_bar(site, group),
        note,
        state: state.map(State::key).unwrap_or_default().to_owned(),
        ground: ground.to_owned(),
        quiet: state.is_none(),
        empty: false,
    }
}

fn empty_cell(site: &Site<'_>, domain: String) -> Cell {
    let note = format!("{} ثبت نشده است", words::any(&site.config.terms.activity.one));
    Cell { domain, note, empty: true, ..Cell::default() }
}

/// The worst thing true of a group, and the state it speaks of.
pub(super) fn worst(site: &Site<'_>, group: &Group) -> (String, Option<State>) {
    let activity = &site.config.terms.activity;
    let count = |state: State| group.states.get(state);
    let overdue = count(State::Overdue);
    if overdue > 0 {
        return (format!("{} مهلت‌گذشته", whole(overdue)), Some(State::Overdue));
    }
    let against = || words::against_plan(group.deviation.value).unwrap_or_default();
    let short = |text: String| text.replace("کمتر از برنامه", "عقب‌تر").replace("بیشتر از برنامه", "جلوتر");
    if figures::lags(site, group.deviation.value) {
        return (short(against()), Some(State::Behind));
    }
    if group.deviation.value.is_some_and(|deviation| exceeds(deviation, site.config.thresholds.tolerance)) {
        return (short(against()), Some(State::Ahead));
    }
    let behind = count(State::Behind);
    if behind > 0 {
        return (format!("{} عقب‌تر", counted(behind, activity)), Some(State::Behind));
    }
    let unreported = count(State::Unreported);
    if unreported > 0 && group.actual.value.is_none() {
        return (State::Unreported.fa().to_owned(), Some(State::Unreported));
    }
    if unreported > 0 {
        return (format!("{} بدون گزارش", whole(unreported)), Some(State::Unreported));
    }
    if group.activities == 0 {
        return (State::Cancelled.fa().to_owned(), Some(State::Cancelled));
    }
    (counted(group.activities, activity), None)
}

impl Site<'_> {
    /// The group of a cell.
    pub(super) fn cell(&self, neighborhood: Idx<Neighborhood>, domain: Idx<Domain>) -> &Group {
        self.figures.groups.cell(neighborhood, domain)
    }
}

/// A group's progress for a cell: empty text is unknown.
fn known(group: &Group) -> String {
    if group.actual.value.is_some() { words::group_actual(group) } else { String::new() }
}
