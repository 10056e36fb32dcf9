//! `data/index.html`: everything there is to download, how to quote it, and what each column means.

use serde::Serialize;

use crate::persian::dates;
use crate::persian::numbers::decimal;
use crate::site::chrome::license;
use crate::site::data::{DataColumn, DataFile, DataTable, OpenData};
use crate::site::view::{Frame, Link, PageView};
use crate::site::words::whole;
use crate::site::{Addresses, CALENDAR, FEED, Site, Target};

use super::frame::{crumbs, sample_of};
use super::kind::{IndexLine, IndexPart, Menu, PageKind};

const TITLE: &str = "داده‌های باز";

/// The key of its section.
const SECTION: &str = "data";

pub(super) const KIND: PageKind = PageKind {
    targets: |_| vec![Target::Data],
    later: |_, _| Vec::new(),
    sections: |_| {
        vec![IndexLine {
            part: IndexPart::Reference,
            key: SECTION.to_owned(),
            title: TITLE.to_owned(),
            first: Target::Data,
            menu: Menu::Foot,
            is_list: true,
        }]
    },
    entries: &[],
};

pub(super) fn address(_: &Addresses<'_>) -> String {
    "data/index.html".to_owned()
}

/// What the page of open data shows.
#[derive(Debug, Serialize)]
struct DataPage {
    /// What it offers.
    pub lede: String,
    /// The license; empty for none.
    pub license: String,
    /// How to name the source of a figure.
    pub citation: String,
    /// «۱۵ دی ۱۴۰۴»
    pub as_of: String,
    /// Below how many persons a count is masked.
    pub small_group: String,
    /// «<5», as files write it.
    pub masked: String,
    /// The tables.
    pub tables: Vec<TableEntry>,
    /// Files that are no tables.
    pub others: Vec<OtherEntry>,
}

/// A table: its files and its columns.
#[derive(Debug, Serialize)]
struct TableEntry {
    /// The id of its heading in the dictionary.
    pub id: String,
    /// Its name in addresses.
    pub name: String,
    /// «فعالیت‌ها»
    pub title: String,
    /// What a row is.
    pub meaning: String,
    /// «۲۸»
    pub rows: String,
    /// Its files.
    pub files: Vec<FileEntry>,
    /// Its columns.
    pub columns: Vec<ColumnEntry>,
}

/// A file to download.
#[derive(Debug, Serialize)]
struct FileEntry {
    /// «CSV»
    pub format: String,
    /// Its address from the site's root.
    pub href: String,
    /// «۱۲ کیلوبایت»; empty where it is not known.
    pub size: String,
}

/// A file that is no table.
#[derive(Debug, Serialize)]
struct OtherEntry {
    /// «data/progress.json»
    pub name: String,
    /// Its address from the site's root.
    pub href: String,
    /// What it is for.
    pub meaning: String,
    /// Its size; empty where it is not known.
    pub size: String,
}

/// A column of the dictionary.
#[derive(Debug, Serialize)]
struct ColumnEntry {
    /// «due»
    pub name: String,
    /// «مهلت»
    pub fa: String,
    /// «تاریخ»
    pub kind: String,
    /// «روز»; empty for none.
    pub unit: String,
    /// What it means.
    pub meaning: String,
    /// The words that it may hold.
    pub words: Vec<Word>,
    /// The table whose ids it holds: its title and its place on the page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub refers: Option<Link>,
    /// It has a Solar Hijri twin.
    pub dated: bool,
}

/// A fixed word of data files and its Persian twin.
#[derive(Debug, Serialize)]
struct Word {
    /// «on-track»
    pub key: String,
    /// «مطابق برنامه»
    pub fa: String,
}

pub(super) fn view(site: &Site<'_>, open_data: &OpenData, address: &str) -> PageView {
    let title = TITLE;
    let identity = &site.config.identity;
    let as_of = dates::medium(site.figures.day);
    let tables: Vec<TableEntry> =
        open_data.tables.iter().map(|of| table_entry(site, of, open_data)).collect();
    let view = DataPage {
        lede: format!(
            "همهٔ رکوردهای منتشرشده و همهٔ رقم‌ها تا پایان {}، گردنشده، برای هر کس و هر برنامه.",
            dates::long(site.figures.day)
        ),
        license: license(identity),
        citation: format!("{}، تا پایان {as_of}", identity.title),
        small_group: whole(usize::try_from(site.config.thresholds.small_group).unwrap_or(usize::MAX)),
        masked: format!("<{}", site.config.thresholds.small_group),
        as_of,
        tables,
        others: other_files(site, open_data),
    };
    let frame = Frame {
        description: view.lede.clone(),
        crumbs: crumbs(site, Vec::new(), title),
        section: SECTION.to_owned(),
        sample: sample_of(false, &site.figures.groups.site, false),
        ..Frame::new(address, "data.html", title)
    };
    PageView::new(frame, view)
}

fn table_entry(site: &Site<'_>, of: &DataTable, open_data: &OpenData) -> TableEntry {
    TableEntry {
        id: heading(&of.name),
        name: of.name.clone(),
        title: table_title(site, of),
        meaning: of.meaning.clone(),
        rows: whole(of.rows),
        files: of.files.iter().map(file_entry).collect(),
        columns: of.columns.iter().map(|column| column_entry(site, column, open_data)).collect(),
    }
}

/// The province's own word for what the rows are, where it has one.
fn table_title(site: &Site<'_>, of: &DataTable) -> String {
    let terms = &site.config.terms;
    let term = match &*of.name {
        "neighborhoods" => &terms.neighborhood,
        "domains" => &terms.domain,
        "agencies" => &terms.agency,
        "activities" => &terms.activity,
        "meetings" => &terms.meeting,
        _ => return of.title.clone(),
    };
    term.many.to_string()
}

fn column_entry(site: &Site<'_>, of: &DataColumn, open_data: &OpenData) -> ColumnEntry {
    let table = open_data.tables.iter().find(|table| table.name == of.refers);
    ColumnEntry {
        name: of.name.clone(),
        fa: of.fa.clone(),
        kind: of.kind.clone(),
        unit: of.unit.clone(),
        meaning: of.meaning.clone(),
        words: of.words.iter().map(|(key, fa)| Word { key: key.clone(), fa: fa.clone() }).collect(),
        refers: table.map(|to| Link { text: table_title(site, to), href: format!("#{}", heading(&to.name)) }),
        dated: of.dated,
    }
}

/// Files for programs, the calendar and the feed.
fn other_files(site: &Site<'_>, open_data: &OpenData) -> Vec<OtherEntry> {
    let entry = |name: &str, bytes: Option<u64>, meaning: &str| OtherEntry {
        name: name.to_owned(),
        href: name.to_owned(),
        meaning: meaning.to_owned(),
        size: bytes.map(size).unwrap_or_default(),
    };
    let mut entries: Vec<OtherEntry> =
        open_data.others.iter().map(|of| entry(&of.address, of.bytes, meaning(&of.address))).collect();
    entries.push(entry(CALENDAR, None, "مهلت‌ها، مرحله‌ها، مصوبه‌ها و جلسه‌های پیش رو، برای برنامهٔ تقویم"));
    if site.config.publication.url.is_some() {
        entries.push(entry(FEED, None, "تازه‌ترین گزارش‌ها، بازدیدها و مصوبه‌ها، برای خبرخوان"));
    }
    entries
}

/// The id of a table's heading.
fn heading(name: &str) -> String {
    format!("t_{name}")
}

fn file_entry(of: &DataFile) -> FileEntry {
    FileEntry {
        format: of.format.clone(),
        href: of.address.clone(),
        size: of.bytes.map(size).unwrap_or_default(),
    }
}

/// What a file that is no table is for.
fn meaning(address: &str) -> &'static str {
    if address.ends_with("progress.json") {
        "همهٔ رقم‌ها در یک فایل: قراردادی با شمارهٔ نسخه برای برنامه‌ها"
    } else {
        "شناسنامهٔ داده‌ها (Frictionless): جدول‌ها، ستون‌ها، پیوندها، حجم و چکیدهٔ فایل‌ها"
    }
}

/// «۸۱۲ بایت», «۱۲ کیلوبایت», «۱٫۲ مگابایت»
fn size(bytes: u64) -> String {
    const UNIT: f64 = 1024.0;
    let bytes = bytes as f64;
    if bytes < UNIT {
        format!("{} بایت", decimal(bytes, 0))
    } else if bytes < UNIT * UNIT {
        format!("{} کیلوبایت", decimal(bytes / UNIT, 0))
    } else {
        format!("{} مگابایت", decimal(bytes / UNIT / UNIT, 1))
    }
}

#[cfg(test)]
mod tests {
    use super::size;

    #[test]
    fn sizes_in_words() {
        assert_eq!([812, 12 * 1024, 1_258_291].map(size), ["۸۱۲ بایت", "۱۲ کیلوبایت", "۱٫۲ مگابایت"]);
    }
}
