//! Addresses by which people are reached: web, e-mail, telephone.

use super::super::row::Value;
use super::scalar::Slip;
use super::{codes, shown};
use crate::diag::Message;
use crate::persian::numbers::ascii_digits;

/// The longest address, in characters.
const URL_MAX: usize = 2000;

pub(super) fn url(text: &str) -> Result<Value, Slip> {
    match url_fault(text) {
        None => Ok(Value::Text(text.to_owned())),
        Some((fa, en)) => {
            let message = Message::new(fa, en).hint(
                "نشانی را کامل از نوار نشانی مرورگر بردارید، مانند https://www.example.ir/page",
                "Copy the whole address from the browser, as in https://www.example.ir/page",
            );
            Err((codes::BAD_URL, message))
        }
    }
}

/// Says whether a text is an absolute http(s) address without user info, as every field of that kind must be.
pub fn is_url(text: &str) -> bool {
    url_fault(text).is_none()
}

fn url_fault(text: &str) -> Option<(&'static str, &'static str)> {
    let (scheme, rest) = text.split_once("://").unwrap_or(("", text));
    if !scheme.eq_ignore_ascii_case("http") && !scheme.eq_ignore_ascii_case("https") {
        return Some((
            "نشانی باید با http:// یا https:// آغاز شود.",
            "An address begins with http:// or https://.",
        ));
    }
    if text.chars().count() > URL_MAX {
        return Some(("نشانی بیش از ۲۰۰۰ نویسه دارد.", "The address has more than 2,000 characters."));
    }
    if text.chars().any(|c| c.is_whitespace() || matches!(c, '"' | '<' | '>' | '\\' | '`')) {
        return Some((
            "در نشانی فاصله یا نویسه‌ای آمده که در نشانی جایی ندارد.",
            "The address holds a space or a sign that has no place in one.",
        ));
    }
    let authority = rest.split(['/', '?', '#']).next().unwrap_or("");
    if authority.contains('@') {
        return Some(("نشانی نام کاربری یا گذرواژه دارد.", "The address holds a user name or a password."));
    }
    (!is_host(authority))
        .then_some(("پس از :// نام میزبان درستی نیامده است.", "No proper host name follows ://."))
}

/// A name or number of a host, perhaps with a port. Persian host names are fine.
fn is_host(authority: &str) -> bool {
    let (host, port) = match authority.rsplit_once(':') {
        Some((host, port)) if !authority.ends_with(']') => (host, port),
        _ => (authority, "0"),
    };
    let port = port.parse::<u16>().is_ok();
    if let Some(number) = host.strip_prefix('[').and_then(|host| host.strip_suffix(']')) {
        return port && number.parse::<std::net::Ipv6Addr>().is_ok();
    }
    let label = |label: &str| {
        let inside = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '\u{200c}');
        !label.is_empty() && label.chars().all(inside) && !label.starts_with('-') && !label.ends_with('-')
    };
    port && host.strip_suffix('.').unwrap_or(host).split('.').all(label)
}

pub(super) fn email(text: &str) -> Result<Value, Slip> {
    let fine = text.split_once('@').is_some_and(|(name, host)| {
        let inside = |c: char| c.is_ascii_alphanumeric() || "!#$%&'*+/=?^_`{|}~.-".contains(c);
        let name = !name.is_empty()
            && name.chars().all(inside)
            && !name.starts_with('.')
            && !name.ends_with('.')
            && !name.contains("..");
        name && host.contains('.') && !host.contains(':') && is_host(host)
    });
    if fine && text.len() <= 254 {
        return Ok(Value::Text(text.to_owned()));
    }
    let message = Message::new(
        format!("«{}» رایانامه نیست.", shown(text)),
        format!("`{}` is no e-mail address.", shown(text)),
    )
    .hint(
        "آن را به شکل name@example.ir بنویسید، بدون فاصله.",
        "Write it like name@example.ir, without spaces.",
    );
    Err((codes::BAD_EMAIL, message))
}

/// Kept as typed, its digits made ASCII.
pub(super) fn phone(text: &str) -> Result<Value, Slip> {
    let number = ascii_digits(text);
    let bare = ["داخلی", "ext.", "ext"].iter().fold(number.clone(), |text, word| text.replacen(word, " ", 1));
    let inside = |c: char| c.is_ascii_digit() || c.is_whitespace() || "+-()/–\u{200c}\u{200e}".contains(c);
    let digits = bare.chars().filter(char::is_ascii_digit).count();
    if (3..=20).contains(&digits) && bare.chars().all(inside) {
        return Ok(Value::Text(number));
    }
    let message = Message::new(
        format!("«{}» شمارهٔ تلفن نیست.", shown(text)),
        format!("`{}` is no telephone number.", shown(text)),
    )
    .hint(
        "شماره را با پیش‌شماره بنویسید، مانند ۰۲۵-۳۷۷۰۰۰۰۰ یا «۰۲۵-۳۷۷۰۰۰۰۰ داخلی ۱۲».",
        "Write it with its area code, as in 025-37700000 or 025-37700000 ext. 12.",
    );
    Err((codes::BAD_PHONE, message))
}
