//! A snapshot, as one would tell it: build the site in a folder of its own, pack it, prove what was packed, sign it, put
//! everything in its place, and enter it in the list of editions.

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

/// What is asked for.
#[derive(Debug, Clone, Default)]
pub struct Order {
    /// The package's file; the day's name below `output/snapshots/` where none is given.
    pub file: Option<PathBuf>,
    /// Pack the sources too.
    pub with_sources: bool,
    /// Make a WACZ beside it.
    pub wacz: bool,
    /// The secret key to sign with.
    pub key: Option<PathBuf>,
}

/// How it ended.
#[derive(Debug)]
pub struct Snapshot {
    /// Everything that was found in the content.
    pub diagnostics: Vec<Diagnostic>,
    /// What was made; `None` where the findings forbid it.
    pub made: Option<Made>,
}

/// What was made.
#[derive(Debug)]
pub struct Made {
    /// The day of the report.
    pub day: Day,
    /// The packages, the bag first.
    pub packages: Vec<MadeFile>,
    /// Their signatures.
    pub signatures: Vec<PathBuf>,
    /// Files of a former package of this name that don't fit the new one: a WACZ or a signature that was not made again.
    pub stale: Vec<PathBuf>,
    /// It was entered in `content/archive.yml`.
    pub listed: bool,
}

/// A file that took its place.
#[derive(Debug)]
pub struct MadeFile {
    /// Where.
    pub path: PathBuf,
    /// Its size.
    pub bytes: u64,
    /// Its SHA-256, in hexadecimal.
    pub sha256: String,
    /// The SHA-256 of the other package that it replaced.
    pub replaced: Option<String>,
}

/// Makes a snapshot of the day that the request asks for.
pub fn snapshot(request: &Request, order: &Order, observer: &dyn Observer) -> Result<Snapshot, ArchiveError> {
    let signer = order.key.as_deref().map(Signer::read).transpose()?;
    let given = order.file.as_deref().map(|file| Names::given(file, order.with_sources)).transpose()?;
    let folder = places::folder(&request.source, order.file.as_deref())?;
    let ledger = Ledger::read(&request.source)?;
    ledger.with(&trial())?;
    let left_out = match &given {
        Some(names) => LeftOut::File(names.public.clone()),
        None => LeftOut::OfDay(names::of_day),
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
    let names = given.unwrap_or_else(|| Names::of(done.day, order.with_sources));
    let run =
        Run { source: &request.source, order, folder: &folder, names, work: &work, signer, ledger: &ledger };
    Ok(Snapshot { diagnostics: outcome.diagnostics, made: Some(run.make(&done)?) })
}

/// An entry that no list has, to see whether one can be added before anything is built.
fn trial() -> ArchiveEntry {
    let date = Day::from_jalali(1404, 1, 1).expect("the first day of a year exists");
    ArchiveEntry { date, file: "…".into(), bytes: Some(0), sha256: "0".repeat(64).into(), url: None }
}

/// What the second half works with: the site is built.
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
    fn make(&self, done: &Done) -> Result<Made, ArchiveError> {
        let edition = Edition::new(done, &self.names.stem, self.order.with_sources);
        let site = site_items(&self.work.site())?;
        let mut packages = vec![self.pack_bag(&edition, &site)?];
        if self.order.wacz {
            packages.push(self.pack_wacz(&edition, &site)?);
        }
        let stale = self.stale(&packages);
        // All is made and every place is known to be ours before anything moves; the package itself moves last, but for
        // the list that names it.
        let signatures = self.sign_all(&edition, &packages)?;
        let listed = !self.order.with_sources;
        let list = if listed { self.list(&edition, &packages[0].told())? } else { None };
        for place in signatures.iter().chain(packages.iter().rev()) {
            work::place(&place.made, &place.target)?;
        }
        list.map_or(Ok(()), Prepared::place)?;
        Ok(Made {
            day: done.day,
            packages: packages.iter().map(Place::told).collect(),
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
        let items = wacz::pack(edition, site, &self.work.made("data.warc.gz"))?;
        self.write(&self.names.wacz(), &items, edition.day, Method::Stored)
    }

    /// Writes a package into the working folder and proves it there.
    fn write(&self, name: &str, items: &[Item], day: Day, method: Method) -> Result<Place, ArchiveError> {
        let made = self.work.made(name);
        zip::write(&made, items, day, method)?;
        let findings = verify::prove_zip(&made)?;
        if !findings.is_empty() {
            return Err(ArchiveError::Unsound(findings));
        }
        Place::of(made, self.folder.join(name))
    }

    /// The signature of each package, where there is a key; the one that is there stays where it is sound, since signing
    /// again gives other bytes.
    fn sign_all(&self, edition: &Edition, packages: &[Place]) -> Result<Vec<Place>, ArchiveError> {
        let Some(signer) = &self.signer else { return Ok(Vec::new()) };
        let sign = |package: &Place| {
            let target = names::signature(&package.target);
            let name = package.target.file_name().unwrap_or_default().to_string_lossy();
            let told = format!("file:{name}\tas-of:{}", edition.day.iso());
            let text = if signer.signed(&package.made, &target, &told) {
                fs::read_to_string(&target).map_err(ArchiveError::at(&target))?
            } else {
                signer.sign(&package.made, &told)?
            };
            let made = self.work.made(&format!("{name}.minisig"));
            fs::write(&made, text).map_err(ArchiveError::at(&made))?;
            Place::of(made, target)
        };
        packages.iter().map(sign).collect()
    }

    /// What lies beside a package that is about to be replaced, and is not made again.
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

    fn list(&self, edition: &Edition, package: &MadeFile) -> Result<Option<Prepared>, ArchiveError> {
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

/// The files of the site that was built, by their paths from its root.
fn site_items(site: &Path) -> Result<Vec<Item>, ArchiveError> {
    let manifest = Manifest::read(site).map_err(ArchiveError::at(site))?;
    let manifest = manifest.ok_or_else(|| {
        ArchiveError::Io(site.join(MANIFEST), std::io::Error::from(std::io::ErrorKind::NotFound))
    })?;
    let paths = manifest.files.iter().map(|file| &*file.path).chain([MANIFEST]);
    paths.map(|path| Item::disk(path, site.join(path))).collect()
}
