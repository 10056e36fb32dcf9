//! Creates the draft records for a package: keeps what is transferable, and marks or omits what is specific to its origin.
//!
//! Actual dates, values, reports, budgets and persons are omitted. The plan is kept, and the results in the province of
//! origin appear in the model's narrative. Start reading at [`Writer::write_all`].

use std::path::{Path, PathBuf};

use serde_yaml::{Mapping, Value};

use super::dates::Shift;
use super::localize::{Localizer, mark, mark_line};
use super::mapping::Mapping as Counterparts;
use super::{Offer, results};
use crate::fields::write::{RecordText, ValueWriter, date, item, map, plain, yes};
use crate::fields::{Choice as _, Datum, Field, Fields as _, Key, Kind, Time};
use crate::markdown::{Fate, Spot, Target, unlink};
use crate::model::{Activity, Agency, Head, Idx, Indicator, Measure, Prose, RecordKind, SuccessModel, key};
use crate::persian::Day;
use crate::persian::numbers::{decimal, integer, is_same};

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

/// The fields that stay in the province of origin although their days don't say so: how things stand there, what they
/// cost there, whom they serve there, and what they refer to there.
fn stays_there(field: &'static Field) -> bool {
    [
        key::Activity::Problem.field(),
        key::Activity::Status.field(),
        key::Activity::StatusSince.field(),
        key::Activity::Budget.field(),
        key::Activity::Beneficiaries.field(),
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
struct Draft<'a> {
    writer: &'a Writer<'a>,
    text: RecordText,
    /// The Persian names of the fields that contain a mark.
    marked: Vec<&'static str>,
    /// Whether the field that is being written contains one.
    has_mark: bool,
}

impl Draft<'_> {
    fn new<'a>(writer: &'a Writer<'a>, id: &str, head: &Head, about: &[&str]) -> Draft<'a> {
        let mut text = RecordText::default();
        for line in about {
            text.comment(line);
        }
        text.field(key::Common::Id.field(), id);
        let mut draft = Draft { writer, text, marked: Vec::new(), has_mark: false };
        // A title of their own is a proposal. That of an agency or a domain is the name of one of theirs.
        let title = head.title.typed();
        draft.text.field(key::SuccessModel::Title.field(), title);
        draft.text.field(key::Common::Draft.field(), yes());
        if head.sample {
            draft.text.field(key::Common::Sample.field(), yes());
        }
        draft
    }

    fn mark(&mut self, field: &'static Field) {
        if !self.marked.contains(&field.fa) {
            self.marked.push(field.fa);
        }
    }

    /// Adds a field as its declaration and the schedule say.
    fn field(&mut self, field: &'static Field, value: &Datum<'_>) {
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
            Datum::Text(text)
                if [key::Activity::Summary, key::Activity::Responsible].map(Key::field).contains(&field) =>
            {
                self.has_mark = true;
                Some(Value::from(mark_line(text)))
            }
            Datum::Text(text) => Some(Value::from(self.line(text))),
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
        let fields = match field.kind {
            Kind::Map(fields) | Kind::List(&Kind::Map(fields)) => fields,
            _ => return true,
        };
        !map.is_empty() && fields.iter().all(|inner| !inner.required || map.contains_key(inner.fa))
    }
}

/// Prepares Markdown for adoption. Links to records become text, because here they would lead elsewhere. Pictures show the
/// original neighborhood, so only their descriptions remain.
fn without_local_links(text: &str) -> String {
    unlink(text, |spot| match spot {
        Spot::Link(Target::Web(_) | Target::Fragment(_)) => Fate::Stays,
        Spot::Link(_) | Spot::Picture(_) => Fate::Goes,
    })
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
                    let own = model.license.as_ref().map(|license| license.typed());
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
        let mut seen = std::collections::BTreeSet::from_iter(activity.lead.and_then(agency));
        let partners = activity.partners.iter().filter_map(|&idx| agency(idx));
        partners.filter(|id| seen.insert(*id)).map(Value::from).collect()
    }
}

/// Instructions for the localization mark, as a comment in each file.
const HOW_TO: &str = "هر متنی که «⟦بومی‌سازی⟧» دارد برای محلهٔ خود بنویسید و نشان را بردارید.";
/// Instructions for publishing a draft, as a comment in each file.
const RELEASE: &str = "وقتی آماده شد، سطر «پیش‌نویس» را بردارید تا منتشر شود.";

/// Adds the measure of progress. Only milestones work from the start; other measures first need the user's own reports or
/// targets, so they become a comment.
fn measure(text: &mut RecordText, activity: &Activity) {
    let field = key::Activity::Measure.field();
    match activity.measure {
        Some(Measure::Milestones) if !activity.milestones.is_empty() => {
            text.field(field, Measure::Milestones.fa());
        }
        Some(other) => text.comment(&format!("{}: {}", field.fa, other.fa())),
        None => {}
    }
}

/// Adds the goals that indicators have there, as a comment.
fn goals(text: &mut RecordText, activity: &Activity) {
    let goals: Vec<String> = activity.indicators.iter().filter_map(goal).collect();
    if !goals.is_empty() {
        text.comment("«پایه» و «هدف» خود را برای هر شاخص بنویسید. در خاستگاه:");
        for goal in &goals {
            text.comment(goal);
        }
    }
}

/// Adds the budget that was granted there, as a comment.
fn budget(text: &mut RecordText, activity: &Activity) {
    if let Some(planned) = activity.budget.as_ref().and_then(|budget| budget.planned) {
        let amount = integer(i64::try_from(planned).unwrap_or(i64::MAX));
        text.comment(&format!("بودجهٔ مصوب در خاستگاه: {amount} ریال"));
    }
}

/// Formats an indicator's goal for a comment: «  درآمد ماهانه: پایه ۰، هدف ۲۴ نفر».
fn goal(indicator: &Indicator) -> Option<String> {
    let (baseline, target) = indicator.baseline.zip(indicator.target)?;
    let unit = indicator.unit.as_ref().map(|unit| format!(" {}", unit.typed())).unwrap_or_default();
    Some(format!(
        "  {}: پایه {}، هدف {}{unit}",
        indicator.title.typed(),
        decimal(baseline, 2),
        decimal(target, 2)
    ))
}

/// Formats the entry for `adoptions` in the original model's record.
pub(super) fn adoption(neighborhood: &str, province: &str, start: Day) -> String {
    use key::Adoption as Key;
    item(map([
        (Key::Place.field(), Some(Value::from(format!("{neighborhood}، استان {province}")))),
        (Key::Date.field(), Some(date(start))),
    ]))
}
