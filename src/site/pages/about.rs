//! `about.html`: what the site is, who publishes it, under which license.

use crate::site::Site;
use crate::site::chrome::license;
use crate::site::view::Frame;

use super::text::TextPage;
use super::{PageView, View, sample};

impl Site<'_> {
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
}
