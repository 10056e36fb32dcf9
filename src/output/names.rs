//! Checks the paths of a site: relative, without special characters, and distinct on every host.
//!
//! Sites are copied to USB sticks and Windows hosts, where names that differ only in letter case or Unicode composition
//! are equal. [`Names::claim`] rejects the second of two such names and reports both.

use std::collections::HashMap;

use icu_normalizer::ComposingNormalizerBorrowed;

use super::error::OutputError;
use super::manifest::MANIFEST;

/// Rejects paths that are absolute, leave the site, or have a special meaning on another system.
pub(super) fn check(path: &str) -> Result<(), OutputError> {
    let plain = path.split('/').all(is_plain);
    if plain { Ok(()) } else { Err(OutputError::BadName { path: path.to_owned() }) }
}

/// Returns whether one component of a path is a valid name on every system. Windows drops a final dot or space, and `:`
/// selects an alternate data stream.
fn is_plain(part: &str) -> bool {
    let foreign = |c: char| c.is_control() || matches!(c, '\\' | ':' | '<' | '>' | '"' | '|' | '?' | '*');
    !part.is_empty() && !part.ends_with(['.', ' ']) && !part.contains(foreign) && !is_device(part)
}

/// Returns whether Windows treats a name as a device, regardless of extension and letter case: `con`, `NUL.txt`,
/// `com1.json`.
fn is_device(part: &str) -> bool {
    const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "conin$", "conout$"];
    // Windows ignores everything after the first dot and spaces before it.
    let stem = part.split_once('.').map_or(part, |(stem, _)| stem).trim_end_matches(' ');
    let numbered = |port: &str| {
        let number = stem.get(..3).filter(|head| head.eq_ignore_ascii_case(port)).map(|_| &stem[3..]);
        matches!(number, Some("1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9" | "¹" | "²" | "³"))
    };
    DEVICES.iter().any(|device| stem.eq_ignore_ascii_case(device)) || numbered("com") || numbered("lpt")
}

/// The paths claimed so far, keyed by their folded form.
pub struct Names {
    taken: HashMap<String, Claim>,
}

struct Claim {
    /// The path as written, or `None` if it equals the folded form.
    path: Option<String>,
    is_folder: bool,
}

impl Default for Names {
    /// Creates a set that contains only the manifest.
    fn default() -> Self {
        let manifest = Claim { path: None, is_folder: false };
        Self { taken: HashMap::from([(MANIFEST.to_owned(), manifest)]) }
    }
}

impl Names {
    /// Claims a path, and calls `create` for each parent folder that does not exist yet.
    pub fn claim(
        &mut self,
        path: &str,
        mut create: impl FnMut(&str) -> Result<(), OutputError>,
    ) -> Result<(), OutputError> {
        check(path)?;
        let folded = fold(path);
        if let Some(earlier) = self.taken.get(&folded) {
            return Err(conflict(earlier, &folded, path));
        }
        if let Some((folder, _)) = path.rsplit_once('/') {
            self.enter(folder, &mut create)?;
        }
        self.taken.insert(folded.clone(), claim(path, &folded, false));
        Ok(())
    }

    fn enter(
        &mut self,
        path: &str,
        create: &mut impl FnMut(&str) -> Result<(), OutputError>,
    ) -> Result<(), OutputError> {
        let folded = fold(path);
        if let Some(earlier) = self.taken.get(&folded) {
            let same = earlier.is_folder && earlier.path.as_deref().unwrap_or(&folded) == path;
            return if same { Ok(()) } else { Err(conflict(earlier, &folded, path)) };
        }
        if let Some((outer, _)) = path.rsplit_once('/') {
            self.enter(outer, create)?;
        }
        create(path)?;
        self.taken.insert(folded.clone(), claim(path, &folded, true));
        Ok(())
    }
}

fn claim(path: &str, folded: &str, is_folder: bool) -> Claim {
    Claim { path: (path != folded).then(|| path.to_owned()), is_folder }
}

fn conflict(earlier: &Claim, folded: &str, path: &str) -> OutputError {
    let first = earlier.path.as_deref().unwrap_or(folded).to_owned();
    OutputError::SameName { first, second: path.to_owned() }
}

/// Returns the form in which paths are compared: lower case and NFC.
pub(super) fn fold(path: &str) -> String {
    if path.is_ascii() {
        return path.to_ascii_lowercase();
    }
    ComposingNormalizerBorrowed::new_nfc().normalize(&path.to_lowercase()).into_owned()
}
