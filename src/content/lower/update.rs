//! The reports of `updates/`, each on its way to its activity.

use super::super::raw::Head;
use super::super::values::{number, percent, text};
use super::Lower;
use crate::diag::codes::records::{INDICATOR_VALUE, TWO_TEXTS};
use crate::diag::{Diagnostic, Place};
use crate::fields::{Row, Spanned, key};
use crate::model::{Activity, Idx, IndicatorValue, Update};

/// A report that is not yet joined to its activity.
#[derive(Debug)]
pub(in crate::content) struct Report {
    pub(in crate::content) activity: Idx<Activity>,
    pub(in crate::content) update: Update,
    /// The title of a milestone, and where it stands.
    pub(in crate::content) milestone: Option<(String, Place)>,
    /// The title of an indicator, and where it stands.
    pub(in crate::content) indicator: Option<(String, Place)>,
    /// The indicator's value.
    pub(in crate::content) value: Option<IndicatorValue>,
    pub(in crate::content) draft: bool,
}

impl Lower<'_> {
    /// A report; `None` where its activity or date is not known: that was reported.
    pub(super) fn report(&mut self, head: Head, mut row: Row<key::Update>) -> Option<Report> {
        use key::Update as Key;
        let activity = self.reference(&mut row, Key::Activity);
        let placed = |row: &Row<key::Update>, text: Spanned<String>| (text.value, row.place_of(text.at));
        let milestone = row.text(Key::Milestone).map(|title| placed(&row, title));
        let indicator = row.text(Key::Indicator).map(|title| placed(&row, title));
        self.check_value(&row);
        let Head { id, draft, sample, body, date, at, .. } = head;
        if let Some(body) = &body {
            super::prose::check(body, || "text".to_owned(), &self.resolver, self.media, &mut self.out);
            self.check_text(&row);
        }
        let text_field = self.prose(&mut row, Key::Text);
        let value = number(&mut row, Key::Value);
        let (source, note) = (text(&mut row, Key::Source), text(&mut row, Key::Note));
        let progress = percent(&mut row, Key::Progress);
        let photos = self.photos(&mut row, Key::Photos);
        let (activity, date) = (activity?, date?);
        let value = value.map(|value| IndicatorValue { date, value, source, note });
        let by = text(&mut row, Key::By);
        let text = text_field.or(body);
        let update =
            Update { id, date, progress, milestone: None, indicator: None, text, by, photos, sample, at };
        Some(Report { activity, update, milestone, indicator, value, draft })
    }

    /// A value needs its indicator, an indicator its value; source and note speak of the value.
    fn check_value(&mut self, row: &Row<key::Update>) {
        use key::Update as Key;
        if row.is_given(Key::Indicator) && !row.is_given(Key::Value) {
            let found = row.finding(
                INDICATOR_VALUE,
                Key::Indicator,
                "گزارش شاخصی را نام می‌برد، ولی «مقدار» آن را نمی‌گوید.",
                "The report names an indicator but not its `value`.",
            );
            self.out.push(found.hint("«مقدار» را بنویسید.", "Write `value`."));
        }
        for key in [Key::Value, Key::Source, Key::Note] {
            if row.is_given(key) && !row.is_given(Key::Indicator) {
                let (fa, en) = (key::Key::field(key).fa, key::Key::field(key).en);
                let found = row.finding(
                    INDICATOR_VALUE,
                    key,
                    format!("«{fa}» تنها همراه «شاخص» می‌آید."),
                    format!("`{en}` goes with an `indicator` only."),
                );
                self.out.push(found.hint(
                    "بنویسید دربارهٔ کدام شاخص است، یا آن را پاک کنید.",
                    "Write of which indicator it speaks, or delete it.",
                ));
            }
        }
    }

    /// The text of a report stands in one place.
    fn check_text(&mut self, row: &Row<key::Update>) {
        if row.is_given(key::Update::Text) {
            let found: Diagnostic = row.finding(
                TWO_TEXTS,
                key::Update::Text,
                "این گزارش هم «متن» دارد و هم متنی در جای شرح.",
                "This report has a `text` and a body besides.",
            );
            self.out.push(found.hint("هر دو را در یک جا بنویسید.", "Write both in one place."));
        }
    }
}
