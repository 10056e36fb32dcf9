//! What a person reads about a problem: a sentence and perhaps a hint, in every language that messages have.
//!
//! A language is one field of [`Bilingual`]: another one is asked for wherever a text is written.

use std::fmt;

/// A language of messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lang {
    /// Persian.
    Fa,
    /// English.
    En,
}

/// The same text in Persian and in English.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Bilingual<T = String> {
    /// The Persian text.
    pub fa: T,
    /// The English text.
    pub en: T,
}

impl Bilingual {
    /// The text from its two languages.
    pub fn new(fa: impl Into<String>, en: impl Into<String>) -> Self {
        Self { fa: fa.into(), en: en.into() }
    }
}

impl<T> Bilingual<T> {
    /// The text in one language.
    pub fn get(&self, lang: Lang) -> &T {
        match lang {
            Lang::Fa => &self.fa,
            Lang::En => &self.en,
        }
    }
}

/// One sentence that says what is wrong, and what to do about it if there is something to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// What is wrong.
    pub sentence: Bilingual,
    /// What to write or do instead.
    pub hint: Option<Bilingual>,
}

impl Message {
    /// A message without a hint.
    pub fn new(fa: impl Into<String>, en: impl Into<String>) -> Self {
        Self { sentence: Bilingual::new(fa, en), hint: None }
    }

    /// Adds what to write or do instead.
    #[must_use]
    pub fn hint(mut self, fa: impl Into<String>, en: impl Into<String>) -> Self {
        self.hint = Some(Bilingual::new(fa, en));
        self
    }

    /// Adds one more sentence to the hint, or begins it.
    #[must_use]
    pub fn further_hint(mut self, fa: impl Into<String>, en: impl Into<String>) -> Self {
        let further = Bilingual::new(fa, en);
        self.hint = Some(match self.hint {
            Some(hint) => {
                Bilingual::new(format!("{} {}", hint.fa, further.fa), format!("{} {}", hint.en, further.en))
            }
            None => further,
        });
        self
    }

    /// Puts a name before the sentence: the option or the field that it is about (`--as-of: …`).
    #[must_use]
    pub fn about(mut self, fa: impl fmt::Display, en: impl fmt::Display) -> Self {
        self.sentence =
            Bilingual::new(format!("{fa}: {}", self.sentence.fa), format!("{en}: {}", self.sentence.en));
        self
    }
}
