//! Converts the Markdown events of a body to a [`Document`] and reports errors.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::ops::Range;

use pulldown_cmark::{Alignment, CodeBlockKind, Event, LinkType, Tag, TagEnd};

use super::escape::escape_into;
use super::leftover::{self, Leftover};
use super::link::{self, Target};
use super::typed::{Typed, reads_as_item};
use super::{Document, Filling, Heading, Hole, Link, Origin, PictureLink, bare};
use crate::diag::codes::links as codes;
use crate::diag::{Diagnostic, Place};
use crate::persian::numbers::{ascii_digits, plain};
use crate::persian::text::{fold_key, page_digits};

/// Parses a body and reports every error that is visible without knowledge of the rest of the site.
pub fn inspect(source: &str, origin: &Origin, findings: &mut Vec<Diagnostic>) -> Document {
    let typed = Typed::new(source);
    let mut writer = Writer::new(source, origin, findings);
    for (event, range) in typed.events() {
        writer.event(event, &range);
    }
    writer.finish()
}

/// A part of the output. Each footnote is written to a part of its own, which is appended at the end.
#[derive(Default)]
struct Part {
    html: String,
    holes: Vec<Hole>,
    plain: String,
}

struct Note {
    number: usize,
    references: usize,
    text: Option<Part>,
}

/// A link or picture whose end has not been reached.
struct Open {
    /// Its index in `links`, or `None` if its address was rejected.
    index: Option<usize>,
    /// The length of the plain text when it began, so that its own text can be extracted at its end.
    plain: usize,
    at: Place,
    address_is_text: bool,
}

#[expect(clippy::struct_excessive_bools, reason = "each remembers another thing about the text read so far")]
struct Writer<'s> {
    source: &'s str,
    origin: &'s Origin,
    findings: &'s mut Vec<Diagnostic>,
    /// The offset of each line, computed when a place is first needed.
    lines: Vec<usize>,
    /// The offset and column of the previous place, from which the next count of characters continues.
    counted: (usize, u32),
    part: Part,
    /// Enclosing parts during a footnote definition, each with the name of that footnote.
    waiting: Vec<(Part, String)>,
    /// Text that may continue in the next event. Collected first because [`page_digits`] has to see whole words.
    text: String,
    /// The parts of the text, each with its offset in the text and in the source.
    text_from: Vec<(usize, usize)>,
    /// Whether a mark that stays on the page was reported in the current block.
    mark_reported: bool,
    /// The levels of the enclosing headings, from which the depth is computed.
    levels: Vec<u8>,
    heading_plain: usize,
    ids: BTreeMap<String, usize>,
    links: Vec<Link>,
    pictures: Vec<PictureLink>,
    headings: Vec<Heading>,
    /// Links whose end has not been reached. A URL typed as plain text can occur inside the text of another link.
    open_links: Vec<Open>,
    /// Pictures whose end has not been reached, with address and title; one can be inside the description of another.
    images: Vec<(Open, String, String)>,
    notes: Vec<(String, Note)>,
    note_index: BTreeMap<String, usize>,
    alignments: Vec<Alignment>,
    column: usize,
    in_head: bool,
    in_code: bool,
    html_reported: bool,
}

impl<'s> Writer<'s> {
    fn new(source: &'s str, origin: &'s Origin, findings: &'s mut Vec<Diagnostic>) -> Self {
        // Reserve a quarter more than the Markdown for tags, so that the buffer rarely has to grow.
        let part = Part { html: String::with_capacity(source.len() + source.len() / 4), ..Part::default() };
        Self {
            source,
            origin,
            findings,
            lines: Vec::new(),
            counted: (0, 0),
            part,
            waiting: Vec::new(),
            text: String::new(),
            text_from: Vec::new(),
            mark_reported: false,
            levels: Vec::new(),
            heading_plain: 0,
            ids: BTreeMap::new(),
            links: Vec::new(),
            pictures: Vec::new(),
            headings: Vec::new(),
            open_links: Vec::new(),
            images: Vec::new(),
            notes: Vec::new(),
            note_index: BTreeMap::new(),
            alignments: Vec::new(),
            column: 0,
            in_head: false,
            in_code: false,
            html_reported: false,
        }
    }

    fn event(&mut self, event: Event<'_>, range: &Range<usize>) {
        match event {
            Event::Text(text) => {
                self.text_from.push((self.text.len(), range.start));
                self.text.push_str(&text);
                return;
            }
            Event::SoftBreak if !reads_as_item(self.source.get(range.end..).unwrap_or_default()) => {
                self.text_from.push((self.text.len(), range.start));
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
                self.report_html(range);
                self.verbatim(&html, &html);
            }
            Event::FootnoteReference(name) => self.reference(name.into_string()),
            Event::SoftBreak | Event::HardBreak => {
                self.open("<br>\n");
                self.part.plain.push(' ');
            }
            Event::Rule => self.open("<hr>\n"),
            // Text is handled above. The other events belong to extensions that are disabled.
            _ => {}
        }
    }

    /// Writes markup, except inside a picture's description, which is plain text.
    fn open(&mut self, markup: &str) {
        if self.images.is_empty() {
            self.part.html.push_str(markup);
        }
    }

    fn hole(&mut self, what: Filling) {
        if self.images.is_empty() {
            self.part.holes.push(Hole { at: self.part.html.len(), what });
        }
    }

    /// Writes the collected text.
    fn flush(&mut self) {
        if self.text.is_empty() {
            return;
        }
        let text = std::mem::take(&mut self.text);
        if self.in_code || self.open_links.last().is_some_and(|link| link.address_is_text) {
            // Code keeps its digits, and so does a URL that is shown as text, since people copy both.
            self.verbatim(&text, &text);
        } else {
            self.report_mark(&text);
            self.prose(&text);
        }
        // Reuse the buffer's allocation.
        self.text = text;
        self.text.clear();
        self.text_from.clear();
    }

    /// Writes text outside code, with Persian digits; addresses in it become links.
    fn prose(&mut self, text: &str) {
        let mut written = 0;
        while let Some((range, target)) = bare::find(&text[written..]).filter(|_| self.may_link()) {
            let range = written + range.start..written + range.end;
            let before = &text[written..range.start];
            self.verbatim(&page_digits(before), before);
            let at = self.source_offset(range.start);
            let at = self.place(&(at..at + range.len()));
            self.hole(Filling::LinkStart(self.links.len()));
            self.open("<bdi dir=\"ltr\">");
            self.verbatim(&text[range.clone()], &text[range.clone()]);
            self.open("</bdi>");
            self.hole(Filling::LinkEnd(self.links.len()));
            self.links.push(Link { target, at, title: String::new(), is_bare: true });
            written = range.end;
        }
        let rest = &text[written..];
        self.verbatim(&page_digits(rest), rest);
    }

    /// HTML allows no link inside another link, and the description of a picture is plain text.
    fn may_link(&self) -> bool {
        self.images.is_empty() && self.open_links.is_empty()
    }

    /// Returns where a byte of the collected text stands in the source.
    fn source_offset(&self, at: usize) -> usize {
        let part = self.text_from.partition_point(|&(start, _)| start <= at).saturating_sub(1);
        self.text_from.get(part).map_or(0, |&(start, source)| source + (at - start))
    }

    /// Reports the first mark of a block that stays on the page as text.
    fn report_mark(&mut self, text: &str) {
        if self.mark_reported {
            return;
        }
        let mut marks = leftover::marks(text).map(|mark| (self.source_offset(mark.start), mark.len()));
        // An author who escapes a mark means the text.
        let Some((at, length)) = marks.find(|&(at, _)| !self.source[..at].ends_with('\\')) else { return };
        drop(marks);
        self.mark_reported = true;
        self.report(Leftover::Marks, at..at + length);
    }

    /// Reports what remains on the page as it was typed, at the range of its mark.
    fn report(&mut self, leftover: Leftover, range: Range<usize>) {
        let mark = self.source.get(range.clone()).unwrap_or_default();
        let (at, mark) = (self.place(&range), mark.lines().next().unwrap_or_default());
        self.findings.push(leftover.diagnostic(mark, at));
    }

    /// Writes a text in two forms: `shown` to the page, `typed` to the plain text.
    fn verbatim(&mut self, shown: &str, typed: &str) {
        if self.images.is_empty() {
            escape_into(shown, &mut self.part.html);
        }
        if self.in_code {
            self.part.plain.push_str(typed);
        } else {
            for (at, line) in typed.split('\n').enumerate() {
                self.part.plain.push_str(if at > 0 { " " } else { "" });
                self.part.plain.push_str(line);
            }
        }
    }

    /// Ends a line of the plain text, unless the line is empty.
    fn line(&mut self) {
        let plain = &mut self.part.plain;
        plain.truncate(plain.trim_end_matches(' ').len());
        if !plain.is_empty() && !plain.ends_with('\n') {
            plain.push('\n');
        }
    }

    fn start(&mut self, tag: Tag<'_>, range: &Range<usize>) {
        if let Some((leftover, at)) = leftover::of_block(&tag, self.source, range) {
            self.report(leftover, at);
        }
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
                self.waiting.push((std::mem::take(&mut self.part), name.into_string()));
            }
            Tag::Table(alignments) => {
                // The theme gives tables of more columns a minimum width, so that they scroll in their frame.
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
                // The text of the block ends with a line break, which must not precede the end tag.
                let html = &mut self.part.html;
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
                self.part.plain.push(' ');
                self.column += 1;
            }
            TagEnd::Emphasis => self.open("</em>"),
            TagEnd::Strong => self.open("</strong>"),
            TagEnd::Link => self.end_link(),
            TagEnd::Image => self.end_image(),
            _ => {}
        }
    }

    /// Writes markup that ends a block and starts a new line of the plain text.
    fn close(&mut self, markup: &str) {
        self.mark_reported = false;
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
            escape_into(language, &mut self.part.html);
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
        self.heading_plain = self.part.plain.len();
    }

    fn end_heading(&mut self) {
        let text =
            page_digits(self.part.plain.get(self.heading_plain..).unwrap_or_default().trim()).into_owned();
        let id = self.unique_id(&text);
        let at = self.headings.len() - 1;
        self.headings[at].id = id;
        self.headings[at].text = text;
        self.hole(Filling::HeadingEnd(at));
        self.open("\n");
        self.line();
    }

    /// Creates a unique id from a heading's text: its letters and digits, with hyphens between words.
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
        // Ids of footnotes begin with "note-", so a heading must not.
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
        if self.may_link() {
            match link::target(address) {
                Ok(target) => {
                    open.index = Some(self.links.len());
                    self.hole(Filling::LinkStart(self.links.len()));
                    self.links.push(Link {
                        target,
                        at: open.at.clone(),
                        title: title.to_owned(),
                        is_bare: false,
                    });
                }
                Err(refusal) => self.findings.push(refusal.link_diagnostic(open.at.clone())),
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
        if self.part.plain.get(open.plain..).is_none_or(|text| text.trim().is_empty()) {
            let finding =
                Diagnostic::new(codes::LINK_NO_TEXT, open.at, "پیوند متنی ندارد.", "The link has no text.");
            self.findings
                .push(finding.hint("متن پیوند را میان [ و ] بنویسید.", "Write its text between [ and ]."));
        }
        self.hole(Filling::LinkEnd(index));
    }

    fn end_image(&mut self) {
        let Some((open, address, title)) = self.images.pop() else { return };
        // A picture inside the description of another only contributes its description.
        if !self.images.is_empty() {
            return;
        }
        let alt = page_digits(self.part.plain.get(open.plain..).unwrap_or_default().trim()).into_owned();
        self.part.plain.push(' ');
        let file = match link::media_file(&address) {
            Ok(file) => file,
            Err(refusal) => {
                self.findings.push(refusal.picture_diagnostic(open.at));
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
        Open { index, plain: self.part.plain.len(), at: self.place(range), address_is_text }
    }

    fn report_html(&mut self, range: &Range<usize>) {
        if std::mem::replace(&mut self.html_reported, true) {
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

    /// Converts a range of the body to a place in the file, limited to the first line of the range.
    fn place(&mut self, range: &Range<usize>) -> Place {
        if self.lines.is_empty() {
            self.lines.push(0);
            self.lines.extend(self.source.match_indices('\n').map(|(at, _)| at + 1));
        }
        let line = self.lines.partition_point(|&start| start <= range.start).max(1) - 1;
        let count = |text: &str| u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
        // A line can be as long as the file and contain thousands of links. Counting from its start for each would take
        // quadratic time.
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
        *self.note_index.entry(name.clone()).or_insert_with(|| {
            self.notes.push((name, Note { number: next + 1, references: 0, text: None }));
            next
        })
    }

    fn reference(&mut self, name: String) {
        let at = self.note(name);
        let note = &mut self.notes[at].1;
        let number = note.number;
        let shown = plain(i64::try_from(number).unwrap_or(i64::MAX));
        // HTML allows no link inside another link.
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
        let inner = std::mem::replace(&mut self.part, outer);
        let at = self.note(name);
        let note = &mut self.notes[at].1;
        if note.text.is_none() {
            note.text = Some(inner);
        }
    }

    /// Appends the footnotes, each with links back to its references.
    fn append_notes(&mut self) {
        if self.notes.is_empty() {
            return;
        }
        self.part.html.push_str("<ol class=\"notes\">\n");
        for (_, note) in std::mem::take(&mut self.notes) {
            let mut text = note.text.unwrap_or_default();
            self.part.html.push_str("<li id=\"");
            self.hole(Filling::IdPrefix);
            let _ = write!(self.part.html, "note-{}\">", note.number);
            // Put the back links inside the last paragraph, and shift the holes to their position in the whole text.
            let tail = if text.html.ends_with("</p>\n") { "</p>\n" } else { "" };
            text.html.truncate(text.html.len() - tail.len());
            let shift = self.part.html.len();
            self.part.html.push_str(&text.html);
            self.part.holes.extend(text.holes.into_iter().map(|hole| Hole { at: hole.at + shift, ..hole }));
            for reference in 1..=note.references {
                self.part.html.push_str(" <a class=\"note-back\" href=\"#");
                self.hole(Filling::IdPrefix);
                self.part.html.push_str(&reference_id(note.number, reference));
                self.part.html.push_str("\">بازگشت</a>");
            }
            self.part.html.push_str(tail);
            self.part.html.push_str("</li>\n");
            self.part.plain.push_str(&text.plain);
        }
        self.part.html.push_str("</ol>\n");
    }

    fn finish(mut self) -> Document {
        self.flush();
        self.append_notes();
        self.resolve_fragments();
        let Part { mut html, holes, mut plain } = self.part;
        html.shrink_to_fit();
        plain.truncate(plain.trim_end().len());
        html.shrink_to_fit();
        plain.shrink_to_fit();
        Document { plain, headings: self.headings, links: self.links, pictures: self.pictures, html, holes }
    }

    /// Replaces the fragments of links to this body by the ids of its headings, and reports those that match none. Runs
    /// last, when all headings are known.
    fn resolve_fragments(&mut self) {
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

/// How many wrong fragments of a body get a suggestion. Each suggestion compares with every heading, so the number is
/// limited to keep the time linear.
const PROPOSALS: usize = 20;

/// Returns the id that is most similar to a folded one, if any is similar enough.
fn nearest<'h>(known: &BTreeMap<String, &'h str>, key: &str) -> Option<&'h str> {
    known
        .iter()
        .map(|(folded, id)| (strsim::normalized_damerau_levenshtein(folded, key), *id))
        // A less similar heading would confuse more than it helps.
        .filter(|(likeness, _)| *likeness > 0.6)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, id)| id)
}

fn reference_id(number: usize, reference: usize) -> String {
    if reference == 1 { format!("note-ref-{number}") } else { format!("note-ref-{number}-{reference}") }
}

/// Vowel signs, the hamza above and tatweel: these occur inside words.
fn is_mark(character: char) -> bool {
    matches!(character, '\u{064B}'..='\u{0655}' | '\u{0670}' | 'ـ')
}
