//! The reading view: the whole text as a document, every sentence a place one can link to, hits highlighted.

use minsheng_document::{Chapter, Clause, Eid};

use super::{Scene, anchor, is_preamble, link, marked, marks, official, title};
use crate::{
    joined::listed,
    marks::{Kind, Mark},
    route::Lang,
    tree::{Element, el},
    words,
};

pub(super) fn page(scene: &Scene, summary: Element) -> Element {
    el("div.columns.reading").child(contents(scene)).child(article(scene, summary))
}

/// What an article shows of it: the chapter or measure that the route names, or everything.
pub(super) fn passage(scene: &Scene, summary: Element) -> Element {
    let page = el("div.columns.reading");
    let Some(place) = scene.route.place else { return page.child(article(scene, summary)) };
    let passage = match scene.document.chapter(place.id) {
        Some(chapter) => section(scene, chapter),
        None => {
            let chapter = scene.document.measure(place.id).map(|measure| measure.chapter);
            measure(scene, el("section").class(scene.tone(chapter)), place.id)
        }
    };
    page.child(el("article.document").child(passage))
}

fn contents(scene: &Scene) -> Element {
    let mut list = el("ol");
    for chapter in &scene.document.chapters {
        let measures = scene.document.measures.iter().filter(|measure| measure.chapter == chapter.id);
        let measures = el("ol").children(measures.map(|measure| entry(scene, measure.id)));
        let item = entry(scene, chapter.id);
        list = list.child(if measures.children.is_empty() { item } else { item.child(measures) });
    }
    let heading = el("h2#contents").text(scene.words.contents);
    el("nav.contents[aria-labelledby=contents]").child(heading).child(list)
}

fn entry(scene: &Scene, id: Eid) -> Element {
    el("li").child(scene.heading_link(id).attr_if(is_here(scene, id), "aria-current", "true"))
}

fn is_here(scene: &Scene, id: Eid) -> bool {
    scene.route.place.is_some_and(|place| place.id == id)
}

fn article(scene: &Scene, summary: Element) -> Element {
    let summary = (!scene.route.filter.is_empty()).then_some(summary);
    let dates = words::date(&scene.document.dated, Lang::ZhHans);
    el("article.document")
        .children(summary)
        .child(title(scene))
        .child(official("p", &listed(&scene.document.issuers, "　")).class("meta"))
        .child(official("p", "（").class("meta").text(dates).text("）"))
        .child(paragraph(scene, &is_preamble))
        .children(scene.document.chapters.iter().map(|chapter| section(scene, chapter)))
}

fn section(scene: &Scene, chapter: &Chapter) -> Element {
    let mut section = el("section").class(scene.tone(Some(chapter.id))).child(heading(scene, "h2", chapter.id));
    for measure in scene.document.measures.iter().filter(|measure| measure.chapter == chapter.id) {
        section = self::measure(scene, section, measure.id);
    }
    let own = paragraph(scene, &|clause| clause.chapter == Some(chapter.id) && clause.measure.is_none());
    if own.children.is_empty() { section } else { section.child(own) }
}

fn measure(scene: &Scene, section: Element, id: Eid) -> Element {
    let sentences = paragraph(scene, &|clause| clause.measure == Some(id));
    section.child(heading(scene, "h3", id)).child(sentences)
}

fn heading(scene: &Scene, tag: &'static str, id: Eid) -> Element {
    let heading = official(tag, &scene.heading(id)).attr("id", anchor(id)).attr("tabindex", "-1");
    heading.attr_if(is_here(scene, id), "class", "here")
}

fn paragraph(scene: &Scene, inside: &dyn Fn(&Clause) -> bool) -> Element {
    let clauses = scene.clauses(inside).into_iter();
    el("p[lang=zh-Hans]").children(clauses.map(|(n, clause)| sentence(scene, n, clause)))
}

/// A sentence and its number, which is its link.
fn sentence(scene: &Scene, n: usize, clause: &Clause) -> Element {
    let hit = !scene.route.filter.is_empty() && scene.is_hit(n);
    let place = scene.route.place.filter(|place| place.id == clause.id);
    let mut marks = if hit { marks(&scene.why(clause)) } else { Vec::new() };
    marks.extend(place.and_then(|place| place.span).map(|span| Mark { span, kind: Kind::Range }));
    let class = match (hit, place.is_some()) {
        (_, true) => "s here",
        (true, false) => "s hit",
        (false, false) => "s",
    };
    let sentence = el("span").class(class).attr("id", anchor(clause.id)).attr("tabindex", "-1");
    let sentence = marked(sentence, &clause.text, &marks);
    if is_preamble(clause) { sentence } else { sentence.child(number(scene, clause)) }
}

fn number(scene: &Scene, clause: &Clause) -> Element {
    link("a.number", scene.reading(clause.id), &clause.n.to_string())
        .attr("lang", scene.words.lang)
        .attr("aria-label", words::ordinal(clause.n, scene.lang()))
}
