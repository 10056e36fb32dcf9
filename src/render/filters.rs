//! What templates can call beside the charts: digits, numbers, bidi isolates and the one filter that is forbidden.

use tera::{Kwargs, State, StringInput, Tera, TeraResult, Value};

use crate::markdown::escape_into;
use crate::persian::numbers;

use super::{charts, pieces, tables};

/// Makes filters and charts known; to be called before any template is added, so that unknown names are found.
pub(super) fn register(tera: &mut Tera) {
    charts::register(tera);
    pieces::register(tera);
    tables::register(tera);
    tera.register_filter("safe", |_: &Value, _: Kwargs, _: &State| -> TeraResult<Value> {
        Err(tera::Error::message("`safe` is not allowed in themes"))
    });
    // {{ year | fa }}: digits alone, «۱۴۰۴».
    tera.register_filter("fa", |value: &Value, _: Kwargs, _: &State| numbers::fa_digits(&value.to_string()));
    // {{ rows | length | number }}: grouped, «۱۲٬۳۴۵».
    tera.register_filter("number", |value: i64, _: Kwargs, _: &State| numbers::integer(value));
    // {{ 62.5 | percent }}: «۶۳٪» with its mark kept in place.
    tera.register_filter("percent", |value: f64, _: Kwargs, _: &State| numbers::percent(value));
    // {{ line | rich }}: isolates become markup; sums are kept on one line.
    tera.register_filter("rich", |text: StringInput<'_>, _: Kwargs, _: &State| {
        if text.is_safe() { text.into_value() } else { Value::safe_string(&rich(text.as_str())) }
    });
}

/// Escapes a text and writes its isolates U+2066…U+2069 as `<bdi dir="ltr">`, those with «=» as a sum.
fn rich(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 64);
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('\u{2066}') {
        let Some((inside, behind)) = after.split_once('\u{2069}') else { break };
        escape_into(before, &mut out);
        out.push_str(if inside.contains('=') {
            "<bdi dir=\"ltr\" class=\"sum\">"
        } else {
            "<bdi dir=\"ltr\">"
        });
        escape_into(inside, &mut out);
        out.push_str("</bdi>");
        rest = behind;
    }
    escape_into(rest, &mut out);
    out
}

#[cfg(test)]
mod tests {
    use super::rich;

    #[test]
    fn isolates_become_markup() {
        assert_eq!(rich("انحراف \u{2066}−۶\u{2069} واحد"), "انحراف <bdi dir=\"ltr\">−۶</bdi> واحد");
        assert_eq!(rich("\u{2066}۱ ÷ ۲ = ۰٫۵\u{2069}"), "<bdi dir=\"ltr\" class=\"sum\">۱ ÷ ۲ = ۰٫۵</bdi>");
        assert_eq!(rich("<b> \u{2066}open"), "&lt;b&gt; \u{2066}open");
    }
}
