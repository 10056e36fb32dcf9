//! The names of licenses that programs know.

/// A license as a data package names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct License {
    /// The Open Definition's id.
    pub name: &'static str,
    /// Where its text stands.
    pub path: &'static str,
}

/// Licenses by the way in which people write them, in lower case without blanks, hyphens and points.
const KNOWN: &[(&str, License)] = &[
    ("cc010", License { name: "CC0-1.0", path: "https://creativecommons.org/publicdomain/zero/1.0/" }),
    ("cc0", License { name: "CC0-1.0", path: "https://creativecommons.org/publicdomain/zero/1.0/" }),
    ("ccby40", License { name: "CC-BY-4.0", path: "https://creativecommons.org/licenses/by/4.0/" }),
    ("ccbysa40", License { name: "CC-BY-SA-4.0", path: "https://creativecommons.org/licenses/by-sa/4.0/" }),
    ("ccbync40", License { name: "CC-BY-NC-4.0", path: "https://creativecommons.org/licenses/by-nc/4.0/" }),
    ("odcby10", License { name: "ODC-BY-1.0", path: "https://opendatacommons.org/licenses/by/1-0/" }),
    ("odbl10", License { name: "ODbL-1.0", path: "https://opendatacommons.org/licenses/odbl/1-0/" }),
    ("pddl10", License { name: "ODC-PDDL-1.0", path: "https://opendatacommons.org/licenses/pddl/1-0/" }),
];

/// The license that a text names; `None` where it is none of the well-known ones.
pub(super) fn known(text: &str) -> Option<License> {
    let plain: String = text.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_lowercase();
    let only_ascii = text.is_ascii();
    KNOWN.iter().find(|(name, _)| only_ascii && *name == plain).map(|(_, license)| *license)
}

#[cfg(test)]
mod tests {
    use super::known;

    #[test]
    fn licenses_are_known_however_they_are_written() {
        assert_eq!(known("CC BY 4.0").map(|of| of.name), Some("CC-BY-4.0"));
        assert_eq!(known("cc-by-sa-4.0").map(|of| of.name), Some("CC-BY-SA-4.0"));
        assert_eq!(known("استفاده با یادکرد منبع آزاد است"), None);
        assert_eq!(known("CC BY 5.0"), None);
    }
}
