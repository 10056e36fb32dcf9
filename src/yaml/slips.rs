//! From the parser's complaint to the slip that a person most likely made.
//!
//! The parser says where it could not go on; the slip often lies before. Each function looks at the lines around and
//! either recognizes a slip or leaves it to the next. Start reading at [`explain`].

use granit_parser::{ErrorKind, Marker, ScanError};

use super::{Fault, Span, lines};
use crate::diag::codes::yaml as codes;

/// What was known when the parser stopped, or when a node was looked at.
pub(super) struct Scene<'s> {
    pub(super) src: &'s str,
    pub(super) first_line: u32,
    /// The last scalar that was read.
    pub(super) last: Option<granit_parser::Span>,
    /// Where the innermost open bracket stands.
    pub(super) flow: Option<Marker>,
    /// Whether the innermost open list or map is in brackets.
    pub(super) in_flow: bool,
    /// Whether it is a map in braces.
    pub(super) in_flow_map: bool,
}

impl<'s> Scene<'s> {
    /// A scene without a parser.
    pub(super) fn of(src: &'s str, first_line: u32) -> Self {
        Self { src, first_line, last: None, flow: None, in_flow: false, in_flow_map: false }
    }

    /// A place, from a line of the source (from 1), a column (from 0) and a length.
    pub(super) fn at(&self, line: usize, column: usize, length: usize) -> Span {
        let number = |value: usize| u32::try_from(value).unwrap_or(u32::MAX);
        Span {
            line: number(line.saturating_sub(1)).saturating_add(self.first_line),
            column: number(column).saturating_add(1),
            length: number(length).max(1),
        }
    }

    /// The place of the parser's span, as far as it stands on its first line.
    pub(super) fn span(&self, span: granit_parser::Span) -> Span {
        let (start, end) = (span.start, span.end);
        let length = if start.line() == end.line() {
            end.col().saturating_sub(start.col())
        } else {
            let rest = start.byte_offset().and_then(|from| self.src.get(from..)).unwrap_or("");
            rest.lines().next().unwrap_or("").trim_end().chars().count()
        };
        self.at(start.line(), start.col(), length)
    }

    fn line(&self, number: usize) -> &'s str {
        lines::line(self.src, number)
    }

    /// The rest of a line from a column on.
    fn rest(&self, line: usize, column: usize) -> String {
        self.line(line).chars().skip(column).collect()
    }
}

/// Explains why the parser could not go on.
pub(super) fn explain(scene: &Scene<'_>, error: &ScanError) -> Fault {
    let (kind, mark) = (error.kind(), *error.marker());
    let here = Complaint { kind, line: mark.line(), column: mark.col() };
    limits(scene, &here)
        .or_else(|| tabs(scene, &here))
        .or_else(|| quotes(scene, &here))
        .or_else(|| brackets(scene, &here))
        .or_else(|| starts(scene, &here))
        .or_else(|| colons(scene, &here))
        .or_else(|| structure(scene, &here))
        .unwrap_or_else(|| unknown(scene, &here))
}

struct Complaint<'e> {
    kind: &'e ErrorKind,
    line: usize,
    column: usize,
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

/// A tab in the indent of the line of the complaint, or of the one below it.
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

/// Where the quoted text before the complaint was opened: the first quote behind the last scalar that was read.
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
    if open.line() < here.line && lines::is_field(scene.line(here.line)) {
        let sign = scene.rest(open.line(), open.col()).chars().next().unwrap_or('[');
        return Some(unclosed_bracket(scene, open.line(), open.col(), sign));
    }
    Some(flow_separator(scene, here))
}

/// A value that begins with a sign of YAML's own.
fn starts(scene: &Scene<'_>, here: &Complaint<'_>) -> Option<Fault> {
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

/// The column and first sign of the value on a line, after its name and `: ` or `- `.
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

/// A `: ` where no name can be: inside a value, after a deeper line, or after a line that was taken for a text.
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

/// A line that was meant as a field or an item: no space after the sign, or the wrong sign.
pub(super) fn bad_field_line(scene: &Scene<'_>, number: usize) -> Option<Fault> {
    bad_field(scene, number, scene.line(number))
}

/// The same for the text of a line that is known.
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

fn unknown(scene: &Scene<'_>, here: &Complaint<'_>) -> Fault {
    Fault::new(
        codes::SYNTAX,
        scene.at(here.line, here.column, 1),
        "از این‌جا به بعد، فایل به عنوان YAML خوانده نمی‌شود.",
        format!("From here on the file can't be read as YAML ({}).", here.kind),
    )
    .hint(
        "اگر این‌جا متنی با نشانه‌هایی مانند ‎: # [ { \" '‎ هست، همهٔ آن را میان دو ' بگذارید.",
        "Where a text here holds signs such as : # [ { \" ', put all of it between two '.",
    )
}

// What follows is one sentence and one hint for each slip.

pub(super) fn too_deep(at: Span) -> Fault {
    Fault::new(
        codes::TOO_DEEP,
        at,
        "بیش از ۳۲ لایه درون هم رفته است.",
        "More than 32 layers stand inside each other.",
    )
    .hint(
        "نشانه‌های [ و { و - را در این سطر بازبینی کنید؛ هیچ رکوردی به این اندازه لایه ندارد.",
        "Look over the [, { and - signs on this line; no record has so many layers.",
    )
}

fn directive(scene: &Scene<'_>, here: &Complaint<'_>) -> Fault {
    let length = scene.line(here.line).trim_end().chars().count();
    Fault::new(
        codes::DIRECTIVE,
        scene.at(here.line, here.column, length),
        "سطری که با % آغاز شود دستور YAML است و پذیرفته نمی‌شود.",
        "A line that begins with % is a YAML directive, which is refused.",
    )
    .hint(
        "سطر را پاک کنید، یا اگر متن است آن را میان دو ' بگذارید.",
        "Delete the line, or put it between two ' where it is text.",
    )
}

fn control(scene: &Scene<'_>, here: &Complaint<'_>, character: char) -> Fault {
    let code = u32::from(character);
    Fault::new(
        codes::CONTROL,
        scene.at(here.line, here.column, 1),
        format!("در این سطر نویسهٔ نادیدنی U+{code:04X} هست."),
        format!("There is an invisible character U+{code:04X} on this line."),
    )
    .hint("سطر را پاک کنید و از نو بنویسید.", "Delete the line and type it again.")
}

pub(super) fn odd_indent(scene: &Scene<'_>, line: usize, column: usize) -> Fault {
    let character = scene.rest(line, column).chars().next().unwrap_or('\t');
    let (fa, en) = if character == '\t' {
        ("تورفتگی این سطر با Tab است.".to_owned(), "This line is indented with a tab.".to_owned())
    } else {
        let code = u32::from(character);
        (
            format!("تورفتگی این سطر با نویسهٔ ویژهٔ U+{code:04X} است، نه با فاصله."),
            format!("This line is indented with the special character U+{code:04X}, not with spaces."),
        )
    };
    Fault::new(codes::INDENT_NOT_SPACE, scene.at(line, column, 1), fa, en).hint(
        "به جای آن دو فاصله بگذارید؛ بیشتر ویرایشگرها می‌توانند Tab را خودکار به فاصله بدل کنند.",
        "Put two spaces in its place; most editors can turn tabs into spaces by themselves.",
    )
}

fn unclosed_quote(scene: &Scene<'_>, line: usize, column: usize) -> Fault {
    let sign = scene.rest(line, column).chars().next().unwrap_or('"');
    Fault::new(
        codes::UNCLOSED_QUOTE,
        scene.at(line, column, 1),
        format!("متنی که با {sign} آغاز می‌شود بسته نشده است."),
        format!("The text that begins with {sign} is never closed."),
    )
    .hint(
        format!("در پایان متن {sign} بگذارید؛ یا اگر گیومه لازم نیست، آن را از آغاز متن بردارید."),
        format!("Put {sign} at the end of the text, or take it away from its beginning where no quotes are needed."),
    )
}

fn after_quote(scene: &Scene<'_>, here: &Complaint<'_>) -> Fault {
    let length = scene.rest(here.line, here.column).trim_end().chars().count();
    Fault::new(
        codes::AFTER_QUOTE,
        scene.at(here.line, here.column, length),
        "پس از بسته شدن گیومه یا کروشه، در همان سطر متن دیگری آمده است.",
        "More text follows on this line after the closing quote or bracket.",
    )
    .hint(
        "همهٔ مقدار را میان یک جفت گیومه بگذارید؛ اگر متن ' دارد، میان دو \" و اگر \" دارد، میان دو '.",
        "Put the whole value in one pair of quotes: between two \" where it holds a ', between two ' where it holds a \".",
    )
}

fn escape(scene: &Scene<'_>, here: &Complaint<'_>) -> Fault {
    let column = scene.rest(here.line, here.column).chars().position(|c| c == '\\').unwrap_or(0);
    Fault::new(
        codes::ESCAPE,
        scene.at(here.line, here.column + column, 2),
        "نویسهٔ \\ میان دو \" معنای ویژه دارد و این‌جا درست به کار نرفته است.",
        "Between two \" the character \\ has a meaning of its own, and this is none that it has.",
    )
    .hint(
        "متن را میان دو ' بگذارید، که در آن \\ معنایی ندارد؛ یا به جای \\ بنویسید \\\\.",
        "Put the text between two ', where \\ means nothing, or write \\\\ for \\.",
    )
}

fn unclosed_bracket(scene: &Scene<'_>, line: usize, column: usize, open: char) -> Fault {
    let close = if open == '{' { '}' } else { ']' };
    Fault::new(
        codes::UNCLOSED_BRACKET,
        scene.at(line, column, 1),
        format!("نشانهٔ {open} باز شده و بسته نشده است."),
        format!("The {open} is opened and never closed."),
    )
    .hint(
        format!("در پایان فهرست {close} بگذارید؛ اگر {open} جزو متن است، همهٔ متن را میان دو ' بگذارید."),
        format!(
            "Put {close} at the end of the list; where {open} belongs to a text, put the text between two '."
        ),
    )
}

fn mismatched(scene: &Scene<'_>, here: &Complaint<'_>, open: char, close: char) -> Fault {
    let right = if open == '{' { '}' } else { ']' };
    Fault::new(
        codes::UNCLOSED_BRACKET,
        scene.at(here.line, here.column, 1),
        format!("آنچه با {open} باز شده با {close} بسته شده است."),
        format!("What was opened with {open} is closed with {close}."),
    )
    .hint(format!("به جای {close} بنویسید {right}"), format!("Write {right} for {close}"))
}

fn flow_separator(scene: &Scene<'_>, here: &Complaint<'_>) -> Fault {
    Fault::new(
        codes::EMPTY_ITEM,
        scene.at(here.line, here.column, 1),
        "میان موردهای این فهرست باید درست یک «,» باشد.",
        "There must be exactly one «,» between the items of this list.",
    )
    .hint(
        "«,» بسیار یا کم را درست کنید؛ اگر موردی نشانه‌هایی مانند ‎, : [ ] \"‎ دارد، آن را میان دو ' بگذارید.",
        "Mend the missing or doubled «,»; put an item that holds signs such as , : [ ] \" between two '.",
    )
}

fn reserved_start(scene: &Scene<'_>, line: usize, column: usize, sign: char) -> Fault {
    Fault::new(
        codes::RESERVED_START,
        scene.at(line, column, 1),
        format!("مقدار بدون گیومه نمی‌تواند با «{sign}» آغاز شود."),
        format!("An unquoted value can't begin with «{sign}»."),
    )
    .hint("همهٔ مقدار را میان دو ' بگذارید.", "Put the whole value between two '.")
}

fn block_header(scene: &Scene<'_>, here: &Complaint<'_>, sign: char) -> Fault {
    let length = scene.rest(here.line, here.column).trim_end().chars().count();
    Fault::new(
        codes::BLOCK_HEADER,
        scene.at(here.line, here.column, length),
        format!("پس از «{sign}» در همان سطر متن آمده است."),
        format!("Text follows «{sign}» on the same line."),
    )
    .hint(
        format!("متن را به سطر بعد ببرید و دو فاصله تو ببرید؛ اگر «{sign}» جزو متن است، همهٔ متن را میان دو ' بگذارید."),
        format!("Move the text to the next line and indent it by two spaces; where «{sign}» belongs to it, put it between two '."),
    )
}

fn list_on_key_line(scene: &Scene<'_>, here: &Complaint<'_>) -> Fault {
    Fault::new(
        codes::LIST_ON_KEY_LINE,
        scene.at(here.line, here.column, 1),
        "فهرست نمی‌تواند در همان سطر نام فیلد با «-» آغاز شود.",
        "A list can't begin with «-» on the line of its field's name.",
    )
    .hint(
        "«- » را به سطر بعد ببرید و دو فاصله تو ببرید؛ اگر «-» جزو متن است، همهٔ متن را میان دو ' بگذارید.",
        "Move «- » to the next line, indented by two spaces; where «-» belongs to a text, put the text between two '.",
    )
}

fn colon_in_value(scene: &Scene<'_>, here: &Complaint<'_>) -> Fault {
    Fault::new(
        codes::COLON_IN_VALUE,
        scene.at(here.line, here.column, 1),
        "در مقدار این فیلد «:» آمده است، پس YAML آن را نام فیلد دیگری می‌پندارد.",
        "There is a «:» in this field's value, so YAML takes it for the name of another field.",
    )
    .hint(
        "همهٔ مقدار را میان دو ' بگذارید، مانند title: 'گزارش: کتابخانه'",
        "Put the whole value between two ', as in title: 'Report: the library'",
    )
}

pub(super) fn missing_space(scene: &Scene<'_>, line: usize, column: usize, sign: char) -> Fault {
    Fault::new(
        codes::MISSING_SPACE,
        scene.at(line, column, 1),
        format!("پس از «{sign}» فاصله نیست."),
        format!("There is no space after «{sign}»."),
    )
    .hint(
        format!("پس از «{sign}» یک فاصله بگذارید؛ اگر این سطر دنبالهٔ یک متن است، همهٔ متن را میان دو ' بگذارید."),
        format!("Put a space after «{sign}»; where this line goes on with a text, put all of the text between two '."),
    )
}

fn wrong_colon(scene: &Scene<'_>, line: usize, column: usize, sign: char) -> Fault {
    Fault::new(
        codes::WRONG_COLON,
        scene.at(line, column, 1),
        format!("پس از نام فیلد «{sign}» آمده است، نه «:»."),
        format!("The field's name is followed by «{sign}», not by «:»."),
    )
    .hint(
        "به جای آن «:» لاتین و پس از آن یک فاصله بگذارید.",
        "Put a Latin «:» in its place, and a space after it.",
    )
}

fn no_colon(scene: &Scene<'_>, line: usize) -> Fault {
    let text = scene.line(line);
    let indent = lines::indent(text);
    Fault::new(
        codes::NO_COLON,
        scene.at(line, indent, text.trim().chars().count()),
        "این سطر نه «نام فیلد: مقدار» است، نه مورد یک فهرست.",
        "This line is neither «field: value» nor an item of a list.",
    )
    .hint(
        "نام فیلد و «: » را پیش از آن بنویسید؛ اگر دنبالهٔ متن سطر پیش است، آن متن را با | آغاز کنید و این سطر را دو فاصله تو ببرید.",
        "Write the field's name and «: » before it; where it goes on with the text above, begin that text with | and indent this line by two spaces.",
    )
}

fn indentation(scene: &Scene<'_>, line: usize) -> Fault {
    let indent = lines::indent(scene.line(line));
    Fault::new(
        codes::INDENTATION,
        scene.at(line, 0, indent.max(1)),
        "تورفتگی این سطر با سطرهای پیش از آن نمی‌خواند.",
        "This line's indentation does not fit the lines before it.",
    )
    .hint(
        "آن را با سطری که هم‌ردیف آن است در یک ستون بگذارید؛ آنچه درون یک فیلد است دو فاصله تورفته‌تر از نام آن است.",
        "Let it begin in the same column as the line that it belongs beside; what is inside a field stands two spaces further in than its name.",
    )
}

fn mixed(scene: &Scene<'_>, line: usize) -> Fault {
    let text = scene.line(line);
    Fault::new(
        codes::MIXED,
        scene.at(line, lines::indent(text), text.trim().chars().count()),
        "در این‌جا هم فهرست («- ») و هم فیلد («نام: مقدار») آمده است.",
        "A list («- ») and fields («name: value») stand side by side here.",
    )
    .hint(
        "اگر این سطر درون فیلد یا مورد سطر پیش است، آن را دو فاصله تو ببرید؛ وگرنه هر دو را به یک شکل بنویسید.",
        "Where this line is inside the field or item above it, indent it by two spaces; else write both the same way.",
    )
}
