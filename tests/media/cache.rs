//! Tests of the media cache, which affects only the duration of a build.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::time::SystemTime;

use super::pictures::{jpeg, png};
use super::{published, report, with_photo};
use crate::support::{REPOSITORY, Site, Tree, changed, has_ending};

fn folder(site: &Site) -> PathBuf {
    site.path().join(".karnameh/cache")
}

/// Returns the files in the cache with their modification times.
fn entries(site: &Site) -> BTreeMap<String, SystemTime> {
    let entries = fs::read_dir(folder(site)).expect("a cache");
    let of = |entry: std::io::Result<fs::DirEntry>| {
        let entry = entry.expect("an entry");
        let written = entry.metadata().and_then(|found| found.modified()).expect("a time");
        (entry.file_name().into_string().expect("plain names"), written)
    };
    entries.map(of).collect()
}

/// A site with two photos, one of them under two names, and the result of a build.
fn built() -> (Site, Tree) {
    let site = with_photo("a.jpg", &jpeg(500, 40));
    site.write("content/media/b.png", png(600, 40));
    site.write("content/media/again/b.png", png(600, 40));
    let photos = ["b.png", "again/b.png"].map(|name| format!("{{file: {name}, alt: x}}")).join(", ");
    site.write("content/updates/second.yml", report("pitch", &photos));
    site.run(&["build"]).done();
    let tree = Tree::of(&site.output());
    assert_eq!(published(&site).len(), 4, "two names of the same bytes have one address");
    (site, tree)
}

#[test]
fn a_photo_is_made_once() {
    let (site, tree) = built();
    let before = entries(&site);
    assert_eq!(before.len(), 2 + 4 + 2, "an index a photo, its versions, a word for git, a lock: {before:?}");
    let run = site.run(&["build"]).done();
    assert_eq!(changed(&tree, &Tree::of(&site.output())), [""; 0]);
    assert_eq!(entries(&site), before, "nothing was written again");
    assert!(run.stdout.contains("تغییر نکرده"), "{}", run.stdout);
    site.write("content/media/a.jpg", jpeg(501, 40));
    site.run(&["build"]).done();
    let new = entries(&site).keys().filter(|name| !before.contains_key(*name)).count();
    assert_eq!(new, 3, "another photo under the same name is another photo");
}

/// Returns the names of cache files. An index and two versions belong to the photo that is replaced.
fn names(site: &Site) -> Vec<String> {
    entries(site).into_keys().collect()
}

#[test]
fn what_no_record_uses_any_more_is_taken_out() {
    let (site, _) = built();
    let before = names(&site);
    site.write(".karnameh/cache/.new-a1b2c3", "what a killed build left");
    site.write(".karnameh/cache/mine.txt", "not ours");
    site.write("content/media/a.jpg", jpeg(501, 40));
    site.run(&["build"]).done();
    let after = names(&site);
    assert_eq!(after.len(), before.len() + 1, "{after:?}");
    assert!(
        after.contains(&"mine.txt".to_owned()) && !after.contains(&".new-a1b2c3".to_owned()),
        "{after:?}"
    );
    assert_eq!(before.iter().filter(|name| !after.contains(name)).count(), 3, "those of the old photo");
}

#[test]
fn a_run_that_is_no_whole_build_of_today_takes_nothing_out() {
    let (site, _) = built();
    let before = names(&site);
    let kept = |what: &str| {
        let after = names(&site);
        assert!(before.iter().all(|name| after.contains(name)), "{what}: {after:?}");
    };
    site.write("content/media/a.jpg", jpeg(501, 40));
    site.run(&["check"]).done();
    kept("a check");
    site.run(&["build", "--as-of", "1404/07/02"]).done();
    kept("a build of another day");
    site.write("content/updates/third.yml", "activity: nothing\n");
    site.run(&["build"]).ends(1);
    kept("a build that fails");
    site.remove("content/updates/third.yml");
    // Another build is using the folder.
    let lock = fs::File::open(folder(&site).join(".lock")).expect("the lock");
    lock.lock_shared().expect("a share of the lock");
    site.run(&["build"]).done();
    kept("a build beside another one");
    lock.unlock().expect("it was held");
    site.run(&["build"]).done();
    assert_eq!(before.iter().filter(|name| !names(&site).contains(name)).count(), 3);
}

#[test]
fn without_the_cache_every_byte_is_the_same() {
    let (site, tree) = built();
    fs::remove_dir_all(site.path().join(".karnameh")).expect("a cache");
    site.run(&["build"]).done();
    assert_eq!(changed(&tree, &Tree::of(&site.output())), [""; 0]);
    // A build in another folder, without a cache.
    let elsewhere = Site::empty();
    elsewhere.overlay(&site.path().join("content").join(".."));
    fs::remove_dir_all(elsewhere.path().join(".karnameh")).expect("the copy");
    fs::remove_dir_all(elsewhere.path().join("output")).expect("the copy");
    elsewhere.run(&["build"]).done();
    assert_eq!(changed(&tree, &Tree::of(&elsewhere.output())), [""; 0]);
}

type Spoil = fn(&mut Vec<u8>);

#[test]
fn what_is_spoiled_is_made_again() {
    let ways: [(&str, Spoil); 4] = [
        ("turned over", |bytes| {
            let middle = bytes.len() / 2;
            bytes[middle] ^= 1;
        }),
        ("cut", |bytes| bytes.truncate(bytes.len() / 2)),
        ("empty", Vec::clear),
        ("longer", |bytes| bytes.push(b'x')),
    ];
    let (site, tree) = built();
    let whole = Tree::of(&folder(&site));
    for (what, spoil) in ways {
        for name in entries(&site).keys().filter(|name| !name.starts_with('.')) {
            let path = folder(&site).join(name);
            let mut bytes = fs::read(&path).expect("an entry");
            spoil(&mut bytes);
            fs::write(&path, bytes).expect("an entry");
            site.run(&["build"]).done();
            assert_eq!(changed(&tree, &Tree::of(&site.output())), [""; 0], "{name} {what}");
            assert_eq!(changed(&whole, &Tree::of(&folder(&site))), [""; 0], "{name} {what}: mended");
        }
    }
}

#[test]
fn entries_in_each_others_place_are_found_out() {
    let (site, tree) = built();
    let entries = entries(&site);
    let indexes: Vec<_> = entries.keys().filter(|name| has_ending(name, "json")).collect();
    let path = |at: usize| folder(&site).join(indexes[at]);
    fs::copy(path(0), path(1)).expect("an entry");
    site.run(&["build"]).done();
    assert_eq!(changed(&tree, &Tree::of(&site.output())), [""; 0]);
}

#[test]
fn where_nothing_can_be_kept_the_site_is_built_all_the_same() {
    let (site, tree) = built();
    fs::remove_dir_all(site.path().join(".karnameh")).expect("a cache");
    site.write(".karnameh", "a file in the folder's place");
    site.run(&["build"]).done();
    assert_eq!(changed(&tree, &Tree::of(&site.output())), [""; 0]);
}

#[test]
fn a_check_writes_nothing() {
    let site = with_photo("a.jpg", &jpeg(500, 40));
    let before = Tree::of(site.path());
    site.run(&["check"]).done();
    assert_eq!(changed(&before, &Tree::of(site.path())), [""; 0]);
}

/// The cache key must contain the version of every crate that determines the encoded bytes.
#[test]
fn the_recipe_names_the_encoders_in_their_versions() {
    let lock = fs::read_to_string(format!("{REPOSITORY}/Cargo.lock")).expect("the lock file");
    let version = |name: &str| {
        let mut versions: Vec<&str> = lock
            .split("[[package]]\nname = \"")
            .filter_map(|package| package.strip_prefix(name)?.strip_prefix("\"\nversion = \""))
            .map(|rest| rest.split('"').next().expect("a version"))
            .collect();
        versions.sort_unstable();
        // If there are two versions of a crate, `flate2` and thus `png` use the newer one.
        *versions.last().unwrap_or_else(|| panic!("{name} is not in Cargo.lock"))
    };
    let named =
        karnameh::media::RECIPE.split(' ').skip(1).map(|part| part.rsplit_once('-').expect("name-version"));
    for (name, said) in named {
        assert_eq!(said, version(name), "{name}: renew `media::RECIPE`");
    }
}
