//! How a run ended, in a line or two: what was made, or that nothing was.

use crate::diag::{Bilingual, Lang};
use crate::persian::dates;
use crate::persian::numbers::integer;
use crate::pipeline::{Done, Published};

use super::report::en_count;

/// What ends a build that the findings forbid.
pub(super) const NOT_BUILT: Bilingual<&str> = Bilingual {
    fa: "چیزی منتشر نشد؛ سایت پیشین دست‌نخورده است.",
    en: "Nothing was published; the previous site is unchanged.",
};
/// What ends a check that finds the same.
pub(super) const NOT_PASSED: Bilingual<&str> = Bilingual {
    fa: "بررسی پذیرفته نشد: از این رکوردها سایتی ساخته نمی‌شود.",
    en: "The check failed: no site can be built from these records.",
};

/// What ends a run that went well.
pub(super) fn done(done: &Done, lang: Lang) -> String {
    let pages = match lang {
        Lang::Fa => format!("{} صفحه تا پایان {}", whole(done.pages), dates::long(done.day)),
        Lang::En => format!("{} as of {}", en_count(done.pages, "page", "pages"), done.day.iso()),
    };
    match (&done.published, lang) {
        (None, Lang::Fa) => format!("رکوردها درست است: {pages} ساخته می‌شود."),
        (None, Lang::En) => format!("The records are valid: {pages}."),
        (Some(published), Lang::Fa) => format!(
            "سایت ساخته شد: {pages}{}.\nاین صفحه را در مرورگر باز کنید:\n{}",
            unchanged(published, lang),
            published.path.join("index.html").display()
        ),
        (Some(published), Lang::En) => format!(
            "The site is built: {pages}{}.\nOpen this page in a browser:\n{}",
            unchanged(published, lang),
            published.path.join("index.html").display()
        ),
    }
}

/// How many files are as they were, behind what was built; empty where none is, as in every first build.
fn unchanged(published: &Published, lang: Lang) -> String {
    let report = &published.report;
    match (report.unchanged, lang) {
        (0, _) => String::new(),
        (same, Lang::Fa) if same == report.files => "؛ هیچ فایلی تغییر نکرده است".to_owned(),
        (same, Lang::En) if same == report.files => "; no file changed".to_owned(),
        (same, Lang::Fa) => {
            format!("؛ {} فایل از {} فایل تغییر نکرده است", whole(same), whole(report.files))
        }
        (same, Lang::En) => {
            format!("; {same} of {} unchanged", en_count(report.files, "file", "files"))
        }
    }
}

fn whole(count: usize) -> String {
    integer(count)
}
