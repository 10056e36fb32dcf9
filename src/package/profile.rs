//! What a package may hold beyond what any content may: the profile under which packages are read.
//!
//! The records are read and checked by `content`, as those of a site are. Here is what is stricter: only the entries that
//! packages of ours have, no drafts, nothing that the privacy guard finds, and no link but to the web and within the
//! package. Start reading at [`Contents::read`].

use std::collections::BTreeSet;

use super::records::KINDS;
use super::refusal::wrong;
use super::text::goes_along;
use super::unpack::file;
use super::{FIGURES, Giver, MANIFEST, MEDIA, PAGE, Package, PackedFigures, Refusal, STYLE};
use crate::content::{Given, Written, masked, read_given};
use crate::diag::codes::guard;
use crate::diag::{Diagnostic, Severity};
use crate::fields::{Datum, is_url};
use crate::markdown::{Document, Target};
use crate::model::Dataset;
use crate::persian::text::clean;

/// The types of files that go along (product.md, "Guarding people").
const TYPES: &[&str] = &["jpg", "jpeg", "png", "webp", "pdf", "docx", "xlsx", "csv", "mp3", "mp4"];

type Checked = Result<(), Refusal>;

/// A package that was read and is sound.
#[derive(Debug)]
pub struct Contents {
    /// Its manifest and its entries.
    pub package: Package,
    /// Its records.
    pub dataset: Dataset,
    /// The Markdown of its narratives.
    pub written: Written,
    /// The figures of its activities.
    pub figures: PackedFigures,
}

impl Contents {
    /// Reads the records of a package and holds all of it to the profile.
    pub fn read(package: Package) -> Result<Self, Refusal> {
        let Package { manifest, files } = &package;
        if let Some(name) = files.keys().find(|name| !has_a_place(name)) {
            return Err(Refusal::Unexpected(name.clone()));
        }
        giver(&manifest.from)?;
        for (name, lines) in [("left_out", &manifest.left_out), ("small_counts", &manifest.small_counts)] {
            lines.iter().try_for_each(|text| line(name, text))?;
        }
        let records = files.iter().filter(|(name, _)| name.starts_with("content/"));
        let Given { dataset, drafts, diagnostics, written } =
            read_given(&records.map(|(name, bytes)| (name.clone(), bytes.clone())).collect());
        if let Some(found) = diagnostics.iter().find(|found| is_refused(found)) {
            return Err(refusal(found));
        }
        if let Some(draft) = drafts.first() {
            return Err(wrong(&draft.id, "پیش‌نویس در بسته نمی‌آید.", "A package holds no drafts."));
        }
        let Some(dataset) = dataset else { return Err(Refusal::Structure) };
        models(&manifest.models, &dataset)?;
        let figures = PackedFigures::read(file(files, FIGURES)?, &dataset)?;
        links(&dataset, &|path| {
            path.strip_prefix("media/").is_some_and(|name| files.contains_key(&format!("{MEDIA}{name}")))
        })?;
        Ok(Self { package, dataset, written, figures })
    }
}

/// Returns whether an entry is one that packages of ours have.
fn has_a_place(name: &str) -> bool {
    if [MANIFEST, FIGURES, PAGE, STYLE].contains(&name) {
        return true;
    }
    let is_plain = |file: &str| !file.contains('/');
    if let Some(file) = name.strip_prefix(MEDIA) {
        return is_plain(file) && file.rsplit_once('.').is_some_and(|(_, ending)| TYPES.contains(&ending));
    }
    let record = name.strip_prefix("content/").and_then(|below| below.split_once('/'));
    record.is_some_and(|(folder, file)| {
        KINDS.iter().any(|kind| kind.folder() == folder)
            && is_plain(file)
            && file.rsplit_once('.').is_some_and(|(_, ending)| ["md", "yml"].contains(&ending))
    })
}

fn is_refused(found: &Diagnostic) -> bool {
    found.severity() == Severity::Error || guard::ALL.contains(&found.code)
}

/// Says what the reader found. A foreign text may stand in it, so that nothing may steer a terminal.
fn refusal(found: &Diagnostic) -> Refusal {
    let plain = |text: &str| text.chars().filter(|letter| !letter.is_control()).collect::<String>();
    let field = found.field.as_deref().map(|field| format!(" {field}")).unwrap_or_default();
    let sentence = &found.message.sentence;
    wrong(&plain(&format!("{}{field}", found.at.file)), plain(&sentence.fa), plain(&sentence.en))
}

fn giver(of: &Giver) -> Checked {
    let optional = [("publisher", &of.publisher), ("license", &of.license)];
    let texts = [("title", &of.title), ("province", &of.province), ("programme", &of.programme)];
    let given = optional.into_iter().filter_map(|(name, text)| Some((name, text.as_ref()?)));
    for (name, text) in texts.into_iter().chain(given) {
        line(&format!("{MANIFEST} from.{name}"), text)?;
    }
    let is_sound = |url: &String| is_url(url) && !url.contains(|c: char| c.is_control() || c.is_whitespace());
    if of.url.as_ref().is_none_or(is_sound) {
        return Ok(());
    }
    Err(wrong(&format!("{MANIFEST} from.url"), "نشانی وب درست نیست.", "The web address is not valid."))
}

/// Checks a line of the manifest, which the reader of records doesn't see.
fn line(place: &str, text: &str) -> Checked {
    let is_clean = clean(text).is_ok_and(|cleaned| *cleaned.text == *text) && text.trim() == text;
    if text.is_empty() || text.contains(['\n', '\r', '\u{2028}', '\u{2029}']) || !is_clean {
        return Err(wrong(
            place,
            "متن خالی است، یک سطر نیست یا نویسهٔ پنهان یا نادرست دارد.",
            "The text is empty, is not one line, or has hidden or wrong characters.",
        ));
    }
    if *masked(text) != *text {
        return Err(wrong(place, "در متن شماره‌ای شخصی هست.", "There is a number of a person in the text."));
    }
    Ok(())
}

fn models(listed: &[String], dataset: &Dataset) -> Checked {
    let place = &format!("{MANIFEST} models");
    if listed.is_empty() {
        return Err(wrong(place, "بسته الگویی ندارد.", "There is no model in the package."));
    }
    let known: Vec<&str> = dataset.models.iter().map(|model| &*model.record.id).collect();
    let ids: BTreeSet<&str> = listed.iter().map(String::as_str).collect();
    if ids.len() != listed.len() || !ids.into_iter().eq(known) {
        return Err(wrong(
            place,
            "الگوهای فهرست همان الگوهای بسته نیست.",
            "The list is not that of the models in the package.",
        ));
    }
    Ok(())
}

/// Checks that no narrative leads elsewhere than to the web and within the package.
fn links(dataset: &Dataset, holds_file: &dyn Fn(&str) -> bool) -> Checked {
    for kind in KINDS {
        let mut position = 0;
        while let (Some(head), Some(fields)) = (dataset.head(kind, position), dataset.fields(kind, position))
        {
            position += 1;
            let place = format!("{}/{}", kind.folder(), head.id);
            if let Some(body) = &head.body {
                document(&body.value, &place, holds_file)?;
            }
            for (_, value) in fields.data() {
                proses(&value, &place, holds_file)?;
            }
        }
    }
    Ok(())
}

fn proses(value: &Datum<'_>, place: &str, holds_file: &dyn Fn(&str) -> bool) -> Checked {
    match value {
        Datum::Prose(text, _) => document(text, place, holds_file),
        Datum::List(items) => items.iter().try_for_each(|item| proses(item, place, holds_file)),
        Datum::Map(map) => map.data().iter().try_for_each(|(_, value)| proses(value, place, holds_file)),
        _ => Ok(()),
    }
}

fn document(text: &Document, place: &str, holds_file: &dyn Fn(&str) -> bool) -> Checked {
    // That a record of the kind and id is there was checked when the text was read.
    let leads_out = |target: &Target| match target {
        Target::Path { path, .. } => !holds_file(path),
        target => !goes_along(target, |_: crate::model::RecordKind, _: &str| true),
    };
    // The text of a bare address is all that there is of it.
    match text.links.iter().find(|link| !link.is_bare && leads_out(&link.target)) {
        None => Ok(()),
        Some(_) => Err(wrong(
            place,
            "پیوندی در متن به جایی بیرون از بسته می‌رود.",
            "A link in the text leads out of the package.",
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::has_a_place;

    #[test]
    fn only_entries_of_ours_have_a_place() {
        for name in ["package.json", "content/models/x.md", "content/domains/x.yml", "content/media/x.png"] {
            assert!(has_a_place(name), "{name}");
        }
        for name in [
            "x.html",
            "content/site.yml",
            "content/visits/x.md",
            "content/models/x/y.md",
            "content/media/x.svg",
            "content/media/x/y.png",
            "content/static/x.txt",
        ] {
            assert!(!has_a_place(name), "{name}");
        }
    }
}
