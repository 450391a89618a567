//! Tells whether others have changed the page: translators, dictionaries, highlighters, scripts of the host. The changes that
//! the page makes itself do not count.

use js_sys::{Function, JSON, Reflect, Set};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, MutationObserver};

/// Every kind of change to a node below the host.
const KINDS: &str = r#"{"childList":1,"characterData":1,"attributes":1,"subtree":1}"#;
/// What is in the set where others have changed something.
const MARK: JsValue = JsValue::NULL;

/// Watches the nodes below a host until it is dropped.
pub(super) struct Watch {
    observer: MutationObserver,
    /// The browser itself puts the mark in it, with no code of ours in between.
    altered: Set,
}

impl Watch {
    /// Begins to watch.
    pub(super) fn new(host: &Element) -> Result<Self, JsValue> {
        let altered = Set::new(&JsValue::UNDEFINED);
        let add: Function = Reflect::get(&altered, &"add".into())?.unchecked_into();
        let observer = MutationObserver::new(add.bind1(&altered, &MARK).unchecked_ref())?;
        observer.observe_with_options(host, JSON::parse(KINDS)?.unchecked_ref())?;
        Ok(Watch { observer, altered })
    }

    /// Whether others have changed something since this was last asked. The page asks before it makes a change of its own.
    pub(super) fn is_altered(&self) -> bool {
        self.note();
        self.altered.delete(&MARK)
    }

    /// Keeps in mind what others have changed up to now.
    pub(super) fn note(&self) {
        if self.observer.take_records().length() > 0 {
            self.altered.add(&MARK);
        }
    }

    /// Leaves out the page's own change, which has just been made.
    pub(super) fn discard(&self) {
        self.observer.take_records();
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}
