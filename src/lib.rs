//! Minsheng Explorer: one official document made findable, quotable and embeddable.
//!
//! ```text
//! dataset --decode--> Document --build--> Index        once, at start
//! route --parse--> Route --search--> Hits --view--> Tree --> DOM or HTML     on every change
//! DOM event --write--> route                                                 the only way back
//! ```
//!
//! Modules stand in reading order, and a module may import only modules above it. Everything down to `page` is pure and
//! runs natively as it does in the browser; `dom` and `web` are the only modules that know a browser.

#![cfg_attr(
    not(test),
    deny(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::unreachable)
)]

/// Whether this build has every view. The page and its embeds begin without the kiosk's, the checker and the matrix, and are
/// smaller for it; natively everything is there.
pub const WHOLE: bool = cfg!(any(feature = "whole", not(target_arch = "wasm32")));

/// Whether this build can stand in an article.
pub const EMBEDS: bool = WHOLE || cfg!(feature = "embed");

/// Whether this build can have a window of its own.
pub const WINDOWS: bool = WHOLE || !EMBEDS;

/// Whether this build speaks English. The page shows English with the whole module (`www/explorer.js`).
pub const ENGLISH: bool = EMBEDS;

pub mod bounds;
pub mod bits;
pub mod dataset;
pub mod fold;
pub mod pinyin;
pub mod joined;
pub mod percent;
pub mod query;
pub mod english;
pub mod index;
pub mod candidates;
pub mod setting;
pub mod route;
pub mod frame;
pub mod search;
pub mod order;
pub mod quote;
pub mod qr;
pub mod marks;
pub mod words;
pub mod tree;
pub mod keyed;
pub mod html;
pub mod hant;
pub mod cite;
pub mod export;
pub mod view;
pub mod page;

#[cfg(target_arch = "wasm32")]
mod dom;
#[cfg(target_arch = "wasm32")]
mod web;
