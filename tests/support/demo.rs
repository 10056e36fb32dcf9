//! The demo's site, built once for all tests that only read it.

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
