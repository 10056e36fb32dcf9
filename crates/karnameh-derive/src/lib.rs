//! Derives that make a declaration of a record the only place in which its fields are named.
//!
//! - [`Choice`](macro@Choice) turns an enum into a closed list of words in two languages.
//! - [`Fields`](macro@Fields) turns a struct into a map of a record file: its table of fields and the reading of it.
//! - [`Record`](macro@Record) does the same for a kind of record, which has a folder and a title of its own.
//!
//! The doc comment of a field is the English sentence that the docs, the schema and the data files show; attributes say
//! the rest. `karnameh_records::fields` has the traits that are implemented here, and says what the generated parts are for;
//! `model::activity` is the richest example. What is special about a kind is written by hand beside its declaration.

mod attributes;
mod choice;
mod record;

use proc_macro::TokenStream;
use syn::{DeriveInput, parse_macro_input};

/// Declares a closed list of words: `#[choice("funding", "اعتبار")]` on each variant of an enum without data.
///
/// Implements `fields::Choice` and `fields::FieldValue`.
#[proc_macro_derive(Choice, attributes(choice))]
pub fn derive_choice(input: TokenStream) -> TokenStream {
    finish(choice::derive(&parse_macro_input!(input as DeriveInput)))
}

/// Declares a map of a record file. Each field is one of:
///
/// - `#[field("due", "مهلت", plan, fa = "…", example = "…")]`: written in the file. Then in any order: `required` (a
///   list that may not be empty), `plan`, `event` or `existence` (what its day means, undated if none is named),
///   `private` or `people` (what packages don't hand on, and counts of people, of which they mask small ones),
///   `also = ["…"]` (other names that people give it, in either language), `kind = …` and `key = …` if the type or the name of the field doesn't say it, `default = …`.
/// - `#[joined]`: filled from other files after reading, empty until then.
/// - `#[place]`: where the map begins.
///
/// `#[fields(check = …)]` on the struct names what is called with the row before it is read.
///
/// Implements `fields::Fields` and `fields::FieldValue`, and makes the enum of keys `<Name>Key`.
#[proc_macro_derive(Fields, attributes(fields, field, joined, place))]
pub fn derive_fields(input: TokenStream) -> TokenStream {
    finish(record::derive_map(&parse_macro_input!(input as DeriveInput)))
}

/// Declares a kind of record: `#[record(…)]` on the struct says which, its field `record` holds what every record has and
/// says by `#[title(…)]` what the title is for; the others are declared as for [`Fields`](macro@Fields).
///
/// `#[record(…)]` says its `kind = …`, and may have `dated_title = "…"` (what stands before the date in a title that is made of it), `body = "…"` (what the narrative
/// is called if not «body»), `finish = …` (what is called with the row once the record is whole) and `cut = …` (what is
/// called with a day after the fields were cut at it).
#[proc_macro_derive(Record, attributes(record, title, field, joined, place))]
pub fn derive_record(input: TokenStream) -> TokenStream {
    finish(record::derive_record(&parse_macro_input!(input as DeriveInput)))
}

fn finish(tokens: syn::Result<proc_macro2::TokenStream>) -> TokenStream {
    tokens.unwrap_or_else(syn::Error::into_compile_error).into()
}
