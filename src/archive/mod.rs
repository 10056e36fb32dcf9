//! Editions that outlive their program: snapshots, their signatures and their proof.
//!
//! [`snapshot`] packs the site of a day as a bag in a zip, and as a WACZ; [`verify`] proves such packages, and those of
//! others; [`keygen`] makes the key that signs them. Packages are the same to the byte wherever they are made: names are
//! sorted, times are the report's day, modes are fixed, and nothing of the machine is in them.

mod bag;
mod describe;
mod edition;
mod error;
mod item;
mod ledger;
mod names;
mod places;
mod sign;
mod snapshot;
mod sources;
mod verify;
mod wacz;
mod work;
mod zip;

pub use error::{ArchiveError, Blame};
pub use sign::{Keys, keygen};
pub use snapshot::{Made, MadeFile, Order, Snapshot, snapshot};
pub use verify::{Finding, Kind, Proof, What, verify};
