//! The bag of an edition: BagIt 1.0 (RFC 8493) around its payload.
//!
//! `data/site/` is the site, `data/ro-crate-metadata.json` describes it, `data/source/` holds the sources of an internal
//! package; beside `data/` lie the manifests and a READ-ME that needs no program of ours.

use std::fmt::Write as _;

use rayon::prelude::*;

use super::edition::{Edition, PROGRAM};
use super::error::ArchiveError;
use super::item::Item;
use super::verify::Algorithm;

/// The algorithms of our manifests, with the names of their files.
const ALGORITHMS: [(Algorithm, &str); 2] = [(Algorithm::Sha256, "sha256"), (Algorithm::Sha512, "sha512")];

const DECLARATION: &str = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";

/// All files of the bag, in its folder, sorted; `payload` lies below `data/` already.
pub(super) fn pack(edition: &Edition, mut payload: Vec<Item>) -> Result<Vec<Item>, ArchiveError> {
    payload.sort_by(|a, b| a.path.cmp(&b.path));
    let mut tags = vec![
        Item::new("READ-ME.txt", read_me(edition)),
        Item::new("bag-info.txt", info(edition, &payload)),
        Item::new("bagit.txt", DECLARATION),
    ];
    tags.extend(manifests("manifest", &payload)?);
    let over_tags = manifests("tagmanifest", &tags)?;
    tags.extend(over_tags);
    let mut items: Vec<Item> = payload.into_iter().chain(tags).collect();
    for item in &mut items {
        item.path = format!("{}/{}", edition.name, item.path);
    }
    items.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(items)
}

/// One manifest of these files for each algorithm.
fn manifests(start: &str, items: &[Item]) -> Result<Vec<Item>, ArchiveError> {
    let algorithms = ALGORITHMS.map(|(algorithm, _)| algorithm);
    let digests: Vec<Vec<String>> =
        items.par_iter().map(|item| item.digests(&algorithms)).collect::<Result<_, ArchiveError>>()?;
    let manifest = |(at, (_, name)): (usize, &(Algorithm, &str))| {
        let mut text = String::new();
        for (item, digests) in items.iter().zip(&digests) {
            let _ = writeln!(text, "{}  {}", digests[at], encoded(&item.path));
        }
        Item::new(format!("{start}-{name}.txt"), text)
    };
    Ok(ALGORITHMS.iter().enumerate().map(manifest).collect())
}

/// A path as manifests write it: no name of ours holds a line break, so that only `%` is encoded.
fn encoded(path: &str) -> String {
    path.replace('%', "%25")
}

/// `bag-info.txt`. Where a label may come twice, it comes in Persian and in English.
fn info(edition: &Edition, payload: &[Item]) -> String {
    let mut text = String::new();
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
