//! A photo's bytes to upright pixels, within limits: a small file may claim to be a picture of a million megapixels.

use std::io::Cursor;

use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits};

use super::kind::Kind;
use super::refuse::Refusal;

/// How many pixels a photo may have: what phones of 64 megapixels take.
pub(super) const MOST_PIXELS: u64 = 65_000_000;
/// How long its sides may be, in pixels.
pub(super) const LONGEST_SIDE: u32 = 20_000;
/// How many bytes decoding may take.
const MOST_MEMORY: u64 = 512 * 1024 * 1024;

/// With more pixels than this a photo is opened by itself.
const LARGE: u64 = 16_000_000;

/// A photo whose size is known and within the limits.
pub(super) struct Photo<D> {
    decoder: D,
}

/// Reads the head of a photo, and refuses one that is too large to be opened.
pub(super) fn open(bytes: &[u8], kind: Kind) -> Result<Photo<impl ImageDecoder>, Refusal> {
    let format = match kind {
        Kind::Png => ImageFormat::Png,
        Kind::Webp => ImageFormat::WebP,
        _ => ImageFormat::Jpeg,
    };
    let mut limits = Limits::default();
    limits.max_image_width = Some(LONGEST_SIDE);
    limits.max_image_height = Some(LONGEST_SIDE);
    limits.max_alloc = Some(MOST_MEMORY);
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    reader.limits(limits.clone());
    let photo = Photo { decoder: reader.into_decoder()? };
    limits.reserve(photo.decoder.total_bytes())?;
    if photo.pixels() > MOST_PIXELS { Err(Refusal::Giant) } else { Ok(photo) }
}

impl<D: ImageDecoder> Photo<D> {
    fn pixels(&self) -> u64 {
        let (width, height) = self.decoder.dimensions();
        u64::from(width) * u64::from(height)
    }

    /// Whether it takes so much memory that it should be the only one.
    pub(super) fn is_large(&self) -> bool {
        self.pixels() > LARGE
    }

    /// Its pixels, turned as its EXIF orientation says, with eight bits a channel: gray, RGB or RGBA.
    pub(super) fn decode(mut self) -> Result<DynamicImage, Refusal> {
        // Broken metadata don't make a broken picture: it stays as it lies.
        let orientation = self.decoder.orientation().unwrap_or(Orientation::NoTransforms);
        let mut image = eight_bits(DynamicImage::from_decoder(self.decoder)?);
        image.apply_orientation(orientation);
        Ok(image)
    }
}

fn eight_bits(image: DynamicImage) -> DynamicImage {
    match image {
        DynamicImage::ImageLuma8(_) | DynamicImage::ImageRgb8(_) | DynamicImage::ImageRgba8(_) => image,
        DynamicImage::ImageLuma16(_) => DynamicImage::ImageLuma8(image.to_luma8()),
        other if other.color().has_alpha() => DynamicImage::ImageRgba8(other.to_rgba8()),
        other => DynamicImage::ImageRgb8(other.to_rgb8()),
    }
}
