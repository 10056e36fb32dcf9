//! Success models and where they were adopted.

use crate::model::{Adoption, Idx, RecordKind, SuccessModel, key};
use crate::site::Target;
use crate::tables::column::{
    About, Kind, add_declared, column, declared, declared_within, id, made, page, position, sample,
};
use crate::tables::context::Context;
use crate::tables::table::{Table, TableAbout};

pub(super) fn models(context: Option<Context<'_>>) -> Table<'_> {
    type Row = Idx<SuccessModel>;
    let about = TableAbout {
        name: "models",
        fa: "الگوهای موفق",
        meaning_fa: "هر ردیف یک تجربهٔ موفق است؛ گام‌ها، شرایط و درس‌های آن در صفحهٔ آن است.".into(),
        meaning_en: "One row per success model; its steps, conditions and lessons are on its page.".into(),
        key: &["id"],
    };
    let own = declared(Context::record);
    let origin = declared_within(key::SuccessModel::Origin, |c, of: Row| c.record(of).origin.as_ref());
    let mut columns = vec![
        column(id(), |c, of: Row| (&c.dataset[of].record.id).into()),
        own(key::SuccessModel::Title),
        own(key::SuccessModel::Neighborhood),
        own(key::SuccessModel::Domain),
        own(key::SuccessModel::Problem),
        own(key::SuccessModel::Approach),
        own(key::SuccessModel::Cost),
        own(key::SuccessModel::Results),
        own(key::SuccessModel::License),
        origin(key::Origin::Province).with(|about| about.headed("استان خاستگاه")),
        origin(key::Origin::Url).with(|about| about.headed("نشانی خاستگاه")),
        column(sample(), |c, of| c.dataset[of].record.sample.into()),
        column(page(), |c, of| c.page(Target::Model(of))),
    ];
    add_declared(&mut columns, &[], own);
    // Which package it came in is of use to `adopt` alone.
    add_declared(&mut columns, &[key::Origin::Date, key::Origin::Digest], origin);
    Table::new(about, context, columns, |c| (0..c.dataset.models.len()).map(Idx::new).collect())
}

pub(super) fn adoptions(context: Option<Context<'_>>) -> Table<'_> {
    type Row<'a> = (Idx<SuccessModel>, usize, &'a Adoption);
    const MODEL: About =
        made("model", RecordKind::Model.fa(), Kind::Id, "الگو.", "The model.").refers("models").always();
    let about = TableAbout {
        name: "adoptions",
        fa: "به‌کارگیری الگوها",
        meaning_fa: "هر ردیف جایی است که یک الگو را تا تاریخ گزارش به کار گرفته است.".into(),
        meaning_en: "One row per place that adopted a model by the report's day.".into(),
        key: &["model", "position"],
    };
    let own = declared(|_, (.., adoption): Row<'_>| adoption);
    let mut columns = vec![
        column(MODEL, |c, (of, ..): Row<'_>| (&c.dataset[of].record.id).into()),
        column(position(), |_, (_, place, _)| (place + 1).into()),
        own(key::Adoption::Place),
        own(key::Adoption::Date),
        own(key::Adoption::Note),
        column(
            sample().means("الگو نمایشی است.", "The model is illustrative."),
            |c, (of, ..)| c.dataset[of].record.sample.into(),
        ),
    ];
    add_declared(&mut columns, &[], own);
    Table::new(about, context, columns, |c| {
        let models = c.dataset.models.iter().enumerate();
        let adoptions = models.flat_map(|(of, model)| {
            model.adoptions.iter().enumerate().map(move |(place, adoption)| (Idx::new(of), place, adoption))
        });
        adoptions.collect()
    })
}
