//! What a hint proposes is what was typed: each proposal is a reading of it, and passes when it is typed instead.
//!
//! What a typed text can mean stands here by hand, so that the reader is held against a person's reading.

use crate::support::{Finding, Site};

const FILE: &str = "content/activities/typed.yml";
const HEAD: &str = "title: نوشته\nneighborhood: sheikhabad\ndomain: sport\n";

/// A line of an activity with `{}` for the typed text, the text, and everything that it can mean: as the hint writes it
/// in Persian. Where nothing is listed, the hint proposes nothing.
const TYPED: &[(&str, &str, &[&str])] = &[
    // Percents.
    ("updates: [{date: 1404/06/01, progress: '{}'}]", "۴،۵", &["۴٫۵"]),
    ("updates: [{date: 1404/06/01, progress: '{}'}]", "۱۲/۵ درصد", &["۱۲٫۵"]),
    ("updates: [{date: 1404/06/01, progress: '{}'}]", "۱،۲۰۰", &["۱٫۲۰۰"]),
    ("updates: [{date: 1404/06/01, progress: '{}'}]", "۴۰ تا ۵۰", &[]),
    ("updates: [{date: 1404/06/01, progress: '{}'}]", "40-50", &[]),
    ("updates: [{date: 1404/06/01, progress: '{}'}]", "بیست و پنج", &["۲۵"]),
    ("updates: [{date: 1404/06/01, progress: '{}'}]", "نصف", &[]),
    ("updates: [{date: 1404/06/01, progress: '{}'}]", "120", &[]),
    // Numbers.
    ("indicators: [{title: الف, baseline: '{}'}]", "۰،۷۵", &["۰٫۷۵"]),
    ("indicators: [{title: الف, baseline: '{}'}]", "۱،۲۰۰", &["۱٬۲۰۰", "۱٫۲۰۰"]),
    ("indicators: [{title: الف, baseline: '{}'}]", "1.200.000", &["۱٬۲۰۰٬۰۰۰"]),
    ("indicators: [{title: الف, baseline: '{}'}]", "۱٫۵ میلیون نفر", &["۱٬۵۰۰٬۰۰۰"]),
    ("indicators: [{title: الف, baseline: '{}'}]", "۳ از ۵", &[]),
    ("indicators: [{title: الف, baseline: '{}'}]", "5-", &[]),
    ("indicators: [{title: الف, baseline: '{}'}]", "–5", &["-۵"]),
    ("indicators: [{title: الف, baseline: '{}'}]", "۱۲ 5", &[]),
    ("weight: '{}'", "0", &[]),
    ("weight: '{}'", "۱/۵", &["۱٫۵"]),
    ("beneficiaries: {reached: '{}'}", "۱۲۰ نفر", &["۱۲۰"]),
    ("beneficiaries: {reached: '{}'}", "۱۲٫۵", &[]),
    ("beneficiaries: {reached: '{}'}", "۵۰٪", &[]),
    // Money.
    ("budget: {planned: '{}'}", "۱/۵ میلیارد تومان", &["۱۵٬۰۰۰٬۰۰۰٬۰۰۰"]),
    ("budget: {planned: '{}'}", "۵ تا ۷ میلیون", &[]),
    ("budget: {planned: '{}'}", "یک میلیون و پانصد تومان", &[]),
    ("budget: {planned: '{}'}", "۵۰۰ هزار دلار", &[]),
    ("budget: {planned: '{}'}", "1.500.000", &["۱٬۵۰۰٬۰۰۰"]),
    ("budget: {planned: '{}'}", "1.5", &[]),
    // Dates.
    ("start: '{}'", "1404.05.01", &["۱۴۰۴/۰۵/۰۱"]),
    ("start: '{}'", "۰۴/۰۵/۰۶", &["۱۴۰۴/۰۵/۰۶", "۱۴۰۶/۰۵/۰۴"]),
    ("start: '{}'", "2025-08-10 12:30", &["۲۰۲۵-۰۸-۱۰"]),
    ("start: '{}'", "08/10/2025", &["۲۰۲۵-۱۰-۰۸", "۲۰۲۵-۰۸-۱۰"]),
    ("start: '{}'", "1404/13/01", &[]),
    ("start: '{}'", "پنجم مهر", &[]),
    ("start: '{}'", "1404/05", &[]),
    ("start: '{}'", "۱ تا ۵ مرداد ۱۴۰۴", &[]),
    // Ids, yes and no, choices.
    ("id: '{}'", "Sport_2", &["sport-2"]),
    ("id: '{}'", "محلهٔ ۲", &["mahalleh-2"]),
    ("sample: '{}'", "شاید", &["بله", "خیر"]),
    ("status: '{}'", "در حال انجام", &["در حال اجرا"]),
    ("measure: '{}'", "گزارش ها و مراحل", &[]),
    // Files.
    ("evidence: [{title: سند, file: '{}'}]", r"C:\Users\ali\hall.pdf", &["hall.pdf"]),
    ("evidence: [{title: سند, file: '{}'}]", "C:/docs/HALL.PDF", &["hall.pdf"]),
    ("evidence: [{title: سند, file: '{}'}]", r"letters\minutes.pdf", &["letters/minutes.pdf"]),
    (
        "evidence: [{title: سند, file: '{}'}]",
        r"D:\content\media\letters\minutes.pdf",
        &["letters/minutes.pdf"],
    ),
    ("evidence: [{title: سند, file: '{}'}]", "content/media/hall.pdf", &["hall.pdf"]),
    ("evidence: [{title: سند, file: '{}'}]", "file:///C:/docs/minutes.pdf", &["letters/minutes.pdf"]),
    ("evidence: [{title: سند, file: '{}'}]", "../hall.pdf", &["hall.pdf"]),
];

/// A site with two documents, which a record names.
fn site() -> Site {
    let site = Site::new();
    for name in ["hall.pdf", "letters/minutes.pdf"] {
        site.write(&format!("content/media/{name}"), "%PDF-1.4\n%%EOF\n");
    }
    site
}

/// The findings of a check with one line in the activity.
fn findings(site: &Site, line: &str, typed: &str) -> Vec<Finding> {
    site.write(FILE, format!("{HEAD}{}\n", line.replace("{}", typed)));
    let run = site.run(&["check", "--format", "json"]);
    run.findings().into_iter().filter(|found| found.file == FILE && found.severity == "error").collect()
}

/// The activity as the data of the site has it.
fn published(site: &Site) -> serde_json::Value {
    let all: serde_json::Value =
        serde_json::from_str(&site.read("output/site/data/activities.json")).expect("data are JSON");
    let found = all.as_array().and_then(|all| all.iter().find(|one| one["id"] == "typed"));
    found.expect("the activity is published").clone()
}

/// What a hint proposes: what stands between quotes, examples left out.
fn proposals(hint: &str) -> Vec<String> {
    let sentences = hint.split_inclusive(['.', '؛', '؟']);
    let is_example = |sentence: &str| sentence.contains("مانند") || sentence.contains("بیشترین");
    // A point may stand inside quotes: sentences that don't close theirs belong together.
    let mut parts: Vec<String> = Vec::new();
    for sentence in sentences {
        match parts.last_mut() {
            Some(last) if last.matches('«').count() > last.matches('»').count() => last.push_str(sentence),
            _ => parts.push(sentence.to_owned()),
        }
    }
    let quoted = |part: &String| -> Vec<String> {
        part.split('«')
            .skip(1)
            .filter_map(|rest| rest.split_once('»'))
            .map(|(text, _)| text.to_owned())
            .collect()
    };
    parts.iter().filter(|part| !is_example(part)).flat_map(quoted).collect()
}

#[test]
fn every_proposal_of_a_hint_is_a_reading_and_passes() {
    let site = site();
    for &(line, typed, readings) in TYPED {
        let found = findings(&site, line, typed);
        assert_eq!(found.len(), 1, "{typed}: {found:?}");
        let mut proposals = proposals(&found[0].hint_fa);
        // Marks and units that a hint explains are no values; all words of a choice may be listed.
        proposals.retain(|text| !["٫", ".", "+", "-", "_", "٪", "٬"].contains(&text.as_str()));
        if line.starts_with("status") || line.starts_with("measure") {
            proposals.truncate(usize::from(found[0].hint_fa.contains("شاید")));
        }
        assert_eq!(proposals, readings, "{typed}: {}", found[0].hint_fa);
        for proposal in proposals {
            let found = findings(&site, line, &proposal);
            assert!(found.is_empty(), "{typed} → {proposal}: {found:?}");
        }
    }
}

#[test]
fn money_in_words_is_read_and_advice_says_how_many_rials() {
    let site = site();
    site.write(FILE, format!("{HEAD}budget: {{planned: ۵۰۰ هزار تومان, spent: ۳ میلیون}}\n"));
    let run = site.run(&["build", "--format", "json"]).done();
    let advice: Vec<Finding> = run.findings().into_iter().filter(|found| found.code == "K0226").collect();
    assert_eq!(advice.len(), 2, "{advice:?}");
    assert!(advice.iter().all(|found| found.severity == "advice"));
    assert!(
        advice[0].fa.contains("۵٬۰۰۰٬۰۰۰ ریال") && advice[0].en.contains("5000000 rials"),
        "{:?}",
        advice[0]
    );
    let typed = published(&site);
    assert_eq!((&typed["budget_planned"], &typed["budget_spent"]), (&5_000_000.into(), &3_000_000.into()));
}

/// The sheet of an office: what is not written as the format says is read or refused, never passed over.
#[test]
fn lists_with_commas_are_read_if_every_part_is_known() {
    let site = site();
    let check = |lines: &str| -> Vec<String> {
        site.write(FILE, format!("title: نوشته\ndomain: sport\n{lines}"));
        let run = site.run(&["check", "--format", "json"]);
        let found =
            run.findings().into_iter().filter(|found| found.file == FILE && found.severity == "error");
        found.map(|found| format!("{} {}", found.code, found.fa)).collect()
    };
    assert_eq!(check("neighborhood: شیخ‌آباد، پردیسان\n"), [""; 0]);
    assert_eq!(check("neighborhood: شیخ‌آباد و پردیسان\n"), [""; 0]);
    assert_eq!(check("neighborhood: sheikhabad; pardisan\n"), [""; 0]);
    let unknown = check("neighborhood: شیخ‌آباد، کوهستان\n");
    assert!(unknown.len() == 1 && unknown[0].starts_with("K0304 «کوهستان»"), "{unknown:?}");
    site.write(
        FILE,
        "title: نوشته\ndomain: sport\nneighborhood: شیخ‌آباد، پردیسان\nbرچسب: x\n"
            .replace("bرچسب: x", "برچسب: هنر، نوجوانان"),
    );
    site.run(&["build"]).done();
    let typed = published(&site);
    assert_eq!(typed["tags"], serde_json::json!(["هنر", "نوجوانان"]));
    assert_eq!(typed["neighborhoods"].as_array().map(Vec::len), Some(2), "{typed}");
}

#[test]
fn files_in_utf_16_are_read_as_those_in_utf_8() {
    let text = "\u{feff}title: نوشته 🙂\nneighborhood: sheikhabad\ndomain: sport\nstart: 1404/13/01\n";
    let site = Site::new();
    let places = |bytes: Vec<u8>| {
        site.write(FILE, bytes);
        site.run(&["check", "--format", "json"]).places()
    };
    let expected = places(text.into());
    assert_eq!(expected, ["K0210 content/activities/typed.yml:4:8"]);
    assert_eq!(places(text.encode_utf16().flat_map(u16::to_le_bytes).collect()), expected);
    assert_eq!(places(text.encode_utf16().flat_map(u16::to_be_bytes).collect()), expected);
    // Half a pair is neither.
    let mut broken: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    broken.pop();
    assert_eq!(places(broken), ["K0005 content/activities/typed.yml:1:0"]);
    site.write(
        FILE,
        text.replace("start: 1404/13/01\n", "status: paused\n")
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect::<Vec<u8>>(),
    );
    // A rule that looks the line up again finds it.
    let run = site.run(&["build", "--format", "json"]).done();
    assert!(run.findings().iter().any(|found| found.file == FILE && found.line == 4), "{}", run.stdout);
    assert_eq!(published(&site)["title"], "نوشته 🙂");
}

#[test]
fn an_icon_that_the_theme_lacks_is_told_with_those_it_has() {
    let site = Site::new();
    let check = |icon: &str| {
        site.write("content/domains/typed.yml", format!("title: آب\nicon: {icon}\n"));
        site.run(&["check", "--format", "json"]).findings()
    };
    let found = check("educaton");
    assert_eq!(found.iter().map(Finding::place).collect::<Vec<_>>(), ["K0227 content/domains/typed.yml:2:7"]);
    assert!(
        found[0].hint_fa.starts_with("شاید «education»؟") && found[0].hint_fa.contains("sport"),
        "{found:?}"
    );
    assert!(check("education").is_empty());
}

#[test]
fn a_record_that_nobody_would_read_stops_the_build() {
    let site = Site::new();
    for (file, meant) in [
        ("content/activities/library.yml.txt", Some("library.yml")),
        ("content/activities/2/LIBRARY.YML.TXT", Some("LIBRARY.YML")),
        ("content/updates/mehr.md.txt", Some("mehr.md")),
        ("content/visits/first.yaml.docx", Some("first.yaml")),
        ("content/site.yaml.txt", Some("site.yaml")),
        ("content/activities/list.xlsx", None),
        ("content/meetings/minutes.docx", None),
    ] {
        site.write(file, "title: x\n");
        let run = site.run(&["build", "--format", "json"]).ends(1);
        assert_eq!(run.places(), [format!("K0021 {file}:0:0")], "{}", run.stdout);
        let hint = &run.findings()[0].hint_fa;
        assert!(meant.is_none_or(|meant| hint.contains(&format!("«{meant}»"))), "{hint}");
        site.remove(file);
    }
    for (folder, meant) in
        [("فعالیت‌ها", "activities"), ("محلات", "neighborhoods"), ("تصاویر", "media"), ("reports", "updates")]
    {
        let site = Site::new();
        site.write(&format!("content/{folder}/a.yml"), "title: x\n");
        let run = site.run(&["build", "--format", "json"]).ends(1);
        assert!(run.findings()[0].hint_fa.contains(&format!("«{meant}»")), "{}", run.stdout);
    }
}
