//! What every record has, and the long form of a photo.

use super::{TEXT, TITLE, table};
use crate::fields::Kind;

table! {
    /// The fields of every record. The title stands in each kind's own table, since not every kind requires it.
    Common {
        Id "id" "شناسه" optional, Kind::Id,
            "نام یکتای رکورد با حروف کوچک لاتین، رقم و خط تیره؛ اگر نباشد، نام فایل به جای آن می‌نشیند.",
            "The record's unique name in lower-case Latin letters, digits and hyphens; the file's name stands for it where absent.",
            "sheikhabad-library";
        Aliases "aliases" "نام‌های دیگر" optional, Kind::List(&TITLE),
            "نام‌های دیگری که در فایل‌های دیگر می‌توان رکورد را با آن‌ها خواند.",
            "Other names by which other files may refer to the record.",
            "[کتابخانهٔ محله, کتابخانهٔ شهید مطهری]";
        Draft "draft" "پیش‌نویس" optional, Kind::Bool,
            "پیش‌نویس بررسی می‌شود، ولی منتشر نمی‌شود.",
            "A draft is checked but not published.",
            "خیر";
        Sample "sample" "نمایشی" optional, Kind::Bool,
            "رکورد نمایشی است، نه واقعی؛ صفحه‌ها و داده‌ها این را می‌گویند.",
            "The record is illustrative, not real; pages and data say so.",
            "خیر";
        Allow "allow" "مجاز" optional, Kind::List(&Kind::Code),
            "کد یافته‌هایی از حریم خصوصی که دیده شده‌اند و اشکالی ندارند.",
            "Codes of findings of the privacy guard that were looked at and are all right.",
            "[K0602]";
        Body "body" "شرح کامل" optional, Kind::Prose,
            "شرح کامل به صورت Markdown؛ در فایل Markdown، متنِ زیر بخش بالای فایل جای آن است.",
            "The narrative in Markdown; in a Markdown file it is the text below the front matter instead.",
            "این فعالیت از درخواست اهالی آغاز شد.";
    }
}

table! {
    /// A photo with a text that tells what it shows.
    PhotoKey {
        File "file" "فایل" required, Kind::MediaFile,
            "نام فایل تصویر در پوشهٔ content/media.",
            "The photo's file under content/media.",
            "library/hall.jpg";
        Alt "alt" "شرح تصویر" optional, TEXT,
            "آنچه در تصویر دیده می‌شود، برای کسی که آن را نمی‌بیند.",
            "What the photo shows, for those who can't see it.",
            "تالار مطالعه پس از تجهیز";
    }
}
