//! The drawings of icons and patterns. A page gets only those that it uses.
//!
//! A page names a drawing by `#id` (`<use href="#i-done"/>`, `fill="url(#hatch)"`, `data-sort="#i-sort"`). After the
//! page is rendered its bytes are scanned once for such names and the drawings are put in at [`MARK`].

use std::collections::BTreeMap;

/// Marks the place of the sprite; templates print it as `{{ sprite }}` right after the skip link.
pub(super) const MARK: &str = "<!--sprite-->";

/// All drawings of a theme.
#[derive(Debug, Clone, Default)]
pub(super) struct Sprite {
    /// Ids, sorted, each with its place in `drawings`.
    ids: BTreeMap<String, usize>,
    /// The drawings in the order of the theme's file.
    drawings: Vec<String>,
}

impl Sprite {
    /// Adds every `<symbol>` and `<pattern>` of an `icons.svg` that has an id. A later one replaces an earlier one of the
    /// same id, so a theme can add a few icons to the built-in ones.
    pub(super) fn add(&mut self, svg: &str) {
        let mut rest = svg;
        while let Some((drawing, after)) = next_drawing(rest) {
            rest = after;
            let Some(id) = id_of(drawing) else { continue };
            if let Some(&at) = self.ids.get(id) {
                drawing.clone_into(&mut self.drawings[at]);
            } else {
                self.ids.insert(id.to_owned(), self.drawings.len());
                self.drawings.push(drawing.to_owned());
            }
        }
    }

    /// The names of the icons, without `i-`.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.ids.keys().filter_map(|id| id.strip_prefix("i-"))
    }

    /// Replaces the mark in a page by the drawings that the page uses.
    pub(super) fn put_in(&self, page: &mut Vec<u8>) {
        let Some(at) = find(page, MARK.as_bytes()) else { return };
        let named = self.named(page);
        let mut sprite = String::new();
        if !named.is_empty() {
            sprite.reserve(80 + named.iter().map(|&index| self.drawings[index].len()).sum::<usize>());
            sprite.push_str("<svg class=\"sprite\" aria-hidden=\"true\">");
            for index in named {
                sprite.push_str(&self.drawings[index]);
            }
            sprite.push_str("</svg>");
        }
        page.splice(at..at + MARK.len(), sprite.into_bytes());
    }

    /// The drawings that a page uses, in the order of the theme's file.
    pub(super) fn named(&self, page: &[u8]) -> Vec<usize> {
        let mut named = Vec::new();
        hashes(page, |at| {
            let name = &page[at + 1..];
            let length =
                name.iter().take_while(|byte| byte.is_ascii_alphanumeric() || **byte == b'-').count();
            let Ok(name) = str::from_utf8(&name[..length]) else { return };
            if let Some(&index) = self.ids.get(name)
                && !named.contains(&index)
            {
                named.push(index);
            }
        });
        named.sort_unstable();
        named
    }
}

/// The next drawing and what follows it.
fn next_drawing(svg: &str) -> Option<(&str, &str)> {
    let (start, close) = [("<symbol ", "</symbol>"), ("<pattern ", "</pattern>")]
        .into_iter()
        .filter_map(|(open, close)| Some((svg.find(open)?, close)))
        .min()?;
    let end = start + svg[start..].find(close)? + close.len();
    Some((&svg[start..end], &svg[end..]))
}

fn id_of(drawing: &str) -> Option<&str> {
    let (_, after) = drawing[..drawing.find('>')?].split_once(" id=\"")?;
    after.split_once('"').map(|(id, _)| id)
}

/// Calls `found` with the place of every `#`. Blocks without one are passed over at the width of a vector register:
/// pages have few, and this runs over every byte that is published.
fn hashes(page: &[u8], mut found: impl FnMut(usize)) {
    const BLOCK: usize = 64;
    for (index, block) in page.chunks(BLOCK).enumerate() {
        if block.iter().fold(0, |any, &byte| any | u8::from(byte == b'#')) != 0 {
            for (offset, _) in block.iter().enumerate().filter(|&(_, &byte)| byte == b'#') {
                found(index * BLOCK + offset);
            }
        }
    }
}

fn find(page: &[u8], needle: &[u8]) -> Option<usize> {
    page.windows(needle.len()).position(|window| window == needle)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ICONS: &str = r#"<svg><pattern id="hatch" width="6"/></pattern>
        <symbol id="i-a" viewBox="0"><path/></symbol><symbol id="i-b"><path/></symbol></svg>"#;

    #[test]
    fn a_page_gets_what_it_names_in_the_files_order() {
        let mut sprite = Sprite::default();
        sprite.add(ICONS);
        let mut page = format!(
            "<body>{MARK}<a href=\"#main\"><use href=\"#i-b\"/><use href=\"#i-a\"/><use href=\"#i-b\"/>"
        );
        page.push_str(&" ".repeat(200));
        let mut page = page.into_bytes();
        sprite.put_in(&mut page);
        let page = String::from_utf8(page).expect("the page is text");
        let sprite = r#"<body><svg class="sprite" aria-hidden="true"><symbol id="i-a" viewBox="0"><path/></symbol><symbol id="i-b"><path/></symbol></svg><a"#;
        assert!(page.starts_with(sprite), "{page}");
    }

    #[test]
    fn a_page_without_icons_gets_no_sprite() {
        let mut page = format!("<body>{MARK}#x").into_bytes();
        Sprite::default().put_in(&mut page);
        assert_eq!(page, b"<body>#x");
    }

    #[test]
    fn a_theme_replaces_and_adds_drawings() {
        let mut sprite = Sprite::default();
        sprite.add(ICONS);
        sprite.add(r#"<svg><symbol id="i-a">new</symbol><symbol id="i-c">c</symbol></svg>"#);
        assert_eq!(sprite.names().collect::<Vec<_>>(), ["a", "b", "c"]);
        assert_eq!(sprite.drawings[1], r#"<symbol id="i-a">new</symbol>"#);
    }
}
