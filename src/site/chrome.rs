//! What every page's frame shares: head, menu, foot, words.

use std::collections::BTreeMap;

use crate::config::{Identity, Term};
use crate::model::{Idx, Page, Record, RolloutStage};
use crate::persian::dates;
use crate::persian::text::isolate_ltr;
use crate::progress::State;

use super::address::{CALENDAR, FEED, Target};
use super::view::{self, Chrome, Section, Words};
use super::words::said;
use super::{Site, stamp};

/// The word of a stage (product.md, «Words»).
pub(super) fn stage_word(stage: RolloutStage) -> &'static str {
    match stage {
        RolloutStage::Model => "محلهٔ نمونه",
        RolloutStage::Extension => "گسترش",
        RolloutStage::Planned => "در نوبت",
    }
}

/// The license's name; a Latin one («CC BY 4.0») is isolated and keeps its digits.
pub(super) fn license(identity: &Identity) -> String {
    match &identity.license {
        Some(name) if name.typed().starts_with(|first: char| first.is_ascii_alphanumeric()) => {
            isolate_ltr(name.typed())
        }
        name => said(name.as_ref()),
    }
}

/// The key of a free page's section: that of no section of ours.
pub(super) fn page_key(record: &Record) -> String {
    format!("page-{}", record.id)
}

impl Site<'_> {
    /// The frame's shared part.
    pub fn chrome(&self) -> Chrome {
        let identity = &self.config.identity;
        let authority = identity.authority.as_ref().or(identity.publisher.as_ref());
        Chrome {
            title: identity.title.to_string(),
            programme: identity.programme.to_string(),
            authority: authority.map(ToString::to_string).unwrap_or_default(),
            logo: self.logo(),
            date: stamp::short(self.figures.day),
            as_of: view::Stamp { iso: self.figures.day.iso(), text: dates::long(self.figures.day) },
            number: said(identity.number.as_ref()),
            edition: said(identity.edition.as_ref()),
            sections: self.sections(),
            publisher: said(identity.publisher.as_ref()),
            license: license(identity),
            footer: identity.footer.as_ref().map(|footer| self.setting(footer, "footer", "")),
            fingerprint: self.chained(),
            search: String::new(),
            feed: self.config.publication.url.as_ref().map(|_| FEED.to_owned()).unwrap_or_default(),
            calendar: CALENDAR.to_owned(),
            words: self.words(),
        }
    }

    /// The sections of the site in the order of the foot's index; the menu shows some of them.
    fn sections(&self) -> Vec<Section> {
        let terms = &self.config.terms;
        let section = |key: &str, title: &str, target: Target, menu: bool, primary: bool| Section {
            key: key.to_owned(),
            title: title.to_owned(),
            href: self.href(target),
            menu,
            primary,
        };
        let mut sections = vec![
            section("home", "نمای کلی", Target::Home, true, true),
            section("neighborhoods", &terms.neighborhood.many, Target::Neighborhoods(1), true, true),
            section("domains", &terms.domain.many, Target::Domains, true, true),
            section("activities", &terms.activity.many, Target::Activities(1), true, false),
            section("agencies", &terms.agency.many, Target::Agencies, true, false),
            section("schedule", "زمان‌بندی", Target::Schedule(1), true, false),
            section("problems", &self.problems_title(), Target::Problems(1), false, false),
            section("meetings", &self.meetings_title(), Target::Meetings(1), true, false),
            section("visits", "نظارت میدانی", Target::Visits(1), true, false),
            section("models", &self.models_title(), Target::Models(1), true, false),
            section("status", "وضعیت گزارش‌دهی", Target::Status, false, false),
            section("changes", "تغییرهای این ماه", Target::Changes, false, false),
        ];
        sections.extend(self.menu_pages().map(|idx| {
            let record = &self.dataset[idx].record;
            section(&page_key(record), &record.title.shown(), Target::Page(idx), true, false)
        }));
        sections.push(section("print", "کارنامهٔ چاپی", Target::Booklet, false, false));
        sections.push(section("archive", "بایگانی ویرایش‌ها", Target::Archive(1), false, false));
        sections.push(section("data", self.data_title(), Target::Data, false, false));
        sections.push(section("method", "روش محاسبه", Target::Method, false, false));
        sections.push(section("about", "درباره", Target::About, false, false));
        sections.push(section("search", "جست‌وجو", Target::Search, true, false));
        sections
    }

    /// The sections that are lists of records or reports, not texts.
    pub(super) fn list_sections(&self) -> Vec<Section> {
        let others = [Target::Home, Target::Search, Target::About, Target::Method];
        let others: Vec<String> =
            others.into_iter().chain(self.menu_pages().map(Target::Page)).map(|of| self.href(of)).collect();
        let mut sections = self.sections();
        sections.retain(|section| !others.contains(&section.href));
        sections
    }

    /// The digest of the last edition, by which each edition vouches for the one before it; empty for the first.
    fn chained(&self) -> String {
        let Some(last) = self.lists.editions.first().map(|&at| &self.dataset.archive[at]) else {
            return String::new();
        };
        let digest = isolate_ltr(&format!("sha256 {}", last.sha256));
        format!("چکیدهٔ ویرایش پیشین ({}): {digest}", dates::medium(last.date))
    }

    /// Free pages but those that give `about.html` and `method.html` their text.
    pub(super) fn free_pages(&self) -> impl Iterator<Item = Idx<Page>> {
        (0..self.dataset.pages.len()).map(Idx::new).filter(|&idx: &Idx<Page>| {
            let id = &*self.dataset[idx].record.id;
            id != "about" && id != "method"
        })
    }

    /// Free pages of the menu, by order, then id.
    fn menu_pages(&self) -> impl Iterator<Item = Idx<Page>> {
        let mut pages: Vec<_> = self.free_pages().filter(|&idx| self.dataset[idx].menu).collect();
        pages.sort_by(|&a, &b| {
            let rank = |idx: Idx<Page>| self.dataset[idx].order.unwrap_or(f64::INFINITY);
            rank(a).total_cmp(&rank(b))
        });
        pages.into_iter()
    }

    fn words(&self) -> Words {
        let terms = &self.config.terms;
        let form = |term: &Term| view::Term {
            one: term.one.to_string(),
            many: term.many.to_string(),
            of: term.of.to_string(),
        };
        let named = [
            ("neighborhood", &terms.neighborhood),
            ("domain", &terms.domain),
            ("activity", &terms.activity),
            ("agency", &terms.agency),
            ("manager", &terms.manager),
            ("meeting", &terms.meeting),
            ("model", &terms.model),
        ];
        let stages = [RolloutStage::Model, RolloutStage::Extension, RolloutStage::Planned];
        Words {
            states: State::ALL
                .into_iter()
                .map(|state| (state.key().to_owned(), state.word().to_owned()))
                .collect(),
            stages: stages
                .into_iter()
                .map(|stage| (stage.key().to_owned(), stage_word(stage).to_owned()))
                .collect(),
            terms: named
                .into_iter()
                .map(|(key, term)| (key.to_owned(), form(term)))
                .collect::<BTreeMap<_, _>>(),
        }
    }
}
