//! What is made of the declarations of all records for people and editors: `docs/FORMAT.md`, the guide of `karnameh explain`,
//! and the JSON Schemas.

mod format_md;
mod guide;
mod schema;

pub use format_md::format_md;
pub use guide::{guide, names};
pub use schema::{json_schema, site_schema};
