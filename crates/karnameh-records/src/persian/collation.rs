//! Sort order for Persian titles: CLDR's collation for `fa`, with digits compared by value («فاز ۲» before «فاز ۱۲»).

use std::fmt;

use icu_collator::options::CollatorOptions;
use icu_collator::preferences::CollationNumericOrdering;
use icu_collator::{CollatorBorrowed, CollatorPreferences};
use icu_locale::locale;

/// Compares texts in Persian order. Create one and reuse it.
pub struct Collator {
    inner: CollatorBorrowed<'static>,
}

impl Collator {
    /// Creates a collator for Persian.
    ///
    /// # Panics
    /// Never: the collation data is compiled into the program.
    pub fn new() -> Self {
        let mut preferences = CollatorPreferences::from(&locale!("fa"));
        preferences.numeric_ordering = Some(CollationNumericOrdering::True);
        let inner = CollatorBorrowed::try_new(preferences, CollatorOptions::default())
            .expect("the data of the order is compiled in");
        Self { inner }
    }

    /// Returns a key whose byte order equals the order of the texts. Sorting by cached keys is faster than comparing texts.
    pub fn sort_key(&self, text: &str) -> Vec<u8> {
        let mut key = Vec::with_capacity(2 * text.len());
        match self.inner.write_sort_key_to(text, &mut key) {
            Ok(()) => key,
        }
    }
}

impl Default for Collator {
    fn default() -> Self {
        Self::new()
    }
}

impl fmt::Debug for Collator {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Collator").field("locale", &"fa").finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Asserts that each text sorts strictly before the next.
    fn in_order(texts: &[&str]) {
        let collator = Collator::new();
        for pair in texts.windows(2) {
            assert!(collator.sort_key(pair[0]) < collator.sort_key(pair[1]), "{} < {}", pair[0], pair[1]);
        }
    }

    #[test]
    fn the_alphabet() {
        in_order(&[
            "آ", "ا", "ب", "پ", "ت", "ث", "ج", "چ", "ح", "خ", "د", "ذ", "ر", "ز", "ژ", "س", "ش", "ص", "ض",
            "ط", "ظ", "ع", "غ", "ف", "ق", "ک", "گ", "ل", "م", "ن", "و", "ه", "ی",
        ]);
    }

    #[test]
    fn titles() {
        in_order(&["آب", "آباد", "ابر", "باجک", "پردیسان", "تهران"]);
        in_order(&["گلستان", "لاله", "مهدیه", "نیروگاه", "وحدت", "هنرستان", "یاس"]);
        in_order(&["فاز ۲", "فاز ۱۲", "فاز ۱۰۰"]);
        in_order(&["فاز 2", "فاز ۱۲"]);
    }

    proptest! {
        #[test]
        fn keys_order_as_the_collator_compares(a in "[آ-ی ‌۰-۹]{0,8}", b in "[آ-ی ‌۰-۹]{0,8}") {
            let collator = Collator::new();
            prop_assert_eq!(collator.sort_key(&a).cmp(&collator.sort_key(&b)), collator.inner.compare(&a, &b));
        }
    }
}
