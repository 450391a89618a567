//! The targets view: the eight promises that can be checked, with their scope, hedges and time; and the sentence that
//! says how not to use them.

use minsheng_document::Target;

use super::{Scene, heading, is_safeguard, link, marked, official, translation};
use crate::{
    joined::listed,
    marks::{Kind, Mark},
    route::View,
    tree::{Element, el},
    words::{self, targets::targets},
};

pub(super) fn page(scene: &Scene) -> Element {
    let heading = heading(scene).text(words::view(View::Targets, scene.lang()));
    let intro = el("p.intro").text(targets(scene.lang()).intro);
    el("div.page").child(heading).child(intro).children(caution(scene)).child(table(scene)).child(drawing(scene))
}

/// The safeguard that forbids breaking national indicators down: it belongs beside every target.
fn caution(scene: &Scene) -> Option<Element> {
    let (_, last) = scene.clauses(&is_safeguard).pop()?;
    let heading = el("h2").text(targets(scene.lang()).caution);
    let quote = official("blockquote", &last.text);
    let quote = scene.untranslated(quote, last.id);
    Some(
        el("section.caution")
            .child(heading)
            .child(quote)
            .children(translation(scene, last))
            .child(in_context(scene, last.id)),
    )
}

fn in_context(scene: &Scene, id: minsheng_document::Eid) -> Element {
    el("p").child(link("a", scene.reading(id), scene.words.in_context))
}

fn table(scene: &Scene) -> Element {
    let mut head = el("tr");
    for name in targets(scene.lang()).columns {
        head = head.child(el("th[scope=col]").text(name));
    }
    let rows = scene.document.targets.iter().map(|target| row(scene, target));
    el("table.targets").child(el("thead").child(head)).child(el("tbody").children(rows))
}

fn row(scene: &Scene, target: &Target) -> Element {
    let words = targets(scene.lang());
    let [_, subject, scope, horizon, hedges] = words.columns;
    let about = cell(subject).child(el("p").text(scene.label(&target.subject)));
    let first = target.evidence.first().and_then(|quote| scene.document.clause(quote.clause));
    el("tr")
        .class(scene.tone(first.and_then(|clause| clause.chapter)))
        .child(el("th[scope=row]").text(scene.label(&target.headline)))
        .child(evidence(scene, target, about))
        .child(cell(scope).text(scene.label(&target.scope)))
        .child(quoted(horizon, target.horizon.as_deref().unwrap_or_default(), words.no_horizon))
        .child(quoted(hedges, &listed(&target.hedges, "、"), words.no_hedge))
}

/// The same drawn: what the promise reaches, and how far away its end is. What the text leaves open is left open here.
fn drawing(scene: &Scene) -> Element {
    let rows = scene.document.targets.iter().map(|target| drawn(scene, target));
    let caption = el("figcaption").text(targets(scene.lang()).drawing[0]);
    el("figure.drawing")
        .child(el("h2").text(targets(scene.lang()).drawing[1]))
        .child(el("ul").children(rows))
        .child(caption)
}

fn drawn(scene: &Scene, target: &Target) -> Element {
    let first = target.evidence.first().and_then(|quote| scene.document.clause(quote.clause));
    let kind = scene.document.vocabulary.get(target.kind).map_or("", |kind| &kind.id);
    let reach = match (kind, target.unit.as_str()) {
        ("numeric", "percent") => "share",
        ("numeric", _) => "many",
        (kind, _) => kind,
    };
    let hedged = if target.hedges.is_empty() { "firm" } else { "hedged" };
    let bar = el("span.track").child(el("span.reach").class(reach).class(hedged));
    let hedges = (!target.hedges.is_empty()).then(|| official("span", &listed(&target.hedges, "、")));
    let about =
        el("p").child(el("b").text(scene.label(&target.headline))).text(" ").text(scene.label(&target.scope)).text(" ");
    el("li")
        .class(scene.tone(first.and_then(|clause| clause.chapter)))
        .child(about.children(hedges))
        .child(bar)
        .child(time(scene, target))
}

/// Years as far as they are named, with an end that fades: 「左右」 is no date. Without any, a line that does not end.
fn time(scene: &Scene, target: &Target) -> Element {
    let horizon = target.horizon.as_deref().unwrap_or_default();
    let length = match horizon {
        "5年左右" => "five",
        "10年左右" => "ten",
        _ => "open",
    };
    let said =
        if horizon.is_empty() { el("span").text(targets(scene.lang()).no_horizon) } else { official("span", horizon) };
    el("p.time").child(el("span.years").class(length)).child(said)
}

/// A cell that knows its column, for screens too narrow for a table.
fn cell(column: &str) -> Element {
    el("td").attr("data-name", column)
}

/// The Opinion's own words, or ours for their absence.
fn quoted(column: &str, words: &str, none: &str) -> Element {
    cell(column).child(if words.is_empty() { el("span.zero").text(none) } else { official("span", words) })
}

fn evidence(scene: &Scene, target: &Target, mut cell: Element) -> Element {
    for quote in &target.evidence {
        let Some(clause) = scene.document.clause(quote.clause) else { continue };
        let marks = [Mark { span: quote.span, kind: Kind::Evidence }];
        let text = marked(el("p.text[lang=zh-Hans]"), &clause.text, &marks);
        cell = cell.child(
            el("blockquote")
                .child(scene.untranslated(text, clause.id))
                .children(translation(scene, clause))
                .child(in_context(scene, clause.id)),
        );
    }
    cell
}
