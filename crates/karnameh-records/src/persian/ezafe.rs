//! The ezafe, the suffix that links a noun to the word after it: «محلهٔ …», «روستای …», «شهرک …».

use super::text::{ZWNJ, fold_key};

/// Returns a noun in the form that precedes a name: «محله» → «محلهٔ», «روستا» → «روستای», «شهرک» → «شهرک».
///
/// A silent final ه receives a hamza, a final ا or vowel و receives ی, and any other ending stays. Persian does not write
/// short vowels, so word lists decide which ه and و are consonants; a word outside the lists follows the usual case.
pub fn ezafe(noun: &str) -> String {
    let ending = match noun.chars().next_back() {
        Some('ه') if is_silent_heh(noun) => "\u{0654}",
        Some('ا' | 'آ') => "ی",
        Some('و') if !is_consonant_vav(noun) => "ی",
        _ => "",
    };
    format!("{noun}{ending}")
}

/// Joins a noun and a name: «محلهٔ شیخ‌آباد».
///
/// Returns the name alone if it already begins with the noun («شهرک قدس») or if the noun is empty.
pub fn join(noun: &str, name: &str) -> String {
    let joined = ezafe(noun);
    // Compare folded, with and without the ezafe ending: the name may be typed as «محله باجک» or «محلهٔ باجک».
    let first = fold_key(name.split_whitespace().next().unwrap_or_default());
    if noun.is_empty() || first == fold_key(noun) || first == fold_key(&joined) {
        return name.to_owned();
    }
    format!("{joined} {name}")
}

/// Returns whether the final ه only marks a vowel (محله) and is not pronounced as a consonant (راه).
fn is_silent_heh(noun: &str) -> bool {
    const HEARD: [&str; 36] = [
        "ده",
        "مه",
        "ته",
        "شه",
        "به",
        "نه",
        "سپه",
        "زره",
        "گره",
        "فقه",
        "وجه",
        "توجه",
        "متوجه",
        "موجه",
        "مرفه",
        "مشابه",
        "تشابه",
        "مشتبه",
        "فربه",
        "فرمانده",
        "کنه",
        "شبه",
        "متنبه",
        "شبیه",
        "فقیه",
        "تنبیه",
        "توجیه",
        "ترفیه",
        "تشبیه",
        "سفیه",
        "کریه",
        "نزیه",
        "پیه",
        "له",
        "بده",
        "سازمانده",
    ];
    const HEARD_ENDS: [&str; 7] = ["اه", "گروه", "کوه", "دوه", "بوه", "توه", "ژوه"];
    let word = last_word(noun);
    !(HEARD.contains(&word) || HEARD_ENDS.iter().any(|end| word.ends_with(end)))
}

/// Returns whether the final و is a consonant or a glide (عضو, گاو, نو) and not a vowel (گفت‌وگو).
fn is_consonant_vav(noun: &str) -> bool {
    const CONSONANT: [&str; 19] = [
        "عضو", "عفو", "جزو", "محو", "نحو", "سرو", "لغو", "سهو", "دیو", "خدیو", "غریو", "خسرو", "نو", "پرتو",
        "مملو", "مدعو", "دلو", "هجو", "صحو",
    ];
    let word = last_word(noun);
    CONSONANT.contains(&word) || word.ends_with("او")
}

/// Returns the part after the last space or ZWNJ; only this part decides the form of a compound noun.
fn last_word(noun: &str) -> &str {
    noun.rsplit([' ', ZWNJ]).next().unwrap_or(noun)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn nouns_before_a_name() {
        for (noun, joined) in [
            ("محله", "محلهٔ"),
            ("ناحیه", "ناحیهٔ"),
            ("منطقه", "منطقهٔ"),
            ("حوزه", "حوزهٔ"),
            ("شیوه", "شیوهٔ"),
            ("مسئله", "مسئلهٔ"),
            ("کمیته", "کمیتهٔ"),
            ("روستا", "روستای"),
            ("محله‌ها", "محله‌های"),
            ("شورا", "شورای"),
            ("گفت‌وگو", "گفت‌وگوی"),
            ("دارو", "داروی"),
            ("رادیو", "رادیوی"),
            ("شهرک", "شهرک"),
            ("کوی", "کوی"),
            ("شهرداری", "شهرداری"),
            ("خانه‌ی", "خانه‌ی"),
            ("محلهٔ", "محلهٔ"),
            ("پایگاه", "پایگاه"),
            ("اداره‌کل", "اداره‌کل"),
            ("گروه", "گروه"),
            ("کوه", "کوه"),
            ("ده", "ده"),
            ("فرمانده", "فرمانده"),
            ("عضو", "عضو"),
            ("شهر نو", "شهر نو"),
            ("شهداء", "شهداء"),
            ("فاز ۲", "فاز ۲"),
            ("zone", "zone"),
            ("", ""),
        ] {
            assert_eq!(ezafe(noun), joined, "{noun}");
        }
    }

    #[test]
    fn nouns_and_names() {
        for (noun, name, joined) in [
            ("محله", "شیخ‌آباد", "محلهٔ شیخ‌آباد"),
            ("روستا", "قمرود", "روستای قمرود"),
            ("شهرک", "قدس", "شهرک قدس"),
            ("شهرک", "شهرک قدس", "شهرک قدس"),
            ("محله", "محلهٔ باجک", "محلهٔ باجک"),
            ("محله", "محله باجک", "محله باجک"),
            ("روستا", "روستای قمرود", "روستای قمرود"),
            ("", "پردیسان", "پردیسان"),
        ] {
            assert_eq!(join(noun, name), joined);
        }
    }

    proptest! {
        #[test]
        fn joining_adds_at_most_one_letter_and_once(noun in "[آ-ی ‌]{0,12}") {
            let joined = ezafe(&noun);
            prop_assert!(joined.starts_with(&noun));
            prop_assert!(joined.chars().count() - noun.chars().count() <= 1);
            prop_assert_eq!(ezafe(&joined), joined);
        }
    }
}
