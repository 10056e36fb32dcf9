//! A package as files that can be read: a folder, or a zip that is read in place. Nothing is ever unpacked.
//!
//! Whatever makes a zip dangerous is found before a byte of its files is read: see [`Store::zip`].

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, BufReader, Read};
use std::path::{Path, PathBuf};

use walkdir::WalkDir;
use zip::ZipArchive;

use super::finding::Finding;
use super::paths;
use super::zip_rules;
use crate::archive::ArchiveError;

/// Up to this size a file that lists others is read, bytes: a million lines of 128 digits and a path.
const LONGEST_LIST: u64 = 256 * 1024 * 1024;

/// Files by their paths.
pub(in crate::archive) struct Store {
    /// Where the package lies.
    at: PathBuf,
    /// Every regular file, by its path inside, with its size in bytes.
    files: BTreeMap<String, Found>,
    from: From,
}

#[derive(Debug, Clone, Copy)]
struct Found {
    size: u64,
    index: usize,
}

enum From {
    Folder,
    Zip(Box<ZipArchive<BufReader<File>>>),
}

/// How the reading of one file ended.
pub(super) enum Ending {
    /// All of it was read.
    Whole,
    /// The bytes are not what the container says of them: their CRC, their size, their compression.
    Broken,
}

impl Store {
    /// The files of a folder, and what in it is no file that can be packed.
    pub(super) fn folder(folder: &Path) -> Result<(Self, Vec<Finding>), ArchiveError> {
        let (mut files, mut found) = (BTreeMap::new(), Vec::new());
        for entry in WalkDir::new(folder).min_depth(1).sort_by_file_name() {
            let entry = entry.map_err(|error| {
                let path = error.path().unwrap_or(folder).to_owned();
                ArchiveError::Io(path, error.into())
            })?;
            if entry.file_type().is_dir() {
                continue;
            }
            let below = entry.path().strip_prefix(folder).unwrap_or(entry.path());
            let Some(path) = below.to_str().map(slashes) else {
                found.push(no_text(&below.to_string_lossy()));
                continue;
            };
            if entry.file_type().is_file() {
                let size =
                    entry.metadata().map_err(|error| ArchiveError::Io(entry.path().into(), error.into()))?;
                files.insert(path, Found { size: size.len(), index: 0 });
            } else {
                found.push(no_file(&path));
            }
        }
        Ok((Self { at: folder.to_owned(), files, from: From::Folder }, found))
    }

    /// The files of a zip; where it is not taken, why.
    pub(in crate::archive) fn zip(file: &Path) -> Result<Result<Self, Vec<Finding>>, ArchiveError> {
        let size = fs::metadata(file).map_err(ArchiveError::at(file))?.len();
        if let Some(found) = zip_rules::end(file, size).map_err(ArchiveError::at(file))? {
            return Ok(Err(vec![found]));
        }
        let read = BufReader::new(File::open(file).map_err(ArchiveError::at(file))?);
        let mut archive = match ZipArchive::new(read) {
            Ok(archive) => archive,
            Err(error) => return refuse(file, error),
        };
        match zip_rules::entries(&mut archive, size) {
            Ok(found) if found.is_empty() => {}
            Ok(found) => return Ok(Err(found)),
            Err(error) => return refuse(file, error),
        }
        let mut files = BTreeMap::new();
        for index in 0..archive.len() {
            let Ok(entry) = archive.by_index_data(index) else { continue };
            let Ok(name) = entry.name() else { continue };
            if !entry.is_dir() {
                files.insert(name.into_owned(), Found { size: entry.size(), index });
            }
        }
        Ok(Ok(Self { at: file.to_owned(), files, from: From::Zip(Box::new(archive)) }))
    }

    /// The paths, in order.
    pub(super) fn paths(&self) -> impl Iterator<Item = &str> {
        self.files.keys().map(|path| &**path)
    }

    /// Whether there is such a file.
    pub(super) fn has(&self, path: &str) -> bool {
        self.files.contains_key(path)
    }

    /// The size of a file that is there, bytes.
    pub(super) fn size(&self, path: &str) -> Option<u64> {
        self.files.get(path).map(|found| found.size)
    }

    /// The one folder that all files lie in; `None` where some don't.
    pub(in crate::archive) fn only_folder(&self) -> Option<String> {
        let (folder, _) = self.paths().next()?.split_once('/')?;
        let inside = |path: &str| path.split_once('/').is_some_and(|(first, _)| first == folder);
        self.paths().all(inside).then(|| folder.to_owned())
    }

    /// Gives a file's bytes, piece by piece. The file has to be one of [`Self::paths`].
    pub(super) fn read(&mut self, path: &str, mut take: impl FnMut(&[u8])) -> Result<Ending, ArchiveError> {
        let Some(&Found { size, index }) = self.files.get(path) else { return Ok(Ending::Broken) };
        match &mut self.from {
            From::Folder => {
                let file = self.at.join(path);
                let mut read = File::open(&file).map_err(ArchiveError::at(&file))?;
                pour(&mut read, u64::MAX, &mut take).map_err(ArchiveError::at(&file))?;
                Ok(Ending::Whole)
            }
            From::Zip(archive) => {
                let Ok(mut entry) = archive.by_index(index) else { return Ok(Ending::Broken) };
                match pour(&mut entry, size, &mut take) {
                    Ok(read) if read == size => Ok(Ending::Whole),
                    // The system's own errors have a number; those of the container have none.
                    Err(error) if error.raw_os_error().is_some() => {
                        Err(ArchiveError::Io(self.at.clone(), error))
                    }
                    _ => Ok(Ending::Broken),
                }
            }
        }
    }

    /// The bytes of a file that lists others; `None` where it is absent, broken or longer than any such file.
    pub(in crate::archive) fn list(&mut self, path: &str) -> Result<Option<Vec<u8>>, ArchiveError> {
        if self.size(path).is_none_or(|size| size > LONGEST_LIST) {
            return Ok(None);
        }
        let mut bytes = Vec::new();
        let ending = self.read(path, |piece| bytes.extend_from_slice(piece))?;
        Ok(matches!(ending, Ending::Whole).then_some(bytes))
    }
}

/// Reads to the end, but never more than one byte past `most`: what is longer than it says is broken anyway.
fn pour(from: &mut impl Read, most: u64, take: &mut impl FnMut(&[u8])) -> io::Result<u64> {
    let (mut piece, mut read) = (vec![0; 128 * 1024], 0);
    loop {
        match from.read(&mut piece) {
            Ok(0) => return Ok(read),
            Ok(length) => {
                read += length as u64;
                if read > most {
                    return Ok(read);
                }
                take(&piece[..length]);
            }
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
}

fn slashes(path: &str) -> String {
    if std::path::MAIN_SEPARATOR == '/' { path.to_owned() } else { path.replace('\\', "/") }
}

fn refuse(file: &Path, error: zip::result::ZipError) -> Result<Result<Store, Vec<Finding>>, ArchiveError> {
    match error {
        zip::result::ZipError::Io(error) if error.raw_os_error().is_some() => {
            Err(ArchiveError::Io(file.to_owned(), error))
        }
        error => Ok(Err(vec![Finding::whole(
            "ساختار فایل zip درست نیست یا با خود ناسازگار است.",
            format!("The zip is malformed, or contradicts itself: {error}."),
        )])),
    }
}

fn no_text(path: &str) -> Finding {
    Finding::refused(path, "نام این فایل UTF-8 نیست.", "The file's name is not UTF-8.")
}

fn no_file(path: &str) -> Finding {
    if !paths::is_below(path) {
        return paths::outside(path);
    }
    Finding::refused(
        path,
        "این فایل معمولی نیست (پیوند یا مانند آن)؛ در بسته جا ندارد.",
        "It is no regular file (a link or the like), which no package may hold.",
    )
}
