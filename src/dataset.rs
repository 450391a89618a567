//! The bundled document: what `build.rs` baked from `seeds/`, read back as a [`Document`].

use minsheng_document::{Document, baked};

static NUMBERS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/opinion.numbers"));
static TEXT: &str = include_str!(concat!(env!("OUT_DIR"), "/opinion.text"));

/// Definitions, reasons, sources, synonyms, readings, layers. The site ships them as a file of their own, because no filter waits
/// for them; nothing the wasm does names them, so the linker leaves them out of it.
pub static NOTES: &str = include_str!(concat!(env!("OUT_DIR"), "/opinion.notes"));

/// The Opinion with these notes; with none, it is whole but for them.
pub fn opinion(notes: &str) -> Document {
    baked::document(NUMBERS, TEXT, notes)
}

#[cfg(test)]
mod tests {
    use minsheng_document::{Readings, baked::bake};

    #[test]
    fn what_is_read_is_what_was_baked() {
        let baked = bake(&super::opinion(super::NOTES));
        assert_eq!((baked.numbers.as_slice(), baked.text.as_str()), (super::NUMBERS, super::TEXT));
        assert_eq!(baked.notes, super::NOTES);
    }

    #[test]
    fn without_notes_all_but_the_notes_is_there() {
        let (bare, whole) = (super::opinion(""), super::opinion(super::NOTES));
        assert_eq!((&bare.clauses, &bare.targets, &bare.digest), (&whole.clauses, &whole.targets, &whole.digest));
        assert!(!bare.has_notes() && whole.has_notes());
        assert!(bare.readings == Readings::default() && whole.readings != bare.readings);
        assert!(bare.commentary.is_empty() && bare.absent.is_empty() && bare.synonyms.is_empty());
        assert!(!whole.commentary.is_empty() && !whole.absent.is_empty() && !whole.synonyms.is_empty());
    }
}
