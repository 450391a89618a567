//! The bundled document: bytes that `build.rs` baked from `seeds/`, read back as a [`Document`].

use minsheng_document::Document;

static OPINION: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/opinion.bin"));

/// The Opinion. The bytes are written by the same types in the same build, so they always read back.
#[expect(clippy::expect_used, reason = "dataset and types are baked in one build")]
pub fn opinion() -> Document {
    postcard::from_bytes(OPINION).expect("the dataset was written by this build")
}
