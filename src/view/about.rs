//! Data and sources: what the text rests on, what was corrected and what was not, what every tag means.

use minsheng_document::{Eid, Facet, FacetId, Variant};

use super::{Scene, heading, link, official};
use crate::{
    bits::Bits,
    joined::{joined, listed},
    route::{Filter, Panel, View},
    tree::{Element, el},
    words::{self, late::late},
};

pub(super) fn page(scene: &Scene) -> Element {
    let bodies = [
        downloads(scene),
        sources(scene),
        variants(scene),
        unconfirmed(scene),
        vocabularies(scene),
        el("p").text(scene.words.related),
    ];
    let mut page = el("div.page.about").child(heading(scene).text(words::view(View::About, scene.lang())));
    if !scene.document.has_notes() {
        page = page.child(el("p.intro").text(late(scene.lang()).no_notes));
    }
    let mut contents = el("ul");
    let mut sections = Vec::new();
    for ((id, (name, intro)), body) in
        SECTIONS.iter().zip(late(scene.lang()).about.iter().zip(late(scene.lang()).about_intro)).zip(bodies)
    {
        let to = link("a[data-jump]", joined(&["#", id]), name);
        contents = contents.child(el("li").child(to));
        let heading = el("h2[tabindex=-1]").attr("id", *id).text(*name);
        sections.push(el("section").child(heading).child(el("p.intro").text(intro)).child(body));
    }
    let contents = el("nav.parts").attr("aria-label", scene.words.contents).child(contents);
    page.child(contents).children(sections)
}

/// Ids of the parts, in their order.
const SECTIONS: [&str; 6] = ["data", "sources", "emendations", "unconfirmed", "vocabularies", "caution"];

fn sources(scene: &Scene) -> Element {
    let mut list = el("ul.sources");
    for witness in &scene.document.witnesses {
        let (publisher, date) = (scene.label(&witness.publisher), witness.date.as_str());
        let between = if publisher.is_empty() || date.is_empty() { "" } else { " · " };
        let title = el("p").child(el("b").text(witness.siglum.as_str())).text(" ").text(scene.label(&witness.title));
        let facts = el("p.meta").text(publisher).text(between).text(date);
        let taken = el("p").text(scene.label(&witness.taken));
        list = list.child(el("li").child(title).child(facts).child(taken));
    }
    list
}

fn variants(scene: &Scene) -> Element {
    el("ol.variants").children(scene.document.variants.iter().map(|one| variant(scene, one)))
}

fn variant(scene: &Scene, variant: &Variant) -> Element {
    let values = [
        official("del", &variant.printed),
        official("ins", &variant.established),
        el("span").text(listed(&variant.witnesses, scene.words.comma)),
        el("span").text(words::confidence(&variant.confidence, scene.lang())),
    ];
    let mut list = el("dl");
    for (name, value) in late(scene.lang()).variant_columns.iter().zip(values) {
        list = list.child(el("dt").text(*name)).child(el("dd").child(value));
    }
    let heading = el("h3").text(variant.id.as_str()).text(" · ").child(to_clause(scene, variant.clause));
    el("li").child(heading).child(list).child(el("p").text(scene.label(&variant.reason)))
}

fn to_clause(scene: &Scene, id: Eid) -> Element {
    link("a", scene.reading(id), &id.to_string())
}

fn unconfirmed(scene: &Scene) -> Element {
    let mut list = el("ul.unconfirmed");
    for reading in &scene.document.unconfirmed {
        let words = scene.document.clause(reading.clause).map_or("", |clause| reading.span.of(&clause.text));
        let item = el("li").child(to_clause(scene, reading.clause)).text(" ").child(official("q", words)).text(" ");
        list = list.child(item.text(scene.label(&reading.note)));
    }
    list
}

fn vocabularies(scene: &Scene) -> Element {
    let facets = scene.document.vocabulary.facets().into_iter();
    el("div.vocabularies").children(facets.map(|(id, facet)| vocabulary(scene, id, facet)))
}

fn vocabulary(scene: &Scene, id: FacetId, facet: &Facet) -> Element {
    let mut rows = el("tbody");
    for (n, value) in scene.document.vocabulary.values_of(id) {
        let all = scene.index.with(n).map_or(0, Bits::count);
        let only = scene.filtered(Filter::default().with(n, false));
        let name = el("th[scope=row]").child(link("a", only, scene.label(&value.label)));
        let count = el("td").text(all.to_string());
        rows = rows.child(el("tr").child(name).child(count).child(el("td").text(scene.label(&value.definition))));
    }
    let caption = el("caption").child(el("b").text(scene.label(&facet.label))).text(" ");
    el("table").child(caption.text(scene.label(&facet.definition))).child(rows)
}

fn downloads(scene: &Scene) -> Element {
    let [data, schema] = late(scene.lang()).downloads;
    let data = el("a[href=data/opinion.json][download]").text(data);
    let schema = el("a[href=data/opinion.schema.json][download]").text(schema);
    let more =
        link("a", scene.href(scene.route.to(|route| route.panel = Panel::Export)), late(scene.lang()).more_formats);
    let more = (scene.embed().is_none() && Panel::Export.is_of(scene.route.mode)).then(|| el("li.live").child(more));
    el("ul").child(el("li").child(data)).child(el("li").child(schema)).children(more)
}
