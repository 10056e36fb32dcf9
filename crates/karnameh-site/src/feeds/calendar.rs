//! Generates `calendar.ics`: due dates and upcoming meetings as all-day events (RFC 5545).
//!
//! An all-day event ends on the following day, as the standard requires. `DTSTAMP` is the report's day, so that output is
//! reproducible. The UID contains the province and the record's key: it is stable across editions and unique among
//! provinces.

use sha2::{Digest as _, Sha256};

use crate::persian::Day;
use crate::persian::text::isolate;
use crate::site::agenda::{Agenda, Appointment};

use super::{labeled_title, uri};

/// The maximum length of a line in octets, without the line break (RFC 5545, 3.1).
const LINE: usize = 75;

pub fn calendar(agenda: &Agenda) -> Vec<u8> {
    let mut out = Lines(String::new());
    out.line("BEGIN", "VCALENDAR");
    out.line("VERSION", "2.0");
    out.line("PRODID", "-//Karnameh//Karnameh//FA");
    out.line("CALSCALE", "GREGORIAN");
    out.line("METHOD", "PUBLISH");
    out.line("X-WR-CALNAME", &escape(&isolate(&agenda.title)));
    let realm = realm(&agenda.province);
    for appointment in &agenda.appointments {
        event(&mut out, agenda, appointment, &realm);
    }
    out.line("END", "VCALENDAR");
    out.0.into_bytes()
}

fn event(out: &mut Lines, agenda: &Agenda, appointment: &Appointment, realm: &str) {
    out.line("BEGIN", "VEVENT");
    out.line("UID", &format!("{}@{realm}", uri(&appointment.key)));
    out.line("DTSTAMP", &format!("{}T000000Z", date(agenda.day)));
    out.line("DTSTART;VALUE=DATE", &date(appointment.day));
    out.line("DTEND;VALUE=DATE", &date(appointment.day.plus(1)));
    out.line("SUMMARY", &escape(&labeled_title(&appointment.word, &appointment.title, appointment.sample)));
    if !appointment.text.is_empty() {
        out.line("DESCRIPTION", &escape(&appointment.text));
    }
    if !appointment.place.is_empty() {
        out.line("LOCATION", &escape(&appointment.place));
    }
    if let Some(url) = &agenda.url {
        out.line("URL", &format!("{url}/{}", appointment.href));
    }
    out.line("CATEGORIES", &escape(&appointment.word));
    out.line("TRANSP", "TRANSPARENT");
    out.line("END", "VEVENT");
}

/// Returns the part of a UID after the `@`: different for each province, and under the reserved domain `.invalid`.
fn realm(province: &str) -> String {
    let digest: [u8; 32] = Sha256::digest(province.as_bytes()).into();
    let number = digest[..8].iter().fold(0_u64, |number, byte| number << 8 | u64::from(*byte));
    format!("{number:016x}.karnameh.invalid")
}

fn date(day: Day) -> String {
    day.iso().replace('-', "")
}

/// Escapes `\`, `;`, `,` and line breaks in a text value (RFC 5545, 3.3.11).
fn escape(text: &str) -> String {
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

/// Content lines. Long lines are folded between characters, never inside one.
struct Lines(String);

impl Lines {
    fn line(&mut self, name: &str, value: &str) {
        let mut room = LINE;
        for letter in name.chars().chain([':']).chain(value.chars()) {
            if letter.len_utf8() > room {
                self.0.push_str("\r\n ");
                // The continuation line begins with a space, which counts.
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
    use super::{LINE, Lines, escape};

    #[test]
    fn long_lines_are_folded_between_characters() {
        let value = "محله\u{200c}محوری، ".repeat(20);
        let mut lines = Lines(String::new());
        lines.line("SUMMARY", &value);
        assert!(lines.0.trim_end().split("\r\n").all(|line| line.len() <= LINE));
        assert!(lines.0.matches("\r\n ").count() > 3);
        assert_eq!(lines.0.replace("\r\n ", ""), format!("SUMMARY:{value}\r\n"));
    }

    #[test]
    fn text_ends_no_line_and_no_value() {
        assert_eq!(escape("a;b,c\\d\r\ne"), "a\\;b\\,c\\\\d\\ne");
    }
}
