//! «Did you mean»: the known name that a mistyped one is closest to.

use crate::persian::text::fold_key;

/// The name closest to what was typed, after folding both; `None` where nothing is near.
///
/// Near means: one slip of a finger for every three letters, and one at least. Of several equally near names the first
/// wins.
pub fn closest<'n>(typed: &str, names: impl IntoIterator<Item = &'n str>) -> Option<&'n str> {
    let typed = fold_key(typed);
    let length = typed.chars().count();
    let mut best: Option<(usize, &str)> = None;
    for name in names {
        let folded = fold_key(name);
        let limit = (length.max(folded.chars().count()) / 3).max(1);
        // Two lengths that differ by more than the limit are never near: no need to compare.
        if length.abs_diff(folded.chars().count()) > limit {
            continue;
        }
        let distance = strsim::damerau_levenshtein(&typed, &folded);
        if distance <= limit && distance < length && best.is_none_or(|(least, _)| distance < least) {
            best = Some((distance, name));
        }
    }
    best.map(|(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::closest;

    #[test]
    fn one_slip_in_three_letters_is_near() {
        let names = ["due", "title", "neighborhood", "مهلت", "تاریخ گزارش"];
        for (typed, name) in [
            ("duo", Some("due")),
            ("titel", Some("title")),
            ("neigborhod", Some("neighborhood")),
            ("مهلتت", Some("مهلت")),
            ("تاريخ‌گذارش", Some("تاریخ گزارش")),
            ("x", None),
            ("budget", None),
            ("", None),
        ] {
            assert_eq!(closest(typed, names), name, "{typed}");
        }
    }
}
