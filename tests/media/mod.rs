//! Photos and documents, from the folder of the content to the published site: what is made of them, what is left of
//! what they know, which are refused and where, and that the cache is never seen.

mod cache;
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

/// The published files below `media/`.
fn published(site: &Site) -> Vec<String> {
    let tree = Tree::of(&site.output());
    tree.files().filter(|(name, _)| name.starts_with("media/")).map(|(name, _)| name.to_owned()).collect()
}

/// A published picture, decoded by its address.
fn decoded(site: &Site, address: &str) -> DynamicImage {
    image::open(site.output().join(address)).expect("a published picture can be opened")
}

/// Whether the pixel in the middle of a picture's upper or lower half is red.
fn is_red(picture: &DynamicImage, x: u32, y: u32) -> bool {
    let [red, _, blue, _] = picture.get_pixel(x, y).0;
    red > blue
}
