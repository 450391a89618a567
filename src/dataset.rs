//! The bundled document: what `build.rs` baked from `seeds/`, read back as a [`Document`].

use minsheng_document::{Document, baked};

static NUMBERS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/opinion.numbers"));
static TEXT: &str = include_str!(concat!(env!("OUT_DIR"), "/opinion.text"));

/// The Opinion.
pub fn opinion() -> Document {
    baked::document(NUMBERS, TEXT)
}

#[cfg(test)]
mod tests {
    use minsheng_document::baked::bake;

    #[test]
    fn what_is_read_is_what_was_baked() {
        let document = super::opinion();
        let baked = bake(&document);
        assert_eq!((baked.numbers.as_slice(), baked.text.as_str()), (super::NUMBERS, super::TEXT));
        assert!(!document.digest.is_empty(), "the last field is there");
    }
}
