//! A file of the index: a script that calls one function of the theme, with a hash of its contents in its name.

use std::fmt::Write as _;

use sha2::{Digest as _, Sha256};

/// The folder of the index, relative to the site's root.
const FOLDER: &str = "search";

/// A file that is written beside the pages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// The address relative to the site's root.
    pub address: String,
    /// The contents: a script in UTF-8.
    pub bytes: Vec<u8>,
    /// The eight hexadecimal digits in the file name. They identify changed contents; they are not a security measure.
    pub(super) hash: String,
}

impl File {
    /// Creates the file `name`, which calls `function` with arguments given as JSON.
    pub(super) fn call(function: &str, name: &str, arguments: &str) -> Self {
        let bytes = format!("karnamehSearch.{function}({arguments});\n").into_bytes();
        let mut hash = String::with_capacity(8);
        for byte in &Sha256::digest(&bytes)[..4] {
            // Writing to a String cannot fail.
            let _ = write!(hash, "{byte:02x}");
        }
        Self { address: format!("{FOLDER}/{name}.{hash}.js"), bytes, hash }
    }
}
