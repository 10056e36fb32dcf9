//! Links to records by their names.

use crate::model::{Activity, Agency, Domain, Idx, Neighborhood};
use crate::site::view::Link;
use crate::site::{Site, Target};

impl Site<'_> {
    pub(in crate::site) fn activity_link(&self, idx: Idx<Activity>) -> Link {
        Link { text: self.dataset[idx].record.title.to_string(), href: self.href(Target::Activity(idx)) }
    }

    pub(in crate::site) fn neighborhood_link(&self, idx: Idx<Neighborhood>) -> Link {
        Link { text: self.dataset[idx].record.title.to_string(), href: self.href(Target::Neighborhood(idx)) }
    }

    pub(in crate::site) fn domain_link(&self, idx: Idx<Domain>) -> Link {
        Link { text: self.dataset[idx].record.title.to_string(), href: self.href(Target::Domain(idx)) }
    }

    pub(in crate::site) fn agency_link(&self, idx: Idx<Agency>) -> Link {
        Link { text: self.dataset[idx].record.title.to_string(), href: self.href(Target::Agency(idx)) }
    }
}
