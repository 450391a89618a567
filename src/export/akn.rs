//! The document as Akoma Ntoso 3.0, the format that parliaments and legal publishers exchange: structure with frozen
//! eIds, the established text, and an editorial note wherever it departs from the print or looks wrong.

use minsheng_document::{Chapter, Clause, Document, Eid, Label, Measure, Unconfirmed, Variant};

use super::{
    apparatus::{Mark, Piece, pieces},
    xml::{Xml, xml},
};
use crate::{joined::joined, route::Lang, words};

const NAMESPACE: &str = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0";
/// Who edits: this project, not the issuers.
const EDITOR: &str = "editor";
/// ISO 639-2, as Akoma Ntoso's naming convention asks for.
const LANGUAGE: &str = "zho";

/// `opinion.akn.xml`.
pub fn akn(document: &Document) -> String {
    let act = xml("act")
        .attr("name", "opinion")
        .attr("contains", "singleVersion")
        .child(meta(document))
        .child(preface(document))
        .children(preamble(document))
        .child(xml("body").children(document.chapters.iter().map(|it| chapter(document, it))));
    xml("akomaNtoso").attr("xmlns", NAMESPACE).child(act).file()
}

fn meta(document: &Document) -> Xml {
    xml("meta")
        .child(identification(document))
        .children(publication(document))
        .child(references(document))
        .child(notes(document))
}

/// The convention writes `nn` where a work has no number.
fn work(document: &Document) -> String {
    joined(&["/akn/cn/act/opinion/", &document.dated, "/nn"])
}

fn identification(document: &Document) -> Xml {
    let work = work(document);
    let expression = joined(&[&work, "/", LANGUAGE, "@", &document.published]);
    let issuers = (1..=document.issuers.len()).map(issuer);
    let dated = |name| {
        xml("FRBRdate")
            .attr("date", if name == "dated" { &document.dated } else { &document.published })
            .attr("name", name)
    };
    let edited = [dated("published"), author(EDITOR)];
    let first = level("FRBRWork", &work, "").child(dated("dated")).children(issuers.map(|id| author(&id)));
    let second = level("FRBRExpression", &expression, "").children(edited.clone());
    let third = level("FRBRManifestation", &expression, ".xml").children(edited);
    xml("identification")
        .attr("source", reference(EDITOR))
        .child(
            first.child(xml("FRBRcountry").attr("value", "cn")).child(xml("FRBRname").attr("value", &document.title)),
        )
        .child(second.child(xml("FRBRlanguage").attr("language", LANGUAGE)))
        .child(third.child(xml("FRBRformat").attr("value", "application/akn+xml")))
}

fn level(name: &'static str, address: &str, ending: &str) -> Xml {
    let this = xml("FRBRthis").attr("value", joined(&[address, "/!main", ending]));
    xml(name).child(this).child(xml("FRBRuri").attr("value", joined(&[address, ending])))
}

fn author(id: &str) -> Xml {
    xml("FRBRauthor").attr("href", reference(id))
}

fn reference(id: &str) -> String {
    joined(&["#", id])
}

fn issuer(n: usize) -> String {
    joined(&["issuer_", &n.to_string()])
}

/// Where the base text was printed.
fn publication(document: &Document) -> Option<Xml> {
    let base = document.witnesses.first()?;
    let publication = xml("publication").attr("date", &document.published);
    Some(publication.attr("name", &base.publisher.zh).attr("showAs", &base.publisher.zh))
}

fn references(document: &Document) -> Xml {
    let issuers = document.issuers.iter().zip(1..).map(|(name, n)| organization(&issuer(n), name));
    let editor = organization(EDITOR, words::words(Lang::ZhHans).brand);
    xml("references").attr("source", reference(EDITOR)).children(issuers).child(editor)
}

fn organization(id: &str, name: &str) -> Xml {
    let href = joined(&["/akn/ontology/organization/", id]);
    xml("TLCOrganization").attr("eId", id).attr("href", href).attr("showAs", name)
}

fn notes(document: &Document) -> Xml {
    let variants = document.variants.iter().map(variant);
    let unconfirmed = document.unconfirmed.iter().map(unconfirmed);
    xml("notes").attr("source", reference(EDITOR)).children(variants).children(unconfirmed)
}

fn variant(variant: &Variant) -> Xml {
    let reading = words::emended(variant, Lang::ZhHans);
    note(&variant.id, "variant").child(xml("p").text(reading)).children(explained(&variant.reason))
}

fn unconfirmed(reading: &Unconfirmed) -> Xml {
    note(&reading.id, "unconfirmed").children(explained(&reading.note))
}

fn note(id: &str, class: &str) -> Xml {
    xml("note").attr("class", class).attr("marker", id).attr("eId", note_id(id))
}

fn note_id(id: &str) -> String {
    joined(&["notes__note_", id])
}

fn explained(label: &Label) -> [Xml; 2] {
    let said = |lang, text: &String| xml("p").attr("xml:lang", lang).text(text);
    [said("zh-Hans", &label.zh), said("en", &label.en)]
}

fn preface(document: &Document) -> Xml {
    let title = xml("p").child(xml("docTitle").text(&document.title)).mixed();
    let issuers = document.issuers.iter().map(|name| xml("p").child(xml("docAuthority").text(name)).mixed());
    let date = words::date(&document.dated, Lang::ZhHans);
    let date = xml("p").child(xml("docDate").attr("date", &document.dated).text(date)).mixed();
    xml("preface").attr("eId", "preface").child(title).children(issuers).child(date)
}

fn preamble(document: &Document) -> Option<Xml> {
    let clause = document.clause(Eid::Preamble)?;
    Some(xml("preamble").attr("eId", clause.akn()).child(sentence(document, clause)))
}

fn chapter(document: &Document, chapter: &Chapter) -> Xml {
    let Eid::Chapter(number) = chapter.id else { return xml("chapter") };
    let id = joined(&["chp_", &number.to_string()]);
    let articles = document.measures.iter().filter(|it| it.chapter == chapter.id).map(|it| article(document, &id, it));
    let own = document.clauses.iter().filter(|it| it.chapter == Some(chapter.id) && it.measure.is_none());
    headed("chapter", &id, &chapter.num, &chapter.title)
        .children(articles)
        .children(own.map(|it| paragraph(document, it)))
}

fn article(document: &Document, chapter: &str, measure: &Measure) -> Xml {
    let Eid::Measure(number) = measure.id else { return xml("article") };
    let id = joined(&[chapter, "__art_", &number.to_string()]);
    let sentences = document.clauses.iter().filter(|it| it.measure == Some(measure.id));
    headed("article", &id, &measure.num, &measure.title).children(sentences.map(|it| paragraph(document, it)))
}

fn headed(name: &'static str, id: &str, num: &str, title: &str) -> Xml {
    xml(name).attr("eId", id).child(xml("num").text(num)).child(xml("heading").text(title))
}

fn paragraph(document: &Document, clause: &Clause) -> Xml {
    xml("paragraph").attr("eId", clause.akn()).child(xml("content").child(sentence(document, clause)))
}

/// The words, and after those that are noted the way to the note.
fn sentence(document: &Document, clause: &Clause) -> Xml {
    pieces(document, clause).into_iter().fold(xml("p"), |p, Piece { text, mark }| {
        let note = mark.map(|mark| match mark {
            Mark::Variant(variant) => &variant.id,
            Mark::Unconfirmed(reading) => &reading.id,
        });
        let way = note.map(|id| xml("noteRef").attr("href", reference(&note_id(id))).attr("marker", id));
        p.text(text).children(way)
    })
}
