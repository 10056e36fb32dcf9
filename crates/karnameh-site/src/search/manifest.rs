//! Creates the files of the index and the manifest that lists them.

use serde::Serialize;

use crate::site::{FacetChoice, Facets};

use super::documents::{BLOCK, COLUMN, Documents};
use super::file::File;
use super::shards::Shard;

/// What a browser needs before it can load other files.
#[derive(Serialize)]
struct Manifest<'m> {
    /// The number of entries.
    count: usize,
    /// Entries per `d` file.
    block: usize,
    /// Entries per `f` file.
    column: usize,
    kinds: &'m [String],
    neighborhoods: &'m [FacetChoice],
    domains: &'m [FacetChoice],
    states: &'m [FacetChoice],
    /// The first term of each `t` file, from which the browser finds the file for a term.
    firsts: Vec<&'m str>,
    /// The hashes in the file names, by letter.
    hashes: Hashes<'m>,
}

#[derive(Serialize)]
struct Hashes<'m> {
    t: Vec<&'m str>,
    d: Vec<&'m str>,
    f: Vec<&'m str>,
}

/// Creates all files, the manifest last, because it contains the hashes of the others.
pub(super) fn write(facets: &Facets, documents: &Documents, shards: &[Shard]) -> Vec<File> {
    let text = |text: &str| serde_json::to_string(text).expect("a text is JSON");
    let terms = numbered('t', shards.iter().map(|shard| text(&shard.text)));
    let results = numbered('d', documents.blocks.iter().map(|rows| format!("{rows}]")));
    let columns = numbered('f', documents.columns.iter().map(|column| text(column)));
    let manifest = Manifest {
        count: documents.count,
        block: BLOCK,
        column: COLUMN,
        kinds: &documents.kinds,
        neighborhoods: &facets.neighborhoods,
        domains: &facets.domains,
        states: &facets.states,
        firsts: shards.iter().map(|shard| &*shard.first).collect(),
        hashes: Hashes { t: hashes(&terms), d: hashes(&results), f: hashes(&columns) },
    };
    let json = serde_json::to_string(&manifest).expect("texts and numbers are JSON");
    let manifest = File::call("open", "manifest", &json);
    terms.into_iter().chain(results).chain(columns).chain([manifest]).collect()
}

/// Creates the files of a letter from their JSON contents.
fn numbered(letter: char, contents: impl Iterator<Item = String>) -> Vec<File> {
    let file = |(number, json): (usize, String)| {
        File::call("take", &format!("{letter}{number}"), &format!("\"{letter}\",{number},{json}"))
    };
    contents.enumerate().map(file).collect()
}

fn hashes(files: &[File]) -> Vec<&str> {
    files.iter().map(|file| &*file.hash).collect()
}
