//! From an edition to a package: what the site publishes of success models as of T.
//!
//! Start reading at [`PackageInputs::package`]. Nothing goes along that the site itself doesn't publish, and what was
//! put together is read back as any receiver would read it before its page is made of it.

use std::collections::BTreeMap;

use super::manifest::{FORMAT, VERSION};
use super::media::Media;
use super::narratives::narratives;
use super::records::Along;
use super::text::Texts;
use super::{
    Contents, FIGURES, Giver, MANIFEST, Manifest, PAGE, Package, PackedFigures, Refusal, STYLE, page,
};
use crate::config::Config;
use crate::content::Written;
use crate::diag::{Diagnostic, MachineError};
use crate::media::{Content, Library};
use crate::model::{Edition, Idx, RecordKind, SuccessModel};
use crate::persian::text::Text;
use crate::progress::Figures;
use crate::render::Theme;

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
    /// What the page inside looks like.
    pub theme: &'a Theme,
}

/// Why a package can't be made.
#[derive(Debug)]
pub enum PackageError {
    /// The machine doesn't give a photo or a document.
    Machine(MachineError),
    /// The theme can't render the page.
    Theme(Box<Diagnostic>),
    /// A receiver would refuse the package.
    Refused(Refusal),
}

impl PackageInputs<'_> {
    /// The package of some models.
    pub fn package(&self, models: &[Idx<SuccessModel>]) -> Result<Package, PackageError> {
        let data = self.dataset;
        let along = Along::new(data, models);
        let media = self.media(models, &along).map_err(PackageError::Machine)?;
        let texts = Texts {
            written: self.written,
            photos: &media.photos,
            documents: &media.documents,
            holds: &|kind, id| along.holds(data, kind, id),
        };
        let mut small_counts = Vec::new();
        let mut files = along.files(data, &texts, &self.config.thresholds, &mut small_counts);
        files.extend(media.files);
        let manifest = self.manifest(models, media.left_out.into_iter().collect(), small_counts);
        files.insert(MANIFEST.to_owned(), manifest.json());
        let activities = along.of_kind(RecordKind::Activity);
        files.insert(FIGURES.to_owned(), PackedFigures::write(data, self.figures, activities));
        let contents = Contents::read(Package { manifest, files }).map_err(PackageError::Refused)?;
        let page = page::view(&contents, &self.config.terms, &self.config.thresholds, &media.sizes);
        let page = self.theme.render_alone("package.html", &page).map_err(PackageError::Theme)?;
        let Package { manifest, mut files } = contents.package;
        files.insert(PAGE.to_owned(), page);
        files.insert(STYLE.to_owned(), self.theme.package_style().to_vec());
        Ok(Package { manifest, files })
    }

    /// The photos and documents of what goes along.
    fn media(&self, models: &[Idx<SuccessModel>], along: &Along) -> Result<Media<'_>, MachineError> {
        let mut media = Media::new(self.library, self.published);
        for text in narratives(self.dataset, models) {
            media.narrative(&text.value)?;
        }
        for at in along.of_kind(RecordKind::Activity) {
            media.activity(&self.dataset.activities[at])?;
        }
        Ok(media)
    }

    fn manifest(
        &self,
        models: &[Idx<SuccessModel>],
        left_out: Vec<String>,
        small_counts: Vec<String>,
    ) -> Manifest {
        let maybe = |text: &Option<Text>| text.as_ref().map(Texts::line);
        let identity = &self.config.identity;
        Manifest {
            format: FORMAT.to_owned(),
            version: VERSION,
            generator: concat!("karnameh ", env!("CARGO_PKG_VERSION")).to_owned(),
            as_of: self.dataset.day(),
            as_of_jalali: self.dataset.day().jalali().to_string(),
            models: models.iter().map(|&idx| self.dataset[idx].record.id.to_string()).collect(),
            from: Giver {
                title: Texts::line(&identity.title),
                province: Texts::line(&identity.province),
                programme: Texts::line(&identity.programme),
                publisher: maybe(&identity.publisher),
                license: maybe(&identity.license),
                url: self.config.publication.url.as_deref().map(str::to_owned),
            },
            left_out,
            small_counts,
        }
    }
}
