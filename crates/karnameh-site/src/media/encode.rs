//! Scales pictures down to the published widths and encodes them as JPEG or PNG. Never enlarges.

use fast_image_resize::{FilterType, ResizeAlg, ResizeOptions, Resizer};
use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::{CompressionType, FilterType as PngFilter, PngEncoder};
use image::{DynamicImage, ExtendedColorType, ImageEncoder};

use super::color::Profile;
use super::kind::Kind;

/// The versions of everything that determines the encoded bytes. Part of every cache key, so that an upgrade of an encoder
/// does not reuse old results. A test compares it with `Cargo.lock`. The leading number counts changes to this file.
pub const RECIPE: &str = "2 image-0.25.10 zune-jpeg-0.5.15 png-0.18.1 zlib-rs-0.6.8 image-webp-0.2.4 fast_image_resize-6.1.0 moxcms-0.8.1";

/// JPEG quality from 1 to 100. Below 80, artifacts around letters on signs become visible.
const QUALITY: u8 = 80;

/// The set of widths in which a picture is published.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Scale {
    /// For pages. 480 px serves phones and thumbnails; 1280 px fills a text column on a high-density screen.
    Page,
    /// For the header, where the emblem is 64 px high. 192 px is sharp at three times that density.
    Emblem,
}

impl Scale {
    /// Returns the widths in pixels, in ascending order.
    fn widths(self) -> &'static [u32] {
        match self {
            Self::Page => &[480, 1280],
            Self::Emblem => &[192],
        }
    }

    /// Returns the name for cache keys.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Page => "page",
            Self::Emblem => "emblem",
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct EncodedVersion {
    pub(super) width: u32,
    pub(super) height: u32,
    pub(super) kind: Kind,
    pub(super) bytes: Vec<u8>,
}

/// Encodes all versions of a picture, narrowest first.
pub(super) fn versions(
    image: &DynamicImage,
    profile: Option<&Profile>,
    source: Kind,
    scale: Scale,
) -> Vec<EncodedVersion> {
    let mut widths: Vec<u32> = scale.widths().iter().map(|&width| width.min(image.width())).collect();
    // A picture narrower than several of the widths is published once, in its own width.
    widths.dedup();
    // Colors are converted after scaling: there are far fewer pixels then.
    let in_srgb = |scaled| match profile {
        Some(profile) => profile.to_srgb(scaled),
        None => scaled,
    };
    let scaled: Vec<DynamicImage> = widths.into_iter().map(|width| in_srgb(at_width(image, width))).collect();
    let as_jpeg = |images: &[DynamicImage]| -> Vec<EncodedVersion> { images.iter().map(jpeg).collect() };
    let as_png = |images: &[DynamicImage]| -> Vec<EncodedVersion> { images.iter().map(png).collect() };
    // JPEG has no transparency.
    if image.color().has_alpha() {
        return as_png(&scaled);
    }
    if source == Kind::Jpeg {
        return as_jpeg(&scaled);
    }
    // PNG is smaller for drawings, JPEG for photos. A PNG or WebP source can be either, so encode both and compare.
    let (jpegs, pngs) = (as_jpeg(&scaled), as_png(&scaled));
    let size =
        |versions: &[EncodedVersion]| versions.iter().map(|version| version.bytes.len()).sum::<usize>();
    if size(&pngs) <= size(&jpegs) { pngs } else { jpegs }
}

/// Scales a picture to at most its own width. Catmull-Rom is a polynomial, so its weights are the same on every machine.
fn at_width(image: &DynamicImage, width: u32) -> DynamicImage {
    if width == image.width() {
        return image.clone();
    }
    // Round to the nearest height with integers, so that the result does not depend on floating point.
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

fn jpeg(image: &DynamicImage) -> EncodedVersion {
    encode_with(image, Kind::Jpeg, |bytes, color| {
        JpegEncoder::new_with_quality(bytes, QUALITY).write_image(
            image.as_bytes(),
            image.width(),
            image.height(),
            color,
        )
    })
}

fn png(image: &DynamicImage) -> EncodedVersion {
    encode_with(image, Kind::Png, |bytes, color| {
        PngEncoder::new_with_quality(bytes, CompressionType::Default, PngFilter::Adaptive).write_image(
            image.as_bytes(),
            image.width(),
            image.height(),
            color,
        )
    })
}

fn encode_with(
    image: &DynamicImage,
    kind: Kind,
    write: impl FnOnce(&mut Vec<u8>, ExtendedColorType) -> image::ImageResult<()>,
) -> EncodedVersion {
    let mut bytes = Vec::new();
    write(&mut bytes, image.color().into()).expect("a picture within the limits, written to memory");
    EncodedVersion { width: image.width(), height: image.height(), kind, bytes }
}
