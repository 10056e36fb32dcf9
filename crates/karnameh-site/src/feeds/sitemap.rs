//! Generates `sitemap.xml` and `robots.txt`, which list the pages for search engines (sitemaps.org 0.9).

use std::fmt::Write as _;

use super::{SITEMAP, xml};

/// The maximum number of addresses per list, set by sitemaps.org.
const MOST: usize = 50_000;

/// Returns the lists of the pages at `addresses`, each with its own address. If there are more than 50,000 pages, they are
/// split over several lists, and `sitemap.xml` lists these.
pub fn sitemap<'a>(url: &str, addresses: impl IntoIterator<Item = &'a str>) -> Vec<(String, Vec<u8>)> {
    let root = url.trim_end_matches('/');
    let pages: Vec<&str> = addresses.into_iter().collect();
    if pages.len() <= MOST {
        return vec![(SITEMAP.to_owned(), list(root, "urlset", "url", &pages))];
    }
    let parts: Vec<(String, Vec<u8>)> = pages
        .chunks(MOST)
        .enumerate()
        .map(|(at, pages)| (format!("sitemap/{}.xml", at + 1), list(root, "urlset", "url", pages)))
        .collect();
    let names: Vec<&str> = parts.iter().map(|(name, _)| &**name).collect();
    let index = (SITEMAP.to_owned(), list(root, "sitemapindex", "sitemap", &names));
    std::iter::once(index).chain(parts).collect()
}

fn list(root: &str, whole: &str, part: &str, addresses: &[&str]) -> Vec<u8> {
    let mut out = format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<{whole} xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"
    );
    for address in addresses {
        let _ = writeln!(out, "<{part}><loc>{}/{}</loc></{part}>", xml(root), xml(address));
    }
    let _ = writeln!(out, "</{whole}>");
    out.into_bytes()
}

/// Generates `robots.txt`: allows all pages and names the sitemap.
pub fn robots(url: &str) -> Vec<u8> {
    format!("User-agent: *\nAllow: /\nSitemap: {}/{SITEMAP}\n", url.trim_end_matches('/')).into_bytes()
}

#[cfg(test)]
mod tests {
    use super::{MOST, sitemap};

    #[test]
    fn long_lists_are_parted() {
        let names: Vec<String> = (0..=MOST).map(|at| format!("activities/{at}.html")).collect();
        let files = sitemap("https://qom.ir/", names.iter().map(String::as_str));
        let index = String::from_utf8(files[0].1.clone()).expect("UTF-8");
        assert_eq!(files.len(), 3);
        assert!(index.contains("<sitemap><loc>https://qom.ir/sitemap/2.xml</loc></sitemap>"));
        assert!(String::from_utf8_lossy(&files[2].1).contains("activities/50000.html"));
    }
}
