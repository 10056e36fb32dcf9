//! Tests of the booklets: which exist, the contents of their lists, the counts of omitted rows, the signatures. A browser test
//! checks the number of printed sheets (`tests/browser/judges/booklet.mjs`).

use std::fmt::Write as _;

use crate::support::{Site, Tree, demo};

/// A site with one neighborhood and given numbers of activities, domains, visits and problems.
fn site(activities: usize, others: usize) -> Site {
    let site = Site::empty();
    site.write("content/site.yml", "title: کارنامهٔ آزمایشی\nprovince: قم\n");
    site.write("content/neighborhoods/n.yml", "title: شیخ‌آباد\nkind: محله\nmanager: {name: مریم رضایی}\n");
    let mut records = String::new();
    for at in 0..activities {
        // The latest due date comes first in the folder, to test that the booklet sorts by due date.
        let day = activities - at;
        let _ = writeln!(
            records,
            "- {{id: a{at}, title: کار {day}, neighborhood: n, domain: d0, start: 1404/01/01, due: 1405/{}/{}}}",
            1 + (day - 1) / 30,
            1 + (day - 1) % 30
        );
    }
    if activities > 0 {
        site.write("content/activities/all.yml", &records);
    }
    for at in 0..others.max(1) {
        site.write(&format!("content/domains/d{at}.yml"), format!("title: حوزهٔ {at}\norder: {at}\n"));
    }
    for at in 0..others {
        let day = format!("1404/05/{}", at + 1);
        site.write(&format!("content/visits/v{at}.yml"), format!("date: {day}\nneighborhood: n\nby: ناظر\n"));
    }
    site
}

/// Returns the section of a page after a heading, up to the next section.
#[track_caller]
fn part<'p>(page: &'p str, id: &str) -> &'p str {
    let from = page.split(&format!("id=\"{id}\"")).nth(1).unwrap_or_else(|| panic!("no part {id}"));
    from.split("</section>").next().expect("a part")
}

fn booklet(site: &Site) -> String {
    site.build().text("print/n.html").to_owned()
}

/// Counts the rows in a section.
fn rows(part: &str) -> usize {
    part.matches("<li><time").count() + part.matches("<tr role=\"row\"><t").count()
        - part.matches("<thead").count()
}

#[test]
fn every_neighborhood_has_one_and_the_way_there_is_short() {
    let tree: &Tree = demo();
    let home = tree.text("index.html");
    assert!(home.contains("href=\"print/index.html\""));
    let all = tree.text("print/index.html");
    for id in ["sheikhabad", "pardisan", "imam-reza", "chaharmardan"] {
        assert!(all.contains(&format!("href=\"../print/{id}.html\"")), "{id}");
        assert_eq!(tree.text(&format!("print/{id}.html")).matches("<article class=\"sheet").count(), 2);
        let page = tree.text(&format!("neighborhoods/{id}.html"));
        assert!(page.contains(&format!("href=\"../print/{id}.html\"")), "{id}");
    }
    assert_eq!(all.matches("<article class=\"sheet").count(), 1);
    // Only booklets load their style sheet.
    assert!(all.contains("assets/booklet.") && !home.contains("assets/booklet."));
}

#[test]
fn lists_say_how_many_more() {
    let page = booklet(&site(60, 12));
    assert_eq!(rows(part(&page, "duties")), 14);
    assert!(part(&page, "duties").contains("و ۴۶ فعالیت دیگر"));
    assert!(part(&page, "gantt").contains("و ۴۶ فعالیت دیگر"));
    assert_eq!(part(&page, "gantt").matches("gantt-label").count(), 14);
    assert_eq!(rows(part(&page, "deadlines")), 10);
    assert!(part(&page, "deadlines").contains("و ۵۰ مهلت دیگر"));
    assert_eq!(rows(part(&page, "domains")), 10);
    assert!(part(&page, "domains").contains("و ۲ حوزهٔ دیگر"));
    assert_eq!(rows(part(&page, "visits")), 10);
    assert!(part(&page, "visits").contains("و ۲ بازدید دیگر"));
}

#[test]
fn nothing_more_is_said_where_all_is_shown() {
    let page = booklet(&site(14, 10));
    assert_eq!((rows(part(&page, "duties")), rows(part(&page, "visits"))), (14, 10));
    assert!(!page.contains(" فعالیت دیگر") && !page.contains(" بازدید دیگر") && !page.contains(" حوزهٔ دیگر"));
    assert!(part(&page, "deadlines").contains("و ۴ مهلت دیگر"));
}

#[test]
fn what_is_due_next_comes_first() {
    let page = booklet(&site(20, 1));
    let duties = part(&page, "duties");
    let place = |text: &str| duties.find(text).unwrap_or_else(|| panic!("no {text}"));
    assert!(place(">کار ۱<") < place(">کار ۲<") && place(">کار ۲<") < place(">کار ۱۴<"));
    assert!(!duties.contains(">کار ۱۵<"));
}

#[test]
fn sheets_without_an_activity_say_so() {
    let page = booklet(&site(0, 0));
    assert!(page.contains("فعالیتی ثبت نشده است") && page.contains("بازدیدی ثبت نشده است"));
    assert!(!page.contains("class=\"gantt\""));
    assert!(page.contains("id=\"by-hand\""), "the sheet is left for notes");
}

#[test]
fn sheets_are_numbered_in_persian() {
    let page = booklet(&site(3, 1));
    assert!(page.contains("صفحهٔ ۱ از ۲</span>") && page.contains("صفحهٔ ۲ از ۲</span>"));
}

#[test]
fn the_manager_signs_where_no_office_is_named() {
    let of = |page: &str| {
        page.split("class=\"signs\"")
            .nth(1)
            .expect("signatures")
            .split("</section>")
            .next()
            .map(str::to_owned)
    };
    let signed = of(&booklet(&site(3, 1))).expect("a part");
    assert!(signed.contains("مدیر محله") && signed.contains("مریم رضایی"));
    let site = site(3, 1);
    site.write(
        "content/site.yml",
        "title: کارنامهٔ آزمایشی\nprovince: قم\nsignatures: [مدیر محله, استاندار]\n",
    );
    let tree = site.build();
    let signed = of(tree.text("print/n.html")).expect("a part");
    assert!(signed.contains("مدیر محله") && signed.contains("مریم رضایی") && signed.contains("استاندار"));
    // The manager signs for a neighborhood; the others sign for the province too.
    let province = of(tree.text("print/index.html")).expect("a part");
    assert!(province.contains("استاندار") && !province.contains("مدیر محله"));
}

#[test]
fn long_titles_are_shortened_at_a_word() {
    let site = site(3, 1);
    let title = "واژه ".repeat(59);
    site.write(
        "content/activities/long.yml",
        format!("title: {title}\nneighborhood: n\ndomain: d0\ndue: 1404/10/20\n"),
    );
    let page = booklet(&site);
    let duties = part(&page, "duties");
    assert!(duties.contains("واژه…") && !duties.contains(title.trim()));
}

#[test]
fn the_province_shows_the_ten_most_in_need() {
    let site = site(1, 1);
    for at in 0..30 {
        site.write(&format!("content/neighborhoods/m{at}.yml"), format!("title: جای {at}\n"));
    }
    site.write(
        "content/activities/late.yml",
        "title: دیر\nneighborhood: m29\ndomain: d0\nstart: 1404/01/01\ndue: 1404/02/01\nupdates: [{date: 1404/03/01, progress: 10}]\n",
    );
    let tree = site.build();
    let matrix = part(tree.text("print/index.html"), "matrix").to_owned();
    assert_eq!(matrix.matches("scope=\"row\"").count(), 10 + 1);
    assert!(matrix.contains("و ۲۱ محلهٔ دیگر"), "how many are left out");
    assert!(matrix.contains("جای ۲۹"), "the one that is late is shown");
}
