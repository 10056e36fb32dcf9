//! Verifies packages: reports files that are missing, changed, added or rejected.
//!
//! Reads packages as streams and writes nothing to disk. [`verify`] detects the kind of package from its contents.

mod bag;
mod digests;
mod faults;
mod finding;
mod models;
mod site;
mod store;
mod tags;
mod wacz;

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use super::error::ArchiveError;
use super::names;
use super::sign::Verifier;
use crate::output::MANIFEST;

pub use finding::{Finding, What};

pub(super) use digests::{Algorithm, Hashers, hexadecimal};
pub(super) use store::Store;

/// The kind of a package.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A BagIt bag, as a folder or a zip.
    Bag,
    Wacz,
    /// A published site's folder.
    Site,
    /// A package of success models.
    Models,
    /// Any other file; only its signature can be verified.
    File,
    Unknown,
}

/// The result of a verification.
#[derive(Debug)]
pub struct Proof {
    pub kind: Kind,
    /// The number of files in it.
    pub files: usize,
    /// All findings, including notes.
    pub findings: Vec<Finding>,
    /// The signature's trusted comment, if a key was given and the signature is valid.
    pub signed: Option<String>,
}

impl Proof {
    /// Returns whether all findings are notes.
    pub fn is_sound(&self) -> bool {
        self.findings.iter().all(|finding| finding.what == What::Note)
    }
}

/// Verifies the package at a path, and its signature if a key is given.
pub fn verify(path: &Path, key: Option<&Path>) -> Result<Proof, ArchiveError> {
    let key = key.map(Verifier::read).transpose()?;
    let path = signed_file(path);
    let found = fs::metadata(&path).map_err(|error| match error.kind() {
        std::io::ErrorKind::NotFound => ArchiveError::Absent(path.clone()),
        _ => ArchiveError::Io(path.clone(), error),
    })?;
    let mut proof = if found.is_dir() { folder(&path)? } else { file(&path, key.is_some())? };
    signature(&path, key.as_ref(), &mut proof)?;
    Ok(proof)
}

/// Returns the file to which a signature belongs if `path` is a signature, otherwise `path`.
fn signed_file(path: &Path) -> PathBuf {
    let name = path.file_name().and_then(|name| name.to_str());
    match name.and_then(|name| name.strip_suffix(".minisig")) {
        Some(name) => path.with_file_name(name),
        None => path.to_owned(),
    }
}

fn folder(path: &Path) -> Result<Proof, ArchiveError> {
    let (mut store, mut findings) = Store::folder(path)?;
    let (kind, mut found) = if is_bag(&store, "") {
        (Kind::Bag, bag::verify(&mut store, "")?)
    } else if store.has(MANIFEST) {
        (Kind::Site, site::verify(&mut store)?)
    } else {
        (Kind::Unknown, vec![unknown()])
    };
    findings.append(&mut found);
    Ok(Proof { kind, files: store.paths().count(), findings, signed: None })
}

fn file(path: &Path, is_signed: bool) -> Result<Proof, ArchiveError> {
    let refused = |kind, findings| Ok(Proof { kind, files: 1, findings, signed: None });
    let has_zip_extension =
        path.extension().is_some_and(|end| ["zip", "wacz"].iter().any(|zip| end.eq_ignore_ascii_case(zip)));
    if !has_zip_extension && !begins_as_zip(path)? {
        return if is_signed {
            refused(Kind::File, Vec::new())
        } else {
            refused(Kind::Unknown, vec![unknown()])
        };
    }
    let mut store = match Store::zip(path)? {
        Ok(store) => store,
        Err(findings) => return refused(Kind::Unknown, findings),
    };
    let (kind, findings) = match verify_zip(&mut store)? {
        (Kind::Unknown, _) if models::are_in(&store) => (Kind::Models, models::verify(path)?),
        // A spreadsheet is a zip too. With a key, an unknown zip is verified like any other signed file.
        (Kind::Unknown, _) if is_signed => return refused(Kind::File, Vec::new()),
        verified => verified,
    };
    Ok(Proof { kind, files: store.paths().count(), findings, signed: None })
}

/// Verifies the package in a zip and determines its kind.
fn verify_zip(store: &mut Store) -> Result<(Kind, Vec<Finding>), ArchiveError> {
    let base = store.only_folder().map(|folder| format!("{folder}/"));
    if let Some(base) = base.filter(|base| is_bag(store, base)) {
        return Ok((Kind::Bag, bag::verify(store, &base)?));
    }
    if store.has(wacz::PACKAGE) {
        return Ok((Kind::Wacz, wacz::verify(store)?));
    }
    let bag = store.paths().find_map(|path| path.strip_suffix("bagit.txt"));
    if bag.is_some_and(|base| base.is_empty() || base.ends_with('/')) {
        return Ok((
            Kind::Bag,
            vec![Finding::whole(
                "هر چه در بسته است باید در یک پوشه باشد.",
                "Everything in the zip has to lie in the bag's one folder.",
            )],
        ));
    }
    Ok((Kind::Unknown, vec![unknown()]))
}

/// Returns whether a folder looks like a bag, even an invalid one.
fn is_bag(store: &Store, base: &str) -> bool {
    store
        .paths()
        .filter_map(|path| path.strip_prefix(base))
        .any(|path| path == "bagit.txt" || path.starts_with("manifest-"))
}

fn begins_as_zip(path: &Path) -> Result<bool, ArchiveError> {
    let mut head = Vec::new();
    let file = fs::File::open(path).map_err(ArchiveError::at(path))?;
    file.take(4).read_to_end(&mut head).map_err(ArchiveError::at(path))?;
    Ok(head == b"PK\x03\x04" || head == b"PK\x05\x06")
}

fn unknown() -> Finding {
    Finding::whole(
        "این بسته‌ای شناخته نیست: نه bag است، نه WACZ، نه سایت یا بستهٔ الگوی کارنامه. فایل امضاشده را با --key بررسی کنید.",
        "It is no package that is known: no bag, no WACZ, no site or models of Karnameh. Give --key for a signed file.",
    )
}

/// Verifies the signature with the key. Without a key, adds a note if there is a signature.
fn signature(path: &Path, key: Option<&Verifier>, proof: &mut Proof) -> Result<(), ArchiveError> {
    let beside = names::signature(path);
    let is_there = fs::metadata(&beside).is_ok_and(|found| found.is_file());
    let name = beside.file_name().unwrap_or_default().to_string_lossy().into_owned();
    match key {
        None if is_there => proof.findings.push(Finding::note(
            &name,
            "امضا بررسی نشد؛ کلید عمومی امضاکننده را با ‎--key‎ بدهید.",
            "The signature was not verified: give the signer's public key with --key.",
        )),
        None => {}
        Some(_) if !is_there || path.is_dir() => proof.findings.push(Finding::missing(&name)),
        Some(key) => match key.verify(path, &beside)? {
            Some(comment) => proof.signed = Some(comment),
            None => proof.findings.push(Finding::refused(
                &name,
                "امضا با این کلید و این فایل نمی‌خواند.",
                "The signature is not this key's, or not of this file.",
            )),
        },
    }
    Ok(())
}

/// Verifies a zip that was just created.
pub(super) fn prove_zip(path: &Path) -> Result<Vec<Finding>, ArchiveError> {
    Ok(file(path, false)?.findings)
}
