//! Measures wall time, CPU time and memory of processes through `/proc`, and computes medians.
//!
//! Nothing is deleted between runs. For some minutes after deletions, ext4 checks every recently freed inode before it reuses
//! one (`recently_deleted`). A copy of 10,000 files right after deleting as many takes ten times longer, and a build compared
//! with it looks ten times better than it is. [`copy`] warns if this seems to happen.

pub(crate) mod build;
pub(crate) mod output;

use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// The cost of one run.
#[derive(Debug, Clone, Default)]
pub(crate) struct Cost {
    /// Wall time in seconds.
    pub(crate) wall: f64,
    /// CPU time in seconds, user and system, of all threads.
    pub(crate) cpu: f64,
    /// Peak memory in KiB, or 0 if it was not measured.
    pub(crate) peak: f64,
    /// The standard output.
    pub(crate) said: String,
}

/// Runs a command to completion.
pub(crate) fn cost_of(command: &mut Command) -> io::Result<Cost> {
    let before = cpu()?;
    let begin = Instant::now();
    let mut child = command.stdout(Stdio::piped()).spawn()?;
    let mut out = child.stdout.take();
    // Read the output concurrently, so that a child with much output does not block on a full pipe.
    let reader = thread::spawn(move || {
        let mut said = String::new();
        out.as_mut().map_or(Ok(0), |out| out.read_to_string(&mut said)).map(|_| said)
    });
    let mut peak = 0.0;
    let status = loop {
        peak = high_water(child.id()).unwrap_or(peak);
        match child.try_wait()? {
            Some(status) => break status,
            None => thread::sleep(Duration::from_millis(2)),
        }
    };
    let wall = begin.elapsed().as_secs_f64();
    let said = reader.join().unwrap_or_else(|_| Err(io::Error::other("the reader failed")))?;
    if !status.success() {
        return Err(io::Error::other(format!("{command:?} ended with {status}: {said}")));
    }
    Ok(Cost { wall, cpu: cpu()? - before, peak, said })
}

/// Measures a function in this process.
pub(crate) fn cost<T>(run: impl FnOnce() -> T) -> io::Result<(Cost, T)> {
    let (before, begin) = (cpu()?, Instant::now());
    let answer = run();
    Ok((Cost { wall: begin.elapsed().as_secs_f64(), cpu: cpu()? - before, ..Cost::default() }, answer))
}

/// Returns the peak memory of a running process in KiB. The value only grows, so the last sample is the peak.
fn high_water(process: u32) -> Option<f64> {
    let status = fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().strip_suffix("kB")?.trim().parse().ok()
}

/// Returns the CPU seconds of this process and its finished children, in steps of 10 ms.
fn cpu() -> io::Result<f64> {
    let stat = fs::read_to_string("/proc/self/stat")?;
    // Skip the program's name, which can contain any character. Fields 14 to 17 of proc(5) are in hundredths of a second.
    let fields = stat.rsplit_once(')').map_or("", |(_, rest)| rest).split_whitespace();
    let ticks: Vec<f64> = fields.skip(11).take(4).filter_map(|field| field.parse().ok()).collect();
    Ok(ticks.iter().sum::<f64>() / 100.0)
}

/// Returns the run with the median CPU time.
pub(crate) fn median(mut costs: Vec<Cost>) -> Cost {
    costs.sort_by(|a, b| a.cpu.total_cmp(&b.cpu));
    let middle = costs.len() / 2;
    costs.into_iter().nth(middle).unwrap_or_default()
}

/// Copies a folder with `cp -r`.
pub(crate) fn copy(from: &Path, to: &Path) -> io::Result<Cost> {
    let cost = cost_of(Command::new("cp").arg("-r").args([from, to]))?;
    let (files, _) = size_of(to)?;
    if cost.cpu * 1000.0 > 0.15 * files.max(500) as f64 {
        eprintln!(
            "copying is slow here ({:.2} s of CPU for {files} files): wait some minutes, or name",
            cost.cpu
        );
        eprintln!("another disk in KARNAMEH_BENCH_DIR; figures against this copy flatter us");
    }
    Ok(cost)
}

/// Deletes a folder if it exists.
pub(crate) fn remove(folder: &Path) -> io::Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

/// Returns the numbers of files and bytes in a folder.
pub(crate) fn size_of(folder: &Path) -> io::Result<(usize, u64)> {
    let (mut files, mut bytes) = (0, 0);
    for entry in walkdir::WalkDir::new(folder) {
        let entry = entry?;
        if entry.file_type().is_file() {
            files += 1;
            bytes += entry.metadata()?.len();
        }
    }
    Ok((files, bytes))
}

/// Creates an empty folder on the project's disk, or in `KARNAMEH_BENCH_DIR` if that is set.
pub(crate) fn workplace(name: &str) -> io::Result<PathBuf> {
    let disk = std::env::var_os("KARNAMEH_BENCH_DIR").unwrap_or_else(|| env!("CARGO_TARGET_TMPDIR").into());
    let folder = Path::new(&disk).join(name);
    remove(&folder)?;
    fs::create_dir_all(&folder)?;
    Ok(folder)
}

/// Describes the machine in one line.
pub(crate) fn machine() -> String {
    let read = |path: &str| fs::read_to_string(path).unwrap_or_default();
    let info = read("/proc/cpuinfo");
    let model =
        info.lines().find_map(|line| line.strip_prefix("model name")).unwrap_or(": unknown processor");
    let cores = thread::available_parallelism().map_or(1, usize::from);
    format!(
        "{}, {cores} cores, Linux {}",
        model.trim_start_matches([' ', '\t', ':']),
        read("/proc/sys/kernel/osrelease").trim()
    )
}
