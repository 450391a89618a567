//! The document for other programs and other people: the JSON contract, the search the JavaScript API offers, and the
//! whole document in the formats that archives, editors and statisticians already read. What only files are made of is
//! native.

pub mod api;
pub mod contract;
pub mod csv;
pub mod json;
pub mod markdown;

#[cfg(not(target_arch = "wasm32"))]
pub mod akn;
#[cfg(not(target_arch = "wasm32"))]
pub mod annotations;
#[cfg(not(target_arch = "wasm32"))]
mod apparatus;
#[cfg(not(target_arch = "wasm32"))]
pub mod dictionary;
#[cfg(not(target_arch = "wasm32"))]
pub mod files;
#[cfg(not(target_arch = "wasm32"))]
pub mod legislation;
#[cfg(not(target_arch = "wasm32"))]
pub mod oembed;
#[cfg(not(target_arch = "wasm32"))]
pub mod table_schema;
#[cfg(not(target_arch = "wasm32"))]
pub mod tei;
#[cfg(not(target_arch = "wasm32"))]
pub mod xml;
#[cfg(not(target_arch = "wasm32"))]
pub mod zip;

#[cfg(not(target_arch = "wasm32"))]
pub use files::{FILES, file};
