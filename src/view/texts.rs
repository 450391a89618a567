//! Pieces of text that several regions show: official words, quotations, marks, the title, and who issued it.

use minsheng_document::{Clause, Eid};

use super::{Scene, region, scene};
use crate::{
    joined::joined,
    marks::{Kind, Mark, pieces},
    search::Why,
    tree::{Element, el},
    words::{self, late::late},
};

/// Words as quoted from the text.
#[inline(never)]
pub(super) fn quote(words: &str) -> String {
    joined(&["“", words, "”"])
}

/// The element with the text in it, marked words as `mark`.
#[inline(never)]
pub(super) fn marked(element: Element, text: &str, marks: &[Mark]) -> Element {
    pieces(text, marks).into_iter().fold(element, |element, (words, kind)| match kind {
        None => counted(element, words),
        Some(Kind::Evidence) => element.child(el("mark.evidence").text(words)),
        Some(Kind::Match) => element.child(el("mark.match").text(words)),
        Some(Kind::Range) => element.child(el("mark.range").text(words)),
    })
}

/// Text in which a number and what it counts stay on one line: 1000所, 10年.
pub(super) fn counted(element: Element, text: &str) -> Element {
    let Some(start) = text.find(|c: char| c.is_ascii_digit()) else { return element.text(text) };
    let (before, rest) = text.split_at_checked(start).unwrap_or((text, ""));
    let mut beyond = rest.char_indices().skip_while(|(_, c)| c.is_ascii_digit()).skip(1);
    let (number, after) = rest.split_at_checked(beyond.next().map_or(rest.len(), |(n, _)| n)).unwrap_or((rest, ""));
    counted(element.text(before).child(el("span.figure").text(number)), after)
}

/// The marks that show why a clause is among the hits.
#[inline(never)]
pub(super) fn marks(reasons: &[Why]) -> Vec<Mark> {
    let mut marks = Vec::new();
    for why in reasons {
        let (spans, kind) = match why {
            Why::Value(_, spans) => (spans, Kind::Evidence),
            Why::Term(_, spans) => (spans, Kind::Match),
            Why::English(..) => continue,
        };
        marks.extend(spans.iter().map(|span| Mark { span: *span, kind }));
    }
    marks
}

/// Element id of a node: the route that opens it, so that the link works without JavaScript too.
#[inline(never)]
pub(crate) fn anchor(id: Eid) -> String {
    joined(&["/read/", &id.to_string()])
}

/// The page's own heading; an article has one already.
pub(super) fn heading(scene: &Scene) -> Element {
    region(scene, "h1", "h2.h1")
}

/// The document's title as a heading, a line for each of its two parts.
pub(super) fn title(scene: &Scene) -> Element {
    let mut heading = heading(scene).attr("lang", "zh-Hans");
    for (n, line) in scene.document.title.split(' ').enumerate() {
        heading = heading.text(if n > 0 { " " } else { "" }).child(el("span.line").text(line));
    }
    scene::beside(heading, scene.english(Eid::Preamble).map(|_| scene.document.english.title.as_str()))
}

/// The translation of a sentence, where English is asked for and has come; what was searched in it is marked.
#[inline(never)]
pub(super) fn translation(scene: &Scene, clause: &Clause) -> Option<Element> {
    let text = scene.english(clause.id)?;
    let mut found = Vec::new();
    for why in scene.why(clause) {
        if let Why::English(_, spans) = why {
            found.extend(spans.into_iter().map(|span| Mark { span, kind: Kind::Match }));
        }
    }
    Some(marked(el("p.english[lang=en]"), text, &found))
}

/// Whose the translations are, where there are any.
pub(super) fn unofficial(scene: &Scene) -> Option<Element> {
    scene.english(Eid::Preamble).map(|_| el("p.meta.ours").text(late(scene.lang()).ours))
}

/// Who issued it, when, and how long it is.
pub(super) fn facts(scene: &Scene) -> Element {
    let (document, lang) = (scene.document, scene.lang());
    let unit = |fact: String| el("span.unit").text(fact);
    // Where there is little room, only what follows is shown.
    let mut wider = el("span.wider");
    for (n, issuer) in document.issuers.iter().enumerate() {
        let english =
            scene.english(Eid::Preamble).filter(|_| !scene.paper).and_then(|_| document.english.issuers.get(n));
        let unit = || official("span", issuer).class("unit");
        wider = wider.child(english.map_or_else(unit, |english| el("span").text(english.as_str()))).text("　");
    }
    let wider = wider.child(unit(words::dated(&document.dated, lang))).text(" · ");
    let published = unit(words::published(&document.published, lang)).text(" ·");
    let size = unit(words::sentences(scene.sentences(), lang));
    el("p.meta").child(wider).child(published).text(" ").child(size)
}

/// Which explorer this is, and of which text.
pub(super) fn edition(scene: &Scene) -> Element {
    let digest = scene.document.digest.get(..12).unwrap_or_default();
    let version = el("p").text(scene.words.brand).text(concat!(" ", env!("CARGO_PKG_VERSION"), " · SHA-256 "));
    version.text(digest)
}

/// Official text inside the interface.
#[inline(never)]
pub(super) fn official(tag: &'static str, text: &str) -> Element {
    el(tag).attr("lang", "zh-Hans").text(text)
}
