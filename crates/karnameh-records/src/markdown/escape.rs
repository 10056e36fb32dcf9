//! Escapes text and URLs for HTML.

/// Appends a text and escapes the five characters with a meaning in HTML, SVG and quoted attributes.
///
/// All code that generates markup without a template uses this function.
pub fn escape_into(text: &str, out: &mut String) {
    let mut copied = 0;
    for (at, byte) in text.bytes().enumerate() {
        let entity = match byte {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            b'\'' => "&#39;",
            _ => continue,
        };
        out.push_str(&text[copied..at]);
        out.push_str(entity);
        copied = at + 1;
    }
    out.push_str(&text[copied..]);
}

/// Appends a URL for a quoted attribute. Percent-encodes characters that a URL must not contain; letters of any script
/// stay readable.
pub(super) fn address_into(address: &str, out: &mut String) {
    for (at, character) in address.char_indices() {
        match character {
            '&' => out.push_str("&amp;"),
            // A percent sign that begins no valid escape is meant literally.
            '%' if !is_encoded(&address[at..]) => out.push_str("%25"),
            '!' | '#'..='%' | '('..=';' | '=' | '?'..='Z' | '[' | ']' | '_' | 'a'..='z' | '~' => {
                out.push(character);
            }
            _ if !character.is_ascii() && character.is_alphanumeric() => out.push(character),
            _ => percent_into(character, out),
        }
    }
}

fn is_encoded(text: &str) -> bool {
    matches!(text.as_bytes(), [b'%', high, low, ..] if high.is_ascii_hexdigit() && low.is_ascii_hexdigit())
}

fn percent_into(character: char, out: &mut String) {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    for &byte in character.encode_utf8(&mut [0; 4]).as_bytes() {
        out.push('%');
        out.push(char::from(HEX[usize::from(byte >> 4)]));
        out.push(char::from(HEX[usize::from(byte & 15)]));
    }
}

/// Decodes percent-encoding. Returns `None` if the result is not UTF-8.
pub(super) fn decode(address: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(address.len());
    let mut rest = address.as_bytes();
    while let [first, tail @ ..] = rest {
        let pair = match rest {
            [b'%', high, low, ..] => hex(*high).zip(hex(*low)),
            _ => None,
        };
        if let Some((high, low)) = pair {
            bytes.push(high << 4 | low);
            rest = &rest[3..];
        } else {
            bytes.push(*first);
            rest = tail;
        }
    }
    String::from_utf8(bytes).ok()
}

fn hex(digit: u8) -> Option<u8> {
    match digit {
        b'0'..=b'9' => Some(digit - b'0'),
        b'a'..=b'f' => Some(digit - b'a' + 10),
        b'A'..=b'F' => Some(digit - b'A' + 10),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn address(text: &str) -> String {
        let mut out = String::new();
        address_into(text, &mut out);
        out
    }

    #[test]
    fn text_is_safe_in_markup_and_quotes() {
        let mut out = String::new();
        escape_into("«<b> & 'a' \"ب\"»", &mut out);
        assert_eq!(out, "«&lt;b&gt; &amp; &#39;a&#39; &quot;ب&quot;»");
    }

    #[test]
    fn addresses_are_safe_in_quotes() {
        for (typed, safe) in [
            ("https://x.ir/a?b=1&c=2#d", "https://x.ir/a?b=1&amp;c=2#d"),
            ("https://x.ir/محله", "https://x.ir/محله"),
            ("a b\"'<>`{}|\\^", "a%20b%22%27%3C%3E%60%7B%7D%7C%5C%5E"),
            ("50%25 %zz %", "50%25%20%25zz%20%25"),
            ("\u{202E}\u{200C}", "%E2%80%AE%E2%80%8C"),
        ] {
            assert_eq!(address(typed), safe);
        }
    }

    #[test]
    fn percent_encoding_comes_off() {
        assert_eq!(decode("%D9%85حله%2F%2e%2E%zz%").as_deref(), Some("محله/..%zz%"));
        assert_eq!(decode("%ff"), None);
    }
}
