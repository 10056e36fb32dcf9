//! Examines a line of the source as a person would: how is it indented, is it `key:value` without a space?
//!
//! Used only to explain errors and to find likely mistakes. The tree itself comes from the parser.

/// Characters that resemble a colon and are typed by mistake after a field name.
const LIKE_A_COLON: [char; 6] = ['：', '﹕', '︓', '؛', '∶', '꞉'];

/// The maximum length of text that is considered a field name, in characters. All names in the table are shorter.
const NAME_MAX: usize = 30;

/// Returns a line of the source by its number from 1, or an empty text if there is no such line.
pub(super) fn line(src: &str, number: usize) -> &str {
    src.lines().nth(number.saturating_sub(1)).unwrap_or("")
}

/// Returns the number of white-space characters at the start of the line.
pub(super) fn indent(line: &str) -> usize {
    line.chars().take_while(|c| c.is_whitespace()).count()
}

/// Returns the column (from 0, in characters) of the first character in the indent that is not a plain space.
pub(super) fn odd_indent(line: &str) -> Option<usize> {
    let blank = |c: char| c.is_whitespace() || matches!(c, '\u{200b}' | '\u{2060}' | '\u{feff}');
    let odd = line.chars().take_while(|&c| blank(c)).position(|c| c != ' ')?;
    (!line.trim().is_empty()).then_some(odd)
}

/// Returns the line without its indent and without leading `- `.
pub(super) fn content(line: &str) -> &str {
    let mut rest = line.trim_start();
    while let Some(item) = rest.strip_prefix("- ") {
        rest = item.trim_start();
    }
    rest
}

/// Returns the name if the line begins like `name:value`. URLs («https://…») and times («12:30») do not count.
pub(super) fn name_without_space(line: &str) -> Option<&str> {
    let (name, value) = content(line).split_once(':')?;
    let space = value.is_empty() || value.starts_with(char::is_whitespace);
    (!space && !value.starts_with("//") && is_name(name)).then_some(name)
}

/// Returns the name and the character after it if the line begins with a name and a character that resembles a colon.
pub(super) fn name_with_wrong_colon(line: &str) -> Option<(&str, char)> {
    let content = content(line);
    let (at, sign) = content.char_indices().find(|(_, c)| LIKE_A_COLON.contains(c))?;
    let name = &content[..at];
    is_name(name).then_some((name, sign))
}

/// Returns whether a line is a correct field: a name, a colon, and then white space or the end of the line.
pub(super) fn is_field(line: &str) -> bool {
    content(line).split_once(':').is_some_and(|(name, value)| {
        is_name(name) && (value.is_empty() || value.starts_with(char::is_whitespace))
    })
}

/// Returns whether a line is a list item without a space after its `-`. Negative numbers and rules («---») do not count.
pub(super) fn is_tight_item(line: &str) -> bool {
    let Some(rest) = line.trim_start().strip_prefix('-') else { return false };
    rest.starts_with(|c: char| !c.is_whitespace() && !c.is_numeric() && c != '-')
}

fn is_name(text: &str) -> bool {
    let text = text.trim();
    let letters = |c: char| c.is_alphanumeric() || matches!(c, ' ' | '_' | '-' | '\u{200c}' | '\u{654}');
    text.starts_with(char::is_alphabetic) && text.chars().count() <= NAME_MAX && text.chars().all(letters)
}

/// Returns the line that contains a byte offset.
pub(super) fn line_at(src: &str, byte: usize) -> &str {
    let start = src.get(..byte).and_then(|before| before.rfind('\n')).map_or(0, |at| at + 1);
    src.get(start..).and_then(|rest| rest.lines().next()).unwrap_or("")
}
