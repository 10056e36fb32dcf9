//! Records in files that are given in memory and that anybody may have made: the entries of a package.
//!
//! They are read as those of a content folder are, with less trust: what a record allows the privacy guard to pass over
//! is not heeded, since only the owner of a site can have looked at it. No name ever becomes a path. Start reading at
//! [`read_given`].

use std::collections::BTreeMap;

use super::index::Index;
use super::lower::{self, Sources};
use super::media::Media;
use super::parse::{Trust, parse_bytes};
use super::walk::classify;
use super::{Draft, Records, Written, is_sound, join, leave_drafts_out};
use crate::diag::{Diagnostic, by_place};
use crate::model::Dataset;
use crate::model::rules::{self, Facts};

/// The records of files that were given.
#[derive(Debug)]
pub struct Given {
    /// The records; `None` if anything is an error.
    pub dataset: Option<Dataset>,
    /// The names of the drafts.
    pub drafts: Vec<Draft>,
    /// Everything that was found, by place.
    pub diagnostics: Vec<Diagnostic>,
    /// The Markdown of all narratives.
    pub written: Written,
}

/// Reads and checks the records of files, by names like «content/models/library.md».
pub fn read_given(files: &BTreeMap<String, Vec<u8>>) -> Given {
    let mut out = Vec::new();
    let walked = classify(files.keys().map(String::as_str), &mut out);
    let mut records = Records::default();
    for (kind, file) in &walked.records {
        let bytes = files.get(&*file.name).cloned().unwrap_or_default();
        records.add(*kind, file, parse_bytes(*kind, file, bytes, Trust::Foreign), &mut out);
    }
    let Records { mut raws, lost, .. } = records;
    let index = Index::new(&mut raws, lost, &mut out);
    let media = Media::new(&walked);
    let sources = Sources { index: &index, media: &media };
    let mut dataset = join::join(lower::lower(raws, sources, &mut out), &index, &mut out);
    out.extend(rules::check(&Facts { dataset: &dataset, as_of: None }));
    let drafts = leave_drafts_out(&mut dataset, &index);
    out.sort_by(by_place);
    let written = Written::in_files(files);
    Given { dataset: is_sound(&out).then_some(dataset), drafts, diagnostics: out, written }
}
