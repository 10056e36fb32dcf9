//! `print/<neighborhood>.html`: a neighborhood on two sheets.

use serde::Serialize;

use crate::model::{Activity, Idx, Manager, Neighborhood, Problem, Visit};
use crate::persian::numbers::percent;
use crate::progress::{Group, State};
use crate::site::address::Target;
use crate::site::charts::{Gantt, Ring};
use crate::site::matrix::stage_key;
use crate::site::rows::{GroupRow, update_sentence};
use crate::site::view::{Frame, Link, Pillar, Stamp, Tally};
use crate::site::words::{self, counted, whole};
use crate::site::{Site, figures, stamp};

use super::room::{Counts, Room};
use super::{
    Cover, LONG, Line, Listed, ROWS, Signature, WHOLE_ROW, booklet_title, sample_sentence, shortened,
    unmarked,
};
use crate::site::pages::{PageView, View, sample};

/// How many characters the label of a schedule's row has room for, its number left out.
const LABEL: usize = 38;

/// What the booklet of a neighborhood shows.
#[derive(Debug, Serialize)]
pub struct NeighborhoodBooklet {
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
    /// The schedule of the year, its rows numbered as the responsibilities are.
    pub gantt: Gantt,
    /// «۱۴۰۴»
    pub year: String,
    /// Who does what.
    pub duties: Listed<Duty>,
    /// Responsibilities have two lines each.
    pub roomy: bool,
    /// Visits, the latest first.
    pub visits: Listed<Line>,
    /// How far supervision reaches, in a sentence.
    pub supervision: String,
    /// What is due next.
    pub deadlines: Listed<Line>,
    /// Visits and deadlines stand on the second sheet.
    pub lists_second: bool,
    /// Named problems, where the first sheet has room for them.
    pub problems: Listed<Line>,
    /// Goals, where it has room for them.
    pub goals: Listed<String>,
    /// The latest reports, where the second sheet has room for them.
    pub updates: Listed<Line>,
    /// It has room for notes by hand.
    pub notes: bool,
    /// Places to sign.
    pub signatures: Listed<Signature>,
}

/// A row of the responsibilities.
#[derive(Debug, Serialize)]
pub struct Duty {
    /// «۱»
    pub number: String,
    /// The activity.
    pub activity: Link,
    /// It is illustrative.
    pub sample: bool,
    /// Its lead agency; empty for none.
    pub lead: String,
    /// The responsible role or person; empty for none.
    pub responsible: String,
    /// The due in force.
    pub due: Option<Stamp>,
    /// «۷۲٪», «؟»
    pub actual: String,
    /// The state's key.
    pub state: String,
}

impl Site<'_> {
    pub(in crate::site::pages) fn neighborhood_booklet(
        &self,
        address: &str,
        idx: Idx<Neighborhood>,
    ) -> PageView {
        let of = &self.dataset[idx];
        let group = &self.figures.groups.neighborhoods[idx.get()];
        let name = words::full_name(of);
        let title = booklet_title(&name);
        let manager =
            of.manager.as_ref().filter(|manager| manager.since.is_none_or(|since| since <= self.figures.day));
        let above = vec![
            Link {
                text: self.config.terms.neighborhood.many.to_string(),
                href: self.href(Target::Neighborhoods(1)),
            },
            self.neighborhood_link(idx),
        ];
        let frame = Frame {
            description: format!(
                "{}. {}",
                words::headline(&name, group),
                words::lede(group, &self.config.terms)
            ),
            crumbs: self.crumbs(above, "کارنامهٔ چاپی"),
            section: "print".to_owned(),
            sample: sample(of.record.sample, group.sample || manager.is_some_and(|manager| manager.sample)),
            ..Frame::new(address, "booklet/neighborhood.html", title)
        };
        let view = self.two_sheets(idx, manager, &name);
        PageView { frame, view: View::NeighborhoodBooklet(Box::new(view)) }
    }

    fn two_sheets(
        &self,
        idx: Idx<Neighborhood>,
        manager: Option<&Manager>,
        name: &str,
    ) -> NeighborhoodBooklet {
        let of = &self.dataset[idx];
        let terms = &self.config.terms;
        let group = &self.figures.groups.neighborhoods[idx.get()];
        let members: Vec<Idx<Activity>> = group.members.iter().map(|&at| Idx::new(at as usize)).collect();
        let deadlines = self.next_due(&members);
        let (visits, problems) = (&self.relations.visits[idx.get()], &self.relations.problems[idx.get()]);
        let updates = self.latest_updates(members.iter().copied(), usize::MAX);
        let room = Room::of(Counts {
            domains: self.order.domains.len(),
            activities: members.len(),
            visits: visits.len(),
            deadlines: deadlines.len(),
            problems: problems.len(),
            goals: of.goals.len(),
            updates: updates.len(),
        });
        let shown = self.most_pressing(&members);
        let (sentence, marks) = sample_sentence(
            shown
                .iter()
                .map(|&idx| self.dataset[idx].record.sample)
                .chain(visits.iter().take(ROWS).map(|&idx| self.dataset[idx].record.sample))
                .chain(problems.iter().take(room.problems).map(|&idx| self.dataset[idx].record.sample)),
        );
        let activity = &terms.activity.one;
        let update_rows = updates.iter().map(|&(idx, update)| {
            let said = update.text.as_ref().map_or_else(
                || update_sentence(&self.dataset[idx], update),
                |text| Self::excerpt(text, WHOLE_ROW),
            );
            let title = words::cut(&self.dataset[idx].record.title, LABEL);
            let left = WHOLE_ROW.saturating_sub(title.chars().count() + 2);
            Line {
                at: Some(stamp::short(update.date)),
                href: self.href(Target::Activity(idx)),
                text: words::cut(&said, left),
                aside: update.progress.map(|progress| percent(progress.get())).unwrap_or_default(),
                sample: update.sample || self.dataset[idx].record.sample,
                title,
                ..Line::default()
            }
        });
        NeighborhoodBooklet {
            cover: Cover {
                stage: of.stage.map(stage_key).unwrap_or_default().to_owned(),
                sample: sentence,
                ..self.neighborhood_cover(name, manager)
            },
            page: self.neighborhood_link(idx),
            lede: words::lede(group, terms),
            ring: (group.activities > 0).then(|| figures::ring(group)),
            tally: self.tally(group),
            domains: Listed::new(
                self.order.domains.iter().map(|&domain| shortened(self.cell_row(idx, domain))),
                self.order.domains.len(),
                ROWS,
                &terms.domain.one,
            ),
            pillars: self.pillars(group),
            gantt: self.numbered_gantt(&shown),
            year: crate::persian::numbers::plain(self.figures.day.jalali().year.into()),
            duties: Listed::new(
                shown.iter().enumerate().map(|(at, &idx)| self.duty(at + 1, idx, room.roomy, marks)),
                members.len(),
                LONG,
                activity,
            ),
            roomy: room.roomy,
            visits: unmarked(
                Listed::new(visits.iter().map(|&idx| self.visit_line(idx)), visits.len(), ROWS, "بازدید"),
                marks,
            ),
            supervision: self.supervised_of(group),
            deadlines: unmarked(
                Listed::new(
                    deadlines.iter().map(|&idx| self.deadline_line(idx, false)),
                    deadlines.len(),
                    ROWS,
                    "مهلت",
                ),
                marks,
            ),
            lists_second: room.lists_second,
            problems: list_if_any(room.problems, || {
                let rows = problems.iter().map(|&idx| self.problem_line(idx));
                unmarked(Listed::new(rows, problems.len(), room.problems, "مسئله"), marks)
            }),
            goals: list_if_any(room.goals, || {
                let rows = of.goals.iter().map(|goal| words::cut(goal, WHOLE_ROW));
                Listed::new(rows, of.goals.len(), room.goals, "هدف")
            }),
            updates: list_if_any(room.updates, || {
                unmarked(Listed::new(update_rows, updates.len(), room.updates, "گزارش"), marks)
            }),
            notes: room.notes,
            signatures: self.neighborhood_signatures(manager),
        }
    }

    fn neighborhood_cover(&self, name: &str, manager: Option<&Manager>) -> Cover {
        let mut cover = self.cover(name);
        let term = self.manager_title();
        let named =
            manager.and_then(|manager| manager.name.as_ref().or(manager.title.as_ref()).zip(Some(manager)));
        cover.meta.push(match named {
            Some((name, manager)) if manager.sample => format!("{term}: {} (نمایشی)", words::cut(name, 40)),
            Some((name, _)) => format!("{term}: {}", words::cut(name, 40)),
            None => format!("{term}: تعیین نشده"),
        });
        cover
    }

    /// The offices of `site.yml`; where it names none, the manager.
    fn neighborhood_signatures(&self, manager: Option<&Manager>) -> Listed<Signature> {
        let title = manager
            .and_then(|manager| manager.title.as_ref())
            .map_or_else(|| self.manager_title(), ToString::to_string);
        let name = manager.and_then(|manager| manager.name.as_deref()).unwrap_or_default();
        let configured = &self.config.identity.signatures;
        if configured.is_empty() {
            return self.signatures(&[title.clone()], (&title, name));
        }
        let offices: Vec<String> = configured.iter().map(ToString::to_string).collect();
        let called = if offices.contains(&title) { title } else { self.manager_title() };
        self.signatures(&offices, (&called, name))
    }

    /// Coming deadlines of the given activities: by due, then id.
    fn next_due(&self, members: &[Idx<Activity>]) -> Vec<Idx<Activity>> {
        let mut list: Vec<_> = members.iter().copied().filter(|&idx| self.is_open_deadline(idx)).collect();
        list.sort_by_key(|&idx| (self.of(idx).due, idx));
        list
    }

    /// The activities that paper shows: unfinished ones by due, overdue ones so first; then done and cancelled ones.
    fn most_pressing(&self, members: &[Idx<Activity>]) -> Vec<Idx<Activity>> {
        let mut list = members.to_vec();
        list.sort_by_key(|&idx| {
            let of = self.of(idx);
            let rank = match of.state {
                State::Done => 1,
                State::Cancelled => 2,
                _ => 0,
            };
            (rank, of.due.is_none(), of.due, idx)
        });
        list.truncate(LONG);
        list
    }

    /// Their schedule; its rows carry the numbers of the responsibilities, which tell the states.
    fn numbered_gantt(&self, shown: &[Idx<Activity>]) -> Gantt {
        let mut gantt = self.gantt(vec![(String::new(), String::new(), shown.to_vec())]);
        let rows = gantt.groups.iter_mut().flat_map(|group| &mut group.rows);
        for (at, row) in rows.enumerate() {
            row.title = format!("{}. {}", whole(at + 1), words::cut(&row.title, LABEL));
            row.href.clear();
            row.tell = false;
        }
        gantt
    }

    fn duty(&self, number: usize, idx: Idx<Activity>, roomy: bool, marks: bool) -> Duty {
        let activity = &self.dataset[idx];
        let of = self.of(idx);
        // Two lines hold twice as much, less what the words' ends leave empty.
        let most = |one: usize| if roomy { one * 9 / 5 } else { one };
        Duty {
            number: whole(number),
            activity: Link {
                text: words::cut(&activity.record.title, most(34)),
                href: self.href(Target::Activity(idx)),
            },
            sample: activity.record.sample && marks,
            lead: activity
                .lead
                .map(|lead| words::cut(&self.dataset[lead].record.title, most(30)))
                .unwrap_or_default(),
            responsible: activity
                .responsible
                .as_deref()
                .map(|responsible| words::cut(responsible, most(21)))
                .unwrap_or_default(),
            due: of.due.map(stamp::short),
            actual: words::progress(of.actual),
            state: of.state.key().to_owned(),
        }
    }

    fn visit_line(&self, idx: Idx<Visit>) -> Line {
        let row = self.visit_row(idx);
        let count = self.dataset[idx].findings.len();
        Line {
            at: Some(row.at),
            title: words::cut(&row.by, 34),
            href: row.visit.href,
            text: if row.flagged.is_empty() {
                row.flagged
            } else {
                format!("{} با گزارش", row.flagged)
            },
            aside: if count == 0 { String::new() } else { counted(count, &self.config.terms.activity) },
            sample: row.sample,
            ..Line::default()
        }
    }

    fn problem_line(&self, idx: Idx<Problem>) -> Line {
        let row = self.problem_row(idx);
        let solved = row.solved.map(|solved| format!("حل‌شده در {}", solved.text));
        Line {
            title: words::cut(&row.title, 80),
            href: self.href(Target::Problem(idx)),
            aside: solved.unwrap_or_else(|| match row.answers.len() {
                0 => format!("بدون {}", self.config.terms.activity.one),
                count => counted(count, &self.config.terms.activity),
            }),
            sample: row.sample,
            ..Line::default()
        }
    }

    /// «۴ از ۱۰ فعالیت جاری در ۹۰ روز گذشته»; empty where nothing is running.
    fn supervised_of(&self, group: &Group) -> String {
        if group.running == 0 {
            return String::new();
        }
        format!(
            "{} از {} جاری در {} روز گذشته",
            whole(group.supervised_count),
            counted(group.running, &self.config.terms.activity),
            crate::persian::numbers::integer(self.config.thresholds.supervision_days.into())
        )
    }
}

/// A list that takes no work where there is no room for it.
fn list_if_any<T>(room: usize, list: impl FnOnce() -> Listed<T>) -> Listed<T> {
    if room == 0 { Listed::none() } else { list() }
}
