//! The build as one would tell it: read, check, measure, lay out, render, write.
//!
//! [`check`] and [`build`] go the same way; a check renders to nowhere. So a check passes exactly when a build does.
//! The clock is not read here: whoever wants to know how long a stage takes listens as an [`Observer`].

mod addresses;
mod digest;
mod fragments;
mod links;
mod rendering;
mod strict;

use std::path::{Path, PathBuf};

use rayon::prelude::*;

use crate::config::Config;
use crate::content::{self, Reading, SourceFile};
use crate::diag::{Diagnostic, MachineError, Place, Severity, by_place};
use crate::model::Dataset;
use crate::output::{Head, OutputError, Report, Stage as Staging, Target, Terms};
use crate::persian::Day;
use crate::progress::{self, Figures, History};
use crate::render::{Renderer, Theme};
use crate::search::Index;
use crate::site::view::Chrome;
use crate::site::{Planned, Site};
use crate::tables;

use fragments::Fragments;
use links::{Links, Lookup};
use rendering::Rendering;

/// What a run is asked for.
#[derive(Debug, Clone)]
pub struct Request {
    /// The folder that holds `content/`.
    pub source: PathBuf,
    /// The day of the report, where the command line gives one (F1).
    pub as_of: Option<Day>,
    /// The day where nobody gives one (F1).
    pub today: Day,
    /// Warnings fail, and running activities need their three pillars.
    pub strict: bool,
}

/// Where a build is written.
#[derive(Debug, Clone)]
pub struct Destination {
    /// The site's folder.
    pub output: PathBuf,
    /// Take a folder that is not ours.
    pub force: bool,
    /// The user's home, which is never written over.
    pub home: Option<PathBuf>,
}

/// The stages of a build, in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Records are read and checked.
    Read,
    /// The theme is loaded.
    Theme,
    /// Figures are measured.
    Measure,
    /// Pages are laid out.
    LayOut,
    /// Pages are rendered and written.
    Render,
    /// Files beside the pages are written.
    Files,
    /// The site takes its place.
    Publish,
}

/// Listens to a run.
pub trait Observer: Sync {
    /// A stage begins.
    fn stage(&self, stage: Stage) {
        let _ = stage;
    }

    /// So many pages will be rendered.
    fn pages(&self, count: usize) {
        let _ = count;
    }

    /// A page was rendered.
    fn page(&self) {}
}

/// Hears nothing.
#[derive(Debug, Clone, Copy)]
pub struct Silent;

impl Observer for Silent {}

/// How a run ended, where the machine did its part.
#[derive(Debug)]
pub struct Outcome {
    /// Everything that was found, by place.
    pub diagnostics: Vec<Diagnostic>,
    /// What was done; `None` where the findings forbid it, and then nothing was published.
    pub done: Option<Done>,
}

/// What a run did.
#[derive(Debug)]
pub struct Done {
    /// The day of the report.
    pub day: Day,
    /// How many pages the site has.
    pub pages: usize,
    /// What was written; `None` for a check.
    pub published: Option<Published>,
}

/// A site that took its place.
#[derive(Debug)]
pub struct Published {
    /// Its folder.
    pub path: PathBuf,
    /// Its files.
    pub report: Report,
}

/// Why a run could not be done.
#[derive(Debug)]
pub enum Failure {
    /// There is no `content/` in the source folder.
    NoContent(PathBuf),
    /// The machine failed us in reading.
    Machine(MachineError),
    /// The site can't be written there.
    Output(OutputError),
}

impl From<MachineError> for Failure {
    fn from(error: MachineError) -> Self {
        Self::Machine(error)
    }
}

impl From<OutputError> for Failure {
    fn from(error: OutputError) -> Self {
        Self::Output(error)
    }
}

/// Does everything that [`build`] does but writing.
pub fn check(request: &Request, observer: &dyn Observer) -> Result<Outcome, Failure> {
    run(request, None, observer)
}

/// Builds the site.
pub fn build(request: &Request, to: &Destination, observer: &dyn Observer) -> Result<Outcome, Failure> {
    find_content(request)?;
    let content = content_folder(request);
    let terms = Terms { force: to.force, content: &content, home: to.home.as_deref() };
    let target = Target::open(&to.output, terms)?;
    run(request, Some(target), observer)
}

fn content_folder(request: &Request) -> PathBuf {
    request.source.join("content")
}

fn find_content(request: &Request) -> Result<(), Failure> {
    let content = content_folder(request);
    if content.is_dir() { Ok(()) } else { Err(Failure::NoContent(request.source.clone())) }
}

fn run(request: &Request, target: Option<Target>, observer: &dyn Observer) -> Result<Outcome, Failure> {
    find_content(request)?;
    observer.stage(Stage::Read);
    let mut reading = content::read(&request.source)?;
    let mut diagnostics = std::mem::take(&mut reading.diagnostics);
    observer.stage(Stage::Theme);
    let theme = reading.config.as_ref().map(|config| load_theme(config, request, &mut diagnostics));
    let (Some(dataset), Some(config), Some(theme)) = (&reading.dataset, &reading.config, theme) else {
        return Ok(refused(diagnostics));
    };
    observer.stage(Stage::Measure);
    let day = request.as_of.or(config.as_of).unwrap_or(request.today);
    let figures = progress::measure(dataset, &config.thresholds, day);
    if request.strict {
        let mut found = strict::missing_pillars(dataset, &figures);
        content::pinpoint(&mut found, &request.source);
        diagnostics.append(&mut found);
    }
    if forbids(&diagnostics, request.strict) {
        return Ok(refused(diagnostics));
    }
    let history = progress::history(dataset, &config.thresholds, &figures);
    observer.stage(Stage::LayOut);
    let parts = Parts {
        request,
        reading: &reading,
        dataset,
        config,
        figures: &figures,
        history: &history,
        theme: &theme,
    };
    publish(&parts, target, diagnostics, observer)
}

/// What the second half of a run works with.
struct Parts<'a> {
    request: &'a Request,
    reading: &'a Reading,
    dataset: &'a Dataset,
    config: &'a Config,
    figures: &'a Figures,
    history: &'a History,
    theme: &'a Theme,
}

/// Lays out, renders and writes; to nowhere without a target.
fn publish(
    parts: &Parts<'_>,
    target: Option<Target>,
    mut diagnostics: Vec<Diagnostic>,
    observer: &dyn Observer,
) -> Result<Outcome, Failure> {
    let mut site = Site::new(parts.dataset, parts.figures, parts.history, parts.config);
    let plan = site.plan();
    let files = Files::new(parts, &site);
    diagnostics.extend(addresses::clashes(&plan, &files.names(), &parts.reading.static_files));
    let links = Links::new(parts.dataset, parts.config);
    let Lookup { mut found, later } = links.look_up(&site, files.addresses(&plan));
    content::pinpoint(&mut found, &parts.request.source);
    diagnostics.append(&mut found);
    site = site.without_links_to(later);
    let chrome = Chrome { search: files.index.manifest().to_owned(), ..site.chrome() };
    let renderer = match Renderer::new(parts.theme, &chrome) {
        Ok(renderer) => renderer,
        Err(found) => {
            diagnostics.push(*found);
            return Ok(refused(diagnostics));
        }
    };
    if forbids(&diagnostics, parts.request.strict) {
        return Ok(refused(diagnostics));
    }
    observer.stage(Stage::Render);
    observer.pages(plan.len());
    let path = target.as_ref().map(|target| target.path().to_owned());
    let staging = target.map(Target::stage).transpose()?;
    let fragments = Fragments::of(links.all(), &site);
    let work = Rendering { site: &site, renderer: &renderer, fragments, staging: staging.as_ref() };
    let mut found = work.render(&plan, observer)?;
    content::pinpoint(&mut found, &parts.request.source);
    diagnostics.append(&mut found);
    if forbids(&diagnostics, parts.request.strict) {
        return Ok(refused(diagnostics));
    }
    let published = match (staging, path) {
        (Some(staging), Some(path)) => {
            observer.stage(Stage::Files);
            files.write(&staging)?;
            let content = digest::of_content(&content_folder(parts.request))?;
            observer.stage(Stage::Publish);
            Some(Published { path, report: staging.finish(head(parts.figures.day, content))? })
        }
        _ => None,
    };
    diagnostics.sort_by(by_place);
    Ok(Outcome { diagnostics, done: Some(Done { day: parts.figures.day, pages: plan.len(), published }) })
}

fn load_theme(config: &Config, request: &Request, diagnostics: &mut Vec<Diagnostic>) -> Theme {
    let (mut theme, mut found) = Theme::load(&config.publication.theme, &request.source);
    if let Some([red, green, blue]) = config.publication.accent {
        let color = format!("#{red:02x}{green:02x}{blue:02x}");
        found.extend(theme.set_accent(&color, Place::file("content/site.yml")));
    }
    content::pinpoint(&mut found, &request.source);
    diagnostics.append(&mut found);
    theme
}

/// The files beside the pages.
struct Files<'a> {
    data: Vec<(&'static str, Vec<u8>)>,
    index: Index,
    theme: &'a Theme,
    statics: &'a [SourceFile],
}

impl<'a> Files<'a> {
    fn new(parts: &Parts<'a>, site: &Site<'_>) -> Self {
        let json = tables::progress_json(parts.dataset, parts.figures, parts.config.identity.title.typed());
        Self {
            data: vec![("data/progress.json", json)],
            index: Index::new(&site.facets(), site.entries()),
            theme: parts.theme,
            statics: &parts.reading.static_files,
        }
    }

    /// The addresses that are ours beside the pages.
    fn names(&self) -> Vec<&str> {
        let data = self.data.iter().map(|(name, _)| *name);
        let index = self.index.files().iter().map(|file| &*file.address);
        data.chain(index).chain(self.theme.assets().iter().map(|asset| &*asset.address)).collect()
    }

    /// Every address of the site that a text may lead to.
    fn addresses(&self, plan: &'a [Planned]) -> impl Iterator<Item = &str> {
        let pages = plan.iter().map(|planned| planned.address.as_str());
        pages.chain(self.names()).chain(self.statics.iter().map(|file| &*file.below))
    }

    fn write(&self, staging: &Staging) -> Result<(), OutputError> {
        for (name, bytes) in &self.data {
            staging.write(name, bytes)?;
        }
        for file in self.index.files() {
            staging.write(&file.address, &file.bytes)?;
        }
        for asset in self.theme.assets() {
            staging.write(&asset.address, &asset.bytes)?;
        }
        self.statics.par_iter().try_for_each(|file| staging.copy(&file.below, &file.path))
    }
}

fn head(day: Day, content: crate::output::Digest) -> Head {
    Head {
        version: env!("CARGO_PKG_VERSION").to_owned(),
        as_of: day.iso(),
        as_of_jalali: day.jalali().to_string(),
        content,
    }
}

fn refused(mut diagnostics: Vec<Diagnostic>) -> Outcome {
    diagnostics.sort_by(by_place);
    Outcome { diagnostics, done: None }
}

/// Whether findings forbid publishing: errors do, under `--strict` warnings too.
fn forbids(diagnostics: &[Diagnostic], strict: bool) -> bool {
    diagnostics.iter().any(|found| match found.severity() {
        Severity::Error => true,
        Severity::Warning => strict,
        Severity::Advice => false,
    })
}

/// The folder that a build writes to where nobody names one.
pub fn default_output(source: &Path) -> PathBuf {
    source.join("output").join("site")
}
