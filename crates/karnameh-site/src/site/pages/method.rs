//! `method.html`: how every figure is calculated, with the thresholds in force.

use serde::Serialize;

use crate::persian::numbers::{integer, points};
use crate::site::entries::{SearchEntry, page_entry};
use crate::site::view::{Frame, Html, PageView};
use crate::site::{Addresses, Resolver, Site, Target};

use super::frame::{crumbs, sample};
use super::kind::{IndexLine, IndexPart, Menu, PageKind, Rank};
use super::text::{self, text_or};

/// Its title where no free page gives another.
const TITLE: &str = "روش محاسبه";

/// The key of its section.
const SECTION: &str = "method";

pub(super) const KIND: PageKind = PageKind {
    targets: |_| vec![Target::Method],
    later: |_, _| Vec::new(),
    sections: |_| {
        vec![IndexLine {
            part: IndexPart::Reference,
            key: SECTION.to_owned(),
            title: TITLE.to_owned(),
            first: Target::Method,
            menu: Menu::Foot,
            is_list: false,
        }]
    },
    entries: &[(Rank::Method, |site| Box::new(std::iter::once(search_entry(site))))],
};

pub(super) fn address(_: &Addresses<'_>) -> String {
    "method.html".to_owned()
}

/// What the page of methods shows.
#[derive(Debug, Serialize)]
struct MethodPage {
    /// The office's own text.
    pub body: Option<Html>,
    /// The thresholds in force.
    pub thresholds: Vec<Threshold>,
    /// The report's day, in words.
    pub as_of: String,
    /// «۱۵», points, as the explanations name it.
    pub tolerance: String,
    /// Days.
    pub supervision_days: String,
    /// Days.
    pub stale_days: String,
    /// Percent, as text.
    pub coverage_floor: String,
    /// Persons.
    pub small_group: String,
}

/// A threshold and its value.
#[derive(Debug, Serialize)]
struct Threshold {
    /// «حد مجاز فاصله»
    pub name: String,
    /// «۱۵ واحد»
    pub value: String,
    /// What it decides.
    pub meaning: String,
}

pub(super) fn view(site: &Site<'_>, resolver: &Resolver<'_>, address: &str) -> PageView {
    let page = text::text_of(site, "method");
    let name = page.map_or_else(|| TITLE.to_owned(), |page| page.record.title.to_string());
    let frame = Frame {
        crumbs: crumbs(site, Vec::new(), &name),
        section: SECTION.to_owned(),
        sample: sample(page.is_some_and(|page| page.record.sample), false),
        ..Frame::new(address, "method.html", &name)
    };
    let thresholds = &site.config.thresholds;
    let days = |days: i32| format!("{} روز", integer(days));
    let small = integer(thresholds.small_group);
    let threshold = |name: &str, value: String, meaning: &str| Threshold {
        name: name.to_owned(),
        value,
        meaning: meaning.to_owned(),
    };
    let view = MethodPage {
        body: page
            .and_then(|page| page.record.body.as_ref())
            .map(|body| resolver.prose(body, "", &frame.root)),
        thresholds: vec![
            threshold(
                "حد مجاز فاصله",
                format!("{} واحد", points(thresholds.tolerance)),
                "فاصله‌ای از برنامه که هنوز «مطابق برنامه» است؛ فاصلهٔ گزارش و بازدید هم با همین سنجیده می‌شود.",
            ),
            threshold(
                "بازهٔ نظارت",
                days(thresholds.supervision_days),
                "بازدیدی که در این بازه باشد، نظارت شمرده می‌شود.",
            ),
            threshold(
                "مهلت گزارش",
                days(thresholds.stale_days),
                &format!(
                    "{} جاری که بیش از این گزارشی نداشته باشد، گزارش قدیمی دارد.",
                    site.config.terms.activity.of
                ),
            ),
            threshold(
                "کمینهٔ پوشش",
                crate::persian::numbers::percent(thresholds.coverage_floor),
                "گروهی که کمتر از این گزارش داشته باشد، در مقایسه مرتب نمی‌شود.",
            ),
            threshold(
                "گروه کوچک",
                format!("{small} نفر"),
                "تعداد بهره‌مندان کمتر از این، بدون ذکر عدد منتشر می‌شود.",
            ),
        ],
        as_of: crate::persian::dates::long(site.figures.day),
        tolerance: points(thresholds.tolerance),
        supervision_days: integer(thresholds.supervision_days),
        stale_days: integer(thresholds.stale_days),
        coverage_floor: crate::persian::numbers::percent(thresholds.coverage_floor),
        small_group: small,
    };
    PageView::new(frame, view)
}

fn search_entry<'a>(site: &Site<'a>) -> SearchEntry<'a> {
    let mut text = Vec::new();
    let title = text_or(site, "method", TITLE, &mut text);
    page_entry(&title, site.href(Target::Method), text)
}
