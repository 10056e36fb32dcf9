//! What a row of the vocabulary says. Start reading at [`Figure`].

use crate::fields::{Choice as _, Field, Word};
use crate::model::Measure;
use crate::progress::State;

use super::Kind;

/// A figure: its names, its meaning and its place in what is published.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Figure {
    /// The key in `data/progress.json`, within `part` if there is one.
    pub key: &'static str,
    /// The object of `data/progress.json` that holds the key; `None` if the row itself does.
    pub part: Option<&'static Part>,
    /// The name of its column in tables.
    pub column: &'static str,
    /// The Persian name, as `diff` and pages use it.
    pub fa: &'static str,
    /// The English name.
    pub en: &'static str,
    /// The Persian head of its column, which stands without a context.
    pub head: &'static str,
    /// The Persian caption of the value on a page, which stands beside other progress.
    pub caption: &'static str,
    /// What it means, in Persian.
    pub meaning_fa: &'static str,
    /// What it means, in English.
    pub meaning_en: &'static str,
    /// What its value may be.
    pub form: Form,
    /// Whether every row has a value.
    pub required: bool,
    /// The unit in Persian and English, if the form doesn't say it.
    pub unit: Option<(&'static str, &'static str)>,
    /// What a person reads in place of a missing value, in Persian and English.
    pub unknown: (&'static str, &'static str),
    /// Which files have it.
    pub publication: Publication,
    /// The column that its own follows; `None` if it follows that of the row before.
    pub after: Option<&'static str>,
    /// The rule of figures.md that says how it is computed («F8»).
    pub rule: &'static str,
}

/// An object of `data/progress.json` that holds several figures.
#[derive(Debug, PartialEq, Eq)]
pub struct Part {
    /// Its key.
    pub key: &'static str,
    /// What its keys and values are, in English.
    pub meaning_en: &'static str,
}

/// What the value of a figure may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// One line of text.
    Title,
    /// The id of the row itself.
    Id,
    /// The id of a record of a kind.
    One(Kind),
    /// Ids of records of a kind.
    Many(Kind),
    /// What a group stands for.
    GroupKind,
    /// A number from 0 to 100.
    Percent,
    /// A difference of two percents, from −100 to 100.
    Points,
    /// A number from 0 to 1.
    Share,
    /// How many.
    Count,
    /// How many; `data/progress.json` leaves the key out at 0.
    CountAboveZero,
    /// A number of days.
    Days,
    /// A civil day.
    Date,
    /// A state (F12).
    State,
    /// A measure (F7).
    Measure,
    /// Yes or no.
    Flag,
    /// Achievements of indicators, each a number or unknown (F15).
    Ratios,
}

/// The files that have a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Publication {
    /// `data/progress.json` and the tables.
    Everywhere(Role),
    /// `data/progress.json` alone: tables have it from the record, or not at all.
    Json(Role),
    /// The tables alone.
    Tables,
}

/// How two editions are compared by a figure; programs are given every difference, people what a section shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// It names the row, so that it is the same in both.
    Name,
    /// A figure of a group.
    Figure,
    /// The state of an activity.
    State,
    /// The progress of an activity.
    Progress,
    /// A date of a plan.
    Date,
    /// What a record says of itself.
    Record,
    /// Only counted: it follows from the other figures, or from the day.
    Follows,
}

impl Figure {
    /// A figure with the names that it has everywhere.
    pub(super) const fn new(key: &'static str, fa: &'static str, en: &'static str, form: Form) -> Self {
        Self {
            key,
            part: None,
            column: key,
            fa,
            en,
            head: fa,
            caption: fa,
            meaning_fa: "",
            meaning_en: "",
            form,
            required: form.is_usually_known(),
            unit: if let Form::Days = form { Some(("روز", "days")) } else { None },
            unknown: if let Form::Date = form {
                ("بدون تاریخ", "no date")
            } else {
                ("نامشخص", "unknown")
            },
            publication: Publication::Tables,
            after: None,
            rule: "",
        }
    }

    /// What a record says of itself: the names and the meaning are those of its field.
    pub(super) const fn record(field: &'static Field, form: Form) -> Self {
        Self {
            required: field.required,
            ..Self::new(field.en, field.fa, field.en, form).means(field.sentence_fa, field.sentence_en)
        }
    }

    /// The same in `data/progress.json` and the tables.
    pub(super) const fn everywhere(self, role: Role) -> Self {
        Self { publication: Publication::Everywhere(role), ..self }
    }

    /// The same in `data/progress.json` alone.
    pub(super) const fn json(self, role: Role) -> Self {
        Self { publication: Publication::Json(role), ..self }
    }

    /// The same in the tables alone.
    pub(super) const fn tables(self) -> Self {
        Self { publication: Publication::Tables, ..self }
    }

    /// The same with a meaning.
    pub(super) const fn means(self, fa: &'static str, en: &'static str) -> Self {
        Self { meaning_fa: fa, meaning_en: en, ..self }
    }

    /// The same under another key, with another English name.
    pub(super) const fn called(self, key: &'static str, en: &'static str) -> Self {
        Self { key, column: key, en, ..self }
    }

    /// The same with a head of its own for the column.
    pub(super) const fn headed(self, head: &'static str) -> Self {
        Self { head, ..self }
    }

    /// The same with a caption of its own for pages.
    pub(super) const fn captioned(self, caption: &'static str) -> Self {
        Self { caption, ..self }
    }

    /// The same as a key of an object, with the name of its column.
    pub(super) const fn within(self, part: &'static Part, column: &'static str) -> Self {
        Self { part: Some(part), ..self.in_column(column) }
    }

    /// The same in a column of another name.
    pub(super) const fn in_column(self, column: &'static str) -> Self {
        Self { column, ..self }
    }

    /// The same with its column after another one.
    pub(super) const fn after(self, column: &'static str) -> Self {
        Self { after: Some(column), ..self }
    }

    /// The same with its column after that of the row before.
    pub(super) const fn in_order(self) -> Self {
        Self { after: None, ..self }
    }

    /// The same with another form.
    pub(super) const fn as_form(self, form: Form) -> Self {
        Self { form, required: form.is_usually_known(), ..self }
    }

    /// The same with a unit.
    pub(super) const fn unit(self, fa: &'static str, en: &'static str) -> Self {
        Self { unit: Some((fa, en)), ..self }
    }

    /// The same with words for a missing value.
    pub(super) const fn unknown(self, fa: &'static str, en: &'static str) -> Self {
        Self { unknown: (fa, en), ..self }
    }

    /// The same with a value in every row.
    pub(super) const fn always(self) -> Self {
        Self { required: true, ..self }
    }

    /// The same without a value in some rows.
    #[must_use]
    pub const fn maybe(self) -> Self {
        Self { required: false, ..self }
    }

    /// The same by a rule of figures.md.
    pub(super) const fn by_rule(self, rule: &'static str) -> Self {
        Self { rule, ..self }
    }

    /// The keys that lead to it in `data/progress.json`: «actual», «states.done».
    pub fn path(&self) -> String {
        self.part.map_or_else(|| self.key.to_owned(), |part| format!("{}.{}", part.key, self.key))
    }

    /// How two editions are compared by it; `None` if `data/progress.json` doesn't have it.
    pub fn role(&self) -> Option<Role> {
        match self.publication {
            Publication::Everywhere(role) | Publication::Json(role) => Some(role),
            Publication::Tables => None,
        }
    }

    /// Says whether tables have a column of it.
    pub fn is_in_tables(&self) -> bool {
        !matches!(self.publication, Publication::Json(_))
    }
}

impl Form {
    /// Says whether a value of the form is there unless a row says otherwise: counts are, and measured values aren't.
    const fn is_usually_known(self) -> bool {
        match self {
            Self::Title
            | Self::Id
            | Self::Many(_)
            | Self::GroupKind
            | Self::Count
            | Self::CountAboveZero
            | Self::State
            | Self::Flag
            | Self::Ratios => true,
            Self::One(_)
            | Self::Percent
            | Self::Points
            | Self::Share
            | Self::Days
            | Self::Date
            | Self::Measure => false,
        }
    }
}

/// The words of the states (F12).
pub const STATES: &[Word] = State::WORDS;

/// The words of the measures (F7).
pub const MEASURES: &[Word] = Measure::WORDS;
