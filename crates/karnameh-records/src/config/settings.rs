//! The settings as structs, one for each stage.

use crate::diag::Placed;
use crate::persian::text::Text;

/// Information about the publisher, shown on every page.
#[derive(Debug, Clone)]
pub struct Identity {
    pub title: Text,
    pub province: Text,
    /// Defaults to «طرح محله‌محوری».
    pub programme: Text,
    pub tagline: Option<Text>,
    pub description: Option<Placed<Box<str>>>,
    pub publisher: Option<Text>,
    /// Defaults to the publisher.
    pub authority: Option<Text>,
    pub signatures: Vec<Text>,
    pub contact: Option<Placed<Box<str>>>,
    /// The registration number of the report.
    pub number: Option<Text>,
    pub edition: Option<Text>,
    pub license: Option<Text>,
    pub footer: Option<Placed<Box<str>>>,
}

#[derive(Debug, Clone)]
pub struct Publication {
    /// The absolute URL of the site's root, without a trailing slash.
    pub url: Option<Box<str>>,
    /// The name of a folder below `themes/`; `default` is built in.
    pub theme: Box<str>,
    /// Red, green and blue.
    pub accent: Option<[u8; 3]>,
    /// The name of a file below `content/media/`.
    pub logo: Option<Box<str>>,
}

/// A word in its three forms.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// Singular: «محله».
    pub one: Box<str>,
    /// Plural: «محله‌ها».
    pub many: Box<str>,
    /// Ezafe form, before a name: «محلهٔ».
    pub of: Box<str>,
}

/// The province's words for the things in a report.
#[derive(Debug, Clone)]
pub struct Terms {
    pub neighborhood: Term,
    pub domain: Term,
    pub activity: Term,
    pub agency: Term,
    pub manager: Term,
    pub meeting: Term,
    pub model: Term,
}

/// The thresholds of the figures, with the defaults in docs/FIGURES.md.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Thresholds {
    /// The allowed difference between progress and plan, in percentage points (F12, F16), 0–100.
    pub tolerance: f64,
    /// How many days an activity counts as supervised after a finding (F22), at least 1.
    pub supervision_days: i32,
    /// After how many days without a report a running activity counts as stale (F17), at least 1.
    pub stale_days: i32,
    /// The coverage, in percent, below which comparisons do not sort by a figure (F21), 0–100.
    pub coverage_floor: f64,
    /// Numbers of beneficiaries from 1 up to, but not including, this one are masked (F29).
    pub small_group: u64,
}

impl Default for Thresholds {
    fn default() -> Self {
        Self { tolerance: 15.0, supervision_days: 90, stale_days: 30, coverage_floor: 50.0, small_group: 5 }
    }
}
