//! A TOML table read key by key: every unknown key, missing key and wrong type is a mistake at its own place, and
//! reading goes on. (`serde` would stop at the first one.)

use minsheng_document::Label;
use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

use crate::{
    diagnostic::Log,
    source::{At, Located, Source, Text},
};

/// A table of a seed file.
#[derive(Clone, Copy)]
pub struct Entry<'t, 's> {
    source: &'s Source,
    table: &'t DeTable<'s>,
    /// Where the table starts.
    pub at: At<'s>,
}

/// A value of a table, not yet known to be what is wanted.
#[derive(Clone, Copy)]
pub struct Item<'t, 's> {
    source: &'s Source,
    value: &'t DeValue<'s>,
    /// Where the value starts.
    pub at: At<'s>,
}

/// The tables of a file. Only the first mistake against TOML itself is noted: what follows it is guesswork.
pub fn toml<'s>(source: &'s Source, log: &mut Log) -> Option<Spanned<DeTable<'s>>> {
    let table = DeTable::parse(&source.text);
    table.map_err(|error| log.gap(source.at(error.span().map_or(0, |span| span.start)), error.message())).ok()
}

impl<'t, 's> Entry<'t, 's> {
    /// The root table of a file.
    pub fn root(source: &'s Source, table: &'t Spanned<DeTable<'s>>) -> Self {
        Entry { source, table: table.get_ref(), at: source.at(0) }
    }

    /// Notes every key that is not one of these.
    pub fn allow(&self, keys: &[&str], log: &mut Log) {
        for (key, _) in self.items() {
            if !keys.contains(&key.value.as_str()) {
                log.error(
                    key.at,
                    format!("unknown key `{}`; one of these was expected: {}", key.value, keys.join(", ")),
                );
            }
        }
    }

    /// All keys and values in the order of the file.
    pub fn items(&self) -> Vec<(Text<'s>, Item<'t, 's>)> {
        let mut entries: Vec<_> = self.table.iter().collect();
        entries.sort_by_key(|(key, _)| key.span().start);
        let item = |(key, value): (&'t Spanned<_>, &'t Spanned<DeValue<'s>>)| {
            let at = self.source.at(key.span().start);
            let key = Located { value: <_ as AsRef<str>>::as_ref(key.get_ref()).to_owned(), at };
            (key, Item { source: self.source, value: value.get_ref(), at: self.source.at(value.span().start) })
        };
        entries.into_iter().map(item).collect()
    }

    /// A value that may be absent.
    pub fn item(&self, key: &str) -> Option<Item<'t, 's>> {
        let value = self.table.get(key)?;
        Some(Item { source: self.source, value: value.get_ref(), at: self.source.at(value.span().start) })
    }

    /// A value that must be there.
    pub fn required(&self, key: &str, log: &mut Log) -> Option<Item<'t, 's>> {
        let item = self.item(key);
        if item.is_none() {
            log.gap(self.at, format!("key `{key}` is missing"));
        }
        item
    }

    /// A string.
    pub fn text(&self, key: &str, log: &mut Log) -> Option<Text<'s>> {
        self.required(key, log)?.text(log)
    }

    /// A list of strings.
    pub fn texts(&self, key: &str, log: &mut Log) -> Option<Vec<Text<'s>>> {
        self.required(key, log)?.texts(log)
    }

    /// A whole number.
    pub fn number(&self, key: &str, log: &mut Log) -> Option<Located<'s, u32>> {
        self.required(key, log)?.number(log)
    }

    /// The same words in both languages.
    pub fn label(&self, key: &str, log: &mut Log) -> Option<Label> {
        let entry = self.required(key, log)?.entry(log)?;
        entry.allow(&["zh-Hans", "en"], log);
        let (zh, en) = (entry.text("zh-Hans", log), entry.text("en", log));
        Some(Label { zh: zh?.value, en: en?.value })
    }

    /// Every table of a list (`[[key]]`), which may be absent, as what `read` makes of it.
    pub fn each<T>(&self, key: &str, read: impl Fn(Entry<'t, 's>, &mut Log) -> Option<T>, log: &mut Log) -> Vec<T> {
        let items = self.item(key).and_then(|item| item.items(log)).unwrap_or_default();
        let mut entry = |item: Item<'t, 's>| item.entry(log).and_then(|entry| read(entry, log));
        items.into_iter().filter_map(&mut entry).collect()
    }
}

impl<'t, 's> Item<'t, 's> {
    /// The value as a string that is not empty.
    pub fn text(&self, log: &mut Log) -> Option<Text<'s>> {
        let value = self.value.as_str().filter(|text| !text.trim().is_empty());
        self.wanted(value, "a string that is not empty", log)
            .map(|text| Located { value: text.to_owned(), at: self.at })
    }

    /// The value as a list of strings.
    pub fn texts(&self, log: &mut Log) -> Option<Vec<Text<'s>>> {
        let items = self.items(log)?;
        Some(items.into_iter().filter_map(|item| item.text(log)).collect())
    }

    /// The value as a whole number.
    pub fn number(&self, log: &mut Log) -> Option<Located<'s, u32>> {
        let integer = self.value.as_integer();
        let value = integer.and_then(|integer| u32::from_str_radix(integer.as_str(), integer.radix()).ok());
        self.wanted(value, "a whole number", log).map(|value| Located { value, at: self.at })
    }

    /// The value as `true` or `false`.
    pub fn flag(&self, log: &mut Log) -> Option<bool> {
        self.wanted(self.value.as_bool(), "true or false", log)
    }

    /// The value as a table.
    pub fn entry(&self, log: &mut Log) -> Option<Entry<'t, 's>> {
        let table = self.wanted(self.value.as_table(), "a table", log)?;
        Some(Entry { source: self.source, table, at: self.at })
    }

    /// The value as a list.
    pub fn items(&self, log: &mut Log) -> Option<Vec<Item<'t, 's>>> {
        let array = self.wanted(self.value.as_array(), "a list", log)?;
        let item = |value: &'t Spanned<DeValue<'s>>| {
            let at = self.source.at(value.span().start);
            Item { source: self.source, value: value.get_ref(), at }
        };
        Some(array.iter().map(item).collect())
    }

    /// Whether the value is a table.
    pub fn is_table(&self) -> bool {
        self.value.is_table()
    }

    fn wanted<T>(&self, value: Option<T>, what: &str, log: &mut Log) -> Option<T> {
        if value.is_none() {
            log.gap(self.at, format!("expected {what}"));
        }
        value
    }
}
