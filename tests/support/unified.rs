//! Two texts as a unified diff, short enough to read in a terminal.

use similar::TextDiff;

/// The lines of the diff that are shown of one file.
const MOST: usize = 60;

/// The unified diff from an old text to a new one, without the lines that have nothing near them.
pub(crate) fn unified(name: &str, old: &str, new: &str) -> String {
    let diff = TextDiff::from_lines(old, new);
    let text = diff
        .unified_diff()
        .context_radius(1)
        .header(&format!("old/{name}"), &format!("new/{name}"))
        .to_string();
    let count = text.lines().count();
    if count <= MOST {
        return text;
    }
    let shown: Vec<&str> = text.lines().take(MOST).collect();
    format!("{}\n… {} more lines\n", shown.join("\n"), count - MOST)
}
