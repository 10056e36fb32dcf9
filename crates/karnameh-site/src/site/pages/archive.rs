//! `archive/index.html`: the earlier editions, each with what proves its file.

use serde::Serialize;

use crate::persian::dates;
use crate::persian::numbers::integer;
use crate::persian::text::isolate_ltr;
use crate::site::address::paged;
use crate::site::paging::{list_pages, pages_of};
use crate::site::view::{Empty, Frame, Link, PageView, Pager, Stamp};
use crate::site::words::in_sentence;
use crate::site::{Addresses, Site, Target, stamp};

use super::frame::{self, crumbs, pager};
use super::kind::{IndexLine, IndexPart, Menu, PageKind};

const TITLE: &str = "بایگانی ویرایش‌ها";

/// The key of its section.
const SECTION: &str = "archive";

pub(super) const KIND: PageKind = PageKind {
    targets: |site| list_pages(site.lists.editions.len(), Target::Archive),
    later: |_, _| Vec::new(),
    sections: |_| {
        vec![IndexLine {
            part: IndexPart::Reference,
            key: SECTION.to_owned(),
            title: TITLE.to_owned(),
            first: Target::Archive(1),
            menu: Menu::Foot,
            is_list: true,
        }]
    },
    entries: &[],
};

pub(super) fn address(_: &Addresses<'_>, page: usize) -> String {
    paged("archive", page)
}

/// What the list of earlier editions shows.
#[derive(Debug, Serialize)]
struct ArchivePage {
    /// How many there are.
    pub lede: String,
    /// In which order they stand.
    pub order: String,
    /// The editions of this page.
    pub rows: Vec<EditionRow>,
    /// How a file is held against its digest, on the first page; empty where there is no edition.
    pub proof: Vec<String>,
    /// What is told where there is none.
    pub empty: Empty,
    /// The other pages.
    pub pager: Option<Pager>,
}

/// An earlier edition.
#[derive(Debug, Serialize)]
struct EditionRow {
    /// Its report's day.
    pub date: Stamp,
    /// The file's name.
    pub file: String,
    /// Where it can be fetched.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// «۱٬۰۸۶٬۱۱۵ بایت»; empty where it is not known.
    pub size: String,
    /// 64 hexadecimal digits.
    pub sha256: String,
}

pub(super) fn view(site: &Site<'_>, address: &str, page: usize) -> PageView {
    let all = &site.lists.editions;
    let (pages, rows_each) = pages_of(all.len());
    let rows = all.iter().skip((page - 1) * rows_each).take(rows_each).map(|&at| edition_row(site, at));
    let lede = lede(site);
    let view = ArchivePage {
        lede: lede.clone(),
        order: "تازه‌ترین ویرایش در آغاز".to_owned(),
        rows: rows.collect(),
        proof: if all.is_empty() || page > 1 { Vec::new() } else { proof() },
        empty: Empty {
            title: "هنوز ویرایشی بایگانی نشده است".to_owned(),
            text: "هر ویرایش پس از بایگانی، از ویرایش بعد در این صفحه می‌آید.".to_owned(),
            link: None,
        },
        pager: if pages > 1 { pager(site, all.len(), rows_each, page, Target::Archive) } else { None },
    };
    let frame = Frame {
        description: lede,
        crumbs: crumbs(site, Vec::<Link>::new(), TITLE),
        section: SECTION.to_owned(),
        ..Frame::new(address, "archive.html", frame::numbered(TITLE, page))
    };
    PageView::new(frame, view)
}

fn lede(site: &Site<'_>) -> String {
    let editions = &site.lists.editions;
    let Some(&last) = editions.first() else {
        return "تا تاریخ گزارش ویرایشی بایگانی نشده است.".to_owned();
    };
    format!(
        "{} بایگانی شده است؛ تازه‌ترین آن‌ها تا پایان {}.",
        in_sentence(editions.len(), "ویرایش"),
        dates::medium(site.dataset.archive[last].date)
    )
}

fn edition_row(site: &Site<'_>, at: usize) -> EditionRow {
    let edition = &site.dataset.archive[at];
    EditionRow {
        date: stamp::short(edition.date),
        file: edition.file.to_string(),
        url: edition.url.as_ref().map(ToString::to_string),
        size: edition.bytes.map(|bytes| format!("{} بایت", integer(bytes))).unwrap_or_default(),
        sha256: edition.sha256.to_string(),
    }
}

/// How a file is held against its digest, with tools that everyone has.
fn proof() -> Vec<String> {
    vec![
        format!(
            "چکیدهٔ فایلی که در دست دارید باید نویسه‌به‌نویسه همان باشد که اینجا آمده است. در لینوکس و مک آن را با {} و در ویندوز با {} ببینید.",
            isolate_ltr("sha256sum FILE"),
            isolate_ltr("certutil -hashfile FILE SHA256")
        ),
        format!(
            "درون هر بسته فایل {} می‌گوید چگونه باز و سنجیده می‌شود؛ با برنامهٔ کارنامه این کار یک فرمان است: {}.",
            isolate_ltr("READ-ME.txt"),
            isolate_ltr("karnameh verify FILE")
        ),
        "چکیدهٔ تازه‌ترین ویرایش در پای همهٔ صفحه‌ها نیز چاپ می‌شود: هر ویرایش گواه ویرایش پیش از خود است."
            .to_owned(),
    ]
}
