//! Looks at the shape of a value: one or a list, a map or a text; then hands single texts to `scalar`.

use super::super::declare::Key;
use super::super::head::LongPhotoKey as PhotoKey;
use super::super::row::{Cell, Cells, Item, Spanned, Value};
use super::super::{Field, Kind};
use super::scalar::Read;
use super::{Reader, codes, scalar, shown};
use crate::diag::Message;
use crate::persian::text;
use crate::yaml::{Node, Raw, Span};

/// What became of a value.
pub(super) enum Outcome {
    /// It was empty.
    Absent,
    /// It was refused, and that was message.
    Faulty,
    /// It was read.
    Value(Spanned<Value>),
}

impl Reader {
    /// Reads the value of a field as a kind: the field's own, or that of its items.
    pub(super) fn value(
        &mut self,
        field: &'static Field,
        kind: &Kind,
        node: &Node<'_>,
        path: &str,
    ) -> Outcome {
        match (kind, &node.raw) {
            (_, Raw::Null) => Outcome::Absent,
            (Kind::List(_), Raw::List(items)) if items.is_empty() => Outcome::Absent,
            (Kind::List(inner), Raw::List(items)) => self.list(field, inner, items, node.at, path),
            // A single value stands for a list of one.
            (Kind::List(inner), _) => self.list(field, inner, std::slice::from_ref(node), node.at, path),
            (_, Raw::List(items)) => self.list_for_one(field, items, node.at, path),
            (Kind::Map(_) | Kind::Photo, Raw::Map(pairs)) if pairs.is_empty() => Outcome::Absent,
            (Kind::Map(table), Raw::Map(_)) => self.nested(table, node, path),
            (Kind::Photo, Raw::Map(_)) => self.nested(PhotoKey::FIELDS, node, path),
            (_, Raw::Map(pairs)) => self.map_for_text(field, pairs, node.at, path),
            (Kind::Map(table), Raw::Text(text)) => self.text_for_map(field, table, text, node.at, path),
            (Kind::Photo, Raw::Text(text)) => match self.text(field, &Kind::MediaFile, text, node.at, path) {
                Outcome::Value(file) => Outcome::Value(photo_of(file, path)),
                other => other,
            },
            (_, Raw::Text(text)) => self.text(field, kind, text, node.at, path),
        }
    }

    /// Reads what can be read of a list; items that are empty don't count.
    fn list(
        &mut self,
        field: &'static Field,
        kind: &Kind,
        items: &[Node<'_>],
        at: Span,
        path: &str,
    ) -> Outcome {
        let (mut values, mut faulty) = (Vec::with_capacity(items.len()), false);
        for (number, item) in (1..).zip(items) {
            let path = format!("{path}[{number}]");
            if let Some(parts) = parts_of(kind, item) {
                values.extend(parts.into_iter().map(|Spanned { value, at }| Item { number, value, at }));
                continue;
            }
            match self.value(field, kind, item, &path) {
                Outcome::Value(Spanned { value, at }) => values.push(Item { number, value, at }),
                Outcome::Faulty => faulty = true,
                Outcome::Absent => {}
            }
        }
        match (values.is_empty(), faulty) {
            (false, _) => Outcome::Value(Spanned { value: Value::List(values), at }),
            (true, true) => Outcome::Faulty,
            (true, false) => Outcome::Absent,
        }
    }

    fn nested(&mut self, table: &'static [Field], node: &Node<'_>, path: &str) -> Outcome {
        let cells =
            self.map(node, &[table], &format!("{path}."), None).and_then(|parts| parts.into_iter().next());
        cells.map_or(Outcome::Faulty, |cells| {
            Outcome::Value(Spanned { value: Value::Row(Box::new(cells)), at: node.at })
        })
    }

    /// Cleans and types a single text.
    fn text(&mut self, field: &'static Field, kind: &Kind, typed: &str, at: Span, path: &str) -> Outcome {
        let cleaned = match text::clean(typed) {
            Ok(cleaned) => cleaned,
            Err(forbidden) => {
                self.refuse_hidden(&forbidden, within(at, typed, forbidden.at_char), path);
                return Outcome::Faulty;
            }
        };
        if cleaned.dropped {
            self.drop_at(self.place(at));
        }
        let text = match kind {
            // The indent of a first line means something in Markdown.
            Kind::Prose => cleaned.text.trim_end().trim_start_matches(['\n', '\r']),
            _ => cleaned.text.trim(),
        };
        if text.trim().is_empty() {
            return Outcome::Absent;
        }
        match scalar::read(kind, text) {
            Ok(Read { value, advice }) => {
                if let Some((code, message)) = advice {
                    self.report(code, at, path, message);
                }
                Outcome::Value(Spanned { value, at })
            }
            Err((code, message)) => {
                let message = message.about(format_args!("«{}»", field.fa), format_args!("`{}`", field.en));
                self.report(code, at, path, message);
                Outcome::Faulty
            }
        }
    }

    fn list_for_one(&mut self, field: &Field, items: &[Node<'_>], at: Span, path: &str) -> Outcome {
        if items.iter().all(|item| item.raw == Raw::Null) {
            return Outcome::Absent;
        }
        let first =
            items.iter().find_map(|item| if let Raw::Text(text) = &item.raw { Some(text) } else { None });
        let (hint_fa, hint_en) = match first.map(|text| shown(text.trim())) {
            Some(first) if items.len() == 1 => (
                format!("نشانهٔ فهرست را بردارید: «{}: {first}»", field.fa),
                format!("Remove the list marker: `{}: {first}`", field.en),
            ),
            _ => (
                "تنها یک مقدار نگه دارید، بدون «-» و [ ].".to_owned(),
                "Keep one value, without «-» or [ ].".to_owned(),
            ),
        };
        let message = Message::new(
            format!("فیلد «{}» تنها یک مقدار می‌گیرد، نه فهرست.", field.fa),
            format!("The field `{}` takes one value, not a list.", field.en),
        )
        .hint(hint_fa, hint_en);
        self.report(codes::LIST_FOR_ONE, at, path, message);
        Outcome::Faulty
    }

    fn map_for_text(
        &mut self,
        field: &Field,
        pairs: &[(Node<'_>, Node<'_>)],
        at: Span,
        path: &str,
    ) -> Outcome {
        let (hint_fa, hint_en) = match pairs {
            // `- گزارش: کتابخانه`: one item whose text holds a colon.
            [(Node { raw: Raw::Text(key), .. }, Node { raw: Raw::Text(value), .. })] => {
                let text = shown(&format!("{key}: {value}"));
                (
                    format!("اگر این یک متن است، آن را میان دو ' بگذارید: '{text}'"),
                    format!("Where this is a text, put it between two ': '{text}'"),
                )
            }
            _ => (
                format!("یک مقدار ساده بنویسید، مانند «{}: {}»", field.fa, field.example),
                format!("Write a plain value, as in `{}: {}`", field.en, field.example),
            ),
        };
        let message = Message::new(
            format!("فیلد «{}» یک مقدار ساده می‌گیرد، ولی فیلدهایی درون آن آمده است.", field.fa),
            format!("The field `{}` takes a plain value, but fields stand inside it.", field.en),
        )
        .hint(hint_fa, hint_en);
        self.report(codes::MAP_FOR_TEXT, at, path, message);
        Outcome::Faulty
    }

    fn text_for_map(&mut self, field: &Field, table: &[Field], typed: &str, at: Span, path: &str) -> Outcome {
        if typed.trim().is_empty() {
            return Outcome::Absent;
        }
        let inner = table.iter().find(|field| !field.example.is_empty());
        let (fa, en) = inner.map_or((String::new(), String::new()), |inner| {
            (
                format!("، مانند «{}: {}»", inner.fa, inner.example),
                format!(", such as `{}: {}`", inner.en, inner.example),
            )
        });
        let message = Message::new(
            format!("«{}» خودش فیلد دارد و متن ساده نمی‌گیرد.", field.fa),
            format!("`{}` has fields of its own and takes no plain text.", field.en),
        )
        .hint(
            format!("زیر آن، با دو فاصله تورفتگی، فیلدهایش را بنویسید{fa}"),
            format!("Write its fields below it, indented by two spaces{en}"),
        );
        self.report(codes::NOT_A_MAP, at, path, message);
        Outcome::Faulty
    }
}

/// The values that one text gives with commas between them («هنر، نوجوانان»), where a comma can't belong to a value and
/// each part is one. What records a list of references means is known later.
fn parts_of(kind: &Kind, item: &Node<'_>) -> Option<Vec<Spanned<Value>>> {
    let Raw::Text(text) = &item.raw else { return None };
    let marks = match kind {
        // A tag is free text, and a Latin semicolon may be part of it (`&amp;`).
        Kind::Tag => &['،', ',', '؛'][..],
        Kind::Id | Kind::Code | Kind::Choice(_) => &text::COMMAS[..],
        _ => return None,
    };
    if !text.contains(marks) {
        return None;
    }
    let text = text::clean(text).ok().filter(|cleaned| !cleaned.dropped)?.text;
    let parts = text.split(marks).map(str::trim).filter(|part| !part.is_empty());
    parts.map(|part| Some(Spanned { value: scalar::read(kind, part).ok()?.value, at: item.at })).collect()
}

/// A photo that is only a file.
fn photo_of(file: Spanned<Value>, path: &str) -> Spanned<Value> {
    let at = file.at;
    let mut given: Vec<Cell> = PhotoKey::FIELDS.iter().map(|_| Cell::Absent).collect();
    given[PhotoKey::File.index()] = Cell::Given(file);
    Spanned { value: Value::Row(Box::new(Cells { given, at, path: format!("{path}."), complete: true })), at }
}

/// The place of one character of a text, where its line shows the text as it is; else that of the whole text.
fn within(at: Span, typed: &str, at_char: usize) -> Span {
    let length = typed.chars().count();
    let quotes = (at.length as usize).checked_sub(length);
    let (Some(quotes @ (0 | 2)), Ok(offset)) = (quotes, u32::try_from(at_char)) else { return at };
    let before = u32::from(quotes == 2);
    Span { column: at.column + before + offset, length: 1, ..at }
}
