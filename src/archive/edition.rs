//! The metadata of a package: publisher, province, day and so on.

use crate::persian::{Day, dates};
use crate::pipeline::Done;

/// The edition to pack. Texts are as typed, with their original digits.
#[derive(Debug, Clone)]
pub(super) struct Edition {
    /// The report's day, which is also the time of every file in the package.
    pub(super) day: Day,
    /// The folder inside the package and the stem of its file name: «karnameh-1404-10-15».
    pub(super) name: String,
    pub(super) title: String,
    pub(super) province: String,
    /// The publisher; without one the authority, and without that the province.
    pub(super) publisher: String,
    /// The license of texts and data.
    pub(super) license: Option<String>,
    /// The absolute URL of the site's root, without a trailing slash.
    pub(super) url: Option<String>,
    /// Whether the package contains the sources.
    pub(super) with_sources: bool,
}

/// The program's name and version, as packages contain them.
pub(super) const PROGRAM: &str = concat!("Karnameh ", env!("CARGO_PKG_VERSION"));

impl Edition {
    /// Collects the metadata of a finished build.
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

    /// Describes the package in one Persian sentence.
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

    /// Describes the package in one English sentence.
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
