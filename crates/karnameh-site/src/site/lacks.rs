//! What the reporting on an activity may lack, told by one rule wherever it is told.

use crate::config::Terms;
use crate::model::{Activity, Idx, RecordKind};
use crate::progress::State;

use super::Site;
use super::words::{self, whole};

/// Something that the reporting on a running activity should have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Lack {
    /// Nothing was ever reported.
    Report,
    /// The last report is old (F17).
    Fresh,
    /// Start or due is missing (F18).
    Schedule,
    /// No agency leads it.
    Lead,
    /// No one in it is responsible.
    Responsible,
    /// An indicator has no baseline or no target.
    Indicator,
    /// No visit saw it within the supervision days (F22).
    Visit,
}

impl Lack {
    /// All of them, in the order in which pages tell them.
    pub(super) const ALL: [Self; 7] = [
        Self::Report,
        Self::Fresh,
        Self::Schedule,
        Self::Lead,
        Self::Responsible,
        Self::Indicator,
        Self::Visit,
    ];

    /// One or two words, for the head of a column.
    pub(super) fn short(self, terms: &Terms) -> String {
        match self {
            Self::Report => RecordKind::Update.fa().to_owned(),
            Self::Fresh => "گزارش تازه".to_owned(),
            Self::Schedule => "زمان‌بندی".to_owned(),
            Self::Lead => words::lead(terms),
            Self::Responsible => "فرد مسئول".to_owned(),
            Self::Indicator => "پایه یا هدف شاخص".to_owned(),
            Self::Visit => RecordKind::Visit.fa().to_owned(),
        }
    }
}

/// «بدون گزارش», «گزارش قدیمی، بیش از ۳۰ روز»
pub(super) fn title(site: &Site<'_>, lack: Lack) -> String {
    let days = |days: i32| whole(usize::try_from(days).unwrap_or_default());
    let thresholds = &site.config.thresholds;
    match lack {
        Lack::Report => State::Unreported.fa().to_owned(),
        Lack::Fresh => format!("گزارش قدیمی، بیش از {} روز", days(thresholds.stale_days)),
        Lack::Schedule => State::Unscheduled.fa().to_owned(),
        Lack::Lead => format!("بدون {} مسئول", site.config.terms.agency.one),
        Lack::Responsible => "بدون فرد مسئول".to_owned(),
        Lack::Indicator => "شاخص بدون مقدار پایه یا هدف".to_owned(),
        Lack::Visit => format!("بدون بازدید در {} روز", days(thresholds.supervision_days)),
    }
}

/// Whether an activity is running and lacks something.
pub(super) fn lacks(site: &Site<'_>, activity: Idx<Activity>, lack: Lack) -> bool {
    let of = &site.figures[activity];
    let record = &site.dataset[activity];
    of.running
        && match lack {
            Lack::Report => of.last_report.is_none(),
            Lack::Fresh => of.stale && of.last_report.is_some(),
            Lack::Schedule => !of.pillars.schedule,
            Lack::Lead => record.lead.is_none(),
            Lack::Responsible => record.responsible.is_none(),
            Lack::Indicator => {
                record.indicators.iter().any(|of| of.baseline.is_none() || of.target.is_none())
            }
            Lack::Visit => of
                .last_finding
                .is_none_or(|last| site.figures.day.since(last) > site.config.thresholds.supervision_days),
        }
}
