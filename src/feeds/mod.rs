//! What other programs follow: a feed of what is new, a calendar of what is due, a list of the pages for search engines.
//!
//! Times come from the dates of records and the report's day, never from the clock. Start reading at [`atom`] and
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

/// Where the list of pages stands; only where the site's own address is known.
pub const SITEMAP: &str = "sitemap.xml";
/// What search engines ask for first; only where the site's own address is known.
pub const ROBOTS: &str = "robots.txt";

/// A title with what it is of, each in its own direction: «گزارش: کتابخانهٔ محله», the title between isolates.
fn titled(word: &str, title: &str, sample: bool) -> String {
    let mark = if sample { " (نمایشی)" } else { "" };
    format!("{word}{mark}: {}", isolate(title))
}

/// A text in XML, also between quotes.
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

/// A key as a piece of a URI: what is not unreserved, or a `/`, by its bytes.
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

/// The host that an address names, without user and port.
fn host(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let named = authority.rsplit('@').next().unwrap_or_default();
    named.split(':').next().unwrap_or_default()
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
