//! What a package says of itself: whose edition it is, of which day, made by what.

use crate::persian::{Day, dates};
use crate::pipeline::Done;

/// The edition that is packed. Its texts are as they were typed.
#[derive(Debug, Clone)]
pub(super) struct Edition {
    /// The day of the report; every date in a package is this one.
    pub(super) day: Day,
    /// The folder inside the package and the stem of its file: «karnameh-1404-10-15».
    pub(super) name: String,
    /// The site's title.
    pub(super) title: String,
    /// The province.
    pub(super) province: String,
    /// The publisher, else the authority, else the province.
    pub(super) publisher: String,
    /// The license of text and data.
    pub(super) license: Option<String>,
    /// The absolute address of the site's root, without a trailing slash.
    pub(super) url: Option<String>,
    /// It holds the sources.
    pub(super) with_sources: bool,
}

/// The program, as packages name it.
pub(super) const PROGRAM: &str = concat!("Karnameh ", env!("CARGO_PKG_VERSION"));

impl Edition {
    /// The edition of a site that was built.
    pub(super) fn new(done: &Done, name: &str, with_sources: bool) -> Self {
        let identity = &done.identity;
        let publisher = identity.publisher.as_ref().or(identity.authority.as_ref());
        Self {
            day: done.day,
            name: name.to_owned(),
            title: identity.title.typed().to_owned(),
            province: identity.province.typed().to_owned(),
            publisher: publisher.unwrap_or(&identity.province).typed().to_owned(),
            license: identity.license.as_ref().map(|license| license.typed().to_owned()),
            url: done.url.as_ref().map(ToString::to_string),
            with_sources,
        }
    }

    /// What it is, in a Persian sentence.
    pub(super) fn description_fa(&self) -> String {
        let with = if self.with_sources {
            "، همراه با رکوردها و قالب‌هایی که از آن‌ها ساخته شده است (درونی)"
        } else {
            ""
        };
        format!(
            "«{}»، استان {}، تا پایان {}: سایت کامل گزارش با فایل‌های داده{with}.",
            self.title,
            self.province,
            dates::long(self.day),
        )
    }

    /// The same in English.
    pub(super) fn description_en(&self) -> String {
        let with = if self.with_sources { " and the sources that it was made from (internal)" } else { "" };
        format!(
            "The complete report site “{}”, province {}, as of {} (Solar Hijri {}), with its data files{with}.",
            self.title,
            self.province,
            self.day.iso(),
            self.day.jalali(),
        )
    }
}
