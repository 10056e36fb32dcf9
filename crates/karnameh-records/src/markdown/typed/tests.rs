//! What the parser makes of texts as Persian writers type them, and that it makes of all others what it always did.

use std::fmt::Write as _;

use proptest::prelude::*;
use pulldown_cmark::{Options, Parser};

use super::*;

/// Returns the events of a text in one line, without their places.
fn shape(source: &str) -> String {
    let mut shape = String::new();
    for (event, _) in Typed::new(source).events() {
        let _ = match event {
            Event::Start(Tag::List(Some(first))) => write!(shape, "<ol {first}>"),
            Event::Start(Tag::List(None)) => write!(shape, "<ul>"),
            Event::Start(Tag::Item) => write!(shape, "<li>"),
            Event::Start(Tag::Strong) => write!(shape, "<b>"),
            Event::Start(Tag::Emphasis) => write!(shape, "<i>"),
            Event::Start(Tag::Link { dest_url, .. }) => write!(shape, "<a {dest_url}>"),
            Event::Start(Tag::Image { dest_url, .. }) => write!(shape, "<img {dest_url}>"),
            Event::Start(Tag::CodeBlock(_)) => write!(shape, "<pre>"),
            Event::End(TagEnd::List(_)) => write!(shape, "</l>"),
            Event::End(TagEnd::Strong) => write!(shape, "</b>"),
            Event::End(TagEnd::Emphasis) => write!(shape, "</i>"),
            Event::End(TagEnd::Link) => write!(shape, "</a>"),
            Event::End(TagEnd::Image) => write!(shape, "</img>"),
            Event::Text(text) => write!(shape, "{text}"),
            Event::Code(code) => write!(shape, "`{code}`"),
            Event::SoftBreak => write!(shape, "⏎"),
            _ => Ok(()),
        };
    }
    shape
}

fn is_unchanged(source: &str) -> bool {
    let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES;
    Parser::new_ext(source, options).into_offset_iter().eq(Typed::new(source).events())
}

#[track_caller]
fn check(cases: &[(&str, &str)]) {
    for (source, expected) in cases {
        assert_eq!(shape(source), *expected, "{source}");
    }
}

#[test]
fn numbered_lists() {
    let list = "<ol 1><li>بازدید<li>برآورد<li>آغاز</l>";
    for source in [
        "۱. بازدید\n۲. برآورد\n۳. آغاز",
        "۱) بازدید\n۲) برآورد\n۳) آغاز",
        "۱- بازدید\n۲- برآورد\n۳- آغاز",
        "۱ـ بازدید\n۲ـ برآورد\n۳ـ آغاز",
        "(۱) بازدید\n(۲) برآورد\n(۳) آغاز",
        "١. بازدید\n٢. برآورد\n٣. آغاز",
        "1- بازدید\n2- برآورد\n3- آغاز",
        "۱-بازدید\n۲-برآورد\n۳-آغاز",
        "۱.بازدید\n۲.برآورد\n۳.آغاز",
        "\u{200F}۱. بازدید\n\u{200F}۲. برآورد\n\u{200F}۳. آغاز",
        "۱.\u{A0}بازدید\n۲.\tبرآورد\n۳.  آغاز",
    ] {
        assert_eq!(shape(source), list, "{source}");
    }
    check(&[
        ("گام‌ها:\n۱. یک\n۲. دو", "گام‌ها:<ol 1><li>یک<li>دو</l>"),
        ("۷. هفت\n۸. هشت", "<ol 7><li>هفت<li>هشت</l>"),
        ("۱. یک\n   • الف\n   • ب\n۲. دو", "<ol 1><li>یک<ul><li>الف<li>ب</l><li>دو</l>"),
        ("> ۱. یک\n> ۲. دو", "<ol 1><li>یک<li>دو</l>"),
        ("۱. **«یک»**ی\n۲. دو", "<ol 1><li><b>«یک»</b>ی<li>دو</l>"),
    ]);
}

#[test]
fn bulleted_lists() {
    for source in [
        "• نیمکت\n• تخته",
        "– نیمکت\n– تخته",
        "●نیمکت\n●تخته",
        "-نیمکت\n-تخته",
        "–نیمکت\n–تخته",
        "\u{F0B7}\tنیمکت\n\u{F0B7}\tتخته",
        "- نیمکت\n-تخته",
        "ـ نیمکت\nـ تخته",
    ] {
        assert_eq!(shape(source), "<ul><li>نیمکت<li>تخته</l>", "{source}");
    }
    assert_eq!(shape("نیازها:\n• نیمکت\n• تخته"), "نیازها:<ul><li>نیمکت<li>تخته</l>");
}

#[test]
fn what_only_resembles_a_list() {
    for source in [
        "۱۴۰۴. سال خوبی بود",
        "۳.۵ میلیون",
        "۱۲-۱۵ مهر",
        "۵ - ۷ مهر",
        "-۳ درجه",
        "-محور",
        "۱-بازدید",
        "1- site\n2- cost",
        "– – –",
        "```\n۱. کد\n• کد\n```",
        "    ۱. کد",
        "<div>\n• متن\n</div>",
        "متن\n۲. متن",
    ] {
        assert!(is_unchanged(source), "{source}: {}", shape(source));
    }
    check(&[("۱. الف\n\n```\n۱. کد\n• کد\n```", "<ol 1><li>الف</l><pre>۱. کد\n• کد\n")]);
}

#[test]
fn emphasis() {
    check(&[
        ("**«طرح محله»**ی ما", "<b>«طرح محله»</b>ی ما"),
        ("این **«طرح محله»**\u{200C}ها خوب است.", "این <b>«طرح محله»</b>\u{200C}ها خوب است."),
        ("این**«طرح محله»** خوب است", "این<b>«طرح محله»</b> خوب است"),
        ("*(نمونه)*ها", "<i>(نمونه)</i>ها"),
        ("__«طرح»__ی", "<b>«طرح»</b>ی"),
        ("_کتاب_\u{200C}ها و می\u{200C}_خواهم_", "<i>کتاب</i>\u{200C}ها و می\u{200C}<i>خواهم</i>"),
        ("**نکته:**متن", "<b>نکته:</b>متن"),
        ("رشد **۱۰٪**ی", "رشد <b>۱۰٪</b>ی"),
        ("**«الف»**ی و **«ب»**ی و **پ**ها", "<b>«الف»</b>ی و <b>«ب»</b>ی و <b>پ</b>ها"),
        ("**«الف»**ی متن**«ب»**", "<b>«الف»</b>ی متن<b>«ب»</b>"),
        ("**متن**«نقل»", "<b>متن</b>«نقل»"),
        ("«**متن**»ی", "«<b>متن</b>»ی"),
        ("***«طرح»***ی", "<i><b>«طرح»</b></i>ی"),
        ("| الف | ب |\n|---|---|\n| **«طرح»**ی | پ |", "الفب<b>«طرح»</b>یپ"),
        ("# **«طرح»**ی", "<b>«طرح»</b>ی"),
        ("[**«طرح»**ی](https://x.ir/**a) **«ب»**ی", "<a https://x.ir/**a><b>«طرح»</b>ی</a> <b>«ب»</b>ی"),
        ("**«طرح»**ی\n\n    **«کد»**ی", "<b>«طرح»</b>ی<pre>**«کد»**ی"),
    ]);
}

#[test]
fn marks_that_are_not_emphasis_stay() {
    for source in [
        "`**«طرح»**ی`",
        "\\*\\*«طرح»\\*\\*ی",
        "۳ ** ۵ و «ب»**ی",
        "**«طرح»**ی".trim_start_matches('*'),
        "**(a)**b",
        "#محله_محوری و نام_فایل_دوم",
        "**متن («**نقل»",
    ] {
        assert!(is_unchanged(source), "{source}: {}", shape(source));
    }
}

#[test]
fn names_of_files() {
    check(&[
        ("![کارگاه](kargah (2).jpg)", "<img kargah (2).jpg>کارگاه</img>"),
        ("[سند](media/گزارش نهایی.pdf) و (متن)", "<a media/گزارش نهایی.pdf>سند</a> و (متن)"),
        ("[![الف](a b.jpg)](media/c d.pdf)", "<a media/c d.pdf><img a b.jpg>الف</img></a>"),
    ]);
    for source in
        ["[x](/my uri)", "`[x](a b.jpg)`", "[x](a b.jpg \"c.d\")", "[x](https://x.ir/a b.jpg)", "](a b.jpg)"]
    {
        assert!(is_unchanged(source), "{source}: {}", shape(source));
    }
}

/// The examples of CommonMark's specification; see the note beside them.
#[test]
fn the_examples_of_commonmark_are_read_as_ever() {
    let examples: Vec<String> =
        serde_json::from_str(include_str!("tests/commonmark.json")).expect("the examples");
    assert_eq!(examples.len(), 652);
    for source in examples {
        assert!(is_unchanged(&source), "{source}");
    }
}

#[test]
fn places_are_those_of_the_source() {
    let source = "\u{200F}۱. **«طرح»**ی\n۲. [ب](a b.pdf)";
    for (event, range) in Typed::new(source).events() {
        match event {
            Event::Text(text) if !text.is_empty() => assert_eq!(&source[range], &*text),
            Event::Start(Tag::Strong) => assert_eq!(&source[range], "**«طرح»**"),
            Event::Start(Tag::Link { .. }) => assert_eq!(&source[range], "[ب](a b.pdf)"),
            _ => {}
        }
    }
}

proptest! {
    #[test]
    fn texts_without_persian_are_read_as_ever(source in "[ -~\n\t]{0,80}") {
        prop_assert!(is_unchanged(&source));
    }

    #[test]
    fn markdown_without_persian_is_read_as_ever(
        pieces in prop::collection::vec(
            prop::sample::select(vec![
                "# ", "\n", "\n\n", "*", "**", "_", "`", "```\n", "- ", "1. ", "1) ", "> ", "[", "](", ")", "![", "(", "\"",
                "a", "b.c", " ", "|", "|-|-|\n", "\\", "    ", "---\n", "<http://x.ir>", "é", "“", "”", "—", "12",
            ]),
            0..40,
        )
    ) {
        let source = pieces.concat();
        prop_assert!(is_unchanged(&source), "{}", source);
    }

    /// Whatever is typed: each text stands where its place says, and nothing that was not typed is shown.
    #[test]
    fn texts_stand_where_they_say(
        pieces in prop::collection::vec(
            prop::sample::select(vec![
                "\n", "\n\n", "*", "**", "_", "«", "»", "(", ")", "ی", "محله", "\u{200C}", " ", "۱. ", "۲- ", "• ", "– ", "-",
                "`", "```\n", "> ", "   ", "[", "](", "a b.jpg)", "![", "۱", "\u{200F}", "a",
            ]),
            0..40,
        )
    ) {
        let source = pieces.concat();
        for (event, range) in Typed::new(&source).events() {
            prop_assert!(source.is_char_boundary(range.start) && source.is_char_boundary(range.end));
            if let Event::Text(text) = event {
                prop_assert!(source[range].contains(&*text), "{:?} {:?}", source, text);
            }
        }
    }
}
