//! Tests of every command through the built program: flags, exit status, messages and where they are printed.

use std::fs;

use crate::support::{Run, Site, Tree, changed, command, has_ending};

/// An error in the content, at 4:8 of its file.
const BROKEN: (&str, &str) = (
    "content/activities/broken.yml",
    "title: x\nneighborhood: sheikhabad\ndomain: sport\nstart: 1404/13/01\n",
);

/// A warning without an error: a file that is not read.
const WARNED: (&str, &str) = ("content/activities/notes.txt", "x");

mod help {
    use super::*;

    #[test]
    fn every_command_explains_itself() {
        let site = Site::empty();
        let top = site.run(&["--help"]).done().stdout;
        let names = [
            "init",
            "build",
            "check",
            "snapshot",
            "verify",
            "keygen",
            "share",
            "adopt",
            "diff",
            "publish",
            "explain",
            "completions",
        ];
        for name in names {
            assert!(top.contains(name), "{name}");
            let help = site.run(&[name, "--help"]).done().stdout;
            for flag in ["--source", "--lang", "--color", "--quiet", "--format"] {
                assert!(help.contains(flag), "{name} {flag}");
            }
        }
        assert!(site.run(&["--version"]).done().stdout.starts_with("karnameh 0."));
    }

    #[test]
    fn what_can_not_be_understood_is_usage() {
        let site = Site::new();
        for args in [
            &[][..],
            &["bulid"],
            &["build", "--outptu", "x"],
            &["build", "--lang", "de"],
            &["build", "--color", "often"],
            &["build", "--format", "xml"],
            &["build", "x"],
            &["check", "--force"],
            &["explain"],
            &["completions", "sushi"],
        ] {
            let run = site.run(args).ends(2);
            assert!(!run.stderr.is_empty() && run.stdout.is_empty(), "{args:?}");
        }
        assert!(!site.path().join("output").exists());
    }
}

mod build {
    use super::*;

    #[test]
    fn says_where_to_look() {
        let site = Site::new();
        let run = site.run(&["build"]).done();
        let entry = site.output().canonicalize().expect("it is built").join("index.html");
        assert_eq!(run.stdout.lines().last(), entry.to_str());
        assert!(run.stdout.contains("دوشنبه ۱۵ دی ۱۴۰۴"), "{}", run.stdout);
        assert_eq!(run.stderr, "");
        assert!(entry.is_file());
    }

    #[test]
    fn goes_where_it_is_told() {
        let site = Site::new();
        site.run(&["build", "--output", "there/it/is"]).done();
        assert!(site.path().join("there/it/is/index.html").is_file());
        assert!(!site.path().join("output").exists());
        site.run(&["build", "-o", "short"]).done();
        assert!(site.path().join("short/index.html").is_file());
    }

    #[test]
    fn source_is_another_folder() {
        let (site, elsewhere) = (Site::new(), Site::empty());
        let source = site.path().to_str().expect("a plain path");
        elsewhere.run(&["--source", source, "build"]).done();
        assert!(site.output().join("index.html").is_file(), "the default output lies under the source");
        elsewhere.run(&["build", "--source", source, "--output", "site"]).done();
        let (here, there) = (Tree::of(&elsewhere.path().join("site")), Tree::of(&site.output()));
        assert!(here == there);
    }

    #[test]
    fn no_content_is_usage() {
        let site = Site::empty();
        for args in [&["build"][..], &["check"], &["build", "--source", "nowhere"]] {
            let run = site.run(args).ends(2);
            assert!(run.stderr.contains("content") && run.stderr.contains("--source"), "{}", run.stderr);
            assert!(run.stdout.is_empty());
        }
        // A file with this name is not a folder.
        site.write("content", "x");
        site.run(&["build"]).ends(2);
        site.run(&["check"]).ends(2);
        assert!(!site.path().join("output").exists());
    }

    #[test]
    fn strict_makes_warnings_fail() {
        let site = Site::with(&[WARNED]);
        let plain = site.run(&["build", "--format", "json"]).done();
        assert_eq!(plain.places(), ["K0003 content/activities/notes.txt:0:0"]);
        let before = Tree::of(&site.output());
        let strict = site.run(&["build", "--strict", "--format", "json"]).ends(1);
        assert_eq!(
            strict.places(),
            ["K0003 content/activities/notes.txt:0:0", "K0333 content/activities/pitch.yml:1:1"]
        );
        assert!(Tree::of(&site.output()) == before);
    }

    #[test]
    fn strict_asks_running_activities_for_their_pillars() {
        let site = Site::new();
        site.run(&["check", "--strict"]).ends(1);
        site.write(
            "content/activities/pitch.yml",
            "title: زمین چمن\nneighborhood: sheikhabad\ndomain: sport\nstart: 1404/02/01\ndue: 1404/12/29\n\
             summary: یک زمین\nlead: sport-office\nresponsible: رئیس اداره\nmilestones: [{title: خاک‌برداری}]\n",
        );
        site.run(&["check", "--strict"]).done();
        site.run(&["build", "--strict"]).done();
    }

    #[test]
    fn force_takes_a_folder_that_is_not_ours() {
        let site = Site::new();
        site.write("output/site/letter.txt", "x");
        site.run(&["build"]).ends(2);
        assert_eq!(site.read("output/site/letter.txt"), "x");
        site.run(&["build", "--force"]).done();
        assert!(!site.output().join("letter.txt").exists());
    }

    #[test]
    fn timings_tell_each_stage() {
        let run = Site::new().run(&["build", "--timings"]).done();
        let lines = || run.stdout.lines().chain(run.stderr.lines()).filter(|line| line.ends_with(" ms"));
        let stages: Vec<_> = lines().filter_map(|line| line.split("  ").next()).collect();
        let expected =
            ["read", "theme", "measure", "media", "lay out", "data", "render", "files", "publish", "total"];
        assert_eq!(stages, expected);
    }

    /// The first build has nothing to compare with, so it reports no comparison.
    #[test]
    fn says_how_little_changed() {
        let site = Site::new();
        let line = |lang| {
            let built = site.run(&["build", "--as-of", "1404/10/15", "--lang", lang]).done();
            built.stdout.lines().next().expect("a line").to_owned()
        };
        assert!(line("en").ends_with("pages as of 2026-01-05."));
        assert!(line("en").ends_with("pages as of 2026-01-05; no file changed."));
        assert!(line("fa").ends_with("؛ هیچ فایلی تغییر نکرده است."));
        site.edit("content/domains/sport.yml", "ورزش", "ورزش و جوانان");
        let changed = line("en");
        let mut words = changed.rsplit(' ').skip(2);
        let files: Option<u32> = words.next().and_then(|word| word.parse().ok());
        let same: Option<u32> = words.nth(1).and_then(|word| word.parse().ok());
        assert!(changed.ends_with(" files unchanged.") && same > Some(0) && same < files, "{changed}");
    }
}

mod day {
    use super::*;

    /// Returns the report's day as printed by a build.
    fn day_of(run: &Run) -> String {
        let after = run.stdout.split("as of ").nth(1).expect("it says the day");
        after.chars().take(10).collect()
    }

    #[test]
    fn is_written_in_every_form() {
        let site = Site::new();
        for form in
            ["1404/10/15", "۱۴۰۴/۱۰/۱۵", "١٤٠٤-١٠-١٥", "15 دی 1404", "۱۵ دی ۱۴۰۴", "2026-01-05", "2026/1/5"]
        {
            let run = site.run(&["check", "--lang", "en", "--as-of", form]).done();
            assert_eq!(day_of(&run), "2026-01-05", "{form}");
        }
    }

    #[test]
    fn that_is_no_day_is_usage() {
        let site = Site::new();
        for (form, said) in [
            ("1404/12/30", "1404/12/29"),
            ("1404/13/01", "no month 13"),
            ("فردا", ""),
            ("04/10/15", ""),
            ("041015", ""),
            ("1404.10.15", ""),
            ("0001-01-01", ""),
            ("2026-02-30", ""),
            ("یکشنبه ۱۵ دی ۱۴۰۴", "Monday"),
            ("", ""),
        ] {
            for command in ["build", "check"] {
                let run = site.run(&[command, "--lang", "en", "--as-of", form]).ends(2);
                assert!(run.stderr.starts_with("--as-of: ") && run.stderr.contains(said), "{}", run.stderr);
                assert!(run.stdout.is_empty());
            }
        }
        assert!(!site.path().join("output").exists());
    }

    /// F1: `--as-of`, otherwise `as_of`, otherwise `SOURCE_DATE_EPOCH`, otherwise today.
    #[test]
    fn comes_from_the_first_that_gives_one() {
        let site = Site::new();
        let at = |args: &[&str], epoch: &str| {
            let all = [&["check", "--lang", "en"], args].concat();
            day_of(&Run::of(command(site.path()).args(all).env("SOURCE_DATE_EPOCH", epoch)).done())
        };
        assert_eq!(
            at(&[], "1767645000"),
            "2026-01-06",
            "half past eight in the evening of UTC: Tehran's next day"
        );
        assert_eq!(at(&[], "1767644999"), "2026-01-05");
        assert_eq!(at(&[], "0"), "1970-01-01");
        site.write("content/site.yml", "title: x\nprovince: قم\nas_of: 1404/08/01\n");
        assert_eq!(at(&[], "1767645000"), "2025-10-23");
        assert_eq!(at(&["--as-of", "1404/09/01"], "1767645000"), "2025-11-22");
    }

    #[test]
    fn of_an_epoch_that_is_none_is_usage() {
        let site = Site::new();
        for epoch in ["yesterday", "1e9", "99999999999999999999", "9223372036854775807"] {
            let run = Run::of(command(site.path()).arg("build").env("SOURCE_DATE_EPOCH", epoch)).ends(2);
            assert!(run.stderr.contains("SOURCE_DATE_EPOCH"), "{}", run.stderr);
        }
        Run::of(command(site.path()).arg("check").env("SOURCE_DATE_EPOCH", "")).done();
    }

    #[test]
    fn may_be_long_ago_or_far_ahead() {
        let site = Site::new();
        for day in ["1300/01/01", "1350/06/31", "1500/12/29", "1921-03-21"] {
            site.run(&["build", "--as-of", day]).done();
        }
    }
}

mod check {
    use super::*;

    #[test]
    fn writes_nothing() {
        let site = Site::new();
        let before = Tree::of(site.path());
        let run = site.run(&["check"]).done();
        assert!(run.stdout.starts_with("رکوردها درست است"), "{}", run.stdout);
        assert!(Tree::of(site.path()) == before);
    }

    /// `check` and `build` agree in every case, including their findings.
    #[test]
    fn passes_exactly_when_build_does() {
        let template = "themes/own/templates/home.html";
        let site_with_theme = "title: x\nprovince: قم\ntheme: own\n";
        let cases: &[&[(&str, &str)]] = &[
            &[],
            &[BROKEN],
            &[WARNED],
            &[("content/site.yml", "title: x\n")],
            &[("content/static/index.html.txt", "x")],
            &[("content/static/manifest.json", "{}")],
            &[("content/static/Data/progress.json", "{}")],
            &[("content/static/activities", "a file where the site has a folder")],
            &[("content/static/a:b.txt", "a name that Windows can't hold")],
            &[("content/static/dot./a.txt", "another")],
            &[("content/static/a.txt", "1"), ("content/static/A.txt", "2")],
            &[("content/static/b/c.txt", "1"), ("content/static/B/d.txt", "2")],
            &[("content/site.yml", "title: x\nprovince: قم\ntheme: none\n")],
            &[("content/site.yml", site_with_theme), (template, "{{ page.nothing }}")],
            &[("content/site.yml", site_with_theme), (template, "{% if %}")],
            &[("content/pages/about.md", "---\ntitle: x\n---\n[x](nowhere/at-all.html)\n")],
        ];
        for case in cases {
            let site = Site::with(case);
            for strict in [&[][..], &["--strict"]] {
                let run = |command| site.run(&[&[command, "--format", "json"], strict].concat());
                let (checked, built) = (run("check"), run("build"));
                let names: Vec<_> = case.iter().map(|(name, _)| name).collect();
                assert_eq!(checked.status, built.status, "{names:?} {checked:?} {built:?}");
                assert_eq!(checked.places(), built.places(), "{names:?}");
                assert_eq!(site.output().exists(), site.output().join("index.html").exists(), "{names:?}");
            }
        }
    }

    #[test]
    fn report_is_a_page_of_its_own() {
        let site = Site::with(&[BROKEN]);
        site.run(&["check", "--report", "report.html"]).ends(1);
        let page = site.read("report.html");
        assert!(page.contains("<html lang=\"fa\" dir=\"rtl\""), "{page}");
        assert!(page.contains("K0210 · content/activities/broken.yml:4:8"), "{page}");
        assert!(page.contains("1404/13/01"), "the line itself");
        for bad in ["http:", "https:", "<script", " style="] {
            assert!(!page.contains(bad), "{bad}");
        }
        site.remove(BROKEN.0);
        site.run(&["check", "--report", "report.html"]).done();
        assert!(site.read("report.html").contains("خطایی نیست"));
    }

    #[test]
    fn report_escapes_what_it_cites() {
        let hostile = "title: x\nneighborhood: '<script>alert(1)</script>'\ndomain: sport\n";
        let site = Site::with(&[("content/activities/a.yml", hostile)]);
        site.run(&["check", "--report", "report.html"]).ends(1);
        let page = site.read("report.html");
        assert!(!page.contains("<script") && page.contains("&lt;script&gt;"), "{page}");
    }

    #[test]
    fn report_that_can_not_be_written_is_the_machine() {
        let run = Site::new().run(&["check", "--report", "no/such/folder/report.html"]).ends(3);
        assert!(run.stderr.contains("report.html"), "{}", run.stderr);
    }
}

mod init {
    use super::*;

    #[test]
    fn makes_a_project_that_builds() {
        let site = Site::empty();
        let run = site.run(&["init"]).done();
        for (name, _) in Tree::of(site.path()).files() {
            assert!(run.stdout.contains(name), "{name} is told");
        }
        let built = site.run(&["build"]).done();
        assert_eq!(built.stderr, "", "a new project has no finding");
        assert!(site.output().join("index.html").is_file());
    }

    /// The new project must also build many years from now.
    #[test]
    fn makes_a_project_that_builds_on_any_day() {
        let site = Site::empty();
        site.run(&["init"]).done();
        for day in ["1403/01/01", "1410/01/01"] {
            site.run(&["build", "--as-of", day]).done();
        }
    }

    #[test]
    fn takes_title_and_province() {
        let site = Site::empty();
        let (title, province) = (r#"کارنامهٔ "ما": 50% # <b>\n"#, "سمنان: شرقی");
        site.run(&["init", "mine", "--title", title, "--province", province]).done();
        site.run(&["build", "--source", "mine"]).done();
        let home = site.read("mine/output/site/index.html");
        assert!(home.contains("سمنان: شرقی"));
        assert!(home.contains("&lt;b&gt;\\n") && !home.contains("<b>\\n"), "as it was typed");
        let next = site.run(&["init", "other", "--lang", "en"]).done().stdout;
        assert!(next.ends_with("karnameh build --source other\n"), "{next}");
    }

    #[test]
    fn never_overwrites() {
        let site = Site::empty();
        site.write("README.md", "ours");
        site.run(&["init"]).done();
        assert_eq!(site.read("README.md"), "ours");
        site.write("content/site.yml", "title: mine\nprovince: قم\n");
        let before = Tree::of(site.path());
        let run = site.run(&["init"]).ends(2);
        assert!(run.stderr.contains("content"), "{}", run.stderr);
        assert!(Tree::of(site.path()) == before);
    }

    #[test]
    fn never_writes_into_what_is_there() {
        // If the folder contains other content, nothing is written, although no name collides.
        let own = Site::empty();
        own.write("content/activities/mine.yml", "title: x\n");
        let before = Tree::of(own.path());
        own.run(&["init"]).ends(2);
        assert_eq!(changed(&before, &Tree::of(own.path())), [""; 0]);
        let site = Site::empty();
        site.write("content", "a file");
        site.run(&["init"]).ends(2);
        site.write("a-file", "x");
        site.run(&["init", "a-file"]).ends(3);
        assert_eq!((site.read("content"), site.read("a-file")), ("a file".to_owned(), "x".to_owned()));
    }

    #[cfg(unix)]
    #[test]
    fn writes_through_no_link() {
        let site = Site::empty();
        std::os::unix::fs::symlink("elsewhere", site.path().join("content")).expect("a link");
        site.run(&["init"]).ends(2);
        assert!(!site.path().join("elsewhere").exists());
    }
}

mod explain {
    use super::*;

    #[test]
    fn knows_every_code_in_both_languages() {
        let site = Site::empty();
        for code in karnameh::diag::codes::all() {
            let fa = site.run(&["explain", code.id]).done().stdout;
            let en = site.run(&["explain", code.id, "--lang", "en"]).done().stdout;
            assert!(fa.contains(code.text.fa) && en.contains(code.text.en), "{}", code.id);
            assert!(en.starts_with(&format!("{} {} ({})", code.id, code.name, code.severity.word())));
        }
    }

    #[test]
    fn takes_a_code_as_one_types_it() {
        let site = Site::empty();
        for typed in ["k0104", " K0104 ", "K0104"] {
            assert!(site.run(&["explain", typed]).done().stdout.starts_with("K0104 "), "{typed:?}");
        }
    }

    /// Every field of a kind is in its guide, with what it is for, in both languages.
    #[test]
    fn knows_every_kind_with_all_its_fields() {
        let site = Site::empty();
        for &kind in karnameh::model::RecordKind::ALL {
            let fa = site.run(&["explain", kind.fa()]).done().stdout;
            let en = site.run(&["explain", kind.folder(), "--lang", "en"]).done().stdout;
            assert_eq!(site.run(&["explain", kind.en()]).done().stdout, fa, "{kind:?}");
            for field in karnameh::model::all_fields(kind) {
                for field in [field].into_iter().chain(field.inner().into_iter().flatten()) {
                    assert!(fa.contains(field.fa) && fa.contains(field.sentence_fa), "{kind:?} {}", field.en);
                    assert!(en.contains(field.en) && en.contains(field.sentence_en), "{kind:?} {}", field.en);
                }
            }
            // A line that begins from left to right would be shown from the wrong side.
            for line in fa.lines().filter(|line| !line.is_empty()) {
                let first = line.trim_start().chars().next().expect("not blank");
                assert!(!first.is_ascii_alphanumeric() && first != '(', "{line}");
            }
        }
    }

    #[test]
    fn knows_a_field_wherever_it_is_and_by_all_its_names() {
        let site = Site::empty();
        let fa = site.run(&["explain", "تاریخ شروع"]).done().stdout;
        assert!(fa.starts_with("فعالیت ‹ شروع") || fa.contains("\nفعالیت ‹ شروع"), "{fa}");
        assert!(fa.contains("روز شروع، برابر برنامه."), "{fa}");
        let en = site.run(&["explain", "progress", "--lang", "en"]).done().stdout;
        assert!(
            en.contains("activity › updates › progress") && en.contains("visit › findings › progress"),
            "{en}"
        );
        assert!(site.run(&["explain", "site.yml"]).done().stdout.contains("استان"));
        let near = site.run(&["explain", "فعالیتت"]).ends(2).stderr;
        assert!(near.contains("«فعالیت»؟"), "{near}");
    }

    #[test]
    fn an_unknown_code_is_usage() {
        let site = Site::empty();
        for code in ["K9999", "104", "خطا", ""] {
            let run = site.run(&["explain", code]).ends(2);
            assert!(run.stderr.contains("K0104") && run.stdout.is_empty(), "{}", run.stderr);
        }
    }
}

mod completions {
    use super::*;

    #[test]
    fn are_written_for_each_shell() {
        let site = Site::empty();
        for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
            let text = site.run(&["completions", shell]).done().stdout;
            assert!(text.contains("karnameh") && text.contains("as-of"), "{shell}");
        }
    }
}

mod speech {
    use super::*;

    #[test]
    fn counts_of_what_there_is() {
        let site = Site::with(&[("content/neighborhoods/notes.txt", "x")]);
        let count = |lang| {
            let told = site.run(&["check", "--lang", lang]).done().stderr;
            told.lines().next_back().expect("a line").to_owned()
        };
        assert_eq!((count("en").as_str(), count("fa").as_str()), ("1 warning", "۱ هشدار"));
        site.write("content/neighborhoods/more.txt", "x");
        assert_eq!((count("en").as_str(), count("fa").as_str()), ("2 warnings", "۲ هشدار"));
    }

    #[test]
    fn persian_and_english() {
        let site = Site::with(&[BROKEN]);
        let fa = site.run(&["build"]).ends(1);
        let en = site.run(&["build", "--lang", "en"]).ends(1);
        assert!(fa.stderr.contains("راهنما: ") && fa.stderr.contains("۱ خطا"), "{}", fa.stderr);
        assert!(en.stderr.contains("hint: ") && en.stderr.contains("1 error"), "{}", en.stderr);
        assert!(fa.stdout.contains("چیزی منتشر نشد"), "{}", fa.stdout);
        assert!(en.stdout.contains("Nothing was published"), "{}", en.stdout);
        // A check never publishes, so its last line differs.
        let checked = site.run(&["check", "--lang", "en"]).ends(1);
        assert_eq!(checked.stdout, "The check failed: no site can be built from these records.\n");
        assert!(site.run(&["check"]).ends(1).stdout.starts_with("بررسی پذیرفته نشد"));
        for run in [fa, en] {
            // Code, place and the source line come first.
            assert!(run.stderr.starts_with("error[K0210]: start\n"), "{}", run.stderr);
            assert!(run.stderr.contains("content/activities/broken.yml:4:8"), "{}", run.stderr);
            assert!(run.stderr.contains("4 | start: 1404/13/01\n"), "{}", run.stderr);
        }
    }

    #[test]
    fn the_caret_stands_under_the_word() {
        let site = Site::with(&[BROKEN]);
        let told = site.run(&["build"]).ends(1).stderr;
        let under = |what: &str| {
            let line = told.lines().find(|line| line.contains(what)).expect("a line");
            line.chars().take_while(|letter| *letter != what.chars().next().expect("a letter")).count()
        };
        assert_eq!(under("1404/13/01"), under("^^^^^^^^^^"), "{told}");
    }

    #[test]
    fn quiet_says_errors_alone() {
        let good = Site::with(&[WARNED]).run(&["build", "--quiet"]).done();
        assert_eq!((good.stdout.as_str(), good.stderr.as_str()), ("", ""));
        let bad = Site::with(&[WARNED, BROKEN]).run(&["build", "-q"]).ends(1);
        assert_eq!(bad.stdout, "");
        assert!(bad.stderr.contains("K0210") && !bad.stderr.contains("K0003"), "{}", bad.stderr);
    }

    /// With `--strict` a warning fails the run, so even `--quiet` must explain it.
    #[test]
    fn quiet_says_what_failed() {
        let run = Site::with(&[WARNED]).run(&["check", "--strict", "--quiet"]).ends(1);
        assert!(run.stderr.contains("K0003") && run.stderr.contains("K0333"), "{}", run.stderr);
    }

    #[test]
    fn json_is_one_object_a_line() {
        let site = Site::with(&[WARNED, BROKEN]);
        for command in ["build", "check"] {
            let run = site.run(&[command, "--format", "json"]).ends(1);
            assert_eq!(run.stderr, "");
            let found = run.findings();
            let broken = found.iter().find(|found| found.code == "K0210").expect("the error");
            assert_eq!(broken.place(), "K0210 content/activities/broken.yml:4:8");
            assert_eq!((broken.severity.as_str(), broken.field.as_deref()), ("error", Some("start")));
            for text in [&broken.fa, &broken.en, &broken.hint_fa, &broken.hint_en] {
                assert!(!text.is_empty());
            }
            let warned = found.iter().find(|found| found.code == "K0003").expect("the warning");
            assert_eq!((warned.severity.as_str(), &warned.field), ("warning", &None));
        }
        let good = Site::new().run(&["build", "--format", "json"]).done();
        assert_eq!((good.stdout.as_str(), good.stderr.as_str()), ("", ""));
    }

    #[test]
    fn json_has_a_second_place() {
        let site = Site::with(&[("content/domains/other.yml", "- {id: sport, title: دیگر}\n")]);
        let found = site.run(&["check", "--format", "json"]).ends(1).findings();
        let doubled = found.iter().find(|found| found.code == "K0303").expect("a doubled id");
        let [other] = &doubled.related[..] else { panic!("{doubled:?}") };
        assert!(other.line > 0 && other.column > 0 && !other.fa.is_empty() && !other.en.is_empty());
        assert_ne!(other.file, doubled.file);
    }

    #[test]
    fn colors_only_where_they_are_asked_for() {
        let site = Site::with(&[BROKEN]);
        let escape = '\u{1b}';
        assert!(!site.run(&["check"]).ends(1).stderr.contains(escape));
        assert!(!site.run(&["check", "--color", "never"]).ends(1).stderr.contains(escape));
        assert!(site.run(&["check", "--color", "always"]).ends(1).stderr.contains(escape));
    }

    /// Prints at most 50 findings, one for each file before a second for any, and then a count.
    #[test]
    fn fifty_findings_and_a_count() {
        let site = Site::new();
        let record = |bad: &str| format!("title: x\nneighborhood: sheikhabad\ndomain: sport\n{bad}");
        let many: String = (0..60).map(|n| format!("unknown-{n}: x\n")).collect::<Vec<_>>().concat();
        site.write("content/activities/a-many.yml", record(&many));
        for n in 0..40 {
            site.write(&format!("content/activities/b-{n:02}.yml"), record("start: x\ndue: y\n"));
        }
        let all = site.run(&["check", "--format", "json"]).ends(1).findings();
        assert_eq!(all.len(), 60 + 80, "machines get all of them");
        let mut sorted: Vec<_> = all.iter().map(|found| (&found.file, found.line, found.column)).collect();
        sorted.sort();
        let order: Vec<_> = all.iter().map(|found| (&found.file, found.line, found.column)).collect();
        assert_eq!(order, sorted, "by place");

        let told = site.run(&["check", "--lang", "en"]).ends(1).stderr;
        let shown: Vec<_> = told.lines().filter_map(|line| line.trim().strip_prefix("--> ")).collect();
        assert_eq!(shown.len(), 50);
        for n in 0..40 {
            assert!(shown.iter().any(|place| place.contains(&format!("b-{n:02}.yml:4:"))), "{n}: {shown:?}");
        }
        assert!(told.ends_with("140 errors; 90 more not shown\n"), "{told}");
        let fa = site.run(&["check"]).ends(1).stderr;
        assert!(fa.ends_with("۱۴۰ خطا؛ ۹۰ مورد دیگر نشان داده نشد\n"), "{fa}");
    }

    #[test]
    fn never_a_path_of_the_machine_in_a_finding() {
        let site = Site::with(&[BROKEN, WARNED]);
        let run = site.run(&["check"]).ends(1);
        let path = site.path().to_str().expect("a plain path");
        assert!(!run.stderr.contains(path) && !run.stdout.contains(path), "{run:?}");
    }
}

/// A reader that closes the pipe early, such as `head`, does not make the run fail.
#[cfg(unix)]
mod broken_pipe {
    use std::process::{Command, Stdio};

    use super::*;

    /// Runs with both outputs connected to readers that have closed.
    fn to_nobody(site: &Site, args: &[&str]) -> Option<i32> {
        let closed = || {
            let (reader, writer) = std::io::pipe().expect("a pipe");
            drop(reader);
            Stdio::from(writer)
        };
        let mut command = Command::new(env!("CARGO_BIN_EXE_karnameh"));
        command.current_dir(site.path()).args(args).stdout(closed()).stderr(closed());
        command.status().expect("the program is built").code()
    }

    #[test]
    fn is_success() {
        let site = Site::new();
        for args in [
            &["build", "--timings"][..],
            &["check"],
            &["check", "--format", "json"],
            &["explain", "K0104"],
            &["completions", "bash"],
            &["--help"],
            &["--version"],
            &["init", "mine"],
        ] {
            assert_eq!(to_nobody(&site, args), Some(0), "{args:?}");
        }
        assert!(site.output().join("index.html").is_file());
    }

    /// A broken pipe must not turn an error into success.
    #[test]
    fn does_not_hide_errors() {
        let site = Site::with(&[BROKEN]);
        for args in [&["build"][..], &["check", "--format", "json"]] {
            assert_eq!(to_nobody(&site, args), Some(1), "{args:?}");
        }
        assert_eq!(to_nobody(&site, &["explain", "K9999"]), Some(2));
    }
}

/// Tests that files written beside the site do not become part of it.
#[test]
fn nothing_is_left_beside_the_site() {
    let site = Site::new();
    site.run(&["build"]).done();
    site.run(&["build"]).done();
    let beside: Vec<_> = fs::read_dir(site.path().join("output"))
        .expect("the output")
        .map(|entry| entry.expect("an entry").file_name())
        .collect();
    assert_eq!(beside, ["site"]);
    assert!(Tree::of(site.path()).files().all(|(name, _)| {
        name.starts_with("content/") || name.starts_with("output/site/") || has_ending(name, "md")
    }));
}
