//! Writing SVG: numbers of at most two decimals, escaped text, elements.

use std::fmt::Write as _;

use crate::markdown::escape_into;

/// A piece of SVG that grows.
pub(super) struct Svg(pub(super) String);

impl Svg {
    /// Nothing yet, with room for a usual chart.
    pub(super) fn with_capacity(bytes: usize) -> Self {
        Self(String::with_capacity(bytes))
    }

    /// Adds markup as it stands.
    pub(super) fn raw(&mut self, markup: &str) -> &mut Self {
        self.0.push_str(markup);
        self
    }

    /// Adds text, escaped.
    pub(super) fn text(&mut self, text: &str) -> &mut Self {
        escape_into(text, &mut self.0);
        self
    }

    /// Adds a number: at most two decimals, no trailing zeros, never «-0».
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

    /// Adds a path of upright lines at these places, in percent from the left: one element however many they are. It
    /// stands in an SVG of `height` that is stretched to the width, so the class's strokes must not scale.
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

/// Appends a number with at most two decimals.
#[expect(clippy::cast_possible_truncation, reason = "geometry stays far below 2^53")]
fn push_number(out: &mut String, value: f64) {
    let hundredths = (value * 100.0).round() as i64;
    if hundredths < 0 {
        out.push('-');
    }
    let (whole, rest) = (hundredths.abs() / 100, hundredths.abs() % 100);
    // Writing to a String does not fail.
    let _ = write!(out, "{whole}");
    if rest % 10 != 0 {
        let _ = write!(out, ".{rest:02}");
    } else if rest != 0 {
        let _ = write!(out, ".{}", rest / 10);
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
        assert_eq!(number(42.358), "42.36");
        assert_eq!(number(42.3), "42.3");
        assert_eq!(number(42.0), "42");
        assert_eq!(number(42.05), "42.05");
        assert_eq!(number(-0.001), "0");
        assert_eq!(number(-5.25), "-5.25");
    }

    #[test]
    fn text_is_escaped() {
        assert_eq!(Svg(String::new()).attribute("a", "«<&\"»").finish(), " a=\"«&lt;&amp;&quot;»\"");
    }
}
