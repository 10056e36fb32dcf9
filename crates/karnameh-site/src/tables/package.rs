//! `data/datapackage.json`: what there is, for programs (Frictionless Data Package v1).
//!
//! CSV files are tabular resources with schemas and foreign keys; JSON, XLSX and `progress.json` are named with their
//! digests and sizes alone. Keys that begin with `karnameh:` are ours.

use serde_json::{Map, Value, json};

use crate::config::Identity;
use crate::figures::CONTRACT_VERSION;
use crate::persian::Day;

use super::FOLDER;
use super::column::{About, Kind};
use super::format::Format;
use super::licenses;
use super::table::Table;

/// A data file that was written.
#[derive(Debug, Clone)]
pub struct Written {
    /// Its address from the site's root.
    pub address: String,
    /// Its size in bytes.
    pub bytes: u64,
    /// The SHA-256 of its bytes, hexadecimal.
    pub sha256: String,
}

/// All that the description tells of beside the tables.
#[derive(Debug, Clone, Copy)]
pub struct Package<'a> {
    /// Who publishes, under which license.
    pub identity: &'a Identity,
    /// The site's absolute address.
    pub url: Option<&'a str>,
    /// The report's day.
    pub day: Day,
}

impl Package<'_> {
    /// The address of the description.
    pub const ADDRESS: &'static str = "data/datapackage.json";

    /// The bytes of the description; `of` are the files of each table, `others` those that are no tables.
    pub fn json(&self, of: &[(&Table<'_>, &[(Format, Written)])], others: &[Written]) -> Vec<u8> {
        let mut resources = Vec::new();
        for (table, files) in of {
            for (format, file) in *files {
                resources.push(resource(table, *format, file));
            }
        }
        resources.extend(others.iter().map(other));
        format!("{:#}\n", self.head(resources)).into_bytes()
    }

    fn head(&self, resources: Vec<Value>) -> Value {
        let identity = self.identity;
        let mut head = Map::new();
        let mut put = |key: &str, value: Value| drop(head.insert(key.to_owned(), value));
        put("profile", "data-package".into());
        put("name", "karnameh".into());
        put("title", identity.title.typed().into());
        put("version", self.day.iso().into());
        put("created", format!("{}T00:00:00+03:30", self.day.iso()).into());
        put("karnameh:version", CONTRACT_VERSION.into());
        put("karnameh:as_of", self.day.iso().into());
        put("karnameh:as_of_jalali", self.day.jalali().to_string().into());
        put("karnameh:province", identity.province.typed().into());
        if let Some(url) = self.url {
            put("homepage", url.into());
        }
        if let Some(publisher) = &identity.publisher {
            put("contributors", json!([{ "title": publisher.typed(), "role": "publisher" }]));
        }
        if let Some(license) = &identity.license {
            put("licenses", json!([license_of(license.typed())]));
        }
        put("resources", resources.into());
        Value::Object(head)
    }
}

/// A license by the name that programs know, else by its text alone.
fn license_of(text: &str) -> Value {
    match licenses::known(text) {
        Some(known) => json!({ "name": known.name, "path": known.path, "title": text }),
        None => json!({ "name": "notspecified", "title": text }),
    }
}

/// A file in the folder of the description.
fn file(written: &Written, name: &str, media_type: &str) -> Map<String, Value> {
    let path = written.address.strip_prefix(FOLDER).and_then(|path| path.strip_prefix('/'));
    let mut of = Map::new();
    of.insert("name".to_owned(), name.into());
    of.insert("path".to_owned(), path.unwrap_or(&written.address).into());
    of.insert("mediatype".to_owned(), media_type.into());
    of.insert("bytes".to_owned(), written.bytes.into());
    of.insert("hash".to_owned(), format!("sha256:{}", written.sha256).into());
    of
}

/// A file that is no table.
fn other(written: &Written) -> Value {
    let stem = written.address.rsplit('/').next().unwrap_or_default().trim_end_matches(".json");
    let mut of = file(written, stem, Format::Json.media_type());
    of.insert("profile".to_owned(), "data-resource".into());
    of.insert("format".to_owned(), "json".into());
    Value::Object(of)
}

/// A table in one of its forms.
fn resource(table: &Table<'_>, format: Format, written: &Written) -> Value {
    let name = match format {
        Format::Csv => table.name().to_owned(),
        format => format!("{}-{}", table.name(), format.ending()),
    };
    let mut of = file(written, &name, format.media_type());
    of.insert("format".to_owned(), format.ending().into());
    of.insert("title".to_owned(), table.about.fa.into());
    of.insert(
        "description".to_owned(),
        format!("{} {}", table.about.meaning_fa, table.about.meaning_en).into(),
    );
    if format == Format::Csv {
        of.insert("profile".to_owned(), "tabular-data-resource".into());
        of.insert("encoding".to_owned(), "utf-8".into());
        of.insert("dialect".to_owned(), json!({ "lineTerminator": "\r\n" }));
        of.insert("schema".to_owned(), schema(table));
    } else {
        of.insert("profile".to_owned(), "data-resource".into());
    }
    Value::Object(of)
}

/// The schema of a table's CSV.
fn schema(table: &Table<'_>) -> Value {
    let fields: Vec<Value> = table.columns.iter().flat_map(|about| fields(about, table.about.key)).collect();
    let mut keys: Vec<Value> =
        table.columns.iter().filter_map(|about| foreign_key(about, table.name())).collect();
    if let Some((own, to, theirs)) = table.refers {
        keys.push(json!({ "fields": own, "reference": { "resource": to, "fields": theirs } }));
    }
    let mut schema = json!({ "fields": fields, "primaryKey": table.about.key, "missingValues": [""] });
    if !keys.is_empty() {
        schema["foreignKeys"] = keys.into();
    }
    schema
}

/// A column of one id refers to a row; lists of ids can't be told in a schema.
fn foreign_key(about: &About, table: &str) -> Option<Value> {
    let to = about.refers.filter(|_| about.kind == Kind::Id)?;
    let resource = if to == table { "" } else { to };
    Some(json!({ "fields": about.name(), "reference": { "resource": resource, "fields": "id" } }))
}

/// The fields of a column: a date has a Solar Hijri twin.
fn fields(about: &About, key: &[&str]) -> Vec<Value> {
    let (unit_fa, unit_en) = about.unit_words();
    let mut constraints = constraints(about.kind);
    if about.required || key.contains(&&*about.name()) {
        constraints.insert("required".to_owned(), true.into());
    }
    let mut field = json!({
        "name": about.name(),
        "title": about.fa(),
        "type": kind(about.kind),
        "description": format!("{} {}", about.meaning_fa, about.meaning_en),
    });
    if !unit_fa.is_empty() {
        field["karnameh:unit"] = json!({ "fa": unit_fa, "en": unit_en });
    }
    if !constraints.is_empty() {
        field["constraints"] = constraints.into();
    }
    let twin = json!({
        "name": format!("{}_jalali", about.name()),
        "title": format!("{} (شمسی)", about.fa()),
        "type": "string",
        "description": "همان روز در گاه‌شماری هجری خورشیدی. The same day in the Solar Hijri calendar.",
        "constraints": { "pattern": r"\d{4}-\d{2}-\d{2}" },
    });
    if about.kind == Kind::Date { vec![field, twin] } else { vec![field] }
}

/// The type of a column in a schema.
fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Date => "date",
        Kind::Number | Kind::Percent | Kind::Points | Kind::Share => "number",
        Kind::Whole | Kind::Money => "integer",
        Kind::Bool => "boolean",
        _ => "string",
    }
}

fn constraints(kind: Kind) -> Map<String, Value> {
    let value = match kind {
        Kind::Percent => json!({ "minimum": 0, "maximum": 100 }),
        Kind::People => json!({ "pattern": r"<?\d+" }),
        Kind::Choice(choices) => {
            json!({ "enum": choices.iter().map(|choice| choice.en).collect::<Vec<_>>() })
        }
        _ => return Map::new(),
    };
    if let Value::Object(map) = value { map } else { Map::new() }
}
