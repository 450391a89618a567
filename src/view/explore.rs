//! The head of the explore view: what this document is, the search field, life situations.

use minsheng_document::Persona;

use super::{Scene, facets, facts, link, region, summary, title};
use crate::{
    route::Filter,
    tree::{Element, el},
};

/// The search and the sentence that says what is shown stay in sight, so each is a block of its own beside the list.
pub(super) fn head(scene: &Scene) -> Vec<Element> {
    let hero = el("div.hero").child(title(scene)).child(facts(scene));
    let ask = el("div.ask.live").child(search(scene));
    let told = el("div.told").child(summary::sentence(scene));
    vec![hero, ask, facets::button(scene), situations(scene), told]
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

/// They are as wide as they like, and scroll sideways.
fn situations(scene: &Scene) -> Element {
    let words = scene.words;
    let list = scene.document.personas.iter().map(|persona| el("li").child(situation(scene, persona)));
    let list = [el("h2#who").text(words.situations), el("ul[aria-labelledby=who]").children(list)];
    el("div.who.live").child(el("div.wide").children(list)).child(el("p.related").text(words.related))
}

/// Selects just what the situation selects; chosen again, it lets go.
fn situation(scene: &Scene, persona: &Persona) -> Element {
    let wanted = persona.values.iter().fold(Filter::default(), |filter, value| filter.with(*value, false));
    let on = scene.route.filter == wanted;
    let href = scene.filtered(if on { Filter::default() } else { wanted });
    link("a", href, scene.label(&persona.label)).attr_if(on, "aria-current", "true")
}
