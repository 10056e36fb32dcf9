//! Entries of pages of text, of reports of quarters, and of the lists that the foot of every page leads to.

use std::borrow::Cow;

use crate::diag::Placed;
use crate::markdown::{self, Origin};
use crate::model::{Idx, Page};
use crate::site::pages::decisions;
use crate::site::view::{Link, Section};
use crate::site::{Site, Target, prose};

use super::{Entry, Parts, SNIPPET, plain};

/// What a page without a record is called.
const PAGE: &str = "صفحه";

impl<'a> Site<'a> {
    /// The pages of text and the reports, the latest quarter first.
    pub(super) fn findable_texts(&self) -> impl Iterator<Item = Target> {
        let periods = (0..self.history.quarters.len()).rev().map(Target::Period);
        self.free_pages()
            .map(Target::Page)
            .chain([Target::About, Target::Method, Target::Decisions(1)])
            .chain(periods)
    }

    pub(super) fn found_page(&self, idx: Idx<Page>) -> Entry<'a> {
        let parts = Parts {
            kind: Cow::Borrowed(PAGE),
            target: Target::Page(idx),
            snippet: None,
            at: None,
            text: Vec::new(),
        };
        self.of_record(&self.dataset[idx].record, parts)
    }

    pub(super) fn found_about(&self) -> Entry<'a> {
        let identity = &self.config.identity;
        let settings = [&identity.description, &identity.contact].into_iter().flatten();
        let mut text: Vec<_> = settings.map(|text| Cow::Owned(plain_setting(text))).collect();
        let title = self.text_or("about", "درباره", &mut text);
        bare(&title, self.href(Target::About), text)
    }

    pub(super) fn found_method(&self) -> Entry<'a> {
        let mut text = Vec::new();
        let title = self.text_or("method", "روش محاسبه", &mut text);
        bare(&title, self.href(Target::Method), text)
    }

    /// The title of the free page that gives a page its text, which is added; else the name.
    fn text_or(&self, id: &str, name: &'a str, text: &mut Vec<Cow<'a, str>>) -> Cow<'a, str> {
        let Some(page) = self.text_of(id) else { return Cow::Borrowed(name) };
        text.extend(page.record.body.as_ref().map(plain));
        page.record.title.shown()
    }

    pub(super) fn found_decisions(&self) -> Entry<'a> {
        bare(decisions::TITLE, self.href(Target::Decisions(1)), Vec::new())
    }

    pub(super) fn found_period(&self, at: usize) -> Entry<'a> {
        bare(&Self::period_title(&self.history.quarters[at]), self.href(Target::Period(at)), Vec::new())
    }
}

/// The entry of a list.
pub(super) fn found_list<'a>(section: Section) -> Entry<'a> {
    bare(&section.title, section.href, Vec::new())
}

/// The entry of a page that is about no record.
fn bare<'a>(title: &str, href: String, text: Vec<Cow<'a, str>>) -> Entry<'a> {
    Entry {
        kind: Cow::Borrowed(PAGE),
        link: Link { text: title.to_owned(), href },
        snippet: text.first().map(|text| prose::beginning(text, SNIPPET)).unwrap_or_default(),
        neighborhoods: Vec::new(),
        domain: None,
        state: None,
        at: None,
        sample: false,
        text,
    }
}

/// The words of a setting that is Markdown.
fn plain_setting(text: &Placed<Box<str>>) -> String {
    let origin = Origin { file: text.at.file.clone(), line: text.at.line, indent: 0 };
    markdown::inspect(&text.value, &origin, &mut Vec::new()).plain
}
