//! «Did you mean»: the nearest of some words.

use crate::persian::text::fold_key;

/// How alike two words must be, 0–1, to be taken for a slip of each other.
const ALIKE: f64 = 0.75;

/// The word that `typed` most likely stands for; of equals the first.
pub(super) fn nearest<'w>(typed: &str, words: impl Iterator<Item = &'w str>) -> Option<&'w str> {
    let typed = fold_key(typed);
    let mut best: Option<(f64, &str)> = None;
    for word in words {
        let score = likeness(&typed, &fold_key(word));
        if score >= ALIKE && best.is_none_or(|(high, _)| score > high) {
            best = Some((score, word));
        }
    }
    best.map(|(_, word)| word)
}

/// Jaro–Winkler for slips inside a word, Levenshtein's share for a word that begins wrongly.
fn likeness(a: &str, b: &str) -> f64 {
    let edit = strsim::normalized_damerau_levenshtein(a, b);
    if edit >= ALIKE { edit } else { edit.max(strsim::jaro_winkler(a, b) - 0.1) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_found_and_strangers_are_not() {
        let folders = ["neighborhoods", "domains", "activities", "updates"];
        assert_eq!(nearest("activites", folders.into_iter()), Some("activities"));
        assert_eq!(nearest("Neighbourhoods", folders.into_iter()), Some("neighborhoods"));
        assert_eq!(nearest("domain", folders.into_iter()), Some("domains"));
        assert_eq!(nearest("photos", folders.into_iter()), None);
    }
}
