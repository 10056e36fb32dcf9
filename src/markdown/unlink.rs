//! Markdown without the links that lead to nothing where it goes: a link becomes its text, a picture its description.

use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Options, Parser, Tag, TagEnd};

use super::link::{self, Target};

/// A link or picture that is open: where it stands, and where what it holds does.
struct Open {
    whole: Range<usize>,
    inner: Option<Range<usize>>,
    goes: bool,
}

/// The text with those links alone that `keep` keeps, and with no pictures.
///
/// Taking a link out can make one of the brackets around it, so it goes on until nothing is left to take out; each
/// round makes the text shorter.
pub fn unlink(source: &str, keep: impl Fn(&Target) -> bool) -> String {
    let mut text = source.to_owned();
    loop {
        let cuts = cuts(&text, &keep);
        if cuts.is_empty() {
            return text;
        }
        let mut out = String::with_capacity(text.len());
        let mut copied = 0;
        for cut in cuts {
            out.push_str(&text[copied..cut.start.max(copied)]);
            copied = copied.max(cut.end);
        }
        out.push_str(&text[copied..]);
        text = out;
    }
}

/// What is to be cut out of a text, in order of place.
fn cuts(text: &str, keep: &impl Fn(&Target) -> bool) -> Vec<Range<usize>> {
    let mut cuts = Vec::new();
    let mut open: Vec<Open> = Vec::new();
    for (event, range) in
        Parser::new_ext(text, Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES).into_offset_iter()
    {
        match event {
            Event::End(TagEnd::Link | TagEnd::Image) => {
                if let Some(Open { whole, inner, goes: true }) = open.pop() {
                    let inner = inner.unwrap_or(whole.end..whole.end);
                    cuts.extend([whole.start..inner.start, inner.end..whole.end]);
                }
            }
            event => {
                for outer in &mut open {
                    let inner = outer.inner.get_or_insert(range.clone());
                    *inner = inner.start.min(range.start)..inner.end.max(range.end);
                }
                let goes = match event {
                    Event::Start(Tag::Link { link_type, dest_url, .. }) => {
                        !(link_type == LinkType::Email
                            || link::target(&dest_url).is_ok_and(|target| keep(&target)))
                    }
                    Event::Start(Tag::Image { .. }) => true,
                    _ => continue,
                };
                open.push(Open { whole: range, inner: None, goes });
            }
        }
    }
    cuts.retain(|cut| !cut.is_empty());
    cuts.sort_by_key(|cut| (cut.start, cut.end));
    cuts
}

#[cfg(test)]
mod tests {
    use super::unlink;
    use crate::markdown::Target;

    fn web(text: &str) -> String {
        unlink(text, |target| matches!(target, Target::Web(_)))
    }

    #[test]
    fn links_become_their_text_and_pictures_their_description() {
        for (text, left) in [
            ("الف [ب *پ*](activity:x) ت", "الف ب *پ* ت"),
            ("[وب](https://example.ir) و [تلفن](tel:025)", "[وب](https://example.ir) و تلفن"),
            ("![شرح](a.jpg \"عنوان\")", "شرح"),
            ("[![شرح](a.jpg)](pages/x.html)", "شرح"),
            ("[الف][x]\n\n[x]: activity:x", "الف\n\n[x]: activity:x"),
            ("[](activity:x)!", "!"),
            ("`[ب](activity:x)`", "`[ب](activity:x)`"),
            ("<https://example.ir> <tel:025>", "<https://example.ir> tel:025"),
        ] {
            assert_eq!(web(text), left, "{text}");
        }
    }

    #[test]
    fn what_taking_one_out_makes_is_taken_out_too() {
        assert_eq!(web("[[الف](activity:x)](activity:y)"), "الف");
    }
}
