//! The tags as W3C Web Annotations: one for each word or passage that justifies a tag. They point into `opinion.txt`, the
//! established text, by quotation and by position; an annotation that is moved to another copy of the text keeps its
//! quotation. Takes the document; gives JSON-LD with relative addresses, because nobody knows where the files will stand.

use minsheng_document::{Document, FacetValue, Span, Tag};

use super::json::{Fields, Json};
use crate::joined::joined;

/// The file's own name, to which its parts' addresses are relative.
pub const ANNOTATIONS: &str = "opinion.annotations.jsonld";
/// The text that is annotated, beside this file.
pub const TEXT: &str = "opinion.txt";
/// Where values are defined, beside this file.
pub const DICTIONARY: &str = "README.md";
/// Characters of context on either side: enough that every quotation occurs once.
const CONTEXT: usize = 24;

/// `opinion.txt`: title, headings and sentences, one a line. The document's digest is this file's.
pub fn text(document: &Document) -> String {
    document.lines().iter().map(|line| joined(&[line, "\n"])).collect()
}

/// The collection, in one page.
pub fn annotations(document: &Document) -> Json<'_> {
    let text: Vec<char> = text(document).chars().collect();
    let items: Vec<Json> = passages(document).iter().flat_map(|it| of_passage(document, &text, it)).collect();
    Fields::default()
        .with("@context", "http://www.w3.org/ns/anno.jsonld")
        .with("id", ANNOTATIONS)
        .with("type", "AnnotationCollection")
        .with("label", joined(&[&document.title, "：标签及其依据 · tags and the words that justify them"]))
        .with("total", items.len())
        .with("first", page(items))
        .into()
}

fn page(items: Vec<Json<'_>>) -> Json<'_> {
    Fields::default()
        .with("id", "#page")
        .with("type", "AnnotationPage")
        .with("partOf", ANNOTATIONS)
        .with("startIndex", 0_usize)
        .with("items", Json::List(items))
        .into()
}

/// A sentence or a measure's heading: its id, where its words begin in the whole text, and its tags.
struct Passage<'a> {
    id: String,
    start: usize,
    tags: &'a [Tag],
}

fn passages(document: &Document) -> Vec<Passage<'_>> {
    let starts = starts(document);
    let start = |line: &str| starts.iter().find(|(other, _)| other == line).map(|(_, start)| *start);
    let headings = document.measures.iter().filter_map(|measure| {
        let start = start(&joined(&[&measure.num, &measure.title]))? + measure.num.chars().count();
        Some(Passage { id: measure.id.to_string(), start, tags: &measure.tags })
    });
    let sentences = document.clauses.iter().filter_map(|clause| {
        Some(Passage { id: clause.id.to_string(), start: start(&clause.text)?, tags: &clause.tags })
    });
    headings.chain(sentences).collect()
}

/// Every line, and where it begins.
fn starts(document: &Document) -> Vec<(String, usize)> {
    let mut next = 0;
    let begin = |line: String| {
        let start = next;
        next += line.chars().count() + 1;
        (line, start)
    };
    document.lines().into_iter().map(begin).collect()
}

fn of_passage<'a>(document: &'a Document, text: &[char], passage: &Passage<'a>) -> Vec<Json<'a>> {
    let tags = passage.tags.iter().filter_map(|tag| Some((document.vocabulary.get(tag.value)?, tag)));
    let evidence = tags.flat_map(|(value, tag)| tag.evidence.iter().map(move |span| (value, *span)));
    evidence.map(|(value, span)| annotation(document, text, passage, value, span)).collect()
}

fn annotation<'a>(
    document: &'a Document,
    text: &[char],
    passage: &Passage<'a>,
    value: &'a FacetValue,
    span: Span,
) -> Json<'a> {
    let name = name(document, value);
    let place = joined(&["#", &passage.id, "-", &span.start.to_string(), "-", &span.end.to_string(), "-", &name]);
    let (start, end) = (passage.start + usize::from(span.start), passage.start + usize::from(span.end));
    let definition = joined(&[DICTIONARY, "#", &name]);
    let classified = Fields::default().with("type", "SpecificResource").with("purpose", "classifying");
    let selectors = [quote(text, start, end), position(start, end)];
    Fields::default()
        .with("id", place)
        .with("type", "Annotation")
        .with("motivation", "classifying")
        .list(
            "body",
            [
                classified.with("source", definition).into(),
                label(&value.label.zh, "zh-Hans"),
                label(&value.label.en, "en"),
            ],
        )
        .with("target", Fields::default().with("source", TEXT).list("selector", selectors))
        .into()
}

/// `domain-elderly-care`: the value's name among those of all facets, and its anchor in the dictionary.
pub fn name(document: &Document, value: &FacetValue) -> String {
    let facet = document.vocabulary.facets.get(usize::from(value.facet.0)).map_or("", |facet| &facet.id);
    joined(&[facet, "-", &value.id])
}

fn label<'a>(text: &str, language: &str) -> Json<'a> {
    let body = Fields::default().with("type", "TextualBody").with("purpose", "tagging");
    body.with("value", text).with("format", "text/plain").with("language", language).into()
}

fn quote<'a>(text: &[char], start: usize, end: usize) -> Json<'a> {
    let words =
        |from: usize, to: usize| text.get(from..to.min(text.len())).unwrap_or_default().iter().collect::<String>();
    Fields::default()
        .with("type", "TextQuoteSelector")
        .with("exact", words(start, end))
        .with("prefix", words(start.saturating_sub(CONTEXT), start))
        .with("suffix", words(end, end + CONTEXT))
        .into()
}

fn position<'a>(start: usize, end: usize) -> Json<'a> {
    Fields::default().with("type", "TextPositionSelector").with("start", start).with("end", end).into()
}
