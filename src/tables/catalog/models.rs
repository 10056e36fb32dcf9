//! Success models and where they were adopted.

use crate::model::key;
use crate::model::{Idx, SuccessModel};
use crate::site::Target;
use crate::tables::column::{
    About, Kind, add_declared, column, declared, field, id, made, page, position, sample,
};
use crate::tables::context::Context;
use crate::tables::table::{Table, TableAbout};

pub(super) fn models(context: Option<Context<'_>>) -> Table<'_> {
    type Row = Idx<SuccessModel>;
    let about = TableAbout {
        name: "models",
        fa: "الگوهای موفق",
        meaning_fa: "هر ردیف یک تجربهٔ موفق است؛ گام‌ها، شرایط و درس‌های آن در صفحهٔ آن است.",
        meaning_en: "One row per success model; its steps, conditions and lessons are on its page.",
        key: &["id"],
    };
    let own = declared(Context::record);
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
        column(
            field(key::Origin::Province).called("origin_province", "استان خاستگاه"),
            |c, of| c.dataset[of].origin.as_ref().and_then(|of| of.province.as_ref()).into(),
        ),
        column(field(key::Origin::Url).called("origin_url", "نشانی خاستگاه"), |c, of| {
            c.dataset[of].origin.as_ref().and_then(|of| of.url.as_ref()).into()
        }),
        column(sample(), |c, of| c.dataset[of].record.sample.into()),
        column(page(), |c, of| c.page(Target::Model(of))),
    ];
    add_declared(&mut columns, &[], Context::record);
    Table::new(about, context, columns, |c| (0..c.dataset.models.len()).map(Idx::new).collect())
}

pub(super) fn adoptions(context: Option<Context<'_>>) -> Table<'_> {
    type Row = (Idx<SuccessModel>, usize);
    const MODEL: About = made("model", "الگو", Kind::Id, "الگو.", "The model.").refers("models").always();
    let about = TableAbout {
        name: "adoptions",
        fa: "به‌کارگیری الگوها",
        meaning_fa: "هر ردیف جایی است که یک الگو را تا تاریخ گزارش به کار گرفته است.",
        meaning_en: "One row per place that adopted a model by the report's day.",
        key: &["model", "position"],
    };
    let columns = vec![
        column(MODEL, |c, (of, _): Row| (&c.dataset[of].record.id).into()),
        column(position(), |_, (_, place)| (place + 1).into()),
        column(field(key::Adoption::Place), |c, (of, place)| (&c.dataset[of].adoptions[place].place).into()),
        column(field(key::Adoption::Date), |c, (of, place)| c.dataset[of].adoptions[place].date.into()),
        column(field(key::Adoption::Note), |c, (of, place)| {
            c.dataset[of].adoptions[place].note.as_ref().into()
        }),
        column(
            sample().means("الگو نمایشی است.", "The model is illustrative."),
            |c, (of, _)| c.dataset[of].record.sample.into(),
        ),
    ];
    Table::new(about, context, columns, |c| {
        let mut rows: Vec<Row> = Vec::new();
        for of in (0..c.dataset.models.len()).map(Idx::<SuccessModel>::new) {
            rows.extend((0..c.dataset[of].adoptions.len()).map(|place| (of, place)));
        }
        rows
    })
}
