//! A theme: the built-in one, overridden file by file by a folder `themes/NAME/` of the site's source.
//!
//! [`Theme::load`] reads it, compiles its templates and names its published files. It always returns a theme that works:
//! it reports what is wrong with a folder and uses the built-in files instead.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use include_dir::{Dir, include_dir};
use serde::Serialize;
use tera::{Context, Tera, Value};
use walkdir::WalkDir;

use crate::diag::codes::{Code, theme as codes};
use crate::diag::{Diagnostic, Place};

use super::assets::{self, Asset, Names, Source};
use super::problem::{Sources, Spot};
use super::sprite::Sprite;
use super::{accent, filters};

/// The theme that is compiled in.
static BUILTIN: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/../../themes/default");

/// Its name.
const DEFAULT: &str = "default";

/// The style sheet of the page inside a package.
const PACKAGE_STYLE: &str = "package.css";

/// The size limit of a file of a theme: fonts and pictures of a theme are far smaller, and all are held in memory.
const LARGEST: u64 = 4 * 1024 * 1024;

/// Templates, drawings and published files, ready to render.
#[derive(Debug, Clone)]
pub struct Theme {
    pub(super) tera: Tera,
    pub(super) sources: Sources,
    pub(super) sprite: Sprite,
    pub(super) names: Names,
    assets: Vec<Asset>,
    package_style: Cow<'static, [u8]>,
}

impl Theme {
    /// Loads the theme `name` of the site in `source`.
    pub fn load(name: &str, source: &Path) -> (Self, Vec<Diagnostic>) {
        let mut out = Vec::new();
        let user = match folder(name, source, &mut out) {
            Some(folder) => read_folder(name, &folder, &mut out),
            None => BTreeMap::new(),
        };
        let mut files = builtin();
        let mut theme = Self::compile(&files, &user, &mut out);
        let style = user.get(PACKAGE_STYLE).or(files.get(PACKAGE_STYLE));
        theme.package_style = style.map(|style| style.bytes.clone()).unwrap_or_default();
        files.extend(user.into_iter().filter(|(path, _)| path.starts_with("assets/")));
        (theme.assets, theme.names) = assets::publish(&files, &mut out);
        (theme, out)
    }

    /// The built-in theme alone.
    pub fn builtin() -> Self {
        Self::load(DEFAULT, Path::new("")).0
    }

    /// The files that are published together with the pages.
    pub fn assets(&self) -> &[Asset] {
        &self.assets
    }

    /// The style sheet of the page inside a package, which no page of the site uses.
    pub fn package_style(&self) -> &[u8] {
        &self.package_style
    }

    /// Renders a page that stands by itself, outside of any site: the template sees nothing but `view`.
    pub fn render_alone<V: Serialize>(&self, template: &str, view: &V) -> Result<Vec<u8>, Box<Diagnostic>> {
        let render = || {
            let mut context = Context::new();
            context.insert_value("view", Value::try_from_serializable(view)?);
            self.tera.render(template, &context)
        };
        render().map(String::into_bytes).map_err(|error| self.sources.first_problem(&error, template))
    }

    /// The names that `icon` of a domain may have, sorted.
    pub fn icons(&self) -> impl Iterator<Item = &str> {
        self.sprite.names()
    }

    /// Sets the site's own accent (`#rrggbb`), which the settings have at `at`.
    pub fn set_accent(&mut self, color: &str, at: Place) -> Option<Diagnostic> {
        let Some(accent) = accent::derive(color) else {
            let diagnostic = Diagnostic::new(
                codes::ACCENT_COLOR,
                at,
                format!("«{color}» رنگ نیست."),
                format!("`{color}` is not a color."),
            );
            return Some(
                diagnostic.field("accent").hint("مانند این بنویسید: #0a7c80", "Write it like #0a7c80."),
            );
        };
        let css = Cow::Owned(accent.css.into_bytes());
        assets::add("assets/accent.css", css, &mut self.assets, &mut self.names);
        let moved = accent.moved?;
        let diagnostic = Diagnostic::new(
            codes::ACCENT_MOVED,
            at,
            format!("رنگ {color} روی کاغذ سفید تضاد کافی ندارد؛ نوارها با {moved} کشیده می‌شود."),
            format!("{color} contrasts too little with white paper; bars are drawn in {moved}."),
        );
        Some(diagnostic.field("accent").hint(
            format!("بنویسید {moved} یا رنگی تیره‌تر برگزینید."),
            format!("Write {moved}, or choose a darker color."),
        ))
    }

    /// Compiles the built-in templates and, if they compile, the user's on top of them.
    fn compile(
        files: &BTreeMap<String, Source>,
        user: &BTreeMap<String, Source>,
        out: &mut Vec<Diagnostic>,
    ) -> Self {
        let mut tera = Tera::default();
        tera.set_fallback_prefixes(["@user/", "@builtin/"]).expect("no template was added yet");
        tera.autoescape_on([".html", ".xml", ".svg", ".atom"]);
        filters::register(&mut tera);
        let mut sources = Sources::default();
        let mut sprite = Sprite::default();
        let own = templates(files, "@builtin/", &mut sources, &mut sprite);
        if let Err(error) = tera.add_raw_templates(own) {
            // Happens only during work on the built-in theme itself: a test compiles it.
            out.extend(sources.explain(&error));
        }
        let added = templates(user, "@user/", &mut sources, &mut sprite);
        tera = add_sound(tera, &added, &mut sources, out);
        Self { tera, sources, sprite, names: Names::new(), assets: Vec::new(), package_style: Cow::default() }
    }
}

/// Adds the user's templates. Parses each alone first, so that one run reports every template that does not parse.
fn add_sound(
    tera: Tera,
    templates: &[(String, String)],
    sources: &mut Sources,
    out: &mut Vec<Diagnostic>,
) -> Tera {
    let before = out.len();
    for (name, text) in templates {
        out.extend(forbidden(name, text).iter().map(|spot| sources.safe(spot)));
        if let Err(error) = tera.clone().add_raw_template(name, text)
            && matches!(error.kind(), tera::ErrorKind::SyntaxError(_))
        {
            out.extend(sources.explain(&error));
        }
    }
    let mut whole = tera.clone();
    if out.len() == before {
        match whole.add_raw_templates(templates.iter().map(|(name, text)| (name, text))) {
            Ok(()) => return whole,
            Err(error) => out.extend(sources.explain(&error)),
        }
    }
    for (name, _) in templates {
        sources.remove(name);
    }
    tera
}

/// The places where a template calls the forbidden filter.
fn forbidden(name: &str, text: &str) -> Vec<Spot> {
    let mut spots = Vec::new();
    for (index, line) in text.lines().enumerate() {
        for (at, _) in line.match_indices("safe") {
            let (before, after) = (&line[..at], &line[at + "safe".len()..]);
            let word_ends = !after.starts_with(|next: char| next.is_alphanumeric() || next == '_');
            let is_filter = before.trim_end().ends_with('|') || before.trim_end().ends_with("filter");
            if word_ends && is_filter {
                let column = before.chars().count() + 1;
                spots.push(Spot { name: name.to_owned(), line: index + 1, column, length: 4 });
            }
        }
    }
    spots
}

/// The templates among the files, with their names in Tera; icons go to the sprite.
fn templates(
    files: &BTreeMap<String, Source>,
    prefix: &str,
    sources: &mut Sources,
    sprite: &mut Sprite,
) -> Vec<(String, String)> {
    let mut templates = Vec::new();
    for (path, source) in files {
        let Ok(text) = str::from_utf8(&source.bytes) else { continue };
        if path == "icons.svg" {
            sprite.add(text);
        } else if let Some(short) = path.strip_prefix("templates/") {
            let name = format!("{prefix}{short}");
            sources.insert(name.clone(), source.file.clone(), text.to_owned());
            templates.push((name, text.to_owned()));
        }
    }
    templates
}

/// The files that are compiled in, by their path in the theme.
pub(super) fn builtin() -> BTreeMap<String, Source> {
    let mut files = BTreeMap::new();
    let mut folders = vec![&BUILTIN];
    while let Some(folder) = folders.pop() {
        folders.extend(folder.dirs());
        for file in folder.files() {
            let path = slashes(file.path());
            let source =
                Source { bytes: Cow::Borrowed(file.contents()), file: format!("themes/{DEFAULT}/{path}") };
            files.insert(path, source);
        }
    }
    files
}

/// The folder of a theme; `None` if there is none to read.
fn folder(name: &str, source: &Path, out: &mut Vec<Diagnostic>) -> Option<PathBuf> {
    let themes = source.join("themes");
    let plain = !name.is_empty() && !name.starts_with('.') && !name.contains(['/', '\\', ':']);
    let folder = themes.join(name);
    if plain && folder.is_dir() {
        if inside(&folder, &themes) {
            return Some(folder);
        }
        out.push(link_out(&format!("themes/{name}")));
        return None;
    }
    if name != DEFAULT {
        let known = available(&themes);
        let list = known.join("، ");
        out.push(
            Diagnostic::new(
                codes::UNKNOWN_THEME,
                Place::file("content/site.yml"),
                format!("پوسته‌ای به نام «{name}» نیست."),
                format!("There is no theme named `{name}`."),
            )
            .field("theme")
            .hint(format!("پوسته‌های موجود: {list}"), format!("Available: {}", known.join(", "))),
        );
    }
    None
}

/// The themes that a site can name, sorted.
fn available(themes: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(themes)
        .into_iter()
        .flatten()
        .flatten()
        .filter(|entry| entry.path().is_dir())
        .filter_map(|entry| entry.file_name().into_string().ok())
        .filter(|name| !name.starts_with('.'))
        .collect();
    names.push(DEFAULT.to_owned());
    names.sort();
    names.dedup();
    names
}

/// Reads the files of a theme's folder, in the order of their paths. Hidden files and backup files of editors are skipped.
fn read_folder(name: &str, folder: &Path, out: &mut Vec<Diagnostic>) -> BTreeMap<String, Source> {
    let mut files = BTreeMap::new();
    let leftover = |name: &str| name.starts_with('.') || name.ends_with('~');
    let walk = WalkDir::new(folder)
        .sort_by_file_name()
        .into_iter()
        .filter_entry(|entry| entry.depth() == 0 || !entry.file_name().to_str().is_some_and(leftover));
    for entry in walk {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => {
                let path = error.path().and_then(|path| path.strip_prefix(folder).ok()).map(slashes);
                let file = format!("themes/{name}/{}", path.unwrap_or_default());
                out.push(unreadable(&file, "اجازهٔ خواندن نیست", "it may not be read"));
                continue;
            }
        };
        let Ok(short) = entry.path().strip_prefix(folder) else { continue };
        let path = slashes(short);
        if entry.file_type().is_dir() {
            continue;
        }
        let file = format!("themes/{name}/{path}");
        match read_file(entry.path(), folder, &path, &file) {
            Ok(bytes) => {
                files.insert(path, Source { bytes: Cow::Owned(bytes), file });
            }
            Err(diagnostic) => out.push(*diagnostic),
        }
    }
    files
}

fn read_file(at: &Path, folder: &Path, path: &str, file: &str) -> Result<Vec<u8>, Box<Diagnostic>> {
    if !inside(at, folder) {
        return Err(Box::new(link_out(file)));
    }
    let refuse = |fa: &str, en: &str| Box::new(unreadable(file, fa, en));
    let about = fs::metadata(at).map_err(|_| refuse("اجازهٔ خواندن نیست", "it may not be read"))?;
    if !about.is_file() {
        return Err(refuse("فایل معمولی نیست", "it is not a regular file"));
    }
    if about.len() > LARGEST {
        return Err(refuse("بزرگ‌تر از ۴ مگابایت است", "it is larger than 4 MiB"));
    }
    let bytes = fs::read(at).map_err(|_| refuse("اجازهٔ خواندن نیست", "it may not be read"))?;
    let is_text = path.starts_with("templates/")
        || path
            .rsplit_once('.')
            .is_some_and(|(_, extension)| matches!(extension, "css" | "js" | "svg" | "yaml"));
    if is_text && str::from_utf8(&bytes).is_err() {
        return Err(refuse("متن آن UTF-8 نیست", "it is not UTF-8 text"));
    }
    Ok(bytes)
}

/// Whether a path is inside a folder after links are followed.
fn inside(path: &Path, folder: &Path) -> bool {
    match (path.canonicalize(), folder.canonicalize()) {
        (Ok(path), Ok(folder)) => path.starts_with(folder),
        _ => false,
    }
}

fn slashes(path: &Path) -> String {
    path.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/")
}

fn link_out(file: &str) -> Diagnostic {
    about_file(
        codes::LINK_OUT,
        file,
        "این پیوند به بیرون از پوشهٔ پوسته می‌رود.",
        "This link leads out of the theme's folder.",
    )
    .hint("فایل را در خود پوشه بگذارید.", "Put the file itself into the folder.")
}

fn unreadable(file: &str, fa: &str, en: &str) -> Diagnostic {
    let (fa, en) = (
        format!("این فایل پوسته خوانده نمی‌شود: {fa}."),
        format!("This file of the theme cannot be read: {en}."),
    );
    about_file(codes::UNREADABLE, file, &fa, &en)
        .hint("آن را درست کنید یا از پوشه بردارید.", "Mend it, or take it out of the folder.")
}

fn about_file(code: &'static Code, file: &str, fa: &str, en: &str) -> Diagnostic {
    Diagnostic::new(code, Place::file(file), fa, en)
}
