//! K00xx: files and folders.

use super::codes;

codes! {}
