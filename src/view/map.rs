//! The document map: a row per measure, a cell per sentence as wide as it is long, hits solid.
//!
//! It is a picture of the results and a shortcut for pointers; the same links stand in the list below, in the same
//! order, so it is left out of the tab order and of the accessibility tree.

use minsheng_document::{Clause, Eid};

use super::Scene;
use crate::{
    route::Filter,
    tree::{Element, el},
    words,
};

pub(super) fn figure(scene: Scene) -> Element {
    let measures = scene.document.measures.iter().map(|measure| {
        let number = measure.num.trim_matches(['（', '）']);
        row(scene, number, measure.id, |clause| clause.measure == Some(measure.id))
    });
    let last = scene.document.chapters.last().map(|chapter| {
        let number = scene.words().safeguards_short;
        row(scene, number, chapter.id, |clause| matches!(clause.id, Eid::Safeguard(_)))
    });
    let rows = el("div").class("rows").attr("aria-hidden", "true").children(measures).children(last);
    el("figure").class("map").child(rows).child(el("figcaption").text(scene.words().map_caption))
}

fn row(scene: Scene, number: &str, id: Eid, inside: impl Fn(&Clause) -> bool) -> Element {
    let clauses = scene.document.clauses.iter().enumerate().filter(|(_, clause)| inside(clause));
    let tone = scene.document.clauses.iter().find(|clause| inside(clause)).map_or("plain", |clause| scene.tone(clause));
    let number = link(scene.reading(id)).attr("lang", "zh-Hans").text(number.to_owned());
    let cells = clauses.map(|(n, clause)| cell(scene, n, clause));
    el("div").class(["row ", tone].concat()).child(number).child(el("span").class("bars").children(cells))
}

/// The width is written as two digits of a length, `t4 u3` for 43 characters, because a policy against inline styles
/// leaves classes as the only way to say it.
fn cell(scene: Scene, n: usize, clause: &Clause) -> Element {
    let length = clause.text.chars().count();
    let (tens, units) = ((length / 10).to_string(), (length % 10).to_string());
    let hit = scene.is_hit(n);
    let on = if hit { " on" } else { "" };
    let start: String = clause.text.chars().take(16).chain(['…']).collect();
    let title = [&words::ordinal(clause.n, scene.lang()), " ", &start].concat();
    // What does not match has nothing to highlight, and its link need not change with every filter.
    let route = scene.route.at(clause.id);
    let route = if hit { route } else { route.filtered(|_| Filter::default()) };
    link(scene.href(&route)).class(["cell t", &tens, " u", &units, on].concat()).attr("title", title)
}

fn link(href: String) -> Element {
    el("a").attr("href", href).attr("tabindex", "-1")
}
