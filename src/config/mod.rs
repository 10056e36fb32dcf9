//! `site.yml`, read once and split into small structs, one for each stage that needs a part.

mod read;
mod settings;

pub use settings::{Identity, Publication, Term, Terms, Thresholds};

use crate::persian::Day;

/// Everything that `site.yml` says.
#[derive(Debug, Clone)]
pub struct Config {
    /// Who publishes what: shown on every page.
    pub identity: Identity,
    /// How the site is published: address, theme, accent, logo.
    pub publication: Publication,
    /// What the province calls its things.
    pub terms: Terms,
    /// The thresholds of the figures.
    pub thresholds: Thresholds,
    /// `as_of`, where given (F1).
    pub as_of: Option<Day>,
}
