//! The live twin of a tree: one browser node for each node of it. Created or taken over once, then patched in place.
//!
//! Nothing here knows events, focus or fields. An `Err` means that someone else changed the nodes; the caller draws anew.

use std::mem;

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Node as WebNode};

use crate::{
    WHOLE,
    joined::joined,
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

    /// Takes over nodes that are just what the tree says; otherwise tells the first element that is not.
    pub(super) fn adopt(node: WebNode, element: &Element) -> Result<Live, String> {
        if node.node_type() != WebNode::ELEMENT_NODE || !same_head(node.unchecked_ref(), element) {
            return Err(name(element));
        }
        let mut next = node.first_child();
        let mut children = Vec::with_capacity(element.children.len());
        for child in &element.children {
            let Some(found) = next else { return Err(name(element)) };
            next = found.next_sibling();
            children.push(match child {
                Node::Element(child) => Live::adopt(found, child)?,
                Node::Text(text) if is_text(&found, text) => Live { node: found, children: Vec::new() },
                Node::Text(_) => return Err(name(element)),
            });
        }
        match next {
            Some(_) => Err(name(element)),
            None => Ok(Live { node, children }),
        }
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

/// Whether tag and attributes are the tree's.
fn same_head(node: &web_sys::Element, element: &Element) -> bool {
    let same = |(name, value): &(&str, Str)| node.get_attribute(name).as_deref() == Some(value.as_ref());
    node.local_name() == element.tag
        && node.get_attribute_names().length() as usize == element.attributes.len()
        && element.attributes.iter().all(same)
}

fn is_text(node: &WebNode, text: &str) -> bool {
    node.node_type() == WebNode::TEXT_NODE && node.node_value().as_deref() == Some(text)
}

/// Enough of an element to find it by, for the console.
fn name(element: &Element) -> String {
    let id = element.get("id").or(element.key.as_deref()).or(element.get("class")).unwrap_or_default();
    joined(&[element.tag, " ", id])
}
