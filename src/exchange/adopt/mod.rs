//! `karnameh adopt`: adds success models from another province to a neighborhood, as drafts.
//!
//! [`Offer::open`] reads a package without trusting it, [`Home::read`] reads the user's own records, [`plan`] maps the former
//! to the latter and creates all record files in memory, and [`Plan::write`] writes them to new folders, either all or none.
//! Nothing is overwritten, and deleting those folders undoes everything. Start reading at [`plan`].

mod dates;
mod draft;
mod error;
mod home;
mod ids;
mod localize;
mod mapping;
mod notes;
mod offer;
mod records;
mod results;
mod stage;

use std::path::PathBuf;

use crate::model::RecordKind;
use crate::persian::Day;

pub use error::{AdoptError, unknown_record};
pub use home::Home;
pub use mapping::{MapRule, Unmapped};
pub use offer::Offer;

use dates::Shift;
use ids::FreeIds;
use localize::Localizer;
use mapping::Mapping;
use records::Writer;

/// The user's options.
#[derive(Debug, Clone)]
pub struct Wish {
    /// The neighborhood: id, title or alias.
    pub into: String,
    /// The first day of the first activity. Defaults to the report's day of the user's site.
    pub start: Option<Day>,
    /// The explicit rules for domains and agencies.
    pub maps: Vec<MapRule>,
    /// Whether to create drafts for domains and agencies without a counterpart.
    pub create: bool,
    /// The current day, used if neither the options nor the settings determine one.
    pub today: Day,
}

/// The result of planning, before anything is written.
#[derive(Debug)]
pub struct Plan {
    /// The folders below `content/` to create, all with the same name.
    pub folders: Vec<PathBuf>,
    /// The files with their paths below `content/` and their texts.
    pub files: Vec<(PathBuf, String)>,
    /// The mapping: kind, original title, new id.
    pub mapped: Vec<(RecordKind, String, String)>,
    /// Files with texts that must be localized, and the Persian names of these fields.
    pub localize: Vec<(PathBuf, Vec<&'static str>)>,
    /// A YAML entry for `adoptions` that the user can send to the province of origin.
    pub adoption: String,
}

/// Plans the adoption of a package. Reports all records without a counterpart at once ([`AdoptError::Unmapped`]).
pub fn plan(offer: &Offer, home: &Home, wish: &Wish) -> Result<Plan, AdoptError> {
    let records = &offer.contents.dataset;
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
        localizer: Localizer::new(&offer.contents),
        folder: &folder,
        models: records.models.iter().map(|model| ids.take(RecordKind::Model, &model.record.id)).collect(),
        activities: records
            .activities
            .iter()
            .map(|activity| ids.take(RecordKind::Activity, &activity.record.id))
            .collect(),
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
        mapped: mapping.summary(),
        localize,
        adoption: records::adoption(&into.title, &home.province, start),
    })
}
