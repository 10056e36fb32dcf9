//! Tests of texts as Persian writers type them: what the pages show, and what is reported where it was typed.

use crate::support::Site;

fn with_text(text: &str) -> Site {
    Site::with(&[("content/pages/guide.md", &format!("---\ntitle: راهنما\n---\n{text}\n"))])
}

/// Returns the HTML of the text on its page.
fn shown(text: &str) -> String {
    let site = with_text(text);
    assert_eq!(site.run(&["check", "--format", "json"]).done().places(), [""; 0]);
    let tree = site.build();
    let html = tree.text("pages/guide.html");
    let body = html.split_once("class=\"prose\"").expect("a text").1;
    body.split("</main>").next().expect("a part").to_owned()
}

#[test]
fn lists_have_items() {
    let html = shown("گام‌ها:\n۱. بازدید\n۲. برآورد\n\n• نیمکت\n• تخته\n\nالف) خط\nب) نقاشی");
    assert!(html.contains("<ol>\n<li>بازدید</li>\n<li>برآورد</li>\n</ol>"), "{html}");
    assert!(html.contains("<ul>\n<li>نیمکت</li>\n<li>تخته</li>\n</ul>"), "{html}");
    assert!(html.contains("الف) خط<br>\nب) نقاشی"), "{html}");
}

#[test]
fn emphasis_and_addresses_are_as_meant() {
    let html = shown("این **«طرح محله»**\u{200C}ها؛ پرسش: info@example.ir یا https://example.ir/الف.");
    assert!(html.contains("این <strong>«طرح محله»</strong>\u{200C}ها"), "{html}");
    assert!(html.contains("<a href=\"mailto:info@example.ir\">"), "{html}");
    assert!(html.contains("<a href=\"https://example.ir/الف\" rel=\"noopener noreferrer\">"), "{html}");
    assert!(html.contains("</a>."), "{html}");
}

#[test]
fn a_picture_may_have_a_name_with_spaces() {
    let site = with_text("![کارگاه](kargah (2).jpg)");
    let found = site.run(&["check", "--format", "json"]).ends(1);
    assert_eq!(found.places(), ["K0407 content/pages/guide.md:4:1"]);
    assert!(found.findings()[0].hint_en.contains("content/media"), "{}", found.stdout);
}

/// The line and the column are those of the file, also in a list inside of YAML.
#[test]
fn marks_that_stay_are_reported_where_they_were_typed() {
    let site = Site::with(&[(
        "content/activities/hall.yml",
        "title: تالار\nneighborhood: sheikhabad\ndomain: sport\nbody: |\n  ۱. **«یک»**ی\n  ۲. دو ** سه\n",
    )]);
    assert!(
        site.run(&["check", "--format", "json"])
            .done()
            .places()
            .contains(&"K0850 content/activities/hall.yml:6:9".to_owned())
    );
    site.edit("content/activities/hall.yml", "title:", "allow: [K0850]\ntitle:");
    assert!(!site.run(&["check", "--format", "json"]).done().stdout.contains("K0850"));
}

#[test]
fn only_findings_on_privacy_and_plausibility_can_be_allowed() {
    let site = with_text("متن");
    site.edit("content/pages/guide.md", "title:", "allow: [k۰۸۵۱, K0602, K0410]\ntitle:");
    assert_eq!(
        site.run(&["check", "--format", "json"]).ends(1).places(),
        ["K0221 content/pages/guide.md:2:23"]
    );
}
