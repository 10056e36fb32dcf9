//! Matches the keys of a map with the fields of its tables.

use super::super::row::{Cell, Cells};
use super::super::{Field, Kind, suggest};
use super::value::Outcome;
use super::{Reader, codes, shown};
use crate::diag::{Bilingual, Message};
use crate::kinds::RecordKind;
use crate::persian::text::{fold_key, list_and};
use crate::yaml::{Node, Raw, Span};

/// One field of the file: its key and its value.
type Pair<'n, 's> = &'n (Node<'s>, Node<'s>);

/// The map whose keys are matched.
#[derive(Clone, Copy)]
struct Asked<'a> {
    tables: &'a [&'static [Field]],
    /// Its path, with a dot at its end.
    path: &'a str,
    /// The kind of record that it is, if it is one.
    kind: Option<RecordKind>,
}

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
        let given = self.match_keys(pairs, tables, path, kind);
        self.outer.push(tables.to_vec());
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
        self.outer.pop();
        Some(parts)
    }

    /// For each field of the tables the pair that gives it.
    fn match_keys<'n, 's>(
        &mut self,
        pairs: &'n [(Node<'s>, Node<'s>)],
        tables: &[&'static [Field]],
        path: &str,
        kind: Option<RecordKind>,
    ) -> Vec<Option<Pair<'n, 's>>> {
        let mut given: Vec<Option<Pair<'n, 's>>> = vec![None; tables.iter().map(|table| table.len()).sum()];
        for pair in pairs {
            let Raw::Text(typed) = &pair.0.raw else { continue };
            match find(tables, typed) {
                None => self.unknown(typed, pair.0.at, Asked { tables, path, kind }),
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

    fn unknown(&mut self, typed: &str, at: Span, asked: Asked<'_>) {
        let Asked { tables, path, kind } = asked;
        let fields = || tables.iter().flat_map(|table| table.iter());
        let folded = fold_key(typed);
        let elsewhere = inside(fields(), &folded).or_else(|| outside(&self.outer, &folded));
        let near = || suggest::closest(typed, fields().flat_map(Field::names));
        let (where_fa, where_en) = match elsewhere {
            Some(place) => (format!("{} ", place.fa), format!("{} ", place.en)),
            None => near().map_or((String::new(), String::new()), |name| {
                (format!("شاید «{name}»؟ "), format!("Did you mean `{name}`? "))
            }),
        };
        // What every record has is less likely to be meant than what this kind has.
        let own_first: Vec<&Field> = tables.iter().rev().flat_map(|table| table.iter()).collect();
        let (known_fa, known_en) = known_fields(kind, &own_first);
        let typed = shown(typed);
        let message = Message::new(
            format!("در این بخش فیلدی به نام «{typed}» تعریف نشده است."),
            format!("The field `{typed}` is not known here."),
        )
        .hint(where_fa + &known_fa, where_en + &known_en);
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
    fields().find(|(_, field)| field.is_named(typed)).or_else(|| {
        let typed = fold_key(typed);
        fields().find(|(_, field)| field.is_called(&typed))
    })
}

/// Says where a field belongs that is declared inside one of these fields.
fn inside(mut fields: impl Iterator<Item = &'static Field>, folded: &str) -> Option<Bilingual<String>> {
    fields.find_map(|outer| {
        let table = outer.inner()?;
        let field = table.iter().find(|field| field.is_called(folded))?;
        // What the map can't do without is written with it.
        let with = table.iter().filter(|other| other.required && !std::ptr::eq(*other, field));
        let written: Vec<&Field> = with.chain([field]).collect();
        let all = |name: fn(&Field) -> &'static str| {
            let pairs: Vec<String> = written.iter().map(|field| format!("{}: …", name(field))).collect();
            let map = format!("{{{}}}", pairs.join(", "));
            if matches!(outer.kind, Kind::List(_)) { format!("[{map}]") } else { map }
        };
        Some(Bilingual {
            fa: format!(
                "«{}» درون «{}» نوشته می‌شود: «{}: {}».",
                field.fa,
                outer.fa,
                outer.fa,
                all(|field| field.fa)
            ),
            en: format!(
                "`{}` belongs inside `{}`: `{}: {}`.",
                field.en,
                outer.en,
                outer.en,
                all(|field| field.en)
            ),
        })
    })
}

/// Says that a field belongs further out.
fn outside(outer: &[Vec<&'static [Field]>], folded: &str) -> Option<Bilingual<String>> {
    let mut fields = outer.iter().rev().flatten().flat_map(|table| table.iter());
    let field = fields.find(|field| field.is_called(folded))?;
    Some(Bilingual {
        fa: format!("«{}» بیرون از این بخش نوشته می‌شود، با تورفتگی کمتر.", field.fa),
        en: format!("`{}` belongs outside of this part, with a smaller indent.", field.en),
    })
}

/// Lists the fields of a record or of a part of one.
fn known_fields(kind: Option<RecordKind>, fields: &[&Field]) -> (String, String) {
    let fa: Vec<String> = fields.iter().map(|field| format!("«{}»", field.fa)).collect();
    let en: Vec<String> = fields.iter().map(|field| format!("`{}`", field.en)).collect();
    let head_fa = kind.map_or("این بخش", RecordKind::fa);
    let head_en =
        kind.map_or_else(|| "The fields here".to_owned(), |kind| format!("The fields of {}", kind.one_en()));
    (format!("فیلدهای {head_fa}: {}.", list_and(&fa)), format!("{head_en}: {}.", en.join(", ")))
}
