//! From the parser's events to the tree: a stack of open lists and maps, no recursion.

use std::borrow::Cow;

use granit_parser::{Event, Marker, Parser, ScalarStyle, StructureStyle, options};

use super::scene::Scene;
use super::{Fault, Node, Raw, Span, sentences, slips, suspects};
use crate::diag::codes::yaml as codes;

/// How many lists and maps may stand inside each other.
pub const MAX_DEPTH: usize = 32;

/// Reads a text whose first line is line `first_line` of its file (1 for a whole file); `None` where it holds nothing
/// but blanks and notes.
///
/// Fails at the first thing that can't be read or is refused: anchors and aliases, tags, merge keys, a second document,
/// directives, keys that are no words, more than [`MAX_DEPTH`] layers; and slips that YAML would take for something
/// else (`title:Library`, `[a، b]`, `colour: #0a7c80`). Time and memory grow with the text and no faster.
pub fn parse(src: &str, first_line: u32) -> Result<Option<Node<'_>>, Fault> {
    let src = src.strip_prefix('\u{feff}').unwrap_or(src);
    let mut builder = Builder { src, first_line, open: Vec::new(), root: None, documents: 0, last: None };
    // A BOM inside is dropped by the cleaning of texts, with an advice: no syntax error here.
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
            Ok((event, span)) => builder.take(event, span)?,
            Err(error) => return Err(slips::explain(&builder.scene(), &error)),
        }
    }
    match builder.root {
        Some(root) => suspects::root(src, first_line, &root).map_or(Ok(Some(root)), Err),
        None => Ok(None),
    }
}

/// A list or map that is not closed yet.
struct Open<'s> {
    start: granit_parser::Span,
    flow: bool,
    holds: Holds<'s>,
}

enum Holds<'s> {
    List(Vec<Node<'s>>),
    Map { pairs: Vec<(Node<'s>, Node<'s>)>, key: Option<Node<'s>> },
}

struct Builder<'s> {
    src: &'s str,
    first_line: u32,
    open: Vec<Open<'s>>,
    root: Option<Node<'s>>,
    documents: usize,
    /// The last scalar, for what comes after it to be explained by.
    last: Option<granit_parser::Span>,
}

type Step = Result<(), Fault>;

impl<'s> Builder<'s> {
    fn take(&mut self, event: Event<'s>, span: granit_parser::Span) -> Step {
        if let Some(tag) = span.tag_start() {
            return Err(self.refuse(&Refused::Tag, tag, span.tag_span().unwrap_or(span)));
        }
        match event {
            Event::DocumentStart(..) => self.document(span),
            Event::Anchor(..) => Err(self.refuse(&Refused::Anchor, span.start, span)),
            Event::Alias(_) | Event::UnresolvedAlias(_) => {
                Err(self.refuse(&Refused::Alias, span.start, span))
            }
            Event::Scalar(text, style, ..) => self.scalar(text, style, span),
            Event::SequenceStart(style, ..) => self.start(style, span, Holds::List(Vec::new())),
            Event::MappingStart(style, ..) => {
                self.start(style, span, Holds::Map { pairs: Vec::new(), key: None })
            }
            Event::SequenceEnd | Event::MappingEnd => {
                self.end(span);
                Ok(())
            }
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
        let is_key = self.wants_key();
        let absent = plain && span.start.index() == span.end.index();
        if is_key {
            self.check_key(&text, plain, absent, span)?;
        } else if plain {
            suspects::scalar(&self.scene(), &text, span).map_or(Ok(()), Err)?;
        }
        self.last = Some(span);
        let null = plain && !is_key && matches!(&*text, "" | "~" | "null" | "Null" | "NULL");
        let raw = if null { Raw::Null } else { Raw::Text(text) };
        self.put(Node { at: self.span(span), raw });
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

    fn start(&mut self, style: StructureStyle, span: granit_parser::Span, holds: Holds<'s>) -> Step {
        if self.wants_key() {
            return Err(self.no_key(span));
        }
        if self.open.len() >= MAX_DEPTH {
            return Err(sentences::too_deep(self.span(span)));
        }
        self.open.push(Open { start: span, flow: style == StructureStyle::Flow, holds });
        Ok(())
    }

    fn end(&mut self, end: granit_parser::Span) {
        let Some(open) = self.open.pop() else { return };
        let mut at = self.span(granit_parser::Span::new(open.start.start, end.end));
        let raw = match open.holds {
            Holds::List(items) => Raw::List(items),
            Holds::Map { pairs, .. } => Raw::Map(pairs),
        };
        if !open.flow {
            at = match &raw {
                Raw::Map(pairs) => pairs.first().map_or(at, |(key, _)| key.at),
                _ => Span { length: 1, ..self.span(open.start) },
            };
        }
        self.put(Node { at, raw });
    }

    /// Puts a finished node where it belongs.
    fn put(&mut self, node: Node<'s>) {
        match self.open.last_mut().map(|open| &mut open.holds) {
            None => self.root = Some(node),
            Some(Holds::List(items)) => items.push(node),
            Some(Holds::Map { pairs, key }) => match key.take() {
                None => *key = Some(node),
                Some(name) => pairs.push((name, node)),
            },
        }
    }

    /// Says whether the next node is the key of a map.
    fn wants_key(&self) -> bool {
        matches!(self.open.last(), Some(Open { holds: Holds::Map { key: None, .. }, .. }))
    }

    fn scene(&self) -> Scene<'s> {
        let flow = self.open.iter().rev().find(|open| open.flow);
        Scene {
            src: self.src,
            first_line: self.first_line,
            last: self.last,
            flow: flow.map(|open| open.start.start),
            in_flow: self.open.last().is_some_and(|open| open.flow),
            in_flow_map: matches!(self.open.last(), Some(Open { flow: true, holds: Holds::Map { .. }, .. })),
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
            "Write the field's name before «:»; where this is a text, put all of it between two '.",
        )
    }

    fn refuse(&self, what: &Refused, from: Marker, span: granit_parser::Span) -> Fault {
        what.fault(self.span(granit_parser::Span::new(from, span.end)))
    }
}

/// What YAML knows and records don't.
enum Refused {
    Tag,
    Anchor,
    Alias,
}

impl Refused {
    fn fault(&self, at: Span) -> Fault {
        let (code, sign, fa, en) = match self {
            Self::Tag => (codes::TAG, '!', "برچسب نوع پذیرفته نمی‌شود.", "Tags are refused."),
            Self::Anchor => (codes::ANCHOR, '&', "لنگر YAML پذیرفته نمی‌شود.", "Anchors are refused."),
            Self::Alias => (codes::ANCHOR, '*', "ارجاع به لنگر YAML پذیرفته نمی‌شود.", "Aliases are refused."),
        };
        Fault::new(code, at, fa, en).hint(
            format!("اگر {sign} جزو متن است، همهٔ متن را میان دو ' بگذارید؛ وگرنه مقدار را کامل بنویسید."),
            format!("Where {sign} belongs to the text, put the whole text between two '; else write the value out."),
        )
    }
}
