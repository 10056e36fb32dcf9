//! The files beside pages and data: feeds, the index of the search, the theme's files, media, `content/static/`.

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::content::SourceFile;
use crate::feeds;
use crate::media::Content;
use crate::model::{Idx, SuccessModel};
use crate::output::{OutputError, Stage as Staging};
use crate::render::Theme;
use crate::search::Index;
use crate::site::agenda::agenda;
use crate::site::news::news;
use crate::site::{self, CALENDAR, FEED, Planned, Site};
use crate::tables::{self, PROGRESS, Package};

use super::{Parts, packages};

/// The files beside the pages.
pub(super) struct Files<'a> {
    /// The addresses of tables, of their description and of the figures.
    data: Vec<String>,
    /// The feeds' addresses but for the calendar's, with their bytes where they don't ask for the site's views.
    lists: Vec<(String, Vec<u8>)>,
    has_feed: bool,
    /// The packages of the models, which are made when they are written.
    pub(super) packages: Vec<(String, Idx<SuccessModel>)>,
    pub(super) index: Index,
    theme: &'a Theme,
    media: BTreeMap<&'a str, &'a Content>,
    statics: &'a [SourceFile],
}

impl<'a> Files<'a> {
    /// What will stand beside the pages of `plan`.
    pub(super) fn new(parts: &Parts<'a>, site: &Site<'_>, plan: &[Planned]) -> Self {
        let url = parts.config.publication.url.as_deref();
        let mut data = tables::addresses();
        data.extend([PROGRESS.to_owned(), Package::ADDRESS.to_owned()]);
        Self {
            data,
            lists: url.map(|url| lists(url, plan)).unwrap_or_default(),
            has_feed: url.is_some(),
            packages: packages::addresses(parts.edition, &site.addresses),
            index: Index::new(&site::facets(site), site::search_entries(site)),
            theme: parts.theme,
            media: parts.library.files(),
            statics: &parts.reading.static_files,
        }
    }

    /// The addresses that are ours beside the pages.
    pub(super) fn names(&self) -> Vec<&str> {
        let data = self.data.iter().map(String::as_str);
        let lists = self.lists.iter().map(|(name, _)| &**name);
        let feeds = std::iter::once(CALENDAR).chain(self.has_feed.then_some(FEED));
        let index = self.index.files().iter().map(|file| &*file.address);
        let assets = self.theme.assets().iter().map(|asset| &*asset.address);
        let packages = self.packages.iter().map(|(address, _)| &**address);
        data.chain(lists)
            .chain(feeds)
            .chain(packages)
            .chain(index)
            .chain(assets)
            .chain(self.media.keys().copied())
            .collect()
    }

    /// Every address of the site that a text may lead to.
    pub(super) fn addresses<'p>(&'p self, plan: &'p [Planned]) -> impl Iterator<Item = &'p str> {
        let pages = plan.iter().map(|planned| planned.address.as_str());
        pages.chain(self.names()).chain(self.statics.iter().map(|file| &*file.below))
    }

    /// Writes them.
    pub(super) fn write(&self, site: &Site<'_>, staging: &Staging) -> Result<(), OutputError> {
        staging.write(CALENDAR, &feeds::calendar(&agenda(site)))?;
        if let Some(news) = news(site) {
            staging.write(FEED, &feeds::atom(&news))?;
        }
        for (name, bytes) in &self.lists {
            staging.write(name, bytes)?;
        }
        for file in self.index.files() {
            staging.write(&file.address, &file.bytes)?;
        }
        for asset in self.theme.assets() {
            staging.write(&asset.address, &asset.bytes)?;
        }
        self.media.par_iter().try_for_each(|(address, content)| match content {
            Content::File(path) => staging.copy(address, path),
            Content::Bytes(bytes) => staging.write(address, bytes).map(drop),
            // A check has no stage.
            Content::Dropped => Ok(()),
        })?;
        self.statics.par_iter().try_for_each(|file| staging.copy(&file.below, &file.path))
    }
}

/// What search engines are told: every page but the one that is served for unknown addresses.
fn lists(url: &str, plan: &[Planned]) -> Vec<(String, Vec<u8>)> {
    let pages = plan.iter().map(|planned| planned.address.as_str()).filter(|address| *address != "404.html");
    let mut lists = feeds::sitemap(url, pages);
    lists.push((feeds::ROBOTS.to_owned(), feeds::robots(url)));
    lists
}
