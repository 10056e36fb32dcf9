//! Tests of `share` through the built program: what a package contains and never contains, and that it is reproducible.

use std::fs;

use serde_json::Value;

use crate::support::html::Page;
use crate::support::model_package::{MODEL, Opened, demo_package, sha256};
use crate::support::{Run, Site, Tree, command};

/// Persons, phone numbers, drafts and days after T: none of these may leave the province.
const PRIVATE: &[(&str, &str)] = &[
    (
        "content/neighborhoods/sheikhabad.yml",
        "title: شیخ‌آباد\nmanager: {title: مدیر محله, name: رازدار پنهانی, phone: 025-37700001, email: manager@example.ir}\n",
    ),
    (
        "content/activities/workshop.md",
        "---\ntitle: کارگاه\nneighborhood: sheikhabad\ndomain: sport\nlead: sport-office\nregistered: 1404/02/01\nstart: 1404/02/01\ndue: 1404/12/29\nsummary: هماهنگی با 09123456789\nbeneficiaries: {planned: 24, reached: 3, group: نفر}\nmilestones:\n  - {title: گام نخست, done: 1404/03/01}\n  - {title: گام دوم, done: 1404/11/01}\nindicators:\n  - {title: درآمد, baseline: 0, target: 10, values: [{date: 1404/05/01, value: 4}, {date: 1404/11/05, value: 9, source: منبع آینده}]}\nupdates:\n  - {date: 1404/06/01, progress: 40, text: 'با [تماس](tel:+989123456789) پیگیری شد.', by: گزارشگر پنهانی}\n  - {date: 1404/11/10, progress: 95, text: گزارش آینده}\nevidence:\n  - {title: صورت‌جلسه, url: \"https://example.ir/a\", date: 1404/05/05}\n  - {title: سند آینده, url: \"https://example.ir/b\", date: 1404/11/11}\nfinished: 1404/11/20\nallow: [K0601]\n---\nشرح کار با [محله](neighborhood:sheikhabad) و [خود کار](activity:workshop).\n",
    ),
    (
        "content/activities/hidden.yml",
        "title: کار پیش‌نویس\nneighborhood: sheikhabad\ndomain: sport\ndraft: true\n",
    ),
    (
        "content/activities/later.yml",
        "title: کار آینده\nneighborhood: sheikhabad\ndomain: sport\nregistered: 1404/11/01\n",
    ),
    (
        "content/models/model.yml",
        "title: الگوی کارگاه\nneighborhood: sheikhabad\ndomain: sport\nproblem: مسئله\napproach: راهکار با [کارگاه](activity:workshop)\ncontact: دفتر محله، ۰۹۱۲ ۳۴۵ ۶۷۸۹\nresults: [workshop, later]\nadoptions:\n  - {place: یزد, date: 1404/06/01}\n  - {place: جای آینده, date: 1404/11/01}\n",
    ),
];

fn private() -> (Site, Opened) {
    let site = Site::with(PRIVATE);
    site.edit("content/site.yml", "province: قم", "province: قم\nas_of: 1404/10/15");
    site.run(&["share", "model", "-o", "x.karnameh.zip"]).done();
    let opened = Opened::read(&site.path().join("x.karnameh.zip"));
    (site, opened)
}

fn share(site: &Site, args: &[&str]) -> Run {
    site.run(&[&["share"], args].concat())
}

#[test]
fn a_package_holds_the_model_and_what_it_stands_on() {
    let opened = Opened::demo();
    let names: Vec<_> = opened.0.keys().map(String::as_str).collect();
    let model = format!("content/models/{MODEL}.md");
    for name in [
        "SHA256SUMS",
        "content/activities/home-business-loans.md",
        "content/activities/sewing-workshop.md",
        "content/neighborhoods/sheikhabad.yml",
        &model,
        "figures.json",
        "index.html",
        "package.css",
        "package.json",
    ] {
        assert!(names.contains(&name), "{name} in {names:?}");
    }
    let media: Vec<_> = names.iter().filter(|name| name.starts_with("content/media/")).collect();
    assert!(
        media.len() == 1 && media[0].contains("sewing-workshop-"),
        "its narrative shows a picture: {names:?}"
    );
    let manifest = opened.json("package.json");
    assert_eq!((&manifest["version"], &manifest["models"]), (&2.into(), &serde_json::json!([MODEL])));
    assert_eq!(
        (&manifest["as_of_jalali"], &manifest["from"]["province"]),
        (&"1404-10-15".into(), &"قم".into())
    );
    assert_eq!(manifest["left_out"], serde_json::json!([]));
    let figures = opened.json("figures.json");
    let ids: Vec<_> = figures["activities"].as_array().expect("a list").iter().map(|of| &of["id"]).collect();
    assert_eq!(ids, ["home-business-loans", "sewing-workshop"]);
    assert_eq!(figures["activities"][1]["actual"], 100.0);
    assert_eq!(figures["activities"][1]["due"], "2025-12-21");
    let lead = opened.value("content/activities/home-business-loans.md", "/دستگاه مسئول");
    let agency = format!("content/agencies/{}.yml", lead.as_str().expect("an id"));
    assert!(opened.value(&agency, "/عنوان").is_string());
}

/// The path of the demo's photo of the workshop.
const PHOTO: &str = "employment/sewing-workshop.png";

#[test]
fn photos_and_documents_go_as_the_site_publishes_them() {
    let site = Site::with(&[
        (
            "content/activities/workshop.yml",
            "title: کارگاه\nneighborhood: sheikhabad\ndomain: sport\nupdates:\n  - {date: 1404/06/01, photos: [{file: hall.png, alt: تالار}]}\n  - {date: 1404/11/01, photos: [later.png]}\nevidence:\n  - {title: نقشه, file: plan.csv}\n  - {title: فیلم, file: long.csv}\n  - {title: آینده, file: later.csv, date: 1404/11/01}\n",
        ),
        ("content/models/model.yml", "title: الگو\nproblem: م\napproach: ر\nresults: [workshop]\n"),
        ("content/media/plan.csv", "a,b\n1,2\n"),
        ("content/media/later.csv", "آینده\n"),
    ]);
    let photo = fs::read(std::path::Path::new(crate::support::REPOSITORY).join("content/media").join(PHOTO));
    let photo = photo.expect("the demo's photo");
    site.write("content/media/hall.png", &photo);
    site.write("content/media/later.png", &photo);
    site.write("content/media/long.csv", vec![b'1'; 9 * 1024 * 1024]);
    site.edit("content/site.yml", "province: قم", "province: قم\nas_of: 1404/10/15");
    let published = site.build();
    share(&site, &["model", "-o", "x.zip"]).done();
    let opened = Opened::read(&site.path().join("x.zip"));
    let media: Vec<_> = opened.0.iter().filter(|(name, _)| name.starts_with("content/media/")).collect();
    assert_eq!(media.len(), 2, "a photo and a document");
    for (name, bytes) in media {
        let address = name.strip_prefix("content/").expect("a file of the package's content");
        let (_, on_site) = published.files().find(|(path, _)| *path == address).expect("it is published");
        assert!(on_site == bytes, "{name}");
    }
    let of = "content/activities/workshop.md";
    assert_eq!(opened.value(of, "/گزارش‌ها/0/تصاویر/0/شرح تصویر"), "تالار");
    let file = opened.value(of, "/مستندات/0/فایل");
    assert!(file.as_str().is_some_and(|file| opened.0.contains_key(&format!("content/media/{file}"))));
    assert!(opened.value(of, "/مستندات/1").is_null(), "evidence is nothing without its file");
    let left_out = &opened.json("package.json")["left_out"];
    assert!(left_out[0].as_str().is_some_and(|name| name.starts_with("media/long-")), "{left_out}");
    let html = String::from_utf8(opened.0["index.html"].clone()).expect("UTF-8");
    assert!(html.contains("alt=\"تالار\"") && html.contains("فایل‌های بزرگ همراه آن نیامده است"));
    let (_, bytes) = published.files().find(|(name, _)| *name == "models/model.karnameh.zip").expect("built");
    assert!(bytes == fs::read(site.path().join("x.zip")).expect("written"));
}

#[test]
fn what_narratives_show_and_link_to_goes_along() {
    let site = Site::with(&[
        (
            "content/activities/workshop.md",
            "---\ntitle: کارگاه\nneighborhood: sheikhabad\ndomain: sport\nupdates:\n  - {date: 1404/11/01, text: '![آینده](later.png)'}\n---\nمتن [نقشه](media/plan.csv).\n",
        ),
        (
            "content/models/model.md",
            "---\ntitle: الگو\nproblem: م\napproach: '![تالار](hall.png \"عنوان\")'\nsteps: ['[گام](media/plan.csv)']\nresults: [workshop]\n---\n![تالار][x] و [صفحه](about.html) و [فیلم](media/long.csv).\n\n[x]: hall.png\n",
        ),
        ("content/media/plan.csv", "a,b\n1,2\n"),
    ]);
    let photo = fs::read(std::path::Path::new(crate::support::REPOSITORY).join("content/media").join(PHOTO));
    let photo = photo.expect("the demo's photo");
    site.write("content/media/hall.png", &photo);
    site.write("content/media/later.png", &photo[..]);
    site.write("content/media/long.csv", vec![b'1'; 9 * 1024 * 1024]);
    site.edit("content/site.yml", "province: قم", "province: قم\nas_of: 1404/10/15");
    let published = site.build();
    share(&site, &["model", "-o", "x.zip"]).done();
    let opened = Opened::read(&site.path().join("x.zip"));
    let media: Vec<_> = opened.0.keys().filter_map(|name| name.strip_prefix("content/media/")).collect();
    let [hall, plan] = media[..] else { panic!("a photo and a document: {media:?}") };
    let entry = format!("content/media/{hall}");
    let address = format!("media/{hall}");
    assert!(published.files().any(|(path, bytes)| *path == address && *bytes == opened.0[&entry]));
    let model = "content/models/model.md";
    assert_eq!(opened.value(model, "/راهکار"), format!("![تالار]({hall} \"عنوان\")"));
    assert_eq!(opened.value(model, "/گام‌ها/0"), format!("[گام](media/{plan})"));
    let body = format!("![تالار]({hall}) و صفحه و فیلم.\n\n[x]: hall.png\n");
    assert!(opened.text(model).ends_with(&body), "{}", opened.text(model));
    let html = String::from_utf8(opened.0["index.html"].clone()).expect("UTF-8");
    assert_eq!(html.matches(&format!("src=\"{entry}\" alt=\"تالار\" width=\"1280\"")).count(), 2, "{html}");
    assert!(html.contains(&format!("href=\"content/media/{plan}\"")), "{html}");
    let (_, bytes) = published.files().find(|(name, _)| *name == "models/model.karnameh.zip").expect("built");
    assert!(bytes == fs::read(site.path().join("x.zip")).expect("written"), "the site offers the same");
    // It can be adopted elsewhere, with the descriptions of its pictures.
    let there = Site::new();
    there.write("x.zip", fs::read(site.path().join("x.zip")).expect("written"));
    there.run(&["adopt", "x.zip", "--into", "sheikhabad", "--create"]).done();
    let draft = there.read("content/models/adopted-model/model.md");
    assert!(draft.contains("\nتالار و صفحه") && !draft.contains("]("), "{draft}");
}

#[test]
fn figures_are_those_of_the_site() {
    let progress: Value =
        serde_json::from_str(crate::support::demo().text("data/progress.json")).expect("JSON");
    let published = progress["activities"].as_array().expect("a list");
    for of in Opened::demo().json("figures.json")["activities"].as_array().expect("a list") {
        assert!(published.contains(of), "{of}");
    }
}

#[test]
fn checksums_are_those_that_common_tools_verify() {
    let opened = Opened::demo();
    let sums = String::from_utf8(opened.0["SHA256SUMS"].clone()).expect("UTF-8");
    assert_eq!(sums.lines().count(), opened.0.len() - 1);
    for line in sums.lines() {
        let (sum, name) = line.split_once("  ").expect("a sum and a name");
        assert_eq!(sum, sha256(&opened.0[name]), "{name}");
    }
}

#[test]
fn the_same_edition_is_the_same_bytes_everywhere() {
    let (one, other) = (Site::demo(), Site::demo());
    let mut run = command(other.path());
    run.args(["share", MODEL, "-o", "y.zip"]).env("SOURCE_DATE_EPOCH", "1").env("TZ", "Asia/Tokyo");
    run.env("RAYON_NUM_THREADS", "1").env("LC_ALL", "C");
    Run::of(&mut run).done();
    assert!(fs::read(other.path().join("y.zip")).expect("written") == demo_package());
    let run = share(&one, &[MODEL, "--format", "json"]).done();
    let told: Value = serde_json::from_str(&run.stdout).expect("JSON");
    assert_eq!(told["sha256"], sha256(demo_package()));
    let default = one.path().join(format!("output/models/{MODEL}.karnameh.zip"));
    assert!(fs::read(default).expect("the default place") == demo_package());
}

#[test]
fn every_build_offers_the_package_on_the_page_of_the_model() {
    let site = crate::support::demo();
    let address = format!("models/{MODEL}.karnameh.zip");
    let (_, bytes) = site.files().find(|(name, _)| *name == address).expect("a package");
    assert!(bytes == demo_package());
    let page = site.text(&format!("models/{MODEL}.html"));
    assert!(page.contains(&format!("href=\"../{address}\" download")));
}

#[test]
fn nothing_private_leaves_the_house() {
    let (_, opened) = private();
    for (name, bytes) in &opened.0 {
        let text = String::from_utf8(bytes.clone()).expect("UTF-8");
        for secret in [
            "پنهانی",
            "37700001",
            "manager@",
            "9123456789",
            "۹۱۲ ۳۴۵",
            "hidden",
            "پیش‌نویس\"",
            "کار آینده",
            "later",
            "آینده",
            "tel:",
            "2026-01-25",
            "گزارشگر",
            "neighborhood:",
            "۱۴۰۴/۱۱",
        ] {
            assert!(!text.contains(secret), "{name} tells {secret}");
        }
    }
    let of = "content/activities/workshop.md";
    assert_eq!(opened.value(of, "/خلاصه"), "هماهنگی با (شماره برداشته شد)");
    assert_eq!(opened.value(of, "/بهره‌مندان"), serde_json::json!({"پیش‌بینی": "۲۴", "گروه": "نفر"}));
    let small = &opened.json("package.json")["small_counts"];
    assert_eq!(*small, serde_json::json!(["activities/workshop.reached"]));
    assert!(opened.text("index.html").contains("کمتر از ۵ از ۲۴ نفر"), "the page says so");
    assert!(opened.value(of, "/مراحل/1/انجام").is_null() && opened.value(of, "/پایان").is_null());
    assert_eq!(opened.value(of, "/گزارش‌ها").as_array().map(Vec::len), Some(1));
    assert_eq!(opened.value(of, "/گزارش‌ها/0/متن"), "با تماس پیگیری شد.");
    assert!(opened.text(of).ends_with("\nشرح کار با محله و [خود کار](activity:workshop).\n"));
    let model = "content/models/model.md";
    assert_eq!(opened.value(model, "/نتایج"), serde_json::json!(["workshop"]));
    assert_eq!(opened.value(model, "/به‌کارگیری").as_array().map(Vec::len), Some(1));
}

#[test]
fn no_day_after_the_report_is_told() {
    let site = Site::demo();
    site.edit("content/site.yml", "as_of: 1404/10/15", "as_of: 1404/05/31");
    share(&site, &[MODEL, "-o", "x.zip"]).done();
    let opened = Opened::read(&site.path().join("x.zip"));
    let mut events = Vec::new();
    for name in opened.0.keys().filter(|name| name.starts_with("content/activities/")) {
        for line in opened.text(name).lines() {
            let (key, day) = line.split_once(": ").unwrap_or_default();
            if ["تاریخ", "انجام", "پایان", "وضعیت از"].contains(&key.trim_start_matches([' ', '-']))
            {
                events.push(day.to_owned());
            }
        }
    }
    assert!(events.len() > 3, "{events:?}");
    assert!(events.iter().all(|day| day.as_str() <= "۱۴۰۴/۰۵/۳۱"), "{events:?}");
}

#[test]
fn the_page_inside_has_the_words_of_the_site() {
    let site = Site::demo();
    site.edit("content/site.yml", "province: قم", "province: قم\nterms: {neighborhood: {one: روستا}}");
    share(&site, &[MODEL, "-o", "x.zip"]).done();
    let opened = Opened::read(&site.path().join("x.zip"));
    assert!(opened.text("index.html").contains("<dt>روستا</dt>"));
}

#[test]
fn the_page_inside_stands_by_itself() {
    for opened in [Opened::demo(), private().1] {
        let html = String::from_utf8(opened.0["index.html"].clone()).expect("UTF-8");
        let page = Page::read("index.html", &html);
        assert_eq!(page.all("html").next().and_then(|tag| tag.get("dir")), Some("rtl"));
        let policy = page.all("meta").find_map(|tag| tag.get("http-equiv").and(tag.get("content")));
        assert!(policy.is_some_and(|policy| policy.starts_with("default-src 'none'; style-src 'self'")));
        let ids: Vec<_> = page.tags.iter().filter_map(|tag| tag.get("id")).collect();
        for tag in &page.tags {
            assert!(!["script", "style", "iframe"].contains(&&*tag.name), "{}", tag.name);
            for (name, value) in &tag.attributes {
                assert!(name != "style" && !name.starts_with("on"), "{name}");
                if name == "href" {
                    let inside = value.strip_prefix('#').is_some_and(|id| ids.contains(&id));
                    assert!(
                        inside
                            || value == "package.css"
                            || value.starts_with("content/media/")
                            || value.starts_with("https://"),
                        "{value}"
                    );
                }
            }
        }
        let levels: Vec<u32> =
            page.tags.iter().filter_map(|tag| tag.name.strip_prefix('h')?.parse().ok()).collect();
        assert!(levels.windows(2).all(|pair| pair[1] <= pair[0] + 1), "{levels:?}");
        let mut unique = ids.clone();
        unique.sort_unstable();
        unique.dedup();
        assert_eq!(unique.len(), ids.len());
    }
    let demo = String::from_utf8(Opened::demo().0["index.html"].clone()).expect("UTF-8");
    let text = Page::read("index.html", &demo).text;
    for said in [
        "کارگاه خیاطی محله",
        "استان قم",
        "قسط دوم خرید ابزار",
        "۲۶ نفر",
        "وام مشاغل خرد خانگی",
        "نمایشی",
        "CC BY 4.0",
    ] {
        assert!(text.contains(said), "{said}");
    }
}

#[test]
fn several_models_go_into_one_file() {
    let site = Site::with(&[
        ("content/models/a.yml", "title: الف\nproblem: پ\napproach: ر\n"),
        ("content/models/b.yml", "title: ب\nproblem: پ\napproach: ر\n"),
    ]);
    share(&site, &["ب", "a", "b"]).done();
    let opened = Opened::read(&site.path().join("output/models/b-and-1-more.karnameh.zip"));
    assert_eq!(opened.json("package.json")["models"], serde_json::json!(["b", "a"]));
}

#[test]
fn what_can_not_be_shared_writes_nothing() {
    let site = Site::demo();
    let before = Tree::of(site.path());
    let run = share(&site, &["neighborhood-sowing"]).ends(2);
    assert!(run.stderr.contains(MODEL), "{}", run.stderr);
    share(&site, &[]).ends(2);
    site.run(&["share", "x", "--source", "nowhere"]).ends(2);
    assert!(Tree::of(site.path()) == before);
    for path in
        ["content/x.karnameh.zip", "content/models/../x.zip", "content/new/x.zip", "output/site/x.zip"]
    {
        let run = share(&site, &[MODEL, "-o", path, "--lang", "en"]).ends(2);
        assert!(
            run.stderr.contains("inside the project's folder") && run.stderr.contains("hint: "),
            "{}",
            run.stderr
        );
    }
    assert!(Tree::of(&site.path().join("content")) == Tree::of(&Site::demo().path().join("content")));
    // An existing file that is not a package stays; a package is replaced.
    site.write("notes.txt", "my notes");
    share(&site, &[MODEL, "-o", "notes.txt"]).ends(2);
    assert_eq!(site.read("notes.txt"), "my notes");
    share(&site, &[MODEL, "-o", "p.zip"]).done();
    share(&site, &[MODEL, "-o", "p.zip"]).done();
    site.write("content/activities/broken.yml", "title: x\n");
    let run = share(&site, &[MODEL, "-o", "q.zip", "--format", "json"]).ends(1);
    assert!(!run.findings().is_empty() && !site.path().join("q.zip").exists());
}
