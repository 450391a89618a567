//! Clauses as a list of quotations that can be pasted into an article: the official text in blockquotes, its place, a
//! caveat where it departs from the print or looks wrong, and the source. Takes any clauses; its words are in Chinese,
//! as the text is.

use minsheng_document::{Clause, Document, Variant};

use crate::{
    joined::{joined, listed},
    route::Lang,
    words,
};

/// The quotations, under the document's title.
pub fn markdown(document: &Document, clauses: &[&Clause]) -> String {
    let mut text = joined(&["# ", &plain(&document.title), "\n"]);
    for clause in clauses {
        text.push('\n');
        text.push_str(&quotation(document, clause));
    }
    text.push_str(&joined(&["\n---\n\n", &source(document), "\n"]));
    text
}

fn quotation(document: &Document, clause: &Clause) -> String {
    let quoted = joined(&["> ", &plain(&clause.text)]);
    let mut lines = vec![quoted, joined(&["—— ", &plain(&place(document, clause)), " `", &clause.id.to_string(), "`"])];
    lines.extend(caveats(document, clause));
    joined(&[&listed(&lines, "\n\n"), "\n"])
}

/// 「（七）… · 第 4 句」
pub fn place(document: &Document, clause: &Clause) -> String {
    words::located(document, clause, " · ", Lang::ZhHans)
}

fn caveats(document: &Document, clause: &Clause) -> Vec<String> {
    let variants = document.variants.iter().filter(|variant| variant.clause == clause.id).map(emended);
    let doubtful = document.unconfirmed.iter().filter(|reading| reading.clause == clause.id).map(|reading| {
        joined(&[
            "存疑：照印本作「",
            &plain(reading.span.of(&clause.text)),
            "」，别处没有可以确证的文字。（",
            &reading.id,
            "）",
        ])
    });
    variants.chain(doubtful).collect()
}

fn emended(variant: &Variant) -> String {
    joined(&["校改：", &plain(&words::emended(variant, Lang::ZhHans)), "（", &variant.id, "）"])
}

/// Who said it, and when.
pub fn source(document: &Document) -> String {
    joined(&[
        "来源：",
        &plain(&listed(&document.issuers, "、")),
        "《",
        &plain(&document.title),
        "》，",
        &words::dated(&document.dated, Lang::ZhHans),
        "，",
        &words::published(&document.published, Lang::ZhHans),
        "。",
    ])
}

/// Text that Markdown takes for nothing but text.
pub fn plain(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        out.push_str(if "\\`*_[]<>&#|~".contains(c) { "\\" } else { "" });
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    #[test]
    fn what_looks_like_markup_stays_text() {
        assert_eq!(super::plain("5*3 [甲] <b> 80%"), "5\\*3 \\[甲\\] \\<b\\> 80%");
    }
}
