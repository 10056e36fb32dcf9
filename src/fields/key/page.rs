//! `content/pages/`: pages of text.

use super::{TITLE, table};
use crate::fields::{Kind, Range};

table! {
    /// The fields of a page.
    Page of Page {
        Title "title" "عنوان" required, TITLE,
            "عنوان صفحه.",
            "The page's title.",
            "دربارهٔ طرح";
        Order "order" "ترتیب" optional, Kind::Number(Range::ANY),
            "جای صفحه در فهرست‌ها؛ عدد کوچک‌تر پیش‌تر می‌آید.",
            "Its place in lists; the smaller number comes first.",
            "1";
        Menu "menu" "فهرست" optional, Kind::Bool,
            "صفحه در فهرست بالای سایت بیاید یا نه.",
            "Whether the site's menu shows it.",
            "بله";
    }
}
