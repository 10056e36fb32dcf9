//! The wording of each mistake: one sentence and one hint in both languages.
//!
//! `slips` and `suspects` recognize the mistakes; this file contains only messages.

use super::scene::{Complaint, Scene};
use super::{Fault, Span, lines};
use crate::diag::codes::yaml as codes;

pub(super) fn unknown(scene: &Scene<'_>, here: &Complaint<'_>) -> Fault {
    Fault::new(
        codes::SYNTAX,
        scene.at(here.line, here.column, 1),
        "از این‌جا به بعد، فایل به عنوان YAML خوانده نمی‌شود.",
        format!("From here on the file can't be read as YAML ({}).", here.kind),
    )
    .hint(
        "اگر این‌جا متنی با نشانه‌هایی مانند ‎: # [ { \" '‎ هست، همهٔ آن را میان دو ' بگذارید.",
        "If a text here contains characters such as : # [ { \" ', put all of it between two '.",
    )
}

pub(super) fn too_deep(at: Span) -> Fault {
    Fault::new(codes::TOO_DEEP, at, "بیش از ۳۲ لایه درون هم رفته است.", "Nested more than 32 levels deep.")
        .hint(
            "نشانه‌های [ و { و - را در این سطر بازبینی کنید؛ هیچ رکوردی به این اندازه لایه ندارد.",
            "Check the [, { and - characters on this line; no record has so many levels.",
        )
}

pub(super) fn directive(scene: &Scene<'_>, here: &Complaint<'_>) -> Fault {
    let length = scene.line(here.line).trim_end().chars().count();
    Fault::new(
        codes::DIRECTIVE,
        scene.at(here.line, here.column, length),
        "سطری که با % آغاز شود دستور YAML است و پذیرفته نمی‌شود.",
        "A line that begins with % is a YAML directive, which is refused.",
    )
    .hint(
        "سطر را پاک کنید، یا اگر متن است آن را میان دو ' بگذارید.",
        "Delete the line, or put it between two ' if it is text.",
    )
}

pub(super) fn control(scene: &Scene<'_>, here: &Complaint<'_>, character: char) -> Fault {
    let code = u32::from(character);
    // The parser reports the start of the text that contains the character, so search for the character itself.
    let further = scene.rest(here.line, here.column).chars().position(|found| found == character);
    Fault::new(
        codes::CONTROL,
        scene.at(here.line, here.column + further.unwrap_or(0), 1),
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
        "Replace it with two spaces; most editors can convert tabs to spaces automatically.",
    )
}

pub(super) fn unclosed_quote(scene: &Scene<'_>, line: usize, column: usize) -> Fault {
    let sign = scene.rest(line, column).chars().next().unwrap_or('"');
    Fault::new(
        codes::UNCLOSED_QUOTE,
        scene.at(line, column, 1),
        format!("متنی که با {sign} آغاز می‌شود بسته نشده است."),
        format!("The text that begins with {sign} is never closed."),
    )
    .hint(
        format!("در پایان متن {sign} بگذارید؛ یا اگر گیومه لازم نیست، آن را از آغاز متن بردارید."),
        format!(
            "Put {sign} at the end of the text, or remove it from the beginning if no quotes are needed."
        ),
    )
}

pub(super) fn after_quote(scene: &Scene<'_>, here: &Complaint<'_>) -> Fault {
    let length = scene.rest(here.line, here.column).trim_end().chars().count();
    Fault::new(
        codes::AFTER_QUOTE,
        scene.at(here.line, here.column, length),
        "پس از بسته شدن گیومه یا کروشه، در همان سطر متن دیگری آمده است.",
        "More text follows on this line after the closing quote or bracket.",
    )
    .hint(
        "همهٔ مقدار را میان یک جفت گیومه بگذارید؛ اگر متن ' دارد، میان دو \" و اگر \" دارد، میان دو '.",
        "Put the whole value in one pair of quotes: two \" if it contains a ', two ' if it contains a \".",
    )
}

pub(super) fn escape(scene: &Scene<'_>, here: &Complaint<'_>) -> Fault {
    let column = scene.rest(here.line, here.column).chars().position(|c| c == '\\').unwrap_or(0);
    Fault::new(
        codes::ESCAPE,
        scene.at(here.line, here.column + column, 2),
        "نویسهٔ \\ میان دو \" معنای ویژه دارد و این‌جا درست به کار نرفته است.",
        "Between two \" the character \\ begins an escape sequence, and this one is not valid.",
    )
    .hint(
        "متن را میان دو ' بگذارید، که در آن \\ معنایی ندارد؛ یا به جای \\ بنویسید \\\\.",
        "Put the text between two ', where \\ has no special meaning, or write \\\\ instead of \\.",
    )
}

pub(super) fn unclosed_bracket(scene: &Scene<'_>, line: usize, column: usize, open: char) -> Fault {
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
            "Put {close} at the end of the list; if {open} belongs to a text, put the text between two '."
        ),
    )
}

pub(super) fn mismatched(scene: &Scene<'_>, here: &Complaint<'_>, open: char, close: char) -> Fault {
    let right = if open == '{' { '}' } else { ']' };
    Fault::new(
        codes::UNCLOSED_BRACKET,
        scene.at(here.line, here.column, 1),
        format!("آنچه با {open} باز شده با {close} بسته شده است."),
        format!("What was opened with {open} is closed with {close}."),
    )
    .hint(format!("به جای {close} بنویسید {right}"), format!("Write {right} instead of {close}."))
}

pub(super) fn wrong_comma(scene: &Scene<'_>, line: usize, column: usize, sign: char) -> Fault {
    Fault::new(
        codes::WRONG_COMMA,
        scene.at(line, column, 1),
        format!("میان [ و ] یا {{ و }} موردها با «{sign}» از هم جدا نمی‌شوند."),
        format!("«{sign}» does not separate items between brackets or braces."),
    )
    .hint(
        "میان موردها «,» لاتین بگذارید؛ اگر این نشانه جزو متن است، آن مورد را میان دو ' بگذارید.",
        "Put a Latin «,» between the items; if the character belongs to the text, put that item between two '.",
    )
}

pub(super) fn flow_separator(scene: &Scene<'_>, here: &Complaint<'_>) -> Fault {
    Fault::new(
        codes::EMPTY_ITEM,
        scene.at(here.line, here.column, 1),
        "میان موردهای این فهرست باید درست یک «,» باشد.",
        "There must be exactly one «,» between the items of this list.",
    )
    .hint(
        "«,» بسیار یا کم را درست کنید؛ اگر موردی نشانه‌هایی مانند ‎, : [ ] \"‎ دارد، آن را میان دو ' بگذارید.",
        "Correct the missing or doubled «,»; put an item that contains characters such as , : [ ] \" between two '.",
    )
}

pub(super) fn reserved_start(scene: &Scene<'_>, line: usize, column: usize, sign: char) -> Fault {
    Fault::new(
        codes::RESERVED_START,
        scene.at(line, column, 1),
        format!("مقدار بدون گیومه نمی‌تواند با «{sign}» آغاز شود."),
        format!("An unquoted value can't begin with «{sign}»."),
    )
    .hint("همهٔ مقدار را میان دو ' بگذارید.", "Put the whole value between two '.")
}

pub(super) fn block_header(scene: &Scene<'_>, here: &Complaint<'_>, sign: char) -> Fault {
    let length = scene.rest(here.line, here.column).trim_end().chars().count();
    Fault::new(
        codes::BLOCK_HEADER,
        scene.at(here.line, here.column, length),
        format!("پس از «{sign}» در همان سطر متن آمده است."),
        format!("Text follows «{sign}» on the same line."),
    )
    .hint(
        format!("متن را به سطر بعد ببرید و دو فاصله تو ببرید؛ اگر «{sign}» جزو متن است، همهٔ متن را میان دو ' بگذارید."),
        format!("Move the text to the next line and indent it by two spaces; if «{sign}» belongs to it, put it between two '."),
    )
}

pub(super) fn list_on_key_line(scene: &Scene<'_>, here: &Complaint<'_>) -> Fault {
    Fault::new(
        codes::LIST_ON_KEY_LINE,
        scene.at(here.line, here.column, 1),
        "فهرست نمی‌تواند در همان سطر نام فیلد با «-» آغاز شود.",
        "A list can't begin with «-» on the line of its field's name.",
    )
    .hint(
        "«- » را به سطر بعد ببرید و دو فاصله تو ببرید؛ اگر «-» جزو متن است، همهٔ متن را میان دو ' بگذارید.",
        "Move «- » to the next line, indented by two spaces; if «-» belongs to a text, put the text between two '.",
    )
}

pub(super) fn colon_in_value(scene: &Scene<'_>, here: &Complaint<'_>) -> Fault {
    Fault::new(
        codes::COLON_IN_VALUE,
        scene.at(here.line, here.column, 1),
        "در مقدار این فیلد «:» آمده است، پس YAML آن را نام فیلد دیگری می‌پندارد.",
        "There is a «:» in this field's value, so YAML reads it as the name of another field.",
    )
    .hint(
        "همهٔ مقدار را میان دو ' بگذارید، مانند title: 'گزارش: کتابخانه'",
        "Put the whole value between two ', as in title: 'Report: the library'.",
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
        format!(
            "پس از «{sign}» یک فاصله بگذارید؛ اگر این سطر دنبالهٔ یک متن است، همهٔ متن را میان دو ' بگذارید."
        ),
        format!(
            "Put a space after «{sign}»; if this line continues a text, put the whole text between two '."
        ),
    )
}

pub(super) fn wrong_colon(scene: &Scene<'_>, line: usize, column: usize, sign: char) -> Fault {
    Fault::new(
        codes::WRONG_COLON,
        scene.at(line, column, 1),
        format!("پس از نام فیلد «{sign}» آمده است، نه «:»."),
        format!("The field's name is followed by «{sign}», not by «:»."),
    )
    .hint(
        "به جای آن «:» لاتین و پس از آن یک فاصله بگذارید.",
        "Replace it with a Latin «:» followed by a space.",
    )
}

pub(super) fn no_colon(scene: &Scene<'_>, line: usize) -> Fault {
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
        "Write the field's name and «: » before it; if it continues the text above, begin that text with | and indent this line by two spaces.",
    )
}

pub(super) fn indentation(scene: &Scene<'_>, line: usize) -> Fault {
    let indent = lines::indent(scene.line(line));
    Fault::new(
        codes::INDENTATION,
        scene.at(line, 0, indent.max(1)),
        "تورفتگی این سطر با سطرهای پیش از آن نمی‌خواند.",
        "The indentation of this line does not match the lines before it.",
    )
    .hint(
        "آن را با سطری که هم‌ردیف آن است در یک ستون بگذارید؛ آنچه درون یک فیلد است دو فاصله تورفته‌تر از نام آن است.",
        "Begin it in the same column as the other fields at its level; what belongs to a field is indented two spaces more than the field's name.",
    )
}

pub(super) fn mixed(scene: &Scene<'_>, line: usize) -> Fault {
    let text = scene.line(line);
    Fault::new(
        codes::MIXED,
        scene.at(line, lines::indent(text), text.trim().chars().count()),
        "در این‌جا هم فهرست («- ») و هم فیلد («نام: مقدار») آمده است.",
        "A list («- ») and fields («name: value») are mixed here.",
    )
    .hint(
        "اگر این سطر درون فیلد یا مورد سطر پیش است، آن را دو فاصله تو ببرید؛ وگرنه هر دو را به یک شکل بنویسید.",
        "If this line belongs to the field or item above it, indent it by two spaces; otherwise write both the same way.",
    )
}
