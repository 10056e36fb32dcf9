//! Which paths a site may have: relative, plain, and no two of them one and the same file on some host.
//!
//! A site is copied to USB sticks and Windows hosts, so that two names which differ in case alone, or in how a letter
//! is composed, are one name; [`Names::claim`] refuses the second and names both.

use std::collections::HashMap;

use icu_normalizer::ComposingNormalizerBorrowed;

use super::error::OutputError;
use super::manifest::MANIFEST;

/// Refuses what is absolute, climbs, or means something else on another system.
pub(super) fn check(path: &str) -> Result<(), OutputError> {
    let plain = path.split('/').all(is_plain);
    if plain { Ok(()) } else { Err(OutputError::BadName { path: path.to_owned() }) }
}

/// Whether a part of a path is a name on every system. Windows drops a final dot or space, and `:` names a stream.
fn is_plain(part: &str) -> bool {
    let foreign = |c: char| c.is_control() || matches!(c, '\\' | ':' | '<' | '>' | '"' | '|' | '?' | '*');
    !part.is_empty() && !part.ends_with(['.', ' ']) && !part.contains(foreign) && !is_device(part)
}

/// Whether Windows takes a name for a device, whatever its ending and letter case: `con`, `NUL.txt`, `com1.json`.
fn is_device(part: &str) -> bool {
    const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "conin$", "conout$"];
    let stem = part.split_once('.').map_or(part, |(stem, _)| stem).trim_end_matches(' ');
    let numbered = |port: &str| {
        let number = stem.get(..3).filter(|head| head.eq_ignore_ascii_case(port)).map(|_| &stem[3..]);
        matches!(number, Some("1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9" | "¹" | "²" | "³"))
    };
    DEVICES.iter().any(|device| stem.eq_ignore_ascii_case(device)) || numbered("com") || numbered("lpt")
}

/// The paths that a site has so far, each by its folded form.
pub struct Names {
    taken: HashMap<String, Claim>,
}

struct Claim {
    /// As it is written; `None` where that is the folded form.
    path: Option<String>,
    is_folder: bool,
}

impl Default for Names {
    /// No paths but the manifest's.
    fn default() -> Self {
        let manifest = Claim { path: None, is_folder: false };
        Self { taken: HashMap::from([(MANIFEST.to_owned(), manifest)]) }
    }
}

impl Names {
    /// Takes a path, and calls `create` for each folder on the way that was not there yet.
    pub fn claim(
        &mut self,
        path: &str,
        mut create: impl FnMut(&str) -> Result<(), OutputError>,
    ) -> Result<(), OutputError> {
        check(path)?;
        let folded = fold(path);
        if let Some(former) = self.taken.get(&folded) {
            return Err(twice(former, &folded, path));
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
        if let Some(former) = self.taken.get(&folded) {
            let same = former.is_folder && former.path.as_deref().unwrap_or(&folded) == path;
            return if same { Ok(()) } else { Err(twice(former, &folded, path)) };
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

fn twice(former: &Claim, folded: &str, path: &str) -> OutputError {
    let first = former.path.as_deref().unwrap_or(folded).to_owned();
    OutputError::SameName { first, second: path.to_owned() }
}

/// The form in which paths are compared: lower case, composed.
pub(super) fn fold(path: &str) -> String {
    if path.is_ascii() {
        return path.to_ascii_lowercase();
    }
    ComposingNormalizerBorrowed::new_nfc().normalize(&path.to_lowercase()).into_owned()
}
