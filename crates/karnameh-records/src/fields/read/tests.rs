//! What a person writes, against what the reader says.

use proptest::prelude::*;

use super::Reader;
use crate::diag::Message;
use crate::fields::{
    CommonKey, DecisionText, Field, FieldValue, Fields, Gaps, Key, Kind, Photo, PhotoKey, Reading, Record,
    Row, Value,
};
use crate::model::{Activity, Page, Problem, RecordKind, Report, all_fields, key};
use crate::persian::Day;
use crate::yaml;

type Rows<T> = (Row<CommonKey>, Row<<T as Fields>::Key>);

/// Takes a value out of a row.
fn take<K: Key, T: FieldValue>(row: &mut Row<K>, key: K) -> Option<T> {
    let (file, mut names, mut found) = ("x.yml".into(), Vec::new(), Vec::new());
    row.take(
        key,
        &mut Reading { file: &file, names: &mut names, gaps: &mut Gaps::default(), found: &mut found },
    )
}

fn record<T: Record>(src: &str) -> (Option<Rows<T>>, Vec<String>) {
    let node = yaml::parse(src, 1).expect("good YAML").expect("something");
    let mut reader = Reader::new("x.yml".into());
    let record = reader.record::<T>(&node);
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
        let Message { sentence, hint } = &found.message;
        let hint = hint.as_ref().expect("every finding has a hint");
        for text in [&sentence.fa, &sentence.en, &hint.fa, &hint.en] {
            assert!(!text.trim().is_empty(), "{found:?}");
        }
        let field = found.field.unwrap_or_default();
        format!("{}:{}+{} {} {field}", found.at.line, found.at.column, found.at.length, found.code.name)
    });
    findings.collect()
}

/// The findings of an activity that has what is required and the given lines, which begin at line 4.
fn check(lines: &str, expected: &[&str]) {
    let (_, told) = record::<Activity>(&format!("title: t\nneighborhood: n\ndomain: d\n{lines}"));
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
    let (read, told) = record::<Activity>(src);
    assert_eq!(told, [""; 0]);
    let (mut common, mut own) = read.unwrap();
    assert_eq!(take::<_, Box<str>>(&mut common, CommonKey::Id).as_deref(), Some("lib-2"));
    assert_eq!(take(&mut common, CommonKey::Sample), Some(true));
    assert_eq!(take::<_, bool>(&mut common, CommonKey::Draft), None);
    let place = own.place(key::Activity::Title);
    assert_eq!(take::<_, Box<str>>(&mut own, key::Activity::Title).as_deref(), Some("کتابخانهٔ محله"));
    assert_eq!((place.line, place.column), (2, 8));
    let places: Vec<Box<str>> = take(&mut own, key::Activity::Neighborhood).unwrap();
    assert_eq!(places, ["شیخ‌آباد".into(), "pardisan".into()]);
    assert_eq!(take(&mut own, key::Activity::Status), Some(crate::model::Status::Active));
    assert_eq!(take(&mut own, key::Activity::Due), Day::from_jalali(1404, 12, 29));
    assert!((take::<_, f64>(&mut own, key::Activity::Weight).unwrap() - 2.5).abs() < 1e-9);
    let budget: crate::model::Budget = take(&mut own, key::Activity::Budget).unwrap();
    assert_eq!(budget.planned, Some(1200));
    let milestones: Vec<crate::model::Milestone> = take(&mut own, key::Activity::Milestones).unwrap();
    assert_eq!(milestones.len(), 2);
    assert_eq!(milestones[1].title.typed(), "نصب");
    assert!(own.is_complete() && own.is_given(key::Activity::Due) && !own.is_given(key::Activity::Start));
    assert_eq!(own.place(key::Activity::Due).line, 6);
    assert_eq!(take::<_, Day>(&mut own, key::Activity::Due), None);
}

#[test]
fn decisions_are_a_meeting_and_an_id() {
    let text = "جلسهٔ 1404/07/26/d۲";
    let Ok(super::scalar::Read { value: Value::Decision(decision), .. }) =
        super::scalar::read(&Kind::DecisionRef, text)
    else {
        panic!("{text} is a decision")
    };
    assert_eq!(*decision, DecisionText { meeting: "جلسهٔ 1404/07/26".into(), decision: "d2".into() });
}

#[test]
fn photos_take_both_forms() {
    let (read, told) =
        row::<key::Update>("date: 1404/01/01\nphotos: [a.jpg, {فایل: b.png, شرح تصویر: تالار}]\n");
    assert_eq!(told, [""; 0]);
    let photos: Vec<Photo> = take(&mut read.unwrap(), key::Update::Photos).unwrap();
    assert_eq!(&*photos[0].file, "a.jpg");
    assert_eq!(photos[1].alt.as_ref().unwrap().typed(), "تالار");
    check_row::<key::Update>("date: 1404/01/01\nphotos: {alt: x}\n", &["2:9+8 missing-field photos[1].file"]);
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
    let (_, told) = record::<Report>("activity: a\ndate: 1404/01/01\ntitle: x\n");
    assert_eq!(told, ["3:1+5 unknown-field title"]);
}

/// Refuses two fields of one map that can be meant by one key.
fn check_names(path: &str, fields: &[&'static Field]) {
    let mut taken: Vec<(String, &str)> = Vec::new();
    for field in fields {
        for name in field.names() {
            let folded = crate::persian::text::fold_key(name);
            let rival = taken.iter().find(|(known, en)| *known == folded && *en != field.en);
            assert_eq!(rival, None, "{path}: {name}");
            let is_said_twice = taken.iter().any(|(known, _)| *known == folded);
            assert!(!is_said_twice || name == field.en || name == field.fa, "{path}: {name} is said twice");
            taken.push((folded, field.en));
        }
        if let Some(inner) = field.inner() {
            check_names(&format!("{path}.{}", field.en), &inner.iter().collect::<Vec<_>>());
        }
    }
}

#[test]
fn no_name_of_a_field_is_the_name_of_another() {
    for &kind in RecordKind::ALL {
        check_names(kind.en(), &all_fields(kind).collect::<Vec<_>>());
    }
    check_names("site", &crate::config::key::Site::FIELDS.iter().collect::<Vec<_>>());
    check_names("archive", &key::ArchiveEntry::FIELDS.iter().collect::<Vec<_>>());
    check_names("photo", &PhotoKey::FIELDS.iter().collect::<Vec<_>>());
}

#[test]
fn other_names_are_names() {
    let src = "نام: کتابخانه\nمحلات: شیخ‌آباد\nحوزهٔ فعالیت: آموزش\nتاريخ شروع: ۱۴۰۴/۰۵/۰۱\nمتولی: شهرداری\ndeadline: 1404/12/29\n\
               شرح: متن\nبودجه: {اعتبار مصوب: ۵}\nگزارش‌ها: [{تاریخ گزارش: 1404/06/01, درصد پیشرفت: ۴۰ درصد}]\n";
    let (read, told) = record::<Activity>(src);
    assert_eq!(told, [""; 0]);
    let (common, mut own) = read.unwrap();
    assert!(common.is_given(CommonKey::Body) && own.is_given(key::Activity::Lead) && own.is_complete());
    assert_eq!(take(&mut own, key::Activity::Start), Day::from_jalali(1404, 5, 1));
    check("آغاز: 1404/01/01\nشروع: 1404/01/02\n", &["5:1+4 field-twice start"]);
}

/// The hint about an unknown field of an activity.
fn unknown(lines: &str) -> crate::diag::Bilingual<String> {
    let src = format!("title: t\nneighborhood: n\ndomain: d\n{lines}");
    let node = yaml::parse(&src, 1).unwrap().unwrap();
    let mut reader = Reader::new("x.yml".into());
    reader.record::<Activity>(&node);
    let found = reader.finish().into_iter().find(|found| found.code.id == "K0201").expect("an unknown field");
    found.message.hint.expect("a hint")
}

#[test]
fn an_unknown_field_is_told_where_it_belongs_and_what_there_is() {
    let inside = unknown("درصد پیشرفت: 40\n");
    assert!(
        inside.fa.starts_with("«پیشرفت» درون «گزارش‌ها» نوشته می‌شود: «گزارش‌ها: [{تاریخ: …, پیشرفت: …}]»."),
        "{}",
        inside.fa
    );
    assert!(
        inside.en.starts_with("`progress` belongs inside `updates`: `updates: [{date: …, progress: …}]`."),
        "{}",
        inside.en
    );
    let nothing_like_it = unknown("قیمت روز: ۱\n");
    for field in all_fields(RecordKind::Activity) {
        assert!(nothing_like_it.fa.contains(&format!("«{}»", field.fa)), "{}", field.fa);
        assert!(nothing_like_it.en.contains(&format!("`{}`", field.en)), "{}", field.en);
    }
    assert!(unknown("budget: {مهلت: 1404/01/01}\n").en.starts_with("`due` belongs outside"));
    assert!(unknown("summry: x\n").en.starts_with("Did you mean `summary`? The fields of an activity: "));
}

#[test]
fn lists_without_brackets() {
    let tags = |src: &str| -> Vec<String> {
        let (read, told) = record::<Activity>(&format!("title: t\nneighborhood: n\ndomain: d\n{src}\n"));
        assert_eq!(told, [""; 0], "{src}");
        let tags: Vec<crate::persian::text::Text> = take(&mut read.unwrap().1, key::Activity::Tags).unwrap();
        tags.iter().map(|tag| tag.typed().to_owned()).collect()
    };
    for src in ["برچسب‌ها: هنر، نوجوانان, تابستان", "tags: هنر؛ نوجوانان؛ تابستان،"]
    {
        assert_eq!(tags(src), ["هنر", "نوجوانان", "تابستان"], "{src}");
    }
    check("allow: K0602، K0601\n", &[]);
    check("allow: K0602، K0301\n", &["4:8+12 bad-guard-code allow[1]"]);
    // A name may have a comma.
    let (read, _) = record::<Activity>("title: t\nneighborhood: n\ndomain: d\naliases: الف، ب\n");
    let aliases: Vec<Box<str>> = take(&mut read.unwrap().0, CommonKey::Aliases).unwrap();
    assert_eq!(aliases, ["الف، ب".into()]);
}

#[test]
fn both_places_of_a_field_given_twice() {
    let node = yaml::parse("title: a\nعنوان: b\n", 1).unwrap().unwrap();
    let mut reader = Reader::new("x.yml".into());
    let (_, mut own) = reader.record::<Page>(&node).unwrap();
    assert_eq!(take::<_, Box<str>>(&mut own, key::Page::Title).as_deref(), Some("a"));
    let findings = reader.finish();
    assert_eq!((findings[0].at.line, findings[0].related[0].at.line), (2, 1));
}

#[test]
fn what_is_missing() {
    let (read, told) = record::<Problem>("rank: 1\nneighborhood: \"  \"\n");
    assert_eq!(told, ["1:1+4 missing-field title", "2:1+12 missing-field neighborhood"]);
    assert!(!read.unwrap().1.is_complete());
    let (_, told) = record::<Activity>("title: t\nneighborhood: []\ndomain:\n");
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
    let (read, told) = record::<Page>("- a\n");
    assert!(read.is_none());
    assert_eq!(told, ["1:1+1 not-a-map "]);
    let (_, told) = record::<Page>(&format!("title: {}\n", "م".repeat(301)));
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
        let (_, told) =
            row::<crate::config::key::Site>(&format!("title: t\nprovince: p\naccent: '{typed}'\n"));
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
    let tables = RecordKind::ALL.iter().flat_map(|&kind| all_fields(kind));
    let others =
        crate::config::key::Site::FIELDS.iter().chain(key::ArchiveEntry::FIELDS).chain(PhotoKey::FIELDS);
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
        if let Some((_, mut own)) = reader.record::<Activity>(&node) {
            let (file, mut names, mut found) = ("x.yml".into(), Vec::new(), Vec::new());
            let mut reading = Reading { file: &file, names: &mut names, gaps: &mut Gaps::default(), found: &mut found };
            prop_assert!(Activity::read(&mut own, &mut reading).is_some());
        }
        for found in reader.finish() {
            prop_assert!(found.at.line >= 1 && found.at.column >= 1 && found.at.length >= 1);
        }
    }
}
