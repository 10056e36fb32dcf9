//! Decodes photos to upright pixels within limits. A small file can claim to contain a million megapixels.

use std::io::Cursor;

use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits};

use super::color::Profile;
use super::kind::Kind;
use super::refuse::Refusal;

/// The maximum number of pixels: a little more than the 64 megapixels of common phone cameras.
pub(super) const MOST_PIXELS: u64 = 65_000_000;
/// The maximum length of a side, in pixels. A panorama fits; a degenerate strip does not.
pub(super) const LONGEST_SIDE: u32 = 20_000;
/// The maximum memory for decoding, in bytes: enough for [`MOST_PIXELS`] at four channels, twice over.
const MOST_MEMORY: u64 = 512 * 1024 * 1024;

/// Photos with more pixels than this are decoded one at a time.
const LARGE: u64 = 16_000_000;

/// A photo within the limits whose pixels are not decoded yet.
pub(super) struct Photo<D> {
    decoder: D,
}

/// Reads the header of a photo. Fails if the photo exceeds the limits.
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

    /// Returns whether decoding takes so much memory that only one such photo should be decoded at a time.
    pub(super) fn is_large(&self) -> bool {
        self.pixels() > LARGE
    }

    /// Decodes the pixels and applies the EXIF orientation. The result has eight bits per channel: gray, RGB or RGBA, in
    /// the colors of the profile.
    pub(super) fn decode(mut self) -> Result<(DynamicImage, Option<Profile>), Refusal> {
        // Without a profile, or with one that can't be read, browsers take the colors for sRGB.
        let profile = self.decoder.icc_profile().ok().flatten().and_then(|bytes| Profile::read(&bytes));
        // Invalid metadata does not make the picture unusable: leave it in its stored orientation.
        let orientation = self.decoder.orientation().unwrap_or(Orientation::NoTransforms);
        let mut image = eight_bits(DynamicImage::from_decoder(self.decoder)?);
        image.apply_orientation(orientation);
        Ok((image, profile))
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
