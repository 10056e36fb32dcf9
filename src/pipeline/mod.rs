//! The build as one would tell it: read, check, cut, measure, lay out, render, write.
//!
//! [`check`] and [`build`] go the same way; a check renders to nowhere. So a check passes exactly when a build does.
//! The clock is not read here: whoever wants to know how long a stage takes listens as an [`Observer`].

mod addresses;
mod data;
mod digest;
mod doubts;
mod failure;
mod files;
mod fragments;
mod icons;
mod left_out;
mod links;
mod measured;
mod named;
mod packages;
mod rendering;
mod strict;
mod texts;

use std::borrow::Cow;
use std::path::{Path, PathBuf};

use crate::config::{Config, Identity};
use crate::content::{self, Reading};
use crate::diag::{Diagnostic, Place, Severity, by_place};
use crate::digest::Digest;
use crate::media::{self, Cache, Library};
use crate::model::{Edition, Later};
use crate::output::{Head, Report, Target, Terms};
use crate::persian::Day;
use crate::progress::{self, Figures, History};
use crate::render::{Renderer, Theme};
use crate::site::{self, Layout, Resolver, Site};

pub use failure::Failure;
pub use measured::{Measured, measured};
pub use packages::{Shared, share};

use doubts::doubts;
use files::Files;
use fragments::Fragments;
use left_out::leave_out;
use links::{Links, Lookup};
use rendering::Rendering;

pub use left_out::LeftOut;

/// What a run is asked for.
#[derive(Debug, Clone)]
pub struct Request {
    /// The folder that holds `content/`.
    pub source: PathBuf,
    /// The day of the report, where the command line gives one (F1).
    pub as_of: Option<Day>,
    /// The day where nobody gives one (F1).
    pub today: Day,
    /// The day on which the program runs. Warnings may depend on it, the site never does.
    pub now: Day,
    /// Warnings fail, and running activities need their three pillars.
    pub strict: bool,
    /// Which entry of `content/archive.yml` is left out.
    pub left_out: LeftOut,
}

impl Request {
    /// The day of the report (F1).
    fn day(&self, config: &Config) -> Day {
        self.as_of.or(config.as_of).unwrap_or(self.today)
    }
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
    /// Photos and documents are made ready.
    Media,
    /// Pages are laid out.
    LayOut,
    /// Data files are written.
    Data,
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
    /// Who publishes what, by the settings.
    pub identity: Identity,
    /// The absolute address of the site's root, where the settings give one.
    pub url: Option<Box<str>>,
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
    let left_out = leave_out(request, &mut reading);
    let dataset = reading.dataset.take();
    let (Some(dataset), Some(config), Some(theme)) = (dataset, &reading.config, theme) else {
        return Ok(refused(diagnostics));
    };
    let mut found = icons::unknown(&dataset, &theme);
    content::pinpoint(&mut found, &request.source);
    diagnostics.append(&mut found);
    observer.stage(Stage::Measure);
    let links = Links::new(&dataset, config);
    diagnostics.append(&mut doubts(&dataset, config, request));
    let (edition, later) = dataset.cut(request.day(config));
    let figures = progress::measure(&edition, &config.thresholds);
    if request.strict {
        let mut found = strict::missing_pillars(&edition, &figures);
        content::pinpoint(&mut found, &request.source);
        diagnostics.append(&mut found);
    }
    if forbids(&diagnostics, request.strict) {
        return Ok(refused(diagnostics));
    }
    let history = progress::history(&edition, &config.thresholds, &figures);
    observer.stage(Stage::Media);
    let wanted = named::wanted(&edition, config, &reading.media);
    let cache = Cache::of(&request.source, target.is_some());
    let (library, mut found) = media::prepare(wanted, &cache)?;
    content::pinpoint(&mut found, &request.source);
    diagnostics.append(&mut found);
    observer.stage(Stage::LayOut);
    let parts = Parts {
        request,
        reading: &reading,
        links: &links,
        edition: &edition,
        later: &later,
        config,
        figures: &figures,
        history: &history,
        library: &library,
        theme: &theme,
        left_out: left_out.as_deref(),
    };
    let outcome = publish(&parts, target, diagnostics, observer)?;
    let is_published = outcome.done.as_ref().is_some_and(|done| done.published.is_some());
    // An edition of another day names fewer photos than the records do; those of today would have to be made again.
    if is_published && request.as_of.is_none() {
        cache.prune();
    }
    Ok(outcome)
}

/// What the second half of a run works with.
struct Parts<'a> {
    request: &'a Request,
    reading: &'a Reading,
    links: &'a Links,
    edition: &'a Edition,
    later: &'a Later,
    config: &'a Config,
    figures: &'a Figures,
    history: &'a History,
    library: &'a Library,
    theme: &'a Theme,
    left_out: Option<&'a str>,
}

/// Lays out, renders and writes; to nowhere without a target.
fn publish(
    parts: &Parts<'_>,
    target: Option<Target>,
    mut diagnostics: Vec<Diagnostic>,
    observer: &dyn Observer,
) -> Result<Outcome, Failure> {
    let site = Site::new(parts.edition, parts.figures, parts.history, parts.config);
    let plan = site::plan(&site);
    let files = Files::new(parts, &site, &plan);
    diagnostics.extend(addresses::clashes(&plan, &files.names(), &parts.reading.static_files));
    let media = parts.reading.media.iter().map(|file| Cow::Owned(format!("media/{}", file.below)));
    let addresses = files.addresses(&plan).map(Cow::Borrowed).chain(media);
    let Lookup { mut found, later } = parts.links.look_up(&site, parts.later, addresses);
    content::pinpoint(&mut found, &parts.request.source);
    diagnostics.append(&mut found);
    let resolver = Resolver::new(&site, parts.library, later);
    let chrome = site::chrome(&site, &resolver, files.index.manifest());
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
    let path = target.as_ref().map(|target| target.path().to_owned());
    let staging = target.map(Target::stage).transpose()?;
    observer.stage(Stage::Data);
    let open_data = data::write(parts, &site.addresses, staging.as_ref())?;
    observer.stage(Stage::Render);
    observer.pages(plan.len());
    let fragments = Fragments::of(parts.links.all(), &resolver);
    let layout = Layout::new(&site, resolver, open_data);
    let work = Rendering { layout: &layout, renderer: &renderer, fragments, staging: staging.as_ref() };
    let mut found = work.render(&plan, observer)?;
    found.extend(packages::write(parts, &files.packages, staging.as_ref())?);
    content::pinpoint(&mut found, &parts.request.source);
    diagnostics.append(&mut found);
    if forbids(&diagnostics, parts.request.strict) {
        return Ok(refused(diagnostics));
    }
    let published = match (staging, path) {
        (Some(staging), Some(path)) => {
            observer.stage(Stage::Files);
            files.write(&site, &staging)?;
            let content =
                digest::of_content(&content_folder(parts.request), &parts.reading.digests, parts.left_out)?;
            observer.stage(Stage::Publish);
            Some(Published { path, report: staging.finish(head(parts.figures.day, content))? })
        }
        _ => None,
    };
    diagnostics.sort_by(by_place);
    let done = Done {
        day: parts.figures.day,
        pages: plan.len(),
        identity: parts.config.identity.clone(),
        url: parts.config.publication.url.clone(),
        published,
    };
    Ok(Outcome { diagnostics, done: Some(done) })
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

fn head(day: Day, content: Digest) -> Head {
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
