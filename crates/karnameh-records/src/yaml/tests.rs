//! Compares the tree with an independent reader, checks the code of each mistake, and limits the time of hostile input.

use proptest::prelude::*;

use super::*;
use crate::diag::{Message, codes};

fn tree(src: &str) -> Node<'_> {
    match parse(src, 1) {
        Ok(Some(node)) => node,
        other => panic!("{src:?} gave {other:?}"),
    }
}

fn fault(src: &str) -> Fault {
    match parse(src, 1) {
        Err(fault) => fault,
        Ok(node) => panic!("{src:?} was read as {node:?}"),
    }
}

/// Formats every node with its place: `line:column+length text`.
fn places(node: &Node<'_>, out: &mut Vec<String>) {
    let at = node.at;
    let place = format!("{}:{}+{}", at.line, at.column, at.length);
    match &node.raw {
        Raw::Null => out.push(format!("{place} ∅")),
        Raw::Text(text) => out.push(format!("{place} {text}")),
        Raw::List(items) => {
            out.push(format!("{place} ["));
            for item in items {
                places(item, out);
            }
        }
        Raw::Map(pairs) => {
            out.push(format!("{place} {{"));
            for (key, value) in pairs {
                places(key, out);
                places(value, out);
            }
        }
    }
}

fn check_places(src: &str, expected: &[&str]) {
    let mut out = Vec::new();
    places(&tree(src), &mut out);
    assert_eq!(out, expected, "{src:?}");
}

#[test]
fn every_key_and_value_has_its_place() {
    check_places(
        "عنوان: کتابخانه\ntags: [a, 'b c']\nempty:\nnot: ~\n",
        &[
            "1:1+5 {",
            "1:1+5 عنوان",
            "1:8+8 کتابخانه",
            "2:1+4 tags",
            "2:7+10 [",
            "2:8+1 a",
            "2:11+5 b c",
            "3:1+5 empty",
            "3:6+1 ∅",
            "4:1+3 not",
            "4:6+1 ∅",
        ],
    );
    check_places(
        "rows:\n  - a: \"x\"\n    b: |\n      one\n      two\n  - c\n",
        &[
            "1:1+4 {",
            "1:1+4 rows",
            "2:3+1 [",
            "2:5+1 {",
            "2:5+1 a",
            "2:8+3 x",
            "3:5+1 b",
            "4:7+3 one\ntwo\n",
            "6:5+1 c",
        ],
    );
    check_places("a: one\n  two\n", &["1:1+1 {", "1:1+1 a", "1:4+3 one two"]);
}

#[test]
fn lines_count_from_the_line_that_the_caller_gives() {
    assert_eq!(parse("a: b\n", 7).unwrap().unwrap().at.line, 7);
    assert_eq!(parse("a: b: c\n", 7).unwrap_err().at.line, 7);
    assert_eq!(parse("a:b\n", 7).unwrap_err().at, Span { line: 7, column: 2, length: 1 });
}

#[test]
fn scalars_are_what_was_typed() {
    for typed in
        ["no", "0777", "1404-07-26", "12345678901234567890", "12:30", "1e3", "true", "۶۰٪", "0x1F", "~x"]
    {
        let src = format!("a: {typed}");
        let Raw::Map(pairs) = tree(&src).raw else { panic!("a map") };
        assert_eq!(pairs[0].1.raw, Raw::Text(typed.into()));
    }
    assert_ne!(tree("a: null").raw, tree("a: 'null'").raw);
}

#[test]
fn nothing_is_no_record() {
    for src in ["", "\n\n", "# note\n", "---\n", "\u{feff}", "--- # x\n...\n"] {
        let node = parse(src, 1).unwrap();
        assert!(matches!(node, None | Some(Node { raw: Raw::Null, .. })), "{src:?} {node:?}");
    }
}

#[test]
fn a_bom_crlf_guillemets_and_addresses_are_fine() {
    for src in [
        "\u{feff}a: b\r\nc: d\r\n",
        "a: «b»\n",
        "url: https://x.ir/a?b=1\n",
        "time: 12:30\n",
        "n: -5\n",
        "a: b # note\n",
        "a: b #\n",
        "list: [1٬200, 3]\n",
        "a: x، y؛ z\n",
        "a: {b: x، y}\n",
        "a: «b، c»\n",
        "a: 'x #1'\n",
        "a: C#\n",
        "n:\n  -5\n",
        "نشانی: قم، خیابان ۱۲:۳\n",
        "'a:b': c\n",
        "{\"a\":b}\n",
        "a: [https://x.ir/, b]\n",
        "k: |\n  a:b\n  -c\n  #d\n",
        "a: -b\n",
        "a: \u{feff}b\n",
    ] {
        tree(src);
    }
}

fn check_slip(src: &str, code: &str, line: u32, column: u32) {
    let fault = fault(src);
    assert_eq!((fault.code.name, fault.at.line, fault.at.column), (code, line, column), "{src:?}");
    let Message { sentence, hint } = fault.message;
    let hint = hint.expect("every slip has a hint");
    for text in [sentence.fa, sentence.en, hint.fa, hint.en] {
        assert!(!text.is_empty(), "{src:?}");
    }
}

#[test]
fn slips_of_colons_and_spaces() {
    check_slip("title: گزارش: کتابخانه\n", "colon-in-value", 1, 13);
    check_slip("title: \"a\": b\n", "colon-in-value", 1, 11);
    check_slip("title: «a: b»\n", "colon-in-value", 1, 10);
    check_slip("- a: b: c\n", "colon-in-value", 1, 7);
    check_slip("title:a\ndue:b\n", "missing-space", 1, 6);
    check_slip("title: a\ndue:b\n", "missing-space", 2, 4);
    check_slip("title:a\ndue: b\n", "missing-space", 1, 6);
    check_slip("title: a\n due:b\n", "missing-space", 2, 5);
    check_slip("a: {b:c}\n", "missing-space", 1, 6);
    check_slip("tags:\n  -a\n  -b\n", "missing-space", 2, 3);
    check_slip("tags:\n  - a\n  -b\n", "missing-space", 3, 3);
    check_slip("tags:\n  -کتاب\n", "missing-space", 2, 3);
    check_slip("title： a\n", "wrong-colon", 1, 6);
    check_slip("title: a\nمهلت؛ b\n", "wrong-colon", 2, 5);
    check_slip("a: b\nc\nd: e\n", "no-colon", 2, 1);
    check_slip("a\nb: c\n", "no-colon", 1, 1);
}

#[test]
fn slips_of_indents() {
    check_slip("title: a\n\tdue: 2\n", "indent-not-space", 2, 1);
    check_slip("a:\n\t- b\n", "indent-not-space", 2, 1);
    check_slip("a:\n  b: 1\n\tc: 2\n", "indent-not-space", 3, 1);
    check_slip("a: |\n\tb\n", "indent-not-space", 2, 1);
    check_slip("a:\n\u{a0}\u{a0}b: c\n", "indent-not-space", 2, 1);
    check_slip("title: a\n  due: b\nx: y\n", "indentation", 2, 1);
    check_slip("  title: a\ndue: b\n", "indentation", 2, 1);
    check_slip("a:\n  - b\n c: d\n", "indentation", 3, 1);
    check_slip("a:\n    b: 1\n  c: 2\n", "indentation", 3, 1);
    check_slip("a: b\n- c\n", "list-and-fields-mixed", 2, 1);
    check_slip("- a\nb: c\n", "list-and-fields-mixed", 2, 1);
}

#[test]
fn slips_of_lists_and_brackets() {
    check_slip("tags: [a، b]\n", "wrong-comma", 1, 9);
    check_slip("tags: [a٬ b]\n", "wrong-comma", 1, 9);
    check_slip("m: {title: a، due: b}\n", "wrong-comma", 1, 13);
    check_slip("tags: [a, b\ntitle: x\n", "unclosed-bracket", 1, 7);
    check_slip("tags: [a, b", "unclosed-bracket", 1, 7);
    check_slip("tags: {a: b]\n", "unclosed-bracket", 1, 7);
    check_slip("a: [b, , c]\n", "flow-separator", 1, 8);
    check_slip("a: [b, c]]\n", "after-quote", 1, 10);
    check_slip("title: [a] b\n", "after-quote", 1, 12);
    check_slip("a: - b\n", "list-on-key-line", 1, 4);
}

#[test]
fn slips_of_quotes_and_signs() {
    check_slip("title: \"abc\ndue: x\n", "unclosed-quote", 1, 8);
    check_slip("title: \"abc\ndue: \"x\"\n", "unclosed-quote", 1, 8);
    check_slip("title: 'it's x'\n", "after-quote", 1, 12);
    check_slip("title: \"a\" b\n", "after-quote", 1, 12);
    check_slip("title: \"a\\qb\"\n", "escape", 1, 10);
    for (value, column) in [
        ("@x", 4),
        ("`x", 4),
        ("%x", 4),
        ("] x", 4),
        ("} x", 4),
        (", x", 4),
        ("? x", 4),
        ("* x", 4),
        ("& x", 4),
    ] {
        check_slip(&format!("a: {value}\n"), "reserved-start", 1, column);
    }
    check_slip("title: | y\n", "block-header", 1, 8);
    check_slip("title: > y\n", "block-header", 1, 8);
    check_slip("accent: #0a7c80\n", "hash-in-value", 1, 9);
    check_slip("title: پروژه #12\n", "hash-in-value", 1, 14);
    check_slip("title: a\u{0}\n", "control-character", 1, 9);
}

#[test]
fn what_is_refused() {
    check_slip("a: &x y\n", "anchor-or-alias", 1, 4);
    check_slip("a: *x\n", "anchor-or-alias", 1, 4);
    check_slip("a: &x {b: c}\n", "anchor-or-alias", 1, 4);
    check_slip("&x a: b\n", "anchor-or-alias", 1, 1);
    check_slip("a: !x y\n", "tag", 1, 4);
    check_slip("a: !!str y\n", "tag", 1, 4);
    check_slip("a: ! y\n", "tag", 1, 4);
    check_slip("<<: {a: b}\n", "merge-key", 1, 1);
    check_slip("a: b\n---\nc: d\n", "second-document", 2, 1);
    check_slip("%YAML 1.2\n---\na: b\n", "directive", 1, 1);
    check_slip("[a]: b\n", "key-not-a-name", 1, 1);
    check_slip("? {a: b}\n: c\n", "key-not-a-name", 1, 3);
    check_slip(": c\n", "key-not-a-name", 1, 1);
}

#[test]
fn doubled_keys_are_kept() {
    let Raw::Map(pairs) = tree("a: 1\na: 2\n").raw else { panic!("a map") };
    assert_eq!(pairs.len(), 2);
}

#[test]
fn bombs_are_refused_at_once() {
    let start = std::time::Instant::now();
    for bomb in ["[", "{a: ", "- ", "{a: [", "[[", "- - "] {
        let fault = fault(&bomb.repeat(100_000));
        assert_eq!(fault.code, codes::yaml::TOO_DEEP, "{bomb}");
    }
    assert_eq!(fault(&("- ".repeat(20) + &"[".repeat(20) + &"]".repeat(20))).code, codes::yaml::TOO_DEEP);
    let nine = "a: &a [x, x]\n".to_owned() + &"b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]\n".repeat(9);
    assert_eq!(fault(&nine).code, codes::yaml::ANCHOR);
    assert!(start.elapsed().as_secs() < 5, "{:?}", start.elapsed());
}

#[test]
fn huge_texts_take_time_in_proportion() {
    let start = std::time::Instant::now();
    let word = "کتاب ".repeat(100_000);
    for src in [
        format!("a: {word}\n"),
        format!("a: '{word}'\n"),
        format!("a: |\n  {word}\n"),
        format!("a: [{}]\n", "x, ".repeat(100_000)),
        format!("a: {{{}}}\n", "x: -y, ".repeat(100_000)),
        "a: b\n".repeat(100_000),
        format!("a:\n{}", "  b c\n".repeat(100_000)),
        format!("a: \"{word}"),
        format!("a: [{}", "x, ".repeat(100_000)),
        " ".repeat(300_000),
        format!("{}a: b", "\n".repeat(300_000)),
    ] {
        let _ = parse(&src, 1);
    }
    assert!(start.elapsed().as_secs() < 20, "{:?}", start.elapsed());
}

#[test]
fn front_matter_is_cut_by_lines() {
    let split = front_matter("---\ntitle: a\n---\nbody\n").unwrap();
    assert_eq!(split, Split { yaml: "title: a\n", yaml_line: 2, body: "body\n", body_line: 4 });
    let split = front_matter("\u{feff}\r\n--- \r\ntitle: a\r\n---\r\n").unwrap();
    assert_eq!(split, Split { yaml: "title: a\r\n", yaml_line: 3, body: "", body_line: 5 });
    assert_eq!(front_matter("---\n---").unwrap().yaml, "");
    for (text, name, line) in [
        ("", "no-front-matter", 1),
        ("# Title\n", "no-front-matter", 1),
        ("\n----\ntitle: a\n----\n", "no-front-matter", 2),
        ("—-\ntitle: a\n", "no-front-matter", 1),
        ("\n---\ntitle: a\n\nbody\n", "unclosed-front-matter", 2),
        ("---", "unclosed-front-matter", 1),
    ] {
        let fault = front_matter(text).unwrap_err();
        assert_eq!((fault.code.name, fault.at.line), (name, line), "{text:?}");
    }
    let long = format!("---\n{}---\n", "a: b\n".repeat(300_000));
    assert_eq!(front_matter(&long).unwrap_err().code, codes::yaml::LONG_FRONT_MATTER);
}

/// Values that an independent writer serializes and an independent reader parses again.
fn value() -> impl Strategy<Value = serde_yaml::Value> {
    let leaf = prop_oneof![
        "[a-zآ-ی0-9 :#,'\"\\[\\]{}&*!|>%@`؛،\n.-]{0,12}".prop_map(serde_yaml::Value::String),
        Just(serde_yaml::Value::Null),
    ];
    leaf.prop_recursive(4, 24, 4, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..4).prop_map(serde_yaml::Value::Sequence),
            proptest::collection::vec(("[a-zآ-ی][a-zآ-ی_ ]{0,6}[a-z]", inner), 0..4).prop_map(|pairs| {
                serde_yaml::Value::Mapping(
                    pairs.into_iter().map(|(key, value)| (key.into(), value)).collect(),
                )
            }),
        ]
    })
}

fn same(node: &Node<'_>, value: &serde_yaml::Value) -> bool {
    match (&node.raw, value) {
        (Raw::Null, serde_yaml::Value::Null) => true,
        (Raw::Text(text), serde_yaml::Value::String(other)) => text == other,
        (Raw::List(items), serde_yaml::Value::Sequence(others)) => {
            items.len() == others.len() && items.iter().zip(others).all(|(item, other)| same(item, other))
        }
        (Raw::Map(pairs), serde_yaml::Value::Mapping(others)) => {
            pairs.len() == others.len()
                && pairs
                    .iter()
                    .zip(others)
                    .all(|((key, value), (other_key, other))| same(key, other_key) && same(value, other))
        }
        _ => false,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn agrees_with_serde_yaml(value in value()) {
        let written = serde_yaml::to_string(&value).expect("plain values can be written");
        match parse(&written, 1) {
            Ok(Some(node)) => prop_assert!(same(&node, &value), "{written}\n{node:?}"),
            Ok(None) => prop_assert_eq!(value, serde_yaml::Value::Null),
            // We reject some valid YAML as a likely mistake, but never quoted text or a plain word.
            Err(fault) => prop_assert!(
                ["missing-space", "hash-in-value", "wrong-colon"].contains(&fault.code.name),
                "{written}\n{fault:?}"
            ),
        }
    }

    #[test]
    fn never_panics(text in "\\PC{0,60}") {
        let _ = parse(&text, 1);
        let _ = front_matter(&text);
    }

    #[test]
    fn never_panics_on_yaml_like_text(text in "[ab:،٬#'\"\\-\\[\\]{}&*!|>%@`?, \t\r\n\u{feff}\u{85}\u{2028}\u{a0}ش]{0,40}") {
        if let Err(fault) = parse(&text, 1) {
            prop_assert!(fault.at.line >= 1 && fault.at.column >= 1 && fault.at.length >= 1);
            prop_assert!(fault.message.hint.is_some());
        }
        let _ = front_matter(&format!("---\n{text}\n---\n{text}"));
    }
}
