//! The page inside a package: `index.html`, all of it to read, with a double click and without a network.
//!
//! It is made of the package alone, never of the site, so it shows exactly what is handed on. Its style sheet is a file
//! of its own, for its policy forbids inline styles as that of the site does. Start reading at [`page`].

use std::borrow::Cow;

use serde::Serialize;
use tera::{Context, Tera, Value};

use super::Package;
use super::schema::{self, Count, Date};
use super::words::persian;
use crate::fields::key::{self, Key};
use crate::markdown::{self, Addresses, Origin, PageOptions, Picture, RecordKind, Target};
use crate::persian::numbers::{decimal, fa_digits, integer, percent};
use crate::persian::text::{list_and, page_digits};
use crate::persian::{dates, ezafe};
use crate::progress::State;

/// The page's name.
pub(super) const PAGE: &str = "index.html";
/// The style sheet's name.
pub(super) const STYLE: &str = "reader.css";
/// The style sheet.
pub(super) const CSS: &str = include_str!("reader.css");

const TEMPLATE: &str = include_str!("reader.html");

/// The page of a package.
pub(super) fn page(package: &Package) -> String {
    let mut tera = Tera::default();
    tera.autoescape_on([".html"]);
    tera.add_raw_template(PAGE, TEMPLATE).expect("the template is sound, a test renders it");
    let mut context = Context::new();
    context.insert("page", &Page::of(package));
    tera.render(PAGE, &context).expect("every name of the template is in the view")
}

#[derive(Serialize)]
struct Page {
    title: String,
    programme: String,
    province: String,
    publisher: String,
    url: String,
    license: String,
    as_of: Stamp,
    generator: String,
    left_out: String,
    sample: bool,
    models: Vec<Model>,
    activities: Vec<Activity>,
}

#[derive(Serialize)]
struct Stamp {
    iso: String,
    text: String,
}

#[derive(Serialize)]
struct Fact {
    term: &'static str,
    value: String,
    /// It reads from left to right.
    ltr: bool,
}

#[derive(Serialize)]
struct Model {
    anchor: String,
    title: String,
    facts: Vec<Fact>,
    problem: Value,
    approach: Value,
    /// Steps, conditions, lessons.
    lists: Vec<List>,
    results: Vec<ResultRow>,
    body: Option<Value>,
    adoptions: Vec<Dated>,
    contact: Option<Value>,
}

#[derive(Serialize)]
struct List {
    title: &'static str,
    ordered: bool,
    items: Vec<Value>,
}

#[derive(Serialize)]
struct ResultRow {
    anchor: String,
    title: String,
    state: String,
    planned: String,
    actual: String,
}

#[derive(Serialize)]
struct Dated {
    at: Option<Stamp>,
    text: String,
    body: Option<Value>,
    href: String,
}

#[derive(Serialize)]
struct Activity {
    anchor: String,
    title: String,
    summary: String,
    facts: Vec<Fact>,
    milestones: Vec<Milestone>,
    indicators: Vec<Indicator>,
    body: Option<Value>,
    updates: Vec<Dated>,
    evidence: Vec<Dated>,
}

#[derive(Serialize)]
struct Milestone {
    title: String,
    due: Option<Stamp>,
    done: Option<Stamp>,
}

#[derive(Serialize)]
struct Indicator {
    title: String,
    goal: String,
    values: Vec<Measured>,
}

#[derive(Serialize)]
struct Measured {
    at: Stamp,
    value: String,
    source: String,
}

impl Page {
    fn of(package: &Package) -> Self {
        let Package { manifest, records } = package;
        let from = &manifest.from;
        let maybe = |text: &Option<String>| text.as_deref().map(shown).unwrap_or_default();
        let reader = Reader { package };
        Self {
            title: shown(&from.title),
            programme: shown(&from.programme),
            province: shown(&from.province),
            publisher: maybe(&from.publisher),
            url: from.url.clone().unwrap_or_default(),
            license: from.license.clone().unwrap_or_default(),
            as_of: Stamp { iso: manifest.as_of.0.iso(), text: dates::long(manifest.as_of.0) },
            generator: manifest.generator.clone(),
            left_out: left_out(&manifest.left_out),
            sample: records.models.iter().any(|of| of.sample)
                || records.activities.iter().any(|of| of.sample),
            models: records.models.iter().enumerate().map(|(at, of)| reader.model(at, of)).collect(),
            activities: records
                .activities
                .iter()
                .enumerate()
                .map(|(at, of)| reader.activity(at, of))
                .collect(),
        }
    }
}

/// «تصویرها و سندها»
fn left_out(what: &[String]) -> String {
    let words: Vec<_> = what
        .iter()
        .filter_map(|what| match &**what {
            "photos" => Some("تصویرها"),
            "documents" => Some("سندها"),
            _ => None,
        })
        .collect();
    list_and(&words)
}

/// A text as a page shows it.
fn shown(text: &str) -> String {
    page_digits(text).into_owned()
}

fn stamp(date: Date) -> Stamp {
    Stamp { iso: date.0.iso(), text: dates::medium(date.0) }
}

fn quantity(value: f64) -> String {
    decimal(value, 2)
}

fn known(value: Option<f64>) -> String {
    value.map_or_else(|| "؟".to_owned(), percent)
}

/// Makes views of the records of a package.
struct Reader<'p> {
    package: &'p Package,
}

impl Reader<'_> {
    /// A Markdown text; `prefix` keeps its ids apart from those of other texts.
    fn html(&self, text: &str, prefix: &str) -> Value {
        let origin = Origin { file: "records.json".into(), line: 1, indent: 0 };
        let document = markdown::inspect(text, &origin, &mut Vec::new());
        let options = PageOptions { root: "", level: 4, id_prefix: &format!("{prefix}-") };
        Value::safe_string(&document.render(&options, self))
    }

    fn model(&self, at: usize, of: &schema::Model) -> Model {
        let html = |text: &String, part: &str| self.html(text, &format!("m{at}{part}"));
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
        facts.add("هزینه", of.cost.as_ref().map(|cost| persian(key::Model::Cost.field(), cost).to_owned()));
        facts.add_name("مجوز", of.license.as_deref());
        if let Some(origin) = &of.origin {
            facts.add(
                "برگرفته از",
                origin.province.as_ref().map(|province| format!("استان {}", shown(province))),
            );
        }
        facts.0
    }

    fn activity(&self, at: usize, of: &schema::Activity) -> Activity {
        let html = |text: &String, part: &str| self.html(text, &format!("a{at}{part}"));
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
                })
                .collect(),
            evidence: of
                .evidence
                .iter()
                .map(|of| Dated {
                    at: of.date.map(stamp),
                    text: shown(&of.title),
                    body: None,
                    href: of.url.clone().unwrap_or_default(),
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
        facts.add("وضعیت", Some(state(&figures.state)));
        facts.add("پیشرفت واقعی", Some(known(figures.actual)));
        facts.add("پیشرفت برنامه‌ای", figures.planned.map(percent));
        facts.add("تأییدشده در بازدید", figures.verified.map(percent));
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
        let Target::Record { kind, id, .. } = target else { return None };
        match kind {
            RecordKind::Model => Some(Cow::Owned(format!("#model-{id}"))),
            RecordKind::Activity => Some(Cow::Owned(format!("#activity-{id}"))),
            _ => None,
        }
    }

    fn picture(&self, _file: &str) -> Option<Picture<'_>> {
        None
    }
}

/// Facts that are known.
#[derive(Default)]
struct Facts(Vec<Fact>);

impl Facts {
    fn add(&mut self, term: &'static str, value: Option<String>) {
        self.0.extend(value.map(|value| Fact { term, value, ltr: false }));
    }

    /// A name that keeps its digits and its direction where it is Latin («CC BY 4.0»).
    fn add_name(&mut self, term: &'static str, value: Option<&str>) {
        self.0.extend(value.map(|value| Fact {
            term,
            value: value.to_owned(),
            ltr: value.starts_with(|first: char| first.is_ascii_alphanumeric()),
        }));
    }
}

fn named<'n>(names: &'n [schema::Named], id: &str) -> Option<&'n schema::Named> {
    names.iter().find(|named| named.id == *id)
}

fn title(names: &[schema::Named], id: &str) -> String {
    named(names, id).map(|named| shown(&named.title)).unwrap_or_default()
}

/// «محلهٔ شیخ‌آباد»
fn place(names: &[schema::Named], id: &str) -> String {
    named(names, id)
        .map(|named| match &named.kind {
            Some(kind) => shown(&ezafe::join(kind, &named.title)),
            None => shown(&named.title),
        })
        .unwrap_or_default()
}

fn state(key: &str) -> String {
    State::ALL.iter().find(|state| state.key() == key).map_or("", |state| state.word()).to_owned()
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
    }
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

fn rial(amount: u64) -> String {
    format!("{} ریال", integer(i64::try_from(amount).unwrap_or(i64::MAX)))
}

/// «۲۶ از ۲۴ نفر»; small counts stay hidden (F29).
fn people(of: &schema::Beneficiaries) -> Option<String> {
    let count = |count: &Count| match count {
        Count::Exact(count) => integer(i64::try_from(*count).unwrap_or(i64::MAX)),
        Count::Below(least) => format!("کمتر از {}", fa_digits(least.trim_start_matches('<'))),
    };
    let group = of.group.as_deref().map_or_else(|| "نفر".to_owned(), shown);
    match (&of.reached, &of.planned) {
        (Some(reached), Some(planned)) => Some(format!("{} از {} {group}", count(reached), count(planned))),
        (Some(reached), None) => Some(format!("{} {group}", count(reached))),
        (None, Some(planned)) => Some(format!("{} {group} (پیش‌بینی)", count(planned))),
        (None, None) => None,
    }
}
