//! Measures the output module alone: the cost of staging, hashing and swapping, compared with copying the same files.

use std::io;
use std::path::Path;

use karnameh::diag::Complain;
use karnameh::digest::Digest;
use karnameh::output::{Head, Report, Target, Terms};
use rayon::prelude::*;

use super::{Cost, copy, cost, machine, median, remove, workplace};

const PAGES: usize = 10_650;
const BYTES: usize = 8_550;
const RUNS: usize = 5;

/// Measures new, identical and completely changed sites, and `cp -r`, and prints a table.
pub(crate) fn run() -> io::Result<()> {
    let folder = workplace("output")?;
    let editions = [pages("a"), pages("b")];
    let mut costs = [const { Vec::new() }; 4];
    // Nothing is deleted between the runs: see `measure`.
    for run in 0..RUNS {
        let site = folder.join(format!("site-{run}"));
        costs[0].push(build(&site, &editions[0], 0)?);
        costs[1].push(build(&site, &editions[0], PAGES)?);
        costs[2].push(copy(&site, &folder.join(format!("copy-{run}")))?);
    }
    costs[3].push(build(&folder.join("site-0"), &editions[1], 0)?);
    remove(&folder)?;
    println!("{}; {PAGES} files of {BYTES} bytes; medians of {RUNS} runs (the last: one).\n", machine());
    println!("| | s | CPU, s | ms a file |\n|--|--:|--:|--:|");
    let names = ["a new site", "an equal site", "`cp -r`", "a site of which all files changed"];
    for (name, costs) in names.iter().zip(costs) {
        let Cost { wall, cpu, .. } = median(costs);
        println!("| {name} | {wall:.2} | {cpu:.2} | {:.3} |", cpu * 1000.0 / PAGES as f64);
    }
    Ok(())
}

/// Returns the paths and bytes of an edition.
fn pages(edition: &str) -> Vec<(String, Vec<u8>)> {
    let page = |n: usize| {
        let mut text = format!("{edition} {n}\n").repeat(BYTES / 3).into_bytes();
        text.truncate(BYTES);
        (format!("activities/a{n:06}.html"), text)
    };
    (0..PAGES).map(page).collect()
}

fn build(site: &Path, pages: &[(String, Vec<u8>)], unchanged: usize) -> io::Result<Cost> {
    let write = || -> Result<Report, karnameh::output::OutputError> {
        let terms = Terms { force: false, content: Path::new("/no/content"), home: None };
        let target = Target::open(site, terms)?;
        let stage = target.stage()?;
        pages.par_iter().try_for_each(|(path, bytes)| stage.write(path, bytes).map(drop))?;
        let day = String::new();
        stage.finish(Head {
            version: day.clone(),
            as_of: day.clone(),
            as_of_jalali: day,
            content: Digest::of(b""),
        })
    };
    let (cost, report) = cost(write)?;
    let report = report.map_err(|error| io::Error::other(error.complaint().message.sentence.en))?;
    assert_eq!((report.files, report.unchanged), (PAGES, unchanged));
    Ok(cost)
}
