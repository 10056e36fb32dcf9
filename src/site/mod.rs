//! The page plan: which pages exist, their addresses, and the plain view value that each shows.
//!
//! [`view`] holds the shapes that the theme's frame and components take, [`charts`] those of the charts. Both are
//! words, days and values; pixels, colours and markup are `render`'s.

pub mod charts;
pub mod view;
