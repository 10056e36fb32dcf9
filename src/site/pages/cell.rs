//! `neighborhoods/<id>/<domain>.html`: where a neighborhood and a domain meet.

use serde::Serialize;

use crate::model::{Domain, Idx, Neighborhood};
use crate::site::address::Target;
use crate::site::view::{Frame, Link};
use crate::site::{Site, words};

use super::group::{CELL_ROWS, Members, Overview};
use super::{PageView, View, sample};

/// What a cell's page shows.
#[derive(Debug, Serialize)]
pub struct CellPage {
    /// «ورزش در محلهٔ شیخ‌آباد»
    pub name: String,
    /// The domain's icon.
    pub icon: String,
    /// The neighborhood.
    pub neighborhood: Link,
    /// The domain.
    pub domain: Link,
    /// Ring, states, why.
    pub overview: Overview,
    /// Its activities.
    pub members: Members,
}

impl Site<'_> {
    pub(super) fn cell_page(
        &self,
        address: &str,
        neighborhood: Idx<Neighborhood>,
        domain: Idx<Domain>,
    ) -> PageView {
        let group = self.cell(neighborhood, domain);
        let place = words::full_name(&self.dataset[neighborhood]);
        let name = format!("{} در {place}", self.dataset[domain].record.title);
        let above = vec![
            Link {
                text: self.config.terms.neighborhood.many.to_string(),
                href: self.href(Target::Neighborhoods(1)),
            },
            self.neighborhood_link(neighborhood),
        ];
        let overview = self.overview(group, Target::Neighborhood(neighborhood));
        let frame = Frame {
            description: overview.lede.clone(),
            crumbs: self.crumbs(above, &self.dataset[domain].record.title.shown()),
            section: "neighborhoods".to_owned(),
            sample: sample(false, group.sample),
            ..Frame::new(address, "cell.html", &name)
        };
        let view = CellPage {
            name,
            icon: self.domain_icon(domain),
            neighborhood: self.neighborhood_link(neighborhood),
            domain: self.domain_link(domain),
            overview,
            members: self.members(group, CELL_ROWS, self.href(Target::Activities(1)), &frame.root),
        };
        PageView { frame, view: View::Cell(Box::new(view)) }
    }
}
