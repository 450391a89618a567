//! The loop's other half: a page mounted in a host, the reader's events, and the way from one to the other.
//!
//! ```text
//! event --action--> route --page--> tree --patch--> DOM, then `minsheng:route` on the host
//! ```

mod action;
mod listen;
mod live;
mod mounted;
mod state;
mod watch;

use std::rc::Rc;

use wasm_bindgen::JsValue;
use web_sys::Element;

use self::{listen::Listener, state::State};
use crate::{frame::Frame, page::Explorer};

const EVENTS: &[&str] = &["click", "change", "input", "submit", "keydown", "compositionstart", "compositionend"];

/// A mounted page. It answers events until dropped; what it shows stays.
pub struct Session {
    state: Rc<State>,
    _listener: Listener,
}

impl Session {
    /// Mounts the page of a route in an element. A static page that is there already is taken over untouched.
    pub fn start(host: Element, route: &str, frame: Frame) -> Result<Session, JsValue> {
        let state = State::mount(host.clone(), route, frame)?;
        let listening = state.clone();
        let listener = Listener::new(&host, EVENTS, move |event| listening.hear(&event))?;
        Ok(Session { state, _listener: listener })
    }

    /// The canonical route of what is shown.
    pub fn route(&self) -> String {
        self.state.route()
    }

    /// The title of what is shown.
    pub fn title(&self) -> String {
        self.state.title()
    }

    /// What was not understood of the route last asked for, a line for each part.
    pub fn notices(&self) -> String {
        self.state.notices()
    }

    /// Shows another route, without an event and without moving scroll. Gives its canonical form.
    pub fn set_route(&self, route: &str) -> Result<String, JsValue> {
        self.state.show(route)?;
        self.state.settle();
        Ok(self.route())
    }

    /// Shows the page once more, with what has come since.
    pub fn refresh(&self) -> Result<(), JsValue> {
        self.state.again()
    }

    /// A place as others are to cite it, in the characters of what is shown.
    pub fn cite(&self, place: &str, form: &str) -> String {
        let explorer = self.state.explorer();
        explorer.cite(place, form, explorer.script(&self.route()))
    }

    /// Brings the place that the route names into view and focuses it; tells whether it names one.
    pub fn reveal(&self) -> bool {
        self.state.reveal().is_some()
    }

    /// Focuses the search field; tells whether this view has one.
    pub fn focus_search(&self) -> bool {
        self.state.find().is_some()
    }

    /// With what stands on paper only, or without it again.
    #[cfg(feature = "whole")]
    pub fn for_paper(&self, on: bool) -> Result<(), JsValue> {
        self.state.for_paper(on)
    }

    /// Panics while the page is borrowed.
    #[cfg(feature = "whole")]
    pub fn fault(&self) {
        self.state.fault();
    }

    /// The document and its search.
    pub fn explorer(&self) -> &Explorer {
        self.state.explorer()
    }
}
