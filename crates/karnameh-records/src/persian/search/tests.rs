//! Examples that a Persian reader expects to match, and properties of the fold over its whole alphabet.

use proptest::prelude::*;

use super::*;

/// The terms of a text in the notation of the examples: joined by spaces.
fn terms(text: &str) -> String {
    words(text).iter().flat_map(Word::terms).collect::<Vec<_>>().join(" ")
}

#[test]
fn spellings_are_one() {
    for (one, other) in [
        ("صفائیه", "صفاییه"),
        ("شيخ‌آباد", "شیخ‌اباد"),
        ("مسئول", "مسوول"),
        ("مسؤول", "مسئوول"),
        ("خانهٔ", "خانه"),
        ("خانۀ", "خانة"),
        ("مُحَلّه", "محله"),
        ("کتـــاب", "كتاب"),
        ("جزء", "جز"),
        ("۱۴۰۴", "1404"),
        ("١٤٠٤", "1404"),
        ("ICT", "ict"),
        ("ﺷﯿﺦ", "شیخ"),
        ("آب\u{200f}", "اب\u{ad}"),
        ("مسي\u{654}ول", "مسول"),
        ("ＡＢ１", "ab1"),
        ("پژوھشگاه", "پژوہشگاه"),
        ("ﭘﮋﻭﮬﺸﮕﺎﻩ", "پژوهشگاه"),
        ("مـسـئـولـیت", "مسئولیت"),
        ("ڪتاب", "کتاب"),
        ("گۆڤار", "گوڤار"),
        ("مسءول", "مسئول"),
    ] {
        assert_eq!(fold(one), fold(other), "{one} and {other}");
    }
}

#[test]
fn words_stand_under_their_parts_and_as_one() {
    assert_eq!(terms("شیخ‌آباد"), "شیخاباد شیخ اباد");
    assert_eq!(terms("شیخ آباد"), "شیخ اباد");
    assert_eq!(terms("شیخآباد"), "شیخاباد");
    assert_eq!(terms("(زمین، ورزشی)"), "زمین ورزشی");
    assert_eq!(terms("محله‌های"), "محلههای محله");
    assert_eq!(terms("کتابها"), "کتابها کتاب");
    assert_eq!(terms("می‌شود"), "میشود شود");
    assert_eq!(terms("پر‌جمعیت‌ترین"), "پرجمعیتترین پرجمعیت پر جمعیت");
    assert_eq!(terms("دانش‌آموزان‌ها"), "دانشاموزانها دانشاموزان دانش اموزان");
}

#[test]
fn what_stands_inside_of_a_word_or_a_number_joins_it() {
    assert_eq!(terms("e-mail"), "email e mail ایمیل");
    assert_eq!(terms("۱٬۲۰۰٬۰۰۰"), "1200000 1 200 000");
    assert_eq!(terms("1,200,000"), "1200000 1 200 000");
    assert_eq!(terms("1404-07-26"), "14040726 1404 07 26");
    assert_eq!(terms("1,20 1403,1404"), "1 20 1403 1404");
    assert_eq!(terms("کوچه-۳ - a"), "کوچه 3 a");
}

/// What one writes is a term of what the other writes, or the other way round.
#[test]
fn other_spellings_are_found() {
    for (one, other) in [
        ("مسئله", "مسأله"),
        ("مسئله", "مساله"),
        ("هیئت", "هیأت"),
        ("جرئت", "جرأت"),
        ("قرائت", "قراءت"),
        ("رئیس", "رییس"),
        ("سؤال", "سئوال"),
        ("ایمیل", "email"),
        ("ایمیل", "e-mail"),
        ("1200000", "۱٬۲۰۰٬۰۰۰"),
    ] {
        let (one, other) = (&words(one)[0], &words(other)[0]);
        let meets = |asked: &Word, written: &Word| {
            asked.others.iter().chain([&asked.whole]).any(|form| written.terms().contains(form))
        };
        assert!(meets(one, other) && meets(other, one), "{one:?} {other:?}");
    }
}

#[test]
fn nothing_becomes_empty_by_dropping() {
    assert_eq!(terms("ها"), "ها");
    assert_eq!(terms("تنها"), "تنها");
    assert_eq!(terms("می‌ها"), "میها");
    assert_eq!(terms("می"), "می");
    assert_eq!(terms("\u{200c}"), "");
    assert_eq!(terms("\u{200c}ها\u{200c}"), "ها");
}

#[test]
fn every_letter_of_the_block_folds_to_something_or_goes() {
    let gone: Vec<char> = ('\u{600}'..='\u{6FF}')
        .filter(|letter| letter.is_alphabetic() && fold(&letter.to_string()).is_empty())
        .collect();
    let marks = gone.iter().all(|&letter| is_dropped(letter));
    assert!(marks, "{gone:?}");
}

proptest! {
    #[test]
    fn a_word_has_terms_and_they_are_words(text in "[\u{600}-\u{6FF}a-zA-Z0-9 \u{200C}.-]{0,24}") {
        for word in words(&text) {
            prop_assert!(!word.whole.is_empty() && !word.parts.is_empty());
            let terms = word.terms();
            prop_assert!(terms.contains(&word.whole));
            for term in terms {
                prop_assert!(!term.is_empty() && term.chars().all(char::is_alphanumeric), "{}", term);
            }
        }
    }

    #[test]
    fn white_space_parts_words_before_and_after_folding(a in "[\u{600}-\u{6FF}\u{200C}\u{64B}]{0,8}", b in "[\u{600}-\u{6FF}\u{200C}]{0,8}") {
        let apart: Vec<_> = words(&a).into_iter().chain(words(&b)).collect();
        prop_assert_eq!(words(&format!("{a} {b}")), apart);
    }
}
