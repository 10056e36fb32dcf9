//! What pages show: the shapes of the theme's frame and of its components.
//!
//! A view is text that is ready to print, values to draw and addresses; all addresses count from the site's root
//! («activities/x.html») and the theme puts `../` before them. Each component below `themes/default/templates/components`
//! takes one of these shapes; `themes/README.md` lists them. Fields that are absent are left out of the template's context.

use std::collections::BTreeMap;
use std::fmt::Debug;

use serde::{Serialize, Serializer};

use super::charts::{Bar, StateCount};

pub use super::stamp::{DayMark, Stamp};

/// HTML that our own Markdown stage made: the only text that a template prints unescaped.
#[derive(Debug, Clone, PartialEq)]
pub struct Html(tera::Value);

impl Html {
    /// Takes what the Markdown stage wrote. Never give it text from a record.
    pub fn trusted(html: &str) -> Self {
        Self(tera::Value::safe_string(html))
    }
}

impl Serialize for Html {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

/// What a template reads; every page has its own, a struct of its file.
pub trait View: Debug {
    /// The same as a value of the template engine.
    fn to_value(&self) -> tera::TeraResult<tera::Value>;
}

impl<V: Serialize + Debug> View for V {
    fn to_value(&self) -> tera::TeraResult<tera::Value> {
        tera::Value::try_from_serializable(self)
    }
}

/// One page, ready to be rendered.
#[derive(Debug)]
pub struct PageView {
    /// What its frame says.
    pub frame: Frame,
    /// What it shows.
    pub view: Box<dyn View>,
}

impl PageView {
    /// A page whose frame names the template that shows this view.
    pub fn new(frame: Frame, view: impl View + 'static) -> Self {
        Self { frame, view: Box::new(view) }
    }
}

/// What the frame of one page says.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Frame {
    /// The page's address from the site's root («neighborhoods/sheikhabad.html»).
    pub address: String,
    /// What leads from the page to the site's root («../»; empty at the root).
    pub root: String,
    /// The template that shows it («neighborhood.html»).
    #[serde(skip)]
    pub template: String,
    /// The page's own title; empty on the home page.
    pub title: String,
    /// One sentence for search engines and previews.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub description: String,
    /// The pages above it, from the home page, and itself last; empty on the home page.
    pub crumbs: Vec<Link>,
    /// The key of the menu's section that it belongs to.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub section: String,
    /// How much of it is illustrative.
    pub sample: Sample,
}

impl Frame {
    /// A frame whose way to the root follows from its address.
    pub fn new(address: impl Into<String>, template: impl Into<String>, title: impl Into<String>) -> Self {
        let address = address.into();
        let root = "../".repeat(address.matches('/').count());
        Self { address, root, template: template.into(), title: title.into(), ..Self::default() }
    }
}

/// How much of a page is illustrative.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Sample {
    /// Nothing is.
    #[default]
    None,
    /// Some records on it are.
    Part,
    /// All activities from which its figures are made are.
    Figures,
    /// The record or the group that it shows is.
    Whole,
}

/// What every page's frame shares: set once for a site.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Chrome {
    /// The site's title («کارنامهٔ طرح محله‌محوری قم»).
    pub title: String,
    /// The programme, large in the head.
    pub programme: String,
    /// The authority, small in the head; empty for none.
    pub authority: String,
    /// The logo in place of the emblem.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub logo: Option<Picture>,
    /// The report's date in the head («۱۴۰۴/۰۷/۲۶»).
    pub date: Stamp,
    /// The report's date in a sentence («شنبه ۲۶ مهر ۱۴۰۴»).
    pub as_of: Stamp,
    /// The letter's number.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub number: String,
    /// The edition.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub edition: String,
    /// The sections of the site in the order of the foot's index.
    pub sections: Vec<Section>,
    /// Who publishes.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub publisher: String,
    /// The license of the text and data, a sentence.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub license: String,
    /// The office's own lines at the foot.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub footer: Option<Html>,
    /// Anything more for the second column of the colophon: the digest of the edition before.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub fingerprint: String,
    /// The manifest of the search's index, from the site's root; whoever makes the index sets it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub search: String,
    /// The feed of what is new; empty where there is none.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub feed: String,
    /// The calendar of what is due.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub calendar: String,
    /// The words that templates take from the one table.
    pub words: Words,
}

/// The words of states and stages, and the site's own terms.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Words {
    /// State key to word («on-track» → «مطابق برنامه»).
    pub states: BTreeMap<String, String>,
    /// Stage key to word («model» → «محلهٔ نمونه»).
    pub stages: BTreeMap<String, String>,
    /// Kind of record to its names («visit» → بازدید، بازدیدها); what a province may reword is among the terms.
    pub kinds: BTreeMap<String, KindWords>,
    /// Term to its forms («neighborhood» → محله، محله‌ها، محلهٔ).
    pub terms: BTreeMap<String, TermForms>,
}

/// The names of a kind of record.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct KindWords {
    /// «بازدید»
    pub one: String,
    /// «بازدیدها»
    pub many: String,
}

/// The forms of one term.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct TermForms {
    /// «محله»
    pub one: String,
    /// «محله‌ها»
    pub many: String,
    /// «محلهٔ»
    pub of: String,
    /// «محله‌های»
    pub many_of: String,
    /// «محله‌ای»
    pub any: String,
}

/// One section of the site.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Section {
    /// Its key; `search` gets the magnifier.
    pub key: String,
    /// Its name.
    pub title: String,
    /// Its first page, from the site's root.
    pub href: String,
    /// It stands in the menu of wide screens.
    pub menu: bool,
    /// It stands in the menu of phones too.
    pub primary: bool,
}

/// A link with its text.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Link {
    /// The text.
    pub text: String,
    /// The address from the site's root, or `#id` of the same page; empty for plain text.
    pub href: String,
}

/// A picture of the site.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Picture {
    /// The address from the site's root.
    pub src: String,
    /// All widths of it, the narrowest first; none where there is one alone.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub srcset: Vec<Candidate>,
    /// What it shows; empty where the text beside it says so.
    pub alt: String,
    /// Pixels.
    pub width: u32,
    /// Pixels.
    pub height: u32,
}

/// One width of a picture, for the browser to choose from.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Candidate {
    /// Its address from the site's root.
    pub href: String,
    /// Pixels.
    pub width: u32,
}

/// Why a figure is what it is.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Why {
    /// What opens it; empty for «چرا این عدد؟».
    #[serde(skip_serializing_if = "String::is_empty")]
    pub summary: String,
    /// The rule, in words.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub formula: String,
    /// The inputs, a paragraph each. Sums and signed numbers stand in U+2066…U+2069.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub lines: Vec<String>,
    /// The records that it stands on; at most twenty.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub records: Vec<Link>,
    /// The rest of them, and the method.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub more: Vec<Link>,
}

/// A few words that call for attention.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Flag {
    /// «۱۱ روز تأخیر»
    pub text: String,
    /// It is late, not merely wanting.
    pub late: bool,
}

/// A large figure with what it stands on.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct KeyFigure {
    /// «پیشرفت واقعی»
    pub label: String,
    /// «۵۸٪», «؟»
    pub value: String,
    /// The comparison in small («از ۶۴٪ برنامه»).
    #[serde(skip_serializing_if = "String::is_empty")]
    pub small: String,
    /// A share has its bar.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bar: Option<Bar>,
    /// Its coverage («میانگین ۲۸ از ۳۰ فعالیت»).
    #[serde(skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// What calls for attention in it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub flag: Option<Flag>,
    /// Why it is so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub why: Option<Why>,
}

/// The table of neighborhoods and domains.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Matrix {
    /// What the first column holds («محله»).
    pub corner: String,
    /// What the total column holds («همهٔ حوزه‌ها»).
    pub total: String,
    /// The other columns.
    pub columns: Vec<MatrixHead>,
    /// The rows.
    pub rows: Vec<MatrixRow>,
    /// The last row.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub foot: Option<MatrixRow>,
    /// How its cells are drawn.
    pub density: Density,
}

/// How much a cell of a matrix tells.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Density {
    /// Figure, bar and note; a line of its own on phones.
    #[default]
    Full,
    /// The same in little room, a table on phones too.
    Dense,
    /// Figure and what calls for attention: for hundreds of rows.
    Bare,
}

/// The head of a column.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct MatrixHead {
    /// «آموزش»
    pub title: String,
    /// The domain's page.
    pub href: String,
    /// The domain's icon.
    pub icon: String,
}

/// A row of the table.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct MatrixRow {
    /// Its anchor; empty for none.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub id: String,
    /// It is of a county, above the rows of its neighborhoods.
    pub above: bool,
    /// «شیخ‌آباد»
    pub title: String,
    /// Its page; empty for none.
    pub href: String,
    /// The key of its stage; empty for none.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub stage: String,
    /// The total and then a cell for each column.
    pub cells: Vec<Cell>,
}

/// A cell where a neighborhood and a domain meet.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Cell {
    /// What the cell is of, printed on phones («ورزش»).
    pub domain: String,
    /// The page that has its figure; empty for none.
    pub href: String,
    /// «۵۳٪»; empty is unknown.
    pub figure: String,
    /// Its bar.
    pub bar: Bar,
    /// The one note («۳ فعالیت», «۱ مهلت‌گذشته»).
    pub note: String,
    /// The key of the state that the note speaks of; empty for a plain note.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub state: String,
    /// Its ground: `behind`, `overdue` or empty.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub ground: String,
    /// Nothing is recorded here; `note` says so.
    pub empty: bool,
    /// The plain note is left out on phones.
    pub quiet: bool,
}

/// A row of what needs attention.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Attention {
    /// The state's key.
    pub state: String,
    /// A word in place of the state's; empty for its own.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub word: String,
    /// The record.
    pub title: String,
    /// Its page.
    pub href: String,
    /// «محلهٔ چهارمردان، بهداشت · مرکز بهداشت شهرستان»
    pub meta: String,
    /// «۲۷ روز», «۳۷ واحد»
    pub measure: String,
    /// It is illustrative.
    pub sample: bool,
}

/// A row of a dated list.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Dated {
    /// The day.
    pub at: DayMark,
    /// The record or the event.
    pub title: String,
    /// Its page; empty for none.
    pub href: String,
    /// A sentence or two; empty for none.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub text: String,
    /// The same as HTML of the Markdown stage.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub body: Option<Html>,
    /// Small lines below.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub meta: Vec<String>,
    /// What it looked like.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub photos: Vec<Picture>,
    /// It is an illustrative record.
    pub sample: bool,
}

/// A row of what an agency owes.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Owed {
    /// The day it is due.
    pub at: DayMark,
    /// The record.
    pub title: String,
    /// Its page.
    pub href: String,
    /// Where («محلهٔ شیخ‌آباد، بهداشت»).
    pub meta: String,
    /// What is left to do; empty for none.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub text: String,
    /// How far it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bar: Option<Bar>,
    /// «۸۵٪ از ۱۰۰٪ برنامه»
    #[serde(skip_serializing_if = "String::is_empty")]
    pub pair: String,
    /// The state's key.
    pub state: String,
    /// A word in place of the state's («۱۱ روز تأخیر»).
    #[serde(skip_serializing_if = "String::is_empty")]
    pub word: String,
}

/// A milestone or an event on a thread.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Knot {
    /// `done`, `late`, `next` or empty.
    pub state: String,
    /// The milestone.
    pub title: String,
    /// Beside it, quiet («وزن ۲»).
    #[serde(skip_serializing_if = "String::is_empty")]
    pub aside: String,
    /// A word before the day («مهلت», «انجام در»).
    #[serde(skip_serializing_if = "String::is_empty")]
    pub lead: String,
    /// Its day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at: Option<Stamp>,
    /// What follows the day («، ۵ روز زودتر از مهلت»).
    #[serde(skip_serializing_if = "String::is_empty")]
    pub tail: String,
    /// What calls for attention.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub flag: Option<Flag>,
}

/// A line of the facts beside a title.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Fact {
    /// «دستگاه مسئول»
    pub term: String,
    /// Its values, joined with «، ».
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub values: Vec<Link>,
    /// A day in place of or after the values.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at: Option<Stamp>,
    /// A code, phone or address that reads left to right.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub ltr: String,
    /// A quiet second line.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub aside: String,
    /// What calls for attention («تعیین نشده»).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub flag: Option<Flag>,
}

/// An empty part: what is missing, why, what to do next.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Empty {
    /// «بازدیدی ثبت نشده است»
    pub title: String,
    /// A sentence or two.
    pub text: String,
    /// Where to go on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub link: Option<Link>,
}

/// A message at the head of a part.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Alert {
    /// `info`, `warn` or `late`.
    pub kind: String,
    /// «گزارش با یافتهٔ بازدید همخوان نیست.»
    pub title: String,
    /// A sentence or two.
    pub text: String,
    /// Where to go on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub link: Option<Link>,
}

/// One of the three pillars.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Pillar {
    /// `programme`, `schedule` or `person`.
    pub icon: String,
    /// «برنامهٔ مدون»
    pub title: String,
    /// «۸۷٪»
    pub value: String,
    /// Its bar.
    pub bar: Bar,
    /// «۲۶ از ۳۰ فعالیت شرح و مرحله یا شاخص دارد.»
    pub note: String,
    /// Those that lack it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub link: Option<Link>,
}

/// The states of a group.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Tally {
    /// «وضعیت ۱۲ فعالیت»
    pub title: String,
    /// How many in each, in the order of the states, those without any left out.
    pub parts: Vec<StateCount>,
}

/// The pages of a long table.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Pager {
    /// «ردیف ۱۰۱ تا ۲۰۰ از ۱٬۲۴۰»
    pub range: String,
    /// The page before.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub previous: Option<Link>,
    /// The page after.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next: Option<Link>,
    /// The pages; one without an address and with text is this page, one without text a gap.
    pub pages: Vec<Link>,
}

/// A piece of evidence.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct EvidenceFile {
    /// What it is.
    pub title: String,
    /// Its address: from the site's root, or of another host.
    pub href: String,
    /// It stands on another host.
    pub external: bool,
    /// It is a photo, and looks like this.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub picture: Option<Picture>,
    /// The address leads to the photo as it was taken.
    pub original: bool,
    /// Its day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at: Option<Stamp>,
    /// «PDF»; empty where it is shown, not handed out.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub format: String,
    /// «۱٫۲ مگابایت»; likewise.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub size: String,
}
