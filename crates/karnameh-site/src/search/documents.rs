//! What search results show for each entry, and the facets of each entry.

use serde::Serialize;

use crate::site::SearchEntry;

use super::postings::write_number;

/// Entries per file of results.
pub(super) const BLOCK: usize = 128;

/// Entries per file of facets, which makes the file about 48 KB.
pub(super) const COLUMN: usize = 8192;

/// All entries in the format of the files.
#[derive(Debug, Default)]
pub(super) struct Documents {
    pub(super) count: usize,
    /// The kinds in the order of their first occurrence; rows refer to them by index.
    pub(super) kinds: Vec<String>,
    /// JSON arrays of results without the closing bracket, [`BLOCK`] entries each except the last.
    pub(super) blocks: Vec<String>,
    /// Facets, [`COLUMN`] entries per text except the last. For each entry: the number of neighborhoods, their indexes, then
    /// domain and state, which count from 1 because 0 means none. Numbers are encoded as in postings.
    pub(super) columns: Vec<String>,
}

/// An entry in its file: a JSON array in this order.
#[derive(Serialize)]
struct Row<'e>(
    &'e str,
    /// Address relative to the site's root.
    &'e str,
    /// Index of the kind.
    usize,
    /// Indexes of the neighborhoods.
    &'e [usize],
    /// Index of the domain.
    Option<usize>,
    /// Index of the state.
    Option<usize>,
    /// The date in ISO format and in the form for people.
    Option<(&'e str, &'e str)>,
    &'e str,
    /// 1 if the record is a sample, otherwise 0.
    u8,
);

impl Documents {
    pub(super) fn add(&mut self, entry: &SearchEntry<'_>) {
        if self.count.is_multiple_of(BLOCK) {
            self.blocks.push("[".to_owned());
        }
        if self.count.is_multiple_of(COLUMN) {
            self.columns.push(String::new());
        }
        self.count += 1;
        let row = Row(
            &entry.link.text,
            &entry.link.href,
            self.kind(&entry.kind),
            &entry.neighborhoods,
            entry.domain,
            entry.state,
            entry.at.as_ref().map(|at| (&*at.iso, &*at.text)),
            &entry.snippet,
            u8::from(entry.sample),
        );
        let row = serde_json::to_string(&row).expect("texts and numbers are JSON");
        if let Some(block) = self.blocks.last_mut() {
            if block.len() > 1 {
                block.push_str(",\n");
            }
            block.push_str(&row);
        }
        if let Some(column) = self.columns.last_mut() {
            facets_into(entry, column);
        }
    }

    fn kind(&mut self, kind: &str) -> usize {
        let known = self.kinds.iter().position(|known| known == kind);
        known.unwrap_or_else(|| {
            self.kinds.push(kind.to_owned());
            self.kinds.len() - 1
        })
    }
}

fn facets_into(entry: &SearchEntry<'_>, column: &mut String) {
    let from_one = |position: Option<usize>| position.map_or(0, |position| position + 1);
    let counts = [entry.neighborhoods.len()].into_iter();
    let all = counts.chain(entry.neighborhoods.iter().copied());
    for number in all.chain([from_one(entry.domain), from_one(entry.state)]) {
        write_number(u32::try_from(number).unwrap_or(u32::MAX), column);
    }
}
