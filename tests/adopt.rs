//! Tests of `adopt` through the built program: the whole way from one province to another, and rejected packages.

mod hostile;

use std::fs;
use std::path::PathBuf;

use serde_json::Value;

use crate::support::model_package::{MODEL, Opened, demo_package, sha256};
use crate::support::{Run, Site, Tree, changed, karnameh, left_out};

/// A new project of another province with other domains. `p.zip` beside it is the demo's package.
pub(crate) struct Elsewhere {
    folder: Site,
}

impl Elsewhere {
    pub(crate) fn new() -> Self {
        let folder = Site::empty();
        folder.run(&["init", "yazd", "--province", "یزد", "--title", "کارنامهٔ یزد"]).done();
        folder.write(
            "yazd/content/domains/example.yml",
            "- شناسه: kar\n  عنوان: کار و کارآفرینی\n- شناسه: education\n  عنوان: آموزش\n",
        );
        folder.write("p.zip", demo_package());
        Self { folder }
    }

    pub(crate) fn source(&self) -> PathBuf {
        self.folder.path().join("yazd")
    }

    pub(crate) fn tree(&self) -> Tree {
        Tree::of(&self.source())
    }

    pub(crate) fn write(&self, path: &str, bytes: impl AsRef<[u8]>) {
        self.folder.write(path, bytes);
    }

    pub(crate) fn adopt(&self, args: &[&str]) -> Run {
        karnameh(&self.source(), &[&["adopt", "../p.zip", "--into", "example"], args].concat())
    }

    fn run(&self, args: &[&str]) -> Run {
        karnameh(&self.source(), args)
    }

    fn read(&self, path: &str) -> String {
        fs::read_to_string(self.source().join("content").join(path)).unwrap_or_else(|_| panic!("no {path}"))
    }

    /// Edits every adopted file.
    fn edit_adopted(&self, edit: impl Fn(&str) -> String) {
        for (name, _) in self.tree().files().filter(|(name, _)| name.contains("adopted-")) {
            let path = self.source().join(name);
            fs::write(&path, edit(&fs::read_to_string(&path).expect("text"))).expect("written");
        }
    }
}

const MAPPED: &[&str] = &["--map", "domain:employment=kar", "--create"];

#[test]
fn a_model_goes_the_whole_way() {
    let there = Elsewhere::new();
    let run = there.adopt(&[MAPPED, &["--start", "1405/02/01"]].concat()).done();
    assert!(run.stdout.contains("استان قم") && run.stdout.contains("استان یزد"), "{}", run.stdout);
    // Drafts are checked but not published.
    assert_eq!(there.run(&["check", "--format", "json"]).done().places(), [""; 0]);
    there.run(&["build"]).done();
    assert!(!there.source().join(format!("output/site/models/{MODEL}.html")).exists());
    // If they are published without changes, the texts to localize are reported.
    there.edit_adopted(|text| text.replace("پیش‌نویس: بله\n", ""));
    let findings = there.run(&["build", "--format", "json"]).done().findings();
    assert!(findings.len() > 5 && findings.iter().all(|found| found.code == "K0334"), "{findings:?}");
    there.edit_adopted(|text| text.replace("⟦بومی‌سازی⟧", ""));
    assert_eq!(there.run(&["build", "--format", "json"]).done().places(), [""; 0]);
    let site = Tree::of(&there.source().join("output/site"));
    let page = site.text(&format!("models/{MODEL}.html"));
    assert!(page.contains("برگرفته از جای دیگر") && page.contains("استان قم"));
    assert!(page.contains(&sha256(demo_package())));
    assert!(page.contains("نتیجه در خاستگاه") && page.contains("۲۶ نفر"));
    assert!(page.contains("activities/sewing-workshop.html"), "its followers are on its page");
    assert!(site.text("activities/sewing-workshop.html").contains("کار و کارآفرینی"));
    assert!(site.text("models/index.html").contains("برگرفته از استان قم"));
}

#[test]
fn the_drafts_are_a_plan_of_ones_own() {
    let there = Elsewhere::new();
    there.adopt(&[MAPPED, &["--start", "1405/02/01"]].concat()).done();
    let model = there.read(&format!("models/adopted-{MODEL}/{MODEL}.md"));
    for line in [
        "پیش‌نویس: بله",
        "نمایشی: بله",
        "محله: example",
        "حوزه: kar",
        "  استان: قم",
        "  تاریخ: ۱۴۰۴/۱۰/۱۵",
        "مجوز: CC BY 4.0",
        "هزینه: متوسط",
        "گام‌ها:",
    ] {
        assert!(model.lines().any(|found| found == line), "{line} in\n{model}");
    }
    assert!(model.contains("مسئله: ⟦بومی‌سازی⟧ بانوان") && model.contains("تماس: ⟦بومی‌سازی⟧ "));
    assert!(!model.contains("activity:"), "links to their pages lead nowhere here");
    let activity = there.read(&format!("activities/adopted-{MODEL}/sewing-workshop.md"));
    for line in [
        "شروع: ۱۴۰۵/۰۲/۰۱",
        "مهلت: ۱۴۰۵/۰۹/۳۰",
        "    مهلت: ۱۴۰۵/۰۳/۳۱",
        "وزن: ۲",
        "الگو: neighborhood-sewing",
    ] {
        assert!(activity.lines().any(|found| found == line), "{line} in\n{activity}");
    }
    for gone in ["انجام:", "هزینه‌کرد", "گزارش‌ها:", "مقادیر:", "پایان:", "بهره‌مندان:", "وضعیت:"]
    {
        assert!(!activity.contains(gone), "{gone} in\n{activity}");
    }
}

#[test]
fn the_schedule_begins_with_the_report_where_nobody_says() {
    let there = Elsewhere::new();
    there.adopt(MAPPED).done();
    let activity = there.read(&format!("activities/adopted-{MODEL}/sewing-workshop.md"));
    assert!(activity.contains("شروع: ۱۴۰۴/۱۰/۱۵"), "{activity}");
    for start in ["1405/13/01", "2500-01-01", "1499/12/01"] {
        there.adopt(&[MAPPED, &["--start", start]].concat()).ends(2);
    }
}

#[test]
fn undoing_is_deleting_the_folders_that_it_names() {
    let there = Elsewhere::new();
    let before = there.tree();
    let told: Value =
        serde_json::from_str(&there.adopt(&[MAPPED, &["--format", "json"]].concat()).done().stdout)
            .expect("one object");
    let folders = told["folders"].as_array().expect("a list");
    assert!(folders.len() == 3 && told["dry_run"] == false);
    for folder in folders {
        let folder = folder.as_str().expect("a path");
        assert!(folder.ends_with(&format!("adopted-{MODEL}")));
        fs::remove_dir_all(there.source().join(folder)).expect("it was made");
    }
    // The folder of the kind may be new; a message about a kind without records would be noise.
    assert_eq!(changed(&before, &there.tree()), ["+ content/models/"]);
}

#[test]
fn a_dry_run_tells_the_same_and_writes_nothing() {
    let there = Elsewhere::new();
    let before = there.tree();
    let dry = there.adopt(&[MAPPED, &["--dry-run", "--format", "json"]].concat()).done();
    assert!(there.tree() == before);
    let wet = there.adopt(&[MAPPED, &["--format", "json"]].concat()).done();
    assert_eq!(dry.stdout.replace("\"dry_run\":true", "\"dry_run\":false"), wet.stdout);
}

#[test]
fn nothing_is_overwritten() {
    let there = Elsewhere::new();
    there.write(
        "yazd/content/activities/own.yml",
        "- {شناسه: sewing-workshop, عنوان: کار خودمان, محله: example, حوزه: kar}\n- {شناسه: home-business-loans, عنوان: پیش‌نویس خودمان, محله: example, حوزه: kar, پیش‌نویس: بله}\n",
    );
    there.adopt(MAPPED).done();
    let folder = format!("activities/adopted-{MODEL}");
    assert!(there.read(&format!("{folder}/sewing-workshop-2.md")).contains("شناسه: sewing-workshop-2\n"));
    assert!(there.read(&format!("{folder}/home-business-loans-2.md")).contains("شناسه"));
    there.run(&["check"]).done();
    let before = there.tree();
    let run = there.adopt(MAPPED).ends(2);
    assert!(run.stderr.contains("adopted-"), "{}", run.stderr);
    assert!(there.tree() == before);
}

#[test]
fn what_is_mapped_to_nothing_is_told_and_nothing_written() {
    let there = Elsewhere::new();
    let before = there.tree();
    let run = there.adopt(&["--lang", "en"]).ends(1);
    for name in ["employment", "relief-committee", "vocational", "--map", "--create"] {
        assert!(run.stderr.contains(name), "{name}: {}", run.stderr);
    }
    let told: Value = serde_json::from_str(&there.adopt(&["--format", "json"]).ends(1).stdout).expect("JSON");
    assert_eq!(told["refused"], true);
    assert!(there.tree() == before);
}

#[test]
fn domains_and_agencies_are_mapped_by_title_and_by_hand() {
    let there = Elsewhere::new();
    there.write(
        "yazd/content/agencies/own.yml",
        "- {شناسه: emdad, عنوان: کميته امداد}\n- {شناسه: fani, عنوان: اداره‌کل آموزش فنی و حرفه‌ای استان یزد}\n",
    );
    there.write("yazd/content/domains/work.yml", "عنوان: اشتغال\n");
    let maps = ["agency:charity=emdad", "agency:آموزش و پرورش=example-office", "دستگاه:labour=fani"];
    let args: Vec<_> = maps.iter().flat_map(|map| ["--map", map]).collect();
    there.adopt(&args).done();
    let activity = there.read(&format!("activities/adopted-{MODEL}/sewing-workshop.md"));
    assert!(activity.contains("حوزه: work\n") && activity.contains("دستگاه مسئول: emdad\n"), "{activity}");
    assert!(activity.contains("همکاران:\n  - fani\n  - example-office\n"), "{activity}");
    assert!(!there.source().join("content/agencies").join(format!("adopted-{MODEL}")).exists());
    there.run(&["check"]).done();
}

/// Returns the output of a terminal session with these lines as input, using `script` of util-linux; `None` without it.
#[cfg(target_os = "linux")]
fn at_a_terminal(there: &Elsewhere, args: &str, typed: &str) -> Option<(i32, String)> {
    use std::io::Write as _;
    use std::process::{Command, Stdio};
    let line = format!("'{}' {args}", env!("CARGO_BIN_EXE_karnameh"));
    let mut child = Command::new("script")
        .args(["-qec", &line, "/dev/null"])
        .current_dir(there.source())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .ok()?;
    child.stdin.take().expect("a pipe").write_all(typed.as_bytes()).expect("it listens");
    let output = child.wait_with_output().expect("it ended");
    Some((output.status.code().unwrap_or(-1), String::from_utf8_lossy(&output.stdout).into_owned()))
}

#[cfg(target_os = "linux")]
#[test]
fn what_the_command_line_does_not_say_is_asked_at_a_terminal() {
    let there = Elsewhere::new();
    let before = there.tree();
    let office = "example-office\n".repeat(4);
    // Each question gets a wrong answer first. The last question gets no answer, which aborts.
    let wrong = format!("نیست\nمحلهٔ شما\nفردا\n1405/02/01\nورزش\nkar\n{office}\n");
    let Some((status, said)) = at_a_terminal(&there, "adopt ../p.zip", &wrong) else {
        left_out("script");
        return;
    };
    assert_eq!(status, 1, "{said}");
    assert!(said.contains("محلهٔ شما (example)") && said.contains("چیزی نوشته نشد"), "{said}");
    for told in ["«نیست» شناسه یا عنوان", "تاریخ نیست", "«ورزش» شناسه یا عنوان هیچ حوزهٔ شما نیست"]
    {
        assert!(said.contains(told), "{told}: {said}");
    }
    assert!(there.tree() == before);
    let right = format!("example\n1405/02/01\nkar\n{office}example-office\n");
    let (status, said) = at_a_terminal(&there, "adopt ../p.zip", &right).expect("as before");
    assert_eq!(status, 0, "{said}");
    assert!(there.read("models/adopted-neighborhood-sewing/neighborhood-sewing.md").contains("حوزه: kar"));
    assert!(
        there.read("activities/adopted-neighborhood-sewing/home-business-loans.md").contains("1405/02/01")
            || said.contains("۱۴۰۵/۰۲/۰۱")
    );
}

#[test]
fn a_command_line_that_can_not_be_followed_is_usage() {
    let there = Elsewhere::new();
    there.write("empty/x", "");
    let before = there.tree();
    for (args, said) in [
        (&["adopt", "../none.zip", "--into", "example"][..], "none.zip"),
        (&["adopt", "..", "--into", "example"], ".."),
        (&["adopt", "../p.zip"], "--into"),
        (&["adopt", "../p.zip", "--into", "exampel"], "example"),
        (&["adopt", "../p.zip", "--into", "example", "--map", "x"], "--map"),
        (&["adopt", "../p.zip", "--into", "example", "--map", "model:a=b"], "--map"),
        (&["adopt", "../p.zip", "--into", "example", "--map", "agency:nobody=example-office"], "nobody"),
        (
            &["adopt", "../p.zip", "--into", "example", "--map", "agency:charity=exmple-office"],
            "example-office",
        ),
        (&["adopt", "../p.zip", "--into", "example", "--start", "soon"], "--start"),
        (&["adopt", "../p.zip", "--into", "example", "--source", "../empty"], "content"),
    ] {
        let run = there.run(args).ends(2);
        assert!(run.stderr.contains(said), "{args:?}: {}", run.stderr);
    }
    assert!(there.tree() == before);
}

#[test]
fn ones_own_errors_come_first() {
    let there = Elsewhere::new();
    there.write("yazd/content/activities/broken.yml", "عنوان: x\n");
    let before = there.tree();
    assert!(!there.adopt(&[MAPPED, &["--format", "json"]].concat()).ends(1).findings().is_empty());
    assert!(there.tree() == before);
}

#[test]
fn awkward_texts_come_through_as_they_are() {
    let there = Elsewhere::new();
    let mut package = Opened::demo();
    let awkward = "- [x] \"الف\": 'ب' # پ | ت {ث} & *ج* <b>\n\n> نقل\n\n```\nکد: [x](y)\n```\n\n۱. الف";
    let model = format!("content/models/{MODEL}.md");
    package.set_field(&model, "/راهکار", awkward.into());
    package.set_field(&model, "/عنوان", "no: \"yes\" # {x} | [y]".into());
    package.set_field("content/activities/sewing-workshop.md", "/مراحل/0/عنوان", "---".into());
    package.put(&model, format!("{}\n\n{awkward}\n", package.text(&model)));
    there.write("p.zip", package.close());
    there.adopt(MAPPED).done();
    there.edit_adopted(|text| text.replace("پیش‌نویس: بله\n", ""));
    there.run(&["build"]).done();
    let site = Tree::of(&there.source().join("output/site"));
    let page = site.text(&format!("models/{MODEL}.html"));
    assert!(
        page.contains("no: &quot;yes&quot; # {x} | [y]") || page.contains("no: \"yes\" # {x} | [y]"),
        "{page}"
    );
    assert!(page.contains("&lt;b&gt;") && page.contains("<blockquote>"));
}

#[test]
fn what_was_adopted_can_be_handed_on() {
    let there = Elsewhere::new();
    there.adopt(MAPPED).done();
    there.edit_adopted(|text| text.replace("پیش‌نویس: بله\n", ""));
    there.run(&["share", MODEL, "-o", "../q.zip"]).done();
    let package = Opened::read(&there.folder.path().join("q.zip"));
    assert_eq!(package.value(&format!("content/models/{MODEL}.md"), "/خاستگاه/استان"), "قم");
    let third = Elsewhere::new();
    third.write("p.zip", package.close());
    third.adopt(&["--create"]).done();
    let model = third.read(&format!("models/adopted-{MODEL}/{MODEL}.md"));
    assert!(
        model.contains("  استان: یزد") && model.contains("# آن‌جا هم از استان قم گرفته شده بود."),
        "{model}"
    );
    assert!(!model.contains("⟦بومی‌سازی⟧ ⟦بومی‌سازی⟧"));
}
