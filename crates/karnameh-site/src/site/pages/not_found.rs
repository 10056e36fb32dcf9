//! `404.html`: what a host serves for an unknown address.

use crate::site::view::{Frame, PageView};
use crate::site::{Addresses, Site, Target};

use super::kind::PageKind;
use super::text::TextPage;

pub(super) const KIND: PageKind = PageKind {
    targets: |_| vec![Target::NotFound],
    later: |_, _| Vec::new(),
    sections: |_| Vec::new(),
    entries: &[],
};

pub(super) fn address(_: &Addresses<'_>) -> String {
    "404.html".to_owned()
}

/// What a host serves for any unknown address: its links can't be relative (product.md, «The site»).
pub(super) fn view(site: &Site<'_>, address: &str) -> PageView {
    let name = "صفحه پیدا نشد".to_owned();
    let frame = match &site.config.publication.url {
        Some(url) => Frame { root: root_of(url), ..Frame::new(address, "404.html", &name) },
        None => Frame::new(address, "404-plain.html", &name),
    };
    let view = TextPage { name, body: None, contact: None, description: None, license: String::new() };
    PageView::new(frame, view)
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
