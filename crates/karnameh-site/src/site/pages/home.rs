//! `index.html`: the province at a glance.

use serde::Serialize;

use crate::model::{Idx, Neighborhood, RolloutStage};
use crate::persian::numbers::points;
use crate::progress::State;
use crate::site::charts::Curve;
use crate::site::chrome::stage_word;
use crate::site::view::{Attention, Dated, Frame, KeyFigure, Link, Matrix, PageView, Pillar, Stamp};
use crate::site::words::{self, counted};
use crate::site::{Addresses, Resolver, Site, Target, figures, gantt, links, matrix, rows, stamp};

use super::changes;
use super::kind::{IndexLine, IndexPart, Menu, PageKind};

/// How many rows of what needs attention the home page shows (product.md).
const CONCERNS: usize = 7;
/// How many deadlines and updates it shows: with more, the printed page takes a fourth sheet.
const ROWS: usize = 4;
/// How many neighborhoods the matrix shows where they are too many (product.md).
const NEEDIEST: usize = 20;

/// The key of its section.
const SECTION: &str = "home";

pub(super) const KIND: PageKind = PageKind {
    targets: |_| vec![Target::Home],
    later: |_, _| Vec::new(),
    sections: |_| {
        vec![IndexLine {
            part: IndexPart::Work,
            key: SECTION.to_owned(),
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
struct HomePage {
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
    pub figures: Vec<KeyFigure>,
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
    pub stages: Vec<StageRow>,
}

/// The neighborhoods of one stage.
#[derive(Debug, Serialize)]
struct StageRow {
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

pub(super) fn view(site: &Site<'_>, resolver: &Resolver<'_>, address: &str) -> PageView {
    let groups = &site.figures.groups;
    let whole_site = &groups.site;
    let province = format!("استان {}", site.config.identity.province);
    let headline = words::headline(site.config, &province, whole_site);
    let (shown, matrix_more) = rows(site);
    let lede = words::lede(whole_site, &site.config.terms);
    let frame = Frame {
        description: words::description(whole_site, format!("{headline}. {lede}")),
        section: SECTION.to_owned(),
        sample: super::frame::sample_of(false, whole_site, false),
        ..Frame::new(address, "home.html", "")
    };
    let attention_more = (site.attention.len() > CONCERNS).then(|| Link {
        text: format!("همهٔ {} مورد", words::whole(site.attention.len())),
        href: format!("{}#attention", site.href(Target::Activities(1))),
    });
    let deadlines_more = (site.deadlines.len() > ROWS).then(|| Link {
        text: format!("همهٔ {} مهلت", words::whole(site.deadlines.len())),
        href: site.href(Target::Schedule(1)),
    });
    let home = HomePage {
        as_of: stamp::long(site.figures.day),
        headline,
        tagline: words::or_empty(site.config.identity.tagline.as_ref()),
        lede,
        booklet: Link {
            text: "کارنامهٔ چاپی استان".to_owned(), href: site.href(Target::Booklet)
        },
        figures: vec![
            figures::progress(site, whole_site, Target::Activities(1)),
            figures::done(site, whole_site),
            figures::supervision(site, whole_site),
            figures::decisions(site, &site.figures.decisions),
        ],
        counties: site.order.goes_by_county().then(|| matrix::counties(site)),
        neediest: format!(
            "{} که بیش از همه نیازمند پیگیری است",
            counted(shown.len(), &site.config.terms.neighborhood)
        ),
        matrix: matrix::neighborhoods(site, &shown),
        matrix_more,
        tolerance: points(site.config.thresholds.tolerance),
        curve: gantt::curve(site, whole_site, "curve"),
        pillars: figures::pillars(site, whole_site),
        attention: site
            .attention
            .iter()
            .take(CONCERNS)
            .map(|concern| rows::attention_row(site, concern))
            .collect(),
        attention_more,
        deadlines: site.deadlines.iter().take(ROWS).map(|&idx| rows::deadline_row(site, idx)).collect(),
        deadlines_more,
        updates: rows::updates(site, resolver, (0..site.dataset.activities.len()).map(Idx::new), ROWS, ""),
        changes: changes::link(site),
        stages: stages(site),
    };
    PageView::new(frame, home)
}

/// The neighborhoods of the home matrix: all of them, or the neediest and a link to the rest.
pub(in crate::site) fn rows(site: &Site<'_>) -> (Vec<Idx<Neighborhood>>, Option<Link>) {
    let all = &site.order.neighborhoods;
    if !site.order.is_large() {
        return (all.clone(), None);
    }
    let more = Link {
        text: format!("همهٔ {}", counted(all.len(), &site.config.terms.neighborhood)),
        href: site.href(Target::Neighborhoods(1)),
    };
    (neediest(site, NEEDIEST), Some(more))
}

/// The neighborhoods most in need, at most so many.
pub(super) fn neediest(site: &Site<'_>, most: usize) -> Vec<Idx<Neighborhood>> {
    let mut rows = site.order.neighborhoods.clone();
    rows.sort_by(|&a, &b| {
        need(site, a).partial_cmp(&need(site, b)).unwrap_or(std::cmp::Ordering::Equal).then(a.cmp(&b))
    });
    rows.truncate(most);
    rows
}

/// The order of need: models first, more overdue, lower deviation, unknown last.
fn need(site: &Site<'_>, idx: Idx<Neighborhood>) -> (bool, std::cmp::Reverse<usize>, f64) {
    let group = &site.figures.groups.neighborhoods[idx.get()];
    let model = site.dataset[idx].stage == Some(RolloutStage::Model);
    (
        !model,
        std::cmp::Reverse(group.states.get(State::Overdue)),
        group.deviation.value.unwrap_or(f64::INFINITY),
    )
}

fn stages(site: &Site<'_>) -> Vec<StageRow> {
    let of = |stage: RolloutStage| {
        let all: Vec<_> = site
            .order
            .neighborhoods
            .iter()
            .copied()
            .filter(|&idx| site.dataset[idx].stage == Some(stage))
            .collect();
        (!all.is_empty()).then(|| StageRow {
            key: stage.key().to_owned(),
            title: stage_word(stage).to_owned(),
            count: counted(all.len(), &site.config.terms.neighborhood),
            neighborhoods: all.iter().take(NEEDIEST).map(|&idx| links::neighborhood(site, idx)).collect(),
            more: (all.len() > NEEDIEST).then(|| Link {
                text: format!("همهٔ {}", counted(all.len(), &site.config.terms.neighborhood)),
                href: site.href(Target::Neighborhoods(1)),
            }),
        })
    };
    [RolloutStage::Model, RolloutStage::Extension, RolloutStage::Planned].into_iter().filter_map(of).collect()
}
