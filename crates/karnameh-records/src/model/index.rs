//! The index of a record in its vector, typed by its kind; until all files are read, the name that waits for one.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;

use crate::fields::{At, Datum, FieldValue, Kept, Kind, Moves, Path, Reading, Record, Resolver, Value};

/// The position of a `T` in its vector of a [`Dataset`](super::Dataset); comparing two compares their ids.
///
/// While its record is read, it holds the name that the file gives: only `content` meets such an index.
pub struct Idx<T> {
    meaning: Meaning,
    kind: PhantomData<fn() -> T>,
}

/// What a reference means so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Meaning {
    /// The record at this position.
    Record(u32),
    /// What the file says, kept until all files are read; `None` if it says nothing, which was reported.
    Name(Option<Kept>),
}

impl<T> Idx<T> {
    /// The index of a position.
    ///
    /// # Panics
    /// Where the position is above `u32::MAX`; a run takes at most a million records.
    pub fn new(position: usize) -> Self {
        Self::meaning(Meaning::Record(u32::try_from(position).expect("at most a million records")))
    }

    /// A reference by a name that waits to be resolved.
    pub(super) fn named(kept: Kept) -> Self {
        Self::meaning(Meaning::Name(Some(kept)))
    }

    fn meaning(meaning: Meaning) -> Self {
        Self { meaning, kind: PhantomData }
    }

    /// The position, to index a vector with.
    ///
    /// # Panics
    /// If the reference is not resolved yet.
    pub fn get(self) -> usize {
        match self.meaning {
            Meaning::Record(position) => position as usize,
            Meaning::Name(_) => panic!("references are resolved before anybody follows them"),
        }
    }
}

impl<T> Clone for Idx<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Idx<T> {}

impl<T> PartialEq for Idx<T> {
    fn eq(&self, other: &Self) -> bool {
        self.meaning == other.meaning
    }
}

impl<T> Eq for Idx<T> {}

impl<T> PartialOrd for Idx<T> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl<T> Ord for Idx<T> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.meaning.cmp(&other.meaning)
    }
}

impl<T> Hash for Idx<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.meaning.hash(state);
    }
}

impl<T> fmt::Debug for Idx<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.meaning {
            Meaning::Record(position) => write!(f, "#{position}"),
            Meaning::Name(kept) => write!(f, "{kept:?}"),
        }
    }
}

impl<T: Record> FieldValue for Idx<T> {
    const KIND: Kind = Kind::Ref(T::KIND);

    fn from_value(value: Value, at: &At<'_>, reading: &mut Reading<'_>) -> Option<Self> {
        Some(Self::named(reading.keep(value.text()?, at.span)))
    }

    /// A part without its reference is left out; a record stays, so that references to it hold.
    fn stand_in(in_record: bool) -> Option<Self> {
        in_record.then_some(Self::meaning(Meaning::Name(None)))
    }

    fn resolve(&mut self, path: &Path<'_>, resolver: &mut dyn Resolver) -> bool {
        let meant = self.kept().and_then(|kept| resolver.record(T::KIND, kept, &path.list()));
        // A run with a broken reference gives no dataset, so the stand-in is never published.
        *self = Self::new(meant.unwrap_or_default());
        meant.is_some()
    }

    fn resolve_entry(self, path: &Path<'_>, resolver: &mut dyn Resolver, out: &mut Vec<Self>) {
        let meant = self.kept().map(|kept| resolver.records(T::KIND, kept, &path.list()));
        out.extend(meant.into_iter().flatten().map(Self::new));
    }

    fn follow(&mut self, moves: &dyn Moves) -> bool {
        let new = moves.position(T::KIND, self.get());
        if let Some(new) = new {
            *self = Self::new(new);
        }
        new.is_some()
    }

    fn kept(&self) -> Option<Kept> {
        if let Meaning::Name(kept) = self.meaning { kept } else { None }
    }

    fn meant(&self) -> Option<usize> {
        if let Meaning::Record(position) = self.meaning { Some(position as usize) } else { None }
    }

    fn datum(&self) -> Datum<'_> {
        Datum::Record(T::KIND, self.get())
    }
}
