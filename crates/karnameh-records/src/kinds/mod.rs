//! The kinds of record: how they are called, and in which folder their files are.
//!
//! The records themselves are declared in `model`; here is what everything below it needs to name a kind: links in
//! texts («activity:ID»), references between records, messages. Start reading at [`RecordKind`].

use crate::persian::text::fold_key;

/// How a kind of record is called, and where its files are.
#[derive(Debug, PartialEq, Eq)]
struct Names {
    /// The folder under `content/`.
    folder: &'static str,
    en: &'static str,
    one_en: &'static str,
    fa: &'static str,
    one_fa: &'static str,
    many_fa: &'static str,
    /// What people call the folder besides.
    called: &'static [&'static str],
}

/// Declares the kinds: a name in code, then the folder; English and Persian, each as a noun and as «a …», and the Persian
/// plural; other names that people give the folder.
macro_rules! kinds {
    ($(
        $kind:ident $folder:literal, $en:literal $one_en:literal, $fa:literal $one_fa:literal $many_fa:literal,
            [$($called:literal),*];
    )*) => {
        /// A kind of record.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum RecordKind {
            $(#[doc = concat!($fa, ", `content/", $folder, "/`")] $kind,)*
        }

        impl RecordKind {
            /// All kinds, each after those that it mostly refers to.
            pub const ALL: &'static [Self] = &[$(Self::$kind),*];
        }

        const NAMES: &[Names] = &[$(
            Names {
                folder: $folder,
                en: $en,
                one_en: $one_en,
                fa: $fa,
                one_fa: $one_fa,
                many_fa: $many_fa,
                called: &[$($called),*],
            },
        )*];
    };
}

kinds! {
    Neighborhood "neighborhoods", "neighborhood" "a neighborhood", "محله" "محله‌ای" "محله‌ها", ["محلات"];
    Domain "domains", "domain" "a domain", "حوزه" "حوزه‌ای" "حوزه‌ها", [];
    Agency "agencies", "agency" "an agency", "دستگاه" "دستگاهی" "دستگاه‌ها", ["سازمان‌ها", "نهادها", "ادارات"];
    Problem "problems", "problem" "a problem", "مسئله" "مسئله‌ای" "مسئله‌ها", ["مسائل", "مشکلات"];
    Activity "activities", "activity" "an activity", "فعالیت" "فعالیتی" "فعالیت‌ها", ["پروژه‌ها", "اقدامات", "projects"];
    Update "updates", "update" "an update", "گزارش" "گزارشی" "گزارش‌ها", ["گزارشات", "گزارش‌های پیشرفت", "reports"];
    Visit "visits", "visit" "a visit", "بازدید" "بازدیدی" "بازدیدها", [];
    Meeting "meetings", "meeting" "a meeting", "جلسه" "جلسه‌ای" "جلسه‌ها", ["جلسات", "نشست‌ها"];
    Model "models", "model" "a model", "الگو" "الگویی" "الگوها", ["الگوهای موفق"];
    Page "pages", "page" "a page", "صفحه" "صفحه‌ای" "صفحه‌ها", ["صفحات"];
}

impl RecordKind {
    const fn names(self) -> &'static Names {
        &NAMES[self as usize]
    }

    /// The folder under `content/` that holds its records.
    pub const fn folder(self) -> &'static str {
        self.names().folder
    }

    /// Its English name in the singular; also the word of commands and of links («activity:ID»).
    pub const fn en(self) -> &'static str {
        self.names().en
    }

    /// Its English name with the article («an activity»).
    pub const fn one_en(self) -> &'static str {
        self.names().one_en
    }

    /// Its Persian name in the singular; links may use it too.
    pub const fn fa(self) -> &'static str {
        self.names().fa
    }

    /// Its Persian name as an indefinite noun («فعالیتی»).
    pub const fn one_fa(self) -> &'static str {
        self.names().one_fa
    }

    /// Its Persian name in the plural («فعالیت‌ها»).
    pub const fn many_fa(self) -> &'static str {
        self.names().many_fa
    }

    /// Returns whether its records have an address that links can lead to. Reports of progress have none: the page of
    /// their activity shows them.
    pub fn is_linked(self) -> bool {
        self != Self::Update
    }

    /// Finds a kind by any name that people give its folder, folded.
    pub fn find_folder(name: &str) -> Option<Self> {
        let folded = fold_key(name);
        let is_called = |kind: &Self| {
            let names = kind.names();
            names.called.iter().chain([&names.many_fa]).any(|known| fold_key(known) == folded)
        };
        Self::find(name).or_else(|| Self::ALL.iter().copied().find(is_called))
    }

    /// Finds a kind by its English or Persian name or its folder, folded.
    pub fn find(name: &str) -> Option<Self> {
        let name = fold_key(name);
        let is_called =
            |kind: &Self| [kind.en(), kind.fa(), kind.folder()].iter().any(|known| fold_key(known) == name);
        Self::ALL.iter().copied().find(is_called)
    }
}
