//! What a column of a published table is: its names, its type, its unit, what it means, and how a cell is filled.
//!
//! A column that is a field of a record takes all of this from the table of fields ([`field`]), one that is a figure
//! from the vocabulary of figures ([`figure`]); what is neither says it itself ([`made`]). The description and the cell
//! stand in one place, so that they can't part.

use std::borrow::{Borrow, Cow};

use crate::fields::{self, Datum, Disclosure, Fields, Key, Word};
use crate::figures::{Figure, Form, GROUP_KINDS, MEASURES, STATES};
use crate::model::RecordKind;

use super::context::Context;

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
    /// The field of a record that holds the map of which this is a field.
    pub within: Option<&'static fields::Field>,
    /// Its name in CSV and JSON, after that of the map.
    pub name: &'static str,
    /// Its Persian name, the head in XLSX; `None` if it follows from the field and its map.
    pub head: Option<&'static str>,
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
    let (kind, refers) = kind_of(field);
    About {
        field: Some(field),
        refers,
        required: field.required,
        ..made(field.en, field.fa, kind, field.sentence_fa, field.sentence_en)
    }
}

/// A column that is a figure.
pub(super) fn figure(figure: &Figure) -> About {
    let kind = kind_of_form(figure.form);
    About {
        unit: figure.unit,
        required: figure.required,
        ..made(figure.column, figure.head, kind, figure.meaning_fa, figure.meaning_en)
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
    About {
        field: None,
        within: None,
        name,
        head: Some(fa),
        kind,
        unit: None,
        refers: None,
        required: false,
        meaning_fa,
        meaning_en,
    }
}

impl About {
    /// The same under other names.
    pub(super) const fn called(self, name: &'static str, fa: &'static str) -> Self {
        Self { within: None, name, ..self.headed(fa) }
    }

    /// The same under the names of the field alone.
    pub(super) fn alone(self) -> Self {
        Self { within: None, head: self.field.map(|field| field.fa), ..self }
    }

    /// The same with another Persian name.
    pub(super) const fn headed(self, fa: &'static str) -> Self {
        Self { head: Some(fa), ..self }
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

    /// The name in CSV and JSON: `budget_planned`.
    pub(super) fn name(&self) -> Cow<'static, str> {
        self.within.map_or(self.name.into(), |map| format!("{}_{}", map.en, self.name).into())
    }

    /// The Persian name.
    pub(super) fn fa(&self) -> Cow<'static, str> {
        let of_map = |map: &fields::Field| {
            let field = self.field.map_or("", |field| field.fa);
            format!("{field} ({})", map.fa).into()
        };
        self.head.map_or_else(|| self.within.map_or("".into(), of_map), Into::into)
    }

    /// A value of the column as a text; `None` if there is none. Ids of a list have `;` between, other entries stand
    /// in lines of their own. Choices are written by the word that `word` takes.
    pub(super) fn text<'t>(
        &self,
        value: &'t Datum<'_>,
        word: fn(&'static Word) -> &'static str,
    ) -> Option<Cow<'t, str>> {
        Some(match value {
            Datum::Absent | Datum::Record(..) | Datum::Map(_) => return None,
            Datum::Text(text) => Cow::Borrowed(&**text),
            Datum::Prose(prose, _) => Cow::Borrowed(&*prose.plain),
            Datum::Choice(choice) => Cow::Borrowed(word(choice)),
            Datum::Photo(photo) => Cow::Borrowed(&*photo.file),
            Datum::Day(day) => day.iso().into(),
            Datum::Number(number) => number.to_string().into(),
            Datum::Whole(number) => number.to_string().into(),
            Datum::Bool(yes) => yes.to_string().into(),
            Datum::List(items) => {
                let texts: Vec<_> = items.iter().filter_map(|item| self.text(item, word)).collect();
                texts.join(if self.kind == Kind::Ids { ";" } else { "\n" }).into()
            }
        })
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
fn kind_of(field: &fields::Field) -> (Kind, Option<&'static str>) {
    use fields::Kind as Field;
    let kind = match field.kind {
        _ if field.disclosure == Disclosure::People => Kind::People,
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
type Cell<'a, R> = Box<dyn Fn(&Context<'a>, R) -> Datum<'a> + Sync + 'a>;

/// A column of a table whose rows are `R`.
pub(super) struct Column<'a, R> {
    /// What it is.
    pub about: About,
    /// Fills its cell in a row.
    pub cell: Cell<'a, R>,
}

impl<R> Column<'_, R> {
    /// The same with a description that is changed.
    pub(super) fn with(self, change: impl FnOnce(About) -> About) -> Self {
        Self { about: change(self.about), ..self }
    }
}

/// A column and how its cells are filled.
pub(super) fn column<'a, R: 'a>(about: About, cell: fn(&Context<'a>, R) -> Datum<'a>) -> Column<'a, R> {
    Column { about, cell: Box::new(cell) }
}

/// Adds the figures that tables have, each in its place; `cell` fills a cell by how a figure is read.
pub(super) fn add_figures<'a, R, Read, Cell>(
    columns: &mut Vec<Column<'a, R>>,
    figures: impl Iterator<Item = (impl Borrow<Figure>, Read)>,
    cell: impl Fn(Read) -> Cell,
) where
    Cell: Fn(&Context<'a>, R) -> Datum<'a> + Sync + 'a,
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
        let before = columns.iter().position(|column| column.about.name() == after);
        columns.insert(before.map_or(columns.len(), |at| at + 1), column);
    }
}

/// Columns that show fields of a declaration as they are. `map` finds what has the fields in a row.
pub(super) fn declared<'a, R: 'a, T: Fields + 'a>(
    map: impl Fn(&Context<'a>, R) -> &'a T + Copy + Sync + 'a,
) -> impl Fn(T::Key) -> Column<'a, R> + Copy {
    move |key| shown(key, move |context, row| Some(map(context, row)))
}

/// Columns of the fields of a map that a record may have in its field `of`: `budget_planned`, «مصوب (بودجه)».
pub(super) fn declared_within<'a, R: 'a, T: Fields + 'a>(
    of: impl Key,
    map: impl Fn(&Context<'a>, R) -> Option<&'a T> + Copy + Sync + 'a,
) -> impl Fn(T::Key) -> Column<'a, R> + Copy {
    move |key| {
        shown(key, map).with(|about| About { within: Some(of.field()), head: None, required: false, ..about })
    }
}

fn shown<'a, R: 'a, T: Fields + 'a>(
    key: T::Key,
    map: impl Fn(&Context<'a>, R) -> Option<&'a T> + Sync + 'a,
) -> Column<'a, R> {
    let masks = key.field().disclosure == Disclosure::People;
    let cell = move |context: &Context<'a>, row| {
        let value = map(context, row).map_or(Datum::Absent, |map| map.datum_of(key));
        if masks { context.people(value) } else { value }
    };
    Column { about: field(key), cell: Box::new(cell) }
}

/// Adds a column for each field that no column shows yet, but for those of `left_out`: a new field of a declaration
/// comes to its table by itself, at the end. Fields that hold more than a line (narratives, maps, photos) are shown by
/// pages and by tables of their own; how to reach a person is shown by pages alone.
pub(super) fn add_declared<'a, R, K: Key>(
    columns: &mut Vec<Column<'a, R>>,
    left_out: &[K],
    column: impl Fn(K) -> Column<'a, R>,
) {
    for &key in K::ALL {
        let is_left_out = left_out.iter().any(|left_out| left_out.index() == key.index());
        let column = column(key);
        let is_shown = |shown: &Column<'a, R>| {
            shown.about.field == column.about.field || shown.about.name() == column.about.name()
        };
        if !is_left_out && is_line(&key.field().kind) && !columns.iter().any(is_shown) {
            columns.push(column);
        }
    }
}

/// Returns whether a value of a kind fits a cell.
fn is_line(kind: &fields::Kind) -> bool {
    use fields::Kind as Field;
    match kind {
        Field::Prose
        | Field::Phone
        | Field::Email
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
        RecordKind::Page.fa(),
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
