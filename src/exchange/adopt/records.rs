//! Creates the draft records for a package: keeps what is transferable, and marks or omits what is specific to its origin.
//!
//! Actual dates, values, reports, budgets and persons are omitted. The plan is kept, and the results in the province of
//! origin appear in the model's narrative. Start reading at [`Writer::write_all`].

use std::path::{Path, PathBuf};

use serde_yaml::Value;

use super::dates::Shift;
use super::draft::{Draft, without_local_links};
use super::localize::{Localizer, mark, mark_line};
use super::mapping::Mapping as Counterparts;
use super::notes::{budget, goals, measure};
use super::{Offer, results};
use crate::fields::write::{RecordText, date, item, map};
use crate::fields::{Choice as _, Datum, Fields as _, Key};
use crate::model::{Activity, Agency, Head, Idx, Prose, RecordKind, SuccessModel, key};
use crate::persian::Day;
use crate::persian::text::Text;

/// Creates the files in memory.
pub(super) struct Writer<'a> {
    pub(super) offer: &'a Offer,
    /// The id of the receiving neighborhood.
    pub(super) into: &'a str,
    pub(super) mapping: &'a Counterparts<'a>,
    pub(super) shift: Shift,
    pub(super) localizer: Localizer,
    /// The name of the new folders.
    pub(super) folder: &'a str,
    /// New ids for the package's models and activities, in their order.
    pub(super) models: Vec<String>,
    pub(super) activities: Vec<String>,
    /// Paths below `content/` and texts. Records that others refer to come first.
    pub(super) files: Vec<(PathBuf, String)>,
    /// The fields of each file that must be localized.
    pub(super) localize: Vec<(PathBuf, Vec<&'static str>)>,
}

impl Writer<'_> {
    /// Creates the drafts of domains and agencies, then the models, then their activities.
    pub(super) fn write_all(&mut self) {
        let (offer, mapping) = (self.offer, self.mapping);
        for (kind, head, id) in mapping.drafts() {
            self.named(kind, head, id);
        }
        for (at, model) in offer.contents.dataset.models.iter().enumerate() {
            self.model(at, model);
        }
        for (at, activity) in offer.contents.dataset.activities.iter().enumerate() {
            self.activity(at, activity);
        }
    }

    fn file(&mut self, kind: RecordKind, name: &str, text: String, marked: Vec<&'static str>) {
        let path = Path::new(kind.folder()).join(self.folder).join(name);
        if !marked.is_empty() {
            self.localize.push((path.clone(), marked));
        }
        self.files.push((path, text));
    }

    /// Returns «استان قم» for the province of origin.
    fn giver(&self) -> String {
        format!("استان {}", self.offer.manifest().from.province)
    }

    fn named(&mut self, kind: RecordKind, head: &Head, id: &str) {
        let about = format!("{} از {} آمده است؛ نام آن را در استان خود بنویسید.", kind.fa(), self.giver());
        let title = head.title.typed();
        let (_, marks) = self.localizer.text(title);
        let shown = if marks { mark_line(title) } else { title.to_owned() };
        let head = Head { title: shown.into(), sample: false, ..head.clone() };
        let mut draft = Draft::new(self, id, &head, &[&about]);
        if marks {
            draft.mark(key::Agency::Title.field());
        }
        let agencies = &draft.writer.offer.contents.dataset.agencies;
        let agency = (kind == RecordKind::Agency).then(|| agencies.iter().find(|of| of.record.id == head.id));
        if let Some(Some(Agency { kind: Some(kind), .. })) = agency {
            draft.text.field(key::Agency::Kind.field(), kind.word().fa);
        }
        let Draft { text, marked, .. } = draft;
        self.file(kind, &format!("{id}.yml"), text.yaml(), marked);
    }

    fn model(&mut self, at: usize, model: &SuccessModel) {
        use key::SuccessModel as Key;
        let id = self.models[at].clone();
        let about = format!("این الگو را «karnameh adopt» از {} گرفته است.", self.giver());
        let mut draft = Draft::new(self, &id, &model.record, &[&about, HOW_TO, RELEASE]);
        let from = &self.offer.manifest().from;
        for &key in Key::ALL {
            let field = key.field();
            match key {
                Key::Title => {}
                Key::Neighborhood => draft.text.field(field, self.into),
                Key::Results => self.propose_results(&mut draft.text, model),
                Key::License => {
                    let own = model.license.as_ref().map(Text::typed);
                    draft.text.maybe(field, own.or(from.license.as_deref()));
                }
                Key::Origin => self.origin(&mut draft.text, model),
                key => draft.field(field, &model.datum_of(key)),
            }
        }
        let results = results::section(&self.offer.contents, model);
        let own = self.body(&mut draft, model.record.body.as_ref());
        let body = own.map_or_else(|| results.clone(), |own| format!("{own}\n\n{results}"));
        let Draft { text, marked, .. } = draft;
        self.file(RecordKind::Model, &format!("{id}.md"), text.markdown(body.trim()), marked);
    }

    /// Returns the narrative, which must always be localized.
    fn body(&self, draft: &mut Draft<'_>, body: Option<&Prose>) -> Option<String> {
        let body = mark(&without_local_links(self.offer.contents.written.text(body?)));
        draft.mark(key::Common::Body.field());
        Some(body)
    }

    /// Names the user's own activities in a comment, since results can be cited only once they are published.
    fn propose_results(&self, text: &mut RecordText, model: &SuccessModel) {
        let own: Vec<&str> = model.results.iter().map(|idx| &*self.activities[idx.get()]).collect();
        if !own.is_empty() {
            text.comment("وقتی نخستین نتیجه‌ها را گزارش کردید، فعالیت‌های خود را این‌جا نام ببرید:");
            text.comment(&format!("{}: [{}]", key::SuccessModel::Results.field().fa, own.join(", ")));
        }
    }

    /// Adds the origin of a model, and the earlier origin as a comment.
    fn origin(&self, text: &mut RecordText, model: &SuccessModel) {
        use key::Origin as Key;
        let manifest = self.offer.manifest();
        if let Some(province) = model.origin.as_ref().and_then(|origin| origin.province.as_ref()) {
            text.comment(&format!("آن‌جا هم از استان {} گرفته شده بود.", province.typed()));
        }
        let url = manifest.from.url.as_ref().map(|url| format!("{url}/models/{}.html", model.record.id));
        let origin = map([
            (Key::Province.field(), Some(Value::from(&*manifest.from.province))),
            (Key::Url.field(), url.map(Value::from)),
            (Key::Date.field(), Some(date(manifest.as_of))),
            (Key::Digest.field(), Some(Value::from(&*self.offer.digest))),
        ]);
        text.field(key::SuccessModel::Origin.field(), origin);
    }

    /// Returns the new id of the first model that cites an activity as a result.
    fn model_of(&self, activity: usize) -> Option<&str> {
        let mut models = self.offer.contents.dataset.models.iter().zip(&self.models);
        models.find(|(model, _)| model.results.contains(&Idx::new(activity))).map(|(_, id)| &**id)
    }

    fn activity(&mut self, at: usize, activity: &Activity) {
        use key::Activity as Key;
        let id = self.activities[at].clone();
        let about =
            format!("این فعالیت با الگویی از {} آمده است؛ تاریخ‌ها به شروع شما برده شده است.", self.giver());
        let mut draft = Draft::new(self, &id, &activity.record, &[&about, HOW_TO, RELEASE]);
        for &key in Key::ALL {
            let (field, value) = (key.field(), activity.datum_of(key));
            match key {
                Key::Title => {}
                Key::Neighborhood => draft.text.field(field, self.into),
                Key::Lead => {
                    let lead = activity.last_lead();
                    let lead = lead.map(|at| Datum::Record(RecordKind::Agency, at.get()));
                    draft.field(field, &lead.unwrap_or(Datum::Absent));
                }
                Key::Partners => draft.text.list(field, self.partners(activity)),
                Key::Due => {
                    draft.text.maybe(field, activity.due_in_force().map(|due| date(self.shift.day(due))));
                }
                Key::Measure => measure(&mut draft.text, activity),
                Key::Model => draft.text.maybe(field, self.model_of(at)),
                Key::Indicators => {
                    goals(&mut draft.text, activity);
                    draft.field(field, &value);
                }
                Key::Budget => budget(&mut draft.text, activity),
                _ => draft.field(field, &value),
            }
        }
        let body = self.body(&mut draft, activity.record.body.as_ref()).unwrap_or_default();
        let Draft { text, marked, .. } = draft;
        self.file(RecordKind::Activity, &format!("{id}.md"), text.markdown(&body), marked);
    }

    /// Returns the partners. Several of their agencies can map to the same one of ours.
    fn partners(&self, activity: &Activity) -> Vec<Value> {
        let agency = |idx: Idx<Agency>| {
            let theirs = &self.offer.contents.dataset[idx].record.id;
            self.mapping.id(RecordKind::Agency, theirs)
        };
        let mut seen = std::collections::BTreeSet::from_iter(activity.last_lead().and_then(agency));
        let partners = activity.partners.iter().filter_map(|&idx| agency(idx));
        partners.filter(|id| seen.insert(*id)).map(Value::from).collect()
    }
}

/// Instructions for the localization mark, as a comment in each file.
const HOW_TO: &str = "هر متنی که «⟦بومی‌سازی⟧» دارد برای محلهٔ خود بنویسید و نشان را بردارید.";
/// Instructions for publishing a draft, as a comment in each file.
const RELEASE: &str = "وقتی آماده شد، سطر «پیش‌نویس» را بردارید تا منتشر شود.";

/// Formats the entry for `adoptions` in the original model's record.
pub(super) fn adoption(neighborhood: &str, province: &str, start: Day) -> String {
    use key::Adoption as Key;
    item(map([
        (Key::Place.field(), Some(Value::from(format!("{neighborhood}، استان {province}")))),
        (Key::Date.field(), Some(date(start))),
    ]))
}
