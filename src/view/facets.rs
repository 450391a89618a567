//! The facet panel: every value of every facet with what it would give and what the whole text has, zeros included.

use minsheng_document::{Bundle, Facet, FacetId, FacetValue, ValueId};

use super::{Scene, link, region};
use crate::{
    joined::joined,
    route::Filter,
    search::Count,
    tree::{Element, el},
    words,
};

pub(super) fn panel(scene: &Scene) -> Element {
    let words = scene.words;
    let conditions = scene.route.filter.selected().len();
    let button = el("button[type=button].filter-button[data-toggle=facets][aria-expanded=false][aria-controls=facets]")
        .text(words.filters)
        .text(if conditions == 0 { String::new() } else { joined(&["（", &conditions.to_string(), "）"]) });
    let jump = el("a.to-results[href=#results][data-jump]").text(words.to_results);
    let facets = scene.document.vocabulary.facets().into_iter();
    let list = el("div#facets.facets").children(facets.map(|(id, facet)| fieldset(scene, id, facet))).child(jump);
    let heading = el("h2.unseen#filters").text(words.filters);
    region(scene, "section.filters.live[aria-labelledby=filters]", "div.filters.live[part=filters]")
        .child(heading)
        .child(button)
        .child(list)
}

fn fieldset(scene: &Scene, id: FacetId, facet: &Facet) -> Element {
    let bundles = scene.document.vocabulary.bundles.iter().filter(|bundle| bundle.facet == id);
    let values = scene.document.vocabulary.values_of(id).into_iter();
    el("fieldset.facet")
        .class(&facet.id)
        .child(el("legend").text(scene.label(&facet.label)))
        .children(values.flat_map(|(n, value)| [Some(row(scene, n, value)), flip(scene, n, value)]).flatten())
        .children(bundles.map(|bundle| bundle_row(scene, bundle)))
}

fn row(scene: &Scene, id: ValueId, value: &FacetValue) -> Element {
    let state = scene.route.filter.state(id);
    let counts = scene.hits.counts.get(usize::from(id.0)).copied().unwrap_or_default();
    let row = checkbox(scene, scene.toggled(id), scene.label(&value.label), state == Some(false), counts);
    let row = row.key(&value.id).class("value").class(&value.id);
    if state == Some(true) { row.class("excluded") } else { row }
}

/// Turns a value that is chosen into one that is excluded, or back.
fn flip(scene: &Scene, id: ValueId, value: &FacetValue) -> Option<Element> {
    let excluded = scene.route.filter.state(id)?;
    let route = scene.route.filtered(scene.filter().with(id, !excluded));
    let link = link("a.flip", scene.href(route), if excluded { scene.words.include } else { scene.words.exclude });
    Some(link.key(&value.id).child(el("span.unseen").text(" ").text(scene.label(&value.label))))
}

/// Several values behind one box: on when all are.
fn bundle_row(scene: &Scene, bundle: &Bundle) -> Element {
    let on = bundle.values.iter().all(|value| scene.is_selected(*value));
    let select = |filter: Filter| bundle.values.iter().fold(filter, |filter, value| filter.with(*value, false));
    let release = |filter: Filter| bundle.values.iter().fold(filter, |filter, value| filter.without(*value));
    let others = scene.document.vocabulary.values_of(bundle.facet).into_iter();
    let own = others.fold(scene.filter(), |filter, (value, _)| filter.without(value));
    let counts = Count { now: scene.count(&select(own)), all: scene.count(&select(Filter::default())) };
    let route = scene.filtered(if on { release(scene.filter()) } else { select(scene.filter()) });
    checkbox(scene, route, scene.label(&bundle.label), on, counts).key(&bundle.id).class("value bundle")
}

/// A value that would give nothing stays in reach and says so, but cannot be chosen.
#[inline(never)]
fn checkbox(scene: &Scene, route: String, label: &str, on: bool, counts: Count) -> Element {
    let dead = counts.now == 0 && !on;
    let input = el("input[type=checkbox]").attr("data-route", route).flag("checked", on);
    let input = input.attr_if(dead, "aria-disabled", "true");
    el("label").child(input).child(el("span.name").text(label)).child(counted(scene, counts))
}

fn counted(scene: &Scene, counts: Count) -> Element {
    let seen = el("span[aria-hidden=true]").text(counts.now.to_string());
    let all = el("small").text("/").text(counts.all.to_string());
    let seen = if counts.now == counts.all { seen } else { seen.child(all) };
    let spoken = el("span.unseen").text(scene.words.comma).text(words::sentences(counts.now, scene.lang()));
    el(if counts.now == 0 { "span.count.zero" } else { "span.count" }).child(seen).child(spoken)
}
