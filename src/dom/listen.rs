//! Callbacks from the browser that end with their owner: event listeners and one timer.

use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{Event, EventTarget, Window};

/// Listens to events of a target until it is dropped.
pub(super) struct Listener {
    target: EventTarget,
    names: &'static [&'static str],
    callback: Closure<dyn FnMut(Event)>,
}

impl Listener {
    /// Calls back for every event with one of these names.
    pub(super) fn new(
        target: &EventTarget,
        names: &'static [&'static str],
        callback: impl FnMut(Event) + 'static,
    ) -> Result<Self, JsValue> {
        let listener = Listener { target: target.clone(), names, callback: Closure::new(callback) };
        for name in names {
            target.add_event_listener_with_callback(name, listener.callback.as_ref().unchecked_ref())?;
        }
        Ok(listener)
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        for name in self.names {
            // Taking away a listener that is not there is no error.
            let _ = self.target.remove_event_listener_with_callback(name, self.callback.as_ref().unchecked_ref());
        }
    }
}

/// Calls back once, some time after it was last set; never once dropped.
pub(super) struct Timer {
    window: Window,
    callback: Closure<dyn FnMut()>,
    running: Option<i32>,
}

impl Timer {
    /// A timer that is not running.
    pub(super) fn new(window: Window, callback: impl FnMut() + 'static) -> Self {
        Timer { window, callback: Closure::new(callback), running: None }
    }

    /// Starts it, or starts it afresh.
    pub(super) fn set(&mut self, milliseconds: i32) {
        self.stop();
        let callback = self.callback.as_ref().unchecked_ref();
        self.running = self.window.set_timeout_with_callback_and_timeout_and_arguments_0(callback, milliseconds).ok();
    }

    fn stop(&mut self) {
        if let Some(running) = self.running.take() {
            self.window.clear_timeout_with_handle(running);
        }
    }
}

impl Drop for Timer {
    fn drop(&mut self) {
        self.stop();
    }
}
