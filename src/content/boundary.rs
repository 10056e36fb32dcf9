//! Boundaries: GeoJSON files that neighborhoods name, each with its license.

use std::sync::Arc;

use serde::Deserialize;

use super::source::read_text;
use super::walk::{SourceFile, unused_boundary};
use crate::diag::codes::files::{BAD_BOUNDARY, BOUNDARY_LICENSE};
use crate::diag::{Diagnostic, MachineError, Place};
use crate::model::Dataset;

/// Checks the boundaries that are named and returns them; the others are stray files.
pub(super) fn check(
    dataset: &Dataset,
    files: Vec<SourceFile>,
    out: &mut Vec<Diagnostic>,
) -> Result<Vec<SourceFile>, MachineError> {
    let named: std::collections::BTreeSet<&str> =
        dataset.neighborhoods.iter().filter_map(|record| record.boundary.as_deref()).collect();
    let (named, stray): (Vec<_>, Vec<_>) = files.into_iter().partition(|file| named.contains(&*file.below));
    out.extend(stray.into_iter().map(unused_boundary));
    for file in &named {
        match read_text(file)? {
            Ok(text) => out.extend(wrong_with(file, &text)),
            Err(refused) => out.push(*refused),
        }
    }
    Ok(named)
}

const TYPES: [&str; 9] = [
    "FeatureCollection",
    "Feature",
    "GeometryCollection",
    "Polygon",
    "MultiPolygon",
    "LineString",
    "MultiLineString",
    "Point",
    "MultiPoint",
];

/// What matters of a GeoJSON file.
#[derive(Deserialize)]
struct GeoJson {
    r#type: String,
    license: Option<serde_json::Value>,
}

fn wrong_with(file: &SourceFile, text: &str) -> Option<Diagnostic> {
    let whole = Place::file(Arc::clone(&file.name));
    match serde_json::from_str::<GeoJson>(text) {
        Err(error) => Some(not_geojson(file, &error)),
        Ok(geo) if !TYPES.contains(&geo.r#type.as_str()) => Some(bad(whole)),
        Ok(geo)
            if geo
                .license
                .as_ref()
                .and_then(|text| text.as_str())
                .is_none_or(|text| text.trim().is_empty()) =>
        {
            Some(
                Diagnostic::new(
                    BOUNDARY_LICENSE,
                    whole,
                    "این فایل مرز در بالاترین سطح متن «license» ندارد.",
                    "This boundary has no top-level `license` text.",
                )
                .field("license")
                .hint(
                    "برای نمونه بنویسید: \"license\": \"ODbL 1.0, OpenStreetMap contributors\"",
                    "Write for example \"license\": \"ODbL 1.0, OpenStreetMap contributors\"",
                ),
            )
        }
        Ok(_) => None,
    }
}

fn not_geojson(file: &SourceFile, error: &serde_json::Error) -> Diagnostic {
    let number = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    let (line, column) = (number(error.line()), number(error.column()).max(1));
    let at = Place::new(Arc::clone(&file.name), line, column, 1);
    if error.is_data() { bad(Place::file(Arc::clone(&file.name))) } else { bad(at) }
}

fn bad(at: Place) -> Diagnostic {
    Diagnostic::new(
        BAD_BOUNDARY,
        at,
        "این فایل مرز، GeoJSON درستی نیست.",
        "This boundary is no valid GeoJSON.",
    )
    .hint(
        "فایل را از برنامهٔ نقشه با قالب GeoJSON دوباره بگیرید.",
        "Export it again as GeoJSON from the map program.",
    )
}
