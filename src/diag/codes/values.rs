//! K02xx: fields and their values.

use super::codes;

codes! {}
