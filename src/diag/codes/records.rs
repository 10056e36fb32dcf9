//! K03xx: records that disagree, and histories that look odd.

use super::codes;

codes! {}
