//! Keys and signatures in the format of minisign (<https://jedisct1.github.io/minisign/>), compatible in both directions.
//!
//! Keys have no password. Whoever wants one creates the key with `minisign` and signs with it.
//!
//! The crate randomizes every signature, which protects the key against faulty hardware (RFC 8032 signatures are
//! deterministic; verification is the same). Two signatures of the same bytes therefore differ. If an edition is packed again,
//! its existing signature is kept if it is valid ([`Signer::is_signed_as`]).

use std::fs::{self, File, OpenOptions};
use std::io::{BufReader, Read, Write};
use std::path::{Path, PathBuf};

use minisign::{KeyPair, PublicKey, PublicKeyBox, SecretKey, SecretKeyBox, SignatureBox};

use super::error::ArchiveError;
use super::places;

/// The first line of a signature by this program.
pub(super) const SIGNATURE_HEAD: &str = "untrusted comment: signature from karnameh";

/// The length of a signature in Base64, which is 64 bytes.
const SIGNATURE_DIGITS: usize = 88;

/// The maximum size of a key or signature file, in bytes.
const LONGEST: u64 = 64 * 1024;

/// The two files of a new key pair.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Keys {
    /// The secret key, readable only by its owner.
    pub secret: PathBuf,
    pub public: PathBuf,
}

/// Creates a key pair, `file` and `file.pub`. Overwrites nothing, and rejects folders whose contents are published or
/// packed.
pub fn keygen(file: &Path, source: &Path) -> Result<Keys, ArchiveError> {
    places::folder(source, Some(file))?;
    let keys = Keys { secret: file.to_owned(), public: public_path(file) };
    for path in [&keys.secret, &keys.public] {
        if fs::symlink_metadata(path).is_ok() {
            return Err(ArchiveError::KeyExists(path.clone()));
        }
    }
    let broken = |_| ArchiveError::Io(file.to_owned(), std::io::Error::other("no random numbers"));
    let pair = KeyPair::generate_unencrypted_keypair().map_err(broken)?;
    let secret = pair.sk.to_box(Some("karnameh secret key")).map_err(broken)?;
    let public = pair.pk.to_box().map_err(broken)?;
    write_new(&keys.secret, &secret.into_string(), 0o600)?;
    if let Err(error) = write_new(&keys.public, &public.into_string(), 0o644) {
        // A secret key without its public key is of no use, and would block the name.
        let _ = fs::remove_file(&keys.secret);
        return Err(error);
    }
    Ok(keys)
}

fn public_path(file: &Path) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".pub");
    PathBuf::from(name)
}

fn write_new(path: &Path, text: &str, mode: u32) -> Result<(), ArchiveError> {
    let mut options = OpenOptions::new();
    // `create_new` never overwrites, even if the file appears after the check. The mode applies from the start, so the
    // secret key is never readable to others.
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, mode);
    #[cfg(not(unix))]
    let _ = mode;
    let mut file = options.open(path).map_err(|error| match error.kind() {
        std::io::ErrorKind::AlreadyExists => ArchiveError::KeyExists(path.to_owned()),
        _ => ArchiveError::Io(path.to_owned(), error),
    })?;
    let written = file.write_all(text.trim_end().as_bytes()).and_then(|()| file.write_all(b"\n"));
    written.and_then(|()| file.sync_all()).map_err(ArchiveError::at(path))
}

pub(super) struct Signer(SecretKey);

impl Signer {
    /// Reads a secret key from a file.
    pub(super) fn read(path: &Path) -> Result<Self, ArchiveError> {
        let bad = |_| ArchiveError::Key(path.to_owned());
        let text = text(path)?;
        let key = SecretKeyBox::from_string(&text).and_then(SecretKeyBox::into_unencrypted_secret_key);
        Ok(Self(key.map_err(bad)?))
    }

    /// Returns the text of a signature for a file. `comment` is the trusted comment: it is signed too and shown on verification.
    pub(super) fn sign(&self, file: &Path, comment: &str) -> Result<String, ArchiveError> {
        let read = BufReader::new(File::open(file).map_err(ArchiveError::at(file))?);
        let head = SIGNATURE_HEAD.trim_start_matches("untrusted comment: ");
        let signature = minisign::sign(None, &self.0, read, Some(comment), Some(head))
            .map_err(|error| ArchiveError::Io(file.to_owned(), std::io::Error::other(error.to_string())))?;
        Ok(signature.to_string())
    }

    /// Returns whether an existing signature was made with this key, for this file and with this trusted comment.
    pub(super) fn is_signed_as(&self, file: &Path, signature: &Path, comment: &str) -> bool {
        let Ok(public) = PublicKey::from_secret_key(&self.0) else { return false };
        matches!(Verifier(public).verify(file, signature), Ok(Some(found)) if found == comment)
    }
}

pub(super) struct Verifier(PublicKey);

impl Verifier {
    /// Reads a public key from a file: either both lines of it or only the second.
    pub(super) fn read(path: &Path) -> Result<Self, ArchiveError> {
        let text = text(path)?;
        let line = text.trim();
        let key = if line.contains('\n') {
            PublicKeyBox::from_string(&text).and_then(PublicKeyBox::into_public_key)
        } else {
            PublicKey::from_base64(line)
        };
        Ok(Self(key.map_err(|_| ArchiveError::Key(path.to_owned()))?))
    }

    /// Returns the trusted comment of a file's signature, or `None` if the key or the bytes do not match.
    pub(super) fn verify(&self, file: &Path, signature: &Path) -> Result<Option<String>, ArchiveError> {
        let read = BufReader::new(File::open(file).map_err(ArchiveError::at(file))?);
        let text = text(signature)?;
        // The crate does not check the length of the second signature before it slices it.
        let whole = text.lines().nth(3).is_some_and(|line| line.trim().len() == SIGNATURE_DIGITS);
        let Some(signature) = SignatureBox::from_string(&text).ok().filter(|_| whole) else {
            return Ok(None);
        };
        if minisign::verify(&self.0, &signature, read, true, false, false).is_err() {
            return Ok(None);
        }
        Ok(Some(signature.trusted_comment().unwrap_or_default()))
    }
}

/// Reads a small text file. Input beyond [`LONGEST`] is cut off, which makes it an invalid key.
fn text(path: &Path) -> Result<String, ArchiveError> {
    let file = File::open(path).map_err(|error| match error.kind() {
        std::io::ErrorKind::NotFound => ArchiveError::Absent(path.to_owned()),
        _ => ArchiveError::Io(path.to_owned(), error),
    })?;
    let mut bytes = Vec::new();
    file.take(LONGEST).read_to_end(&mut bytes).map_err(ArchiveError::at(path))?;
    String::from_utf8(bytes).map_err(|_| ArchiveError::Key(path.to_owned()))
}
