//! Pages of text: `about.html`, `method.html`, `pages/<id>.html`, `404.html`.

use serde::Serialize;

use crate::model::{Idx, Page};
use crate::persian::numbers::{integer, points};
use crate::site::Site;
use crate::site::chrome::{license, page_key};
use crate::site::view::{Frame, Html};

use super::{PageView, View, sample};

/// What a page of text shows.
#[derive(Debug, Serialize)]
pub struct TextPage {
    /// Its title.
    pub name: String,
    /// Its text; absent where nothing was written.
    pub body: Option<Html>,
    /// How to reach the office; on the page about the site.
    pub contact: Option<Html>,
    /// What the site is; on the page about the site.
    pub description: Option<Html>,
    /// The license; on the page about the site.
    pub license: String,
}

/// What the page of methods shows.
#[derive(Debug, Serialize)]
pub struct MethodPage {
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
pub struct Threshold {
    /// «رواداری»
    pub name: String,
    /// «۱۵ واحد»
    pub value: String,
    /// What it decides.
    pub meaning: String,
}

impl<'a> Site<'a> {
    /// The free page that gives `about.html` or `method.html` its text.
    pub(in crate::site) fn text_of(&self, id: &str) -> Option<&'a Page> {
        self.dataset.pages.iter().find(|page| &*page.record.id == id)
    }

    pub(super) fn about(&self, address: &str) -> PageView {
        let page = self.text_of("about");
        let name = page.map_or_else(|| "درباره".to_owned(), |page| page.record.title.to_string());
        let frame = Frame {
            crumbs: self.crumbs(Vec::new(), &name),
            section: "about".to_owned(),
            sample: sample(page.is_some_and(|page| page.record.sample), false),
            ..Frame::new(address, "text.html", &name)
        };
        let identity = &self.config.identity;
        let view = TextPage {
            body: page
                .and_then(|page| page.record.body.as_ref())
                .map(|body| self.prose(body, "", &frame.root)),
            contact: identity.contact.as_ref().map(|contact| self.setting(contact, "contact", &frame.root)),
            description: identity
                .description
                .as_ref()
                .map(|text| self.setting(text, "description", &frame.root)),
            license: license(identity),
            name,
        };
        PageView { frame, view: View::Text(Box::new(view)) }
    }

    pub(super) fn free_page(&self, address: &str, idx: Idx<Page>) -> PageView {
        let page = &self.dataset[idx];
        let name = page.record.title.to_string();
        let frame = Frame {
            crumbs: self.crumbs(Vec::new(), &name),
            section: page_key(&page.record),
            sample: sample(page.record.sample, false),
            ..Frame::new(address, "text.html", &name)
        };
        let view = TextPage {
            body: page.record.body.as_ref().map(|body| self.prose(body, "", &frame.root)),
            contact: None,
            description: None,
            license: String::new(),
            name,
        };
        PageView { frame, view: View::Text(Box::new(view)) }
    }

    pub(super) fn method(&self, address: &str) -> PageView {
        let page = self.text_of("method");
        let name = page.map_or_else(|| "روش محاسبه".to_owned(), |page| page.record.title.to_string());
        let frame = Frame {
            crumbs: self.crumbs(Vec::new(), &name),
            section: "method".to_owned(),
            sample: sample(page.is_some_and(|page| page.record.sample), false),
            ..Frame::new(address, "method.html", &name)
        };
        let thresholds = &self.config.thresholds;
        let days = |days: i32| format!("{} روز", integer(days.into()));
        let small = integer(i64::try_from(thresholds.small_group).unwrap_or(i64::MAX));
        let threshold = |name: &str, value: String, meaning: &str| Threshold {
            name: name.to_owned(),
            value,
            meaning: meaning.to_owned(),
        };
        let view = MethodPage {
            body: page
                .and_then(|page| page.record.body.as_ref())
                .map(|body| self.prose(body, "", &frame.root)),
            thresholds: vec![
                threshold(
                    "رواداری",
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
                    "فعالیت جاری که بیش از این گزارشی نداشته باشد، گزارش کهنه دارد.",
                ),
                threshold(
                    "کمینهٔ پوشش",
                    crate::persian::numbers::percent(thresholds.coverage_floor),
                    "گروهی که کمتر از این گزارش داشته باشد، در مقایسه مرتب نمی‌شود.",
                ),
                threshold(
                    "گروه کوچک",
                    format!("{small} نفر"),
                    "شمار بهره‌مندان کمتر از این، بی‌عدد منتشر می‌شود.",
                ),
            ],
            as_of: crate::persian::dates::long(self.figures.day),
            tolerance: points(thresholds.tolerance),
            supervision_days: integer(thresholds.supervision_days.into()),
            stale_days: integer(thresholds.stale_days.into()),
            coverage_floor: crate::persian::numbers::percent(thresholds.coverage_floor),
            small_group: small,
        };
        PageView { frame, view: View::Method(Box::new(view)) }
    }

    /// What a host serves for any unknown address: its links can't be relative (product.md, «The site»).
    pub(super) fn not_found(&self, address: &str) -> PageView {
        let name = "صفحه پیدا نشد".to_owned();
        let frame = match &self.config.publication.url {
            Some(url) => Frame { root: root_of(url), ..Frame::new(address, "404.html", &name) },
            None => Frame::new(address, "404-plain.html", &name),
        };
        let view = TextPage { name, body: None, contact: None, description: None, license: String::new() };
        PageView { frame, view: View::Text(Box::new(view)) }
    }
}

/// The path under which a site is published, with a slash at its end: `/reports/` of `https://qom.ir/reports`.
fn root_of(url: &str) -> String {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let path = rest.find('/').map_or("", |slash| &rest[slash..]);
    format!("{}/", path.trim_end_matches('/'))
}

#[cfg(test)]
mod tests {
    use super::root_of;

    #[test]
    fn the_root_is_the_path_of_the_address() {
        assert_eq!(root_of("https://qom.ir"), "/");
        assert_eq!(root_of("https://qom.ir/"), "/");
        assert_eq!(root_of("https://qom.ir/reports/1404"), "/reports/1404/");
    }
}
