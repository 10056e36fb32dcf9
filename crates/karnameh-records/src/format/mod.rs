//! What is made of the declarations of all records for people and editors: `docs/FORMAT.md` and the JSON Schemas.

mod format_md;
mod schema;

pub use format_md::format_md;
pub use schema::{json_schema, site_schema};
