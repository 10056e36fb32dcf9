//! What the page inside a package shows: ready text, and HTML of the Markdown stage.

use serde::Serialize;
use tera::Value;

#[derive(Serialize)]
pub(in crate::package) struct Page {
    pub(super) title: String,
    pub(super) programme: String,
    pub(super) province: String,
    pub(super) publisher: String,
    pub(super) url: String,
    pub(super) license: String,
    pub(super) as_of: Stamp,
    pub(super) generator: String,
    pub(super) left_out: bool,
    pub(super) sample: bool,
    /// The site's own words for a model, an activity, and its plural.
    pub(super) model: String,
    pub(super) activity: String,
    pub(super) manager: String,
    pub(super) models: Vec<Model>,
    pub(super) activities: Vec<Activity>,
}

#[derive(Serialize)]
pub(super) struct Stamp {
    pub(super) iso: String,
    pub(super) text: String,
}

#[derive(Serialize)]
pub(super) struct Fact {
    pub(super) term: String,
    pub(super) value: String,
    /// It reads from left to right.
    pub(super) ltr: bool,
}

#[derive(Serialize)]
pub(super) struct Model {
    pub(super) anchor: String,
    pub(super) title: String,
    pub(super) facts: Vec<Fact>,
    pub(super) problem: Value,
    pub(super) approach: Value,
    /// Steps, conditions, lessons.
    pub(super) lists: Vec<List>,
    pub(super) results: Vec<ResultRow>,
    pub(super) body: Option<Value>,
    pub(super) adoptions: Vec<Dated>,
    pub(super) contact: Option<Value>,
}

#[derive(Serialize)]
pub(super) struct List {
    pub(super) title: &'static str,
    pub(super) ordered: bool,
    pub(super) items: Vec<Value>,
}

#[derive(Serialize)]
pub(super) struct ResultRow {
    pub(super) anchor: String,
    pub(super) title: String,
    pub(super) state: String,
    pub(super) planned: String,
    pub(super) actual: String,
}

#[derive(Serialize, Default)]
pub(super) struct Dated {
    pub(super) at: Option<Stamp>,
    pub(super) text: String,
    pub(super) body: Option<Value>,
    pub(super) href: String,
    pub(super) photos: Vec<Photo>,
}

#[derive(Serialize)]
pub(super) struct Photo {
    pub(super) file: String,
    pub(super) alt: String,
    pub(super) width: u32,
    pub(super) height: u32,
}

#[derive(Serialize)]
pub(super) struct Activity {
    pub(super) anchor: String,
    pub(super) title: String,
    pub(super) summary: String,
    pub(super) facts: Vec<Fact>,
    pub(super) milestones: Vec<Milestone>,
    pub(super) indicators: Vec<Indicator>,
    pub(super) body: Option<Value>,
    pub(super) updates: Vec<Dated>,
    pub(super) evidence: Vec<Dated>,
}

#[derive(Serialize)]
pub(super) struct Milestone {
    pub(super) title: String,
    pub(super) due: Option<Stamp>,
    pub(super) done: Option<Stamp>,
}

#[derive(Serialize)]
pub(super) struct Indicator {
    pub(super) title: String,
    pub(super) goal: String,
    pub(super) values: Vec<Measured>,
}

#[derive(Serialize)]
pub(super) struct Measured {
    pub(super) at: Stamp,
    pub(super) value: String,
    pub(super) source: String,
}
