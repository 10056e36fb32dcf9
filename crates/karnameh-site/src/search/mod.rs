//! The search index: an inverted index in small script files that a page loads on demand.
//!
//! A page opened from a disk may load scripts but no data, so every file is a call of a function in the theme's
//! `search-index.js`. Addresses are relative to the manifest. The folder `search/` contains four kinds of files. All names
//! contain a hash of the contents, and all but the manifest a number:
//!
//! - `manifest`: the number of entries, the facets, the first term of each shard, and the hashes of all other files;
//! - `t0` …: shards of terms with their postings, about 48 KB each (`shards`, `postings`);
//! - `d0` …: entries as results show them, 128 per file (`documents`);
//! - `f0` …: the facets of each entry, to count and to filter results (`documents`).
//!
//! [`Index::new`] passes over the entries once and then over their words. Only when all words are known is it clear which
//! adjacent words also occur written as one (`vocabulary`).

mod documents;
mod file;
mod manifest;
mod postings;
mod shards;
mod vocabulary;

#[cfg(test)]
mod tests;

use crate::site::{Facets, SearchEntry};

use documents::Documents;
use postings::Postings;
use vocabulary::Vocabulary;

pub use file::File;

/// The files of a search index.
#[derive(Debug)]
pub struct Index {
    /// The last one is the manifest.
    files: Vec<File>,
}

impl Index {
    /// Creates the index. The facets of each entry are indexes into `facets`.
    pub fn new<'a>(facets: &Facets, entries: impl Iterator<Item = SearchEntry<'a>>) -> Self {
        let mut vocabulary = Vocabulary::default();
        let mut documents = Documents::default();
        for entry in entries {
            vocabulary.read(&entry);
            documents.add(&entry);
        }
        let postings = Postings::new(&vocabulary);
        let shards = shards::cut(&vocabulary.sorted(), &postings);
        Self { files: manifest::write(facets, &documents, &shards) }
    }

    /// Returns the manifest's address relative to the site's root.
    pub fn manifest(&self) -> &str {
        self.files.last().map_or("", |manifest| &manifest.address)
    }

    /// Returns all files; each is written to its address.
    pub fn files(&self) -> &[File] {
        &self.files
    }
}
