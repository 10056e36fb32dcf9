//! Parses the text files of a bag: `bagit.txt`, manifests, `bag-info.txt`, `fetch.txt` (RFC 8493, section 2).

use super::finding::Finding;

/// The version of BagIt, major and minor.
pub(super) type Version = (u32, u32);

/// The version defined by RFC 8493; earlier versions were drafts with looser rules.
pub(super) const RFC: Version = (1, 0);
const KNOWN: [Version; 6] = [(0, 93), (0, 94), (0, 95), (0, 96), (0, 97), RFC];

/// The contents of `bagit.txt`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Declaration {
    pub(super) version: Version,
    pub(super) encoding: Encoding,
}

/// The character encoding of the other tag files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Encoding {
    Utf8,
    Latin1,
    Utf16,
    Utf16Be,
    Utf16Le,
}

impl Encoding {
    fn from_name(name: &str) -> Option<Self> {
        Some(match name.to_ascii_uppercase().as_str() {
            "UTF-8" => Self::Utf8,
            "ISO-8859-1" => Self::Latin1,
            "UTF-16" => Self::Utf16,
            "UTF-16BE" => Self::Utf16Be,
            "UTF-16LE" => Self::Utf16Le,
            _ => return None,
        })
    }

    /// Decodes a tag file. Returns `None` if the bytes are invalid in this encoding or begin with the wrong byte order mark.
    pub(super) fn decode(self, bytes: &[u8]) -> Option<String> {
        let units = |bytes: &[u8], read: fn([u8; 2]) -> u16| {
            let pairs = bytes.chunks_exact(2);
            let whole = pairs.remainder().is_empty();
            let text = String::from_utf16(&pairs.map(|pair| read([pair[0], pair[1]])).collect::<Vec<_>>());
            text.ok().filter(|_| whole)
        };
        match (self, bytes) {
            (Self::Utf8, _) => std::str::from_utf8(bytes)
                .ok()
                .filter(|text| !text.starts_with('\u{FEFF}'))
                .map(str::to_owned),
            (Self::Latin1, _) => Some(bytes.iter().map(|&byte| char::from(byte)).collect()),
            (Self::Utf16, [0xFF, 0xFE, rest @ ..]) => units(rest, u16::from_le_bytes),
            (Self::Utf16, [0xFE, 0xFF, rest @ ..]) => units(rest, u16::from_be_bytes),
            // UTF-16 without a byte order mark is big-endian (RFC 2781, section 4.3).
            (Self::Utf16 | Self::Utf16Be, _) => units(bytes, u16::from_be_bytes),
            (Self::Utf16Le, _) => units(bytes, u16::from_le_bytes),
        }
    }
}

/// Parses `bagit.txt`, which must consist of exactly two lines.
pub(super) fn declaration(bytes: &[u8]) -> Result<Declaration, Finding> {
    let refuse = |fa: &str, en: &str| Finding::refused("bagit.txt", fa, en);
    let form = || {
        refuse(
            "باید درست دو سطر «BagIt-Version: 1.0» و «Tag-File-Character-Encoding: UTF-8» باشد، بی‌فاصلهٔ اضافه و بی BOM.",
            "It has to be the two lines `BagIt-Version: 1.0` and `Tag-File-Character-Encoding: UTF-8`, without odd spaces or a BOM.",
        )
    };
    let text = std::str::from_utf8(bytes).map_err(|_| form())?;
    let lines: Vec<&str> = lines(text).collect();
    let [version, encoding] = lines[..] else { return Err(form()) };
    let version = version.strip_prefix("BagIt-Version: ").and_then(parse_version).ok_or_else(form)?;
    let name = encoding.strip_prefix("Tag-File-Character-Encoding: ").ok_or_else(form)?;
    if name.is_empty() || name.contains(char::is_whitespace) {
        return Err(form());
    }
    if !KNOWN.contains(&version) {
        return Err(refuse("این نسخهٔ BagIt شناخته نیست.", "This version of BagIt is not supported."));
    }
    let encoding = Encoding::from_name(name).ok_or_else(|| {
        refuse("این رمزگذاری نویسه‌ها شناخته نیست.", "This character encoding is not supported.")
    })?;
    Ok(Declaration { version, encoding })
}

fn parse_version(text: &str) -> Option<Version> {
    let number = |text: &str| {
        let plain = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        text.parse().ok().filter(|_| plain)
    };
    let (major, minor) = text.split_once('.')?;
    Some((number(major)?, number(minor)?))
}

/// Iterates over lines that end in LF, CR or CRLF. A final line break does not start another line.
pub(super) fn lines(text: &str) -> impl Iterator<Item = &str> {
    let text = text.strip_suffix("\r\n").or_else(|| text.strip_suffix(['\r', '\n'])).unwrap_or(text);
    text.split('\n').flat_map(|line| line.strip_suffix('\r').unwrap_or(line).split('\r'))
}

/// A parsed line of a manifest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line {
    /// In lower case.
    pub(super) digest: String,
    /// Decoded.
    pub(super) path: String,
    /// Whether the path was written with a leading `./` or `*`, as some checksum tools do.
    pub(super) by_tool: bool,
}

/// Parses a line of a manifest. Returns `None` if it is malformed: unexpected white space, a digest of the wrong length for
/// its algorithm, or an invalid `%` escape.
pub(super) fn manifest_line(line: &str, digits: usize, version: Version) -> Option<Line> {
    let at = line.find([' ', '\t'])?;
    let (digest, rest) = line.split_at(at);
    let is_digest = digest.len() == digits && digest.bytes().all(|byte| byte.is_ascii_hexdigit());
    let path = rest.trim_start_matches([' ', '\t']);
    let tidy = !path.is_empty() && path.trim() == path;
    let plain = path.strip_prefix('*').unwrap_or(path);
    let plain = plain.strip_prefix("./").unwrap_or(plain);
    let decoded = decode_path(plain, version)?;
    (is_digest && tidy).then(|| Line {
        digest: digest.to_ascii_lowercase(),
        path: decoded,
        by_tool: plain.len() != path.len(),
    })
}

/// Decodes line breaks in a path. Since version 1.0, `%` itself is encoded too, and other escapes are invalid.
fn decode_path(path: &str, version: Version) -> Option<String> {
    let (mut text, mut rest) = (String::new(), path);
    while let Some(at) = rest.find('%') {
        text.push_str(&rest[..at]);
        let code = rest.get(at..at + 3).map(str::to_ascii_uppercase);
        let letter = match code.as_deref() {
            Some("%0A") => '\n',
            Some("%0D") => '\r',
            Some("%25") if version >= RFC => '%',
            _ if version >= RFC => return None,
            _ => {
                text.push('%');
                rest = &rest[at + 1..];
                continue;
            }
        };
        text.push(letter);
        rest = &rest[at + 3..];
    }
    text.push_str(rest);
    Some(text)
}

/// Parses `bag-info.txt` and joins continuation lines. Returns `None` if a line is neither a pair nor a continuation.
pub(super) fn info(text: &str, version: Version) -> Option<Vec<(String, String)>> {
    let mut pairs: Vec<(String, String)> = Vec::new();
    for line in lines(text) {
        if line.starts_with([' ', '\t']) && !line.trim().is_empty() {
            let (_, value) = pairs.last_mut()?;
            value.push(' ');
            value.push_str(line.trim());
        } else if !line.trim().is_empty() {
            let (label, value) = line.split_once(':')?;
            let strict = label == label.trim() && value.starts_with([' ', '\t']);
            if label.trim().is_empty() || (version >= RFC && !strict) {
                return None;
            }
            pairs.push((label.trim().to_owned(), value.trim().to_owned()));
        }
    }
    Some(pairs)
}

/// Parses the paths in `fetch.txt`. Returns `None` if a line is not a URL, a length and a path.
pub(super) fn parse_fetch(text: &str, version: Version) -> Option<Vec<String>> {
    let lines = lines(text).filter(|line| !line.is_empty());
    lines
        .map(|line| {
            let (_, rest) = line.split_once([' ', '\t'])?;
            let (length, path) = rest.trim_start_matches([' ', '\t']).split_once([' ', '\t'])?;
            let known = length == "-" || length.bytes().all(|byte| byte.is_ascii_digit());
            let path = path.trim_start_matches([' ', '\t']);
            decode_path(path.strip_prefix("./").unwrap_or(path), version).filter(|_| known)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_declaration_is_read_to_the_letter() {
        let good = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";
        assert_eq!(declaration(good), Ok(Declaration { version: RFC, encoding: Encoding::Utf8 }));
        for bad in [
            "BagIt-Version: 1.0\n",
            "BagIt-Version : 1.0\nTag-File-Character-Encoding : UTF-8\n",
            "BagIt-Version: 1.0 \nTag-File-Character-Encoding: UTF-8\n",
            "BagIt-Version: .97\nTag-File-Character-Encoding: UTF-8\n",
            "BagIt-Version: 2.0\nTag-File-Character-Encoding: UTF-8\n",
            "BagIt-Version: 1.0\nTag-File-Character-Encoding: KOI8-R\n",
            "\u{FEFF}BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n",
            "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n\n",
            "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\nX: y\n",
            "",
        ] {
            assert!(declaration(bad.as_bytes()).is_err(), "{bad:?}");
        }
    }

    #[test]
    fn lines_of_manifests_are_read_to_the_letter() {
        let line = |text: &str| manifest_line(text, 4, RFC).map(|line| line.path);
        assert_eq!(line("00ff  data/a b").as_deref(), Some("data/a b"));
        assert_eq!(line("00FF\tdata/a").as_deref(), Some("data/a"));
        assert_eq!(line("00ff  data/100%25%0Ax").as_deref(), Some("data/100%\nx"));
        for bad in ["00ff", "00ff  ", " 00ff  data/a", "00f  data/a", "00fg  data/a", "00ff  data/a ", ""] {
            assert_eq!(line(bad), None, "{bad:?}");
        }
        assert_eq!(line("00ff  data/100%"), None);
        assert_eq!(
            manifest_line("00ff data/%7Ea", 4, (0, 97)).map(|line| line.path).as_deref(),
            Some("data/%7Ea")
        );
    }

    #[test]
    fn every_kind_of_line_break_ends_a_line() {
        assert_eq!(lines("a\r\nb\rc\nd\n").collect::<Vec<_>>(), ["a", "b", "c", "d"]);
        assert_eq!(lines("a\n\n").collect::<Vec<_>>(), ["a", ""]);
    }

    #[test]
    fn encodings_are_decoded_or_refused() {
        assert_eq!(Encoding::Utf8.decode(b"\xff"), None);
        assert_eq!(Encoding::Latin1.decode(b"\xe9").as_deref(), Some("é"));
        assert_eq!(Encoding::Utf16.decode(b"\xff\xfea\0").as_deref(), Some("a"));
        assert_eq!(Encoding::Utf16.decode(b"\xfe\xff\0a").as_deref(), Some("a"));
        assert_eq!(Encoding::Utf16.decode(b"\xfe\xff\0"), None);
    }
}
