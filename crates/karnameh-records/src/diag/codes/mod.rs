//! The table of everything that can be wrong. Each family has a file and a range of numbers.
//!
//! A code never changes its meaning and a number is never used again: offices write them down.

mod document;
pub mod files;
pub mod guard;
pub mod links;
pub mod media;
pub mod plausible;
pub mod records;
pub mod theme;
pub mod values;
pub mod yaml;

use super::{Bilingual, Severity};

pub use document::document;

/// One kind of finding: its number, its name, and what `karnameh explain` tells of it.
#[derive(Debug, PartialEq, Eq)]
pub struct Code {
    /// `K` and four digits.
    pub id: &'static str,
    /// A short name for people who read code and fixtures, in kebab case.
    pub name: &'static str,
    /// How badly it is wrong.
    pub severity: Severity,
    /// What it means and how to fix it, a paragraph.
    pub text: Bilingual<&'static str>,
}

/// The codes of one file, with what they are about.
struct Family {
    title: Bilingual<&'static str>,
    codes: &'static [&'static Code],
}

/// All families in the order of their numbers.
const FAMILIES: [Family; 9] = [
    Family {
        title: Bilingual { fa: "فایل‌ها و پوشه‌ها", en: "Files and folders" }, codes: files::ALL
    },
    Family { title: Bilingual { fa: "شکل YAML", en: "The shape of the YAML" }, codes: yaml::ALL },
    Family {
        title: Bilingual { fa: "فیلدها و مقدارها", en: "Fields and their values" }, codes: values::ALL
    },
    Family {
        title: Bilingual { fa: "رکوردها با هم", en: "Records that disagree" }, codes: records::ALL
    },
    Family {
        title: Bilingual { fa: "متن، پیوند و تصویر", en: "Markdown, links and pictures" },
        codes: links::ALL,
    },
    Family {
        title: Bilingual { fa: "پوسته و قالب‌ها", en: "Themes and templates" }, codes: theme::ALL
    },
    Family { title: Bilingual { fa: "حریم اشخاص", en: "Guarding people" }, codes: guard::ALL },
    Family {
        title: Bilingual { fa: "تصویرها و سندها", en: "Photos and documents" }, codes: media::ALL
    },
    Family {
        title: Bilingual { fa: "آنچه بعید است درست باشد", en: "What can hardly be true" },
        codes: plausible::ALL,
    },
];

/// All codes in the order of their numbers.
pub fn all() -> impl Iterator<Item = &'static Code> {
    FAMILIES.iter().flat_map(|family| family.codes).copied()
}

/// Finds a code by its number, whatever its letter case.
pub fn find(id: &str) -> Option<&'static Code> {
    all().find(|code| code.id.eq_ignore_ascii_case(id))
}

/// Returns whether a record can allow a finding (`allow`): the privacy guard's and those of plausibility.
pub fn can_be_allowed(code: &Code) -> bool {
    guard::ALL.iter().chain(plausible::ALL).any(|known| *known == code)
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
                text: $crate::diag::Bilingual { fa: $fa, en: $en },
            };
        )*
        /// Every code of this family, by number.
        pub const ALL: &[&$crate::diag::Code] = &[$($constant),*];
    };
}
use codes;
