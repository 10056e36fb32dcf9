//! `content/pages/`: pages of text.

use karnameh_derive::Record;

use crate::fields::Head;

/// Pages of text; `about` and `method` are the texts of those two pages.
#[derive(Debug, Clone, Record)]
#[record(kind = Page)]
pub struct Page {
    /// The page's title.
    #[title(required, fa = "عنوان صفحه.", example = "دربارهٔ طرح")]
    pub record: Head,
    /// Its position in lists; smaller numbers come first.
    #[field("order", "ترتیب", fa = "جای صفحه در فهرست‌ها؛ عدد کوچک‌تر پیش‌تر می‌آید.", example = "1")]
    pub order: Option<f64>,
    /// Whether the site's menu shows it.
    #[field("menu", "فهرست", fa = "صفحه در فهرست بالای سایت بیاید یا نه.", example = "بله")]
    pub menu: bool,
}
