//! What a package says of itself: whose edition it is, of which day, made by what.

use crate::config::Identity;
use crate::persian::{Day, dates};

/// The edition that is packed.
#[derive(Debug, Clone)]
pub(super) struct Edition {
    /// The day of the report; every date in a package is this one.
    pub(super) day: Day,
    /// The folder inside the package and the stem of its file: «karnameh-1404-10-15».
    pub(super) name: String,
    /// Who publishes what.
    pub(super) identity: Identity,
    /// The absolute address of the site's root, without a trailing slash.
    pub(super) url: Option<Box<str>>,
    /// It holds the sources.
    pub(super) with_sources: bool,
}

/// The program, as packages name it.
pub(super) const PROGRAM: &str = concat!("Karnameh ", env!("CARGO_PKG_VERSION"));

impl Edition {
    /// The publisher, else the authority, else the province.
    pub(super) fn publisher(&self) -> &str {
        let identity = &self.identity;
        identity.publisher.as_deref().or(identity.authority.as_deref()).unwrap_or(&identity.province)
    }

    /// What it is, in a Persian sentence.
    pub(super) fn description_fa(&self) -> String {
        format!(
            "«{}»، استان {}، تا پایان {}: سایت کامل گزارش با فایل‌های داده{}.",
            self.identity.title,
            self.identity.province,
            dates::long(self.day),
            if self.with_sources {
                "، همراه با رکوردها و قالب‌هایی که از آن‌ها ساخته شده است (درونی)"
            } else {
                ""
            }
        )
    }

    /// The same in English.
    pub(super) fn description_en(&self) -> String {
        format!(
            "The complete report site “{}”, province {}, as of {} (Solar Hijri {}), with its data files{}.",
            self.identity.title,
            self.identity.province,
            self.day.iso(),
            self.day.jalali(),
            if self.with_sources { " and the sources that it was made from (internal)" } else { "" }
        )
    }
}
