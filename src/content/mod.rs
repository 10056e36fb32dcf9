//! From a folder to a [`Dataset`]: walk, parse, lower to the model by the table of fields, join, check.
//!
//! Everything that can be wrong with the content is told in one run: a file that can't be parsed doesn't keep the
//! others from being read, nor a record that can't be resolved. Files are read and parsed in parallel; the result
//! doesn't depend on it. Start reading at [`read`].

mod boundary;
mod guard;
mod guarded;
mod identity;
mod index;
mod join;
mod lines;
mod locate;
mod lost;
mod lower;
mod media;
mod parse;
mod parts;
mod prose;
mod raw;
mod resolve;
mod settings;
mod source;
mod values;
mod walk;

pub mod editions;

use std::path::Path;

use rayon::prelude::*;

use crate::config::Config;
use crate::diag::codes::files::TOO_MANY;
use crate::diag::{Diagnostic, MachineError, Place, Severity, by_place};
use crate::fields::RecordKind;
use crate::model::Dataset;
use crate::model::rules::{self, Facts};

use index::{Index, LostName};
use lower::Sources;
use media::Media;
use parse::{FileReading, parse_file};
use raw::Raws;
use settings::Settings;

pub use locate::pinpoint;
pub use walk::SourceFile;

/// How many records a run takes.
const MOST_RECORDS: usize = 1_000_000;

/// What the content folder gave.
#[derive(Debug)]
pub struct Reading {
    /// `site.yml`; absent where it could not be read.
    pub config: Option<Config>,
    /// The published records; absent where anything is an error.
    pub dataset: Option<Dataset>,
    /// Everything that was found, by place.
    pub diagnostics: Vec<Diagnostic>,
    /// The files of `content/media/`, each under the name by which records call it.
    pub media: Vec<SourceFile>,
    /// The boundaries below `content/neighborhoods/` that a neighborhood names.
    pub boundaries: Vec<SourceFile>,
    /// The files of `content/static/`, copied to the site's root as they are.
    pub static_files: Vec<SourceFile>,
}

/// Reads and checks the content of a source folder (the one that holds `content/`).
pub fn read(source: &Path) -> Result<Reading, MachineError> {
    let mut out = Vec::new();
    let walked = walk::walk(source, &mut out)?;
    let (mut raws, lost) = read_records(&walked.records, &mut out)?;
    let index = Index::new(&mut raws, lost, &mut out);
    let media = Media::new(&walked);
    let sources = Sources { index: &index, media: &media };
    let Settings { config, as_of, archive } = settings::read(&walked, sources, &mut out)?;
    let mut dataset = join::join(lower::lower(raws, sources, &mut out), &index, &mut out);
    dataset.archive = archive;
    let boundaries = boundary::check(&dataset, walked.boundaries, &mut out)?;
    check_rules(&Facts { dataset: &dataset, as_of }, source, &mut out);
    leave_drafts_out(&mut dataset, &index);
    out.extend(media.left_over(is_sound(&out)));
    locate::fill_lines(&mut out, source);
    out.sort_by(by_place);
    Ok(Reading {
        dataset: is_sound(&out).then_some(dataset),
        config,
        diagnostics: out,
        media: walked.media,
        boundaries,
        static_files: walked.statics,
    })
}

fn is_sound(found: &[Diagnostic]) -> bool {
    found.iter().all(|found| found.severity() != Severity::Error)
}

/// Reads all files of records, in parallel, in the order of the walk.
fn read_records(
    files: &[(RecordKind, SourceFile)],
    out: &mut Vec<Diagnostic>,
) -> Result<(Raws, Vec<LostName>), MachineError> {
    let readings: Vec<Result<FileReading, MachineError>> =
        files.par_iter().map(|(kind, file)| parse_file(*kind, file)).collect();
    let mut raws = Raws::default();
    let mut lost = Vec::new();
    for ((kind, _), reading) in files.iter().zip(readings) {
        let FileReading { raws: of_file, mut diagnostics, lost: of_broken } = reading?;
        raws.append(of_file);
        lost.extend(of_broken.into_iter().map(|name| (*kind, name)));
        out.append(&mut diagnostics);
    }
    out.extend(too_many(raws.count()));
    Ok((raws, lost))
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
            "Archive past years and take them out of `content/`.",
        )
    })
}

/// Holds the records against every rule; the rules know records and fields, the files know the places.
fn check_rules(facts: &Facts<'_>, source: &Path, out: &mut Vec<Diagnostic>) {
    let mut found = rules::check(facts);
    locate::sharpen(&mut found, source);
    out.append(&mut found);
}

/// Drafts stand behind the published records of their kind, so nothing moves.
fn leave_drafts_out(dataset: &mut Dataset, index: &Index) {
    let published = |kind| index.names(kind).published();
    dataset.neighborhoods.truncate(published(RecordKind::Neighborhood));
    dataset.domains.truncate(published(RecordKind::Domain));
    dataset.agencies.truncate(published(RecordKind::Agency));
    dataset.problems.truncate(published(RecordKind::Problem));
    dataset.activities.truncate(published(RecordKind::Activity));
    dataset.visits.truncate(published(RecordKind::Visit));
    dataset.meetings.truncate(published(RecordKind::Meeting));
    dataset.models.truncate(published(RecordKind::Model));
    dataset.pages.truncate(published(RecordKind::Page));
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
