//! `status.html`: what the reporting lacks, by agency, neighborhood and domain, and who owes what.

use serde::Serialize;

use crate::model::{Activity, Agency, Idx};
use crate::site::charts::Bar;
use crate::site::lacks::{self, Lack};
use crate::site::order::WHOLE;
use crate::site::view::{Empty, Fact, Frame, KeyFigure, Link, PageView};
use crate::site::words::{self, counted, in_sentence, whole};
use crate::site::{Addresses, Site, Target, counties, links, rows};

use super::frame::{crumbs, sample_of};
use super::kind::{IndexLine, IndexPart, Menu, PageKind};

/// How many kinds of lacks there are.
const LACKS: usize = Lack::ALL.len();
/// What an activity lacks, in their order.
type Missing = [bool; LACKS];
/// So many activities are named in all, and at least so many of each agency: its own page has the rest.
const NAMED: usize = 240;
const NAMED_OF_EACH: usize = 3;

/// The key of its section.
const SECTION: &str = "status";

pub(super) const KIND: PageKind = PageKind {
    targets: |_| vec![Target::Status],
    later: |_, _| Vec::new(),
    sections: |_| {
        vec![IndexLine {
            part: IndexPart::Report,
            key: SECTION.to_owned(),
            title: "وضعیت گزارش‌دهی".to_owned(),
            first: Target::Status,
            menu: Menu::Foot,
            is_list: true,
        }]
    },
    entries: &[],
};

pub(super) fn address(_: &Addresses<'_>) -> String {
    "status.html".to_owned()
}

/// What the page of the reporting status shows.
#[derive(Debug, Serialize)]
struct StatusPage {
    /// How many reports are whole, what is missing most.
    pub lede: String,
    /// Headline figures.
    pub figures: Vec<KeyFigure>,
    /// How many activities lack each thing.
    pub lacks: Vec<Fact>,
    /// The heads of the columns of the tables, a lack each.
    pub heads: Vec<String>,
    /// By agency.
    pub agencies: Vec<LackCounts>,
    /// By county, where neighborhoods are too many.
    pub counties: Vec<LackCounts>,
    /// By neighborhood.
    pub neighborhoods: Vec<LackCounts>,
    /// Which neighborhoods are left out, in a sentence; empty for none.
    pub neighborhoods_note: String,
    /// By domain.
    pub domains: Vec<LackCounts>,
    /// Who owes what, an agency each.
    pub debts: Vec<Debt>,
    /// Nothing is running, or nothing is missing.
    pub empty: Option<Empty>,
}

/// What the reports of a group lack.
#[derive(Debug, Serialize)]
struct LackCounts {
    /// The group.
    pub link: Link,
    /// How many of its activities are running.
    pub running: String,
    /// How many of these lack nothing.
    pub complete: String,
    /// How many lack each thing.
    pub counts: Vec<String>,
}

/// What an agency owes.
#[derive(Debug, Serialize)]
struct Debt {
    /// The id of its heading.
    pub id: String,
    /// The agency; without an address for what no agency leads.
    pub agency: Link,
    /// «۵ فعالیت، ۹ کمبود»
    pub note: String,
    /// Its activities, those that lack most first.
    pub rows: Vec<DebtRow>,
    /// How many more there are; empty for none.
    pub more: String,
}

/// An activity and what it lacks.
#[derive(Debug, Serialize)]
struct DebtRow {
    /// The activity.
    pub activity: Link,
    /// Where.
    pub place: String,
    /// Who in the agency; empty for no one.
    pub responsible: String,
    /// «گزارش تازه، بازدید»
    pub lacks: String,
    /// It is illustrative.
    pub sample: bool,
}

/// Running activities of a group and what they lack.
#[derive(Debug, Clone, Default)]
struct Count {
    running: usize,
    complete: usize,
    lacks: [usize; LACKS],
}

impl Count {
    fn add(&mut self, lacks: Missing) {
        self.running += 1;
        self.complete += usize::from(!lacks.contains(&true));
        for (count, lacking) in self.lacks.iter_mut().zip(lacks) {
            *count += usize::from(lacking);
        }
    }

    fn missing(&self) -> usize {
        self.lacks.iter().sum()
    }
}

/// The counts of all groups, and what each running activity lacks.
struct GroupCounts {
    site: Count,
    agencies: Vec<Count>,
    counties: Vec<Count>,
    neighborhoods: Vec<Count>,
    domains: Vec<Count>,
    /// Activities that lack something, by lead; last those without one.
    debts: Vec<Vec<(Idx<Activity>, Missing)>>,
}

pub(super) fn view(site: &Site<'_>, address: &str) -> PageView {
    let counts = counts(site);
    let title = "وضعیت گزارش‌دهی";
    let (neighborhoods, neighborhoods_note) = neighborhoods(site, &counts);
    let view = StatusPage {
        lede: lede(site, &counts.site),
        figures: figures(site, &counts.site),
        lacks: facts(site, &counts.site),
        heads: Lack::ALL.iter().map(|lack| lack.short(&site.config.terms)).collect(),
        agencies: site
            .order
            .agencies
            .iter()
            .map(|&idx| (links::agency(site, idx), &counts.agencies[idx.get()]))
            .filter(|(_, count)| count.running > 0)
            .map(|(link, count)| lack_row(link, count))
            .collect(),
        counties: counties(site, &counts),
        neighborhoods,
        neighborhoods_note,
        domains: site
            .order
            .domains
            .iter()
            .map(|&idx| (links::domain(site, idx), &counts.domains[idx.get()]))
            .filter(|(_, count)| count.running > 0)
            .map(|(link, count)| lack_row(link, count))
            .collect(),
        debts: debts(site, &counts),
        empty: empty(site, &counts.site),
    };
    let frame = Frame {
        description: view.lede.clone(),
        crumbs: crumbs(site, Vec::new(), title),
        section: SECTION.to_owned(),
        sample: sample_of(false, &site.figures.groups.site, false),
        ..Frame::new(address, "status.html", title)
    };
    PageView::new(frame, view)
}

/// One pass over all activities.
fn counts(site: &Site<'_>) -> GroupCounts {
    let data = site.dataset;
    let mut counts = GroupCounts {
        site: Count::default(),
        agencies: vec![Count::default(); data.agencies.len()],
        counties: vec![Count::default(); site.figures.groups.counties.len()],
        neighborhoods: vec![Count::default(); data.neighborhoods.len()],
        domains: vec![Count::default(); data.domains.len()],
        debts: vec![Vec::new(); data.agencies.len() + 1],
    };
    for &idx in site.listed.iter().filter(|&&idx| site.figures[idx].running) {
        let activity = &data[idx];
        let lacks = Lack::ALL.map(|lack| lacks::lacks(site, idx, lack));
        counts.site.add(lacks);
        counts.domains[activity.domain.get()].add(lacks);
        for at in &activity.neighborhoods {
            counts.neighborhoods[at.get()].add(lacks);
        }
        for at in counties::touched_by(site, activity) {
            counts.counties[at].add(lacks);
        }
        if let Some(lead) = activity.lead {
            counts.agencies[lead.get()].add(lacks);
        }
        if lacks.contains(&true) {
            counts.debts[activity.lead.map_or(data.agencies.len(), Idx::get)].push((idx, lacks));
        }
    }
    counts
}

fn lede(site: &Site<'_>, total: &Count) -> String {
    let activity = &site.config.terms.activity;
    if total.running == 0 {
        return format!("در تاریخ گزارش {} جاری نیست.", words::any(&activity.one));
    }
    let lacking = total.running - total.complete;
    if lacking == 0 {
        return format!("گزارش‌دهی هر {} جاری کامل است.", counted(total.running, activity));
    }
    let worst = Lack::ALL.into_iter().zip(total.lacks).rev().max_by_key(|&(_, count)| count);
    let worst = worst.map_or(String::new(), |(lack, count)| {
        format!("؛ بیش از همه {}، در {}", lack.short(&site.config.terms), in_sentence(count, &activity.one))
    });
    format!(
        "از {} جاری، گزارش‌دهی {} کامل است. {} دیگر {} کمبود دارد{worst}.",
        counted(total.running, activity),
        in_sentence(total.complete, &activity.one),
        in_sentence(lacking, &activity.one),
        whole(total.missing())
    )
}

fn figures(site: &Site<'_>, total: &Count) -> Vec<KeyFigure> {
    if total.running == 0 {
        return Vec::new();
    }
    let activity = &site.config.terms.activity;
    let of_all = format!("از {}", counted(total.running, activity));
    let share =
        |count: usize| Bar { actual: Some(count as f64 * 100.0 / total.running as f64), ..Bar::default() };
    let with = |label: &str, lacking: usize, note: &str| KeyFigure {
        label: label.to_owned(),
        value: whole(total.running - lacking),
        small: of_all.clone(),
        bar: Some(share(total.running - lacking)),
        note: note.to_owned(),
        ..KeyFigure::default()
    };
    let of = |lack: Lack| Lack::ALL.into_iter().zip(total.lacks).find(|(at, _)| *at == lack);
    let count = |lack: Lack| of(lack).map_or(0, |(_, count)| count);
    vec![
        with("گزارش‌دهی کامل", total.running - total.complete, "هیچ کمبودی ندارد"),
        with("گزارش به‌روز", count(Lack::Report) + count(Lack::Fresh), &fresh_note(site)),
        with("فرد مسئول روشن", count(Lack::Responsible), "نام یا سمت مسئول نوشته شده است"),
        with("بازدیدشده", count(Lack::Visit), &visit_note(site)),
    ]
}

fn fresh_note(site: &Site<'_>) -> String {
    format!("در {} روز گذشته گزارش شده است", days_text(site.config.thresholds.stale_days))
}

fn visit_note(site: &Site<'_>) -> String {
    format!("در {} روز گذشته بازدید شده است", days_text(site.config.thresholds.supervision_days))
}

fn facts(site: &Site<'_>, total: &Count) -> Vec<Fact> {
    let fact = |(lack, count): (Lack, usize)| Fact {
        term: lacks::title(site, lack),
        values: vec![Link { text: counted(count, &site.config.terms.activity), href: String::new() }],
        ..Fact::default()
    };
    Lack::ALL.into_iter().zip(total.lacks).map(fact).collect()
}

fn counties(site: &Site<'_>, counts: &GroupCounts) -> Vec<LackCounts> {
    if !site.order.goes_by_county() {
        return Vec::new();
    }
    let row = |&at: &usize| lack_row(counties::link(site, at), &counts.counties[at]);
    site.order.counties.iter().filter(|&&at| counts.counties[at].running > 0).map(row).collect()
}

/// The neighborhoods of the table: all, or those that lack most.
fn neighborhoods(site: &Site<'_>, counts: &GroupCounts) -> (Vec<LackCounts>, String) {
    let count = |idx: &Idx<_>| &counts.neighborhoods[idx.get()];
    let mut all: Vec<_> =
        site.order.neighborhoods.iter().copied().filter(|idx| count(idx).running > 0).collect();
    let running = all.len();
    let mut note = String::new();
    if running > WHOLE {
        all.sort_by_key(|idx| std::cmp::Reverse(count(idx).missing()));
        all.truncate(WHOLE);
        note = format!(
            "{} از {} که بیشترین کمبود را دارد",
            whole(WHOLE),
            counted(running, &site.config.terms.neighborhood)
        );
    }
    let rows = all.iter().map(|&idx| lack_row(links::neighborhood(site, idx), count(&idx))).collect();
    (rows, note)
}

/// Who owes what: agencies in the order of lists, then what no agency leads.
fn debts(site: &Site<'_>, counts: &GroupCounts) -> Vec<Debt> {
    let named = (NAMED / counts.debts.len()).max(NAMED_OF_EACH);
    let nobody = site.dataset.agencies.len();
    let of_agency = |idx: &Idx<Agency>| {
        let id = format!("debt-{}", site.dataset[*idx].record.id);
        debt(site, id, links::agency(site, *idx), &counts.debts[idx.get()], named)
    };
    let mut debts: Vec<Debt> = site.order.agencies.iter().filter_map(of_agency).collect();
    let link = Link { text: lacks::title(site, Lack::Lead), href: String::new() };
    debts.extend(debt(site, "debt_nobody".to_owned(), link, &counts.debts[nobody], named));
    debts
}

fn debt(
    site: &Site<'_>,
    id: String,
    agency: Link,
    owed: &[(Idx<Activity>, Missing)],
    named: usize,
) -> Option<Debt> {
    let missing = |lacks: Missing| lacks.iter().filter(|&&lacking| lacking).count();
    let mut rows: Vec<_> = owed.iter().collect();
    rows.sort_by_key(|(_, lacks)| std::cmp::Reverse(missing(*lacks)));
    let all: usize = owed.iter().map(|(_, lacks)| missing(*lacks)).sum();
    let activity = &site.config.terms.activity;
    (!owed.is_empty()).then(|| Debt {
        id,
        agency,
        note: format!("{}، {} کمبود", counted(owed.len(), activity), whole(all)),
        rows: rows.iter().take(named).map(|&&(idx, lacks)| debt_row(site, idx, lacks)).collect(),
        more: words::rest(owed.len().saturating_sub(named), &activity.one),
    })
}

fn debt_row(site: &Site<'_>, idx: Idx<Activity>, lacks: Missing) -> DebtRow {
    let activity = &site.dataset[idx];
    let lacking = Lack::ALL.into_iter().zip(lacks).filter(|&(_, lacking)| lacking);
    DebtRow {
        activity: links::activity(site, idx),
        place: rows::place(site, activity),
        responsible: words::or_empty(activity.responsible.as_ref()),
        lacks: lacking.map(|(lack, _)| lack.short(&site.config.terms)).collect::<Vec<_>>().join("، "),
        sample: activity.record.sample,
    }
}

fn empty(site: &Site<'_>, total: &Count) -> Option<Empty> {
    let activity = &site.config.terms.activity;
    if total.running == 0 {
        return Some(Empty {
            title: format!("{} جاری نیست", words::any(&activity.one)),
            text: format!("کمبودها برای {} جاری شمرده می‌شود: آغازشده و پایان‌نیافته.", activity.one),
            link: Some(Link {
                text: format!("همهٔ {}", activity.many),
                href: site.href(Target::Activities(1)),
            }),
        });
    }
    (total.missing() == 0).then(|| Empty {
        title: "کمبودی نیست".to_owned(),
        text: format!(
            "هر {} جاری گزارش تازه، زمان‌بندی، مسئول و بازدید دارد.",
            counted(total.running, activity)
        ),
        link: None,
    })
}

fn lack_row(link: Link, count: &Count) -> LackCounts {
    LackCounts {
        link,
        running: whole(count.running),
        complete: whole(count.complete),
        counts: count.lacks.iter().map(|&lacking| whole(lacking)).collect(),
    }
}

fn days_text(days: i32) -> String {
    whole(usize::try_from(days).unwrap_or_default())
}
