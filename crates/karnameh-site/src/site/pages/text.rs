//! What pages of text have in common.

use std::borrow::Cow;

use serde::Serialize;

use crate::model::Page;
use crate::site::Site;
use crate::site::entries::plain;
use crate::site::view::Html;

/// What a page of text shows.
#[derive(Debug, Serialize)]
pub(super) struct TextPage {
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

/// The free page that gives `about.html` or `method.html` its text.
pub(in crate::site) fn text_of<'a>(site: &Site<'a>, id: &str) -> Option<&'a Page> {
    site.dataset.pages.iter().find(|page| &*page.record.id == id)
}

/// The title of the free page that gives a page its text, which is added; else the name.
pub(super) fn text_or<'a>(
    site: &Site<'a>,
    id: &str,
    name: &'a str,
    text: &mut Vec<Cow<'a, str>>,
) -> Cow<'a, str> {
    let Some(page) = text_of(site, id) else { return Cow::Borrowed(name) };
    text.extend(page.record.body.as_ref().map(plain));
    page.record.title.shown()
}
