//! The document as TEI P5, the format of critical editions: the established text with its apparatus in place (the print
//! among the readings), the witnesses, and the readings that no witness confirms. Witnesses are named by title and date.

use minsheng_document::{Chapter, Clause, Document, Eid, Label, Measure, Unconfirmed, Variant, Witness};

use super::{
    apparatus::{Mark, Piece, pieces},
    xml::{Xml, xml},
};
use crate::{
    joined::{joined, listed},
    route::Lang,
    words,
};

/// The print, whose readings the apparatus records.
const BASE: &str = "O";

/// `opinion.tei.xml`.
pub fn tei(document: &Document) -> String {
    let text = xml("text").attr("xml:lang", "zh-Hans").child(body(document)).child(back(document));
    xml("TEI").attr("xmlns", "http://www.tei-c.org/ns/1.0").child(header(document)).child(text).file()
}

fn header(document: &Document) -> Xml {
    let title = xml("titleStmt").child(xml("title").text(&document.title));
    let authors = document.issuers.iter().map(|name| xml("author").child(xml("orgName").text(name)));
    let rights =
        [Lang::ZhHans, Lang::En].map(|lang| said("p", words::words(lang).lang, words::window::window(lang).footer));
    let file = xml("fileDesc")
        .child(title.children(authors))
        .child(xml("publicationStmt").children(rights))
        .child(xml("sourceDesc").child(xml("listWit").children(document.witnesses.iter().map(witness))));
    let apparatus = xml("variantEncoding").attr("method", "parallel-segmentation").attr("location", "internal");
    xml("teiHeader").child(file).child(xml("encodingDesc").child(apparatus)).child(profile(document))
}

fn profile(document: &Document) -> Xml {
    let date = |kind, iso: &str| xml("date").attr("type", kind).attr("when", iso).text(iso);
    let dates = xml("creation").child(date("dated", &document.dated)).child(date("published", &document.published));
    let language = xml("language").attr("ident", "zh-Hans").text("简体中文");
    xml("profileDesc").child(dates).child(xml("langUsage").child(language))
}

fn witness(witness: &Witness) -> Xml {
    let titles = both("title", &witness.title);
    let date = Some(&witness.date).filter(|date| !date.is_empty());
    let date = date.map(|date| xml("date").attr("when", date).text(date));
    xml("witness")
        .attr("xml:id", &witness.siglum)
        .children(titles)
        .children(date)
        .children(both("note", &witness.taken))
}

fn said(name: &'static str, lang: &str, text: &str) -> Xml {
    xml(name).attr("xml:lang", lang).text(text)
}

fn both(name: &'static str, label: &Label) -> [Xml; 2] {
    [said(name, "zh-Hans", &label.zh), said(name, "en", &label.en)]
}

fn body(document: &Document) -> Xml {
    let preamble = document.clause(Eid::Preamble).map(|clause| {
        let paragraph = xml("p").child(sentence(document, clause)).mixed();
        xml("div").attr("type", "preamble").child(paragraph)
    });
    let chapters = document.chapters.iter().map(|it| chapter(document, it));
    xml("body").child(xml("head").text(&document.title)).children(preamble).children(chapters)
}

fn chapter(document: &Document, chapter: &Chapter) -> Xml {
    let measures = document.measures.iter().filter(|it| it.chapter == chapter.id).map(|it| measure(document, it));
    let own = document.clauses.iter().filter(|it| it.chapter == Some(chapter.id) && it.measure.is_none());
    // The safeguards are paragraphs of their own.
    let own = own.map(|it| xml("p").child(sentence(document, it)).mixed());
    headed("chapter", chapter.id, &chapter.num, &chapter.title).children(measures).children(own)
}

fn measure(document: &Document, measure: &Measure) -> Xml {
    let sentences = document.clauses.iter().filter(|it| it.measure == Some(measure.id));
    // Chinese has no space between sentences.
    let paragraph = xml("p").children(sentences.map(|it| sentence(document, it))).mixed();
    headed("measure", measure.id, &measure.num, &measure.title).child(paragraph)
}

fn headed(kind: &str, id: Eid, num: &str, title: &str) -> Xml {
    let head = xml("head").child(xml("num").text(num)).text(title);
    xml("div").attr("type", kind).attr("xml:id", id.to_string()).attr("n", num).child(head)
}

fn sentence(document: &Document, clause: &Clause) -> Xml {
    let sentence = xml("s").attr("xml:id", clause.id.to_string()).attr("n", clause.n.to_string());
    pieces(document, clause).into_iter().fold(sentence, |sentence, Piece { text, mark }| match mark {
        None => sentence.text(text),
        Some(Mark::Variant(variant)) => sentence.child(app(variant)),
        Some(Mark::Unconfirmed(reading)) => {
            sentence.child(xml("seg").attr("type", "unconfirmed").attr("xml:id", &reading.id).text(text))
        }
    })
}

fn app(variant: &Variant) -> Xml {
    let sigla: Vec<String> = variant.witnesses.iter().map(|siglum| joined(&["#", siglum])).collect();
    let lem = xml("lem").attr("wit", listed(&sigla, " ")).text(&variant.established);
    let rdg = xml("rdg").attr("wit", joined(&["#", BASE])).text(&variant.printed);
    let sure = xml("note").attr("type", "confidence").text(&variant.confidence);
    let reasons = both("note", &variant.reason).map(|note| note.attr("type", "reason"));
    xml("app").attr("xml:id", &variant.id).child(lem).child(rdg).child(sure).children(reasons)
}

/// Notes on what stands as printed; not in the text, so that it reads on.
fn back(document: &Document) -> Xml {
    let notes = document.unconfirmed.iter().map(|it| unconfirmed(document, it));
    let [_, _, heading, ..] = words::late::late(Lang::ZhHans).about;
    xml("back").child(xml("div").attr("type", "unconfirmed").child(xml("head").text(heading)).children(notes))
}

fn unconfirmed(document: &Document, reading: &Unconfirmed) -> Xml {
    let words = document.clause(reading.clause).map_or("", |clause| reading.span.of(&clause.text));
    let note = xml("note").attr("target", joined(&["#", &reading.id])).child(xml("quote").text(words));
    note.children(both("p", &reading.note))
}
