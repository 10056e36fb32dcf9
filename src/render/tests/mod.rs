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
