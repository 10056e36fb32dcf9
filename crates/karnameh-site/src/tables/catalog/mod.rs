//! The published tables, a file for each group of kinds.
//!
//! A kind of record has the table of its fields (`records.rs`) if it has none of its own. A table lists its columns once: what each is and how its cells are filled. Narratives are left to the pages: they are
//! Markdown with links and pictures, and would make most of every file. A new column goes to the end of its table;
//! docs/DATA.md says what else may change. Start reading at `places.rs`.

mod activities;
mod groups;
mod models;
mod parts;
mod places;
mod records;
mod reviews;
mod series;

use super::context::Context;
use super::table::Table;

/// Every table in the order in which they are shown; without a context they are described, and have no rows.
pub(super) fn tables(context: Option<Context<'_>>) -> Vec<Table<'_>> {
    let mut tables = vec![
        places::neighborhoods(context),
        places::domains(context),
        places::agencies(context),
        places::problems(context),
        activities::activities(context),
        parts::milestones(context),
        parts::indicators(context),
        parts::indicator_values(context),
        parts::reschedules(context),
        parts::handovers(context),
        parts::updates(context),
        parts::evidence(context),
        reviews::visits(context),
        reviews::findings(context),
        reviews::meetings(context),
        reviews::decisions(context),
        models::models(context),
        models::adoptions(context),
    ];
    tables.extend(records::of_other_kinds(&tables, context));
    tables.extend([groups::groups(context), series::series(context)]);
    tables
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::tables;
    use crate::fields::{Disclosure, Field, Kind};
    use crate::model::RecordKind;
    use crate::model::own_fields;
    use crate::tables::column::{self, About};

    /// Fields of one line that no table shows, each with its reason.
    const LEFT_OUT: &[&str] = &[
        // The day of the report decides what holds; the figures say it.
        "status_since",
        "measure",
        // Its column has the id of the meeting too.
        "decisions.id",
        // A name of the theme.
        "icon",
        // An order to the program.
        "evidence.original",
        // Which package a model came in is of use to `adopt` alone.
        "origin.date",
        "origin.digest",
    ];

    /// The fields of a table of fields, and of the maps in it, that fit a cell.
    fn lines(prefix: &str, fields: &'static [Field], out: &mut Vec<(String, &'static Field)>) {
        for field in fields {
            let path = format!("{prefix}{}", field.en);
            match &field.kind {
                Kind::Map(inner) | Kind::List(Kind::Map(inner)) => lines(&format!("{path}."), inner, out),
                Kind::Prose
                | Kind::List(Kind::Prose | Kind::Photo | Kind::DecisionRef)
                | Kind::DecisionRef
                | Kind::Photo
                | Kind::MediaFile
                | Kind::BoundaryFile
                | Kind::Phone
                | Kind::Email => {}
                _ => out.push((path, field)),
            }
        }
    }

    #[test]
    fn every_field_of_a_record_and_of_its_parts_is_in_some_table() {
        let tables = tables(None);
        let columns = || tables.iter().flat_map(|table| &table.columns);
        let mut declared = Vec::new();
        for &kind in RecordKind::ALL {
            // Reports stand in the table of updates with the fields of their own part; pages are narratives.
            if !matches!(kind, RecordKind::Update | RecordKind::Page) {
                lines("", own_fields(kind), &mut declared);
            }
        }
        let shown = |field: &'static Field| columns().any(|column| column.field == Some(field));
        let missing: Vec<_> = declared
            .iter()
            .filter(|(path, field)| !shown(field) && !LEFT_OUT.contains(&&**path))
            .map(|(path, _)| path)
            .collect();
        assert!(missing.is_empty(), "no table has {missing:?}");
    }

    #[test]
    fn columns_of_a_table_have_names_of_their_own() {
        for table in tables(None) {
            let names: HashSet<_> = table.columns.iter().map(About::name).collect();
            let heads: HashSet<_> = table.columns.iter().map(About::fa).collect();
            assert_eq!(
                (names.len(), heads.len()),
                (table.columns.len(), table.columns.len()),
                "{}",
                table.name()
            );
        }
    }

    #[test]
    fn counts_of_people_are_masked_by_their_declaration() {
        let tables = tables(None);
        let people = tables
            .iter()
            .flat_map(|table| &table.columns)
            .filter(|column| column.field.is_some_and(|field| field.disclosure == Disclosure::People));
        let kinds: Vec<_> = people.map(|column| (column.name().into_owned(), column.kind)).collect();
        assert!(!kinds.is_empty());
        assert!(kinds.iter().all(|(_, kind)| *kind == column::Kind::People), "{kinds:?}");
    }
}
