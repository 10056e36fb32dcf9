//! `content/neighborhoods/`.

use super::{TEXT, TEXTS, TITLE, table};
use crate::fields::{Choice, Kind, Range};

/// Where a neighborhood stands in the roll-out.
const STAGES: &[Choice] = &[
    Choice { en: "model", fa: "نمونه" },
    Choice { en: "extension", fa: "گسترش" },
    Choice { en: "planned", fa: "در نوبت" },
];

table! {
    /// The fields of a neighborhood.
    Neighborhood of Neighborhood {
        Title "title" "عنوان" required, TITLE,
            "نام محله، بدون واژهٔ «محله».",
            "The neighborhood's name, without the word for its kind.",
            "شیخ‌آباد";
        Kind "kind" "گونه" optional, TEXT,
            "محله، منطقه، شهرک، روستا یا مانند آن؛ پیش از نام چاپ می‌شود («روستای …»).",
            "What it is (محله, منطقه, شهرک, روستا …); printed before the name.",
            "محله";
        County "county" "شهرستان" optional, TEXT,
            "شهرستانی که محله در آن است.",
            "The county in which it lies.",
            "قم";
        City "city" "شهر" optional, TEXT,
            "شهری که محله در آن است.",
            "The city in which it lies.",
            "قم";
        District "district" "ناحیه" optional, TEXT,
            "منطقه یا ناحیهٔ شهری.",
            "The district of the city.",
            "منطقهٔ ۷";
        Stage "stage" "جایگاه" optional, Kind::Choice(STAGES),
            "جایگاه محله در برنامه: نمونه است، در گسترش است یا در نوبت.",
            "Where it stands in the roll-out.",
            "نمونه";
        Since "since" "آغاز" optional, Kind::Date,
            "روزی که برنامه در محله آغاز شد.",
            "The day on which the programme began there.",
            "۱۴۰۴/۰۲/۰۱";
        Manager "manager" "مدیر" optional, Kind::Map(Manager::FIELDS),
            "مدیر محله.",
            "The neighborhood's manager.",
            "";
        Population "population" "جمعیت" optional, Kind::Whole { min: 0 },
            "شمار ساکنان.",
            "How many people live there.",
            "۲۴٬۵۰۰";
        Households "households" "خانوار" optional, Kind::Whole { min: 0 },
            "شمار خانوارها.",
            "How many households there are.",
            "۷٬۲۰۰";
        Location "location" "موقعیت" optional, Kind::Map(Location::FIELDS),
            "نقطه‌ای در میان محله، برای نقشه.",
            "A point in its middle, for the map.",
            "";
        Boundary "boundary" "مرز" optional, Kind::BoundaryFile,
            "فایل ‎.geojson‎ مرز محله در پوشهٔ content/neighborhoods، با مجوز آن.",
            "The .geojson file of its boundary under content/neighborhoods, with a license in it.",
            "sheikhabad.geojson";
        Goals "goals" "هدف‌ها" optional, TEXTS,
            "هدف‌های برنامه در این محله.",
            "What the programme wants to reach there.",
            "[کاهش ترک تحصیل, رونق مشاغل خرد]";
        Photo "photo" "تصویر" optional, Kind::Photo,
            "تصویری از محله در پوشهٔ content/media.",
            "A photo of it under content/media.",
            "sheikhabad.jpg";
    }
}

table! {
    /// The fields of a neighborhood's manager.
    Manager {
        Title "title" "سمت" optional, TITLE,
            "سمت رسمی.", "The office held.", "مدیر محلهٔ شیخ‌آباد";
        Name "name" "نام" optional, TEXT,
            "نام و نام خانوادگی.", "The manager's name.", "زهرا احمدی";
        Since "since" "از تاریخ" optional, Kind::Date,
            "روز آغاز به کار.", "The first day in office.", "۱۴۰۴/۰۳/۰۱";
        Phone "phone" "تلفن" optional, Kind::Phone,
            "تلفن دفتر، نه تلفن شخصی.", "The office's telephone, not a private one.", "۰۲۵-۳۷۷۰۰۰۰۰";
        Email "email" "رایانامه" optional, Kind::Email,
            "رایانامهٔ اداری.", "The office's e-mail address.", "sheikhabad@example.ir";
        Sample "sample" "نمایشی" optional, Kind::Bool,
            "نام و نشانی نمایشی است، نه از آنِ کسی.", "The name is illustrative, nobody's.", "خیر";
    }
}

table! {
    /// The fields of a point on the map.
    Location {
        Lat "lat" "عرض" required, Kind::Number(Range::between(-90.0, 90.0)),
            "عرض جغرافیایی به درجه (WGS 84).", "The latitude in degrees (WGS 84).", "34.6416";
        Lon "lon" "طول" required, Kind::Number(Range::between(-180.0, 180.0)),
            "طول جغرافیایی به درجه (WGS 84).", "The longitude in degrees (WGS 84).", "50.8746";
    }
}
