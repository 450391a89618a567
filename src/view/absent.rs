//! What people ask about and the Opinion does not mention: said as an answer of its own, with what comes nearest.

use minsheng_document::Absent;

use super::{Scene, link};
use crate::tree::{Element, el};

/// 「原文未提及：育儿补贴」; nothing where nothing such is asked for, or before the notes have come.
pub(super) fn answer(scene: &Scene) -> Option<Element> {
    let named = |it: &&Absent| it.words.iter().any(|word| scene.asks_for(word));
    let absent: Vec<&Absent> = scene.document.absent.iter().filter(named).collect();
    (!absent.is_empty()).then(|| el("div.absent").children(absent.into_iter().map(|it| block(scene, it))))
}

fn block(scene: &Scene, it: &Absent) -> Element {
    let name = el("p").child(el("strong").text(scene.words.absent).text(scene.label(&it.label)));
    let near = it
        .near
        .iter()
        .filter_map(|id| scene.document.clause(*id))
        .map(|clause| el("li").child(link("a", scene.reading(clause.id), &scene.located(clause))));
    el("div").child(name).child(el("p").text(scene.label(&it.note))).child(el("ul").children(near))
}
