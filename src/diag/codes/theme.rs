//! K05xx: themes and templates.

use super::codes;

codes! {}
