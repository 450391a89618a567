//! What stands beside a sentence or heading in the reading view: how it was emended, what is unconfirmed, what others say of
//! it. Never mixed into the text: a note of its own, which a narrow page opens in place.

use minsheng_document::{Clause, Commentary, Eid, Unconfirmed, Variant};

use super::{Scene, official, quote};
use crate::{
    WHOLE,
    joined::{joined, listed},
    route::{Layer, Mode},
    tree::{Element, el},
    words::{self, late::late},
};

/// How many items a margin holds beside one sentence.
const MOST: usize = 2;

/// The note of a sentence, with the button that opens it; nothing where there is nothing to say.
pub(super) fn sentence(scene: &Scene, clause: &Clause) -> Vec<Element> {
    let mut items = apparatus(scene, clause.id);
    let plain = scene.route.layers.has(Layer::Plain) || scene.route.mode != Mode::Page;
    items.extend(plain.then(|| scene.plain("span.item.ours", clause.id)).flatten());
    if WHOLE {
        items.extend(scene.route.layers.has(Layer::Support).then(|| support(scene, clause)));
        items.extend(layers(scene, Some(clause.id)));
    }
    if WHOLE && scene.route.layers.has(Layer::Terms) {
        items.extend(scene.document.terms_in(&clause.text).into_iter().filter_map(|n| term(scene, n)));
    }
    noted(scene, &clause.id.to_string(), items)
}

/// The note of a heading; of the title, what is said of the whole.
pub(super) fn heading(scene: &Scene, id: Option<Eid>) -> Option<Element> {
    let name = id.map_or("whole".into(), |id| id.to_string());
    let note = if WHOLE { noted(scene, &name, layers(scene, id)) } else { Vec::new() };
    (!note.is_empty()).then(|| el("p.around").children(note))
}

fn noted(scene: &Scene, name: &str, items: Vec<Element>) -> Vec<Element> {
    if items.is_empty() {
        return Vec::new();
    }
    let id = joined(&["beside-", name]);
    let (lang, count) = (scene.words.lang, items.len().to_string());
    // What is long would push the notes of the next sentences away from them: it is opened in place, in a margin too.
    let many = items.len() > MOST;
    let sized = |it: Element| if many { it.class("many") } else { it };
    let open = sized(el("button[type=button].beside.live[aria-expanded=false]"));
    let open = open.attr("data-toggle", id.as_str()).attr("lang", lang);
    let note =
        sized(el("span.note[role=note]")).attr("id", id).attr("lang", lang).attr("aria-label", scene.words.beside);
    vec![open.text(scene.words.beside).text(" ").text(count), note.children(items)]
}

fn apparatus(scene: &Scene, id: Eid) -> Vec<Element> {
    let variants = scene.document.variants.iter().filter(|it| it.clause == id).map(|it| variant(scene, it));
    let unconfirmed = scene.document.unconfirmed.iter().filter(|it| it.clause == id).map(|it| unconfirmed(scene, it));
    variants.chain(unconfirmed).collect()
}

/// 「印本作“…”，据 B、W 改作“…”」, and why.
fn variant(scene: &Scene, it: &Variant) -> Element {
    let item = el("span.item").child(el("b").text(it.id.as_str())).text(" ");
    item.text(words::emended(it, scene.lang())).text(" ").text(scene.label(&it.reason))
}

fn unconfirmed(scene: &Scene, it: &Unconfirmed) -> Element {
    let words = scene.document.clause(it.clause).map_or("", |clause| it.span.of(&clause.text));
    let item = el("span.item").child(el("b").text(scene.words.unconfirmed));
    item.child(official("span", &quote(words))).text(" ").text(scene.label(&it.note))
}

/// A term and what it means, on whose word where it is not ours.
fn term(scene: &Scene, n: usize) -> Option<Element> {
    let term = scene.document.terms.get(n)?;
    let item = el("span.item").child(official("b", &term.term)).text(" ");
    let item = item.child(el("i[lang=en]").text(term.en.as_str())).text(" · ").text(scene.label(&term.meaning));
    let sourced = !term.source.is_empty();
    Some(item.children(sourced.then(|| el("small").text(joined(&[" ", &term.source, " ", &term.lines])))))
}

/// Which independent documents repeat the sentence's words.
fn support(scene: &Scene, clause: &Clause) -> Element {
    let [by, none] = late(scene.lang()).support;
    let item = el("span.item").text(if clause.witnesses.is_empty() { none } else { by });
    item.text(listed(&clause.witnesses, scene.words.comma))
}

fn layers(scene: &Scene, id: Option<Eid>) -> Vec<Element> {
    let about = |it: &&Commentary| id.map_or(it.at.is_empty(), |id| it.at.contains(&id));
    let wanted = |it: &&Commentary| Layer::parse(&it.layer).is_some_and(|layer| scene.route.layers.has(layer));
    scene.document.commentary.iter().filter(wanted).filter(about).map(|it| item(scene, it)).collect()
}

/// Whose it is, our summary of it, a few of its own words, and where they stand.
fn item(scene: &Scene, it: &Commentary) -> Element {
    let layer = Layer::parse(&it.layer).map_or("", |layer| words::layer(layer, scene.lang()));
    let office = scene.label(&it.office);
    let whose = if office.is_empty() { layer.to_owned() } else { joined(&[layer, " · ", office]) };
    let flag = (it.kind == "not-in-text").then(|| el("strong").text(late(scene.lang()).not_in_text));
    let item = el("span.item").child(el("b").text(whose)).text(" ").children(flag).text(scene.label(&it.summary));
    let quoted = (!it.quote.is_empty()).then(|| official("span", &quote(&it.quote)));
    item.text(" ").children(quoted).text(" ").child(el("small").text(joined(&[&it.source, " ", &it.lines])))
}
