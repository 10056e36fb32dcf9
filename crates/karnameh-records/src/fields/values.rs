//! The types of fields that any declaration can use: texts, days, numbers, files, lists and what may be absent.

use std::ops::Deref;
use std::sync::Arc;

use super::datum::Datum;
use super::declare::{At, FieldValue, Kept, Moves, Name, Path, Reading, Resolver};
use super::kind::{Kind, Range, Time};
use super::row::Value;
use crate::diag::{Place, Placed};
use crate::markdown::Document;
use crate::persian::Day;
use crate::persian::text::Text;
use crate::yaml::Span;

impl FieldValue for Text {
    const KIND: Kind = Kind::TEXT;

    fn from_value(value: Value, _: &At<'_>, _: &mut Reading<'_>) -> Option<Self> {
        value.text().map(Self::from)
    }

    fn stand_in(_: bool) -> Option<Self> {
        Some(Self::default())
    }

    fn datum(&self) -> Datum<'_> {
        self.into()
    }
}

/// A text that is not shown as prose is: an id, an address, a name of the theme.
impl FieldValue for Box<str> {
    const KIND: Kind = Kind::TEXT;

    fn from_value(value: Value, _: &At<'_>, _: &mut Reading<'_>) -> Option<Self> {
        value.text().map(Self::from)
    }

    fn stand_in(_: bool) -> Option<Self> {
        Some(Self::default())
    }

    fn datum(&self) -> Datum<'_> {
        Datum::from(&**self)
    }
}

impl FieldValue for Document {
    const KIND: Kind = Kind::Prose;

    fn from_value(value: Value, at: &At<'_>, reading: &mut Reading<'_>) -> Option<Self> {
        Some(reading.prose(&value.text()?, &at.place(reading.file), at))
    }

    fn stand_in(_: bool) -> Option<Self> {
        Some(Self::default())
    }

    fn resolve(&mut self, path: &Path<'_>, resolver: &mut dyn Resolver) -> bool {
        resolver.prose(self, path);
        true
    }

    fn datum(&self) -> Datum<'_> {
        Datum::Prose(self, None)
    }

    fn datum_at<'a>(&'a self, at: &'a Place) -> Datum<'a> {
        Datum::Prose(self, Some(at))
    }
}

impl FieldValue for Day {
    const KIND: Kind = Kind::Date;

    fn from_value(value: Value, _: &At<'_>, _: &mut Reading<'_>) -> Option<Self> {
        if let Value::Day(day) = value { Some(day) } else { None }
    }

    /// A part without its day is left out; a record stays, so that references to it hold.
    fn stand_in(in_record: bool) -> Option<Self> {
        in_record.then(|| Self::from_jalali(1300, 1, 1)).flatten()
    }

    fn cut(&mut self, time: Time, day: Day) -> bool {
        match time {
            Time::Undated | Time::Plan => true,
            Time::Event | Time::Existence => *self <= day,
        }
    }

    fn datum(&self) -> Datum<'_> {
        (*self).into()
    }
}

impl FieldValue for f64 {
    const KIND: Kind = Kind::Number(Range::ANY);

    fn from_value(value: Value, _: &At<'_>, _: &mut Reading<'_>) -> Option<Self> {
        if let Value::Number(number) = value { Some(number) } else { None }
    }

    fn datum(&self) -> Datum<'_> {
        (*self).into()
    }
}

impl FieldValue for u64 {
    const KIND: Kind = Kind::Whole { min: 0 };

    fn from_value(value: Value, _: &At<'_>, _: &mut Reading<'_>) -> Option<Self> {
        if let Value::Whole(number) = value { Some(number) } else { None }
    }

    fn datum(&self) -> Datum<'_> {
        (*self).into()
    }
}

/// Absent means no.
impl FieldValue for bool {
    const KIND: Kind = Kind::Bool;
    const REQUIRED: bool = false;

    fn from_value(value: Value, _: &At<'_>, _: &mut Reading<'_>) -> Option<Self> {
        if let Value::Bool(yes) = value { Some(yes) } else { None }
    }

    fn stand_in(_: bool) -> Option<Self> {
        Some(false)
    }

    fn datum(&self) -> Datum<'_> {
        (*self).into()
    }
}

impl<T: FieldValue> FieldValue for Option<T> {
    const KIND: Kind = T::KIND;
    const REQUIRED: bool = false;

    fn from_value(value: Value, at: &At<'_>, reading: &mut Reading<'_>) -> Option<Self> {
        T::from_value(value, at, reading).map(Some)
    }

    fn stand_in(_: bool) -> Option<Self> {
        Some(None)
    }

    fn resolve(&mut self, path: &Path<'_>, resolver: &mut dyn Resolver) -> bool {
        self.take_if(|value| !value.resolve(path, resolver));
        true
    }

    fn cut(&mut self, time: Time, day: Day) -> bool {
        let is_later = self.take_if(|value| !value.cut(time, day)).is_some();
        !(is_later && time == Time::Existence)
    }

    fn follow(&mut self, moves: &dyn Moves) -> bool {
        self.take_if(|value| !value.follow(moves));
        true
    }

    fn datum(&self) -> Datum<'_> {
        self.as_ref().map(FieldValue::datum).into()
    }
}

impl<T: FieldValue> FieldValue for Vec<T> {
    const KIND: Kind = Kind::List(&T::KIND);
    const REQUIRED: bool = false;

    fn from_value(value: Value, at: &At<'_>, reading: &mut Reading<'_>) -> Option<Self> {
        let Value::List(items) = value else { return None };
        // `collect` would keep the room that the larger values took.
        let mut list = Self::with_capacity(items.len());
        let mut numbers = Vec::with_capacity(items.len());
        for item in items {
            let at = At { span: item.at, item: Some(item.number), ..*at };
            if let Some(value) = T::from_value(item.value, &at, reading) {
                list.push(value);
                numbers.push(item.number);
            }
        }
        reading.gaps.remember(|| At { item: None, ..*at }.to_string(), numbers);
        Some(list)
    }

    fn stand_in(_: bool) -> Option<Self> {
        Some(Self::new())
    }

    fn resolve(&mut self, path: &Path<'_>, resolver: &mut dyn Resolver) -> bool {
        let mut seen = Vec::new();
        let mut entries = Self::with_capacity(self.len());
        for (position, value) in (1..).zip(self.drain(..)) {
            let kept = value.kept();
            let first = entries.len();
            let item = path.item(resolver.number(path, position));
            value.resolve_entry(&item, resolver, &mut entries);
            let Some(kept) = kept else { continue };
            let mut at = first;
            while let Some(meant) = entries.get(at).and_then(T::meant) {
                if seen.contains(&meant) {
                    resolver.doubled(kept, path);
                    entries.remove(at);
                } else {
                    seen.push(meant);
                    at += 1;
                }
            }
        }
        *self = entries;
        true
    }

    fn cut(&mut self, time: Time, day: Day) -> bool {
        self.retain_mut(|value| value.cut(time, day));
        true
    }

    fn follow(&mut self, moves: &dyn Moves) -> bool {
        self.retain_mut(|value| value.follow(moves));
        true
    }

    fn datum(&self) -> Datum<'_> {
        self.iter().map(FieldValue::datum).collect()
    }
}

/// A value whose place is worth keeping.
impl<T: FieldValue> FieldValue for Placed<T> {
    const KIND: Kind = T::KIND;
    const REQUIRED: bool = T::REQUIRED;

    fn from_value(value: Value, at: &At<'_>, reading: &mut Reading<'_>) -> Option<Self> {
        Some(Self { value: T::from_value(value, at, reading)?, at: at.place(reading.file) })
    }

    fn stand_in(in_record: bool) -> Option<Self> {
        T::stand_in(in_record).map(|value| Self { value, at: Place::file("") })
    }

    fn resolve(&mut self, path: &Path<'_>, resolver: &mut dyn Resolver) -> bool {
        self.value.resolve(path, resolver)
    }

    fn cut(&mut self, time: Time, day: Day) -> bool {
        self.value.cut(time, day)
    }

    fn follow(&mut self, moves: &dyn Moves) -> bool {
        self.value.follow(moves)
    }

    fn kept(&self) -> Option<Kept> {
        self.value.kept()
    }

    fn meant(&self) -> Option<usize> {
        self.value.meant()
    }

    fn datum(&self) -> Datum<'_> {
        self.value.datum_at(&self.at)
    }
}

/// The name of a file under `content/`, and where a record gives it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedFile {
    /// The path below the folder; once it is found, as the disk spells it.
    pub path: Box<str>,
    /// Where the record names it.
    pub at: Span,
}

impl NamedFile {
    /// The place in the file that names it.
    pub fn place(&self, file: &Arc<str>) -> Place {
        let Span { line, column, length } = self.at;
        Place::new(Arc::clone(file), line, column, length)
    }

    fn from_value(value: Value, at: &At<'_>) -> Option<Self> {
        Some(Self { path: value.text()?.into(), at: at.span })
    }
}

/// Makes a type of field of a [`NamedFile`]: files of different folders are found in different ways.
macro_rules! files {
    ($($(#[$about:meta])* $name:ident = $kind:ident, found by $find:ident;)*) => {
        $(
            $(#[$about])*
            #[derive(Debug, Clone, PartialEq, Eq)]
            pub struct $name(pub NamedFile);

            impl Deref for $name {
                type Target = str;

                fn deref(&self) -> &str {
                    &self.0.path
                }
            }

            impl FieldValue for $name {
                const KIND: Kind = Kind::$kind;

                fn from_value(value: Value, at: &At<'_>, _: &mut Reading<'_>) -> Option<Self> {
                    NamedFile::from_value(value, at).map(Self)
                }

                fn resolve(&mut self, path: &Path<'_>, resolver: &mut dyn Resolver) -> bool {
                    resolver.$find(&mut self.0, path)
                }

                fn datum(&self) -> Datum<'_> {
                    Datum::from(&**self)
                }
            }
        )*
    };
}

files! {
    /// A file of `content/media/`.
    MediaFile = MediaFile, found by media_file;
    /// A boundary of `content/neighborhoods/`.
    BoundaryFile = BoundaryFile, found by boundary;
}

impl Reading<'_> {
    /// Keeps a name until all records are read; returns what finds it again.
    ///
    /// # Panics
    /// If a record gives more than `u32::MAX` names; a file is far too small for that.
    pub fn keep(&mut self, text: String, at: Span) -> Kept {
        let kept = u32::try_from(self.names.len()).expect("a file has fewer than 2³² bytes");
        self.names.push(Name { text: text.into(), at });
        Kept(kept)
    }
}
