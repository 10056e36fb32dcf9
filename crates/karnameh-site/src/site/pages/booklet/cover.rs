//! What every booklet begins and ends with: its cover line, what of it is illustrative, the places to sign.

use serde::Serialize;

use crate::model::Manager;
use crate::site::view::Stamp;
use crate::site::{Site, stamp, words};

use super::{Listed, ROWS, WHOLE_ROW};

/// What the cover of a booklet says.
#[derive(Debug, Serialize)]
pub(super) struct Cover {
    /// «استانداری قم · کارنامهٔ طرح محله‌محوری قم»
    pub kicker: String,
    /// «محلهٔ شیخ‌آباد»
    pub name: String,
    /// The name takes more than a line of the large type.
    pub long: bool,
    /// The report's day.
    pub as_of: Stamp,
    /// The key of the neighborhood's stage; empty for none.
    pub stage: String,
    /// «شمارهٔ ۱۴۰۴/۲۱/۷» and whatever else stands below the name.
    pub meta: Vec<String>,
    /// What is illustrative of it, a sentence; empty for nothing.
    pub sample: String,
    /// At the foot of each sheet, with the edition.
    pub folio: String,
}

/// A place to sign.
#[derive(Debug, Serialize)]
pub(super) struct Signature {
    /// The office («دبیر طرح محله‌محوری»).
    pub office: String,
    /// Who holds it; empty where nobody is named.
    pub name: String,
}

/// The cover of a booklet but for stage, manager and what is illustrative.
pub(super) fn cover(site: &Site<'_>, name: &str) -> Cover {
    let identity = &site.config.identity;
    let authority = identity.authority.as_ref().or(identity.publisher.as_ref());
    let above = match authority {
        Some(authority) => format!("{authority} · {}", identity.title),
        None => identity.title.to_string(),
    };
    let folio = format!("کارنامهٔ {}", words::cut(name, 60));
    let number = identity.number.as_ref().map(ToString::to_string);
    Cover {
        kicker: words::cut(&above, WHOLE_ROW),
        name: words::cut(name, 80),
        long: name.chars().count() > 26,
        as_of: stamp::long(site.figures.day),
        stage: String::new(),
        meta: number.iter().map(|number| format!("شمارهٔ {}", words::cut(number, 24))).collect(),
        sample: String::new(),
        folio: match identity.edition.as_ref().map(ToString::to_string) {
            Some(edition) => format!("{folio}، {}", words::cut(&edition, 30)),
            None => folio,
        },
    }
}

/// «مدیر محله: مریم نمونه‌فر (نمایشی)»
pub(super) fn manager_line(site: &Site<'_>, manager: Option<&Manager>) -> String {
    let term = manager_title(site);
    let named =
        manager.and_then(|manager| Some((manager, manager.name.as_ref().or(manager.title.as_ref())?)));
    match named {
        Some((manager, name)) if manager.sample => {
            format!("{term}: {} (نمایشی)", words::cut(&name.shown(), 40))
        }
        Some((_, name)) => format!("{term}: {}", words::cut(&name.shown(), 40)),
        None => format!("{term}: تعیین نشده"),
    }
}

/// «مدیر محله»: what a neighborhood's manager is called where the record doesn't say.
fn manager_title(site: &Site<'_>) -> String {
    format!("{} {}", site.config.terms.manager.one, site.config.terms.neighborhood.one)
}

/// The offices of `site.yml` that sign for a neighborhood; where it names none, the manager.
pub(super) fn neighborhood_signatures(site: &Site<'_>, manager: Option<&Manager>) -> Listed<Signature> {
    let title = manager
        .and_then(|manager| manager.title.as_ref())
        .map_or_else(|| manager_title(site), ToString::to_string);
    let name = manager.and_then(|manager| manager.name.as_ref()).map(ToString::to_string);
    let mut offices = offices(site);
    if offices.is_empty() {
        offices.push(title.clone());
    }
    let called = if offices.contains(&title) { title } else { manager_title(site) };
    signatures(&offices, &called, &name.unwrap_or_default())
}

/// Those that sign for the province: all but the manager, who signs for a neighborhood.
pub(super) fn province_signatures(site: &Site<'_>) -> Listed<Signature> {
    let manager = manager_title(site);
    let offices: Vec<_> = offices(site).into_iter().filter(|office| *office != manager).collect();
    signatures(&offices, "", "")
}

/// Those that `site.yml` names.
fn offices(site: &Site<'_>) -> Vec<String> {
    site.config.identity.signatures.iter().map(ToString::to_string).collect()
}

/// Places to sign, ten at most; the office `called` so has a name below it.
fn signatures(offices: &[String], called: &str, name: &str) -> Listed<Signature> {
    let rows = offices.iter().map(|office| Signature {
        office: words::cut(office, 44),
        name: if office == called { words::cut(name, 40) } else { String::new() },
    });
    Listed::new(rows, offices.len(), ROWS, "امضا")
}

/// What of a booklet is illustrative, in a sentence, and whether its rows must say which.
pub(super) fn sample_sentence(samples: impl Iterator<Item = bool>) -> (String, bool) {
    let (mut any, mut all) = (false, true);
    for sample in samples {
        any |= sample;
        all &= sample;
    }
    match (any, all) {
        (false, _) => (String::new(), false),
        (true, true) => ("دادهٔ نمایشی: همهٔ رکوردهای این کارنامه ساختگی و برای نمایش است.".to_owned(), false),
        (true, false) => {
            ("دادهٔ نمایشی: رکوردهایی که کنارشان «نمایشی» آمده، ساختگی و برای نمایش است.".to_owned(), true)
        }
    }
}
