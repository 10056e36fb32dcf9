//! Pages that the same records give on a later day: a text may lead to them before they are there.

use std::collections::HashSet;

use crate::model::Idx;

use super::Site;
use super::address::Target;
use super::plan::{pages_of, pages_of_problems};

impl Site<'_> {
    /// Which of the given addresses, none of which is planned, a later day's site has.
    ///
    /// Any day can be built (figures.md, F1), also one before the records that a text names by the address of their
    /// page.
    pub fn comes_later<'p>(&self, addresses: impl Iterator<Item = &'p str>) -> HashSet<String> {
        let all: HashSet<String> = self.of_any_day().map(|target| self.href(target)).collect();
        let comes = |address: &&str| all.contains(*address) || self.is_later_quarter(address);
        addresses.filter(comes).map(str::to_owned).collect()
    }

    /// What the records give sooner or later, whatever the day.
    fn of_any_day(&self) -> impl Iterator<Item = Target> {
        let data = self.dataset;
        let cells = data.activities.iter().flat_map(|activity| {
            activity.neighborhoods.iter().map(|&neighborhood| Target::Cell(neighborhood, activity.domain))
        });
        let decisions = data.meetings.iter().map(|meeting| meeting.decisions.len()).sum();
        records(data.activities.len(), Target::Activity)
            .chain(records(data.visits.len(), Target::Visit))
            .chain(records(data.meetings.len(), Target::Meeting))
            .chain(records(data.models.len(), Target::Model))
            .chain(cells)
            .chain(pages(data.activities.len(), Target::Activities))
            .chain((2..=pages_of_problems(data.problems.len()).0).map(Target::Problems))
            .chain(pages(data.meetings.len(), Target::Meetings))
            .chain(pages(decisions, Target::Decisions))
            .chain(pages(data.visits.len(), Target::Visits))
            .chain(pages(data.models.len(), Target::Models))
    }

    /// Whether an address is that of a quarter after T's; which of them will be made only time can tell.
    fn is_later_quarter(&self, address: &str) -> bool {
        let now = self.figures.day.jalali();
        let quarter = address.strip_prefix("periods/").and_then(|name| name.strip_suffix(".html"));
        let parts = quarter.and_then(|quarter| quarter.split_once("-q"));
        let numbers = parts.map(|(year, number)| (year.parse::<i32>(), number.parse::<u32>()));
        let Some((Ok(year @ 1300..=1500), Ok(number @ 1..=4))) = numbers else { return false };
        (year, number) > (now.year, now.month.div_ceil(3))
    }
}

fn records<T>(count: usize, target: impl Fn(Idx<T>) -> Target) -> impl Iterator<Item = Target> {
    (0..count).map(move |at| target(Idx::new(at)))
}

/// The pages of a list after the first, which is always there.
fn pages(rows: usize, target: impl Fn(usize) -> Target) -> impl Iterator<Item = Target> {
    (2..=pages_of(rows).0).map(target)
}
