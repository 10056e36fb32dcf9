//! The index of the WARC records: CDXJ lines in gzip blocks, and a list of the blocks.

use std::fmt::Write as _;

use serde_json::json;

use super::address;
use super::warc::{Capture, digest, member};
use crate::persian::Day;

/// The number of lines per block.
const BLOCK: usize = 3000;

/// The two files of the index.
pub(super) struct Index {
    /// `index.cdx.gz`
    pub(super) lines: Vec<u8>,
    /// `index.idx`
    pub(super) blocks: String,
}

/// Creates the index of one day's captures.
pub(super) fn make(base: &str, day: Day, captures: &[Capture]) -> Index {
    debug_assert!(captures.iter().all(|capture| capture.address.starts_with(base)));
    let time = address::digits(day);
    let mut lines: Vec<(String, String)> = captures.iter().map(|capture| line(&time, capture)).collect();
    // Readers find a URL by binary search, so both the lines and the list of blocks must be sorted.
    lines.sort();
    let mut index = Index {
        lines: Vec::new(),
        blocks: "!meta 0 {\"format\": \"cdxj-gzip-1.0\", \"filename\": \"index.cdx.gz\"}\n".to_owned(),
    };
    for block in lines.chunks(BLOCK) {
        let text = block.iter().fold(String::new(), |mut text, (key, rest)| {
            let _ = writeln!(text, "{key} {rest}");
            text
        });
        // Writing to memory cannot fail.
        let packed = member(text.as_bytes()).unwrap_or_default();
        let about = json!({
            "offset": index.lines.len(),
            "length": packed.len(),
            "digest": digest(&packed),
            "filename": "index.cdx.gz",
        });
        let _ = writeln!(index.blocks, "{} {about}", block[0].0);
        index.lines.extend_from_slice(&packed);
    }
    index
}

/// Returns the sort key of a line and the rest of it.
fn line(time: &str, capture: &Capture) -> (String, String) {
    let about = json!({
        "url": capture.address,
        "mime": capture.media_type.split(';').next().unwrap_or_default(),
        "status": "200",
        "digest": capture.digest,
        "length": capture.length.to_string(),
        "offset": capture.offset.to_string(),
        "filename": "data.warc.gz",
    });
    (format!("{} {time}", address::key(&capture.address)), about.to_string())
}
