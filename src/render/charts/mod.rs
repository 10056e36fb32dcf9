//! Our own charts: plain values in, SVG out, as filters of the templates.
//!
//! No style attributes, no pixels across: x is percent, colours are classes. A chart with a title is `role="img"` with
//! unique ids; one whose numbers stand beside it is `aria-hidden`. Start reading at [`register`].

mod gantt;
mod map;
mod multiple;
mod plot;
mod small;
mod svg;

use serde::de::DeserializeOwned;
use tera::value::Key;
use tera::{Kwargs, Map, State, Tera, TeraResult, Value};

use super::pieces::in_scope;
use crate::site::charts::{
    Axis, Bar, Curve, GanttRow, Indicator, Map as Places, Mile, Multiple, Part, Ring, Spark,
};

/// Makes the charts known to the templates: `{{ m.bar | bar }}`, `{{ curve | curve }}` and so on.
pub(super) fn register(tera: &mut Tera) {
    tera.register_filter("bar", |value: &Value, options: Kwargs, _: &State| -> TeraResult<Value> {
        let large = options.get::<bool>("large")?.unwrap_or(false);
        Ok(safe(&small::bar(read_bar(value)?, large)))
    });
    tera.register_filter("stack", |value: &Value, _: Kwargs, _: &State| {
        Ok(safe(&small::stack(&read::<Vec<Part>>(value)?))) as TeraResult<Value>
    });
    tera.register_filter("ring", |value: &Value, _: Kwargs, _: &State| {
        Ok(safe(&small::ring(&read::<Ring>(value)?))) as TeraResult<Value>
    });
    tera.register_filter("spark", |value: &Value, _: Kwargs, _: &State| {
        Ok(safe(&small::spark(&read::<Spark>(value)?))) as TeraResult<Value>
    });
    // {{ c | curve }}, {{ c | curve(height=120) }} on paper.
    tera.register_filter("curve", |value: &Value, options: Kwargs, _: &State| -> TeraResult<Value> {
        let height = options.get::<u16>("height")?.unwrap_or(plot::CURVE_HEIGHT);
        Ok(safe(&plot::curve(&read::<Curve>(value)?, height)))
    });
    tera.register_filter("indicator", |value: &Value, _: Kwargs, _: &State| {
        Ok(safe(&plot::indicator(&read::<Indicator>(value)?))) as TeraResult<Value>
    });
    tera.register_filter("multiple", |value: &Value, _: Kwargs, _: &State| {
        Ok(safe(&multiple::multiple(&read::<Multiple>(value)?))) as TeraResult<Value>
    });
    tera.register_filter("places", |value: &Value, _: Kwargs, scope: &State| -> TeraResult<Value> {
        let root = in_scope(scope, "root")?;
        Ok(safe(&map::map(&read::<Places>(value)?, root.as_str().unwrap_or_default())))
    });
    tera.register_filter("gantt_axis", |value: &Value, _: Kwargs, _: &State| {
        Ok(safe(&gantt::axis(&read::<Axis>(value)?))) as TeraResult<Value>
    });
    tera.register_filter("gantt_lines", |value: &Value, _: Kwargs, _: &State| {
        Ok(safe(&gantt::lines(&read::<Axis>(value)?))) as TeraResult<Value>
    });
    tera.register_filter("gantt_row", |value: &Value, options: Kwargs, _: &State| {
        let days = options.must_get::<i32>("days")?;
        Ok(safe(&gantt::row(&read_gantt_row(value)?, days))) as TeraResult<Value>
    });
}

fn safe(svg: &str) -> Value {
    Value::safe_string(svg)
}

/// A chart's values from what the template holds.
fn read<T: DeserializeOwned>(value: &Value) -> TeraResult<T> {
    T::deserialize(value)
        .map_err(|error| tera::Error::message(format!("not the shape of this chart: {error}")))
}

/// The same for a bar, by hand: pages have hundreds of them.
fn read_bar(value: &Value) -> TeraResult<Bar> {
    let map =
        value.as_map().ok_or_else(|| tera::Error::message("`bar` wants a map with actual, planned …"))?;
    Ok(Bar {
        actual: number(map, "actual"),
        planned: number(map, "planned"),
        verified: number(map, "verified"),
        behind: truth(map, "behind"),
        late: truth(map, "late"),
    })
}

/// What is drawn of a row of a schedule, by hand too: its words stand beside it.
fn read_gantt_row(value: &Value) -> TeraResult<GanttRow> {
    let map =
        value.as_map().ok_or_else(|| tera::Error::message("`gantt_row` wants a map with start, due …"))?;
    let miles = map.get(&Key::Str("miles")).and_then(Value::as_array).unwrap_or_default();
    Ok(GanttRow {
        start: moment(map, "start"),
        due: moment(map, "due"),
        first_due: moment(map, "first_due"),
        done: number(map, "done"),
        late_to: moment(map, "late_to"),
        unknown: truth(map, "unknown"),
        miles: miles
            .iter()
            .filter_map(Value::as_map)
            .filter_map(|mile| Some(Mile { day: moment(mile, "day")?, done: truth(mile, "done") }))
            .collect(),
        ..GanttRow::default()
    })
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
