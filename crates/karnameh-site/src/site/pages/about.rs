//! `about.html`: what the site is, who publishes it, under which license.

use std::borrow::Cow;

use crate::diag::Placed;
use crate::markdown::{self, Origin};
use crate::site::chrome::license;
use crate::site::entries::{SearchEntry, page_entry};
use crate::site::view::{Frame, PageView};
use crate::site::{Addresses, Resolver, Site, Target};

use super::frame::{crumbs, sample};
use super::kind::{IndexLine, IndexPart, Menu, PageKind, Rank};
use super::text::{self, TextPage, text_or};

/// Its title where no free page gives another.
const TITLE: &str = "درباره";

/// The key of its section.
const SECTION: &str = "about";

pub(super) const KIND: PageKind = PageKind {
    targets: |_| vec![Target::About],
    later: |_, _| Vec::new(),
    sections: |_| {
        vec![IndexLine {
            part: IndexPart::Reference,
            key: SECTION.to_owned(),
            title: TITLE.to_owned(),
            first: Target::About,
            menu: Menu::Foot,
            is_list: false,
        }]
    },
    entries: &[(Rank::About, |site| Box::new(std::iter::once(search_entry(site))))],
};

pub(super) fn address(_: &Addresses<'_>) -> String {
    "about.html".to_owned()
}

pub(super) fn view(site: &Site<'_>, resolver: &Resolver<'_>, address: &str) -> PageView {
    let page = text::text_of(site, "about");
    let name = page.map_or_else(|| TITLE.to_owned(), |page| page.record.title.to_string());
    let frame = Frame {
        crumbs: crumbs(site, Vec::new(), &name),
        section: SECTION.to_owned(),
        sample: sample(page.is_some_and(|page| page.record.sample), false),
        ..Frame::new(address, "text.html", &name)
    };
    let identity = &site.config.identity;
    let view = TextPage {
        body: page
            .and_then(|page| page.record.body.as_ref())
            .map(|body| resolver.prose(body, "", &frame.root)),
        contact: identity.contact.as_ref().map(|contact| resolver.setting(contact, "contact", &frame.root)),
        description: identity
            .description
            .as_ref()
            .map(|text| resolver.setting(text, "description", &frame.root)),
        license: license(identity),
        name,
    };
    PageView::new(frame, view)
}

fn search_entry<'a>(site: &Site<'a>) -> SearchEntry<'a> {
    let identity = &site.config.identity;
    let settings = [&identity.description, &identity.contact].into_iter().flatten();
    let mut text: Vec<_> = settings.map(|text| Cow::Owned(plain_setting(text))).collect();
    let title = text_or(site, "about", TITLE, &mut text);
    page_entry(&title, site.href(Target::About), text)
}

/// The words of a setting that is Markdown.
fn plain_setting(text: &Placed<Box<str>>) -> String {
    let origin = Origin { file: text.at.file.clone(), line: text.at.line, indent: 0 };
    markdown::inspect(&text.value, &origin, &mut Vec::new()).plain
}
