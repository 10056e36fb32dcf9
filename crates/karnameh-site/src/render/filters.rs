//! The filters of the templates: the list of all, those of texts and numbers, and the one that is forbidden.

use tera::{Kwargs, State, StringInput, Tera, TeraResult, Value};

use crate::markdown::escape_into;
use crate::persian::numbers;

use super::{charts, pieces, tables};

/// A filter of the templates, and what `themes/README.md` says of it.
pub(super) struct Filter {
    pub(super) name: &'static str,
    /// Its options as a template writes them; empty if there are none.
    #[cfg_attr(not(test), expect(dead_code, reason = "the test that writes themes/README.md reads it"))]
    pub(super) options: &'static str,
    /// What it takes and returns, for people.
    #[cfg_attr(not(test), expect(dead_code, reason = "the test that writes themes/README.md reads it"))]
    pub(super) returns: &'static str,
    pub(super) register: fn(&mut Tera, &'static str),
}

/// Every filter beside Tera's own, in the order of `themes/README.md`.
pub(super) fn all() -> impl Iterator<Item = Filter> {
    TEXT.into_iter().chain(pieces::FILTERS).chain([tables::COLUMNS]).chain(charts::filters())
}

/// Registers every filter. To be called before any template is added, so that unknown names are found.
pub(super) fn register(tera: &mut Tera) {
    for filter in all() {
        (filter.register)(tera, filter.name);
    }
    tera.register_filter("safe", |_: &Value, _: Kwargs, _: &State| -> TeraResult<Value> {
        Err(tera::Error::message("`safe` is not allowed in themes"))
    });
}

/// The filters of texts and numbers.
const TEXT: [Filter; 4] = [
    Filter {
        name: "fa",
        options: "",
        returns: "Persian digits alone: `{{ year \\| fa }}` is «۱۴۰۴».",
        register: |tera, name| {
            tera.register_filter(name, |value: &Value, _: Kwargs, _: &State| {
                numbers::fa_digits(&value.to_string())
            });
        },
    },
    Filter {
        name: "number",
        options: "",
        returns: "A whole number in groups: «۱۲٬۳۴۵».",
        register: |tera, name| {
            tera.register_filter(name, |value: i64, _: Kwargs, _: &State| numbers::integer(value));
        },
    },
    Filter {
        name: "percent",
        options: "",
        returns: "A percentage: «۶۳٪», its mark kept in place.",
        register: |tera, name| {
            tera.register_filter(name, |value: f64, _: Kwargs, _: &State| numbers::percent(value));
        },
    },
    Filter {
        name: "rich",
        options: "",
        returns: "Escapes a text and turns the isolates U+2066…U+2069 into `<bdi dir=\"ltr\">`; sums are kept on one line.",
        register: |tera, name| {
            tera.register_filter(name, |text: StringInput<'_>, _: Kwargs, _: &State| {
                if text.is_safe() { text.into_value() } else { Value::safe_string(&rich(text.as_str())) }
            });
        },
    },
];

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
