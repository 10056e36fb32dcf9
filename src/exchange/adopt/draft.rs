//! A draft under construction: a loop over the declaration of a record, with what is special about a new home.
//!
//! Days of the plan are moved, references become the user's own records, texts that speak of the place of origin are
//! marked, and what happened there is left out by what the days of the fields mean. So a new field is adopted without a
//! word here.

use serde_yaml::{Mapping, Value};

use super::localize::{mark, mark_line};
use super::records::Writer;
use crate::fields::write::{RecordText, ValueWriter, date, plain, yes};
use crate::fields::{Datum, Field, Key, Kind, Time};
use crate::markdown::{Fate, Spot, Target, unlink};
use crate::model::{Head, key};
use crate::persian::numbers::is_same;

/// The fields that stay in the province of origin although their days don't say so: how things stand there, what they
/// cost there, whom they serve there, and what they refer to there.
fn stays_there(field: &'static Field) -> bool {
    [
        key::Activity::Problem.field(),
        key::Activity::Status.field(),
        key::Activity::StatusSince.field(),
        key::Activity::Budget.field(),
        key::Activity::Beneficiaries.field(),
        key::Activity::Handovers.field(),
        key::Activity::DependsOn.field(),
        key::Activity::Decision.field(),
        key::Activity::Evidence.field(),
        key::Indicator::Baseline.field(),
        key::Indicator::Target.field(),
        key::SuccessModel::Adoptions.field(),
    ]
    .contains(&field)
}

/// A record under construction.
pub(super) struct Draft<'a> {
    pub(super) writer: &'a Writer<'a>,
    pub(super) text: RecordText,
    /// The Persian names of the fields that contain a mark.
    pub(super) marked: Vec<&'static str>,
    /// Whether the field that is being written contains one.
    has_mark: bool,
}

impl Draft<'_> {
    /// Starts a draft with what every record has.
    pub(super) fn new<'a>(writer: &'a Writer<'a>, id: &str, head: &Head, about: &[&str]) -> Draft<'a> {
        let mut text = RecordText::default();
        for line in about {
            text.comment(line);
        }
        text.field(key::Common::Id.field(), id);
        let mut draft = Draft { writer, text, marked: Vec::new(), has_mark: false };
        draft.text.field(key::SuccessModel::Title.field(), head.title.typed());
        draft.text.field(key::Common::Draft.field(), yes());
        if head.sample {
            draft.text.field(key::Common::Sample.field(), yes());
        }
        draft
    }

    /// Notes that a field contains a mark.
    pub(super) fn mark(&mut self, field: &'static Field) {
        if !self.marked.contains(&field.fa) {
            self.marked.push(field.fa);
        }
    }

    /// Adds a field as its declaration and the schedule say.
    pub(super) fn field(&mut self, field: &'static Field, value: &Datum<'_>) {
        if !self.takes(field) {
            return;
        }
        self.has_mark = false;
        if let Some(value) = self.value(field, value) {
            self.text.field(field, value);
            if self.has_mark {
                self.mark(field);
            }
        }
    }

    /// Marks a one-line text if it contains a name from the province of origin.
    fn line(&mut self, text: &str) -> String {
        let (_, names_giver) = self.writer.localizer.text(text);
        self.has_mark |= names_giver;
        if names_giver { mark_line(text) } else { text.to_owned() }
    }
}

impl ValueWriter for Draft<'_> {
    /// What happened there is left out by what its day means.
    fn takes(&self, field: &'static Field) -> bool {
        matches!(field.time, Time::Undated | Time::Plan) && !stays_there(field)
    }

    fn single(&mut self, field: &'static Field, value: &Datum<'_>) -> Option<Value> {
        let is_weight = [key::Activity::Weight.field(), key::Milestone::Weight.field()].contains(&field);
        match *value {
            Datum::Text(_) if field.kind == Kind::MediaFile => None,
            Datum::Text(ref text)
                if [key::Activity::Summary, key::Activity::Responsible].map(Key::field).contains(&field) =>
            {
                self.has_mark = true;
                Some(Value::from(mark_line(text)))
            }
            Datum::Text(ref text) => Some(Value::from(self.line(text))),
            Datum::Prose(document, at) => {
                let source = at.and_then(|at| self.writer.offer.contents.written.at(at));
                let text = without_local_links(source.unwrap_or(&document.plain));
                let always = [key::SuccessModel::Problem, key::SuccessModel::Contact].map(Key::field);
                let (text, has_mark) = if always.contains(&field) {
                    (mark(&text), true)
                } else {
                    self.writer.localizer.text(&text)
                };
                self.has_mark |= has_mark;
                Some(Value::from(text))
            }
            Datum::Record(kind, at) => {
                let theirs = self.writer.offer.contents.dataset.head(kind, at)?;
                self.writer.mapping.id(kind, &theirs.id).map(Value::from)
            }
            Datum::Day(day) => (field.time == Time::Plan).then(|| date(self.writer.shift.day(day))),
            // 1 is the default weight, which needs no field.
            Datum::Number(weight) if is_weight && is_same(weight, 1.0) => None,
            Datum::Photo(_) => None,
            _ => plain(value),
        }
    }

    /// A row that can't do without the day on which it happened is left out with it.
    fn is_worth_writing(&self, field: &'static Field, map: &Mapping) -> bool {
        let (Kind::Map(fields) | Kind::List(&Kind::Map(fields))) = field.kind else { return true };
        !map.is_empty() && fields.iter().all(|inner| !inner.required || map.contains_key(inner.fa))
    }
}

/// Prepares Markdown for adoption. Links to records become text, because here they would lead elsewhere. Pictures show the
/// original neighborhood, so only their descriptions remain.
pub(super) fn without_local_links(text: &str) -> String {
    unlink(text, |spot| match spot {
        Spot::Link(Target::Web(_) | Target::Fragment(_)) => Fate::Stays,
        Spot::Link(_) | Spot::Picture(_) => Fate::Goes,
    })
}
