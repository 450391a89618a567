//! Prints a tree as HTML: the page without JavaScript, print, tests. No white space is added, so that the parsed page
//! has exactly the tree's nodes.

use crate::tree::{Element, Node};

/// The element as HTML.
pub fn print(element: &Element) -> String {
    let mut out = String::new();
    write(element, &mut out);
    out
}

fn write(element: &Element, out: &mut String) {
    out.push('<');
    out.push_str(element.tag);
    for (name, value) in &element.attributes {
        out.push(' ');
        out.push_str(name);
        if !value.is_empty() {
            out.push_str("=\"");
            escape(value, out);
            out.push('"');
        }
    }
    out.push('>');
    if is_void(element.tag) {
        return;
    }
    for child in &element.children {
        match child {
            Node::Element(child) => write(child, out),
            Node::Text(text) => escape(text, out),
        }
    }
    out.push_str("</");
    out.push_str(element.tag);
    out.push('>');
}

/// Escapes text for both places it can stand in: between tags and in a quoted attribute.
pub fn escape(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            _ => out.push(c),
        }
    }
}

fn is_void(tag: &str) -> bool {
    matches!(tag, "input" | "br" | "hr" | "img" | "link" | "meta" | "col" | "wbr")
}

#[cfg(test)]
mod tests {
    use super::print;
    use crate::tree::el;

    #[test]
    fn text_and_attributes_from_outside_stay_text() {
        let html = print(&el("a").attr("title", "\"><script>").text("<b>&").child(el("br")));
        assert_eq!(html, "<a title=\"&quot;&gt;&lt;script&gt;\">&lt;b&gt;&amp;<br></a>");
    }

    #[test]
    fn a_boolean_attribute_has_no_value() {
        assert_eq!(print(&el("input").flag("checked", true).flag("hidden", false)), "<input checked>");
    }
}
