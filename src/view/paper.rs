//! What stands on paper only, before and after what is shown: whose words these are, and what must not be lost when the
//! sheet is all that is left. Takes the picture of the address from whoever draws it. Asked for only while somebody prints.

use minsheng_document::{Clause, Eid};

use super::{Scene, edition, facts, is_preamble, official};
use crate::{
    cite::Cited,
    joined::{joined, listed},
    route::View,
    tree::{Element, el},
    words::{self, late::late, window::window},
};

/// Whose words follow. For views that do not begin with it themselves.
pub(super) fn head(scene: &Scene) -> Element {
    el("header.sheet").child(official("p", &scene.document.title).class("work")).child(facts(scene))
}

/// Where the words are from and what is uncertain in them, who laid them out, and where the same page is.
pub(super) fn colophon(scene: &Scene, code: Option<Element>) -> Element {
    let address = scene.address();
    let cited = Cited { document: scene.document, place: None, site: "", today: "" };
    let [.., caution] = late(scene.lang()).about_intro;
    let said = el("div")
        .children(emendations(scene))
        .children(one_print(scene))
        .child(official("p", &cited.source()).class("source"))
        .child(el("p").text(late(scene.lang()).unofficial))
        .child(el("p").text(caution))
        .child(el("p").text(window(scene.lang()).footer))
        .child(edition(scene))
        .children((!address.is_empty()).then(|| el("p.address[translate=no]").text(address)));
    el("footer.sheet").child(said).children(code)
}

/// The sentences that are shown, in the order of the text.
fn shown<'a>(scene: &Scene<'a>) -> Vec<&'a Clause> {
    let one = scene.route.place.and_then(|place| scene.document.clause(place.id));
    let is_shown = |n: usize, clause: &Clause| match (scene.route.view, one) {
        (View::Explore, _) => scene.is_hit(n),
        (View::Read, Some(one)) if scene.is_turning() => clause.id == one.id,
        (View::Read, _) => true,
        (View::Targets, _) => scene.document.targets_of(clause.id).next().is_some(),
        _ => false,
    };
    scene.document.clauses.iter().enumerate().filter(|(n, clause)| is_shown(*n, clause)).map(|(_, it)| it).collect()
}

/// What was emended in them. The whole text says so in its place.
fn emendations(scene: &Scene) -> Option<Element> {
    if scene.route.view == View::Read && !scene.is_turning() {
        return None;
    }
    let mut list = el("ul");
    for clause in shown(scene) {
        for variant in scene.document.variants.iter().filter(|it| it.clause == clause.id) {
            let place = numbered(scene, clause.measure, &[clause]);
            let said = joined(&[&place, words::late::colon(scene.lang()), &words::emended(variant, scene.lang())]);
            list = list.child(el("li").text(said));
        }
    }
    (!list.children.is_empty()).then_some(list)
}

/// Which of them one print alone has, measure by measure.
fn one_print(scene: &Scene) -> Option<Element> {
    let mut groups: Vec<(Option<Eid>, Vec<&Clause>)> = Vec::new();
    for clause in shown(scene).into_iter().filter(|clause| clause.witnesses.is_empty()) {
        match groups.last_mut() {
            Some((measure, clauses)) if *measure == clause.measure && !clauses.iter().any(|it| is_preamble(it)) => {
                clauses.push(clause);
            }
            _ => groups.push((clause.measure, vec![clause])),
        }
    }
    let places: Vec<String> = groups.iter().map(|(measure, clauses)| numbered(scene, *measure, clauses)).collect();
    let end = if places.is_empty() { return None } else { words::late::STOP };
    Some(el("p").text(late(scene.lang()).one_print).text(listed(&places, "；")).text(end))
}

/// 「（七）第 1、4 句」.
fn numbered(scene: &Scene, measure: Option<Eid>, clauses: &[&Clause]) -> String {
    if clauses.iter().any(|clause| is_preamble(clause)) {
        return scene.words.preamble.into();
    }
    let measure = measure.and_then(|id| scene.document.measure(id));
    let of = measure.map_or(scene.words.safeguards, |measure| &measure.num);
    let numbers: Vec<String> = clauses.iter().map(|clause| clause.n.to_string()).collect();
    joined(&[of, &words::late::nth(&listed(&numbers, scene.words.comma), scene.lang())])
}
