//! `models/index.html`: how far the model neighborhoods are extended, and the success models.

use serde::Serialize;

use crate::model::{Idx, Neighborhood, Origin, RolloutStage, SuccessModel};
use crate::persian::{dates, ezafe};
use crate::site::address::paged;
use crate::site::chrome::stage_word;
use crate::site::paging::{list_pages, pages_of};
use crate::site::rows::{self, GroupRow, IndicatorRow};
use crate::site::view::{Empty, Frame, Link, PageView, Pager, Sample};
use crate::site::words::{self, counted, in_sentence};
use crate::site::{Addresses, Site, Target, links, prose};

use super::frame::{self, crumbs, pager};
use super::kind::{IndexLine, IndexPart, Menu, PageKind};

/// How many neighborhoods of a stage the roll-out names.
const PLACES: usize = 20;
/// How many key results a row of the index has.
const KEY_RESULTS: usize = 3;
/// How long the problem is in the index.
pub(super) const EXCERPT: usize = 240;

/// The key of its section.
pub(super) const SECTION: &str = "models";

pub(super) const KIND: PageKind = PageKind {
    targets: |site| list_pages(site.lists.models.len(), Target::Models),
    later: |_, _| Vec::new(),
    sections: |site| {
        vec![IndexLine {
            part: IndexPart::Review,
            key: SECTION.to_owned(),
            title: title(site),
            first: Target::Models(1),
            menu: Menu::Secondary,
            is_list: true,
        }]
    },
    entries: &[],
};

pub(super) fn address(_: &Addresses<'_>, page: usize) -> String {
    paged("models", page)
}

/// What the index of success models shows.
#[derive(Debug, Serialize)]
struct ModelsPage {
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
struct StageRows {
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
struct ModelRow {
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

/// «الگوهای موفق»
pub(in crate::site) fn title(site: &Site<'_>) -> String {
    ezafe::join(&site.config.terms.model.many, "موفق")
}

pub(super) fn view(site: &Site<'_>, address: &str, page: usize) -> PageView {
    let all = &site.lists.models;
    let (_, rows_each) = pages_of(all.len());
    let title = title(site);
    let terms = &site.config.terms;
    let rows = all.iter().skip((page - 1) * rows_each).take(rows_each);
    let view = ModelsPage {
        lede: lede(site),
        stages: if page == 1 { rollout(site) } else { Vec::new() },
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
                href: site.href(Target::Neighborhoods(1)),
            }),
        },
        rows: rows.map(|&idx| row(site, idx)).collect(),
        empty: Empty {
            title: format!("هنوز {} ثبت نشده است", words::any(&terms.model.one)),
            text:
                "تجربه‌ای که نتیجه‌اش سنجیده شده باشد، در این صفحه می‌آید تا جاهای دیگر هم آن را به کار گیرند."
                    .to_owned(),
            link: None,
        },
        pager: pager(site, all.len(), rows_each, page, Target::Models),
    };
    let part = site.figures.groups.site.sample || site.dataset.models.iter().any(|of| of.record.sample);
    let frame = Frame {
        description: view.lede.clone(),
        crumbs: crumbs(site, Vec::new(), &title),
        section: SECTION.to_owned(),
        sample: if part { Sample::Part } else { Sample::None },
        ..Frame::new(address, "models.html", frame::numbered(&title, page))
    };
    PageView::new(frame, view)
}

/// The neighborhoods of a stage, in the order of lists.
fn in_stage(site: &Site<'_>, stage: RolloutStage) -> impl Iterator<Item = Idx<Neighborhood>> {
    site.order.neighborhoods.iter().copied().filter(move |&idx| site.dataset[idx].stage == Some(stage))
}

fn lede(site: &Site<'_>) -> String {
    let terms = &site.config.terms;
    let mut parts = Vec::new();
    for (stage, text) in [
        (RolloutStage::Model, "نمونه است"),
        (RolloutStage::Extension, "در گسترش است"),
        (RolloutStage::Planned, "در نوبت است"),
    ] {
        let count = in_stage(site, stage).count();
        if count > 0 {
            parts.push(format!("{} {text}", in_sentence(count, &terms.neighborhood.one)));
        }
    }
    let mut sentences = Vec::new();
    if !parts.is_empty() {
        sentences.push(format!("{}.", crate::persian::text::list_and(&parts)));
    }
    let adopted: usize = site.dataset.models.iter().map(|of| of.adoptions.len()).sum();
    sentences.push(match site.dataset.models.len() {
        0 => format!("هنوز {} نوشته نشده است.", words::any(&terms.model.one)),
        models if adopted == 0 => format!("{} نوشته شده است.", in_sentence(models, &terms.model.one)),
        models => format!(
            "{} نوشته شده و در {} به کار گرفته شده است.",
            in_sentence(models, &terms.model.one),
            words::in_sentence(adopted, "جای دیگر")
        ),
    });
    sentences.join(" ")
}

fn rollout(site: &Site<'_>) -> Vec<StageRows> {
    let neighborhood = &site.config.terms.neighborhood;
    let rows_of = |stage: RolloutStage| {
        let all: Vec<_> = in_stage(site, stage).collect();
        (!all.is_empty()).then(|| StageRows {
            key: stage.key().to_owned(),
            title: stage_word(stage).to_owned(),
            count: counted(all.len(), neighborhood),
            rows: all.iter().take(PLACES).map(|&idx| rollout_row(site, idx)).collect(),
            more: (all.len() > PLACES).then(|| Link {
                text: format!("همهٔ {}", counted(all.len(), neighborhood)),
                href: site.href(Target::Neighborhoods(1)),
            }),
        })
    };
    [RolloutStage::Model, RolloutStage::Extension, RolloutStage::Planned]
        .into_iter()
        .filter_map(rows_of)
        .collect()
}

fn rollout_row(site: &Site<'_>, idx: Idx<Neighborhood>) -> GroupRow {
    let group = &site.figures.groups.neighborhoods[idx.get()];
    let since = site.dataset[idx].since.filter(|&since| since <= site.figures.day);
    GroupRow {
        aside: since.map(|since| format!("از {}", dates::month_year(since))).unwrap_or_default(),
        ..rows::group_row(site, group, links::neighborhood(site, idx), String::new())
    }
}

fn place(site: &Site<'_>, model: &SuccessModel) -> String {
    let place = model.neighborhood.map(|idx| words::full_name(&site.dataset[idx]));
    let domain = model.domain.map(|idx| site.dataset[idx].record.title.to_string());
    place.into_iter().chain(domain).collect::<Vec<_>>().join("، ")
}

fn row(site: &Site<'_>, idx: Idx<SuccessModel>) -> ModelRow {
    let model = &site.dataset[idx];
    let adoptions = model.adoptions.len();
    let measured = |row: &IndicatorRow| row.at.is_some();
    ModelRow {
        model: Link { text: model.record.title.to_string(), href: site.href(Target::Model(idx)) },
        place: place(site, model),
        problem: prose::excerpt(&model.problem, EXCERPT),
        results: model
            .results
            .iter()
            .flat_map(|&activity| rows::indicator_rows(site, activity))
            .filter(measured)
            .take(KEY_RESULTS)
            .collect(),
        adopted: match adoptions {
            0 => String::new(),
            count => format!("در {} به کار گرفته شده است", words::in_sentence(count, "جای دیگر")),
        },
        origin: model.origin.as_ref().map(origin_sentence).unwrap_or_default(),
        sample: model.record.sample,
    }
}

/// «برگرفته از استان قم»
pub(super) fn origin_sentence(origin: &Origin) -> String {
    match &origin.province {
        Some(province) => format!("برگرفته از استان {province}"),
        None => "برگرفته از استانی دیگر".to_owned(),
    }
}
