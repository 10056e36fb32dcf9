//! Who acts in what: agencies and domains; and the free pages.

use super::super::raw::Head;
use super::super::values::{number, text};
use super::Lower;
use crate::fields::{Row, key};
use crate::model::{Agency, AgencyKind, Domain, Page};

impl Lower<'_> {
    pub(super) fn domain(&mut self, head: Head, mut row: Row<key::Domain>) -> Domain {
        use key::Domain as Key;
        Domain {
            record: self.record(head),
            summary: text(&mut row, Key::Summary),
            icon: text(&mut row, Key::Icon),
            order: number(&mut row, Key::Order),
        }
    }

    pub(super) fn agency(&mut self, head: Head, mut row: Row<key::Agency>) -> Agency {
        use key::Agency as Key;
        Agency {
            record: self.record(head),
            kind: row.choice(Key::Kind).and_then(|word| agency_kind(word.value)),
            contact: self.prose(&mut row, Key::Contact),
            url: text(&mut row, Key::Url),
        }
    }

    pub(super) fn page(&mut self, head: Head, mut row: Row<key::Page>) -> Page {
        Page {
            record: self.record(head),
            order: number(&mut row, key::Page::Order),
            menu: row.flag(key::Page::Menu),
        }
    }
}

fn agency_kind(word: &str) -> Option<AgencyKind> {
    match word {
        "executive" => Some(AgencyKind::Executive),
        "public" => Some(AgencyKind::Public),
        "municipal" => Some(AgencyKind::Municipal),
        "community" => Some(AgencyKind::Community),
        "ngo" => Some(AgencyKind::Ngo),
        "volunteer" => Some(AgencyKind::Volunteer),
        "other" => Some(AgencyKind::Other),
        _ => None,
    }
}
