//! K01xx: the shape of the YAML.

use super::codes;

codes! {}
