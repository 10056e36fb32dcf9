//! Converts the colors of photos to sRGB. Phones and cameras write wider spaces (Display P3, Adobe RGB) with a profile
//! that says so; published photos have no profile, and browsers take them for sRGB.

use image::{DynamicImage, ImageBuffer, Pixel};
use moxcms::{ColorProfile, Layout, TransformOptions};

/// The color profile of a photo.
pub(super) struct Profile(ColorProfile);

impl Profile {
    /// Reads an ICC profile; `None` if it is broken.
    pub(super) fn read(icc: &[u8]) -> Option<Self> {
        ColorProfile::new_from_slice(icc).ok().map(Self)
    }

    /// Converts a picture of eight bits per channel. One whose channels are not those of the profile stays as it is.
    pub(super) fn to_srgb(&self, image: DynamicImage) -> DynamicImage {
        let converted = match &image {
            DynamicImage::ImageLuma8(gray) => self.convert(gray, Layout::Gray, Layout::Rgb),
            DynamicImage::ImageRgb8(rgb) => self.convert(rgb, Layout::Rgb, Layout::Rgb),
            DynamicImage::ImageRgba8(rgba) => self.convert(rgba, Layout::Rgba, Layout::Rgba),
            _ => None,
        };
        let (width, height) = (image.width(), image.height());
        let converted = converted.and_then(|pixels| match &image {
            // A gray profile gives gray: each of the three channels is the same.
            DynamicImage::ImageLuma8(_) => {
                let gray = pixels.chunks_exact(3).map(|pixel| pixel[0]).collect();
                ImageBuffer::from_raw(width, height, gray).map(DynamicImage::ImageLuma8)
            }
            DynamicImage::ImageRgb8(_) => {
                ImageBuffer::from_raw(width, height, pixels).map(DynamicImage::ImageRgb8)
            }
            _ => ImageBuffer::from_raw(width, height, pixels).map(DynamicImage::ImageRgba8),
        });
        converted.unwrap_or(image)
    }

    /// Converts pixels row by row, in 64-bit numbers: the faster ways of the library take what the processor offers, and
    /// their last bits differ from machine to machine.
    fn convert<P: Pixel<Subpixel = u8>>(
        &self,
        image: &ImageBuffer<P, Vec<u8>>,
        from: Layout,
        to: Layout,
    ) -> Option<Vec<u8>> {
        let options = TransformOptions { prefer_fixed_point: false, ..TransformOptions::default() };
        let transform = self.0.create_transform_f64(from, &ColorProfile::new_srgb(), to, options).ok()?;
        let row = image.width() as usize;
        let mut source = vec![0.0; row * from.channels()];
        let mut target = vec![0.0; row * to.channels()];
        let mut converted = Vec::with_capacity(target.len() * image.height() as usize);
        for pixels in image.as_raw().chunks_exact(source.len()) {
            for (value, &byte) in source.iter_mut().zip(pixels) {
                *value = f64::from(byte) / 255.0;
            }
            transform.transform(&source, &mut target).ok()?;
            converted.extend(target.iter().map(|&value| byte(value)));
        }
        Some(converted)
    }
}

/// Colors outside of sRGB become the nearest that it has.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the value is clamped to 0–255")]
fn byte(value: f64) -> u8 {
    (value * 255.0).round().clamp(0.0, 255.0) as u8
}
