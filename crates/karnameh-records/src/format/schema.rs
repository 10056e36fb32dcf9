//! The table as JSON Schema (draft 2020-12), for editors that complete keys and show what they are for.
//!
//! A schema knows nothing of folding, so it must not be stricter than the reader: unknown keys pass, and scalars may be
//! whatever YAML takes them for (`title: 1404`). What it can't say, `check` says. Start reading at [`json_schema`].

use serde_json::{Map, Value, json};

use crate::config::key::Site;
use crate::fields::{Field, Key, Kind, PhotoKey};
use crate::model::{RecordKind, all_fields};

const DRAFT: &str = "https://json-schema.org/draft/2020-12/schema";

/// The schema of the YAML of a kind of record: one record or a list of them.
pub fn json_schema(kind: RecordKind) -> Value {
    let mut defs = Map::new();
    let record = object(kind.en(), all_fields(kind), &mut defs);
    json!({
        "$schema": DRAFT,
        "title": format!("{} ({})", kind.fa(), kind.en()),
        "anyOf": [record, { "type": "array", "items": record }],
        "$defs": defs,
    })
}

/// The schema of `site.yml`.
pub fn site_schema() -> Value {
    let mut defs = Map::new();
    let site = object("site", Site::FIELDS, &mut defs);
    json!({ "$schema": DRAFT, "title": "site.yml", "anyOf": [site], "$defs": defs })
}

/// Defines a map with its fields under both names and refers to it. What is required may stand under either name.
fn object<'f>(
    name: &str,
    fields: impl IntoIterator<Item = &'f Field>,
    defs: &mut Map<String, Value>,
) -> Value {
    let (mut properties, mut required) = (Map::new(), Vec::new());
    for field in fields {
        let mut value = of_kind(&field.kind, &format!("{name}.{}", field.en), defs);
        value["description"] = format!("{} {}", field.sentence_fa, field.sentence_en).into();
        properties.insert(field.en.to_owned(), value);
        for other in field.names().skip(1) {
            properties.insert(
                other.to_owned(),
                json!({ "$ref": format!("#/$defs/{name}/properties/{}", field.en) }),
            );
        }
        if field.required {
            let names: Vec<Value> = field.names().map(|name| json!({ "required": [name] })).collect();
            required.push(json!({ "anyOf": names }));
        }
    }
    let mut object = json!({ "type": "object", "properties": properties });
    if !required.is_empty() {
        object["allOf"] = required.into();
    }
    defs.insert(name.to_owned(), object);
    json!({ "$ref": format!("#/$defs/{name}") })
}

fn of_kind(kind: &Kind, name: &str, defs: &mut Map<String, Value>) -> Value {
    match kind {
        Kind::List(inner) => {
            let item = of_kind(inner, name, defs);
            json!({ "anyOf": [item, { "type": "array", "items": item }] })
        }
        Kind::Map(fields) => json!({ "anyOf": [object(name, *fields, defs), { "type": "null" }] }),
        Kind::Photo => json!({ "anyOf": [scalar(), object("photo", PhotoKey::FIELDS, defs)] }),
        Kind::Choice(choices) => {
            let words: Vec<Value> =
                choices.iter().flat_map(|choice| [choice.en.into(), choice.fa.into()]).collect();
            json!({ "anyOf": [{ "enum": words }, scalar()] })
        }
        Kind::Bool => json!({ "anyOf": [{ "enum": [true, false, "بله", "خیر"] }, scalar()] }),
        Kind::Url => pattern("^[Hh][Tt][Tt][Pp][Ss]?://"),
        Kind::Color => pattern("^#[0-9a-fA-F]{6}$"),
        _ => scalar(),
    }
}

/// Any scalar; an empty one counts as absent.
fn scalar() -> Value {
    json!({ "type": ["string", "number", "boolean", "null"] })
}

fn pattern(pattern: &str) -> Value {
    json!({ "type": ["string", "null"], "pattern": pattern })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every reference inside a schema leads somewhere.
    fn check_refs(value: &Value, root: &Value) {
        match value {
            Value::Object(map) => {
                if let Some(Value::String(path)) = map.get("$ref") {
                    let pointer = path.trim_start_matches('#');
                    assert!(root.pointer(pointer).is_some(), "{path}");
                }
                for inner in map.values() {
                    check_refs(inner, root);
                }
            }
            Value::Array(items) => {
                for inner in items {
                    check_refs(inner, root);
                }
            }
            _ => {}
        }
    }

    #[test]
    fn both_names_and_what_is_required() {
        let schema = json_schema(RecordKind::Activity);
        let record = &schema["$defs"]["activity"];
        assert_eq!(record["properties"]["مهلت"]["$ref"], "#/$defs/activity/properties/due");
        assert_eq!(record["allOf"][0]["anyOf"][1]["required"][0], "عنوان");
        assert_eq!(schema["$defs"]["activity.milestones"]["properties"]["title"]["type"][0], "string");
        assert_eq!(site_schema()["$defs"]["site"]["properties"]["accent"]["pattern"], "^#[0-9a-fA-F]{6}$");
    }

    #[test]
    fn every_kind_has_a_small_schema_without_loose_ends() {
        for schema in RecordKind::ALL
            .iter()
            .copied()
            .map(json_schema)
            .collect::<Vec<_>>()
            .iter()
            .chain([&site_schema()])
        {
            check_refs(schema, schema);
            assert!(schema.to_string().len() < 32 * 1024, "{}", schema["title"]);
        }
    }
}
