//! Turns the parser's error into the mistake that a person most likely made.
//!
//! The parser reports where it had to stop, but the mistake often precedes that point. Each function examines the
//! surrounding lines and either recognizes a mistake or returns `None` so that the next one is tried. Start reading at
//! [`explain`].

use granit_parser::{ErrorKind, ScanError};

use super::scene::{Complaint, Scene};
use super::sentences::{
    after_quote, block_header, colon_in_value, control, directive, escape, flow_separator, indentation,
    list_on_key_line, mismatched, missing_space, mixed, no_colon, odd_indent, reserved_start, too_deep,
    unclosed_bracket, unclosed_quote, unknown, wrong_colon, wrong_comma,
};
use super::{Fault, lines};

/// Explains why the parser stopped. The first check that recognizes the mistake wins, so specific checks come first.
pub(super) fn explain(scene: &Scene<'_>, error: &ScanError) -> Fault {
    let (kind, mark) = (error.kind(), *error.marker());
    let here = Complaint { kind, line: mark.line(), column: mark.col() };
    limits(scene, &here)
        .or_else(|| tabs(scene, &here))
        .or_else(|| quotes(scene, &here))
        .or_else(|| brackets(scene, &here))
        .or_else(|| reserved_starts(scene, &here))
        .or_else(|| colons(scene, &here))
        .or_else(|| structure(scene, &here))
        .unwrap_or_else(|| unknown(scene, &here))
}

fn limits(scene: &Scene<'_>, here: &Complaint<'_>) -> Option<Fault> {
    match here.kind {
        ErrorKind::RecursionLimitExceeded => Some(too_deep(scene.at(here.line, here.column, 1))),
        ErrorKind::DirectiveDisallowed => Some(directive(scene, here)),
        ErrorKind::UnexpectedCharacter { character } if character.is_control() => {
            Some(control(scene, here, *character))
        }
        _ => None,
    }
}

/// Finds a tab in the indent of the reported line, or of the next line if the parser reports the one before.
fn tabs(scene: &Scene<'_>, here: &Complaint<'_>) -> Option<Fault> {
    let below = matches!(here.kind, ErrorKind::TabInPlainScalar | ErrorKind::TabAtBlockScalarStart);
    (here.line..=here.line + usize::from(below)).find_map(|number| {
        let column = lines::odd_indent(scene.line(number))?;
        Some(odd_indent(scene, number, column))
    })
}

fn quotes(scene: &Scene<'_>, here: &Complaint<'_>) -> Option<Fault> {
    match here.kind {
        ErrorKind::UnclosedQuotedScalar => Some(unclosed_quote(scene, here.line, here.column)),
        ErrorKind::InvalidTrailingSingleQuotedScalar | ErrorKind::InvalidTrailingDoubleQuotedScalar => {
            let (line, column) = quote_before(scene, here)?;
            Some(if line < here.line {
                unclosed_quote(scene, line, column)
            } else {
                after_quote(scene, here)
            })
        }
        ErrorKind::DocumentIndicatorInQuotedScalar | ErrorKind::InvalidQuotedScalarIndent => {
            let (line, column) = quote_before(scene, here)?;
            Some(unclosed_quote(scene, line, column))
        }
        ErrorKind::UnknownQuotedScalarEscape
        | ErrorKind::InvalidQuotedScalarHexEscape
        | ErrorKind::InvalidLowSurrogateHexEscape
        | ErrorKind::InvalidLowSurrogate
        | ErrorKind::MissingLowSurrogate
        | ErrorKind::UnpairedLowSurrogate
        | ErrorKind::InvalidUnicodeEscape => Some(escape(scene, here)),
        _ => None,
    }
}

/// Returns the position of the quote that opened the quoted text before the error: the first quote after the last
/// complete scalar.
fn quote_before(scene: &Scene<'_>, here: &Complaint<'_>) -> Option<(usize, usize)> {
    let from = scene.last.map_or((1, 0), |last| (last.end.line(), last.end.col()));
    (from.0..=here.line).find_map(|number| {
        let skip = if number == from.0 { from.1 } else { 0 };
        let column = scene.line(number).chars().skip(skip).position(|c| c == '"' || c == '\'')?;
        Some((number, skip + column))
    })
}

fn brackets(scene: &Scene<'_>, here: &Complaint<'_>) -> Option<Fault> {
    match here.kind {
        ErrorKind::UnclosedFlowCollection { open } => {
            return Some(unclosed_bracket(scene, here.line, here.column, *open));
        }
        ErrorKind::MismatchedFlowCollectionEnd { open, close } => {
            return Some(mismatched(scene, here, *open, *close));
        }
        _ => {}
    }
    let open = scene.flow?;
    // An unclosed bracket swallows the following lines until a field stops the parser.
    if open.line() < here.line && lines::is_field(scene.line(here.line)) {
        let sign = scene.rest(open.line(), open.col()).chars().next().unwrap_or('[');
        return Some(unclosed_bracket(scene, open.line(), open.col(), sign));
    }
    let from = if open.line() == here.line { open.col() } else { 0 };
    let between = scene.line(here.line).chars().enumerate().take(here.column).skip(from);
    let comma = between.filter(|(_, c)| matches!(c, '،' | '؛' | '٬')).last();
    Some(match comma {
        Some((column, sign)) => wrong_comma(scene, here.line, column, sign),
        None => flow_separator(scene, here),
    })
}

/// Recognizes a value that begins with a character that YAML reserves.
fn reserved_starts(scene: &Scene<'_>, here: &Complaint<'_>) -> Option<Fault> {
    let rest = scene.rest(here.line, here.column);
    let sign = rest.chars().next()?;
    match here.kind {
        ErrorKind::InvalidBlockScalarHeader | ErrorKind::ZeroBlockScalarIndent => {
            Some(block_header(scene, here, sign))
        }
        ErrorKind::BlockSequenceEntryNotAllowed => Some(list_on_key_line(scene, here)),
        ErrorKind::UnexpectedCharacter { character } => {
            Some(reserved_start(scene, here.line, here.column, *character))
        }
        ErrorKind::MissingAnchorOrAliasName
        | ErrorKind::MappingKeyNotAllowed
        | ErrorKind::MisplacedFlowCollectionEnd
        | ErrorKind::UnexpectedEofBlockMapping
        | ErrorKind::UnexpectedEofBlockSequence
        | ErrorKind::UndeclaredTagHandle
        | ErrorKind::InvalidTagTerminator
        | ErrorKind::MissingTagUri
        | ErrorKind::InvalidTagEscape
        | ErrorKind::InvalidGlobalTagCharacter
        | ErrorKind::UnclosedVerbatimTag => {
            let (column, sign) = value_start(scene.line(here.line))?;
            let reserved = "@`%&*!|>,?]}".contains(sign) && column <= here.column;
            // A stray closing bracket after a complete value is text after the value, not a value that begins with a bracket.
            let closes = here.column > column && matches!(here.kind, ErrorKind::MisplacedFlowCollectionEnd);
            if closes {
                Some(after_quote(scene, here))
            } else {
                reserved.then(|| reserved_start(scene, here.line, column, sign))
            }
        }
        _ => None,
    }
}

/// Returns the column and first character of the value on a line, after `name: ` or `- `.
fn value_start(line: &str) -> Option<(usize, char)> {
    let content = lines::content(line);
    let value = match content.split_once(": ") {
        Some((_, value)) if lines::is_field(line) => value.trim_start(),
        _ => content,
    };
    let column = line.chars().count() - value.chars().count();
    Some((column, value.chars().next()?))
}

fn colons(scene: &Scene<'_>, here: &Complaint<'_>) -> Option<Fault> {
    match here.kind {
        ErrorKind::MappingValueNotAllowed | ErrorKind::InvalidColonPlacement => {
            value_not_allowed(scene, here)
        }
        ErrorKind::SimpleKeyExpected | ErrorKind::InvalidSimpleKey => {
            bad_field_line(scene, here.line).or_else(|| Some(no_colon(scene, here.line)))
        }
        _ => None,
    }
}

/// Explains a `: ` where YAML allows no name: inside a value, after a line with deeper indent, or after a line that the
/// parser read as text.
fn value_not_allowed(scene: &Scene<'_>, here: &Complaint<'_>) -> Option<Fault> {
    let last = scene.last?;
    let begun = last.start.line();
    if begun == here.line {
        return Some(colon_in_value(scene, here));
    }
    if let Some(fault) = bad_field_line(scene, begun) {
        return Some(fault);
    }
    let line = scene.line(begun);
    let first_of_line = lines::indent(line) == last.start.col();
    Some(if first_of_line { no_colon(scene, begun) } else { indentation(scene, here.line) })
}

/// Recognizes a line that was meant as a field or an item but lacks the space after its sign or has the wrong sign.
pub(super) fn bad_field_line(scene: &Scene<'_>, number: usize) -> Option<Fault> {
    bad_field(scene, number, scene.line(number))
}

/// Like [`bad_field_line`], for a line whose text is given.
pub(super) fn bad_field(scene: &Scene<'_>, number: usize, line: &str) -> Option<Fault> {
    let content = lines::content(line);
    let column = line.chars().count() - content.chars().count();
    if let Some(name) = lines::name_without_space(line) {
        return Some(missing_space(scene, number, column + name.chars().count(), ':'));
    }
    if let Some((name, sign)) = lines::name_with_wrong_colon(line) {
        return Some(wrong_colon(scene, number, column + name.chars().count(), sign));
    }
    lines::is_tight_item(line).then(|| missing_space(scene, number, lines::indent(line), '-'))
}

fn structure(scene: &Scene<'_>, here: &Complaint<'_>) -> Option<Fault> {
    let line = scene.line(here.line);
    let indent = lines::indent(line);
    match here.kind {
        ErrorKind::ExpectedBlockMappingKey
            if line.trim_start().starts_with('-') && here.column <= indent + 2 =>
        {
            Some(mixed(scene, here.line))
        }
        ErrorKind::ExpectedBlockMappingKey | ErrorKind::ExpectedDocumentStart if here.column > indent => {
            Some(after_quote(scene, here))
        }
        ErrorKind::ExpectedBlockSequenceEntry if lines::is_field(line) => Some(mixed(scene, here.line)),
        ErrorKind::ExpectedBlockMappingKey
        | ErrorKind::ExpectedBlockSequenceEntry
        | ErrorKind::ExpectedDocumentStart
        | ErrorKind::InvalidIndentation
        | ErrorKind::InvalidBlockScalarIndent
        | ErrorKind::InvalidFlowScalarIndent => Some(indentation(scene, here.line)),
        _ => None,
    }
}
