//! Measures `karnameh build`, in total and by stage, and `cp -r` of its result.

use std::io;
use std::path::Path;
use std::process::Command;

use super::{Cost, copy, cost_of, machine, median, remove, size_of, workplace};
use crate::generator::Corpus;

/// The number of runs, of which the median counts. Large corpora run less often, because every run keeps its output on disk.
fn runs(activities: usize) -> usize {
    if activities > 20_000 { 3 } else { 5 }
}

/// The measurements of one corpus.
struct Row {
    activities: usize,
    files: usize,
    bytes: u64,
    fresh: Cost,
    again: Cost,
    copied: Cost,
}

/// Measures corpora of the given sizes and prints the tables.
pub(crate) fn run(sizes: &[usize]) -> io::Result<()> {
    let mut rows = Vec::new();
    for &activities in sizes {
        eprintln!("{activities} activities …");
        rows.push(measure(activities)?);
    }
    println!("{}; medians of 5 runs, of 3 above 20,000; processor time in steps of 10 ms.\n", machine());
    print_whole(&rows);
    print_stages(&rows);
    Ok(())
}

/// Alternates new builds, builds over an identical site, and copies, so that other load on the machine affects all equally.
fn measure(activities: usize) -> io::Result<Row> {
    let source = workplace(&format!("corpus-{activities}"))?;
    Corpus::of(activities).write(&source)?;
    let (mut fresh, mut again, mut copied) = (Vec::new(), Vec::new(), Vec::new());
    // Nothing is deleted between the runs: see `measure`.
    for run in 0..runs(activities) {
        let site = source.join(format!("output/site-{run}"));
        fresh.push(build(&source, &site)?);
        again.push(build(&source, &site)?);
        copied.push(copy(&site, &source.join(format!("copy-{run}")))?);
    }
    let (files, bytes) = size_of(&source.join("output/site-0"))?;
    remove(&source)?;
    let [fresh, again, copied] = [fresh, again, copied].map(median);
    Ok(Row { activities, files, bytes, fresh, again, copied })
}

/// Runs the program on a source folder.
fn build(source: &Path, site: &Path) -> io::Result<Cost> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_karnameh"));
    command.args(["build", "--timings", "--lang", "en", "--source"]).arg(source).arg("--output").arg(site);
    let cost = cost_of(&mut command)?;
    if !site.join("manifest.json").exists() {
        return Err(io::Error::other("the build published nothing"));
    }
    Ok(cost)
}

fn print_whole(rows: &[Row]) {
    println!(
        "| activities | files | MB | build, s | CPU, s | ms a file | again, CPU s | `cp -r`, CPU s | build : copy | peak, MiB | KiB a record |"
    );
    println!("|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|");
    for Row { activities, files, bytes, fresh, again, copied } in rows {
        println!(
            "| {activities} | {files} | {:.1} | {:.2} | {:.2} | {:.3} | {:.2} | {:.2} | {:.1} | {:.0} | {:.1} |",
            *bytes as f64 / 1e6,
            fresh.wall,
            fresh.cpu,
            fresh.cpu * 1000.0 / *files as f64,
            again.cpu,
            copied.cpu,
            fresh.cpu / copied.cpu,
            fresh.peak / 1024.0,
            fresh.peak / *activities as f64,
        );
    }
}

/// Prints the `--timings` of the median build of each size.
fn print_stages(rows: &[Row]) {
    let stages: Vec<_> = rows.iter().map(|row| stages(&row.fresh.said)).collect();
    let Some(names) = stages.last().filter(|stages| !stages.is_empty()) else { return };
    println!(
        "\n| stage, ms |{}",
        rows.iter().map(|row| format!(" {} |", row.activities)).collect::<Vec<_>>().concat()
    );
    println!("|--|{}", "--:|".repeat(rows.len()));
    for (name, _) in names {
        let of = |stages: &Vec<(String, f64)>| {
            stages.iter().find(|(other, _)| other == name).map_or(0.0, |stage| stage.1)
        };
        println!(
            "| {name} |{}",
            stages.iter().map(|stages| format!(" {:.1} |", of(stages))).collect::<Vec<_>>().concat()
        );
    }
}

/// Parses the lines of `--timings`: a name and milliseconds («render 12.3 ms»).
fn stages(said: &str) -> Vec<(String, f64)> {
    said.lines()
        .filter_map(|line| {
            let (name, time) = line.trim().strip_suffix("ms")?.trim_end().rsplit_once(char::is_whitespace)?;
            Some((name.trim().to_owned(), time.replace(',', "").parse().ok()?))
        })
        .collect()
}
