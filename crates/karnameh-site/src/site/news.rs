//! What is new: the latest reports, visits and decisions, for feed readers.

use crate::model::{Activity, DecisionRef, Idx, RecordKind, Update, Visit};
use crate::persian::numbers::percent;
use crate::persian::{Day, dates};
use crate::site::{prose, rows};

use super::rows::update_sentence;
use super::{Site, Target, corrections, words};

/// How many entries a feed has.
const ENTRIES: usize = 50;
/// How many characters of a report's text an entry tells.
const EXCERPT: usize = 300;

/// What a feed of the site says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct News {
    /// The site's title.
    pub title: String,
    /// Who publishes; empty where nobody is named.
    pub author: String,
    /// The license; empty for none.
    pub license: String,
    /// The absolute address of the site's root, without a slash at its end.
    pub url: String,
    /// The report's day.
    pub day: Day,
    /// The latest first.
    pub entries: Vec<NewsEntry>,
}

/// Something that happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewsEntry {
    /// What it is and stays called («visits/2025-11-02»).
    pub key: String,
    /// «گزارش», «بازدید», «مصوبه», «انجام مصوبه»
    pub word: String,
    /// The record's title, as pages show it.
    pub title: String,
    /// Its page, from the site's root.
    pub href: String,
    /// The day on which it happened.
    pub day: Day,
    /// A sentence or two.
    pub text: String,
    /// It is illustrative.
    pub sample: bool,
}

/// An event before it is told; of one day they stand in this order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Event {
    Report(Idx<Activity>, usize),
    Visited(Idx<Visit>),
    Decided(DecisionRef),
    Carried(DecisionRef),
}

/// The latest events; `None` without an address, since a feed needs absolute ones.
pub fn news(site: &Site<'_>) -> Option<News> {
    let identity = &site.config.identity;
    let url = site.config.publication.url.as_ref()?;
    let author = identity.publisher.as_ref().or(identity.authority.as_ref());
    let mut events = events(site);
    events.sort_unstable_by(|(one, a), (other, b)| other.cmp(one).then(a.cmp(b)));
    events.truncate(ENTRIES);
    Some(News {
        title: identity.title.to_string(),
        author: author.map(ToString::to_string).unwrap_or_default(),
        license: identity.license.as_ref().map(ToString::to_string).unwrap_or_default(),
        url: url.trim_end_matches('/').to_owned(),
        day: site.figures.day,
        entries: events.into_iter().map(|(day, event)| entry(site, day, event)).collect(),
    })
}

/// All that happened.
fn events(site: &Site<'_>) -> Vec<(Day, Event)> {
    let mut events = Vec::new();
    for (position, activity) in site.dataset.activities.iter().enumerate() {
        let at = Idx::new(position);
        let updates = activity.updates.iter().enumerate();
        events.extend(updates.map(|(place, update)| (update.occurrence().known, Event::Report(at, place))));
    }
    events.extend(
        site.lists.visits.iter().map(|&at| (site.dataset[at].occurrence().known, Event::Visited(at))),
    );
    for &of in &site.lists.decisions {
        events.push((site.dataset[of.meeting].date, Event::Decided(of)));
        events.extend(site.dataset[of].done.map(|done| (done, Event::Carried(of))));
    }
    events
}

fn entry(site: &Site<'_>, day: Day, event: Event) -> NewsEntry {
    match event {
        Event::Report(at, place) => report_entry(site, at, place),
        Event::Visited(at) => visit_entry(site, at),
        Event::Decided(of) => decision_entry(site, of, day, "مصوبه", ""),
        Event::Carried(of) => decision_entry(site, of, day, "انجام مصوبه", "/done"),
    }
}

fn report_entry(site: &Site<'_>, at: Idx<Activity>, place: usize) -> NewsEntry {
    let activity = &site.dataset[at];
    let update = &activity.updates[place];
    let mut parts = vec![format!("{}.", rows::meta(site, activity))];
    parts.extend(update.progress.map(|progress| format!("پیشرفت {}.", percent(progress.get()))));
    parts.extend(corrections::sentence(activity, update));
    parts.push(update_sentence(activity, update));
    parts.extend(update.text.as_ref().map(|text| prose::excerpt(text, EXCERPT)));
    parts.retain(|part| !part.is_empty());
    NewsEntry {
        key: report_key(activity, place),
        word: RecordKind::Update.fa().to_owned(),
        title: activity.record.title.to_string(),
        href: site.href(Target::Activity(at)),
        day: update.occurrence().known,
        text: parts.join(" "),
        sample: activity.record.sample || update.sample,
    }
}

fn visit_entry(site: &Site<'_>, at: Idx<Visit>) -> NewsEntry {
    let visit = &site.dataset[at];
    let place = words::full_name(&site.dataset[visit.neighborhood]);
    NewsEntry {
        key: format!("visits/{}", visit.record.id),
        word: "نظارت میدانی".to_owned(),
        title: visit.record.title.to_string(),
        href: site.href(Target::Visit(at)),
        day: visit.occurrence().known,
        text: format!("{place}؛ {}. {} یافته.", visit.by, words::whole(visit.findings.len())),
        sample: visit.record.sample,
    }
}

fn decision_entry(site: &Site<'_>, of: DecisionRef, day: Day, word: &str, suffix: &str) -> NewsEntry {
    let (meeting, decision) = (&site.dataset[of.meeting], &site.dataset[of]);
    let mut parts = vec![meeting.record.title.to_string()];
    parts.extend(decision.agency.map(|at| site.dataset[at].record.title.to_string()));
    parts.extend(decision.due.map(|due| format!("مهلت {}", dates::medium(due))));
    NewsEntry {
        key: format!("meetings/{}/{}{suffix}", meeting.record.id, decision.id),
        word: word.to_owned(),
        title: decision.text.to_string(),
        href: site.addresses.decision(of),
        day,
        text: format!("{}.", parts.join("؛ ")),
        sample: meeting.record.sample,
    }
}

/// A report of `updates/` has an id; one inside an activity is called by its day, and by its number among those of it.
fn report_key(activity: &Activity, place: usize) -> String {
    let update = &activity.updates[place];
    if !update.id.is_empty() {
        return format!("updates/{}", update.id);
    }
    let is_twin = |other: &&Update| other.id.is_empty() && other.date == update.date;
    let number = activity.updates[..place].iter().filter(is_twin).count() + 1;
    format!("activities/{}/updates/{}-{number}", activity.record.id, update.date.iso())
}
