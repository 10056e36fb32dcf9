//! Long-term archiving of editions: snapshots, signatures and verification.
//!
//! [`snapshot`] packs the site of a day as a bag in a zip, and as a WACZ; [`verify`] checks such packages, including those by
//! other programs; [`keygen`] creates a signing key. Packages are reproducible to the byte on every machine: names are
//! sorted, times are the report's day, modes are fixed, and nothing depends on the machine.

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

pub use error::ArchiveError;
pub use sign::{Keys, keygen};
pub use snapshot::{ArchiveFile, Order, Snapshot, SnapshotFiles, snapshot};
pub use verify::{Finding, Kind, Proof, What, verify};
