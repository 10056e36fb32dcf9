//! Pixels to the versions that are published: scaled down, never up, and encoded as JPEG or PNG.

use fast_image_resize::{FilterType, ResizeAlg, ResizeOptions, Resizer};
use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::{CompressionType, FilterType as PngFilter, PngEncoder};
use image::{DynamicImage, ExtendedColorType, ImageEncoder};

use super::kind::Kind;

/// What bytes are made with: part of every key of the cache, so that a new version of an encoder doesn't meet what an
/// old one made. A test holds it against `Cargo.lock`; the number before it counts changes of this file.
pub const RECIPE: &str =
    "1 image-0.25.10 zune-jpeg-0.5.15 png-0.18.1 zlib-rs-0.6.8 image-webp-0.2.4 fast_image_resize-6.1.0";

/// From 1 to 100; below 80 the letters on signs begin to fray.
const QUALITY: u8 = 80;

/// How large a picture is published.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Scale {
    /// For pages: phones and thumbnails, and what fills a column on a sharp screen.
    Page,
    /// For the head: the emblem is 64 px high.
    Emblem,
}

impl Scale {
    /// The widths in pixels, the smaller first.
    fn widths(self) -> &'static [u32] {
        match self {
            Self::Page => &[480, 1280],
            Self::Emblem => &[192],
        }
    }

    /// Its name in keys of the cache.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Page => "page",
            Self::Emblem => "emblem",
        }
    }
}

/// A version, encoded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Encoded {
    pub(super) width: u32,
    pub(super) height: u32,
    pub(super) kind: Kind,
    pub(super) bytes: Vec<u8>,
}

/// All versions of a picture, the narrowest first.
pub(super) fn versions(image: &DynamicImage, source: Kind, scale: Scale) -> Vec<Encoded> {
    let mut widths: Vec<u32> = scale.widths().iter().map(|&width| width.min(image.width())).collect();
    widths.dedup();
    let scaled: Vec<DynamicImage> = widths.into_iter().map(|width| at_width(image, width)).collect();
    let as_jpeg = |images: &[DynamicImage]| -> Vec<Encoded> { images.iter().map(jpeg).collect() };
    let as_png = |images: &[DynamicImage]| -> Vec<Encoded> { images.iter().map(png).collect() };
    if image.color().has_alpha() {
        return as_png(&scaled);
    }
    if source == Kind::Jpeg {
        return as_jpeg(&scaled);
    }
    // A drawing is smaller as PNG, a photo as JPEG; both are tried where the source doesn't say which it is.
    let (jpegs, pngs) = (as_jpeg(&scaled), as_png(&scaled));
    let size = |versions: &[Encoded]| versions.iter().map(|version| version.bytes.len()).sum::<usize>();
    if size(&pngs) <= size(&jpegs) { pngs } else { jpegs }
}

/// The picture at a width that is not above its own. The filter is a polynomial: it has the same weights on every machine.
fn at_width(image: &DynamicImage, width: u32) -> DynamicImage {
    if width == image.width() {
        return image.clone();
    }
    let exact = (u64::from(image.height()) * u64::from(width) + u64::from(image.width()) / 2)
        / u64::from(image.width());
    let height = u32::try_from(exact).unwrap_or(u32::MAX).max(1);
    let mut scaled = DynamicImage::new(width, height, image.color());
    let options = ResizeOptions::new().resize_alg(ResizeAlg::Convolution(FilterType::CatmullRom));
    Resizer::new()
        .resize(image, &mut scaled, &options)
        .expect("both are of one of the three kinds of pixels that `decode` gives");
    scaled
}

fn jpeg(image: &DynamicImage) -> Encoded {
    encoded(image, Kind::Jpeg, |bytes, color| {
        JpegEncoder::new_with_quality(bytes, QUALITY).write_image(
            image.as_bytes(),
            image.width(),
            image.height(),
            color,
        )
    })
}

fn png(image: &DynamicImage) -> Encoded {
    encoded(image, Kind::Png, |bytes, color| {
        PngEncoder::new_with_quality(bytes, CompressionType::Default, PngFilter::Adaptive).write_image(
            image.as_bytes(),
            image.width(),
            image.height(),
            color,
        )
    })
}

fn encoded(
    image: &DynamicImage,
    kind: Kind,
    write: impl FnOnce(&mut Vec<u8>, ExtendedColorType) -> image::ImageResult<()>,
) -> Encoded {
    let mut bytes = Vec::new();
    write(&mut bytes, image.color().into()).expect("a picture within the limits, written to memory");
    Encoded { width: image.width(), height: image.height(), kind, bytes }
}
