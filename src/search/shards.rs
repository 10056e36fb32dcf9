//! The terms and their postings, cut into files of about one size.

use super::postings::Postings;
use super::vocabulary::Term;

/// The size of a shard, in bytes: a prefix needs one or two of them, and a slow line brings one in a second.
const SIZE: usize = 48 * 1024;

/// A list is cut only where at least so many bytes of it still fit.
const LEAST: usize = 1024;

/// A run of terms in order.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Shard {
    /// Its first term.
    pub(super) first: String,
    /// Terms and postings in turn, a space between. What fits into no shard goes on in the next under the same term.
    pub(super) text: String,
}

/// Cuts terms that stand in order into shards.
pub(super) fn cut(terms: &[(&str, Term)], postings: &Postings) -> Vec<Shard> {
    let mut shards = Vec::new();
    let mut open: Option<Shard> = None;
    for &(name, term) in terms {
        let mut rest = postings.of_term(term);
        while !rest.is_empty() {
            let shard = open.get_or_insert_with(|| Shard { first: name.to_owned(), text: String::new() });
            let room = SIZE.saturating_sub(shard.text.len() + name.len() + 2);
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
