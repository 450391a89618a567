//! The head of the explore view: what this document is, the search field, life situations.

use minsheng_document::Persona;

use super::{Scene, facts, link, region, title};
use crate::{
    route::Filter,
    tree::{Element, el},
};

pub(super) fn hero(scene: &Scene) -> Element {
    el("div.hero").child(title(scene)).child(facts(scene)).child(search(scene)).child(situations(scene))
}

pub(super) fn search(scene: &Scene) -> Element {
    let words = scene.words;
    let field = el("input#q[name=q][type=search]")
        .attr("placeholder", words.example)
        .attr("autocomplete", "off")
        .attr("enterkeyhint", "search")
        .attr("aria-label", words.search)
        .attr("value", scene.route.filter.q());
    let button = el("button[type=submit]").text(words.search);
    region(scene, "search.live[role=search]", "div.live[part=search]")
        .child(el("form[data-search]").child(field).child(button))
}

fn situations(scene: &Scene) -> Element {
    let words = scene.words;
    let list = scene.document.personas.iter().map(|persona| el("li").child(situation(scene, persona)));
    el("div.who.live")
        .child(el("h2#who").text(words.situations))
        .child(el("ul[aria-labelledby=who]").children(list))
        .child(el("p.related").text(words.related))
}

/// Selects just what the situation selects; chosen again, it lets go.
fn situation(scene: &Scene, persona: &Persona) -> Element {
    let wanted = persona.values.iter().fold(Filter::default(), |filter, value| filter.with(*value, false));
    let on = scene.route.filter == wanted;
    let href = scene.filtered(if on { Filter::default() } else { wanted });
    link("a", href, scene.label(&persona.label)).attr_if(on, "aria-current", "true")
}
