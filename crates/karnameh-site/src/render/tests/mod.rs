//! The engine and the theme as a whole: a page with every component, overriding, what is told of broken templates.

pub(super) mod fixture;
mod readme;
mod templates;

use std::fs;
use std::path::Path;

use super::*;
use crate::diag::Place;

/// The root of the repository, which has the themes.
const REPOSITORY: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");

/// A site whose theme `own` holds the given files.
fn site_with(files: &[(&str, &str)]) -> tempfile::TempDir {
    let site = tempfile::tempdir().expect("a temporary folder");
    for (path, text) in files {
        let path = site.path().join("themes/own").join(path);
        fs::create_dir_all(path.parent().expect("a file has a folder"))
            .expect("a folder of a temporary site");
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

/// Every sample of every chart on one page, from the list that registers them.
fn charts_page() -> String {
    #[derive(Debug, serde::Serialize)]
    struct View {
        charts: Vec<Drawn>,
    }
    #[derive(Debug, serde::Serialize)]
    struct Drawn {
        name: &'static str,
        filter: String,
        svg: Value,
    }
    let (theme, found) = load(&[("templates/charts.html", include_str!("charts.html"))]);
    assert_eq!(told(&found), "");
    let charts = charts::samples().into_iter().map(|sample| {
        let svg = Value::safe_string(&draw(&theme, &sample));
        Drawn { name: sample.name, filter: sample.filter, svg }
    });
    let view = View { charts: charts.collect() };
    let renderer = Renderer::new(&theme, &fixture::chrome()).unwrap_or_else(|found| panic!("{found:#?}"));
    let frame = Frame::new("about/charts.html", "charts.html", "همهٔ نمودارها");
    let mut page = Vec::new();
    renderer.render(&frame, &view, &mut page).unwrap_or_else(|found| panic!("{found:#?}"));
    String::from_utf8(page).expect("a page is text")
}

#[test]
fn every_chart_stands_on_the_page_of_charts() {
    let page = charts_page();
    let mut ids: Vec<_> = page.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    let count = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), count, "samples of charts have ids of their own");
    for sample in charts::samples() {
        assert!(page.contains(&format!("{}-sample", sample.name)), "{}", sample.name);
    }
    assert!(!page.contains("&lt;svg"), "charts are drawn, not printed");
}

/// Writes the fixture page with its assets to `target/states`, where a developer can look at it.
#[test]
fn every_component_in_every_state() {
    let page = states_page();
    assert!(!page.contains("style=\""), "the page's policy forbids style attributes");
    assert!(!page.contains("undefined") && !page.contains(">none<"), "a value was printed that is none");
    let out = Path::new(REPOSITORY).join("target/states");
    let put = |address: &str, bytes: &[u8]| {
        let path = out.join(address);
        fs::create_dir_all(path.parent().expect("a file has a folder")).expect("target can be written");
        fs::write(path, bytes).expect("target can be written");
    };
    put("about/states.html", page.as_bytes());
    put("about/charts.html", charts_page().as_bytes());
    for asset in states_theme().assets() {
        put(&asset.address, &asset.bytes);
    }
}

/// One line for each finding: code, place and English sentence.
fn told(found: &[Diagnostic]) -> String {
    let line = |told: &Diagnostic| {
        let from = told.related.iter().fold(String::new(), |all, from| {
            format!("{all}  from {}:{}:{}\n", from.at.file, from.at.line, from.at.column)
        });
        let sentence = &told.message.sentence;
        let source = told.source_line.as_deref().unwrap_or("-");
        let Place { file, line, column, .. } = &told.at;
        // Lines of the built-in theme move with every change to it; that there is one is enough.
        let line = if file.starts_with("themes/default/") { u32::from(*line > 0) } else { *line };
        format!(
            "{} {file}:{line}:{column}\n  {}\n  {}\n  | {source}\n{from}",
            told.code.id, sentence.en, sentence.fa
        )
    };
    found.iter().map(line).collect()
}

/// Renders one page of a theme with nothing in its view.
fn page_of(theme: &Theme, template: &str) -> Result<String, Box<Diagnostic>> {
    let renderer = Renderer::new(theme, &fixture::chrome())?;
    let mut page = Vec::new();
    renderer.render(&Frame::new("a/b.html", template, "عنوان"), &(), &mut page)?;
    Ok(String::from_utf8(page).expect("a page is text"))
}

#[test]
fn a_theme_overrides_file_by_file_and_component_by_component() {
    let (theme, found) = load(&[
        (
            "templates/own.html",
            "{% extends \"base.html\" %}{% block main %}{{ <icon name=\"done\" /> }}{{ <tag icon=\"heart\" text=\"ب\" /> }}\
             {{ <goals list={[\"پ\"]} /> }}{{ <thread knots={[]} /> }}{% endblock %}",
        ),
        ("templates/frame/footer.html", "<footer>پای دیگر</footer>"),
        // In a file of any name, and in one that hides a file of the built-in theme.
        ("templates/mine.html", "{% component icon(name) %}[{{ name }}]{% endcomponent icon %}"),
        (
            "templates/components/lists.html",
            "{% component goals(list) %}({{ list | length }}){% endcomponent goals %}",
        ),
        ("icons.svg", "<svg><symbol id=\"i-heart\" viewBox=\"0 0 20 20\"><path d=\"M0 0\"/></symbol></svg>"),
        ("assets/karnameh.css", "body { color: red }"),
        ("assets/.hidden", "x"),
        ("README.md~", "x"),
    ]);
    assert_eq!(told(&found), "");
    let page = page_of(&theme, "own.html").unwrap_or_else(|found| panic!("{found:#?}"));
    assert!(
        page.contains("<footer>پای دیگر</footer>") && page.contains("[done]") && page.contains("(1)"),
        "the theme's own files are used"
    );
    assert!(page.contains("<span class=\"brand-programme\">"), "what it lacks is the built-in theme's");
    assert!(page.contains("<ol class=\"thread\">"), "so are the other components of a file that it hides");
    assert!(page.contains("<symbol id=\"i-heart\""), "own icons come with the page");
    let is_main_style = |address: &str| address.starts_with("assets/karnameh.") && address.contains(".css");
    let styles: Vec<_> = theme.assets().iter().filter(|asset| is_main_style(&asset.address)).collect();
    assert_eq!((styles.len(), styles[0].bytes.as_ref()), (1, b"body{color:red}".as_slice()));
    assert!(theme.assets().iter().any(|asset| asset.address.contains("vazirmatn-400-700.")), "fonts stay");
    assert!(theme.assets().iter().all(|asset| !asset.address.contains("hidden")));
}

#[test]
fn a_template_can_extend_the_builtin_one_of_the_same_name() {
    let (theme, found) = load(&[(
        "templates/404.html",
        "{% extends \"@builtin/404.html\" %}{% block title %}گم شد{% endblock %}",
    )]);
    assert_eq!(told(&found), "");
    let page = page_of(&theme, "404.html").unwrap_or_else(|found| panic!("{found:#?}"));
    assert!(page.contains("<title>گم شد</title>") && page.contains("صفحه‌ای با این نشانی نیست"));
}

#[test]
fn an_unknown_theme_is_told_with_those_that_exist() {
    let site = site_with(&[("theme.yaml", "name: own")]);
    for name in ["owm", "../own", ".", "", "own/assets"] {
        let (theme, found) = Theme::load(name, site.path());
        let [found] = found.as_slice() else { panic!("{name}: {found:?}") };
        let hint = found.message.hint.as_ref().map(|hint| &*hint.en);
        assert_eq!((found.code.id, hint), ("K0501", Some("Available: default, own")), "{name}");
        assert!(page_of(&theme, "404.html").is_ok(), "the built-in theme stands in");
    }
    assert_eq!(Theme::load("default", site.path()).1, []);
}

#[cfg(unix)]
#[test]
fn links_out_of_the_theme_are_refused() {
    use std::os::unix::fs::symlink;
    let site = site_with(&[("assets/inside.txt", "in"), ("../../outside.txt", "out")]);
    let assets = site.path().join("themes/own/assets");
    symlink("inside.txt", assets.join("fine.txt")).expect("a link");
    symlink("../../../outside.txt", assets.join("out.txt")).expect("a link");
    symlink("/", assets.join("root")).expect("a link");
    symlink(site.path(), site.path().join("themes/elsewhere")).expect("a link");
    let (theme, found) = Theme::load("own", site.path());
    let places: Vec<_> = found.iter().map(|found| (found.code.id, found.at.file.as_ref())).collect();
    assert_eq!(places, [("K0502", "themes/own/assets/out.txt"), ("K0502", "themes/own/assets/root")]);
    assert!(theme.assets().iter().any(|asset| asset.address == "assets/fine.txt"));
    assert!(theme.assets().iter().all(|asset| asset.address != "assets/out.txt"));
    assert_eq!(Theme::load("elsewhere", site.path()).1[0].code.id, "K0502");
}

#[test]
fn every_broken_template_is_told_in_one_run() {
    let (theme, found) = load(&[
        ("templates/a.html", "سطر یک\n  {% if x %}باز ماند"),
        ("templates/b.html", "{{ view.html |safe }}"),
        ("templates/c.html", "{% for %}{% endfor %}"),
        ("assets/x.css", "a{background:url(gone.png)}"),
        ("templates/bad.html", "{{ x"),
    ]);
    insta::assert_snapshot!(told(&found));
    assert!(page_of(&theme, "404.html").is_ok(), "the built-in templates stand in");
}

#[test]
fn every_unknown_name_is_told() {
    let (_, found) = load(&[
        ("templates/a.html", "{{ view.x | shout }}\n{{ <sttae key=\"done\" /> }}"),
        ("templates/b.html", "{% include \"nowhere.html\" %}"),
    ]);
    insta::assert_snapshot!(told(&found));
    let (_, found) = load(&[("templates/a.html", "{% extends \"nowhere.html\" %}")]);
    insta::assert_snapshot!(told(&found));
}

#[test]
fn failures_of_rendering_have_a_place() {
    let cases = [
        "{{ view.missing.name }}",
        "{{ page.titel }}",
        "{{ <figure ef=\"done\" /> }}",
        "{{ <figure f={page} /> }}",
        "{{ \"x\" | bar }}",
        "{{ page | curve }}",
        "{% set f = \"safe\" %}{{ \"<b>\" | upper }}{{ 1 + page.title }}",
    ];
    let mut all = String::new();
    for case in cases {
        let text = format!("{{% extends \"base.html\" %}}\n{{% block main %}}\n{case}{{% endblock %}}");
        let (theme, found) = load(&[("templates/x.html", &text)]);
        assert_eq!(told(&found), "");
        match page_of(&theme, "x.html") {
            Ok(_) => all.push_str("rendered\n"),
            Err(found) => all.push_str(&told(&[*found])),
        }
    }
    insta::assert_snapshot!(all);
}

#[test]
fn all_threads_share_a_renderer() {
    fn shared<T: Send + Sync>() {}
    shared::<Renderer>();
    shared::<Frame>();
}

#[test]
fn the_menu_knows_where_a_page_is() {
    let theme = Theme::builtin();
    let renderer = Renderer::new(&theme, &fixture::chrome()).unwrap_or_else(|found| panic!("{found:#?}"));
    let menu = |address: &str, section: &str| {
        let mut frame = Frame::new(address, "404.html", "");
        section.clone_into(&mut frame.section);
        let mut page = Vec::new();
        renderer.render(&frame, &(), &mut page).unwrap_or_else(|found| panic!("{found:#?}"));
        let page = String::from_utf8(page).expect("a page is text");
        page.lines().find(|line| line.contains("aria-current")).unwrap_or_default().to_owned()
    };
    let domains = |root: &str, current: &str| {
        format!(
            "<li class=\"primary\"><a href=\"{root}domains/index.html\" aria-current=\"{current}\">حوزه‌ها</a></li>"
        )
    };
    assert_eq!(menu("domains/index.html", "domains"), domains("../", "page"));
    assert_eq!(menu("domains/sport.html", "domains"), domains("../", "true"));
    assert_eq!(menu("a/b/c.html", "domains"), domains("../../", "true"));
    assert_eq!(menu("a/b/c/d/e.html", "domains"), domains("../../../../", "true"));
    assert_eq!(menu("404.html", ""), "");
}

#[test]
fn a_site_has_its_own_accent() {
    let mut theme = Theme::builtin();
    let at = Place::new("content/site.yml", 9, 9, 7);
    let told = theme.set_accent("#ffd400", at.clone()).expect("yellow is moved");
    assert_eq!((told.code.id, told.at.line), ("K0510", 9));
    let page = page_of(&theme, "404.html").unwrap_or_else(|found| panic!("{found:#?}"));
    let own = theme.assets().iter().find(|asset| asset.address.contains("accent.")).expect("a style sheet");
    assert!(page.contains(&format!("href=\"../{}\"", own.address)));
    insta::assert_snapshot!(String::from_utf8_lossy(&own.bytes));
    assert_eq!(theme.set_accent("teal", at).map(|told| told.code.id), Some("K0509"));
}

#[test]
fn the_builtin_theme_is_sound() {
    let (theme, found) = Theme::load("default", Path::new("no such folder"));
    assert_eq!(told(&found), "");
    let yaml = fs::read_to_string(Path::new(REPOSITORY).join("themes/default/theme.yaml"));
    let yaml = yaml.expect("theme.yaml is there");
    let list = yaml
        .lines()
        .find_map(|line| line.strip_prefix("icons: [")?.strip_suffix(']'))
        .expect("a list of icons");
    for icon in list.split(", ") {
        assert!(theme.icons().any(|known| known == icon), "{icon} has a drawing");
    }
    let weight = |part: &str| {
        theme
            .assets()
            .iter()
            .filter(|asset| asset.address.contains(part))
            .map(|asset| asset.bytes.len())
            .sum::<usize>()
    };
    let shared = weight("karnameh.") + weight("vazirmatn-400-700.");
    assert!(shared < 90_000, "style, script and font leave room for a page in 150 KB: {shared}");
    let again = Theme::builtin();
    assert_eq!(theme.assets(), again.assets());
}

/// Each chart as it is drawn; the geometry was worked out by hand.
#[test]
fn charts_are_drawn_as_worked_out() {
    let theme = Theme::builtin();
    for sample in charts::samples() {
        insta::assert_snapshot!(sample.name, draw(&theme, &sample).replace("><", ">\n<"));
    }
}

fn draw(theme: &Theme, sample: &charts::Ready) -> String {
    let mut tera = theme.tera.clone();
    tera.add_raw_template("x.html", &format!("{{{{ view | {} }}}}", sample.filter)).expect("it parses");
    let mut context = Context::new();
    context.insert_value("view", sample.value.clone());
    context.insert("root", "../");
    tera.render("x.html", &context).unwrap_or_else(|error| panic!("{error}"))
}

/// The heat matrix and the calendar of visits: tables, so their markup is their own twin.
#[test]
fn matrix_and_calendar_are_tables() {
    insta::assert_snapshot!(
        "matrix",
        table("{{ <matrix m={view} labelledby=\"m\" /> }}", &fixture::matrix())
    );
    let calendar = table("{{ <calendar c={view} labelledby=\"c\" /> }}", &fixture::edges::calendar());
    insta::assert_snapshot!("calendar", calendar);
}

/// What a call of a component puts out, a tag a line.
fn table(call: &str, view: &impl serde::Serialize) -> String {
    let mut tera = Theme::builtin().tera;
    tera.add_raw_template("x.html", call).expect("it parses");
    let mut context = Context::new();
    context.insert("view", view);
    context.insert("root", "../");
    context.insert("words", &fixture::chrome().words);
    let table = tera.render("x.html", &context).unwrap_or_else(|error| panic!("{error}"));
    table.replace("><", ">\n<")
}

/// Not a judgment, a look: `cargo test --release -p karnameh-site render::tests::speed -- --ignored --nocapture`.
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
        (
            "10 rows of a schedule",
            "{% for group in view.gantt.groups %}{% for row in group.rows %}{{ row | gantt_row(days=365) }}{% endfor %}{% endfor %}",
        ),
        ("11 bars", "{% for s in view.states %}{{ s.bar | bar }}{% endfor %}"),
        ("11 states", "{% for s in view.states %}{{ s.key | state }}{% endfor %}"),
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
