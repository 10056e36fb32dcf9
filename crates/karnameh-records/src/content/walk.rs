//! Walks `content/`: which files there are, and what each of them is by its place and name.
//!
//! Nothing is read here. Symbolic links are followed only where they stay inside `content/`; only regular files pass.
//! Start reading at [`walk`].

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use walkdir::{DirEntry, WalkDir};

use super::disguise;
use crate::diag::codes::files as codes;
use crate::diag::{Diagnostic, MachineError, Place};
use crate::fields::closest;
use crate::model::RecordKind;
use crate::persian::text::{clean, fold_key};

/// A file of the content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceFile {
    /// The path to open it by.
    pub path: PathBuf,
    /// The path as diagnostics write it («content/media/a.jpg»).
    pub name: Arc<str>,
    /// The path below its folder («a.jpg»), with `/`.
    pub below: Box<str>,
}

/// Every file of the content by what it is, in the order of the walk.
#[derive(Debug, Default)]
pub(super) struct Walked {
    pub(super) settings: Vec<SourceFile>,
    pub(super) archive: Vec<SourceFile>,
    pub(super) records: Vec<(RecordKind, SourceFile)>,
    pub(super) boundaries: Vec<SourceFile>,
    pub(super) media: Vec<SourceFile>,
    /// Files of `media/` whose type is not published.
    pub(super) refused: Vec<SourceFile>,
    pub(super) statics: Vec<SourceFile>,
}

/// The folder that every other one lies in.
pub(super) const FOLDER: &str = "content";
const MEDIA: &str = "media";
const STATIC: &str = "static";

/// What may be published as it is: photos, documents, tables, sound and film.
const MEDIA_TYPES: &[&str] = &["jpg", "jpeg", "png", "webp", "pdf", "docx", "xlsx", "csv", "mp3", "mp4"];
/// What `static/` takes besides.
const STATIC_TYPES: &[&str] = &["txt", "xml", "json", ""];
const RECORD_TYPES: &[&str] = &["md", "yml", "yaml"];

/// Walks the content of a source folder.
pub(super) fn walk(source: &Path, out: &mut Vec<Diagnostic>) -> Result<Walked, MachineError> {
    let root = source.join(FOLDER);
    let real_root = fs::canonicalize(&root).map_err(|error| MachineError::reading(&root, error))?;
    let mut walked = Walked::default();
    let mut entries = WalkDir::new(&root).min_depth(1).follow_links(true).sort_by_file_name().into_iter();
    while let Some(entry) = entries.next() {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => {
                out.push(refused_entry(&root, error)?);
                continue;
            }
        };
        let go_on = !is_ignored(&entry)
            && is_inside(&entry, &root, &real_root, out)
            && place(&entry, &root, &mut walked, out);
        if !go_on && entry.file_type().is_dir() {
            entries.skip_current_dir();
        }
    }
    Ok(walked)
}

/// Classifies files that lie on no disk, by their names («content/models/library.md»).
pub(super) fn classify<'n>(names: impl Iterator<Item = &'n str>, out: &mut Vec<Diagnostic>) -> Walked {
    let mut walked = Walked::default();
    for name in names {
        let below = name.strip_prefix(FOLDER).and_then(|below| below.strip_prefix('/')).unwrap_or(name);
        let file = |below: &str| SourceFile { path: PathBuf::new(), name: name.into(), below: below.into() };
        match below.split_once('/') {
            Some((folder, below)) => place_below(folder, file(below), &mut walked, out),
            None => place_top(file(below), &mut walked, out),
        }
    }
    walked
}

/// Names that editors and systems leave behind.
fn is_ignored(entry: &DirEntry) -> bool {
    let name = entry.file_name().to_string_lossy().to_lowercase();
    name.starts_with(['.', '~'])
        || [".bak", ".swp", "~"].iter().any(|end| name.ends_with(end))
        || ["thumbs.db", "desktop.ini"].contains(&name.as_str())
}

/// Turns a failure of the walk into a finding where the content is to blame: a link in a circle or into nowhere.
fn refused_entry(root: &Path, error: walkdir::Error) -> Result<Diagnostic, MachineError> {
    let path = error.path().unwrap_or(root).to_owned();
    let at = Place::file(name_of(root, &path));
    if error.loop_ancestor().is_some() {
        return Ok(link_loop(at));
    }
    if path.is_symlink() {
        return Ok(Diagnostic::new(
            codes::DANGLING_LINK,
            at,
            "این پیوند نمادین به جایی نمی‌رسد.",
            "This symbolic link leads nowhere.",
        )
        .hint(
            "آن را پاک کنید یا خود فایل را به جایش بگذارید.",
            "Delete it, or replace it with the file itself.",
        ));
    }
    let source = error.into_io_error().unwrap_or_else(|| std::io::Error::other("walk"));
    Err(MachineError::reading(&path, source))
}

fn link_loop(at: Place) -> Diagnostic {
    Diagnostic::new(
        codes::LINK_LOOP,
        at,
        "این پیوند نمادین به پوشه‌ای می‌رسد که خودش در آن است.",
        "This symbolic link leads to a folder that holds it.",
    )
    .hint("آن را پاک کنید.", "Delete it.")
}

/// Says whether a link stays inside `content/`; anything else does.
fn is_inside(entry: &DirEntry, root: &Path, real_root: &Path, out: &mut Vec<Diagnostic>) -> bool {
    if !entry.path_is_symlink() {
        return true;
    }
    let inside = fs::canonicalize(entry.path()).is_ok_and(|target| target.starts_with(real_root));
    if !inside {
        out.push(
            Diagnostic::new(
                codes::LINK_OUTSIDE,
                Place::file(name_of(root, entry.path())),
                "این پیوند نمادین به بیرون از پوشهٔ content می‌رود.",
                "This symbolic link leads out of `content/`.",
            )
            .hint("خود فایل را به جایش بگذارید.", "Put the file itself in its place."),
        );
    }
    inside
}

/// Puts an entry where it belongs; `false` where a folder need not be entered.
fn place(entry: &DirEntry, root: &Path, walked: &mut Walked, out: &mut Vec<Diagnostic>) -> bool {
    let Some(found) = source_file(entry, root, out) else { return false };
    let is_dir = entry.file_type().is_dir();
    if !is_dir && !entry.file_type().is_file() {
        out.push(special_file(&found));
        return false;
    }
    match found.below.split_once('/').map(|(folder, below)| (folder.to_owned(), Box::from(below))) {
        None if is_dir => is_known_folder(&found, out),
        None => {
            place_top(found, walked, out);
            true
        }
        Some(_) if is_dir => true,
        Some((folder, below)) => {
            place_below(&folder, SourceFile { below, ..found }, walked, out);
            true
        }
    }
}

fn source_file(entry: &DirEntry, root: &Path, out: &mut Vec<Diagnostic>) -> Option<SourceFile> {
    let name = name_of(root, entry.path());
    let is_clean = |text: &str| !text.contains(|character: char| character.is_control() || character == '\\');
    if !entry.file_name().to_str().is_some_and(is_clean) {
        out.push(
            Diagnostic::new(
                codes::BAD_NAME,
                Place::file(name),
                "نام این فایل نویسه‌ای دارد که در نام فایل پذیرفته نمی‌شود.",
                "This file's name holds a character that is not allowed in names.",
            )
            .hint("نام آن را از نو بنویسید.", "Rename it."),
        );
        return None;
    }
    let below = name.strip_prefix(FOLDER).unwrap_or(&name).trim_start_matches('/').into();
    Some(SourceFile { path: entry.path().to_owned(), name: name.into(), below })
}

/// The path as a person writes it, from the source folder, with `/`.
fn name_of(root: &Path, path: &Path) -> String {
    let mut name = FOLDER.to_owned();
    for part in path.strip_prefix(root).unwrap_or(path) {
        name.push('/');
        // What can't be shown is replaced; such names are refused anyway.
        name.extend(
            part.to_string_lossy()
                .chars()
                .map(|letter| if letter.is_control() { '\u{FFFD}' } else { letter }),
        );
    }
    name
}

fn special_file(found: &SourceFile) -> Diagnostic {
    Diagnostic::new(
        codes::SPECIAL_FILE,
        Place::file(Arc::clone(&found.name)),
        "این یک فایل معمولی نیست (لوله، سوکت یا دستگاه است) و خوانده نمی‌شود.",
        "This is not a regular file but a pipe, a socket or a device, and is not read.",
    )
    .hint("آن را از پوشهٔ content بردارید.", "Move it out of `content/`.")
}

fn is_known_folder(found: &SourceFile, out: &mut Vec<Diagnostic>) -> bool {
    let name = &*found.below;
    let known = || RecordKind::ALL.iter().map(|kind| kind.folder()).chain([MEDIA, STATIC]);
    if known().any(|folder| folder == name) {
        return true;
    }
    let meant = RecordKind::find_folder(name).map(RecordKind::folder).or_else(|| other_folder(name));
    let finding = Diagnostic::new(
        codes::UNKNOWN_FOLDER,
        Place::file(Arc::clone(&found.name)),
        format!("پوشه‌ای به نام «{name}» در content شناخته نیست."),
        format!("`{name}` is not a folder of any kind of record."),
    );
    let all = |between: &str| known().collect::<Vec<_>>().join(between);
    out.push(match (meant, closest(name, known())) {
        (Some(meant), _) => finding.hint(
            format!("نام پوشه را به «{meant}» تغییر دهید."),
            format!("Rename the folder to `{meant}`."),
        ),
        (None, Some(near)) => {
            finding.hint(format!("منظورتان «{near}» بود؟"), format!("Did you mean `{near}`?"))
        }
        (None, None) => finding
            .hint(format!("پوشه‌ها این‌ها هستند: {}.", all("، ")), format!("The folders are: {}.", all(", "))),
    });
    false
}

/// The folder that is not one of records and that people call so.
fn other_folder(name: &str) -> Option<&'static str> {
    const CALLED: &[(&str, &[&str])] = &[
        (MEDIA, &["رسانه", "رسانه‌ها", "تصاویر", "تصویرها", "عکس‌ها", "فایل‌ها", "images", "photos", "files"]),
        (STATIC, &["ثابت", "ایستا"]),
    ];
    let folded = fold_key(name);
    CALLED
        .iter()
        .find(|(_, names)| names.iter().any(|known| fold_key(known) == folded))
        .map(|&(folder, _)| folder)
}

/// A file directly under `content/`.
fn place_top(found: SourceFile, walked: &mut Walked, out: &mut Vec<Diagnostic>) {
    let name = found.below.to_lowercase();
    match name.as_str() {
        "site.yml" | "site.yaml" => walked.settings.push(found),
        "archive.yml" | "archive.yaml" => walked.archive.push(found),
        _ if RECORD_TYPES.contains(&extension(&name)) => {
            let near = closest(&name, ["site.yml", "archive.yml"]);
            let (fa, en) = match near {
                Some(near) => (format!("منظورتان «{near}» بود؟"), format!("Did you mean `{near}`?")),
                None => (
                    "آن را به پوشهٔ نوع خودش ببرید، مانند content/activities.".to_owned(),
                    "Move it to the folder of its kind, such as `content/activities`.".to_owned(),
                ),
            };
            out.push(
                Diagnostic::new(
                    codes::STRAY_RECORD,
                    Place::file(found.name),
                    "این رکورد در هیچ پوشه‌ای نیست و نوعش معلوم نیست.",
                    "This record is not in a folder of records, so its kind is unknown.",
                )
                .hint(fa, en),
            );
        }
        _ => out.push(disguise::named_twice(&found).unwrap_or_else(|| stray_file(found))),
    }
}

/// A file in one of the known folders.
fn place_below(folder: &str, found: SourceFile, walked: &mut Walked, out: &mut Vec<Diagnostic>) {
    let name = found.below.to_lowercase();
    let extension = extension(&name);
    match folder {
        MEDIA if MEDIA_TYPES.contains(&extension) => walked.media.push(kept(found)),
        MEDIA => walked.refused.push(kept(found)),
        STATIC if MEDIA_TYPES.contains(&extension) || STATIC_TYPES.contains(&extension) => {
            walked.statics.push(found);
        }
        STATIC => out.push(refused_type(&found.below, Place::file(found.name))),
        _ => match RecordKind::ALL.iter().copied().find(|kind| kind.folder() == folder) {
            Some(kind) if RECORD_TYPES.contains(&extension) => walked.records.push((kind, found)),
            Some(RecordKind::Neighborhood) if extension == "geojson" => walked.boundaries.push(found),
            Some(_) => out.push(disguise::lost_record(&found).unwrap_or_else(|| stray_file(found))),
            None => out.push(stray_file(found)),
        },
    }
}

/// A file under the name by which records call it: some systems write file names in another form than texts have.
fn kept(found: SourceFile) -> SourceFile {
    let below = clean(&found.below).map_or_else(|_| found.below.clone(), |cleaned| cleaned.text.into());
    SourceFile { below, ..found }
}

/// What follows the last dot of a name; empty where there is none.
pub(super) fn extension(name: &str) -> &str {
    let file = name.rsplit('/').next().unwrap_or(name);
    file.rsplit_once('.').map_or("", |(_, extension)| extension)
}

/// A boundary that no neighborhood names.
pub(super) fn unused_boundary(found: SourceFile) -> Diagnostic {
    Diagnostic::new(
        codes::STRAY_FILE,
        Place::file(found.name),
        "هیچ محله‌ای این مرز را نام نبرده است و نادیده گرفته می‌شود.",
        "No neighborhood names this boundary, so it is left out.",
    )
    .hint(
        "نام آن را در «مرز» محله بنویسید یا فایل را پاک کنید.",
        "Write its name as the `boundary` of its neighborhood, or delete the file.",
    )
}

/// A file that nothing reads.
fn stray_file(found: SourceFile) -> Diagnostic {
    Diagnostic::new(
        codes::STRAY_FILE,
        Place::file(found.name),
        "این فایل رکورد نیست و نادیده گرفته می‌شود.",
        "This file is not a record and is ignored.",
    )
    .hint(
        "رکوردها فایل‌های md، yml و yaml هستند؛ تصویرها و سندها در content/media جا دارند.",
        "Records are `.md`, `.yml` and `.yaml` files; photos and documents belong in `content/media`.",
    )
}

/// A file of a type that is not published: where it lies, or where it is named.
pub(super) fn refused_type(name: &str, at: Place) -> Diagnostic {
    let name = name.to_lowercase();
    let (fa, en) = match extension(&name) {
        "heic" | "heif" => (
            "تصویر HEIC در مرورگرها دیده نمی‌شود و منتشر نمی‌شود.",
            "Browsers can't show HEIC photos, so they are not published.",
        ),
        "svg" | "html" | "htm" => (
            "فایل‌های SVG و HTML می‌توانند برنامه در خود داشته باشند و منتشر نمی‌شوند.",
            "SVG and HTML files can hold programs, so they are not published.",
        ),
        _ => ("این نوع فایل منتشر نمی‌شود.", "This type of file is not published."),
    };
    let (hint_fa, hint_en) = match extension(&name) {
        "heic" | "heif" => ("آن را به صورت JPEG ذخیره کنید.", "Save it as JPEG."),
        "svg" => ("آن را به صورت PNG ذخیره کنید.", "Save it as PNG."),
        _ => (
            "نوع‌های پذیرفته: jpg، png، webp، pdf، docx، xlsx، csv، mp3 و mp4 (و در static نیز txt، xml، json و فایل بی‌پسوند).",
            "Accepted are jpg, png, webp, pdf, docx, xlsx, csv, mp3 and mp4 (in `static/` also txt, xml, json and files without an extension).",
        ),
    };
    Diagnostic::new(codes::REFUSED_TYPE, at, fa, en).hint(hint_fa, hint_en)
}
