//! Matches the keys of a map with the fields of its tables.

use super::super::row::{Cell, Cells};
use super::super::{Field, suggest};
use super::value::Outcome;
use super::{Reader, codes, shown};
use crate::diag::Message;
use crate::kinds::RecordKind;
use crate::persian::text::{fold_key, list_and};
use crate::yaml::{Node, Raw, Span};

/// One field of the file: its key and its value.
type Pair<'n, 's> = &'n (Node<'s>, Node<'s>);

/// The most fields that a hint lists.
const LISTED: usize = 12;

impl Reader {
    /// Reads a map by several tables at once: the cells of each, in order. `None` where the node is no map.
    pub(super) fn map(
        &mut self,
        node: &Node<'_>,
        tables: &[&'static [Field]],
        path: &str,
        kind: Option<RecordKind>,
    ) -> Option<Vec<Cells>> {
        let Raw::Map(pairs) = &node.raw else {
            self.not_a_map(node.at, path, kind);
            return None;
        };
        let given = self.match_keys(pairs, tables, path);
        let mut given = given.into_iter();
        let mut parts = Vec::with_capacity(tables.len());
        for table in tables {
            let mut part = Cells {
                given: Vec::with_capacity(table.len()),
                at: node.at,
                path: path.to_owned(),
                complete: true,
            };
            for field in *table {
                let cell = self.cell(field, given.next().flatten(), node.at, path);
                part.complete &= !field.required || matches!(cell, Cell::Given(_));
                part.given.push(cell);
            }
            parts.push(part);
        }
        Some(parts)
    }

    /// For each field of the tables the pair that gives it.
    fn match_keys<'n, 's>(
        &mut self,
        pairs: &'n [(Node<'s>, Node<'s>)],
        tables: &[&'static [Field]],
        path: &str,
    ) -> Vec<Option<Pair<'n, 's>>> {
        let mut given: Vec<Option<Pair<'n, 's>>> = vec![None; tables.iter().map(|table| table.len()).sum()];
        for pair in pairs {
            let Raw::Text(typed) = &pair.0.raw else { continue };
            match find(tables, typed) {
                None => self.unknown(typed, pair.0.at, tables, path),
                Some((index, field)) => match given[index] {
                    Some(first) => self.twice(field, first.0.at, pair.0.at, path),
                    None => given[index] = Some(pair),
                },
            }
        }
        given
    }

    /// The cell of one field.
    fn cell(&mut self, field: &'static Field, pair: Option<Pair<'_, '_>>, map: Span, path: &str) -> Cell {
        let Some((key, value)) = pair else {
            if field.required {
                self.missing(field, map, path, false);
            }
            return Cell::Absent;
        };
        let path_of_field = format!("{path}{}", field.en);
        match self.value(field, &field.kind, value, &path_of_field) {
            Outcome::Value(value) => Cell::Given(value),
            Outcome::Faulty => Cell::Spent(value.at),
            Outcome::Absent => {
                if field.required {
                    self.missing(field, key.at, path, true);
                }
                Cell::Absent
            }
        }
    }

    fn not_a_map(&mut self, at: Span, path: &str, kind: Option<RecordKind>) {
        let (what_fa, what_en) =
            kind.map_or(("این بخش", "this part"), |kind| (kind.fa(), kind.one_en()));
        let message = Message::new(
            format!("{what_fa} باید از فیلدها («نام: مقدار») ساخته شود."),
            format!("Fields («name: value») are expected in {what_en}."),
        )
        .hint(
            "هر فیلد را در سطری جدا بنویسید: نام، «: » و مقدار.",
            "Write each field on a line of its own: its name, «: » and its value.",
        );
        self.report(codes::NOT_A_MAP, at, path.trim_end_matches('.'), message);
    }

    fn unknown(&mut self, typed: &str, at: Span, tables: &[&'static [Field]], path: &str) {
        let fields = || tables.iter().flat_map(|table| table.iter());
        let near = suggest::closest(typed, fields().flat_map(|field| [field.en, field.fa]));
        let (hint_fa, hint_en) = match near {
            Some(name) => (format!("شاید «{name}»؟"), format!("Did you mean `{name}`?")),
            None => known_fields(&fields().collect::<Vec<_>>()),
        };
        let typed = shown(typed);
        let message = Message::new(
            format!("فیلد «{typed}» این‌جا شناخته نیست."),
            format!("The field `{typed}` is not known here."),
        )
        .hint(hint_fa, hint_en);
        self.report(codes::UNKNOWN_FIELD, at, &format!("{path}{typed}"), message);
    }

    fn twice(&mut self, field: &Field, first: Span, second: Span, path: &str) {
        let message = Message::new(
            format!("فیلد «{}» ({}) دو بار آمده است.", field.fa, field.en),
            format!("The field `{}` ({}) is given twice.", field.en, field.fa),
        )
        .hint("یکی از دو سطر را پاک کنید.", "Delete one of the two lines.");
        self.report(codes::FIELD_TWICE, second, &format!("{path}{}", field.en), message);
        let first = self.place(first);
        if let Some(finding) = self.out.pop() {
            self.out.push(finding.related(first, "بار نخست این‌جا آمده است.", "It is given here first."));
        }
    }

    fn missing(&mut self, field: &Field, at: Span, path: &str, empty: bool) {
        let (fa, en) = if empty {
            (format!("فیلد «{}» خالی است.", field.fa), format!("The field `{}` is empty.", field.en))
        } else {
            (format!("فیلد «{}» نوشته نشده است.", field.fa), format!("The field `{}` is missing.", field.en))
        };
        let (example_fa, example_en) = match field.example {
            "" => (String::new(), String::new()),
            example => {
                (format!(" نمونه: «{}: {example}»", field.fa), format!(" Example: `{}: {example}`", field.en))
            }
        };
        let message = Message::new(fa, en).hint(
            format!("آن را بنویسید: {}{example_fa}", field.sentence_fa),
            format!("Add it: {}{example_en}", field.sentence_en),
        );
        self.report(codes::MISSING_FIELD, at, &format!("{path}{}", field.en), message);
    }
}

/// The field that a key names, and its position over all tables.
fn find(tables: &[&'static [Field]], typed: &str) -> Option<(usize, &'static Field)> {
    let fields = || tables.iter().flat_map(|table| table.iter()).enumerate();
    // Most keys are written as the table has them: folding is for the others.
    fields().find(|(_, field)| field.en == typed || field.fa == typed).or_else(|| {
        let typed = fold_key(typed);
        fields().find(|(_, field)| fold_key(field.en) == typed || fold_key(field.fa) == typed)
    })
}

fn known_fields(fields: &[&Field]) -> (String, String) {
    if fields.len() > LISTED {
        return (
            "نام درست فیلدها در docs/FORMAT.md هست؛ شاید این فیلد باید درون فیلد دیگری بیاید.".to_owned(),
            "docs/FORMAT.md has the names; perhaps it belongs inside another field.".to_owned(),
        );
    }
    let fa: Vec<String> = fields.iter().map(|field| format!("«{}»", field.fa)).collect();
    let en: Vec<String> = fields.iter().map(|field| format!("`{}`", field.en)).collect();
    (format!("فیلدهای این‌جا: {}.", list_and(&fa)), format!("The fields here: {}.", en.join(", ")))
}
