//! JSON that preserves order, and a comparison that lists the first differences.

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};

/// A JSON value. Numbers stay text, so that `12` and `12.0` differ where it matters.
#[derive(Debug)]
pub(crate) enum Json {
    Null,
    Bool(bool),
    /// A whole number as digits.
    Number(String),
    Float(f64),
    Text(String),
    Array(Vec<Self>),
    Object(Vec<(String, Self)>),
}

impl Json {
    pub(crate) fn text(text: &str) -> Self {
        Self::Text(text.to_owned())
    }

    pub(crate) fn count(count: usize) -> Self {
        Self::Number(count.to_string())
    }

    pub(crate) fn maybe(number: Option<f64>) -> Self {
        number.map_or(Self::Null, Self::Float)
    }

    pub(crate) fn maybe_integer(number: Option<i64>) -> Self {
        number.map_or(Self::Null, |number| Self::Number(number.to_string()))
    }

    pub(crate) fn object<const N: usize>(fields: [(&str, Self); N]) -> Self {
        Self::Object(fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
    }

    fn get(&self, name: &str) -> Option<&Self> {
        match self {
            Self::Object(fields) => fields.iter().find(|(field, _)| field == name).map(|(_, value)| value),
            _ => None,
        }
    }

    fn number(&self) -> Option<f64> {
        match self {
            Self::Number(digits) => digits.parse().ok(),
            Self::Float(number) => Some(*number),
            _ => None,
        }
    }

    fn short(&self) -> String {
        match self {
            Self::Null => "null".to_owned(),
            Self::Bool(yes) => yes.to_string(),
            Self::Number(digits) => digits.clone(),
            Self::Float(number) => number.to_string(),
            Self::Text(text) => format!("«{text}»"),
            Self::Array(items) => {
                format!("[{}]", items.iter().map(Self::short).collect::<Vec<_>>().join(", "))
            }
            Self::Object(fields) => {
                let field = |(name, value): &(String, Self)| format!("{name}: {}", value.short());
                format!("{{{}}}", fields.iter().map(field).collect::<Vec<_>>().join(", "))
            }
        }
    }

    /// Returns the name of a row in messages: kind and id, otherwise its position; a text is its own name.
    fn name(&self, index: usize) -> String {
        if let Self::Text(text) = self {
            return text.clone();
        }
        let part = |name: &str| match self.get(name) {
            Some(Self::Text(text)) => Some(text.clone()),
            _ => None,
        };
        let words: Vec<String> = ["kind", "id"].into_iter().filter_map(part).collect();
        if words.is_empty() { index.to_string() } else { words.join(" ") }
    }
}

/// Returns every difference between the program's value and the oracle's.
pub(crate) fn differences(oracle: &Json, program: &Json) -> Vec<String> {
    let mut found = Vec::new();
    compare("", oracle, program, &mut found);
    found
}

fn compare(at: &str, oracle: &Json, program: &Json, found: &mut Vec<String>) {
    let mut say = |place: &str, oracle: String, program: String| {
        found.push(format!("{place}: the rules say {oracle}, the program {program}"));
    };
    match (oracle, program) {
        (Json::Object(left), Json::Object(right)) => {
            let keys = |fields: &[(String, Json)]| {
                let mut keys: Vec<String> = fields.iter().map(|(key, _)| key.clone()).collect();
                // No rule defines the order of states.
                if at.ends_with(".states") {
                    keys.sort();
                }
                keys.join(" ")
            };
            if keys(left) != keys(right) {
                say(&format!("{at} keys"), keys(left), keys(right));
            }
            for (key, value) in left {
                if let Some(other) = program.get(key) {
                    compare(&format!("{at}.{key}"), value, other, found);
                }
            }
        }
        (Json::Array(left), Json::Array(right)) => {
            let names = |items: &[Json]| -> Vec<String> {
                items.iter().enumerate().map(|(index, item)| item.name(index)).collect()
            };
            let (ours, theirs) = (names(left), names(right));
            if ours != theirs {
                say(at, ours.join(", "), theirs.join(", "));
                return;
            }
            for ((name, one), other) in ours.iter().zip(left).zip(right) {
                compare(&format!("{at}[{name}]"), one, other, found);
            }
        }
        (Json::Float(ours), other) => {
            let near = other.number().is_some_and(|theirs| (ours - theirs).abs() <= 1e-9);
            if !near {
                say(at, oracle.short(), program.short());
            }
        }
        (Json::Null, Json::Null) => {}
        (Json::Bool(ours), Json::Bool(theirs)) if ours == theirs => {}
        (Json::Number(ours), Json::Number(theirs)) | (Json::Text(ours), Json::Text(theirs))
            if ours == theirs => {}
        _ => say(at, oracle.short(), program.short()),
    }
}

impl<'de> Deserialize<'de> for Json {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Any;
        impl<'de> Visitor<'de> for Any {
            type Value = Json;

            fn expecting(&self, formatter: &mut std::fmt::Formatter) -> std::fmt::Result {
                formatter.write_str("JSON")
            }

            fn visit_unit<E>(self) -> Result<Json, E> {
                Ok(Json::Null)
            }

            fn visit_bool<E>(self, yes: bool) -> Result<Json, E> {
                Ok(Json::Bool(yes))
            }

            fn visit_i64<E>(self, number: i64) -> Result<Json, E> {
                Ok(Json::Number(number.to_string()))
            }

            fn visit_u64<E>(self, number: u64) -> Result<Json, E> {
                Ok(Json::Number(number.to_string()))
            }

            fn visit_f64<E>(self, number: f64) -> Result<Json, E> {
                Ok(Json::Float(number))
            }

            fn visit_str<E>(self, text: &str) -> Result<Json, E> {
                Ok(Json::text(text))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Json, A::Error> {
                let mut array = Vec::new();
                while let Some(item) = items.next_element()? {
                    array.push(item);
                }
                Ok(Json::Array(array))
            }

            fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<Json, A::Error> {
                let mut object = Vec::new();
                while let Some(field) = fields.next_entry()? {
                    object.push(field);
                }
                Ok(Json::Object(object))
            }
        }
        deserializer.deserialize_any(Any)
    }
}
