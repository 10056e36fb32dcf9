//! A small reader of our own pages: tags with their attributes, and the text between them. It knows no more of HTML than
//! our pages use; where it meets something else it stops with the page's name.

/// One opening tag.
#[derive(Debug)]
pub(crate) struct Tag {
    /// Its name.
    pub(crate) name: String,
    /// Its attributes, in their order, entities read.
    pub(crate) attributes: Vec<(String, String)>,
}

impl Tag {
    /// The value of an attribute.
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(found, _)| found == name).map(|(_, value)| &**value)
    }
}

/// A page in its pieces.
#[derive(Debug)]
pub(crate) struct Page {
    /// Every opening tag.
    pub(crate) tags: Vec<Tag>,
    /// The text between the tags, without what scripts hold; each tag is one space.
    pub(crate) text: String,
}

impl Page {
    /// Reads a page.
    #[track_caller]
    pub(crate) fn read(name: &str, html: &str) -> Self {
        let mut page = Self { tags: Vec::new(), text: String::new() };
        let mut rest = html;
        while let Some(at) = rest.find('<') {
            page.text.push_str(&decoded(&rest[..at]));
            page.text.push(' ');
            rest = &rest[at..];
            if let Some(comment) = rest.strip_prefix("<!--") {
                let end = comment.find("-->").unwrap_or_else(|| panic!("{name}: a comment without an end"));
                rest = &comment[end + 3..];
            } else if rest.starts_with("</") || rest.starts_with("<!") {
                let end = rest.find('>').unwrap_or_else(|| panic!("{name}: a tag without an end"));
                rest = &rest[end + 1..];
            } else {
                let (tag, after) = tag(name, rest);
                page.tags.push(tag);
                rest = after;
            }
        }
        page.text.push_str(&decoded(rest));
        page
    }

    /// The tags of a name.
    pub(crate) fn all<'p>(&'p self, name: &'p str) -> impl Iterator<Item = &'p Tag> {
        self.tags.iter().filter(move |tag| tag.name == name)
    }
}

/// Reads an opening tag, and gives what follows it.
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

/// Reads the entities that our pages write.
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
                code.and_then(char::from_u32)
                    .unwrap_or_else(|| panic!("an entity of no page of ours: &{name};"))
            }
        };
        out.push(letter);
        rest = after;
    }
    out.push_str(rest);
    out
}

/// The text with its digits as 0–9 and without marks of direction, to find what an author typed.
pub(crate) fn plain(text: &str) -> String {
    let digit = |letter: char| match letter {
        '۰'..='۹' => char::from_digit(u32::from(letter) - u32::from('۰'), 10),
        '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{2066}'..='\u{2069}' => None,
        _ => Some(letter),
    };
    text.chars().filter_map(digit).collect()
}
