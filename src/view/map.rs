//! The document map: a row per measure, a cell per sentence as wide as it is long, hits solid.
//!
//! It is a picture of the results and a shortcut for pointers; the same links stand in the list below, in the same
//! order, so it is left out of the tab order and of the accessibility tree.

use minsheng_document::{Clause, Eid};

use super::{Scene, is_safeguard, region};
use crate::{
    joined::joined,
    route::{Filter, Mode},
    tree::{Element, el},
    words,
};

pub(super) fn figure(scene: &Scene) -> Element {
    let mut rows = el("div.rows[aria-hidden=true]");
    for measure in &scene.document.measures {
        let number = measure.num.trim_matches(['（', '）']);
        rows = rows.child(row(scene, number, measure.id, &|clause| clause.measure == Some(measure.id)));
    }
    if let Some(chapter) = scene.document.chapters.last() {
        rows = rows.child(row(scene, scene.words.safeguards_short, chapter.id, &is_safeguard));
    }
    let links = if scene.route.mode == Mode::Page { scene.words.map_links } else { "" };
    let hits = if scene.route.filter.is_empty() { "" } else { scene.words.map_hits };
    // Where there is no room for it the map is one row, and this opens it.
    let open = el("button[type=button].unfold.live[data-toggle=map][aria-expanded=false]").text(scene.words.map);
    region(scene, "figure.map", "figure.map[part=map]")
        .children(scene.is_apart().then_some(open))
        .child(rows)
        .child(el("figcaption").text(scene.words.map_caption).text(hits).text(links))
}

fn row(scene: &Scene, number: &str, id: Eid, inside: &dyn Fn(&Clause) -> bool) -> Element {
    let clauses = scene.clauses(inside);
    let tone = clauses.first().map_or("plain", |(_, clause)| scene.tone(clause.chapter));
    let number = link(scene, scene.reading(id)).attr("lang", "zh-Hans").text(number);
    let cells = clauses.into_iter().map(|(n, clause)| cell(scene, n, clause));
    el("div.row").class(tone).child(number).child(el("span.bars").children(cells))
}

/// The width is written as two digits of a length, `t4 u3` for 43 characters, because a policy against inline styles
/// leaves classes as the only way to say it.
fn cell(scene: &Scene, n: usize, clause: &Clause) -> Element {
    let length = clause.text.chars().count();
    let (tens, units) = ((length / 10).to_string(), (length % 10).to_string());
    let hit = scene.is_hit(n);
    let on = if hit { " on" } else { "" };
    let start = clause.text.char_indices().nth(16).and_then(|(end, _)| clause.text.get(..end));
    let title = joined(&[&words::ordinal(clause.n, scene.lang()), " ", start.unwrap_or(&clause.text), "…"]);
    // What does not match has nothing to highlight, and its link need not change with every filter.
    let route = scene.route.at(clause.id);
    let route = if hit { route } else { route.filtered(Filter::default()) };
    link(scene, scene.href(route)).class(&joined(&["cell t", &tens, " u", &units, on])).attr("title", title)
}

/// With large type there is no cell that a finger could hit for sure: then the map is only a picture.
fn link(scene: &Scene, href: String) -> Element {
    match scene.route.mode {
        Mode::Page => el("a").attr("href", href).attr("tabindex", "-1"),
        Mode::Elder | Mode::Kiosk => el("span"),
    }
}
