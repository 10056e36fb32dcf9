//! `print/<neighborhood>.html`: a neighborhood on two sheets.

use serde::Serialize;

use crate::model::{Activity, Idx, Manager, Neighborhood, RecordKind, RolloutStage};
use crate::persian::numbers::{integer, plain};
use crate::progress::Group;
use crate::site::charts::{Gantt, Ring};
use crate::site::pages::frame::{crumbs, sample_of};
use crate::site::pages::kind::PageKind;
use crate::site::pages::neighborhood;
use crate::site::rows::{self, GroupRow};
use crate::site::view::{Frame, Link, PageView, Pillar, Tally};
use crate::site::words::{self, counted, whole};
use crate::site::{Addresses, Site, Target, figures, links};

use super::cover::{self, Cover, Signature, sample_sentence};
use super::lines::{self, Line};
use super::province;
use super::room::{ListLengths, Room};
use super::schedule::{self, Duty};
use super::{LONG, Listed, ROWS, WHOLE_ROW};

/// How many characters the first column of the domains has room for.
const DOMAIN: usize = 27;

pub(in crate::site::pages) const KIND: PageKind = PageKind {
    targets: |site| {
        (0..site.dataset.neighborhoods.len()).map(Idx::new).map(Target::NeighborhoodBooklet).collect()
    },
    later: |_, _| Vec::new(),
    sections: |_| Vec::new(),
    entries: &[],
};

pub(in crate::site::pages) fn address(addresses: &Addresses<'_>, idx: Idx<Neighborhood>) -> String {
    format!("print/{}.html", addresses.dataset[idx].record.id)
}

/// What the booklet of a neighborhood shows.
#[derive(Debug, Serialize)]
struct NeighborhoodBooklet {
    /// The cover.
    pub cover: Cover,
    /// The neighborhood's page.
    pub page: Link,
    /// What stands behind its progress, in words.
    pub lede: String,
    /// Progress; absent where there is no activity.
    pub ring: Option<Ring>,
    /// The states.
    pub tally: Tally,
    /// Its row of the matrix, a domain a line.
    pub domains: Listed<GroupRow>,
    /// The three pillars.
    pub pillars: Vec<Pillar>,
    /// Named problems, where the first sheet has room for them.
    pub problems: Listed<Line>,
    /// Goals, where it has room for them.
    pub goals: Listed<String>,
    /// Visits, the latest first.
    pub visits: Listed<Line>,
    /// How far supervision reaches; empty where nothing is running.
    pub supervision: String,
    /// What is due next.
    pub deadlines: Listed<Line>,
    /// Rows of the first sheet stand wide apart.
    pub airy: bool,
    /// The schedule of the year, its rows numbered as the responsibilities are.
    pub gantt: Gantt,
    /// «۱۴۰۴»
    pub year: String,
    /// Who does what.
    pub duties: Listed<Duty>,
    /// Rows of the second sheet's schedule and responsibilities have two lines.
    pub roomy: bool,
    /// The latest reports, where the second sheet has room for them.
    pub updates: Listed<Line>,
    /// The next milestones, where it has room for them.
    pub milestones: Listed<Line>,
    /// It has room for notes by hand.
    pub notes: bool,
    /// Places to sign.
    pub signatures: Listed<Signature>,
}

pub(in crate::site::pages) fn view(site: &Site<'_>, address: &str, idx: Idx<Neighborhood>) -> PageView {
    let of = &site.dataset[idx];
    let terms = &site.config.terms;
    let group = &site.figures.groups.neighborhoods[idx.get()];
    let name = words::full_name(of);
    let manager = of.manager.as_ref();
    let above = vec![
        Link { text: terms.neighborhood.many.to_string(), href: site.href(Target::Neighborhoods(1)) },
        links::neighborhood(site, idx),
    ];
    let frame = Frame {
        description: words::description(
            group,
            format!("{}. {}", words::headline(site.config, &name, group), words::lede(group, terms)),
        ),
        crumbs: crumbs(site, above, "کارنامهٔ چاپی"),
        section: province::SECTION.to_owned(),
        sample: sample_of(of.record.sample, group, manager.is_some_and(|manager| manager.sample)),
        ..Frame::new(address, "booklet/neighborhood.html", format!("کارنامهٔ چاپی {name}"))
    };
    let view = two_sheets(site, idx, manager, &name);
    PageView::new(frame, view)
}

fn two_sheets(
    site: &Site<'_>,
    idx: Idx<Neighborhood>,
    manager: Option<&Manager>,
    name: &str,
) -> NeighborhoodBooklet {
    let of = &site.dataset[idx];
    let terms = &site.config.terms;
    let group = &site.figures.groups.neighborhoods[idx.get()];
    let members: Vec<Idx<Activity>> = group.members.iter().map(|&at| Idx::new(at as usize)).collect();
    let (visits, problems) = (&site.relations.visits[idx.get()], &site.relations.problems[idx.get()]);
    let (deadlines, milestones) =
        (schedule::next_due(site, &members), schedule::next_milestones(site, &members));
    let updates = rows::latest_updates(site, members.iter().copied(), usize::MAX);
    let room = Room::of(ListLengths {
        domains: site.order.domains.len(),
        activities: members.len(),
        visits: visits.len(),
        deadlines: deadlines.len(),
        problems: problems.len(),
        goals: of.goals.len(),
        updates: updates.len(),
        milestones: milestones.len(),
    });
    let shown = schedule::most_pressing(site, &members);
    let of_activities = shown.iter().map(|&idx| site.dataset[idx].record.sample);
    let of_visits = visits.iter().take(ROWS).map(|&idx| site.dataset[idx].record.sample);
    let of_problems = problems.iter().take(room.problems).map(|&idx| site.dataset[idx].record.sample);
    let (sentence, marks) = sample_sentence(of_activities.chain(of_visits).chain(of_problems));

    let domain_rows = site.order.domains.iter().map(|&domain| paper_row(site, idx, domain));
    let problem_rows = problems.iter().map(|&idx| lines::problem_line(site, idx));
    let goal_rows = of.goals.iter().map(|goal| words::cut(&goal.shown(), WHOLE_ROW));
    let visit_rows = visits.iter().map(|&idx| lines::visit_line(site, idx));
    let deadline_rows = deadlines.iter().map(|&idx| lines::deadline_line(site, idx, false));
    let duty_rows =
        shown.iter().enumerate().map(|(at, &idx)| schedule::duty(site, at + 1, idx, room.roomy, marks));
    let update_rows = updates.iter().map(|&(idx, update)| lines::update_line(site, idx, update));
    let milestone_rows = milestones.iter().map(|&(idx, at, due)| lines::milestone_line(site, idx, at, due));
    let mut cover = cover::cover(site, name);
    cover.meta.push(cover::manager_line(site, manager));
    NeighborhoodBooklet {
        cover: Cover {
            stage: of.stage.map(RolloutStage::key).unwrap_or_default().to_owned(),
            sample: sentence,
            ..cover
        },
        page: links::neighborhood(site, idx),
        lede: words::lede(group, terms),
        ring: (group.activities > 0).then(|| figures::ring(site, group)),
        tally: figures::tally(site, group),
        domains: Listed::new(domain_rows, site.order.domains.len(), ROWS, &terms.domain.one),
        pillars: figures::pillars(site, group),
        problems: Listed::new(problem_rows, problems.len(), room.problems, RecordKind::Problem.fa())
            .marked(marks),
        goals: Listed::new(goal_rows, of.goals.len(), room.goals, "هدف"),
        visits: Listed::new(visit_rows, visits.len(), ROWS, RecordKind::Visit.fa()).marked(marks),
        supervision: supervision_reach(site, group),
        deadlines: Listed::new(deadline_rows, deadlines.len(), ROWS, "مهلت").marked(marks),
        airy: room.airy,
        gantt: schedule::numbered_gantt(site, &shown),
        year: plain(site.figures.day.jalali().year.into()),
        duties: Listed::new(duty_rows, members.len(), LONG, &terms.activity.one),
        roomy: room.roomy,
        updates: Listed::new(update_rows, updates.len(), room.updates, RecordKind::Update.fa()).marked(marks),
        milestones: Listed::new(milestone_rows, milestones.len(), room.milestones, "مرحله").marked(marks),
        notes: room.notes,
        signatures: cover::neighborhood_signatures(site, manager),
    }
}

/// A domain's row with a title that its column has room for.
fn paper_row(
    site: &Site<'_>,
    neighborhood: Idx<Neighborhood>,
    domain: Idx<crate::model::Domain>,
) -> GroupRow {
    let mut row = neighborhood::cell_row(site, neighborhood, domain);
    row.link.text = words::cut(&row.link.text, DOMAIN);
    row
}

/// «۴ از ۱۰ فعالیت جاری در ۹۰ روز گذشته»
fn supervision_reach(site: &Site<'_>, group: &Group) -> String {
    if group.running == 0 {
        return String::new();
    }
    format!(
        "{} از {} جاری در {} روز گذشته",
        whole(group.supervised_count),
        counted(group.running, &site.config.terms.activity),
        integer(site.config.thresholds.supervision_days)
    )
}
