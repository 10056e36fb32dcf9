//! Tests that the index of the built site contains what pages show as of the report's day, and nothing else.

use std::collections::BTreeSet;

use karnameh::persian::search::words;
use serde_json::Value;

use crate::support::html::Page;
use crate::support::{REPOSITORY, Site, Tree, demo};

/// Returns the contents of the index files of one letter.
fn contents(tree: &Tree, letter: char) -> Vec<Value> {
    let names = tree.files().map(|(name, _)| name.to_owned());
    let own =
        names.filter(|name| name.starts_with(&format!("search/{letter}")) && !name.contains("manifest"));
    let read = |name: String| -> Value {
        let script = tree.text(&name);
        let open = script.find('(').expect("a call") + 1;
        let inside = script[open..].trim_end().strip_suffix(");").expect("a whole call");
        let arguments: Vec<Value> = serde_json::from_str(&format!("[{inside}]")).expect("JSON");
        arguments.last().expect("content").clone()
    };
    own.map(read).collect()
}

/// Returns all terms in the index.
fn terms(tree: &Tree) -> BTreeSet<String> {
    let shards = contents(tree, 't');
    let words = shards.iter().flat_map(|shard| shard.as_str().expect("text").split(' ').step_by(2));
    words.map(str::to_owned).collect()
}

/// Returns the title and address of every entry.
fn entries(tree: &Tree) -> Vec<(String, String)> {
    let blocks = contents(tree, 'd');
    let rows = blocks.iter().flat_map(|block| block.as_array().expect("rows"));
    let text = |value: &Value| value.as_str().expect("text").to_owned();
    rows.map(|row| (text(&row[0]), text(&row[1]))).collect()
}

/// A site with records of all kinds, some of them with a later date, and a draft.
fn site() -> Site {
    let site = Site::with(&[
        ("content/site.yml", "title: کارنامهٔ آزمایشی\nprovince: قم\nas_of: 1404/10/15\n"),
        (
            "content/neighborhoods/sheikhabad.yml",
            "title: شیخ‌آباد\ngoals: [هدفیک]\nmanager: {name: دیرآمده, since: 1404/12/01}\n",
        ),
        (
            "content/activities/pitch.md",
            "---\ntitle: زمین چمن\nneighborhood: sheikhabad\ndomain: sport\nlead: sport-office\nstart: 1404/02/01\n\
             due: 1404/12/29\ntags: [برچسبک]\nbeneficiaries: {reached: 3, group: مادران}\nupdates:\n\
             - {date: 1404/03/01, progress: 10, text: گزارشنخست}\n- {date: 1404/11/01, progress: 20, text: گزارشآینده}\n\
             ---\nشرحبلند\n",
        ),
        (
            "content/activities/later.yml",
            "title: فعالیتآینده\nneighborhood: sheikhabad\ndomain: sport\nregistered: 1404/11/01\n",
        ),
        (
            "content/activities/draft.yml",
            "title: پیشنویسک\nneighborhood: sheikhabad\ndomain: sport\ndraft: true\n",
        ),
        ("content/problems/lights.yml", "title: مسئلهٔروشنایی\nneighborhood: sheikhabad\n"),
        (
            "content/problems/later.yml",
            "title: مسئلهآینده\nneighborhood: sheikhabad\nregistered: 1404/11/01\n",
        ),
        (
            "content/meetings/later.yml",
            "title: نشستآینده\ndate: 1404/11/01\nchair: رئیسآینده\ndecisions:\n- {id: d1, text: مصوبهآینده}\n",
        ),
        (
            "content/visits/v1.yml",
            "date: 1404/05/01\nneighborhood: sheikhabad\nby: بازدیدگر\nfindings:\n- {activity: pitch, note: یافتهک}\n",
        ),
        ("content/visits/v2.yml", "date: 1404/11/01\nneighborhood: sheikhabad\nby: بازدیدآینده\n"),
        ("content/models/m.yml", "title: الگوییک\nproblem: دردک\napproach: راهک\n"),
        ("content/pages/guide.md", "---\ntitle: راهنماک\n---\nمتنراهنما\n"),
    ]);
    site.remove("content/activities/pitch.yml");
    site
}

#[test]
fn everything_with_an_address_can_be_found() {
    let tree = site().build();
    let found: BTreeSet<String> = entries(&tree).into_iter().map(|(_, address)| address).collect();
    for address in [
        "neighborhoods/sheikhabad.html",
        "neighborhoods/sheikhabad/sport.html",
        "domains/sport.html",
        "activities/pitch.html",
        "agencies/sport-office.html",
        "problems/index.html#lights",
        "meetings/review.html",
        "meetings/review.html#d1",
        "meetings/later.html",
        "visits/v1.html",
        "models/m.html",
        "pages/guide.html",
        "about.html",
        "method.html",
        "periods/1404-q3.html",
        "decisions.html",
        "schedule.html",
        "status.html",
    ] {
        assert!(found.contains(address), "{address} of {found:#?}");
    }
    let known = terms(&tree);
    for term in [
        "شیخاباد",
        "هدفیک",
        "برچسبک",
        "گزارشنخست",
        "شرحبلند",
        "بازدیدگر",
        "یافتهک",
        "دردک",
        "راهک",
        "متنراهنما",
        "مادران",
        "اداره",
    ] {
        assert!(known.contains(term), "{term}");
    }
}

#[test]
fn nothing_later_and_no_draft_is_found() {
    let tree = site().build();
    let later = ["اینده", "دیرامده", "پیشنویسک"];
    for term in terms(&tree) {
        assert!(
            !later.iter().any(|word| term.contains(word)) || term == "نشستاینده",
            "{term} is not known yet"
        );
    }
    let found = entries(&tree);
    assert!(found.iter().any(|(title, _)| title == "نشستآینده"), "a coming meeting has a page");
    assert!(
        !found.iter().any(|(_, address)| address.contains("draft") || address == "visits/v2.html"),
        "{found:?}"
    );
}

/// In the demo, each result leads to an existing place on a page, and no page has two entries with the same title.
#[test]
fn results_lead_to_what_is_there() {
    let tree = demo();
    let found = entries(tree);
    assert!(found.len() > 150, "{}", found.len());
    let distinct: BTreeSet<_> = found.iter().collect();
    assert_eq!(distinct.len(), found.len());
    for (title, address) in &found {
        let (path, place) = address.split_once('#').unwrap_or((address, ""));
        assert!(tree.has(path), "«{title}» leads to {address}");
        let page = Page::read(path, tree.text(path));
        assert!(place.is_empty() || page.tags.iter().any(|tag| tag.get("id") == Some(place)), "{address}");
    }
    // The first page of a list represents its further pages, and a neighborhood's page its printed sheet.
    let is_own = |name: &&str| {
        !name.contains("/page/") && (!name.starts_with("print/") || *name == "print/index.html")
    };
    let pages = tree.pages().map(|(name, _)| name).filter(is_own).filter(|name| *name != "404.html");
    let missing: Vec<_> = pages.filter(|name| !found.iter().any(|(_, address)| address == name)).collect();
    assert_eq!(missing, ["index.html", "search.html"]);
}

#[test]
fn the_page_names_the_manifest_and_the_manifest_all_files() {
    let tree = demo();
    let page = tree.text("search.html");
    let names: Vec<&str> =
        tree.files().map(|(name, _)| name).filter(|name| name.starts_with("search/")).collect();
    let manifest = names.iter().find(|name| name.starts_with("search/manifest.")).expect("a manifest");
    assert!(page.contains(&format!("<script src=\"{manifest}\" defer>")), "{manifest}");
    let text = tree.text(manifest);
    for name in names.iter().filter(|name| *name != manifest) {
        let hash = name.split('.').nth(1).expect("a hash");
        assert!(text.contains(&format!("\"{hash}\"")), "{name}");
    }
    let others =
        tree.pages().filter(|(name, html)| *name != "search.html" && html.contains("search/manifest"));
    assert_eq!(others.count(), 0, "no other page loads anything of it");
}

/// Texts and their words according to Rust, for comparison with the browser: every letter of the Arabic block between
/// others, before «و» and alone, all presentation forms, and examples with spelling variants.
fn words_of_texts() -> String {
    let examples = [
        "شیخ آباد",
        "شیخ‌آباد",
        "شیخآباد",
        "شيخ‌آباد",
        "صفائیه",
        "صفاییه",
        "مسئول مسؤول مسوول مسي\u{654}ول مسئوول",
        "محله‌های محلهها می‌شود نمی‌شود پر‌جمعیت‌ترین تنها ها می‌ها",
        "خانهٔ خانۀ خانه‌ای",
        "ICT ＡＢ１ É ﷺ ﺷﯿﺦ ﻻ",
        "۱۴۰۴/۰۷/۲۶ ١٢ 12٬000",
        "کتـــاب مُحَلّه آب\u{200f} اب\u{ad}",
        "«زمین»، (ورزشی): کوچه-۳",
        "وؤو ئؤ ؤئ ئ\u{200c}و",
        "پژوھشگاه پژوہشگاه ﭘﮋﻭﮬﺸﮕﺎﻩ مـسـئـولـیت ڪتاب ﮐﺘﺎﺏ",
        "مسئله مسأله مساله مسئلة هیئت‌ها هیأت قرائت قراءت سؤال سئوال شئون شؤون مسءول",
        "۱٬۲۰۰٬۰۰۰ 1,200,000 ۱،۲۰۰ 1200000 ۱۴۰۳،۱۴۰۴ 1,20 1,2000",
        "e-mail E‑Mail email ایمیل ای‌میل 1404-07-26 ۰۲۵-۳۶۱۲ a-b-c",
        "",
    ];
    let letters = ('\u{600}'..='\u{6FF}').map(|letter| format!("ب{letter}ب {letter}و {letter}"));
    let forms = [('\u{FB50}', '\u{FDFF}'), ('\u{FE70}', '\u{FEFC}')];
    let forms =
        forms.into_iter().map(|(first, last)| (first..=last).map(String::from).collect::<Vec<_>>().join(" "));
    let rows = examples.into_iter().map(str::to_owned).chain(forms).chain(letters).map(|text| {
        let words: Vec<_> = words(&text).iter().map(|word| (word.terms(), word.parts.clone())).collect();
        serde_json::to_string(&(text, words)).expect("texts are JSON")
    });
    format!("[\n{}\n]\n", rows.collect::<Vec<_>>().join(",\n"))
}

/// A browser test reads these cases from a file. `KARNAMEH_BLESS=1` writes it.
#[test]
fn the_browser_is_asked_for_the_words_that_we_make() {
    let path = std::path::Path::new(REPOSITORY).join("tests/browser/words.json");
    if std::env::var_os("KARNAMEH_BLESS").is_some() {
        std::fs::write(&path, words_of_texts()).expect("the file can be written");
    }
    let known = std::fs::read_to_string(&path).expect("the file is there");
    assert_eq!(known, words_of_texts(), "write it with KARNAMEH_BLESS=1 cargo test browser_is_asked");
}
