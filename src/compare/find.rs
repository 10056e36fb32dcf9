//! Where an edition keeps its data: in a site's folder, in a snapshot, in a snapshot's unpacked folder.
//!
//! Of a zip only the one file is read, and nothing is unpacked to the disk. Start reading at [`find`].

use std::fs::{self, File};
use std::io::{self, BufReader, Read};
use std::path::Path;

use zip::ZipArchive;
use zip::result::ZipError;

use super::edition::Edition;
use super::error::{CompareError, Refusal};
use crate::diag::MachineError;

/// The public data of a site.
const DATA: &str = "data/progress.json";
/// The same in a bag of a snapshot, from the bag's folder.
const IN_BAG: &str = "data/site/data/progress.json";
/// The most bytes of data that are read: those of 100,000 activities, four times over.
const LARGEST: u64 = 256 << 20;
/// How many times its packed size data may unpack to; rows that resemble each other reach some forty.
const MOST_TIMES: u64 = 300;
/// Below this size nothing is a bomb, bytes.
const HARMLESS: u64 = 16 << 20;

/// The edition in a folder or a zip.
pub fn find(path: &Path) -> Result<Edition, CompareError> {
    let found = fs::metadata(path).map_err(failed(path))?;
    let bytes = if found.is_dir() { in_folder(path)? } else { in_zip(path)? };
    Edition::read(&bytes).map_err(|why| why.about(path))
}

fn in_folder(folder: &Path) -> Result<Vec<u8>, CompareError> {
    let candidates = [folder.join(IN_BAG), folder.join(DATA)];
    let Some(file) = candidates.iter().find(|file| file.is_file()) else {
        return Err(Refusal::NoData.about(folder));
    };
    let open = File::open(file).map_err(failed(file))?;
    read(open).map_err(failed(file))?.ok_or_else(|| Refusal::TooLarge.about(folder))
}

fn in_zip(file: &Path) -> Result<Vec<u8>, CompareError> {
    let refused = |error: ZipError| match error {
        // The system's own errors have a number; those of the container have none.
        ZipError::Io(error) if error.raw_os_error().is_some() => failed(file)(error),
        error => Refusal::NoZip(error.to_string()).about(file),
    };
    let open = File::open(file).map_err(failed(file))?;
    let mut archive = ZipArchive::new(BufReader::new(open)).map_err(refused)?;
    let place = place_of_data(&mut archive).map_err(refused)?.ok_or_else(|| Refusal::NoData.about(file))?;
    let entry = archive.by_index(place).map_err(refused)?;
    if entry.size() > HARMLESS.max(entry.compressed_size().saturating_mul(MOST_TIMES)) {
        return Err(Refusal::TooLarge.about(file));
    }
    let bytes = read(entry).map_err(|error| refused(ZipError::Io(error)))?;
    bytes.ok_or_else(|| Refusal::TooLarge.about(file))
}

/// The place of the one file that holds the data: of a bag first, since its payload could hold data of others too.
fn place_of_data(archive: &mut ZipArchive<BufReader<File>>) -> Result<Option<usize>, ZipError> {
    let (mut of_bags, mut of_sites) = (Vec::new(), Vec::new());
    for index in 0..archive.len() {
        let entry = archive.by_index_data(index)?;
        let name = entry.name()?;
        let below = name.split_once('/').map_or("", |(_, below)| below);
        if *name == *IN_BAG || below == IN_BAG {
            of_bags.push(index);
        } else if *name == *DATA || below == DATA {
            of_sites.push(index);
        }
    }
    let found = if of_bags.is_empty() { of_sites } else { of_bags };
    Ok(if let [one] = found[..] { Some(one) } else { None })
}

/// All of it; `None` where that is more than any edition has, whatever its head says.
fn read(from: impl Read) -> io::Result<Option<Vec<u8>>> {
    let mut bytes = Vec::new();
    from.take(LARGEST + 1).read_to_end(&mut bytes)?;
    Ok((bytes.len() as u64 <= LARGEST).then_some(bytes))
}

fn failed(path: &Path) -> impl FnOnce(io::Error) -> CompareError {
    |error| CompareError::Machine(MachineError::reading(path, error))
}
