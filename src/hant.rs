//! Traditional characters: how a text is written in them, and a pass over the finished page that does it. A form is as long as
//! the word it stands for, so every place in the text stays where it is, and no view has to know.

use crate::tree::{Element, Node};

/// Attributes that a reader hears or sees; of the last six style sheets and scripts make text.
const READ: [&str; 11] = [
    "title",
    "aria-label",
    "aria-description",
    "placeholder",
    "alt",
    "data-name",
    "data-copied",
    "data-sound",
    "data-faulty",
    "data-none",
    "data-fill",
];

/// Words and characters and what they become: two that begin alike stand together, the longer first.
pub struct Hant {
    forms: Vec<(&'static str, &'static str)>,
}

impl Hant {
    /// By a table as `minsheng_seed::traditional` gives it.
    pub fn new(table: &'static str) -> Hant {
        Hant { forms: table.lines().filter_map(|line| line.split_at_checked(line.len() / 2)).collect() }
    }

    /// The text, in as many characters and bytes.
    pub fn text(&self, text: &str) -> String {
        let mut out = String::with_capacity(text.len());
        let mut rest = text;
        while let Some(first) = rest.chars().next() {
            let length = match self.form(rest, first) {
                Some((word, form)) => {
                    out.push_str(form);
                    word.len()
                }
                None => {
                    out.push(first);
                    first.len_utf8()
                }
            };
            rest = rest.get(length..).unwrap_or_default();
        }
        out
    }

    /// The longest word that begins here.
    fn form(&self, rest: &str, first: char) -> Option<(&'static str, &'static str)> {
        if first.is_ascii() {
            return None;
        }
        let start = self.forms.partition_point(|(word, _)| word.chars().next() > Some(first));
        let alike = self.forms.get(start..)?.iter().take_while(|(word, _)| word.starts_with(first));
        alike.copied().find(|(word, _)| rest.starts_with(word))
    }

    /// All that is Chinese below this element, and says so. A word that marks divide is one word all the same.
    pub fn page(&self, root: &mut Element) {
        let (mut parts, mut all) = (Vec::new(), String::new());
        self.gather(root, true, &mut parts, &mut all);
        let all = self.text(&all);
        for (text, start) in parts {
            if let Some(form) = all.get(start..start + text.len()) {
                *text = form.into();
            }
        }
    }

    /// The texts below an element, and where each begins in all of them; attributes are written at once.
    fn gather<'t>(
        &self,
        element: &'t mut Element,
        chinese: bool,
        parts: &mut Vec<(&'t mut String, usize)>,
        all: &mut String,
    ) {
        if element.verbatim || matches!(element.tag, "code" | "textarea") {
            return all.push('\n');
        }
        let chinese = element.get("lang").map_or(chinese, |lang| lang == "zh-Hans");
        let apart = !matches!(element.tag, "mark" | "span" | "ins" | "del");
        let element = &mut **element;
        if chinese {
            for (name, value) in &mut element.attributes {
                if *name == "lang" {
                    *value = "zh-Hant".into();
                } else if READ.contains(name) {
                    *value = self.text(value).into();
                }
            }
        }
        if apart {
            all.push('\n');
        }
        for child in &mut element.children {
            match child {
                Node::Element(child) => self.gather(child, chinese, parts, all),
                Node::Text(text) if chinese => {
                    let start = all.len();
                    all.push_str(text);
                    parts.push((text, start));
                }
                Node::Text(_) => {}
            }
        }
        if apart {
            all.push('\n');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Hant;
    use crate::{html::print, tree::el};

    fn hant() -> Hant {
        Hant::new("里裡\n邻里鄰里\n邻鄰\n群众群眾\n众眾\n")
    }

    #[test]
    fn the_longest_word_that_begins_at_a_place_decides() {
        assert_eq!(hant().text("邻里，里邻 HPV 群众"), "鄰里，裡鄰 HPV 群眾");
    }

    #[test]
    fn a_word_that_a_mark_divides_is_one_word_and_neighbours_are_none() {
        let mut page = el("p").text("邻").child(el("mark").text("里")).child(el("b").text("邻")).text("里");
        hant().page(&mut page);
        assert_eq!(print(&page), "<p>鄰<mark>里</mark><b>鄰</b>裡</p>");
    }

    #[test]
    fn what_is_read_is_written_and_all_else_stays() {
        let mut page = el("div[lang=zh-Hans][title=众][id=众][data-route=众]")
            .child(el("code").text("众"))
            .child(el("i[lang=en]").text("众").child(el("q[lang=zh-Hans]").text("众")))
            .child(el("q[lang=zh-Hans][title=众]").text("众").verbatim());
        hant().page(&mut page);
        assert_eq!(
            print(&page),
            "<div lang=\"zh-Hant\" title=\"眾\" id=\"众\" data-route=\"众\"><code>众</code><i lang=\"en\">众<q lang=\"zh-Hant\">眾\
             </q></i><q lang=\"zh-Hans\" title=\"众\">众</q></div>"
        );
    }
}
