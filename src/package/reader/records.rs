//! The records of a package as the page shows them.

use std::borrow::Cow;

use tera::Value;

use super::view::{
    Activity, Dated, Fact, Facts, Indicator, List, Measured, Milestone, Model, Photo, ResultRow,
};
use super::words::{known, people, place, quantity, rial, shown, stamp, state, title};
use crate::fields::Key;
use crate::figures::activity::{ACTUAL, PLANNED, STATE, VERIFIED};
use crate::markdown::{self, Addresses, Origin, PageOptions, Picture, Target};
use crate::model::RecordKind;
use crate::model::key;
use crate::package::schema::{self, Date};
use crate::package::{Package, persian};
use crate::persian::dates;
use crate::persian::numbers::percent;
use crate::persian::text::list_and;

/// Makes views of the records of a package.
pub(super) struct Reader<'p> {
    pub(super) package: &'p Package,
}

impl Reader<'_> {
    /// A Markdown text, its headings from `level` on; `prefix` keeps its ids apart from those of other texts.
    fn html(&self, text: &str, prefix: &str, level: u8) -> Value {
        let origin = Origin { file: "records.json".into(), line: 1, indent: 0 };
        let document = markdown::inspect(text, &origin, &mut Vec::new());
        let options = PageOptions { root: "", level, id_prefix: &format!("{prefix}-") };
        Value::safe_string(&document.render(&options, self))
    }

    pub(super) fn model(&self, at: usize, of: &schema::Model) -> Model {
        let html = |text: &String, part: &str| self.html(text, &format!("m{at}{part}"), 3);
        let list = |title, ordered, texts: &[String], part: &str| List {
            title,
            ordered,
            items: texts.iter().enumerate().map(|(n, text)| html(text, &format!("{part}{n}"))).collect(),
        };
        let records = &self.package.records;
        let results = of.results.iter().filter_map(|id| records.activities.iter().find(|of| of.id == *id));
        Model {
            anchor: format!("model-{}", of.id),
            title: shown(&of.title),
            facts: self.model_facts(of),
            problem: html(&of.problem, "problem"),
            approach: html(&of.approach, "approach"),
            lists: vec![
                list("گام‌ها", true, &of.steps, "step"),
                list("شرایط", false, &of.conditions, "condition"),
                list("درس‌ها", false, &of.lessons, "lesson"),
            ],
            results: results.map(result).collect(),
            body: of.body.as_ref().map(|text| html(text, "body")),
            adoptions: of.adoptions.iter().map(adoption).collect(),
            contact: of.contact.as_ref().map(|text| html(text, "contact")),
        }
    }

    fn model_facts(&self, of: &schema::Model) -> Vec<Fact> {
        let records = &self.package.records;
        let mut facts = Facts::default();
        facts.add("محله", of.neighborhood.as_ref().map(|id| place(&records.neighborhoods, id)));
        facts.add("حوزه", of.domain.as_ref().map(|id| title(&records.domains, id)));
        facts.add(
            "هزینه",
            of.cost.as_ref().map(|cost| persian(key::SuccessModel::Cost.field(), cost).to_owned()),
        );
        facts.add_name("مجوز", of.license.as_deref());
        if let Some(origin) = &of.origin {
            facts.add(
                "برگرفته از",
                origin.province.as_ref().map(|province| format!("استان {}", shown(province))),
            );
        }
        facts.0
    }

    pub(super) fn activity(&self, at: usize, of: &schema::Activity) -> Activity {
        let html = |text: &String, part: &str| self.html(text, &format!("a{at}{part}"), 4);
        Activity {
            anchor: format!("activity-{}", of.id),
            title: shown(&of.title),
            summary: of.summary.as_deref().map(shown).unwrap_or_default(),
            facts: self.activity_facts(of),
            milestones: of
                .milestones
                .iter()
                .map(|of| Milestone {
                    title: shown(&of.title),
                    due: of.due.map(stamp),
                    done: of.done.map(stamp),
                })
                .collect(),
            indicators: of.indicators.iter().map(indicator).collect(),
            body: of.body.as_ref().map(|text| html(text, "body")),
            updates: of
                .updates
                .iter()
                .enumerate()
                .map(|(n, of)| Dated {
                    at: Some(stamp(of.date)),
                    text: of.progress.map(|done| format!("پیشرفت {}", percent(done))).unwrap_or_default(),
                    body: of.text.as_ref().map(|text| html(text, &format!("update{n}"))),
                    href: String::new(),
                    photos: of.photos.iter().map(photo).collect(),
                })
                .collect(),
            evidence: of
                .evidence
                .iter()
                .map(|of| Dated {
                    at: of.date.map(stamp),
                    text: shown(&of.title),
                    body: None,
                    href: of.url.clone().or_else(|| of.file.clone()).unwrap_or_default(),
                    photos: Vec::new(),
                })
                .collect(),
        }
    }

    fn activity_facts(&self, of: &schema::Activity) -> Vec<Fact> {
        let records = &self.package.records;
        let figures = &of.figures;
        let day = |date: Option<Date>| date.map(|date| dates::medium(date.0));
        let places: Vec<_> = of.neighborhoods.iter().map(|id| place(&records.neighborhoods, id)).collect();
        let partners: Vec<_> = of.partners.iter().map(|id| title(&records.agencies, id)).collect();
        let mut facts = Facts::default();
        facts.add(STATE.caption, Some(state(&figures.state)));
        facts.add(ACTUAL.caption, Some(known(figures.actual)));
        facts.add(PLANNED.caption, figures.planned.map(percent));
        facts.add(VERIFIED.caption, figures.verified.map(percent));
        facts.add("محله", Some(list_and(&places)));
        facts.add("حوزه", Some(title(&records.domains, &of.domain)));
        facts.add("مسئله", of.problem.as_deref().map(shown));
        facts.add("دستگاه مسئول", of.lead.as_ref().map(|id| title(&records.agencies, id)));
        facts.add("مسئول", of.responsible.as_deref().map(shown));
        facts.add("همکاران", (!partners.is_empty()).then(|| list_and(&partners)));
        facts.add("آغاز", day(of.start));
        facts.add("مهلت", day(figures.due));
        facts.add("پایان", day(of.finished));
        facts.add("بودجه", of.budget.as_ref().and_then(|of| of.planned).map(rial));
        facts.add("هزینه‌کرد", of.budget.as_ref().and_then(|of| of.spent).map(rial));
        facts.add("بهره‌مندان", of.beneficiaries.as_ref().and_then(people));
        facts.add("برچسب‌ها", (!of.tags.is_empty()).then(|| shown(&of.tags.join("، "))));
        facts.0
    }
}

/// Links of texts lead to the sections of this page.
impl Addresses for Reader<'_> {
    fn page(&self, target: &Target) -> Option<Cow<'_, str>> {
        match target {
            Target::Record { kind: RecordKind::Model, id, .. } => Some(Cow::Owned(format!("#model-{id}"))),
            Target::Record { kind: RecordKind::Activity, id, .. } => {
                Some(Cow::Owned(format!("#activity-{id}")))
            }
            Target::Path { path, .. } => {
                self.package.files.contains_key(path).then(|| Cow::Owned(path.clone()))
            }
            _ => None,
        }
    }

    fn picture(&self, file: &str) -> Option<Picture<'_>> {
        let of = self.package.records.pictures.iter().find(|of| of.file == file)?;
        Some(Picture {
            address: Cow::Borrowed(&of.file),
            width: of.width,
            height: of.height,
            smaller: Vec::new(),
        })
    }
}

fn result(of: &schema::Activity) -> ResultRow {
    ResultRow {
        anchor: format!("activity-{}", of.id),
        title: shown(&of.title),
        state: state(&of.figures.state),
        planned: of.figures.planned.map_or_else(|| "—".to_owned(), percent),
        actual: known(of.figures.actual),
    }
}

fn adoption(of: &schema::Adoption) -> Dated {
    let note = of.note.as_deref().map(|note| format!("؛ {}", shown(note))).unwrap_or_default();
    Dated {
        at: of.date.map(stamp),
        text: format!("{}{note}", shown(&of.place)),
        body: None,
        href: String::new(),
        photos: Vec::new(),
    }
}

fn photo(of: &schema::Photo) -> Photo {
    let alt = of.alt.as_deref().map(shown).unwrap_or_default();
    Photo { file: of.file.clone(), alt, width: of.width, height: of.height }
}

/// «پایه ۰، هدف ۲۴ نفر»
fn indicator(of: &schema::Indicator) -> Indicator {
    let unit = of.unit.as_deref().map(|unit| format!(" {}", shown(unit))).unwrap_or_default();
    let part = |word: &str, value: Option<f64>| value.map(|value| format!("{word} {}", quantity(value)));
    let parts: Vec<_> = [part("پایه", of.baseline), part("هدف", of.target)].into_iter().flatten().collect();
    let goal = if parts.is_empty() { String::new() } else { format!("{}{unit}", parts.join("، ")) };
    let values = of.values.iter().map(|value| Measured {
        at: stamp(value.date),
        value: format!("{}{unit}", quantity(value.value)),
        source: value.source.as_deref().map(shown).unwrap_or_default(),
    });
    Indicator { title: shown(&of.title), goal, values: values.collect() }
}
