//! Keys and signatures in minisign's format (<https://jedisct1.github.io/minisign/>): what is signed here is verified
//! by `minisign -V`, and the other way round.
//!
//! Keys have no password: whoever needs one makes the key with `minisign` and keeps it elsewhere.
//!
//! The crate mixes randomness into every signature, which protects the key where a machine errs in computing (RFC 8032
//! makes none; both verify alike). So two signatures of the same bytes differ: an edition that is packed again keeps the
//! signature that stands there, where it holds ([`Signer::signed`]).

use std::fs::{self, File, OpenOptions};
use std::io::{BufReader, Read, Write};
use std::path::{Path, PathBuf};

use minisign::{KeyPair, PublicKey, PublicKeyBox, SecretKey, SecretKeyBox, SignatureBox};

use super::error::ArchiveError;
use super::places;

/// The first line of a signature that is ours.
pub(super) const SIGNATURE_HEAD: &str = "untrusted comment: signature from karnameh";

/// The 64 bytes of a signature in Base64.
const SIGNATURE_DIGITS: usize = 88;

/// No file of a key or signature is longer, bytes.
const LONGEST: u64 = 64 * 1024;

/// The two files of a new key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Keys {
    /// The secret one; readable to its owner alone.
    pub secret: PathBuf,
    /// The one to hand out.
    pub public: PathBuf,
}

/// Makes a key: `file` and `file.pub`. Nothing that is there is written over, and no key is put where it would be
/// published or packed.
pub fn keygen(file: &Path, source: &Path) -> Result<Keys, ArchiveError> {
    places::folder(source, Some(file))?;
    let keys = Keys { secret: file.to_owned(), public: beside(file) };
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
        let _ = fs::remove_file(&keys.secret);
        return Err(error);
    }
    Ok(keys)
}

fn beside(file: &Path) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".pub");
    PathBuf::from(name)
}

fn write_new(path: &Path, text: &str, mode: u32) -> Result<(), ArchiveError> {
    let mut options = OpenOptions::new();
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

/// A secret key that signs packages.
pub(super) struct Signer(SecretKey);

impl Signer {
    /// Reads the key of a file.
    pub(super) fn read(path: &Path) -> Result<Self, ArchiveError> {
        let bad = |_| ArchiveError::Key(path.to_owned());
        let text = text(path)?;
        let key = SecretKeyBox::from_string(&text).and_then(SecretKeyBox::into_unencrypted_secret_key);
        Ok(Self(key.map_err(bad)?))
    }

    /// The text of the signature of a file. `told` is signed with it, and shown by whoever verifies.
    pub(super) fn sign(&self, file: &Path, told: &str) -> Result<String, ArchiveError> {
        let read = BufReader::new(File::open(file).map_err(ArchiveError::at(file))?);
        let head = SIGNATURE_HEAD.trim_start_matches("untrusted comment: ");
        let signature = minisign::sign(None, &self.0, read, Some(told), Some(head))
            .map_err(|error| ArchiveError::Io(file.to_owned(), std::io::Error::other(error.to_string())))?;
        Ok(signature.to_string())
    }

    /// Whether a signature is this key's, of this file, and says this: then it need not be made again.
    pub(super) fn signed(&self, file: &Path, signature: &Path, told: &str) -> bool {
        let Ok(public) = PublicKey::from_secret_key(&self.0) else { return false };
        matches!(Verifier(public).verify(file, signature), Ok(Some(found)) if found == told)
    }
}

/// A public key that signatures are held against.
pub(super) struct Verifier(PublicKey);

impl Verifier {
    /// Reads the key of a file: both lines of it, or the second alone.
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

    /// What the signature of a file tells, `None` where it is not this key's or not of these bytes.
    pub(super) fn verify(&self, file: &Path, signature: &Path) -> Result<Option<String>, ArchiveError> {
        let read = BufReader::new(File::open(file).map_err(ArchiveError::at(file))?);
        let text = text(signature)?;
        // The crate takes the length of the second signature for granted.
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

/// The text of a small file; one that is longer or no text is no key.
fn text(path: &Path) -> Result<String, ArchiveError> {
    let file = File::open(path).map_err(|error| match error.kind() {
        std::io::ErrorKind::NotFound => ArchiveError::Absent(path.to_owned()),
        _ => ArchiveError::Io(path.to_owned(), error),
    })?;
    let mut bytes = Vec::new();
    file.take(LONGEST).read_to_end(&mut bytes).map_err(ArchiveError::at(path))?;
    String::from_utf8(bytes).map_err(|_| ArchiveError::Key(path.to_owned()))
}
