//! The document for other programs: the JSON contract, and the search the JavaScript API offers.

pub mod api;
pub mod contract;
pub mod json;
#[cfg(not(target_arch = "wasm32"))]
pub mod oembed;
