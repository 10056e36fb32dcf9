//! A file of the index: one call of a function of the theme's script, under a name with the hash of its content.

use std::fmt::Write as _;

use sha2::{Digest as _, Sha256};

/// The folder of the index, from the site's root.
const FOLDER: &str = "search";

/// A file to be written beside the pages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Its address from the site's root.
    pub address: String,
    /// Its bytes: a script in UTF-8.
    pub bytes: Vec<u8>,
    /// The eight hexadecimal digits in its name.
    pub(super) hash: String,
}

impl File {
    /// The file `name` that calls `function` with arguments written in JSON.
    pub(super) fn calling(function: &str, name: &str, arguments: &str) -> Self {
        let bytes = format!("karnamehSearch.{function}({arguments});\n").into_bytes();
        let mut hash = String::with_capacity(8);
        for byte in &Sha256::digest(&bytes)[..4] {
            // Writing to a String does not fail.
            let _ = write!(hash, "{byte:02x}");
        }
        Self { address: format!("{FOLDER}/{name}.{hash}.js"), bytes, hash }
    }
}
