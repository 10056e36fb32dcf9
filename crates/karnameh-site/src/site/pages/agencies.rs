//! `agencies/index.html`: the agencies, and which of them is responsible where.

use serde::Serialize;

use crate::model::{Agency, AgencyKind, Idx};
use crate::site::rows::{self, GroupRow};
use crate::site::view::{Frame, PageView, Sample};
use crate::site::words::{self, counted, whole};
use crate::site::{Addresses, Site, Target, links};

use super::duty_matrix::{self, DutyMatrix};
use super::frame::crumbs;
use super::kind::{IndexLine, IndexPart, Menu, PageKind};

/// The key of its section.
pub(super) const SECTION: &str = "agencies";

pub(super) const KIND: PageKind = PageKind {
    targets: |_| vec![Target::Agencies],
    later: |_, _| Vec::new(),
    sections: |site| {
        vec![IndexLine {
            part: IndexPart::Work,
            key: SECTION.to_owned(),
            title: site.config.terms.agency.many.to_string(),
            first: Target::Agencies,
            menu: Menu::Secondary,
            is_list: true,
        }]
    },
    entries: &[],
};

pub(super) fn address(_: &Addresses<'_>) -> String {
    "agencies/index.html".to_owned()
}

/// What the index of agencies shows.
#[derive(Debug, Serialize)]
struct AgenciesPage {
    /// «۱۲ دستگاه»
    pub lede: String,
    /// Agencies that lead activities or help in some.
    pub agencies: Vec<AgencyRow>,
    /// Who is responsible where: agencies × neighborhoods.
    pub matrix: DutyMatrix,
}

/// An agency in the index.
#[derive(Debug, Serialize)]
struct AgencyRow {
    /// Its figures over what it leads.
    pub row: GroupRow,
    /// «دستگاه اجرایی»; empty for none.
    pub kind: String,
    /// How many it leads.
    pub leads: String,
    /// In how many it helps.
    pub helps: String,
    /// Of its decisions those not done.
    pub decisions: String,
}

pub(super) fn view(site: &Site<'_>, address: &str) -> PageView {
    let terms = &site.config.terms;
    let title = terms.agency.many.to_string();
    let view = AgenciesPage {
        lede: format!(
            "{} در این برنامه مسئول یا همکار است.",
            counted(site.dataset.agencies.len(), &terms.agency)
        ),
        agencies: site.order.agencies.iter().map(|&idx| row(site, idx)).collect(),
        matrix: duty_matrix::matrix(site),
    };
    let part =
        site.figures.groups.site.sample || site.dataset.agencies.iter().any(|agency| agency.record.sample);
    let frame = Frame {
        crumbs: crumbs(site, Vec::new(), &title),
        section: SECTION.to_owned(),
        sample: if part { Sample::Part } else { Sample::None },
        ..Frame::new(address, "agencies.html", &title)
    };
    PageView::new(frame, view)
}

fn row(site: &Site<'_>, idx: Idx<Agency>) -> AgencyRow {
    let group = &site.figures.groups.agencies[idx.get()];
    AgencyRow {
        row: rows::group_row(site, group, links::agency(site, idx), String::new()),
        kind: site.dataset[idx].kind.map(AgencyKind::fa).unwrap_or_default().to_owned(),
        leads: whole(group.activities),
        helps: whole(site.relations.partnerships[idx.get()].len()),
        decisions: match group.decisions.all() {
            0 => words::NOTHING.to_owned(),
            all => {
                format!("{} از {}", whole(group.decisions.open + group.decisions.overdue), whole(all))
            }
        },
    }
}
