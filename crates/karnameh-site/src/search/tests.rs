//! Parses the files of an index as a browser does and checks their contents.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;

use super::*;
use crate::persian::search::{Word, words};
use crate::site::FacetChoice;
use crate::site::view::{Link, Stamp};

fn entry<'a>(title: &str, text: &'a str) -> SearchEntry<'a> {
    SearchEntry {
        kind: Cow::Borrowed("فعالیت"),
        link: Link { text: title.to_owned(), href: "activities/x.html".to_owned() },
        snippet: String::new(),
        neighborhoods: Vec::new(),
        domain: None,
        state: None,
        at: None,
        sample: false,
        text: vec![Cow::Borrowed(text)],
    }
}

fn facets() -> Facets {
    let choice = |key: &str| FacetChoice { key: key.to_owned(), title: key.to_owned() };
    Facets {
        neighborhoods: ["a", "b", "c"].map(choice).into(),
        domains: ["d", "e"].map(choice).into(),
        states: ["done"].map(choice).into(),
    }
}

fn index(entries: Vec<SearchEntry<'_>>) -> Index {
    Index::new(&facets(), entries.into_iter())
}

/// Parses the call in a file: the letter, the number and the contents, or only the manifest.
fn arguments(file: &File) -> Vec<serde_json::Value> {
    let script = String::from_utf8(file.bytes.clone()).expect("UTF-8");
    let open = script.find('(').expect("a call") + 1;
    let inside = script[open..].strip_suffix(");\n").expect("a whole call");
    serde_json::from_str(&format!("[{inside}]")).expect("JSON")
}

/// Returns the contents of all files of a letter in order.
fn contents(index: &Index, letter: &str) -> Vec<serde_json::Value> {
    let all = index
        .files()
        .iter()
        .map(arguments)
        .filter(|arguments| arguments.len() == 3 && arguments[0] == letter);
    let mut all: Vec<_> =
        all.map(|arguments| (arguments[1].as_u64().expect("a number"), arguments[2].clone())).collect();
    all.sort_by_key(|(number, _)| *number);
    all.into_iter().map(|(_, content)| content).collect()
}

fn manifest(index: &Index) -> serde_json::Value {
    let file =
        index.files().iter().find(|file| file.address == index.manifest()).expect("it is among the files");
    arguments(file).remove(0)
}

/// Decodes base-64 numbers like `search-index.js`.
fn numbers(code: &str) -> Vec<u32> {
    const LETTERS: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let (mut all, mut number, mut shift) = (Vec::new(), 0, 0);
    for letter in code.chars() {
        let value = u32::try_from(LETTERS.find(letter).expect("a letter of base 64")).expect("small");
        number |= (value & 31) << shift;
        shift += 5;
        if value < 32 {
            all.push(std::mem::take(&mut number));
            shift = 0;
        }
    }
    all
}

/// Returns for each term its entries and whether their titles contain it.
fn postings(index: &Index) -> BTreeMap<String, BTreeMap<u32, bool>> {
    let mut codes: BTreeMap<String, String> = BTreeMap::new();
    for shard in contents(index, "t") {
        let words: Vec<&str> = shard.as_str().expect("text").split(' ').collect();
        for pair in words.chunks(2) {
            codes.entry(pair[0].to_owned()).or_default().push_str(pair[1]);
        }
    }
    let decode = |code: &str| {
        let mut entry = 0;
        let each = numbers(code).into_iter().map(|posting| {
            entry += posting >> 1;
            (entry, posting & 1 == 1)
        });
        each.collect()
    };
    codes.iter().map(|(term, code)| (term.clone(), decode(code))).collect()
}

fn terms(text: &str) -> BTreeSet<String> {
    words(text).iter().flat_map(Word::terms).collect()
}

/// Two adjacent words match the same words written as one.
fn pairs(text: &str) -> BTreeSet<String> {
    words(text).windows(2).map(|pair| pair[0].whole.clone() + &pair[1].whole).collect()
}

#[test]
fn a_title_is_told_from_the_rest() {
    let index = index(vec![entry("زمین چمن", "نور زمین"), entry("نور", "چمن")]);
    let found = postings(&index);
    assert_eq!(found["زمین"], [(0, true)].into());
    assert_eq!(found["چمن"], [(0, true), (1, false)].into());
    assert_eq!(found["نور"], [(0, false), (1, true)].into());
}

#[test]
fn two_words_that_another_writes_as_one_are_found_as_one() {
    let spelled = ["شیخ آباد", "شیخ‌آباد", "شیخآباد", "شيخ‌آباد", "شیخ و آباد"];
    let index = index(spelled.map(|text| entry("عنوان", text)).into());
    let found: Vec<u32> = postings(&index)["شیخاباد"].keys().copied().collect();
    assert_eq!(found, [0, 1, 2, 3]);
    let alone = self::index(vec![entry("بهداشت", "به داشت"), entry("۱۴۰۴", "۱۴ ۰۴")]);
    assert_eq!(postings(&alone)["بهداشت"].len(), 1, "what the same entry says is nothing new");
    assert_eq!(postings(&alone)["1404"].len(), 1, "numbers don't join");
}

#[test]
fn texts_are_no_neighbors_of_each_other() {
    let mut apart = entry("شیخ", "آباد");
    apart.text.push(Cow::Borrowed("شیخ"));
    apart.text.push(Cow::Borrowed("آباد"));
    let index = index(vec![apart, entry("شیخ‌آباد", "")]);
    assert_eq!(postings(&index)["شیخاباد"].keys().copied().collect::<Vec<_>>(), [1]);
}

#[test]
fn results_and_facets_are_told_by_position() {
    let given = SearchEntry {
        neighborhoods: vec![2, 0],
        domain: Some(1),
        state: Some(0),
        at: Some(Stamp { iso: "2025-10-18".to_owned(), text: "۲۶ مهر ۱۴۰۴".to_owned() }),
        snippet: "آغاز \"متن\" </script>".to_owned(),
        sample: true,
        ..entry("عنوان", "")
    };
    let index = index(vec![entry("یک", ""), given]);
    let rows = contents(&index, "d").remove(0);
    let row = serde_json::json!([
        "عنوان",
        "activities/x.html",
        0,
        [2, 0],
        1,
        0,
        ["2025-10-18", "۲۶ مهر ۱۴۰۴"],
        "آغاز \"متن\" </script>",
        1
    ]);
    assert_eq!(rows[1], row);
    let column = contents(&index, "f").remove(0);
    assert_eq!(numbers(column.as_str().expect("text")), [0, 0, 0, 2, 2, 0, 2, 1]);
    let manifest = manifest(&index);
    assert_eq!((manifest["count"].as_u64(), &manifest["kinds"]), (Some(2), &serde_json::json!(["فعالیت"])));
    assert_eq!(manifest["neighborhoods"][2], serde_json::json!({"key": "c", "title": "c"}));
}

#[test]
fn files_are_small_and_a_long_list_goes_on() {
    let text = (0..9000).map(|word| format!("واژه{word}")).collect::<Vec<_>>().join(" ");
    let mut entries = vec![entry("همه", &text)];
    entries.extend((0..60_000).map(|at| entry("همه", if at % 3 == 0 { "سوم" } else { "" })));
    let index = index(entries);
    let found = postings(&index);
    assert_eq!((found["همه"].len(), found["سوم"].len(), found["واژه8999"].len()), (60_001, 20_000, 1));
    let sizes: Vec<usize> = index.files().iter().map(|file| file.bytes.len()).collect();
    assert!(sizes.iter().all(|&size| size < 64 * 1024), "{sizes:?}");
    let manifest = manifest(&index);
    let firsts: Vec<&str> =
        manifest["firsts"].as_array().expect("a list").iter().filter_map(|first| first.as_str()).collect();
    let shards = contents(&index, "t");
    assert!(shards.len() > 2 && firsts.is_sorted());
    for (first, shard) in firsts.iter().zip(&shards) {
        assert_eq!(shard.as_str().and_then(|text| text.split(' ').next()), Some(*first));
    }
}

#[test]
fn names_carry_the_hash_of_the_content_and_nothing_is_an_index_too() {
    let (one, other) = (index(vec![entry("یک", "")]), index(vec![entry("دو", "")]));
    assert_ne!(one.manifest(), other.manifest());
    assert_eq!(index(vec![entry("یک", "")]).files(), one.files());
    let manifest = manifest(&one);
    let hash = manifest["hashes"]["d"][0].as_str().expect("a hash");
    assert!(one.files().iter().any(|file| file.address == format!("search/d0.{hash}.js")));
    let nothing = index(Vec::new());
    assert_eq!(nothing.files().len(), 1);
    assert!(postings(&nothing).is_empty());
}

proptest! {
    #[test]
    fn every_word_is_found_where_it_stands_and_nowhere_else(
        texts in prop::collection::vec(("[ابپ‌ ]{0,9}", "[ابپهای‌1 .]{0,24}"), 1..7),
    ) {
        let index = index(texts.iter().map(|(title, text)| entry(title, text)).collect());
        let found = postings(&index);
        for (term, entries) in &found {
            for (&at, &in_title) in entries {
                let (title, text) = &texts[at as usize];
                let here = |text: &str| terms(text).contains(term) || pairs(text).contains(term);
                prop_assert!(if in_title { here(title) } else { here(text) }, "{} in {:?}", term, texts[at as usize]);
                prop_assert!(in_title || !terms(title).contains(term), "{} in {:?}", term, title);
            }
        }
        for (at, (title, text)) in (0..).zip(&texts) {
            for term in terms(title).union(&terms(text)) {
                prop_assert!(found[term].contains_key(&at), "{} of {:?}", term, (title, text));
            }
        }
    }
}
