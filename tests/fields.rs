//! A text that a record gives is shown: on the page of the record, in the search, in the tables, and in packages.
//!
//! The test goes through the declarations, so that a new field which is forgotten in one of these places fails it.

use std::fmt::Write as _;
use std::io::{Cursor, Read};

use karnameh::fields::{Disclosure, Field, Kind};
use karnameh::model::{RecordKind, own_fields};

use crate::support::record::required;
use crate::support::{Site, Tree, has_ending};

/// Where a text must be found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Page,
    Search,
    Tables,
    Package,
}

/// What is not shown somewhere, each with its reason.
const ALLOWED: &[(RecordKind, &str, Place, &str)] = &[(
    RecordKind::Model,
    "license",
    Place::Search,
    "nobody looks for a model by its license, and all models of a site mostly share one",
)];

/// The page that shows a record.
fn page(kind: RecordKind) -> String {
    match kind {
        RecordKind::Problem => "problems/index.html".to_owned(),
        RecordKind::Update => "activities/marked.html".to_owned(),
        kind => format!("{}/marked.html", kind.folder()),
    }
}

/// The places in which a text of a field must be found.
fn places(kind: RecordKind, field: &Field, is_line: bool) -> Vec<Place> {
    let mut places = vec![Place::Page, Place::Search];
    if is_line && kind != RecordKind::Page {
        places.push(Place::Tables);
    }
    let is_packed = matches!(kind, RecordKind::Activity | RecordKind::Model);
    if is_packed && field.disclosure == Disclosure::Public {
        places.push(Place::Package);
    }
    places
}

/// The optional fields of a kind that hold texts, and whether these are lines.
fn texts(kind: RecordKind) -> impl Iterator<Item = (&'static Field, bool)> {
    own_fields(kind).iter().filter(|field| !field.required).filter_map(move |field| match field.kind {
        // The title of a milestone or an indicator must be one that the activity has.
        Kind::Text { .. } | Kind::List(Kind::Text { .. } | Kind::Tag)
            if !(kind == RecordKind::Update
                && ["milestone", "indicator", "source", "note"].contains(&field.en)) =>
        {
            Some((field, true))
        }
        Kind::Prose | Kind::List(Kind::Prose) => Some((field, false)),
        _ => None,
    })
}

/// A word that nothing else on the site contains.
fn marker(kind: RecordKind, field: &Field) -> String {
    format!("zq{}{}zq", kind.en(), field.en).replace([' ', '_'], "")
}

/// All texts of the entries of a package.
fn unpacked(bytes: &[u8]) -> String {
    let mut package = zip::ZipArchive::new(Cursor::new(bytes)).expect("a package is a zip");
    let mut text = String::new();
    for at in 0..package.len() {
        let mut bytes = Vec::new();
        package.by_index(at).expect("an entry").read_to_end(&mut bytes).expect("an entry can be read");
        text += &String::from_utf8_lossy(&bytes);
    }
    text
}

fn bytes_of<'t>(tree: &'t Tree, name: &str) -> &'t [u8] {
    tree.files().find(|(known, _)| *known == name).expect("the file is there").1
}

/// The texts of some files in one.
fn joined(tree: &Tree, is_meant: impl Fn(&str) -> bool) -> String {
    let files = tree.files().filter(|(name, _)| is_meant(name));
    files.map(|(_, bytes)| String::from_utf8_lossy(bytes)).collect()
}

#[test]
fn every_text_of_a_record_is_shown() {
    let site = Site::new();
    for &kind in RecordKind::ALL {
        let mut record = required(kind, |_| "marked");
        if kind == RecordKind::Model {
            // A package has the activities that show the results of its model.
            record += "results: [marked]\n";
        }
        for (field, _) in texts(kind) {
            let _ = writeln!(record, "{}: {}", field.en, marker(kind, field));
        }
        site.write(&format!("content/{}/marked.yml", kind.folder()), record);
    }
    let tree = site.build();
    let search = joined(&tree, |name| name.starts_with("search/") || name.contains("/search"));
    let tables = joined(&tree, |name| name.starts_with("data/") && has_ending(name, "csv"));
    let package = unpacked(bytes_of(&tree, "models/marked.karnameh.zip"));
    let mut missing = Vec::new();
    let mut unused: Vec<_> = ALLOWED.to_vec();
    for &kind in RecordKind::ALL {
        let page = tree.text(&page(kind));
        for (field, is_line) in texts(kind) {
            let marker = marker(kind, field);
            for place in places(kind, field, is_line) {
                let text = match place {
                    Place::Page => page,
                    Place::Search => &search,
                    Place::Tables => &tables,
                    Place::Package => &package,
                };
                if text.contains(&marker) {
                    continue;
                }
                let known = unused.len();
                unused.retain(|&(of, en, at, _)| (of, en, at) != (kind, field.en, place));
                if unused.len() == known {
                    missing.push(format!("{kind:?}.{}: {place:?}", field.en));
                }
            }
        }
    }
    assert_eq!(missing, [""; 0], "show the text there, or say in ALLOWED why not");
    assert!(unused.is_empty(), "shown after all: {unused:?}");
}
