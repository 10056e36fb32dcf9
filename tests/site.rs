//! Tests of the built demo as readers and browsers see it: links, content policy, records, samples, days; and that a hostile
//! record cannot do harm.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use karnameh::content;
use karnameh::model::Dataset;
use karnameh::persian::{Day, dates};

use crate::support::html::{Page, plain};
use crate::support::{REPOSITORY, Site, Tree, demo};

/// The content security policy of every page.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; \
                      media-src 'self'; base-uri 'none'; form-action 'self'";

/// Returns whether a policy is at least as strict as ours. A `404.html` without assets has a stricter one.
fn is_as_strict(policy: &str) -> bool {
    let ours: Vec<_> = POLICY.split("; ").collect();
    policy.starts_with("default-src 'none'; ")
        && policy.contains("base-uri 'none'")
        && policy.contains("form-action ")
        && policy.split("; ").all(|rule| ours.contains(&rule) || rule.ends_with(" 'none'"))
}

/// Parses the pages of a site.
fn pages(tree: &Tree) -> BTreeMap<&str, Page> {
    tree.pages().map(|(name, html)| (name, Page::read(name, html))).collect()
}

/// The records of the demo.
fn dataset() -> Dataset {
    content::read(Path::new(REPOSITORY)).expect("readable").dataset.expect("the demo has no error")
}

/// Returns whether a file has a given extension.
fn has_ending(name: &str, ending: &str) -> bool {
    Path::new(name).extension().is_some_and(|of| of == ending)
}

mod links {
    use super::*;

    /// Returns all addresses to which a page links or from which it loads.
    fn targets(page: &Page) -> impl Iterator<Item = &str> {
        let names = ["href", "src", "xlink:href", "poster", "data", "action"];
        let single = page.tags.iter().flat_map(move |tag| names.into_iter().filter_map(|name| tag.get(name)));
        // The value of `srcset`: «a.jpg 480w, b.jpg 1280w».
        let sets = page.tags.iter().filter_map(|tag| tag.get("srcset")).flat_map(|set| set.split(", "));
        single.chain(sets.filter_map(|version| version.split(' ').next()))
    }

    fn ids(page: &Page) -> BTreeSet<&str> {
        page.tags.iter().filter_map(|tag| tag.get("id")).collect()
    }

    /// Resolves a link on a page to an address relative to the site's root.
    fn joined(from: &str, to: &str) -> Option<String> {
        let mut parts: Vec<&str> = from.split('/').collect();
        parts.pop();
        for part in to.split('/') {
            match part {
                ".." => _ = parts.pop()?,
                "." => {}
                part => parts.push(part),
            }
        }
        Some(parts.join("/"))
    }

    /// Returns the broken links of a site.
    fn broken(tree: &Tree) -> Vec<String> {
        let pages = pages(tree);
        let mut found = Vec::new();
        for (name, page) in &pages {
            for target in targets(page) {
                if ["http://", "https://", "mailto:", "tel:", "data:image/"]
                    .iter()
                    .any(|scheme| target.starts_with(scheme))
                {
                    continue;
                }
                let (path, fragment) = target.split_once('#').unwrap_or((target, ""));
                let address = if path.is_empty() { Some((*name).to_owned()) } else { joined(name, path) };
                let there =
                    address.as_deref().is_some_and(|address| tree.has(address) && !address.ends_with('/'));
                let at = || address.as_deref().and_then(|address| pages.get(address));
                if target.is_empty() || target.starts_with('/') || target.contains('\\') || !there {
                    found.push(format!("{name}: {target:?} leads nowhere"));
                } else if !fragment.is_empty() && !at().is_some_and(|page| ids(page).contains(fragment)) {
                    found.push(format!("{name}: {target:?} leads to no id"));
                }
            }
        }
        found
    }

    #[test]
    fn of_the_demo_all_lead_somewhere() {
        assert_eq!(broken(demo()), [""; 0]);
    }

    #[test]
    fn of_small_sites_all_lead_somewhere() {
        let site = Site::new();
        assert_eq!(broken(&site.build()), [""; 0]);
        let new = Site::empty();
        new.run(&["init"]).done();
        assert_eq!(broken(&new.build()), [""; 0]);
        let bare = Site::empty();
        bare.write("content/site.yml", "title: x\nprovince: قم\n");
        assert_eq!(broken(&bare.build()), [""; 0]);
    }

    /// A page without a link to it cannot be found.
    #[test]
    fn every_page_is_reached_from_home() {
        let pages = pages(demo());
        let (mut seen, mut open) = (BTreeSet::new(), vec!["index.html".to_owned()]);
        while let Some(name) = open.pop() {
            if let Some(page) = pages.get(name.as_str()).filter(|_| seen.insert(name.clone())) {
                let paths = page
                    .all("a")
                    .filter_map(|tag| tag.get("href"))
                    .map(|to| to.split('#').next().expect("a part"));
                open.extend(paths.filter(|path| !path.is_empty()).filter_map(|path| joined(&name, path)));
            }
        }
        let lost: Vec<_> =
            pages.keys().filter(|name| !seen.contains(**name) && **name != "404.html").collect();
        assert_eq!(lost, [&""; 0]);
    }

    /// Hosts serve `404.html` for any address. With `url`, its links begin at that URL's path; otherwise it can contain none.
    #[test]
    fn of_the_404_page_hold_at_any_depth() {
        let plain = Site::new().build();
        let page = Page::read("404.html", plain.text("404.html"));
        assert_eq!(
            targets(&page).filter(|to| !to.starts_with('#') && !to.starts_with("data:")).collect::<Vec<_>>(),
            [""; 0]
        );
        for (url, root) in [
            ("https://example.ir/qom/", "/qom/"),
            ("https://example.ir", "/"),
            ("https://example.ir/a/b", "/a/b/"),
        ] {
            let site = Site::with(&[("content/site.yml", &format!("title: x\nprovince: قم\nurl: {url}\n"))]);
            let tree = site.build();
            let page = Page::read("404.html", tree.text("404.html"));
            let inside: Vec<_> =
                targets(&page).filter(|to| !to.starts_with('#') && !to.starts_with("data:")).collect();
            assert!(!inside.is_empty());
            for to in inside {
                let path = to.strip_prefix(root).unwrap_or_else(|| panic!("{to} under {root}"));
                let path = path.split('#').next().expect("a part");
                assert!(tree.has(path), "{to}");
            }
        }
    }

    #[test]
    fn ids_are_unique_and_references_to_them_hold() {
        for (name, page) in pages(demo()) {
            let all: Vec<_> = page.tags.iter().filter_map(|tag| tag.get("id")).collect();
            let ids = ids(&page);
            assert_eq!(all.len(), ids.len(), "{name} has an id twice: {all:?}");
            for tag in &page.tags {
                for key in
                    ["aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "for", "headers"]
                {
                    for id in tag.get(key).unwrap_or("").split_whitespace() {
                        assert!(ids.contains(id), "{name}: {key} names {id:?}");
                    }
                }
            }
        }
    }

    /// K0405: a link by address must lead to an existing page, wherever the text appears.
    #[test]
    fn by_address_to_nowhere_are_errors() {
        let bad = "'[x](data/nothing.html)'";
        for (file, text, line) in [
            ("pages/g.yml", "title: x\nbody: @\n", 2),
            ("neighborhoods/n.yml", "title: x\nbody: @\n", 2),
            ("domains/d.yml", "title: x\nbody: @\n", 2),
            ("agencies/a.yml", "title: x\ncontact: @\n", 2),
            ("agencies/a.yml", "title: x\nbody: @\n", 2),
            ("problems/p.yml", "title: x\nneighborhood: pardisan\nbody: @\n", 3),
            ("activities/pitch.yml", "title: x\nneighborhood: pardisan\ndomain: sport\nbody: @\n", 4),
            (
                "activities/pitch.yml",
                "title: x\nneighborhood: pardisan\ndomain: sport\nupdates: [{date: 1404/03/01, text: @}]\n",
                4,
            ),
            ("updates/u.yml", "activity: pitch\ndate: 1404/03/01\ntext: @\n", 3),
            (
                "visits/v.yml",
                "neighborhood: sheikhabad\ndate: 1404/03/01\nby: x\nfindings: [{activity: pitch, note: @}]\n",
                4,
            ),
            ("visits/v.yml", "neighborhood: sheikhabad\ndate: 1404/03/01\nby: x\nfollow_up: @\n", 4),
            ("meetings/m.yml", "date: 1404/03/01\nbody: @\n", 2),
            ("models/m.yml", "title: x\nproblem: @\napproach: x\n", 2),
            ("models/m.yml", "title: x\nproblem: x\napproach: x\nlessons: [x, @]\n", 4),
            ("site.yml", "title: x\nprovince: x\nfooter: @\n", 3),
            ("site.yml", "title: x\nprovince: x\ncontact: @\ndescription: x\n", 3),
        ] {
            let file = format!("content/{file}");
            let site = Site::with(&[(&file, &text.replace('@', bad))]);
            let run = site.run(&["build", "--format", "json"]).ends(1);
            let found = run.findings();
            let [found] = &found[..] else { panic!("{file}: {}", run.stdout) };
            assert_eq!((found.code.as_str(), &found.file, found.line), ("K0405", &file, line));
        }
        let draft = Site::with(&[("content/pages/g.yml", &format!("title: x\ndraft: true\nbody: {bad}\n"))]);
        draft.run(&["check"]).done();
        let good = Site::with(&[
            (
                "content/pages/g.yml",
                "title: x\nbody: '[x](activities/pitch.html#main) [y](data/progress.json) [z](a/b.txt)'\n",
            ),
            ("content/static/a/b.txt", "x"),
        ]);
        good.run(&["check"]).done();
    }

    #[test]
    fn to_other_hosts_tell_them_nothing() {
        let body = "---\ntitle: x\n---\n[بیرون](https://example.ir/a?b=1&c=2) [نامه](mailto:a@example.ir)\n";
        let site = Site::with(&[("content/pages/out.md", body)]);
        let tree = site.build();
        let page = Page::read("out", tree.text("pages/out.html"));
        let out = page
            .all("a")
            .find(|tag| tag.get("href").is_some_and(|to| to.starts_with("https:")))
            .expect("a link");
        assert_eq!(out.get("href"), Some("https://example.ir/a?b=1&c=2"));
        assert_eq!(out.get("rel"), Some("noopener noreferrer"));
    }
}

mod policy {
    use super::*;

    /// Returns everything in a page that a browser would load or run, or that a policy validator would reject.
    fn breaches(name: &str, page: &Page) -> Vec<String> {
        let mut found = Vec::new();
        let metas: Vec<_> =
            page.all("meta").filter(|tag| tag.get("http-equiv") == Some("Content-Security-Policy")).collect();
        let policies: Vec<_> = metas.iter().filter_map(|tag| tag.get("content")).collect();
        if policies != [POLICY] && !(name == "404.html" && policies.len() == 1 && is_as_strict(policies[0])) {
            found.push(format!("{name}: its policy is {metas:?}"));
        }
        let place = |test: &dyn Fn(&crate::support::tokens::Tag) -> bool| page.tags.iter().position(test);
        let policy = place(&|tag| tag.get("http-equiv").is_some());
        if place(&|tag| ["link", "script", "img"].contains(&&*tag.name))
            .is_some_and(|first| policy > Some(first))
        {
            found.push(format!("{name}: something is fetched before the policy is known"));
        }
        for tag in &page.tags {
            let is_asset = |to: &str| !to.contains(':') && !to.starts_with("//");
            let is_picture = |to: &str| is_asset(to) || to.starts_with("data:image/");
            let bad = match &*tag.name {
                "style" | "iframe" | "object" | "embed" | "base" | "applet" | "frame" | "foreignObject" => {
                    true
                }
                "script" => !tag.get("src").is_some_and(is_asset),
                "link" if tag.get("rel") == Some("icon") => !tag.get("href").is_some_and(is_picture),
                "img" | "source" | "audio" | "video" | "input" => {
                    tag.get("src").is_some_and(|to| !is_asset(to))
                }
                "link" | "use" | "image" => !tag.get("href").is_some_and(is_asset),
                "form" => tag.get("action").is_some_and(|to| !is_asset(to)),
                "meta" => tag.get("http-equiv").is_some_and(|kind| kind.eq_ignore_ascii_case("refresh")),
                _ => false,
            };
            let attribute = |(key, value): &(String, String)| {
                let value = value.trim_start().to_ascii_lowercase();
                key == "style"
                    || key == "srcdoc"
                    || key.starts_with("on")
                    || value.starts_with("javascript:")
                    || key.contains(['<', '"', '\''])
            };
            if bad || tag.attributes.iter().any(attribute) {
                found.push(format!("{name}: {tag:?}"));
            }
        }
        found
    }

    /// Returns the policy violations in all pages of a site.
    pub(super) fn of(tree: &Tree) -> Vec<String> {
        pages(tree).iter().flat_map(|(name, page)| breaches(name, page)).collect()
    }

    #[test]
    fn stands_on_every_page_and_is_kept() {
        assert_eq!(of(demo()), [""; 0]);
    }

    #[test]
    fn no_asset_fetches_from_elsewhere() {
        let assets: Vec<_> =
            demo().files().filter(|(name, _)| has_ending(name, "css") || has_ending(name, "js")).collect();
        assert!(assets.len() >= 2);
        for (name, bytes) in assets {
            // The name of an XML vocabulary is not an address that browsers load.
            let text = std::str::from_utf8(bytes).expect("UTF-8").replace("http://www.w3.org/2000/svg", "");
            for bad in ["://", "url(//", "@import", "eval(", "innerHTML", "fetch(", "XMLHttpRequest"] {
                let place = text.find(bad).map(|at| text[at..].chars().take(60).collect::<String>());
                assert_eq!(place, None, "{name}");
            }
        }
    }

    /// Every page states the report's day, its language and its direction.
    #[test]
    fn every_page_is_whole() {
        for (name, page) in &pages(demo()) {
            let html = page.all("html").next().expect("a root");
            assert_eq!((html.get("lang"), html.get("dir")), (Some("fa"), Some("rtl")), "{name}");
            for once in ["h1", "main", "body", "head"] {
                assert_eq!(page.all(once).count(), 1, "{name}: {once}");
            }
            let says_day = plain(&page.text).contains("1404/10/15");
            assert!(says_day || *name == "404.html", "{name} says its day");
        }
    }
}

mod records {
    use super::*;

    /// Returns every record with a page: its address, its title, and whether it is a sample.
    fn all(data: &Dataset) -> Vec<(String, String, bool)> {
        let mut all = Vec::new();
        let mut add = |folder: &str, record: &karnameh::model::Head| {
            let address = match (&*record.id, folder) {
                (id @ ("about" | "method"), "pages") => format!("{id}.html"),
                (id, folder) => format!("{folder}/{id}.html"),
            };
            all.push((address, record.title.to_string(), record.sample));
        };
        data.neighborhoods.iter().for_each(|of| add("neighborhoods", &of.record));
        data.domains.iter().for_each(|of| add("domains", &of.record));
        data.agencies.iter().for_each(|of| add("agencies", &of.record));
        data.activities.iter().for_each(|of| add("activities", &of.record));
        data.pages.iter().for_each(|of| add("pages", &of.record));
        data.visits.iter().for_each(|of| add("visits", &of.record));
        data.meetings.iter().for_each(|of| add("meetings", &of.record));
        data.models.iter().for_each(|of| add("models", &of.record));
        all
    }

    #[test]
    fn of_the_demo_have_their_pages() {
        let data = dataset();
        let records = all(&data);
        assert!(records.len() > 90);
        for (address, title, _) in records {
            let page = Page::read(&address, demo().text(&address));
            assert!(plain(&page.text).contains(&plain(&title)), "{address}: {title}");
        }
    }

    #[test]
    fn that_are_illustrative_say_so() {
        let data = dataset();
        let samples: Vec<_> = all(&data).into_iter().filter(|(.., sample)| *sample).collect();
        assert!(samples.len() > 60);
        for (address, ..) in samples {
            let html = demo().text(&address);
            let notice =
                html.split("class=\"notice\"").nth(1).unwrap_or_else(|| panic!("{address} has no notice"));
            let sentence = notice.split("</div>").next().expect("a part");
            assert!(sentence.contains("نمایشی"), "{address}: {sentence}");
            let title = html.split("</title>").next().expect("a part");
            assert!(title.contains("نمایشی"), "{address}: the title says it too");
        }
    }

    /// A site without samples does not mention samples, and one sample does not mark other records.
    #[test]
    fn that_are_real_are_not_called_illustrative() {
        let site = Site::new();
        assert_eq!(site.build().holding("class=\"notice\""), [""; 0]);
        site.write(
            "content/activities/shown.yml",
            "title: نمونه‌ای ساختگی\nneighborhood: pardisan\ndomain: sport\nsample: true\n",
        );
        let tree = site.build();
        assert!(tree.text("activities/shown.html").contains("class=\"notice\""));
        assert!(!tree.text("activities/pitch.html").contains("class=\"notice\""));
        assert!(tree.text("activities/index.html").contains("نمایشی"));
    }

    #[test]
    fn that_are_drafts_are_nowhere() {
        let site = Site::new();
        site.write(
            "content/activities/secret.yml",
            "title: کار ققنوس\nneighborhood: pardisan\ndomain: sport\ndraft: true\n",
        );
        let tree = site.build();
        assert_eq!(tree.holding("ققنوس"), [""; 0]);
        assert_eq!(tree.holding("secret"), [""; 0]);
    }
}

/// F2: facts dated after the report's day do not exist.
mod days {
    use super::*;

    /// The month-ends from Farvardin 1404 to Tir 1405.
    fn month_ends() -> Vec<Day> {
        let last = |month: u32| {
            if month <= 6 {
                31
            } else if month <= 11 {
                30
            } else {
                29
            }
        };
        let of_1404 = (1..=12).map(|month| format!("1404/{month:02}/{}", last(month)));
        let of_1405 = (1..=4).map(|month| format!("1405/{month:02}/31"));
        of_1404.chain(of_1405).map(|text| dates::parse(&text).expect("a day")).collect()
    }

    /// Returns a part of a text that pages show unchanged: without Markdown, line breaks or digits.
    fn needle(text: &str) -> Option<String> {
        let is_mark = |letter: char| letter.is_ascii_punctuation() || letter.is_control();
        let piece = text.split(is_mark).max_by_key(|piece| piece.chars().count())?;
        let piece: String = plain(piece.trim()).chars().take(60).collect();
        (piece.chars().count() >= 12).then(|| piece.trim_end().to_owned())
    }

    /// Returns the text in a file, including spreadsheets and packages of models.
    fn readable(name: &str, bytes: &[u8]) -> String {
        if !has_ending(name, "xlsx") && !has_ending(name, "zip") {
            return String::from_utf8_lossy(bytes).into_owned();
        }
        let mut zip = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("a zip");
        let mut text = String::new();
        for at in 0..zip.len() {
            let mut entry = Vec::new();
            std::io::copy(&mut zip.by_index(at).expect("an entry"), &mut entry).expect("its bytes");
            text.push_str(&String::from_utf8_lossy(&entry));
        }
        text
    }

    /// Returns every dated text that occurs once in the demo, with its day and whether pages of all later days show it.
    fn dated(data: &Dataset) -> Vec<(Day, String, bool)> {
        let mut all: Vec<(Day, &str, bool)> = Vec::new();
        for activity in &data.activities {
            for update in &activity.updates {
                all.extend(
                    update.text.as_ref().map(|text| (update.occurrence().known, &*text.value.plain, true)),
                );
            }
            for value in activity.indicators.iter().flat_map(|indicator| &indicator.values) {
                all.extend(value.note.as_ref().map(|text| (value.occurrence().known, text.typed(), false)));
            }
            all.extend(
                activity
                    .reschedules
                    .iter()
                    .filter_map(|of| Some((of.date, of.note.as_ref()?.typed(), false))),
            );
            all.extend(
                activity.handovers.iter().filter_map(|of| Some((of.date, of.note.as_ref()?.typed(), false))),
            );
            all.extend(activity.registered.map(|day| (day, activity.record.title.typed(), false)));
            all.extend(activity.evidence.iter().filter_map(|of| Some((of.date?, of.title.typed(), false))));
        }
        for visit in &data.visits {
            let known = visit.occurrence().known;
            all.push((known, visit.record.title.typed(), false));
            all.extend(visit.record.body.iter().map(|text| (known, &*text.value.plain, false)));
            all.extend(
                visit.findings.iter().filter_map(|of| Some((known, &*of.note.as_ref()?.value.plain, true))),
            );
            all.extend(visit.follow_up.iter().map(|text| (known, &*text.value.plain, false)));
        }
        for meeting in &data.meetings {
            all.extend(meeting.decisions.iter().map(|of| (meeting.date, of.text.typed(), false)));
            all.extend(meeting.record.body.iter().map(|text| (meeting.date, &*text.value.plain, false)));
        }
        for model in &data.models {
            all.extend(
                model.adoptions.iter().filter_map(|of| Some((of.date?, of.note.as_ref()?.typed(), false))),
            );
        }
        for neighborhood in &data.neighborhoods {
            let manager = neighborhood.manager.iter();
            all.extend(manager.filter_map(|of| Some((of.since?, of.name.as_ref()?.typed(), false))));
        }
        for problem in &data.problems {
            all.extend(problem.registered.map(|day| (day, problem.record.title.typed(), false)));
        }
        let content = Tree::of(&Path::new(REPOSITORY).join("content"));
        let whole: String =
            content.files().map(|(_, bytes)| plain(&String::from_utf8_lossy(bytes))).collect();
        let once = |text: &String| whole.matches(text.as_str()).count() == 1;
        let named = all.into_iter().filter_map(|(day, text, always)| Some((day, needle(text)?, always)));
        named.filter(|(_, text, _)| once(text)).collect()
    }

    #[test]
    fn after_the_report_are_unknown_to_it() {
        let data = dataset();
        let dated = dated(&data);
        assert!(dated.len() > 100, "{}", dated.len());
        let site = Site::demo();
        for day in month_ends() {
            site.run(&["build", "--quiet", "--as-of", &day.iso()]).done();
            let tree = Tree::of(&site.output());
            let files = tree.files().filter(|(name, _)| !name.starts_with("assets/"));
            let texts: Vec<_> = files.map(|(name, bytes)| (name, plain(&readable(name, bytes)))).collect();
            let whole: String = texts.iter().map(|(_, text)| text.as_str()).collect();
            // A hundred texts are looked for in megabytes.
            let is_shown = |text: &str| memchr::memmem::find(whole.as_bytes(), text.as_bytes()).is_some();
            let shown: Vec<_> = dated.iter().filter(|(_, text, _)| is_shown(text)).collect();
            let early: Vec<_> = shown.iter().filter(|(of, ..)| *of > day).collect();
            assert!(early.is_empty(), "as of {} it is known already: {early:?}", day.iso());
            // Otherwise nothing would have been searched.
            let due = dated.iter().filter(|(of, _, always)| *always && *of <= day);
            let missed: Vec<_> = due.filter(|one| !shown.contains(one)).collect();
            assert!(missed.is_empty(), "as of {} it is not shown: {missed:?}", day.iso());
            let foreseen = crate::days::foreseen(&data, day, &texts);
            assert!(foreseen.is_empty(), "as of {} days after it are named: {foreseen:?}", day.iso());
        }
    }
}

/// Tests with hostile records.
mod hostile {
    use super::*;

    const NAME: &str = r#""><script>alert(1)</script><img src=x onerror=alert(1)>'{{ 7*191 }}{% raw %}&lt;i&gt;]]>--><blink>"#;

    fn site() -> Site {
        let quoted = format!("'{}'", NAME.replace('\'', "''"));
        let fill = |text: &str| text.replace('@', &quoted);
        let site = Site::empty();
        for (file, text) in [
            (
                "site.yml",
                "title: @\nprovince: @\nprogramme: @\ntagline: @\ndescription: @\npublisher: @\nauthority: @\n\
                 signatures: [@]\ncontact: @\nnumber: @\nedition: @\nlicense: @\nfooter: @\n",
            ),
            (
                "neighborhoods/n.yml",
                "title: @\nkind: @\ncounty: @\ncity: @\ndistrict: @\nmanager: {title: @, name: @}\ngoals: [@]\nbody: @\n",
            ),
            ("domains/d.yml", "title: @\nsummary: @\nbody: @\n"),
            ("agencies/a.yml", "title: @\ncontact: @\nbody: @\n"),
            ("problems/p.yml", "title: @\nneighborhood: n\ndomain: d\nsource: @\nbody: @\n"),
            (
                "activities/x.yml",
                "title: @\nneighborhood: n\ndomain: d\nproblem: p\nsummary: @\nlead: a\nresponsible: @\npartners: [a]\n\
                 start: 1404/01/01\ndue: 1404/12/01\nreschedules: [{date: 1404/02/01, due: 1404/12/15, reason: permit, note: @}]\n\
                 milestones: [{title: @, due: 1404/05/01, done: 1404/05/02}]\n\
                 indicators: [{title: @, unit: @, baseline: 1, target: 9, values: [{date: 1404/03/01, value: 4, source: @, note: @}]}]\n\
                 updates: [{date: 1404/04/01, progress: 30, text: @, by: @}]\nbudget: {planned: 5, source: @}\n\
                 beneficiaries: {planned: 50, group: @}\ntags: [@]\nevidence: [{title: @, url: 'https://example.ir/?a=1&b=2'}]\nbody: @\n",
            ),
            (
                "visits/v.yml",
                "title: @\nneighborhood: n\ndate: 1404/06/01\nby: @\nfindings: [{activity: x, progress: 20, note: @}]\nfollow_up: @\nbody: @\n",
            ),
            (
                "meetings/m.yml",
                "title: @\ndate: 1404/07/01\nplace: @\nchair: @\nagencies: [a]\ndecisions: [{id: d1, text: @, agency: a}]\nbody: @\n",
            ),
            (
                "models/o.yml",
                "title: @\nproblem: @\napproach: @\nsteps: [@]\nconditions: [@]\nlessons: [@]\ncontact: @\nlicense: @\nadoptions: [{place: @, note: @}]\n",
            ),
            ("pages/g.yml", "title: @\nmenu: true\nbody: @\n"),
            ("pages/about.yml", "title: @\nbody: @\n"),
        ] {
            site.write(&format!("content/{file}"), fill(text));
        }
        site
    }

    #[test]
    fn text_is_text_everywhere() {
        let site = site();
        let tree = site.build();
        assert_eq!(policy::of(&tree), [""; 0]);
        let pages = pages(&tree);
        for (name, page) in &pages {
            for tag in &page.tags {
                assert_ne!(tag.name, "blink", "{name}");
                assert!(tag.name != "img" || tag.get("src") != Some("x"), "{name}");
                // Template syntax in records must not be evaluated.
                for (_, value) in &tag.attributes {
                    assert!(!value.contains("1337"), "{name}: {value}");
                }
            }
            assert!(!plain(&page.text).contains("1337"), "{name}");
        }
        for name in [
            "index.html",
            "activities/x.html",
            "neighborhoods/n.html",
            "domains/d.html",
            "agencies/a.html",
            "pages/g.html",
            "about.html",
        ] {
            assert!(pages[name].text.contains("<script>alert("), "{name} shows it as text");
        }
        let script = tree.holding("<script>alert");
        assert!(script.iter().all(|name| !has_ending(name, "html")), "{script:?}");
    }

    #[test]
    fn links_are_refused() {
        let targets = [
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            "java\u{1}script:x",
            "&#106;avascript:alert(1)",
            "javascript&colon;alert(1)",
            "data:text/html;base64,PHNjcmlwdD4=",
            "vbscript:x",
            "file:///etc/passwd",
            "blob:x",
            "//evil.example/x",
            "/etc/passwd",
            "../x.html",
            "a\\b",
        ];
        for target in targets {
            for body in [
                format!("[x]({target})"),
                format!("[x]: {target}\n\n[x]"),
                format!("![x]({target})"),
                format!("<{target}>"),
            ] {
                let site = Site::with(&[("content/pages/g.md", &format!("---\ntitle: x\n---\n{body}\n"))]);
                let run = site.run(&["build", "--format", "json"]);
                if run.status == 0 {
                    let tree = Tree::of(&site.output());
                    let page = Page::read("g", tree.text("pages/g.html"));
                    let own = page
                        .all("a")
                        .filter_map(|tag| tag.get("href"))
                        .filter(|to| to.contains("alert") || to.contains("evil") || to.contains(':'));
                    assert_eq!(own.collect::<Vec<_>>(), [""; 0], "{body}");
                    assert_eq!(policy::of(&tree), [""; 0], "{body}");
                    // It is then shown as typed and not as a link.
                    assert!(
                        body.starts_with('<') || body.contains('\u{1}') || body.contains('\\'),
                        "{body} passed"
                    );
                } else {
                    let codes: Vec<_> = run.findings().into_iter().map(|found| found.code).collect();
                    let refused = ["K0400", "K0401", "K0402", "K0405", "K0406", "K0128", "K0225"];
                    assert!(codes.iter().any(|code| refused.contains(&&**code)), "{body}: {codes:?}");
                }
            }
        }
        for field in [
            "javascript:alert(1)",
            "//example.ir",
            "https://user:pass@example.ir",
            "ftp://example.ir",
            "https://",
        ] {
            let site = Site::with(&[("content/agencies/b.yml", &format!("title: x\nurl: '{field}'\n"))]);
            let run = site.run(&["check", "--format", "json"]).ends(1);
            assert_eq!(run.places(), ["K0215 content/agencies/b.yml:2:6"], "{field}");
        }
    }

    /// `dir=auto` would reverse the text, so it is isolated with the page's own direction.
    #[test]
    fn a_persian_title_that_begins_with_latin_stands_right() {
        let title = "ICDL برای مادران";
        let record = format!("title: {title}\nneighborhood: sheikhabad\ndomain: sport\n");
        let tree = Site::with(&[("content/activities/icdl.yml", &record)]).build();
        let html = tree.text("activities/icdl.html");
        assert!(
            html.contains("<title>&#x2067;ICDL برای مادران&#x2069;")
                || html.contains("<title>\u{2067}ICDL برای مادران\u{2069}")
        );
        for (name, page) in pages(&tree) {
            assert!(page.tags.iter().all(|tag| tag.get("dir") != Some("auto")), "{name}");
        }
        let index = tree.text("activities/index.html");
        let link = index.split("icdl.html").nth(1).expect("a link to it");
        assert!(
            link.split("</a>").next().expect("a part").contains(title),
            "the title stands whole in its link"
        );
    }
}

/// Long tables show ten rows and hide the others behind a control, so that a phone reaches the content below.
#[test]
fn long_tables_of_a_group_are_folded() {
    let site = Site::new();
    for n in 0..14 {
        let text = format!("title: کار {n}\nneighborhood: pardisan\ndomain: sport\n");
        site.write(&format!("content/activities/a-{n}.yml"), text);
    }
    let tree = site.build();
    let page = tree.text("neighborhoods/pardisan.html");
    let duties = page.split("<section").find(|part| part.contains("id=\"duties\"")).expect("a section");
    let (open, rest) = duties.split_once("<details class=\"rest\">").expect("a folded rest");
    let rows = |html: &str| html.matches("<th scope=\"row\"").count();
    assert_eq!((rows(open), rows(rest)), (10, 4));
    assert!(rest.starts_with("<summary>۴ ردیف دیگر</summary>"));
    assert!(!tree.text("neighborhoods/sheikhabad.html").contains("class=\"rest\""));
}

mod terms {
    use super::*;

    /// Returns the parts of a page between two marks.
    fn between<'p>(html: &'p str, before: &'p str, after: char) -> impl Iterator<Item = &'p str> {
        html.split(before).skip(1).filter_map(move |rest| rest.split(after).next())
    }

    /// `terms`: a province can use its own words for the things in a report.
    #[test]
    fn of_a_province_stand_in_every_table_and_heading() {
        let site = Site::demo();
        let settings = site.read("content/site.yml");
        let terms = "terms:\n  neighborhood: {one: روستا}\n  domain: {one: محور}\n  agency: {one: نهاد}\n  \
                     activity: {one: اقدام}\n  meeting: {one: نشست}\n";
        site.write("content/site.yml", format!("{settings}\n{terms}"));
        let tree = site.build();
        let mut heads = 0;
        for (name, html) in tree.pages() {
            let columns = between(html, "<th scope=\"col\"", '<').filter_map(|head| head.split_once('>'));
            let columns = columns.map(|(_, text)| text);
            let labels = between(html, " data-th=\"", '"');
            let headings = between(html, "<h2 id=\"", '<').filter_map(|head| head.split_once('>'));
            // «محلهٔ شیخ‌آباد» is the record's own title.
            let headings = headings.map(|(_, text)| text).filter(|text| !text.starts_with("محلهٔ "));
            for text in columns.chain(labels).chain(headings) {
                heads += 1;
                for word in ["محله", "حوزه", "دستگاه", "فعالیت", "جلسه"] {
                    assert!(!text.contains(word), "«{text}» of {name}");
                }
            }
        }
        assert!(heads > 1000, "{heads}");
    }
}

/// Tables are sorted by `data-value`: by state in the declared order, then by the deviation.
#[test]
fn states_sort_by_state_and_then_by_deviation() {
    let tree = demo();
    let data: serde_json::Value = serde_json::from_str(tree.text("data/progress.json")).expect("JSON");
    let states = [
        "done",
        "ahead",
        "on-track",
        "behind",
        "overdue",
        "unreported",
        "not-started",
        "unscheduled",
        "paused",
        "cancelled",
    ];
    let mut expected: Vec<(usize, f64, String)> = Vec::new();
    for activity in data["activities"].as_array().expect("activities") {
        let state = activity["state"].as_str().expect("a state");
        let state = states.iter().position(|known| *known == state).expect("a known state");
        let deviation = activity["actual"]
            .as_f64()
            .zip(activity["planned"].as_f64())
            .map(|(actual, planned)| actual - planned);
        expected.push((
            state,
            deviation.unwrap_or(f64::MAX),
            activity["id"].as_str().expect("an id").to_owned(),
        ));
    }
    let html = tree.text("activities/index.html");
    let mut rows: Vec<(f64, String)> = Vec::new();
    for row in html.split("<tr").skip(1).filter(|row| row.contains("data-value=")) {
        let between = |start: &str, end: &str| {
            row.split_once(start).and_then(|(_, rest)| rest.split_once(end)).expect("a part of the row").0
        };
        let id = between("href=\"", ".html").rsplit('/').next().expect("a name").to_owned();
        rows.push((between("data-value=\"", "\"").parse().expect("a number"), id));
    }
    assert_eq!(rows.len(), expected.len());
    rows.sort_by(|a, b| a.0.total_cmp(&b.0));
    let place = |id: &str| {
        expected.iter().find(|known| known.2 == id).map(|known| (known.0, known.1)).expect("a known activity")
    };
    assert!(rows.is_sorted_by(|a, b| place(&a.1) <= place(&b.1)), "{rows:?}");
}
