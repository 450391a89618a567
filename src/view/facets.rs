//! The facet panel: every value of every facet with what it would give and what the whole text has, zeros included.

use minsheng_document::{Bundle, Facet, FacetId, FacetValue, ValueId};

use super::Scene;
use crate::{
    route::Filter,
    search::{Count, count},
    tree::{Element, Str, el},
    words,
};

pub(super) fn panel(scene: Scene) -> Element {
    let words = scene.words();
    let facets = (0..=u8::MAX).map(FacetId).zip(&scene.document.vocabulary.facets);
    let conditions = scene.route.filter.selected().len();
    let button = el("button")
        .attr("type", "button")
        .class("filter-button")
        .attr("data-toggle", "facets")
        .attr("aria-expanded", "false")
        .attr("aria-controls", "facets")
        .text(words.filters)
        .text(if conditions == 0 { String::new() } else { ["（", &conditions.to_string(), "）"].concat() });
    let jump = el("a").class("to-results").attr("href", "#results").flag("data-jump", true).text(words.to_results);
    let list = el("div").attr("id", "facets").class("facets");
    let list = list.children(facets.map(|(id, facet)| fieldset(scene, id, facet))).child(jump);
    let heading = el("h2").class("unseen").attr("id", "filters").text(words.filters);
    let panel = el("section").class("filters live").attr("aria-labelledby", "filters");
    panel.child(heading).child(button).child(list)
}

fn fieldset(scene: Scene, id: FacetId, facet: &Facet) -> Element {
    let bundles = scene.document.vocabulary.bundles.iter().filter(|bundle| bundle.facet == id);
    let values = scene.document.vocabulary.values_of(id);
    el("fieldset")
        .class(["facet ", &facet.id].concat())
        .child(el("legend").text(words::label(&facet.label, scene.lang()).to_owned()))
        .children(values.map(|(n, value)| row(scene, n, value)))
        .children(bundles.map(|bundle| bundle_row(scene, bundle)))
}

fn row(scene: Scene, id: ValueId, value: &FacetValue) -> Element {
    let on = scene.route.filter.state(id);
    let counts = scene.hits.counts.get(usize::from(id.0)).copied().unwrap_or_default();
    let row = checkbox(
        scene,
        Row {
            key: value.id.clone().into(),
            route: scene.toggled(id),
            label: words::label(&value.label, scene.lang()),
            on: on == Some(false),
            counts,
        },
    );
    row.class(["value ", &value.id, if on == Some(true) { " excluded" } else { "" }].concat())
}

/// Several values behind one box: on when all are.
fn bundle_row(scene: Scene, bundle: &Bundle) -> Element {
    let filter = &scene.route.filter;
    let on = bundle.values.iter().all(|value| filter.state(*value) == Some(false));
    let select = |filter: Filter| bundle.values.iter().fold(filter, |filter, value| filter.with(*value, false));
    let release = |filter: Filter| bundle.values.iter().fold(filter, |filter, value| filter.without(*value));
    let others = scene.document.vocabulary.values_of(bundle.facet);
    let own = others.fold(filter.clone(), |filter, (value, _)| filter.without(value));
    let counts = Count {
        now: count(scene.index, scene.document, &select(own)),
        all: count(scene.index, scene.document, &select(Filter::default())),
    };
    let route = scene.filtered(|filter| if on { release(filter) } else { select(filter) });
    let label = words::label(&bundle.label, scene.lang());
    checkbox(scene, Row { key: bundle.id.clone().into(), route, label, on, counts }).class("value bundle")
}

struct Row<'a> {
    key: Str,
    route: String,
    label: &'a str,
    on: bool,
    counts: Count,
}

/// A value that would give nothing stays in reach and says so, but cannot be chosen.
fn checkbox(scene: Scene, row: Row) -> Element {
    let dead = row.counts.now == 0 && !row.on;
    let input = el("input")
        .attr("type", "checkbox")
        .attr("data-route", row.route)
        .flag("checked", row.on)
        .maybe("aria-disabled", dead.then_some("true"));
    let label = el("label").key(row.key).child(input).child(el("span").class("name").text(row.label.to_owned()));
    label.child(counted(scene, row.counts))
}

fn counted(scene: Scene, counts: Count) -> Element {
    let (now, all) = (counts.now.to_string(), ["/", &counts.all.to_string()].concat());
    let seen = el("span").attr("aria-hidden", "true").text(now);
    let seen = if counts.now == counts.all { seen } else { seen.child(el("small").text(all)) };
    let spoken = [scene.words().comma, &words::sentences(counts.now, scene.lang())].concat();
    let class = if counts.now == 0 { "count zero" } else { "count" };
    el("span").class(class).child(seen).child(el("span").class("unseen").text(spoken))
}
