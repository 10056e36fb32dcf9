//! The facts of an activity: where, whose, when, for whom, for how much.

use crate::figures::activity::{ACTUAL, LAST_REPORT};
use crate::model::{Activity, Beneficiaries, Budget, Idx, RecordKind};
use crate::persian::numbers::{compact, integer};
use crate::persian::text::joined;
use crate::persian::{Day, dates};
use crate::progress::ActivityFigures;
use crate::site::pages::frame::missing;
use crate::site::view::{Fact, Flag, Link};
use crate::site::{Site, Target, links, stamp, words};

pub(super) fn facts(site: &Site<'_>, idx: Idx<Activity>) -> Vec<Fact> {
    let activity = &site.dataset[idx];
    let of = &site.figures[idx];
    let terms = &site.config.terms;
    let links = |term: &str, values: Vec<Link>| Fact { term: term.to_owned(), values, ..Fact::default() };
    let text = |value: &str| vec![Link { text: value.to_owned(), href: String::new() }];
    let unset =
        |term: &str| Fact {
            term: term.to_owned(), flag: Some(missing("تعیین نشده")), ..Fact::default()
        };
    let lead_term = words::lead(terms);
    let mut facts = vec![
        links(
            &terms.neighborhood.one,
            activity.neighborhoods.iter().map(|&at| links::neighborhood(site, at)).collect(),
        ),
        links(&terms.domain.one, vec![links::domain(site, activity.domain)]),
        match activity.lead {
            Some(lead) => Fact {
                aside: since_handover(site, activity),
                ..links(&lead_term, vec![links::agency(site, lead)])
            },
            None => unset(&lead_term),
        },
        match &activity.responsible {
            Some(responsible) => links("فرد مسئول", text(&responsible.shown())),
            None => unset("فرد مسئول"),
        },
    ];
    if !activity.partners.is_empty() {
        facts.push(links("همکاران", activity.partners.iter().map(|&at| links::agency(site, at)).collect()));
    }
    facts.push(day_fact("آغاز", activity.start));
    facts.push(due_fact(of));
    if let Some(finished) = activity.finished {
        facts.push(day_fact("پایان", Some(finished)));
    }
    if let Some(beneficiaries) = &activity.beneficiaries {
        facts.extend(beneficiaries_fact(site, beneficiaries));
    }
    if let Some(budget) = &activity.budget {
        facts.extend(budget_fact(budget));
    }
    if let Some(problem) = activity.problem {
        let link = Link {
            text: site.dataset[problem].record.title.to_string(),
            href: site.addresses.problem(problem),
        };
        facts.push(links(RecordKind::Problem.fa(), vec![link]));
    }
    if let Some(model) = activity.model {
        let link = Link {
            text: site.dataset[model].record.title.to_string(),
            href: site.href(Target::Model(model)),
        };
        facts.push(links(&terms.model.one, vec![link]));
    }
    if !activity.tags.is_empty() {
        facts.push(links("برچسب‌ها", text(&joined(&activity.tags, "، "))));
    }
    facts.push(match of.last_report {
        Some(last) => day_fact(LAST_REPORT.caption, Some(last)),
        None => Fact {
            term: LAST_REPORT.caption.to_owned(),
            flag: Some(missing(ACTUAL.unknown.0)),
            ..Fact::default()
        },
    });
    facts
}

/// «از ۱۵ آبان ۱۴۰۴؛ پیش از آن شهرداری قم»; empty without a handover.
fn since_handover(site: &Site<'_>, activity: &Activity) -> String {
    let Some(last) = activity.handovers.iter().max_by_key(|handover| handover.date) else {
        return String::new();
    };
    let since = format!("از {}", dates::medium(last.date));
    let before = activity.lead_on(last.date.plus(-1)).filter(|&before| before != last.lead);
    before.map_or(since.clone(), |before| {
        format!("{since}؛ پیش از آن {}", site.dataset[before].record.title.shown())
    })
}

/// «۲۶۰ نفر از ۶۰۰ نفر پیش‌بینی‌شده (نوجوانان)»; small figures masked (F29).
fn beneficiaries_fact(site: &Site<'_>, of: &Beneficiaries) -> Option<Fact> {
    let count = |count: u64| format!("{} نفر", people(site, count));
    let mut text = match (of.reached, of.planned) {
        (Some(reached), Some(planned)) => format!("{} از {} پیش‌بینی‌شده", count(reached), count(planned)),
        (Some(reached), None) => count(reached),
        (None, Some(planned)) => format!("{} پیش‌بینی‌شده", count(planned)),
        (None, None) => return None,
    };
    if let Some(group) = &of.group {
        text = format!("{text} ({})", group.shown());
    }
    Some(Fact {
        term: "بهره‌مندان".to_owned(),
        values: vec![Link { text, href: String::new() }],
        ..Fact::default()
    })
}

/// A count of people, masked where it is small (F29).
pub(in crate::site) fn people(site: &Site<'_>, count: u64) -> String {
    let floor = site.config.thresholds.small_group;
    if (1..floor).contains(&count) { format!("کمتر از {}", integer(floor)) } else { integer(count) }
}

fn day_fact(term: &str, day: Option<Day>) -> Fact {
    match day {
        Some(day) => Fact { term: term.to_owned(), at: Some(stamp::medium(day)), ..Fact::default() },
        None => Fact { term: term.to_owned(), flag: Some(missing("تعیین نشده")), ..Fact::default() },
    }
}

fn due_fact(of: &ActivityFigures) -> Fact {
    let mut fact = day_fact("مهلت", of.due);
    if let Some(slippage) = of.slippage_days.filter(|&slippage| slippage != 0) {
        let side = if slippage > 0 { "پس از" } else { "پیش از" };
        fact.flag = Some(Flag {
            text: format!("{} روز {side} مهلت نخست", integer(slippage.abs())),
            late: false,
        });
    }
    fact
}

/// «۱٫۸ میلیارد ریال هزینه از ۴٫۲ میلیارد ریال»
fn budget_fact(budget: &Budget) -> Option<Fact> {
    let rial = |amount: u64| format!("{} ریال", compact(amount as f64));
    let text = match (budget.spent, budget.planned) {
        (Some(spent), Some(planned)) => format!("{} هزینه از {}", rial(spent), rial(planned)),
        (Some(spent), None) => format!("{} هزینه", rial(spent)),
        (None, Some(planned)) => format!("{} مصوب", rial(planned)),
        (None, None) => return None,
    };
    Some(Fact {
        term: "بودجه".to_owned(),
        values: vec![Link { text, href: String::new() }],
        aside: words::or_empty(budget.source.as_ref()),
        ..Fact::default()
    })
}
