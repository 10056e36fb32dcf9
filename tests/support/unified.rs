//! Formats the difference of two texts as a short unified diff.

use similar::TextDiff;

/// The maximum number of lines per file.
const MOST: usize = 60;

/// Returns the unified diff from an old text to a new one, with one line of context.
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
