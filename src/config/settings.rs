//! The parts of `site.yml`, each for one stage.

use crate::diag::Placed;
use crate::persian::text::Text;

/// What every page says of its publisher.
#[derive(Debug, Clone)]
pub struct Identity {
    /// عنوان
    pub title: Text,
    /// استان
    pub province: Text,
    /// برنامه, default «طرح محله‌محوری»
    pub programme: Text,
    /// شعار
    pub tagline: Option<Text>,
    /// شرح
    pub description: Option<Placed<Box<str>>>,
    /// ناشر
    pub publisher: Option<Text>,
    /// مرجع, default the publisher
    pub authority: Option<Text>,
    /// امضاها
    pub signatures: Vec<Text>,
    /// تماس
    pub contact: Option<Placed<Box<str>>>,
    /// شماره
    pub number: Option<Text>,
    /// ویرایش
    pub edition: Option<Text>,
    /// مجوز
    pub license: Option<Text>,
    /// پانوشت
    pub footer: Option<Placed<Box<str>>>,
}

/// How the site is published.
#[derive(Debug, Clone)]
pub struct Publication {
    /// The absolute address of the site's root, without a trailing slash.
    pub url: Option<Box<str>>,
    /// The name of a folder under `themes/`, default `default`.
    pub theme: Box<str>,
    /// The accent color, red, green and blue.
    pub accent: Option<[u8; 3]>,
    /// A file below `content/media/`.
    pub logo: Option<Box<str>>,
}

/// A thing's name in its three forms.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// مفرد: «محله»
    pub one: Box<str>,
    /// جمع: «محله‌ها»
    pub many: Box<str>,
    /// مضاف: «محلهٔ»
    pub of: Box<str>,
}

/// What the province calls its things.
#[derive(Debug, Clone)]
pub struct Terms {
    /// محله
    pub neighborhood: Term,
    /// حوزه
    pub domain: Term,
    /// فعالیت
    pub activity: Term,
    /// دستگاه
    pub agency: Term,
    /// مدیر
    pub manager: Term,
    /// جلسه
    pub meeting: Term,
    /// الگو
    pub model: Term,
}

/// The thresholds of the figures, with the defaults of figures.md.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Thresholds {
    /// Points of percent by which progress may differ from the plan (F12, F16), 0–100.
    pub tolerance: f64,
    /// Days for which a finding counts as supervision (F22), at least 1.
    pub supervision_days: i32,
    /// Days after which a running activity without a report is stale (F17), at least 1.
    pub stale_days: i32,
    /// Percent of coverage below which a comparison doesn't sort by a figure (F21), 0–100.
    pub coverage_floor: f64,
    /// Beneficiary figures from 1 to below this are masked (F29).
    pub small_group: u64,
}

impl Default for Thresholds {
    fn default() -> Self {
        Self { tolerance: 15.0, supervision_days: 90, stale_days: 30, coverage_floor: 50.0, small_group: 5 }
    }
}
