//! `pages/<id>.html`: a page that the province wrote.

use crate::model::{Idx, Page};
use crate::site::Site;
use crate::site::chrome::page_key;
use crate::site::view::Frame;

use super::text::TextPage;
use super::{PageView, View, sample};

impl Site<'_> {
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
}
