//! Looks at a line of the source as a person would: what is its indent, is it `key:value` without a space?
//!
//! Only for explaining faults and finding suspects; the tree itself comes from the parser.

/// Signs that look like a colon and that a field's name is followed by in haste.
const LIKE_A_COLON: [char; 6] = ['：', '﹕', '︓', '؛', '∶', '꞉'];

/// The longest name that a line is taken to begin with, in characters: longer than any of the table's.
const NAME_MAX: usize = 30;

/// A line of the source by its number from 1; empty where there is none.
pub(super) fn line(src: &str, number: usize) -> &str {
    src.lines().nth(number.saturating_sub(1)).unwrap_or("")
}

/// How many characters of white space the line begins with.
pub(super) fn indent(line: &str) -> usize {
    line.chars().take_while(|c| c.is_whitespace()).count()
}

/// The column (from 0, in characters) of the first white space in the indent that is no plain space.
pub(super) fn odd_indent(line: &str) -> Option<usize> {
    let blank = |c: char| c.is_whitespace() || matches!(c, '\u{200b}' | '\u{2060}' | '\u{feff}');
    let odd = line.chars().take_while(|&c| blank(c)).position(|c| c != ' ')?;
    (!line.trim().is_empty()).then_some(odd)
}

/// The content of a line: without its indent and without leading `- `.
pub(super) fn content(line: &str) -> &str {
    let mut rest = line.trim_start();
    while let Some(item) = rest.strip_prefix("- ") {
        rest = item.trim_start();
    }
    rest
}

/// Where a line begins like `name:value`: the name. Addresses («https://…») and times («12:30») don't.
pub(super) fn name_without_space(line: &str) -> Option<&str> {
    let (name, value) = content(line).split_once(':')?;
    let space = value.is_empty() || value.starts_with(char::is_whitespace);
    (!space && !value.starts_with("//") && is_name(name)).then_some(name)
}

/// Where a line begins with a name and a sign that looks like a colon: the name and the sign.
pub(super) fn name_with_wrong_colon(line: &str) -> Option<(&str, char)> {
    let content = content(line);
    let (at, sign) = content.char_indices().find(|(_, c)| LIKE_A_COLON.contains(c))?;
    let name = &content[..at];
    is_name(name).then_some((name, sign))
}

/// Says whether a line begins with a name, a colon and a space or nothing: a field as it should be.
pub(super) fn is_field(line: &str) -> bool {
    content(line).split_once(':').is_some_and(|(name, value)| {
        is_name(name) && (value.is_empty() || value.starts_with(char::is_whitespace))
    })
}

/// Says whether a line is a list item whose `-` has no space after it. Negative numbers and rules («---») aren't.
pub(super) fn is_tight_item(line: &str) -> bool {
    let Some(rest) = line.trim_start().strip_prefix('-') else { return false };
    rest.starts_with(|c: char| !c.is_whitespace() && !c.is_numeric() && c != '-')
}

fn is_name(text: &str) -> bool {
    let text = text.trim();
    let letters = |c: char| c.is_alphanumeric() || matches!(c, ' ' | '_' | '-' | '\u{200c}' | '\u{654}');
    text.starts_with(char::is_alphabetic) && text.chars().count() <= NAME_MAX && text.chars().all(letters)
}

/// The line in which a byte of the source stands.
pub(super) fn line_at(src: &str, byte: usize) -> &str {
    let start = src.get(..byte).and_then(|before| before.rfind('\n')).map_or(0, |at| at + 1);
    src.get(start..).and_then(|rest| rest.lines().next()).unwrap_or("")
}
