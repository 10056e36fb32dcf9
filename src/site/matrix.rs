//! The neighborhood × domain table, the heart of the home page.
//!
//! A cell's one note says the worst thing that is true of it (design README, «Matrix»).

use crate::model::{Domain, Idx, Neighborhood, RolloutStage};
use crate::progress::{Group, State, exceeds};

use super::Site;
use super::Target;
use super::view::{Cell, Density, Matrix, MatrixHead, MatrixRow};
use super::words::{self, counted, whole};

/// With more cells than this a matrix gives each of them little room: on a phone they would be a list without end.
const MOST_ROOMY: usize = 200;

impl Site<'_> {
    /// The group of a cell.
    pub(super) fn cell(&self, neighborhood: Idx<Neighborhood>, domain: Idx<Domain>) -> &Group {
        self.figures.groups.cell(neighborhood, domain)
    }

    /// The table of the given neighborhoods; the foot is the whole site.
    pub(super) fn matrix(&self, neighborhoods: &[Idx<Neighborhood>]) -> Matrix {
        let rows = neighborhoods.iter().map(|&neighborhood| self.matrix_row(neighborhood)).collect();
        self.matrix_of(&self.config.terms.neighborhood.one, rows)
    }

    /// The table of all counties; the foot is the whole site.
    pub(super) fn county_matrix(&self) -> Matrix {
        let row = |&at: &usize| self.county_row(at, self.county_link(at).href);
        self.matrix_of("شهرستان", self.order.counties.iter().map(row).collect())
    }

    /// The table of these neighborhoods in the order of counties, each county's figures above its own; `before` is the
    /// neighborhood before the first, on the page before.
    pub(super) fn matrix_by_county(
        &self,
        neighborhoods: &[Idx<Neighborhood>],
        before: Option<Idx<Neighborhood>>,
    ) -> Matrix {
        let mut rows = Vec::with_capacity(neighborhoods.len() + self.order.counties.len());
        let continued = before.map(|before| self.figures.groups.county_of[before.get()]);
        for part in self.parted(neighborhoods) {
            rows.extend(part.at.map(|at| self.county_head(at, continued == Some(part.at))));
            rows.extend(part.neighborhoods.iter().map(|&neighborhood| self.matrix_row(neighborhood)));
        }
        self.matrix_of(&self.config.terms.neighborhood.one, rows)
    }

    fn matrix_of(&self, corner: &str, rows: Vec<MatrixRow>) -> Matrix {
        let cells = rows.len() * self.order.domains.len();
        Matrix {
            corner: corner.to_owned(),
            total: format!("همهٔ {}", self.config.terms.domain.many),
            columns: self.order.domains.iter().map(|&domain| self.matrix_head(domain)).collect(),
            rows,
            foot: Some(self.matrix_foot()),
            density: if self.order.is_large() || cells > MOST_ROOMY { Density::Dense } else { Density::Full },
        }
    }

    /// A county's row above those of its neighborhoods.
    fn county_head(&self, at: usize, is_continued: bool) -> MatrixRow {
        let title = self.county_title(Some(at));
        MatrixRow {
            title: if is_continued { format!("{title} (ادامه)") } else { title },
            id: if is_continued { String::new() } else { format!("{}-rows", self.county_anchor(at)) },
            above: true,
            ..self.county_row(at, String::new())
        }
    }

    /// A county's row.
    fn county_row(&self, at: usize, href: String) -> MatrixRow {
        let anchor = self.county_anchor(at);
        let mut cells = vec![self.total_cell(self.county_group(at), href.clone())];
        cells.extend(self.order.domains.iter().map(|&domain| {
            let href = format!("{}#{anchor}", self.href(Target::Domain(domain)));
            self.matrix_cell(self.figures.groups.county_cell(at, domain), domain, href)
        }));
        let title = self.figures.groups.counties[at].name.to_string();
        MatrixRow { title, href, cells, ..MatrixRow::default() }
    }

    fn matrix_head(&self, domain: Idx<Domain>) -> MatrixHead {
        MatrixHead {
            title: self.dataset[domain].record.title.to_string(),
            href: self.href(Target::Domain(domain)),
            icon: self.domain_icon(domain),
        }
    }

    /// The icon of a domain; a star where it names none.
    pub(super) fn domain_icon(&self, domain: Idx<Domain>) -> String {
        self.dataset[domain].icon.as_deref().unwrap_or("star").to_owned()
    }

    /// A neighborhood's row.
    pub(super) fn matrix_row(&self, neighborhood: Idx<Neighborhood>) -> MatrixRow {
        let group = &self.figures.groups.neighborhoods[neighborhood.get()];
        let of = &self.dataset[neighborhood];
        let href = self.href(Target::Neighborhood(neighborhood));
        let mut cells = vec![self.total_cell(group, href.clone())];
        cells.extend(self.order.domains.iter().map(|&domain| {
            let group = self.cell(neighborhood, domain);
            self.matrix_cell(group, domain, self.href(Target::Cell(neighborhood, domain)))
        }));
        MatrixRow {
            title: of.record.title.to_string(),
            href,
            stage: of.stage.map(RolloutStage::key).unwrap_or_default().to_owned(),
            cells,
            ..MatrixRow::default()
        }
    }

    fn matrix_foot(&self) -> MatrixRow {
        let groups = &self.figures.groups;
        let coverage = |group: &Group| words::coverage(group.actual, group.activities, &self.config.terms);
        let mut cells =
            vec![Cell { note: coverage(&groups.site), ..self.total_cell(&groups.site, String::new()) }];
        cells.extend(self.order.domains.iter().map(|&domain| {
            let group = &groups.domains[domain.get()];
            let cell = self.matrix_cell(group, domain, self.href(Target::Domain(domain)));
            if cell.empty {
                return cell;
            }
            Cell { note: coverage(group), state: String::new(), ground: String::new(), ..cell }
        }));
        MatrixRow {
            title: format!("همهٔ {}", self.config.terms.neighborhood.many),
            cells,
            ..MatrixRow::default()
        }
    }

    fn total_cell(&self, group: &Group, href: String) -> Cell {
        let domain = format!("همهٔ {}", self.config.terms.domain.many);
        if group.members.is_empty() {
            return self.empty_cell(domain);
        }
        let lags = self.lags(group.deviation.value);
        let (note, state) = match words::against_plan(group.deviation.value) {
            Some(against) if lags => (against, State::Behind.key().to_owned()),
            _ => (format!("برنامه‌ای {}", words::group_planned(group)), String::new()),
        };
        Cell {
            domain,
            href,
            figure: known(group),
            bar: self.group_bar(group),
            note,
            ground: state.clone(),
            state,
            ..Cell::default()
        }
    }

    fn matrix_cell(&self, group: &Group, domain: Idx<Domain>, href: String) -> Cell {
        let title = self.dataset[domain].record.title.to_string();
        if group.members.is_empty() {
            return self.empty_cell(title);
        }
        let (note, state) = self.worst(group);
        let ground = match state {
            Some(State::Overdue) => "overdue",
            _ if self.lags(group.deviation.value) => "behind",
            _ => "",
        };
        Cell {
            domain: title,
            href,
            figure: known(group),
            bar: self.group_bar(group),
            note,
            state: state.map(State::key).unwrap_or_default().to_owned(),
            ground: ground.to_owned(),
            quiet: state.is_none(),
            empty: false,
        }
    }

    fn empty_cell(&self, domain: String) -> Cell {
        let note = format!("{} ثبت نشده است", words::any(&self.config.terms.activity.one));
        Cell { domain, note, empty: true, ..Cell::default() }
    }

    /// The worst thing true of a group, and the state it speaks of.
    pub(super) fn worst(&self, group: &Group) -> (String, Option<State>) {
        let activity = &self.config.terms.activity;
        let count = |state: State| group.states.get(state);
        let overdue = count(State::Overdue);
        if overdue > 0 {
            return (format!("{} مهلت‌گذشته", whole(overdue)), Some(State::Overdue));
        }
        let against = || words::against_plan(group.deviation.value).unwrap_or_default();
        let short =
            |text: String| text.replace("کمتر از برنامه", "عقب‌تر").replace("بیشتر از برنامه", "جلوتر");
        if self.lags(group.deviation.value) {
            return (short(against()), Some(State::Behind));
        }
        let tolerance = self.config.thresholds.tolerance;
        if group.deviation.value.is_some_and(|deviation| exceeds(deviation, tolerance)) {
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
}

/// A group's progress for a cell: empty text is unknown.
fn known(group: &Group) -> String {
    if group.actual.value.is_some() { words::group_actual(group) } else { String::new() }
}
