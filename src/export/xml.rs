//! Elements that become XML: text and attributes are escaped, and what holds only elements is indented. Knows no
//! vocabulary. The page's own tree is not taken for this, because it writes HTML, which has no empty elements of ours.

use crate::html::escape;

/// An element that is being written.
#[derive(Clone, Debug)]
pub struct Xml {
    name: &'static str,
    attributes: Vec<(&'static str, String)>,
    children: Vec<Node>,
    mixed: bool,
}

#[derive(Clone, Debug)]
enum Node {
    Element(Xml),
    Text(String),
}

/// An empty element.
pub fn xml(name: &'static str) -> Xml {
    Xml { name, attributes: Vec::new(), children: Vec::new(), mixed: false }
}

impl Xml {
    /// With this attribute after the others.
    #[must_use]
    pub fn attr(mut self, name: &'static str, value: impl Into<String>) -> Xml {
        self.attributes.push((name, value.into()));
        self
    }

    /// With this text after what it holds.
    #[must_use]
    pub fn text(mut self, text: impl Into<String>) -> Xml {
        self.children.push(Node::Text(text.into()));
        self
    }

    /// With this element after what it holds.
    #[must_use]
    pub fn child(self, child: Xml) -> Xml {
        self.children([child])
    }

    /// With these elements after what it holds.
    #[must_use]
    pub fn children(mut self, children: impl IntoIterator<Item = Xml>) -> Xml {
        self.children.extend(children.into_iter().map(Node::Element));
        self
    }

    /// White space in it counts, even where it holds only elements.
    #[must_use]
    pub fn mixed(mut self) -> Xml {
        self.mixed = true;
        self
    }

    /// The element as a file.
    pub fn file(&self) -> String {
        let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        self.write(0, true, &mut out);
        out.push('\n');
        out
    }

    /// `broken`: whether its children may stand on lines of their own; not inside of text, where white space counts.
    fn write(&self, depth: usize, broken: bool, out: &mut String) {
        out.push('<');
        out.push_str(self.name);
        self.attributes.iter().for_each(|(name, value)| attribute(name, value, out));
        if self.children.is_empty() {
            return out.push_str("/>");
        }
        out.push('>');
        let broken = broken && !self.mixed && self.children.iter().all(|child| matches!(child, Node::Element(_)));
        for child in &self.children {
            indent(depth + 1, broken, out);
            match child {
                Node::Element(child) => child.write(depth + 1, broken, out),
                Node::Text(text) => escape(text, out),
            }
        }
        indent(depth, broken, out);
        out.push_str("</");
        out.push_str(self.name);
        out.push('>');
    }
}

fn attribute(name: &str, value: &str, out: &mut String) {
    out.push(' ');
    out.push_str(name);
    out.push_str("=\"");
    escape(value, out);
    out.push('"');
}

fn indent(depth: usize, broken: bool, out: &mut String) {
    if broken {
        out.push('\n');
        (0..depth).for_each(|_| out.push_str("  "));
    }
}

#[cfg(test)]
mod tests {
    use super::xml;

    #[test]
    fn text_and_attributes_are_escaped() {
        let file = xml("p").attr("n", "\"<&>\"").text("a<b & c>\"d\"").file();
        assert!(file.ends_with("<p n=\"&quot;&lt;&amp;&gt;&quot;\">a&lt;b &amp; c&gt;&quot;d&quot;</p>\n"), "{file}");
    }

    #[test]
    fn white_space_is_added_only_where_it_does_not_count() {
        let mixed = xml("p").text("一").child(xml("app").child(xml("lem").text("二")).child(xml("rdg")));
        let file = xml("div").child(mixed).child(xml("p").child(xml("s")).child(xml("s")).mixed()).file();
        let expected = "<div>\n  <p>一<app><lem>二</lem><rdg/></app></p>\n  <p><s/><s/></p>\n</div>\n";
        assert!(file.ends_with(expected), "{file}");
    }
}
