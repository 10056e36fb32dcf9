//! K06xx: what should not be published about people.

use super::codes;

codes! {}
