//! `calendar.ics`: what is due and which meetings come, as all-day events (RFC 5545).
//!
//! An event ends on the day after, as the standard wants; its stamp is the report's day; its UID is made of the
//! province and the record, so that it stays the same through all editions and differs from other provinces'.

use sha2::{Digest as _, Sha256};

use crate::persian::Day;
use crate::persian::text::isolate;
use crate::site::agenda::{Agenda, Appointment};

use super::{titled, uri};

/// The most octets of a line, without its end (RFC 5545, 3.1).
const LINE: usize = 75;

/// The bytes of the calendar.
pub fn calendar(agenda: &Agenda) -> Vec<u8> {
    let mut out = Lines(String::new());
    out.put("BEGIN", "VCALENDAR");
    out.put("VERSION", "2.0");
    out.put("PRODID", "-//Karnameh//Karnameh//FA");
    out.put("CALSCALE", "GREGORIAN");
    out.put("METHOD", "PUBLISH");
    out.put("X-WR-CALNAME", &escaped(&isolate(&agenda.title)));
    let realm = realm(&agenda.province);
    for appointment in &agenda.appointments {
        event(&mut out, agenda, appointment, &realm);
    }
    out.put("END", "VCALENDAR");
    out.0.into_bytes()
}

fn event(out: &mut Lines, agenda: &Agenda, of: &Appointment, realm: &str) {
    out.put("BEGIN", "VEVENT");
    out.put("UID", &format!("{}@{realm}", uri(&of.key)));
    out.put("DTSTAMP", &format!("{}T000000Z", date(agenda.day)));
    out.put("DTSTART;VALUE=DATE", &date(of.day));
    out.put("DTEND;VALUE=DATE", &date(of.day.plus(1)));
    out.put("SUMMARY", &escaped(&titled(&of.word, &of.title, of.sample)));
    if !of.text.is_empty() {
        out.put("DESCRIPTION", &escaped(&of.text));
    }
    if !of.place.is_empty() {
        out.put("LOCATION", &escaped(&of.place));
    }
    if let Some(url) = &agenda.url {
        out.put("URL", &format!("{url}/{}", of.href));
    }
    out.put("CATEGORIES", &escaped(&of.word));
    out.put("TRANSP", "TRANSPARENT");
    out.put("END", "VEVENT");
}

/// What stands behind the `@` of a UID: nobody's domain, another for each province.
fn realm(province: &str) -> String {
    let digest: [u8; 32] = Sha256::digest(province.as_bytes()).into();
    let number = digest[..8].iter().fold(0_u64, |number, byte| number << 8 | u64::from(*byte));
    format!("{number:016x}.karnameh.invalid")
}

fn date(day: Day) -> String {
    day.iso().replace('-', "")
}

/// A text value: `\`, `;`, `,` and line breaks are escaped (RFC 5545, 3.3.11).
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\\' | ';' | ',' => out.extend(['\\', letter]),
            '\n' => out.push_str("\\n"),
            '\r' => {}
            other => out.push(other),
        }
    }
    out
}

/// Content lines, folded between characters.
struct Lines(String);

impl Lines {
    fn put(&mut self, name: &str, value: &str) {
        let mut room = LINE;
        for letter in name.chars().chain([':']).chain(value.chars()) {
            if letter.len_utf8() > room {
                self.0.push_str("\r\n ");
                room = LINE - 1;
            }
            self.0.push(letter);
            room -= letter.len_utf8();
        }
        self.0.push_str("\r\n");
    }
}

#[cfg(test)]
mod tests {
    use super::{LINE, Lines, escaped};

    #[test]
    fn long_lines_are_folded_between_characters() {
        let value = "محله\u{200c}محوری، ".repeat(20);
        let mut lines = Lines(String::new());
        lines.put("SUMMARY", &value);
        assert!(lines.0.trim_end().split("\r\n").all(|line| line.len() <= LINE));
        assert!(lines.0.matches("\r\n ").count() > 3);
        assert_eq!(lines.0.replace("\r\n ", ""), format!("SUMMARY:{value}\r\n"));
    }

    #[test]
    fn text_ends_no_line_and_no_value() {
        assert_eq!(escaped("a;b,c\\d\r\ne"), "a\\;b\\,c\\\\d\\ne");
    }
}
