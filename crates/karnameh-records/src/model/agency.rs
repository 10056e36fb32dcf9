//! `content/agencies/`: those who are responsible or take part.

use karnameh_derive::{Choice, Record};

use crate::fields::{Head, Kind, Prose};

/// What kind of body an agency is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Choice)]
pub enum AgencyKind {
    #[choice("executive", "دستگاه اجرایی")]
    Executive,
    #[choice("public", "نهاد عمومی غیردولتی")]
    Public,
    #[choice("municipal", "شهرداری و دهیاری")]
    Municipal,
    #[choice("community", "نهاد مردمی")]
    Community,
    #[choice("ngo", "سازمان مردم‌نهاد")]
    Ngo,
    #[choice("volunteer", "گروه جهادی و داوطلب")]
    Volunteer,
    #[choice("other", "سایر")]
    Other,
}

/// The bodies that are responsible or contribute.
#[derive(Debug, Clone, Record)]
#[record(kind = Agency)]
pub struct Agency {
    /// The agency's official name.
    #[title(required, also = ["نام", "name"], fa = "نام رسمی دستگاه.", example = "آموزش و پرورش استان قم")]
    pub record: Head,
    /// The kind of body.
    #[field("kind", "نوع", fa = "نوع دستگاه.", example = "دستگاه اجرایی")]
    pub kind: Option<AgencyKind>,
    /// How to contact it.
    #[field("contact", "تماس", fa = "راه‌های تماس با دستگاه.", example = "ادارهٔ روابط عمومی، داخلی ۱۲")]
    pub contact: Option<Prose>,
    /// The full address of its website.
    #[field("url", "وبگاه", kind = Kind::Url, fa = "نشانی کامل وبگاه دستگاه.", example = "https://www.example.ir/")]
    pub url: Option<Box<str>>,
}
