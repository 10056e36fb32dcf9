//! The facts of a record: a loop over its declaration, in the words of the site.
//!
//! A field that has no words here is shown under its Persian name, so that a new one appears by itself.

use super::view::Fact;
use super::{Maker, known, shown};
use crate::config::Terms;
use crate::fields::{Datum, DynFields, Field, Key, Kind};
use crate::figures::activity::{ACTUAL, PLANNED, STATE, VERIFIED};
use crate::model::{Activity, RecordKind, SuccessModel, key};
use crate::persian::numbers::{decimal, integer, percent};
use crate::persian::text::{list_and, page_digits};
use crate::persian::{dates, ezafe};

/// What a field is called, if not as in record files.
fn term(terms: &Terms, field: &'static Field) -> String {
    let is = |other: &'static Field| field == other;
    if is(key::Activity::Neighborhood.field()) || is(key::SuccessModel::Neighborhood.field()) {
        terms.neighborhood.one.to_string()
    } else if is(key::Activity::Domain.field()) || is(key::SuccessModel::Domain.field()) {
        terms.domain.one.to_string()
    } else if is(key::Activity::Lead.field()) {
        format!("{} مسئول", terms.agency.one)
    } else if is(key::Activity::Responsible.field()) {
        "فرد مسئول".to_owned()
    } else if is(key::Activity::Model.field()) {
        terms.model.one.to_string()
    } else {
        field.fa.to_owned()
    }
}

/// The fields of an activity that stand elsewhere on the page, or that figures say better.
fn stands_elsewhere(field: &'static Field) -> bool {
    [
        key::Activity::Title.field(),
        key::Activity::Summary.field(),
        key::Activity::Status.field(),
        key::Activity::StatusSince.field(),
        key::Activity::Lead.field(),
        key::Activity::Due.field(),
        key::Activity::Weight.field(),
        key::Activity::Beneficiaries.field(),
        key::SuccessModel::Title.field(),
        key::SuccessModel::Results.field(),
        key::SuccessModel::Contact.field(),
        key::SuccessModel::License.field(),
        key::SuccessModel::Origin.field(),
    ]
    .contains(&field)
}

impl Maker<'_> {
    pub(super) fn activity_facts(&self, of: &Activity) -> Vec<Fact> {
        let (id, figures) = (&*of.record.id, &self.contents.figures);
        let mut facts = Vec::new();
        let mut add = |term: &str, value: Option<String>| facts.extend(value.map(|value| fact(term, value)));
        add(STATE.caption, figures.state(id).map(|state| state.fa().to_owned()));
        add(ACTUAL.caption, Some(known(figures.number(id, &ACTUAL))));
        add(PLANNED.caption, figures.number(id, &PLANNED).map(percent));
        add(VERIFIED.caption, figures.number(id, &VERIFIED).map(percent));
        add(key::Activity::Due.field().fa, of.due_in_force().map(dates::medium));
        let lead = of.last_lead().and_then(|at| self.title(RecordKind::Agency, at.get()));
        add(&term(self.terms, key::Activity::Lead.field()), lead);
        add(key::Activity::Beneficiaries.field().fa, self.people(of));
        facts.extend(self.declared(of));
        facts
    }

    pub(super) fn model_facts(&self, of: &SuccessModel) -> Vec<Fact> {
        let mut facts = self.declared(of);
        // A license keeps its digits, and its direction if it is Latin («CC BY 4.0»).
        facts.extend(of.license.as_ref().map(|license| Fact {
            term: key::SuccessModel::License.field().fa.to_owned(),
            value: license.typed().to_owned(),
            ltr: license.typed().starts_with(|first: char| first.is_ascii_alphanumeric()),
        }));
        let province = of.origin.as_ref().and_then(|origin| origin.province.as_ref());
        facts.extend(
            province.map(|province| fact("برگرفته از", format!("استان {}", shown(province.typed())))),
        );
        facts
    }

    /// The facts that the declaration says of itself.
    fn declared(&self, record: &dyn DynFields) -> Vec<Fact> {
        let mut facts = Vec::new();
        for (field, value) in record.data() {
            match value {
                _ if stands_elsewhere(field) => {}
                Datum::Map(map) => facts.extend(map.data().into_iter().filter_map(|(inner, value)| {
                    Some(fact(&format!("{} ({})", field.fa, inner.fa), self.single(inner, &value)?))
                })),
                value => {
                    facts.extend(self.single(field, &value).map(|text| fact(&term(self.terms, field), text)));
                }
            }
        }
        facts
    }

    /// A value in words; `None` for one that is no fact: a narrative, a photo, a list of maps.
    fn single(&self, field: &Field, value: &Datum<'_>) -> Option<String> {
        match *value {
            Datum::Text(_) if field.kind == Kind::DecisionRef => None,
            Datum::Text(ref text) => Some(shown(text)),
            Datum::Day(day) => Some(dates::medium(day)),
            Datum::Number(number) if field.kind == Kind::Percent => Some(percent(number)),
            Datum::Number(number) => Some(decimal(number, 2)),
            Datum::Whole(number) => {
                let number = integer(number);
                Some(if field.kind == Kind::Money { format!("{number} ریال") } else { number })
            }
            Datum::Choice(word) => Some(word.fa.to_owned()),
            Datum::Bool(true) => Some("بله".to_owned()),
            Datum::Record(kind, at) => self.title(kind, at),
            Datum::List(ref items) => {
                let items: Vec<_> = items.iter().filter_map(|item| self.single(field, item)).collect();
                (!items.is_empty()).then(|| list_and(&items))
            }
            _ => None,
        }
    }

    /// The title of a record, with what kind of place a neighborhood is («محلهٔ شیخ‌آباد»).
    fn title(&self, kind: RecordKind, at: usize) -> Option<String> {
        let head = self.contents.dataset.head(kind, at)?;
        let title = head.title.typed();
        let place = (kind == RecordKind::Neighborhood).then(|| &self.contents.dataset.neighborhoods[at].kind);
        Some(match place {
            Some(Some(kind)) => page_digits(&ezafe::join(kind.typed(), title)).into_owned(),
            _ => shown(title),
        })
    }

    /// «۲۶ از ۲۴ نفر»; small counts stay hidden (F29).
    fn people(&self, of: &Activity) -> Option<String> {
        let people = of.beneficiaries.as_ref();
        let path = format!("{}/{}", RecordKind::Activity.folder(), of.record.id);
        let number = |count: u64| integer(count);
        let least = number(self.thresholds.small_group);
        let small_counts = &self.contents.package.manifest.small_counts;
        let count = |field: &'static Field, count: Option<u64>| {
            let is_small = || small_counts.contains(&format!("{path}.{}", field.en));
            count.map(number).or_else(|| is_small().then(|| format!("کمتر از {least}")))
        };
        let reached = count(key::Beneficiaries::Reached.field(), people.and_then(|people| people.reached));
        let planned = count(key::Beneficiaries::Planned.field(), people.and_then(|people| people.planned));
        let group = people.and_then(|people| people.group.as_ref());
        let group = group.map_or_else(|| "نفر".to_owned(), |group| shown(group.typed()));
        match (reached, planned) {
            (Some(reached), Some(planned)) => Some(format!("{reached} از {planned} {group}")),
            (Some(reached), None) => Some(format!("{reached} {group}")),
            (None, Some(planned)) => Some(format!("{planned} {group} (پیش‌بینی)")),
            (None, None) => None,
        }
    }
}

fn fact(term: &str, value: String) -> Fact {
    Fact { term: term.to_owned(), value, ltr: false }
}
