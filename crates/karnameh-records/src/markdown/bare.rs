//! Web addresses and e-mail addresses that are typed as they are, without marks around them.

use std::ops::Range;

use super::link::{Target, target};

/// Finds the first address of a text that can be a link.
pub(super) fn find(text: &str) -> Option<(Range<usize>, Target)> {
    // Each of them has one of these two characters.
    let mut from = 0;
    while let Some(found) = text[from..].find(['@', ':', '.']) {
        let at = from + found;
        let range = match text.as_bytes()[at] {
            b'@' => mail(text, at),
            b':' => scheme(text, at),
            _ => www(text, at),
        };
        from = range.as_ref().map_or(at + 1, |range| range.end.max(at + 1));
        // An address that is refused remains text: nobody asked for a link.
        if let Some(range) = range
            && let Ok(target) = target(&full(&text[range.clone()]))
        {
            return Some((range, target));
        }
    }
    None
}

/// Returns an address with its scheme.
fn full(address: &str) -> String {
    if address.contains("://") {
        address.to_owned()
    } else if address.get(..4).is_some_and(|head| head.eq_ignore_ascii_case("www.")) {
        format!("http://{address}")
    } else {
        format!("mailto:{address}")
    }
}

/// Returns an e-mail address around an «@».
fn mail(text: &str, at: usize) -> Option<Range<usize>> {
    let is_name = |c: char| c.is_ascii_alphanumeric() || is_name_sign(c);
    let is_host = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-');
    let before = text[..at].trim_end_matches(is_name).len();
    let start = at - text[before..at].trim_start_matches(is_name_sign).len();
    let after = text[at + 1..].find(|c| !is_host(c)).map_or(text.len(), |length| at + 1 + length);
    let host = text[at + 1..after].trim_end_matches(['.', '-']);
    let is_whole = start < at && at - start <= LONGEST_NAME && has_domain(host);
    (is_whole && !text[..start].ends_with(['@', '/', ':', '\\'])).then_some(start..at + 1 + host.len())
}

/// What a name contains besides letters and digits, but does not begin with.
fn is_name_sign(character: char) -> bool {
    matches!(character, '.' | '_' | '-' | '+')
}

/// RFC 5321 allows no more before the «@».
const LONGEST_NAME: usize = 64;

/// Returns whether a host consists of at least two parts, the last of which is letters.
fn has_domain(host: &str) -> bool {
    let parts_are_whole = host.split('.').all(|part| !part.is_empty() && !part.starts_with('-'));
    let top = host.rsplit_once('.').map_or("", |(_, top)| top);
    parts_are_whole && top.len() >= 2 && top.bytes().all(|byte| byte.is_ascii_alphabetic())
}

/// Returns a web address whose scheme ends at a colon.
fn scheme(text: &str, at: usize) -> Option<Range<usize>> {
    let after = text[at..].strip_prefix("://")?;
    let start = ["https", "http"].iter().find_map(|scheme| {
        let start = at.checked_sub(scheme.len())?;
        text.get(start..at)?.eq_ignore_ascii_case(scheme).then_some(start)
    })?;
    web(text, start, text.len() - after.len())
}

/// Returns a web address that begins with «www.».
fn www(text: &str, at: usize) -> Option<Range<usize>> {
    let start = at.checked_sub(3)?;
    text.get(start..at)?.eq_ignore_ascii_case("www").then_some(())?;
    web(text, start, at + 1)
}

/// Returns the web address that begins at `start` and whose host begins at `host`.
fn web(text: &str, start: usize, host: usize) -> Option<Range<usize>> {
    if text[..start].ends_with(|c: char| c.is_ascii_alphanumeric() || matches!(c, '/' | '.' | '-' | '_')) {
        return None;
    }
    let is_ascii = text[host..].starts_with(|c: char| c.is_ascii());
    let is_host = |c: char| {
        matches!(c, '.' | '-' | ':') || if is_ascii { c.is_ascii_alphanumeric() } else { c.is_alphanumeric() }
    };
    let after = text[host..].find(|c| !is_host(c)).map_or(text.len(), |length| host + length);
    let end = if text[after..].starts_with(['/', '?', '#']) { path_end(text, after) } else { after };
    let end = host + trimmed(&text[host..end]).len();
    let name = text[host..end].split(['/', '?', '#', ':']).next().unwrap_or_default();
    (name.contains('.') && !name.starts_with('.') && !name.ends_with('.')).then_some(start..end)
}

/// Persian text goes on right after an address only behind one of these.
fn path_end(text: &str, from: usize) -> usize {
    let ends = |c: char| {
        c.is_whitespace()
            || matches!(c, '<' | '>' | '"' | '`' | '«' | '»' | '،' | '؛' | '؟' | '“' | '”' | '…')
    };
    text[from..].find(ends).map_or(text.len(), |length| from + length)
}

/// Cuts the punctuation of the sentence off an address, and a bracket that closes what was opened before it.
fn trimmed(address: &str) -> &str {
    let mut end = address;
    loop {
        let shorter = end.trim_end_matches([
            '.', ',', ':', ';', '!', '?', '\'', '*', '_', '~', '-', '\u{200C}', '\u{200F}', '\u{200E}',
        ]);
        let closes = |open, close| {
            shorter.ends_with(close) && shorter.matches(close).count() > shorter.matches(open).count()
        };
        let shorter =
            if closes('(', ')') || closes('[', ']') { &shorter[..shorter.len() - 1] } else { shorter };
        if shorter.len() == end.len() {
            return end;
        }
        end = shorter;
    }
}
