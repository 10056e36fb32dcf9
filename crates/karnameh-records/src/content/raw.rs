//! Records as their files gave them, references not yet resolved.

use super::parse::Parsed;
use crate::fields::{Gaps, Name};
use crate::model::{RecordKind, kinds};

/// A record whose references are still names.
#[derive(Debug)]
pub(super) struct Raw<T> {
    pub(super) record: T,
    pub(super) draft: bool,
    /// The names that it gives, in the order in which its references count them.
    pub(super) names: Vec<Name>,
    /// Where its lists are without items that the file has.
    pub(super) gaps: Gaps,
    /// Whether everything that it requires was there and could be read, and, once references are resolved, was found.
    pub(super) complete: bool,
}

macro_rules! raws {
    ($($kind:ident $list:ident $record:ty;)*) => {
        /// The records of a file or of all files, by kind.
        #[derive(Debug, Default)]
        pub(super) struct Raws {
            $(pub(super) $list: Vec<Raw<$record>>,)*
        }

        impl Raws {
            /// Reads the records of a parsed file as their kind.
            pub(super) fn read(kind: RecordKind, parsed: &mut Parsed<'_>) -> Self {
                let mut raws = Self::default();
                match kind {
                    $(RecordKind::$kind => raws.$list = parsed.records(),)*
                }
                raws
            }

            /// Adds those of another file.
            pub(super) fn append(&mut self, mut other: Self) {
                $(self.$list.append(&mut other.$list);)*
            }

            /// Returns how many there are.
            pub(super) fn count(&self) -> usize {
                [$(self.$list.len()),*].iter().sum()
            }
        }
    };
}

kinds!(raws);
