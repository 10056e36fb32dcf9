//! The algorithms of manifests, and computation of several digests of a file in one pass.

use sha1::digest::{Digest, DynDigest};

/// An algorithm that manifests may use (RFC 8493, section 2.4).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::archive) enum Algorithm {
    Md5,
    Sha1,
    Sha224,
    Sha256,
    Sha384,
    Sha512,
}

impl Algorithm {
    /// Returns the algorithm by its name in file names: lower case, without punctuation.
    pub(super) fn from_name(name: &str) -> Option<Self> {
        Some(match name {
            "md5" => Self::Md5,
            "sha1" => Self::Sha1,
            "sha224" => Self::Sha224,
            "sha256" => Self::Sha256,
            "sha384" => Self::Sha384,
            "sha512" => Self::Sha512,
            _ => return None,
        })
    }

    /// Returns the number of hexadecimal digits of its digests.
    pub(super) fn digits(self) -> usize {
        match self {
            Self::Md5 => 32,
            Self::Sha1 => 40,
            Self::Sha224 => 56,
            Self::Sha256 => 64,
            Self::Sha384 => 96,
            Self::Sha512 => 128,
        }
    }

    fn hasher(self) -> Box<dyn DynDigest> {
        match self {
            Self::Md5 => Box::new(md5::Md5::new()),
            Self::Sha1 => Box::new(sha1::Sha1::new()),
            Self::Sha224 => Box::new(sha2::Sha224::new()),
            Self::Sha256 => Box::new(sha2::Sha256::new()),
            Self::Sha384 => Box::new(sha2::Sha384::new()),
            Self::Sha512 => Box::new(sha2::Sha512::new()),
        }
    }
}

/// Computes several digests at the same time.
pub(in crate::archive) struct Hashers(Vec<(Algorithm, Box<dyn DynDigest>)>);

impl Hashers {
    pub(in crate::archive) fn new(algorithms: &[Algorithm]) -> Self {
        Self(algorithms.iter().map(|&algorithm| (algorithm, algorithm.hasher())).collect())
    }

    pub(in crate::archive) fn update(&mut self, chunk: &[u8]) {
        for (_, hasher) in &mut self.0 {
            hasher.update(chunk);
        }
    }

    /// Returns the digests in lower-case hexadecimal.
    pub(in crate::archive) fn finish(self) -> Vec<(Algorithm, String)> {
        let digests =
            self.0.into_iter().map(|(algorithm, hasher)| (algorithm, hexadecimal(&hasher.finalize())));
        digests.collect()
    }
}

/// Formats bytes in lower-case hexadecimal.
pub(in crate::archive) fn hexadecimal(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digests_are_as_long_as_their_algorithm_says() {
        for name in ["md5", "sha1", "sha224", "sha256", "sha384", "sha512"] {
            let algorithm = Algorithm::from_name(name).expect("it is known");
            let mut hashers = Hashers::new(&[algorithm]);
            hashers.update(b"abc");
            assert_eq!(hashers.finish()[0].1.len(), algorithm.digits(), "{name}");
        }
        assert_eq!(Algorithm::from_name("sha3512"), None);
    }
}
