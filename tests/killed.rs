//! Tests that `kill -9` at any moment of a build leaves the old site or the new one complete, and that the next build cleans
//! up.

#![cfg(unix)]

use std::fs;
use std::os::unix::fs::MetadataExt;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::support::{Site, Tree, changed};

/// How many builds over an existing site are killed.
const TIMES: u32 = 25;
/// How many builds without an existing site are killed.
const FIRST_TIMES: u32 = 6;

const RECORD: &str = "content/activities/sang-abad/loom.md";
const TITLES: [&str; 2] = ["title: کارگاه گلیم بانوان", "title: کارگاه جاجیم بانوان"];

/// Pseudorandom numbers that are the same in every run (xorshift).
struct Dice(u64);

impl Dice {
    /// Returns a random fraction of a duration.
    fn share(&mut self, of: Duration) -> Duration {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        of.mul_f64((self.0 >> 11) as f64 / (1_u64 << 53) as f64)
    }
}

/// A small province, built alternately in two editions.
struct Ground {
    site: Site,
    editions: [Tree; 2],
    /// The duration of a build.
    whole: Duration,
}

impl Ground {
    fn new() -> Self {
        let site = Site::golden("two-villages");
        let first = site.build();
        site.edit(RECORD, TITLES[0], TITLES[1]);
        let begin = Instant::now();
        let second = site.build();
        Self { site, editions: [first, second], whole: begin.elapsed() }
    }

    /// Changes the content to that of an edition.
    fn turn_to(&self, edition: usize) {
        let text = self.site.read(RECORD).replace(TITLES[1 - edition], TITLES[edition]);
        self.site.write(RECORD, text);
    }

    fn start(&self) -> Child {
        let mut command = Command::new(env!("CARGO_BIN_EXE_karnameh"));
        command
            .current_dir(self.site.path())
            .args(["build", "--quiet"])
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        command.spawn().expect("the program is built")
    }

    /// Kills a build after a delay. Returns whether it was still running.
    fn kill_after(&self, moment: Duration) -> bool {
        let mut child = self.start();
        thread::sleep(moment);
        // A process that ended is not reaped yet, so its id cannot belong to another process.
        child.kill().expect("it is ours");
        child.wait().expect("it ended").code().is_none()
    }

    /// A value that changes if the site's folder is replaced or its entries change.
    fn trace(&self) -> Option<(u64, i64, i64)> {
        let found = fs::metadata(self.site.output()).ok()?;
        Some((found.ino(), found.mtime(), found.mtime_nsec()))
    }

    /// Returns the files of the site.
    fn stands(&self) -> Tree {
        Tree::of(&self.site.output())
    }

    /// Returns the edition of the site, after checking that it is complete.
    #[track_caller]
    fn edition(&self, round: u32) -> usize {
        let stands = self.stands();
        let differences = |edition: usize| changed(&self.editions[edition], &stands);
        (0..2).find(|&edition| differences(edition).is_empty()).unwrap_or_else(|| {
            panic!(
                "round {round}: neither the old site {:?} nor the new {:?}",
                differences(0),
                differences(1)
            )
        })
    }

    /// Returns the entries of the output folder.
    fn neighbors(&self) -> Vec<String> {
        let entries = fs::read_dir(self.site.path().join("output")).expect("the output");
        entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect()
    }

    /// Asserts that the next build succeeds and leaves nothing beside the site.
    #[track_caller]
    fn mends(&self, edition: usize) {
        self.turn_to(edition);
        self.site.run(&["build", "--quiet"]).done();
        assert_eq!(changed(&self.editions[edition], &self.stands()), [""; 0]);
        assert_eq!(self.neighbors(), ["site"]);
    }
}

#[test]
fn over_a_site_that_stands() {
    let ground = Ground::new();
    let mut dice = Dice(0x006b_6172_6e61_6d65);
    let (mut killed, mut left) = (0, 0);
    for round in 0..TIMES {
        let next = 1 - ground.edition(round);
        ground.turn_to(next);
        killed += u32::from(ground.kill_after(dice.share(ground.whole)));
        left += u32::from(ground.neighbors().len() > 1);
        ground.edition(round);
    }
    // Otherwise the test would prove nothing.
    assert!(killed > TIMES / 2, "{killed} of {TIMES} builds were still at work");
    assert!(left > 0, "no build was killed while it wrote");
    ground.mends(0);
}

/// The end of a build is the most dangerous part: the swap and the deletion of the old site.
#[test]
fn close_to_the_end() {
    let ground = Ground::new();
    let mut dice = Dice(0x0065_6e64);
    for round in 0..TIMES {
        let next = 1 - ground.edition(round);
        ground.turn_to(next);
        let former = ground.trace();
        let staged = ground.site.path().join("output/.site.karnameh-new/manifest.json");
        let mut child = ground.start();
        // In every other round, kill at the first change to the site; otherwise during the sync to disk.
        let is_first_sign = round % 2 == 0;
        let begin = Instant::now();
        while !(if is_first_sign { ground.trace() != former } else { staged.exists() })
            && begin.elapsed() < 20 * ground.whole
            && child.try_wait().expect("ours").is_none()
        {
            thread::sleep(Duration::from_micros(20));
        }
        if !is_first_sign {
            thread::sleep(dice.share(ground.whole / 10));
        }
        child.kill().expect("it is ours");
        child.wait().expect("it ended");
        ground.edition(round);
    }
    ground.mends(1);
}

#[test]
fn where_no_site_stands_yet() {
    let ground = Ground::new();
    let mut dice = Dice(0x0066_6972_7374);
    for round in 0..FIRST_TIMES {
        fs::remove_dir_all(ground.site.output()).expect("the site");
        ground.kill_after(dice.share(ground.whole));
        let stands = ground.stands();
        let is_whole = changed(&ground.editions[1], &stands).is_empty();
        assert!(is_whole || stands.files().next().is_none(), "round {round}");
        ground.mends(1);
    }
}
