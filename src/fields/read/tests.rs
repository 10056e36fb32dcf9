//! What a person writes, against what the reader says.

use proptest::prelude::*;

use super::Reader;
use crate::fields::key::{self, Key, RecordKey};
use crate::fields::{Field, Kind, Record, Row};
use crate::persian::Day;
use crate::yaml;

fn record<K: RecordKey>(src: &str) -> (Option<Record<K>>, Vec<String>) {
    let node = yaml::parse(src, 1).expect("good YAML").expect("something");
    let mut reader = Reader::new("x.yml".into());
    let record = reader.record::<K>(&node);
    (record, told(reader))
}

fn row<K: Key>(src: &str) -> (Option<Row<K>>, Vec<String>) {
    let node = yaml::parse(src, 1).expect("good YAML").expect("something");
    let mut reader = Reader::new("x.yml".into());
    let row = reader.row::<K>(&node);
    (row, told(reader))
}

/// Each finding as `line:column+length name field`.
fn told(reader: Reader) -> Vec<String> {
    let findings = reader.finish().into_iter().map(|found| {
        for text in [&found.fa, &found.en, &found.hint_fa, &found.hint_en] {
            assert!(!text.trim().is_empty(), "{found:?}");
        }
        let field = found.field.unwrap_or_default();
        format!("{}:{}+{} {} {field}", found.at.line, found.at.column, found.at.length, found.code.name)
    });
    findings.collect()
}

/// The findings of an activity that has what is required and the given lines, which begin at line 4.
fn check(lines: &str, expected: &[&str]) {
    let (_, told) = record::<key::Activity>(&format!("title: t\nneighborhood: n\ndomain: d\n{lines}"));
    assert_eq!(told, expected, "{lines}");
}

/// The same for one field of a table that is no record.
fn check_row<K: Key>(src: &str, expected: &[&str]) {
    let (_, told) = row::<K>(src);
    assert_eq!(told, expected, "{src}");
}

#[test]
fn typed_values_with_their_places() {
    let src = "شناسه: lib-۲\nعنوان: كتابخانهٔ محله\nمحله: [شیخ‌آباد, pardisan]\ndomain: آموزش\nstatus: در_حال اجرا\n\
               مهلت: ۱۴۰۴/۱۲/۲۹\nوزن: ۲٫۵\nبودجه: {مصوب: '۱٬۲۰۰'}\nنمایشی: بله\nمصوبه: جلسهٔ 1404/07/26/d۲\n\
               مراحل:\n  - عنوان: خرید\n    مهلت: 1404/07/30\n  - title: نصب\n";
    let (read, told) = record::<key::Activity>(src);
    assert_eq!(told, [""; 0]);
    let Record { mut common, mut own } = read.unwrap();
    assert_eq!(common.text(key::Common::Id).unwrap().value, "lib-2");
    assert!(common.flag(key::Common::Sample));
    assert!(!common.flag(key::Common::Draft));
    let title = own.text(key::Activity::Title).unwrap();
    assert_eq!((title.value.as_str(), title.at.line, title.at.column), ("کتابخانهٔ محله", 2, 8));
    let places: Vec<String> =
        own.texts(key::Activity::Neighborhood).into_iter().map(|text| text.value).collect();
    assert_eq!(places, ["شیخ‌آباد", "pardisan"]);
    assert_eq!(own.choice(key::Activity::Status).unwrap().value, "active");
    assert_eq!(own.date(key::Activity::Due).unwrap().value, Day::from_jalali(1404, 12, 29).unwrap());
    assert!((own.number(key::Activity::Weight).unwrap().value - 2.5).abs() < 1e-9);
    let decision = own.decision(key::Activity::Decision).unwrap().value;
    assert_eq!((decision.meeting.as_str(), decision.decision.as_str()), ("جلسهٔ 1404/07/26", "d2"));
    let mut budget = own.row::<key::Budget>(key::Activity::Budget).unwrap();
    assert_eq!(budget.whole(key::Budget::Planned).unwrap().value, 1200);
    let mut milestones = own.rows::<key::Milestone>(key::Activity::Milestones);
    assert_eq!(milestones.len(), 2);
    assert_eq!(milestones[0].path(key::Milestone::Due), "milestones[1].due");
    assert_eq!(milestones[1].text(key::Milestone::Title).unwrap().value, "نصب");
    assert_eq!(milestones[1].at().line, 14);
    assert!(own.is_complete() && own.is_given(key::Activity::Due) && !own.is_given(key::Activity::Start));
    assert_eq!(own.place(key::Activity::Due).line, 6);
    assert_eq!(own.date(key::Activity::Due), None);
}

#[test]
fn photos_take_both_forms() {
    let (mut read, told) =
        row::<key::InlineUpdate>("date: 1404/01/01\nphotos: [a.jpg, {فایل: b.png, شرح تصویر: تالار}]\n");
    assert_eq!(told, [""; 0]);
    let photos = read.as_mut().unwrap().photos(key::InlineUpdate::Photos);
    assert_eq!(photos[0].file.value, "a.jpg");
    assert_eq!(photos[1].alt.as_ref().unwrap().value, "تالار");
    check_row::<key::InlineUpdate>(
        "date: 1404/01/01\nphotos: {alt: x}\n",
        &["2:9+8 missing-field photos[1].file"],
    );
    check_row::<key::InlineUpdate>(
        "date: 1404/01/01\nphotos: ..\\a.jpg\n",
        &["2:9+8 bad-file-path photos[1]"],
    );
}

#[test]
fn keys() {
    check("Depends-On: x\nپیش_نیازها: y\n", &["5:1+10 field-twice depends_on"]);
    check("due: 1404/01/01\nمهلت: 1404/01/01\n", &["5:1+4 field-twice due"]);
    check("duee: 1404/01/01\n", &["4:1+4 unknown-field duee"]);
    check(
        "milestones:\n  - titel: x\n",
        &["5:5+5 unknown-field milestones[1].titel", "5:5+5 missing-field milestones[1].title"],
    );
    check("body: text\n", &[]);
    let (_, told) = record::<key::Update>("activity: a\ndate: 1404/01/01\ntitle: x\n");
    assert_eq!(told, ["3:1+5 unknown-field title"]);
}

#[test]
fn both_places_of_a_field_given_twice() {
    let node = yaml::parse("title: a\nعنوان: b\n", 1).unwrap().unwrap();
    let mut reader = Reader::new("x.yml".into());
    let mut page = reader.record::<key::Page>(&node).unwrap();
    assert_eq!(page.own.text(key::Page::Title).unwrap().value, "a");
    let findings = reader.finish();
    assert_eq!((findings[0].at.line, findings[0].related[0].at.line), (2, 1));
}

#[test]
fn what_is_missing() {
    let (read, told) = record::<key::Problem>("rank: 1\nneighborhood: \"  \"\n");
    assert_eq!(told, ["1:1+4 missing-field title", "2:1+12 missing-field neighborhood"]);
    assert!(!read.unwrap().own.is_complete());
    let (_, told) = record::<key::Activity>("title: t\nneighborhood: []\ndomain:\n");
    assert_eq!(told, ["2:1+12 missing-field neighborhood", "3:1+6 missing-field domain"]);
    check("summary:\nstart: ''\ntags: []\nmanager:\n", &["7:1+7 unknown-field manager"]);
    check("budget: {}\nmilestones: [~]\n", &[]);
}

#[test]
fn shapes() {
    check("summary: [a]\n", &["4:10+3 list-for-one summary"]);
    check("summary: {a: b}\n", &["4:10+6 map-for-text summary"]);
    check("tags:\n  - گزارش: کتابخانه\n", &["5:5+5 map-for-text tags[1]"]);
    check("tags: [[a]]\n", &["4:8+3 list-for-one tags[1]"]);
    check("budget: ۱۲\n", &["4:9+2 not-a-map budget"]);
    check("milestones: [خرید]\n", &["4:14+4 not-a-map milestones[1]"]);
    check("milestones: {title: خرید}\n", &[]);
    check("summary: |\n  a\n  b\n", &["5:3+1 line-break summary"]);
    check("summary: |\n  a\n", &[]);
    check(
        &format!(
            "summary: {}
",
            "آ".repeat(3000)
        ),
        &[],
    );
    let (read, told) = record::<key::Page>("- a\n");
    assert!(read.is_none());
    assert_eq!(told, ["1:1+1 not-a-map "]);
    let (_, told) = record::<key::Page>(&format!("title: {}\n", "م".repeat(301)));
    assert_eq!(told, ["1:8+301 too-long title"]);
}

#[test]
fn single_values() {
    check("start: 1403/12/31\n", &["4:8+10 bad-date start"]);
    check("start: فردا\n", &["4:8+4 bad-date start"]);
    check("weight: 0\n", &["4:9+1 out-of-range weight"]);
    check("weight: ۱۲/۵\n", &["4:9+4 bad-number weight"]);
    check("status: در حال انجام\n", &["4:9+12 bad-choice status"]);
    check("sample: شاید\n", &["4:9+4 bad-yes-or-no sample"]);
    check("id: کتابخانه\n", &["4:5+8 bad-id id"]);
    check("allow: [K0602, k۰۶۰۱, K0301]\n", &["4:23+5 bad-guard-code allow[3]"]);
    check("decision: d2\n", &["4:11+2 bad-decision decision"]);
    check(
        "budget: {planned: -1, spent: 1.5}\n",
        &["4:19+2 out-of-range budget.planned", "4:30+3 bad-number budget.spent"],
    );
    check("updates: {date: 1404/01/01, progress: 120}\n", &["4:39+3 out-of-range updates[1].progress"]);
    check_row::<key::Location>("lat: 91\nlon: -181\n", &["1:6+2 out-of-range lat", "2:6+4 out-of-range lon"]);
}

#[test]
fn addresses() {
    for url in
        ["https://x.ir", "HTTP://x.ir:8080/a?b#c", "http://قم.ایران/", "http://[::1]/", "http://localhost/"]
    {
        check_row::<key::Origin>(&format!("url: '{url}'\n"), &[]);
    }
    for url in [
        "www.x.ir",
        "ftp://x.ir",
        "https://",
        "https://a@x.ir",
        "https://x y.ir",
        "https://x.ir:99999",
        "//x.ir",
        "https://-x.ir",
    ] {
        let (_, told) = row::<key::Origin>(&format!("url: '{url}'\n"));
        assert!(told.len() == 1 && told[0].ends_with("bad-url url"), "{url} {told:?}");
    }
    for (typed, fine) in [
        ("a@b.ir", true),
        ("a.b+c@d-e.co.ir", true),
        ("a@b", false),
        ("a b@c.ir", false),
        ("a@b@c.ir", false),
        (".a@b.ir", false),
    ] {
        let (_, told) = row::<key::Manager>(&format!("email: {typed}\n"));
        assert_eq!(told.is_empty(), fine, "{typed}");
    }
    for (typed, fine) in [
        ("۰۲۵-۳۷۷۰۰۰۰۰", true),
        ("+98 25 3770 0000", true),
        ("۳۷۷۰۰۰۰۰ داخلی ۱۲", true),
        ("137", true),
        ("تلفن ندارد", false),
        ("12", false),
    ] {
        let (_, told) = row::<key::Manager>(&format!("phone: {typed}\n"));
        assert_eq!(told.is_empty(), fine, "{typed}");
    }
    for (typed, fine) in [("#0A7c80", true), ("0a7c80", false), ("#abc", false), ("teal", false)] {
        let (_, told) = row::<key::Site>(&format!("title: t\nprovince: p\naccent: '{typed}'\n"));
        assert_eq!(told.is_empty(), fine, "{typed}");
    }
}

#[test]
fn hidden_characters() {
    check("summary: a\u{200b}b\ntags: [c\u{ad}d]\n", &["4:10+3 hidden-characters-dropped "]);
    check("summary: ab\u{202e}c\n", &["4:12+1 hidden-character summary"]);
    check("summary: 'ab\u{2066}c'\n", &["4:13+1 hidden-character summary"]);
    let mut reader = Reader::new("x.md".into());
    assert_eq!(reader.body("\nسلام\n\n", 5).unwrap(), "\nسلام");
    assert_eq!(reader.body(" \n", 5), None);
    assert_eq!(reader.body("a\nbc\u{202e}\n", 5), None);
    assert_eq!(told(reader), ["6:3+1 hidden-character body"]);
}

/// Reads a field's example as that field, in both languages.
fn check_example(field: &'static Field, path: &str) {
    let inner = match field.kind {
        Kind::Map(fields) | Kind::List(&Kind::Map(fields)) => Some(fields),
        _ => None,
    };
    if let Some(fields) = inner {
        assert_eq!(field.example, "", "{path}");
        for inner in fields {
            check_example(inner, &format!("{path}.{}", inner.en));
        }
        return;
    }
    for name in [field.en, field.fa] {
        let src = format!("{name}: {}\n", field.example);
        let node = yaml::parse(&src, 1).unwrap_or_else(|fault| panic!("{src} {fault:?}")).unwrap();
        let mut reader = Reader::new("x.yml".into());

        let yaml::Raw::Map(pairs) = &node.raw else { panic!("{src}") };
        let outcome = reader.value(field, &field.kind, &pairs[0].1, path);
        assert!(matches!(outcome, super::value::Outcome::Value(_)), "{src} {:?}", reader.finish());
        assert_eq!(told(reader), [""; 0], "{src}");
    }
}

#[test]
fn every_example_reads_as_its_field() {
    let tables = crate::fields::RecordKind::ALL.iter().flat_map(|kind| kind.fields());
    let others = key::Site::FIELDS.iter().chain(key::ArchiveEntry::FIELDS).chain(key::PhotoKey::FIELDS);
    for field in tables.chain(others) {
        check_example(field, field.en);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever stands in the fields: findings with places, never a panic, and accessors that fit the table.
    #[test]
    fn never_panics(
        lines in proptest::collection::vec(
            ("(title|محله|domain|due|weight|status|updates|budget|photos|decision|sample|x)", "[a-z0-9۰-۹:/%\\-,\\[\\]{} «ک\u{200b}\u{202e}#]{0,16}"),
            0..8,
        )
    ) {
        let src = lines.iter().fold(String::new(), |src, (key, value)| src + key + ": " + value + "\n");
        let Ok(Some(node)) = yaml::parse(&src, 1) else { return Ok(()) };
        let mut reader = Reader::new("x.yml".into());
        if let Some(Record { mut own, .. }) = reader.record::<key::Activity>(&node) {
            own.text(key::Activity::Title);
            own.texts(key::Activity::Neighborhood);
            own.date(key::Activity::Due);
            own.number(key::Activity::Weight);
            own.choice(key::Activity::Status);
            own.decision(key::Activity::Decision);
            own.row::<key::Budget>(key::Activity::Budget);
            for mut update in own.rows::<key::InlineUpdate>(key::Activity::Updates) {
                update.photos(key::InlineUpdate::Photos);
                update.number(key::InlineUpdate::Progress);
            }
        }
        for found in reader.finish() {
            prop_assert!(found.at.line >= 1 && found.at.column >= 1 && found.at.length >= 1);
        }
    }
}
