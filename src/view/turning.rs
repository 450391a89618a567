//! One sentence alone on the simple page, and the ways from it to the one before and the one after. Where something is
//! selected or searched, they lead through what was found.

use minsheng_document::Eid;

use super::{Scene, simple::asked};
use crate::{
    joined::joined,
    tree::{Element, el},
    words::kiosk::kiosk,
};

/// The sentence that the route names, as a card, between its ways through `all`.
pub(super) fn page(scene: &Scene, id: Eid, all: &[Eid], card: Element) -> Element {
    let words = kiosk(scene.lang());
    let at = all.iter().position(|other| *other == id);
    let nth = at.map_or(String::new(), |n| joined(&[" ", &(n + 1).to_string(), " / ", &all.len().to_string()]));
    let place = el("p#summary.nth[tabindex=-1]").child(el("b").text(asked(scene))).text(nth);
    let before = at.and_then(|n| n.checked_sub(1)).and_then(|n| all.get(n));
    let after = at.and_then(|n| all.get(n + 1));
    el("div.page.turning")
        .child(place)
        .child(card)
        .child(el("div.steps").child(step(scene, before, words.before)).child(step(scene, after, words.after)))
}

/// At either end it stays where it was, and leads nowhere.
fn step(scene: &Scene, to: Option<&Eid>, text: &str) -> Element {
    let step = el("a.button.step").text(text);
    match to {
        Some(id) => step.attr("href", scene.reading(*id)),
        None => step.attr("aria-disabled", "true").attr("role", "link"),
    }
}
