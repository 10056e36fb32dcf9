//! Icons of domains that the theme does not have: their place on the pages would stay empty.

use crate::diag::codes::values::UNKNOWN_ICON;
use crate::diag::{Diagnostic, Message};
use crate::fields::closest;
use crate::model::Dataset;
use crate::render::Theme;

/// The findings about domains whose icon is none of the theme's, each at its record.
pub(super) fn unknown(dataset: &Dataset, theme: &Theme) -> Vec<Diagnostic> {
    let known: Vec<&str> = theme.icons().collect();
    let finding = |icon: &str| {
        let (near_fa, near_en) = closest(icon, known.iter().copied()).map_or_else(Default::default, |near| {
            (format!("شاید «{near}»؟ "), format!("Did you mean `{near}`? "))
        });
        Message::new(
            format!("پوسته نمادی به نام «{icon}» ندارد."),
            format!("The theme has no icon `{icon}`."),
        )
        .hint(
            format!("{near_fa}نمادها این‌ها هستند: {}.", known.join("، ")),
            format!("{near_en}The icons are: {}.", known.join(", ")),
        )
    };
    let icons = dataset.domains.iter().filter_map(|domain| Some((domain, domain.icon.as_deref()?)));
    icons
        .filter(|(_, icon)| !known.contains(icon))
        .map(|(domain, icon)| {
            Diagnostic::with_message(UNKNOWN_ICON, domain.record.at.clone(), finding(icon)).field("icon")
        })
        .collect()
}
