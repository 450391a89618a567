//! What stands beside a sentence in the reading view: how it was emended, what is unconfirmed, what others say of it. Never
//! mixed into the text: a note of its own, which a narrow page opens in place.

use minsheng_document::{Clause, Eid, Unconfirmed, Variant};

use super::{Scene, official, quote};
use crate::{
    cite::emended,
    joined::joined,
    tree::{Element, el},
};

/// The note of a sentence, with the button that opens it; nothing where there is nothing to say.
pub(super) fn note(scene: &Scene, clause: &Clause) -> Vec<Element> {
    let items: Vec<Element> = apparatus(scene, clause.id);
    if items.is_empty() {
        return Vec::new();
    }
    let id = joined(&["beside-", &clause.id.to_string()]);
    let open = el("button[type=button].beside[aria-expanded=false]").attr("data-toggle", id.as_str()).attr("lang", scene.words.lang);
    let note = el("span.note[role=note]").attr("id", id).attr("lang", scene.words.lang).attr("aria-label", scene.words.beside);
    vec![open.text(scene.words.beside), note.children(items)]
}

/// Whether anything can be shown beside the text but its own apparatus.
pub(super) fn has_layers(_scene: &Scene) -> bool {
    false
}

fn apparatus(scene: &Scene, id: Eid) -> Vec<Element> {
    let variants = scene.document.variants.iter().filter(|it| it.clause == id).map(|it| variant(scene, it));
    let unconfirmed = scene.document.unconfirmed.iter().filter(|it| it.clause == id).map(|it| unconfirmed(scene, it));
    variants.chain(unconfirmed).collect()
}

/// 「印本作“…”，据 B、W 改作“…”」, and why.
fn variant(scene: &Scene, it: &Variant) -> Element {
    let item = el("span.item").child(el("b").text(it.id.as_str())).text(" ");
    item.text(emended(it, scene.lang())).text(" ").text(scene.label(&it.reason))
}

fn unconfirmed(scene: &Scene, it: &Unconfirmed) -> Element {
    let words = scene.document.clause(it.clause).map_or("", |clause| it.span.of(&clause.text));
    let item = el("span.item").child(el("b").text(it.id.as_str())).text(" ").text(scene.words.unconfirmed);
    item.child(official("span", &quote(words))).text(" ").text(scene.label(&it.note))
}
