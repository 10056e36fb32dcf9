//! Output for other programs: a feed of news, a calendar of due dates, a list of pages for search engines.
//!
//! All times come from the dates of records and the report's day, never from the clock. Start reading at [`atom`] and
//! [`calendar`].

mod atom;
mod calendar;
mod sitemap;

pub use atom::atom;
pub use calendar::calendar;
pub use sitemap::{robots, sitemap};

use std::borrow::Cow;
use std::fmt::Write as _;

use crate::persian::text::isolate;

/// The address of the page list. Written only if the site's own URL is known.
pub const SITEMAP: &str = "sitemap.xml";
/// The file that search engines request first. Written only if the site's own URL is known.
pub const ROBOTS: &str = "robots.txt";

/// Formats a kind and a title, and isolates the title, which may have the other direction: «گزارش: کتابخانهٔ محله».
fn labeled_title(word: &str, title: &str, sample: bool) -> String {
    let mark = if sample { " (نمایشی)" } else { "" };
    format!("{word}{mark}: {}", isolate(title))
}

/// Escapes text for XML, including attribute values.
fn xml(text: &str) -> Cow<'_, str> {
    if !text.contains(['&', '<', '>', '"']) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            other => out.push(other),
        }
    }
    Cow::Owned(out)
}

/// Percent-encodes a key for a URI. Keeps unreserved characters and `/`.
fn uri(key: &str) -> String {
    let mut out = String::with_capacity(key.len());
    for byte in key.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

/// Returns the host of a URL without user and port.
fn host(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let host_and_port = authority.rsplit('@').next().unwrap_or_default();
    host_and_port.split(':').next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{host, uri, xml};

    #[test]
    fn pieces_of_addresses() {
        assert_eq!(host("https://qom.ir:8443/reports?x"), "qom.ir");
        assert_eq!(host("http://qom.ir"), "qom.ir");
        assert_eq!(uri("updates/الف b"), "updates/%D8%A7%D9%84%D9%81%20b");
    }

    #[test]
    fn text_is_no_markup() {
        assert_eq!(xml("<b>&\"'"), "&lt;b&gt;&amp;&quot;'");
    }
}
