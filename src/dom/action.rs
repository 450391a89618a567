//! What the reader wants, read from an event by the attributes listed in `tree`. What means nothing here is left to the
//! browser, and so is every modified click: opening a link in a new tab is the reader's right.
//!
//! Anybody may make an event: one that a browser fills a field with has no key, and one of a script may have properties that
//! throw. So every property is read by `Reflect`, which catches, and is taken for what it is.

use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, HtmlInputElement, HtmlTextAreaElement};

use crate::{WHOLE, frame::Frame};

/// What can be pressed.
const PRESSED: &str = "a[href],button[data-route],button[data-toggle],button[data-fill],[aria-disabled=true]";
/// The search field.
const FIELD: &str = "form[data-search] input[type=search]";
/// Where a stroke is a letter and no command.
const WRITTEN_IN: &str = "input:not([type=checkbox]):not([type=radio]),textarea,select,[contenteditable]";

/// What the reader wants.
pub(super) enum Action {
    /// To go to a route by a link: the place it names is to be seen.
    Follow(String),
    /// To go to a route by a control.
    Choose(String),
    /// To search for this text, unless an input method is still at work on it.
    Type(String),
    /// To have this text checked.
    Paste(String),
    /// To have the field for pasted text hold this.
    Fill(String),
    /// To search for this text: it is written out, whatever an input method did or did not tell.
    Wrote(String),
    /// To empty this search field.
    Clear(HtmlInputElement),
    /// To be at the element with this id.
    Jump(String),
    /// To open or close what this button controls.
    Toggle(Element),
    /// To be in the search field.
    Find,
    /// To write with an input method: what is in the field is no query yet.
    Compose,
}

/// Reads an event on a page in this frame. What the browser would do of itself is prevented where an action takes its
/// place.
pub(super) fn read(event: &Event, frame: &Frame) -> Option<Action> {
    let target: Element = property(event, "target").unchecked_into();
    // Fails for everything but an element. Not by `instanceof`: one of another frame is an element too.
    target.matches("*").ok()?;
    match property(event, "type").as_string()?.as_str() {
        "click" => click(event, &target, frame),
        "change" => change(&target, frame),
        "keydown" => key(event, target),
        "submit" => submit(event, &target),
        "compositionstart" => field(target).map(|_| Action::Compose),
        "compositionend" => field(target).map(|field| Action::Wrote(field.value())),
        "input" if target.has_attribute("data-paste") => pasted(&target).map(Action::Paste),
        "input" if says(event, "isComposing") => None,
        "input" => field(target).map(|field| Action::Type(field.value())),
        _ => None,
    }
}

/// A property of an event; undefined where it cannot be read.
fn property(event: &Event, name: &str) -> JsValue {
    Reflect::get(event, &name.into()).unwrap_or_default()
}

fn says(event: &Event, name: &str) -> bool {
    property(event, name).is_truthy()
}

fn click(event: &Event, target: &Element, frame: &Frame) -> Option<Action> {
    let pressed = target.closest(PRESSED).ok()??;
    // A button other than the first is a number other than 0.
    let modified = ["ctrlKey", "metaKey", "shiftKey", "altKey", "button"].iter().any(|name| says(event, name));
    let elsewhere = modified || pressed.has_attribute("target");
    if says(event, "defaultPrevented") || (elsewhere && pressed.local_name() == "a") {
        return None;
    }
    let get = |name| pressed.get_attribute(name);
    let route = |name| get(name).and_then(|link| frame.route(&link).map(str::to_owned));
    let action = match pressed.local_name().as_str() {
        _ if get("aria-disabled").is_some() => None,
        "a" if pressed.has_attribute("data-jump") => get("href").map(|href| Action::Jump(href.replacen('#', "", 1))),
        // A link to elsewhere is the browser's.
        "a" => Some(Action::Follow(route("href")?)),
        _ if WHOLE && pressed.has_attribute("data-fill") => get("data-fill").map(Action::Fill),
        _ => route("data-route").map(Action::Choose).or_else(|| Some(Action::Toggle(pressed.clone()))),
    };
    event.prevent_default();
    action
}

fn change(target: &Element, frame: &Frame) -> Option<Action> {
    match target.get_attribute("data-route") {
        Some(link) => frame.route(&link).map(|route| Action::Choose(route.to_owned())),
        None => field(target.clone()).map(|field| Action::Wrote(field.value())),
    }
}

fn key(event: &Event, target: Element) -> Option<Action> {
    let not_ours = ["defaultPrevented", "isComposing", "ctrlKey", "metaKey", "altKey"];
    if not_ours.iter().any(|name| says(event, name)) {
        return None;
    }
    let action = match property(event, "key").as_string()?.as_str() {
        "/" if !target.matches(WRITTEN_IN).ok()? => Action::Find,
        "Escape" => Action::Clear(field(target).filter(|field| !field.value().is_empty())?),
        _ => return None,
    };
    event.prevent_default();
    Some(action)
}

/// The form has nowhere to be sent to. What it holds was searched for while it was written.
fn submit(event: &Event, target: &Element) -> Option<Action> {
    if target.has_attribute("data-search") {
        event.prevent_default();
    }
    None
}

fn pasted(target: &Element) -> Option<String> {
    let is_field = target.local_name() == "textarea";
    is_field.then(|| target.unchecked_ref::<HtmlTextAreaElement>().value())
}

fn field(target: Element) -> Option<HtmlInputElement> {
    target.matches(FIELD).ok()?.then(|| target.unchecked_into())
}
