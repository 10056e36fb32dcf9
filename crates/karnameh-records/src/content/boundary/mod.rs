//! Boundaries: GeoJSON files that neighborhoods name, each with its license.

mod geojson;

use std::collections::BTreeSet;
use std::sync::Arc;

use super::source::read_text;
use super::walk::{SourceFile, unused_boundary};
use crate::diag::codes::files::{
    BAD_BOUNDARY, BOUNDARY_LICENSE, BOUNDARY_REFERENCE, BOUNDARY_SHAPE, TOO_LARGE,
};
use crate::diag::{Diagnostic, MachineError, Place};
use crate::model::{Boundary, Neighborhood, Polygon};
use crate::persian::numbers::fa_digits;
use crate::persian::text::clean;

use geojson::{Fault, GeoJson};

/// Reads the boundaries that are named; the others are stray files. Those that are sound are in the byte order of their
/// files.
pub(super) fn read(
    neighborhoods: &[Neighborhood],
    files: Vec<SourceFile>,
    out: &mut Vec<Diagnostic>,
) -> Result<Vec<Boundary>, MachineError> {
    let named: BTreeSet<&str> =
        neighborhoods.iter().filter_map(|record| record.boundary.as_deref()).collect();
    let (files, stray): (Vec<_>, Vec<_>) = files.into_iter().partition(|file| named.contains(&*file.below));
    out.extend(stray.into_iter().map(unused_boundary));
    let mut sound = Vec::with_capacity(files.len());
    for file in &files {
        match read_text(file)? {
            Ok(source) => sound.extend(boundary(file, &source.text, out)),
            Err(refused) => out.push(told_of_a_map(*refused)),
        }
    }
    sound.sort_by(|a, b| a.file.cmp(&b.file));
    Ok(sound)
}

/// The boundary of a file; everything that is wrong with it goes to `out`.
fn boundary(file: &SourceFile, text: &str, out: &mut Vec<Diagnostic>) -> Option<Boundary> {
    let geojson = match GeoJson::parse(text) {
        Ok(geojson) => geojson,
        Err(error) => {
            out.push(not_geojson(file, &error));
            return None;
        }
    };
    let license = license(&geojson);
    if license.is_none() {
        out.push(without_license(file));
    }
    if let Some(reference) = geojson.foreign_reference() {
        out.push(other_reference(file, text, &reference));
        return None;
    }
    let polygons: Option<Vec<Polygon>> =
        geojson.polygons().map_err(|fault| out.push(shape(file, &fault))).ok();
    Some(Boundary { file: file.below.clone(), license: license?.into(), polygons: polygons? })
}

/// The license as texts are kept; none where it is empty or holds what no text may.
fn license(geojson: &GeoJson) -> Option<Box<str>> {
    let license = clean(geojson.license()?.trim()).ok()?.text;
    (!license.is_empty()).then(|| license.into())
}

fn without_license(file: &SourceFile) -> Diagnostic {
    Diagnostic::new(
        BOUNDARY_LICENSE,
        whole(file),
        "این فایل مرز در بالاترین سطح متن «license» ندارد.",
        "This boundary has no top-level `license` text.",
    )
    .field("license")
    .hint(
        "برای نمونه بنویسید: \"license\": \"ODbL 1.0, OpenStreetMap contributors\"",
        "Write for example \"license\": \"ODbL 1.0, OpenStreetMap contributors\"",
    )
}

fn other_reference(file: &SourceFile, text: &str, reference: &str) -> Diagnostic {
    let line = text.lines().position(|line| line.contains("\"crs\"")).map_or(0, |line| line + 1);
    let column = u32::from(line > 0);
    let line = u32::try_from(line).unwrap_or(0);
    Diagnostic::new(
        BOUNDARY_REFERENCE,
        Place::new(Arc::clone(&file.name), line, column, column),
        format!("این فایل مرز در دستگاه مختصات «{reference}» است، نه WGS 84."),
        format!("This boundary is in the coordinate system `{reference}`, not in WGS 84."),
    )
    .field("crs")
    .hint(
        "در برنامهٔ نقشه آن را با WGS 84 (EPSG:4326) دوباره ذخیره کنید.",
        "Save it again in WGS 84 (EPSG:4326) in the map program.",
    )
}

fn not_geojson(file: &SourceFile, error: &serde_json::Error) -> Diagnostic {
    let number = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    let at = Place::new(Arc::clone(&file.name), number(error.line()), number(error.column()).max(1), 1);
    if geojson::is_out_of_range(error) {
        return Diagnostic::new(
            BOUNDARY_SHAPE,
            at,
            "این نقطه بیرون از بازهٔ طول (۱۸۰− تا ۱۸۰) و عرض جغرافیایی (۹۰− تا ۹۰) است.",
            "This position is outside the ranges of longitude (-180 to 180) and latitude (-90 to 90).",
        )
        .field("coordinates")
        .hint(
            "مرز را با مختصات WGS 84 (EPSG:4326) و به ترتیب طول، سپس عرض بگیرید.",
            "Export it in WGS 84 (EPSG:4326), longitude before latitude.",
        );
    }
    Diagnostic::new(
        BAD_BOUNDARY,
        at,
        "این فایل مرز، GeoJSON درستی نیست.",
        "This boundary is not valid GeoJSON.",
    )
    .hint(
        "فایل را از برنامهٔ نقشه با قالب GeoJSON دوباره بگیرید.",
        "Export it again as GeoJSON from the map program.",
    )
}

/// What is wrong with a geometry that could be read.
fn shape(file: &SourceFile, fault: &Fault) -> Diagnostic {
    let fa = |number: usize| fa_digits(&number.to_string());
    let (told_fa, told_en) = match *fault {
        Fault::NoArea => ("این فایل مرز هیچ سطحی ندارد.".to_owned(), "This boundary has no area.".to_owned()),
        Fault::Malformed => (
            "مختصات این فایل به شکل «type» آن نیست.".to_owned(),
            "The coordinates of this file are not those of its `type`.".to_owned(),
        ),
        Fault::Short { polygon, ring } => (
            format!("حلقهٔ {} از چندضلعی {} کمتر از چهار نقطه دارد.", fa(ring), fa(polygon)),
            format!("Ring {ring} of polygon {polygon} has fewer than four positions."),
        ),
        Fault::Open { polygon, ring } => (
            format!(
                "حلقهٔ {} از چندضلعی {} بسته نیست: نقطهٔ پایانش همان نقطهٔ آغازش نیست.",
                fa(ring),
                fa(polygon)
            ),
            format!("Ring {ring} of polygon {polygon} is not closed: its last position is not its first."),
        ),
        Fault::Flat { polygon, ring } => (
            format!("حلقهٔ {} از چندضلعی {} سطحی ندارد: همهٔ نقطه‌هایش بر یک خط است.", fa(ring), fa(polygon)),
            format!("Ring {ring} of polygon {polygon} has no area: its positions lie on one line."),
        ),
    };
    Diagnostic::new(BOUNDARY_SHAPE, whole(file), told_fa, told_en).field("coordinates").hint(
        "مرز را به صورت Polygon یا MultiPolygon با حلقه‌های بسته بگیرید.",
        "Export it as a Polygon or MultiPolygon whose rings are closed.",
    )
}

/// A file that is too large can't be split as records can.
fn told_of_a_map(found: Diagnostic) -> Diagnostic {
    if !std::ptr::eq(found.code, TOO_LARGE) {
        return found;
    }
    found.hint(
        "مرز را در برنامهٔ نقشه ساده کنید؛ چند صد نقطه بس است.",
        "Simplify it in the map program; a few hundred positions are enough.",
    )
}

fn whole(file: &SourceFile) -> Place {
    Place::file(Arc::clone(&file.name))
}
