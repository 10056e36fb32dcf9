//! Formats record files as a careful person would write them: Persian keys, Persian digits, comments.
//!
//! Field names come from the field table, `serde_yaml` formats the values, and the comments are added here. Tests check that
//! `content` reads every file with the intended meaning. [`ValueWriter`] writes the values of a declaration in a loop.

use serde_yaml::{Mapping, Value};

use super::datum::{Datum, DynFields};
use super::kind::Field;
use crate::persian::numbers::fa_digits;
use crate::persian::{Day, dates};

/// A record file under construction.
#[derive(Debug, Default)]
pub struct RecordText {
    yaml: String,
}

impl RecordText {
    /// Adds a comment of one line; control characters, such as line breaks, become spaces.
    pub fn comment(&mut self, text: &str) {
        let line: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        self.yaml.push_str("# ");
        self.yaml.push_str(&line);
        self.yaml.push('\n');
    }

    /// Adds a field.
    pub fn field(&mut self, field: &Field, value: impl Into<Value>) {
        self.yaml.push_str(&entry(field, value.into()));
    }

    /// Adds a field if there is a value.
    pub fn maybe(&mut self, field: &Field, value: Option<impl Into<Value>>) {
        if let Some(value) = value {
            self.field(field, value);
        }
    }

    /// Adds a field if the list is not empty.
    pub fn list(&mut self, field: &Field, values: Vec<Value>) {
        if !values.is_empty() {
            self.field(field, values);
        }
    }

    /// Returns the text of a YAML file.
    pub fn yaml(self) -> String {
        self.yaml
    }

    /// Returns the text of a Markdown file with front matter.
    pub fn markdown(self, body: &str) -> String {
        let front = format!("---\n{}---\n", self.yaml);
        if body.is_empty() { front } else { format!("{front}\n{body}\n") }
    }
}

/// Creates a map of the fields that have a value.
pub fn map<const N: usize>(fields: [(&Field, Option<Value>); N]) -> Value {
    let given = fields.into_iter().filter_map(|(field, value)| Some((Value::from(field.fa), value?)));
    Value::Mapping(given.collect::<Mapping>())
}

/// Formats a value as an item of a YAML list: «- محل: …».
pub fn item(value: Value) -> String {
    written(&Value::Sequence(vec![value]))
}

/// Formats a number in Persian digits: «۲», «۳٫۵».
pub fn number(value: f64) -> Value {
    Value::from(fa_digits(&value.to_string().replace('.', "٫").replace('-', "−")))
}

/// Formats a day: «۱۴۰۴/۱۰/۱۵».
pub fn date(day: Day) -> Value {
    Value::from(dates::short(day))
}

/// Formats «yes» as the format writes it.
pub fn yes() -> Value {
    Value::from("بله")
}

/// Writes the values of declared fields. Lists and maps are written in a loop over the declaration; what implements the
/// trait decides what becomes of single values.
pub trait ValueWriter {
    /// Returns whether a field is written at all.
    fn takes(&self, field: &'static Field) -> bool;

    /// Formats a single value: no list and no map. `None` leaves it out.
    fn single(&mut self, field: &'static Field, value: &Datum<'_>) -> Option<Value>;

    /// Returns whether a map of which some values may be left out still says something.
    fn is_worth_writing(&self, field: &'static Field, map: &Mapping) -> bool {
        let _ = field;
        !map.is_empty()
    }

    /// Formats any value.
    fn value(&mut self, field: &'static Field, value: &Datum<'_>) -> Option<Value> {
        match value {
            Datum::Absent | Datum::Bool(false) => None,
            Datum::List(items) => {
                let items: Vec<_> = items.iter().filter_map(|item| self.value(field, item)).collect();
                (!items.is_empty()).then(|| Value::Sequence(items))
            }
            Datum::Map(map) => {
                let map = self.map(*map);
                self.is_worth_writing(field, &map).then_some(Value::Mapping(map))
            }
            single => self.single(field, single),
        }
    }

    /// Formats the fields of a map.
    fn map(&mut self, map: &dyn DynFields) -> Mapping {
        let mut written = Mapping::new();
        for (field, value) in map.data() {
            if self.takes(field)
                && let Some(value) = self.value(field, &value)
            {
                written.insert(Value::from(field.fa), value);
            }
        }
        written
    }
}

/// Formats a value that means the same wherever it stands; `None` for texts, records and photos, which don't.
pub fn plain(value: &Datum<'_>) -> Option<Value> {
    match *value {
        Datum::Day(day) => Some(date(day)),
        Datum::Number(value) => Some(number(value)),
        Datum::Whole(value) => Some(Value::from(fa_digits(&value.to_string()))),
        Datum::Bool(true) => Some(yes()),
        Datum::Choice(word) => Some(Value::from(word.fa)),
        _ => None,
    }
}

fn entry(field: &Field, value: Value) -> String {
    let is_list = value.is_sequence();
    let text = written(&Value::Mapping(Mapping::from_iter([(Value::from(field.fa), value)])));
    if !is_list {
        return text;
    }
    // `serde_yaml` puts list items in the column of their key; indent them as people usually do.
    let mut lines = text.lines();
    let mut out = format!("{}\n", lines.next().unwrap_or_default());
    for line in lines {
        if !line.is_empty() {
            out.push_str("  ");
        }
        out.push_str(line);
        out.push('\n');
    }
    out
}

fn written(value: &Value) -> String {
    serde_yaml::to_string(value).expect("texts, lists and maps of texts can be written")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::fields::Key;
    use crate::model::key;
    use crate::yaml::{self, Raw};

    fn texts(node: &yaml::Node<'_>, out: &mut Vec<String>) {
        match &node.raw {
            Raw::Null => out.push(String::new()),
            Raw::Text(text) => out.push(text.to_string()),
            Raw::List(items) => items.iter().for_each(|item| texts(item, out)),
            Raw::Map(entries) => entries.iter().for_each(|(_, value)| texts(value, out)),
        }
    }

    /// Parses the file with the product's own reader.
    fn read_back(text: &str) -> Vec<String> {
        let split = yaml::front_matter(text).unwrap_or_else(|fault| panic!("{fault:?} in\n{text}"));
        let parsed = yaml::parse(split.yaml, 2).unwrap_or_else(|fault| panic!("{fault:?} in\n{text}"));
        let mut out = Vec::new();
        if let Some(tree) = &parsed {
            texts(tree, &mut out);
        }
        out
    }

    fn check(values: &[String]) {
        let mut record = RecordText::default();
        record.comment(&values.join(" "));
        record.field(key::SuccessModel::Problem.field(), &*values[0]);
        record.list(
            key::SuccessModel::Steps.field(),
            values.iter().map(|value| Value::from(&**value)).collect(),
        );
        let milestone = |value: &String| map([(key::Milestone::Title.field(), Some(Value::from(&**value)))]);
        record.list(key::Activity::Milestones.field(), values.iter().map(milestone).collect());
        let text = record.markdown("متن");
        let expected: Vec<String> = [&values[..1], values, values].concat();
        assert_eq!(read_back(&text), expected, "{text}");
    }

    #[test]
    fn it_reads_as_a_person_would_write_it() {
        let mut record = RecordText::default();
        record.comment("یادداشت");
        record.field(key::SuccessModel::Title.field(), "کارگاه محله");
        record.list(key::SuccessModel::Steps.field(), vec!["الف: ب".into(), "سطر یک\n\nسطر دو".into()]);
        record.field(key::Activity::Weight.field(), number(3.5));
        assert_eq!(
            record.markdown("شرح"),
            "---\n# یادداشت\nعنوان: کارگاه محله\nگام‌ها:\n  - 'الف: ب'\n  - |-\n    سطر یک\n\n    سطر دو\nوزن: ۳٫۵\n---\n\nشرح\n"
        );
    }

    #[test]
    fn awkward_texts_come_back_as_they_were() {
        for text in [
            "no",
            "~",
            "null",
            "1404",
            "۱۴۰۴",
            "- الف",
            "# ب",
            "a: b",
            "'",
            "\"",
            "\\",
            "---",
            "...",
            "!x",
            "&x",
            "*x",
            "[الف",
            "{ب}",
            "%",
            "@",
            "`",
            "الف #ب",
            "|",
            ">",
            "؟",
            "x\n  y\n z",
            "1.5",
            "0x1F",
            "2025-01-01",
            "<<",
            "=",
            "?",
            "a\n---\nb",
            "  a",
            "٬",
            "می‌خواهد\u{200D}",
        ] {
            check(&[text.to_owned()]);
        }
    }

    proptest! {
        #[test]
        fn any_text_comes_back_as_it_was(values in prop::collection::vec("[ -~آ-ی۰-۹\u{200C}\n«»،؛]{1,40}", 1..4)) {
            check(&values);
        }
    }
}
