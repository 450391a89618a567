//! What the reader wants, read from an event by the attributes listed in `tree`. What means nothing here is left to the
//! browser, and so is every modified click: opening a link in a new tab is the reader's right.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlInputElement, HtmlTextAreaElement, InputEvent, KeyboardEvent, MouseEvent};

use crate::frame::Frame;

/// What can be pressed.
const PRESSED: &str = "a[href],button[data-route],button[data-toggle],[aria-disabled=true]";
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
    let target: Element = event.target()?.dyn_into().ok()?;
    match event.type_().as_str() {
        "click" => click(event.unchecked_ref(), &target, frame),
        "change" => change(&target, frame),
        "keydown" => key(event.unchecked_ref(), target),
        "submit" => submit(event, &target),
        "compositionstart" => field(target).map(|_| Action::Compose),
        "compositionend" => field(target).map(|field| Action::Wrote(field.value())),
        "input" if target.has_attribute("data-paste") => pasted(&target).map(Action::Paste),
        "input" if event.dyn_ref().is_some_and(InputEvent::is_composing) => None,
        "input" => field(target).map(|field| Action::Type(field.value())),
        _ => None,
    }
}

fn click(event: &MouseEvent, target: &Element, frame: &Frame) -> Option<Action> {
    let pressed = target.closest(PRESSED).ok()??;
    let modified = event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key();
    let elsewhere = modified || event.button() != 0 || pressed.has_attribute("target");
    if event.default_prevented() || (elsewhere && pressed.local_name() == "a") {
        return None;
    }
    let get = |name| pressed.get_attribute(name);
    let route = |name| get(name).and_then(|link| frame.route(&link).map(str::to_owned));
    let action = match pressed.local_name().as_str() {
        _ if get("aria-disabled").is_some() => None,
        "a" if pressed.has_attribute("data-jump") => get("href").map(|href| Action::Jump(href.replacen('#', "", 1))),
        // A link to elsewhere is the browser's.
        "a" => Some(Action::Follow(route("href")?)),
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

fn key(event: &KeyboardEvent, target: Element) -> Option<Action> {
    if event.default_prevented() || event.is_composing() || event.ctrl_key() || event.meta_key() || event.alt_key() {
        return None;
    }
    let action = match event.key().as_str() {
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
    target.dyn_ref().map(HtmlTextAreaElement::value)
}

fn field(target: Element) -> Option<HtmlInputElement> {
    if target.matches(FIELD).ok()? { target.dyn_into().ok() } else { None }
}
