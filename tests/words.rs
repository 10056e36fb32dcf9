//! A word is typed once: no source and no template of the theme types the name of a figure, the word of a choice or the
//! name of a kind of record beside its declaration.
//!
//! Only labels are looked for, literals that are exactly such a word: within a sentence a word has the form that the
//! sentence gives it. Start reading at [`Vocabulary`].

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use karnameh::fields::{Choice, Field, Kind};
use karnameh::figures::{Role, activity, decisions, group};
use karnameh::model::{RecordKind, own_fields};
use karnameh::progress::{DecisionState, State};
use walkdir::WalkDir;

use crate::architecture::program;
use crate::support::REPOSITORY;

/// Where a word may be typed beside its declaration: the word, the beginning of the file's path, and why.
type Allowed = (&'static str, &'static str, &'static str);

/// Words that are declared in one place.
struct Vocabulary {
    words: BTreeSet<&'static str>,
    /// The files that declare them.
    declared_in: &'static [&'static str],
    allowed: &'static [Allowed],
}

/// What figures are called; what is named after a field of a record is left to the records.
fn figures() -> Vocabulary {
    let lists = [activity::ALL, group::ALL, decisions::ALL].into_iter().flatten();
    let is_own = |figure: &&karnameh::figures::Figure| {
        !matches!(figure.role(), Some(Role::Name | Role::Record | Role::Date))
    };
    let words = lists.filter(is_own).flat_map(|of| [of.fa, of.head, of.caption, of.unknown.0]);
    Vocabulary { words: words.collect(), declared_in: &["src/figures/"], allowed: FIGURES }
}

const FIGURES: &[Allowed] = &[
    ("فعالیت", "src/kinds/", "the name of a kind of record, which this column counts"),
    // A theme has words of its own for the heads of its columns and the keys of its drawings (themes/README.md).
    ("وضعیت", THEME, "the head of every column of states, decisions' too"),
    ("انحراف", THEME, "the head of a column, and of an axis"),
    ("جاری", THEME, "the head of a column"),
    ("روز تأخیر", THEME, "the head of a column of decisions, which are no activities"),
    ("پیشرفت واقعی", THEME, "the key of a drawing"),
    ("پیشرفت برنامه‌ای", THEME, "the key of a drawing"),
    ("تأییدشده در بازدید", THEME, "the key of a drawing"),
    ("تحقق شاخص‌ها", THEME, "a heading of the page on method, which explains the rule"),
];
const THEME: &str = "themes/default/templates/";

/// The words of every choice, of a record or of a figure.
fn choices() -> Vocabulary {
    let mut words: BTreeSet<_> =
        RecordKind::ALL.iter().flat_map(|&kind| words_of(own_fields(kind))).collect();
    words.extend([State::WORDS, DecisionState::WORDS].into_iter().flatten().map(|word| word.fa));
    words.remove("");
    Vocabulary { words, declared_in: &["src/model/", "src/progress/"], allowed: CHOICES }
}

fn words_of(fields: &'static [Field]) -> Vec<&'static str> {
    fields.iter().flat_map(|field| words_of_kind(&field.kind)).collect()
}

fn words_of_kind(kind: &'static Kind) -> Vec<&'static str> {
    match kind {
        Kind::Choice(words) => words.iter().map(|word| word.fa).collect(),
        Kind::List(inner) => words_of_kind(inner),
        Kind::Map(fields) => words_of(fields),
        _ => Vec::new(),
    }
}

const CHOICES: &[Allowed] = &[
    ("گزارش", "src/kinds/", "the name of a kind of record, after which a measure is called"),
    ("نمونه", "src/format/guide.rs", "an example of a value, not a model neighborhood"),
    ("مجوز", "src/site/pages/model.rs", "the license of a model, not the permit that a delay waits for"),
    ("مجوز", "themes/default/templates/text.html", "the license of the site"),
    ("دیگر", "src/site/words.rs", "«و ۳ فعالیت دیگر»: how many more there are"),
    ("شاخص‌ها", "themes/default/templates/", "a heading over indicators, after which a measure is called"),
    (
        "مراحل",
        "themes/default/templates/package.html",
        "a heading over milestones, after which a measure is called",
    ),
];

/// What the kinds of record are called.
fn kinds() -> Vocabulary {
    let words = RecordKind::ALL.iter().flat_map(|kind| [kind.fa(), kind.many_fa()]);
    Vocabulary { words: words.collect(), declared_in: &["src/kinds/"], allowed: KINDS }
}

const KINDS: &[Allowed] = &[
    ("محله", "src/persian/text/id.rs", "how a word is transliterated, whatever it means"),
    ("حوزه", "src/persian/text/id.rs", "the same"),
    ("جلسه", "src/persian/text/id.rs", "the same"),
    ("مسئله", "themes/default/templates/model.html", "the field `problem` of a model, not a record"),
    ("مسئله", "themes/default/templates/package.html", "the same"),
    ("گزارش‌ها", "themes/default/templates/package.html", "the page inside a package has no words of a site"),
];

#[test]
fn no_other_place_types_a_word_of_a_figure() {
    figures().check();
}

#[test]
fn no_other_place_types_a_word_of_a_choice() {
    choices().check();
}

#[test]
fn no_other_place_types_the_name_of_a_kind() {
    kinds().check();
}

impl Vocabulary {
    #[track_caller]
    fn check(&self) {
        let mut unused: BTreeSet<_> = self.allowed.iter().map(|&(word, file, _)| (word, file)).collect();
        let mut typed = Vec::new();
        for (name, text) in places() {
            if self.declared_in.iter().any(|place| name.starts_with(place)) {
                continue;
            }
            let is_rust = Path::new(&name).extension().is_some_and(|extension| extension == "rs");
            let labels = if is_rust { literals(&text) } else { labels(&text) };
            for (line, word) in labels.into_iter().filter(|(_, label)| self.words.contains(label)) {
                let is_meant = |allowed: &&Allowed| allowed.0 == word && name.starts_with(allowed.1);
                match self.allowed.iter().find(is_meant) {
                    Some(&(word, file, _)) => _ = unused.remove(&(word, file)),
                    None => typed.push(format!("{name}:{line}: {word}")),
                }
            }
        }
        assert_eq!(typed, [""; 0], "take the word from its declaration");
        assert_eq!(unused, BTreeSet::new(), "nothing needs these any more");
    }
}

/// The sources of the program, tests left out, named from `src/` whatever crate they are in; and the templates of the
/// theme.
fn places() -> Vec<(String, String)> {
    let mut places = Vec::new();
    for (name, text) in program() {
        let below = name.split("src/").nth(1).expect("sources are below src").to_owned();
        if !below.contains("/tests") && !below.ends_with("/testing.rs") {
            places.push((format!("src/{below}"), text));
        }
    }
    assert!(places.len() > 300, "{}", places.len());
    for entry in WalkDir::new(format!("{REPOSITORY}/{THEME}")).sort_by_file_name() {
        let path = entry.expect("the theme can be read").into_path();
        let name = path.strip_prefix(REPOSITORY).expect("below it").to_string_lossy().replace('\\', "/");
        if path.extension().is_some_and(|ending| ending == "html") {
            places.push((name, fs::read_to_string(&path).expect("a text")));
        }
    }
    places
}

/// The string literals of Rust code, each with its line; comments, attributes and unit tests are left out. (An attribute
/// declares a choice or a field, which may share its word with another.)
fn literals(text: &str) -> Vec<(usize, &str)> {
    let code = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
    let mut found = Vec::new();
    let mut in_attribute = false;
    for (at, line) in code.lines().enumerate() {
        let line = line.trim();
        in_attribute |= line.starts_with("#[");
        if !in_attribute && !line.starts_with("//") {
            // Words have neither quotes nor backslashes, so that every second piece is a literal.
            found.extend(line.split('"').skip(1).step_by(2).map(|literal| (at + 1, literal)));
        }
        in_attribute &= !line.ends_with(']');
    }
    found
}

/// The texts of a template between its marks, and the literals in these, each with its line; comments are left out.
fn labels(text: &str) -> Vec<(usize, &str)> {
    let mut found = Vec::new();
    let mut is_comment = false;
    for (at, line) in text.lines().enumerate() {
        is_comment |= line.trim_start().starts_with("{#");
        if !is_comment {
            let pieces = line.split(['<', '>', '{', '}', '"', '\'']).map(str::trim);
            found.extend(pieces.filter(|piece| !piece.is_empty()).map(|piece| (at + 1, piece)));
        }
        is_comment &= !line.trim_end().ends_with("#}");
    }
    found
}

#[test]
fn labels_are_found_where_they_are_typed() {
    assert_eq!(
        literals("x(\"بازدید\");\n#[field(\n\"محله\",\n)]\n// \"حوزه\"\n\"جلسه\""),
        [(1, "بازدید"), (6, "جلسه")]
    );
    let template = "{#- «بازدید» -#}\n<h2 id=\"a\">بازدیدها</h2>\n[\"visit\", \"بازدید\"]";
    let words: Vec<_> = labels(template).into_iter().filter(|(_, label)| label.starts_with('ب')).collect();
    assert_eq!(words, [(2, "بازدیدها"), (3, "بازدید")]);
}
