//! The reading view: the whole text as a document, every sentence a place one can link to, hits highlighted.

use minsheng_document::{Chapter, Clause, Eid, Measure};

use super::{Scene, anchor, marked, marks, official, title};
use crate::{
    marks::{Kind, Mark},
    tree::{Element, el},
    words,
};

pub(super) fn main(scene: Scene, alerts: [Element; 2], summary: Element) -> Element {
    let page = el("div").class("columns reading").child(contents(scene)).child(article(scene, summary));
    el("main").attr("id", "main").attr("tabindex", "-1").children(alerts).child(page)
}

fn contents(scene: Scene) -> Element {
    let chapter = |chapter: &Chapter| {
        let measures = scene.document.measures.iter().filter(|measure| measure.chapter == chapter.id);
        let measures = measures.map(|measure| entry(scene, measure.id, &measure.num, &measure.title));
        let measures: Vec<Element> = measures.collect();
        let item = entry(scene, chapter.id, &chapter.num, &chapter.title);
        if measures.is_empty() { item } else { item.child(el("ol").children(measures)) }
    };
    let list = el("ol").children(scene.document.chapters.iter().map(chapter));
    let heading = el("h2").attr("id", "contents").text(scene.words().contents);
    el("nav").class("contents").attr("aria-labelledby", "contents").child(heading).child(list)
}

fn entry(scene: Scene, id: Eid, num: &str, title: &str) -> Element {
    let current = (scene.route.place.map(|place| place.id) == Some(id)).then_some("true");
    let link = official("a", &[num, title].concat()).attr("href", scene.reading(id)).maybe("aria-current", current);
    el("li").child(link)
}

fn article(scene: Scene, summary: Element) -> Element {
    let summary = (!scene.route.filter.is_empty()).then_some(summary);
    let dates = words::date(&scene.document.dated, crate::route::Lang::ZhHans);
    let issuers = scene.document.issuers.join("　");
    let preamble = scene.document.clauses.iter().enumerate().filter(|(_, clause)| clause.id == Eid::Preamble);
    el("article")
        .class("document")
        .children(summary)
        .child(title(scene.document))
        .child(official("p", &issuers).class("meta"))
        .child(official("p", &["（", &dates, "）"].concat()).class("meta"))
        .child(paragraph(scene, preamble))
        .children(scene.document.chapters.iter().map(|chapter| section(scene, chapter)))
}

fn section(scene: Scene, chapter: &Chapter) -> Element {
    let measures = scene.document.measures.iter().filter(|measure| measure.chapter == chapter.id);
    let own = scene.document.clauses.iter().enumerate();
    let mut own = own.filter(|(_, clause)| clause.chapter == Some(chapter.id) && clause.measure.is_none()).peekable();
    let tone = chapter.principle.and_then(|value| scene.document.vocabulary.get(value));
    let tone = tone.map_or("plain", |value| &value.id);
    let heading = heading(scene, "h2", chapter.id, &[chapter.num.as_str(), &chapter.title].concat());
    let section = el("section").class(tone.to_owned()).child(heading);
    let section = section.children(measures.flat_map(|measure| article_of(scene, measure)));
    if own.peek().is_some() { section.child(paragraph(scene, own)) } else { section }
}

fn article_of(scene: Scene, measure: &Measure) -> [Element; 2] {
    let clauses = scene.document.clauses.iter().enumerate().filter(|(_, clause)| clause.measure == Some(measure.id));
    let heading = heading(scene, "h3", measure.id, &[measure.num.as_str(), &measure.title].concat());
    [heading, paragraph(scene, clauses)]
}

fn heading(scene: Scene, tag: &'static str, id: Eid, text: &str) -> Element {
    let here = scene.route.place.is_some_and(|place| place.id == id);
    let heading = official(tag, text).attr("id", anchor(id)).attr("tabindex", "-1");
    heading.maybe("class", here.then_some("here"))
}

fn paragraph<'a>(scene: Scene<'a>, clauses: impl Iterator<Item = (usize, &'a Clause)>) -> Element {
    el("p").attr("lang", "zh-Hans").children(clauses.map(|(n, clause)| sentence(scene, n, clause)))
}

/// A sentence and its number, which is its link.
fn sentence(scene: Scene, n: usize, clause: &Clause) -> Element {
    let asked = !scene.route.filter.is_empty();
    let hit = asked && scene.is_hit(n);
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
    if clause.id == Eid::Preamble { sentence } else { sentence.child(number(scene, clause)) }
}

fn number(scene: Scene, clause: &Clause) -> Element {
    let name = words::ordinal(clause.n, scene.lang());
    el("a")
        .class("number")
        .attr("href", scene.reading(clause.id))
        .attr("lang", scene.words().lang)
        .attr("aria-label", name)
        .text(clause.n.to_string())
}
