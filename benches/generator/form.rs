//! Formats records as YAML with English or Persian keys, with front matter and body.

use std::fmt::{Display, Write};

use super::days::Day;

/// The language of a record's keys and values. Half of the corpus uses each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tongue {
    English,
    Persian,
}

/// A word in English and Persian.
pub(crate) type Word = (&'static str, &'static str);

/// A record under construction.
pub(crate) struct Form {
    pub(crate) tongue: Tongue,
    text: String,
    /// The indent of the fields, and the text that replaces it on the first line of a list item.
    indent: usize,
    opens_item: bool,
}

impl Form {
    /// Creates a record; its number determines the language.
    pub(crate) fn new(index: usize) -> Self {
        let tongue = if index.is_multiple_of(2) { Tongue::English } else { Tongue::Persian };
        Self { tongue, text: String::with_capacity(4096), indent: 0, opens_item: false }
    }

    fn say(&self, word: Word) -> &'static str {
        if self.tongue == Tongue::English { word.0 } else { word.1 }
    }

    fn key(&mut self, key: Word) {
        let key = self.say(key);
        let indent = if self.opens_item { self.indent - 2 } else { self.indent };
        let _ = write!(self.text, "{:indent$}{}{key}:", "", if self.opens_item { "- " } else { "" });
        self.opens_item = false;
    }

    /// Adds a field with a text.
    pub(crate) fn put(&mut self, key: Word, value: impl Display) {
        self.key(key);
        let _ = writeln!(self.text, " {value}");
    }

    /// Adds a field with a number.
    pub(crate) fn number(&mut self, key: Word, value: impl Display) {
        let value = value.to_string();
        let value = if self.tongue == Tongue::Persian { digits(&value) } else { value };
        self.put(key, value);
    }

    /// Adds a field with a date.
    pub(crate) fn day(&mut self, key: Word, day: Day) {
        self.put(key, day.write(self.tongue));
    }

    /// Adds a field with one of the format's keywords.
    pub(crate) fn choose(&mut self, key: Word, value: Word) {
        let value = self.say(value);
        self.put(key, value);
    }

    /// Adds a field with a list of short values on one line.
    pub(crate) fn row<T: Display>(&mut self, key: Word, values: &[T]) {
        let values: Vec<_> = values.iter().map(T::to_string).collect();
        if !values.is_empty() {
            self.put(key, format_args!("[{}]", values.join(", ")));
        }
    }

    /// Adds a field with a list of texts, one per line.
    pub(crate) fn lines<T: Display>(&mut self, key: Word, values: &[T]) {
        self.key(key);
        self.text.push('\n');
        for value in values {
            let _ = writeln!(self.text, "{:1$}- {value}", "", self.indent + 2);
        }
    }

    /// Adds a field with a map.
    pub(crate) fn map(&mut self, key: Word, fields: impl FnOnce(&mut Self)) {
        self.key(key);
        self.text.push('\n');
        self.indent += 2;
        fields(self);
        self.indent -= 2;
    }

    /// Adds a field with a list of maps, unless the list is empty.
    pub(crate) fn list<T>(&mut self, key: Word, items: &[T], mut fields: impl FnMut(&mut Self, &T)) {
        if items.is_empty() {
            return;
        }
        self.key(key);
        self.text.push('\n');
        self.indent += 4;
        for item in items {
            self.opens_item = true;
            fields(self, item);
        }
        self.indent -= 4;
    }

    /// Formats the record as an item of a file with a list of records.
    pub(crate) fn item(&mut self, fields: impl FnOnce(&mut Self)) {
        self.indent += 2;
        self.opens_item = true;
        fields(self);
        self.indent -= 2;
    }

    /// Formats the record as a Markdown file.
    pub(crate) fn markdown(self, body: &str) -> String {
        format!("---\n{}---\n\n{body}\n", self.text)
    }

    /// Formats the record as a YAML file.
    pub(crate) fn yaml(self) -> String {
        self.text
    }
}

/// Converts ASCII digits to Persian ones.
pub(crate) fn digits(text: &str) -> String {
    text.chars()
        .map(|c| c.to_digit(10).and_then(|digit| char::from_u32(0x6f0 + digit)).unwrap_or(c))
        .collect()
}
