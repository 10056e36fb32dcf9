//! Marks texts that refer to the province of origin and must be rewritten. `check` reports the mark.
//!
//! Some texts are always marked: problem, contact, narratives, summaries, responsible persons. Any other text is marked if
//! it contains the name of the original province or of one of its neighborhoods or agencies.

use crate::content::MARK;
use crate::package::Package;
use crate::package::schema::Named;
use crate::persian::text::fold_key;

/// Shorter names, in characters, are only matched as whole words, because they often occur inside other words.
const LONG_NAME: usize = 4;

/// Recognizes the names in the province of origin.
pub(super) struct Localizer {
    names: Vec<String>,
}

impl Localizer {
    pub(super) fn new(package: &Package) -> Self {
        let records = &package.records;
        let all = |named: &Named| -> Vec<String> {
            std::iter::once(&named.title).chain(&named.aliases).map(|name| fold_key(name)).collect()
        };
        let mut names = vec![fold_key(&package.manifest.from.province)];
        names.extend(records.neighborhoods.iter().chain(&records.agencies).flat_map(all));
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
