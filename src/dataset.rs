//! The bundled document: what `build.rs` baked from `seeds/`, read back as a [`Document`].

pub use minsheng_document::baked::{Part, Parts};
use minsheng_document::{Document, baked};

static NUMBERS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/opinion.numbers"));
static TEXT: &str = include_str!(concat!(env!("OUT_DIR"), "/opinion.text"));

/// Every part. The site ships each as a file of its own; nothing the wasm does names them, so the linker leaves them out.
pub static PARTS: Parts<&str> = Parts {
    notes: include_str!(concat!(env!("OUT_DIR"), "/opinion.notes")),
    english: include_str!(concat!(env!("OUT_DIR"), "/opinion.en")),
};

/// The table for Traditional characters. Shipped like a part, to those who read in them.
pub static TRADITIONAL: &str = include_str!(concat!(env!("OUT_DIR"), "/traditional.forms"));

/// The Opinion with these parts; without one, it is whole but for that.
pub fn opinion(parts: Parts<&str>) -> Document {
    baked::document(NUMBERS, TEXT, parts)
}

#[cfg(test)]
mod tests {
    use super::{PARTS, Parts, opinion};
    use crate::{route::Lang, words::label};
    use minsheng_document::{Document, English, Readings, baked::bake};

    #[test]
    fn what_is_read_is_what_was_baked() {
        let baked = bake(&opinion(PARTS));
        assert_eq!((baked.numbers.as_slice(), baked.text.as_str()), (super::NUMBERS, super::TEXT));
        assert_eq!((baked.parts.notes.as_str(), baked.parts.english.as_str()), (PARTS.notes, PARTS.english));
    }

    #[test]
    fn without_notes_all_but_the_notes_is_there() {
        let (bare, whole) = (opinion(Parts::default()), opinion(PARTS));
        let english_alone = opinion(Parts { notes: "", ..PARTS });
        assert_eq!((&bare.clauses, &bare.digest), (&whole.clauses, &whole.digest));
        assert_eq!(english_alone.targets, whole.targets);
        assert!(!bare.has_notes() && whole.has_notes());
        assert!(bare.readings == Readings::default() && whole.readings != bare.readings);
        assert!(
            bare.commentary.is_empty() && bare.absent.is_empty() && bare.synonyms.is_empty() && bare.folds.is_empty()
        );
        assert!(bare.plain.is_empty() && bare.terms.is_empty() && bare.english == English::default());
        assert!(!whole.commentary.is_empty() && !whole.absent.is_empty() && !whole.synonyms.is_empty());
    }

    #[test]
    fn without_the_english_part_labels_are_chinese() {
        let labels =
            |document: &Document| document.personas.iter().map(|it| label(&it.label, Lang::En).to_owned()).collect();
        let (bare, whole): (Vec<String>, Vec<String>) = (labels(&opinion(Parts::default())), labels(&opinion(PARTS)));
        assert!(
            bare.iter().all(|label| !label.is_empty() && !label.is_ascii())
                && whole.iter().all(|label| label.is_ascii())
        );
    }

    #[test]
    fn the_english_part_goes_along_with_the_lists_it_is_of() {
        let whole = opinion(PARTS);
        let lengths = (whole.clauses.len(), whole.plain.len());
        assert_eq!((whole.english.clauses.len(), whole.english.plain.len()), lengths);
        let notes_alone = opinion(Parts { english: "", ..PARTS });
        assert_eq!((notes_alone.english, notes_alone.plain), (English::default(), whole.plain));
    }
}
