//! Where a link may lead: the short list of kinds, and why anything else is refused.

use std::fmt;

use super::escape::decode;
use crate::diag::codes::links as codes;
use crate::diag::{Code, Diagnostic, Place};
use crate::persian::numbers::ascii_digits;
use crate::persian::text::fold_key;

/// How many characters a web address may have.
const LONGEST: usize = 2000;

/// Where a link leads.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Target {
    /// A web address, `http` or `https`.
    Web(String),
    /// An e-mail address, `mailto:…`.
    Mail(String),
    /// A phone, `tel:…`, in ASCII.
    Phone(String),
    /// A record of the site.
    Record {
        /// Its kind.
        kind: RecordKind,
        /// Its id, in ASCII digits.
        id: String,
        /// What stands after `#`, or nothing.
        fragment: String,
    },
    /// A path from the site's root.
    Path {
        /// The path, without percent-encoding.
        path: String,
        /// The query and fragment, as typed, or nothing.
        tail: String,
    },
    /// A heading of the same body, by its id without prefix.
    Fragment(String),
}

/// The kinds of record that a link can name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RecordKind {
    /// `activity:` فعالیت.
    Activity,
    /// `neighborhood:` محله.
    Neighborhood,
    /// `domain:` حوزه.
    Domain,
    /// `agency:` دستگاه.
    Agency,
    /// `model:` الگو.
    Model,
    /// `problem:` مسئله.
    Problem,
    /// `meeting:` جلسه.
    Meeting,
    /// `visit:` بازدید.
    Visit,
    /// `page:` صفحه.
    Page,
}

impl RecordKind {
    /// All of them.
    pub const ALL: [Self; 9] = [
        Self::Activity,
        Self::Neighborhood,
        Self::Domain,
        Self::Agency,
        Self::Model,
        Self::Problem,
        Self::Meeting,
        Self::Visit,
        Self::Page,
    ];

    /// The word before the colon.
    pub fn word(self) -> &'static str {
        match self {
            Self::Activity => "activity",
            Self::Neighborhood => "neighborhood",
            Self::Domain => "domain",
            Self::Agency => "agency",
            Self::Model => "model",
            Self::Problem => "problem",
            Self::Meeting => "meeting",
            Self::Visit => "visit",
            Self::Page => "page",
        }
    }

    /// The same in Persian, which may stand before the colon too.
    pub fn fa(self) -> &'static str {
        match self {
            Self::Activity => "فعالیت",
            Self::Neighborhood => "محله",
            Self::Domain => "حوزه",
            Self::Agency => "دستگاه",
            Self::Model => "الگو",
            Self::Problem => "مسئله",
            Self::Meeting => "جلسه",
            Self::Visit => "بازدید",
            Self::Page => "صفحه",
        }
    }

    fn named(scheme: &str) -> Option<Self> {
        let folded = fold_key(scheme);
        Self::ALL.into_iter().find(|kind| kind.word() == folded || kind.fa() == folded)
    }
}

impl Target {
    /// The part of a page of the site that is meant, an id without percent-encoding; `None` for the page itself.
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
    /// As an author writes it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Web(address) | Self::Mail(address) | Self::Phone(address) => f.write_str(address),
            Self::Record { kind, id, .. } => write!(f, "{}:{id}", kind.word()),
            Self::Path { path, tail } => write!(f, "{path}{tail}"),
            Self::Fragment(id) => write!(f, "#{id}"),
        }
    }
}

/// Why an address is refused.
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

/// Sorts the address of a link.
pub(super) fn target(address: &str) -> Result<Target, Refusal> {
    if address.trim().is_empty() {
        return Err(Refusal::Empty);
    }
    // Browsers drop control characters and read on: `java&#10;script:`.
    if address.chars().any(char::is_control) {
        return Err(Refusal::Control);
    }
    if let Some(id) = address.strip_prefix('#') {
        let id = decode(id).ok_or(Refusal::Encoding)?;
        return if id.is_empty() { Err(Refusal::Empty) } else { Ok(Target::Fragment(id)) };
    }
    // What stands before a colon is a scheme, whatever it looks like: nothing slips by on being a strange path.
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
            let kind = RecordKind::named(scheme).ok_or_else(|| Refusal::Scheme(scheme.to_owned()))?;
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
    if authority.contains('@') {
        return Err(Refusal::User);
    }
    let host = authority.split(':').next().unwrap_or_default();
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

/// A path that stays inside, without percent-encoding.
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

/// Sorts the address of a picture: a path in `content/media/`.
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
    /// The finding for a link.
    pub(super) fn of_link(&self, at: Place) -> Diagnostic {
        let (code, fa, en): (&'static Code, String, String) = match self {
            Self::Scheme(scheme) => (
                codes::LINK_SCHEME,
                format!("پیوند از نوع «{scheme}:» پذیرفته نمی‌شود."),
                format!("A link of the kind \"{scheme}:\" is not allowed."),
            ),
            Self::Slash => {
                (codes::LINK_PATH, s("نشانی با «/» آغاز شده است."), s("The address begins with \"/\"."))
            }
            Self::Back => (
                codes::LINK_PATH,
                s("در نشانی «.» یا «..» آمده است."),
                s("There is \".\" or \"..\" in the address."),
            ),
            Self::BackSlash => {
                (codes::LINK_PATH, s("در نشانی «\\» آمده است."), s("There is a \"\\\" in the address."))
            }
            Self::Empty | Self::NotMedia => {
                (codes::LINK_ADDRESS, s("نشانی پیوند خالی است."), s("The address of the link is empty."))
            }
            Self::Control => (
                codes::LINK_ADDRESS,
                s("در نشانی نویسهٔ کنترلی آمده است."),
                s("There is a control character in the address."),
            ),
            Self::Host => (
                codes::LINK_ADDRESS,
                s("نشانی وب نام میزبان درستی ندارد."),
                s("The web address has no proper host."),
            ),
            Self::User => (
                codes::LINK_ADDRESS,
                s("در نشانی وب پیش از «@» نام کاربری آمده است."),
                s("There is a user name before \"@\" in the web address."),
            ),
            Self::TooLong => (
                codes::LINK_ADDRESS,
                s("نشانی بیش از ۲۰۰۰ نویسه دارد."),
                s("The address has more than 2,000 characters."),
            ),
            Self::Mail => {
                (codes::LINK_ADDRESS, s("رایانامه کامل نیست."), s("The e-mail address is incomplete."))
            }
            Self::Phone => {
                (codes::LINK_ADDRESS, s("شمارهٔ تلفن خوانده نمی‌شود."), s("The phone number can't be read."))
            }
            Self::NoId(kind) => (
                codes::LINK_ADDRESS,
                format!("پس از «{}:» شناسه‌ای نیست.", kind.word()),
                format!("No id stands after \"{}:\".", kind.word()),
            ),
            Self::Encoding => (
                codes::LINK_ADDRESS,
                s("نویسه‌های %-دار نشانی درست نیستند."),
                s("The %-encoding of the address is broken."),
            ),
        };
        let (hint_fa, hint_en) = self.hint();
        Diagnostic::new(code, at, fa, en).hint(hint_fa, hint_en)
    }

    /// The finding for a picture.
    pub(super) fn of_picture(&self, at: Place) -> Diagnostic {
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

    fn hint(&self) -> (String, String) {
        match self {
            Self::Scheme(scheme) => match nearest_scheme(scheme) {
                Some(near) => (format!("شاید «{near}:»؟"), format!("Did you mean \"{near}:\"?")),
                None => (
                    s(
                        "نشانی وب را با «https://»، رایانامه را با «mailto:» و رکورد را مانند «activity:ID» بنویسید.",
                    ),
                    s(
                        "Write a web address with \"https://\", an e-mail address with \"mailto:\", a record as \"activity:ID\".",
                    ),
                ),
            },
            Self::Slash | Self::Back | Self::BackSlash => (
                s("نشانی را از ریشهٔ سایت و با «/» میان بخش‌ها بنویسید، مانند «data/index.html»."),
                s(
                    "Write it from the site's root, with \"/\" between the parts, such as \"data/index.html\".",
                ),
            ),
            Self::User => (s("نام کاربری را بردارید."), s("Remove the user name.")),
            Self::Host => {
                (s("بنویسید مانند «https://example.ir/page»."), s("Write it as \"https://example.ir/page\"."))
            }
            Self::Mail => {
                (s("بنویسید مانند «mailto:info@example.ir»."), s("Write it as \"mailto:info@example.ir\"."))
            }
            Self::Phone => (s("بنویسید مانند «tel:+982537700000»."), s("Write it as \"tel:+982537700000\".")),
            Self::NoId(kind) => (
                format!("شناسه را بدون فاصله بنویسید، مانند «{}:ID».", kind.word()),
                format!("Write the id without a space, such as \"{}:ID\".", kind.word()),
            ),
            Self::TooLong => (s("نشانی کوتاه‌تری بیابید."), s("Find a shorter address.")),
            Self::Empty | Self::Control | Self::Encoding | Self::NotMedia => (
                s("نشانی را از نو بنویسید یا پیوند را بردارید."),
                s("Write the address anew or remove the link."),
            ),
        }
    }
}

fn s(text: &str) -> String {
    text.to_owned()
}

/// The scheme that a mistyped one is nearest to, if any is near.
fn nearest_scheme(scheme: &str) -> Option<&'static str> {
    let folded = fold_key(scheme);
    RecordKind::ALL
        .into_iter()
        .flat_map(|kind| [kind.word(), kind.fa()])
        .chain(["http", "https", "mailto", "tel"])
        .map(|known| (known, strsim::damerau_levenshtein(known, &folded)))
        .filter(|&(known, far)| far <= 2 && far * 2 < known.chars().count())
        .min_by_key(|&(_, far)| far)
        .map(|(known, _)| known)
}
