//! Packs an edition as a BagIt 1.0 bag (RFC 8493).
//!
//! `data/site/` contains the site, `data/ro-crate-metadata.json` describes it, and `data/source/` contains the sources of an
//! internal package. Beside `data/` are the manifests and a READ-ME that explains the bag without this program.

use std::fmt::Write as _;

use rayon::prelude::*;

use super::edition::{Edition, PROGRAM};
use super::error::ArchiveError;
use super::item::Item;
use super::verify::Algorithm;

/// The algorithms of our manifests and the names in their file names. SHA-512 is what RFC 8493 recommends; SHA-256 can be
/// checked on every system.
const ALGORITHMS: [(Algorithm, &str); 2] = [(Algorithm::Sha256, "sha256"), (Algorithm::Sha512, "sha512")];

const DECLARATION: &str = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";

/// Returns all files of the bag, inside its folder and sorted by path. The paths in `payload` already begin with `data/`.
pub(super) fn pack(edition: &Edition, mut payload: Vec<Item>) -> Result<Vec<Item>, ArchiveError> {
    payload.sort_by(|a, b| a.path.cmp(&b.path));
    let mut tags = vec![
        Item::new("READ-ME.txt", read_me(edition)),
        Item::new("bag-info.txt", info(edition, &payload)),
        Item::new("bagit.txt", DECLARATION),
    ];
    tags.extend(manifests("manifest", &payload)?);
    // The tag manifests list the payload manifests, so they come last. They do not list themselves.
    let tag_manifests = manifests("tagmanifest", &tags)?;
    tags.extend(tag_manifests);
    let mut items: Vec<Item> = payload.into_iter().chain(tags).collect();
    for item in &mut items {
        item.path = format!("{}/{}", edition.name, item.path);
    }
    items.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(items)
}

/// Creates a manifest of these files for each algorithm.
fn manifests(start: &str, items: &[Item]) -> Result<Vec<Item>, ArchiveError> {
    let algorithms = ALGORITHMS.map(|(algorithm, _)| algorithm);
    let digests: Vec<Vec<String>> =
        items.par_iter().map(|item| item.digests(&algorithms)).collect::<Result<_, ArchiveError>>()?;
    let manifest = |(at, (_, name)): (usize, &(Algorithm, &str))| {
        let mut text = String::new();
        for (item, digests) in items.iter().zip(&digests) {
            let _ = writeln!(text, "{}  {}", digests[at], encode_path(&item.path));
        }
        Item::new(format!("{start}-{name}.txt"), text)
    };
    Ok(ALGORITHMS.iter().enumerate().map(manifest).collect())
}

/// Encodes a path for a manifest. RFC 8493 also encodes line breaks, but our file names contain none.
fn encode_path(path: &str) -> String {
    path.replace('%', "%25")
}

/// Creates `bag-info.txt`. Labels that may occur twice have a Persian and an English value.
fn info(edition: &Edition, payload: &[Item]) -> String {
    let mut text = String::new();
    // A line break inside a value would start a new label.
    let mut line = |label: &str, value: &str| {
        let value = value.split_whitespace().collect::<Vec<_>>().join(" ");
        let _ = writeln!(text, "{label}: {value}");
    };
    let bytes: u64 = payload.iter().map(Item::size).sum();
    line("Source-Organization", &edition.publisher);
    line("External-Description", &edition.description_fa());
    line("External-Description", &edition.description_en());
    line("External-Identifier", &edition.name);
    line("Bagging-Date", &edition.day.iso());
    line("Payload-Oxum", &format!("{bytes}.{}", payload.len()));
    line("Bag-Software-Agent", PROGRAM);
    line("Title", &edition.title);
    line("As-Of", &edition.day.iso());
    line("As-Of-Jalali", &edition.day.jalali().to_string());
    if let Some(license) = &edition.license {
        line("License", license);
    }
    if let Some(url) = &edition.url {
        line("Site-Address", url);
    }
    text
}

fn read_me(edition: &Edition) -> String {
    let source = |text: &str| {
        if edition.with_sources {
            format!("    data/source/                 {text}\n")
        } else {
            String::new()
        }
    };
    include_str!("read-me.txt")
        .replace("{source_fa}", &source("رکوردها و قالب‌ها؛ منتشر نشود"))
        .replace("{source_en}", &source("records and themes: not to be published"))
        .replace("{title}", &edition.title)
        .replace("{description_fa}", &edition.description_fa())
        .replace("{description_en}", &edition.description_en())
        .replace("{name}", &edition.name)
        .replace("{program}", PROGRAM)
}
