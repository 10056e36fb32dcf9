//! The table as `docs/FORMAT.md`. Start reading at [`format_md`].

use std::fmt::Write as _;

use crate::config::key::Site;
use crate::fields::{CommonKey, Field, Key, Kind, PhotoKey};
use crate::model::{RecordKind, about, key, own_fields};

const HEAD: &str = "\
# The record format

<!-- Generated from the declarations in crates/karnameh-records/src/model by `cargo test`; don't edit by hand. KARNAMEH_BLESS=1 writes it anew. -->

Everything that a site shows is in `content/`, one folder for each kind of record. A record is a Markdown file with its
fields between two lines `---` at the top and its narrative below, or a YAML file with one record or a list of records.
Folders below the folder of a kind can have any name.

- **Two names for everything.** Every field and every fixed word has an English and a Persian name; use either. Letter
  case, spaces, ZWNJ, `_`, `-`, the hamza of «هٔ» and the Arabic forms of ی and ک don't count: `as_of`, `As-of`,
  «تاریخ گزارش» and «تاریخ‌گزارش» are one field. Some fields have other names besides, in brackets below. The same field
  twice is an error, also once in each language.
- **Kinds of value.** *text* is one line (a title has at most 300 characters), *prose* is Markdown. *true/false*: also
  `بله` and `خیر`. `[]` is a list; a single value counts as a list of one. `{}` is a map of the fields below it. `→ kind`
  names a record by its id, its title or an alias.
- **Dates.** `1404/07/26`, `1404-7-26`, `14040726`, `26/7/1404`, `2025-10-18`, `26 مهر 1404`, `پنجم مهر ۱۴۰۴`. The year
  tells the calendar: 1300–1500 is Solar Hijri, 1921–2121 is Gregorian. A year of two digits is one of 1380–1419 and is
  read if only one day can be meant: `۲۶/۷/۰۴`, but not `۰۴/۰۷/۱۲`; in Latin digits it may also be Gregorian. A weekday
  before a date must be its weekday.
- **Numbers.** `1,200,000`, `۳٫۵`; digits can be Persian, Arabic or Latin. *percent*: 0–100, alone or with `%`, `٪` or
  `درصد`. *money*: whole rials, in digits or in words, also in toman: `۵۰۰ هزار تومان` is read as 5,000,000, and advice
  says so.
- **Empty is absent.** `key:` without a value counts as absent.
- **Quotes.** Put a text between two `'` if it contains `: ` or ` #`, or begins with a character such as `@ % & * ! [ {`.
- `*` marks required fields.
";

/// The whole of `docs/FORMAT.md`.
pub fn format_md() -> String {
    let mut out = HEAD.to_owned();
    section(&mut out, "`content/site.yml`", "The site as a whole.", Site::FIELDS);
    section(&mut out, "Every record", "Fields that every kind of record has.", CommonKey::FIELDS);
    for &kind in RecordKind::ALL {
        let title = format!("`content/{}/`: {} ({})", kind.folder(), kind.en(), kind.fa());
        section(&mut out, &title, about(kind), own_fields(kind));
    }
    let archive = "A list of earlier editions; `karnameh snapshot` adds to it.";
    section(&mut out, "`content/archive.yml`", archive, key::ArchiveEntry::FIELDS);
    let photo = "Wherever a photo is named: its file alone, or a map of these. Photos (jpg, png, webp) are published without their metadata, turned upright, in up to two widths; documents (pdf, docx, xlsx, csv, mp3, mp4) as they are, listed with kind and size. Only what a published record names is published. A text links to a document by `media/` and its name: `[minutes](media/minutes.pdf)`.";
    section(&mut out, "A photo", photo, PhotoKey::FIELDS);
    out
}

fn section(out: &mut String, title: &str, about: &str, fields: &[Field]) {
    let _ = write!(
        out,
        "\n## {title}\n{about}\n\n| English | Persian | kind | for | example |\n|---|---|---|---|---|\n"
    );
    rows(out, fields, "");
}

/// A row for each field, and below a map those of its own, one dash further in.
fn rows(out: &mut String, fields: &[Field], dashes: &str) {
    for field in fields {
        let star = if field.required { "*" } else { "" };
        let example = if field.example.is_empty() { String::new() } else { format!("`{}`", field.example) };
        let _ = writeln!(
            out,
            "| {dashes}{}{star} | {}{} | {} | {}<br>{} | {example} |",
            field.en,
            field.fa,
            also(field),
            describe(&field.kind),
            field.sentence_en,
            field.sentence_fa,
        );
        if let Kind::Map(inner) | Kind::List(&Kind::Map(inner)) = field.kind {
            // The seven words have the same three forms: once is enough.
            let said =
                fields.iter().take_while(|one| !std::ptr::eq(*one, field)).any(|one| one.kind == field.kind);
            if !said {
                rows(out, inner, &format!("– {dashes}"));
            }
        }
    }
}

/// The other names of a field, below its own.
fn also(field: &Field) -> String {
    if field.also.is_empty() { String::new() } else { format!("<br>({})", field.also.join("، ")) }
}

/// A kind in the words of the docs.
pub(super) fn describe(kind: &Kind) -> String {
    match kind {
        Kind::Text { .. } => "text".to_owned(),
        Kind::Tag => "text without commas".to_owned(),
        Kind::Prose => "prose".to_owned(),
        Kind::Id => "id: `a-z0-9-`, 1–80 characters".to_owned(),
        Kind::Date => "date".to_owned(),
        Kind::Number(range) => match (range.min.is_finite(), range.max.is_finite(), range.above) {
            (true, true, _) => format!("number, {} to {}", range.min, range.max),
            (true, false, true) => format!("number > {}", range.min),
            (true, false, false) => format!("number ≥ {}", range.min),
            _ => "number".to_owned(),
        },
        Kind::Whole { min } => format!("whole number ≥ {min}"),
        Kind::Percent => "percent".to_owned(),
        Kind::Money => "money".to_owned(),
        Kind::Bool => "true/false".to_owned(),
        Kind::Url => "absolute http(s) address".to_owned(),
        Kind::Email => "e-mail address".to_owned(),
        Kind::Phone => "telephone number".to_owned(),
        Kind::Choice(choices) => {
            let words: Vec<String> =
                choices.iter().map(|choice| format!("`{}` {}", choice.en, choice.fa)).collect();
            words.join(" · ")
        }
        Kind::Ref(kind) => format!("→ {}", kind.en()),
        Kind::DecisionRef => "→ decision, as `meeting/decision`".to_owned(),
        Kind::MediaFile => "file under `content/media/`".to_owned(),
        Kind::Photo => "photo under `content/media/`".to_owned(),
        Kind::BoundaryFile => "`.geojson` file under `content/neighborhoods/`".to_owned(),
        Kind::Color => "`#rrggbb`, in quotes".to_owned(),
        Kind::Icon => "name of an icon of the theme".to_owned(),
        Kind::Theme => "name of a folder under `themes/`".to_owned(),
        Kind::Code => "code of a finding of the privacy guard".to_owned(),
        Kind::Digest => "SHA-256, 64 hexadecimal digits".to_owned(),
        Kind::List(Kind::Map(_)) => "[] {}".to_owned(),
        Kind::List(inner) => format!("[] {}", describe(inner)),
        Kind::Map(_) => "{}".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_breaks_its_table() {
        for line in format_md().lines().filter(|line| line.starts_with("| ")) {
            assert_eq!(line.matches('|').count(), 6, "{line}");
        }
    }
}
