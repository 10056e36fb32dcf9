//! Creates a snapshot: builds the site in a working folder, packs it, verifies the package, signs it, moves everything to
//! its destination, and adds an entry to the list of editions.

use std::fs;
use std::path::{Path, PathBuf};

use crate::diag::Diagnostic;
use crate::model::ArchiveEntry;
use crate::output::{MANIFEST, Manifest};
use crate::persian::Day;
use crate::pipeline::{self, Destination, Done, LeftOut, Observer, Request};

use super::edition::Edition;
use super::error::ArchiveError;
use super::item::Item;
use super::ledger::{Ledger, Prepared};
use super::names::{self, Names};
use super::places::{self, Place};
use super::sign::Signer;
use super::work::{self, Work};
use super::zip::Method;
use super::{bag, describe, sources, verify, wacz, zip};

/// The options of the command.
#[derive(Debug, Clone, Default)]
pub struct Order {
    /// The file for the package. The default is named after the day, below `output/snapshots/`.
    pub file: Option<PathBuf>,
    /// Whether to include the sources.
    pub with_sources: bool,
    /// Whether to create a WACZ too.
    pub wacz: bool,
    /// The file of the secret key for signatures.
    pub key: Option<PathBuf>,
}

/// The result of the command.
#[derive(Debug)]
pub struct Snapshot {
    /// All diagnostics of the build.
    pub diagnostics: Vec<Diagnostic>,
    /// The files that were created, or `None` if errors prevented the build.
    pub made: Option<SnapshotFiles>,
}

/// The files that were created.
#[derive(Debug)]
pub struct SnapshotFiles {
    pub day: Day,
    /// The packages, the bag first.
    pub packages: Vec<ArchiveFile>,
    pub signatures: Vec<PathBuf>,
    /// Existing files that do not match the new package: a WACZ or signature of a former package that was not recreated.
    pub stale: Vec<PathBuf>,
    /// Whether `content/archive.yml` lists the package.
    pub listed: bool,
}

/// A file at its destination.
#[derive(Debug)]
pub struct ArchiveFile {
    pub path: PathBuf,
    pub bytes: u64,
    /// The SHA-256, in hexadecimal.
    pub sha256: String,
    /// The SHA-256 of the package that it replaced, if that had other bytes.
    pub replaced: Option<String>,
}

/// Creates a snapshot of the day in the request.
pub fn snapshot(request: &Request, order: &Order, observer: &dyn Observer) -> Result<Snapshot, ArchiveError> {
    let signer = order.key.as_deref().map(Signer::read).transpose()?;
    let given = order.file.as_deref().map(|file| Names::from_file(file, order.with_sources)).transpose()?;
    let folder = places::folder(&request.source, order.file.as_deref())?;
    // Check that an entry can be added before spending time on the build.
    let ledger = Ledger::read(&request.source)?;
    ledger.with(&sample_entry())?;
    // The entry of this edition is excluded from its own site. Otherwise the package would have to contain its own digest.
    let left_out = match &given {
        Some(names) => LeftOut::File(names.public.clone()),
        None => LeftOut::OfDay(names::day_file),
    };
    let request = Request { left_out, ..request.clone() };
    if !request.source.join("content").is_dir() {
        return Err(ArchiveError::Build(pipeline::Failure::NoContent(request.source)));
    }
    let work = Work::begin(&folder)?;
    let site = Destination { output: work.site(), force: false, home: None };
    let outcome = pipeline::build(&request, &site, observer).map_err(ArchiveError::Build)?;
    let Some(done) = outcome.done else {
        return Ok(Snapshot { diagnostics: outcome.diagnostics, made: None });
    };
    let names = given.unwrap_or_else(|| Names::for_day(done.day, order.with_sources));
    let run =
        Run { source: &request.source, order, folder: &folder, names, work: &work, signer, ledger: &ledger };
    Ok(Snapshot { diagnostics: outcome.diagnostics, made: Some(run.finish(&done)?) })
}

/// Returns a sample entry, only to test whether the list accepts another one.
fn sample_entry() -> ArchiveEntry {
    let date = Day::from_jalali(1404, 1, 1).expect("the first day of a year exists");
    ArchiveEntry { date, file: "…".into(), bytes: Some(0), sha256: "0".repeat(64).into(), url: None }
}

/// The inputs of all steps after the build.
struct Run<'a> {
    source: &'a Path,
    order: &'a Order,
    folder: &'a Path,
    names: Names,
    work: &'a Work,
    signer: Option<Signer>,
    ledger: &'a Ledger,
}

impl Run<'_> {
    fn finish(&self, done: &Done) -> Result<SnapshotFiles, ArchiveError> {
        let edition = Edition::new(done, &self.names.stem, self.order.with_sources);
        let site = site_items(&self.work.site())?;
        let mut packages = vec![self.pack_bag(&edition, &site)?];
        if self.order.wacz {
            packages.push(self.pack_wacz(&edition, &site)?);
        }
        let stale = self.stale(&packages);
        // Nothing moves until everything is complete and every destination is checked. The signatures move before the packages,
        // and the list, which refers to the package, changes last.
        let signatures = self.sign_all(&edition, &packages)?;
        let listed = !self.order.with_sources;
        let list = if listed { self.list(&edition, &packages[0].report())? } else { None };
        for place in signatures.iter().chain(packages.iter().rev()) {
            work::place(&place.source, &place.target)?;
        }
        list.map_or(Ok(()), Prepared::place)?;
        Ok(SnapshotFiles {
            day: done.day,
            packages: packages.iter().map(Place::report).collect(),
            signatures: signatures.into_iter().map(|place| place.target).collect(),
            stale,
            listed,
        })
    }

    fn pack_bag(&self, edition: &Edition, site: &[Item]) -> Result<Place, ArchiveError> {
        let mut payload: Vec<Item> = site
            .iter()
            .map(|item| Item { path: format!("data/site/{}", item.path), from: item.from.clone() })
            .collect();
        if self.order.with_sources {
            payload.extend(sources::items(self.source, self.ledger, &self.names.public)?);
        }
        payload.push(Item::new("data/ro-crate-metadata.json", describe::crate_metadata(edition, &payload)));
        let items = bag::pack(edition, payload)?;
        self.write(&self.names.zip(), &items, edition.day, Method::Deflated)
    }

    fn pack_wacz(&self, edition: &Edition, site: &[Item]) -> Result<Place, ArchiveError> {
        let items = wacz::pack(edition, site, &self.work.new_file("data.warc.gz"))?;
        self.write(&self.names.wacz(), &items, edition.day, Method::Stored)
    }

    /// Writes a package to the working folder and verifies it there.
    fn write(&self, name: &str, items: &[Item], day: Day, method: Method) -> Result<Place, ArchiveError> {
        let made = self.work.new_file(name);
        zip::write(&made, items, day, method)?;
        let findings = verify::prove_zip(&made)?;
        if !findings.is_empty() {
            return Err(ArchiveError::Unsound(findings));
        }
        Place::check(made, self.folder.join(name))
    }

    /// Signs each package if there is a key. Keeps an existing valid signature, because signing again would produce other bytes.
    fn sign_all(&self, edition: &Edition, packages: &[Place]) -> Result<Vec<Place>, ArchiveError> {
        let Some(signer) = &self.signer else { return Ok(Vec::new()) };
        let sign = |package: &Place| {
            let target = names::signature(&package.target);
            let name = package.target.file_name().unwrap_or_default().to_string_lossy();
            let comment = format!("file:{name}\tas-of:{}", edition.day.iso());
            let text = if signer.is_signed_as(&package.source, &target, &comment) {
                fs::read_to_string(&target).map_err(ArchiveError::at(&target))?
            } else {
                signer.sign(&package.source, &comment)?
            };
            let made = self.work.new_file(&format!("{name}.minisig"));
            fs::write(&made, text).map_err(ArchiveError::at(&made))?;
            Place::check(made, target)
        };
        packages.iter().map(sign).collect()
    }

    /// Returns existing files that belong to the package about to be replaced and will not be recreated.
    fn stale(&self, packages: &[Place]) -> Vec<PathBuf> {
        let Some(zip) = packages.first().filter(|zip| zip.replaced.is_some()) else { return Vec::new() };
        let wacz = self.folder.join(self.names.wacz());
        let mut beside = Vec::new();
        if !self.order.wacz {
            beside.extend([wacz.clone(), names::signature(&wacz)]);
        }
        if self.signer.is_none() {
            beside.push(names::signature(&zip.target));
            beside.extend(self.order.wacz.then(|| names::signature(&wacz)));
        }
        beside.retain(|path| fs::symlink_metadata(path).is_ok());
        beside
    }

    fn list(&self, edition: &Edition, package: &ArchiveFile) -> Result<Option<Prepared>, ArchiveError> {
        let entry = ArchiveEntry {
            date: edition.day,
            file: self.names.zip().into(),
            bytes: Some(package.bytes),
            sha256: package.sha256.as_str().into(),
            url: None,
        };
        self.ledger.prepare(&self.ledger.with(&entry)?)
    }
}

/// Lists the files of the finished site, with paths relative to its root.
fn site_items(site: &Path) -> Result<Vec<Item>, ArchiveError> {
    let manifest = Manifest::read(site).map_err(ArchiveError::at(site))?;
    let manifest = manifest.ok_or_else(|| {
        ArchiveError::Io(site.join(MANIFEST), std::io::Error::from(std::io::ErrorKind::NotFound))
    })?;
    let paths = manifest.files.iter().map(|file| &*file.path).chain([MANIFEST]);
    paths.map(|path| Item::disk(path, site.join(path))).collect()
}
