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
//! | `data-paste` on `textarea` | what is pasted there is checked; it is no part of the route |
//! | `data-fill` on `button` | writes its text where something is pasted |
//! | `data-jump` on `a[href="#id"]` | moves focus to the element with that id |

use std::{
    borrow::Cow,
    ops::{Deref, DerefMut},
};

/// A value that is mostly constant.
pub type Str = Cow<'static, str>;

/// A node of the page.
#[derive(Clone, Debug, PartialEq)]
pub enum Node {
    /// An element.
    Element(Element),
    /// Text; never empty, never beside other text.
    Text(String),
}

/// An element: a handle to its [`Parts`], so that passing it on costs a pointer. Made with [`el`].
#[derive(Clone, Debug, PartialEq)]
pub struct Element(Box<Parts>);

/// What an element is made of. Adjacent text is merged, so that printed and built pages have the same nodes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Parts {
    /// Lower-case HTML name.
    pub tag: &'static str,
    /// Identity among its siblings; where one sibling has a key, all have.
    pub key: Option<String>,
    /// Names are unique; a boolean attribute has an empty value.
    pub attributes: Vec<(&'static str, Str)>,
    /// In order.
    pub children: Vec<Node>,
    /// Hidden, and never mind the rest: where the page shows this element already, it stays as it is, unseen.
    pub retained: bool,
    /// Stays in the characters it is in, whatever the page's are: the reader's own words, or a language's own name.
    pub verbatim: bool,
}

/// An element without children, written as a CSS selector of just this element: `p`, `h2#who`, `a.to-results[data-jump]`,
/// `main#main[tabindex=-1]`. Whatever is constant stands in the selector, in the order in which it is printed.
#[inline(never)]
pub fn el(selector: &'static str) -> Element {
    let (tag, mut rest) = name(selector);
    let mut element = Element(Box::new(Parts { tag, ..Parts::default() }));
    while let Some((sign, after)) = rest.split_at_checked(1) {
        let (part, after) = if sign == "[" { after.split_once(']').unwrap_or((after, "")) } else { name(after) };
        rest = after;
        element = match sign {
            "#" => element.constant("id", part),
            "." if element.get("class").is_none() => element.constant("class", part),
            "." => element.class(part),
            _ => {
                let (name, value) = part.split_once('=').unwrap_or((part, ""));
                element.constant(name, value)
            }
        };
    }
    element
}

/// A selector's text up to its next sign.
fn name(selector: &'static str) -> (&'static str, &'static str) {
    let end = selector.bytes().position(|byte| matches!(byte, b'#' | b'.' | b'['));
    end.and_then(|end| selector.split_at_checked(end)).unwrap_or((selector, ""))
}

/// Text for an element or an attribute: borrowed and copied, or owned and moved in. Each has its own functions, none of
/// them inlined, because a page calls them some hundred times and every byte of a call is sent as often.
pub trait Text {
    /// The text as the value of an attribute.
    fn name(self, element: Element, name: &'static str) -> Element;
    /// The text after what the element holds.
    fn follow(self, element: Element) -> Element;
}

impl Text for &str {
    #[inline(never)]
    fn name(self, element: Element, name: &'static str) -> Element {
        String::from(self).name(element, name)
    }

    #[inline(never)]
    fn follow(self, mut element: Element) -> Element {
        match element.0.children.last_mut() {
            _ if self.is_empty() => {}
            Some(Node::Text(last)) => last.push_str(self),
            _ => element.0.children.push(Node::Text(self.into())),
        }
        element
    }
}

impl Text for String {
    #[inline(never)]
    fn name(self, mut element: Element, name: &'static str) -> Element {
        element.0.attributes.push((name, Str::Owned(self)));
        element
    }

    #[inline(never)]
    fn follow(self, element: Element) -> Element {
        self.as_str().follow(element)
    }
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

impl Element {
    /// With this attribute.
    #[must_use]
    pub fn attr(self, name: &'static str, value: impl Text) -> Self {
        value.name(self, name)
    }

    /// With this attribute where `on`.
    #[must_use]
    #[inline(never)]
    pub fn attr_if(self, on: bool, name: &'static str, value: &'static str) -> Self {
        if on { self.constant(name, value) } else { self }
    }

    /// With this boolean attribute where `on`.
    #[must_use]
    pub fn flag(self, name: &'static str, on: bool) -> Self {
        self.attr_if(on, name, "")
    }

    /// With this class, beside those it has.
    #[must_use]
    #[inline(never)]
    pub fn class(mut self, name: &str) -> Self {
        match self.0.attributes.iter_mut().find(|(name, _)| *name == "class") {
            Some((_, names)) => {
                let names = names.to_mut();
                names.push(' ');
                names.push_str(name);
                self
            }
            _ => self.attr("class", name),
        }
    }

    /// With this key.
    #[must_use]
    #[inline(never)]
    pub fn key(mut self, key: &str) -> Self {
        self.0.key = Some(key.into());
        self
    }

    /// Hidden. What it held stays where it is already, so that hiding costs nothing and showing again little.
    #[must_use]
    pub fn retained(mut self) -> Self {
        self.0.retained = true;
        self.flag("hidden", true)
    }

    /// In the characters it is in, whatever the page's are.
    #[must_use]
    pub fn verbatim(mut self) -> Self {
        self.0.verbatim = true;
        self
    }

    /// Takes the place of a retained element: the same, hidden.
    #[must_use]
    pub fn hidden(self) -> Self {
        let seen = self.get("hidden").is_none();
        self.flag("hidden", seen)
    }

    /// With this text after what it holds.
    #[must_use]
    pub fn text(self, text: impl Text) -> Self {
        text.follow(self)
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
    fn constant(mut self, name: &'static str, value: &'static str) -> Self {
        self.0.attributes.push((name, Str::Borrowed(value)));
        self
    }
}

#[cfg(test)]
mod tests {
    use super::{Node, el};

    #[test]
    fn text_is_never_empty_and_never_beside_text() {
        let p = el("p").text("").text("共").text(String::from("11")).child(el("b").text("")).text("句").text("");
        assert_eq!(p.children.len(), 3);
        assert_eq!(p.children.first(), Some(&Node::Text("共11".into())));
    }

    #[test]
    fn classes_come_together_whatever_was_said_between_them() {
        let a = el("a.one[href=#x]").class("two");
        assert_eq!(a.get("class"), Some("one two"));
        assert_eq!(a.attributes.len(), 2);
    }

    #[test]
    fn a_selector_is_its_element() {
        let a = el("a#there.one.two[href=#x.y][data-jump]");
        let attributes: Vec<_> = a.attributes.iter().map(|(name, value)| (*name, value.as_ref())).collect();
        assert_eq!(a.tag, "a");
        assert_eq!(attributes, [("id", "there"), ("class", "one two"), ("href", "#x.y"), ("data-jump", "")]);
    }

    #[test]
    fn a_class_joins_the_others_wherever_they_stand() {
        assert_eq!(el("a.one[hidden]").class("two").get("class"), Some("one two"));
        assert_eq!(el("a[hidden]").class("two").get("class"), Some("two"));
    }
}
