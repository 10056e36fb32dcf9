//! Converts a page to readable text for diffs: one block element per line, `#` before headings, `- ` before list items, table
//! cells joined by ` | `, links as `[text](address)`, pictures and charts as their descriptions.

use std::fmt::Write as _;

use super::tokens::{Tag, Token, tokens};

/// Elements that start and end a line.
const BLOCKS: &[&str] = &[
    "article",
    "aside",
    "blockquote",
    "body",
    "caption",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "header",
    "label",
    "legend",
    "li",
    "main",
    "nav",
    "noscript",
    "ol",
    "option",
    "p",
    "pre",
    "search",
    "section",
    "select",
    "summary",
    "table",
    "tbody",
    "template",
    "tfoot",
    "thead",
    "tr",
    "ul",
];

/// Elements that the style sheet separates from their neighbors although no white space does.
const APART: &[&str] = &["b", "button", "small", "span", "strong"];

/// Returns a page as text: title, description, breadcrumbs, notice and everything in `<main>`, or without `<main>` the whole
/// body.
#[track_caller]
pub(crate) fn outline(page: &str, html: &str) -> String {
    let tokens = tokens(page, html);
    let mut out = String::new();
    for (label, part) in [
        ("title", element(&tokens, |tag| tag.name == "title")),
        ("notice", element(&tokens, |tag| tag.get("class") == Some("notice"))),
        ("crumbs", element(&tokens, |tag| tag.get("class") == Some("crumbs"))),
    ] {
        let text =
            lines(part).lines().map(|line| line.trim_start_matches("- ")).collect::<Vec<_>>().join(" › ");
        if !text.is_empty() {
            let _ = writeln!(out, "{label}: {text}");
        }
    }
    for tag in tokens.iter().filter_map(opened).filter(|tag| tag.get("name") == Some("description")) {
        let _ = writeln!(out, "description: {}", tag.get("content").unwrap_or_default());
    }
    let main = element(&tokens, |tag| tag.name == "main");
    out.push('\n');
    out.push_str(&lines(if main.is_empty() { element(&tokens, |tag| tag.name == "body") } else { main }));
    out
}

/// Returns the header and footer as text. These are the same on every page except for the current entry.
#[track_caller]
pub(crate) fn frame(page: &str, html: &str) -> String {
    let tokens = tokens(page, html);
    let part = |name: &str| lines(element(&tokens, |tag| tag.name == name));
    format!("{}\n{}", part("header"), part("footer"))
}

fn opened(token: &Token) -> Option<&Tag> {
    if let Token::Open(tag) = token { Some(tag) } else { None }
}

/// Returns the tokens of the first matching element with its tags, or none.
fn element(tokens: &[Token], wanted: impl Fn(&Tag) -> bool) -> &[Token] {
    let Some(start) = tokens.iter().position(|token| opened(token).is_some_and(&wanted)) else { return &[] };
    let name = &opened(&tokens[start]).expect("found as such").name;
    let mut depth = 0;
    for (at, token) in tokens.iter().enumerate().skip(start) {
        match token {
            Token::Open(tag) if tag.name == *name => depth += 1,
            Token::Close(closed) if closed == name => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return &tokens[start..=at];
        }
    }
    &tokens[start..]
}

fn lines(tokens: &[Token]) -> String {
    let mut writer = Writer::default();
    for token in tokens {
        match token {
            Token::Open(tag) => writer.open(tag),
            Token::Close(name) => writer.close(name),
            Token::Text(text) => writer.text(text),
        }
    }
    writer.end_line();
    writer.out
}

#[derive(Default)]
struct Writer {
    out: String,
    line: String,
    /// The addresses of the enclosing links.
    links: Vec<String>,
    /// The number of enclosing lists.
    lists: usize,
    in_cell: bool,
    /// Whether an element was closed from which the following text must be separated.
    apart: bool,
}

impl Writer {
    fn open(&mut self, tag: &Tag) {
        let name = &*tag.name;
        if BLOCKS.contains(&name) {
            self.block();
        }
        if APART.contains(&name) {
            self.apart = true;
        }
        match name {
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" if !self.in_cell => {
                self.end_line();
                self.out.push('\n');
                self.line = format!("{} ", "#".repeat(usize::from(name.as_bytes()[1] - b'0')));
            }
            "ul" | "ol" => self.lists += 1,
            "li" if !self.in_cell => {
                self.drop_marker();
                self.line = format!("{}- ", "  ".repeat(self.lists.saturating_sub(1)));
            }
            "table" => self.out.push('\n'),
            "td" | "th" => {
                self.line.truncate(self.line.trim_end().len());
                if !self.line.is_empty() {
                    self.line.push_str(" | ");
                }
                self.in_cell = true;
            }
            "a" => {
                self.separate('[');
                self.line.push('[');
                self.links.push(tag.get("href").unwrap_or_default().to_owned());
            }
            "br" => self.text(" / "),
            "svg" | "desc" | "text" => self.text(" "),
            "img" => self.text(&format!(
                " ![{}]({}) ",
                tag.get("alt").unwrap_or_default(),
                tag.get("src").unwrap_or_default()
            )),
            "input" => self.text(&format!(" <{}> ", tag.get("type").unwrap_or("input"))),
            _ => {}
        }
        if let Some(label) = tag.get("aria-label") {
            self.text(&format!("{{{label}}} "));
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "a" => {
                let href = self.links.pop().unwrap_or_default();
                self.line.truncate(self.line.trim_end().len());
                let _ = write!(self.line, "]({href})");
                self.apart = true;
            }
            "dt" if !self.in_cell => {
                self.line.push_str(": ");
                return;
            }
            "li" if !self.in_cell => self.drop_marker(),
            "td" | "th" => self.in_cell = false,
            "ul" | "ol" => self.lists = self.lists.saturating_sub(1),
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => self.block(),
            _ => {}
        }
        if BLOCKS.contains(&name) {
            self.block();
        }
        if APART.contains(&name) {
            self.apart = true;
        }
    }

    /// Adds text, with each run of white space as one space.
    fn text(&mut self, text: &str) {
        for letter in text.chars() {
            if letter.is_ascii_whitespace() {
                if !self.line.is_empty() && !self.line.ends_with([' ', '[']) {
                    self.line.push(' ');
                }
            } else {
                self.separate(letter);
                self.line.push(letter);
            }
        }
    }

    /// Adds a space after the previous word if an element started or ended in between.
    fn separate(&mut self, next: char) {
        if std::mem::take(&mut self.apart) {
            let before = self.line.chars().next_back();
            let word =
                |letter: char| letter.is_alphanumeric() || matches!(letter, '٪' | '\u{61c}' | '[' | ')');
            if word(next) && before.is_some_and(|letter| letter != '[' && word(letter)) {
                self.line.push(' ');
            }
        }
    }

    /// Starts a new line at the start or end of a block, except in a table cell.
    fn block(&mut self) {
        if self.in_cell {
            self.text(" ");
        } else if !self.is_marker() {
            self.end_line();
        }
    }

    /// Returns whether the current line contains only the prefix of a block.
    fn is_marker(&self) -> bool {
        self.line.ends_with(": ") || self.line.chars().all(|letter| matches!(letter, '-' | '#' | ' ' | '['))
    }

    fn drop_marker(&mut self) {
        if !self.line.contains('[') && self.is_marker() {
            self.line.clear();
        }
        self.end_line();
    }

    fn end_line(&mut self) {
        let line = self.line.trim_end();
        if !line.is_empty() {
            self.out.push_str(line);
            self.out.push('\n');
        }
        self.line.clear();
        self.apart = false;
    }
}
