//! Success models as one file, `.karnameh.zip`: what worked in one province, to be read and taken up in another.
//!
//! `collect` takes from records and figures what the site publishes of a model as of T; [`Package::pack`] writes it,
//! byte for byte the same for the same edition, with a page to read it by and checksums that common tools can verify;
//! [`Package::unpack`] reads one that anybody may have made, and refuses whatever is not sound. Start reading at
//! [`schema`], which is the format.
//!
//! What never goes in: drafts, what happened after T, who manages or reports, numbers of persons' phones, cards and
//! accounts, and small counts of people (F29).

mod collect;
mod media;
mod narratives;
mod pack;
mod reader;
mod refusal;
pub mod schema;
mod sound;
mod text;
mod unpack;
mod words;

pub use collect::PackageInputs;
pub use narratives::narratives;
pub use refusal::Refusal;
pub use schema::Package;
pub use unpack::LARGEST;
pub use words::persian;
