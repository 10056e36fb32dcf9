//! Our own charts: plain values in, SVG out, as filters of the templates.
//!
//! No style attributes, no pixels across: x is percent, colours are classes. A chart with a title is `role="img"` with
//! unique ids; one whose numbers stand beside it is `aria-hidden`. Start reading at [`register`].

mod gantt;
mod plot;
mod small;
mod svg;

use serde::de::DeserializeOwned;
use tera::value::Key;
use tera::{Kwargs, Map, State, Tera, TeraResult, Value};

use crate::site::charts::{Axis, Bar, Curve, GanttRow, Indicator, Part, Ring, Spark};

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
    tera.register_filter("gantt_axis", |value: &Value, _: Kwargs, _: &State| {
        Ok(safe(&gantt::axis(&read::<Axis>(value)?))) as TeraResult<Value>
    });
    tera.register_filter("gantt_lines", |value: &Value, _: Kwargs, _: &State| {
        Ok(safe(&gantt::lines(&read::<Axis>(value)?))) as TeraResult<Value>
    });
    tera.register_filter("gantt_row", |value: &Value, options: Kwargs, _: &State| {
        let days = options.must_get::<i32>("days")?;
        Ok(safe(&gantt::row(&read::<GanttRow>(value)?, days))) as TeraResult<Value>
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
    let number = |key| map.get(&Key::Str(key)).and_then(Value::as_f64);
    Ok(Bar {
        actual: number("actual"),
        planned: number("planned"),
        verified: number("verified"),
        behind: truth(map, "behind"),
        late: truth(map, "late"),
    })
}

fn truth(map: &Map, key: &'static str) -> bool {
    map.get(&Key::Str(key)).and_then(Value::as_bool).unwrap_or(false)
}
