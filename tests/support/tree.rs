//! The contents of a folder, byte for byte, for comparison.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// Relative paths, with `/`, and their contents: the bytes of a file or the target of a link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Tree(BTreeMap<String, Vec<u8>>);

impl Tree {
    /// Reads a folder. A folder that does not exist is empty.
    pub(crate) fn of(folder: &Path) -> Self {
        let mut files = BTreeMap::new();
        if fs::symlink_metadata(folder).is_err() {
            return Self(files);
        }
        for entry in walkdir::WalkDir::new(folder).min_depth(1) {
            let entry = entry.expect("the folder can be read");
            let kind = entry.file_type();
            let below = entry.path().strip_prefix(folder).expect("below the folder");
            let mut name = below.to_str().expect("plain names").replace('\\', "/");
            let bytes = if kind.is_file() {
                fs::read(entry.path()).expect("the file can be read")
            } else if kind.is_symlink() {
                let target = fs::read_link(entry.path()).expect("a link");
                target.into_os_string().into_encoded_bytes()
            } else {
                name.push('/');
                Vec::new()
            };
            files.insert(name, bytes);
        }
        Self(files)
    }

    /// Returns the files, sorted by path, without folders.
    pub(crate) fn files(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.0.iter().filter(|(name, _)| !name.ends_with('/')).map(|(name, bytes)| (&**name, &**bytes))
    }

    /// Returns the pages and their text.
    pub(crate) fn pages(&self) -> impl Iterator<Item = (&str, &str)> {
        self.files().filter(|(name, _)| has_ending(name, "html")).map(|(name, bytes)| {
            (name, std::str::from_utf8(bytes).unwrap_or_else(|_| panic!("{name} is not UTF-8")))
        })
    }

    /// Returns whether a file or a folder (with a trailing `/`) exists.
    pub(crate) fn has(&self, path: &str) -> bool {
        self.0.contains_key(path)
    }

    /// Returns the text of a file.
    #[track_caller]
    pub(crate) fn text(&self, path: &str) -> &str {
        let bytes = self.0.get(path).unwrap_or_else(|| panic!("there is no {path}"));
        std::str::from_utf8(bytes).unwrap_or_else(|_| panic!("{path} is not UTF-8"))
    }

    /// Returns the files that contain a text.
    pub(crate) fn holding(&self, text: &str) -> Vec<&str> {
        let holds = |bytes: &[u8]| bytes.windows(text.len()).any(|piece| piece == text.as_bytes());
        self.files().filter(|(_, bytes)| holds(bytes)).map(|(name, _)| name).collect()
    }
}

/// Returns whether a name has an extension.
pub(crate) fn has_ending(name: &str, ending: &str) -> bool {
    Path::new(name).extension().is_some_and(|found| found == ending)
}

/// Returns the paths in which two trees differ, marked `+` for new, `-` for deleted and `~` for changed. Shorter than a
/// failed comparison of the trees, which would print whole sites.
pub(crate) fn changed(before: &Tree, after: &Tree) -> Vec<String> {
    let gone = before.0.keys().filter(|name| !after.has(name)).map(|name| format!("- {name}"));
    let other = after.0.iter().filter_map(|(name, bytes)| match before.0.get(name) {
        None => Some(format!("+ {name}")),
        Some(old) => (old != bytes).then(|| format!("~ {name}")),
    });
    gone.chain(other).collect()
}
