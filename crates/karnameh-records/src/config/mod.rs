//! The settings in `site.yml`, split into small structs, each for the stages that need it.

mod read;
mod settings;
mod site;

pub use site::SiteRow;

pub use settings::{Identity, Publication, Term, Terms, Thresholds};

use crate::persian::Day;
#[derive(Debug, Clone)]
pub struct Config {
    /// Title, publisher and other information on every page.
    pub identity: Identity,
    /// URL, theme, accent color and logo.
    pub publication: Publication,
    /// The province's words for neighborhoods, activities and so on.
    pub terms: Terms,
    pub thresholds: Thresholds,
    /// The report's day, if `as_of` sets it (F1 in docs/FIGURES.md).
    pub as_of: Option<Day>,
}

/// The keys of the fields of `site.yml`.
pub mod key {
    pub use super::site::{
        SiteRowKey as Site, TermRowKey as Term, TermsRowKey as Terms, ThresholdsRowKey as Thresholds,
    };
}
