//! Generates `atom.xml`: the latest reports, visits and decisions (RFC 4287).
//!
//! The id of an entry is a `tag:` URI (RFC 4151) made of the site's host, the day of the event and the entry's key. It
//! stays the same in later editions and if the site moves within its host.

use std::fmt::Write as _;

use crate::persian::Day;
use crate::persian::text::isolate;
use crate::site::FEED;
use crate::site::news::{News, NewsEntry};

use super::{host, labeled_title, uri, xml};

pub fn atom(news: &News) -> Vec<u8> {
    let url = &news.url;
    let mut out = String::from(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"fa\">\n",
    );
    element(&mut out, "id", &format!("{url}/{FEED}"));
    element(&mut out, "title", &isolate(&news.title));
    element(&mut out, "updated", &instant(news.entries.first().map_or(news.day, |entry| entry.day)));
    let _ = writeln!(out, "<link rel=\"self\" type=\"application/atom+xml\" href=\"{}/{FEED}\"/>", xml(url));
    let _ = writeln!(out, "<link rel=\"alternate\" type=\"text/html\" href=\"{}/index.html\"/>", xml(url));
    // Atom requires an author.
    let author = if news.author.is_empty() { &news.title } else { &news.author };
    let _ = writeln!(out, "<author><name>{}</name></author>", xml(author));
    if !news.license.is_empty() {
        element(&mut out, "rights", &news.license);
    }
    for entry in &news.entries {
        write(&mut out, news, entry);
    }
    out.push_str("</feed>\n");
    out.into_bytes()
}

fn write(out: &mut String, news: &News, entry: &NewsEntry) {
    let NewsEntry { key, word, title, href, day, text, sample } = entry;
    out.push_str("<entry>\n");
    element(out, "id", &format!("tag:{},{}:{}", host(&news.url), day.iso(), uri(key)));
    element(out, "title", &labeled_title(word, title, *sample));
    element(out, "updated", &instant(*day));
    element(out, "published", &instant(*day));
    let _ = writeln!(
        out,
        "<link rel=\"alternate\" type=\"text/html\" href=\"{}/{}\"/>",
        xml(&news.url),
        xml(href)
    );
    element(out, "summary", text);
    out.push_str("</entry>\n");
}

fn element(out: &mut String, name: &str, text: &str) {
    let _ = writeln!(out, "<{name}>{}</{name}>", xml(text));
}

/// The start of a day in Tehran, whose offset has been +03:30 all year since 2022.
fn instant(day: Day) -> String {
    format!("{}T00:00:00+03:30", day.iso())
}
