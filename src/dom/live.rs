//! The live twin of a tree: one browser node for each node of it. Created or taken over once, then patched in place.
//!
//! Nothing here knows events, focus or fields. Others change these nodes too: `restore` puts back what the tree says, and
//! only then `patch` writes to them. An `Err` means that others interfere at this very moment; the caller draws anew.

use std::mem;

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Node as WebNode};

use crate::{
    WHOLE,
    keyed::{Step, plan},
    tree::{Element, Node, Str, el},
};

/// The one namespace beside HTML's that a page has elements of.
const SVG: &str = "http://www.w3.org/2000/svg";

/// A browser node and its children, in the shape of the tree it shows.
pub(super) struct Live {
    node: WebNode,
    children: Vec<Live>,
}

impl Live {
    /// Makes the nodes; they are in no document yet.
    pub(super) fn create(document: &Document, element: &Element) -> Result<Live, JsValue> {
        let node = if WHOLE && matches!(element.tag, "svg" | "path") {
            document.create_element_ns(Some(SVG), element.tag)?
        } else {
            document.create_element(element.tag)?
        };
        for (name, value) in &element.attributes {
            node.set_attribute(name, value)?;
        }
        let mut children = Vec::with_capacity(element.children.len());
        for child in &element.children {
            let child = create(document, child)?;
            node.append_child(&child.node)?;
            children.push(child);
        }
        Ok(Live { node: node.into(), children })
    }

    /// Takes over a node that has the element's tag and attributes, and does the same with its children. A child that does
    /// not fit is made anew; `restore` puts it in its place.
    pub(super) fn adopt(document: &Document, node: WebNode, element: &Element) -> Result<Live, JsValue> {
        if !same_head(&node, element) {
            return Live::create(document, element);
        }
        let mut next = node.first_child();
        let mut children = Vec::with_capacity(element.children.len());
        for child in &element.children {
            let live = match (next, child) {
                (Some(found), Node::Element(child)) => Live::adopt(document, found, child)?,
                (Some(found), _) if found.node_type() == WebNode::TEXT_NODE => {
                    Live { node: found, children: Vec::new() }
                }
                _ => create(document, child)?,
            };
            next = live.node.next_sibling();
            children.push(live);
        }
        Ok(Live { node, children })
    }

    /// Makes the nodes show again what they showed before others changed them: `element`. Whatever the tree does not have is
    /// taken out, its own nodes come back to their places and words. States that ARIA tells stay: the reader sets them.
    pub(super) fn restore(&self, element: &Element) -> Result<(), JsValue> {
        let node: &web_sys::Element = self.node.unchecked_ref();
        for attribute @ (name, value) in &element.attributes {
            if !name.starts_with("aria-") && !has(node, attribute) {
                node.set_attribute(name, value)?;
            }
        }
        if element.get("hidden").is_none() {
            node.remove_attribute("hidden")?;
        }
        let mut next = self.node.first_child();
        for (live, child) in self.children.iter().zip(&element.children) {
            match child {
                Node::Element(child) => live.restore(child)?,
                Node::Text(text) if is_text(&live.node, text) => {}
                Node::Text(text) => live.node.set_node_value(Some(text)),
            }
            if next.as_ref() != Some(&live.node) {
                self.node.insert_before(&live.node, next.as_ref())?;
            }
            next = live.node.next_sibling();
        }
        while let Some(child) = next {
            next = child.next_sibling();
            self.node.remove_child(&child)?;
        }
        Ok(())
    }

    /// The browser's node.
    pub(super) fn node(&self) -> &WebNode {
        &self.node
    }

    /// Its children's twins, in order.
    pub(super) fn children(&self) -> &[Live] {
        &self.children
    }

    /// Makes the nodes show `new` where they showed `old`, which has the same tag. What is equal is not touched. What
    /// `new` retains is moved into it from `old`, so that afterwards `new` says what the nodes are.
    pub(super) fn patch(&mut self, document: &Document, old: &mut Element, new: &mut Element) -> Result<(), JsValue> {
        if new.retained {
            if old.get("hidden").is_none() {
                self.node.unchecked_ref::<web_sys::Element>().set_attribute("hidden", "")?;
            }
            *new = mem::replace(old, el("")).hidden();
            return Ok(());
        }
        if old.attributes != new.attributes {
            patch_attributes(self.node.unchecked_ref(), old, new)?;
        }
        if !in_place(&old.children, &new.children) {
            return self.rearrange(document, &mut old.children, &mut new.children);
        }
        let pairs = old.children.iter_mut().zip(&mut new.children);
        self.children.iter_mut().zip(pairs).try_for_each(|(live, (old, new))| live.turn(document, old, new))
    }

    /// Removes what is gone, then goes through the new children from the last to the first, so that what a child has to
    /// stand before is always in place.
    fn rearrange(&mut self, document: &Document, old: &mut [Node], new: &mut [Node]) -> Result<(), JsValue> {
        let steps = plan(old, new);
        let mut before: Vec<Option<(Live, &mut Node)>> = self.children.drain(..).zip(old).map(Some).collect();
        let origin = |step: &Step| match step {
            Step::Keep(n) | Step::Move(n) => before.get_mut(*n).and_then(Option::take),
            Step::Create => None,
        };
        let origins: Vec<Option<(Live, &mut Node)>> = steps.iter().map(origin).collect();
        for (gone, _) in before.into_iter().flatten() {
            self.node.remove_child(&gone.node)?;
        }
        let mut after: Option<WebNode> = None;
        for ((step, origin), new) in steps.iter().zip(origins).zip(new).rev() {
            let child = match origin {
                Some((mut child, old)) => child.turn(document, old, new).map(|()| child)?,
                None => create(document, new)?,
            };
            if !matches!(step, Step::Keep(_)) {
                self.node.insert_before(&child.node, after.as_ref())?;
            }
            after = Some(child.node.clone());
            self.children.push(child);
        }
        self.children.reverse();
        Ok(())
    }

    fn turn(&mut self, document: &Document, old: &mut Node, new: &mut Node) -> Result<(), JsValue> {
        match (old, new) {
            (Node::Element(old), Node::Element(new)) => self.patch(document, old, new)?,
            (Node::Text(old), Node::Text(new)) if old != new => self.node.set_node_value(Some(new)),
            // Equal texts; text and element are never the same child.
            _ => {}
        }
        Ok(())
    }
}

/// Whether every child lives on where it is: what almost every change is like, told without a plan.
fn in_place(old: &[Node], new: &[Node]) -> bool {
    let same = |(old, new): (&Node, &Node)| match (old, new) {
        (Node::Element(old), Node::Element(new)) => old.tag == new.tag && old.key == new.key,
        (Node::Text(_), Node::Text(_)) => true,
        _ => false,
    };
    old.len() == new.len() && old.iter().zip(new).all(same)
}

fn create(document: &Document, node: &Node) -> Result<Live, JsValue> {
    match node {
        Node::Element(element) => Live::create(document, element),
        Node::Text(text) => Ok(Live { node: document.create_text_node(text).into(), children: Vec::new() }),
    }
}

fn patch_attributes(node: &web_sys::Element, old: &Element, new: &Element) -> Result<(), JsValue> {
    for (name, value) in &new.attributes {
        if old.get(name) != Some(value) {
            node.set_attribute(name, value)?;
        }
    }
    for (name, _) in &old.attributes {
        if new.get(name).is_none() {
            node.remove_attribute(name)?;
        }
    }
    Ok(())
}

/// Whether it is an element with the tree's tag and attributes.
fn same_head(node: &WebNode, element: &Element) -> bool {
    let found: &web_sys::Element = node.unchecked_ref();
    let has = |attribute| has(found, attribute);
    node.node_type() == WebNode::ELEMENT_NODE && found.local_name() == element.tag && element.attributes.iter().all(has)
}

fn has(node: &web_sys::Element, (name, value): &(&str, Str)) -> bool {
    node.get_attribute(name).as_deref() == Some(value.as_ref())
}

fn is_text(node: &WebNode, text: &str) -> bool {
    node.node_value().as_deref() == Some(text)
}
