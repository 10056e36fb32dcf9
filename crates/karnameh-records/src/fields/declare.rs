//! The traits that a declaration implements: [`Choice`] for a closed list of words, [`Fields`] for a map of a file,
//! [`Record`] for a kind of record, and [`FieldValue`] for the type of a single field.
//!
//! A type of a field decides everything that can be done with it, so that a declaration needs nothing but the type:
//! what a file may say ([`FieldValue::KIND`]), how it is taken out of what was read ([`FieldValue::from_value`]), how
//! names become records once all files are read ([`FieldValue::resolve`]), what of it existed on an earlier day
//! ([`FieldValue::cut`]), and what tables and record files say of it ([`FieldValue::datum`]). The derives of
//! `karnameh-derive` walk the fields of a struct through these five.

use std::fmt;
use std::sync::Arc;

use super::datum::Datum;
use super::gaps::Gaps;
use super::head::{Head, Photo};
use super::kind::{Field, Kind, Time, Word};
use super::row::{Row, Value};
use super::values::NamedFile;
use crate::diag::{Diagnostic, Place};
use crate::kinds::RecordKind;
use crate::markdown::Document;
use crate::persian::Day;
use crate::yaml::Span;

/// The keys of one table of fields.
pub trait Key: Copy + Send + Sync + 'static {
    /// The table, in the order of the keys.
    const FIELDS: &'static [Field];
    /// The keys themselves.
    const ALL: &'static [Self];

    /// The position of this key in the table.
    fn index(self) -> usize;

    /// The row of this key.
    fn field(self) -> &'static Field {
        &Self::FIELDS[self.index()]
    }
}

/// A closed list of words, declared as an enum (`#[derive(Choice)]`).
pub trait Choice: Copy + 'static {
    /// The words in both languages, in the order of the variants.
    const WORDS: &'static [Word];

    /// The word of this variant.
    fn word(self) -> &'static Word;
}

/// A map of a file, declared as a struct (`#[derive(Fields)]`).
pub trait Fields: Sized {
    /// The keys of its fields.
    type Key: Key;

    /// Takes it out of a row. `None` if something that it can't do without is absent, which was reported.
    fn read(row: &mut Row<Self::Key>, reading: &mut Reading<'_>) -> Option<Self>;

    /// Resolves everything in it; returns whether all that it can't do without was found.
    fn resolve_fields(&mut self, path: Option<&Path<'_>>, resolver: &mut dyn Resolver) -> bool;

    /// Drops what did not exist yet on a day (F2); returns whether anything of it existed.
    fn cut_fields(&mut self, day: Day) -> bool;

    /// Points its references at the new positions of records; returns whether it still has all that it can't do without.
    fn follow_fields(&mut self, moves: &dyn Moves) -> bool;

    /// The value of a field.
    fn datum_of(&self, key: Self::Key) -> Datum<'_>;
}

/// A kind of record (`#[derive(Record)]`).
pub trait Record: Fields {
    /// Which kind it is.
    const KIND: RecordKind;
    /// What its records are for: an English sentence.
    const ABOUT: &'static str;
    /// The key of its title, if it has one.
    const TITLE: Option<Self::Key>;
    /// What its narrative is called in findings.
    const BODY: &'static str;

    /// What every record has.
    fn head(&self) -> &Head;

    /// The same, to be filled.
    fn head_mut(&mut self) -> &mut Head;

    /// The title of a record that has a date and names no title («بازدید ۲۶ مهر ۱۴۰۴»).
    fn dated_title(&self) -> Option<String> {
        None
    }

    /// Drops what did not exist yet on a day (F2, F3); returns whether the record existed. What no single field says is
    /// special about the kind.
    fn cut(&mut self, day: Day) -> bool {
        self.cut_fields(day)
    }

    /// Does what is special about the kind once its row is read and its head filled.
    fn finish(&mut self, row: &Row<Self::Key>, reading: &mut Reading<'_>) {
        let _ = (row, reading);
    }
}

/// A type that a field of a declaration can have.
pub trait FieldValue: Sized {
    /// What a file may say.
    const KIND: Kind;
    /// Whether a map without it is refused.
    const REQUIRED: bool = true;

    /// Takes it out of what was read. `None` if it is refused, which was reported.
    fn from_value(value: Value, at: &At<'_>, reading: &mut Reading<'_>) -> Option<Self>;

    /// What stands for it if the file doesn't say it. A required one that is missing was reported: then it is what
    /// lets the other rules see the rest of the record, or of a part of it.
    fn stand_in(in_record: bool) -> Option<Self> {
        let _ = in_record;
        None
    }

    /// Replaces names by what they mean; returns whether the value is usable.
    fn resolve(&mut self, path: &Path<'_>, resolver: &mut dyn Resolver) -> bool {
        let _ = (path, resolver);
        true
    }

    /// Resolves the value as an entry of a list, in which one text may name several things.
    fn resolve_entry(mut self, path: &Path<'_>, resolver: &mut dyn Resolver, out: &mut Vec<Self>) {
        if self.resolve(path, resolver) {
            out.push(self);
        }
    }

    /// Drops what did not exist yet on a day; returns whether the map that holds it existed.
    fn cut(&mut self, time: Time, day: Day) -> bool {
        let _ = (time, day);
        true
    }

    /// Points the references in it at the new positions of records; returns whether the value is usable.
    fn follow(&mut self, moves: &dyn Moves) -> bool {
        let _ = moves;
        true
    }

    /// The name that a reference was kept as, if it is one that waits to be resolved.
    fn kept(&self) -> Option<Kept> {
        None
    }

    /// The position of the record that a reference means, if it is one that is resolved.
    fn meant(&self) -> Option<usize> {
        None
    }

    /// The value, for tables and record files.
    fn datum(&self) -> Datum<'_>;

    /// The value with the place where the file gives it.
    fn datum_at<'a>(&'a self, at: &'a Place) -> Datum<'a> {
        let _ = at;
        self.datum()
    }
}

/// What reading a record has besides its row.
pub struct Reading<'r> {
    /// The file.
    pub file: &'r Arc<str>,
    /// The names of records that are still to be resolved.
    pub names: &'r mut Vec<Name>,
    /// Where lists are without items that the file has.
    pub gaps: &'r mut Gaps,
    /// What is found wrong.
    pub found: &'r mut Vec<Diagnostic>,
}

/// A name that a record gives, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    /// As it was typed, cleaned.
    pub text: Box<str>,
    /// Where it stands.
    pub at: Span,
}

/// What finds a name again that was kept until all files are read: its position among those of its record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Kept(pub(super) u32);

impl Name {
    /// The name among those of its record that was kept as `kept`.
    pub fn find(names: &[Self], kept: Kept) -> Option<&Self> {
        names.get(kept.0 as usize)
    }
}

/// Where a value stands: its place in the file, and its path from the record.
#[derive(Debug, Clone, Copy)]
pub struct At<'a> {
    /// The place.
    pub span: Span,
    /// The path of the map that holds it, with a dot at its end; empty for a record.
    pub prefix: &'a str,
    /// The English name of the field.
    pub name: &'static str,
    /// The position in the list, from 1, for an entry of one.
    pub item: Option<usize>,
}

impl At<'_> {
    /// The place in a file.
    pub fn place(&self, file: &Arc<str>) -> Place {
        Place::new(Arc::clone(file), self.span.line, self.span.column, self.span.length)
    }
}

impl fmt::Display for At<'_> {
    /// `updates[2].text`
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.prefix, self.name)?;
        self.item.map_or(Ok(()), |item| write!(f, "[{item}]"))
    }
}

/// The path from a record to a value, made without a copy on the way down.
#[derive(Debug, Clone, Copy)]
pub struct Path<'a> {
    parent: Option<&'a Path<'a>>,
    name: &'static str,
    item: Option<usize>,
}

impl<'a> Path<'a> {
    /// The path of a field of a record, or of the map at `parent`.
    pub fn new(parent: Option<&'a Path<'a>>, name: &'static str) -> Self {
        Self { parent, name, item: None }
    }

    /// The path of an entry of the list here, by its position from 1.
    #[must_use]
    pub fn item(&self, item: usize) -> Self {
        Self { item: Some(item), ..*self }
    }

    /// The path of the list of which this is an entry.
    #[must_use]
    pub fn list(&self) -> Self {
        Self { item: None, ..*self }
    }
}

impl fmt::Display for Path<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(parent) = self.parent {
            write!(f, "{parent}.")?;
        }
        f.write_str(self.name)?;
        self.item.map_or(Ok(()), |item| write!(f, "[{item}]"))
    }
}

/// Says what the names of a record mean. It reports what means nothing.
pub trait Resolver {
    /// The number of an item of a list in the file, by its position in what was read of the list; both from 1.
    fn number(&self, path: &Path<'_>, position: usize) -> usize;

    /// The position of the record of a kind that is meant by a reference that was kept as `kept`.
    fn record(&mut self, kind: RecordKind, kept: Kept, path: &Path<'_>) -> Option<usize>;

    /// The positions of the records that an entry of a list names: mostly one, several if it is a text with commas all of
    /// whose parts are names.
    fn records(&mut self, kind: RecordKind, kept: Kept, path: &Path<'_>) -> Vec<usize>;

    /// Reports that an entry of a list of references names what an earlier one named; `kept` is what it was kept as.
    fn doubled(&mut self, kept: Kept, path: &Path<'_>);

    /// Checks the links and pictures of a text.
    fn prose(&mut self, prose: &Document, path: &Path<'_>);

    /// Finds a photo; returns whether there is one of that name.
    fn photo(&mut self, photo: &mut Photo, path: &Path<'_>) -> bool;

    /// The files that an entry of a list of photos names in one text, if it names several.
    fn photos(&self, text: &str) -> Vec<Box<str>>;

    /// Finds a file of `content/media/`; returns whether there is one of that name.
    fn media_file(&mut self, file: &mut NamedFile, path: &Path<'_>) -> bool;

    /// Finds the file of a boundary; returns whether there is one of that name.
    fn boundary(&mut self, file: &mut NamedFile, path: &Path<'_>) -> bool;
}

/// Says where records are after some of them were dropped.
pub trait Moves {
    /// The new position of the record of a kind; `None` if it was dropped.
    fn position(&self, kind: RecordKind, old: usize) -> Option<usize>;
}
