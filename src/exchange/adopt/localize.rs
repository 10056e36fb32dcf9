//! Which texts speak of the giver and must be written anew at home; each gets the mark that `check` knows.
//!
//! Some texts always do: the problem, the contact, narratives, summaries, who is responsible. Any other does where it
//! names the giver's province, a neighborhood or an agency.

use crate::content::MARK;
use crate::package::Package;
use crate::package::schema::Named;
use crate::persian::text::fold_key;

/// Names shorter than this are looked for as whole words alone.
const LONG_NAME: usize = 4;

/// Knows the giver's names.
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

    /// A text that is marked where it names the giver; says whether it is.
    pub(super) fn text(&self, text: &str) -> (String, bool) {
        if self.names_giver(text) { (marked(text), true) } else { (text.to_owned(), false) }
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

/// A text with the mark before it; on a line of its own where the text is more than one line, so that what begins
/// with a heading or a list stays one.
pub(super) fn marked(text: &str) -> String {
    if text.starts_with(MARK) {
        return text.to_owned();
    }
    let is_plain = !text.contains('\n') && text.starts_with(char::is_alphabetic);
    if is_plain { format!("{MARK} {text}") } else { format!("{MARK}\n\n{text}") }
}

/// The same for a text that must stay one line.
pub(super) fn marked_line(text: &str) -> String {
    if text.starts_with(MARK) { text.to_owned() } else { format!("{MARK} {text}") }
}
