//! `content/neighborhoods/`: the places in which the programme works.

use karnameh_derive::{Choice, Fields, Record};

use crate::fields::{BoundaryFile, Head, Kind, Photo, Range};
use crate::persian::Day;
use crate::persian::text::Text;

/// Where a neighborhood stands in the roll-out of the programme.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Choice)]
pub enum RolloutStage {
    #[choice("model", "نمونه")]
    Model,
    #[choice("extension", "گسترش")]
    Extension,
    #[choice("planned", "در نوبت")]
    Planned,
}

/// The places where the programme works.
#[derive(Debug, Clone, Record)]
#[record(kind = Neighborhood)]
pub struct Neighborhood {
    /// The neighborhood's name, without a word such as محله.
    #[title(required, also = ["نام", "نام محله", "name"], fa = "نام محله، بدون واژهٔ «محله».", example = "شیخ‌آباد")]
    pub record: Head,
    /// The word before the name (محله, منطقه, شهرک, روستا …).
    #[field(
        "kind",
        "گونه",
        fa = "محله، منطقه، شهرک، روستا یا مانند آن؛ پیش از نام چاپ می‌شود («روستای …»).",
        example = "محله"
    )]
    pub kind: Option<Text>,
    /// The county that it belongs to.
    #[field("county", "شهرستان", fa = "شهرستانی که محله در آن است.", example = "قم")]
    pub county: Option<Text>,
    /// The city that it belongs to.
    #[field("city", "شهر", fa = "شهری که محله در آن است.", example = "قم")]
    pub city: Option<Text>,
    /// The district of the city.
    #[field("district", "ناحیه", fa = "منطقه یا ناحیهٔ شهری.", example = "منطقهٔ ۷")]
    pub district: Option<Text>,
    /// Its stage in the roll-out.
    #[field(
        "stage",
        "جایگاه",
        fa = "جایگاه محله در برنامه: نمونه است، در گسترش است یا در نوبت.",
        example = "نمونه"
    )]
    pub stage: Option<RolloutStage>,
    /// Its place among the neighborhoods of its stage; smaller numbers come first, those without one last.
    #[field(
        "order",
        "ترتیب",
        fa = "جای محله در میان محله‌های هم‌جایگاه؛ عدد کوچک‌تر پیش‌تر می‌آید.",
        example = "1"
    )]
    pub order: Option<f64>,
    /// The day the programme began there.
    #[field("since", "آغاز", plan, also = ["در طرح از", "تاریخ آغاز", "شروع", "تاریخ شروع"], fa = "روزی که برنامه در محله آغاز شد.", example = "۱۴۰۴/۰۲/۰۱")]
    pub since: Option<Day>,
    /// The neighborhood's manager.
    #[field("manager", "مدیر", fa = "مدیر محله.")]
    pub manager: Option<Manager>,
    /// How many people live there.
    #[field("population", "جمعیت", fa = "شمار ساکنان.", example = "۲۴٬۵۰۰")]
    pub population: Option<u64>,
    /// How many households there are.
    #[field("households", "خانوار", also = ["خانوارها", "تعداد خانوار"], fa = "شمار خانوارها.", example = "۷٬۲۰۰")]
    pub households: Option<u64>,
    /// A point in its center, for the map.
    #[field("location", "موقعیت", fa = "نقطه‌ای در میان محله، برای نقشه.")]
    pub location: Option<Location>,
    /// The .geojson file of its boundary under content/neighborhoods; the file contains a license.
    #[field(
        "boundary",
        "مرز",
        fa = "فایل ‎.geojson‎ مرز محله در پوشهٔ content/neighborhoods، با مجوز آن.",
        example = "sheikhabad.geojson"
    )]
    pub boundary: Option<BoundaryFile>,
    /// What the programme wants to achieve there.
    #[field(
        "goals",
        "هدف‌ها",
        fa = "هدف‌های برنامه در این محله.",
        example = "[کاهش ترک تحصیل, رونق مشاغل خرد]"
    )]
    pub goals: Vec<Text>,
    /// A photo of it under content/media.
    #[field("photo", "تصویر", fa = "تصویری از محله در پوشهٔ content/media.", example = "sheikhabad.jpg")]
    pub photo: Option<Photo>,
}

/// The manager of a neighborhood.
#[derive(Debug, Clone, Fields)]
pub struct Manager {
    /// The manager's office.
    #[field("title", "سمت", kind = Kind::TITLE, also = ["سمت مدیر"], fa = "سمت رسمی.", example = "مدیر محلهٔ شیخ‌آباد")]
    pub title: Option<Text>,
    /// The manager's name.
    #[field("name", "نام", also = ["نام مدیر", "نام و نام خانوادگی"], fa = "نام و نام خانوادگی.", example = "زهرا احمدی")]
    pub name: Option<Text>,
    /// The first day in office.
    #[field("since", "از تاریخ", existence, also = ["مدیر از"], fa = "روز آغاز به کار.", example = "۱۴۰۴/۰۳/۰۱")]
    pub since: Option<Day>,
    /// The office's telephone, not a private one.
    #[field("phone", "تلفن", kind = Kind::Phone, also = ["شمارهٔ تلفن"], fa = "تلفن دفتر، نه تلفن شخصی.", example = "۰۲۵-۳۷۷۰۰۰۰۰")]
    pub phone: Option<Text>,
    /// The office's e-mail address.
    #[field("email", "رایانامه", kind = Kind::Email, also = ["ایمیل", "پست الکترونیک"], fa = "رایانامهٔ اداری.", example = "sheikhabad@example.ir")]
    pub email: Option<Box<str>>,
    /// The name is illustrative, nobody's.
    #[field("sample", "نمایشی", fa = "نام و نشانی نمایشی است، نه از آنِ کسی.", example = "خیر")]
    pub sample: bool,
}

/// A point of the earth, degrees in WGS 84.
#[derive(Debug, Clone, Copy, PartialEq, Fields)]
pub struct Location {
    /// The latitude in degrees (WGS 84).
    #[field(
        "lat",
        "عرض",
        kind = Kind::Number(Range::between(-90.0, 90.0)),
        fa = "عرض جغرافیایی به درجه (WGS 84).",
        example = "34.6416"
    )]
    pub lat: f64,
    /// The longitude in degrees (WGS 84).
    #[field(
        "lon",
        "طول",
        kind = Kind::Number(Range::between(-180.0, 180.0)),
        fa = "طول جغرافیایی به درجه (WGS 84).",
        example = "50.8746"
    )]
    pub lon: f64,
}
