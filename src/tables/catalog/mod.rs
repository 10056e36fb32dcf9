//! The published tables, a file for each group of kinds.
//!
//! A table lists its columns once: what each is and how its cells are filled. Narratives are left to the pages: they are
//! Markdown with links and pictures, and would make most of every file. A new column goes to the end of its table;
//! docs/DATA.md says what else may change. Start reading at `places.rs`.

mod activities;
mod groups;
mod models;
mod parts;
mod places;
mod reviews;
mod series;

pub(super) use groups::ordered;

use super::context::Context;
use super::table::Table;

/// Every table in the order in which they are shown; without a context they are described, and have no rows.
pub(super) fn tables(context: Option<Context<'_>>) -> Vec<Table<'_>> {
    vec![
        places::neighborhoods(context),
        places::domains(context),
        places::agencies(context),
        places::problems(context),
        activities::activities(context),
        parts::milestones(context),
        parts::indicators(context),
        parts::indicator_values(context),
        parts::reschedules(context),
        parts::updates(context),
        parts::evidence(context),
        reviews::visits(context),
        reviews::findings(context),
        reviews::meetings(context),
        reviews::decisions(context),
        models::models(context),
        models::adoptions(context),
        groups::groups(context),
        series::series(context),
    ]
}
