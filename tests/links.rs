//! Tests of links in texts to pages of the site: to parts of a page, and to pages that do not exist yet on the report's day.

use crate::support::Site;
use crate::support::html::Page;

/// A site with a text on its free page.
fn with_text(text: &str) -> Site {
    let guide = format!("---\ntitle: راهنما\n---\n## چگونه بخوانیم\n\n{text}\n");
    Site::with(&[("content/pages/guide.md", &guide)])
}

/// Returns the addresses of the links in that text.
fn links(site: &Site) -> Vec<String> {
    let tree = site.build();
    let html = tree.text("pages/guide.html");
    let body = html.split_once("<article").or_else(|| html.split_once("class=\"prose\"")).expect("a text").1;
    let body = body.split("</main>").next().expect("a part");
    let page = Page::read("guide", &body[body.find('>').expect("a tag") + 1..]);
    page.all("a").filter_map(|tag| tag.get("href")).map(str::to_owned).collect()
}

#[test]
fn to_a_part_of_a_page_lead_where_the_page_has_it() {
    let site = with_text(
        "[بخش قالب](method.html#progress)، [عنوان متن](pages/guide.html#s-چگونه-بخوانیم)، \
         [رمزشده](pages/guide.html#s-%DA%86%DA%AF%D9%88%D9%86%D9%87-بخوانیم)، [ردیف](meetings/review.html#d1)، \
         [رکورد](activity:pitch#plan)، [خود صفحه](activities/pitch.html#)، [داده](data/progress.json#x)",
    );
    site.run(&["check"]).done();
    assert_eq!(
        links(&site),
        [
            "../method.html#progress",
            "../pages/guide.html#s-چگونه-بخوانیم",
            "../pages/guide.html#s-%DA%86%DA%AF%D9%88%D9%86%D9%87-بخوانیم",
            "../meetings/review.html#d1",
            "../activities/pitch.html#plan",
            "../activities/pitch.html#",
            "../data/progress.json#x",
        ]
    );
}

/// K0411 in `check` as in `build`. The theme of a page determines which parts it has.
#[test]
fn to_a_part_that_a_page_lacks_are_errors() {
    for (link, near) in [
        ("method.html#progres", "progress"),
        ("pages/guide.html#چگونه-بخوانیم", "s-چگونه-بخوانیم"),
        ("activity:pitch#plann", "plan"),
        ("meetings/review.html?x=1#d2", "d1"),
        ("index.html#هیچ-کجا-نیست", ""),
    ] {
        let site = with_text(&format!("[x]({link})"));
        for command in ["check", "build"] {
            let run = site.run(&[command, "--format", "json"]).ends(1);
            let found = run.findings();
            let [found] = &found[..] else { panic!("{link}: {}", run.stdout) };
            assert_eq!(found.place(), "K0411 content/pages/guide.md:6:1", "{link}");
            assert!(near.is_empty() || found.hint_en.contains(&format!("\"#{near}\"")), "{}", found.hint_en);
        }
        assert!(!site.output().exists(), "nothing is published");
        let told = site.run(&["check"]).ends(1).stderr;
        assert!(told.contains(&format!("6 | [x]({link})")), "the line is shown: {told}");
    }
    let site = with_text("[x](method.html#progress)");
    site.write(
        "themes/own/templates/method.html",
        "{% extends \"base.html\" %}{% block main %}{% endblock %}",
    );
    site.edit("content/site.yml", "province", "theme: own\nprovince");
    assert_eq!(
        site.run(&["check", "--format", "json"]).ends(1).places(),
        ["K0411 content/pages/guide.md:6:1"]
    );
}

/// K0412: any day can be built, also one before the pages to which a text links.
#[test]
fn to_pages_of_later_days_are_text_until_then() {
    let site = with_text(
        "[فعالیت](activities/late.html#plan) [خانه](neighborhoods/pardisan/sport.html) [بازدید](visits/seen.html) \
         [فصل](periods/1404-q4.html)",
    );
    site.write(
        "content/activities/late.yml",
        "title: دیر\nneighborhood: pardisan\ndomain: sport\nregistered: 1404/09/01\n",
    );
    site.write("content/visits/seen.yml", "date: 1404/09/01\nneighborhood: pardisan\nby: استانداری\n");
    let early = ["build", "--as-of", "1404/08/01", "--format", "json"];
    let found = site.run(&early).done().findings();
    assert_eq!(
        found.iter().map(|found| (&*found.code, &*found.severity, found.line)).collect::<Vec<_>>(),
        [("K0412", "advice", 6); 4]
    );
    site.run(&["check", "--as-of", "1404/08/01"]).done();
    let page = site.read("output/site/pages/guide.html");
    assert!(page.contains("فعالیت خانه بازدید فصل"), "the texts stay");
    // On the site's own day all four exist.
    assert_eq!(site.run(&["check", "--format", "json"]).done().findings().len(), 0);
    assert_eq!(
        links(&site),
        [
            "../activities/late.html#plan",
            "../neighborhoods/pardisan/sport.html",
            "../visits/seen.html",
            "../periods/1404-q4.html"
        ]
    );
}

/// K0405: a link that is wrong on every day stays an error on every day.
#[test]
fn to_pages_of_no_day_are_errors() {
    for link in [
        "activities/nothing.html",
        "neighborhoods/pardisan/sport.html",
        "periods/1390-q1.html",
        "periods/1405-q5.html",
        "activities/page/2.html",
    ] {
        let site = with_text(&format!("[x]({link})"));
        for day in ["1404/01/01", "1404/10/15"] {
            let run = site.run(&["check", "--as-of", day, "--format", "json"]).ends(1);
            assert_eq!(run.places(), ["K0405 content/pages/guide.md:6:1"], "{link} on {day}");
        }
    }
    let draft = with_text("[x](activities/secret.html)");
    draft.write(
        "content/activities/secret.yml",
        "title: x\nneighborhood: pardisan\ndomain: sport\ndraft: true\n",
    );
    draft.run(&["check"]).ends(1);
}
