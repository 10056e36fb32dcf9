//! Tests of the map through the program: areas, points, tiles and diagnostics about broken boundaries.

use std::fmt::Write as _;

use crate::support::Site;

const PAGE: &str = "neighborhoods/index.html";
const ACTIVITY: &str =
    "neighborhood: sheikhabad\ndomain: sport\nupdates:\n  - {date: 1404/07/01, progress: 45}\n";

/// Returns a boundary file with one ring around a square, shifted east by `at` degrees.
fn boundary(license: &str, at: f64) -> String {
    let (west, south, east, north) = (50.0 + at, 34.0, 50.1 + at, 34.1);
    format!(
        r#"{{"type": "Polygon", "license": "{license}",
 "coordinates": [[[{west}, {south}], [{east}, {south}], [{east}, {north}], [{west}, {north}], [{west}, {south}]]]}}"#
    )
}

/// Builds the fault-free site with these files added and returns the page with the map.
fn page(files: &[(&str, &str)]) -> String {
    Site::with(files).build().text(PAGE).to_owned()
}

/// Extracts the map's markup.
fn map(page: &str) -> &str {
    let start = page.find("<svg class=\"map").unwrap_or_else(|| panic!("no map in {page}"));
    let end = page[start..].find("</svg>").expect("it ends") + start;
    &page[start..end]
}

#[test]
fn boundaries_are_drawn_with_their_sources() {
    let page = page(&[
        ("content/neighborhoods/sheikhabad.yml", "title: شیخ‌آباد\nboundary: a.geojson\n"),
        ("content/neighborhoods/pardisan.yml", "title: پردیسان\nlocation: {lat: 34.05, lon: 50.3}\n"),
        ("content/neighborhoods/third.yml", "title: بی‌جا\n"),
        ("content/neighborhoods/a.geojson", &boundary("ODbL 1.0 <a>", 0.0)),
        ("content/activities/done.yml", &format!("title: کار\n{ACTIVITY}")),
    ]);
    let map = map(&page);
    assert!(map.contains("role=\"group\"") && map.contains("<desc id=\"map-d\">"), "{map}");
    assert!(
        map.contains("href=\"../neighborhoods/sheikhabad.html\"><title>شیخ‌آباد: \u{61c}۴۵٪</title><path fill=\"url(#level-2)\""),
        "{map}"
    );
    assert!(
        map.contains("<title>پردیسان: —</title><circle class=\"unknown\" fill=\"url(#level-unknown)\""),
        "{map}"
    );
    assert!(!map.contains("بی‌جا"), "what has no place is not on the map");
    assert!(page.contains("۱ محله که جایش ثبت نشده است") && page.contains("<ul class=\"tiles\">"));
    assert!(page.contains("مرزها: \u{2067}ODbL 1.0 &lt;a&gt;\u{2069}"), "the license is named");
    assert!(page.contains("جدول این نقشه"), "the map has a table");
    assert!(page.contains("<pattern id=\"level-2\"") && !page.contains("<pattern id=\"level-4\""));
}

#[test]
fn without_places_the_map_is_a_scheme_and_says_so() {
    let page = page(&[("content/neighborhoods/pardisan.yml", "title: پردیسان\ncounty: نمونه\n")]);
    assert!(!page.contains("<svg class=\"map") && page.contains("طرح‌وار است و مقیاس ندارد"));
    let tiles = &page[page.find("<ul class=\"tiles\">").expect("tiles")..];
    assert!(tiles.contains("<a href=\"../neighborhoods/pardisan.html\">"));
    let county = page.find("شهرستان نمونه").expect("counties are headings");
    assert!(county < page.find("بدون شهرستان").expect("so is their want"));
}

/// 400 neighborhoods with a hundred points in each boundary.
#[test]
fn a_large_map_stays_light() {
    let site = Site::new();
    for at in 0..400_i32 {
        let (row, column) = (f64::from(at / 20), f64::from(at % 20));
        let mut ring = String::new();
        for step in 0..=100_i32 {
            let turn = f64::from(step % 100) / 100.0 * std::f64::consts::TAU;
            let far = 0.01 + 0.001 * f64::from(step % 100 % 7);
            let comma = if step > 0 { "," } else { "" };
            let (lon, lat) = (50.0 + column * 0.03 + far * turn.cos(), 34.0 + row * 0.03 + far * turn.sin());
            write!(ring, "{comma}[{lon},{lat}]").expect("a string grows");
        }
        site.write(
            &format!("content/neighborhoods/n{at}.geojson"),
            format!(r#"{{"type":"MultiPolygon","license":"CC0 1.0","coordinates":[[[{ring}]]]}}"#),
        );
        site.write(
            &format!("content/neighborhoods/n{at}.yml"),
            format!("title: محلهٔ شمارهٔ {at}\nboundary: n{at}.geojson\n"),
        );
    }
    let tree = site.build();
    let map = map(tree.text(PAGE)).to_owned();
    assert_eq!(map.matches("<path").count(), 400);
    assert!(map.len() < 80_000, "the map has {} bytes", map.len());
    assert_eq!(map, self::map(site.build().text(PAGE)), "the same twice");
}

#[test]
fn a_check_finds_what_a_build_finds() {
    let ring = "[[50,34],[51,34],[51,35],[50,34]]";
    let cases = [
        (r#"{"type":"Polygon","license":"CC0","coordinates":[]}"#.to_owned(), "K0020", 0),
        (format!(r#"{{"type":"LineString","license":"CC0","coordinates":{ring}}}"#), "K0020", 0),
        (
            r#"{"type":"Polygon","license":"CC0","coordinates":[[[50,34],[51,34],[51,35],[50.5,34]]]}"#
                .to_owned(),
            "K0020",
            0,
        ),
        (
            r#"{"type":"Polygon","license":"CC0","coordinates":[[[50,34],[51,34],[50,34]]]}"#.to_owned(),
            "K0020",
            0,
        ),
        (format!(r#"{{"type":"MultiPolygon","license":"CC0","coordinates":[{ring}]}}"#), "K0020", 0),
        ("{\"type\":\"Polygon\",\"license\":\"CC0\",\n\"coordinates\":[[[34,95]]]}".to_owned(), "K0020", 2),
        (
            "{\"type\":\"Polygon\",\"license\":\"CC0\",\n\"coordinates\":[[[34,\"a\"]]]}".to_owned(),
            "K0017",
            2,
        ),
        (
            format!("{{\"type\":\"Polygon\",\"license\":\"CC0\",\n\"coordinates\":{}", "[".repeat(100_000)),
            "K0017",
            2,
        ),
        (r#"{"type":"Circle","license":"CC0","coordinates":[50,34]}"#.to_owned(), "K0017", 1),
        (format!(r#"{{"type":"Polygon","license":" ","coordinates":[{ring}]}}"#), "K0018", 0),
        (format!("{{\"type\":\"Polygon\",\"license\":\"a\u{202E}b\",\"coordinates\":[{ring}]}}"), "K0018", 0),
        (
            format!(
                r#"{{"type":"Polygon","license":"CC0","x":"{}","coordinates":[{ring}]}}"#,
                "x".repeat(5 << 20)
            ),
            "K0004",
            0,
        ),
    ];
    let site = Site::with(&[("content/neighborhoods/pardisan.yml", "title: پردیسان\nboundary: a.geojson\n")]);
    for (text, code, line) in cases {
        site.write("content/neighborhoods/a.geojson", &text);
        let built = site.run(&["build", "--format", "json"]).ends(1);
        let checked = site.run(&["check", "--format", "json"]).ends(1);
        assert_eq!(built.places(), checked.places(), "{}", &text[..text.len().min(120)]);
        let [found] = &built.findings()[..] else { panic!("{}", built.stdout) };
        assert_eq!((found.code.as_str(), found.line), (code, line), "{}", &text[..text.len().min(120)]);
        assert_eq!(found.file, "content/neighborhoods/a.geojson");
    }
    site.write("content/neighborhoods/a.geojson", boundary("CC0 1.0", 0.0));
    site.run(&["check"]).done();
    site.run(&["build"]).done();
}

#[test]
fn years_stand_side_by_side() {
    let page = page(&[("content/activities/done.yml", &format!("title: کار\n{ACTIVITY}"))]);
    let start = page.find("<ul class=\"multiples\">").expect("small multiples");
    let list = &page[start..page[start..].find("</ul>").expect("it ends") + start];
    assert_eq!(list.matches("<li>").count(), 2, "one for each neighborhood");
    assert_eq!(list.matches("line--actual").count(), 1, "unknown is not drawn");
    assert!(page.contains("جدول این نمودارها"));
}

/// Neighborhoods of one town, and one whose place is given.
fn with_outlier(lat: f64, lon: f64) -> Site {
    let site = Site::new();
    for (id, title, (lat, lon)) in [
        ("sheikhabad", "شیخ‌آباد", (34.64, 50.88)),
        ("pardisan", "پردیسان", (34.58, 50.85)),
        ("third", "سوم", (34.66, 50.92)),
        ("odd", "دورافتاده", (lat, lon)),
    ] {
        site.write(
            &format!("content/neighborhoods/{id}.yml"),
            format!("title: {title}\nlocation: {{lat: {lat}, lon: {lon}}}\n"),
        );
    }
    site
}

#[test]
fn one_outlier_never_ruins_the_map() {
    for (lat, lon) in [(50.88, 34.64), (0.0, 0.0), (30.64, 50.88), (-34.64, 50.88)] {
        let page = with_outlier(lat, lon).build().text(PAGE).to_owned();
        let map = map(&page);
        assert!(map.contains("<title>سوم") && !map.contains("<title>دورافتاده"), "{lat}, {lon}: {map}");
        assert!(
            page.contains("۱ محله که از دیگران بسیار دور است و در این نقشه جا نمی‌گیرد"),
            "{lat}, {lon}: the page says so"
        );
        assert!(page.contains("../neighborhoods/odd.html"), "it is among the tiles");
    }
    // A village of the province that is an hour away is on the map.
    let page = with_outlier(34.75, 51.4).build().text(PAGE).to_owned();
    assert!(map(&page).contains("<title>دورافتاده") && !page.contains("بسیار دور"));
}

#[test]
fn places_that_can_hardly_be_right_are_told() {
    let told = |lat: f64, lon: f64| {
        let run = with_outlier(lat, lon).run(&["check", "--format", "json"]).ends(0);
        run.findings().iter().map(|found| format!("{} {}", found.code, found.hint_en)).collect::<Vec<_>>()
    };
    let swapped = told(50.88, 34.64);
    assert!(
        swapped.len() == 1 && swapped[0].starts_with("K0811 Are latitude and longitude swapped?"),
        "{swapped:?}"
    );
    let zero = told(0.0, 0.0);
    assert!(zero.len() == 1 && zero[0].contains("don't write zeros"), "{zero:?}");
    let other_city = told(30.64, 50.88);
    assert!(other_city.len() == 1 && other_city[0].starts_with("K0812"), "{other_city:?}");
    assert_eq!(told(34.64, 50.88).len(), 1, "two on one point");
    assert_eq!(told(34.75, 51.4), [""; 0]);
}

#[test]
fn boundaries_in_meters_are_refused() {
    let utm = r#"{"type": "Polygon", "license": "CC0",
 "coordinates": [[[505000, 3835000], [506000, 3835000], [506000, 3836000], [505000, 3835000]]]}"#;
    let named = r#"{"type": "Polygon", "license": "CC0", "crs": {"type": "name", "properties": {"name": "EPSG:32639"}},
 "coordinates": [[[50.8, 34.6], [50.9, 34.6], [50.9, 34.7], [50.8, 34.6]]]}"#;
    let flat = r#"{"type": "Polygon", "license": "CC0", "coordinates": [[[50.8, 34.6], [50.85, 34.65], [50.9, 34.7], [50.8, 34.6]]]}"#;
    for (text, code) in [(utm, "K0020"), (named, "K0022"), (flat, "K0020")] {
        let site = Site::with(&[
            ("content/neighborhoods/pardisan.yml", "title: پردیسان\nboundary: a.geojson\n"),
            ("content/neighborhoods/a.geojson", text),
        ]);
        let run = site.run(&["check", "--format", "json"]).ends(1);
        assert!(run.findings().iter().any(|found| found.code == code), "{}", run.stdout);
    }
}
