//! The demo's site, built once for all tests that only read it, and its photos as that build encoded them.

use std::fs;
use std::path::Path;
use std::sync::OnceLock;

use super::{REPOSITORY, Tree, karnameh};

/// The site of the repository's own content.
pub(crate) fn demo() -> &'static Tree {
    static DEMO: OnceLock<Tree> = OnceLock::new();
    DEMO.get_or_init(|| {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let output = folder.path().join("site");
        karnameh(Path::new(REPOSITORY), &["build", "--output", output.to_str().expect("a plain path")])
            .done();
        Tree::of(&output)
    })
}

/// Returns the encoded photos of the demo, names and bytes, from the cache that the build of [`demo`] fills.
///
/// Encoding them takes six times as long as the rest of a build.
pub(crate) fn demo_photos() -> &'static [(String, Vec<u8>)] {
    static PHOTOS: OnceLock<Vec<(String, Vec<u8>)>> = OnceLock::new();
    PHOTOS.get_or_init(|| {
        demo();
        let entries = fs::read_dir(Path::new(REPOSITORY).join(".karnameh/cache")).expect("the cache");
        let names =
            entries.map(|entry| entry.expect("an entry").file_name().into_string().expect("plain names"));
        // Other tests build the repository too: a file that they are writing at the moment begins with a dot.
        let names = names.filter(|name| !name.starts_with('.'));
        let file = |name: String| {
            Some((fs::read(Path::new(REPOSITORY).join(".karnameh/cache").join(&name)).ok()?, name))
        };
        names.filter_map(file).map(|(bytes, name)| (name, bytes)).collect()
    })
}
