//! Generates pictures for tests: with private metadata, broken in various ways, or larger than they claim.

use std::io::Cursor;

use image::{DynamicImage, ImageFormat, Rgb, RgbImage};

/// A picture that is red at the top and blue at the bottom, with noise so that it does not compress too well.
pub(crate) fn striped(width: u32, height: u32) -> DynamicImage {
    let picture = RgbImage::from_fn(width, height, |x, y| {
        let mixed = (x * 0x9E37 + y * 0x85EB) ^ (x * y);
        let noise = u8::try_from(mixed.wrapping_mul(0x27D4_EB2F) >> 27).expect("five bits");
        if y < height / 2 { Rgb([220, noise, noise]) } else { Rgb([noise, noise, 220]) }
    });
    picture.into()
}

/// Encodes a picture as a file.
pub(crate) fn file(picture: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    picture.write_to(&mut bytes, format).expect("a picture in memory");
    bytes.into_inner()
}

pub(crate) fn jpeg(width: u32, height: u32) -> Vec<u8> {
    file(&striped(width, height), ImageFormat::Jpeg)
}

pub(crate) fn png(width: u32, height: u32) -> Vec<u8> {
    file(&striped(width, height), ImageFormat::Png)
}

/// EXIF data like that of a phone: manufacturer, owner, place, orientation.
pub(crate) fn exif(orientation: u16) -> Vec<u8> {
    let mut tiff = b"II*\0\x08\0\0\0".to_vec();
    let entry = |tiff: &mut Vec<u8>, tag: u16, kind: u16, count: u32, value: u32| {
        tiff.extend(tag.to_le_bytes());
        tiff.extend(kind.to_le_bytes());
        tiff.extend(count.to_le_bytes());
        tiff.extend(value.to_le_bytes());
    };
    // After a count of two bytes, four entries of twelve bytes, then the offset of the next directory. Their values begin at 62.
    tiff.extend(4u16.to_le_bytes());
    entry(&mut tiff, 0x010F, 2, 12, 62);
    entry(&mut tiff, 0x0112, 3, 1, orientation.into());
    entry(&mut tiff, 0x8298, 2, 12, 74);
    entry(&mut tiff, 0x8825, 4, 1, 86);
    tiff.extend(0u32.to_le_bytes());
    tiff.extend(b"SecretMaker\0SecretOwner\0");
    tiff.extend(1u16.to_le_bytes());
    entry(&mut tiff, 0x0002, 5, 3, 104);
    tiff.extend(0u32.to_le_bytes());
    for (number, part) in [(34u32, 1u32), (38, 1), (12345, 1000)] {
        tiff.extend(number.to_le_bytes());
        tiff.extend(part.to_le_bytes());
    }
    tiff
}

/// A JPEG with metadata and a comment.
pub(crate) fn with_metadata(jpeg: &[u8], orientation: u16) -> Vec<u8> {
    let segment = |mark: u8, body: &[u8]| {
        let length = u16::try_from(body.len() + 2).expect("a short segment");
        [&[0xFF, mark][..], &length.to_be_bytes(), body].concat()
    };
    let exif = [b"Exif\0\0", &exif(orientation)[..]].concat();
    let xmp = b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>SecretPlace</x:xmpmeta>";
    let metadata = [segment(0xE1, &exif), segment(0xE1, xmp), segment(0xFE, b"SecretComment")].concat();
    [&jpeg[..2], &metadata, &jpeg[2..]].concat()
}

/// A PNG whose header claims a number of pixels.
pub(crate) fn png_that_claims(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = png(8, 8);
    bytes[16..20].copy_from_slice(&width.to_be_bytes());
    bytes[20..24].copy_from_slice(&height.to_be_bytes());
    let sum = crc(&bytes[12..29]);
    bytes[29..33].copy_from_slice(&sum.to_be_bytes());
    bytes
}

/// A JPEG whose header claims a number of pixels.
pub(crate) fn jpeg_that_claims(width: u16, height: u16) -> Vec<u8> {
    let mut bytes = jpeg(8, 8);
    let head = bytes.windows(2).position(|mark| mark == [0xFF, 0xC0]).expect("a frame");
    bytes[head + 5..head + 7].copy_from_slice(&height.to_be_bytes());
    bytes[head + 7..head + 9].copy_from_slice(&width.to_be_bytes());
    bytes
}

/// The checksum of PNG chunks.
fn crc(bytes: &[u8]) -> u32 {
    let step = |sum: u32, byte: &u8| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| (sum >> 1) ^ (0xEDB8_8320 * (sum & 1)))
    };
    !bytes.iter().fold(u32::MAX, step)
}
