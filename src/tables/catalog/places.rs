//! Neighborhoods, domains, agencies and the problems that neighborhoods named.

use crate::model::key;
use crate::model::{Agency, Domain, Idx, Neighborhood, Problem};
use crate::site::Target;
use crate::tables::column::{Kind, add_declared, column, declared, field, id, made, page, sample};
use crate::tables::context::Context;
use crate::tables::table::{Table, TableAbout};

/// Every record of a kind.
fn all<T>(records: &[T]) -> Vec<Idx<T>> {
    (0..records.len()).map(Idx::new).collect()
}

pub(super) fn neighborhoods(context: Option<Context<'_>>) -> Table<'_> {
    type Row = Idx<Neighborhood>;
    let about = TableAbout {
        name: "neighborhoods",
        fa: "محله‌ها",
        meaning_fa: "هر ردیف یک محله است. تلفن و رایانامهٔ مدیر در داده‌ها نیست.",
        meaning_en: "One row per neighborhood, without the manager's phone and e-mail address.",
        key: &["id"],
    };
    let own = declared(Context::record);
    let mut columns = vec![
        column(id(), |c, of: Row| (&c.dataset[of].record.id).into()),
        own(key::Neighborhood::Title),
        own(key::Neighborhood::Kind),
        own(key::Neighborhood::County),
        own(key::Neighborhood::City),
        own(key::Neighborhood::District),
        own(key::Neighborhood::Stage),
        own(key::Neighborhood::Since),
        column(field(key::Manager::Title).called("manager_title", "سمت مدیر"), |c, of| {
            manager(c, of).and_then(|of| of.title.as_ref()).into()
        }),
        column(field(key::Manager::Name).called("manager_name", "نام مدیر"), |c, of| {
            manager(c, of).and_then(|of| of.name.as_ref()).into()
        }),
        column(field(key::Manager::Since).called("manager_since", "مدیر از"), |c, of| {
            manager(c, of).and_then(|of| of.since).into()
        }),
        column(
            made(
                "manager_sample",
                "مدیر نمایشی",
                Kind::Bool,
                "مدیری که نام برده شده نمایشی است.",
                "The manager is illustrative.",
            ),
            |c, of| manager(c, of).map(|of| of.sample).into(),
        ),
        column(field(key::Neighborhood::Population).unit("نفر", "persons"), |c, of| {
            c.dataset[of].population.into()
        }),
        column(field(key::Neighborhood::Households).unit("خانوار", "households"), |c, of| {
            c.dataset[of].households.into()
        }),
        column(field(key::Location::Lat).maybe().unit("درجه", "degrees, WGS 84"), |c, of| {
            c.dataset[of].location.map(|at| at.lat).into()
        }),
        column(field(key::Location::Lon).maybe().unit("درجه", "degrees, WGS 84"), |c, of| {
            c.dataset[of].location.map(|at| at.lon).into()
        }),
        own(key::Neighborhood::Goals),
        column(sample(), |c, of| c.dataset[of].record.sample.into()),
        column(page(), |c, of| c.page(Target::Neighborhood(of))),
    ];
    add_declared(&mut columns, &[], Context::record);
    Table::new(about, context, columns, |c| all(&c.dataset.neighborhoods))
}

fn manager<'a>(c: &Context<'a>, of: Idx<Neighborhood>) -> Option<&'a crate::model::Manager> {
    c.dataset[of].manager.as_ref()
}

pub(super) fn domains(context: Option<Context<'_>>) -> Table<'_> {
    type Row = Idx<Domain>;
    let about = TableAbout {
        name: "domains",
        fa: "حوزه‌ها",
        meaning_fa: "هر ردیف یک حوزهٔ کار است.",
        meaning_en: "One row per domain.",
        key: &["id"],
    };
    let own = declared(Context::record);
    let mut columns = vec![
        column(id(), |c, of: Row| (&c.dataset[of].record.id).into()),
        own(key::Domain::Title),
        own(key::Domain::Summary),
        own(key::Domain::Order),
        column(sample(), |c, of| c.dataset[of].record.sample.into()),
        column(page(), |c, of| c.page(Target::Domain(of))),
    ];
    add_declared(&mut columns, &[key::Domain::Icon], Context::record);
    Table::new(about, context, columns, |c| all(&c.dataset.domains))
}

pub(super) fn agencies(context: Option<Context<'_>>) -> Table<'_> {
    type Row = Idx<Agency>;
    let about = TableAbout {
        name: "agencies",
        fa: "دستگاه‌ها",
        meaning_fa: "هر ردیف یک دستگاه یا نهاد است. راه‌های تماس در صفحهٔ آن است، نه در داده‌ها.",
        meaning_en: "One row per agency. Contact details are on its page, not in the data.",
        key: &["id"],
    };
    let own = declared(Context::record);
    let mut columns = vec![
        column(id(), |c, of: Row| (&c.dataset[of].record.id).into()),
        own(key::Agency::Title),
        own(key::Agency::Kind),
        own(key::Agency::Url),
        column(sample(), |c, of| c.dataset[of].record.sample.into()),
        column(page(), |c, of| c.page(Target::Agency(of))),
    ];
    add_declared(&mut columns, &[], Context::record);
    Table::new(about, context, columns, |c| all(&c.dataset.agencies))
}

pub(super) fn problems(context: Option<Context<'_>>) -> Table<'_> {
    type Row = Idx<Problem>;
    let about = TableAbout {
        name: "problems",
        fa: "مسئله‌ها",
        meaning_fa: "هر ردیف مسئله‌ای است که محله‌ای نام برده است.",
        meaning_en: "One row per problem of a neighborhood.",
        key: &["id"],
    };
    let own = declared(Context::record);
    let mut columns = vec![
        column(id(), |c, of: Row| (&c.dataset[of].record.id).into()),
        own(key::Problem::Title),
        own(key::Problem::Neighborhood),
        own(key::Problem::Domain),
        own(key::Problem::Rank),
        own(key::Problem::Source),
        own(key::Problem::Registered),
        own(key::Problem::Solved),
        column(sample(), |c, of| c.dataset[of].record.sample.into()),
        column(page(), |c, of| c.addresses.problem(of).into()),
    ];
    add_declared(&mut columns, &[], Context::record);
    Table::new(about, context, columns, |c| all(&c.dataset.problems))
}
