//! Chinese words in an English page say that they are Chinese, wherever they stand, so that a voice reads them as such and a
//! font for them is taken. Takes a finished page; knows nothing of what it shows.

use std::mem;

use crate::tree::{Element, Node, el};

/// The element with Chinese words set apart in all its English text; what is to be copied as it is stays so.
pub(super) fn tagged(mut element: Element, english: bool) -> Element {
    if matches!(element.tag, "pre" | "code" | "textarea") {
        return element;
    }
    let english = element.get("lang").map_or(english, |lang| lang == "en");
    let children = mem::take(&mut element.children);
    children.into_iter().fold(element, |element, child| match child {
        Node::Text(text) if english => set_apart(element, &text),
        Node::Text(text) => element.text(text),
        Node::Element(child) => element.child(tagged(child, english)),
    })
}

/// Words go on over signs and digits, 急、难、愁、盼, and end before a space or a letter.
fn set_apart(element: Element, text: &str) -> Element {
    let Some((before, rest)) = text.find(is_chinese).and_then(|start| text.split_at_checked(start)) else {
        return element.text(text);
    };
    let reach = rest.find(|c: char| c.is_ascii_alphabetic() || c == ' ').unwrap_or(rest.len());
    let last = rest.char_indices().take_while(|(n, _)| *n < reach).filter(|(_, c)| is_chinese(*c)).last();
    let end = last.map_or(reach, |(n, c)| n + c.len_utf8());
    let (words, after) = rest.split_at_checked(end).unwrap_or((rest, ""));
    set_apart(element.text(before).child(el("span[lang=zh-Hans]").text(words)), after)
}

fn is_chinese(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}')
}

#[cfg(test)]
mod tests {
    use super::tagged;
    use crate::{html::print, tree::el};

    #[test]
    fn chinese_words_in_english_text_are_set_apart() {
        let text = "Which of the four (急、难、愁、盼) “纳入” is; 80% of 10年 and D、X.";
        let page = el("p[lang=en]").text(text).child(el("b[lang=zh-Hans]").text("养老")).child(el("pre").text("纳入"));
        let expected = "<p lang=\"en\">Which of the four (<span lang=\"zh-Hans\">急、难、愁、盼</span>) “\
            <span lang=\"zh-Hans\">纳入</span>” is; 80% of 10<span lang=\"zh-Hans\">年</span> and D、X.\
            <b lang=\"zh-Hans\">养老</b><pre>纳入</pre></p>";
        assert_eq!(print(&tagged(page, false)), expected);
    }

    #[test]
    fn a_page_in_chinese_stays_as_it_is() {
        let page = || el("div[lang=zh-Hans]").text("共 11 句").child(el("p").text("English 养老"));
        assert_eq!(tagged(page(), true), page());
    }
}
