//! The JSON contract: the shapes of `opinion.json`, which are also what the JavaScript API returns. Spans are UTF-16
//! code units, half-open; every evidence carries its words, so that nobody has to slice.

use minsheng_document::{
    Absent, Bundle, Chapter, Clause, Commentary, Document, Eid, Facet, FacetId, FacetValue, Label, Measure, Persona,
    Span, Tag, Target, Unconfirmed, ValueId, Variant, Witness,
};

use super::json::{Fields, Json};
use crate::joined::joined;

/// The whole document.
pub fn opinion(document: &Document) -> Json<'_> {
    let facets = document.vocabulary.facets().into_iter();
    Fields::default()
        .with("title", &document.title)
        .list("issuers", document.issuers.iter())
        .with("dated", &document.dated)
        .with("published", &document.published)
        .with("language", "zh-Hans")
        .with("digest", &document.digest)
        .list("chapters", document.chapters.iter().map(|it| chapter(document, it)))
        .list("measures", document.measures.iter().map(|it| measure(document, it)))
        .list("clauses", document.clauses.iter().map(|it| clause(document, it)))
        .list("vocabulary", facets.map(|(id, it)| facet(document, id, it)))
        .list("unconfirmed", document.unconfirmed.iter().map(|it| unconfirmed(document, it)))
        .list("personas", document.personas.iter().map(|it| persona(document, it)))
        .list("commentary", document.commentary.iter().map(commentary))
        .list("absent", document.absent.iter().map(absent))
        .list("sources", document.witnesses.iter().map(source))
        .into()
}

/// One clause.
pub fn clause<'a>(document: &'a Document, clause: &'a Clause) -> Json<'a> {
    let variants = document.variants.iter().filter(|variant| variant.clause == clause.id);
    Fields::default()
        .with("id", clause.id.to_string())
        .with("eId", clause.akn())
        .with("chapter", clause.chapter.map(|id| id.to_string()))
        .with("measure", clause.measure.map(|id| id.to_string()))
        .with("n", usize::from(clause.n))
        .with("text", &clause.text)
        .with("principle", ids(document, &clause.tags, "principle").first().copied())
        .with("domains", tagged(document, clause, "domain"))
        .with("groups", tagged(document, clause, "group"))
        .with("wording", tagged(document, clause, "wording"))
        .list("targets", document.targets_of(clause.id).map(|it| target(document, clause, it)))
        .list("concerns", ids(document, &clause.tags, "concern"))
        .with("support", support(clause))
        .list("variants", variants.map(variant))
        .into()
}

fn support(clause: &Clause) -> Json<'_> {
    Fields::default().list("witnesses", clause.witnesses.iter()).with("independent", clause.witnesses.len()).into()
}

fn chapter<'a>(document: &'a Document, chapter: &'a Chapter) -> Json<'a> {
    let principle = chapter.principle.and_then(|value| document.vocabulary.get(value));
    Fields::default()
        .with("id", chapter.id.to_string())
        .with("num", &chapter.num)
        .with("title", &chapter.title)
        .with("principle", principle.map(|value| &value.id))
        .into()
}

fn measure<'a>(document: &'a Document, measure: &'a Measure) -> Json<'a> {
    Fields::default()
        .with("id", measure.id.to_string())
        .with("num", &measure.num)
        .with("title", &measure.title)
        .with("chapter", measure.chapter.to_string())
        .list("concerns", ids(document, &measure.tags, "concern"))
        .into()
}

/// The tags of one facet, with their values.
pub(super) fn tags<'a>(document: &'a Document, tags: &'a [Tag], facet: &str) -> Vec<(&'a FacetValue, &'a Tag)> {
    let facet = document.vocabulary.facet(facet);
    let tags = tags.iter().filter_map(|tag| Some((document.vocabulary.get(tag.value)?, tag)));
    tags.filter(|(value, _)| Some(value.facet) == facet).collect()
}

/// The values of one facet that rest on something; those given for absence alone are left out.
pub(super) fn ids<'a>(document: &'a Document, list: &'a [Tag], facet: &str) -> Vec<&'a str> {
    let values = tags(document, list, facet).into_iter().map(|(value, _)| value);
    values.filter(|value| !value.otherwise).map(|value| value.id.as_str()).collect()
}

fn tagged<'a>(document: &'a Document, clause: &'a Clause, facet: &str) -> Json<'a> {
    let tags = tags(document, &clause.tags, facet).into_iter();
    tags.map(|(value, tag)| Fields::default().with("id", &value.id).with("evidence", words(clause, tag))).collect()
}

fn words<'a>(clause: &Clause, tag: &Tag) -> Json<'a> {
    tag.evidence.iter().map(|span| evidence(&clause.text, *span)).collect()
}

#[inline(never)]
fn evidence<'a>(text: &str, span: Span) -> Json<'a> {
    Fields::default().with("start", span.start).with("end", span.end).with("text", span.of(text)).into()
}

fn target<'a>(document: &'a Document, clause: &'a Clause, target: &'a Target) -> Json<'a> {
    let own = target.evidence.iter().filter(|quote| quote.clause == clause.id);
    Fields::default()
        .with("id", &target.id)
        .with("kind", document.vocabulary.get(target.kind).map(|value| &value.id))
        .with("operator", &target.operator)
        .with("value", target.value.map(|value| value as usize))
        .with("unit", Some(&target.unit).filter(|unit| !unit.is_empty()))
        .with("scope", &target.scope.zh)
        .with("horizon", target.horizon.as_ref())
        .list("hedges", target.hedges.iter())
        .list("evidence", own.map(|quote| evidence(&clause.text, quote.span)))
        .into()
}

fn variant(variant: &Variant) -> Json<'_> {
    Fields::default()
        .with("id", &variant.id)
        .with("start", variant.span.start)
        .with("end", variant.span.end)
        .with("printed", &variant.printed)
        .with("established", &variant.established)
        .list("witnesses", variant.witnesses.iter())
        .with("confidence", &variant.confidence)
        .into()
}

fn unconfirmed<'a>(document: &'a Document, reading: &'a Unconfirmed) -> Json<'a> {
    let text = document.clause(reading.clause).map_or("", |clause| &clause.text);
    Fields::default()
        .with("id", &reading.id)
        .with("clause", reading.clause.to_string())
        .with("evidence", evidence(text, reading.span))
        .with("note", label(&reading.note))
        .into()
}

fn facet<'a>(document: &'a Document, id: FacetId, facet: &'a Facet) -> Json<'a> {
    let values = document.vocabulary.values_of(id).into_iter().map(|(n, it)| value(document, n, it));
    let bundles = document.vocabulary.bundles.iter().filter(|bundle| bundle.facet == id);
    Fields::default()
        .with("id", &facet.id)
        .with("label", label(&facet.label))
        .with("definition", label(&facet.definition))
        .list("values", values)
        .list("bundles", bundles.map(|it| bundle(document, it)))
        .into()
}

fn value<'a>(document: &Document, id: ValueId, value: &'a FacetValue) -> Json<'a> {
    let clauses = document.clauses.iter().filter(|clause| clause.tag(id).is_some()).count();
    Fields::default()
        .with("id", &value.id)
        .with("label", label(&value.label))
        .with("definition", label(&value.definition))
        .with("clauses", clauses)
        .into()
}

fn bundle<'a>(document: &'a Document, bundle: &'a Bundle) -> Json<'a> {
    let values = bundle.values.iter().filter_map(|value| document.vocabulary.get(*value));
    Fields::default()
        .with("id", &bundle.id)
        .with("label", label(&bundle.label))
        .list("values", values.map(|value| &value.id))
        .into()
}

fn persona<'a>(document: &'a Document, persona: &'a Persona) -> Json<'a> {
    let select = persona.values.iter().filter_map(|value| {
        let value = document.vocabulary.get(*value)?;
        let facet = document.vocabulary.facets.get(usize::from(value.facet.0))?;
        Some(joined(&[facet.id.as_str(), "=", &value.id]))
    });
    Fields::default().with("id", &persona.id).with("label", label(&persona.label)).list("select", select).into()
}

fn commentary(item: &Commentary) -> Json<'_> {
    Fields::default()
        .with("id", &item.id)
        .with("layer", &item.layer)
        .with("kind", &item.kind)
        .list("at", item.at.iter().map(Eid::to_string))
        .with("summary", label(&item.summary))
        .with("quote", Some(&item.quote).filter(|quote| !quote.is_empty()))
        .with("source", &item.source)
        .with("lines", &item.lines)
        .with("office", Some(&item.office).filter(|office| !office.zh.is_empty()).map(label))
        .into()
}

fn absent(absent: &Absent) -> Json<'_> {
    Fields::default()
        .list("words", absent.words.iter())
        .with("label", label(&absent.label))
        .with("note", label(&absent.note))
        .list("near", absent.near.iter().map(Eid::to_string))
        .into()
}

fn source(witness: &Witness) -> Json<'_> {
    Fields::default()
        .with("siglum", &witness.siglum)
        .with("title", label(&witness.title))
        .with("publisher", label(&witness.publisher))
        .with("date", Some(&witness.date).filter(|date| !date.is_empty()))
        .with("taken", label(&witness.taken))
        .into()
}

fn label(label: &Label) -> Json<'_> {
    Fields::default().with("zh-Hans", &label.zh).with("en", &label.en).into()
}
