//! The texts of records as their authors wrote them, for what hands records on.
//!
//! The model keeps a narrative parsed, not its Markdown: hardly any is ever needed again. Each knows its place, so the
//! few files that hold those few are read once more. Start reading at [`Written::of`].

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::sync::Arc;

use super::source::decoded;
use crate::diag::{MachineError, Place};
use crate::model::Prose;
use crate::persian::text::clean;
use crate::yaml::{self, Node, Raw, Span};

/// The Markdown of some narratives.
#[derive(Debug, Default)]
pub struct Written {
    texts: BTreeMap<(Arc<str>, u32, u32), String>,
}

impl Written {
    /// Reads the texts that begin at these places below a source folder.
    pub fn of<'p>(places: impl Iterator<Item = &'p Place>, source: &Path) -> Result<Self, MachineError> {
        let mut files: BTreeMap<Arc<str>, BTreeSet<(u32, u32)>> = BTreeMap::new();
        for place in places {
            files.entry(Arc::clone(&place.file)).or_default().insert((place.line, place.column));
        }
        let mut written = Self::default();
        for (file, wanted) in files {
            let path = source.join(&*file);
            let bytes = fs::read(&path).map_err(|error| MachineError::reading(&path, error))?;
            let broken = |error| MachineError::reading(&path, std::io::Error::other(error));
            let text = decoded(bytes).map_err(broken)?;
            texts_of(&file, &text, &mut |at, text| {
                if wanted.contains(&at) {
                    written.insert(&file, at, text);
                }
            });
        }
        Ok(written)
    }

    /// Takes all texts of files that are given in memory.
    pub fn in_files(files: &BTreeMap<String, Vec<u8>>) -> Self {
        let mut written = Self::default();
        for (name, bytes) in files {
            let file: Arc<str> = Arc::from(&**name);
            // What is not a text and what is not a record has no narratives.
            if [".md", ".yml", ".yaml"].iter().any(|end| name.ends_with(end))
                && let Ok(text) = decoded(bytes.clone())
            {
                texts_of(&file, &text, &mut |at, text| written.insert(&file, at, text));
            }
        }
        written
    }

    fn insert(&mut self, file: &Arc<str>, (line, column): (u32, u32), text: &str) {
        if let Ok(cleaned) = clean(text) {
            self.texts.insert((Arc::clone(file), line, column), cleaned.text.trim().to_owned());
        }
    }

    /// The Markdown of the narrative at a place.
    pub fn at(&self, place: &Place) -> Option<&str> {
        self.texts.get(&(Arc::clone(&place.file), place.line, place.column)).map(String::as_str)
    }

    /// The Markdown of a narrative; its bare text where the file changed since it was read.
    pub fn text<'t>(&'t self, prose: &'t Prose) -> &'t str {
        self.at(&prose.at).unwrap_or(&prose.value.plain)
    }
}

/// Visits every text of a file with its line and column; the body of a Markdown file stands at its first line.
fn texts_of(file: &str, text: &str, visit: &mut dyn FnMut((u32, u32), &str)) {
    let tree = if file.to_lowercase().ends_with(".md") {
        let Ok(split) = yaml::front_matter(text) else { return };
        visit((split.body_line, 1), split.body);
        yaml::parse(split.yaml, split.yaml_line)
    } else {
        yaml::parse(text, 1)
    };
    if let Ok(Some(tree)) = tree {
        texts_below(&tree, visit);
    }
}

/// Visits every text of a tree; how deep a tree goes is limited where it is parsed.
fn texts_below(node: &Node<'_>, visit: &mut dyn FnMut((u32, u32), &str)) {
    match &node.raw {
        Raw::Null => {}
        Raw::Text(text) => {
            let Span { line, column, .. } = node.at;
            visit((line, column), text);
        }
        Raw::List(items) => items.iter().for_each(|item| texts_below(item, visit)),
        Raw::Map(entries) => entries.iter().for_each(|(_, value)| texts_below(value, visit)),
    }
}

#[cfg(test)]
mod tests {
    use super::texts_of;

    #[test]
    fn texts_stand_where_the_records_say() {
        let mut found = Vec::new();
        let text = "---\nproblem: |\n  الف\nsteps:\n  - ب\n---\n\nج\n";
        texts_of("content/models/x.md", text, &mut |at, text| found.push((at, text.trim().to_owned())));
        let texts: Vec<_> = found.iter().map(|(_, text)| &**text).collect();
        assert_eq!(texts, ["ج", "الف", "ب"]);
        assert_eq!(found[2].0, (5, 5));
    }
}
