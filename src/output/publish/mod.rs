//! A finished site copied to a folder that can't be swapped: a share, a host's folder, a stick.
//!
//! [`Plan::of`] looks at both sides and writes nothing; [`Plan::carry_out`] copies what differs, so that whoever reads
//! the target meanwhile meets whole files and pages whose assets are there: what pages need comes first, then pages,
//! then `index.html`; then what is gone is deleted, and the manifest comes last. Killed at any moment, the next run
//! goes on where this one ended: what is there is known by its bytes, and what is ours by the manifest and the
//! `ledger`. File times, links and letter case are not relied upon, since FAT and shares have none to rely on.
//!
//! In the target these names are ours: `.karnameh-part` (the file that is being written) and `.karnameh-ledger.json`.

mod carry;
mod error;
mod ledger;
mod plan;
mod sides;

pub use error::PublishError;
pub use plan::{Plan, Step, Why};
pub use sides::Sides;

/// Hears how a publication goes.
pub trait Progress: Sync {
    /// So many bytes will be written and read back.
    fn bytes(&self, all: u64) {
        let _ = all;
    }

    /// So many of them are done.
    fn done(&self, bytes: u64) {
        let _ = bytes;
    }
}
