//! The tables that show the records of a kind as they are declared: a row for each record, a column for each field.
//! Every kind has such a table, unless another file of this folder makes one by hand.

use crate::model::{Dataset, Idx, KindVisitor, Listed, RecordKind};
use crate::tables::column::{add_declared, column, declared, id, page, sample};
use crate::tables::context::Context;
use crate::tables::table::{Table, TableAbout};

/// The kinds that are published in another way.
const LEFT_OUT: [RecordKind; 1] = [
    // A page is a text, which only the page itself can show.
    RecordKind::Page,
];

/// The table of a kind, without the columns of some fields.
pub(super) fn records<'a, R: Listed + 'static>(
    about: TableAbout,
    left_out: &[R::Key],
    context: Option<Context<'a>>,
) -> Table<'a> {
    let mut columns = vec![column(id(), |c, of: Idx<R>| (&c.record(of).head().id).into())];
    add_declared(&mut columns, left_out, declared(Context::record));
    columns.push(column(sample(), |c, of| c.record(of).head().sample.into()));
    columns.push(column(page(), |c, of| c.addresses.record(R::KIND, of.get()).into()));
    let all = |c: Context<'a>| {
        let count = R::list(c.dataset).len();
        (0..count).map(Idx::new).collect()
    };
    Table::new(about, context, columns, all)
}

/// The tables of the kinds that have none among `others`.
pub(super) fn of_other_kinds<'a>(others: &[Table<'a>], context: Option<Context<'a>>) -> Vec<Table<'a>> {
    let mut tables = OtherTables { others, context, tables: Vec::new() };
    Dataset::each_kind(&mut tables);
    tables.tables
}

struct OtherTables<'o, 'a> {
    others: &'o [Table<'a>],
    context: Option<Context<'a>>,
    tables: Vec<Table<'a>>,
}

impl KindVisitor for OtherTables<'_, '_> {
    fn kind<R: Listed + 'static>(&mut self) {
        let about = TableAbout::of_kind(R::KIND);
        let is_there = self.others.iter().any(|table| table.name() == about.name);
        if !is_there && !LEFT_OUT.contains(&R::KIND) {
            self.tables.push(records::<R>(about, &[], self.context));
        }
    }
}
