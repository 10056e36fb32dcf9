//! The files of `content/media/` that the report names, each in the form in which it is published.
//!
//! What no record of the edition names stays at home. Start reading at
//! [`wanted`].

use std::collections::HashMap;
use std::path::Path;

use super::texts::{self, Shown};
use crate::config::Config;
use crate::content::SourceFile;
use crate::diag::Place;
use crate::markdown::{Document, Target};
use crate::media::{Form, Kind, MediaRequest};
use crate::model::{Activity, Edition, Evidence, EvidenceSource, Idx, Photo, SuccessModel};
use crate::package::narratives;
use crate::persian::text::slug;

/// How many characters of a file's own name stand in its addresses.
const STEM: usize = 40;

/// Everything that is to be published.
pub(super) fn wanted<'a>(
    dataset: &Edition,
    config: &Config,
    media: &'a [SourceFile],
) -> Vec<MediaRequest<'a>> {
    if media.is_empty() {
        return Vec::new();
    }
    let files = media.iter().map(|file| (&*file.below, file)).collect();
    let mut list = List { files, wanted: Vec::new() };
    if let Some(logo) = &config.publication.logo {
        list.add(logo, Form::Logo, Place::file("content/site.yml"), Some("logo"));
    }
    for evidence in dataset.activities.iter().flat_map(|activity| &activity.evidence) {
        list.evidence(evidence);
    }
    for text in &texts::of_settings(config) {
        list.text(text);
    }
    texts::of_records(dataset, &mut |shown| match shown {
        Shown::Text(text) => list.text(text),
        Shown::Photo(photo) => list.photo(photo),
    });
    list.wanted
}

/// What is to be handed on with some models: what their narratives and those of the activities on which they stand show
/// and link to, the evidence, and the photos of reports.
pub(super) fn of_models<'a>(
    dataset: &Edition,
    models: &[Idx<SuccessModel>],
    media: &'a [SourceFile],
) -> Vec<MediaRequest<'a>> {
    let files = media.iter().map(|file| (&*file.below, file)).collect();
    let mut list = List { files, wanted: Vec::new() };
    let results = models.iter().flat_map(|&idx| &dataset[idx].results);
    for &idx in results {
        list.activity(&dataset[idx]);
    }
    for text in narratives(dataset, models) {
        list.text(&text.value);
    }
    list.wanted
}

struct List<'a> {
    /// By the name that records call them by.
    files: HashMap<&'a str, &'a SourceFile>,
    wanted: Vec<MediaRequest<'a>>,
}

impl List<'_> {
    /// Adds a file in a form; what isn't there was told when the records were read.
    fn add(&mut self, name: &str, form: Form, at: Place, field: Option<&'static str>) {
        let Some(file) = self.files.get(name) else { return };
        let Some(kind) = Kind::of_name(&file.below) else { return };
        let (name, path) = (&*file.below, &*file.path);
        self.wanted.push(MediaRequest { name, path, stem: stem(name), kind, form, at, field });
    }

    fn photo(&mut self, photo: &Photo) {
        self.add(&photo.file, Form::Photo, photo.at.clone(), None);
    }

    fn activity(&mut self, activity: &Activity) {
        for photo in activity.updates.iter().flat_map(|update| &update.photos) {
            self.photo(photo);
        }
        for evidence in &activity.evidence {
            self.evidence(evidence);
        }
    }

    /// A photo is shown cleaned, and published as it was taken only where the record says so.
    fn evidence(&mut self, evidence: &Evidence) {
        let EvidenceSource::File(file) = evidence.source() else { return };
        let is_photo = is_photo(file);
        if is_photo {
            self.add(file, Form::Photo, evidence.at.clone(), Some("file"));
        }
        if !is_photo || evidence.original {
            self.add(file, Form::Document, evidence.at.clone(), Some("file"));
        }
    }

    fn text(&mut self, text: &Document) {
        for picture in &text.pictures {
            self.add(&picture.file, Form::Photo, picture.at.clone(), None);
        }
        for link in &text.links {
            if let Target::Path { path, .. } = &link.target
                && let Some(name) = path.strip_prefix("media/")
            {
                let form = if is_photo(name) { Form::Photo } else { Form::Document };
                self.add(name, form, link.at.clone(), None);
            }
        }
    }
}

fn is_photo(name: &str) -> bool {
    Kind::of_name(name).is_some_and(Kind::is_photo)
}

/// The file's own name as addresses write it: «photos/تالار ورزش.jpg» → `talar-varzesh`.
fn stem(name: &str) -> String {
    let stem = Path::new(name).file_stem().unwrap_or_default().to_string_lossy();
    let mut stem = slug(&stem);
    stem.truncate(STEM);
    stem.trim_end_matches('-').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stems_are_ascii_and_short() {
        assert_eq!(stem("photos/IMG_2041 (1).JPG"), "img-2041-1");
        assert_eq!(stem("زمین.pdf"), slug("زمین"));
        assert!(stem("زمین.pdf").is_ascii());
        let long = stem(&format!("{}.jpg", "a-".repeat(60)));
        assert!(long.len() <= STEM && !long.ends_with('-'), "{long}");
    }
}
