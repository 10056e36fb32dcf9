//! Verifies bags of BagIt 0.93–0.97 and 1.0 (RFC 8493), as strictly as the conformance suite of the Library of Congress.
//!
//! Three rules are stricter than the RFC, because verification must report additions: in bags of version 1.0, a tag file that
//! no tag manifest lists counts as added; so does a path that another system reads differently; and nothing is downloaded.
//! Start reading at [`verify`].

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use super::digests::{Algorithm, Hashers};
use super::faults::{clashes, outside};
use super::finding::Finding;
use super::store::Store;
use super::tags::{self, Declaration, RFC};
use crate::archive::ArchiveError;
use crate::zipped::{Integrity, paths};
struct Bag<'s> {
    store: &'s mut Store,
    /// The bag's folder in the store with a trailing `/`, or empty if the bag is the store's root.
    base: String,
    declaration: Declaration,
    found: Vec<Finding>,
}
struct Manifest {
    name: String,
    algorithm: Algorithm,
    digests: BTreeMap<String, String>,
}

/// Verifies the bag in a folder of the store.
pub(super) fn verify(store: &mut Store, base: &str) -> Result<Vec<Finding>, ArchiveError> {
    let Some(bytes) = store.list(&format!("{base}bagit.txt"))? else {
        return Ok(vec![Finding::missing("bagit.txt")]);
    };
    let declaration = match tags::declaration(&bytes) {
        Ok(declaration) => declaration,
        Err(finding) => return Ok(vec![finding]),
    };
    let mut bag = Bag { store, base: base.to_owned(), declaration, found: Vec::new() };
    bag.prove()?;
    bag.found.sort();
    bag.found.dedup();
    Ok(bag.found)
}

impl Bag<'_> {
    fn prove(&mut self) -> Result<(), ArchiveError> {
        let files: Vec<String> = self.files();
        self.found.extend(files.iter().filter(|path| !paths::is_below(path)).map(|path| outside(path)));
        if self.declaration.version >= RFC {
            self.found.extend(clashes(files.iter().map(|path| &**path)));
        }
        let payload = self.manifests(&files, "manifest-")?;
        let tags = self.manifests(&files, "tagmanifest-")?;
        if payload.is_empty() {
            self.found.push(Finding::whole(
                "هیچ manifest-….txt شناخته‌ای در بسته نیست.",
                "The bag has no payload manifest of a known algorithm.",
            ));
        }
        self.fetch(&payload)?;
        self.payload_is_listed(&files, &payload);
        self.tags_are_listed(&files, &tags);
        self.info(&files)?;
        self.compare(payload.iter().chain(&tags))
    }

    /// Returns the paths of the bag's files, relative to the bag.
    fn files(&self) -> Vec<String> {
        self.store.paths().filter_map(|path| path.strip_prefix(&*self.base)).map(str::to_owned).collect()
    }

    /// Reads a tag file. Returns `None`, and adds a finding, if it cannot be decoded.
    fn text(&mut self, name: &str) -> Result<Option<String>, ArchiveError> {
        let bytes = self.store.list(&format!("{}{name}", self.base))?;
        let text = bytes.and_then(|bytes| self.declaration.encoding.decode(&bytes));
        if text.is_none() {
            self.found.push(Finding::refused(
                name,
                "این فایل با رمزگذاری‌ای که bagit.txt می‌گوید خواندنی نیست.",
                "The file can't be read in the encoding that bagit.txt names.",
            ));
        }
        Ok(text)
    }

    /// Reads all manifests whose names begin with `start`, for payload or tag files.
    fn manifests(&mut self, files: &[String], start: &str) -> Result<Vec<Manifest>, ArchiveError> {
        let mut manifests = Vec::new();
        for name in files {
            let Some(key) = name.strip_prefix(start).and_then(|rest| rest.strip_suffix(".txt")) else {
                continue;
            };
            let Some(algorithm) = Algorithm::from_name(key) else {
                let (fa, en) =
                    ("الگوریتم این فهرست شناخته نیست.", "The manifest's algorithm is not supported.");
                self.found.push(Finding::refused(name, fa, en));
                continue;
            };
            let Some(text) = self.text(name)? else { continue };
            let digests = self.lines(name, &text, algorithm, start == "manifest-");
            manifests.push(Manifest { name: name.clone(), algorithm, digests });
        }
        Ok(manifests)
    }

    fn lines(
        &mut self,
        name: &str,
        text: &str,
        algorithm: Algorithm,
        payload: bool,
    ) -> BTreeMap<String, String> {
        let version = self.declaration.version;
        let mut digests = BTreeMap::new();
        for (at, line) in tags::lines(text).enumerate().filter(|_| !text.is_empty()) {
            let number = at + 1;
            let Some(line) = tags::manifest_line(line, algorithm.digits(), version) else {
                self.found.push(Finding::refused(
                    name,
                    format!("سطر {number} «چکیده، فاصله، نشانی» نیست."),
                    format!("Line {number} is not a digest, white space and a path."),
                ));
                continue;
            };
            if line.by_tool {
                let (fa, en) =
                    ("پیش از نشانی «./» یا «*» آمده است.", "The path is written with `./` or `*` before it.");
                self.found.push(Finding::note(&line.path, fa, en));
            }
            let in_place = line.path.starts_with("data/") == payload;
            if !paths::is_below(&line.path) || !in_place {
                self.found.push(outside(&line.path));
                continue;
            }
            self.add_line(&mut digests, name, &line);
        }
        if version >= RFC {
            self.found.extend(clashes(digests.keys().map(|path| &**path)));
        }
        digests
    }

    /// Adds a line to a manifest. A duplicate path is an error since version 1.0, and earlier only if the digests differ.
    fn add_line(&mut self, digests: &mut BTreeMap<String, String>, name: &str, line: &tags::Line) {
        let earlier = digests.insert(line.path.clone(), line.digest.clone());
        let Some(earlier) = earlier else { return };
        let (fa, en) = (format!("در {name} دو بار آمده است."), format!("It is listed twice in {name}."));
        let wrong = self.declaration.version >= RFC || earlier != line.digest;
        let find = if wrong { Finding::refused } else { Finding::note };
        self.found.push(find(&line.path, fa, en));
    }

    /// Checks `fetch.txt`, which lists files that a bag in transit may lack. Nothing is downloaded, so all files must exist.
    fn fetch(&mut self, payload: &[Manifest]) -> Result<(), ArchiveError> {
        if !self.store.has(&format!("{}fetch.txt", self.base)) {
            return Ok(());
        }
        let Some(text) = self.text("fetch.txt")? else { return Ok(()) };
        let Some(named) = tags::parse_fetch(&text, self.declaration.version) else {
            let (fa, en) = ("سطری از این فایل درست نیست.", "A line of the file is malformed.");
            self.found.push(Finding::refused("fetch.txt", fa, en));
            return Ok(());
        };
        for path in named {
            if !paths::is_below(&path) || !path.starts_with("data/") {
                self.found.push(outside(&path));
            } else if !payload.iter().any(|manifest| manifest.digests.contains_key(&path)) {
                let (fa, en) =
                    ("در fetch.txt آمده ولی در فهرست‌ها نیست.", "It is in fetch.txt but in no manifest.");
                self.found.push(Finding::refused(&path, fa, en));
            }
        }
        let (fa, en) = (
            "بسته می‌خواهد فایل‌هایی از شبکه گرفته شود؛ چیزی گرفته نشد و همهٔ فایل‌ها باید در خود بسته باشد.",
            "The bag names files to be fetched; nothing was fetched, and all of them have to be in the bag.",
        );
        self.found.push(Finding::note("fetch.txt", fa, en));
        Ok(())
    }

    /// Checks that every payload file is in a manifest and, since version 1.0, that all manifests list the same files.
    fn payload_is_listed(&mut self, files: &[String], payload: &[Manifest]) {
        let listed: BTreeSet<&str> =
            payload.iter().flat_map(|manifest| manifest.digests.keys().map(|path| &**path)).collect();
        let otherwise: HashSet<String> = self.lenient(listed.iter().copied()).map(paths::folded).collect();
        for path in files.iter().filter(|path| path.starts_with("data/")) {
            if !listed.contains(&**path) && !otherwise.contains(&paths::folded(path)) {
                self.found.push(Finding::added(path));
            }
        }
        if self.declaration.version < RFC {
            return;
        }
        for manifest in payload {
            for path in listed.iter().filter(|path| !manifest.digests.contains_key(**path)) {
                let name = &manifest.name;
                self.found.push(Finding::refused(
                    path,
                    format!("در {name} نیست؛ همهٔ فهرست‌ها باید همان فایل‌ها را داشته باشد."),
                    format!("It is not in {name}: all manifests have to list the same files."),
                ));
            }
        }
    }

    /// Checks that a bag with tag manifests lists every tag file in one of them. Before version 1.0 this was optional.
    fn tags_are_listed(&mut self, files: &[String], tags: &[Manifest]) {
        if tags.is_empty() {
            return;
        }
        let is_tag = |path: &&String| !path.starts_with("data/") && !path.starts_with("tagmanifest-");
        for path in files.iter().filter(is_tag) {
            if tags.iter().any(|manifest| manifest.digests.contains_key(path)) {
                continue;
            }
            self.found.push(if self.declaration.version >= RFC {
                Finding::added(path)
            } else {
                Finding::note(path, "در tagmanifest نیست.", "No tag manifest lists it.")
            });
        }
    }

    /// Checks the format of `bag-info.txt`, and the size of the payload in `Payload-Oxum` («bytes.files»).
    fn info(&mut self, files: &[String]) -> Result<(), ArchiveError> {
        let name = if self.declaration.version < (0, 96) { "package-info.txt" } else { "bag-info.txt" };
        if !files.iter().any(|path| path == name) {
            return Ok(());
        }
        let Some(text) = self.text(name)? else { return Ok(()) };
        let Some(pairs) = tags::info(&text, self.declaration.version) else {
            let (fa, en) =
                ("سطری از این فایل «نام: مقدار» نیست.", "A line of the file is no `label: value`.");
            self.found.push(Finding::refused(name, fa, en));
            return Ok(());
        };
        let payload = files.iter().filter(|path| path.starts_with("data/"));
        let sizes: Vec<u64> =
            payload.filter_map(|path| self.store.size(&format!("{}{path}", self.base))).collect();
        let oxum = format!("{}.{}", sizes.iter().sum::<u64>(), sizes.len());
        for (_, value) in pairs.iter().filter(|(label, _)| label.eq_ignore_ascii_case("Payload-Oxum")) {
            if *value != oxum {
                self.found.push(Finding::refused(
                    name,
                    format!("Payload-Oxum در آن {value} است، ولی در بسته {oxum} است."),
                    format!("Its Payload-Oxum is {value}, while the bag's is {oxum}."),
                ));
            }
        }
        Ok(())
    }

    /// Reads every listed file once and compares it with all manifests that list it.
    fn compare<'m>(&mut self, manifests: impl Iterator<Item = &'m Manifest>) -> Result<(), ArchiveError> {
        let mut listed: BTreeMap<&str, Vec<(Algorithm, &str)>> = BTreeMap::new();
        // Files can be large, so each is read once for all manifests that list it.
        for manifest in manifests {
            for (path, digest) in &manifest.digests {
                listed.entry(path).or_default().push((manifest.algorithm, digest));
            }
        }
        let files = self.files();
        let otherwise: HashMap<String, &str> =
            self.lenient(files.iter().map(|path| &**path)).map(|path| (paths::folded(path), path)).collect();
        for (path, expected) in listed {
            let exact = files.binary_search_by(|file| file.as_str().cmp(path)).is_ok().then_some(path);
            let Some(file) = exact.or_else(|| otherwise.get(&paths::folded(path)).copied()) else {
                self.found.push(Finding::missing(path));
                continue;
            };
            let inside = format!("{}{file}", self.base);
            let algorithms: Vec<Algorithm> = expected.iter().map(|(algorithm, _)| *algorithm).collect();
            let mut hashers = Hashers::new(&algorithms);
            let ending = self.store.read(&inside, |chunk| hashers.update(chunk))?;
            let digests = hashers.finish();
            let same = digests.iter().zip(&expected).all(|((_, found), (_, listed))| found == listed);
            if !same || matches!(ending, Integrity::Broken) {
                self.found.push(Finding::changed(path));
            }
        }
        Ok(())
    }

    /// Selects the paths that may be in another Unicode composition than on disk: those beyond ASCII, before version 1.0.
    fn lenient<'p>(&self, paths: impl Iterator<Item = &'p str>) -> impl Iterator<Item = &'p str> {
        let lenient = self.declaration.version < RFC;
        paths.filter(move |path| lenient && !path.is_ascii())
    }
}
