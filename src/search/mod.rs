//! The search index: an inverted index in small script files, which a page loads as it needs them.
//!
//! A browser that opened the site from a disk may load scripts and nothing else, so every file is one call of the theme's
//! `search-index.js`; its addresses are relative to the manifest's. There are four kinds below `search/`, all but the
//! manifest named by number and all with the hash of their content:
//!
//! - `manifest`: how many entries there are, the facets, the first term of each shard, the hashes of all other files;
//! - `t0` …: shards of terms with their postings, about 48 KB each (`shards`, `postings`);
//! - `d0` …: entries as results show them, 128 each (`documents`);
//! - `f0` …: what each entry belongs to, to count and to narrow results (`documents`).
//!
//! [`Index::new`] goes over the entries once and then over their words: only when all are known is it clear which two
//! words that stand side by side somebody else writes as one (`vocabulary`).

mod documents;
mod file;
mod manifest;
mod postings;
mod shards;
mod vocabulary;

#[cfg(test)]
mod tests;

use crate::site::{Entry, Facets};

use documents::Documents;
use postings::Postings;
use vocabulary::Vocabulary;

pub use file::File;

/// The files of an index.
#[derive(Debug)]
pub struct Index {
    /// The manifest is the last.
    files: Vec<File>,
}

impl Index {
    /// Makes an index of entries whose facets are positions in `facets`.
    pub fn new<'a>(facets: &Facets, entries: impl Iterator<Item = Entry<'a>>) -> Self {
        let mut vocabulary = Vocabulary::default();
        let mut documents = Documents::default();
        for entry in entries {
            vocabulary.read(&entry);
            documents.add(&entry);
        }
        let postings = Postings::of(&vocabulary);
        let shards = shards::cut(&vocabulary.sorted(), &postings);
        Self { files: manifest::write(facets, &documents, &shards) }
    }

    /// The address of the manifest from the site's root.
    pub fn manifest(&self) -> &str {
        self.files.last().map_or("", |manifest| &manifest.address)
    }

    /// All files, each to be written at its address.
    pub fn files(&self) -> &[File] {
        &self.files
    }
}
