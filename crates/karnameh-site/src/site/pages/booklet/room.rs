//! How much the sheets of a booklet have room for, counted in rows of text.
//!
//! Lists that every booklet has fit at their longest; what is left of a sheet goes to lists that only some need, so that
//! the sheets of a neighborhood with three activities are as full as those of one with sixty. `booklet.css` gives each row
//! a fixed height, so counting rows is enough. The test `heights` compares the counts here with the heights there.

#[cfg(test)]
mod heights;

use super::{LONG, ROWS};

// A row is the height of `.lines > li`.

/// How many rows of domains and lists the first sheet holds: the domains, and below them two lists side by side.
const FIRST: usize = 2 * ROWS;
/// How many rows of schedule and responsibilities the second sheet holds: one of each for every activity.
const SECOND: usize = 2 * LONG;
/// How many rows the head of one more list takes, with the gap above it.
const HEAD: usize = 3;
/// Up to how many activities have rows of two lines, which are twice as high.
const ROOMY: usize = LONG / 2;
/// How many rows must be left on the first sheet for `.is-airy`, which makes its rows and its ring larger.
const AIRY: usize = 7;
/// How many rows a part for notes by hand takes at least (`.by-hand`).
const NOTES: usize = 5;
/// How many rows the sentence takes that stands in the place of an empty schedule, with its two heads.
const EMPTY: usize = 4;

/// How many records each list of a neighborhood has.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct ListLengths {
    pub(super) domains: usize,
    pub(super) activities: usize,
    pub(super) visits: usize,
    pub(super) deadlines: usize,
    pub(super) problems: usize,
    pub(super) goals: usize,
    pub(super) updates: usize,
    pub(super) milestones: usize,
}

/// What there is room for on the two sheets of a neighborhood.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Room {
    /// How many problems the first sheet shows.
    pub(super) problems: usize,
    /// How many goals it shows.
    pub(super) goals: usize,
    /// Its rows stand wide apart.
    pub(super) airy: bool,
    /// Schedule and responsibilities have two lines a row.
    pub(super) roomy: bool,
    /// How many reports the second sheet shows.
    pub(super) updates: usize,
    /// How many milestones it shows.
    pub(super) milestones: usize,
    /// It has room for notes by hand.
    pub(super) notes: bool,
}

impl Room {
    pub(super) fn of(counts: ListLengths) -> Self {
        let lists = counts.visits.max(counts.deadlines).clamp(1, ROWS);
        let mut first = FIRST - counts.domains.clamp(1, ROWS) - lists;
        let rows = counts.activities.min(LONG);
        let roomy = rows <= ROOMY;
        let mut second = SECOND - if rows == 0 { EMPTY } else { rows * if roomy { 4 } else { 2 } };
        Self {
            problems: take(&mut first, counts.problems),
            goals: take(&mut first, counts.goals),
            airy: first >= AIRY,
            roomy,
            milestones: take(&mut second, counts.milestones),
            updates: take(&mut second, counts.updates),
            notes: second >= NOTES,
        }
    }
}

/// Takes room for as many rows of a list as there is, two at least where it has so many.
fn take(room: &mut usize, rows: usize) -> usize {
    let most = room.saturating_sub(HEAD).min(rows).min(ROWS);
    if most < rows.clamp(1, 2) {
        return 0;
    }
    *room -= HEAD + most;
    most
}

// The sheet of the province is counted in units of 3 mm, half a row of its lists (`.lines > li`, rounded up), since rows
// of its matrix are one and a half or two rows high.

/// How many units are left beside cover, figures and pillars.
const SHEET: usize = 67;
/// The head of a part.
const PART: usize = 3;
/// The heads of the matrix' columns, if names lie and if they are upright.
const LYING_HEADS: usize = 5;
const UPRIGHT_HEADS: usize = 10;
/// A row of the matrix, if its cells have notes and if they have none (`.is-dense`).
const NOTED_ROW: usize = 4;
const DENSE_ROW: usize = 3;
/// Signatures in one row, and in two (`.signs`).
const SIGNED_ONCE: usize = 7;
const SIGNED_TWICE: usize = 13;
/// How many signatures stand in one row.
const SIGNATURES: usize = 5;
/// The year's curve with its head.
const CURVE: usize = 15;

/// Up to how many neighborhoods the matrix' cells have notes.
const NOTED: usize = 4;
/// How many rows its lists must have room for before the sheet shows the year's curve.
const BESIDE_CURVE: usize = 5;

/// What there is room for on the sheet of the province.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct ProvinceRoom {
    /// The matrix' cells have notes.
    pub(super) noted: bool,
    /// The year's curve is shown.
    pub(super) curve: bool,
    /// How many rows each list has.
    pub(super) lists: usize,
}

impl ProvinceRoom {
    /// For a matrix of so many rows, its columns' names `upright` or not, and so many signatures.
    pub(super) fn of(neighborhoods: usize, upright: bool, signatures: usize) -> Self {
        let noted = neighborhoods <= NOTED;
        let matrix = PART
            + if upright { UPRIGHT_HEADS } else { LYING_HEADS }
            + (neighborhoods + 1) * if noted { NOTED_ROW } else { DENSE_ROW };
        let signed = match signatures {
            0 => 0,
            1..=SIGNATURES => SIGNED_ONCE,
            _ => SIGNED_TWICE,
        };
        let left = SHEET.saturating_sub(matrix + signed + PART);
        // The pillars stand beside the curve, so it takes less than its own height.
        let beside = left.saturating_sub(CURVE) / 2;
        let curve = beside >= BESIDE_CURVE;
        let lists = if curve { beside } else { left / 2 };
        Self { noted, curve, lists: lists.clamp(2, ROWS) }
    }
}

#[cfg(test)]
mod tests {
    use super::{ListLengths, ProvinceRoom, Room};

    #[test]
    fn the_lists_of_the_province_give_way() {
        let room = |rows, upright, signatures| ProvinceRoom::of(rows, upright, signatures);
        assert_eq!(room(4, false, 1), ProvinceRoom { noted: true, curve: true, lists: 7 });
        assert_eq!(room(6, false, 2), ProvinceRoom { noted: false, curve: true, lists: 6 });
        assert_eq!(room(10, true, 0), ProvinceRoom { noted: false, curve: false, lists: 9 });
        assert_eq!(room(10, true, 10), ProvinceRoom { noted: false, curve: false, lists: 2 });
    }

    #[test]
    fn full_sheets_have_room_for_nothing_more() {
        let full = ListLengths {
            domains: 12,
            activities: 60,
            visits: 40,
            deadlines: 30,
            problems: 9,
            goals: 9,
            updates: 99,
            milestones: 99,
        };
        assert_eq!(Room::of(full), Room::default());
    }

    #[test]
    fn few_activities_leave_room_for_what_else_is_known() {
        let room = Room::of(ListLengths {
            domains: 5,
            activities: 3,
            visits: 2,
            deadlines: 3,
            problems: 4,
            goals: 3,
            updates: 20,
            milestones: 4,
        });
        assert!(room.roomy && !room.notes && !room.airy);
        assert_eq!((room.problems, room.goals), (4, 2));
        assert_eq!((room.milestones, room.updates), (4, 6));
    }

    #[test]
    fn what_has_nothing_to_tell_has_room_for_notes() {
        let of = |activities| Room::of(ListLengths { activities, ..ListLengths::default() });
        assert!(of(0).notes && of(0).airy);
        assert!(of(3).notes);
        assert!(!of(14).notes && !of(14).roomy);
    }
}
