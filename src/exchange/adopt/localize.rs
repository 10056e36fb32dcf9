//! Marks texts that refer to the province of origin and must be rewritten. `check` reports the mark.
//!
//! Some texts are always marked: problem, contact, narratives, summaries, responsible persons. Any other text is marked if
//! it contains the name of the original province or of one of its neighborhoods or agencies.

use crate::content::MARK;
use crate::model::Head;
use crate::package::Contents;
use crate::persian::text::fold_key;

/// Shorter names, in characters, are only matched as whole words, because they often occur inside other words.
const LONG_NAME: usize = 4;

/// Recognizes the names in the province of origin.
pub(super) struct Localizer {
    names: Vec<String>,
}

impl Localizer {
    pub(super) fn new(contents: &Contents) -> Self {
        let records = &contents.dataset;
        let all = |head: &Head| -> Vec<String> {
            let aliases = head.aliases.iter().map(|alias| &**alias);
            std::iter::once(head.title.typed()).chain(aliases).map(fold_key).collect()
        };
        let mut names = vec![fold_key(&contents.package.manifest.from.province)];
        names.extend(records.neighborhoods.iter().flat_map(|place| all(&place.record)));
        names.extend(records.agencies.iter().flat_map(|agency| all(&agency.record)));
        Self { names }
    }

    /// Marks a text if it contains such a name. Also returns whether it does.
    pub(super) fn text(&self, text: &str) -> (String, bool) {
        if self.names_giver(text) { (mark(text), true) } else { (text.to_owned(), false) }
    }

    fn names_giver(&self, text: &str) -> bool {
        let folded = fold_key(text);
        let words: Vec<String> = text.split(|c: char| !c.is_alphanumeric()).map(fold_key).collect();
        self.names.iter().any(|name| match name.chars().count() {
            0 => false,
            length if length < LONG_NAME => words.contains(name),
            _ => folded.contains(&**name),
        })
    }
}

/// Puts the mark before a text. For Markdown that begins with a heading or list, or has several lines, the mark goes on a
/// line of its own, so that the structure stays intact.
pub(super) fn mark(text: &str) -> String {
    if text.starts_with(MARK) {
        return text.to_owned();
    }
    let is_plain = !text.contains('\n') && text.starts_with(char::is_alphabetic);
    if is_plain { format!("{MARK} {text}") } else { format!("{MARK}\n\n{text}") }
}

/// Marks a text that must stay on one line.
pub(super) fn mark_line(text: &str) -> String {
    if text.starts_with(MARK) { text.to_owned() } else { format!("{MARK} {text}") }
}
