//! The declarations as a guide in the terminal: what a kind of record holds, or what one field takes.
//!
//! In Persian each line begins with a Persian word, and what is read from left to right is isolated, so that a terminal
//! shows it in its order. Start reading at [`guide`].

use std::fmt::Write as _;

use super::format_md::describe;
use crate::config::key::Site;
use crate::diag::{Bilingual, Lang};
use crate::fields::{Field, Key, Kind, PhotoKey};
use crate::model::{RecordKind, about, all_fields, key};
use crate::persian::text::{fold_key, isolate, isolate_ltr};

/// A table of fields with its names.
struct Table {
    name: Bilingual<&'static str>,
    place: String,
    about: &'static str,
    fields: Vec<&'static Field>,
}

/// All tables: the kinds of record, then the files that stand alone.
fn tables() -> Vec<Table> {
    let kinds = RecordKind::ALL.iter().map(|&kind| Table {
        name: Bilingual { fa: kind.fa(), en: kind.en() },
        place: format!("content/{}/", kind.folder()),
        about: about(kind),
        fields: all_fields(kind).collect(),
    });
    let others = [
        ("سایت", "site", "content/site.yml", "The site as a whole.", Site::FIELDS),
        (
            "بایگانی",
            "archive",
            "content/archive.yml",
            "Earlier editions; `karnameh snapshot` adds to the list.",
            key::ArchiveEntry::FIELDS,
        ),
    ];
    let others = others.into_iter().map(|(fa, en, place, about, fields)| Table {
        name: Bilingual { fa, en },
        place: place.to_owned(),
        about,
        fields: fields.iter().collect(),
    });
    kinds.chain(others).collect()
}

/// The guide of a kind of record or of the fields that are called so; `None` if nothing is.
pub fn guide(name: &str, lang: Lang) -> Option<String> {
    let folded = fold_key(name);
    if folded.is_empty() {
        return None;
    }
    let tables = tables();
    let kind = RecordKind::find_folder(name).map(RecordKind::en);
    let is_meant = |table: &&Table| {
        let names = [table.name.fa, table.name.en, table.place.rsplit('/').next().unwrap_or_default()];
        kind == Some(table.name.en) || names.iter().any(|known| fold_key(known) == folded)
    };
    if let Some(table) = tables.iter().find(is_meant) {
        return Some(whole(table, lang));
    }
    let mut out = String::new();
    for table in &tables {
        let path = Bilingual { fa: table.name.fa.to_owned(), en: table.name.en.to_owned() };
        called(&mut out, &table.fields, &path, &folded, lang);
    }
    (!out.is_empty()).then_some(out)
}

/// All names that [`guide`] knows, for those who mistyped one.
pub fn names() -> Vec<&'static str> {
    let tables = tables();
    let kinds = tables.iter().flat_map(|table| [table.name.fa, table.name.en]);
    kinds.chain(tables.iter().flat_map(|table| table.fields.iter().flat_map(|field| field.names()))).collect()
}

/// A table with all its fields.
fn whole(table: &Table, lang: Lang) -> String {
    let mut out = match lang {
        Lang::Fa => format!(
            "{} {}\nجای فایل: {}\n\n",
            table.name.fa,
            isolate_ltr(&format!("({})", table.name.en)),
            isolate_ltr(&table.place)
        ),
        Lang::En => {
            format!("{} ({})\n{}\n{}\n\n", table.name.en, isolate(table.name.fa), table.place, table.about)
        }
    };
    fields_below(&mut out, &table.fields, 0, lang);
    out
}

fn fields_below(out: &mut String, fields: &[&'static Field], depth: usize, lang: Lang) {
    for field in fields {
        one(out, field, None, depth, lang);
        if let Some(inner) = inner(field) {
            fields_below(out, &inner.iter().collect::<Vec<_>>(), depth + 1, lang);
        }
    }
}

/// The fields of the maps that a field holds.
fn inner(field: &Field) -> Option<&'static [Field]> {
    match field.kind {
        Kind::Photo | Kind::List(Kind::Photo) => Some(PhotoKey::FIELDS),
        _ => field.inner(),
    }
}

/// The fields of a table and of its parts that are called so, each with its path.
fn called(out: &mut String, fields: &[&'static Field], path: &Bilingual<String>, folded: &str, lang: Lang) {
    for field in fields {
        if field.is_called(folded) {
            one(out, field, Some(path), 0, lang);
        }
        if let Some(inner) = inner(field) {
            let path = Bilingual {
                fa: format!("{} ‹ {}", path.fa, field.fa),
                en: format!("{} › {}", path.en, field.en),
            };
            called(out, &inner.iter().collect::<Vec<_>>(), &path, folded, lang);
        }
    }
}

/// One field: its names, what it takes, what it is for, an example.
fn one(out: &mut String, field: &Field, path: Option<&Bilingual<String>>, depth: usize, lang: Lang) {
    let indent = "    ".repeat(depth);
    let _ = match lang {
        Lang::Fa => {
            let path = path.map_or_else(String::new, |path| format!("{} ‹ ", path.fa));
            let required = if field.required { "، لازم" } else { "" };
            let kind = described(&field.kind);
            let name = isolate_ltr(&format!("({})", field.en));
            writeln!(out, "{indent}{path}{} {name}: {kind}{required}", field.fa)
        }
        Lang::En => {
            let path = path.map_or_else(String::new, |path| format!("{} › ", path.en));
            let required = if field.required { ", required" } else { "" };
            writeln!(
                out,
                "{indent}{path}{} ({}): {}{required}",
                field.en,
                isolate(field.fa),
                describe(&field.kind)
            )
        }
    };
    let (sentence, example, others) = match lang {
        Lang::Fa => (field.sentence_fa, "نمونه", "نام‌های دیگر"),
        Lang::En => (field.sentence_en, "Example", "Other names"),
    };
    let _ = writeln!(out, "{indent}  {sentence}");
    if !field.example.is_empty() {
        let key = if lang == Lang::Fa { field.fa } else { field.en };
        let _ =
            writeln!(out, "{indent}  {example}: {}", as_typed(&format!("{key}: {}", field.example), lang));
    }
    if !field.also.is_empty() {
        let names = field.also.join(if lang == Lang::Fa { "، " } else { ", " });
        let _ = writeln!(out, "{indent}  {others}: {names}");
    }
}

/// A line of a file inside a line of the guide.
fn as_typed(line: &str, lang: Lang) -> String {
    match lang {
        Lang::Fa => isolate(line),
        Lang::En => isolate_ltr(line),
    }
}

/// A kind of value in Persian.
fn described(kind: &Kind) -> String {
    match kind {
        Kind::Text { .. } => "متن یک‌سطری".to_owned(),
        Kind::Tag => "چند واژه بدون ویرگول".to_owned(),
        Kind::Prose => "متن".to_owned(),
        Kind::Id => "شناسه، با حروف کوچک لاتین، رقم و خط تیره".to_owned(),
        Kind::Date => "تاریخ".to_owned(),
        Kind::Number(_) => "عدد".to_owned(),
        Kind::Whole { .. } => "عدد صحیح".to_owned(),
        Kind::Percent => "درصد، از ۰ تا ۱۰۰".to_owned(),
        Kind::Money => "مبلغ به ریال".to_owned(),
        Kind::Bool => "بله یا خیر".to_owned(),
        Kind::Url => "نشانی کامل اینترنتی".to_owned(),
        Kind::Email => "رایانامه".to_owned(),
        Kind::Phone => "شمارهٔ تلفن".to_owned(),
        Kind::Choice(words) => {
            let words: Vec<String> = words.iter().map(|word| format!("«{}»", word.fa)).collect();
            format!("یکی از {}", words.join("، "))
        }
        Kind::Ref(kind) => format!("نام یا شناسهٔ {}", kind.one_fa()),
        Kind::DecisionRef => "مصوبه، به صورت جلسه/مصوبه".to_owned(),
        Kind::MediaFile => format!("فایلی در {}", isolate_ltr("content/media/")),
        Kind::Photo => format!("تصویری در {}", isolate_ltr("content/media/")),
        Kind::BoundaryFile => {
            format!("فایل {} در {}", isolate_ltr(".geojson"), isolate_ltr("content/neighborhoods/"))
        }
        Kind::Color => format!("رنگ، به صورت {}", isolate_ltr("'#0a7c80'")),
        Kind::Icon => "نام یکی از نمادهای پوسته".to_owned(),
        Kind::Theme => format!("نام پوشه‌ای در {}", isolate_ltr("themes/")),
        Kind::Code => "کد هشدار".to_owned(),
        Kind::Digest => isolate_ltr("SHA-256"),
        Kind::List(Kind::Map(_)) => "فهرست، هر مورد با فیلدهای زیر".to_owned(),
        Kind::List(inner) => format!("فهرست؛ {}", described(inner)),
        Kind::Map(_) => "با فیلدهای زیر".to_owned(),
    }
}
