//! `content/updates/`: reports as they come in, each on its way to its activity.

use karnameh_derive::Record;

use super::{Activity, Idx, Percent};
use crate::diag::Placed;
use crate::diag::codes::records::{INDICATOR_VALUE, TWO_TEXTS};
use crate::fields::{Head, Key, Kind, Photo, Prose, Reading, Row};
use crate::persian::Day;
use crate::persian::text::Text;

/// Reports, one per file or many in a list, so that nobody has to edit the activity. An update has no title; its id is its file's name, or consists of activity, date and a running number.
#[derive(Debug, Clone, Record)]
#[record(kind = Update, body = "text", finish = Self::settle)]
pub struct Report {
    /// What every record has.
    pub record: Head,
    /// The activity that it is about.
    #[field("activity", "فعالیت", also = ["عنوان فعالیت", "نام فعالیت"], fa = "فعالیتی که گزارش دربارهٔ آن است.", example = "تجهیز کتابخانهٔ محله")]
    pub activity: Idx<Activity>,
    /// The day of the report.
    #[field("date", "تاریخ", event, also = ["تاریخ گزارش"], fa = "روز گزارش.", example = "۱۴۰۴/۰۷/۲۶")]
    pub date: Day,
    /// The day on which it became known, if that was later than its date: a late report or a correction.
    #[field(
        "registered",
        "تاریخ ثبت",
        existence,
        fa = "روزی که دانسته شد، اگر پس از «تاریخ» بود: گزارشی که دیر رسید یا گزارشی را اصلاح می‌کند.",
        example = "۱۴۰۴/۰۸/۰۵"
    )]
    pub registered: Option<Day>,
    /// Progress of the whole activity up to that day, in percent.
    #[field("progress", "پیشرفت", also = ["درصد پیشرفت", "پیشرفت اعلامی", "میزان پیشرفت", "درصد"], fa = "پیشرفت کل فعالیت تا آن روز، به درصد.", example = "۴۰٪")]
    pub progress: Option<Percent>,
    /// The title of a milestone of that activity that was done on this day.
    #[field(
        "milestone",
        "مرحله",
        kind = Kind::TITLE,
        fa = "نام مرحله‌ای از همان فعالیت که در این روز انجام شد.",
        example = "خرید قفسه و میز"
    )]
    pub milestone: Option<Placed<Box<str>>>,
    /// The title of an indicator of that activity that was measured on this day.
    #[field(
        "indicator",
        "شاخص",
        kind = Kind::TITLE,
        fa = "نام شاخصی از همان فعالیت که در این روز اندازه گرفته شد.",
        example = "شمار اعضای کتابخانه"
    )]
    pub indicator: Option<Placed<Box<str>>>,
    /// That indicator's value; required with `indicator`, and only with it.
    #[field("value", "مقدار", fa = "مقدار آن شاخص؛ تنها همراه با «شاخص»، و با آن لازم است.", example = "۲۱۰")]
    pub value: Option<f64>,
    /// Where the indicator's value comes from.
    #[field("source", "منبع", fa = "مقدار شاخص از کجا آمده است.", example = "دفتر عضویت کتابخانه")]
    pub source: Option<Text>,
    /// A note on the indicator's value.
    #[field("note", "توضیح", fa = "توضیحی دربارهٔ مقدار شاخص.", example = "پس از ثبت‌نام مهر")]
    pub note: Option<Text>,
    /// What was done; in a Markdown file, the text below the front matter.
    #[field(
        "text",
        "متن",
        also = ["شرح گزارش"],
        fa = "آنچه انجام شد؛ در فایل Markdown، متنِ زیر بخش بالای فایل جای آن است.",
        example = "قفسه‌ها نصب شد."
    )]
    pub text: Option<Prose>,
    /// Who reports.
    #[field("by", "گزارش‌دهنده", also = ["تهیه‌کننده"], fa = "سمت یا نام گزارش‌دهنده.", example = "مدیر محله")]
    pub by: Option<Text>,
    /// Photos under content/media.
    #[field(
        "photos",
        "تصاویر",
        fa = "تصویرهای گزارش در پوشهٔ content/media.",
        example = "[library/shelves.jpg]"
    )]
    pub photos: Vec<Photo>,
}

impl Report {
    /// Checks what goes together; the text of a report stands in its field or in the body of its record.
    fn settle(&mut self, row: &Row<ReportKey>, reading: &mut Reading<'_>) {
        check_value(row, reading);
        let body = self.record.body.take();
        if body.is_some() && row.is_given(ReportKey::Text) {
            let found = row.finding(
                TWO_TEXTS,
                ReportKey::Text,
                "این گزارش هم «متن» دارد و هم متنی در جای شرح.",
                "This report has a `text` and a body besides.",
            );
            reading.found.push(found.hint("هر دو را در یک جا بنویسید.", "Write both in one place."));
        }
        self.text = self.text.take().or(body);
    }
}

/// Reports an indicator without its value, and what speaks of a value that isn't there.
fn check_value(row: &Row<ReportKey>, reading: &mut Reading<'_>) {
    if row.is_given(ReportKey::Indicator) && !row.is_given(ReportKey::Value) {
        let found = row.finding(
            INDICATOR_VALUE,
            ReportKey::Indicator,
            "گزارش شاخصی را نام می‌برد، ولی «مقدار» آن را نمی‌گوید.",
            "The report names an indicator but not its `value`.",
        );
        reading.found.push(found.hint("«مقدار» را بنویسید.", "Write `value`."));
    }
    for key in [ReportKey::Value, ReportKey::Source, ReportKey::Note] {
        if row.is_given(key) && !row.is_given(ReportKey::Indicator) {
            let (fa, en) = (key.field().fa, key.field().en);
            let found = row.finding(
                INDICATOR_VALUE,
                key,
                format!("«{fa}» تنها همراه «شاخص» می‌آید."),
                format!("`{en}` goes with an `indicator` only."),
            );
            reading.found.push(found.hint(
                "بنویسید دربارهٔ کدام شاخص است، یا آن را پاک کنید.",
                "Write of which indicator it speaks, or delete it.",
            ));
        }
    }
}
