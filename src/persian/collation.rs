//! The Persian order of titles: CLDR's order for `fa`, with numbers by their value («فاز ۲» before «فاز ۱۲»).

use std::fmt;

use icu_collator::options::CollatorOptions;
use icu_collator::preferences::CollationNumericOrdering;
use icu_collator::{CollatorBorrowed, CollatorPreferences};
use icu_locale::locale;

/// Compares texts as Persian does. Cheap to make, cheaper to keep.
pub struct Collator {
    inner: CollatorBorrowed<'static>,
}

impl Collator {
    /// The order of Persian.
    ///
    /// # Panics
    /// Never: the data of the order is part of the program.
    pub fn new() -> Self {
        let mut preferences = CollatorPreferences::from(&locale!("fa"));
        preferences.numeric_ordering = Some(CollationNumericOrdering::True);
        let inner = CollatorBorrowed::try_new(preferences, CollatorOptions::default())
            .expect("the data of the order is compiled in");
        Self { inner }
    }

    /// A key whose byte order is the order of the texts.
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

    /// Holds that the texts stand in order, each strictly before the next.
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
