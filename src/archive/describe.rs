//! Creates `ro-crate-metadata.json`, which describes the package in the vocabulary of RO-Crate 1.1
//! (<https://www.researchobject.org/ro-crate/specification/1.1/>).
//!
//! The crate's root is the bag's `data/`. All pages together are one dataset, since thousands of entities would help nobody;
//! the files below `site/data/` are described individually.

use serde_json::{Value, json};

use super::edition::{Edition, PROGRAM};
use super::item::Item;

/// Creates the metadata. `payload` contains the files below `data/`.
pub(super) fn crate_metadata(edition: &Edition, payload: &[Item]) -> Vec<u8> {
    let mut files: Vec<&Item> = payload.iter().filter(|item| is_described(&item.path)).collect();
    files.sort_by(|a, b| a.path.cmp(&b.path));
    let mut parts = vec![json!({"@id": "site/"})];
    if edition.with_sources {
        parts.push(json!({"@id": "source/"}));
    }
    let mut graph = vec![
        json!({
            "@id": "ro-crate-metadata.json",
            "@type": "CreativeWork",
            "about": {"@id": "./"},
            "conformsTo": {"@id": "https://w3id.org/ro/crate/1.1"},
        }),
        root(edition, &parts),
        site(edition, &files),
    ];
    if edition.with_sources {
        graph.push(json!({
            "@id": "source/",
            "@type": "Dataset",
            "name": "رکوردها و قالب‌ها · records and themes",
            "description": "Internal: not to be published.",
        }));
    }
    graph.extend(files.into_iter().map(file));
    graph.extend(others(edition));
    let document = json!({"@context": "https://w3id.org/ro/crate/1.1/context", "@graph": graph});
    let mut text = serde_json::to_vec_pretty(&document).unwrap_or_default();
    text.push(b'\n');
    text
}

fn is_described(path: &str) -> bool {
    path == "data/site/index.html" || path == "data/site/manifest.json" || path.starts_with("data/site/data/")
}

fn root(edition: &Edition, parts: &[Value]) -> Value {
    json!({
        "@id": "./",
        "@type": "Dataset",
        "identifier": edition.name,
        "name": edition.title,
        "description": [edition.description_fa(), edition.description_en()],
        "datePublished": edition.day.iso(),
        "inLanguage": "fa",
        "license": {"@id": "#license"},
        "publisher": {"@id": "#publisher"},
        "spatialCoverage": {"@id": "#province"},
        "mentions": {"@id": "#made"},
        "hasPart": parts,
    })
}

fn site(edition: &Edition, files: &[&Item]) -> Value {
    let parts: Vec<Value> = files.iter().map(|item| json!({"@id": id(item)})).collect();
    let mut site = json!({
        "@id": "site/",
        "@type": "Dataset",
        "name": format!("سایت گزارش · the site «{}»", edition.title),
        "inLanguage": "fa",
        "hasPart": parts,
    });
    if let Some(url) = &edition.url {
        site["url"] = json!(format!("{url}/"));
    }
    site
}

fn file(item: &Item) -> Value {
    json!({
        "@id": id(item),
        "@type": "File",
        "name": id(item),
        "contentSize": item.size().to_string(),
        "encodingFormat": super::wacz::media_type(&item.path),
    })
}

/// Returns a file's path relative to the crate's root.
fn id(item: &Item) -> &str {
    item.path.strip_prefix("data/").unwrap_or(&item.path)
}

/// Returns the publisher, the license, the province, the program, and the action by which the program created the site.
fn others(edition: &Edition) -> [Value; 5] {
    let license = edition.license.as_deref().unwrap_or("مجوزی ذکر نشده است · not stated");
    [
        json!({"@id": "#publisher", "@type": "Organization", "name": edition.publisher}),
        json!({"@id": "#license", "@type": "CreativeWork", "name": license}),
        json!({"@id": "#province", "@type": "Place", "name": edition.province}),
        json!({"@id": "#karnameh", "@type": "SoftwareApplication", "name": PROGRAM, "version": env!("CARGO_PKG_VERSION")}),
        json!({
            "@id": "#made",
            "@type": "CreateAction",
            "name": "ساخت ویرایش · making of the edition",
            "instrument": {"@id": "#karnameh"},
            "agent": {"@id": "#publisher"},
            "result": {"@id": "site/"},
            "endTime": edition.day.iso(),
        }),
    ]
}
