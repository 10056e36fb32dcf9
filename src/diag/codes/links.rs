//! K04xx: Markdown, links and pictures.

use super::codes;

codes! {}
