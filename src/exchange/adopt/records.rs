//! The draft records that a package becomes: what can be kept is kept, what is the giver's own is marked or left out.
//!
//! Dates that happened, values, reports, money and people stay behind; the plan comes along, and what was reached at
//! the giver's stands in the model's narrative. Start reading at [`Writer::write_all`].

use std::path::{Path, PathBuf};

use serde_yaml::Value;

use super::dates::Shift;
use super::localize::{Localizer, marked, marked_line};
use super::mapping::Mapping;
use super::{Offer, results};
use crate::exchange::record::{RecordText, item, map, number};
use crate::fields::key::{self, Key};
use crate::fields::{Field, RecordKind};
use crate::markdown::{Fate, Spot, Target, unlink};
use crate::package::persian;
use crate::package::schema::{Activity, Indicator, Milestone, Model, Named};
use crate::persian::Day;
use crate::persian::dates;
use crate::persian::numbers::{decimal, integer};

/// Writes the files of an adoption into memory.
pub(super) struct Writer<'a> {
    pub(super) offer: &'a Offer,
    /// The id of the neighborhood.
    pub(super) into: &'a str,
    pub(super) mapping: &'a Mapping<'a>,
    pub(super) shift: Shift,
    pub(super) localizer: Localizer,
    /// The name of the folders.
    pub(super) folder: &'a str,
    /// Our ids for their models and activities, in their order.
    pub(super) models: Vec<String>,
    pub(super) activities: Vec<String>,
    /// Paths below `content/` and texts, what others refer to first.
    pub(super) files: Vec<(PathBuf, String)>,
    /// Which fields of which file wait to be localized.
    pub(super) localize: Vec<(PathBuf, Vec<&'static str>)>,
}

/// A record in the making.
struct Draft {
    text: RecordText,
    /// The fields that were marked.
    marked: Vec<&'static str>,
}

impl Draft {
    fn new(id: &str, title: &str, sample: bool, about: &[&str]) -> Self {
        let mut text = RecordText::default();
        for line in about {
            text.comment(line);
        }
        text.field(key::Common::Id.field(), id);
        text.field(key::Model::Title.field(), title);
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

    /// A field whose text always waits to be localized.
    fn always(&mut self, field: &'static Field, text: Option<String>) {
        if let Some(text) = text {
            self.text.field(field, text);
            self.mark(field);
        }
    }

    /// Texts that wait to be localized where they name the giver.
    fn list(&mut self, field: &'static Field, texts: Vec<(Value, bool)>) {
        if texts.iter().any(|(_, marked)| *marked) {
            self.mark(field);
        }
        self.text.list(field, texts.into_iter().map(|(value, _)| value).collect());
    }
}

/// Markdown as it is taken over: links to records of the package become text, for here they lead elsewhere; pictures,
/// which show the giver's neighborhood, become their descriptions.
fn taken(text: &str) -> String {
    unlink(text, |spot| match spot {
        Spot::Link(Target::Web(_) | Target::Fragment(_)) => Fate::Stays,
        Spot::Link(_) | Spot::Picture(_) => Fate::Goes,
    })
}

impl Writer<'_> {
    /// Writes the drafts of domains and agencies, then the models, then their activities.
    pub(super) fn write_all(&mut self) {
        let offer = self.offer;
        let mapping = self.mapping;
        for (kind, named, id) in mapping.drafts() {
            self.named(kind, named, id);
        }
        for (at, of) in offer.package.records.models.iter().enumerate() {
            self.model(at, of);
        }
        for (at, of) in offer.package.records.activities.iter().enumerate() {
            self.activity(at, of);
        }
    }

    fn file(&mut self, kind: RecordKind, name: &str, text: String, marked: Vec<&'static str>) {
        let path = Path::new(kind.folder()).join(self.folder).join(name);
        if !marked.is_empty() {
            self.localize.push((path.clone(), marked));
        }
        self.files.push((path, text));
    }

    /// «استان قم»
    fn giver(&self) -> String {
        format!("استان {}", self.offer.package.manifest.from.province)
    }

    fn named(&mut self, kind: RecordKind, named: &Named, id: &str) {
        let about = format!("{} از {} آمده است؛ نام آن را در استان خود بنویسید.", kind.fa(), self.giver());
        let (title, marks) = self.localizer.text(&named.title);
        let title = if marks { marked_line(&named.title) } else { title };
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

    fn model(&mut self, at: usize, of: &Model) {
        use key::Model as Key;
        let id = self.models[at].clone();
        let about = format!("این الگو را «karnameh adopt» از {} گرفته است.", self.giver());
        let mut draft = Draft::new(&id, &of.title, of.sample, &[&about, HOW_TO, RELEASE]);
        draft.text.field(Key::Neighborhood.field(), self.into);
        let domain = of.domain.as_ref().and_then(|id| self.mapping.id(RecordKind::Domain, id));
        draft.text.maybe(Key::Domain.field(), domain);
        draft.always(Key::Problem.field(), Some(marked(&taken(&of.problem))));
        let (approach, names_giver) = self.localizer.text(&taken(&of.approach));
        draft.text.field(Key::Approach.field(), approach);
        if names_giver {
            draft.mark(Key::Approach.field());
        }
        draft.list(Key::Steps.field(), self.texts(&of.steps));
        draft.list(Key::Conditions.field(), self.texts(&of.conditions));
        let cost = of.cost.as_deref().map(|word| persian(Key::Cost.field(), word));
        draft.text.maybe(Key::Cost.field(), cost);
        draft.list(Key::Lessons.field(), self.texts(&of.lessons));
        draft.always(Key::Contact.field(), of.contact.as_ref().map(|text| marked(&taken(text))));
        let own = self.activities_of(of);
        if !own.is_empty() {
            draft.text.comment("وقتی نخستین نتیجه‌ها را گزارش کردید، فعالیت‌های خود را این‌جا نام ببرید:");
            draft.text.comment(&format!("{}: [{}]", Key::Results.field().fa, own.join(", ")));
        }
        let from = &self.offer.package.manifest.from;
        draft.text.maybe(Key::License.field(), of.license.as_deref().or(from.license.as_deref()));
        self.origin(&mut draft.text, of);
        let told = results::told(&self.offer.package, of);
        let body = match &of.body {
            Some(body) => {
                draft.mark(key::Common::Body.field());
                format!("{}\n\n{told}", marked(&taken(body)))
            }
            None => told,
        };
        self.file(RecordKind::Model, &format!("{id}.md"), draft.text.markdown(body.trim()), draft.marked);
    }

    /// Where the model came from, and before that.
    fn origin(&self, text: &mut RecordText, of: &Model) {
        use key::Origin as Key;
        let manifest = &self.offer.package.manifest;
        if let Some(province) = of.origin.as_ref().and_then(|origin| origin.province.as_ref()) {
            text.comment(&format!("آن‌جا هم از استان {province} گرفته شده بود."));
        }
        let url = manifest.from.url.as_ref().map(|url| format!("{url}/models/{}.html", of.id));
        let origin = map([
            (Key::Province.field(), Some(Value::from(&*manifest.from.province))),
            (Key::Url.field(), url.map(Value::from)),
            (Key::Date.field(), Some(Value::from(dates::short(manifest.as_of.0)))),
            (Key::Digest.field(), Some(Value::from(&*self.offer.digest))),
        ]);
        text.field(key::Model::Origin.field(), origin);
    }

    /// Our ids of the activities of a model.
    fn activities_of(&self, of: &Model) -> Vec<&str> {
        let all = self.offer.package.records.activities.iter().zip(&self.activities);
        all.filter(|(activity, _)| of.results.contains(&activity.id)).map(|(_, id)| &**id).collect()
    }

    /// Our id of the first model that stands on an activity.
    fn model_of(&self, of: &Activity) -> Option<&str> {
        let mut models = self.offer.package.records.models.iter().zip(&self.models);
        models.find(|(model, _)| model.results.contains(&of.id)).map(|(_, id)| &**id)
    }

    fn texts(&self, texts: &[String]) -> Vec<(Value, bool)> {
        let text = |text: &String| {
            let (text, marked) = self.localizer.text(&taken(text));
            (Value::from(text), marked)
        };
        texts.iter().map(text).collect()
    }

    fn activity(&mut self, at: usize, of: &Activity) {
        use key::Activity as Key;
        let id = self.activities[at].clone();
        let about =
            format!("این فعالیت با الگویی از {} آمده است؛ تاریخ‌ها به شروع شما برده شده است.", self.giver());
        let mut draft = Draft::new(&id, &of.title, of.sample, &[&about, HOW_TO, RELEASE]);
        draft.text.field(Key::Neighborhood.field(), self.into);
        draft.text.maybe(Key::Domain.field(), self.mapping.id(RecordKind::Domain, &of.domain));
        draft.always(Key::Summary.field(), of.summary.as_deref().map(marked_line));
        let agency = |id: &String| self.mapping.id(RecordKind::Agency, id);
        draft.text.maybe(Key::Lead.field(), of.lead.as_ref().and_then(agency));
        draft.always(Key::Responsible.field(), of.responsible.as_deref().map(marked_line));
        let mut partners: Vec<&str> = of.partners.iter().filter_map(agency).collect();
        // Several of theirs may be one of ours.
        let lead = of.lead.as_ref().and_then(agency);
        let mut seen = std::collections::BTreeSet::from_iter(lead);
        partners.retain(|id| seen.insert(*id));
        draft.text.list(Key::Partners.field(), partners.into_iter().map(Value::from).collect());
        draft.text.maybe(Key::Start.field(), of.start.map(|date| dates::short(self.shift.day(date))));
        draft.text.maybe(Key::Due.field(), of.figures.due.map(|date| dates::short(self.shift.day(date))));
        if (of.weight - 1.0).abs() > 1e-9 {
            draft.text.field(Key::Weight.field(), number(of.weight));
        }
        measure(&mut draft.text, of);
        draft.text.maybe(Key::Model.field(), self.model_of(of));
        draft.list(Key::Milestones.field(), of.milestones.iter().map(|of| self.milestone(of)).collect());
        let goals: Vec<String> = of.indicators.iter().filter_map(goal).collect();
        if !goals.is_empty() {
            draft.text.comment("«پایه» و «هدف» خود را برای هر شاخص بنویسید. در خاستگاه:");
            for goal in &goals {
                draft.text.comment(goal);
            }
        }
        draft.list(Key::Indicators.field(), of.indicators.iter().map(|of| self.indicator(of)).collect());
        if let Some(planned) = of.budget.as_ref().and_then(|budget| budget.planned) {
            let amount = integer(i64::try_from(planned).unwrap_or(i64::MAX));
            draft.text.comment(&format!("بودجهٔ مصوب در خاستگاه: {amount} ریال"));
        }
        draft.text.list(Key::Tags.field(), of.tags.iter().map(|tag| Value::from(&**tag)).collect());
        let body = of.body.as_ref().map(|body| marked(&taken(body))).unwrap_or_default();
        if !body.is_empty() {
            draft.mark(key::Common::Body.field());
        }
        self.file(RecordKind::Activity, &format!("{id}.md"), draft.text.markdown(&body), draft.marked);
    }

    /// A line that is marked where it names the giver.
    fn line(&self, text: &str) -> (Value, bool) {
        let (_, names_giver) = self.localizer.text(text);
        let text = if names_giver { marked_line(text) } else { text.to_owned() };
        (Value::from(text), names_giver)
    }

    fn milestone(&self, of: &Milestone) -> (Value, bool) {
        use key::Milestone as Key;
        let (title, marked) = self.line(&of.title);
        let weight = ((of.weight - 1.0).abs() > 1e-9).then(|| number(of.weight));
        let due = of.due.map(|date| Value::from(dates::short(self.shift.day(date))));
        let fields =
            [(Key::Title.field(), Some(title)), (Key::Due.field(), due), (Key::Weight.field(), weight)];
        (map(fields), marked)
    }

    fn indicator(&self, of: &Indicator) -> (Value, bool) {
        use key::Indicator as Key;
        let (title, marked) = self.line(&of.title);
        let direction = of.direction.as_deref().map(|word| persian(Key::Direction.field(), word));
        let fields = [
            (Key::Title.field(), Some(title)),
            (Key::Unit.field(), of.unit.as_deref().map(Value::from)),
            (Key::Direction.field(), direction.map(Value::from)),
        ];
        (map(fields), marked)
    }
}

/// What to do with the mark.
const HOW_TO: &str = "هر متنی که «⟦بومی‌سازی⟧» دارد برای محلهٔ خود بنویسید و نشان را بردارید.";
/// How a draft is published.
const RELEASE: &str = "وقتی آماده شد، سطر «پیش‌نویس» را بردارید تا منتشر شود.";

/// By what progress is measured. What isn't milestones waits for reports and goals of one's own.
fn measure(text: &mut RecordText, of: &Activity) {
    let field = key::Activity::Measure.field();
    match of.measure.as_deref() {
        Some("milestones") if !of.milestones.is_empty() => text.field(field, persian(field, "milestones")),
        Some(word) => text.comment(&format!("{}: {}", field.fa, persian(field, word))),
        None => {}
    }
}

/// «  درآمد ماهانه: پایه ۰، هدف ۲۴ نفر»
fn goal(of: &Indicator) -> Option<String> {
    let (baseline, target) = of.baseline.zip(of.target)?;
    let unit = of.unit.as_deref().map(|unit| format!(" {unit}")).unwrap_or_default();
    Some(format!("  {}: پایه {}، هدف {}{unit}", of.title, decimal(baseline, 2), decimal(target, 2)))
}

/// The entry of `adoptions` for the giver's record.
pub(super) fn adoption(neighborhood: &str, province: &str, start: Day) -> String {
    use key::Adoption as Key;
    item(map([
        (Key::Place.field(), Some(Value::from(format!("{neighborhood}، استان {province}")))),
        (Key::Date.field(), Some(Value::from(dates::short(start)))),
    ]))
}
