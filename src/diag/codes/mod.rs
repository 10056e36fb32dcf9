//! The table of everything that can be wrong. Each family has a file and a range of numbers.
//!
//! A code never changes its meaning and a number is never used again: offices write them down.

pub mod files;
pub mod guard;
pub mod links;
pub mod records;
pub mod theme;
pub mod values;
pub mod yaml;

use super::Severity;

/// One kind of finding: its number, its name, and what `karnameh explain` tells of it.
#[derive(Debug, PartialEq, Eq)]
pub struct Code {
    /// `K` and four digits.
    pub id: &'static str,
    /// A short name for people who read code and fixtures, in kebab case.
    pub name: &'static str,
    /// How badly it is wrong.
    pub severity: Severity,
    /// What it means and how to mend it, in Persian, a paragraph.
    pub fa: &'static str,
    /// The same in English.
    pub en: &'static str,
}

/// All families in the order of their numbers.
pub fn all() -> impl Iterator<Item = &'static Code> {
    [files::ALL, yaml::ALL, values::ALL, records::ALL, links::ALL, theme::ALL, guard::ALL]
        .into_iter()
        .flatten()
        .copied()
}

/// Finds a code by its number, whatever its letter case.
pub fn find(id: &str) -> Option<&'static Code> {
    all().find(|code| code.id.eq_ignore_ascii_case(id))
}

/// Declares the codes of one family and the list of them.
macro_rules! codes {
    ($($constant:ident $id:literal $name:literal $severity:ident $fa:literal $en:literal;)*) => {
        $(
            #[doc = concat!("`", $id, "`: ", $name, ".")]
            pub const $constant: &$crate::diag::Code = &$crate::diag::Code {
                id: $id,
                name: $name,
                severity: $crate::diag::Severity::$severity,
                fa: $fa,
                en: $en,
            };
        )*
        /// Every code of this family, by number.
        pub const ALL: &[&$crate::diag::Code] = &[$($constant),*];
    };
}
use codes;
