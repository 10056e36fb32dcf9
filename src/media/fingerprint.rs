//! SHA-256 of bytes as hexadecimal text: what addresses and the cache are named by.

use std::fmt::Write as _;
use std::io::{self, Read};

use sha2::{Digest as _, Sha256};

/// How many of its 64 digits stand in an address; a site has thousands of files, not billions.
const SHORT: usize = 12;

/// A hash as 64 lower-case hexadecimal digits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Fingerprint(String);

impl Fingerprint {
    pub(super) fn of(bytes: &[u8]) -> Self {
        Self::finish(Sha256::new_with_prefix(bytes))
    }

    /// Of everything that a reader still gives.
    pub(super) fn of_reader(reader: &mut impl Read) -> io::Result<Self> {
        let mut hasher = Sha256::new();
        let mut piece = vec![0; 256 * 1024];
        loop {
            match reader.read(&mut piece)? {
                0 => return Ok(Self::finish(hasher)),
                length => hasher.update(&piece[..length]),
            }
        }
    }

    fn finish(hasher: Sha256) -> Self {
        let mut text = String::with_capacity(64);
        for byte in hasher.finalize() {
            let _ = write!(text, "{byte:02x}");
        }
        Self(text)
    }

    /// All digits.
    pub(super) fn text(&self) -> &str {
        &self.0
    }

    /// The digits that stand in an address.
    pub(super) fn short(&self) -> &str {
        &self.0[..SHORT]
    }
}
