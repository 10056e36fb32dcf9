//! Tests that published photos show the colors that their color profiles mean.

use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::PngEncoder;
use image::codecs::webp::WebPEncoder;
use image::{ExtendedColorType, GenericImageView, ImageEncoder, ImageResult};
use moxcms::ColorProfile;

use super::{decoded, published, with_photo};

/// Encodes a photo of one color, with a profile.
fn photo(name: &str, color: [u8; 3], icc: Vec<u8>) -> Vec<u8> {
    fn write(mut encoder: impl ImageEncoder, pixels: &[u8], icc: Vec<u8>) -> ImageResult<()> {
        encoder.set_icc_profile(icc).expect("the format has profiles");
        encoder.write_image(pixels, 40, 30, ExtendedColorType::Rgb8)
    }
    let pixels = color.repeat(40 * 30);
    let mut bytes = Vec::new();
    match name.rsplit_once('.').expect("an extension").1 {
        "png" => write(PngEncoder::new(&mut bytes), &pixels, icc),
        "webp" => write(WebPEncoder::new_lossless(&mut bytes), &pixels, icc),
        _ => write(JpegEncoder::new_with_quality(&mut bytes, 100), &pixels, icc),
    }
    .expect("a picture in memory");
    bytes
}

/// Returns the color of the middle of the published photo.
fn published_color(name: &str, bytes: &[u8]) -> [u8; 3] {
    let site = with_photo(name, bytes);
    site.run(&["build"]).done();
    let files = published(&site);
    assert_eq!(files.len(), 1, "{files:?}");
    let published = std::fs::read(site.output().join(&files[0])).expect("a photo");
    assert!(!published.windows(4).any(|part| part == b"acsp"), "{name} has no profile");
    let [red, green, blue, _] = decoded(&site, &files[0]).get_pixel(20, 15).0;
    [red, green, blue]
}

#[track_caller]
fn assert_near(color: [u8; 3], expected: [u8; 3], what: &str) {
    let is_near = color.iter().zip(expected).all(|(&one, other)| one.abs_diff(other) <= 3);
    assert!(is_near, "{what}: {color:?}, not {expected:?}");
}

/// The expected colors are computed by the matrices of the standards.
#[test]
fn colors_of_profiles_become_srgb() {
    let p3 = ColorProfile::new_display_p3().encode().expect("a profile");
    let adobe = ColorProfile::new_adobe_rgb().encode().expect("a profile");
    for name in ["wall.jpg", "wall.png", "wall.webp"] {
        let color = published_color(name, &photo(name, [120, 190, 90], p3.clone()));
        assert_near(color, [95, 192, 74], name);
        let color = published_color(name, &photo(name, [120, 150, 90], adobe.clone()));
        assert_near(color, [105, 151, 86], name);
    }
    let srgb = ColorProfile::new_srgb().encode().expect("a profile");
    assert_near(
        published_color("wall.png", &photo("wall.png", [120, 190, 90], srgb)),
        [120, 190, 90],
        "sRGB",
    );
}

/// Colors that sRGB lacks become the nearest that it has; they never wrap around.
#[test]
fn the_brightest_colors_stay_bright() {
    let p3 = ColorProfile::new_display_p3().encode().expect("a profile");
    assert_near(published_color("green.png", &photo("green.png", [0, 255, 0], p3)), [0, 255, 0], "green");
}

#[test]
fn a_broken_profile_changes_nothing() {
    for icc in [b"no profile".to_vec(), ColorProfile::new_gray_with_gamma(2.2).encode().expect("a profile")] {
        assert_near(
            published_color("wall.png", &photo("wall.png", [120, 190, 90], icc)),
            [120, 190, 90],
            "png",
        );
    }
}
