//! From records and figures to a package: what the site publishes of a success model as of T.
//!
//! Start reading at [`PackageInputs::package`]. Nothing goes along that the site itself doesn't publish.

use std::collections::{BTreeMap, BTreeSet};

use super::Package;
use super::media::Media;
use super::narratives::narratives;
use super::schema::{
    self, Adoption, Beneficiaries, Budget, Count, Date, Evidence, FORMAT, Figures as ToldFigures, Giver,
    Indicator, Manifest, Milestone, Model, Named, Origin, Picture, Records, Reschedule, Update, VERSION,
    Value,
};
use super::text::Texts;
use super::words;
use crate::config::Config;
use crate::content::{Written, masked};
use crate::diag::MachineError;
use crate::media::{Content, Library};
use crate::model::{self, Activity, Edition, EvidenceSource, Idx, SuccessModel};
use crate::persian::text::Text;
use crate::progress::{ActivityFigures, Figures, is_small_group};

/// What packages are made of.
#[derive(Debug, Clone, Copy)]
pub struct PackageInputs<'a> {
    /// The records as of T.
    pub dataset: &'a Edition,
    /// Their figures, as of T.
    pub figures: &'a Figures,
    /// The settings.
    pub config: &'a Config,
    /// The Markdown of at least the [`narratives`] of the models.
    pub written: &'a Written,
    /// The photos and documents that are published.
    pub library: &'a Library,
    /// [`Library::files`], made once for all packages.
    pub published: &'a BTreeMap<&'a str, &'a Content>,
}

impl PackageInputs<'_> {
    /// The package of some models; the machine may fail to give their photos and documents.
    pub fn package(&self, models: &[Idx<SuccessModel>]) -> Result<Package, MachineError> {
        let data = self.dataset;
        let activities = self.activities_of(models);
        let mut media = Media::new(self.library, self.published);
        let (mut files, mut pictures) = (BTreeMap::new(), Vec::new());
        for text in narratives(data, models) {
            pictures.append(&mut media.narrative(&text.value, &mut files)?);
        }
        pictures.sort_by(|one: &Picture, other| one.file.cmp(&other.file));
        pictures.dedup();
        let texts = Texts {
            written: self.written,
            models: models.iter().map(|&idx| &*data[idx].record.id).collect(),
            activities: activities.iter().map(|&idx| &*data[idx].record.id).collect(),
            files,
        };
        let mut records = Records {
            models: models.iter().map(|&idx| self.model(idx, &texts)).collect(),
            activities: activities.iter().map(|&idx| self.activity(idx, &texts)).collect(),
            pictures,
            ..self.names(models, &activities)
        };
        for (&idx, told) in activities.iter().zip(&mut records.activities) {
            Self::add_media(&self.dataset[idx], told, &mut media)?;
        }
        let Media { files, left_out, .. } = media;
        Ok(Package { manifest: self.manifest(&records, left_out), records, files })
    }

    /// Adds the evidence of an activity, and the photos of its reports.
    fn add_media(
        of: &Activity,
        told: &mut schema::Activity,
        media: &mut Media<'_>,
    ) -> Result<(), MachineError> {
        for evidence in &of.evidence {
            let (url, file) = match evidence.source() {
                EvidenceSource::Url(url) => (Some(url.to_string()), None),
                EvidenceSource::File(name) => (None, media.evidence(name)?),
            };
            let (title, date) = (Texts::line(&evidence.title), evidence.date.map(Date));
            told.evidence.push(Evidence { title, url, file, date });
        }
        for (update, told) in packed_updates(of).into_iter().zip(&mut told.updates) {
            told.photos = media.photos(&update.photos)?;
        }
        Ok(())
    }

    fn manifest(&self, records: &Records, left_out: BTreeSet<String>) -> Manifest {
        let text = |text: &Option<Text>| Texts::maybe(text.as_ref());
        let identity = &self.config.identity;
        Manifest {
            format: FORMAT.to_owned(),
            version: VERSION,
            generator: concat!("karnameh ", env!("CARGO_PKG_VERSION")).to_owned(),
            as_of: Date(self.figures.day),
            as_of_jalali: self.figures.day.jalali().to_string(),
            models: records.models.iter().map(|of| of.id.clone()).collect(),
            from: Giver {
                title: Texts::line(&identity.title),
                province: Texts::line(&identity.province),
                programme: Texts::line(&identity.programme),
                publisher: text(&identity.publisher),
                license: text(&identity.license),
                url: self.config.publication.url.as_deref().map(str::to_owned),
            },
            left_out: left_out.into_iter().collect(),
        }
    }

    /// The activities on which models stand, in the order of ids.
    fn activities_of(&self, models: &[Idx<SuccessModel>]) -> Vec<Idx<Activity>> {
        let all = models.iter().flat_map(|&idx| &self.dataset[idx].results).copied();
        all.collect::<BTreeSet<_>>().into_iter().collect()
    }

    fn model(&self, idx: Idx<SuccessModel>, texts: &Texts<'_>) -> Model {
        let (data, of) = (self.dataset, &self.dataset[idx]);
        Model {
            id: of.record.id.to_string(),
            title: Texts::line(&of.record.title),
            sample: of.record.sample,
            neighborhood: of.neighborhood.map(|idx| data[idx].record.id.to_string()),
            domain: of.domain.map(|idx| data[idx].record.id.to_string()),
            problem: texts.required_prose(&of.problem),
            approach: texts.required_prose(&of.approach),
            steps: texts.proses(&of.steps),
            conditions: texts.proses(&of.conditions),
            cost: of.cost.map(words::cost),
            results: of.results.iter().map(|&idx| data[idx].record.id.to_string()).collect(),
            lessons: texts.proses(&of.lessons),
            contact: texts.maybe_prose(of.contact.as_ref()),
            license: Texts::maybe(of.license.as_ref()),
            adoptions: of.adoptions.iter().map(adoption).collect(),
            origin: of.origin.as_ref().map(origin),
            body: texts.maybe_prose(of.record.body.as_ref()),
        }
    }

    fn activity(&self, idx: Idx<Activity>, texts: &Texts<'_>) -> schema::Activity {
        let (data, of, figures) = (self.dataset, &self.dataset[idx], &self.figures[idx]);
        let id_of = |idx| {
            let agency: &model::Agency = &data[idx];
            agency.record.id.to_string()
        };
        schema::Activity {
            id: of.record.id.to_string(),
            title: Texts::line(&of.record.title),
            sample: of.record.sample,
            neighborhoods: of.neighborhoods.iter().map(|&idx| data[idx].record.id.to_string()).collect(),
            domain: data[of.domain].record.id.to_string(),
            problem: of.problem.map(|idx| Texts::line(&data[idx].record.title)),
            summary: Texts::maybe(of.summary.as_ref()),
            lead: of.lead.map(id_of),
            responsible: Texts::maybe(of.responsible.as_ref()),
            partners: of.partners.iter().copied().map(id_of).collect(),
            status: words::status(figures.status),
            start: of.start.map(Date),
            due: of.due.map(Date),
            finished: of.finished.map(Date),
            weight: of.weight,
            measure: of.measure.map(words::measure),
            reschedules: of.reschedules.iter().map(reschedule).collect(),
            milestones: of.milestones.iter().map(milestone).collect(),
            indicators: of.indicators.iter().map(indicator).collect(),
            updates: updates(of, texts),
            budget: of.budget.as_ref().map(|of| Budget { planned: of.planned, spent: of.spent }),
            beneficiaries: of.beneficiaries.as_ref().map(|of| self.beneficiaries(of)),
            tags: of.tags.iter().map(Texts::line).collect(),
            evidence: Vec::new(),
            body: texts.maybe_prose(of.record.body.as_ref()),
            figures: told(figures),
        }
    }

    fn beneficiaries(&self, of: &model::Beneficiaries) -> Beneficiaries {
        let thresholds = &self.config.thresholds;
        let count = |count: u64| {
            if is_small_group(count, thresholds) {
                Count::Below(format!("<{}", thresholds.small_group))
            } else {
                Count::Exact(count)
            }
        };
        Beneficiaries {
            planned: of.planned.map(count),
            reached: of.reached.map(count),
            group: Texts::maybe(of.group.as_ref()),
        }
    }

    /// The names of what models and activities name.
    fn names(&self, models: &[Idx<SuccessModel>], activities: &[Idx<Activity>]) -> Records {
        let data = self.dataset;
        let models = || models.iter().map(|&idx| &data[idx]);
        let activities = || activities.iter().map(|&idx| &data[idx]);
        let places = activities().flat_map(|of| of.neighborhoods.iter().copied());
        let places: BTreeSet<_> = places.chain(models().filter_map(|of| of.neighborhood)).collect();
        let domains = activities().map(|of| of.domain).chain(models().filter_map(|of| of.domain));
        let domains: BTreeSet<_> = domains.collect();
        let agencies = activities().flat_map(|of| of.lead.iter().chain(&of.partners).copied());
        let agencies: BTreeSet<_> = agencies.collect();
        let kind = |idx| words::agency_kind(idx);
        Records {
            neighborhoods: places
                .into_iter()
                .map(|idx| named(&data[idx].record, Texts::maybe(data[idx].kind.as_ref())))
                .collect(),
            domains: domains.into_iter().map(|idx| named(&data[idx].record, None)).collect(),
            agencies: agencies
                .into_iter()
                .map(|idx| named(&data[idx].record, data[idx].kind.map(kind)))
                .collect(),
            ..Records::default()
        }
    }
}

fn reschedule(of: &model::Reschedule) -> Reschedule {
    Reschedule {
        date: Date(of.date),
        due: Date(of.due),
        reason: words::reason(of.reason),
        note: Texts::maybe(of.note.as_ref()),
    }
}

fn milestone(of: &model::Milestone) -> Milestone {
    Milestone {
        title: Texts::line(&of.title),
        due: of.due.map(Date),
        done: of.done.map(Date),
        weight: of.weight,
    }
}

fn indicator(of: &model::Indicator) -> Indicator {
    let value = |value: &model::IndicatorValue| Value {
        date: Date(value.date),
        value: value.value,
        source: Texts::maybe(value.source.as_ref()),
        note: Texts::maybe(value.note.as_ref()),
    };
    Indicator {
        title: Texts::line(&of.title),
        unit: Texts::maybe(of.unit.as_ref()),
        baseline: of.baseline,
        target: of.target,
        direction: of.direction.map(words::direction),
        values: of.values.iter().map(value).collect(),
    }
}

/// Reports with a progress, a text or photos, by day; milestones and values stand where they belong.
fn packed_updates(of: &Activity) -> Vec<&model::Update> {
    let tells = |of: &&model::Update| of.progress.is_some() || of.text.is_some() || !of.photos.is_empty();
    let mut updates: Vec<_> = of.updates.iter().filter(tells).collect();
    updates.sort_by_key(|update| update.date);
    updates
}

fn updates(of: &Activity, texts: &Texts<'_>) -> Vec<Update> {
    let packed = |update: &model::Update| Update {
        date: Date(update.date),
        progress: update.progress.map(model::Percent::get),
        text: texts.maybe_prose(update.text.as_ref()),
        photos: Vec::new(),
    };
    packed_updates(of).into_iter().map(packed).collect()
}

fn named(record: &model::Head, kind: Option<String>) -> Named {
    Named {
        id: record.id.to_string(),
        title: Texts::line(&record.title),
        aliases: record.aliases.iter().map(|alias| masked(alias).into_owned()).collect(),
        kind,
    }
}

fn adoption(of: &model::Adoption) -> Adoption {
    Adoption { place: Texts::line(&of.place), date: of.date.map(Date), note: Texts::maybe(of.note.as_ref()) }
}

fn origin(of: &model::Origin) -> Origin {
    Origin {
        province: Texts::maybe(of.province.as_ref()),
        url: of.url.as_deref().map(str::to_owned),
        date: of.date.map(Date),
        digest: of.digest.as_deref().map(str::to_owned),
    }
}

fn told(of: &ActivityFigures) -> ToldFigures {
    ToldFigures {
        state: of.state.key().to_owned(),
        actual: of.actual,
        planned: of.planned,
        due: of.due.map(Date),
        verified: of.verified.map(|verified| verified.progress),
        achievements: of.achievements.clone(),
    }
}
