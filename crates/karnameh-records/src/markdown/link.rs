//! Classifies link targets and rejects every kind that is not listed here.

use std::fmt;

use super::escape::decode;
use crate::diag::codes::links as codes;
use crate::diag::{Diagnostic, Message, Place};
use crate::kinds::RecordKind;
use crate::persian::numbers::ascii_digits;
use crate::persian::text::fold_key;

/// The maximum length of a URL, in characters; some browsers and servers reject longer ones.
const LONGEST: usize = 2000;

/// The target of a link.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Target {
    /// A URL with the scheme `http` or `https`.
    Web(String),
    /// An e-mail address, `mailto:…`.
    Mail(String),
    /// A phone number, `tel:…`, in ASCII.
    Phone(String),
    /// A record of this site.
    Record {
        kind: RecordKind,
        /// The id, with ASCII digits.
        id: String,
        /// The part after `#`, or empty.
        fragment: String,
    },
    /// A path relative to the site's root.
    Path {
        /// The path, percent-decoded.
        path: String,
        /// Query and fragment as typed, or empty.
        tail: String,
    },
    /// A heading in the same body, identified by its id without prefix.
    Fragment(String),
}

impl Target {
    /// Returns the id of the part of the page that the link names, percent-decoded, or `None` if it names the whole page.
    pub fn part(&self) -> Option<String> {
        let typed = match self {
            Self::Record { fragment, .. } => fragment,
            Self::Path { tail, .. } => tail.split_once('#')?.1,
            _ => return None,
        };
        decode(typed).filter(|part| !part.is_empty())
    }
}

impl fmt::Display for Target {
    /// Formats the target as an author writes it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Web(address) | Self::Mail(address) | Self::Phone(address) => f.write_str(address),
            Self::Record { kind, id, .. } => write!(f, "{}:{id}", kind.en()),
            Self::Path { path, tail } => write!(f, "{path}{tail}"),
            Self::Fragment(id) => write!(f, "#{id}"),
        }
    }
}

/// Why an address is rejected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Refusal {
    Empty,
    Control,
    Scheme(String),
    Slash,
    Back,
    BackSlash,
    Host,
    User,
    TooLong,
    Mail,
    Phone,
    NoId(RecordKind),
    Encoding,
    NotMedia,
}

/// Classifies the address of a link.
pub(super) fn target(address: &str) -> Result<Target, Refusal> {
    if address.trim().is_empty() {
        return Err(Refusal::Empty);
    }
    // Browsers ignore control characters, so `java&#10;script:` would otherwise pass as a relative path.
    if address.chars().any(char::is_control) {
        return Err(Refusal::Control);
    }
    if let Some(id) = address.strip_prefix('#') {
        let id = decode(id).ok_or(Refusal::Encoding)?;
        return if id.is_empty() { Err(Refusal::Empty) } else { Ok(Target::Fragment(id)) };
    }
    // Whatever precedes a colon counts as a scheme, even if it is not a valid one, so that no unknown scheme passes as an
    // unusual path.
    let head = &address[..address.find(['/', '?', '#', '\\']).unwrap_or(address.len())];
    match head.split_once(':') {
        Some((scheme, _)) => with_scheme(scheme, &address[scheme.len() + 1..], address),
        None => path(address),
    }
}

fn with_scheme(scheme: &str, rest: &str, address: &str) -> Result<Target, Refusal> {
    match scheme.to_ascii_lowercase().as_str() {
        "http" | "https" => web(rest, address),
        "mailto" => mail(rest),
        "tel" => phone(rest),
        _ => {
            let kind = from_prefix(scheme).ok_or_else(|| Refusal::Scheme(scheme.to_owned()))?;
            let (id, fragment) = rest.split_once('#').unwrap_or((rest, ""));
            let id = decode(id).ok_or(Refusal::Encoding)?;
            let (id, fragment) = (ascii_digits(id.trim()), fragment.to_owned());
            if id.is_empty() { Err(Refusal::NoId(kind)) } else { Ok(Target::Record { kind, id, fragment }) }
        }
    }
}

fn web(rest: &str, address: &str) -> Result<Target, Refusal> {
    if address.contains('\\') {
        return Err(Refusal::BackSlash);
    }
    let after = rest.strip_prefix("//").ok_or(Refusal::Host)?;
    let authority = &after[..after.find(['/', '?', '#']).unwrap_or(after.len())];
    // A user name can imitate a host: `https://bank.example@evil.example`.
    if authority.contains('@') {
        return Err(Refusal::User);
    }
    let host = authority.split(':').next().unwrap_or_default();
    // The colons of an IPv6 address in brackets do not separate a port.
    let bracketed = authority.starts_with('[') && authority.contains(']');
    let bad = |character: char| character.is_whitespace() || matches!(character, '<' | '>' | '"' | '%');
    if !bracketed && (host.is_empty() || host.starts_with('.') || host.contains(bad)) {
        return Err(Refusal::Host);
    }
    if address.chars().count() > LONGEST {
        return Err(Refusal::TooLong);
    }
    Ok(Target::Web(address.to_owned()))
}

fn mail(rest: &str) -> Result<Target, Refusal> {
    let who = rest.split('?').next().unwrap_or_default();
    let whole = matches!(who.split_once('@'), Some((name, host)) if !name.is_empty() && !host.is_empty());
    if !whole || rest.contains(|c: char| c.is_whitespace() || c == '\\') || rest.len() > LONGEST {
        return Err(Refusal::Mail);
    }
    Ok(Target::Mail(format!("mailto:{rest}")))
}

fn phone(rest: &str) -> Result<Target, Refusal> {
    let number: String =
        ascii_digits(rest).replace("%20", "").chars().filter(|c| !c.is_whitespace()).collect();
    let allowed = |c: char| c.is_ascii_digit() || matches!(c, '+' | '-' | '.' | '(' | ')' | '*' | '#');
    // E.164 numbers have at most 15 digits; 40 leaves room for separators and dial codes.
    if number.len() > 40 || !number.contains(|c: char| c.is_ascii_digit()) || !number.chars().all(allowed) {
        return Err(Refusal::Phone);
    }
    Ok(Target::Phone(format!("tel:{number}")))
}

fn path(address: &str) -> Result<Target, Refusal> {
    let cut = address.find(['?', '#']).unwrap_or(address.len());
    let (path, tail) = address.split_at(cut);
    Ok(Target::Path { path: inner_path(path)?, tail: tail.to_owned() })
}

/// Decodes a path and checks that it stays inside the site.
fn inner_path(path: &str) -> Result<String, Refusal> {
    let path = decode(path).ok_or(Refusal::Encoding)?;
    if path.trim().is_empty() {
        return Err(Refusal::Empty);
    }
    if path.chars().any(char::is_control) {
        return Err(Refusal::Control);
    }
    if path.contains('\\') {
        return Err(Refusal::BackSlash);
    }
    if path.starts_with('/') {
        return Err(Refusal::Slash);
    }
    if path.split('/').any(|segment| matches!(segment.trim(), "." | "..")) {
        return Err(Refusal::Back);
    }
    Ok(path)
}

/// Classifies the address of a picture, which must be a path below `content/media/`.
pub(super) fn media_file(address: &str) -> Result<String, Refusal> {
    if address.trim().is_empty() {
        return Err(Refusal::Empty);
    }
    if address.contains(':') {
        return Err(Refusal::NotMedia);
    }
    inner_path(address)
}

impl Refusal {
    /// Reports the rejected address of a link.
    pub(super) fn link_diagnostic(&self, at: Place) -> Diagnostic {
        let code = match self {
            Self::Scheme(_) => codes::LINK_SCHEME,
            Self::Slash | Self::Back | Self::BackSlash => codes::LINK_PATH,
            _ => codes::LINK_ADDRESS,
        };
        Diagnostic::with_message(code, at, self.message())
    }

    /// What is wrong with the address of a link, and what to write instead.
    fn message(&self) -> Message {
        match self {
            Self::Scheme(scheme) => strange_scheme(scheme),
            Self::Slash => from_the_root("نشانی با «/» آغاز شده است.", "The address begins with \"/\"."),
            Self::Back => {
                from_the_root("در نشانی «.» یا «..» آمده است.", "There is \".\" or \"..\" in the address.")
            }
            Self::BackSlash => from_the_root("در نشانی «\\» آمده است.", "There is a \"\\\" in the address."),
            Self::Empty | Self::NotMedia => {
                anew("نشانی پیوند خالی است.", "The address of the link is empty.")
            }
            Self::Control => {
                anew("در نشانی نویسهٔ کنترلی آمده است.", "There is a control character in the address.")
            }
            Self::Encoding => {
                anew("نویسه‌های %-دار نشانی درست نیستند.", "The %-encoding of the address is broken.")
            }
            Self::Host => Message::new(
                "نشانی وب نام میزبان درستی ندارد.",
                "The web address has no proper host.",
            )
            .hint("بنویسید مانند «https://example.ir/page».", "Write it as \"https://example.ir/page\"."),
            Self::User => Message::new(
                "در نشانی وب پیش از «@» نام کاربری آمده است.",
                "There is a user name before \"@\" in the web address.",
            )
            .hint("نام کاربری را بردارید.", "Remove the user name."),
            Self::TooLong => {
                Message::new("نشانی بیش از ۲۰۰۰ نویسه دارد.", "The address has more than 2,000 characters.")
                    .hint("نشانی کوتاه‌تری بیابید.", "Find a shorter address.")
            }
            Self::Mail => Message::new("رایانامه کامل نیست.", "The e-mail address is incomplete.")
                .hint("بنویسید مانند «mailto:info@example.ir».", "Write it as \"mailto:info@example.ir\"."),
            Self::Phone => Message::new("شمارهٔ تلفن خوانده نمی‌شود.", "The phone number can't be read.")
                .hint("بنویسید مانند «tel:+982537700000».", "Write it as \"tel:+982537700000\"."),
            Self::NoId(kind) => {
                let word = kind.en();
                Message::new(
                    format!("پس از «{word}:» شناسه‌ای نیست."),
                    format!("There is no id after \"{word}:\"."),
                )
                .hint(
                    format!("شناسه را بدون فاصله بنویسید، مانند «{word}:ID»."),
                    format!("Write the id without a space, such as \"{word}:ID\"."),
                )
            }
        }
    }

    /// Reports the rejected address of a picture.
    pub(super) fn picture_diagnostic(&self, at: Place) -> Diagnostic {
        let (fa, en) = match self {
            Self::Empty => ("نام فایل تصویر نوشته نشده است.", "The name of the picture's file is missing."),
            Self::NotMedia => ("تصویر نشانی وب دارد.", "The picture has a web address."),
            _ => ("نام فایل تصویر درست نیست.", "The name of the picture's file is not right."),
        };
        Diagnostic::new(codes::PICTURE_ADDRESS, at, fa, en).hint(
            "فایل را در content/media بگذارید و تنها نامش را بنویسید، مانند «park.jpg».",
            "Put the file into content/media and write its name alone, such as \"park.jpg\".",
        )
    }
}

fn strange_scheme(scheme: &str) -> Message {
    let message = Message::new(
        format!("پیوند از نوع «{scheme}:» پذیرفته نمی‌شود."),
        format!("A link of the kind \"{scheme}:\" is not allowed."),
    );
    match nearest_scheme(scheme) {
        Some(near) => message.hint(format!("شاید «{near}:»؟"), format!("Did you mean \"{near}:\"?")),
        None => message.hint(
            "نشانی وب را با «https://»، رایانامه را با «mailto:» و رکورد را مانند «activity:ID» بنویسید.",
            "Write a web address with \"https://\", an e-mail address with \"mailto:\", a record as \"activity:ID\".",
        ),
    }
}

fn from_the_root(fa: &str, en: &str) -> Message {
    Message::new(fa, en).hint(
        "نشانی را از ریشهٔ سایت و با «/» میان بخش‌ها بنویسید، مانند «data/index.html».",
        "Write it from the site's root, with \"/\" between the parts, such as \"data/index.html\".",
    )
}

fn anew(fa: &str, en: &str) -> Message {
    Message::new(fa, en)
        .hint("نشانی را از نو بنویسید یا پیوند را بردارید.", "Rewrite the address or remove the link.")
}

/// The kinds of record that a link can name.
fn linked_kinds() -> impl Iterator<Item = RecordKind> {
    RecordKind::ALL.iter().copied().filter(|kind| kind.is_linked())
}

/// Returns the kind that the word before the colon of a link names, in either language.
fn from_prefix(scheme: &str) -> Option<RecordKind> {
    let folded = fold_key(scheme);
    linked_kinds().find(|kind| kind.en() == folded || kind.fa() == folded)
}

/// Returns the known scheme that is most similar to a mistyped one, if any is similar enough.
fn nearest_scheme(scheme: &str) -> Option<&'static str> {
    let folded = fold_key(scheme);
    linked_kinds()
        .flat_map(|kind| [kind.en(), kind.fa()])
        .chain(["http", "https", "mailto", "tel"])
        .map(|known| (known, strsim::damerau_levenshtein(known, &folded)))
        // At most two edits, and fewer than half of the letters, so that unrelated short words do not match.
        .filter(|&(known, far)| far <= 2 && far * 2 < known.chars().count())
        .min_by_key(|&(_, far)| far)
        .map(|(known, _)| known)
}
