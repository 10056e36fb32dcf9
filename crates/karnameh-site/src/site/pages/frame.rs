//! What the frames of pages have in common: the way from the home page, the pages of a list, titles.

use crate::persian::numbers::integer;
use crate::progress::Group;
use crate::site::view::{Flag, Link, Pager, Sample};
use crate::site::{Site, Target, words};

/// The way from the home page to a page: the sections above it, then itself.
pub(in crate::site) fn crumbs(site: &Site<'_>, above: Vec<Link>, title: &str) -> Vec<Link> {
    let mut crumbs = vec![Link { text: "نمای کلی".to_owned(), href: site.href(Target::Home) }];
    crumbs.extend(above);
    crumbs.push(Link { text: title.to_owned(), href: String::new() });
    crumbs
}

/// The pages of a long list; `None` where one page holds it.
pub(in crate::site) fn pager(
    site: &Site<'_>,
    rows: usize,
    rows_each: usize,
    page: usize,
    of: impl Fn(usize) -> Target,
) -> Option<Pager> {
    let last = rows.div_ceil(rows_each);
    if last < 2 {
        return None;
    }
    let link = |text: &str, page: usize| Link { text: text.to_owned(), href: site.href(of(page)) };
    let number = |page: usize| words::whole(page);
    let mut pages = Vec::new();
    let mut before = 0;
    for at in (1..=last).filter(|&at| at == 1 || at == last || at.abs_diff(page) <= 2) {
        if at > before + 1 {
            pages.push(Link::default());
        }
        pages.push(Link {
            text: number(at),
            href: if at == page { String::new() } else { site.href(of(at)) },
        });
        before = at;
    }
    Some(Pager {
        range: format!(
            "ردیف {} تا {} از {}",
            number((page - 1) * rows_each + 1),
            number((page * rows_each).min(rows)),
            number(rows)
        ),
        previous: (page > 1).then(|| link("قبلی", page - 1)),
        next: (page < last).then(|| link("بعدی", page + 1)),
        pages,
    })
}

/// How much of a page is illustrative, by its record and by what else it shows.
pub(in crate::site) fn sample(record: bool, part: bool) -> Sample {
    match (record, part) {
        (true, _) => Sample::Whole,
        (false, true) => Sample::Part,
        (false, false) => Sample::None,
    }
}

/// How much of a page is illustrative, by its record, the group whose figures it shows and
/// whatever else it shows.
pub(in crate::site) fn sample_of(record: bool, group: &Group, other: bool) -> Sample {
    match sample(record, group.sample || other) {
        Sample::Part if group.all_sample => Sample::Figures,
        other => other,
    }
}

/// A word for what is missing: it calls for attention.
pub(in crate::site) fn missing(text: &str) -> Flag {
    Flag { text: text.to_owned(), late: false }
}

/// The title of a page of a list: the number follows from the second on.
pub(in crate::site) fn numbered(title: &str, page: usize) -> String {
    if page < 2 {
        return title.to_owned();
    }
    format!("{title}، صفحهٔ {}", integer(page))
}
