//! Copies a finished site to a folder that cannot be swapped: a network share, a host's folder, a USB stick.
//!
//! [`Plan::compare`] compares both sides and writes nothing; [`Plan::execute`] copies the differences. Visitors during the
//! copy always find complete files, and pages whose assets exist: assets are copied first, then pages, then `index.html`;
//! then obsolete files are deleted, and the manifest is written last. After an interruption the next run continues: it
//! identifies existing files by their bytes and our files by the manifest and the `ledger`. File times, links and letter
//! case are ignored, since FAT and network shares do not preserve them.
//!
//! In the target this module uses the names `.karnameh-part` (the file being written) and `.karnameh-ledger.json`.

mod error;
mod execute;
mod ledger;
mod plan;
mod sides;

pub use error::PublishError;
pub use plan::{Plan, Step, Why};
pub use sides::Sides;

/// Receives the progress of a publication.
pub trait Progress: Sync {
    /// Called once with the number of bytes to write and read back.
    fn bytes(&self, all: u64) {
        let _ = all;
    }

    /// Called repeatedly with the number of bytes completed since the last call.
    fn done(&self, bytes: u64) {
        let _ = bytes;
    }
}
