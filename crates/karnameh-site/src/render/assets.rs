//! Prepares the theme's files for publication: minifies style sheets and puts a hash of the content into every file name.
//!
//! `assets/karnameh.css` is published as `assets/karnameh.3f9a1c2b.css`. Files that a style sheet refers to are hashed
//! first, so that its references can name the published files. Start at [`publish`].

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt::Write as _;

use sha2::{Digest as _, Sha256};

use crate::diag::codes::theme as codes;
use crate::diag::{Diagnostic, Place};

/// A file that is published together with the pages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asset {
    /// Its address from the site's root, with the hash.
    pub address: String,
    /// Its bytes.
    pub bytes: Cow<'static, [u8]>,
}

/// The published address of each file, by its path in the theme (`assets/karnameh.css`).
pub(super) type Names = BTreeMap<String, String>;

/// A file of the theme before it is published.
#[derive(Debug, Clone)]
pub(super) struct Source {
    /// Its bytes.
    pub(super) bytes: Cow<'static, [u8]>,
    /// The file that a person would open.
    pub(super) file: String,
}

/// Publishes the files below `assets/`.
pub(super) fn publish(sources: &BTreeMap<String, Source>, out: &mut Vec<Diagnostic>) -> (Vec<Asset>, Names) {
    let mut assets = Vec::new();
    let mut names = Names::new();
    let (styles, others): (Vec<_>, Vec<_>) = sources
        .iter()
        .filter(|(path, _)| path.starts_with("assets/"))
        .partition(|(path, _)| has_extension(path, "css"));
    for (path, source) in others {
        add(path, source.bytes.clone(), &mut assets, &mut names);
    }
    for (path, source) in styles {
        let Ok(css) = str::from_utf8(&source.bytes) else { continue };
        let css = refer(css, path, &names, &source.file, out);
        add(path, Cow::Owned(minify(&css).into_bytes()), &mut assets, &mut names);
    }
    (assets, names)
}

/// Adds a file under its hashed name. Texts of licenses keep theirs: people look for them.
pub(super) fn add(path: &str, bytes: Cow<'static, [u8]>, assets: &mut Vec<Asset>, names: &mut Names) {
    let address = if has_extension(path, "txt") { path.to_owned() } else { hashed(path, &bytes) };
    names.insert(path.to_owned(), address.clone());
    assets.push(Asset { address, bytes });
}

fn has_extension(path: &str, extension: &str) -> bool {
    path.rsplit_once('.').is_some_and(|(_, found)| found.eq_ignore_ascii_case(extension))
}

/// Puts the first eight digits of the content's hash before the extension.
fn hashed(path: &str, bytes: &[u8]) -> String {
    let mut hash = String::with_capacity(8);
    for byte in &Sha256::digest(bytes)[..4] {
        // Writing to a String does not fail.
        let _ = write!(hash, "{byte:02x}");
    }
    let folder = path.rfind('/').map_or(0, |slash| slash + 1);
    match path[folder..].rfind('.') {
        Some(dot) => format!("{}.{hash}{}", &path[..folder + dot], &path[folder + dot..]),
        None => format!("{path}.{hash}"),
    }
}

/// Replaces the files in `url(…)` and `@import` by their published names. Keeps `data:` and `#…`; reports files that are
/// missing or outside the theme.
fn refer(css: &str, path: &str, names: &Names, file: &str, out: &mut Vec<Diagnostic>) -> String {
    let mut rewritten = String::with_capacity(css.len() + 256);
    let mut rest = css;
    while let Some(at) = next_reference(rest) {
        let (before, after) = rest.split_at(at);
        rewritten.push_str(before);
        let Some((reference, length)) = reference(after) else {
            rest = after;
            continue;
        };
        rest = &after[length..];
        match target(reference, path, names) {
            Target::Kept => rewritten.push_str(&after[..length]),
            Target::Published(name) => rewritten.push_str(&name),
            Target::Missing => {
                rewritten.push_str(&after[..length]);
                let offset = css.len() - after.len();
                out.push(missing(css, offset, reference, file));
            }
        }
    }
    rewritten.push_str(rest);
    rewritten
}

/// The position of the next reference: after `url(`, or at the quote of an `@import` without it.
fn next_reference(css: &str) -> Option<usize> {
    let url = css.find("url(").map(|at| at + "url(".len());
    let import = css.match_indices("@import").find_map(|(at, word)| {
        let after = &css[at + word.len()..];
        let quote = after.trim_start();
        quote.starts_with(['"', '\'']).then(|| css.len() - quote.len())
    });
    [url, import].into_iter().flatten().min()
}

/// What a reference leads to.
enum Target {
    Kept,
    Published(String),
    Missing,
}

fn target(reference: &str, path: &str, names: &Names) -> Target {
    if reference.starts_with("data:") || reference.starts_with('#') {
        return Target::Kept;
    }
    let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    match resolve(folder, reference).and_then(|path| names.get(&path)) {
        Some(published) => Target::Published(relative(folder, published)),
        None => Target::Missing,
    }
}

/// The text between the parentheses without quotes, and the number of bytes including them.
fn reference(after: &str) -> Option<(&str, usize)> {
    let quote = after.chars().next().filter(|first| matches!(first, '"' | '\''));
    match quote {
        Some(quote) => {
            let end = after[1..].find(quote)?;
            Some((&after[1..=end], end + 2))
        }
        None => after.find(')').map(|end| (after[..end].trim(), end)),
    }
}

/// Resolves a relative path against a folder; returns `None` if it leads out of the theme or is absolute.
fn resolve(folder: &str, reference: &str) -> Option<String> {
    let reference = reference.split(['?', '#']).next().unwrap_or_default();
    if reference.is_empty() || reference.starts_with('/') || reference.contains(':') {
        return None;
    }
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in reference.split('/') {
        match part {
            "." | "" => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

/// The way from a folder to a file.
fn relative(folder: &str, file: &str) -> String {
    let from: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    let to: Vec<&str> = file.split('/').collect();
    let common = from.iter().zip(&to).take_while(|(a, b)| a == b).count();
    let mut way = "../".repeat(from.len() - common);
    way.push_str(&to[common..].join("/"));
    way
}

fn missing(css: &str, offset: usize, reference: &str, file: &str) -> Diagnostic {
    let before = &css[..offset];
    let line = before.matches('\n').count();
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    let whole = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    let place = Place::new(file, whole(line + 1), whole(column), whole(reference.chars().count().max(1)));
    let mut diagnostic = Diagnostic::new(
        codes::STYLE_REFERENCE,
        place,
        format!("برگهٔ سبک به «{reference}» نشانی می‌دهد که در پوسته نیست."),
        format!("The style sheet refers to `{reference}`, which is not in the theme."),
    )
    .hint(
        "فایل را در `assets/` پوسته بگذارید و نشانی را نسبی بنویسید.",
        "Put the file into the theme's `assets/` and write a relative address.",
    );
    diagnostic.source_line = css.lines().nth(line).map(str::to_owned);
    diagnostic
}

/// Removes comments and unneeded white space from a style sheet; keeps strings as they are.
///
/// Conservative: removes space only around `{ } ; ,` and after `:`, where no selector and no value can need it.
pub(super) fn minify(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut rest = css;
    while let Some(next) = rest.chars().next() {
        let length = match next {
            '/' if rest.starts_with("/*") => rest.find("*/").map_or(rest.len(), |end| end + 2),
            '"' | '\'' => {
                let end = string_end(rest, next);
                out.push_str(&rest[..end]);
                end
            }
            next if next.is_ascii_whitespace() => {
                if !out.ends_with([' ', '{', '}', ';', ',', ':']) && !out.is_empty() {
                    out.push(' ');
                }
                1
            }
            next => {
                if matches!(next, '{' | '}' | ';' | ',') && out.ends_with(' ') {
                    out.pop();
                }
                if next == '}' && out.ends_with(';') {
                    out.pop();
                }
                out.push(next);
                next.len_utf8()
            }
        };
        rest = &rest[length..];
    }
    out.truncate(out.trim_end().len());
    out
}

/// The length of a string in bytes, with its quotes.
fn string_end(text: &str, quote: char) -> usize {
    let mut escaped = false;
    for (at, character) in text.char_indices().skip(1) {
        match character {
            '\\' if !escaped => escaped = true,
            character if character == quote && !escaped => return at + 1,
            _ => escaped = false,
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn source(text: &'static str) -> Source {
        Source { bytes: Cow::Borrowed(text.as_bytes()), file: "themes/x/assets/a.css".to_owned() }
    }

    #[test]
    fn names_carry_the_hash_and_styles_refer_to_them() {
        let sources = BTreeMap::from([
            (
                "assets/a.css".to_owned(),
                source("@font-face { src: url(fonts/f.woff2) }\n.x { fill: url(#h) }"),
            ),
            ("assets/fonts/f.woff2".to_owned(), source("font")),
            ("assets/fonts/OFL.txt".to_owned(), source("license")),
            ("templates/x.html".to_owned(), source("")),
        ]);
        let mut out = Vec::new();
        let (assets, names) = publish(&sources, &mut out);
        assert_eq!(out, []);
        let addresses: Vec<_> = assets.iter().map(|asset| asset.address.as_str()).collect();
        assert_eq!(
            addresses,
            ["assets/fonts/OFL.txt", "assets/fonts/f.795ea3ef.woff2", "assets/a.23e641d7.css"]
        );
        assert_eq!(
            String::from_utf8_lossy(&assets[2].bytes),
            "@font-face{src:url(fonts/f.795ea3ef.woff2)}.x{fill:url(#h)}"
        );
        assert_eq!(names["assets/a.css"], "assets/a.23e641d7.css");
    }

    #[test]
    fn what_is_not_there_is_told_with_its_place() {
        for reference in ["gone.png", "https://example.org/x.png", "../../x", "//x.org/y"] {
            let css = format!(".a {{}}\n.b {{ background: url('{reference}') }}");
            let mut out = Vec::new();
            refer(&css, "assets/a.css", &Names::new(), "themes/x/assets/a.css", &mut out);
            let [diagnostic] = out.as_slice() else { panic!("{reference}: {out:?}") };
            assert_eq!((diagnostic.at.line, diagnostic.at.column), (2, 22));
        }
    }

    #[test]
    fn minifying_keeps_what_means_something() {
        let css = "/* c */\n:root {\n  --x: 1px;\n  --tile: url(\"data:a  b;/* x */\");\n}\n.a > .b , .c :hover { margin: calc(1px + 2px) ; }\n@media print, (min-width: 48em) { a::before { content: \": \"; } }\n";
        assert_eq!(
            minify(css),
            ":root{--x:1px;--tile:url(\"data:a  b;/* x */\")}.a > .b,.c :hover{margin:calc(1px + 2px)}@media print,(min-width:48em){a::before{content:\": \"}}"
        );
    }
}
