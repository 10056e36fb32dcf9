//! Builds the tree from the parser's events with a stack of open lists and maps instead of recursion.

use std::borrow::Cow;

use granit_parser::{Event, Marker, Parser, ScalarStyle, StructureStyle, options};

use super::scene::Scene;
use super::{Fault, Node, Raw, Span, sentences, slips, suspects};
use crate::diag::codes::yaml as codes;

/// The maximum nesting of lists and maps. No record comes near it; the limit stops input such as 100,000 times `[`.
pub const MAX_DEPTH: usize = 32;

/// Parses a text whose first line has the number `first_line` in its file (1 for a whole file). Returns `None` if the text
/// contains only white space and comments.
///
/// Fails at the first syntax error or unsupported feature: anchors and aliases, tags, merge keys, a second document,
/// directives, keys that are not plain text, nesting deeper than [`MAX_DEPTH`]. Also fails at mistakes that are valid YAML
/// with another meaning (`title:Library`, `[a، b]`, `color: #0a7c80`). Time and memory are linear in the length of the
/// text.
pub fn parse(src: &str, first_line: u32) -> Result<Option<Node<'_>>, Fault> {
    let src = src.strip_prefix('\u{feff}').unwrap_or(src);
    let mut builder = Builder { src, first_line, open: Vec::new(), root: None, documents: 0, last: None };
    // A BOM inside the text is not a syntax error: text cleaning drops it later and reports an advice.
    let options = options! {
        flow_nesting_limit: MAX_DEPTH,
        block_nesting_limit: MAX_DEPTH,
        emit_comments: false,
        disallow_directives: true,
        emit_unresolved_aliases: true,
        emit_anchor_events: true,
        bom_inside_document_as_content: true,
    };
    let mut parser = Parser::new_from_str_with_options(src, options);
    while let Some(event) = parser.next_event() {
        match event {
            Ok((event, span)) => builder.event(event, span)?,
            Err(error) => return Err(slips::explain(&builder.scene(), &error)),
        }
        // A document that is a single line of text is most likely a field that lacks its space or colon.
    }
    match builder.root {
        Some(root) => suspects::root(src, first_line, &root).map_or(Ok(Some(root)), Err),
        None => Ok(None),
    }
}

/// A list or map whose end has not been reached.
struct Open<'s> {
    start: granit_parser::Span,
    flow: bool,
    contents: Contents<'s>,
}

enum Contents<'s> {
    List(Vec<Node<'s>>),
    Map { pairs: Vec<(Node<'s>, Node<'s>)>, key: Option<Node<'s>> },
}

struct Builder<'s> {
    src: &'s str,
    first_line: u32,
    open: Vec<Open<'s>>,
    root: Option<Node<'s>>,
    documents: usize,
    /// The last scalar, which helps to explain an error after it.
    last: Option<granit_parser::Span>,
}

type Step = Result<(), Fault>;

impl<'s> Builder<'s> {
    fn event(&mut self, event: Event<'s>, span: granit_parser::Span) -> Step {
        if let Some(tag) = span.tag_start() {
            return Err(self.reject(&Feature::Tag, tag, span.tag_span().unwrap_or(span)));
        }
        match event {
            Event::DocumentStart(..) => self.document(span),
            Event::Anchor(..) => Err(self.reject(&Feature::Anchor, span.start, span)),
            Event::Alias(_) | Event::UnresolvedAlias(_) => {
                Err(self.reject(&Feature::Alias, span.start, span))
            }
            Event::Scalar(text, style, ..) => self.scalar(text, style, span),
            Event::SequenceStart(style, ..) => self.start(style, span, Contents::List(Vec::new())),
            Event::MappingStart(style, ..) => {
                self.start(style, span, Contents::Map { pairs: Vec::new(), key: None })
            }
            Event::SequenceEnd | Event::MappingEnd => {
                self.end(span);
                Ok(())
            }
            // Start and end of the stream, end of the document and comments add nothing to the tree.
            _ => Ok(()),
        }
    }

    fn document(&mut self, span: granit_parser::Span) -> Step {
        self.documents += 1;
        if self.documents == 1 {
            return Ok(());
        }
        let fault = Fault::new(
            codes::SECOND_DOCUMENT,
            self.span(span),
            "در میان فایل «---» آمده است و سند دومی آغاز می‌شود.",
            "A second document begins with «---» in the middle of the file.",
        );
        Err(fault.hint(
            "این سطر را پاک کنید؛ برای چند رکورد در یک فایل، هر یک را با «- » آغاز کنید.",
            "Delete this line; for several records in one file begin each with «- ».",
        ))
    }

    fn scalar(&mut self, text: Cow<'s, str>, style: ScalarStyle, span: granit_parser::Span) -> Step {
        let plain = style == ScalarStyle::Plain;
        let is_key = self.expects_key();
        // The parser reports a missing value as a plain `~` with an empty span; a typed `~` has a width.
        let absent = plain && span.start.index() == span.end.index();
        if is_key {
            self.check_key(&text, plain, absent, span)?;
        } else if plain {
            suspects::scalar(&self.scene(), &text, span).map_or(Ok(()), Err)?;
        }
        self.last = Some(span);
        let null = plain && !is_key && matches!(&*text, "" | "~" | "null" | "Null" | "NULL");
        let raw = if null { Raw::Null } else { Raw::Text(text) };
        self.attach(Node { at: self.span(span), raw });
        Ok(())
    }

    fn check_key(&self, text: &str, plain: bool, absent: bool, span: granit_parser::Span) -> Step {
        if absent {
            return Err(self.no_key(span));
        }
        if plain && text == "<<" {
            let fault = Fault::new(
                codes::MERGE_KEY,
                self.span(span),
                "کلید ادغام «<<» پذیرفته نمی‌شود.",
                "The merge key «<<» is refused.",
            );
            return Err(
                fault.hint("فیلدها را این‌جا یک به یک بنویسید.", "Write the fields out here, one by one.")
            );
        }
        suspects::key(&self.scene(), text, span).map_or(Ok(()), Err)
    }

    fn start(&mut self, style: StructureStyle, span: granit_parser::Span, contents: Contents<'s>) -> Step {
        if self.expects_key() {
            return Err(self.no_key(span));
        }
        if self.open.len() >= MAX_DEPTH {
            return Err(sentences::too_deep(self.span(span)));
        }
        self.open.push(Open { start: span, flow: style == StructureStyle::Flow, contents });
        Ok(())
    }

    fn end(&mut self, end: granit_parser::Span) {
        let Some(open) = self.open.pop() else { return };
        let mut at = self.span(granit_parser::Span::new(open.start.start, end.end));
        let raw = match open.contents {
            Contents::List(items) => Raw::List(items),
            Contents::Map { pairs, .. } => Raw::Map(pairs),
        };
        // A block has no sign of its own: an error about all of it points at its first key or first `-`.
        if !open.flow {
            at = match &raw {
                Raw::Map(pairs) => pairs.first().map_or(at, |(key, _)| key.at),
                _ => Span { length: 1, ..self.span(open.start) },
            };
        }
        self.attach(Node { at, raw });
    }

    /// Adds a finished node to the innermost open list or map, or makes it the root.
    fn attach(&mut self, node: Node<'s>) {
        match self.open.last_mut().map(|open| &mut open.contents) {
            None => self.root = Some(node),
            Some(Contents::List(items)) => items.push(node),
            Some(Contents::Map { pairs, key }) => match key.take() {
                None => *key = Some(node),
                Some(name) => pairs.push((name, node)),
            },
        }
    }

    /// Returns whether the next node is the key of a map.
    fn expects_key(&self) -> bool {
        matches!(self.open.last(), Some(Open { contents: Contents::Map { key: None, .. }, .. }))
    }

    fn scene(&self) -> Scene<'s> {
        // Errors refer to the innermost bracket even if block collections are open inside it.
        let flow = self.open.iter().rev().find(|open| open.flow);
        Scene {
            src: self.src,
            first_line: self.first_line,
            last: self.last,
            flow: flow.map(|open| open.start.start),
            in_flow: self.open.last().is_some_and(|open| open.flow),
            in_flow_map: matches!(
                self.open.last(),
                Some(Open { flow: true, contents: Contents::Map { .. }, .. })
            ),
        }
    }

    fn span(&self, span: granit_parser::Span) -> Span {
        self.scene().span(span)
    }

    fn no_key(&self, span: granit_parser::Span) -> Fault {
        Fault::new(
            codes::COMPLEX_KEY,
            self.span(span),
            "نام فیلد باید یک واژه باشد، نه فهرست یا نگاشت یا جای خالی.",
            "A field's name must be a word, not a list, a map or nothing.",
        )
        .hint(
            "پیش از «:» نام فیلد را بنویسید؛ اگر این یک متن است، همهٔ آن را میان دو ' بگذارید.",
            "Write the field's name before «:»; if this is a text, put all of it between two '.",
        )
    }

    fn reject(&self, feature: &Feature, from: Marker, span: granit_parser::Span) -> Fault {
        feature.fault(self.span(granit_parser::Span::new(from, span.end)))
    }
}

/// YAML features that records may not use.
enum Feature {
    Tag,
    Anchor,
    Alias,
}

impl Feature {
    fn fault(&self, at: Span) -> Fault {
        let (code, sign, fa, en) = match self {
            Self::Tag => (codes::TAG, '!', "برچسب نوع پذیرفته نمی‌شود.", "Tags are refused."),
            Self::Anchor => (codes::ANCHOR, '&', "لنگر YAML پذیرفته نمی‌شود.", "Anchors are refused."),
            Self::Alias => (codes::ANCHOR, '*', "ارجاع به لنگر YAML پذیرفته نمی‌شود.", "Aliases are refused."),
        };
        Fault::new(code, at, fa, en).hint(
            format!("اگر {sign} جزو متن است، همهٔ متن را میان دو ' بگذارید؛ وگرنه مقدار را کامل بنویسید."),
            format!("If {sign} belongs to the text, put the whole text between two '; otherwise write out the value."),
        )
    }
}
