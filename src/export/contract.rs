//! The JSON contract: the shapes of `opinion.json`, which are also what the JavaScript API returns. Spans are UTF-16
//! code units, half-open; every evidence carries its words, so that nobody has to slice.

use minsheng_document::{self as document, Clause, Document, Eid, Span, Tag, ValueId};
use serde::Serialize;

/// The whole document.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Opinion<'a> {
    title: &'a str,
    issuers: &'a [String],
    dated: &'a str,
    published: &'a str,
    language: &'static str,
    digest: &'a str,
    chapters: Vec<Chapter<'a>>,
    measures: Vec<Measure<'a>>,
    clauses: Vec<ClauseView<'a>>,
    vocabulary: Vec<FacetView<'a>>,
    unconfirmed: Vec<UnconfirmedView<'a>>,
    personas: Vec<PersonaView<'a>>,
    sources: Vec<SourceView<'a>>,
}

#[derive(Serialize)]
struct Chapter<'a> {
    id: String,
    num: &'a str,
    title: &'a str,
    principle: Option<&'a str>,
}

#[derive(Serialize)]
struct Measure<'a> {
    id: String,
    num: &'a str,
    title: &'a str,
    chapter: String,
    concerns: Vec<&'a str>,
}

/// One clause.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ClauseView<'a> {
    id: String,
    e_id: String,
    chapter: Option<String>,
    measure: Option<String>,
    n: u8,
    text: &'a str,
    principle: Option<&'a str>,
    domains: Vec<Tagged<'a>>,
    groups: Vec<Tagged<'a>>,
    wording: Vec<Tagged<'a>>,
    targets: Vec<TargetView<'a>>,
    concerns: Vec<&'a str>,
    support: Support<'a>,
    variants: Vec<VariantView<'a>>,
}

#[derive(Serialize)]
struct Tagged<'a> {
    id: &'a str,
    evidence: Vec<Evidence<'a>>,
}

#[derive(Serialize)]
struct Evidence<'a> {
    start: u16,
    end: u16,
    text: &'a str,
}

#[derive(Serialize)]
struct TargetView<'a> {
    id: &'a str,
    kind: &'a str,
    operator: &'a str,
    value: Option<u32>,
    unit: Option<&'a str>,
    scope: &'a str,
    horizon: Option<&'a str>,
    hedges: &'a [String],
    evidence: Vec<Evidence<'a>>,
}

#[derive(Serialize)]
struct Support<'a> {
    witnesses: &'a [String],
    independent: usize,
}

#[derive(Serialize)]
struct VariantView<'a> {
    id: &'a str,
    start: u16,
    end: u16,
    printed: &'a str,
    established: &'a str,
    witnesses: &'a [String],
    confidence: &'a str,
}

#[derive(Serialize)]
struct UnconfirmedView<'a> {
    id: &'a str,
    clause: String,
    evidence: Evidence<'a>,
    note: LabelView<'a>,
}

#[derive(Serialize)]
struct FacetView<'a> {
    id: &'a str,
    label: LabelView<'a>,
    definition: LabelView<'a>,
    values: Vec<ValueView<'a>>,
    bundles: Vec<BundleView<'a>>,
}

#[derive(Serialize)]
struct ValueView<'a> {
    id: &'a str,
    label: LabelView<'a>,
    definition: LabelView<'a>,
    clauses: usize,
}

#[derive(Serialize)]
struct BundleView<'a> {
    id: &'a str,
    label: LabelView<'a>,
    values: Vec<&'a str>,
}

#[derive(Serialize)]
struct PersonaView<'a> {
    id: &'a str,
    label: LabelView<'a>,
    select: Vec<String>,
}

#[derive(Serialize)]
struct SourceView<'a> {
    siglum: &'a str,
    title: LabelView<'a>,
    publisher: LabelView<'a>,
    date: Option<&'a str>,
    taken: LabelView<'a>,
}

#[derive(Serialize)]
struct LabelView<'a> {
    #[serde(rename = "zh-Hans")]
    zh: &'a str,
    en: &'a str,
}

impl<'a> Opinion<'a> {
    /// The whole document in the contract's shapes.
    pub fn new(document: &'a Document) -> Self {
        Opinion {
            title: &document.title,
            issuers: &document.issuers,
            dated: &document.dated,
            published: &document.published,
            language: "zh-Hans",
            digest: &document.digest,
            chapters: document.chapters.iter().map(|chapter| self::chapter(document, chapter)).collect(),
            measures: document.measures.iter().map(|measure| self::measure(document, measure)).collect(),
            clauses: document.clauses.iter().map(|clause| ClauseView::new(document, clause)).collect(),
            vocabulary: vocabulary(document),
            unconfirmed: document.unconfirmed.iter().map(|reading| unconfirmed(document, reading)).collect(),
            personas: document.personas.iter().map(|persona| self::persona(document, persona)).collect(),
            sources: document.witnesses.iter().map(source).collect(),
        }
    }
}

impl<'a> ClauseView<'a> {
    /// One clause in the contract's shape.
    pub fn new(document: &'a Document, clause: &'a Clause) -> Self {
        ClauseView {
            id: clause.id.to_string(),
            e_id: clause.akn(),
            chapter: clause.chapter.as_ref().map(Eid::to_string),
            measure: clause.measure.as_ref().map(Eid::to_string),
            n: clause.n,
            text: &clause.text,
            principle: ids(document, clause, "principle").first().copied(),
            domains: tagged(document, clause, "domain"),
            groups: tagged(document, clause, "group"),
            wording: tagged(document, clause, "wording"),
            targets: document.targets_of(clause.id).map(|target| target_view(document, clause, target)).collect(),
            concerns: ids(document, clause, "concern"),
            support: Support { witnesses: &clause.witnesses, independent: clause.witnesses.len() },
            variants: variants(document, clause),
        }
    }
}

fn chapter<'a>(document: &'a Document, chapter: &'a document::Chapter) -> Chapter<'a> {
    let principle = chapter.principle.and_then(|value| document.vocabulary.get(value));
    let principle = principle.map(|value| value.id.as_str());
    Chapter { id: chapter.id.to_string(), num: &chapter.num, title: &chapter.title, principle }
}

fn measure<'a>(document: &'a Document, measure: &'a document::Measure) -> Measure<'a> {
    Measure {
        id: measure.id.to_string(),
        num: &measure.num,
        title: &measure.title,
        chapter: measure.chapter.to_string(),
        concerns: tags(document, &measure.tags, "concern").map(|(id, _)| id).collect(),
    }
}

/// The tags of one facet, with their values' ids.
fn tags<'a>(document: &'a Document, tags: &'a [Tag], facet: &str) -> impl Iterator<Item = (&'a str, &'a Tag)> + use<'a> {
    let facet = document.vocabulary.facet(facet);
    tags.iter().filter_map(move |tag| {
        let value = document.vocabulary.get(tag.value)?;
        (Some(value.facet) == facet).then_some((value.id.as_str(), tag))
    })
}

/// The values of one facet that rest on something; those given for absence are not data.
fn ids<'a>(document: &'a Document, clause: &'a Clause, facet: &str) -> Vec<&'a str> {
    let attested = |tag: &Tag| document.vocabulary.get(tag.value).is_some_and(|value| !value.otherwise);
    tags(document, &clause.tags, facet).filter(|(_, tag)| attested(tag)).map(|(id, _)| id).collect()
}

fn tagged<'a>(document: &'a Document, clause: &'a Clause, facet: &str) -> Vec<Tagged<'a>> {
    let tags = tags(document, &clause.tags, facet);
    tags.map(|(id, tag)| Tagged { id, evidence: tag.evidence.iter().map(|s| evidence(&clause.text, *s)).collect() }).collect()
}

fn evidence(text: &str, span: Span) -> Evidence<'_> {
    Evidence { start: span.start, end: span.end, text: span.of(text) }
}

fn target_view<'a>(document: &'a Document, clause: &'a Clause, target: &'a document::Target) -> TargetView<'a> {
    let own = target.evidence.iter().filter(|quote| quote.clause == clause.id);
    TargetView {
        id: &target.id,
        kind: document.vocabulary.get(target.kind).map_or("", |value| &value.id),
        operator: &target.operator,
        value: target.value,
        unit: Some(target.unit.as_str()).filter(|unit| !unit.is_empty()),
        scope: &target.scope.zh,
        horizon: target.horizon.as_deref(),
        hedges: &target.hedges,
        evidence: own.map(|quote| evidence(&clause.text, quote.span)).collect(),
    }
}

fn variants<'a>(document: &'a Document, clause: &Clause) -> Vec<VariantView<'a>> {
    let own = document.variants.iter().filter(|variant| variant.clause == clause.id);
    let view = |variant: &'a document::Variant| VariantView {
        id: &variant.id,
        start: variant.span.start,
        end: variant.span.end,
        printed: &variant.printed,
        established: &variant.established,
        witnesses: &variant.witnesses,
        confidence: &variant.confidence,
    };
    own.map(view).collect()
}

fn unconfirmed<'a>(document: &'a Document, reading: &'a document::Unconfirmed) -> UnconfirmedView<'a> {
    let text = document.clause(reading.clause).map_or("", |clause| &clause.text);
    UnconfirmedView {
        id: &reading.id,
        clause: reading.clause.to_string(),
        evidence: evidence(text, reading.span),
        note: label(&reading.note),
    }
}

fn vocabulary(document: &Document) -> Vec<FacetView<'_>> {
    let vocabulary = &document.vocabulary;
    let facets = (0..=u8::MAX).map(document::FacetId).zip(&vocabulary.facets);
    let view = |(id, facet)| {
        let facet: &document::Facet = facet;
        FacetView {
            id: &facet.id,
            label: label(&facet.label),
            definition: label(&facet.definition),
            values: vocabulary.values_of(id).map(|(n, value)| value_view(document, n, value)).collect(),
            bundles: vocabulary.bundles.iter().filter(|bundle| bundle.facet == id).map(|b| bundle(document, b)).collect(),
        }
    };
    facets.map(view).collect()
}

fn value_view<'a>(document: &Document, id: ValueId, value: &'a document::FacetValue) -> ValueView<'a> {
    let clauses = document.clauses.iter().filter(|clause| clause.tag(id).is_some()).count();
    ValueView { id: &value.id, label: label(&value.label), definition: label(&value.definition), clauses }
}

fn bundle<'a>(document: &'a Document, bundle: &'a document::Bundle) -> BundleView<'a> {
    let values = bundle.values.iter().filter_map(|value| document.vocabulary.get(*value));
    BundleView { id: &bundle.id, label: label(&bundle.label), values: values.map(|value| value.id.as_str()).collect() }
}

fn persona<'a>(document: &'a Document, persona: &'a document::Persona) -> PersonaView<'a> {
    let select = persona.values.iter().filter_map(|value| {
        let value = document.vocabulary.get(*value)?;
        let facet = document.vocabulary.facets.get(usize::from(value.facet.0))?;
        Some([facet.id.as_str(), "=", &value.id].concat())
    });
    PersonaView { id: &persona.id, label: label(&persona.label), select: select.collect() }
}

fn source(witness: &document::Witness) -> SourceView<'_> {
    SourceView {
        siglum: &witness.siglum,
        title: label(&witness.title),
        publisher: label(&witness.publisher),
        date: Some(witness.date.as_str()).filter(|date| !date.is_empty()),
        taken: label(&witness.taken),
    }
}

fn label(label: &document::Label) -> LabelView<'_> {
    LabelView { zh: &label.zh, en: &label.en }
}
