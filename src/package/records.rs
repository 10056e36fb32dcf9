//! The records that go along, as record files: a loop over their declarations.
//!
//! Models and activities go with everything that their declarations don't keep private; what they name goes with its
//! names and what its kind can't do without. A new field travels without a word here. Start reading at [`Along::new`].

use std::collections::{BTreeMap, BTreeSet};

use serde_yaml::{Mapping, Value};

use super::text::Texts;
use crate::config::Thresholds;
use crate::content::masked;
use crate::fields::write::{RecordText, ValueWriter, plain, yes};
use crate::fields::{Datum, Disclosure, DynFields, Field, Head, Key, Kind};
use crate::model::{Dataset, Idx, RecordKind, SuccessModel, key};
use crate::progress::is_small_group;

/// The kinds of records that a package can hold.
pub(super) const KINDS: [RecordKind; 6] = [
    RecordKind::Neighborhood,
    RecordKind::Domain,
    RecordKind::Agency,
    RecordKind::Problem,
    RecordKind::Activity,
    RecordKind::Model,
];

/// Stands for a narrative that a record can't be without, if nothing is left of it.
const NOTHING_LEFT: &str = "—";

/// Whether a kind goes along whole. Of the others, only the names go.
fn goes_whole(kind: RecordKind) -> bool {
    matches!(kind, RecordKind::Model | RecordKind::Activity)
}

/// The records that go along, each by its kind and position.
pub(super) struct Along(BTreeSet<(RecordKind, usize)>);

impl Along {
    /// The models, the activities that show their results, and what these name.
    pub(super) fn new(dataset: &Dataset, models: &[Idx<SuccessModel>]) -> Self {
        let mut whole: BTreeSet<_> = models.iter().map(|idx| (RecordKind::Model, idx.get())).collect();
        let results = models.iter().flat_map(|&idx| &dataset[idx].results);
        whole.extend(results.map(|idx| (RecordKind::Activity, idx.get())));
        let mut named = BTreeSet::new();
        for &(kind, at) in &whole {
            references(dataset, kind, at, &mut named);
        }
        named.retain(|(kind, _)| KINDS.contains(kind) && !goes_whole(*kind));
        for (kind, at) in named.clone() {
            references(dataset, kind, at, &mut named);
        }
        whole.extend(named);
        Self(whole)
    }

    /// Returns whether a record goes along.
    pub(super) fn holds(&self, dataset: &Dataset, kind: RecordKind, id: &str) -> bool {
        self.of_kind(kind).any(|at| dataset.head(kind, at).is_some_and(|head| *head.id == *id))
    }

    /// The positions of the records of a kind.
    pub(super) fn of_kind(&self, of: RecordKind) -> impl Iterator<Item = usize> {
        self.0.iter().filter(move |(kind, _)| *kind == of).map(|&(_, at)| at)
    }

    /// The record files by the names of their entries. Adds the counts of people that are too small to `small_counts`.
    pub(super) fn files(
        &self,
        dataset: &Dataset,
        texts: &Texts<'_>,
        thresholds: &Thresholds,
        small_counts: &mut Vec<String>,
    ) -> BTreeMap<String, Vec<u8>> {
        let mut files = BTreeMap::new();
        for &(kind, at) in &self.0 {
            let Some(head) = dataset.head(kind, at) else { continue };
            let path = format!("{}/{}", kind.folder(), head.id);
            let mut writer = Writer { along: self, dataset, texts, thresholds, kind, path, small_counts };
            let (ending, text) = writer.file(head, at);
            files.insert(format!("content/{}.{ending}", writer.path), text.into_bytes());
        }
        files
    }
}

/// Returns whether a package hands on a field of a record of a kind.
fn is_handed_on(kind: RecordKind, field: &'static Field) -> bool {
    let names = [key::Neighborhood::Kind.field(), key::Agency::Kind.field()];
    let goes = goes_whole(kind) || field.required || names.contains(&field);
    goes && field.disclosure != Disclosure::Private && field.kind != Kind::DecisionRef
}

/// Adds the records to which the fields of a record refer that are handed on.
fn references(dataset: &Dataset, kind: RecordKind, at: usize, out: &mut BTreeSet<(RecordKind, usize)>) {
    fn add(value: &Datum<'_>, out: &mut BTreeSet<(RecordKind, usize)>) {
        match value {
            Datum::Record(kind, at) => {
                out.insert((*kind, *at));
            }
            Datum::List(items) => items.iter().for_each(|item| add(item, out)),
            Datum::Map(map) => map.data().iter().for_each(|(_, value)| add(value, out)),
            _ => {}
        }
    }
    let data = dataset.fields(kind, at).map(DynFields::data).unwrap_or_default();
    for (_, value) in data.iter().filter(|(field, _)| is_handed_on(kind, field)) {
        add(value, out);
    }
}

/// Writes one record.
struct Writer<'a> {
    along: &'a Along,
    dataset: &'a Dataset,
    texts: &'a Texts<'a>,
    thresholds: &'a Thresholds,
    kind: RecordKind,
    /// «activities/workshop»
    path: String,
    small_counts: &'a mut Vec<String>,
}

impl Writer<'_> {
    /// The ending and the text of the record's file.
    fn file(&mut self, head: &Head, at: usize) -> (&'static str, String) {
        let mut text = RecordText::default();
        text.field(key::Common::Id.field(), &*head.id);
        for (field, value) in self.dataset.fields(self.kind, at).map(DynFields::data).unwrap_or_default() {
            if self.takes(field) {
                text.maybe(field, self.value(field, &value));
            }
        }
        let aliases = head.aliases.iter().map(|alias| Value::from(masked(alias).into_owned()));
        text.list(key::Common::Aliases.field(), aliases.collect());
        if head.sample {
            text.field(key::Common::Sample.field(), yes());
        }
        if !goes_whole(self.kind) {
            return ("yml", text.yaml());
        }
        let body = head.body.as_ref().and_then(|body| self.texts.prose(&body.value, Some(&body.at)));
        ("md", text.markdown(&body.unwrap_or_default()))
    }
}

impl ValueWriter for Writer<'_> {
    fn takes(&self, field: &'static Field) -> bool {
        is_handed_on(self.kind, field)
    }

    fn single(&mut self, field: &'static Field, value: &Datum<'_>) -> Option<Value> {
        match *value {
            Datum::Text(ref name) if field.kind == Kind::MediaFile => {
                self.texts.documents.get(&**name).map(|file| Value::from(&**file))
            }
            Datum::Text(ref text) => Some(Value::from(masked(text).into_owned())),
            Datum::Prose(document, at) => {
                let nothing = || field.required.then(|| NOTHING_LEFT.to_owned());
                self.texts.prose(document, at).or_else(nothing).map(Value::from)
            }
            Datum::Record(kind, at) => {
                let head = self.dataset.head(kind, at).filter(|_| self.along.0.contains(&(kind, at)))?;
                Some(Value::from(&*head.id))
            }
            Datum::Photo(photo) => {
                let mut map = Mapping::new();
                let file = self.texts.photos.get(&photo.file)?;
                map.insert(key::Photo::File.field().fa.into(), Value::from(&**file));
                if let Some(alt) = &photo.alt {
                    map.insert(key::Photo::Alt.field().fa.into(), Value::from(Texts::line(alt)));
                }
                Some(Value::Mapping(map))
            }
            Datum::Whole(count)
                if field.disclosure == Disclosure::People && is_small_group(count, self.thresholds) =>
            {
                self.small_counts.push(format!("{}.{}", self.path, field.en));
                None
            }
            _ => plain(value),
        }
    }

    /// A report whose milestone or value stands elsewhere, and evidence whose file stays behind, say nothing more.
    fn is_worth_writing(&self, field: &'static Field, map: &Mapping) -> bool {
        let has = |field: &Field| map.contains_key(field.fa);
        if field == key::Activity::Updates.field() {
            return map.len() > 1;
        }
        if field == key::Activity::Evidence.field() {
            return has(key::Evidence::File.field()) || has(key::Evidence::Url.field());
        }
        !map.is_empty()
    }
}
