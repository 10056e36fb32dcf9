//! Writes SVG: elements, escaped text, and numbers with at most one decimal. A tenth of a percent is less than a pixel on
//! the widest page, and a site of ten thousand charts is large by its bytes.

use std::fmt::Write as _;

use crate::markdown::escape_into;

/// A buffer of SVG.
pub(super) struct Svg(pub(super) String);

impl Svg {
    /// Nothing yet, with room for a usual chart.
    pub(super) fn with_capacity(bytes: usize) -> Self {
        Self(String::with_capacity(bytes))
    }

    /// Adds markup unescaped.
    pub(super) fn raw(&mut self, markup: &str) -> &mut Self {
        self.0.push_str(markup);
        self
    }

    /// Adds text, escaped.
    pub(super) fn text(&mut self, text: &str) -> &mut Self {
        escape_into(text, &mut self.0);
        self
    }

    /// Adds a number: at most one decimal, no trailing zero, never «-0».
    pub(super) fn number(&mut self, value: f64) -> &mut Self {
        push_number(&mut self.0, value);
        self
    }

    /// Adds ` name="12.5"`.
    pub(super) fn at(&mut self, name: &str, value: f64) -> &mut Self {
        self.raw(" ").raw(name).raw("=\"").number(value).raw("\"")
    }

    /// Adds ` name="12.5%"`.
    pub(super) fn percent(&mut self, name: &str, value: f64) -> &mut Self {
        self.raw(" ").raw(name).raw("=\"").number(value).raw("%\"")
    }

    /// Adds ` name="text"`, escaped.
    pub(super) fn attribute(&mut self, name: &str, value: &str) -> &mut Self {
        self.raw(" ").raw(name).raw("=\"").text(value).raw("\"")
    }

    /// Adds a path of upright lines at these places, in percent from the left, as one element. It is
    /// inside an SVG of `height` that is stretched to the width, so the class's strokes must not scale.
    pub(super) fn uprights(
        &mut self,
        class: &str,
        y: f64,
        height: &str,
        at: impl Iterator<Item = f64>,
    ) -> &mut Self {
        self.raw("<svg").at("y", y).raw(" width=\"100%\"").attribute("height", height);
        self.raw(" viewBox=\"0 0 100 1\" preserveAspectRatio=\"none\"><path")
            .attribute("class", class)
            .raw(" d=\"");
        for x in at {
            self.raw("M").number(x).raw(" 0v1");
        }
        self.raw("\"/></svg>")
    }

    /// What was written.
    pub(super) fn finish(&mut self) -> String {
        std::mem::take(&mut self.0)
    }
}

/// Rounds a number as it is written, for numbers that must add up.
pub(super) fn tenths(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}

/// Appends a number with at most one decimal.
#[expect(clippy::cast_possible_truncation, reason = "geometry stays far below 2^53")]
fn push_number(out: &mut String, value: f64) {
    let tenths = (value * 10.0).round() as i64;
    if tenths < 0 {
        out.push('-');
    }
    let (whole, rest) = (tenths.abs() / 10, tenths.abs() % 10);
    // Writing to a String does not fail.
    let _ = write!(out, "{whole}");
    if rest != 0 {
        let _ = write!(out, ".{rest}");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(value: f64) -> String {
        Svg(String::new()).number(value).finish()
    }

    #[test]
    fn numbers_are_short() {
        assert_eq!(number(42.358), "42.4");
        assert_eq!(number(42.3), "42.3");
        assert_eq!(number(42.02), "42");
        assert_eq!(number(-0.01), "0");
        assert_eq!(number(-5.2), "-5.2");
    }

    #[test]
    fn text_is_escaped() {
        assert_eq!(Svg(String::new()).attribute("a", "«<&\"»").finish(), " a=\"«&lt;&amp;&quot;»\"");
    }
}
