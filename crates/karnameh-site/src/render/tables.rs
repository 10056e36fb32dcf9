//! The columns of a table, declared once for its head, its cells and their labels on phones.
//!
//! A template declares `{% set columns = [["due", "مهلت", "num"], …] | columns %}` and prints `{{ columns.head }}` for the
//! head and `<td{{ columns.due }}>` for each cell. A column is a list of up to four texts: its key, its head, the classes
//! of its cells, and a shorter label for phones; one with an empty head is left out of this table. A filter does this once
//! per table, so that a cell costs one lookup.

use tera::value::Key;
use tera::{Kwargs, Map, State, TeraResult, Value};

use super::filters::Filter;
use crate::markdown::escape_into;

/// Cells of these classes need no label on a phone: a bar that fills its card, and the number of a row.
const UNLABELED: [&str; 2] = ["wide", "serial"];

/// The word among a column's classes that keeps the script from offering to sort by it; it is no class of a cell.
const UNSORTED: &str = "unsorted";

/// The filter `columns`.
pub(super) const COLUMNS: Filter = Filter {
    name: "columns",
    options: "cards=false, more=[…], sortable=false",
    returns: "The columns of a table, from a list of `[key, head, classes, short label]`: `.head` is the `<thead>`, \
              `.key` the attributes of a cell. `cards=false` for a table that stays one on phones; `more` are further heads.",
    register: |tera, name| {
        tera.register_filter(name, |value: &Value, options: Kwargs, _: &State| columns(value, &options));
    },
};

fn columns(value: &Value, options: &Kwargs) -> TeraResult<Value> {
    let layout = match options.get::<bool>("cards")? {
        Some(false) => Layout::Plain,
        _ => Layout::Cards,
    };
    let sortable = options.get::<bool>("sortable")?.unwrap_or(true);
    let more = options.get::<Vec<&str>>("more")?.unwrap_or_default();
    let read = value.as_array().unwrap_or_default().iter().map(Column::read);
    let read = read.collect::<Option<Vec<_>>>().filter(|columns| !columns.is_empty());
    let mut columns = read.ok_or_else(|| {
        tera::Error::message("`columns` wants a list such as [[\"due\", \"مهلت\", \"num\"]]")
    })?;
    columns.retain(|column| !column.head.is_empty());
    for column in &mut columns {
        column.unsorted &= sortable;
    }
    Ok(layout.columns(&columns, &more))
}

/// One column as a template declares it.
struct Column<'v> {
    key: &'v str,
    head: &'v str,
    classes: Vec<&'v str>,
    /// The script does not offer to sort by it.
    unsorted: bool,
    /// The label of its cells on phones, if it is shorter than the head.
    short: Option<&'v str>,
}

impl<'v> Column<'v> {
    fn read(value: &'v Value) -> Option<Self> {
        let mut texts = value.as_array()?.iter().map(Value::as_str);
        let (key, head) = (texts.next()??, texts.next()??);
        let words = texts.next().flatten().unwrap_or_default();
        let unsorted = words.split_whitespace().any(|word| word == UNSORTED);
        let classes = words.split_whitespace().filter(|word| *word != UNSORTED).collect();
        Some(Self { key, head, classes, unsorted, short: texts.next().flatten() })
    }

    /// The label that a phone shows beside a cell; `None` if the cell needs none.
    fn label(&self) -> Option<&'v str> {
        let is_unlabeled = self.classes.iter().any(|class| UNLABELED.contains(class));
        self.short.or_else(|| (!is_unlabeled).then_some(self.head))
    }
}

/// What a table becomes on a phone.
#[derive(Clone, Copy, PartialEq)]
enum Layout {
    /// Each row becomes a card. CSS then hides that it is a table, so every part says its role.
    Cards,
    /// It stays a table.
    Plain,
}

impl Layout {
    /// The head and the attributes of each column's cells, by the column's key; `more` are further heads without keys.
    fn columns(self, columns: &[Column<'_>], more: &[&str]) -> Value {
        let mut map = Map::default();
        for column in columns {
            map.insert(Key::from(column.key.to_owned()), Value::safe_string(&self.cell(column)));
        }
        map.insert(Key::Str("head"), Value::safe_string(&self.head(columns, more)));
        Value::from(map)
    }

    fn head(self, columns: &[Column<'_>], more: &[&str]) -> String {
        let mut out = String::with_capacity(64 * (columns.len() + more.len()) + 64);
        out.push_str(if self == Self::Cards {
            "<thead role=\"rowgroup\"><tr role=\"row\">"
        } else {
            "<thead><tr>"
        });
        for column in columns {
            let class = if column.classes.contains(&"serial") { " class=\"serial\"" } else { "" };
            let unsorted = if column.unsorted { " data-unsorted" } else { "" };
            self.head_cell(&[class, unsorted], column.head, &mut out);
        }
        for head in more {
            self.head_cell(&[], head, &mut out);
        }
        out.push_str("</tr></thead>");
        out
    }

    fn head_cell(self, attributes: &[&str], head: &str, out: &mut String) {
        out.push_str("<th scope=\"col\"");
        if self == Self::Cards {
            out.push_str(" role=\"columnheader\"");
        }
        out.extend(attributes.iter().copied());
        out.push('>');
        escape_into(head, out);
        out.push_str("</th>");
    }

    /// The attributes of a column's cells, with a space before the first.
    fn cell(self, column: &Column<'_>) -> String {
        let mut out = String::new();
        if self == Self::Cards {
            out.push_str(" role=\"cell\"");
            if let Some(label) = column.label() {
                out.push_str(" data-th=\"");
                escape_into(label, &mut out);
                out.push('"');
            }
        }
        if !column.classes.is_empty() {
            out.push_str(" class=\"");
            escape_into(&column.classes.join(" "), &mut out);
            out.push('"');
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use tera::Tera;

    fn render(template: &str) -> String {
        let mut tera = Tera::default();
        tera.autoescape_on([".html"]);
        super::super::filters::register(&mut tera);
        tera.add_raw_template("a.html", template).unwrap();
        tera.render("a.html", &tera::Context::new()).unwrap_or_else(|error| panic!("{error:?}"))
    }

    #[test]
    fn a_label_is_typed_once() {
        let cards = render(
            "{% set c = [[\"n\", \"ردیف\", \"serial num\"], [\"due\", \"مهلت\", \"num\"], \
             [\"bar\", \"پیشرفت\", \"wide unsorted\"], [\"at\", \"منبع و \\\"روز\\\"\", \"\", \"منبع\"]] | columns %}\
             {{ c.head }}<td{{ c.n }}><td{{ c.due }}><td{{ c.bar }}><td{{ c.at }}>",
        );
        assert_eq!(
            cards,
            "<thead role=\"rowgroup\"><tr role=\"row\"><th scope=\"col\" role=\"columnheader\" class=\"serial\">ردیف</th>\
             <th scope=\"col\" role=\"columnheader\">مهلت</th>\
             <th scope=\"col\" role=\"columnheader\" data-unsorted>پیشرفت</th>\
             <th scope=\"col\" role=\"columnheader\">منبع و &quot;روز&quot;</th></tr></thead>\
             <td role=\"cell\" class=\"serial num\"><td role=\"cell\" data-th=\"مهلت\" class=\"num\">\
             <td role=\"cell\" class=\"wide\"><td role=\"cell\" data-th=\"منبع\">"
        );
    }

    #[test]
    fn a_plain_table_has_neither_roles_nor_labels() {
        let plain = render(
            "{% set c = [[\"a\", \"الف\"], [\"b\", \"ب\", \"num unsorted\"]] | columns(cards=false, more=[\"ج\"], sortable=false) %}\
             {{ c.head }}<td{{ c.a }}><td{{ c.b }}>",
        );
        assert_eq!(
            plain,
            "<thead><tr><th scope=\"col\">الف</th><th scope=\"col\">ب</th><th scope=\"col\">ج</th></tr></thead>\
             <td><td class=\"num\">"
        );
    }

    #[test]
    fn a_column_without_a_head_is_left_out() {
        let text = render(
            "{% set c = [[\"a\", \"الف\"], [\"b\", \"\"]] | columns(cards=false) %}{{ c.head }}{% if c.b %}b{% endif %}",
        );
        assert_eq!(text, "<thead><tr><th scope=\"col\">الف</th></tr></thead>");
    }

    #[test]
    fn what_is_not_a_list_of_columns_is_an_error() {
        let mut tera = Tera::default();
        super::super::filters::register(&mut tera);
        for wrong in ["[\"due\"]", "[]", "\"due\"", "[[\"due\"]]", "[[1, 2]]"] {
            let template = format!("{{{{ {wrong} | columns }}}}");
            tera.add_raw_template("a.html", &template).unwrap();
            assert!(tera.render("a.html", &tera::Context::new()).is_err(), "{wrong}");
        }
    }
}
