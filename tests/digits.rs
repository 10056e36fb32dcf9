//! Tests that digits typed by authors are Persian on pages, wherever a text can appear, and unchanged in data files.

use crate::support::html::Page;
use crate::support::{Site, Tree};

/// A site in which every text contains the digit «٧», in all of its spellings, at a place where no other digit occurs.
const FILES: &[(&str, &str)] = &[
    (
        "content/site.yml",
        "title: کارنامهٔ 77\nprovince: استان 77\nprogramme: طرح 77\ntagline: شعار 77\ndescription: شرح 77\n\
         publisher: ناشر 77\nauthority: مرجع 77\nsignatures: [امضای 77]\ncontact: تماس 77\nas_of: 1404/10/15\n\
         number: 77/ص\nedition: ویرایش 77\nlicense: مجوز 77\nfooter: پانوشت 77\n\
         terms: {activity: {one: کار 77, many: کارهای 77, of: کار 77}}\n",
    ),
    (
        "content/neighborhoods/sheikhabad.yml",
        "title: محلهٔ 77\nkind: شهرک 77\ncounty: شهرستان 77\ncity: شهر 77\ndistrict: ناحیهٔ 77\n\
         manager: {title: مدیر 77, name: خانم 77, phone: 025-3777}\ngoals: [هدف 77]\n",
    ),
    ("content/domains/sport.yml", "title: ورزش 77\nsummary: خلاصهٔ 77\n"),
    ("content/agencies/sport-office.yml", "title: ادارهٔ 77\ncontact: پلاک 77\n"),
    (
        "content/problems/court.yml",
        "title: مسئلهٔ 77\nneighborhood: sheikhabad\ndomain: sport\nsource: منبع 77\n",
    ),
    (
        "content/activities/pitch.yml",
        "title: فاز 77\nneighborhood: sheikhabad\ndomain: sport\nproblem: court\nsummary: پلاک 77، ٧٧ و a7@example.ir\n\
         lead: sport-office\nresponsible: معاون 77\npartners: [sport-office]\nstart: 1404/02/01\ndue: 1404/12/29\n\
         measure: reported\ndecision: review/d1\ntags: [برچسب 77]\n\
         reschedules: [{date: 1404/03/01, due: 1404/12/20, reason: funding, note: توضیح 77}]\n\
         milestones: [{title: مرحلهٔ 77, due: 1404/05/01, done: 1404/05/02}]\n\
         indicators:\n  - title: شاخص 77\n    unit: واحد 77\n    baseline: 1\n    target: 9\n\
         \x20   values:\n      - {date: 1404/03/01, value: 2, source: منبع 77, note: توضیح 77}\n\
         \x20     - {date: 1404/04/01, value: 3, source: منبع 77, note: توضیح 77}\n\
         updates: [{date: 1404/06/01, progress: 40, text: متن 77, by: گزارش‌دهندهٔ 77}]\n\
         budget: {planned: 1000, source: منبع 77}\nbeneficiaries: {planned: 100, group: گروه 77}\n\
         evidence: [{title: سند 77, url: 'https://example.ir/77'}]\n",
    ),
    (
        "content/visits/look.yml",
        "title: بازدید 77\ndate: 1404/06/01\nneighborhood: sheikhabad\nby: بازدیدکنندهٔ 77\n\
         findings: [{activity: pitch, progress: 30, note: یادداشت 77}]\nfollow_up: اقدام 77\n",
    ),
    (
        "content/meetings/review.yml",
        "title: جلسهٔ 77\ndate: 1404/07/26\nplace: سالن 77\nchair: رئیس 77\nagencies: [sport-office]\n\
         decisions: [{id: d1, text: مصوبهٔ 77, agency: sport-office, due: 1404/08/01, activity: pitch}]\n",
    ),
    (
        "content/models/good.yml",
        "title: الگوی 77\nneighborhood: sheikhabad\ndomain: sport\nproblem: مسئلهٔ 77\napproach: راهکار 77\nsteps: [گام 77]\n\
         conditions: [شرط 77]\nresults: [pitch]\nlessons: [درس 77]\ncontact: تماس 77\nlicense: مجوز 77\n\
         adoptions: [{place: جای 77, date: 1404/06/01, note: توضیح 77}]\n\
         origin: {province: استان 77, date: 1404/06/01}\n",
    ),
    ("content/pages/guide.md", "---\ntitle: راهنمای 77\nmenu: true\n---\nمتن 77 و `77`\n"),
];

fn built() -> Tree {
    let site = Site::new();
    for (path, text) in FILES {
        site.write(path, text);
    }
    site.remove("content/neighborhoods/pardisan.yml");
    site.build()
}

/// Returns the words with a digit that is not Persian and that no Latin letter touches.
fn strange(text: &str) -> Vec<&str> {
    let latin = |word: &str| word.contains(|letter: char| letter.is_ascii_alphabetic());
    let digit = |word: &str| word.contains(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '٧']);
    text.split_whitespace().filter(|word| digit(word) && !latin(word)).collect()
}

#[test]
fn of_every_text_are_persian_on_every_page() {
    let tree = built();
    for (name, html) in tree.pages() {
        let html = html.replace(">77</code>", "></code>").replace(">&lt;5</code>", "></code>");
        let page = Page::read(name, &html);
        assert_eq!(strange(&page.text), [""; 0], "text of {name}");
        for tag in &page.tags {
            // The attributes of a tag that are read out or shown.
            for key in ["title", "aria-label", "alt", "content", "data-label", "placeholder"] {
                let value = tag.get(key).filter(|_| tag.get("name") != Some("viewport")).unwrap_or_default();
                assert_eq!(strange(value), [""; 0], "{key} of <{}> of {name}", tag.name);
            }
        }
    }
    let page = tree.text("activities/pitch.html");
    for text in [
        "<title>&#x2067;فاز ۷۷&#x2069;",
        "پلاک ۷۷، ۷۷ و a7@example.ir",
        "href=\"https://example.ir/77\"",
        "شاخص ۷۷",
        "برچسب ۷۷",
    ] {
        assert!(page.contains(text), "{text}");
    }
    assert!(tree.text("pages/guide.html").contains(">77</code>"));
}

#[test]
fn that_touch_latin_letters_stay() {
    let site = Site::with(&[(
        "content/activities/pitch.yml",
        "title: کاغذ A4، H2O، info2@example.ir و https://example.ir/1404 در فاز 2، پلاک 12\n\
         neighborhood: sheikhabad\ndomain: sport\n",
    )]);
    let shown = "کاغذ A4، H2O، info2@example.ir و https://example.ir/1404 در فاز ۲، پلاک ۱۲";
    let tree = site.build();
    for page in ["activities/pitch.html", "activities/index.html", "neighborhoods/sheikhabad.html"] {
        assert!(tree.text(page).contains(shown), "{page}");
    }
    let typed = "کاغذ A4، H2O، info2@example.ir و https://example.ir/1404 در فاز 2، پلاک 12";
    assert!(tree.text("data/progress.json").contains(typed));
}

#[test]
fn of_data_files_are_as_typed() {
    let json: serde_json::Value = serde_json::from_str(built().text("data/progress.json")).expect("JSON");
    assert_eq!(json["activities"][0]["title"], "فاز 77");
    let titles: Vec<_> = json["groups"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|group| group["title"].as_str().expect("a title"))
        .collect();
    assert_eq!(titles, ["کارنامهٔ 77", "شهرستان 77", "محلهٔ 77", "ورزش 77", "ادارهٔ 77", "محلهٔ 77، ورزش 77"]);
}
