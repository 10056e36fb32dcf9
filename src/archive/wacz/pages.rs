//! Creates `pages/pages.jsonl`: the pages at which a reader can start, with their titles.

use std::fmt::Write as _;

use serde_json::json;

use super::address::{self, media_type};
use super::warc::digest;
use crate::archive::error::ArchiveError;
use crate::archive::item::Item;
use crate::persian::Day;

/// The page for unknown addresses is not a starting point.
const NOT_FOUND: &str = "404.html";

/// Returns a header line and then one line per page, the front page first.
pub(super) fn list(base: &str, day: Day, site: &[Item]) -> Result<String, ArchiveError> {
    let head = json!({"format": "json-pages-1.0", "id": "pages", "title": "همهٔ صفحه‌ها · All pages"});
    let mut text = format!("{head}\n");
    let mut pages: Vec<&Item> = site
        .iter()
        .filter(|item| media_type(&item.path).starts_with("text/html") && item.path != NOT_FOUND)
        .collect();
    pages.sort_by_key(|item| (item.path != "index.html", &item.path));
    for page in pages {
        let url = address::url(base, &page.path);
        let html = page.bytes()?;
        let page = json!({
            "id": digest(url.as_bytes()).trim_start_matches("sha256:")[..16],
            "url": url,
            "title": title(&String::from_utf8_lossy(&html)),
            "ts": address::moment(day),
        });
        let _ = writeln!(text, "{page}");
    }
    Ok(text)
}

/// Extracts the title from the HTML of one of our pages, without the characters that isolate its direction.
fn title(html: &str) -> String {
    let text = html.split_once("<title>").and_then(|(_, rest)| rest.split_once("</title>"));
    let text = text.map(|(title, _)| title).unwrap_or_default();
    let mut title = String::new();
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        title.push_str(&rest[..at]);
        rest = &rest[at..];
        let (entity, after) = rest[1..].split_once(';').unwrap_or(("", &rest[1..]));
        title.extend(character(entity));
        rest = after;
    }
    title.push_str(rest);
    title.retain(|c| !matches!(c, '\u{2066}'..='\u{2069}'));
    title
}

/// Decodes the HTML entities that our templates produce.
fn character(entity: &str) -> Option<char> {
    match entity {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        _ => {
            let hexadecimal = entity.strip_prefix("#x").or_else(|| entity.strip_prefix("#X"));
            let code = match hexadecimal {
                Some(digits) => u32::from_str_radix(digits, 16).ok(),
                None => entity.strip_prefix('#').and_then(|digits| digits.parse().ok()),
            };
            code.and_then(char::from_u32)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::title;

    #[test]
    fn titles_are_plain_text() {
        let html = "<head><title>&#x2067;الف &amp; ب&#x2069; – &#39;ج&#39;</title>";
        assert_eq!(title(html), "الف & ب – 'ج'");
        assert_eq!(title("<p>"), "");
    }
}
