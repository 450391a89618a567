//! A JSON value, so that one shape serves the file, the JavaScript API and whatever comes next with one serialiser.

use serde::{Serialize, Serializer, ser::SerializeMap};

/// A value.
#[derive(Clone, Debug, PartialEq)]
pub enum Json<'a> {
    /// Nothing.
    Null,
    /// Yes; only schemas say so.
    #[cfg(not(target_arch = "wasm32"))]
    True,
    /// A count; the contract has no other numbers.
    Number(usize),
    /// Text.
    Text(String),
    /// Values in order.
    List(Vec<Json<'a>>),
    /// Named values, in the order they are written.
    Object(Vec<(&'a str, Json<'a>)>),
}

impl Serialize for Json<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Json::Null => serializer.serialize_unit(),
            #[cfg(not(target_arch = "wasm32"))]
            Json::True => serializer.serialize_bool(true),
            Json::Number(n) => serializer.serialize_u32(u32::try_from(*n).unwrap_or(u32::MAX)),
            Json::Text(text) => serializer.serialize_str(text),
            Json::List(list) => serializer.collect_seq(list),
            Json::Object(fields) => {
                let mut map = serializer.serialize_map(Some(fields.len()))?;
                fields.iter().try_for_each(|(name, value)| map.serialize_entry(name, value))?;
                map.end()
            }
        }
    }
}

impl From<&str> for Json<'_> {
    #[inline(never)]
    fn from(text: &str) -> Self {
        Json::Text(text.into())
    }
}

impl From<&String> for Json<'_> {
    fn from(text: &String) -> Self {
        text.as_str().into()
    }
}

impl From<String> for Json<'_> {
    fn from(text: String) -> Self {
        Json::Text(text)
    }
}

impl From<usize> for Json<'_> {
    fn from(n: usize) -> Self {
        Json::Number(n)
    }
}

impl From<u16> for Json<'_> {
    fn from(n: u16) -> Self {
        Json::Number(n.into())
    }
}

impl<'a, T: Into<Json<'a>>> From<Option<T>> for Json<'a> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Json::Null, Into::into)
    }
}

impl<'a, T: Into<Json<'a>>> FromIterator<T> for Json<'a> {
    fn from_iter<I: IntoIterator<Item = T>>(values: I) -> Self {
        let mut list = Vec::new();
        values.into_iter().for_each(|value| list.push(value.into()));
        Json::List(list)
    }
}

/// An object that is being written, field by field.
#[derive(Default)]
pub struct Fields<'a>(Vec<(&'a str, Json<'a>)>);

impl<'a> Fields<'a> {
    /// With this field after the others.
    #[must_use]
    pub fn with(self, name: &'a str, value: impl Into<Json<'a>>) -> Self {
        self.and(name, value.into())
    }

    /// With this list after the others.
    #[must_use]
    pub fn list<T: Into<Json<'a>>>(self, name: &'a str, values: impl IntoIterator<Item = T>) -> Self {
        self.and(name, values.into_iter().collect())
    }

    #[inline(never)]
    fn and(mut self, name: &'a str, value: Json<'a>) -> Self {
        self.0.push((name, value));
        self
    }
}

impl<'a> From<Fields<'a>> for Json<'a> {
    fn from(fields: Fields<'a>) -> Self {
        Json::Object(fields.0)
    }
}
