//! A body's Markdown events to a [`Document`], with what is wrong.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::ops::Range;

use pulldown_cmark::{Alignment, CodeBlockKind, Event, LinkType, Options, Parser, Tag, TagEnd};

use super::escape::escape_into;
use super::link::{self, Target};
use super::{Document, Filling, Heading, Hole, Link, Origin, PictureLink};
use crate::diag::codes::links as codes;
use crate::diag::{Diagnostic, Place};
use crate::persian::numbers::{ascii_digits, plain};
use crate::persian::text::{fold_key, page_digits};

/// Parses a body and says what is wrong with it, as far as that can be seen without the rest of the site.
pub fn inspect(source: &str, origin: &Origin, findings: &mut Vec<Diagnostic>) -> Document {
    let parser = Parser::new_ext(source, Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES);
    let mut writer = Writer::new(source, origin, findings);
    for (event, range) in parser.into_offset_iter() {
        writer.event(event, &range);
    }
    writer.finish()
}

/// A stretch of output. Footnotes are written into pieces of their own, which come last.
#[derive(Default)]
struct Piece {
    html: String,
    holes: Vec<Hole>,
    plain: String,
}

/// A footnote: how it is numbered and what it says.
struct Note {
    number: usize,
    references: usize,
    text: Option<Piece>,
}

/// A link or picture that is open.
struct Open {
    /// Its place in the list; `None` where its address was refused.
    index: Option<usize>,
    /// Where the plain text stood when it began.
    plain: usize,
    at: Place,
    address_is_text: bool,
}

struct Writer<'s> {
    source: &'s str,
    origin: &'s Origin,
    findings: &'s mut Vec<Diagnostic>,
    /// Where each line begins, once a place was asked for.
    lines: Vec<usize>,
    /// A place that was asked for before, in bytes, and its column: counting goes on from there.
    counted: (usize, u32),
    piece: Piece,
    /// Pieces that wait until a footnote's is closed, with that footnote's name.
    waiting: Vec<(Piece, String)>,
    /// Text that may go on in the next event, and whether it keeps its digits.
    text: String,
    /// The levels of the open headings, by which a depth is found.
    levels: Vec<u8>,
    heading_plain: usize,
    ids: BTreeMap<String, usize>,
    links: Vec<Link>,
    pictures: Vec<PictureLink>,
    headings: Vec<Heading>,
    /// Links that are open: an address typed as it is can stand in the text of another link.
    open_links: Vec<Open>,
    /// Pictures that are open, one in the other's description.
    images: Vec<(Open, String, String)>,
    notes: Vec<(String, Note)>,
    note_of: BTreeMap<String, usize>,
    alignments: Vec<Alignment>,
    column: usize,
    in_head: bool,
    in_code: bool,
    html_told: bool,
}

impl<'s> Writer<'s> {
    fn new(source: &'s str, origin: &'s Origin, findings: &'s mut Vec<Diagnostic>) -> Self {
        let piece =
            Piece { html: String::with_capacity(source.len() + source.len() / 4), ..Piece::default() };
        Self {
            source,
            origin,
            findings,
            lines: Vec::new(),
            counted: (0, 0),
            piece,
            waiting: Vec::new(),
            text: String::new(),
            levels: Vec::new(),
            heading_plain: 0,
            ids: BTreeMap::new(),
            links: Vec::new(),
            pictures: Vec::new(),
            headings: Vec::new(),
            open_links: Vec::new(),
            images: Vec::new(),
            notes: Vec::new(),
            note_of: BTreeMap::new(),
            alignments: Vec::new(),
            column: 0,
            in_head: false,
            in_code: false,
            html_told: false,
        }
    }

    fn event(&mut self, event: Event<'_>, range: &Range<usize>) {
        match event {
            Event::Text(text) => {
                self.text.push_str(&text);
                return;
            }
            Event::SoftBreak => {
                self.text.push('\n');
                return;
            }
            _ => self.flush(),
        }
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(tag),
            Event::Code(code) => {
                self.open("<code dir=\"auto\">");
                self.verbatim(&code, &code);
                self.open("</code>");
            }
            Event::Html(html) | Event::InlineHtml(html) => {
                self.tell_html(range);
                self.verbatim(&html, &html);
            }
            Event::FootnoteReference(name) => self.reference(name.into_string()),
            Event::HardBreak => {
                self.open("<br>\n");
                self.piece.plain.push(' ');
            }
            Event::Rule => self.open("<hr>\n"),
            // Text and soft breaks are done above; the rest belongs to extensions that are off.
            _ => {}
        }
    }

    /// Writes markup; inside a picture's description there is none.
    fn open(&mut self, markup: &str) {
        if self.images.is_empty() {
            self.piece.html.push_str(markup);
        }
    }

    fn hole(&mut self, what: Filling) {
        if self.images.is_empty() {
            self.piece.holes.push(Hole { at: self.piece.html.len(), what });
        }
    }

    /// Writes the text that was held back, its digits made Persian.
    fn flush(&mut self) {
        if self.text.is_empty() {
            return;
        }
        let text = std::mem::take(&mut self.text);
        if self.in_code || self.open_links.last().is_some_and(|link| link.address_is_text) {
            self.verbatim(&text, &text);
        } else {
            self.verbatim(&page_digits(&text), &text);
        }
        self.text = text;
        self.text.clear();
    }

    /// Takes a text as the page shows it, and as it was typed.
    fn verbatim(&mut self, shown: &str, typed: &str) {
        if self.images.is_empty() {
            escape_into(shown, &mut self.piece.html);
        }
        if self.in_code {
            self.piece.plain.push_str(typed);
        } else {
            for (at, line) in typed.split('\n').enumerate() {
                self.piece.plain.push_str(if at > 0 { " " } else { "" });
                self.piece.plain.push_str(line);
            }
        }
    }

    /// Ends a line of the plain text.
    fn line(&mut self) {
        let plain = &mut self.piece.plain;
        plain.truncate(plain.trim_end_matches(' ').len());
        if !plain.is_empty() && !plain.ends_with('\n') {
            plain.push('\n');
        }
    }

    fn start(&mut self, tag: Tag<'_>, range: &Range<usize>) {
        match tag {
            Tag::Paragraph | Tag::HtmlBlock => self.open("<p>"),
            Tag::Heading { level, .. } => self.heading(level as u8),
            Tag::BlockQuote(_) => self.close("<blockquote>\n"),
            Tag::CodeBlock(kind) => self.code_block(kind),
            Tag::List(None) => self.close("<ul>\n"),
            Tag::List(Some(1)) => self.close("<ol>\n"),
            Tag::List(Some(first)) => self.close(&format!("<ol start=\"{first}\">\n")),
            Tag::Item => self.open("<li>"),
            Tag::FootnoteDefinition(name) => {
                self.waiting.push((std::mem::take(&mut self.piece), name.into_string()));
            }
            Tag::Table(alignments) => {
                let tight = if alignments.len() <= 3 { " table--tight" } else { "" };
                self.open("<div class=\"table-frame\" tabindex=\"0\" role=\"group\" aria-label=\"جدول\"><table class=\"table");
                self.open(tight);
                self.open("\">\n");
                self.alignments = alignments;
            }
            Tag::TableHead => {
                self.open("<thead><tr>");
                self.in_head = true;
                self.column = 0;
            }
            Tag::TableRow => {
                self.open("<tr>");
                self.column = 0;
            }
            Tag::TableCell => self.cell(),
            Tag::Emphasis => self.open("<em>"),
            Tag::Strong => self.open("<strong>"),
            Tag::Link { link_type, dest_url, title, .. } => {
                self.start_link(link_type, &dest_url, &title, range);
            }
            Tag::Image { dest_url, title, .. } => {
                let open = self.open_at(range, None, false);
                self.images.push((open, dest_url.into_string(), title.into_string()));
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph => self.close("</p>\n"),
            TagEnd::HtmlBlock => {
                let html = &mut self.piece.html;
                html.truncate(html.trim_end_matches('\n').len());
                self.close("</p>\n");
            }
            TagEnd::Heading(_) => self.end_heading(),
            TagEnd::BlockQuote(_) => self.close("</blockquote>\n"),
            TagEnd::CodeBlock => {
                self.in_code = false;
                self.close("</code></pre>\n");
            }
            TagEnd::List(ordered) => self.close(if ordered { "</ol>\n" } else { "</ul>\n" }),
            TagEnd::Item => self.close("</li>\n"),
            TagEnd::FootnoteDefinition => self.end_definition(),
            TagEnd::Table => self.close("</tbody></table></div>\n"),
            TagEnd::TableHead => {
                self.in_head = false;
                self.close("</tr></thead><tbody>\n");
            }
            TagEnd::TableRow => self.close("</tr>\n"),
            TagEnd::TableCell => {
                self.open(if self.in_head { "</th>" } else { "</td>" });
                self.piece.plain.push(' ');
                self.column += 1;
            }
            TagEnd::Emphasis => self.open("</em>"),
            TagEnd::Strong => self.open("</strong>"),
            TagEnd::Link => self.end_link(),
            TagEnd::Image => self.end_image(),
            _ => {}
        }
    }

    /// Writes markup at which a block of text ends.
    fn close(&mut self, markup: &str) {
        self.open(markup);
        self.line();
    }

    fn code_block(&mut self, kind: CodeBlockKind<'_>) {
        self.in_code = true;
        self.open("<pre dir=\"auto\" tabindex=\"0\"><code");
        if let CodeBlockKind::Fenced(info) = kind
            && let Some(language) = info.split([' ', ',']).next().filter(|language| !language.is_empty())
        {
            self.open(" class=\"language-");
            escape_into(language, &mut self.piece.html);
            self.open("\"");
        }
        self.open(">");
    }

    fn cell(&mut self) {
        let align = match self.alignments.get(self.column) {
            Some(Alignment::Left) => " data-align=\"left\"",
            Some(Alignment::Center) => " data-align=\"center\"",
            Some(Alignment::Right) => " data-align=\"right\"",
            Some(Alignment::None) | None => "",
        };
        self.open(if self.in_head { "<th scope=\"col\"" } else { "<td" });
        self.open(align);
        self.open(">");
    }

    // Headings.

    fn heading(&mut self, level: u8) {
        while self.levels.last().is_some_and(|&open| open >= level) {
            self.levels.pop();
        }
        let depth = u8::try_from(self.levels.len()).unwrap_or(u8::MAX);
        self.levels.push(level);
        self.hole(Filling::HeadingStart(self.headings.len()));
        self.headings.push(Heading { depth, id: String::new(), text: String::new() });
        self.heading_plain = self.piece.plain.len();
    }

    fn end_heading(&mut self) {
        let text =
            page_digits(self.piece.plain.get(self.heading_plain..).unwrap_or_default().trim()).into_owned();
        let id = self.unique_id(&text);
        let at = self.headings.len() - 1;
        self.headings[at].id = id;
        self.headings[at].text = text;
        self.hole(Filling::HeadingEnd(at));
        self.open("\n");
        self.line();
    }

    /// An id made of a heading's text: its letters and digits, with hyphens between words.
    fn unique_id(&mut self, text: &str) -> String {
        let mut base = String::new();
        for character in ascii_digits(text).chars() {
            if character.is_alphanumeric() {
                base.extend(character.to_lowercase());
            } else if !is_mark(character) && !base.is_empty() && !base.ends_with('-') {
                base.push('-');
            }
        }
        base.truncate(base.trim_end_matches('-').len());
        if base.is_empty() {
            base.push_str("بخش");
        }
        // Footnotes have ids that begin so.
        if base.starts_with("note-") {
            base.insert_str(0, "a-");
        }
        let mut id = base.clone();
        while self.ids.contains_key(&id) {
            let count = self.ids.entry(base.clone()).or_insert(1);
            *count += 1;
            id = format!("{base}-{count}");
        }
        self.ids.insert(id.clone(), 1);
        id
    }

    // Links and pictures.

    fn start_link(&mut self, link_type: LinkType, address: &str, title: &str, range: &Range<usize>) {
        let mut open = self.open_at(range, None, matches!(link_type, LinkType::Autolink | LinkType::Email));
        let mailto;
        let address = if link_type == LinkType::Email && !address.starts_with("mailto:") {
            mailto = format!("mailto:{address}");
            &mailto
        } else {
            address
        };
        // In a picture's description, and in another link, a link is text.
        if self.images.is_empty() && self.open_links.is_empty() {
            match link::target(address) {
                Ok(target) => {
                    open.index = Some(self.links.len());
                    self.hole(Filling::LinkStart(self.links.len()));
                    self.links.push(Link { target, at: open.at.clone(), title: title.to_owned() });
                }
                Err(refusal) => self.findings.push(refusal.of_link(open.at.clone())),
            }
        }
        if open.address_is_text {
            self.open("<bdi dir=\"ltr\">");
        }
        self.open_links.push(open);
    }

    fn end_link(&mut self) {
        let Some(open) = self.open_links.pop() else { return };
        if open.address_is_text {
            self.open("</bdi>");
        }
        let Some(index) = open.index else { return };
        if self.piece.plain.get(open.plain..).is_none_or(|text| text.trim().is_empty()) {
            let finding =
                Diagnostic::new(codes::LINK_NO_TEXT, open.at, "پیوند متنی ندارد.", "The link has no text.");
            self.findings
                .push(finding.hint("متن پیوند را میان [ و ] بنویسید.", "Write its text between [ and ]."));
        }
        self.hole(Filling::LinkEnd(index));
    }

    fn end_image(&mut self) {
        let Some((open, address, title)) = self.images.pop() else { return };
        // A picture in another's description lends it its own.
        if !self.images.is_empty() {
            return;
        }
        let alt = page_digits(self.piece.plain.get(open.plain..).unwrap_or_default().trim()).into_owned();
        self.piece.plain.push(' ');
        let file = match link::media_file(&address) {
            Ok(file) => file,
            Err(refusal) => {
                self.findings.push(refusal.of_picture(open.at));
                return;
            }
        };
        if alt.is_empty() {
            let finding = Diagnostic::new(
                codes::PICTURE_NO_ALT,
                open.at.clone(),
                format!("تصویر «{file}» شرح ندارد."),
                format!("The picture \"{file}\" has no description."),
            );
            self.findings.push(finding.hint(
                format!("شرح را میان [ و ] بنویسید: ‎![شرح]({file})‎."),
                format!("Write it between [ and ]: ![description]({file})."),
            ));
        }
        self.hole(Filling::Picture(self.pictures.len()));
        self.pictures.push(PictureLink { file, alt, at: open.at, title });
    }

    fn open_at(&mut self, range: &Range<usize>, index: Option<usize>, address_is_text: bool) -> Open {
        Open { index, plain: self.piece.plain.len(), at: self.place(range), address_is_text }
    }

    fn tell_html(&mut self, range: &Range<usize>) {
        if std::mem::replace(&mut self.html_told, true) {
            return;
        }
        let at = self.place(range);
        let finding = Diagnostic::new(
            codes::RAW_HTML,
            at,
            "HTML در متن اثری ندارد و همان‌گونه که نوشته شده نشان داده می‌شود.",
            "HTML has no effect in a text: it is shown as it is typed.",
        );
        self.findings.push(finding.hint("به جای آن Markdown بنویسید.", "Write Markdown instead."));
    }

    /// The place in the file of a stretch of the body, as far as its first line goes.
    fn place(&mut self, range: &Range<usize>) -> Place {
        if self.lines.is_empty() {
            self.lines.push(0);
            self.lines.extend(self.source.match_indices('\n').map(|(at, _)| at + 1));
        }
        let line = self.lines.partition_point(|&start| start <= range.start).max(1) - 1;
        let count = |text: &str| u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
        // A line can be as long as the file, with thousands of links in it.
        let (from, before) = match self.counted {
            known if (self.lines[line]..=range.start).contains(&known.0) => known,
            _ => (self.lines[line], 0),
        };
        let before = before + count(self.source.get(from..range.start).unwrap_or_default());
        self.counted = (range.start, before);
        let stretch = self.source.get(range.clone()).unwrap_or_default();
        let stretch = stretch.lines().next().unwrap_or_default();
        Place {
            file: self.origin.file.clone(),
            line: self.origin.line.saturating_add(u32::try_from(line).unwrap_or(u32::MAX)),
            column: self.origin.indent.saturating_add(before).saturating_add(1),
            length: count(stretch).max(1),
        }
    }

    // Footnotes.

    fn note(&mut self, name: String) -> usize {
        let next = self.notes.len();
        *self.note_of.entry(name.clone()).or_insert_with(|| {
            self.notes.push((name, Note { number: next + 1, references: 0, text: None }));
            next
        })
    }

    fn reference(&mut self, name: String) {
        let at = self.note(name);
        let note = &mut self.notes[at].1;
        let number = note.number;
        let shown = plain(i64::try_from(number).unwrap_or(i64::MAX));
        // A link can't hold another one.
        if !self.open_links.is_empty() || !self.images.is_empty() {
            self.open(&format!("<sup>{shown}</sup>"));
            return;
        }
        note.references += 1;
        let id = reference_id(number, note.references);
        self.open("<sup class=\"note-ref\"><a id=\"");
        self.hole(Filling::IdPrefix);
        self.open(&id);
        self.open("\" href=\"#");
        self.hole(Filling::IdPrefix);
        self.open(&format!("note-{number}\" aria-label=\"پانوشت {shown}\">{shown}</a></sup>"));
    }

    fn end_definition(&mut self) {
        let Some((outer, name)) = self.waiting.pop() else { return };
        let inner = std::mem::replace(&mut self.piece, outer);
        let at = self.note(name);
        let note = &mut self.notes[at].1;
        if note.text.is_none() {
            note.text = Some(inner);
        }
    }

    /// Appends the footnotes, each with links back to where it is named.
    fn append_notes(&mut self) {
        if self.notes.is_empty() {
            return;
        }
        self.piece.html.push_str("<ol class=\"notes\">\n");
        for (_, note) in std::mem::take(&mut self.notes) {
            let mut text = note.text.unwrap_or_default();
            self.piece.html.push_str("<li id=\"");
            self.hole(Filling::IdPrefix);
            let _ = write!(self.piece.html, "note-{}\">", note.number);
            let tail = if text.html.ends_with("</p>\n") { "</p>\n" } else { "" };
            text.html.truncate(text.html.len() - tail.len());
            let shift = self.piece.html.len();
            self.piece.html.push_str(&text.html);
            self.piece.holes.extend(text.holes.into_iter().map(|hole| Hole { at: hole.at + shift, ..hole }));
            for reference in 1..=note.references {
                self.piece.html.push_str(" <a class=\"note-back\" href=\"#");
                self.hole(Filling::IdPrefix);
                self.piece.html.push_str(&reference_id(note.number, reference));
                self.piece.html.push_str("\">بازگشت</a>");
            }
            self.piece.html.push_str(tail);
            self.piece.html.push_str("</li>\n");
            self.piece.plain.push_str(&text.plain);
        }
        self.piece.html.push_str("</ol>\n");
    }

    fn finish(mut self) -> Document {
        self.flush();
        self.append_notes();
        self.settle_fragments();
        let Piece { mut html, holes, mut plain } = self.piece;
        html.shrink_to_fit();
        plain.truncate(plain.trim_end().len());
        html.shrink_to_fit();
        plain.shrink_to_fit();
        Document { plain, headings: self.headings, links: self.links, pictures: self.pictures, html, holes }
    }

    /// Gives links to headings of this body the heading's id, now that all headings are known.
    fn settle_fragments(&mut self) {
        if !self.links.iter().any(|link| matches!(link.target, Target::Fragment(_))) {
            return;
        }
        let exact: BTreeSet<&str> = self.headings.iter().map(|heading| heading.id.as_str()).collect();
        let folded: BTreeMap<String, &str> =
            self.headings.iter().rev().map(|heading| (fold_key(&heading.id), heading.id.as_str())).collect();
        let mut proposals = PROPOSALS;
        for link in &mut self.links {
            let Target::Fragment(typed) = &mut link.target else { continue };
            if exact.contains(typed.as_str()) {
                continue;
            }
            let key = fold_key(typed);
            if let Some(id) = folded.get(&key) {
                (*id).clone_into(typed);
                continue;
            }
            let finding = Diagnostic::new(
                codes::LINK_ANCHOR,
                link.at.clone(),
                format!("در این متن عنوانی با نشانی «#{typed}» نیست."),
                format!("This text has no heading \"#{typed}\"."),
            );
            let near = if proposals > 0 && key.len() <= 200 { nearest(&folded, &key) } else { None };
            proposals = proposals.saturating_sub(1);
            self.findings.push(match near {
                Some(id) => finding.hint(format!("شاید «#{id}»؟"), format!("Did you mean \"#{id}\"?")),
                None => finding
                    .hint("نشانی عنوان را اصلاح کنید یا پیوند را بردارید.", "Correct or remove the link."),
            });
        }
    }
}

/// How many wrong anchors of one body get a proposal, which costs a look at every heading.
const PROPOSALS: usize = 20;

/// The id that a folded one resembles most, if any does.
fn nearest<'h>(known: &BTreeMap<String, &'h str>, key: &str) -> Option<&'h str> {
    known
        .iter()
        .map(|(folded, id)| (strsim::normalized_damerau_levenshtein(folded, key), *id))
        .filter(|(likeness, _)| *likeness > 0.6)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, id)| id)
}

fn reference_id(number: usize, reference: usize) -> String {
    if reference == 1 { format!("note-ref-{number}") } else { format!("note-ref-{number}-{reference}") }
}

/// Vowel signs and the hamza above stand inside words.
fn is_mark(character: char) -> bool {
    matches!(character, '\u{064B}'..='\u{0655}' | '\u{0670}' | 'ـ')
}
