//! Creates the draft records for a package: keeps what is transferable, and marks or omits what is specific to its origin.
//!
//! Actual dates, values, reports, budgets and persons are omitted. The plan is kept, and the results in the province of
//! origin appear in the model's narrative. Start reading at [`Writer::write_all`].

use std::path::{Path, PathBuf};

use serde_yaml::Value;

use super::dates::Shift;
use super::localize::{Localizer, mark, mark_line};
use super::mapping::Mapping;
use super::{Offer, results};
use crate::fields::Field;
use crate::fields::Key;
use crate::fields::write::{RecordText, item, map, number};
use crate::markdown::{Fate, Spot, Target, unlink};
use crate::model::RecordKind;
use crate::model::key;
use crate::package::persian;
use crate::package::schema::{Activity, Indicator, Milestone, Model, Named};
use crate::persian::Day;
use crate::persian::dates;
use crate::persian::numbers::{decimal, integer, is_same};

/// Creates the files in memory.
pub(super) struct Writer<'a> {
    pub(super) offer: &'a Offer,
    /// The id of the receiving neighborhood.
    pub(super) into: &'a str,
    pub(super) mapping: &'a Mapping<'a>,
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

/// A record under construction.
struct Draft {
    text: RecordText,
    /// The Persian names of the fields that contain a mark.
    marked: Vec<&'static str>,
}

impl Draft {
    fn new(id: &str, title: &str, sample: bool, about: &[&str]) -> Self {
        let mut text = RecordText::default();
        for line in about {
            text.comment(line);
        }
        text.field(key::Common::Id.field(), id);
        text.field(key::SuccessModel::Title.field(), title);
        text.field(key::Common::Draft.field(), "بله");
        if sample {
            text.field(key::Common::Sample.field(), "بله");
        }
        Self { text, marked: Vec::new() }
    }

    fn mark(&mut self, field: &'static Field) {
        if !self.marked.contains(&field.fa) {
            self.marked.push(field.fa);
        }
    }

    /// Adds a field whose text must always be localized.
    fn localized_field(&mut self, field: &'static Field, text: Option<String>) {
        if let Some(text) = text {
            self.text.field(field, text);
            self.mark(field);
        }
    }

    /// Adds a list of texts, some of which may be marked.
    fn list(&mut self, field: &'static Field, texts: Vec<(Value, bool)>) {
        if texts.iter().any(|(_, marked)| *marked) {
            self.mark(field);
        }
        self.text.list(field, texts.into_iter().map(|(value, _)| value).collect());
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
        let offer = self.offer;
        let mapping = self.mapping;
        for (kind, named, id) in mapping.drafts() {
            self.named(kind, named, id);
        }
        for (at, model) in offer.package.records.models.iter().enumerate() {
            self.model(at, model);
        }
        for (at, activity) in offer.package.records.activities.iter().enumerate() {
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
        format!("استان {}", self.offer.package.manifest.from.province)
    }

    fn named(&mut self, kind: RecordKind, named: &Named, id: &str) {
        let about = format!("{} از {} آمده است؛ نام آن را در استان خود بنویسید.", kind.fa(), self.giver());
        let (title, marks) = self.localizer.text(&named.title);
        let title = if marks { mark_line(&named.title) } else { title };
        let mut draft = Draft::new(id, &title, false, &[&about]);
        if marks {
            draft.mark(key::Agency::Title.field());
        }
        let field = key::Agency::Kind.field();
        if kind == RecordKind::Agency {
            draft.text.maybe(field, named.kind.as_deref().map(|word| persian(field, word)));
        }
        self.file(kind, &format!("{id}.yml"), draft.text.yaml(), draft.marked);
    }

    fn model(&mut self, at: usize, model: &Model) {
        use key::SuccessModel as Key;
        let id = self.models[at].clone();
        let about = format!("این الگو را «karnameh adopt» از {} گرفته است.", self.giver());
        let mut draft = Draft::new(&id, &model.title, model.sample, &[&about, HOW_TO, RELEASE]);
        draft.text.field(Key::Neighborhood.field(), self.into);
        let domain = model.domain.as_ref().and_then(|id| self.mapping.id(RecordKind::Domain, id));
        draft.text.maybe(Key::Domain.field(), domain);
        draft.localized_field(Key::Problem.field(), Some(mark(&without_local_links(&model.problem))));
        let (approach, names_giver) = self.localizer.text(&without_local_links(&model.approach));
        draft.text.field(Key::Approach.field(), approach);
        if names_giver {
            draft.mark(Key::Approach.field());
        }
        draft.list(Key::Steps.field(), self.texts(&model.steps));
        draft.list(Key::Conditions.field(), self.texts(&model.conditions));
        let cost = model.cost.as_deref().map(|word| persian(Key::Cost.field(), word));
        draft.text.maybe(Key::Cost.field(), cost);
        draft.list(Key::Lessons.field(), self.texts(&model.lessons));
        draft.localized_field(
            Key::Contact.field(),
            model.contact.as_ref().map(|text| mark(&without_local_links(text))),
        );
        let own = self.activities_of(model);
        if !own.is_empty() {
            draft.text.comment("وقتی نخستین نتیجه‌ها را گزارش کردید، فعالیت‌های خود را این‌جا نام ببرید:");
            draft.text.comment(&format!("{}: [{}]", Key::Results.field().fa, own.join(", ")));
        }
        let from = &self.offer.package.manifest.from;
        draft.text.maybe(Key::License.field(), model.license.as_deref().or(from.license.as_deref()));
        self.origin(&mut draft.text, model);
        let results = results::section(&self.offer.package, model);
        let body = match &model.body {
            Some(body) => {
                draft.mark(key::Common::Body.field());
                format!("{}\n\n{results}", mark(&without_local_links(body)))
            }
            None => results,
        };
        self.file(RecordKind::Model, &format!("{id}.md"), draft.text.markdown(body.trim()), draft.marked);
    }

    /// Adds the origin of a model, and the earlier origin as a comment.
    fn origin(&self, text: &mut RecordText, model: &Model) {
        use key::Origin as Key;
        let manifest = &self.offer.package.manifest;
        if let Some(province) = model.origin.as_ref().and_then(|origin| origin.province.as_ref()) {
            text.comment(&format!("آن‌جا هم از استان {province} گرفته شده بود."));
        }
        let url = manifest.from.url.as_ref().map(|url| format!("{url}/models/{}.html", model.id));
        let origin = map([
            (Key::Province.field(), Some(Value::from(&*manifest.from.province))),
            (Key::Url.field(), url.map(Value::from)),
            (Key::Date.field(), Some(Value::from(dates::short(manifest.as_of.0)))),
            (Key::Digest.field(), Some(Value::from(&*self.offer.digest))),
        ]);
        text.field(key::SuccessModel::Origin.field(), origin);
    }

    /// Returns the new ids of a model's activities.
    fn activities_of(&self, model: &Model) -> Vec<&str> {
        let all = self.offer.package.records.activities.iter().zip(&self.activities);
        all.filter(|(activity, _)| model.results.contains(&activity.id)).map(|(_, id)| &**id).collect()
    }

    /// Returns the new id of the first model that cites an activity as a result.
    fn model_of(&self, activity: &Activity) -> Option<&str> {
        let mut models = self.offer.package.records.models.iter().zip(&self.models);
        models.find(|(model, _)| model.results.contains(&activity.id)).map(|(_, id)| &**id)
    }

    fn texts(&self, texts: &[String]) -> Vec<(Value, bool)> {
        let text = |text: &String| {
            let (text, marked) = self.localizer.text(&without_local_links(text));
            (Value::from(text), marked)
        };
        texts.iter().map(text).collect()
    }

    fn activity(&mut self, at: usize, activity: &Activity) {
        use key::Activity as Key;
        let id = self.activities[at].clone();
        let about =
            format!("این فعالیت با الگویی از {} آمده است؛ تاریخ‌ها به شروع شما برده شده است.", self.giver());
        let mut draft = Draft::new(&id, &activity.title, activity.sample, &[&about, HOW_TO, RELEASE]);
        draft.text.field(Key::Neighborhood.field(), self.into);
        draft.text.maybe(Key::Domain.field(), self.mapping.id(RecordKind::Domain, &activity.domain));
        draft.localized_field(Key::Summary.field(), activity.summary.as_deref().map(mark_line));
        let agency = |id: &String| self.mapping.id(RecordKind::Agency, id);
        draft.text.maybe(Key::Lead.field(), activity.lead.as_ref().and_then(agency));
        draft.localized_field(Key::Responsible.field(), activity.responsible.as_deref().map(mark_line));
        let mut partners: Vec<&str> = activity.partners.iter().filter_map(agency).collect();
        // Several of their agencies can map to the same one of ours.
        let lead = activity.lead.as_ref().and_then(agency);
        let mut seen = std::collections::BTreeSet::from_iter(lead);
        partners.retain(|id| seen.insert(*id));
        draft.text.list(Key::Partners.field(), partners.into_iter().map(Value::from).collect());
        draft.text.maybe(Key::Start.field(), activity.start.map(|date| dates::short(self.shift.day(date))));
        draft
            .text
            .maybe(Key::Due.field(), activity.figures.due.map(|date| dates::short(self.shift.day(date))));
        // 1 is the default weight, which needs no field.
        if !is_same(activity.weight, 1.0) {
            draft.text.field(Key::Weight.field(), number(activity.weight));
        }
        measure(&mut draft.text, activity);
        draft.text.maybe(Key::Model.field(), self.model_of(activity));
        draft.list(
            Key::Milestones.field(),
            activity.milestones.iter().map(|milestone| self.milestone(milestone)).collect(),
        );
        let goals: Vec<String> = activity.indicators.iter().filter_map(goal).collect();
        if !goals.is_empty() {
            draft.text.comment("«پایه» و «هدف» خود را برای هر شاخص بنویسید. در خاستگاه:");
            for goal in &goals {
                draft.text.comment(goal);
            }
        }
        draft.list(
            Key::Indicators.field(),
            activity.indicators.iter().map(|indicator| self.indicator(indicator)).collect(),
        );
        if let Some(planned) = activity.budget.as_ref().and_then(|budget| budget.planned) {
            let amount = integer(i64::try_from(planned).unwrap_or(i64::MAX));
            draft.text.comment(&format!("بودجهٔ مصوب در خاستگاه: {amount} ریال"));
        }
        draft.text.list(Key::Tags.field(), activity.tags.iter().map(|tag| Value::from(&**tag)).collect());
        let body = activity.body.as_ref().map(|body| mark(&without_local_links(body))).unwrap_or_default();
        if !body.is_empty() {
            draft.mark(key::Common::Body.field());
        }
        self.file(RecordKind::Activity, &format!("{id}.md"), draft.text.markdown(&body), draft.marked);
    }

    /// Marks a one-line text if it contains a name from the province of origin.
    fn line(&self, text: &str) -> (Value, bool) {
        let (_, names_giver) = self.localizer.text(text);
        let text = if names_giver { mark_line(text) } else { text.to_owned() };
        (Value::from(text), names_giver)
    }

    fn milestone(&self, milestone: &Milestone) -> (Value, bool) {
        use key::Milestone as Key;
        let (title, marked) = self.line(&milestone.title);
        let weight = (!is_same(milestone.weight, 1.0)).then(|| number(milestone.weight));
        let due = milestone.due.map(|date| Value::from(dates::short(self.shift.day(date))));
        let fields =
            [(Key::Title.field(), Some(title)), (Key::Due.field(), due), (Key::Weight.field(), weight)];
        (map(fields), marked)
    }

    fn indicator(&self, indicator: &Indicator) -> (Value, bool) {
        use key::Indicator as Key;
        let (title, marked) = self.line(&indicator.title);
        let direction = indicator.direction.as_deref().map(|word| persian(Key::Direction.field(), word));
        let fields = [
            (Key::Title.field(), Some(title)),
            (Key::Unit.field(), indicator.unit.as_deref().map(Value::from)),
            (Key::Direction.field(), direction.map(Value::from)),
        ];
        (map(fields), marked)
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
    match activity.measure.as_deref() {
        Some("milestones") if !activity.milestones.is_empty() => {
            text.field(field, persian(field, "milestones"));
        }
        Some(word) => text.comment(&format!("{}: {}", field.fa, persian(field, word))),
        None => {}
    }
}

/// Formats an indicator's goal for a comment: «  درآمد ماهانه: پایه ۰، هدف ۲۴ نفر».
fn goal(indicator: &Indicator) -> Option<String> {
    let (baseline, target) = indicator.baseline.zip(indicator.target)?;
    let unit = indicator.unit.as_deref().map(|unit| format!(" {unit}")).unwrap_or_default();
    Some(format!("  {}: پایه {}، هدف {}{unit}", indicator.title, decimal(baseline, 2), decimal(target, 2)))
}

/// Formats the entry for `adoptions` in the original model's record.
pub(super) fn adoption(neighborhood: &str, province: &str, start: Day) -> String {
    use key::Adoption as Key;
    item(map([
        (Key::Place.field(), Some(Value::from(format!("{neighborhood}، استان {province}")))),
        (Key::Date.field(), Some(Value::from(dates::short(start)))),
    ]))
}
