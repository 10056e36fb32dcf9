//! `print/index.html`: the province on one sheet, and on screen the way to the booklets of the neighborhoods.

use serde::Serialize;

use crate::model::{Idx, Neighborhood};
use crate::persian::numbers::points;
use crate::site::charts::Curve;
use crate::site::pages::frame::{crumbs, sample_of};
use crate::site::pages::home;
use crate::site::pages::kind::{IndexLine, IndexPart, Menu, PageKind};
use crate::site::paging::UNPAGED_ROWS;
use crate::site::view::{Density, Frame, KeyFigure, Link, Matrix, MatrixHead, MatrixRow, PageView, Pillar};
use crate::site::words::{self, counted};
use crate::site::{Addresses, Site, Target, figures, gantt, links, matrix};

use super::cover::{self, Cover, Signature, sample_sentence};
use super::lines::{self, Line};
use super::room::ProvinceRoom;
use super::{Listed, ROWS};

/// How many domains the matrix has columns for.
const COLUMNS: usize = 12;
/// Up to how many domains their names stand level above the columns.
const LEVEL_COLUMNS: usize = 7;

/// The key of its section.
pub(super) const SECTION: &str = "print";

pub(in crate::site::pages) const KIND: PageKind = PageKind {
    targets: |_| vec![Target::Booklet],
    later: |_, _| Vec::new(),
    sections: |_| {
        vec![IndexLine {
            part: IndexPart::Reference,
            key: SECTION.to_owned(),
            title: "کارنامهٔ چاپی".to_owned(),
            first: Target::Booklet,
            menu: Menu::Foot,
            is_list: true,
        }]
    },
    entries: &[],
};

pub(in crate::site::pages) fn address(_: &Addresses<'_>) -> String {
    "print/index.html".to_owned()
}
/// What the booklet of the province shows.
#[derive(Debug, Serialize)]
struct ProvinceBooklet {
    /// The cover.
    pub cover: Cover,
    /// The finding in one sentence.
    pub lede: String,
    /// Headline figures.
    pub figures: Vec<KeyFigure>,
    /// The three pillars.
    pub pillars: Vec<Pillar>,
    /// Neighborhoods and domains.
    pub matrix: Matrix,
    /// What the matrix leaves out, in a sentence; empty for nothing.
    pub matrix_more: String,
    /// Its rows have one line.
    pub dense: bool,
    /// Its columns' names stand upright.
    pub upright: bool,
    /// «۱۵»: the points that the bars' outline speaks of.
    pub tolerance: String,
    /// The year's curve, where there is room for it.
    pub curve: Option<Curve>,
    /// What needs attention.
    pub attention: Listed<Line>,
    /// What is due next.
    pub deadlines: Listed<Line>,
    /// Places to sign; none where `site.yml` names no office but the manager's.
    pub signatures: Listed<Signature>,
    /// The booklets of the neighborhoods.
    pub booklets: Vec<Link>,
    /// The way to the neighborhoods that are left out there.
    pub booklets_more: Option<Link>,
}

pub(in crate::site::pages) fn view(site: &Site<'_>, address: &str) -> PageView {
    let group = &site.figures.groups.site;
    let province = format!("استان {}", site.config.identity.province);
    let title = format!("کارنامهٔ چاپی {province}");
    let frame = Frame {
        description: words::description(
            group,
            format!("{}.", words::headline(site.config, &province, group)),
        ),
        crumbs: crumbs(site, Vec::new(), "کارنامهٔ چاپی"),
        section: SECTION.to_owned(),
        sample: sample_of(false, group, false),
        ..Frame::new(address, "booklet/province.html", title)
    };
    let view = one_sheet(site, &province);
    PageView::new(frame, view)
}

fn one_sheet(site: &Site<'_>, province: &str) -> ProvinceBooklet {
    let terms = &site.config.terms;
    let group = &site.figures.groups.site;
    let all = site.order.neighborhoods.len();
    let rows = if all <= ROWS { site.order.neighborhoods.clone() } else { home::neediest(site, ROWS) };
    let upright = site.order.domains.len() > LEVEL_COLUMNS;
    let signatures = cover::province_signatures(site);
    let room = ProvinceRoom::of(rows.len(), upright, signatures.rows.len());
    let most = room.lists;
    let (attention, deadlines) = (&site.attention, &site.deadlines);
    let shown = attention.iter().take(most).map(|concern| concern.activity);
    let shown = shown.chain(deadlines.iter().take(most).copied());
    let (mut sentence, marks) = sample_sentence(shown.map(|idx| site.dataset[idx].record.sample));
    if sentence.is_empty() && group.sample {
        let which = if group.all_sample { "همهٔ رقم‌های" } else { "برخی رقم‌های" };
        sentence = format!("دادهٔ نمایشی: {which} این کارنامه از رکوردهای ساختگی است.");
    }
    let figures = [
        figures::progress(site, group, Target::Activities(1)),
        figures::done(site, group),
        figures::supervision(site, group),
        figures::decisions(site, &site.figures.decisions),
    ];
    let attention_rows = attention.iter().map(|concern| lines::concern_line(site, concern));
    let deadline_rows = deadlines.iter().map(|&idx| lines::deadline_line(site, idx, true));
    ProvinceBooklet {
        cover: Cover { sample: sentence, ..cover::cover(site, province) },
        lede: format!("{}.", words::headline(site.config, province, group)),
        figures: figures.into_iter().map(|figure| KeyFigure { why: None, ..figure }).collect(),
        pillars: figures::pillars(site, group),
        matrix: paper_matrix(site, &rows),
        matrix_more: left_out(site, all - rows.len()),
        dense: !room.noted,
        upright,
        tolerance: points(site.config.thresholds.tolerance),
        curve: if room.curve { gantt::curve(site, group, "curve") } else { None },
        attention: Listed::new(attention_rows, attention.len(), most, "مورد").marked(marks),
        deadlines: Listed::new(deadline_rows, deadlines.len(), most, "مهلت").marked(marks),
        signatures,
        booklets: site
            .order
            .neighborhoods
            .iter()
            .take(UNPAGED_ROWS)
            .map(|&idx| Link {
                href: site.href(Target::NeighborhoodBooklet(idx)),
                ..links::neighborhood(site, idx)
            })
            .collect(),
        booklets_more: (all > UNPAGED_ROWS).then(|| Link {
            text: format!("همهٔ {}", counted(all, &terms.neighborhood)),
            href: site.href(Target::Neighborhoods(1)),
        }),
    }
}

/// The matrix with names and columns that paper has room for.
fn paper_matrix(site: &Site<'_>, rows: &[Idx<Neighborhood>]) -> Matrix {
    let matrix = matrix::neighborhoods(site, rows);
    let short_head = |head: MatrixHead| MatrixHead { title: words::cut(&head.title, 22), ..head };
    let short = |mut row: MatrixRow| {
        row.title = words::cut(&row.title, 26);
        row.cells.truncate(COLUMNS + 1);
        for cell in &mut row.cells {
            cell.domain = words::cut(&cell.domain, 26);
        }
        row
    };
    Matrix {
        columns: matrix.columns.into_iter().take(COLUMNS).map(short_head).collect(),
        rows: matrix.rows.into_iter().map(short).collect(),
        foot: matrix.foot.map(short),
        density: Density::Full,
        ..matrix
    }
}

/// «ده محلهٔ نیازمندتر آمده است، و ۳۹۰ محلهٔ دیگر»
fn left_out(site: &Site<'_>, neighborhoods: usize) -> String {
    let terms = &site.config.terms;
    let domains = site.order.domains.len().saturating_sub(COLUMNS);
    let mut parts = Vec::new();
    if neighborhoods > 0 {
        parts.push(format!(
            "{} که بیش از همه نیازمند پیگیری است، {}",
            counted(ROWS, &terms.neighborhood),
            words::rest(neighborhoods, &terms.neighborhood.one)
        ));
    }
    if domains > 0 {
        parts.push(words::rest(domains, &terms.domain.one));
    }
    parts.join("؛ ")
}
