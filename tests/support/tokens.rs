//! Splits our own pages into tags and text. Supports only the HTML that our pages use, and panics with the page's name for
//! anything else.

#[derive(Debug)]
pub(crate) enum Token {
    /// A start tag, or a tag that closes itself.
    Open(Tag),
    /// The name of an end tag.
    Close(String),
    /// The text between two tags, with entities decoded.
    Text(String),
}

/// A start tag.
#[derive(Debug)]
pub(crate) struct Tag {
    pub(crate) name: String,
    /// In source order, with entities decoded.
    pub(crate) attributes: Vec<(String, String)>,
}

impl Tag {
    /// Returns the value of an attribute.
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(found, _)| found == name).map(|(_, value)| &**value)
    }
}

/// Splits a page into tokens, without comments and the document type.
#[track_caller]
pub(crate) fn tokens(page: &str, html: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        tokens.push(Token::Text(decoded(&rest[..at])));
        rest = &rest[at..];
        if let Some(comment) = rest.strip_prefix("<!--") {
            let end = comment.find("-->").unwrap_or_else(|| panic!("{page}: a comment without an end"));
            rest = &comment[end + 3..];
        } else if rest.starts_with("</") || rest.starts_with("<!") {
            let end = rest.find('>').unwrap_or_else(|| panic!("{page}: a tag without an end"));
            if let Some(name) = rest[..end].strip_prefix("</") {
                tokens.push(Token::Close(name.trim_ascii().to_owned()));
            }
            rest = &rest[end + 1..];
        } else {
            let (tag, after) = tag(page, rest);
            tokens.push(Token::Open(tag));
            rest = after;
        }
    }
    tokens.push(Token::Text(decoded(rest)));
    tokens
}

/// Parses a start tag and returns the text after it.
#[track_caller]
fn tag<'h>(page: &str, html: &'h str) -> (Tag, &'h str) {
    let here = || html.chars().take(80).collect::<String>();
    let end =
        html[1..].find(|letter: char| !letter.is_ascii_alphanumeric() && letter != '-').expect("a tag ends")
            + 1;
    assert!(end > 1, "{page}: a bare `<` at {}", here());
    let (name, mut rest) = (html[1..end].to_owned(), &html[end..]);
    let mut attributes = Vec::new();
    loop {
        rest = rest.trim_ascii_start();
        if let Some(after) = rest.strip_prefix("/>").or_else(|| rest.strip_prefix('>')) {
            return (Tag { name, attributes }, after);
        }
        let end = rest.find(['=', '>', ' ', '\n', '/']).unwrap_or_else(|| panic!("{page}: {}", here()));
        assert!(end > 0, "{page}: an attribute without a name at {}", here());
        let key = rest[..end].to_owned();
        rest = &rest[end..];
        let mut value = String::new();
        if let Some(after) = rest.strip_prefix('=') {
            let after = after.strip_prefix('"').unwrap_or_else(|| panic!("{page}: unquoted at {}", here()));
            let end = after.find('"').unwrap_or_else(|| panic!("{page}: an open quote at {}", here()));
            value = decoded(&after[..end]);
            rest = &after[end + 1..];
        }
        attributes.push((key, value));
    }
}

/// Decodes the entities that our pages use.
pub(crate) fn decoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at + 1..];
        let Some((name, after)) = rest.split_once(';') else { break };
        let letter = match name {
            "amp" => '&',
            "lt" => '<',
            "gt" => '>',
            "quot" => '"',
            "apos" => '\'',
            "nbsp" => '\u{a0}',
            _ => {
                let code = name.strip_prefix("#x").map(|hex| u32::from_str_radix(hex, 16));
                let code = code.or_else(|| name.strip_prefix('#').map(str::parse)).and_then(Result::ok);
                code.and_then(char::from_u32).unwrap_or_else(|| panic!("our pages don't write &{name};"))
            }
        };
        out.push(letter);
        rest = after;
    }
    out.push_str(rest);
    out
}
