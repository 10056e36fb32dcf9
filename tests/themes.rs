//! Tests of custom themes: overriding single files, reporting errors, and never publishing a broken site.

use crate::support::{Run, Site, Tree, changed, has_ending};

const SETTINGS: &str = "title: کارنامهٔ آزمایشی\nprovince: قم\ntheme: own\n";

/// The site with a custom theme.
fn site(files: &[(&str, &str)]) -> Site {
    let site = Site::with(&[("content/site.yml", SETTINGS)]);
    // Any folder is a theme; it may be nearly empty.
    site.write("themes/own/theme.yaml", "name: own\n");
    for (name, text) in files {
        site.write(&format!("themes/own/{name}"), text);
    }
    site
}

/// Asserts that a theme fails the build, publishes nothing, and leaves the old site unchanged.
#[track_caller]
fn refused(files: &[(&str, &str)]) -> Run {
    let site = Site::new();
    let before = site.build();
    site.write("content/site.yml", SETTINGS);
    site.write("themes/own/theme.yaml", "name: own\n");
    for (name, text) in files {
        site.write(&format!("themes/own/{name}"), text);
    }
    let checked = site.run(&["check", "--format", "json"]).ends(1);
    let built = site.run(&["build", "--format", "json"]).ends(1);
    assert_eq!(checked.places(), built.places());
    assert_eq!(changed(&before, &Tree::of(&site.output())), [""; 0]);
    let beside: Vec<_> = Tree::of(&site.path().join("output"))
        .files()
        .map(|(name, _)| name.to_owned())
        .filter(|name| !name.starts_with("site/"))
        .collect();
    assert_eq!(beside, [""; 0]);
    built
}

/// Returns the style sheet to which a page links.
fn style(tree: &Tree) -> String {
    let home = tree.text("index.html");
    let address = home.split("<link rel=\"stylesheet\" href=\"").nth(1).expect("a style sheet");
    address.split('"').next().expect("a part").to_owned()
}

#[test]
fn an_empty_theme_is_the_built_in_one() {
    let plain = Site::new();
    let own = site(&[]);
    // Only the settings differ: the manifest changes, the pages do not.
    assert_eq!(changed(&plain.build(), &own.build()), ["~ manifest.json"]);
}

#[test]
fn one_template_is_overridden() {
    let before = site(&[]).build();
    let own = site(&[(
        "templates/domain.html",
        "{% extends \"base.html\" %}\n{% block main %}<h1>ققنوس</h1>{% endblock %}\n",
    )]);
    let changed: Vec<_> = changed(&before, &own.build());
    assert_eq!(changed, ["~ domains/sport.html", "~ manifest.json"]);
    let page = own.read("output/site/domains/sport.html");
    assert!(page.contains("<h1>ققنوس</h1>") && page.contains("Content-Security-Policy"), "{page}");
}

#[test]
fn a_template_extends_the_one_that_it_overrides() {
    let own = site(&[(
        "templates/base.html",
        "{% extends \"@builtin/base.html\" %}\n{% block main %}<p>ققنوس</p>{{ super() }}{% endblock %}\n",
    )]);
    own.run(&["build"]).done();
}

#[test]
fn the_style_sheet_is_overridden() {
    let before = site(&[]).build();
    let own = site(&[("assets/karnameh.css", "body { color: #123456 }\n")]);
    let after = own.build();
    assert_ne!(style(&before), style(&after));
    assert!(after.text(&style(&after)).contains("#123456"));
    assert!(!after.has(&style(&before)));
    for (name, html) in after.pages().filter(|(name, _)| *name != "404.html") {
        let depth = "../".repeat(name.matches('/').count());
        assert!(html.contains(&format!("href=\"{depth}{}\"", style(&after))), "{name}");
    }
    // All other files come from the built-in theme.
    let scripts = |tree: &Tree| -> Vec<String> {
        tree.files()
            .map(|(name, _)| name.to_owned())
            .filter(|name| has_ending(name, "js") || has_ending(name, "woff2"))
            .collect()
    };
    assert_eq!(scripts(&before), scripts(&after));
}

#[test]
fn an_asset_is_added_and_named_by_its_hash() {
    let own = site(&[
        ("assets/karnameh.css", "body { background: url(tile.png) }\n"),
        ("assets/tile.png", "one"),
        ("assets/NOTICE.txt", "x"),
    ]);
    let tile = |tree: &Tree| {
        let names: Vec<_> = tree
            .files()
            .map(|(name, _)| name.to_owned())
            .filter(|name| name.starts_with("assets/tile."))
            .collect();
        let [name] = &names[..] else { panic!("{names:?}") };
        let hash = name.split('.').nth(1).expect("a hash");
        assert!(hash.len() == 8 && hash.chars().all(|digit| digit.is_ascii_hexdigit()), "{name}");
        name.clone()
    };
    let one = own.build();
    assert!(one.has("assets/NOTICE.txt"), "texts of licenses keep their names");
    let reference = |tree: &Tree| tree.text(&style(tree)).contains(tile(tree).trim_start_matches("assets/"));
    assert!(reference(&one));
    assert_eq!(changed(&one, &own.build()), [""; 0]);
    own.write("themes/own/assets/tile.png", "two");
    let two = own.build();
    assert_ne!(tile(&one), tile(&two));
    assert_ne!(style(&one), style(&two), "what refers to it changes with it");
    assert!(reference(&two));
    // Hosts may cache a file forever only if its name contains the hash of its contents.
    let plain: Vec<_> = two
        .files()
        .map(|(name, _)| name)
        .filter(|name| name.starts_with("assets/") && !has_ending(name, "txt"))
        .filter(|name| name.split('.').count() < 3)
        .collect();
    assert_eq!(plain, [""; 0]);
}

#[test]
fn a_broken_template_is_told_with_its_line() {
    let head = "{% extends \"base.html\" %}\n{% block main %}\n";
    for (text, expected) in [
        (format!("{head}{{% if view.lede %}}\n{{% endblock %}}\n"), "K0504 @:4:4"),
        (format!("{head}  {{{{ view. }}}}\n{{% endblock %}}\n"), "K0504 @:3:12"),
        (format!("{head}{{{{ view.lede | shout }}}}\n{{% endblock %}}\n"), "K0505 @:3:16"),
        (format!("{head}{{{{ <nothing/> }}}}\n{{% endblock %}}\n"), "K0505 @:3:4"),
        ("{% extends \"nothing.html\" %}\n".to_owned(), "K0505 @:1:13"),
        (format!("{head}<p>{{{{ view.nothing }}}}</p>\n{{% endblock %}}\n"), "K0506 @:3:12"),
        (format!("{head}{{{{ nothing }}}}\n{{% endblock %}}\n"), "K0506 @:3:4"),
        (format!("{head}{{{{ page.title | safe }}}}\n{{% endblock %}}\n"), "K0507 @:3:17"),
        (format!("{head}\n\n{{% filter safe %}}x{{% endfilter %}}\n{{% endblock %}}\n"), "K0507 @:5:11"),
    ] {
        let file = "themes/own/templates/home.html";
        let run = refused(&[("templates/home.html", &text)]);
        assert_eq!(run.places(), [expected.replace('@', file)], "{text}\n{}", run.stdout);
        let found = &run.findings()[0];
        assert!(!found.fa.is_empty() && !found.en.is_empty(), "{found:?}");
    }
}

/// The message shows the line in the template itself.
#[test]
fn a_broken_template_is_shown() {
    let own = site(&[("templates/home.html", "<p>\n{{ page.title | safe }}\n</p>\n")]);
    let told = own.run(&["build", "--lang", "en"]).ends(1).stderr;
    assert!(told.contains("themes/own/templates/home.html:2:17"), "{told}");
    assert!(told.contains("2 | {{ page.title | safe }}\n"), "{told}");
    let line = told.lines().find(|line| line.contains('^')).expect("a caret");
    let shown = told.lines().find(|line| line.contains("| safe")).expect("the line");
    assert_eq!(line.find('^'), shown.find("safe"), "{told}");
    assert!(told.contains("hint: "), "{told}");
}

/// One run reports all templates with syntax errors.
#[test]
fn all_broken_templates_are_told_at_once() {
    let run = refused(&[
        ("templates/home.html", "{% if %}"),
        ("templates/domain.html", "<p>{{ x | safe }}</p>"),
        ("templates/agency.html", "\n{% for %}"),
    ]);
    let files: Vec<_> = run.findings().into_iter().map(|found| found.file).collect();
    assert_eq!(
        files,
        [
            "themes/own/templates/agency.html",
            "themes/own/templates/domain.html",
            "themes/own/templates/home.html"
        ]
    );
}

/// Pages without records are rendered too, so that an empty site does not hide a broken theme.
#[test]
fn a_template_that_no_page_uses_is_still_parsed() {
    refused(&[("templates/visits.html", "{% if %}")]);
    refused(&[("templates/of-my-own.html", "{{ x | safe }}")]);
}

#[test]
fn the_sheet_refers_to_nothing_elsewhere() {
    for (css, column) in [
        ("body { background: url(https://example.ir/x.png) }\n", 24),
        ("body { background: url('//example.ir/x.png') }\n", 25),
        ("body { background: url(nothing.png) }\n", 24),
        ("body { background: url(../../content/site.yml) }\n", 24),
        ("@import url(https://example.ir/x.css);\n", 13),
        ("@import \"https://example.ir/x.css\";\n", 10),
    ] {
        let run = refused(&[("assets/karnameh.css", css)]);
        let [found] = &run.findings()[..] else { panic!("{css} {}", run.stdout) };
        assert_eq!(
            (found.code.as_str(), found.file.as_str(), found.line),
            ("K0508", "themes/own/assets/karnameh.css", 1),
            "{css}"
        );
        assert!(found.column.abs_diff(column) <= 1, "{css} {}", found.column);
    }
}

#[test]
fn text_that_is_not_utf8_is_told() {
    let own = site(&[]);
    own.write("themes/own/templates/home.html", b"<p>\xff</p>");
    let run = own.run(&["build", "--format", "json"]).ends(1);
    assert_eq!(run.places(), ["K0503 themes/own/templates/home.html:0:0"]);
}

#[cfg(unix)]
#[test]
fn links_out_of_the_theme_are_refused() {
    let own = site(&[]);
    std::fs::create_dir_all(own.path().join("themes/own/assets")).expect("a folder");
    std::os::unix::fs::symlink("/etc/passwd", own.path().join("themes/own/assets/passwd.txt"))
        .expect("a link");
    let run = own.run(&["build", "--format", "json"]).ends(1);
    assert_eq!(run.places(), ["K0502 themes/own/assets/passwd.txt:0:0"]);
    let away = Site::with(&[("content/site.yml", SETTINGS)]);
    std::fs::create_dir_all(away.path().join("themes")).expect("a folder");
    std::os::unix::fs::symlink("/etc", away.path().join("themes/own")).expect("a link");
    let run = away.run(&["build", "--format", "json"]).ends(1);
    assert_eq!(run.places(), ["K0502 themes/own:0:0"]);
}

/// The accent color becomes a style sheet of its own. A color with too little contrast is changed, with an advice.
#[test]
fn an_accent_is_a_sheet() {
    let with = |color: &str| {
        Site::with(&[("content/site.yml", &format!("title: x\nprovince: قم\naccent: '{color}'\n"))])
    };
    let good = with("#0a5c80");
    let run = good.run(&["build", "--format", "json"]).done();
    assert_eq!(run.places(), [""; 0]);
    let tree = Tree::of(&good.output());
    let sheet = tree
        .files()
        .map(|(name, _)| name.to_owned())
        .find(|name| name.starts_with("assets/accent."))
        .expect("a sheet");
    assert!(tree.pages().filter(|(name, _)| *name != "404.html").all(|(_, html)| html.contains(&sheet)));
    let pale = with("#ffff00").run(&["build", "--format", "json"]).done();
    assert_eq!(pale.places(), ["K0510 content/site.yml:3:9"]);
    let wrong = with("yellow").run(&["build", "--format", "json"]).ends(1);
    assert_eq!(wrong.places(), ["K0218 content/site.yml:3:9"]);
}
