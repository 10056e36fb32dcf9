//! Tests of photos and documents from the content folder to the published site: processing, removal of metadata, rejections
//! and their places, and that the cache never changes the result.

mod cache;
mod colors;
mod pictures;
mod publishing;
mod refusals;

use image::{DynamicImage, GenericImageView};

use crate::support::{Site, Tree};

/// A site whose activity has a report with one photo.
fn with_photo(name: &str, bytes: &[u8]) -> Site {
    let site = Site::new();
    site.write(&format!("content/media/{name}"), bytes);
    site.write("content/updates/u.yml", report("pitch", &format!("{{file: {name}, alt: زمین}}")));
    site
}

/// A report with photos.
fn report(activity: &str, photos: &str) -> String {
    format!("activity: {activity}\ndate: 1404/03/01\ntext: چمن رسید.\nphotos: [{photos}]\n")
}

/// Returns the published files below `media/`.
fn published(site: &Site) -> Vec<String> {
    let tree = Tree::of(&site.output());
    tree.files().filter(|(name, _)| name.starts_with("media/")).map(|(name, _)| name.to_owned()).collect()
}

/// Decodes a published picture by its address.
fn decoded(site: &Site, address: &str) -> DynamicImage {
    image::open(site.output().join(address)).expect("a published picture can be opened")
}

/// Returns whether the middle pixel in the upper or lower half of a picture is red.
fn is_red(picture: &DynamicImage, x: u32, y: u32) -> bool {
    let [red, _, blue, _] = picture.get_pixel(x, y).0;
    red > blue
}
