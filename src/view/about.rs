//! Data and sources: what the text rests on, what was corrected and what was not, what every tag means.

use minsheng_document::{Facet, FacetId, Unconfirmed, Variant, Witness};

use super::{Scene, official};
use crate::{
    route::{Filter, View},
    tree::{Element, el},
    words,
};

pub(super) fn main(scene: Scene, alerts: [Element; 2]) -> Element {
    let names = scene.words().about;
    let intros = scene.words().about_intro;
    let bodies = [
        sources(scene),
        variants(scene),
        unconfirmed(scene),
        vocabularies(scene),
        downloads(scene),
        el("p").text(scene.words().related),
    ];
    let sections = names.into_iter().zip(intros).zip(bodies).map(|((name, intro), body)| {
        el("section").child(el("h2").text(name)).child(el("p").class("intro").text(intro)).child(body)
    });
    let heading = el("h1").text(words::view(View::About, scene.lang()));
    let page = el("div").class("page about").child(heading).children(sections);
    el("main").attr("id", "main").attr("tabindex", "-1").children(alerts).child(page)
}

fn sources(scene: Scene) -> Element {
    let source = |witness: &Witness| {
        let facts = [scene.label(&witness.publisher), &witness.date].into_iter().filter(|fact| !fact.is_empty());
        let facts = facts.collect::<Vec<_>>().join(" · ");
        let title =
            el("p").child(el("b").text(witness.siglum.clone())).text(" ").text(scene.label(&witness.title).to_owned());
        let item = el("li").child(title).child(el("p").class("meta").text(facts));
        item.child(el("p").text(scene.label(&witness.taken).to_owned()))
    };
    el("ul").class("sources").children(scene.document.witnesses.iter().map(source))
}

fn variants(scene: Scene) -> Element {
    let variant = |variant: &Variant| {
        let [printed, established, witnesses, confidence] = scene.words().variant_columns;
        let link = el("a").attr("href", scene.reading(variant.clause)).text(variant.clause.to_string());
        let pair = |name: &'static str, value: Element| [el("dt").text(name), el("dd").child(value)];
        let list = el("dl")
            .children(pair(printed, official("del", &variant.printed)))
            .children(pair(established, official("ins", &variant.established)))
            .children(pair(witnesses, el("span").text(variant.witnesses.join("、"))))
            .children(pair(confidence, el("span").text(words::confidence(&variant.confidence, scene.lang()))));
        let heading = el("h3").text(variant.id.clone()).text(" · ").child(link);
        el("li").child(heading).child(list).child(el("p").text(scene.label(&variant.reason).to_owned()))
    };
    el("ol").class("variants").children(scene.document.variants.iter().map(variant))
}

fn unconfirmed(scene: Scene) -> Element {
    let item = |reading: &Unconfirmed| {
        let clause = scene.document.clause(reading.clause);
        let words = clause.map_or("", |clause| reading.span.of(&clause.text));
        let link = el("a").attr("href", scene.reading(reading.clause)).text(reading.clause.to_string());
        let item = el("li").child(link).text(" ").child(official("q", words)).text(" ");
        item.text(scene.label(&reading.note).to_owned())
    };
    el("ul").class("unconfirmed").children(scene.document.unconfirmed.iter().map(item))
}

fn vocabularies(scene: Scene) -> Element {
    let facets = (0..=u8::MAX).map(FacetId).zip(&scene.document.vocabulary.facets);
    el("div").class("vocabularies").children(facets.map(|(id, facet)| vocabulary(scene, id, facet)))
}

fn vocabulary(scene: Scene, id: FacetId, facet: &Facet) -> Element {
    let rows = scene.document.vocabulary.values_of(id).map(|(n, value)| {
        let all = scene.index.with(n).map_or(0, crate::bits::Bits::count);
        let only = scene.filtered(|_| Filter::default().with(n, false));
        let link = el("a").attr("href", only).text(scene.label(&value.label).to_owned());
        let count = el("td").text(all.to_string());
        let name = el("th").attr("scope", "row").child(link);
        el("tr").child(name).child(count).child(el("td").text(scene.label(&value.definition).to_owned()))
    });
    let caption = el("caption").child(el("b").text(scene.label(&facet.label).to_owned())).text(" ");
    let caption = caption.text(scene.label(&facet.definition).to_owned());
    el("table").child(caption).child(el("tbody").children(rows))
}

fn downloads(scene: Scene) -> Element {
    let links = ["data/opinion.json", "data/opinion.schema.json"].into_iter().zip(scene.words().downloads);
    let item = |(href, name): (&'static str, &'static str)| {
        el("li").child(el("a").attr("href", href).flag("download", true).text(name))
    };
    el("ul").children(links.map(item))
}
