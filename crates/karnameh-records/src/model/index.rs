//! The index of a record in its vector, typed by its kind.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;

use crate::fields::{At, Datum, FieldValue, Kind, Path, Reading, Record, Resolver, Value};

/// The position of a `T` in its vector of a [`Dataset`](super::Dataset); comparing two compares their ids.
pub struct Idx<T> {
    position: u32,
    kind: PhantomData<fn() -> T>,
}

impl<T> Idx<T> {
    /// The index of a position.
    ///
    /// # Panics
    /// Where the position is above `u32::MAX`; a run takes at most a million records.
    pub fn new(position: usize) -> Self {
        Self { position: u32::try_from(position).expect("at most a million records"), kind: PhantomData }
    }

    /// What stands for a reference that the file doesn't give; no record has this position.
    const NOWHERE: Self = Self { position: u32::MAX, kind: PhantomData };

    /// The position, to index a vector with.
    pub fn get(self) -> usize {
        self.position as usize
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
        self.position == other.position
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
        self.position.cmp(&other.position)
    }
}

impl<T> Hash for Idx<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.position.hash(state);
    }
}

impl<T> fmt::Debug for Idx<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{}", self.position)
    }
}

/// A reference. Until all files are read it counts the names that its record gives; then it is the record's position.
impl<T: Record> FieldValue for Idx<T> {
    const KIND: Kind = Kind::Ref(T::KIND);

    fn from_value(value: Value, at: &At<'_>, reading: &mut Reading<'_>) -> Option<Self> {
        Some(Self::new(reading.keep(value.text()?, at.span)))
    }

    /// A part without its reference is left out; a record stays, so that references to it hold.
    fn stand_in(in_record: bool) -> Option<Self> {
        in_record.then_some(Self::NOWHERE)
    }

    fn resolve(&mut self, path: &Path<'_>, resolver: &mut dyn Resolver) -> bool {
        let meant = resolver.record(T::KIND, self.get(), &path.list());
        // A run with a broken reference gives no dataset, so the stand-in is never looked up.
        *self = Self::new(meant.unwrap_or_default());
        meant.is_some()
    }

    fn resolve_entry(self, path: &Path<'_>, resolver: &mut dyn Resolver, out: &mut Vec<Self>) {
        out.extend(resolver.records(T::KIND, self.get(), &path.list()).into_iter().map(Self::new));
    }

    fn identity(&self) -> Option<u32> {
        Some(self.position)
    }

    fn datum(&self) -> Datum<'_> {
        Datum::Record(T::KIND, self.get())
    }
}
