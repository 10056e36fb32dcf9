//! The narratives that go along with some models, in one list for all who need them: whoever reads their Markdown again,
//! makes the photos that they show ready, or takes those along.

use crate::model::{Dataset, Idx, Prose, SuccessModel};
use crate::progress::Figures;

/// The texts of some models and of the activities on which they stand, those that exist on the day of the figures (F2).
pub fn narratives<'a>(
    dataset: &'a Dataset,
    figures: &Figures,
    models: &[Idx<SuccessModel>],
) -> Vec<&'a Prose> {
    let mut proses = Vec::new();
    for &idx in models {
        let of = &dataset[idx];
        proses.extend([&of.problem, &of.approach]);
        proses.extend(of.steps.iter().chain(&of.conditions).chain(&of.lessons));
        proses.extend(of.contact.iter().chain(&of.record.body));
        for activity in of.results.iter().filter(|&&idx| figures.get(idx).is_some()).map(|&idx| &dataset[idx])
        {
            let known = activity.updates.iter().filter(|update| update.date <= figures.day);
            proses.extend(&activity.record.body);
            proses.extend(known.filter_map(|update| update.text.as_ref()));
        }
    }
    proses
}
