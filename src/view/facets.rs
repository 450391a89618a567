//! The facet panel: every value of every facet with what it would give and what the whole text has, zeros included. In a
//! window of its own it is a column, or where there is no room a sheet over the page (`www/overlay.js`).

use minsheng_document::{Bundle, Facet, FacetId, FacetValue, ValueId};

use super::{Scene, link, region};
use crate::{
    WHOLE,
    joined::joined,
    route::{Filter, Panel, Selection},
    search::Count,
    tree::{Element, el},
    words,
};

pub(super) fn panel(scene: &Scene) -> Element {
    let apart = is_sheet(scene);
    let heading = el(if apart { "h2#filters" } else { "h2.unseen#filters" }).text(scene.words.filters);
    let facets = scene.document.vocabulary.facets().into_iter();
    let list = el("div#facets.facets");
    let section = region(scene, "section.filters.live[aria-labelledby=filters]", "div.filters.live[part=filters]");
    let (section, list) = match apart {
        true => (section, list.child(sheet_head(scene, heading)).child(chosen(scene))),
        false => (section.child(heading).child(button(scene)), list),
    };
    section.child(list.children(facets.map(|(id, facet)| fieldset(scene, id, facet))).child(jump(scene)))
}

/// Whether the facets open one by one, below what is chosen.
fn is_sheet(scene: &Scene) -> bool {
    scene.is_apart() || (WHOLE && scene.route.panel == Panel::Filters)
}

/// Opens the panel where it is not in sight.
pub(super) fn button(scene: &Scene) -> Element {
    let conditions = scene.route.filter.selected().len();
    el("button[type=button].filter-button.live[data-toggle=facets][aria-expanded=false][aria-controls=facets]")
        .text(scene.words.filters)
        .text(if conditions == 0 { String::new() } else { joined(&[" ", &conditions.to_string()]) })
}

fn jump(scene: &Scene) -> Element {
    let found = words::sentences(scene.found(), scene.lang());
    let to = match WHOLE && scene.route.panel == Panel::Filters {
        true => el("a.to-results").attr("href", scene.href(scene.route.to(|route| route.panel = Panel::Closed))),
        false => el("a.to-results[href=#results][data-jump]"),
    };
    to.text(scene.words.look).text(found)
}

fn sheet_head(scene: &Scene, heading: Element) -> Element {
    let close = el("button[type=button].close").attr("aria-label", scene.words.close).text("×");
    el("div.sheet-head").child(heading).child(close)
}

/// What is chosen, each to be turned round or taken away.
fn chosen(scene: &Scene) -> Element {
    let mut list = el("ul.chosen").flag("hidden", scene.route.filter.selected().is_empty());
    for Selection { value, excluded } in scene.route.filter.selected() {
        let label = scene.value(*value);
        let flip = flip(scene, Selection { value: *value, excluded: *excluded });
        let remove = link("a", scene.filtered(scene.filter().without(*value)), "×");
        let remove = remove.attr("aria-label", joined(&[scene.words.remove, " ", label]));
        let name = el(if *excluded { "del" } else { "b" }).text(label);
        list = list.child(el("li").key(label).child(name).child(flip).child(remove));
    }
    list
}

fn fieldset(scene: &Scene, id: FacetId, facet: &Facet) -> Element {
    let bundles = scene.document.vocabulary.bundles.iter().filter(|bundle| bundle.facet == id);
    let values = scene.document.vocabulary.values_of(id);
    let zeros = values.iter().filter(|(n, _)| is_dead(counts(scene, *n), scene.is_selected(*n))).count();
    let group = el("fieldset.facet").class(&facet.id).child(legend(scene, id, scene.label(&facet.label)));
    let rows = |(n, value): (ValueId, &FacetValue)| {
        let excluded = scene.route.filter.state(n).filter(|_| !scene.is_apart());
        let flip = excluded.map(|excluded| flip(scene, Selection { value: n, excluded }).class("flip").key(&value.id));
        [Some(row(scene, n, value)), flip]
    };
    group
        .children(values.into_iter().flat_map(rows).flatten())
        .children(bundles.map(|bundle| bundle_row(scene, bundle)))
        .children(is_sheet(scene).then(|| fold(scene, zeros)))
}

/// The facet's name; it opens the values where not all facets are open, and says how many are chosen.
fn legend(scene: &Scene, id: FacetId, name: &str) -> Element {
    if !is_sheet(scene) {
        return el("legend").text(name);
    }
    let selected = scene.route.filter.selected().iter();
    let of_this = |it: &&Selection| scene.document.vocabulary.get(it.value).is_some_and(|value| value.facet == id);
    let count = match selected.filter(of_this).count() {
        0 => String::new(),
        n => n.to_string(),
    };
    let open = el("button[type=button].expand[data-toggle=values][aria-expanded=false]").text(name);
    el("legend").child(el("span").text(name)).child(open.child(el("small").text(count)))
}

/// Shows the values that would give nothing.
fn fold(scene: &Scene, zeros: usize) -> Element {
    let [before, after] = scene.words.zeros;
    let fold = el("button[type=button].fold[data-toggle=zeros][aria-expanded=false]").flag("hidden", zeros == 0);
    fold.text(before).text(zeros.to_string()).text(after)
}

fn counts(scene: &Scene, id: ValueId) -> Count {
    scene.hits.counts.get(usize::from(id.0)).copied().unwrap_or_default()
}

fn row(scene: &Scene, id: ValueId, value: &FacetValue) -> Element {
    let state = scene.route.filter.state(id);
    let on = state == Some(false);
    let row = checkbox(scene, scene.toggled(id), scene.label(&value.label), on, counts(scene, id));
    let row = row.key(&value.id).class("value").class(&value.id);
    if state == Some(true) { row.class("excluded") } else { row }
}

/// Turns a value that is chosen into one that is excluded, or back.
fn flip(scene: &Scene, Selection { value, excluded }: Selection) -> Element {
    let route = scene.filtered(scene.filter().with(value, !excluded));
    let link = link("a", route, if excluded { scene.words.include } else { scene.words.exclude });
    link.child(el("span.unseen").text(" ").text(scene.value(value)))
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

/// Whether choosing a value would give nothing.
fn is_dead(counts: Count, on: bool) -> bool {
    counts.now == 0 && !on
}

/// A value that would give nothing stays in reach and says so, but cannot be chosen.
#[inline(never)]
fn checkbox(scene: &Scene, route: String, label: &str, on: bool, counts: Count) -> Element {
    let dead = is_dead(counts, on);
    let input = el("input[type=checkbox]").attr("data-route", route).flag("checked", on);
    let input = input.attr_if(dead, "aria-disabled", "true");
    let label = el(if dead { "label.dead" } else { "label" }).child(input).child(el("span.name").text(label));
    label.child(counted(scene, counts))
}

fn counted(scene: &Scene, counts: Count) -> Element {
    let seen = el("span[aria-hidden=true]").text(counts.now.to_string());
    let all = el("small").text("/").text(counts.all.to_string());
    let seen = if counts.now == counts.all { seen } else { seen.child(all) };
    let spoken = el("span.unseen").text(scene.words.comma).text(words::sentences(counts.now, scene.lang()));
    el(if counts.now == 0 { "span.count.zero" } else { "span.count" }).child(seen).child(spoken)
}
