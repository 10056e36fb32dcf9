//! Entries of neighborhoods, domains, agencies, and of where neighborhoods and domains meet.

use std::borrow::Cow;

use crate::model::{Agency, Domain, Idx, Neighborhood};
use crate::persian::text::Text;
use crate::site::pages::agency::kind_word;
use crate::site::view::Link;
use crate::site::{Site, Target, words};

use super::{Entry, Parts, Places, all, given, plain};

impl<'a> Site<'a> {
    pub(super) fn found_neighborhood(&self, idx: Idx<Neighborhood>, places: &Places) -> Entry<'a> {
        let of = &self.dataset[idx];
        let day = self.figures.day;
        let manager = of.manager.iter().filter(|manager| manager.since.is_none_or(|since| since <= day));
        let text = given([&of.county, &of.city, &of.district])
            .chain(manager.flat_map(|manager| given([&manager.name, &manager.title])))
            .chain(all(&of.goals))
            .collect();
        let parts = Parts {
            kind: Cow::Borrowed(&self.config.terms.neighborhood.one),
            target: Target::Neighborhood(idx),
            snippet: of.goals.first().map(Text::shown),
            at: None,
            text,
        };
        let entry = self.of_record(&of.record, parts);
        let link = Link { text: words::full_name(of), ..entry.link };
        Entry { link, neighborhoods: vec![places.neighborhood(idx)], ..entry }
    }

    pub(super) fn found_domain(&self, idx: Idx<Domain>, places: &Places) -> Entry<'a> {
        let of = &self.dataset[idx];
        let parts = Parts {
            kind: Cow::Borrowed(&self.config.terms.domain.one),
            target: Target::Domain(idx),
            snippet: of.summary.as_ref().map(Text::shown),
            at: None,
            text: given([&of.summary]).collect(),
        };
        Entry { domain: Some(places.domain(idx)), ..self.of_record(&of.record, parts) }
    }

    pub(super) fn found_cell(
        &self,
        neighborhood: Idx<Neighborhood>,
        domain: Idx<Domain>,
        places: &Places,
    ) -> Entry<'a> {
        let terms = &self.config.terms;
        let place = words::full_name(&self.dataset[neighborhood]);
        let title = format!("{} در {place}", self.dataset[domain].record.title);
        Entry {
            kind: Cow::Owned(format!("{} در {}", terms.domain.one, terms.neighborhood.one)),
            link: Link { text: title, href: self.href(Target::Cell(neighborhood, domain)) },
            snippet: words::lede(self.cell(neighborhood, domain), terms),
            neighborhoods: vec![places.neighborhood(neighborhood)],
            domain: Some(places.domain(domain)),
            state: None,
            at: None,
            sample: false,
            text: Vec::new(),
        }
    }

    pub(super) fn found_agency(&self, idx: Idx<Agency>) -> Entry<'a> {
        let of = &self.dataset[idx];
        let kind = of.kind.map(|kind| Cow::Borrowed(kind_word(kind)));
        let parts = Parts {
            kind: Cow::Borrowed(&self.config.terms.agency.one),
            target: Target::Agency(idx),
            snippet: None,
            at: None,
            text: kind.into_iter().chain(of.contact.as_ref().map(plain)).collect(),
        };
        self.of_record(&of.record, parts)
    }
}
