//! A WACZ 1.1.1 of the site (<https://specs.webrecorder.net/wacz/1.1.1/>): what a web archive would have collected, so
//! that its readers replay the site at its own addresses.
//!
//! `archive/data.warc.gz` holds the files as responses ([`warc`]), `indexes/` finds them ([`index`]), `pages/` lists the
//! pages ([`pages`]), and `datapackage.json` says what each file of the package is.

mod address;
mod index;
mod pages;
mod warc;

use std::path::Path;

use serde_json::json;

use super::edition::{Edition, PROGRAM};
use super::error::ArchiveError;
use super::item::Item;
use super::verify::Algorithm;

pub(super) use address::media_type;

/// The files of the package, sorted; `site` are those of the site, by their paths from its root. The records are
/// written to `warc`.
pub(super) fn pack(edition: &Edition, site: &[Item], warc: &Path) -> Result<Vec<Item>, ArchiveError> {
    let base = address::base(edition);
    let captures = warc::write(warc, &base, edition.day, site)?;
    let index = index::make(&base, edition.day, &captures);
    let mut items = vec![
        Item::disk("archive/data.warc.gz", warc.to_owned())?,
        Item::new("indexes/index.cdx.gz", index.lines),
        Item::new("indexes/index.idx", index.blocks),
        Item::new("pages/pages.jsonl", pages::list(&base, edition.day, site)?),
    ];
    let package = package(edition, &base, &items)?;
    let digest = json!({"path": "datapackage.json", "hash": hash(&package)?});
    items.push(Item::new("datapackage-digest.json", format!("{digest:#}\n")));
    items.push(package);
    items.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(items)
}

fn package(edition: &Edition, base: &str, items: &[Item]) -> Result<Item, ArchiveError> {
    let resources = items.iter().map(|item| {
        let name = item.path.rsplit('/').next().unwrap_or(&item.path);
        Ok(json!({"name": name, "path": item.path, "hash": hash(item)?, "bytes": item.size()}))
    });
    let resources = resources.collect::<Result<Vec<_>, ArchiveError>>()?;
    let moment = address::moment(edition.day);
    let package = json!({
        "profile": "data-package",
        "wacz_version": "1.1.1",
        "title": edition.title,
        "description": format!("{} {}", edition.description_fa(), edition.description_en()),
        "created": moment,
        "modified": moment,
        "software": PROGRAM,
        "mainPageUrl": address::of(base, "index.html"),
        "mainPageDate": moment,
        "resources": resources,
    });
    Ok(Item::new("datapackage.json", format!("{package:#}\n")))
}

fn hash(item: &Item) -> Result<String, ArchiveError> {
    Ok(format!("sha256:{}", item.digests(&[Algorithm::Sha256])?.concat()))
}
