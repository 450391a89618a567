//! Checking quotations: a field to paste into, and for each quotation found in it how it stands to the Opinion. What is
//! pasted is the reader's own: it is in no link, and goes nowhere.

use super::{Scene, heading, link, official, quote};
use crate::{
    joined::joined,
    quote::{Checked, Piece, Quotation, Verdict},
    route::{Panel, Text, View},
    tree::{Element, el},
    words::{self, late::late},
};
use minsheng_document::{Eid, Place};

pub(super) fn page(scene: &Scene) -> Element {
    let words = late(scene.lang());
    let field = el("textarea#paste.live[data-paste][rows=9][aria-describedby=paste-note]");
    el("div.page.check")
        .child(heading(scene).text(words::view(View::Check, scene.lang())))
        .child(el("p.intro").text(words.check_intro))
        .child(el("label.live[for=paste]").text(words.paste))
        .child(field)
        .child(deeds(scene))
        .child(el("p#paste-note.meta.live").text(words.paste_note))
        .child(answer(scene))
}

/// Buttons that write the field: an example, or nothing.
fn deeds(scene: &Scene) -> Element {
    let words = late(scene.lang());
    let fill = |text: String, name: &str| el("button[type=button]").attr("data-fill", text).text(name);
    el("p.fills.live").child(fill(example(scene), words.example)).child(fill(String::new(), words.empty))
}

/// A sentence quoted as it is, and one without its second part.
fn example(scene: &Scene) -> String {
    let [verbatim, abridged] = late(scene.lang()).says;
    let mut texts = scene.document.clauses.iter().map(|clause| clause.text.as_str());
    let long = texts.find(|text| text.matches('，').count() > 2).unwrap_or_default();
    let short = texts.find(|text| !text.contains('“')).unwrap_or_default();
    let parts: Vec<&str> = long.split('，').collect();
    let rest = parts.iter().enumerate().filter(|(n, _)| *n != 1).map(|(_, part)| *part).collect::<Vec<_>>().join("，");
    joined(&[verbatim, &quote(short), "\n", abridged, &quote(&rest)])
}

fn answer(scene: &Scene) -> Element {
    let section = el("section#found[tabindex=-1]").attr("aria-label", late(scene.lang()).found);
    let Some(checked) = &scene.checked else { return section.child(legend(scene)) };
    let list = el("ol.quotations").children(checked.quotations.iter().map(|it| quotation(scene, it)));
    section
        .child(el("p.say").text(words::late::summary(checked, scene.lang())))
        .children(rest(scene, checked))
        .child(list)
}

/// What each verdict means, before there is one.
fn legend(scene: &Scene) -> Element {
    let words = late(scene.lang());
    let mut list = el("dl.legend");
    for (verdict, (name, meaning)) in Verdict::ALL.into_iter().zip(words.verdicts) {
        list = list.child(el("dt").class(class(verdict)).text(name)).child(el("dd").text(meaning));
    }
    list
}

/// What was not read, and what was not judged.
fn rest(scene: &Scene, checked: &Checked) -> Vec<Element> {
    let words = late(scene.lang());
    let mut notes = Vec::new();
    if checked.unread > 0 {
        notes.push(el("p.notice").text(words.unread));
    }
    if checked.quotations.is_empty() {
        notes.push(el("p").text(words.nothing));
    } else if checked.unrelated > 0 {
        notes.push(el("p.meta").text(words::late::unrelated(checked.unrelated, scene.lang())));
    }
    notes
}

fn class(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Verbatim => "verbatim",
        Verdict::Abridged => "abridged",
        Verdict::Altered => "altered",
        Verdict::Missing => "missing",
    }
}

fn quotation(scene: &Scene, it: &Quotation) -> Element {
    let words = late(scene.lang());
    let names = Verdict::ALL.into_iter().zip(words.verdicts);
    let name = names.clone().find(|(verdict, _)| *verdict == it.verdict).map_or("", |(_, (name, _))| name);
    let name = if it.printed.is_empty() { name } else { words.as_printed };
    let head = el("p.verdict").child(el("strong").text(name)).text(if it.marked { "" } else { words.no_marks });
    let item = el("li").class(class(it.verdict)).child(head).child(shown(it));
    item.children(differences(scene, it))
        .children(it.printed.iter().filter_map(|n| misprint(scene, *n)))
        .children(sources(scene, it))
}

/// The quotation with what was left out and what was put in.
fn shown(it: &Quotation) -> Element {
    let quoted = el("blockquote[lang=zh-Hans]");
    if it.pieces.is_empty() {
        return quoted.text(it.words.as_str()).verbatim();
    }
    it.pieces.iter().fold(quoted, |quoted, piece| match piece {
        Piece::Same(words) => quoted.text(words.as_str()),
        Piece::Left(words) => quoted.child(el("del").text(words.as_str())),
        Piece::Added(words) => quoted.child(el("ins").text(words.as_str()).verbatim()),
    })
}

/// The same in words, because strokes and colours are not read aloud.
fn differences(scene: &Scene, it: &Quotation) -> Option<Element> {
    let words = late(scene.lang());
    let mut list = el("ul.differences");
    let mut pieces = it.pieces.iter().peekable();
    while let Some(piece) = pieces.next() {
        let item = match (piece, pieces.peek()) {
            (Piece::Left(ours), Some(Piece::Added(theirs))) => {
                pieces.next();
                let [ours, theirs] = [ours, theirs].map(|said| official("q", said));
                el("li").text(words.instead[0]).child(ours).text(words.instead[1]).child(theirs.verbatim())
            }
            (Piece::Left(said), _) if !said.is_empty() => el("li").text(words.left_out).child(official("q", said)),
            (Piece::Added(said), _) => el("li").text(words.put_in).child(official("q", said).verbatim()),
            _ => continue,
        };
        list = list.child(item);
    }
    (!list.children.is_empty()).then_some(list)
}

fn misprint(scene: &Scene, n: usize) -> Option<Element> {
    let variant = scene.document.variants.get(n)?;
    let route = scene.route.at(variant.clause).to(|route| route.text = Text::Printed);
    let note = el("p.meta").text(words::emended(variant, scene.lang())).text(" ");
    Some(note.child(link("a", scene.href(route), late(scene.lang()).to_printed)))
}

fn sources(scene: &Scene, it: &Quotation) -> Option<Element> {
    let words = late(scene.lang());
    let missing = it.verdict == Verdict::Missing;
    let mut list = el("ul.places");
    if it.title {
        list = list.child(el("li").text(scene.words.title_place));
    }
    for place in &it.places {
        list = list.child(source(scene, *place, missing));
    }
    let name = if missing { words.perhaps } else { words.sources };
    (!list.children.is_empty()).then(|| el("div.from").child(el("p").text(name)).child(list))
}

/// The place, and for one to ask about its words; otherwise how to cite it.
fn source(scene: &Scene, place: Place, missing: bool) -> Element {
    let words = late(scene.lang());
    let route = scene.route.at(place.id).to(|route| route.place = Some(place));
    let item = el("li").child(link("a", scene.href(route.clone()), &located(scene, place.id)));
    if missing {
        let text = scene.document.clause(place.id).map(|clause| clause.text.clone()).unwrap_or_default();
        return item.child(official("blockquote", &text));
    }
    item.text(" · ").child(link("a", scene.href(route.to(|route| route.panel = Panel::Cite)), words.cite))
}

/// A sentence's place, or a heading itself.
fn located(scene: &Scene, id: Eid) -> String {
    scene.document.clause(id).map_or_else(|| scene.heading(id), |clause| scene.located(clause))
}
