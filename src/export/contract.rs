//! The JSON contract: the shapes of `opinion.json`, which are also what the JavaScript API returns. Spans are UTF-16
//! code units, half-open; every evidence carries its words, so that nobody has to slice.

use minsheng_document::{
    Bundle, Chapter, Clause, Document, Facet, FacetId, FacetValue, Label, Measure, Persona, Span, Tag, Target, Unconfirmed,
    ValueId, Variant, Witness,
};

use super::json::{Json, object};

/// The whole document.
pub fn opinion(document: &Document) -> Json<'_> {
    let facets = document.vocabulary.facets().into_iter();
    object([
        ("title", (&document.title).into()),
        ("issuers", document.issuers.iter().collect()),
        ("dated", (&document.dated).into()),
        ("published", (&document.published).into()),
        ("language", "zh-Hans".into()),
        ("digest", (&document.digest).into()),
        ("chapters", document.chapters.iter().map(|it| chapter(document, it)).collect()),
        ("measures", document.measures.iter().map(|it| measure(document, it)).collect()),
        ("clauses", document.clauses.iter().map(|it| clause(document, it)).collect()),
        ("vocabulary", facets.map(|(id, it)| facet(document, id, it)).collect()),
        ("unconfirmed", document.unconfirmed.iter().map(|it| unconfirmed(document, it)).collect()),
        ("personas", document.personas.iter().map(|it| persona(document, it)).collect()),
        ("sources", document.witnesses.iter().map(source).collect()),
    ])
}

/// One clause.
pub fn clause<'a>(document: &'a Document, clause: &'a Clause) -> Json<'a> {
    let variants = document.variants.iter().filter(|variant| variant.clause == clause.id);
    object([
        ("id", clause.id.to_string().into()),
        ("eId", clause.akn().into()),
        ("chapter", clause.chapter.map(|id| id.to_string()).into()),
        ("measure", clause.measure.map(|id| id.to_string()).into()),
        ("n", usize::from(clause.n).into()),
        ("text", (&clause.text).into()),
        ("principle", ids(document, &clause.tags, "principle").first().copied().into()),
        ("domains", tagged(document, clause, "domain")),
        ("groups", tagged(document, clause, "group")),
        ("wording", tagged(document, clause, "wording")),
        ("targets", document.targets_of(clause.id).map(|it| target(document, clause, it)).collect()),
        ("concerns", ids(document, &clause.tags, "concern").into_iter().collect()),
        ("support", support(clause)),
        ("variants", variants.map(variant).collect()),
    ])
}

fn support(clause: &Clause) -> Json<'_> {
    object([("witnesses", clause.witnesses.iter().collect()), ("independent", clause.witnesses.len().into())])
}

fn chapter<'a>(document: &'a Document, chapter: &'a Chapter) -> Json<'a> {
    let principle = chapter.principle.and_then(|value| document.vocabulary.get(value));
    object([
        ("id", chapter.id.to_string().into()),
        ("num", (&chapter.num).into()),
        ("title", (&chapter.title).into()),
        ("principle", principle.map(|value| &value.id).into()),
    ])
}

fn measure<'a>(document: &'a Document, measure: &'a Measure) -> Json<'a> {
    object([
        ("id", measure.id.to_string().into()),
        ("num", (&measure.num).into()),
        ("title", (&measure.title).into()),
        ("chapter", measure.chapter.to_string().into()),
        ("concerns", ids(document, &measure.tags, "concern").into_iter().collect()),
    ])
}

/// The tags of one facet, with their values.
fn tags<'a>(document: &'a Document, tags: &'a [Tag], facet: &str) -> Vec<(&'a FacetValue, &'a Tag)> {
    let facet = document.vocabulary.facet(facet);
    let tags = tags.iter().filter_map(|tag| Some((document.vocabulary.get(tag.value)?, tag)));
    tags.filter(|(value, _)| Some(value.facet) == facet).collect()
}

/// The values of one facet that rest on something; those given for absence alone are left out.
fn ids<'a>(document: &'a Document, list: &'a [Tag], facet: &str) -> Vec<&'a str> {
    let values = tags(document, list, facet).into_iter().map(|(value, _)| value);
    values.filter(|value| !value.otherwise).map(|value| value.id.as_str()).collect()
}

fn tagged<'a>(document: &'a Document, clause: &'a Clause, facet: &str) -> Json<'a> {
    let tags = tags(document, &clause.tags, facet).into_iter();
    tags.map(|(value, tag)| {
        let evidence = tag.evidence.iter().map(|span| evidence(&clause.text, *span));
        object([("id", (&value.id).into()), ("evidence", evidence.collect())])
    })
    .collect()
}

fn evidence(text: &str, span: Span) -> Json<'_> {
    object([("start", span.start.into()), ("end", span.end.into()), ("text", span.of(text).into())])
}

fn target<'a>(document: &'a Document, clause: &'a Clause, target: &'a Target) -> Json<'a> {
    let own = target.evidence.iter().filter(|quote| quote.clause == clause.id);
    object([
        ("id", (&target.id).into()),
        ("kind", document.vocabulary.get(target.kind).map(|value| &value.id).into()),
        ("operator", (&target.operator).into()),
        ("value", target.value.map(|value| value as usize).into()),
        ("unit", Some(&target.unit).filter(|unit| !unit.is_empty()).into()),
        ("scope", (&target.scope.zh).into()),
        ("horizon", target.horizon.as_ref().into()),
        ("hedges", target.hedges.iter().collect()),
        ("evidence", own.map(|quote| evidence(&clause.text, quote.span)).collect()),
    ])
}

fn variant(variant: &Variant) -> Json<'_> {
    object([
        ("id", (&variant.id).into()),
        ("start", variant.span.start.into()),
        ("end", variant.span.end.into()),
        ("printed", (&variant.printed).into()),
        ("established", (&variant.established).into()),
        ("witnesses", variant.witnesses.iter().collect()),
        ("confidence", (&variant.confidence).into()),
    ])
}

fn unconfirmed<'a>(document: &'a Document, reading: &'a Unconfirmed) -> Json<'a> {
    let text = document.clause(reading.clause).map_or("", |clause| &clause.text);
    object([
        ("id", (&reading.id).into()),
        ("clause", reading.clause.to_string().into()),
        ("evidence", evidence(text, reading.span)),
        ("note", label(&reading.note)),
    ])
}

fn facet<'a>(document: &'a Document, id: FacetId, facet: &'a Facet) -> Json<'a> {
    let values = document.vocabulary.values_of(id).into_iter().map(|(n, it)| value(document, n, it));
    let bundles = document.vocabulary.bundles.iter().filter(|bundle| bundle.facet == id);
    object([
        ("id", (&facet.id).into()),
        ("label", label(&facet.label)),
        ("definition", label(&facet.definition)),
        ("values", values.collect()),
        ("bundles", bundles.map(|it| bundle(document, it)).collect()),
    ])
}

fn value<'a>(document: &Document, id: ValueId, value: &'a FacetValue) -> Json<'a> {
    let clauses = document.clauses.iter().filter(|clause| clause.tag(id).is_some()).count();
    object([
        ("id", (&value.id).into()),
        ("label", label(&value.label)),
        ("definition", label(&value.definition)),
        ("clauses", clauses.into()),
    ])
}

fn bundle<'a>(document: &'a Document, bundle: &'a Bundle) -> Json<'a> {
    let values = bundle.values.iter().filter_map(|value| document.vocabulary.get(*value));
    object([
        ("id", (&bundle.id).into()),
        ("label", label(&bundle.label)),
        ("values", values.map(|value| &value.id).collect()),
    ])
}

fn persona<'a>(document: &'a Document, persona: &'a Persona) -> Json<'a> {
    let select = persona.values.iter().filter_map(|value| {
        let value = document.vocabulary.get(*value)?;
        let facet = document.vocabulary.facets.get(usize::from(value.facet.0))?;
        Some([facet.id.as_str(), "=", &value.id].concat())
    });
    object([("id", (&persona.id).into()), ("label", label(&persona.label)), ("select", select.collect())])
}

fn source(witness: &Witness) -> Json<'_> {
    object([
        ("siglum", (&witness.siglum).into()),
        ("title", label(&witness.title)),
        ("publisher", label(&witness.publisher)),
        ("date", Some(&witness.date).filter(|date| !date.is_empty()).into()),
        ("taken", label(&witness.taken)),
    ])
}

fn label(label: &Label) -> Json<'_> {
    object([("zh-Hans", (&label.zh).into()), ("en", (&label.en).into())])
}
