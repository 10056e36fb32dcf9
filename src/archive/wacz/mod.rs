//! Packs the site as a WACZ 1.1.1 (<https://specs.webrecorder.net/wacz/1.1.1/>), as if a web archive had crawled it. Web
//! archive players can then show the site at its own URLs.
//!
//! `archive/data.warc.gz` contains the files as HTTP responses ([`warc`]), `indexes/` locates them ([`index`]), `pages/` lists
//! the pages ([`pages`]), and `datapackage.json` lists all files of the package.

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

/// Returns the files of the package, sorted by path. `site` contains the site's files with paths relative to its root. Writes
/// the WARC records to the file `warc`.
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
        "mainPageUrl": address::url(base, "index.html"),
        "mainPageDate": moment,
        "resources": resources,
    });
    Ok(Item::new("datapackage.json", format!("{package:#}\n")))
}

fn hash(item: &Item) -> Result<String, ArchiveError> {
    Ok(format!("sha256:{}", item.digests(&[Algorithm::Sha256])?.concat()))
}
