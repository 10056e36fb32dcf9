//! The engine and the theme as a whole: a page with every component, overriding, what is told of broken templates.

mod fixture;

use std::fs;
use std::path::Path;

use super::*;

/// A site whose theme `own` holds the given files.
fn site_with(files: &[(&str, &str)]) -> tempfile::TempDir {
    let site = tempfile::tempdir().expect("a temporary folder");
    for (path, text) in files {
        let path = site.path().join("themes/own").join(path);
        fs::create_dir_all(path.parent().expect("a file has a folder")).expect("a folder of a temporary site");
        fs::write(path, text).expect("a file of a temporary site");
    }
    site
}

fn load(files: &[(&str, &str)]) -> (Theme, Vec<Diagnostic>) {
    let site = site_with(files);
    Theme::load("own", site.path())
}

fn states_theme() -> Theme {
    let (theme, found) = load(&[("templates/states.html", include_str!("states.html"))]);
    assert_eq!(found, []);
    theme
}

fn states_page() -> String {
    let theme = states_theme();
    let renderer = Renderer::new(&theme, &fixture::chrome()).unwrap_or_else(|found| panic!("{found:#?}"));
    let view = fixture::view(theme.icons().map(str::to_owned));
    let mut page = Vec::new();
    renderer.render(&fixture::frame(), &view, &mut page).unwrap_or_else(|found| panic!("{found:#?}"));
    String::from_utf8(page).expect("a page is text")
}

/// Writes the fixture page with its assets to `target/states`, where a developer can look at it.
#[test]
fn every_component_in_every_state() {
    let page = states_page();
    assert!(!page.contains("style=\""), "the page's policy forbids style attributes");
    assert!(!page.contains("undefined") && !page.contains(">none<"), "a value was printed that is none");
    let out = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/states");
    let put = |address: &str, bytes: &[u8]| {
        let path = out.join(address);
        fs::create_dir_all(path.parent().expect("a file has a folder")).expect("target can be written");
        fs::write(path, bytes).expect("target can be written");
    };
    put("about/states.html", page.as_bytes());
    for asset in states_theme().assets() {
        put(&asset.address, &asset.bytes);
    }
}

/// Not a judgment, a look: `cargo test --release --lib render::tests::speed -- --ignored --nocapture`.
#[test]
#[ignore = "a measurement"]
fn speed() {
    let theme = states_theme();
    measured("load the theme", 20, || drop(states_theme()));
    let renderer = Renderer::new(&theme, &fixture::chrome()).unwrap_or_else(|found| panic!("{found:#?}"));
    measured("set up the renderer", 20, || drop(Renderer::new(&theme, &fixture::chrome())));
    let (frame, view) = (fixture::frame(), fixture::view(theme.icons().map(str::to_owned)));
    let mut page = Vec::new();
    measured("render the fixture", 300, || renderer.render(&frame, &view, &mut page).expect("it renders"));
    measured("serialize its view", 300, || drop(Value::from_serializable(&view)));
    measured("look for its icons", 300, || drop(renderer.sprite.named(&page)));
    let mut context = Context::new();
    context.insert_value("page", Value::from_serializable(&frame));
    context.insert_value("view", Value::from_serializable(&view));
    renderer.share(&frame, &renderer.depths[1], &mut context);
    let mut tera = renderer.tera.clone();
    for (what, text) in [
        ("10 rows of a schedule", "{% for group in view.gantt.groups %}{% for row in group.rows %}{{ row | gantt_row(days=365) }}{% endfor %}{% endfor %}"),
        ("11 bars", "{% for s in view.states %}{{ s.bar | bar }}{% endfor %}"),
        ("11 states", "{% for s in view.states %}{{ <state key={s.key} /> }}{% endfor %}"),
        ("the matrix", "{{ <matrix m={view.matrix} labelledby=\"x\" /> }}"),
        ("the schedule", "{{ <gantt g={view.gantt} /> }}"),
        ("the curve", "{{ <curve c={view.curve} /> }}"),
        ("the facts", "{{ <facts list={view.facts} /> }}"),
        ("the figures", "{{ <figures list={view.figures} lead={true} /> }}"),
        ("the pillars", "{{ <pillars list={view.pillars} /> }}"),
        ("a section", "{% <section id=\"x\" title=\"x\"> %}x{% </section> %}"),
        ("the thread", "{{ <thread knots={view.knots} /> }}"),
        ("the indicator", "{{ <indicator i={view.indicator} /> }}"),
        ("the attention", "{{ <attention rows={view.attention} /> }}"),
        ("the owes", "{{ <owes rows={view.owes} /> }}"),
        ("the dated", "{{ <dated rows={view.dated} /> }}"),
        ("the why", "{{ <why note={view.why} /> }}"),
        ("the tally", "{{ <distribution t={view.tally} /> }}"),
        ("the pager", "{{ <pager p={view.pager} /> }}"),
        ("38 icons", "{% for i in view.icons %}<li>{{ <icon name={i} /> }}</li>{% endfor %}"),
        ("an empty page", "{% extends \"base.html\" %}"),
    ] {
        tera.add_raw_template("x.html", text).expect("it parses");
        measured(what, 1000, || {
            page.clear();
            tera.render_to("x.html", &context, &mut page).expect("it renders");
        });
    }
}

/// Prints what a task costs of this thread's own time, whatever else the machine does.
#[expect(clippy::print_stderr, reason = "a measurement is printed")]
fn measured(what: &str, times: u64, mut task: impl FnMut()) {
    let spent = || -> u64 {
        let text = fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
        text.split(' ').next().and_then(|number| number.parse().ok()).unwrap_or(0)
    };
    task();
    let before = spent();
    for _ in 0..times {
        task();
    }
    eprintln!("{:>9.1} µs  {what}", (spent() - before) as f64 / 1000.0 / times as f64);
}
