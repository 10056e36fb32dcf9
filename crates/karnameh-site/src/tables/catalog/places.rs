//! Neighborhoods, domains, agencies and the problems that neighborhoods named.

use super::records::records;
use crate::model::{Agency, Domain, Idx, Neighborhood, Problem, RecordKind, key};
use crate::site::Target;
use crate::tables::column::{add_declared, column, declared, declared_within, id, page, sample};
use crate::tables::context::Context;
use crate::tables::table::{Table, TableAbout};

pub(super) fn neighborhoods(context: Option<Context<'_>>) -> Table<'_> {
    type Row = Idx<Neighborhood>;
    let about = TableAbout {
        meaning_fa: "هر ردیف یک محله است. تلفن و رایانامهٔ مدیر در داده‌ها نیست.".into(),
        meaning_en: "One row per neighborhood, without the manager's phone and e-mail address.".into(),
        ..TableAbout::of_kind(RecordKind::Neighborhood)
    };
    let own = declared(Context::record);
    let manager = declared_within(key::Neighborhood::Manager, |c, of: Row| c.record(of).manager.as_ref());
    let location = declared_within(key::Neighborhood::Location, |c, of: Row| c.record(of).location.as_ref());
    let mut columns = vec![
        column(id(), |c, of: Row| (&c.dataset[of].record.id).into()),
        own(key::Neighborhood::Title),
        own(key::Neighborhood::Kind),
        own(key::Neighborhood::County),
        own(key::Neighborhood::City),
        own(key::Neighborhood::District),
        own(key::Neighborhood::Stage),
        own(key::Neighborhood::Since),
        manager(key::Manager::Title).with(|about| about.headed("سمت مدیر")),
        manager(key::Manager::Name).with(|about| about.headed("نام مدیر")),
        manager(key::Manager::Since).with(|about| about.headed("مدیر از")),
        manager(key::Manager::Sample).with(|about| {
            about
                .headed("مدیر نمایشی")
                .means("مدیری که نام برده شده نمایشی است.", "The manager is illustrative.")
        }),
        own(key::Neighborhood::Population).with(|about| about.unit("نفر", "persons")),
        own(key::Neighborhood::Households).with(|about| about.unit("خانوار", "households")),
        location(key::Location::Lat).with(|about| about.alone().unit("درجه", "degrees, WGS 84")),
        location(key::Location::Lon).with(|about| about.alone().unit("درجه", "degrees, WGS 84")),
        own(key::Neighborhood::Goals),
        column(sample(), |c, of| c.dataset[of].record.sample.into()),
        column(page(), |c, of| c.page(Target::Neighborhood(of))),
    ];
    add_declared(&mut columns, &[], own);
    add_declared(&mut columns, &[], manager);
    add_declared(&mut columns, &[], location);
    Table::new(about, context, columns, |c| (0..c.dataset.neighborhoods.len()).map(Idx::new).collect())
}

pub(super) fn domains(context: Option<Context<'_>>) -> Table<'_> {
    let about = TableAbout {
        meaning_fa: "هر ردیف یک حوزهٔ کار است.".into(),
        ..TableAbout::of_kind(RecordKind::Domain)
    };
    records::<Domain>(about, &[key::Domain::Icon], context)
}

pub(super) fn agencies(context: Option<Context<'_>>) -> Table<'_> {
    let about = TableAbout {
        meaning_fa: "هر ردیف یک دستگاه یا نهاد است. راه‌های تماس در صفحهٔ آن است، نه در داده‌ها.".into(),
        meaning_en: "One row per agency. Contact details are on its page, not in the data.".into(),
        ..TableAbout::of_kind(RecordKind::Agency)
    };
    records::<Agency>(about, &[], context)
}

pub(super) fn problems(context: Option<Context<'_>>) -> Table<'_> {
    let about = TableAbout {
        meaning_fa: "هر ردیف مسئله‌ای است که محله‌ای نام برده است.".into(),
        meaning_en: "One row per problem of a neighborhood.".into(),
        ..TableAbout::of_kind(RecordKind::Problem)
    };
    records::<Problem>(about, &[], context)
}
