//! The names of records in a file that could not be read.
//!
//! One broken file is one finding: references to what stands in it are not reported as well. Its names are guessed by
//! lines, since there is no tree. Start reading at [`names_in`].

use super::walk::SourceFile;
use crate::fields::{CommonKey, Key};
use crate::model::key::Activity;
use crate::persian::text::fold_key;

/// The folded names that a broken file may have given to records.
pub(super) fn names_in(file: &SourceFile, text: &str) -> Vec<Box<str>> {
    let name = file.below.rsplit('/').next().unwrap_or(&file.below);
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let mut names = vec![fold_key(stem).into_boxed_str()];
    names.extend(text.lines().filter_map(name_of_line));
    names
}

/// What follows `id:` or `title:`, folded.
fn name_of_line(line: &str) -> Option<Box<str>> {
    let (key, value) = line.trim_start_matches([' ', '-']).split_once(':')?;
    let key = fold_key(key);
    let is_name = [CommonKey::Id.field(), Activity::Title.field()].iter().any(|field| field.is_called(&key));
    let value = value.trim().trim_matches(['\'', '"']);
    (is_name && !value.is_empty()).then(|| fold_key(value).into_boxed_str())
}
