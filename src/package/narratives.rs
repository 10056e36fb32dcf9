//! The narratives that go along with some models, in one list for all who need them: whoever reads their Markdown again,
//! makes the photos that they show ready, or takes those along.

use crate::model::{Edition, Idx, Prose, SuccessModel};

/// The texts of some models and of the activities on which they stand.
pub fn narratives<'a>(dataset: &'a Edition, models: &[Idx<SuccessModel>]) -> Vec<&'a Prose> {
    let mut proses = Vec::new();
    for &idx in models {
        let of = &dataset[idx];
        proses.extend([&of.problem, &of.approach]);
        proses.extend(of.steps.iter().chain(&of.conditions).chain(&of.lessons));
        proses.extend(of.contact.iter().chain(&of.record.body));
        for activity in of.results.iter().map(|&idx| &dataset[idx]) {
            proses.extend(&activity.record.body);
            proses.extend(activity.updates.iter().filter_map(|update| update.text.as_ref()));
        }
    }
    proses
}
