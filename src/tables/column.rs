//! What a column of a published table is: its names, its type, its unit, what it means, and how a cell is filled.
//!
//! A column that is a field of a record takes all of this from the table of fields ([`field`]), one that is a figure
//! from the vocabulary of figures ([`figure`]); what is neither says it itself ([`made`]). The description and the cell
//! stand in one place, so that they can't part.

use std::borrow::Borrow;

use crate::fields::{self, Word};
use crate::fields::{Fields, Key};
use crate::figures::{Figure, Form, GROUP_KINDS, MEASURES, STATES};

use super::context::Context;
use super::value::Value;

/// The type of a column.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Kind {
    /// Text of one line.
    Text,
    /// Text of any number of lines, without its markup.
    Prose,
    /// Texts of one line each: a list in JSON, a line each elsewhere.
    Texts,
    /// An id.
    Id,
    /// Ids: a list in JSON, with `;` between elsewhere.
    Ids,
    /// A day: two columns, Gregorian and Solar Hijri, but one cell and one text in XLSX.
    Date,
    /// A number.
    Number,
    /// Percent, 0–100; in XLSX a percent cell.
    Percent,
    /// Points of percent, signed.
    Points,
    /// A share, 0–1; in XLSX a percent cell.
    Share,
    /// A whole number.
    Whole,
    /// Whole rials.
    Money,
    /// A count of people that may be masked («<5»).
    People,
    /// true or false.
    Bool,
    /// A word of a list; in XLSX its Persian twin.
    Choice(&'static [Word]),
}

/// What a column is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct About {
    /// The field of a declaration that it shows, if it shows one.
    pub field: Option<&'static fields::Field>,
    /// Its name in CSV and JSON.
    pub name: &'static str,
    /// Its Persian name, the head in XLSX.
    pub fa: &'static str,
    /// Its type.
    pub kind: Kind,
    /// The unit in Persian and in English, where the type doesn't say it.
    pub unit: Option<(&'static str, &'static str)>,
    /// The table whose ids it holds.
    pub refers: Option<&'static str>,
    /// No row is without it.
    pub required: bool,
    /// What it means, in Persian.
    pub meaning_fa: &'static str,
    /// What it means, in English.
    pub meaning_en: &'static str,
}

/// A column that is a field of a record.
pub(super) fn field<K: Key>(key: K) -> About {
    let field = key.field();
    let (kind, refers) = kind_of(&field.kind);
    About {
        field: Some(field),
        name: field.en,
        fa: field.fa,
        kind,
        unit: None,
        refers,
        required: field.required,
        meaning_fa: field.sentence_fa,
        meaning_en: field.sentence_en,
    }
}

/// A column that is a figure.
pub(super) fn figure(figure: &Figure) -> About {
    About {
        field: None,
        name: figure.column,
        fa: figure.head,
        kind: kind_of_form(figure.form),
        unit: figure.unit,
        refers: None,
        required: figure.required,
        meaning_fa: figure.meaning_fa,
        meaning_en: figure.meaning_en,
    }
}

/// A column that no record has.
pub(super) const fn made(
    name: &'static str,
    fa: &'static str,
    kind: Kind,
    meaning_fa: &'static str,
    meaning_en: &'static str,
) -> About {
    About { field: None, name, fa, kind, unit: None, refers: None, required: false, meaning_fa, meaning_en }
}

impl About {
    /// The same under other names.
    pub(super) const fn called(self, name: &'static str, fa: &'static str) -> Self {
        Self { name, fa, ..self }
    }

    /// The same with a unit.
    pub(super) const fn unit(self, fa: &'static str, en: &'static str) -> Self {
        Self { unit: Some((fa, en)), ..self }
    }

    /// The same, as days.
    pub(super) const fn days(self) -> Self {
        self.unit("روز", "days")
    }

    /// The same with ids of a table.
    pub(super) const fn refers(self, table: &'static str) -> Self {
        Self { refers: Some(table), ..self }
    }

    /// The same with another meaning.
    pub(super) const fn means(self, fa: &'static str, en: &'static str) -> Self {
        Self { meaning_fa: fa, meaning_en: en, ..self }
    }

    /// The same of another type.
    pub(super) const fn of(self, kind: Kind) -> Self {
        Self { kind, ..self }
    }

    /// The same where no row is without it.
    pub(super) const fn always(self) -> Self {
        Self { required: true, ..self }
    }

    /// The same where rows may be without it.
    pub(super) const fn maybe(self) -> Self {
        Self { required: false, ..self }
    }

    /// The unit in Persian and English, empty where there is none.
    pub(super) fn unit_words(&self) -> (&'static str, &'static str) {
        self.unit.unwrap_or(match self.kind {
            Kind::Percent => ("درصد، ۰ تا ۱۰۰", "percent, 0–100"),
            Kind::Points => ("واحد درصد", "points of percent"),
            Kind::Share => ("سهم، ۰ تا ۱", "share, 0–1"),
            Kind::Money => ("ریال", "rial"),
            Kind::People => ("نفر", "persons"),
            _ => ("", ""),
        })
    }
}

/// The type of a field in data files, and the table to which it refers.
fn kind_of(kind: &fields::Kind) -> (Kind, Option<&'static str>) {
    use fields::Kind as Field;
    let kind = match kind {
        Field::Ref(of) => return (Kind::Id, Some(of.folder())),
        Field::List(Field::Ref(of)) => return (Kind::Ids, Some(of.folder())),
        Field::Prose => Kind::Prose,
        Field::List(_) => Kind::Texts,
        Field::Id => Kind::Id,
        Field::Date => Kind::Date,
        Field::Number(_) => Kind::Number,
        Field::Whole { .. } => Kind::Whole,
        Field::Percent => Kind::Percent,
        Field::Money => Kind::Money,
        Field::Bool => Kind::Bool,
        Field::Choice(choices) => Kind::Choice(choices),
        _ => Kind::Text,
    };
    (kind, None)
}

/// The type of a figure in data files.
fn kind_of_form(form: Form) -> Kind {
    match form {
        Form::Title => Kind::Text,
        Form::Id | Form::One(_) => Kind::Id,
        Form::Many(_) | Form::Ratios => Kind::Ids,
        Form::GroupKind => Kind::Choice(GROUP_KINDS),
        Form::Percent => Kind::Percent,
        Form::Points => Kind::Points,
        Form::Share => Kind::Share,
        Form::Count | Form::CountAboveZero | Form::Days => Kind::Whole,
        Form::Date => Kind::Date,
        Form::State => Kind::Choice(STATES),
        Form::Measure => Kind::Choice(MEASURES),
        Form::Flag => Kind::Bool,
    }
}

/// Fills the cell of a row.
type Cell<'a, R> = Box<dyn Fn(&Context<'a>, R) -> Value<'a> + Sync + 'a>;

/// A column of a table whose rows are `R`.
pub(super) struct Column<'a, R> {
    /// What it is.
    pub about: About,
    /// Fills its cell in a row.
    pub cell: Cell<'a, R>,
}

/// A column and how its cells are filled.
pub(super) fn column<'a, R: 'a>(about: About, cell: fn(&Context<'a>, R) -> Value<'a>) -> Column<'a, R> {
    Column { about, cell: Box::new(cell) }
}

/// Adds the figures that tables have, each in its place; `cell` fills a cell by how a figure is read.
pub(super) fn add_figures<'a, R, Read, Cell>(
    columns: &mut Vec<Column<'a, R>>,
    figures: impl Iterator<Item = (impl Borrow<Figure>, Read)>,
    cell: impl Fn(Read) -> Cell,
) where
    Cell: Fn(&Context<'a>, R) -> Value<'a> + Sync + 'a,
{
    let mut placed = Vec::new();
    for (of, read) in figures {
        let of: &Figure = of.borrow();
        let column = Column { about: figure(of), cell: Box::new(cell(read)) };
        match of.after {
            _ if !of.is_in_tables() => {}
            None => columns.push(column),
            Some(after) => placed.push((after, column)),
        }
    }
    for (after, column) in placed {
        let before = columns.iter().position(|column| column.about.name == after);
        columns.insert(before.map_or(columns.len(), |at| at + 1), column);
    }
}

/// A column that shows a field of a declaration as it is. `map` finds what has the field in a row.
pub(super) fn declared<'a, R: 'a, T: Fields + 'a>(
    map: fn(&Context<'a>, R) -> &'a T,
) -> impl Fn(T::Key) -> Column<'a, R> {
    move |key| Column {
        about: field(key),
        cell: Box::new(move |context, row| context.value(map(context, row).datum_of(key))),
    }
}

/// Adds a column for each field that no column shows yet, but for those of `left_out`: a new field of a declaration
/// comes to its table by itself, at the end. Fields that hold more than a line (narratives, maps, photos) are shown by
/// pages and by tables of their own.
pub(super) fn add_declared<'a, R: 'a, T: Fields + 'a>(
    columns: &mut Vec<Column<'a, R>>,
    left_out: &[T::Key],
    map: fn(&Context<'a>, R) -> &'a T,
) {
    let is_shown = |field: &'static fields::Field, columns: &[Column<'a, R>]| {
        columns.iter().filter_map(|column| column.about.field).any(|shown| std::ptr::eq(shown, field))
    };
    for &key in T::Key::ALL {
        let is_left_out = left_out.iter().any(|left_out| left_out.index() == key.index());
        if !is_left_out && is_line(&key.field().kind) && !is_shown(key.field(), columns) {
            columns.push(declared(map)(key));
        }
    }
}

/// Returns whether a value of a kind fits a cell.
fn is_line(kind: &fields::Kind) -> bool {
    use fields::Kind as Field;
    match kind {
        Field::Prose
        | Field::DecisionRef
        | Field::Map(_)
        | Field::Photo
        | Field::MediaFile
        | Field::BoundaryFile => false,
        Field::List(inner) => is_line(inner),
        _ => true,
    }
}

/// The record's own id.
pub(super) fn id() -> About {
    field(crate::model::key::Common::Id).always().means("شناسهٔ یکتای رکورد.", "The record's unique id.")
}

/// Whether the record is illustrative.
pub(super) fn sample() -> About {
    field(crate::model::key::Common::Sample).always()
}

/// Where the record's page stands.
pub(super) fn page() -> About {
    made(
        "page",
        "صفحه",
        Kind::Text,
        "نشانی صفحهٔ رکورد از ریشهٔ سایت.",
        "The address of its page from the site's root.",
    )
}

/// The place of a row in its list, from 1.
pub(super) fn position() -> About {
    made(
        "position",
        "ردیف",
        Kind::Whole,
        "جای این ردیف در رکورد خود، از ۱.",
        "Its position in its record, from 1.",
    )
    .always()
}
