//! Samples of charts for the tests: a name, the options of the filter, and the values.

use tera::Value;

use super::Chart;

/// One sample of a chart.
pub(super) struct Sample<C> {
    name: &'static str,
    options: &'static str,
    chart: C,
}

impl<C: Chart> Sample<C> {
    /// A sample whose snapshot is called `name`.
    pub(super) fn new(name: &'static str, chart: C) -> Self {
        Self { name, options: "", chart }
    }

    /// The same, drawn with options such as `large=true`.
    pub(super) fn with(self, options: &'static str) -> Self {
        Self { options, ..self }
    }

    pub(super) fn ready(self) -> Ready {
        let filter = match self.options {
            "" => C::FILTER.to_owned(),
            options => format!("{}({options})", C::FILTER),
        };
        Ready { name: self.name, filter, value: Value::from_serializable(&self.chart) }
    }
}

/// A sample as a template takes it.
pub(in crate::render) struct Ready {
    /// The name of its snapshot.
    pub(in crate::render) name: &'static str,
    /// The call that draws it («bar(large=true)»).
    pub(in crate::render) filter: String,
    pub(in crate::render) value: Value,
}
