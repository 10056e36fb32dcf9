//! `karnameh init`: a small commented project of one's own, that builds as it is.

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// What a new project is told about itself.
#[derive(Debug, Clone, Copy)]
pub struct Project<'a> {
    /// The site's title.
    pub title: &'a str,
    /// The province.
    pub province: &'a str,
    /// Today, as a record writes it («۱۴۰۴/۱۰/۱۵»).
    pub today: &'a str,
}

/// What was made.
#[derive(Debug)]
pub struct Made {
    /// The files, from the project's folder.
    pub files: Vec<PathBuf>,
}

/// Why a project could not be made.
#[derive(Debug)]
pub enum InitError {
    /// A file or folder of that name is there; nothing was written.
    Exists(PathBuf),
    /// The machine failed us.
    Machine(PathBuf, io::Error),
}

/// The files of a new project and their text; `{title}`, `{province}` and `{today}` are filled in.
const FILES: [(&str, &str); 7] = [
    ("content/site.yml", include_str!("init/site.yml")),
    ("content/neighborhoods/example.md", include_str!("init/neighborhood.md")),
    ("content/domains/example.yml", include_str!("init/domains.yml")),
    ("content/agencies/example.yml", include_str!("init/agencies.yml")),
    ("content/activities/example.md", include_str!("init/activity.md")),
    ("content/pages/about.md", include_str!("init/about.md")),
    ("README.md", include_str!("init/README.md")),
];

/// Makes a project in `dir`; never overwrites: where any of its files is there, nothing is written.
pub fn init(dir: &Path, project: Project<'_>) -> Result<Made, InitError> {
    let content = dir.join("content");
    if content.symlink_metadata().is_ok() {
        return Err(InitError::Exists(content));
    }
    let files: Vec<_> =
        FILES.iter().filter(|(name, _)| *name != "README.md" || !dir.join(name).exists()).collect();
    let mut made = Vec::new();
    for (name, text) in files {
        let path = dir.join(name);
        write_new(&path, &filled(text, project)).map_err(|error| match error.kind() {
            io::ErrorKind::AlreadyExists => InitError::Exists(path.clone()),
            _ => InitError::Machine(path.clone(), error),
        })?;
        made.push(PathBuf::from(name));
    }
    Ok(Made { files: made })
}

fn write_new(path: &Path, text: &str) -> io::Result<()> {
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent)?;
    }
    OpenOptions::new().write(true).create_new(true).open(path)?.write_all(text.as_bytes())
}

/// Fills a file in. Values stand in double quotes in YAML, so quotes and backslashes are escaped.
fn filled(text: &str, project: Project<'_>) -> String {
    let quoted = |value: &str| value.replace('\\', "\\\\").replace('"', "\\\"");
    text.replace("{title}", &quoted(project.title))
        .replace("{province}", &quoted(project.province))
        .replace("{today}", project.today)
}
