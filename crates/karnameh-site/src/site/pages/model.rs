//! `models/<id>.html`: what worked, written up to be copied.

use std::borrow::Cow;

use serde::Serialize;

use crate::model::{Idx, Origin, Prose, SuccessModel};
use crate::site::address::PACKAGE_ENDING;
use crate::site::entries::{EntryParts, SearchEntry, all, plain, record_title};
use crate::site::rows::{self, ActivityRow, IndicatorRow};
use crate::site::view::{Empty, Fact, Frame, Html, Link, PageView, Stamp};
use crate::site::words::{self, in_sentence};
use crate::site::{Addresses, Resolver, Site, Target, links, prose, stamp};

use super::frame::{crumbs, sample};
use super::kind::{PageKind, Rank};
use super::models::{self, EXCERPT, origin_sentence};
/// How many activities, indicators and followers a model's page lists.
const ROWS: usize = 50;

pub(super) const KIND: PageKind = PageKind {
    targets: |site| site.lists.models.iter().copied().map(Target::Model).collect(),
    later: |_, _| Vec::new(),
    sections: |_| Vec::new(),
    entries: &[(Rank::Subject, |site| {
        Box::new(site.lists.models.iter().map(|&idx| search_entry(site, idx)))
    })],
};

pub(super) fn address(addresses: &Addresses<'_>, idx: Idx<SuccessModel>) -> String {
    format!("models/{}.html", addresses.dataset[idx].record.id)
}

/// What a success model's page shows.
#[derive(Debug, Serialize)]
struct ModelPage {
    /// Its title.
    pub name: String,
    /// The problem in a sentence.
    pub lede: String,
    /// Neighborhood, domain, cost, license.
    pub facts: Vec<Fact>,
    /// Where it came from, when it was adopted.
    pub origin: Option<OriginView>,
    /// The problem.
    pub problem: Html,
    /// The approach.
    pub approach: Html,
    /// The steps, in order.
    pub steps: Vec<Html>,
    /// What it needs.
    pub conditions: Vec<Html>,
    /// The activities on whose results it stands.
    pub activities: Vec<ActivityRow>,
    /// What was measured in them.
    pub indicators: Vec<IndicatorRow>,
    /// What is told where nothing was measured.
    pub no_results: Empty,
    /// What was learned.
    pub lessons: Vec<Html>,
    /// The narrative.
    pub body: Option<Html>,
    /// Where it was taken up.
    pub adoptions: Vec<AdoptionRow>,
    /// Activities here that follow it.
    pub followers: Vec<Link>,
    /// How many more follow it; empty for none.
    pub followers_note: String,
    /// How to reach those who know.
    pub contact: Option<Html>,
    /// All of it as one file, to be taken up elsewhere.
    pub package: Link,
}

/// Where an adopted model came from.
#[derive(Debug, Serialize)]
struct OriginView {
    /// Its province; empty for unknown.
    pub province: String,
    /// Its address; empty for unknown.
    pub url: String,
    /// When it was taken over.
    pub at: Option<Stamp>,
    /// The package's digest; empty for unknown.
    pub digest: String,
}

/// Where a model was taken up.
#[derive(Debug, Serialize)]
struct AdoptionRow {
    /// The place.
    pub place: String,
    /// When.
    pub at: Option<Stamp>,
    /// A note; empty for none.
    pub note: String,
}

pub(super) fn view(
    site: &Site<'_>,
    resolver: &Resolver<'_>,
    address: &str,
    idx: Idx<SuccessModel>,
) -> PageView {
    let of = &site.dataset[idx];
    let name = of.record.title.to_string();
    let above = vec![Link { text: models::title(site), href: site.href(Target::Models(1)) }];
    let lede = lede(site, of);
    let results = &of.results;
    let frame = Frame {
        description: prose::excerpt(&of.problem, EXCERPT),
        crumbs: crumbs(site, above, &name),
        section: models::SECTION.to_owned(),
        sample: sample(of.record.sample, results.iter().any(|&at| site.dataset[at].record.sample)),
        ..Frame::new(address, "model.html", &name)
    };
    let root = &*frame.root;
    let list = |proses: &[Prose], prefix: &str| {
        let numbered = proses.iter().enumerate();
        numbered.map(|(at, prose)| resolver.section_prose(prose, &format!("{prefix}{at}"), root)).collect()
    };
    let followers: Vec<_> = site.relations.followers[idx.get()]
        .iter()
        .filter(|activity| !of.results.contains(activity))
        .collect();
    let activity = &site.config.terms.activity;
    let view = ModelPage {
        lede,
        facts: facts(site, of),
        origin: of.origin.as_ref().map(origin_view),
        problem: resolver.section_prose(&of.problem, "problem", root),
        approach: resolver.section_prose(&of.approach, "approach", root),
        steps: list(&of.steps, "step"),
        conditions: list(&of.conditions, "condition"),
        activities: results.iter().take(ROWS).map(|&at| rows::activity_row(site, at)).collect(),
        indicators: results.iter().flat_map(|&at| rows::indicator_rows(site, at)).take(ROWS).collect(),
        no_results: Empty {
            title: "نتیجهٔ سنجیده‌ای ندارد".to_owned(),
            text: format!(
                "{} که این تجربه از آن به دست آمده است هنوز نوشته نشده است.",
                words::any(&activity.one)
            ),
            link: None,
        },
        lessons: list(&of.lessons, "lesson"),
        body: of.record.body.as_ref().map(|body| resolver.section_prose(body, "", root)),
        adoptions: of.adoptions.iter().map(adoption_row).collect(),
        followers: followers.iter().take(ROWS).map(|&&at| links::activity(site, at)).collect(),
        followers_note: words::rest(followers.len().saturating_sub(ROWS), &activity.one),
        contact: of.contact.as_ref().map(|contact| resolver.section_prose(contact, "contact", root)),
        package: Link {
            text: format!("{}{PACKAGE_ENDING}", of.record.id),
            href: site.addresses.package(idx),
        },
        name,
    };
    PageView::new(frame, view)
}

/// Where it was tried, what it stands on, where it went.
fn lede(site: &Site<'_>, model: &SuccessModel) -> String {
    let terms = &site.config.terms;
    let results = model.results.len();
    let adoptions = model.adoptions.len();
    let place = model.neighborhood.map(|idx| words::full_name(&site.dataset[idx]));
    let mut sentences = vec![match (place, results) {
        (Some(place), 0) if model.origin.is_some() => format!("در {place} به کار گرفته می‌شود."),
        (Some(place), 0) => format!("تجربهٔ {place}."),
        (Some(place), count) => {
            format!("تجربهٔ {place}، بر پایهٔ نتیجهٔ سنجیدهٔ {}.", in_sentence(count, &terms.activity.one))
        }
        (None, 0) => "نتیجهٔ سنجیده‌ای برای آن ثبت نشده است.".to_owned(),
        (None, count) => format!("بر پایهٔ نتیجهٔ سنجیدهٔ {}.", in_sentence(count, &terms.activity.one)),
    }];
    if adoptions > 0 {
        sentences.push(format!(
            "تا تاریخ گزارش در {} به کار گرفته شده است.",
            words::in_sentence(adoptions, "جای دیگر")
        ));
    }
    sentences.extend(model.origin.as_ref().map(|origin| format!("{}.", origin_sentence(origin))));
    sentences.join(" ")
}

fn facts(site: &Site<'_>, of: &SuccessModel) -> Vec<Fact> {
    let terms = &site.config.terms;
    let mut facts = Vec::new();
    let mut fact = |term: &str, value: Option<Link>| {
        if let Some(value) = value {
            facts.push(Fact { term: term.to_owned(), values: vec![value], ..Fact::default() });
        }
    };
    let plain = |text: &str| Link { text: text.to_owned(), href: String::new() };
    fact(&terms.neighborhood.one, of.neighborhood.map(|idx| links::neighborhood(site, idx)));
    fact(&terms.domain.one, of.domain.map(|idx| links::domain(site, idx)));
    fact("هزینه", of.cost.map(|cost| plain(cost.fa())));
    // A Latin name («CC BY 4.0») keeps its digits and its direction.
    if let Some(license) = &of.license {
        let latin = license.typed().starts_with(|first: char| first.is_ascii_alphanumeric());
        let (values, ltr) = if latin {
            (Vec::new(), license.typed().to_owned())
        } else {
            (vec![plain(&license.shown())], String::new())
        };
        facts.push(Fact { term: "مجوز".to_owned(), values, ltr, ..Fact::default() });
    }
    facts
}

fn adoption_row(adoption: &crate::model::Adoption) -> AdoptionRow {
    AdoptionRow {
        place: adoption.place.to_string(),
        at: adoption.date.map(stamp::medium),
        note: words::or_empty(adoption.note.as_ref()),
    }
}

fn origin_view(origin: &Origin) -> OriginView {
    let text = |value: &Option<Box<str>>| value.as_deref().unwrap_or_default().to_owned();
    OriginView {
        province: words::or_empty(origin.province.as_ref()),
        url: text(&origin.url),
        at: origin.date.map(stamp::medium),
        digest: text(&origin.digest),
    }
}

fn search_entry<'a>(site: &Site<'a>, idx: Idx<SuccessModel>) -> SearchEntry<'a> {
    let of = &site.dataset[idx];
    let lists = of.steps.iter().chain(&of.conditions).chain(&of.lessons);
    let adopted = of.adoptions.iter();
    let place = of.neighborhood.map(|at| &site.dataset[at].record);
    let names = place.into_iter().chain(of.domain.map(|at| &site.dataset[at].record));
    let text = [&of.problem, &of.approach]
        .into_iter()
        .chain(lists)
        .chain(of.contact.as_ref())
        .map(plain)
        .chain(names.map(record_title))
        .chain(all(adopted.map(|adoption| &adoption.place)))
        .collect();
    let parts = EntryParts {
        kind: Cow::Borrowed(&site.config.terms.model.one),
        href: site.href(Target::Model(idx)),
        snippet: Some(plain(&of.problem)),
        at: None,
        text,
    };
    SearchEntry {
        neighborhoods: of.neighborhood.map(|at| site.order.neighborhood_rank(at)).into_iter().collect(),
        domain: of.domain.map(|at| site.order.domain_rank(at)),
        ..parts.entry(&of.record)
    }
}
