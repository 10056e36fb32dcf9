//! No activity waits for itself: circles in `depends_on`, each told once, along its links.

use super::{Facts, finding};
use crate::diag::Diagnostic;
use crate::diag::codes::records::DEPENDENCY_CYCLE;
use crate::model::Activity;

/// How many activities of a circle are named.
const MOST_NAMED: usize = 12;

/// Walks the links depth first, without recursion: a link back into the path that is being walked closes a circle.
pub(super) fn dependency_cycle(facts: &Facts<'_>, out: &mut Vec<Diagnostic>) {
    let activities = &facts.dataset.activities;
    let mut walk = Walk { seen: vec![Seen::New; activities.len()], path: Vec::new() };
    for start in 0..activities.len() {
        if walk.seen[start] == Seen::New {
            walk.enter(start);
        }
        while let Some(&mut (position, ref mut link)) = walk.path.last_mut() {
            let Some(next) = activities[position].depends_on.get(*link).map(|next| next.get()) else {
                walk.leave(position);
                continue;
            };
            *link += 1;
            match walk.seen[next] {
                Seen::New => walk.enter(next),
                Seen::OnPath => out.push(circle(activities, &walk.close(next))),
                Seen::Told | Seen::Done => {}
            }
        }
    }
}

/// What is known of an activity.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Seen {
    New,
    OnPath,
    /// On the path, and in a circle that was told.
    Told,
    Done,
}

struct Walk {
    seen: Vec<Seen>,
    /// The activities on the way, each with the next link to follow.
    path: Vec<(usize, usize)>,
}

impl Walk {
    fn enter(&mut self, position: usize) {
        self.seen[position] = Seen::OnPath;
        self.path.push((position, 0));
    }

    fn leave(&mut self, position: usize) {
        self.seen[position] = Seen::Done;
        self.path.pop();
    }

    /// The circle that a link back to `to` closes.
    fn close(&mut self, to: usize) -> Vec<usize> {
        let first = self.path.iter().position(|&(position, _)| position == to).unwrap_or(0);
        let circle: Vec<usize> = self.path[first..].iter().map(|&(position, _)| position).collect();
        for &position in &circle {
            self.seen[position] = Seen::Told;
        }
        circle
    }
}

fn circle(activities: &[Activity], circle: &[usize]) -> Diagnostic {
    // Told from the first in order of ids, so that the same circle always reads the same.
    let first = circle.iter().enumerate().min_by_key(|(_, position)| **position).map_or(0, |(at, _)| at);
    let turned = circle[first..].iter().chain(&circle[..first]).chain(circle.get(first));
    let names: Vec<&str> = turned.map(|&position| &*activities[position].record.id).collect();
    let along = match names.as_slice() {
        [_, _] => None,
        names if names.len() <= MOST_NAMED => Some(names.join(" → ")),
        names => Some(format!("{} → … → {}", names[..MOST_NAMED].join(" → "), names[0])),
    };
    let activity = &activities[circle[first]];
    let sentence = match along {
        None => (
            format!("فعالیت «{}» پیش‌نیاز خودش است.", names[0]),
            format!("The activity `{}` depends on itself.", names[0]),
        ),
        Some(along) => {
            (format!("پیش‌نیازها دور دارند: {along}"), format!("`depends_on` goes round in a circle: {along}"))
        }
    };
    let mut found = finding(
        DEPENDENCY_CYCLE,
        &activity.record.at,
        "depends_on",
        sentence,
        ("یکی از پیوندهای این دور را بردارید.", "Take out one of the links of this circle."),
    );
    for &position in circle.iter().filter(|&&position| position != circle[first]).take(MOST_NAMED) {
        let record = &activities[position].record;
        found = found.related(record.at.clone(), format!("«{}»", record.id), format!("`{}`", record.id));
    }
    found
}
