//! `neighborhoods/<id>.html`: a neighborhood whole.

use std::borrow::Cow;

use serde::Serialize;

use crate::model::{Idx, Manager, Neighborhood};
use crate::persian::dates;
use crate::persian::numbers::integer;
use crate::persian::text::Text;
use crate::site::entries::{EntryParts, SearchEntry, all, given};
use crate::site::rows::{self, GroupRow, ProblemRow};
use crate::site::view::{Fact, Frame, Html, Link, PageView, Picture};
use crate::site::{Addresses, Resolver, Site, Target, matrix, stamp, words};

use super::cell;
use super::frame::{crumbs, missing, sample_of};
use super::group::{self, Members, Overview};
use super::kind::{PageKind, Rank};
use super::neighborhoods;

pub(super) const KIND: PageKind = PageKind {
    targets: |site| {
        let neighborhoods = (0..site.dataset.neighborhoods.len()).map(Idx::new);
        // The plan names a neighborhood's cells behind it.
        let with_cells = |idx| std::iter::once(Target::Neighborhood(idx)).chain(cell::targets(site, idx));
        neighborhoods.flat_map(with_cells).collect()
    },
    later: |_, _| Vec::new(),
    sections: |_| Vec::new(),
    entries: &[(Rank::Subject, |site| {
        Box::new(site.order.neighborhoods.iter().map(|&idx| search_entry(site, idx)))
    })],
};

pub(super) fn address(addresses: &Addresses<'_>, idx: Idx<Neighborhood>) -> String {
    format!("neighborhoods/{}.html", addresses.dataset[idx].record.id)
}

/// What a neighborhood's page shows.
#[derive(Debug, Serialize)]
struct NeighborhoodPage {
    /// «محلهٔ شیخ‌آباد»
    pub name: String,
    /// The key of its stage; empty for none.
    pub stage: String,
    /// Manager, county, population …
    pub facts: Vec<Fact>,
    /// The same on two sheets of paper.
    pub booklet: Link,
    /// Ring, states, why.
    pub overview: Overview,
    /// What it looks like.
    pub photo: Option<Picture>,
    /// Goals.
    pub goals: Vec<String>,
    /// The narrative.
    pub body: Option<Html>,
    /// Its domains side by side.
    pub domains: Vec<GroupRow>,
    /// All of them together.
    pub total: GroupRow,
    /// Problems, and what is done about each.
    pub problems: Vec<ProblemRow>,
    /// Success models that come from here.
    pub models: Vec<Link>,
    /// Its activities.
    pub members: Members,
}

pub(super) fn view(
    site: &Site<'_>,
    resolver: &Resolver<'_>,
    address: &str,
    idx: Idx<Neighborhood>,
) -> PageView {
    let of = &site.dataset[idx];
    let group = &site.figures.groups.neighborhoods[idx.get()];
    let name = words::full_name(of);
    let above = vec![Link {
        text: site.config.terms.neighborhood.many.to_string(),
        href: site.href(Target::Neighborhoods(1)),
    }];
    let overview = group::overview(site, group, Target::Activities(1));
    let frame = Frame {
        description: words::description(
            group,
            format!("{}. {}", words::headline(site.config, &name, group), overview.lede),
        ),
        crumbs: crumbs(site, above, &name),
        section: neighborhoods::SECTION.to_owned(),
        sample: sample_of(of.record.sample, group, of.manager.as_ref().is_some_and(|manager| manager.sample)),
        ..Frame::new(address, "neighborhood.html", &name)
    };
    let total = format!("همهٔ {}", site.config.terms.domain.many);
    let view = NeighborhoodPage {
        stage: of.stage.map(crate::model::RolloutStage::key).unwrap_or_default().to_owned(),
        facts: facts(site, idx),
        booklet: Link {
            text: format!("کارنامهٔ چاپی این {}", site.config.terms.neighborhood.one),
            href: site.href(Target::NeighborhoodBooklet(idx)),
        },
        overview,
        photo: of.photo.as_ref().and_then(|photo| resolver.photo(photo)),
        goals: of.goals.iter().map(ToString::to_string).collect(),
        body: of.record.body.as_ref().map(|body| resolver.prose(body, "", &frame.root)),
        domains: site.order.domains.iter().map(|&domain| cell_row(site, idx, domain)).collect(),
        total: rows::group_row(site, group, Link { text: total, href: String::new() }, String::new()),
        problems: site.relations.problems[idx.get()]
            .iter()
            .map(|&problem| rows::problem_row(site, problem))
            .collect(),
        models: site.relations.models[idx.get()]
            .iter()
            .map(|&model| Link {
                text: site.dataset[model].record.title.to_string(),
                href: site.href(Target::Model(model)),
            })
            .collect(),
        members: group::members(site, resolver, group, 0, format!("{address}#domains"), &frame.root),
        name,
    };
    PageView::new(frame, view)
}

/// A cell as a row of its neighborhood's table of domains.
pub(super) fn cell_row(
    site: &Site<'_>,
    neighborhood: Idx<Neighborhood>,
    domain: Idx<crate::model::Domain>,
) -> GroupRow {
    let group = site.cell(neighborhood, domain);
    let href =
        if group.members.is_empty() { String::new() } else { site.href(Target::Cell(neighborhood, domain)) };
    let link = Link { text: site.dataset[domain].record.title.to_string(), href };
    rows::group_row(site, group, link, matrix::domain_icon(site, domain))
}

fn facts(site: &Site<'_>, idx: Idx<Neighborhood>) -> Vec<Fact> {
    let of = &site.dataset[idx];
    let mut facts = vec![manager_fact(site, of.manager.as_ref())];
    let mut text = |term: &str, value: Option<String>| {
        if let Some(value) = value {
            facts.push(Fact { term: term.to_owned(), values: vec![plain(value)], ..Fact::default() });
        }
    };
    text("شهرستان", of.county.as_ref().map(ToString::to_string));
    text("شهر", of.city.as_ref().map(ToString::to_string));
    text("ناحیه", of.district.as_ref().map(ToString::to_string));
    text("جمعیت", population(of));
    if let Some(since) = of.since {
        facts.push(Fact {
            term: "در طرح از".to_owned(), at: Some(stamp::medium(since)), ..Fact::default()
        });
    }
    facts.push(last_visit_fact(site, idx));
    facts
}

fn manager_fact(site: &Site<'_>, manager: Option<&Manager>) -> Fact {
    let term = format!("{} {}", site.config.terms.manager.one, site.config.terms.neighborhood.one);
    let Some(manager) = manager else {
        return Fact { term, flag: Some(missing("تعیین نشده")), ..Fact::default() };
    };
    let name =
        [&manager.name, &manager.title].into_iter().flatten().map(ToString::to_string).map(plain).collect();
    let mut aside: Vec<String> =
        manager.since.iter().map(|&since| format!("از {}", dates::medium(since))).collect();
    if manager.sample {
        aside.push("نمایشی".to_owned());
    }
    let phone = manager.phone.as_ref().map(ToString::to_string);
    let email = manager.email.as_ref().map(ToString::to_string);
    let ltr: Vec<_> = phone.into_iter().chain(email).collect();
    Fact { term, values: name, aside: aside.join("، "), ltr: ltr.join(" · "), ..Fact::default() }
}

fn last_visit_fact(site: &Site<'_>, idx: Idx<Neighborhood>) -> Fact {
    let term = "آخرین بازدید".to_owned();
    match site.figures.groups.neighborhoods[idx.get()].last_visit {
        Some(last) => Fact {
            term,
            at: Some(stamp::medium(last)),
            aside: words::distance(last, site.figures.day),
            ..Fact::default()
        },
        None => Fact { term, flag: Some(missing("ثبت نشده")), ..Fact::default() },
    }
}

fn plain(text: String) -> Link {
    Link { text, href: String::new() }
}

/// «۱۴٬۸۰۰ نفر، ۴٬۳۵۰ خانوار»
fn population(of: &Neighborhood) -> Option<String> {
    let whole = |count: u64| integer(count);
    let parts: Vec<_> = [
        of.population.map(|persons| format!("{} نفر", whole(persons))),
        of.households.map(|households| format!("{} خانوار", whole(households))),
    ]
    .into_iter()
    .flatten()
    .collect();
    (!parts.is_empty()).then(|| parts.join("، "))
}

fn search_entry<'a>(site: &Site<'a>, idx: Idx<Neighborhood>) -> SearchEntry<'a> {
    let of = &site.dataset[idx];
    let manager = of.manager.iter();
    let text = given([&of.county, &of.city, &of.district])
        .chain(manager.flat_map(|manager| given([&manager.name, &manager.title])))
        .chain(all(&of.goals))
        .collect();
    let parts = EntryParts {
        kind: Cow::Borrowed(&site.config.terms.neighborhood.one),
        href: site.href(Target::Neighborhood(idx)),
        snippet: of.goals.first().map(Text::shown),
        at: None,
        text,
    };
    let entry = parts.entry(&of.record);
    let link = Link { text: words::full_name(of), ..entry.link };
    SearchEntry { link, neighborhoods: vec![site.order.neighborhood_rank(idx)], ..entry }
}
