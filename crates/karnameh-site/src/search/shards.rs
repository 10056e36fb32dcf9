//! Splits the terms and their postings into files of similar size.

use super::postings::Postings;
use super::vocabulary::Term;

/// The size of a shard in bytes. A prefix search loads one or two, each of which a slow connection transfers in a second.
const SIZE: usize = 48 * 1024;

/// The minimum number of bytes of a posting list that may begin at the end of a shard.
const LEAST: usize = 1024;

/// A sorted range of terms.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Shard {
    pub(super) first: String,
    /// Terms and postings alternately, separated by spaces. A posting list that does not fit continues in the next shard under
    /// the same term.
    pub(super) text: String,
}

/// Splits sorted terms into shards.
pub(super) fn cut(terms: &[(&str, Term)], postings: &Postings) -> Vec<Shard> {
    let mut shards = Vec::new();
    let mut open: Option<Shard> = None;
    for &(name, term) in terms {
        let mut rest = postings.encoded(term);
        while !rest.is_empty() {
            let shard = open.get_or_insert_with(|| Shard { first: name.to_owned(), text: String::new() });
            // Two bytes for the spaces before the name and before the postings.
            let room = SIZE.saturating_sub(shard.text.len() + name.len() + 2);
            // Start a new shard if neither the whole list nor a useful part of it fits.
            if room < rest.len().min(LEAST) {
                shards.extend(open.take());
                continue;
            }
            let (piece, left) = rest.split_at(room.min(rest.len()));
            for word in [name, piece] {
                if !shard.text.is_empty() {
                    shard.text.push(' ');
                }
                shard.text.push_str(word);
            }
            rest = left;
        }
    }
    shards.extend(open);
    shards
}
