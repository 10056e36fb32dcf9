//! Measures builds of corpora with 1,000, 10,000 and 100,000 activities, compared with copying the finished site.
//!
//! ```text
//! cargo bench --bench corpus                       all sizes, 5 runs each, as Markdown tables
//! cargo bench --bench corpus -- 1000 10000         these sizes
//! cargo bench --bench corpus -- output             the output module alone, on 10,650 pages of made-up bytes
//! cargo bench --bench corpus -- generate DIR N     only writes DIR/content
//! ```
//!
//! [`generator`] creates the same corpus every time; [`measure`] runs the builds and prints the tables in
//! `docs/PERFORMANCE.md`.

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a bench prints what it measured")]

mod generator;
mod measure;

use std::io;
use std::path::Path;
use std::process::ExitCode;

use generator::Corpus;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    // `cargo test --all-targets` also runs benches, but without `--bench`. Measuring would only waste time then.
    let measures = arguments.iter().any(|argument| argument == "--bench");
    let words: Vec<&str> =
        arguments.iter().map(String::as_str).filter(|word| !word.starts_with("--")).collect();
    let done = match words.as_slice() {
        ["generate", folder, activities] => generate(folder, activities),
        ["output"] => measure::output::run(),
        _ if !measures => Ok(()),
        sizes => run(sizes),
    };
    done.map_or_else(
        |error| {
            eprintln!("{error}");
            ExitCode::FAILURE
        },
        |()| ExitCode::SUCCESS,
    )
}

fn generate(folder: &str, activities: &str) -> io::Result<()> {
    let files = Corpus::of(number(activities)?).write(Path::new(folder))?;
    println!("{files} files in {folder}/content");
    Ok(())
}

fn run(sizes: &[&str]) -> io::Result<()> {
    let sizes: Vec<usize> = sizes.iter().map(|size| number(size)).collect::<io::Result<_>>()?;
    measure::build::run(if sizes.is_empty() { &[1_000, 10_000, 100_000] } else { &sizes })
}

fn number(text: &str) -> io::Result<usize> {
    text.replace([',', '_'], "")
        .parse()
        .map_err(|_| io::Error::other(format!("{text} is not a number of activities")))
}
