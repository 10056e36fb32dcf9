//! Tests of the processing of accepted files.

use image::{GenericImageView, ImageFormat, RgbaImage};

use super::pictures::{file, jpeg, png, striped, with_metadata};
use super::{decoded, is_red, published, report, with_photo};
use crate::support::html::Page;
use crate::support::{Site, Tree};

/// Returns the `img` tags of a page.
fn pictures(site: &Site, page: &str) -> Vec<crate::support::tokens::Tag> {
    let tree = Tree::of(&site.output());
    Page::read(page, tree.text(page)).tags.into_iter().filter(|tag| tag.name == "img").collect()
}

#[test]
fn nothing_of_a_photos_metadata_is_published() {
    let photo = with_metadata(&jpeg(2000, 1000), 1);
    let site = with_photo("a.jpg", &photo);
    site.run(&["build"]).done();
    assert!(photo.windows(6).any(|piece| piece == b"Secret"), "the source has something to hide");
    let tree = Tree::of(&site.output());
    for secret in ["Secret", "Exif", "xmpmeta", "II*\0"] {
        let holding = tree.holding(secret);
        assert!(holding.iter().all(|name| !name.starts_with("media/")), "{secret}: {holding:?}");
    }
    assert_eq!(published(&site).len(), 2);
}

#[test]
fn a_photo_is_turned_as_it_was_held() {
    // Red above blue, stored so that its top is at the right (6), at the bottom (3), at the left (8).
    for (orientation, turned) in [(1, false), (3, false), (6, true), (8, true)] {
        let site = with_photo("a.jpg", &with_metadata(&jpeg(600, 300), orientation));
        site.run(&["build"]).done();
        let mut versions: Vec<_> = published(&site).iter().map(|file| decoded(&site, file)).collect();
        versions.sort_by_key(image::GenericImageView::width);
        let sizes: Vec<_> = versions.iter().map(image::GenericImageView::dimensions).collect();
        // After rotation the picture is too narrow for two widths.
        let expected = if turned { vec![(300, 600)] } else { vec![(480, 240), (600, 300)] };
        assert_eq!(sizes, expected, "{orientation}");
        let large = versions.pop().expect("a version");
        let (width, height) = large.dimensions();
        let red = match orientation {
            1 => (width / 2, height / 4),
            3 => (width / 2, height * 3 / 4),
            6 => (width * 3 / 4, height / 2),
            _ => (width / 4, height / 2),
        };
        let blue = (width - 1 - red.0, height - 1 - red.1);
        assert!(is_red(&large, red.0, red.1), "{orientation}");
        assert!(!is_red(&large, blue.0, blue.1), "{orientation}");
    }
}

#[test]
fn a_page_knows_the_sizes_of_its_photos() {
    let site = with_photo("a.jpg", &jpeg(2000, 1500));
    site.run(&["build"]).done();
    let pictures = pictures(&site, "activities/pitch.html");
    assert_eq!(pictures.len(), 1, "{pictures:?}");
    let picture = &pictures[0];
    for (name, value) in
        [("width", "1280"), ("height", "960"), ("loading", "lazy"), ("decoding", "async"), ("alt", "زمین")]
    {
        assert_eq!(picture.get(name), Some(value), "{picture:?}");
    }
    let srcset = picture.get("srcset").expect("two widths");
    let versions: Vec<(&str, &str)> =
        srcset.split(", ").map(|version| version.split_once(' ').expect("an address and a width")).collect();
    assert_eq!(versions.iter().map(|(_, width)| *width).collect::<Vec<_>>(), ["480w", "1280w"]);
    for (address, width) in versions {
        let address = address.strip_prefix("../").expect("relative to the page");
        let number: u32 = width.trim_end_matches('w').parse().expect("a width");
        assert_eq!(decoded(&site, address).dimensions(), (number, number * 3 / 4));
        let name = address.strip_prefix("media/a-").expect("the file's own name");
        let (hash, rest) = name.split_once('-').expect("a hash");
        assert!(hash.len() == 12 && hash.chars().all(|c| c.is_ascii_hexdigit()), "{name}");
        assert_eq!(rest, format!("{number}.jpg"));
    }
    assert!(picture.get("sizes").is_some());
}

#[test]
fn a_small_photo_is_not_made_larger() {
    let site = with_photo("a.jpg", &jpeg(300, 200));
    site.run(&["build"]).done();
    assert_eq!(published(&site).len(), 1);
    assert_eq!(decoded(&site, &published(&site)[0]).dimensions(), (300, 200));
    let pictures = pictures(&site, "activities/pitch.html");
    assert_eq!(pictures[0].get("srcset"), None);
    assert_eq!(pictures[0].get("width"), Some("300"));
}

#[test]
fn drawings_stay_png_and_what_is_transparent_stays_so() {
    let drawing = image::DynamicImage::from(image::RgbImage::from_fn(600, 400, |x, _| {
        image::Rgb(if x < 300 { [20, 128, 138] } else { [255, 255, 255] })
    }));
    let clear = image::DynamicImage::from(RgbaImage::from_pixel(600, 400, image::Rgba([20, 128, 138, 100])));
    for (name, bytes, ending) in [
        ("drawing.png", file(&drawing, ImageFormat::Png), ".png"),
        ("photo.png", png(600, 400), ".jpg"),
        ("drawing.webp", file(&drawing, ImageFormat::WebP), ".png"),
        ("photo.WEBP", file(&striped(600, 400), ImageFormat::WebP), ".jpg"),
        ("clear.png", file(&clear, ImageFormat::Png), ".png"),
    ] {
        let site = with_photo(name, &bytes);
        site.run(&["build"]).done();
        let files = published(&site);
        assert_eq!(files.len(), 2, "{name}: {files:?}");
        assert!(files.iter().all(|file| file.ends_with(ending)), "{name}: {files:?}");
        if name == "clear.png" {
            assert_eq!(decoded(&site, &files[0]).get_pixel(3, 3).0, [20, 128, 138, 100]);
        }
    }
}

#[test]
fn names_of_published_files_are_plain() {
    let site = with_photo("گزارش/زمین چمن (۱).JPG", &jpeg(300, 200));
    site.run(&["build"]).done();
    let files = published(&site);
    assert_eq!(files.len(), 1);
    let plain = |letter: char| matches!(letter, 'a'..='z' | '0'..='9' | '-' | '.' | '/');
    assert!(files[0].chars().all(plain), "{files:?}");
}

#[test]
fn only_what_the_published_report_names_is_published() {
    let site = Site::new();
    for name in ["shown", "draft", "later", "of-draft", "unnamed"] {
        site.write(&format!("content/media/{name}.jpg"), jpeg(40 + u32::try_from(name.len()).unwrap(), 40));
    }
    site.write("content/updates/shown.yml", report("pitch", "{file: shown.jpg, alt: x}"));
    let draft = report("pitch", "{file: draft.jpg, alt: x}");
    site.write("content/updates/draft.yml", format!("{draft}draft: true\n"));
    let later = report("pitch", "{file: later.jpg, alt: x}").replace("1404/03/01", "1404/12/01");
    site.write("content/updates/later.yml", later);
    let activity = site.read("content/activities/pitch.yml").replace("زمین چمن", "زمین دوم");
    let evidence = "evidence: [{title: x, file: of-draft.jpg}]\ndraft: true\n";
    site.write("content/activities/second.yml", format!("{activity}{evidence}"));
    let run = site.run(&["build", "--format", "json"]).done();
    let names: Vec<String> = published(&site);
    assert!(names.len() == 1 && names[0].starts_with("media/shown-"), "{names:?}");
    assert_eq!(run.places(), ["K0705 content/media/unnamed.jpg:0:0"]);
    assert!(run.findings().iter().all(|found| found.severity == "advice"));
}

#[test]
fn evidence_is_listed_with_kind_and_size() {
    let site = Site::new();
    let photo = with_metadata(&jpeg(900, 600), 1);
    let pdf = [b"%PDF-1.7\n".to_vec(), vec![b' '; 1_258_000]].concat();
    site.write("content/media/minutes.pdf", &pdf);
    site.write("content/media/table.csv", "a,b\n");
    site.write("content/media/shown.jpg", &photo);
    site.write("content/media/taken.jpg", [&photo[..], b"x"].concat());
    let activity = site.read("content/activities/pitch.yml");
    let evidence = "evidence:\n  - {title: صورت‌جلسه, file: minutes.pdf, date: 1404/02/10}\n  - {title: جدول, file: table.csv}\n  - {title: عکس, file: shown.jpg}\n  - {title: اصل عکس, file: taken.jpg, original: true}\n  - {title: خبر, url: \"https://example.ir/news\"}\n";
    site.write("content/activities/pitch.yml", format!("{activity}{evidence}"));
    site.run(&["build"]).done();
    let tree = Tree::of(&site.output());
    let page = tree.text("activities/pitch.html");
    for piece in ["<bdi>PDF</bdi>، ۱٫۲ مگابایت", "<bdi>CSV</bdi>، ۱ کیلوبایت", "اصل تصویر: <bdi>JPEG</bdi>"]
    {
        assert!(page.contains(piece), "{piece}");
    }
    let named = |stem: &str| -> Vec<(&str, &[u8])> {
        tree.files().filter(|(name, _)| name.starts_with(&format!("media/{stem}-"))).collect()
    };
    assert_eq!(named("minutes")[0].1, pdf, "a document is copied as it is");
    assert_eq!(named("shown").len(), 2, "cleaned, in two widths");
    assert!(named("shown").iter().all(|(_, bytes)| !bytes.windows(6).any(|piece| piece == b"Secret")));
    let taken: Vec<_> = named("taken").into_iter().filter(|(_, bytes)| bytes.starts_with(&photo)).collect();
    assert_eq!(taken.len(), 1, "published as it was taken");
    assert!(page.contains(&format!("href=\"../{}\"", taken[0].0)), "and linked");
    assert!(page.contains("href=\"https://example.ir/news\" rel=\"noopener noreferrer\""));
}

#[test]
fn texts_show_pictures_and_link_to_documents() {
    let site = Site::new();
    site.write("content/media/docs/guide.pdf", "%PDF-1.4\n");
    site.write("content/media/park.jpg", jpeg(800, 400));
    let text = "---\ntitle: راهنما\n---\n![پارک](park.jpg)\n\n[سند](media/docs/guide.pdf#page=2)، [عکس](media/park.jpg)\n";
    site.write("content/pages/guide.md", text);
    assert_eq!(site.run(&["build", "--format", "json"]).done().places(), [""; 0]);
    let tree = Tree::of(&site.output());
    let page = Page::read("guide", tree.text("pages/guide.html"));
    let picture = page.all("img").next().expect("the picture");
    assert_eq!((picture.get("width"), picture.get("height")), (Some("800"), Some("400")));
    assert_eq!(picture.get("decoding"), Some("async"));
    assert!(picture.get("srcset").is_some_and(|set| set.contains(" 480w, ") && set.ends_with(" 800w")));
    let links: Vec<&str> = page
        .all("a")
        .filter_map(|link| link.get("href"))
        .filter(|href| href.starts_with("../media/"))
        .collect();
    assert_eq!(links.len(), 2, "{links:?}");
    assert!(links[0].ends_with(".pdf#page=2"));
    assert!(links[1].ends_with("-800.jpg"));
    for link in links {
        let address = link.trim_start_matches("../").split('#').next().expect("an address");
        assert!(tree.has(address), "{address}");
    }
}

#[test]
fn the_logo_stands_in_the_head() {
    let site = Site::new();
    site.write("content/media/logo.png", png(512, 512));
    let settings = site.read("content/site.yml");
    site.write("content/site.yml", format!("{settings}logo: logo.png\n"));
    site.run(&["build"]).done();
    let logo = |page: &str| {
        let mut pictures = pictures(&site, page);
        assert_eq!(pictures.len(), 1, "{page}");
        pictures.remove(0)
    };
    let (home, deep) = (logo("index.html"), logo("activities/pitch.html"));
    assert_eq!(
        (home.get("width"), home.get("height"), home.get("alt")),
        (Some("192"), Some("192"), Some(""))
    );
    let address = home.get("src").expect("an address");
    assert!(Tree::of(&site.output()).has(address), "{address}");
    assert_eq!(deep.get("src"), Some(&*format!("../{address}")));
}

#[test]
fn neighborhoods_and_visits_show_their_photos() {
    let site = Site::new();
    for (name, width) in [("place", 700), ("visit", 701)] {
        site.write(&format!("content/media/{name}.jpg"), jpeg(width, 400));
    }
    site.write(
        "content/neighborhoods/sheikhabad.yml",
        "title: شیخ‌آباد\nphoto: {file: place.jpg, alt: کوچه}\n",
    );
    site.write(
        "content/visits/v.yml",
        "date: 1404/03/02\nneighborhood: sheikhabad\nby: ناظر\nfindings:\n  - {activity: pitch, progress: 20, photos: [{file: visit.jpg, alt: چمن}]}\n",
    );
    assert_eq!(site.run(&["build", "--format", "json"]).done().places(), [""; 0]);
    for (page, alt) in [
        ("neighborhoods/sheikhabad.html", "کوچه"),
        ("visits/v.html", "چمن"),
        ("activities/pitch.html", "چمن"),
    ] {
        let pictures = pictures(&site, page);
        assert_eq!(pictures.iter().map(|tag| tag.get("alt")).collect::<Vec<_>>(), [Some(alt)], "{page}");
    }
}
