//! The project's own charts: plain values in, SVG out, as filters of the templates.
//!
//! A chart never uses style attributes or pixels across: x is percent, colors are classes. A chart with a title is
//! `role="img"` with ids that are unique on the page; one whose numbers stand beside it is `aria-hidden`. A new chart
//! implements [`Chart`] in a file of its own and stands in the list `charts!` at the end of this file: that registers its
//! filter, draws its samples for the snapshots and the page of charts, and puts it into `themes/README.md`.

mod gantt;
mod map;
mod multiple;
mod plot;
#[cfg(test)]
mod samples;
mod small;
mod svg;

use serde::Serialize;
use serde::de::DeserializeOwned;
use tera::value::Key;
use tera::{Kwargs, Map, State, TeraResult, Value};

use super::filters::Filter;
use super::pieces::in_scope;
use crate::site::charts::{Bar, Curve, GanttRow, IndicatorChart, Map as Places, Multiple, Ring, Spark};

use gantt::{AxisHead, AxisLines};
#[cfg(test)]
pub(super) use samples::Ready;
use small::Stack;

/// The values of a chart, which draw themselves.
trait Chart: Serialize + DeserializeOwned {
    /// The name of the filter that draws it.
    const FILTER: &'static str;

    /// The options of the filter, as `themes/README.md` lists them; empty if there are none.
    const OPTIONS: &'static str = "";

    /// What it draws, for `themes/README.md`.
    const DRAWS: &'static str;

    /// Reads the values from what a template holds.
    fn read(value: &Value) -> TeraResult<Self> {
        Self::deserialize(value)
            .map_err(|error| tera::Error::message(format!("not the shape of this chart: {error}")))
    }

    /// Draws it as SVG.
    fn draw(&self, call: &Call<'_, '_>) -> TeraResult<String>;

    /// Values for snapshots: the usual case and the edges.
    #[cfg(test)]
    fn samples() -> Vec<samples::Sample<Self>>;
}

/// What a template passes to a filter beside the value.
struct Call<'c, 's> {
    options: Kwargs,
    scope: &'c State<'s>,
}

impl Call<'_, '_> {
    /// The way from the page to the site's root.
    fn root(&self) -> TeraResult<Value> {
        in_scope(self.scope, "root")
    }
}

/// The filter that draws a chart.
fn filter<C: Chart>() -> Filter {
    Filter {
        name: C::FILTER,
        options: C::OPTIONS,
        returns: C::DRAWS,
        register: |tera, name| {
            tera.register_filter(name, |value: &Value, options: Kwargs, scope: &State| {
                let svg = C::read(value)?.draw(&Call { options, scope })?;
                Ok(Value::safe_string(&svg)) as TeraResult<Value>
            });
        },
    }
}

/// What a filter takes as a map, for those that read it by hand.
fn map_of<'v>(value: &'v Value, wants: &str) -> TeraResult<&'v Map> {
    value.as_map().ok_or_else(|| tera::Error::message(wants.to_owned()))
}

fn number(map: &Map, key: &'static str) -> Option<f64> {
    map.get(&Key::Str(key)).and_then(Value::as_f64)
}

fn moment(map: &Map, key: &'static str) -> Option<i32> {
    map.get(&Key::Str(key)).and_then(Value::as_i64).and_then(|days| i32::try_from(days).ok())
}

fn truth(map: &Map, key: &'static str) -> bool {
    map.get(&Key::Str(key)).and_then(Value::as_bool).unwrap_or(false)
}

/// Lists every chart once.
macro_rules! charts {
    ($($chart:ty),* $(,)?) => {
        /// The filters of all charts, in the order of `themes/README.md`.
        pub(super) fn filters() -> Vec<Filter> {
            vec![$(filter::<$chart>()),*]
        }

        /// Samples of all charts, ready for a template.
        #[cfg(test)]
        pub(super) fn samples() -> Vec<Ready> {
            let mut all = Vec::new();
            $(all.extend(<$chart>::samples().into_iter().map(samples::Sample::ready));)*
            all
        }
    };
}

charts![Bar, Stack, Ring, Spark, Curve, IndicatorChart, Multiple, Places, AxisHead, AxisLines, GanttRow,];
