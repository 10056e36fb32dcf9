//! The output module alone: what staging, hashing and swapping add to copying the same files.

use std::io;
use std::path::Path;

use karnameh::output::{Digest, Head, Report, Target, Terms};
use rayon::prelude::*;

use super::{Cost, copy, cost, machine, median, remove, workplace};

const PAGES: usize = 10_650;
const BYTES: usize = 8_550;
const RUNS: usize = 7;

/// Measures fresh, unchanged and wholly changed sites, and `cp -r` of the same, and prints a table.
pub(crate) fn run() -> io::Result<()> {
    let folder = workplace("output")?;
    let (site, duplicate) = (folder.join("site"), folder.join("copy"));
    let editions = [pages("a"), pages("b")];
    let mut costs = [const { Vec::new() }; 4];
    for _ in 0..RUNS {
        remove(&site)?;
        costs[0].push(build(&folder, &editions[0], 0)?);
        costs[1].push(build(&folder, &editions[0], PAGES)?);
        costs[2].push(build(&folder, &editions[1], 0)?);
        costs[3].push(copy(&site, &duplicate)?);
    }
    remove(&folder)?;
    println!("{}; {PAGES} files of {BYTES} bytes; medians of {RUNS} runs.\n", machine());
    println!("| | s | CPU, s | ms a file |\n|--|--:|--:|--:|");
    for (name, costs) in
        ["a new site", "an equal site", "a site of which all files changed", "`cp -r`"].iter().zip(costs)
    {
        let Cost { wall, cpu, .. } = median(costs);
        println!("| {name} | {wall:.2} | {cpu:.2} | {:.3} |", cpu * 1000.0 / PAGES as f64);
    }
    Ok(())
}

/// Paths and bytes of an edition.
fn pages(edition: &str) -> Vec<(String, Vec<u8>)> {
    let page = |n: usize| {
        let mut text = format!("{edition} {n}\n").repeat(BYTES / 3).into_bytes();
        text.truncate(BYTES);
        (format!("activities/a{n:06}.html"), text)
    };
    (0..PAGES).map(page).collect()
}

fn build(folder: &Path, pages: &[(String, Vec<u8>)], unchanged: usize) -> io::Result<Cost> {
    let write = || -> Result<Report, karnameh::output::OutputError> {
        let content = folder.join("content");
        let target =
            Target::open(&folder.join("site"), Terms { force: false, content: &content, home: None })?;
        let stage = target.stage()?;
        pages.par_iter().try_for_each(|(path, bytes)| stage.write(path, bytes))?;
        let day = String::new();
        stage.finish(Head {
            version: day.clone(),
            as_of: day.clone(),
            as_of_jalali: day,
            content: Digest::of(b""),
        })
    };
    let (cost, report) = cost(write)?;
    let report = report.map_err(io::Error::other)?;
    assert_eq!((report.files, report.unchanged), (PAGES, unchanged));
    Ok(cost)
}
