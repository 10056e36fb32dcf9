//! What a run is heard doing: how long each stage takes, and a progress bar when it lasts.

use std::sync::Mutex;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::pipeline::{Observer, Stage};

use super::terminal::Terminal;

/// A build that ends sooner shows no bar.
const PATIENCE: Duration = Duration::from_secs(1);

/// Hears the stages and shows the pages.
pub(super) struct Listener {
    began: Instant,
    stages: Mutex<Vec<(Stage, Instant)>>,
    bar: ProgressBar,
    watched: bool,
}

impl Listener {
    pub(super) fn new(terminal: Terminal) -> Self {
        let style = ProgressStyle::with_template("{bar:30} {pos}/{len}")
            .unwrap_or_else(|_| ProgressStyle::default_bar());
        let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden()).with_style(style);
        Self { began: Instant::now(), stages: Mutex::default(), bar, watched: terminal.is_watched() }
    }

    /// A line for each stage with its milliseconds, then the whole.
    pub(super) fn timings(&self) -> String {
        let stages = self.stages.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let ends = stages.iter().skip(1).map(|(_, at)| *at).chain([Instant::now()]);
        let mut text: String = stages
            .iter()
            .zip(ends)
            .map(|((stage, from), to)| line(name(*stage), to.duration_since(*from)))
            .collect();
        text.push_str(&line("total", self.began.elapsed()));
        text
    }
}

fn line(name: &str, took: Duration) -> String {
    format!("{name:<10} {:>10.1} ms\n", took.as_secs_f64() * 1000.0)
}

fn name(stage: Stage) -> &'static str {
    match stage {
        Stage::Read => "read",
        Stage::Theme => "theme",
        Stage::Measure => "measure",
        Stage::Media => "media",
        Stage::LayOut => "lay out",
        Stage::Data => "data",
        Stage::Render => "render",
        Stage::Files => "files",
        Stage::Publish => "publish",
    }
}

impl Observer for Listener {
    fn stage(&self, stage: Stage) {
        if stage != Stage::Render {
            self.bar.finish_and_clear();
        }
        self.stages.lock().unwrap_or_else(std::sync::PoisonError::into_inner).push((stage, Instant::now()));
    }

    fn pages(&self, count: usize) {
        self.bar.set_length(count as u64);
    }

    fn page(&self) {
        self.bar.inc(1);
        if self.watched && self.bar.is_hidden() && self.began.elapsed() > PATIENCE {
            self.bar.set_draw_target(ProgressDrawTarget::stderr());
        }
    }
}
