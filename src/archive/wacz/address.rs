//! URLs, timestamps and media types in the formats of web archives.

use std::fmt::Write as _;

use crate::archive::edition::Edition;
use crate::persian::Day;

/// The address used for a site without a URL of its own: `.invalid` never resolves (RFC 2606).
const NOWHERE: &str = "https://karnameh.invalid";

/// Returns the URL of the site's root, without a trailing slash.
pub(super) fn base(edition: &Edition) -> String {
    edition.url.as_deref().unwrap_or(NOWHERE).trim_end_matches('/').to_owned()
}

/// Returns the URL of a file of the site.
pub(super) fn url(base: &str, path: &str) -> String {
    let mut address = format!("{base}/");
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            address.push(char::from(byte));
        } else {
            let _ = write!(address, "%{byte:02X}");
        }
    }
    address
}

/// Returns the sort key of the index (SURT): the parts of the host in reverse order, then the path.
pub(super) fn key(address: &str) -> String {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
    let host = host.to_ascii_lowercase();
    let (host, port) = host.split_once(':').map_or((&*host, None), |(host, port)| (host, Some(port)));
    // By convention a SURT key omits "www.", since it usually leads to the same site.
    let host = host.strip_prefix("www.").unwrap_or(host);
    let mut parts: Vec<&str> = host.split('.').collect();
    parts.reverse();
    let port = port.map(|port| format!(":{port}")).unwrap_or_default();
    format!("{}{port})/{}", parts.join(","), path.to_ascii_lowercase())
}

/// Returns the start of the report's day in UTC, as a WARC date.
pub(super) fn moment(day: Day) -> String {
    format!("{}T00:00:00Z", day.iso())
}

/// Returns the same time as 14 digits, for the index.
pub(super) fn digits(day: Day) -> String {
    format!("{}000000", day.iso().replace('-', ""))
}

/// Returns the media type for a file name's extension.
pub(in crate::archive) fn media_type(path: &str) -> &'static str {
    match path.rsplit_once('.').map_or("", |(_, end)| end) {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "json" | "geojson" => "application/json",
        "csv" => "text/csv; charset=utf-8",
        "txt" => "text/plain; charset=utf-8",
        "xml" => "application/xml",
        "atom" => "application/atom+xml",
        "ics" => "text/calendar; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "woff2" => "font/woff2",
        "pdf" => "application/pdf",
        "docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "mp3" => "audio/mpeg",
        "mp4" => "video/mp4",
        "zip" => "application/zip",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_turn_the_host_round() {
        assert_eq!(key("https://Karnameh.example.ir/a/B.html"), "ir,example,karnameh)/a/b.html");
        assert_eq!(key("http://www.example.ir:8080"), "ir,example:8080)/");
    }

    #[test]
    fn what_an_address_may_not_hold_is_encoded() {
        assert_eq!(url("https://x.ir/sub", "a b/ک.html"), "https://x.ir/sub/a%20b/%DA%A9.html");
    }
}
