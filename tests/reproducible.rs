//! Tests that the same content gives the same bytes, wherever and however it is built, and that unchanged files stay in place.

use std::fs;

use crate::support::{Run, Site, Tree, changed, command, has_ending};

/// Simulates another machine as far as a program can notice.
const MACHINES: [&[(&str, &str)]; 3] = [
    &[("LANG", "C"), ("LC_ALL", "C"), ("TZ", "UTC"), ("RAYON_NUM_THREADS", "1"), ("HOME", "/nonexistent")],
    &[("LANG", "fa_IR.UTF-8"), ("LC_ALL", "fa_IR.UTF-8"), ("TZ", "Asia/Tehran"), ("RAYON_NUM_THREADS", "4")],
    &[("LANG", "tr_TR.UTF-8"), ("LC_ALL", "tr_TR"), ("TZ", "Pacific/Kiritimati"), ("SOURCE_DATE_EPOCH", "0")],
];

#[test]
fn every_machine_builds_the_same_bytes() {
    let trees = MACHINES.map(|machine| {
        let site = Site::demo_without_cache();
        Run::of(command(site.path()).args(["build", "-q"]).envs(machine.iter().copied())).done();
        Tree::of(&site.output())
    });
    assert!(trees[0].files().count() > 100);
    for other in &trees[1..] {
        assert_eq!(changed(&trees[0], other), [""; 0]);
    }
}

/// Pages contain neither the name of the folder, nor its path, nor the name of the output.
#[test]
fn every_folder_builds_the_same_bytes() {
    let site = Site::demo();
    let tree = site.build();
    let moved = Site::empty();
    fs::rename(site.path().join("content"), moved.path().join("content")).expect("renamed");
    let nested = moved.path().join("پوشه‌ای با فاصله و 'نشانه'/b");
    fs::create_dir_all(&nested).expect("a folder");
    fs::rename(moved.path().join("content"), nested.join("content")).expect("renamed");
    let source = nested.to_str().expect("UTF-8");
    moved.run(&["build", "-q", "--source", source, "--output", "elsewhere/qom-1404"]).done();
    assert_eq!(changed(&tree, &Tree::of(&moved.path().join("elsewhere/qom-1404"))), [""; 0]);
    for place in [source, "qom-1404", site.path().to_str().expect("UTF-8")] {
        assert_eq!(tree.holding(place), [""; 0]);
    }
}

/// Building over the same site, over another site, or to an empty folder makes no difference.
#[test]
fn what_stood_there_makes_no_difference() {
    let site = Site::demo();
    let fresh = site.build();
    assert_eq!(changed(&fresh, &site.build()), [""; 0]);
    site.run(&["build", "-q", "--as-of", "1404/05/31"]).done();
    assert_ne!(changed(&fresh, &Tree::of(&site.output())), [""; 0]);
    assert_eq!(changed(&fresh, &site.build()), [""; 0]);
    // Pages that somebody edited, deleted or added by hand are repaired.
    site.write("output/site/index.html", "edited");
    site.write("output/site/stray.html", "added");
    site.remove("output/site/about.html");
    assert_eq!(changed(&fresh, &site.build()), [""; 0]);
}

#[cfg(unix)]
#[test]
fn an_unchanged_build_touches_no_file() {
    use std::os::unix::fs::MetadataExt;
    let site = Site::demo();
    let look = || {
        let tree = site.build();
        let of = |name: &str| {
            let found = fs::metadata(site.output().join(name)).expect("it is there");
            (name.to_owned(), found.ino(), found.mtime(), found.mtime_nsec(), found.mode())
        };
        tree.files().map(|(name, _)| of(name)).collect::<Vec<_>>()
    };
    let before = look();
    let touched: Vec<_> = look().into_iter().filter(|file| !before.contains(file)).collect();
    assert_eq!(touched, []);
}

/// The files that an edit must change, and the resulting site.
fn edited(site: &Site, before: &Tree, edit: (&str, &str)) -> (Vec<String>, Tree) {
    site.edit(WALK, edit.0, edit.1);
    let after = site.build();
    site.edit(WALK, edit.1, edit.0);
    (changed(before, &after), after)
}

/// An activity of one neighborhood.
const WALK: &str = "content/activities/pardisan/family-walk.md";

/// Expects changes in the files that contain a text, the manifest, the workbook of a table with it, and the description
/// of the data, which contains digests.
fn pages_with(tree: &Tree, text: &str) -> Vec<String> {
    let mut names: Vec<String> = tree.holding(text).into_iter().map(str::to_owned).collect();
    let books: Vec<String> =
        names.iter().filter_map(|name| Some(format!("{}.xlsx", name.strip_suffix(".csv")?))).collect();
    names.extend(books.first().map(|_| "data/datapackage.json".to_owned()));
    names.extend(books);
    names.push("manifest.json".to_owned());
    names.iter().map(|name| format!("~ {name}")).collect()
}

/// Returns whether a file belongs to the search: its index contains every word, and its page names the index by hash.
fn is_search(change: &str) -> bool {
    change[2..].starts_with("search")
}

fn sorted(mut names: Vec<String>) -> Vec<String> {
    names.sort();
    names
}

#[test]
fn a_changed_record_changes_only_what_shows_it() {
    let site = Site::demo();
    let before = site.build();
    for edit in [
        ("responsible: مسئول اجتماعی منطقه", "responsible: مسئول ققنوس"),
        ("title: پیاده‌روی خانوادگی پایان هفته", "title: پیاده‌روی ققنوس پایان هفته"),
        ("پیاده‌روی بی‌آنکه مراسم", "ققنوس بی‌آنکه مراسم"),
    ] {
        let (mut changed, after) = edited(&site, &before, edit);
        assert!(changed.contains(&"~ activities/family-walk.html".to_owned()), "{changed:?}");
        // This page shows the sizes of data files.
        changed.retain(|name| name != "~ data/index.html");
        let (search, changed): (Vec<_>, Vec<_>) = changed.into_iter().partition(|name| is_search(name));
        assert!(search.contains(&"~ search.html".to_owned()), "{search:?}");
        let shown = pages_with(&after, "ققنوس").into_iter().filter(|name| !is_search(name)).collect();
        assert_eq!(changed, sorted(shown), "{edit:?}");
    }
}

#[test]
fn a_changed_figure_leaves_strangers_alone() {
    let site = Site::demo();
    let (changed, _) = edited(&site, &site.build(), ("target: 250", "target: 400"));
    for name in [
        "activities/family-walk.html",
        "neighborhoods/pardisan/sport.html",
        "data/progress.json",
        "index.html",
    ] {
        assert!(changed.contains(&format!("~ {name}")), "{name}: {changed:?}");
    }
    let is_stranger = |name: &&String| {
        let name = name.trim_start_matches("~ ");
        let walk = name == "activities/family-walk.html" || name == "activities/index.html";
        (name.starts_with("activities/") && !walk)
            || ["chaharmardan", "imam-reza", "sheikhabad"].iter().any(|other| name.contains(other))
            || ["about.html", "404.html", "pages/", "assets/"].iter().any(|fixed| name.starts_with(fixed))
    };
    let strangers: Vec<_> = changed.iter().filter(is_stranger).collect();
    assert_eq!(strangers, [""; 0]);
}

#[test]
fn a_removed_record_is_gone() {
    let site = Site::demo();
    let before = site.build();
    // Nothing else refers to it.
    site.remove("content/activities/pardisan/science-after-school.md");
    let after = site.build();
    assert!(
        before.has("activities/science-after-school.html")
            && !after.has("activities/science-after-school.html")
    );
    let left: Vec<_> = after
        .holding("science-after-school")
        .into_iter()
        .chain(after.holding("کارگاه علوم پس از مدرسه"))
        .collect();
    assert_eq!(left, [""; 0]);
    let is_other = |name: &String| !name.starts_with('~') && !is_search(name);
    let gone: Vec<_> = changed(&before, &after).into_iter().filter(is_other).collect();
    assert_eq!(gone, ["- activities/science-after-school.html"]);
}

/// If an address changes, nothing else changes with it.
#[test]
fn a_renamed_record_moves_its_page() {
    let site = Site::new();
    let before = site.build();
    fs::rename(
        site.path().join("content/activities/pitch.yml"),
        site.path().join("content/activities/new-pitch.yml"),
    )
    .expect("renamed");
    let after = site.build();
    let is_other = |name: &String| !name.starts_with('~') && !is_search(name);
    let moved: Vec<_> = changed(&before, &after).into_iter().filter(is_other).collect();
    assert_eq!(moved, ["- activities/pitch.html", "+ activities/new-pitch.html"]);
    assert_eq!(after.holding("activities/pitch.html"), [""; 0]);
}

/// The order in which files were created, and their times, must not matter.
#[test]
fn the_order_of_files_on_the_disk_makes_no_difference() {
    let site = Site::demo();
    let before = site.build();
    let content = site.path().join("content");
    let mut files: Vec<_> =
        Tree::of(&content).files().map(|(name, bytes)| (name.to_owned(), bytes.to_vec())).collect();
    fs::remove_dir_all(&content).expect("the content");
    files.reverse();
    for (name, bytes) in files {
        site.write(&format!("content/{name}"), bytes);
    }
    assert_eq!(changed(&before, &site.build()), [""; 0]);
}

/// F1: pages contain the report's day, never the day of the build.
#[test]
fn no_clock_is_in_a_page() {
    let site = Site::new();
    let at = |epoch: &str| {
        Run::of(command(site.path()).args(["build", "-q"]).env("SOURCE_DATE_EPOCH", epoch)).done();
        Tree::of(&site.output())
    };
    let (morning, evening) = (at("1767580200"), at("1767640000"));
    assert_eq!(changed(&morning, &evening), [""; 0], "one day in Tehran");
    let tomorrow = at("1767650000");
    assert_ne!(changed(&morning, &tomorrow), [""; 0]);
    site.write("content/site.yml", "title: کارنامهٔ آزمایشی\nprovince: قم\nas_of: 1404/10/15\n");
    let (fixed, later) = (at("1767580200"), at("1799000000"));
    assert_eq!(changed(&fixed, &later), [""; 0], "`as_of` comes first");
    assert!(fixed.files().filter(|(name, _)| has_ending(name, "html")).count() > 5);
}

/// Packages, spreadsheets and pictures contain the output of one deflate implementation, whatever else is compiled in. If a
/// new version produces other bytes, the changelog and `media::RECIPE` have to mention it.
#[test]
fn deflate_is_that_of_the_backend_that_cargo_toml_names() {
    use std::io::Write as _;
    let mut text = Vec::new();
    for n in 0..20_000 {
        writeln!(text, "{} محله {}", n * n % 977, n % 31).expect("memory");
    }
    // Written at once: the result depends on the size of the chunks too.
    let mut out = flate2::write::DeflateEncoder::new(Vec::new(), flate2::Compression::new(6));
    out.write_all(&text).expect("memory");
    let digest = karnameh::digest::Digest::of(&out.finish().expect("memory"));
    assert_eq!(digest.short(), "c7303599b1d7");
}
