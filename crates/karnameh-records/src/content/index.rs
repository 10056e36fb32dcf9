//! Ids, titles and aliases of every record: what a reference can mean.
//!
//! A position in the index is a position in the [`Dataset`](crate::model::Dataset): published records in the byte
//! order of their ids, and drafts behind them, so that leaving drafts out moves nothing. Start reading at
//! [`Index::new`].

use std::collections::HashSet;

use super::raw::{Raw, Raws};
use crate::diag::codes::records::DOUBLED_ID;
use crate::diag::{Diagnostic, Place};
use crate::fields::{Record, closest};
use crate::model::{RecordKind, kinds};
use crate::persian::numbers::ascii_digits;
use crate::persian::text::fold_key;

/// What references can mean, by kind.
#[derive(Debug, Default)]
pub(super) struct Index {
    kinds: [Names; RecordKind::ALL.len()],
}

/// The names of one kind.
#[derive(Debug, Default)]
pub(super) struct Names {
    /// Published ones in order, then drafts in order.
    ids: Vec<Box<str>>,
    /// How many of them are published.
    published: usize,
    /// Where the drafts stand.
    drafts_at: Vec<Place>,
    /// Titles and aliases in the order of their folded form.
    titles: Vec<Named>,
    /// Folded names that were lost with broken files.
    lost: HashSet<Box<str>>,
}

/// A title or alias of a record.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Named {
    folded: Box<str>,
    position: u32,
    /// As the record says it.
    typed: Box<str>,
}

/// A folded name that a broken file may have given to a record.
pub(super) type LostName = (RecordKind, Box<str>);

/// Why a reference means nothing.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Miss {
    /// No record has this name.
    Unknown,
    /// It may stand in a file that could not be read.
    Lost,
    /// Several share it.
    Ambiguous(Vec<u32>),
}

impl Index {
    /// Puts the records of each kind in their final order and learns their names.
    pub(super) fn new(raws: &mut Raws, lost: Vec<LostName>, out: &mut Vec<Diagnostic>) -> Self {
        let mut index = Self::default();
        macro_rules! learn {
            ($($kind:ident $list:ident $record:ty;)*) => { $(index.learn(&mut raws.$list, out);)* };
        }
        kinds!(learn);
        for (kind, name) in lost {
            index.kinds[kind as usize].lost.insert(name);
        }
        index
    }

    fn learn<T: Record>(&mut self, raws: &mut [Raw<T>], out: &mut Vec<Diagnostic>) {
        raws.sort_by(|a, b| {
            let (one, other) = (a.record.head(), b.record.head());
            (a.draft, &one.id, &one.at).cmp(&(b.draft, &other.id, &other.at))
        });
        report_doubles(raws, out);
        self.kinds[T::KIND as usize] = Names::new(raws);
    }

    /// The names of a kind.
    pub(super) fn names(&self, kind: RecordKind) -> &Names {
        &self.kinds[kind as usize]
    }
}

impl Names {
    fn new<T: Record>(raws: &[Raw<T>]) -> Self {
        let published = raws.partition_point(|raw| !raw.draft);
        let mut titles = Vec::with_capacity(raws.len());
        for (position, raw) in (0..).zip(raws) {
            let head = raw.record.head();
            let names = std::iter::once(head.title.typed()).chain(head.aliases.iter().map(|alias| &**alias));
            for name in names.filter(|name| !name.is_empty()) {
                let folded = fold_key(name).into_boxed_str();
                titles.push(Named { folded, position, typed: name.into() });
            }
        }
        titles.sort_unstable();
        titles.dedup_by(|later, earlier| {
            (&later.folded, later.position) == (&earlier.folded, earlier.position)
        });
        Self {
            ids: raws.iter().map(|raw| raw.record.head().id.clone()).collect(),
            published,
            drafts_at: raws[published..].iter().map(|raw| raw.record.head().at.clone()).collect(),
            titles,
            lost: HashSet::new(),
        }
    }

    /// Says whether a name may stand in a file that could not be read.
    pub(super) fn is_lost(&self, name: &str) -> bool {
        !self.lost.is_empty() && self.lost.contains(&*fold_key(name))
    }

    /// The record that a reference names: by its id, or else by title or alias.
    pub(super) fn find(&self, name: &str) -> Result<u32, Miss> {
        if let Some(position) = self.find_id(name) {
            return Ok(position);
        }
        let folded = fold_key(name);
        let first = self.titles.partition_point(|named| *named.folded < *folded);
        let same = self.titles[first..].iter().take_while(|named| *named.folded == *folded);
        let positions: Vec<u32> = same.map(|named| named.position).collect();
        let mut published = positions.iter().filter(|&&position| self.draft_at(position).is_none());
        match (positions.as_slice(), published.next(), published.next()) {
            ([], ..) if self.is_lost(name) => Err(Miss::Lost),
            ([], ..) => Err(Miss::Unknown),
            // A draft that has the title of a published record doesn't make it ambiguous.
            (&[position], ..) | (_, Some(&position), None) => Ok(position),
            _ => Err(Miss::Ambiguous(positions)),
        }
    }

    /// The record that has this id.
    pub(super) fn find_id(&self, name: &str) -> Option<u32> {
        let id = ascii_digits(name);
        let (published, drafts) = self.ids.split_at(self.published);
        let in_part = |part: &[Box<str>]| part.binary_search_by(|known| (**known).cmp(&id)).ok();
        let position =
            in_part(published).or_else(|| in_part(drafts).map(|position| position + self.published));
        position.and_then(|position| u32::try_from(position).ok())
    }

    /// The id of a position.
    pub(super) fn id(&self, position: u32) -> &str {
        &self.ids[position as usize]
    }

    /// How many are published; their positions come first.
    pub(super) fn published(&self) -> usize {
        self.published
    }

    /// Where a draft stands; `None` for a published record.
    pub(super) fn draft_at(&self, position: u32) -> Option<&Place> {
        (position as usize).checked_sub(self.published).map(|draft| &self.drafts_at[draft])
    }

    /// What was meant by a name that nothing has: an id where it looks like one, else a title or alias as it was typed.
    pub(super) fn nearest(&self, name: &str) -> Option<&str> {
        if name.is_ascii() {
            return self.near_id(name).or_else(|| self.near_title(name));
        }
        self.near_title(name).or_else(|| self.near_id(name))
    }

    /// The id that was meant by a name where nothing but an id may stand.
    pub(super) fn nearest_id(&self, name: &str) -> Option<&str> {
        self.near_id(name).or_else(|| self.near_named(name).map(|named| self.id(named.position)))
    }

    fn near_id(&self, name: &str) -> Option<&str> {
        let begins = self.beginning(name);
        let first = self.ids[..self.published].partition_point(|id| **id < *begins);
        closest(name, self.ids[first..].iter().take(FEW).map(|id| &**id))
    }

    /// A title, or the id where several records share the title.
    fn near_title(&self, name: &str) -> Option<&str> {
        let named = self.near_named(name)?;
        Some(if self.find(&named.typed).is_ok() { &named.typed } else { self.id(named.position) })
    }

    fn near_named(&self, name: &str) -> Option<&Named> {
        let begins = self.beginning(name);
        let first = self.titles.partition_point(|named| *named.folded < *begins);
        let alike = self.titles[first..].iter().take(FEW).filter(|named| named.folded.starts_with(&begins));
        let folded = closest(&fold_key(name), alike.clone().map(|named| &*named.folded))?;
        alike.clone().find(|named| *named.folded == *folded)
    }

    /// How a name begins that may be near: only such are compared, so that many slips in many records stay cheap.
    fn beginning(&self, name: &str) -> String {
        fold_key(name).chars().take(if self.ids.len() < FEW { 0 } else { 2 }).collect()
    }
}

/// How many names are compared to find the nearest.
const FEW: usize = 200;

/// Finds ids that stand twice in a kind, drafts included.
fn report_doubles<T: Record>(raws: &[Raw<T>], out: &mut Vec<Diagnostic>) {
    let heads = raws.iter().map(|raw| raw.record.head());
    let mut ids: Vec<(&str, &Place)> = heads.map(|head| (&*head.id, &head.at)).collect();
    ids.retain(|(id, _)| !id.is_empty());
    ids.sort_unstable();
    for same in ids.chunk_by(|a, b| a.0 == b.0).filter(|same| same.len() > 1) {
        let (id, first) = same[0];
        for (_, at) in &same[1..] {
            out.push(doubled_id(id, (*at).clone(), first.clone()));
        }
    }
}

/// An id that two things share.
pub(super) fn doubled_id(id: &str, at: Place, first: Place) -> Diagnostic {
    let (hint_fa, hint_en) = if at.file == first.file {
        ("برای یکی از این دو شناسهٔ دیگری بنویسید.".to_owned(), "Give one of the two another id.".to_owned())
    } else {
        let other = &first.file;
        (
            format!("برای یکی از این دو شناسهٔ دیگری بنویسید، یا اگر رونوشت «{other}» است، یکی را پاک کنید."),
            format!("Give one of the two another id, or delete one if it is a copy of `{other}`."),
        )
    };
    Diagnostic::new(
        DOUBLED_ID,
        at,
        format!("شناسهٔ «{id}» پیش‌تر به کار رفته است."),
        format!("The id `{id}` is already in use."),
    )
    .field("id")
    .hint(hint_fa, hint_en)
    .related(first, format!("«{id}» نخست اینجا آمده است."), format!("`{id}` is first used here."))
}
