//! `karnameh adopt`: success models of elsewhere, taken into one neighborhood of one's own as drafts.
//!
//! [`Offer::open`] reads a package and believes nothing of it; [`Home::read`] reads one's own records; [`plan`] maps
//! theirs to ours and writes every record file into memory; [`Plan::write`] puts them into folders of their own, all or
//! none. Nothing is ever overwritten, and undoing is deleting those folders. Start reading at [`plan`].

mod dates;
mod error;
mod home;
mod ids;
mod localize;
mod mapping;
mod offer;
mod records;
mod results;
mod stage;

use std::path::PathBuf;

use crate::fields::RecordKind;
use crate::persian::Day;

pub use error::AdoptError;
pub use home::Home;
pub use mapping::{MapRule, Unmapped};
pub use offer::Offer;

use dates::Shift;
use ids::FreeIds;
use localize::Localizer;
use mapping::Mapping;
use records::Writer;

/// How a package is to be taken in.
#[derive(Debug, Clone)]
pub struct Wish {
    /// The neighborhood, by id, title or alias.
    pub into: String,
    /// The first day of the first activity; T of one's own site where absent.
    pub start: Option<Day>,
    /// What of theirs is what of ours.
    pub maps: Vec<MapRule>,
    /// Make drafts of domains and agencies that are mapped to nothing.
    pub create: bool,
    /// The day where neither the wish nor the settings give one.
    pub today: Day,
}

/// What will be written.
#[derive(Debug)]
pub struct Plan {
    /// The folders below `content/` that will be made, each ending in the same name.
    pub folders: Vec<PathBuf>,
    /// The files below `content/`, and their text.
    pub files: Vec<(PathBuf, String)>,
    /// What of theirs became what of ours: the kind, their title, our id.
    pub mapped: Vec<(RecordKind, String, String)>,
    /// Texts that wait to be localized: the file, and the names of the fields in Persian.
    pub localize: Vec<(PathBuf, Vec<&'static str>)>,
    /// The entry of `adoptions` for the giver's record.
    pub adoption: String,
}

/// Plans how a package is taken in. What can't be mapped is told in [`AdoptError::Unmapped`], all at once.
pub fn plan(offer: &Offer, home: &Home, wish: &Wish) -> Result<Plan, AdoptError> {
    let records = &offer.package.records;
    let into = home.neighborhood(&wish.into)?;
    let folder = offer.folder();
    home.refuse_existing(&folder)?;
    let mut ids = FreeIds::new(home);
    let mapping = Mapping::new(offer, home, wish, &mut ids)?;
    let start = wish.start.or(home.as_of).unwrap_or(wish.today);
    let shift = Shift::new(&records.activities, start)?;
    let mut writer = Writer {
        offer,
        into: &into.id,
        mapping: &mapping,
        shift,
        localizer: Localizer::new(&offer.package),
        folder: &folder,
        models: records.models.iter().map(|of| ids.take(RecordKind::Model, &of.id)).collect(),
        activities: records.activities.iter().map(|of| ids.take(RecordKind::Activity, &of.id)).collect(),
        files: Vec::new(),
        localize: Vec::new(),
    };
    writer.write_all();
    let Writer { files, localize, .. } = writer;
    let mut folders: Vec<PathBuf> =
        files.iter().filter_map(|(path, _)| Some(path.parent()?.to_owned())).collect();
    folders.dedup();
    Ok(Plan {
        folders,
        files,
        mapped: mapping.told(),
        localize,
        adoption: records::adoption(&into.title, &home.province, start),
    })
}
