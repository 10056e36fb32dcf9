//! Prepares Markdown for use outside this site: links to targets that are not included become text, such pictures become
//! their descriptions, and other addresses are rewritten.

use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Tag, TagEnd};

use super::link::{self, Target};
use super::typed::Typed;

#[derive(Debug, Clone, Copy)]
pub enum Spot<'t> {
    Link(&'t Target),
    /// A picture, identified by its file name.
    Picture(&'t str),
}

/// The treatment of a link or a picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fate {
    /// It is kept unchanged.
    Stays,
    /// Only its text or description remains.
    Goes,
    /// Its address is replaced by this one, which contains no spaces, brackets or similar characters.
    Leads(String),
}

/// A link or picture whose end has not been reached: its range, the range of its contents, and the replacement for what
/// surrounds the contents (`None` if it is kept).
struct Open {
    whole: Range<usize>,
    inner: Option<Range<usize>>,
    around: Option<[String; 2]>,
}

/// Applies `decide` to every link and picture of the text.
///
/// Removing a link can turn surrounding brackets into a new link, so the function repeats until nothing changes. It
/// terminates because each round leaves fewer links, apart from those that `decide` keeps.
pub fn unlink(source: &str, decide: impl Fn(Spot<'_>) -> Fate) -> String {
    let mut text = source.to_owned();
    loop {
        let edits = edits(&text, &decide);
        if edits.is_empty() {
            return text;
        }
        let mut out = String::with_capacity(text.len());
        let mut copied = 0;
        for (cut, put) in edits {
            out.push_str(&text[copied..cut.start.max(copied)]);
            out.push_str(&put);
            copied = copied.max(cut.end);
        }
        out.push_str(&text[copied..]);
        text = out;
    }
}

/// Returns the ranges to replace with their replacements, sorted by position.
fn edits(text: &str, decide: &impl Fn(Spot<'_>) -> Fate) -> Vec<(Range<usize>, String)> {
    let mut edits = Vec::new();
    let mut open: Vec<Open> = Vec::new();
    for (event, range) in Typed::new(text).events() {
        match event {
            Event::End(TagEnd::Link | TagEnd::Image) => {
                if let Some(Open { whole, inner, around: Some([before, behind]) }) = open.pop() {
                    let inner = inner.unwrap_or(whole.end..whole.end);
                    edits.extend([(whole.start..inner.start, before), (inner.end..whole.end, behind)]);
                }
            }
            event => {
                // The contents of an open link or picture extend from its first to its last inner event.
                for outer in &mut open {
                    let inner = outer.inner.get_or_insert(range.clone());
                    *inner = inner.start.min(range.start)..inner.end.max(range.end);
                }
                let around = match event {
                    // The parser gives the address without `mailto:`, so `link::target` would read it as a path. It becomes text.
                    Event::Start(Tag::Link { link_type: LinkType::Email, .. }) => around(Fate::Goes, "", ""),
                    Event::Start(Tag::Link { dest_url, title, .. }) => {
                        let target = link::target(&dest_url);
                        let fate = target.map_or(Fate::Goes, |target| decide(Spot::Link(&target)));
                        around(fate, "[", &title)
                    }
                    Event::Start(Tag::Image { dest_url, title, .. }) => {
                        let file = link::media_file(&dest_url);
                        let fate = file.map_or(Fate::Goes, |file| decide(Spot::Picture(&file)));
                        around(fate, "![", &title)
                    }
                    _ => continue,
                };
                open.push(Open { whole: range, inner: None, around });
            }
        }
    }
    // An edit that changes nothing would make `unlink` repeat forever.
    edits.retain(|(cut, put)| !cut.is_empty() || !put.is_empty());
    edits.sort_by_key(|(cut, _)| (cut.start, cut.end));
    edits
}

/// Returns the text to write before and after the contents of a link or picture, or `None` if it is kept.
fn around(fate: Fate, begin: &str, title: &str) -> Option<[String; 2]> {
    match fate {
        Fate::Stays => None,
        Fate::Goes => Some([String::new(), String::new()]),
        Fate::Leads(address) if title.is_empty() => Some([begin.to_owned(), format!("]({address})")]),
        Fate::Leads(address) => {
            let title = title.replace('\\', "\\\\").replace('"', "\\\"");
            Some([begin.to_owned(), format!("]({address} \"{title}\")")])
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Fate, Spot, unlink};
    use crate::markdown::Target;

    /// Keeps web links and renames `x.jpg` and `media/x.pdf`.
    fn web(text: &str) -> String {
        unlink(text, |spot| match spot {
            Spot::Link(Target::Web(_)) | Spot::Picture("media/x-1.jpg") => Fate::Stays,
            Spot::Picture("x.jpg") => Fate::Leads("media/x-1.jpg".to_owned()),
            Spot::Link(Target::Path { path, .. }) if path == "media/x.pdf" => {
                Fate::Leads("https://x.ir/x.pdf".to_owned())
            }
            Spot::Link(_) | Spot::Picture(_) => Fate::Goes,
        })
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
    fn what_is_called_otherwise_is_named_so() {
        for (text, left) in [
            ("الف ![شرح *ب*](x.jpg) پ", "الف ![شرح *ب*](media/x-1.jpg) پ"),
            ("![](x.jpg)", "![](media/x-1.jpg)"),
            ("![a](x.jpg 'عنوان \"۱\"')", "![a](media/x-1.jpg \"عنوان \\\"۱\\\"\")"),
            ("![a][x]\n\n[x]: x.jpg", "![a](media/x-1.jpg)\n\n[x]: x.jpg"),
            ("[![a](x.jpg)](media/x.pdf)", "[![a](media/x-1.jpg)](https://x.ir/x.pdf)"),
            ("[![a](x.jpg)](activity:x)", "![a](media/x-1.jpg)"),
        ] {
            assert_eq!(web(text), left, "{text}");
        }
    }

    #[test]
    fn what_taking_one_out_makes_is_taken_out_too() {
        assert_eq!(web("[[الف](activity:x)](activity:y)"), "الف");
    }
}
