//! Writes WARC 1.1 records (ISO 28500:2017). Each is a gzip member of its own in one file, so that every record can be read
//! alone.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;

use flate2::{Compression, GzBuilder};
use rayon::prelude::*;
use sha2::{Digest, Sha256};

use super::address::{self, media_type};
use crate::archive::error::ArchiveError;
use crate::archive::item::Item;
use crate::archive::verify::hexadecimal;
use crate::persian::Day;

/// How many files are compressed in parallel. Limits the memory for compressed results.
const BATCH: usize = 256;

/// A record and its position in the WARC file.
pub(super) struct Capture {
    /// The URL of the captured file.
    pub(super) address: String,
    pub(super) media_type: &'static str,
    /// The digest of the response's body, as «sha256:…».
    pub(super) digest: String,
    /// The position of its first byte.
    pub(super) offset: u64,
    /// Its compressed length in bytes.
    pub(super) length: u64,
}

/// Writes the files of a site as HTTP responses. Returns the position of each, in the order of the files.
pub(super) fn write(file: &Path, base: &str, day: Day, site: &[Item]) -> Result<Vec<Capture>, ArchiveError> {
    let failed = ArchiveError::at(file);
    let mut out = BufWriter::new(File::create_new(file).map_err(&failed)?);
    let head = member(&warcinfo(day)).map_err(&failed)?;
    out.write_all(&head).map_err(&failed)?;
    let (mut captures, mut offset) = (Vec::with_capacity(site.len()), head.len() as u64);
    for batch in site.chunks(BATCH) {
        let records: Vec<(Capture, Vec<u8>)> =
            batch.par_iter().map(|item| record(base, day, item)).collect::<Result<_, ArchiveError>>()?;
        for (capture, bytes) in records {
            out.write_all(&bytes).map_err(&failed)?;
            let length = bytes.len() as u64;
            captures.push(Capture { offset, length, ..capture });
            offset += length;
        }
    }
    out.flush().map_err(&failed)?;
    Ok(captures)
}

/// Creates the record that describes the WARC file itself.
fn warcinfo(day: Day) -> Vec<u8> {
    let fields = format!(
        "software: {}\r\nformat: WARC File Format 1.1\r\nconformsTo: http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/\r\n",
        crate::archive::edition::PROGRAM
    );
    let id = record_id(fields.as_bytes());
    let head = [
        ("WARC-Type", "warcinfo".to_owned()),
        ("WARC-Record-ID", id),
        ("WARC-Date", address::moment(day)),
        ("WARC-Filename", "data.warc.gz".to_owned()),
        ("Content-Type", "application/warc-fields".to_owned()),
    ];
    assemble(&head, fields.as_bytes())
}

fn record(base: &str, day: Day, item: &Item) -> Result<(Capture, Vec<u8>), ArchiveError> {
    let body = item.bytes()?;
    let address = address::url(base, &item.path);
    let media_type = media_type(&item.path);
    let digest = digest(&body);
    let mut block =
        format!("HTTP/1.1 200 OK\r\nContent-Type: {media_type}\r\nContent-Length: {}\r\n\r\n", body.len())
            .into_bytes();
    block.extend_from_slice(&body);
    let head = [
        ("WARC-Type", "response".to_owned()),
        ("WARC-Record-ID", record_id(format!("{address}\n{digest}").as_bytes())),
        ("WARC-Date", address::moment(day)),
        ("WARC-Target-URI", address.clone()),
        ("WARC-Payload-Digest", digest.clone()),
        ("WARC-Block-Digest", self::digest(&block)),
        ("Content-Type", "application/http;msgtype=response".to_owned()),
    ];
    let bytes = member(&assemble(&head, &block)).map_err(|error| item.failed(error))?;
    Ok((Capture { address, media_type, digest, offset: 0, length: 0 }, bytes))
}

fn assemble(head: &[(&str, String)], block: &[u8]) -> Vec<u8> {
    let mut record = b"WARC/1.1\r\n".to_vec();
    for (name, value) in head {
        record.extend_from_slice(format!("{name}: {value}\r\n").as_bytes());
    }
    record.extend_from_slice(format!("Content-Length: {}\r\n\r\n", block.len()).as_bytes());
    record.extend_from_slice(block);
    record.extend_from_slice(b"\r\n\r\n");
    record
}

/// Compresses bytes to a gzip member without time, name or operating system, so that the result is reproducible.
pub(super) fn member(bytes: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut gzip = GzBuilder::new().mtime(0).operating_system(255).write(Vec::new(), Compression::default());
    gzip.write_all(bytes)?;
    gzip.finish()
}

pub(super) fn digest(bytes: &[u8]) -> String {
    format!("sha256:{}", hexadecimal(&Sha256::digest(bytes)))
}

/// Derives a record's UUID from its contents (version 8 of RFC 9562), so that the result is reproducible.
fn record_id(bytes: &[u8]) -> String {
    let mut id: [u8; 32] = Sha256::digest(bytes).into();
    id[6] = id[6] & 0x0F | 0x80;
    id[8] = id[8] & 0x3F | 0x80;
    let text = hexadecimal(&id[..16]);
    let parts = [0..8, 8..12, 12..16, 16..20, 20..32].map(|part| &text[part]);
    format!("<urn:uuid:{}>", parts.join("-"))
}
