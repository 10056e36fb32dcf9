//! What the file of a page says of its kind, beside the address and the view: [`PageKind`].

use crate::model::Later;
use crate::site::entries::SearchEntry;
use crate::site::view::Section;
use crate::site::{Site, Target};

/// A kind of page. Whoever needs all pages goes over the list of kinds ([`super::KINDS`]), so that a page is known
/// everywhere by what its own file says.
pub(in crate::site) struct PageKind {
    /// The pages of this kind, in the order of the plan.
    pub targets: fn(&Site<'_>) -> Vec<Target>,
    /// The addresses of pages that the edition of a later day adds: a text may name them before they are there.
    /// Addresses that the plan already has do no harm.
    pub later: fn(&Site<'_>, &Later) -> Vec<String>,
    /// Its sections: lines of the index at the foot of every page.
    pub sections: fn(&Site<'_>) -> Vec<IndexLine>,
    /// What a search finds of it.
    pub entries: &'static [(Rank, Find)],
}

/// Makes the search entries of a kind of page, one by one.
pub(in crate::site) type Find = for<'s, 'a> fn(&'s Site<'a>) -> Found<'s, 'a>;

/// The search entries of a kind of page.
pub(in crate::site) type Found<'s, 'a> = Box<dyn Iterator<Item = SearchEntry<'a>> + 's>;

/// A section as its first page declares it.
pub(in crate::site) struct IndexLine {
    /// In which part of the index it stands.
    pub part: IndexPart,
    /// By what pages name their section.
    pub key: String,
    /// Its title.
    pub title: String,
    /// Its first page.
    pub first: Target,
    /// Whether the menu shows it, too.
    pub menu: Menu,
    /// It is a list of records or a report, which a search finds by its title; not a text.
    pub is_list: bool,
}

impl IndexLine {
    /// The section as the frame shows it.
    pub(super) fn section(self, site: &Site<'_>) -> Section {
        Section {
            key: self.key,
            title: self.title,
            href: site.href(self.first),
            menu: self.menu != Menu::Foot,
            primary: self.menu == Menu::Primary,
        }
    }
}

/// The parts of the index, in order; within a part sections stand in the order of [`super::KINDS`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::site) enum IndexPart {
    /// Who does what, where, until when.
    Work,
    /// What is looked at, decided and learned.
    Review,
    /// What changed and what is lacking.
    Report,
    /// What the province wrote.
    FreePage,
    /// What the site is and how it is used.
    Reference,
}

/// How prominent a section is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::site) enum Menu {
    /// Always in the menu.
    Primary,
    /// In the menu; on a narrow screen behind a button.
    Secondary,
    /// In the index at the foot alone.
    Foot,
}

/// The order of equally good results of a search; within a rank they stand in the order of [`super::KINDS`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::site) enum Rank {
    /// Places, and what the work is about, is done by and is copied from.
    Subject,
    /// Pages that the province wrote.
    FreePage,
    /// What the site is.
    About,
    /// How figures are calculated.
    Method,
    /// The follow-up of decisions and the reports of quarters.
    Report,
    /// Activities and what was seen and decided of them.
    Work,
    /// Where neighborhoods and domains meet.
    Cell,
}
