//! The page in its host: mounted once, then patched. Answers which element has an id and which has focus.
//!
//! What a patch must keep beyond the nodes is seen to here: the reader's focus and what fields hold. Every element is
//! looked for among the page's own nodes, so the host may stand in a shadow root, beside other pages.

use js_sys::{Error, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element as WebElement, HtmlElement, HtmlInputElement};

use super::{live::Live, watch::Watch};
use crate::tree::{Element, Node};

/// Where focus goes when its element is gone: the sentence that says what is shown now, or else the main region.
const FALLBACKS: [&str; 3] = ["summary", "main", "results"];

/// The page in its host.
pub(super) struct Mounted {
    host: WebElement,
    document: Document,
    tree: Element,
    live: Live,
    watch: Watch,
}

impl Mounted {
    /// Takes over the host's first element, as far as it is the tree already; otherwise draws the tree into the host.
    pub(super) fn adopt(host: WebElement, tree: Element) -> Result<Mounted, JsValue> {
        let document = host.owner_document().ok_or_else(|| Error::new("the host is in no document"))?;
        let live = match host.first_element_child() {
            Some(found) => Live::adopt(&document, found.into(), &tree)?,
            None => Live::create(&document, &tree)?,
        };
        restore(&host, &live, &tree)?;
        let watch = Watch::new(&host)?;
        Ok(Mounted { host, document, tree, live, watch })
    }

    /// The element the page lives in.
    pub(super) fn host(&self) -> &WebElement {
        &self.host
    }

    /// Shows another tree and gives the element that must have focus again, if this took it away. What others have changed
    /// is put back first. Where even that fails, the page is drawn anew.
    pub(super) fn show(&mut self, mut tree: Element) -> Result<Option<HtmlElement>, JsValue> {
        let focused = self.focused();
        let card = focused.as_ref().and_then(|focused| focused.closest(".card").ok()?);
        if self.patch(&mut tree).is_err() {
            self.live = Live::create(&self.document, &tree)?;
            fill(&self.host, &self.live)?;
        }
        self.watch.discard();
        self.tree = tree;
        Ok(focused.and_then(|focused| self.refocus(focused, card)))
    }

    fn patch(&mut self, tree: &mut Element) -> Result<(), JsValue> {
        if self.watch.is_altered() {
            restore(&self.host, &self.live, &self.tree)?;
        }
        self.live.patch(&self.document, &mut self.tree, tree)
    }

    /// Writes a text into the element with this id, beside the tree: what is announced there is not drawn.
    pub(super) fn say(&self, id: &str, text: &str) {
        if let Some(region) = self.by_id(id) {
            self.watch.note();
            region.set_text_content(Some(text));
            self.watch.discard();
        }
    }

    /// The element of the page with this id.
    pub(super) fn by_id(&self, id: &str) -> Option<HtmlElement> {
        find(&self.tree, &self.live, &|element| element.get("id") == Some(id))
    }

    /// The element of the page that has focus.
    pub(super) fn focused(&self) -> Option<HtmlElement> {
        // Asked of the document or shadow root: `:focus` matches nothing while the window is in the background.
        let active = Reflect::get(&self.host.get_root_node(), &"activeElement".into()).ok()?;
        // The host contains neither nothing nor anything but an element that can be focused.
        Some(active.unchecked_into()).filter(|active: &HtmlElement| self.host.contains(Some(active)))
    }

    /// Makes fields show what the tree says. Browsers change them before we hear of it, and once the reader has used a
    /// field its attributes no longer count.
    pub(super) fn sync_fields(&self) {
        each_input(&self.tree, &self.live, &|field, element| match element.get("type") {
            Some("checkbox") => sync_checked(field, element.get("checked").is_some()),
            _ => sync_value(field, element.get("value").unwrap_or_default()),
        });
    }

    /// The element to focus so that the reader's place is not lost: the same one, or what stands in for it. In a card that
    /// is still seen that is what opened the part that has gone.
    fn refocus(&self, focused: HtmlElement, card: Option<WebElement>) -> Option<HtmlElement> {
        let is_gone = |it: &WebElement| !it.is_connected() || it.closest("[hidden]").ok().flatten().is_some();
        let opener = || card.filter(|it| !is_gone(it))?.query_selector(".forms").ok()?.map(JsCast::unchecked_into);
        match self.focused() {
            _ if is_gone(&focused) => opener().or_else(|| FALLBACKS.iter().find_map(|id| self.by_id(id))),
            Some(_) => None,
            None => Some(focused),
        }
    }
}

/// Makes the nodes stand in the host and show what the tree says.
fn restore(host: &WebElement, live: &Live, tree: &Element) -> Result<(), JsValue> {
    if host.first_element_child().is_none_or(|first| *first != *live.node()) {
        fill(host, live)?;
    }
    live.restore(tree)
}

/// Makes the page the host's only content. `replaceChildren` would ask for a younger browser than the page does.
fn fill(host: &WebElement, live: &Live) -> Result<(), JsValue> {
    host.set_text_content(None);
    host.append_child(live.node()).map(drop)
}

fn find(tree: &Element, live: &Live, wanted: &dyn Fn(&Element) -> bool) -> Option<HtmlElement> {
    if wanted(tree) {
        return Some(live.node().clone().unchecked_into());
    }
    elements(tree, live).find_map(|(tree, live)| find(tree, live, wanted))
}

fn each_input(tree: &Element, live: &Live, act: &dyn Fn(&HtmlInputElement, &Element)) {
    if tree.tag == "input" {
        act(live.node().unchecked_ref(), tree);
    }
    elements(tree, live).for_each(|(tree, live)| each_input(tree, live, act));
}

fn elements<'a>(tree: &'a Element, live: &'a Live) -> impl Iterator<Item = (&'a Element, &'a Live)> {
    tree.children.iter().zip(live.children()).filter_map(|(child, live)| match child {
        Node::Element(element) => Some((element, live)),
        Node::Text(_) => None,
    })
}

fn sync_checked(field: &HtmlInputElement, checked: bool) {
    if field.checked() != checked {
        field.set_checked(checked);
    }
}

/// White space around the words is the reader's, about to type on.
fn sync_value(field: &HtmlInputElement, value: &str) {
    if field.value().trim() != value {
        field.set_value(value);
    }
}
