//! Tests of page sizes through the program: the demo, and generated provinces of hundreds of neighborhoods, with and without
//! counties.

#[path = "../benches/generator/mod.rs"]
#[allow(dead_code, reason = "the benches ask for more of it")]
mod generator;

use std::fs;
use std::sync::OnceLock;

use generator::Corpus;

use crate::support::{Site, Tree, demo};

/// The maximum sizes of pages in bytes (docs/PERFORMANCE.md): of any page; of a neighborhood's page; of a home page with
/// everything that it loads, for four neighborhoods and for hundreds.
const PAGE: usize = 310_000;
const NEIGHBORHOOD: usize = 120_000;
const SMALL_HOME: usize = 150_000;
const LARGE_HOME: usize = 300_000;
/// Longer lists are paged, and no schedule has more bars.
const MOST_ROWS: usize = 500;
const MOST_BARS: usize = 100;

/// A province of 400 neighborhoods in six counties, built once.
fn province() -> &'static Tree {
    static PROVINCE: OnceLock<Tree> = OnceLock::new();
    PROVINCE.get_or_init(|| {
        of(Corpus { activities: 2400, neighborhoods: 400, domains: 12, agencies: 60 }, |_| {})
    })
}

/// Generates a province and edits its neighborhood records.
fn of(corpus: Corpus, change: impl Fn(&mut String)) -> Tree {
    let site = Site::empty();
    corpus.write(site.path()).expect("the corpus is written");
    for entry in fs::read_dir(site.path().join("content/neighborhoods")).expect("neighborhoods") {
        let path = entry.expect("a neighborhood").path();
        let mut text = fs::read_to_string(&path).expect("a record");
        change(&mut text);
        fs::write(&path, text).expect("a record");
    }
    site.build()
}

/// Moves every neighborhood with a county to another county; `None` removes the line.
fn county(text: &mut String, name: Option<&str>) {
    let is_county = |line: &&str| line.starts_with("county:") || line.starts_with("شهرستان:");
    let Some(line) = text.lines().find(is_county).map(str::to_owned) else { return };
    *text =
        text.replace(&format!("{line}\n"), &name.map(|name| format!("county: {name}\n")).unwrap_or_default());
}

/// Returns the size of a page with the style sheets, scripts, icon and font that a screen loads.
fn whole_weight(site: &Tree, page: &str) -> usize {
    let html = site.text(page);
    let is_loaded = |path: &str| {
        let name = path.rsplit('/').next().unwrap_or(path);
        html.contains(name) || name.starts_with("vazirmatn-400-700")
    };
    let assets = site.files().filter(|(path, _)| path.starts_with("assets/") && is_loaded(path));
    html.len() + assets.map(|(_, bytes)| bytes.len()).sum::<usize>()
}

/// Counts a piece of markup in a page.
fn count(page: &str, piece: &str) -> usize {
    page.matches(piece).count()
}

/// Returns the largest number of rows of a table in a page.
fn longest_table(page: &str) -> usize {
    page.split("<tbody")
        .skip(1)
        .map(|body| count(&body[..body.find("</tbody").unwrap_or(0)], "<tr"))
        .max()
        .unwrap_or(0)
}

#[test]
fn the_demo_is_light() {
    let home = whole_weight(demo(), "index.html");
    assert!(home <= SMALL_HOME, "the home page weighs {home} bytes with everything that it loads");
    for (path, page) in demo().pages().filter(|(path, _)| path.starts_with("neighborhoods/")) {
        assert!(page.len() <= NEIGHBORHOOD - 10_000, "{path} weighs {} bytes", page.len());
    }
}

#[test]
fn no_page_of_a_large_province_is_heavy_or_endless() {
    for (path, page) in province().pages() {
        assert!(page.len() <= PAGE, "{path} weighs {} bytes", page.len());
        let rows = longest_table(page);
        assert!(rows <= MOST_ROWS, "{path} has a table of {rows} rows");
        for gantt in page.split("<div class=\"gantt\">").skip(1) {
            let bars =
                count(gantt.split("<div class=\"gantt\">").next().unwrap_or(gantt), "class=\"gantt-row\"");
            assert!(bars <= MOST_BARS, "{path} has a schedule of {bars} rows");
        }
    }
    let home = whole_weight(province(), "index.html");
    assert!(home <= LARGE_HOME, "the home page weighs {home} bytes with everything that it loads");
    let of_neighborhoods = |path: &str| path.starts_with("neighborhoods/n") && path.matches('/').count() == 1;
    for (path, page) in province().pages().filter(|(path, _)| of_neighborhoods(path)) {
        assert!(page.len() <= NEIGHBORHOOD, "{path} weighs {} bytes", page.len());
    }
}

#[test]
fn a_large_province_is_told_by_county() {
    let site = province();
    let home = site.text("index.html");
    assert_eq!(count(home, "<table class=\"dense\""), 2, "counties, and the neighborhoods most in need");
    assert_eq!(count(home, "<th scope=\"row\"><a href=\"neighborhoods/index.html#county-"), 6);
    assert_eq!(count(home, "<th scope=\"row\"><a href=\"neighborhoods/n"), 20);
    assert!(home.contains("#county-6\"><b>"), "a county's cell leads to the county in the domain");

    let index = site.text("neighborhoods/index.html");
    assert_eq!(count(index, "<tr role=\"row\" id=\"county-"), 6);
    let pages: Vec<&str> = (1..=4)
        .map(|page| if page == 1 { index } else { site.text(&format!("neighborhoods/page/{page}.html")) })
        .collect();
    assert!(!site.has("neighborhoods/page/5.html"));
    let heads: usize = pages.iter().map(|page| count(page, "-rows\" class=\"above\"")).sum();
    assert_eq!(heads, 6, "every county's figures stand above its neighborhoods, once");
    for (at, page) in pages.iter().enumerate() {
        let root = if at == 0 { "../" } else { "../../" };
        assert_eq!(
            count(page, &format!("<th scope=\"row\"><a href=\"{root}neighborhoods/n")),
            100,
            "page {}",
            at + 1
        );
    }

    let domain = site.text("domains/sport.html");
    assert_eq!(count(domain, "<details class=\"rest part\" id=\"county-"), 6);
    let lines = domain.matches("table--compact").count();
    assert_eq!(lines, 6, "a table for each county");
    assert_eq!(count(domain, "href=\"#county-"), 6);

    let status = site.text("status.html");
    assert!(status.contains("id=\"counties\"") && status.contains("۴۰ از ۳"), "those that lack most");
    assert!(site.text("schedule.html").contains("id=\"timeline-counties\""));
    assert!(site.text("agencies/index.html").contains("به تفکیک شهرستان؛"));
    let quarter = site.pages().find(|(path, _)| path.starts_with("periods/")).expect("a quarter").1;
    assert!(quarter.contains("id=\"counties\"") && count(quarter, "<details class=\"rest part\"") == 6);
}

/// A cell for a county and a domain counts an activity in two of its neighborhoods only once.
#[test]
fn counties_count_an_activity_once() {
    let site = Site::empty();
    site.write("content/site.yml", "title: کارنامه\nprovince: قم\n");
    site.write("content/domains/sport.yml", "title: ورزش\n");
    for at in 0..41 {
        let county = if at < 2 { "الف" } else { "ب" };
        site.write(
            &format!("content/neighborhoods/n{at}.yml"),
            format!("title: محلهٔ {at}\ncounty: {county}\n"),
        );
    }
    for (id, place, progress) in [("a", "[n0, n1]", 20), ("b", "n0", 80), ("c", "n2", 40)] {
        let record = format!(
            "title: کار {id}\nneighborhood: {place}\ndomain: sport\nstart: 1404/01/01\ndue: 1405/01/01\nupdates:\n  - {{date: 1404/09/01, progress: {progress}}}\n"
        );
        site.write(&format!("content/activities/{id}.yml"), record);
    }
    let built = site.build();
    let home = built.text("index.html");
    let row = |county: &str| {
        let start = home.find(&format!(">{county}</a></th>")).unwrap_or_else(|| panic!("no county {county}"));
        home[start..start + home[start..].find("</tr>").expect("a row ends")].to_owned()
    };
    assert!(row("الف").contains("#county-1\"><b>\u{61c}۵۰٪</b>"), "(20 + 80) / 2: {}", row("الف"));
    assert!(row("ب").contains("#county-2\"><b>\u{61c}۴۰٪</b>"), "{}", row("ب"));
    let domain = built.text("domains/sport.html");
    assert!(domain.contains("شهرستان الف، ۲ محله") && domain.contains("شهرستان ب، ۳۹ محله"));
}

/// Up to 40 neighborhoods the matrix is complete, but the page must not be larger than with hundreds.
#[test]
fn forty_neighborhoods_stand_whole_in_little_room() {
    let corpus = Corpus { activities: 400, neighborhoods: 40, domains: 12, agencies: 20 };
    let site = of(corpus, |text| county(text, Some("قم")));
    let home = site.text("index.html");
    assert_eq!(count(home, "<th scope=\"row\"><a href=\"neighborhoods/n"), 40);
    assert_eq!(count(home, "<table class=\"dense\""), 1);
    let weight = whole_weight(&site, "index.html");
    assert!(weight <= LARGE_HOME, "the home page weighs {weight} bytes with everything that it loads");
    for (path, page) in site.pages() {
        assert!(page.len() <= PAGE, "{path} weighs {} bytes", page.len());
    }
}

#[test]
fn without_counties_long_lists_fold() {
    let site = of(Corpus { activities: 120, neighborhoods: 60, domains: 12, agencies: 4 }, |text| {
        county(text, None);
    });
    let home = site.text("index.html");
    assert_eq!(count(home, "<table class=\"dense\""), 1);
    assert!(!home.contains("county-"), "there are no counties to speak of");
    let domain = site.text("domains/sport.html");
    assert!(
        count(domain, "table--compact") == 2 && domain.contains("محلهٔ دیگر</summary>"),
        "some and the rest"
    );
    assert!(
        site.pages()
            .all(|(_, page)| !page.contains("id=\"counties\"") && !page.contains("id=\"timeline-counties\""))
    );
    for (path, page) in site.pages() {
        assert!(page.len() <= PAGE, "{path} weighs {} bytes", page.len());
    }
}

/// If one county contains nearly all neighborhoods, only the lengths of sections change.
#[test]
fn a_county_may_have_nearly_all() {
    let corpus = Corpus { activities: 500, neighborhoods: 240, domains: 12, agencies: 4 };
    let site = of(corpus, |text| {
        if !text.contains("خلجستان") {
            county(text, Some("قم"));
        }
    });
    assert_eq!(count(site.text("domains/sport.html"), "<details class=\"rest part\" id=\"county-"), 2);
    assert!(site.text("neighborhoods/page/2.html").contains("شهرستان قم (ادامه)"));
    for (path, page) in site.pages() {
        assert!(page.len() <= PAGE, "{path} weighs {} bytes", page.len());
    }
}
