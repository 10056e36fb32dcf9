//! From a folder to a [`Dataset`]: walk, parse, lower to the model by the table of fields, join, check.
//!
//! Everything that can be wrong with the content is told in one run: a file that can't be parsed doesn't keep the
//! others from being read, nor a record that can't be resolved. Files are read and parsed in parallel; the result
//! doesn't depend on it. Start reading at [`read`].

mod absent;
mod boundary;
mod disguise;
mod drafts;
mod given;
mod guard;
mod guarded;
mod identity;
mod index;
mod join;
mod lines;
mod localize;
mod locate;
mod lost;
mod lower;
mod media;
mod misnamed;
mod parse;
mod prose;
mod raw;
mod resolve;
mod settings;
mod source;
mod walk;
mod written;

pub mod editions;

use std::path::Path;
use std::sync::Arc;

use rayon::prelude::*;

use crate::config::Config;
use crate::diag::codes::files::TOO_MANY;
use crate::diag::{Diagnostic, MachineError, Place, Severity, by_place};
use crate::digest::Digest;
use crate::fields::Gaps;
use crate::model::rules::{self, Facts};
use crate::model::{Dataset, Listed, RecordKind, listed_kinds};

use index::{Index, LostName};
use lower::Sources;
use media::Media;
use parse::{FileReading, parse_file};
use raw::Raws;
use settings::Settings;

pub use absent::no_content;
pub use drafts::Draft;
pub use given::{Given, read_given};
pub use guard::masked;
pub use localize::MARK;
pub use locate::pinpoint;
pub use walk::SourceFile;
pub use written::Written;

/// How many records a run takes.
const MOST_RECORDS: usize = 1_000_000;

/// What the content folder gave.
#[derive(Debug)]
pub struct Reading {
    /// `site.yml`; absent where it could not be read.
    pub config: Option<Config>,
    /// The published records; absent where anything is an error.
    pub dataset: Option<Dataset>,
    /// What the drafts are called: their ids are taken, and other drafts may refer to them.
    pub drafts: Vec<Draft>,
    /// Everything that was found, by place.
    pub diagnostics: Vec<Diagnostic>,
    /// The files of records as they were read, each by its name («content/domains.yml») with the digest of its bytes.
    pub digests: Vec<(Arc<str>, Digest)>,
    /// The files of `content/media/`, each under the name by which records call it.
    pub media: Vec<SourceFile>,
    /// The files of `content/static/`, copied to the site's root as they are.
    pub static_files: Vec<SourceFile>,
}

/// Reads and checks the content of a source folder (the one that holds `content/`).
pub fn read(source: &Path) -> Result<Reading, MachineError> {
    let mut out = Vec::new();
    let walked = walk::walk(source, &mut out)?;
    let Records { mut raws, lost, digests } = read_records(&walked.records, &mut out)?;
    let index = Index::new(&mut raws, lost, &mut out);
    let media = Media::new(&walked);
    let sources = Sources { index: &index, media: &media };
    let Settings { config, as_of, archive } = settings::read(&walked, sources, &mut out)?;
    let lowered = lower::lower(raws, sources, &mut out);
    let gaps = lowered.gaps.clone();
    let mut dataset = join::join(lowered, &index, &mut out);
    dataset.archive = archive;
    dataset.boundaries = boundary::read(&dataset.neighborhoods, walked.boundaries, &mut out)?;
    check_rules(&Facts { dataset: &dataset, as_of }, &gaps, source, &mut out);
    let drafts = leave_drafts_out(&mut dataset, &index);
    out.extend(media.left_over(is_sound(&out)));
    locate::fill_lines(&mut out, source);
    out.sort_by(by_place);
    Ok(Reading {
        dataset: is_sound(&out).then_some(dataset),
        config,
        drafts,
        diagnostics: out,
        digests,
        media: walked.media,
        static_files: walked.statics,
    })
}

fn is_sound(found: &[Diagnostic]) -> bool {
    found.iter().all(|found| found.severity() != Severity::Error)
}

/// What the files of records gave.
#[derive(Default)]
struct Records {
    raws: Raws,
    lost: Vec<LostName>,
    digests: Vec<(Arc<str>, Digest)>,
}

impl Records {
    /// Adds what one file gave.
    fn add(&mut self, kind: RecordKind, file: &SourceFile, reading: FileReading, out: &mut Vec<Diagnostic>) {
        let FileReading { raws, mut diagnostics, digest, lost } = reading;
        self.raws.append(raws);
        self.lost.extend(lost.into_iter().map(|name| (kind, name)));
        self.digests.extend(digest.map(|digest| (Arc::clone(&file.name), digest)));
        out.append(&mut diagnostics);
    }
}

/// Reads all files of records, in parallel, in the order of the walk.
fn read_records(
    files: &[(RecordKind, SourceFile)],
    out: &mut Vec<Diagnostic>,
) -> Result<Records, MachineError> {
    let readings: Vec<Result<FileReading, MachineError>> =
        files.par_iter().map(|(kind, file)| parse_file(*kind, file)).collect();
    let mut records = Records::default();
    for ((kind, file), reading) in files.iter().zip(readings) {
        records.add(*kind, file, reading?, out);
    }
    out.extend(too_many(records.raws.count()));
    Ok(records)
}

/// The finding that there are too many records.
fn too_many(count: usize) -> Option<Diagnostic> {
    (count > MOST_RECORDS).then(|| {
        Diagnostic::new(
            TOO_MANY,
            Place::file(walk::FOLDER),
            "شمار رکوردها از یک میلیون گذشته است.",
            "There are more than 1,000,000 records.",
        )
        .hint(
            "سال‌های گذشته را بایگانی کنید و از content بردارید.",
            "Archive past years and remove them from `content/`.",
        )
    })
}

/// Holds the records against every rule; the rules know records and fields, the files know the places.
fn check_rules(facts: &Facts<'_>, gaps: &[(Place, Gaps)], source: &Path, out: &mut Vec<Diagnostic>) {
    let mut found = rules::check(facts);
    if !gaps.is_empty() {
        count_as_files_do(&mut found, gaps);
    }
    locate::sharpen(&mut found, source);
    out.append(&mut found);
}

/// Corrects the numbers of items in paths: a rule counts the items that could be read.
fn count_as_files_do(found: &mut [Diagnostic], gaps: &[(Place, Gaps)]) {
    for found in found {
        let Some((_, gaps)) = gaps.iter().find(|(at, _)| *at == found.at) else { continue };
        if let Some(path) = &mut found.field {
            *path = gaps.path(path).into_owned();
        }
    }
}

/// Drafts stand behind the published records of their kind, so nothing moves; says what they are called.
///
/// What a draft of a report says was left out when reports were joined to their activities.
fn leave_drafts_out(dataset: &mut Dataset, index: &Index) -> Vec<Draft> {
    fn of_kind<T: Listed>(dataset: &mut Dataset, index: &Index, drafts: &mut Vec<Draft>) {
        let published = index.names(T::KIND).published();
        let left_out = T::list_mut(dataset).drain(published..);
        drafts.extend(left_out.map(|record| Draft::new(T::KIND, record.head())));
    }
    let mut drafts = Vec::new();
    macro_rules! each {
        ($($kind:ident $list:ident $record:ty;)*) => { $(of_kind::<$record>(dataset, index, &mut drafts);)* };
    }
    listed_kinds!(each);
    drafts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_million_records_and_no_more() {
        assert_eq!(too_many(MOST_RECORDS), None);
        assert_eq!(too_many(MOST_RECORDS + 1).map(|found| found.code.id), Some("K0015"));
    }
}
