//! The data files: written before the pages, since the page of open data tells their sizes.

use std::path::Path;

use rayon::prelude::*;

use crate::diag::MachineError;
use crate::figures;
use crate::output::Stage as Staging;
use crate::persian::text::Text;
use crate::site::Addresses;
use crate::site::data::{DataFile, OpenData};
use crate::tables::{self, Context, Format, Imprint, PROGRESS, Package, Table, Written};

use super::{Failure, Parts};

/// Writes every data file, and says what there is; a check writes nothing and says the same without sizes.
pub(super) fn write(
    parts: &Parts<'_>,
    addresses: &Addresses<'_>,
    staging: Option<&Staging>,
) -> Result<OpenData, Failure> {
    let identity = &parts.config.identity;
    let context = Context {
        dataset: parts.edition,
        figures: parts.figures,
        thresholds: &parts.config.thresholds,
        site_title: identity.title.typed(),
        addresses,
    };
    let tables = tables::tables(context);
    let Some(staging) = staging else { return Ok(unwritten(&tables)) };
    let json = figures::progress_json(parts.edition, parts.figures, identity.title.typed());
    let figures = put(staging, PROGRESS.to_owned(), &json)?;
    let written = write_tables(parts, &tables, staging)?;
    let package = Package { identity, url: parts.config.publication.url.as_deref(), day: parts.figures.day };
    let of: Vec<(&Table<'_>, &[(Format, Written)])> =
        tables.iter().zip(written.iter().map(Vec::as_slice)).collect();
    let description = package.json(&of, std::slice::from_ref(&figures));
    let description = put(staging, Package::ADDRESS.to_owned(), &description)?;
    Ok(OpenData {
        tables: of
            .iter()
            .map(|(table, files)| {
                tables::describe(table, files.iter().map(|(format, file)| offered(*format, file)).collect())
            })
            .collect(),
        others: [figures, description].iter().map(|file| offered(Format::Json, file)).collect(),
    })
}

/// Writes every table in every form that holds it, in parallel, the long ones too: each is made by itself.
fn write_tables(
    parts: &Parts<'_>,
    tables: &[Table<'_>],
    staging: &Staging,
) -> Result<Vec<Vec<(Format, Written)>>, Failure> {
    let edition = Imprint {
        day: parts.figures.day,
        publisher: parts.config.identity.publisher.as_ref().map(Text::typed).unwrap_or_default(),
        scratch: staging.folder(),
    };
    tables
        .par_iter()
        .map(|table| {
            let forms: Vec<Format> = Format::ALL.into_iter().filter(|format| format.holds(table)).collect();
            forms
                .into_par_iter()
                .map(|format| {
                    let address = format.address(table);
                    let bytes = format.write(table, edition).map_err(|error| {
                        Failure::Machine(MachineError::writing(
                            Path::new(&address),
                            std::io::Error::other(error.to_string()),
                        ))
                    })?;
                    Ok((format, put(staging, address, &bytes)?))
                })
                .collect()
        })
        .collect()
}

fn put(staging: &Staging, address: String, bytes: &[u8]) -> Result<Written, Failure> {
    let sha256 = staging.write(&address, bytes)?.to_string();
    Ok(Written { address, bytes: bytes.len() as u64, sha256 })
}

/// A file for the page of open data.
fn offered(format: Format, file: &Written) -> DataFile {
    DataFile { address: file.address.clone(), format: format.name().to_owned(), bytes: Some(file.bytes) }
}

/// What there would be.
fn unwritten(tables: &[Table<'_>]) -> OpenData {
    let file =
        |format: Format, address: String| DataFile { address, format: format.name().to_owned(), bytes: None };
    OpenData {
        tables: tables
            .iter()
            .map(|table| {
                let forms = Format::ALL.into_iter().filter(|format| format.holds(table));
                tables::describe(table, forms.map(|format| file(format, format.address(table))).collect())
            })
            .collect(),
        others: [PROGRESS, Package::ADDRESS].map(|address| file(Format::Json, address.to_owned())).into(),
    }
}
