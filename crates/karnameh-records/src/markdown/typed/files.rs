//! Names of files with spaces and brackets as addresses: «![کارگاه](kargah (2).jpg)».

use super::{Aim, Edit};

/// How much of a line is looked at: more than a name of a file has, so that a text of many brackets takes linear time.
const LONGEST: usize = 1000;

/// Sets the name of a file off with `<` and `>` if it contains a space, as CommonMark wants it.
pub(super) fn edits(source: &str) -> Vec<Edit> {
    let mut edits = Vec::new();
    for (at, mark) in source.match_indices("](") {
        let start = at + mark.len();
        let rest = &source[start..];
        let near = rest.char_indices().nth(LONGEST).map_or(rest, |(most, _)| &rest[..most]);
        let Some(length) = near.lines().next().and_then(name_length) else { continue };
        let end = start + length;
        if source[start..end].contains(' ') {
            edits.push(Edit::new(start..start, "<", Aim::Link(end + 1)));
            edits.push(Edit::new(end..end, ">", Aim::Link(end + 1)));
        }
    }
    edits
}

/// Returns the length of the name at the start of a line, up to the first «)» after an extension.
fn name_length(line: &str) -> Option<usize> {
    let ends = |at: &usize| has_extension(&line[..*at]);
    let length = line.match_indices(')').map(|(at, _)| at).find(ends)?;
    let name = &line[..length];
    // Another mark of a link means that the bracket belongs to that one.
    let is_plain = !name.contains(['<', '>', '"', '`']) && !name.contains("](") && !name.contains("://");
    (is_plain && !name.starts_with(' ')).then_some(length)
}

fn has_extension(name: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(stem, extension)| {
        !stem.is_empty()
            && (2..=5).contains(&extension.len())
            && extension.bytes().all(|byte| byte.is_ascii_alphanumeric())
    })
}
