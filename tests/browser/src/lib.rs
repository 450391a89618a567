//! A real browser, driven over WebDriver: what the tests in `tests/` and `cargo xtask shots` and `bench` share.
//!
//! It knows the page only by its promises: the URL fragment is the state, and the performance mark `minsheng:ready`
//! says that the page answers. What engines there are is known to `engine`, and what
//! each lets a test do to `session`, `window` and `probe`.

mod aria;
mod axe;
mod embed;
mod engine;
mod given;
mod golden;
mod host;
mod icon;
mod keys;
mod media;
mod offline;
mod page;
mod paper;
mod probe;
mod session;
mod soak;
mod stage;
mod views;
mod window;

pub use axe::Rules;
pub use embed::{embed, inside, variant};
pub use engine::Engine;
pub use given::{LEFT_OUT, LONG_RUN, NOT_IN, given, has_time, left_out_variable, missing_variable};
pub use golden::expect;
pub use host::{Edition, Host};
pub use icon::{ICONS, Icon};
pub use keys::Key;
pub use media::{Media, Size};
pub use page::Page;
pub use paper::{Picture, Printed, Word, find};
pub use probe::{Evidence, Memory};
pub use session::Session;
pub use soak::{Sample, judge, ratios, soak};
pub use stage::{
    KIOSK, in_engines, in_every_engine, in_every_engine_of, needs_a_long_run, on_page, on_page_in, on_page_of,
    with_a_host, with_a_host_in,
};
pub use views::{LANGUAGES, LARGE, SCRIPTS, THEMES, VIEWS, in_dress};
