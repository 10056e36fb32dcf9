//! `karnameh init`: creates a small commented project that builds without changes.

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::diag::{Complain, Complaint, MachineError};

/// The values for the placeholders in a new project.
#[derive(Debug, Clone, Copy)]
pub struct Project<'a> {
    pub title: &'a str,
    pub province: &'a str,
    /// The current day, in the notation of records («۱۴۰۴/۱۰/۱۵»).
    pub today: &'a str,
}

/// The result of the command.
#[derive(Debug)]
pub struct NewProject {
    /// The new files, relative to the project's folder.
    pub files: Vec<PathBuf>,
}

/// Why a project could not be created.
#[derive(Debug)]
pub enum InitError {
    /// A file or folder of this name exists.
    Exists(PathBuf),
    /// An operation of the operating system failed.
    Machine(MachineError),
}

impl Complain for InitError {
    fn complaint(&self) -> Complaint {
        match self {
            Self::Exists(path) => Complaint::usage(
                format!("«{}» از پیش هست؛ چیزی نوشته نشد.", path.display()),
                format!("`{}` already exists; nothing was written.", path.display()),
            )
            .hint("پوشه‌ای دیگر بدهید.", "Name another folder."),
            Self::Machine(error) => error.complaint(),
        }
    }
}

/// The files of a new project. `{title}`, `{province}` and `{today}` are placeholders.
const FILES: [(&str, &str); 7] = [
    ("content/site.yml", include_str!("init/site.yml")),
    ("content/neighborhoods/example.md", include_str!("init/neighborhood.md")),
    ("content/domains/example.yml", include_str!("init/domains.yml")),
    ("content/agencies/example.yml", include_str!("init/agencies.yml")),
    ("content/activities/example.md", include_str!("init/activity.md")),
    ("content/pages/about.md", include_str!("init/about.md")),
    ("README.md", include_str!("init/README.md")),
];

/// Creates a project in `dir`. Writes nothing if `content` exists; keeps an existing README.md.
pub fn init(dir: &Path, project: Project<'_>) -> Result<NewProject, InitError> {
    let content = dir.join("content");
    if content.symlink_metadata().is_ok() {
        return Err(InitError::Exists(content));
    }
    let files: Vec<_> =
        FILES.iter().filter(|(name, _)| *name != "README.md" || !dir.join(name).exists()).collect();
    let mut files_written = Vec::new();
    for (name, text) in files {
        let path = dir.join(name);
        write_new(&path, &fill(text, project)).map_err(|error| match error.kind() {
            io::ErrorKind::AlreadyExists => InitError::Exists(path.clone()),
            _ => InitError::Machine(MachineError::writing(&path, error)),
        })?;
        files_written.push(PathBuf::from(name));
    }
    Ok(NewProject { files: files_written })
}

fn write_new(path: &Path, text: &str) -> io::Result<()> {
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent)?;
    }
    OpenOptions::new().write(true).create_new(true).open(path)?.write_all(text.as_bytes())
}

/// Replaces the placeholders. The values are in double-quoted YAML strings, so quotes and backslashes are escaped.
fn fill(text: &str, project: Project<'_>) -> String {
    let quoted = |value: &str| value.replace('\\', "\\\\").replace('"', "\\\"");
    text.replace("{title}", &quoted(project.title))
        .replace("{province}", &quoted(project.province))
        .replace("{today}", project.today)
}
