//! `models/index.html` and `models/<id>.html`: the roll-out of the models, and what worked, written up to be copied.

use serde::Serialize;

use crate::model::{Activity, Cost, Idx, Neighborhood, Origin, Prose, RolloutStage, SuccessModel};
use crate::persian::{dates, ezafe};
use crate::site::address::{PACKAGE_ENDING, Target};
use crate::site::chrome::stage_word;
use crate::site::plan::pages_of;
use crate::site::rows::{ActivityRow, GroupRow, IndicatorRow};
use crate::site::view::{Empty, Fact, Frame, Html, Link, Pager, Sample, Stamp};
use crate::site::words::{self, counted, told};
use crate::site::{Site, stamp};

use super::{PageView, View, sample};

/// How many neighborhoods of a stage the roll-out names.
const PLACES: usize = 20;
/// How many key results a row of the index has.
const KEY_RESULTS: usize = 3;
/// How many activities, indicators and followers a model's page lists.
const ROWS: usize = 50;
/// How long the problem is in the index.
const EXCERPT: usize = 240;

/// What the index of success models shows.
#[derive(Debug, Serialize)]
pub struct ModelsPage {
    /// How far the roll-out is.
    pub lede: String,
    /// Neighborhoods by stage; on the first page.
    pub stages: Vec<StageRows>,
    /// What is told where no neighborhood names its stage.
    pub no_stages: Empty,
    /// The success models of this page.
    pub rows: Vec<ModelRow>,
    /// What is told where there is none.
    pub empty: Empty,
    /// The other pages.
    pub pager: Option<Pager>,
}

/// The neighborhoods of one stage of the roll-out.
#[derive(Debug, Serialize)]
pub struct StageRows {
    /// Its key.
    pub key: String,
    /// «محلهٔ نمونه»
    pub title: String,
    /// «۲ محله»
    pub count: String,
    /// At most twenty.
    pub rows: Vec<GroupRow>,
    /// The way to the rest.
    pub more: Option<Link>,
}

/// A success model in the index.
#[derive(Debug, Serialize)]
pub struct ModelRow {
    /// The model.
    pub model: Link,
    /// «محلهٔ شیخ‌آباد، اشتغال»; empty for neither.
    pub place: String,
    /// The problem it answers, cut.
    pub problem: String,
    /// What was measured, at most three.
    pub results: Vec<IndicatorRow>,
    /// «در یک جای دیگر به کار گرفته شده است»; empty for none.
    pub adopted: String,
    /// It came from elsewhere.
    pub origin: String,
    /// It is illustrative.
    pub sample: bool,
}

/// What a success model's page shows.
#[derive(Debug, Serialize)]
pub struct ModelPage {
    /// Its title.
    pub name: String,
    /// The problem in a sentence.
    pub lede: String,
    /// Neighborhood, domain, cost, license.
    pub facts: Vec<Fact>,
    /// Where it came from, when it was adopted.
    pub origin: Option<OriginView>,
    /// The problem.
    pub problem: Html,
    /// The approach.
    pub approach: Html,
    /// The steps, in order.
    pub steps: Vec<Html>,
    /// What it needs.
    pub conditions: Vec<Html>,
    /// The activities on whose results it stands.
    pub activities: Vec<ActivityRow>,
    /// What was measured in them.
    pub indicators: Vec<IndicatorRow>,
    /// What is told where nothing was measured.
    pub no_results: Empty,
    /// What was learned.
    pub lessons: Vec<Html>,
    /// The narrative.
    pub body: Option<Html>,
    /// Where it was taken up, up to T.
    pub adoptions: Vec<AdoptionRow>,
    /// What is told where it was not.
    pub no_adoptions: Empty,
    /// Activities here that follow it.
    pub followers: Vec<Link>,
    /// How many more follow it; empty for none.
    pub followers_note: String,
    /// How to reach those who know.
    pub contact: Option<Html>,
    /// All of it as one file, to be taken up elsewhere.
    pub package: Link,
}

/// Where an adopted model came from.
#[derive(Debug, Serialize)]
pub struct OriginView {
    /// Its province; empty for unknown.
    pub province: String,
    /// Its address; empty for unknown.
    pub url: String,
    /// When it was taken over.
    pub at: Option<Stamp>,
    /// The package's digest; empty for unknown.
    pub digest: String,
}

/// Where a model was taken up.
#[derive(Debug, Serialize)]
pub struct AdoptionRow {
    /// The place.
    pub place: String,
    /// When.
    pub at: Option<Stamp>,
    /// A note; empty for none.
    pub note: String,
}

impl Site<'_> {
    /// «الگوهای موفق»
    pub(in crate::site) fn models_title(&self) -> String {
        ezafe::join(&self.config.terms.model.many, "موفق")
    }

    pub(super) fn models(&self, address: &str, page: usize) -> PageView {
        let all = &self.lists.models;
        let (_, size) = pages_of(all.len());
        let title = self.models_title();
        let terms = &self.config.terms;
        let rows = all.iter().skip((page - 1) * size).take(size);
        let view = ModelsPage {
            lede: self.models_lede(),
            stages: if page == 1 { self.rollout() } else { Vec::new() },
            no_stages: Empty {
                title: format!("جایگاه {} روشن نشده است", terms.neighborhood.many),
                text: format!(
                    "در رکورد هر {} جایگاه آن را بنویسید: {}، {} یا {}.",
                    terms.neighborhood.one,
                    stage_word(RolloutStage::Model),
                    stage_word(RolloutStage::Extension),
                    stage_word(RolloutStage::Planned)
                ),
                link: Some(Link {
                    text: terms.neighborhood.many.to_string(),
                    href: self.href(Target::Neighborhoods(1)),
                }),
            },
            rows: rows.map(|&idx| self.model_row(idx)).collect(),
            empty: Empty {
                title: format!("هنوز {} ثبت نشده است", words::any(&terms.model.one)),
                text: "تجربه‌ای که نتیجه‌اش سنجیده شده است در پوشهٔ models نوشته می‌شود تا جاهای دیگر هم آن را به کار گیرند."
                    .to_owned(),
                link: None,
            },
            pager: self.pager(all.len(), size, page, Target::Models),
        };
        let part = self.figures.groups.site.sample || self.dataset.models.iter().any(|of| of.record.sample);
        let frame = Frame {
            description: view.lede.clone(),
            crumbs: self.crumbs(Vec::new(), &title),
            section: "models".to_owned(),
            sample: if part { Sample::Part } else { Sample::None },
            ..Frame::new(address, "models.html", super::numbered(&title, page))
        };
        PageView { frame, view: View::Models(Box::new(view)) }
    }

    /// The neighborhoods of a stage, in the order of lists.
    fn in_stage(&self, stage: RolloutStage) -> impl Iterator<Item = Idx<Neighborhood>> {
        self.order.neighborhoods.iter().copied().filter(move |&idx| self.dataset[idx].stage == Some(stage))
    }

    fn models_lede(&self) -> String {
        let terms = &self.config.terms;
        let mut parts = Vec::new();
        for (stage, text) in [
            (RolloutStage::Model, "نمونه است"),
            (RolloutStage::Extension, "در گسترش است"),
            (RolloutStage::Planned, "در نوبت است"),
        ] {
            let count = self.in_stage(stage).count();
            if count > 0 {
                parts.push(format!("{} {text}", told(count, &terms.neighborhood)));
            }
        }
        let mut sentences = Vec::new();
        if !parts.is_empty() {
            sentences.push(format!("{}.", crate::persian::text::list_and(&parts)));
        }
        let adopted: usize = self.dataset.models.iter().map(|of| self.adoptions_of(of).count()).sum();
        sentences.push(match self.dataset.models.len() {
            0 => format!("هنوز {} نوشته نشده است.", words::any(&terms.model.one)),
            models if adopted == 0 => format!("{} نوشته شده است.", told(models, &terms.model)),
            models => format!(
                "{} نوشته شده و در {} به کار گرفته شده است.",
                told(models, &terms.model),
                words::told_of(adopted, "جای دیگر")
            ),
        });
        sentences.join(" ")
    }

    fn rollout(&self) -> Vec<StageRows> {
        let neighborhood = &self.config.terms.neighborhood;
        let rows_of = |stage: RolloutStage| {
            let all: Vec<_> = self.in_stage(stage).collect();
            (!all.is_empty()).then(|| StageRows {
                key: stage.key().to_owned(),
                title: stage_word(stage).to_owned(),
                count: counted(all.len(), neighborhood),
                rows: all.iter().take(PLACES).map(|&idx| self.rollout_row(idx)).collect(),
                more: (all.len() > PLACES).then(|| Link {
                    text: format!("همهٔ {}", counted(all.len(), neighborhood)),
                    href: self.href(Target::Neighborhoods(1)),
                }),
            })
        };
        [RolloutStage::Model, RolloutStage::Extension, RolloutStage::Planned]
            .into_iter()
            .filter_map(rows_of)
            .collect()
    }

    fn rollout_row(&self, idx: Idx<Neighborhood>) -> GroupRow {
        let group = &self.figures.groups.neighborhoods[idx.get()];
        let since = self.dataset[idx].since.filter(|&since| since <= self.figures.day);
        GroupRow {
            aside: since.map(|since| format!("از {}", dates::month_year(since))).unwrap_or_default(),
            ..self.group_row(group, self.neighborhood_link(idx), String::new())
        }
    }

    /// What is known of its adoption at T (F2).
    fn adoptions_of<'m>(&self, model: &'m SuccessModel) -> impl Iterator<Item = &'m crate::model::Adoption> {
        let day = self.figures.day;
        model.adoptions.iter().filter(move |adoption| adoption.date.is_none_or(|date| date <= day))
    }

    /// The activities on whose results a model stands that exist at T.
    fn results_of(&self, model: &SuccessModel) -> Vec<Idx<Activity>> {
        model.results.iter().copied().filter(|&idx| self.figures.get(idx).is_some()).collect()
    }

    fn model_place(&self, model: &SuccessModel) -> String {
        let place = model.neighborhood.map(|idx| words::full_name(&self.dataset[idx]));
        let domain = model.domain.map(|idx| self.dataset[idx].record.title.to_string());
        place.into_iter().chain(domain).collect::<Vec<_>>().join("، ")
    }

    fn model_row(&self, idx: Idx<SuccessModel>) -> ModelRow {
        let model = &self.dataset[idx];
        let adoptions = self.adoptions_of(model).count();
        let measured = |row: &IndicatorRow| row.at.is_some();
        ModelRow {
            model: Link { text: model.record.title.to_string(), href: self.href(Target::Model(idx)) },
            place: self.model_place(model),
            problem: Self::excerpt(&model.problem, EXCERPT),
            results: self
                .results_of(model)
                .into_iter()
                .flat_map(|activity| self.indicator_rows(activity))
                .filter(measured)
                .take(KEY_RESULTS)
                .collect(),
            adopted: match adoptions {
                0 => String::new(),
                count => format!("در {} به کار گرفته شده است", words::told_of(count, "جای دیگر")),
            },
            origin: model.origin.as_ref().map(origin_sentence).unwrap_or_default(),
            sample: model.record.sample,
        }
    }

    pub(super) fn model(&self, address: &str, idx: Idx<SuccessModel>) -> PageView {
        let of = &self.dataset[idx];
        let name = of.record.title.to_string();
        let above = vec![Link { text: self.models_title(), href: self.href(Target::Models(1)) }];
        let lede = self.model_lede(of);
        let results = self.results_of(of);
        let frame = Frame {
            description: Self::excerpt(&of.problem, EXCERPT),
            crumbs: self.crumbs(above, &name),
            section: "models".to_owned(),
            sample: sample(of.record.sample, results.iter().any(|&at| self.dataset[at].record.sample)),
            ..Frame::new(address, "model.html", &name)
        };
        let root = &*frame.root;
        let list = |proses: &[Prose], prefix: &str| {
            let numbered = proses.iter().enumerate();
            numbered.map(|(at, prose)| self.section_prose(prose, &format!("{prefix}{at}"), root)).collect()
        };
        let followers: Vec<_> = self.relations.followers[idx.get()]
            .iter()
            .filter(|activity| !of.results.contains(activity))
            .collect();
        let activity = &self.config.terms.activity;
        let view = ModelPage {
            lede,
            facts: self.model_facts(of),
            origin: of.origin.as_ref().map(origin_view),
            problem: self.section_prose(&of.problem, "problem", root),
            approach: self.section_prose(&of.approach, "approach", root),
            steps: list(&of.steps, "step"),
            conditions: list(&of.conditions, "condition"),
            activities: results.iter().take(ROWS).map(|&at| self.activity_row(at)).collect(),
            indicators: results.iter().flat_map(|&at| self.indicator_rows(at)).take(ROWS).collect(),
            no_results: Empty {
                title: "نتیجهٔ سنجیده‌ای ندارد".to_owned(),
                text: format!(
                    "{}‌هایی که این تجربه بر آن‌ها ایستاده است هنوز نوشته نشده؛ آن‌ها را در «نتایج» نام ببرید.",
                    activity.one
                ),
                link: None,
            },
            lessons: list(&of.lessons, "lesson"),
            body: of.record.body.as_ref().map(|body| self.section_prose(body, "", root)),
            adoptions: self.adoptions_of(of).map(adoption_row).collect(),
            no_adoptions: Empty {
                title: "هنوز جای دیگری آن را به کار نگرفته است".to_owned(),
                text: "نخستین جایی که این تجربه را به کار گیرد، در «به‌کارگیری» نوشته می‌شود.".to_owned(),
                link: None,
            },
            followers: followers.iter().take(ROWS).map(|&&at| self.activity_link(at)).collect(),
            followers_note: words::rest(followers.len().saturating_sub(ROWS), &activity.one),
            contact: of.contact.as_ref().map(|contact| self.section_prose(contact, "contact", root)),
            package: Link { text: format!("{}{PACKAGE_ENDING}", of.record.id), href: self.package_href(idx) },
            name,
        };
        PageView { frame, view: View::Model(Box::new(view)) }
    }

    /// Where it was tried, what it stands on, where it went.
    fn model_lede(&self, model: &SuccessModel) -> String {
        let terms = &self.config.terms;
        let results = self.results_of(model).len();
        let adoptions = self.adoptions_of(model).count();
        let place = model.neighborhood.map(|idx| words::full_name(&self.dataset[idx]));
        let mut sentences = vec![match (place, results) {
            (Some(place), 0) if model.origin.is_some() => format!("در {place} به کار گرفته می‌شود."),
            (Some(place), 0) => format!("تجربهٔ {place}."),
            (Some(place), count) => {
                format!("تجربهٔ {place}، بر پایهٔ نتیجهٔ سنجیدهٔ {}.", told(count, &terms.activity))
            }
            (None, 0) => "نتیجهٔ سنجیده‌ای برای آن ثبت نشده است.".to_owned(),
            (None, count) => format!("بر پایهٔ نتیجهٔ سنجیدهٔ {}.", told(count, &terms.activity)),
        }];
        if adoptions > 0 {
            sentences.push(format!(
                "تا تاریخ گزارش در {} به کار گرفته شده است.",
                words::told_of(adoptions, "جای دیگر")
            ));
        }
        sentences.extend(model.origin.as_ref().map(|origin| format!("{}.", origin_sentence(origin))));
        sentences.join(" ")
    }

    fn model_facts(&self, of: &SuccessModel) -> Vec<Fact> {
        let terms = &self.config.terms;
        let mut facts = Vec::new();
        let mut fact = |term: &str, value: Option<Link>| {
            if let Some(value) = value {
                facts.push(Fact { term: term.to_owned(), values: vec![value], ..Fact::default() });
            }
        };
        let plain = |text: &str| Link { text: text.to_owned(), href: String::new() };
        fact(&terms.neighborhood.one, of.neighborhood.map(|idx| self.neighborhood_link(idx)));
        fact(&terms.domain.one, of.domain.map(|idx| self.domain_link(idx)));
        fact("هزینه", of.cost.map(|cost| plain(cost_word(cost))));
        // A Latin name («CC BY 4.0») keeps its digits and its direction.
        if let Some(license) = &of.license {
            let latin = license.typed().starts_with(|first: char| first.is_ascii_alphanumeric());
            let (values, ltr) = if latin {
                (Vec::new(), license.typed().to_owned())
            } else {
                (vec![plain(&license.shown())], String::new())
            };
            facts.push(Fact { term: "مجوز".to_owned(), values, ltr, ..Fact::default() });
        }
        facts
    }
}

fn adoption_row(adoption: &crate::model::Adoption) -> AdoptionRow {
    AdoptionRow {
        place: adoption.place.to_string(),
        at: adoption.date.map(stamp::medium),
        note: words::said(adoption.note.as_ref()),
    }
}

fn origin_view(origin: &Origin) -> OriginView {
    let text = |value: &Option<Box<str>>| value.as_deref().unwrap_or_default().to_owned();
    OriginView {
        province: words::said(origin.province.as_ref()),
        url: text(&origin.url),
        at: origin.date.map(stamp::medium),
        digest: text(&origin.digest),
    }
}

/// «برگرفته از استان قم»
fn origin_sentence(origin: &Origin) -> String {
    match &origin.province {
        Some(province) => format!("برگرفته از استان {province}"),
        None => "برگرفته از استانی دیگر".to_owned(),
    }
}

/// The word of a cost (format.md).
fn cost_word(cost: Cost) -> &'static str {
    match cost {
        Cost::Low => "کم",
        Cost::Medium => "متوسط",
        Cost::High => "زیاد",
    }
}
