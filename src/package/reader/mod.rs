//! The page inside a package: `index.html`, all of it to read, with a double click and without a network.
//!
//! It is made of the package alone, never of the site, so it shows exactly what is handed on. Its style sheet is a file
//! of its own, for its policy forbids inline styles as that of the site does. Start reading at [`page`].

mod records;
mod view;
mod words;

use tera::{Context, Tera};

use super::Package;
use crate::persian::dates;

use records::Reader;
use view::{Page, Stamp};
use words::shown;

/// The page's name.
pub(super) const PAGE: &str = "index.html";
/// The style sheet's name.
pub(super) const STYLE: &str = "reader.css";
/// The style sheet.
pub(super) const CSS: &str = include_str!("reader.css");

const TEMPLATE: &str = include_str!("page.html");

/// The page of a package.
pub(super) fn page(package: &Package) -> String {
    let mut tera = Tera::default();
    tera.autoescape_on([".html"]);
    tera.add_raw_template(PAGE, TEMPLATE).expect("the template is sound, a test renders it");
    let mut context = Context::new();
    context.insert("page", &Page::of(package));
    tera.render(PAGE, &context).expect("every name of the template is in the view")
}

impl Page {
    fn of(package: &Package) -> Self {
        let Package { manifest, records, .. } = package;
        let from = &manifest.from;
        let maybe = |text: &Option<String>| text.as_deref().map(shown).unwrap_or_default();
        let reader = Reader { package };
        Self {
            title: shown(&from.title),
            programme: shown(&from.programme),
            province: shown(&from.province),
            publisher: maybe(&from.publisher),
            url: from.url.clone().unwrap_or_default(),
            license: from.license.clone().unwrap_or_default(),
            as_of: Stamp { iso: manifest.as_of.0.iso(), text: dates::long(manifest.as_of.0) },
            generator: manifest.generator.clone(),
            left_out: !manifest.left_out.is_empty(),
            sample: records.models.iter().any(|of| of.sample)
                || records.activities.iter().any(|of| of.sample),
            models: records.models.iter().enumerate().map(|(at, of)| reader.model(at, of)).collect(),
            activities: records
                .activities
                .iter()
                .enumerate()
                .map(|(at, of)| reader.activity(at, of))
                .collect(),
        }
    }
}
