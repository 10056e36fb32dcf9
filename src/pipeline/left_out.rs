//! An edition doesn't list itself: its own entry of `content/archive.yml`, from an earlier run, is left out.

use crate::content::Reading;
use crate::persian::Day;

use super::Request;

/// Which entry of `content/archive.yml` a run leaves out, as if it had never been written: that of the edition which
/// it is made for.
#[derive(Debug, Clone, Default)]
pub enum LeftOut {
    /// None.
    #[default]
    Nothing,
    /// That of this file.
    File(String),
    /// That of the file which an edition of the report's day is called by.
    OfDay(fn(Day) -> String),
}

impl LeftOut {
    fn file(&self, day: Day) -> Option<String> {
        match self {
            Self::Nothing => None,
            Self::File(file) => Some(file.clone()),
            Self::OfDay(name) => Some(name(day)),
        }
    }
}

/// Takes the entry out of what was read; gives the name of its file.
pub(super) fn leave_out(request: &Request, reading: &mut Reading) -> Option<String> {
    let (config, dataset) = (reading.config.as_ref()?, reading.dataset.as_mut()?);
    let file = request.left_out.file(request.day(config))?;
    dataset.archive.retain(|edition| *edition.file != *file);
    Some(file)
}
