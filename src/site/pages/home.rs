//! `index.html`: the province at a glance.

use serde::Serialize;

use crate::model::{Idx, Neighborhood, RolloutStage};
use crate::persian::numbers::points;
use crate::progress::State;
use crate::site::charts::Curve;
use crate::site::chrome::stage_word;
use crate::site::view::{Attention, Dated, Figure, Frame, Link, Matrix, Pillar, Sample, Stamp};
use crate::site::words::{self, counted};
use crate::site::{Addresses, Resolver, Site, Target, stamp};

use super::kind::{IndexLine, Kind, Menu, Part};
use super::{PageView, View};

/// How many rows of what needs attention the home page shows (product.md).
const CONCERNS: usize = 7;
/// How many deadlines and updates it shows.
const ROWS: usize = 6;
/// How many neighborhoods the matrix shows where they are too many (product.md).
const NEEDIEST: usize = 20;

pub(super) const KIND: Kind = Kind {
    targets: |_| vec![Target::Home],
    later: |_, _| Vec::new(),
    sections: |_| {
        vec![IndexLine {
            part: Part::Work,
            key: "home".to_owned(),
            title: "نمای کلی".to_owned(),
            first: Target::Home,
            menu: Menu::Primary,
            is_list: false,
        }]
    },
    entries: &[],
};

pub(super) fn address(_: &Addresses<'_>) -> String {
    "index.html".to_owned()
}

/// What the home page shows.
#[derive(Debug, Serialize)]
pub struct Home {
    /// The report's day.
    pub as_of: Stamp,
    /// The finding in one sentence.
    pub headline: String,
    /// What the programme is about; empty where `site.yml` says nothing.
    pub tagline: String,
    /// What stands behind the finding.
    pub lede: String,
    /// The province on one sheet of paper.
    pub booklet: Link,
    /// Headline figures, the lead first.
    pub figures: Vec<Figure>,
    /// Counties and domains, where neighborhoods are too many.
    pub counties: Option<Matrix>,
    /// «۲۰ محله که بیش از همه نیازمند پیگیری است»
    pub neediest: String,
    /// Neighborhoods and domains.
    pub matrix: Matrix,
    /// «۱۵»: the points that the bars' outline speaks of.
    pub tolerance: String,
    /// Where the matrix shows only some: the way to the rest.
    pub matrix_more: Option<Link>,
    /// The year's curve.
    pub curve: Option<Curve>,
    /// The three pillars.
    pub pillars: Vec<Pillar>,
    /// What needs attention.
    pub attention: Vec<Attention>,
    /// The way to the rest of it.
    pub attention_more: Option<Link>,
    /// The next deadlines.
    pub deadlines: Vec<Dated>,
    /// The way to the rest of them.
    pub deadlines_more: Option<Link>,
    /// The latest updates.
    pub updates: Vec<Dated>,
    /// The way to all that changed since the month's end.
    pub changes: Link,
    /// The roll-out: neighborhoods by stage.
    pub stages: Vec<Stage>,
}

/// The neighborhoods of one stage.
#[derive(Debug, Serialize)]
pub struct Stage {
    /// Its key.
    pub key: String,
    /// «محلهٔ نمونه»
    pub title: String,
    /// «۲ محله»
    pub count: String,
    /// At most twenty.
    pub neighborhoods: Vec<Link>,
    /// The way to the rest.
    pub more: Option<Link>,
}

impl Site<'_> {
    pub(super) fn home(&self, resolver: &Resolver<'_>, address: &str) -> PageView {
        let groups = &self.figures.groups;
        let whole_site = &groups.site;
        let province = format!("استان {}", self.config.identity.province);
        let headline = words::headline(&province, whole_site);
        let (shown, matrix_more) = self.home_rows();
        let lede = words::lede(whole_site, &self.config.terms);
        let frame = Frame {
            description: format!("{headline}. {lede}"),
            section: "home".to_owned(),
            sample: if whole_site.sample { Sample::Part } else { Sample::None },
            ..Frame::new(address, "home.html", "")
        };
        let attention_more = (self.attention.len() > CONCERNS).then(|| Link {
            text: format!("همهٔ {} مورد", words::whole(self.attention.len())),
            href: format!("{}#attention", self.href(Target::Activities(1))),
        });
        let deadlines_more = (self.deadlines.len() > ROWS).then(|| Link {
            text: format!("همهٔ {} مهلت", words::whole(self.deadlines.len())),
            href: self.href(Target::Schedule(1)),
        });
        let home = Home {
            as_of: stamp::long(self.figures.day),
            headline,
            tagline: words::said(self.config.identity.tagline.as_ref()),
            lede,
            booklet: Link {
                text: "کارنامهٔ چاپی استان".to_owned(), href: self.href(Target::Booklet)
            },
            figures: vec![
                self.progress_figure(whole_site, Target::Activities(1)),
                self.done_figure(whole_site),
                self.supervision_figure(whole_site),
                self.decisions_figure(&self.figures.decisions),
            ],
            counties: self.order.goes_by_county().then(|| self.county_matrix()),
            neediest: format!(
                "{} که بیش از همه نیازمند پیگیری است",
                counted(shown.len(), &self.config.terms.neighborhood)
            ),
            matrix: self.matrix(&shown),
            matrix_more,
            tolerance: points(self.config.thresholds.tolerance),
            curve: self.curve(whole_site, "curve"),
            pillars: self.pillars(whole_site),
            attention: self
                .attention
                .iter()
                .take(CONCERNS)
                .map(|concern| self.attention_row(concern))
                .collect(),
            attention_more,
            deadlines: self.deadlines.iter().take(ROWS).map(|&idx| self.deadline_row(idx)).collect(),
            deadlines_more,
            updates: self.updates_of(resolver, (0..self.dataset.activities.len()).map(Idx::new), ROWS, ""),
            changes: self.changes_link(),
            stages: self.stages(),
        };
        PageView { frame, view: View::Home(Box::new(home)) }
    }

    /// The neighborhoods of the home matrix: all of them, or the neediest and a link to the rest.
    pub(in crate::site) fn home_rows(&self) -> (Vec<Idx<Neighborhood>>, Option<Link>) {
        let all = &self.order.neighborhoods;
        if !self.order.is_large() {
            return (all.clone(), None);
        }
        let more = Link {
            text: format!("همهٔ {}", counted(all.len(), &self.config.terms.neighborhood)),
            href: self.href(Target::Neighborhoods(1)),
        };
        (self.neediest(NEEDIEST), Some(more))
    }

    /// The neighborhoods most in need, at most so many.
    pub(super) fn neediest(&self, most: usize) -> Vec<Idx<Neighborhood>> {
        let mut rows = self.order.neighborhoods.clone();
        rows.sort_by(|&a, &b| {
            self.need(a).partial_cmp(&self.need(b)).unwrap_or(std::cmp::Ordering::Equal).then(a.cmp(&b))
        });
        rows.truncate(most);
        rows
    }

    /// The order of need: models first, more overdue, lower deviation, unknown last.
    fn need(&self, idx: Idx<Neighborhood>) -> (bool, std::cmp::Reverse<usize>, f64) {
        let group = &self.figures.groups.neighborhoods[idx.get()];
        let model = self.dataset[idx].stage == Some(RolloutStage::Model);
        (
            !model,
            std::cmp::Reverse(group.states.get(State::Overdue)),
            group.deviation.value.unwrap_or(f64::INFINITY),
        )
    }

    fn stages(&self) -> Vec<Stage> {
        let of = |stage: RolloutStage| {
            let all: Vec<_> = self
                .order
                .neighborhoods
                .iter()
                .copied()
                .filter(|&idx| self.dataset[idx].stage == Some(stage))
                .collect();
            (!all.is_empty()).then(|| Stage {
                key: stage.key().to_owned(),
                title: stage_word(stage).to_owned(),
                count: counted(all.len(), &self.config.terms.neighborhood),
                neighborhoods: all.iter().take(NEEDIEST).map(|&idx| self.neighborhood_link(idx)).collect(),
                more: (all.len() > NEEDIEST).then(|| Link {
                    text: format!("همهٔ {}", counted(all.len(), &self.config.terms.neighborhood)),
                    href: self.href(Target::Neighborhoods(1)),
                }),
            })
        };
        [RolloutStage::Model, RolloutStage::Extension, RolloutStage::Planned]
            .into_iter()
            .filter_map(of)
            .collect()
    }
}
