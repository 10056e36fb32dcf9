//! The page inside a package: `index.html`, all of it to read, with a double click and without a network.
//!
//! It is made of what was read back from the package, so it shows exactly what is handed on, in the words of the
//! province that gives it. The theme renders it by `package.html`. Start reading at [`view()`].

mod facts;
mod view;

use std::borrow::Cow;
use std::collections::BTreeMap;

use tera::Value;

use super::media::PUBLISHED;
use super::{Contents, MEDIA};
use crate::config::{Terms, Thresholds};
use crate::figures::activity::{ACTUAL, PLANNED};
use crate::markdown::{Addresses, PageOptions, Picture, Target};
use crate::model::{self, Prose, RecordKind};
use crate::persian::numbers::{decimal, percent};
use crate::persian::text::page_digits;
use crate::persian::{Day, dates};

use view::{Activity, Dated, Indicator, List, Measured, Milestone, Model, Page, Photo, ResultRow, Stamp};

/// The view of the page; `sizes` are those of the photos, by their names below the media of the package.
pub(super) fn view(
    contents: &Contents,
    terms: &Terms,
    thresholds: &Thresholds,
    sizes: &BTreeMap<String, (u32, u32)>,
) -> Page {
    let (manifest, dataset) = (&contents.package.manifest, &contents.dataset);
    let from = &manifest.from;
    let maybe = |text: &Option<String>| text.as_deref().map(shown).unwrap_or_default();
    let maker = Maker { contents, terms, thresholds, sizes };
    let model = |id: &String| dataset.models.iter().find(|of| *of.record.id == **id);
    let models = manifest.models.iter().filter_map(model).enumerate();
    Page {
        title: shown(&from.title),
        programme: shown(&from.programme),
        province: shown(&from.province),
        publisher: maybe(&from.publisher),
        url: from.url.clone().unwrap_or_default(),
        license: from.license.clone().unwrap_or_default(),
        as_of: Stamp { iso: manifest.as_of.iso(), text: dates::long(manifest.as_of) },
        generator: manifest.generator.clone(),
        left_out: !manifest.left_out.is_empty(),
        sample: dataset.models.iter().any(|of| of.record.sample)
            || dataset.activities.iter().any(|of| of.record.sample),
        model: terms.model.one.to_string(),
        activity: terms.activity.one.to_string(),
        manager: terms.manager.one.to_string(),
        models: models.map(|(at, of)| maker.model(at, of)).collect(),
        activities: dataset.activities.iter().enumerate().map(|(at, of)| maker.activity(at, of)).collect(),
    }
}

/// Makes views of the records of a package.
struct Maker<'p> {
    contents: &'p Contents,
    terms: &'p Terms,
    thresholds: &'p Thresholds,
    sizes: &'p BTreeMap<String, (u32, u32)>,
}

impl Maker<'_> {
    /// A Markdown text, its headings from `level` on; `prefix` keeps its ids apart from those of other texts.
    fn html(&self, prose: &Prose, prefix: &str, level: u8) -> Value {
        let options = PageOptions { root: "", level, id_prefix: &format!("{prefix}-") };
        Value::safe_string(&prose.value.render(&options, self))
    }

    fn model(&self, at: usize, of: &model::SuccessModel) -> Model {
        let html = |text: &Prose, part: &str| self.html(text, &format!("m{at}{part}"), 3);
        let list = |title, ordered, texts: &[Prose], part: &str| List {
            title,
            ordered,
            items: texts.iter().enumerate().map(|(n, text)| html(text, &format!("{part}{n}"))).collect(),
        };
        let results = of.results.iter().map(|&idx| self.result(&self.contents.dataset[idx]));
        Model {
            anchor: format!("model-{}", of.record.id),
            title: shown(of.record.title.typed()),
            facts: self.model_facts(of),
            problem: html(&of.problem, "problem"),
            approach: html(&of.approach, "approach"),
            lists: vec![
                list("گام‌ها", true, &of.steps, "step"),
                list("شرایط", false, &of.conditions, "condition"),
                list("درس‌ها", false, &of.lessons, "lesson"),
            ],
            results: results.collect(),
            body: of.record.body.as_ref().map(|text| html(text, "body")),
            adoptions: of.adoptions.iter().map(adoption).collect(),
            contact: of.contact.as_ref().map(|text| html(text, "contact")),
        }
    }

    fn result(&self, of: &model::Activity) -> ResultRow {
        let (id, figures) = (&*of.record.id, &self.contents.figures);
        ResultRow {
            anchor: format!("activity-{id}"),
            title: shown(of.record.title.typed()),
            state: figures.state(id).map(|state| state.fa().to_owned()).unwrap_or_default(),
            planned: figures.number(id, &PLANNED).map_or_else(|| "—".to_owned(), percent),
            actual: known(figures.number(id, &ACTUAL)),
        }
    }

    fn activity(&self, at: usize, of: &model::Activity) -> Activity {
        let html = |text: &Prose, part: &str| self.html(text, &format!("a{at}{part}"), 4);
        let milestone = |of: &model::Milestone| Milestone {
            title: shown(of.title.typed()),
            due: of.due.map(stamp),
            done: of.done.map(stamp),
        };
        let update = |(n, of): (usize, &model::Update)| Dated {
            at: Some(stamp(of.date)),
            text: of.progress.map(|done| format!("پیشرفت {}", percent(done.get()))).unwrap_or_default(),
            body: of.text.as_ref().map(|text| html(text, &format!("update{n}"))),
            photos: of.photos.iter().filter_map(|photo| self.photo(photo)).collect(),
            ..Dated::default()
        };
        let mut updates: Vec<_> = of.updates.iter().collect();
        updates.sort_by_key(|update| update.date);
        Activity {
            anchor: format!("activity-{}", of.record.id),
            title: shown(of.record.title.typed()),
            summary: of.summary.as_ref().map(|text| shown(text.typed())).unwrap_or_default(),
            facts: self.activity_facts(of),
            milestones: of.milestones.iter().map(milestone).collect(),
            indicators: of.indicators.iter().map(indicator).collect(),
            body: of.record.body.as_ref().map(|text| html(text, "body")),
            updates: updates.into_iter().enumerate().map(update).collect(),
            evidence: of.evidence.iter().map(evidence).collect(),
        }
    }

    fn photo(&self, of: &model::Photo) -> Option<Photo> {
        let &(width, height) = self.sizes.get(&*of.file)?;
        let alt = of.alt.as_ref().map(|alt| shown(alt.typed())).unwrap_or_default();
        Some(Photo { file: format!("{MEDIA}{}", of.file), alt, width, height })
    }
}

/// Links of texts lead to the parts of this page and to the files beside it.
impl Addresses for Maker<'_> {
    fn page<'t>(&'t self, target: &'t Target) -> Option<Cow<'t, str>> {
        match target {
            Target::Record { kind: RecordKind::Model, id, .. } => Some(Cow::Owned(format!("#model-{id}"))),
            Target::Record { kind: RecordKind::Activity, id, .. } => {
                Some(Cow::Owned(format!("#activity-{id}")))
            }
            Target::Path { path, .. } => {
                let entry = format!("{MEDIA}{}", path.strip_prefix(PUBLISHED)?);
                self.contents.package.files.contains_key(&entry).then_some(Cow::Owned(entry))
            }
            _ => None,
        }
    }

    fn picture(&self, file: &str) -> Option<Picture<'_>> {
        let &(width, height) = self.sizes.get(file)?;
        let address = Cow::Owned(format!("{MEDIA}{file}"));
        Some(Picture { address, width, height, smaller: Vec::new() })
    }
}

fn adoption(of: &model::Adoption) -> Dated {
    let note = of.note.as_ref().map(|note| format!("؛ {}", shown(note.typed()))).unwrap_or_default();
    Dated { at: of.date.map(stamp), text: format!("{}{note}", shown(of.place.typed())), ..Dated::default() }
}

fn evidence(of: &model::Evidence) -> Dated {
    let href = match of.source() {
        model::EvidenceSource::Url(url) => url.to_string(),
        model::EvidenceSource::File(file) => format!("{MEDIA}{file}"),
    };
    Dated { at: of.date.map(stamp), text: shown(of.title.typed()), href, ..Dated::default() }
}

/// «پایه ۰، هدف ۲۴ نفر»
fn indicator(of: &model::Indicator) -> Indicator {
    let unit = of.unit.as_ref().map(|unit| format!(" {}", shown(unit.typed()))).unwrap_or_default();
    let part = |word: &str, value: Option<f64>| value.map(|value| format!("{word} {}", decimal(value, 2)));
    let parts: Vec<_> = [part("پایه", of.baseline), part("هدف", of.target)].into_iter().flatten().collect();
    let goal = if parts.is_empty() { String::new() } else { format!("{}{unit}", parts.join("، ")) };
    let values = of.values.iter().map(|value| Measured {
        at: stamp(value.date),
        value: format!("{}{unit}", decimal(value.value, 2)),
        source: value.source.as_ref().map(|source| shown(source.typed())).unwrap_or_default(),
    });
    Indicator { title: shown(of.title.typed()), goal, values: values.collect() }
}

/// A text as a page shows it.
fn shown(text: &str) -> String {
    page_digits(text).into_owned()
}

fn stamp(day: Day) -> Stamp {
    Stamp { iso: day.iso(), text: dates::medium(day) }
}

fn known(value: Option<f64>) -> String {
    value.map_or_else(|| "؟".to_owned(), percent)
}
