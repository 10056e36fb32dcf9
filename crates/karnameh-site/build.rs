//! Has the crate compiled again when a file of the built-in theme comes or goes: the macro that takes the theme in
//! (`render::theme`) tells the compiler of the files that it found, and so of none that was added later.

fn main() {
    println!("cargo::rerun-if-changed=../../themes");
}
