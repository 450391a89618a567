//! The bundled document: bytes that `build.rs` baked from `seeds/`, read back as a [`Document`].

use minsheng_document::{Document, baked};

static OPINION: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/opinion.bin"));

/// The Opinion.
pub fn opinion() -> Document {
    baked::document(OPINION)
}

#[cfg(test)]
mod tests {
    #[test]
    fn what_is_read_is_what_was_baked() {
        let document = super::opinion();
        assert_eq!(postcard::to_allocvec(&document).unwrap(), super::OPINION);
        assert!(!document.digest.is_empty(), "the last field is there");
    }
}
