//! The page as a value: elements, attributes, text, keys. It knows no browser and no printer.
//!
//! Interaction is written in attributes, so that a tree stays plain data; `dom` gives them life, `html` prints them:
//!
//! | attribute | meaning |
//! |---|---|
//! | `href="#/…"` on `a` | go to that route |
//! | `data-route="#/…"` on a checkbox or button | go to that route when changed or pressed |
//! | `data-search` on `form` | its search field writes the route's query; submitting settles it |
//! | `data-toggle="id"` on `button` | flips the button's `aria-expanded` |
//! | `data-jump` on `a[href="#id"]` | moves focus to the element with that id |

use std::{
    borrow::Cow,
    ops::{Deref, DerefMut},
};

/// Text that is mostly constant.
pub type Str = Cow<'static, str>;

/// A node of the page.
#[derive(Clone, Debug, PartialEq)]
pub enum Node {
    /// An element.
    Element(Element),
    /// Text; never empty, never beside other text.
    Text(Str),
}

/// An element: a handle to its [`Parts`], so that passing it on costs a pointer. Made with [`el`].
#[derive(Clone, Debug, PartialEq)]
pub struct Element(Box<Parts>);

/// What an element is made of. Adjacent text is merged, so that printed and built pages have the same nodes.
#[derive(Clone, Debug, PartialEq)]
pub struct Parts {
    /// Lower-case HTML name.
    pub tag: &'static str,
    /// Identity among its siblings; where one sibling has a key, all have.
    pub key: Option<Str>,
    /// Names are unique; a boolean attribute has an empty value.
    pub attributes: Vec<(&'static str, Str)>,
    /// In order.
    pub children: Vec<Node>,
    /// Hidden, and never mind the rest: where the page shows this element already, it stays as it is, unseen.
    pub retained: bool,
}

/// An element without attributes or children.
#[inline(never)]
pub fn el(tag: &'static str) -> Element {
    Element(Box::new(Parts { tag, key: None, attributes: Vec::new(), children: Vec::new(), retained: false }))
}

impl Deref for Element {
    type Target = Parts;

    fn deref(&self) -> &Parts {
        &self.0
    }
}

impl DerefMut for Element {
    fn deref_mut(&mut self) -> &mut Parts {
        &mut self.0
    }
}

// The builders are thin, and what they call is not inlined: a page calls them some hundred times, and every byte of
// them would be sent as often.
impl Element {
    /// With this attribute.
    #[must_use]
    pub fn attr(self, name: &'static str, value: impl Into<Str>) -> Self {
        self.with_attribute(name, value.into())
    }

    /// With this attribute where there is a value.
    #[must_use]
    pub fn maybe(self, name: &'static str, value: Option<impl Into<Str>>) -> Self {
        match value {
            Some(value) => self.attr(name, value),
            None => self,
        }
    }

    /// With this boolean attribute where `on`.
    #[must_use]
    pub fn flag(self, name: &'static str, on: bool) -> Self {
        if on { self.attr(name, "") } else { self }
    }

    /// With this class.
    #[must_use]
    pub fn class(self, names: impl Into<Str>) -> Self {
        self.attr("class", names)
    }

    /// With this key.
    #[must_use]
    pub fn key(mut self, key: impl Into<Str>) -> Self {
        self.0.key = Some(key.into());
        self
    }

    /// Hidden. What it held stays where it is already, so that hiding costs nothing and showing again little.
    #[must_use]
    pub fn retained(mut self) -> Self {
        self.0.retained = true;
        self.flag("hidden", true)
    }

    /// Takes the place of a retained element: the same, hidden.
    #[must_use]
    pub fn hidden(self) -> Self {
        if self.get("hidden").is_some() { self } else { self.flag("hidden", true) }
    }

    /// With this text after what it holds.
    #[must_use]
    pub fn text(self, text: impl Into<Str>) -> Self {
        self.with_text(text.into())
    }

    /// With this child after what it holds.
    #[must_use]
    #[inline(never)]
    pub fn child(mut self, child: Element) -> Self {
        self.0.children.push(Node::Element(child));
        self
    }

    /// With these children after what it holds.
    #[must_use]
    pub fn children(self, children: impl IntoIterator<Item = Element>) -> Self {
        children.into_iter().fold(self, Element::child)
    }

    /// The value of an attribute.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(n, _)| *n == name).map(|(_, value)| value.as_ref())
    }

    #[inline(never)]
    fn with_attribute(mut self, name: &'static str, value: Str) -> Self {
        self.0.attributes.push((name, value));
        self
    }

    #[inline(never)]
    fn with_text(mut self, text: Str) -> Self {
        match self.0.children.last_mut() {
            _ if text.is_empty() => {}
            Some(Node::Text(last)) => last.to_mut().push_str(&text),
            _ => self.0.children.push(Node::Text(text)),
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::{Node, el};

    #[test]
    fn text_is_never_empty_and_never_beside_text() {
        let p = el("p").text("").text("共").text("11").child(el("b").text("")).text("句").text("");
        assert_eq!(p.children.len(), 3);
        assert_eq!(p.children.first(), Some(&Node::Text("共11".into())));
    }
}
