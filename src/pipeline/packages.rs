//! Packages of success models: a build writes one for each model, `share` asks for one of some.
//!
//! Start reading at [`share`].

use rayon::prelude::*;

use super::{Failure, Observer, Parts, Request, Stage, find_content, load_theme, named};
use crate::content::{self, Written};
use crate::diag::{Diagnostic, Severity, by_place};
use crate::fields::closest;
use crate::media::{self, Cache};
use crate::model::{Edition, Idx, SuccessModel};
use crate::output::Stage as Staging;
use crate::package::{Package, PackageError, PackageInputs, narratives};
use crate::persian::text::fold_key;
use crate::progress;
use crate::site::Addresses;

/// What sharing gave, where the machine did its part.
#[derive(Debug)]
pub struct Shared {
    /// Everything that was found, by place.
    pub diagnostics: Vec<Diagnostic>,
    /// The package; `None` where the content has errors.
    pub package: Option<Package>,
}

/// Makes the package of some models, named by id, title or alias, in the order in which they are named.
pub fn share(request: &Request, models: &[String], observer: &dyn Observer) -> Result<Shared, Failure> {
    find_content(request)?;
    observer.stage(Stage::Read);
    let reading = content::read(&request.source)?;
    let mut diagnostics = reading.diagnostics;
    let (Some(dataset), Some(config)) = (reading.dataset, reading.config) else {
        return Ok(Shared { diagnostics, package: None });
    };
    let day = request.day(&config);
    let (dataset, _) = dataset.cut(day);
    let mut chosen = Vec::new();
    for name in models {
        let idx = find(&dataset, name)?;
        if !chosen.contains(&idx) {
            chosen.push(idx);
        }
    }
    observer.stage(Stage::Measure);
    let figures = progress::measure(&dataset, &config.thresholds);
    observer.stage(Stage::Files);
    let texts = narratives(&dataset, &chosen);
    let written = Written::of(texts.iter().map(|text| &text.at), &request.source)?;
    let wanted = named::of_models(&dataset, &chosen, &reading.media);
    let (library, mut found) = media::prepare(wanted, &Cache::of(&request.source, true))?;
    content::pinpoint(&mut found, &request.source);
    diagnostics.append(&mut found);
    diagnostics.sort_by(by_place);
    if diagnostics.iter().any(|found| found.severity() == Severity::Error) {
        return Ok(Shared { diagnostics, package: None });
    }
    let theme = load_theme(&config, request, &mut diagnostics);
    let inputs = PackageInputs {
        dataset: &dataset,
        figures: &figures,
        config: &config,
        written: &written,
        library: &library,
        published: &library.files(),
        theme: &theme,
    };
    let package = match inputs.package(&chosen) {
        Ok(package) => Some(package),
        Err(PackageError::Theme(found)) => {
            diagnostics.push(*found);
            None
        }
        Err(PackageError::Machine(error)) => return Err(error.into()),
        Err(PackageError::Refused(refusal)) => return Err(Failure::Package(refusal)),
    };
    Ok(Shared { diagnostics, package })
}

fn find(dataset: &Edition, name: &str) -> Result<Idx<SuccessModel>, Failure> {
    let models = &dataset.models;
    let by_id = models.iter().position(|of| *of.record.id == *name);
    let folded = fold_key(name);
    let is_called = |of: &SuccessModel| {
        let aliases = of.record.aliases.iter().map(|alias| &**alias);
        std::iter::once(of.record.title.typed()).chain(aliases).any(|name| fold_key(name) == folded)
    };
    if let Some(at) = by_id.or_else(|| models.iter().position(is_called)) {
        return Ok(Idx::new(at));
    }
    let near = closest(name, models.iter().map(|of| &*of.record.id));
    Err(Failure::NoModel { name: name.to_owned(), near: near.map(str::to_owned) })
}

/// Every model with the address of its package.
pub(super) fn addresses(dataset: &Edition, addresses: &Addresses<'_>) -> Vec<(String, Idx<SuccessModel>)> {
    (0..dataset.models.len()).map(Idx::new).map(|idx| (addresses.package(idx), idx)).collect()
}

/// Makes the package of every model and writes it into the site, to nowhere if there is none; returns what the theme can't
/// render.
pub(super) fn write(
    parts: &Parts<'_>,
    packages: &[(String, Idx<SuccessModel>)],
    staging: Option<&Staging>,
) -> Result<Vec<Diagnostic>, Failure> {
    let models: Vec<_> = packages.iter().map(|(_, idx)| *idx).collect();
    let Parts { edition: dataset, figures, config, library, theme, .. } = *parts;
    let texts = narratives(dataset, &models);
    let written = Written::of(texts.iter().map(|text| &text.at), &parts.request.source)?;
    let published = &library.files();
    let inputs = PackageInputs { dataset, figures, config, written: &written, library, published, theme };
    let results: Vec<Result<Option<Diagnostic>, Failure>> = packages
        .par_iter()
        .map(|(address, idx)| match inputs.package(&[*idx]) {
            Ok(package) => {
                if let Some(staging) = staging {
                    staging.write(address, &package.pack())?;
                }
                Ok(None)
            }
            Err(PackageError::Theme(found)) => Ok(Some(*found)),
            Err(PackageError::Machine(error)) => Err(error.into()),
            Err(PackageError::Refused(refusal)) => Err(Failure::Package(refusal)),
        })
        .collect();
    let mut found = Vec::new();
    for result in results {
        found.extend(result?);
    }
    // Every package has the same page, and a fault of its template is reported once.
    found.truncate(1);
    Ok(found)
}
