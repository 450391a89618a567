//! Characters that look like those of the text: what Unicode has for compatibility (Kangxi radicals, compatibility
//! ideographs, letters and digits in circles and of other faces), and what its tables leave out, from `alike.toml`.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::LazyLock,
};

use minsheng_document::Document;
use unicode_normalization::UnicodeNormalization;

use crate::{diagnostic::Log, parse::Declared};

/// Every character that stands for one other, and that one. Behind these planes Unicode has ideographs alone.
static COMPATIBLE: LazyLock<Vec<(char, char)>> = LazyLock::new(|| {
    let pairs = ('\u{80}'..='\u{2ffff}').map(|c| (c, plain(c)));
    pairs.filter(|(c, plain)| c != plain && !is_width(*c)).collect()
});

/// Every character that looks like one of the text or of its other forms, and the text's character; sorted. Needs the
/// document's folds.
pub fn alike(document: &Document, declared: &Declared<'_>, log: &mut Log) -> Vec<(char, char)> {
    let mut known = known(document, declared);
    let mut pairs: BTreeMap<char, char> = BTreeMap::new();
    for forms in &declared.alike {
        let Some(form) = known.get(&forms.form.value).copied() else {
            log.error(forms.form.at, format!("`{}` does not occur in the text", forms.form.value));
            continue;
        };
        for other in forms.others.value.chars() {
            if known.contains_key(&other) {
                log.error(
                    forms.others.at,
                    format!("`{other}` occurs in the text itself, or is a form of its characters"),
                );
            } else if pairs.insert(other, form).is_some() {
                log.error(forms.others.at, format!("`{other}` is folded twice"));
            }
        }
    }
    known.extend(&pairs);
    for (other, plain) in COMPATIBLE.iter().filter(|(other, _)| !known.contains_key(other)) {
        pairs.extend(known.get(plain).map(|form| (*other, *form)));
    }
    pairs.into_iter().collect()
}

/// Every character that search tells apart, and which character of the text it counts as.
fn known(document: &Document, declared: &Declared<'_>) -> BTreeMap<char, char> {
    let text: BTreeSet<char> =
        document.lines().concat().chars().chain(super::reader_words::answered(declared)).collect();
    text.into_iter().flat_map(|c| [(c, c), (plain(c), c)]).chain(document.folds.iter().copied()).collect()
}

/// The one character that Unicode has this one for, in lower case; itself, where it is for none or for several.
fn plain(c: char) -> char {
    let mut plain = c.nfkc();
    match (plain.next(), plain.next()) {
        (Some(plain), None) => plain.to_ascii_lowercase(),
        _ => c,
    }
}

/// Full-width ASCII and spaces, which the page folds by rule.
fn is_width(c: char) -> bool {
    matches!(c, '\u{ff01}'..='\u{ff5e}') || c.is_whitespace()
}
