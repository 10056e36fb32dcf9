//! How long lists are parted into pages.

use super::Target;

/// How many rows a table holds before it is paged (product.md, "The site").
pub(super) const UNPAGED_ROWS: usize = 500;
/// How many rows a page of a paged table holds.
pub(super) const PAGE_ROWS: usize = 100;

/// How many pages a table of `rows` takes, and how many rows each holds.
pub(super) fn pages_of(rows: usize) -> (usize, usize) {
    if rows <= UNPAGED_ROWS { (1, rows.max(1)) } else { (rows.div_ceil(PAGE_ROWS), PAGE_ROWS) }
}

/// The same for problems, of which every neighborhood has a table of its own: they are paged earlier, since their rows
/// tell what is done about each.
pub(super) fn pages_of_problems(rows: usize) -> (usize, usize) {
    if rows <= 2 * PAGE_ROWS { (1, rows.max(1)) } else { (rows.div_ceil(PAGE_ROWS), PAGE_ROWS) }
}

/// The pages of a list of so many rows.
pub(super) fn list_pages(rows: usize, target: impl Fn(usize) -> Target) -> Vec<Target> {
    (1..=pages_of(rows).0).map(target).collect()
}
