//! Links to records by their names.

use crate::model::{Activity, Agency, Domain, Idx, Neighborhood};
use crate::site::view::Link;
use crate::site::{Site, Target, words};

pub(in crate::site) fn activity(site: &Site<'_>, idx: Idx<Activity>) -> Link {
    Link { text: site.dataset[idx].record.title.to_string(), href: site.href(Target::Activity(idx)) }
}

pub(in crate::site) fn neighborhood(site: &Site<'_>, idx: Idx<Neighborhood>) -> Link {
    Link { text: site.dataset[idx].record.title.to_string(), href: site.href(Target::Neighborhood(idx)) }
}

pub(in crate::site) fn domain(site: &Site<'_>, idx: Idx<Domain>) -> Link {
    Link { text: site.dataset[idx].record.title.to_string(), href: site.href(Target::Domain(idx)) }
}

pub(in crate::site) fn agency(site: &Site<'_>, idx: Idx<Agency>) -> Link {
    Link { text: site.dataset[idx].record.title.to_string(), href: site.href(Target::Agency(idx)) }
}

pub(in crate::site) fn period(site: &Site<'_>, at: usize) -> Link {
    Link { text: words::quarter(&site.history.quarters[at]), href: site.href(Target::Period(at)) }
}

/// The addresses of pages.
pub(in crate::site) fn hrefs(site: &Site<'_>, targets: impl IntoIterator<Item = Target>) -> Vec<String> {
    targets.into_iter().map(|target| site.href(target)).collect()
}
