//! Everything that happened to an activity, the latest first.

use crate::model::{Activity, Idx, Update};
use crate::persian::numbers::percent;
use crate::persian::{Day, dates};
use crate::site::rows::update_sentence;
use crate::site::view::Dated;
use crate::site::{Resolver, Site, Target, corrections, stamp, words};

/// Everything that happened, the latest first.
pub(super) fn history(
    site: &Site<'_>,
    resolver: &Resolver<'_>,
    idx: Idx<Activity>,
    root: &str,
) -> Vec<Dated> {
    let activity = &site.dataset[idx];
    let day = site.figures.day;
    let mut events: Vec<(Day, Dated)> = Vec::new();
    let mut add = |at: Day, row: Dated| events.push((at, Dated { at: stamp::mark(at, day), ..row }));
    let event = |title: &str, text: String| Dated { title: title.to_owned(), text, ..Dated::default() };
    if let Some(registered) = activity.registered {
        add(registered, event("ثبت فعالیت", String::new()));
    }
    // A start is a plan: before it comes, nothing has happened.
    if let Some(start) = activity.start.filter(|&start| start <= day) {
        add(start, event("آغاز", String::new()));
    }
    for milestone in &activity.milestones {
        if let Some(done) = milestone.done {
            add(done, event("مرحله انجام شد", format!("{}.", milestone.title)));
        }
    }
    for row in &activity.reschedules {
        let text = format!("مهلت تازه: {} (علت: {}).", dates::medium(row.due), row.reason.fa());
        add(row.date, event("تغییر مهلت", text));
    }
    for handover in &activity.handovers {
        let lead = &site.dataset[handover.lead].record.title;
        let change = format!("{} مسئول شد.", lead.shown());
        let text = handover.note.as_ref().map_or(change.clone(), |note| format!("{change} {}", note.shown()));
        add(handover.date, event(&format!("تغییر {}", words::lead(&site.config.terms)), text));
    }
    for (at, update) in activity.updates.iter().enumerate() {
        // A correction is an event of its own day; a late report stands where it belongs.
        let is_correction = activity.corrected_by(update).is_some();
        let day = if is_correction { update.occurrence().known } else { update.date };
        add(day, update_event(resolver, activity, update, &format!("h{at}"), root));
    }
    for &of in &activity.findings {
        let visit = &site.dataset[of.visit];
        let seen = site.dataset[of].progress;
        let text = seen.map(|seen| format!("پیشرفت مشاهده‌شده {}.", percent(seen.get()))).unwrap_or_default();
        let row = Dated {
            href: site.href(Target::Visit(of.visit)),
            meta: std::iter::once(visit.by.to_string())
                .chain(corrections::late(visit.occurrence()))
                .collect(),
            sample: visit.record.sample,
            ..event("بازدید میدانی", text)
        };
        add(visit.date, row);
    }
    if let Some(finished) = activity.finished {
        add(finished, event("پایان", String::new()));
    }
    events.sort_by_key(|(at, _)| std::cmp::Reverse(*at));
    events.into_iter().map(|(_, row)| row).collect()
}

fn update_event(
    resolver: &Resolver<'_>,
    activity: &Activity,
    update: &Update,
    prefix: &str,
    root: &str,
) -> Dated {
    let mut meta: Vec<String> = update.by.iter().map(ToString::to_string).collect();
    if let Some(progress) = update.progress {
        meta.push(format!("پیشرفت {}", percent(progress.get())));
    }
    let correction = corrections::sentence(activity, update);
    meta.extend(corrections::notes(activity, update).into_iter().filter(|_| correction.is_none()));
    let title = if correction.is_some() { "اصلاح گزارش" } else { "گزارش پیشرفت" };
    let sentences = [correction.unwrap_or_default(), update_sentence(activity, update)];
    Dated {
        title: title.to_owned(),
        text: sentences.join(" ").trim().to_owned(),
        body: update.text.as_ref().map(|text| resolver.prose(text, prefix, root)),
        meta: if meta.is_empty() { meta } else { vec![meta.join(" · ")] },
        photos: resolver.photos(&update.photos),
        sample: update.sample,
        ..Dated::default()
    }
}
