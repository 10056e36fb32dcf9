//! Items of lists that were refused: what was read of a list is shorter than the list in the file, and findings count
//! as the file does. Start reading at [`Gaps`].

use std::borrow::Cow;
use std::fmt::Write as _;

/// The lists of a record from which items are missing. Nearly always there are none.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Gaps(Vec<Gap>);

/// A list from which items are missing.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Gap {
    /// The path of the list, in the numbers of the file.
    list: Box<str>,
    /// The number in the file of each item that was read, both from 1.
    numbers: Vec<usize>,
}

impl Gaps {
    /// Remembers the numbers of the items that were read of a list, if there is a gap between them.
    pub fn remember(&mut self, list: impl FnOnce() -> String, numbers: Vec<usize>) {
        if numbers.iter().zip(1..).any(|(&number, position)| number != position) {
            self.0.push(Gap { list: list().into(), numbers });
        }
    }

    /// Returns whether no list has a gap.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The number in the file of an item of a list, by its position in what was read; both from 1.
    pub fn number(&self, list: &str, position: usize) -> usize {
        let gap = self.0.iter().find(|gap| *gap.list == *list);
        gap.and_then(|gap| gap.numbers.get(position.checked_sub(1)?)).copied().unwrap_or(position)
    }

    /// A path of what was read (`milestones[2].due`) in the numbers of the file.
    pub fn path<'p>(&self, read: &'p str) -> Cow<'p, str> {
        if self.is_empty() {
            return Cow::Borrowed(read);
        }
        let mut path = String::new();
        for step in read.split('.') {
            let separator = if path.is_empty() { "" } else { "." };
            path.push_str(separator);
            let item = step.strip_suffix(']').and_then(|step| step.split_once('['));
            match item.and_then(|(name, position)| Some((name, position.parse().ok()?))) {
                Some((name, position)) => {
                    path.push_str(name);
                    let number = self.number(&path, position);
                    let _ = write!(path, "[{number}]");
                }
                None => path.push_str(step),
            }
        }
        Cow::Owned(path)
    }
}

#[cfg(test)]
mod tests {
    use super::Gaps;

    #[test]
    fn items_are_counted_as_the_file_counts_them() {
        let mut gaps = Gaps::default();
        gaps.remember(|| "steps".to_owned(), vec![1, 2, 3]);
        assert!(gaps.is_empty());
        gaps.remember(|| "findings".to_owned(), vec![2, 5]);
        gaps.remember(|| "findings[5].photos".to_owned(), vec![3]);
        for (read, file) in [
            ("findings[1].note", "findings[2].note"),
            ("findings[2].photos[1]", "findings[5].photos[3]"),
            ("findings[1].photos[1]", "findings[2].photos[1]"),
            ("steps[2]", "steps[2]"),
            ("findings", "findings"),
        ] {
            assert_eq!(gaps.path(read), file);
        }
    }
}
