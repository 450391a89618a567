//! What is shown now, and every way in which it changes.
//!
//! The page is borrowed only while it is patched. Focusing, scrolling and dispatching come after, because they run the
//! host page's code, which may ask for another route. Code that gets in between (browsers fire `blur` and `change` while
//! a field is taken out) finds the page borrowed, and is refused rather than answered from half a page.

use std::{
    cell::{Cell, RefCell},
    rc::{Rc, Weak},
};

use js_sys::{Error, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    CustomEvent, CustomEventInit, Element, Event, FocusOptions, HtmlElement, HtmlInputElement, HtmlTextAreaElement,
    ScrollBehavior, ScrollIntoViewOptions, ScrollLogicalPosition, Window,
};

use super::{
    action::{self, Action},
    listen::Timer,
    mounted::Mounted,
};
use crate::{
    frame::Frame,
    joined::listed,
    page::{Explorer, Page},
};

/// What the static page shows.
const STATIC_ROUTE: &str = "#/explore";
const FIELD: &str = "q";
const STATUS: &str = "status";
const CITING: &str = "citing";
const CITING_NAME: &str = "citing-name";
/// After the last change, so that a screen reader says one result and not every letter's.
const SETTLED_AFTER_MS: i32 = 400;

/// A page in its host and what it shows.
pub(super) struct State {
    explorer: Explorer,
    mounted: RefCell<Mounted>,
    now: RefCell<Now>,
    settling: RefCell<Timer>,
    /// An input method is at work in the search field.
    composing: Cell<bool>,
    /// What the reader has pasted to have it checked: in no link, and gone with this page.
    pasted: RefCell<String>,
    /// It is being printed: what stands on paper only is there too.
    paper: Cell<bool>,
}

struct Now {
    /// As it was asked for; what is not understood in it is said on the page.
    asked: String,
    route: String,
    title: String,
    status: String,
    /// The status last said, or the first one, which needs no saying.
    said: String,
    place: Option<String>,
    heading: Option<String>,
    notices: Vec<String>,
}

impl State {
    /// Mounts the page of a route. What was written in the static page's search field is searched for.
    pub(super) fn mount(host: Element, route: &str, frame: Frame) -> Result<Rc<State>, JsValue> {
        let explorer = Explorer::framed(frame);
        let is_static = host.first_element_child().is_some();
        let Page { route: shown, title, status, focus: place, heading, notices, root } =
            explorer.page(if is_static { STATIC_ROUTE } else { route });
        let mounted = Mounted::adopt(host, root)?;
        let written = mounted.by_id(FIELD).and_then(|field| written(&field));
        let now =
            Now { asked: shown.clone(), route: shown, title, status, said: String::new(), place, heading, notices };
        let document = mounted.host().owner_document();
        let window =
            document.and_then(|document| document.default_view()).ok_or_else(|| Error::new("there is no window"))?;
        let state = State::new(explorer, mounted, now, window);
        let wanted = written.map_or_else(|| route.into(), |text| state.explorer.typed(route, &text));
        if wanted.is_empty() || wanted == state.route() {
            // What is shown already; but the browser may have filled in fields of an earlier visit.
            state.mounted.borrow().sync_fields();
        } else {
            state.show(&wanted)?;
        }
        let mut now = state.now.borrow_mut();
        now.said = now.status.clone();
        drop(now);
        Ok(state)
    }

    fn new(explorer: Explorer, mounted: Mounted, now: Now, window: Window) -> Rc<State> {
        Rc::new_cyclic(|state: &Weak<State>| {
            let state = state.clone();
            let settling = Timer::new(window, move || {
                if let Some(state) = state.upgrade() {
                    state.announce();
                }
            });
            State {
                explorer,
                mounted: RefCell::new(mounted),
                now: RefCell::new(now),
                settling: RefCell::new(settling),
                composing: Cell::new(false),
                pasted: RefCell::default(),
                paper: Cell::default(),
            }
        })
    }

    pub(super) fn explorer(&self) -> &Explorer {
        &self.explorer
    }

    pub(super) fn route(&self) -> String {
        self.now.borrow().route.clone()
    }

    pub(super) fn title(&self) -> String {
        self.now.borrow().title.clone()
    }

    /// What was not understood of the route last asked for, a line for each part.
    pub(super) fn notices(&self) -> String {
        listed(&self.now.borrow().notices, "\n")
    }

    /// Does what the reader wants by an event.
    pub(super) fn hear(&self, event: &Event) {
        match action::read(event, self.explorer.frame()) {
            None => {}
            Some(Action::Follow(route)) => {
                self.go(&route, "go");
                self.reveal();
            }
            Some(Action::Choose(route)) => self.go(&route, "go"),
            Some(Action::Compose) => self.composing.set(true),
            Some(Action::Type(_)) if self.composing.get() => {}
            Some(Action::Type(text) | Action::Wrote(text)) => {
                self.composing.set(false);
                self.go(&self.explorer.typed(&self.route(), &text), "type");
            }
            Some(Action::Paste(text)) => {
                *self.pasted.borrow_mut() = text;
                // Refused while the page is being drawn: then whoever draws it shows the text too.
                drop(self.again());
                self.settle();
            }
            Some(Action::Fill(text)) => self.fill(text),
            Some(Action::Clear(field)) => {
                field.set_value("");
                self.go(&self.explorer.cleared(&self.route()), "go");
            }
            Some(Action::Jump(id)) => drop(self.bring(&id, ScrollLogicalPosition::Start)),
            Some(Action::Toggle(button)) => toggle(&button),
            Some(Action::Find) => drop(self.find()),
        }
    }

    /// Shows the page of a route; tells whether it is another than before.
    pub(super) fn show(&self, route: &str) -> Result<bool, JsValue> {
        let asked = route.to_owned();
        let Page { route, title, status, focus: place, heading, notices, root } =
            self.explorer.page_with(route, &self.pasted.borrow(), self.paper.get());
        let refocus = {
            let mut mounted = self.mounted.try_borrow_mut().map_err(|_| Error::new("the page is being drawn"))?;
            let refocus = mounted.show(root)?;
            // What an input method composes is not the page's to change.
            if !self.composing.get() {
                mounted.sync_fields();
            }
            self.sync_pasted(&mounted);
            refocus
        };
        let mut now = self.now.borrow_mut();
        let changed = now.route != route;
        *now = Now { asked, route, title, status, place, heading, said: std::mem::take(&mut now.said), notices };
        drop(now);
        if let Some(element) = refocus {
            focus(&element);
        }
        Ok(changed)
    }

    /// Writes the field for pasted text, and has it checked.
    fn fill(&self, text: String) {
        if let Some(field) = self.by_id("paste").filter(|_| crate::WHOLE) {
            field.unchecked_ref::<HtmlTextAreaElement>().set_value(&text);
            focus(&field);
        }
        *self.pasted.borrow_mut() = text;
        drop(self.again());
        self.settle();
    }

    /// A field that was away comes back empty.
    fn sync_pasted(&self, mounted: &Mounted) {
        let pasted = self.pasted.borrow();
        if !crate::WHOLE || pasted.is_empty() {
            return;
        }
        let field = mounted.by_id("paste").map(|field| field.unchecked_into::<HtmlTextAreaElement>());
        if let Some(field) = field.filter(|field| field.value().is_empty()) {
            field.set_value(&pasted);
        }
    }

    /// Shows what is asked for once more, because there is more to show.
    pub(super) fn again(&self) -> Result<(), JsValue> {
        let asked = self.now.borrow().asked.clone();
        self.show(&asked).map(drop)
    }

    /// With what stands on paper only, or without it again.
    #[cfg(feature = "whole")]
    pub(super) fn for_paper(&self, on: bool) -> Result<(), JsValue> {
        self.paper.set(on);
        self.again()
    }

    /// Panics while the page is borrowed, which leaves it so.
    #[cfg(feature = "whole")]
    #[allow(clippy::panic)]
    pub(super) fn fault(&self) {
        let _page = self.mounted.borrow_mut();
        panic!("a fault, as asked for by the operator");
    }

    /// Focuses the place that the route names and brings it into view, if it names one: with the heading above it, where
    /// both fit.
    pub(super) fn reveal(&self) -> Option<()> {
        let (place, heading) = (self.now.borrow().place.clone()?, self.now.borrow().heading.clone());
        if place == CITING {
            // What is open in a card is where the reader is already: its beginning is to be seen.
            focus(&self.by_id(CITING)?);
            return self.see(CITING_NAME, ScrollLogicalPosition::Nearest);
        }
        let heading = heading.and_then(|heading| self.see(&heading, ScrollLogicalPosition::Start));
        self.bring(
            &place,
            if heading.is_some() { ScrollLogicalPosition::Nearest } else { ScrollLogicalPosition::Center },
        )
    }

    /// Focuses the search field, if there is one.
    pub(super) fn find(&self) -> Option<()> {
        self.by_id(FIELD)?.focus().ok()
    }

    /// Says what is found once nothing more has changed for a while.
    pub(super) fn settle(&self) {
        self.settling.borrow_mut().set(SETTLED_AFTER_MS);
    }

    fn go(&self, route: &str, cause: &str) {
        // Refused while the page is being drawn: whoever draws it has the last word.
        if self.show(route).unwrap_or(false) {
            self.settle();
            // A host that cannot be told is not told; the page itself is right.
            let _ = self.tell(cause);
        }
    }

    fn tell(&self, cause: &str) -> Result<(), JsValue> {
        let detail = Object::new();
        for (name, value) in [("route", self.route().as_str()), ("title", &self.title()), ("cause", cause)] {
            Reflect::set(&detail, &name.into(), &value.into())?;
        }
        let init = CustomEventInit::new();
        init.set_bubbles(true);
        init.set_composed(true);
        init.set_detail(&detail);
        let host = self.mounted.borrow().host().clone();
        let event = CustomEvent::new_with_event_init_dict("minsheng:route", &init)?;
        host.dispatch_event(&event).map(drop)
    }

    fn announce(&self) {
        let mut now = self.now.borrow_mut();
        if now.said != now.status {
            now.said = now.status.clone();
            if let Ok(mounted) = self.mounted.try_borrow() {
                mounted.say(STATUS, &now.said);
            }
        }
    }

    /// At once, whatever the stylesheet says of scrolling: whoever follows a link wants to be there.
    fn bring(&self, id: &str, block: ScrollLogicalPosition) -> Option<()> {
        focus(&self.by_id(id)?);
        self.see(id, block)
    }

    fn see(&self, id: &str, block: ScrollLogicalPosition) -> Option<()> {
        let element = self.by_id(id)?;
        let options = ScrollIntoViewOptions::new();
        options.set_behavior(ScrollBehavior::Instant);
        options.set_block(block);
        element.scroll_into_view_with_scroll_into_view_options(&options);
        Some(())
    }

    fn by_id(&self, id: &str) -> Option<HtmlElement> {
        self.mounted.try_borrow().ok()?.by_id(id)
    }
}

fn written(field: &HtmlElement) -> Option<String> {
    let text = field.unchecked_ref::<HtmlInputElement>().value();
    (!text.trim().is_empty()).then_some(text)
}

fn toggle(button: &Element) {
    let open = button.get_attribute("aria-expanded").as_deref() == Some("true");
    // Fails only for a name that is none.
    let _ = button.set_attribute("aria-expanded", if open { "false" } else { "true" });
}

fn focus(element: &HtmlElement) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    // An element that takes no focus leaves it where it is.
    let _ = element.focus_with_options(&options);
}
