//! x
pub fn data_md() -> String { String::new() }
