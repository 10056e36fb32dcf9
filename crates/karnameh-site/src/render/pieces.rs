//! The smallest pieces of pages, as filters of the templates: a link, a day, a state.
//!
//! Lists have hundreds of them, and a component costs many times as much as a filter. A filter reads `root` and `words`
//! from the scope of the template, so a component that uses one names `@root` or `@words` among its arguments.

use tera::value::Key;
use tera::{Kwargs, Map, State, TeraResult, Value};

use super::filters::Filter;
use crate::markdown::escape_into;

/// The filters of pieces.
pub(super) const FILTERS: [Filter; 3] = [
    Filter {
        name: "link",
        options: "",
        returns: "A `Link`; plain text if its address is empty; `#id` stays on the page. Needs `@root`.",
        register: |tera, name| {
            tera.register_filter(name, |to: &Map, _: Kwargs, scope: &State| -> TeraResult<Value> {
                let href = text(to, "href");
                let leaves = !href.is_empty() && !href.starts_with('#');
                let root = if leaves { Some(in_scope(scope, "root")?) } else { None };
                let root = root.as_ref().and_then(Value::as_str).unwrap_or_default();
                Ok(Value::safe_string(&link(text(to, "text"), root, href)))
            });
        },
    },
    Filter {
        name: "time",
        options: "",
        returns: "A day, a `Stamp`, as `<time>`.",
        register: |tera, name| {
            tera.register_filter(name, |at: &Map, _: Kwargs, _: &State| {
                Value::safe_string(&time(text(at, "iso"), text(at, "text")))
            });
        },
    },
    Filter {
        name: "state",
        options: "text=\"…\"",
        returns: "Icon and word of a state: of anything with `state` and perhaps `word`, or of a state's key. Needs `@words`.",
        register: |tera, name| {
            tera.register_filter(name, |row: &Value, options: Kwargs, scope: &State| {
                state_filter(row, &options, scope)
            });
        },
    },
];

/// Icon and word of a state, or of a row that has one.
fn state_filter(row: &Value, options: &Kwargs, scope: &State) -> TeraResult<Value> {
    let text_option = options.get::<&str>("text")?;
    let (key, word) = match row.as_map() {
        Some(row) => (text(row, "state"), text(row, "word")),
        None => (row.as_str().unwrap_or_default(), ""),
    };
    let word = text_option.unwrap_or(word);
    if !word.is_empty() {
        return Ok(Value::safe_string(&state(key, word)));
    }
    let words = in_scope(scope, "words")?;
    let states = words.as_map().and_then(|words| words.get(&Key::Str("states"))).and_then(Value::as_map);
    let word = states.and_then(|states| states.get(&Key::Str(key))).and_then(Value::as_str);
    let word = word.ok_or_else(|| tera::Error::message(format!("`{key}` is no state")))?;
    Ok(Value::safe_string(&state(key, word)))
}

/// A text of a map; empty if the map has none.
fn text<'v>(map: &'v Map, key: &'static str) -> &'v str {
    map.get(&Key::Str(key)).and_then(Value::as_str).unwrap_or_default()
}

/// A variable of the template's scope. If there is none, the error says what the theme's author has to do.
pub(super) fn in_scope(scope: &State, name: &str) -> TeraResult<Value> {
    let found = scope.get::<Value>(name)?;
    found.ok_or_else(|| {
        tera::Error::message(format!("this filter needs `@{name}` among the component's arguments"))
    })
}

/// A link; plain text if the address is empty.
fn link(text: &str, root: &str, href: &str) -> String {
    let mut out = String::with_capacity(text.len() + root.len() + href.len() + 24);
    if href.is_empty() {
        escape_into(text, &mut out);
        return out;
    }
    out.push_str("<a href=\"");
    escape_into(root, &mut out);
    escape_into(href, &mut out);
    out.push_str("\">");
    escape_into(text, &mut out);
    out.push_str("</a>");
    out
}

/// A day as machines and as people read it.
fn time(iso: &str, text: &str) -> String {
    let mut out = String::with_capacity(iso.len() + text.len() + 32);
    out.push_str("<time datetime=\"");
    escape_into(iso, &mut out);
    out.push_str("\">");
    escape_into(text, &mut out);
    out.push_str("</time>");
    out
}

/// Icon and word of a state.
fn state(key: &str, word: &str) -> String {
    let mut out = String::with_capacity(2 * key.len() + word.len() + 112);
    out.push_str("<span class=\"state state--");
    escape_into(key, &mut out);
    out.push_str("\"><svg class=\"icon\" aria-hidden=\"true\"><use href=\"#i-");
    escape_into(key, &mut out);
    out.push_str("\"/></svg>");
    escape_into(word, &mut out);
    out.push_str("</span>");
    out
}

#[cfg(test)]
mod tests {
    use tera::Tera;

    use super::*;

    #[test]
    fn a_link_without_an_address_is_text() {
        assert_eq!(link("<الف>", "../", ""), "&lt;الف&gt;");
        assert_eq!(link("الف", "../", "a.html"), "<a href=\"../a.html\">الف</a>");
    }

    #[test]
    fn what_a_text_holds_stays_text() {
        assert_eq!(time("2025-10-18", "\"<"), "<time datetime=\"2025-10-18\">&quot;&lt;</time>");
        assert!(state("done", "a&b").ends_with("a&amp;b</span>"));
    }

    #[test]
    fn pieces_say_what_they_miss() {
        let mut tera = Tera::default();
        super::super::filters::register(&mut tera);
        tera.add_raw_template("a.html", "{{ to | link }}").unwrap();
        let mut context = tera::Context::new();
        context.insert("to", &std::collections::BTreeMap::from([("text", "الف"), ("href", "a.html")]));
        let error = tera.render("a.html", &context).unwrap_err();
        assert!(format!("{error:?}").contains("@root"), "{error:?}");
        context.insert("root", "../");
        assert_eq!(tera.render("a.html", &context).unwrap(), "<a href=\"../a.html\">الف</a>");
    }
}
