//! Records of a package that anybody may have made: held to what a package of ours can hold.
//!
//! What passes can be written as records that the reader takes without an error: ids are file names, texts are clean
//! and hold no numbers of persons, Markdown leads nowhere but to the web and within the package, numbers lie in their
//! ranges, every name that is used is given. Start reading at [`check`].

mod values;

use std::collections::BTreeSet;

use super::Refusal;
use super::schema::{Activity, Giver, Model, Named, Package, Records};
use super::text::goes_along;
use crate::diag::Severity;
use crate::fields::Key;
use crate::markdown::{self, Origin as TextOrigin, Target};
use crate::model::RecordKind;
use crate::model::key;
use crate::persian::text::is_valid_id;

use values::{
    Checked, FILES, PHOTOS, beneficiaries, choice, dates, evidence, figures, indicator, line, lines,
    maybe_line, maybe_url, media, milestone, origin, percent, refers, sound_text, title, weight, wrong,
};

/// Holds a package to what a package can hold.
pub(super) fn check(package: &Package) -> Checked {
    let Package { manifest, records, files } = package;
    giver(&manifest.from)?;
    let ids = Ids {
        models: ids("models", records.models.iter().map(|of| &*of.id))?,
        activities: ids("activities", records.activities.iter().map(|of| &*of.id))?,
        neighborhoods: names("neighborhoods", &records.neighborhoods)?,
        domains: names("domains", &records.domains)?,
        agencies: names("agencies", &records.agencies)?,
        files: files.keys().map(String::as_str).collect(),
        pictures: records.pictures.iter().map(|of| &*of.file).collect(),
    };
    for of in &records.pictures {
        media("pictures", &ids.files, &of.file, PHOTOS)?;
    }
    same_models(&manifest.models, records)?;
    for (at, of) in records.agencies.iter().enumerate() {
        choice(&format!("agencies[{at}].kind"), key::Agency::Kind.field(), of.kind.as_deref())?;
    }
    for of in &records.models {
        ids.model(of)?;
    }
    records.activities.iter().try_for_each(|of| ids.activity(of))
}

fn giver(of: &Giver) -> Checked {
    for (name, text) in [("title", &of.title), ("province", &of.province), ("programme", &of.programme)] {
        line(&format!("manifest.from.{name}"), text)?;
    }
    maybe_line("manifest.from.publisher", of.publisher.as_deref())?;
    maybe_line("manifest.from.license", of.license.as_deref())?;
    maybe_url("manifest.from.url", of.url.as_deref())
}

fn same_models(listed: &[String], records: &Records) -> Checked {
    if listed.is_empty() {
        return Err(wrong("manifest.models", "بسته الگویی ندارد.", "There is no model in the package."));
    }
    if listed.iter().ne(records.models.iter().map(|of| &of.id)) {
        let (fa, en) =
            ("الگوهای فهرست همان الگوهای بسته نیست.", "The list is not that of the models in the package.");
        return Err(wrong("manifest.models", fa, en));
    }
    Ok(())
}

/// Ids of a kind, each fit to be one and given once.
fn ids<'p>(place: &str, given: impl Iterator<Item = &'p str>) -> Result<BTreeSet<&'p str>, Refusal> {
    let mut ids = BTreeSet::new();
    for (at, id) in given.enumerate() {
        let place = format!("{place}[{at}].id");
        if !is_valid_id(id) {
            return Err(wrong(&place, "شناسه درست نیست.", "The id is not valid."));
        }
        if !ids.insert(id) {
            return Err(wrong(&place, "شناسه دو بار آمده است.", "The id is given twice."));
        }
    }
    Ok(ids)
}

/// Ids of what is only named, and its names.
fn names<'p>(place: &str, given: &'p [Named]) -> Result<BTreeSet<&'p str>, Refusal> {
    for (at, named) in given.iter().enumerate() {
        title(&format!("{place}[{at}].title"), &named.title)?;
        lines(&format!("{place}[{at}].aliases"), &named.aliases)?;
        maybe_line(&format!("{place}[{at}].kind"), named.kind.as_deref())?;
    }
    ids(place, given.iter().map(|named| &*named.id))
}

/// The ids of a package, to hold references and links against.
struct Ids<'p> {
    models: BTreeSet<&'p str>,
    activities: BTreeSet<&'p str>,
    neighborhoods: BTreeSet<&'p str>,
    domains: BTreeSet<&'p str>,
    agencies: BTreeSet<&'p str>,
    files: BTreeSet<&'p str>,
    pictures: BTreeSet<&'p str>,
}

impl Ids<'_> {
    fn model(&self, of: &Model) -> Checked {
        let at = |field: &str| format!("models/{}.{field}", of.id);
        title(&at("title"), &of.title)?;
        refers(&at("neighborhood"), &self.neighborhoods, of.neighborhood.iter())?;
        refers(&at("domain"), &self.domains, of.domain.iter())?;
        refers(&at("results"), &self.activities, of.results.iter())?;
        self.prose(&at("problem"), &of.problem)?;
        self.prose(&at("approach"), &of.approach)?;
        for (field, texts) in [("steps", &of.steps), ("conditions", &of.conditions), ("lessons", &of.lessons)]
        {
            texts
                .iter()
                .enumerate()
                .try_for_each(|(n, text)| self.prose(&at(&format!("{field}[{n}]")), text))?;
        }
        for (field, text) in [("contact", &of.contact), ("body", &of.body)] {
            text.iter().try_for_each(|text| self.prose(&at(field), text))?;
        }
        choice(&at("cost"), key::SuccessModel::Cost.field(), of.cost.as_deref())?;
        maybe_line(&at("license"), of.license.as_deref())?;
        for adoption in &of.adoptions {
            line(&at("adoptions.place"), &adoption.place)?;
            maybe_line(&at("adoptions.note"), adoption.note.as_deref())?;
        }
        of.origin.iter().try_for_each(|of| origin(&at("origin"), of))
    }

    fn activity(&self, of: &Activity) -> Checked {
        let at = |field: &str| format!("activities/{}.{field}", of.id);
        title(&at("title"), &of.title)?;
        if of.neighborhoods.is_empty() {
            return Err(wrong(&at("neighborhoods"), "محله‌ای ندارد.", "There is no neighborhood."));
        }
        refers(&at("neighborhoods"), &self.neighborhoods, of.neighborhoods.iter())?;
        refers(&at("domain"), &self.domains, [&of.domain].into_iter())?;
        refers(&at("lead"), &self.agencies, of.lead.iter())?;
        refers(&at("partners"), &self.agencies, of.partners.iter())?;
        for (field, text) in
            [("problem", &of.problem), ("summary", &of.summary), ("responsible", &of.responsible)]
        {
            maybe_line(&at(field), text.as_deref())?;
        }
        lines(&at("tags"), &of.tags)?;
        choice(&at("status"), key::Activity::Status.field(), Some(&of.status))?;
        choice(&at("measure"), key::Activity::Measure.field(), of.measure.as_deref())?;
        weight(&at("weight"), of.weight)?;
        dates(&at("due"), of)?;
        of.milestones.iter().try_for_each(|of| milestone(&at("milestones"), of))?;
        of.indicators.iter().try_for_each(|of| indicator(&at("indicators"), of))?;
        for row in &of.reschedules {
            choice(&at("reschedules.reason"), key::Reschedule::Reason.field(), Some(&row.reason))?;
            maybe_line(&at("reschedules.note"), row.note.as_deref())?;
        }
        for update in &of.updates {
            percent(&at("updates.progress"), update.progress)?;
            update.text.iter().try_for_each(|text| self.prose(&at("updates.text"), text))?;
            for photo in &update.photos {
                media(&at("updates.photos"), &self.files, &photo.file, PHOTOS)?;
                maybe_line(&at("updates.photos.alt"), photo.alt.as_deref())?;
            }
        }
        of.beneficiaries.iter().try_for_each(|of| beneficiaries(&at("beneficiaries"), of))?;
        for of in &of.evidence {
            evidence(&at("evidence"), of)?;
            of.file.iter().try_for_each(|file| media(&at("evidence.file"), &self.files, file, FILES))?;
        }
        of.body.iter().try_for_each(|text| self.prose(&at("body"), text))?;
        figures(&at("figures"), of)
    }

    /// Markdown that leads nowhere but to the web and to records and files of the package, and shows its pictures alone.
    fn prose(&self, place: &str, text: &str) -> Checked {
        sound_text(place, text)?;
        let origin = TextOrigin { file: "records.json".into(), line: 1, indent: 0 };
        let mut found = Vec::new();
        let document = markdown::inspect(text, &origin, &mut found);
        let holds = |kind, id: &str| match kind {
            RecordKind::Model => self.models.contains(id),
            RecordKind::Activity => self.activities.contains(id),
            _ => false,
        };
        let leads = |target: &Target| match target {
            Target::Path { path, tail } => tail.is_empty() && self.files.contains(&**path),
            target => goes_along(target, holds),
        };
        let strays = document.links.iter().any(|link| !leads(&link.target));
        if strays || found.iter().any(|found| found.severity() == Severity::Error) {
            let (fa, en) =
                ("پیوندی در متن است که پذیرفته نمی‌شود.", "There is a link in the text that is not allowed.");
            return Err(wrong(place, fa, en));
        }
        document.pictures.iter().try_for_each(|picture| media(place, &self.pictures, &picture.file, PHOTOS))
    }
}
