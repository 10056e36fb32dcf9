//! What results show of each entry, and what each entry belongs to.

use serde::Serialize;

use crate::site::Entry;

use super::postings::write_number;

/// How many entries a file of results holds.
pub(super) const BLOCK: usize = 128;

/// How many entries a file of facets holds: about 48 KB.
pub(super) const COLUMN: usize = 8192;

/// All entries, as the files hold them.
#[derive(Debug, Default)]
pub(super) struct Documents {
    /// How many there are.
    pub(super) count: usize,
    /// The kinds that there are, in the order in which they came.
    pub(super) kinds: Vec<String>,
    /// JSON arrays of results, [`BLOCK`] each but the last.
    pub(super) blocks: Vec<String>,
    /// Facets, [`COLUMN`] entries each but the last: for each entry how many neighborhoods it has, they, its domain and
    /// its state, these two counted from 1 and 0 for none; numbers as in postings.
    pub(super) columns: Vec<String>,
}

/// An entry as its file holds it: an array, in this order.
#[derive(Serialize)]
struct Row<'e>(
    /// Title.
    &'e str,
    /// Address from the site's root.
    &'e str,
    /// Kind.
    usize,
    /// Neighborhoods.
    &'e [usize],
    /// Domain.
    Option<usize>,
    /// State.
    Option<usize>,
    /// Day, as machines read it and as people do.
    Option<(&'e str, &'e str)>,
    /// Snippet.
    &'e str,
    /// 1 where the record is illustrative.
    u8,
);

impl Documents {
    /// Adds the next entry.
    pub(super) fn add(&mut self, entry: &Entry<'_>) {
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

fn facets_into(entry: &Entry<'_>, column: &mut String) {
    let from_one = |position: Option<usize>| position.map_or(0, |position| position + 1);
    let counts = [entry.neighborhoods.len()].into_iter();
    let all = counts.chain(entry.neighborhoods.iter().copied());
    for number in all.chain([from_one(entry.domain), from_one(entry.state)]) {
        write_number(u32::try_from(number).unwrap_or(u32::MAX), column);
    }
}
