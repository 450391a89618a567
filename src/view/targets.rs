//! The targets view: the eight promises that can be checked, with their scope, hedges and time; and the sentence that
//! says how not to use them.

use minsheng_document::{Eid, Target};

use super::{Scene, marked, official};
use crate::{
    marks::{Kind, Mark},
    tree::{Element, el},
    words,
};

pub(super) fn main(scene: Scene, alerts: [Element; 2]) -> Element {
    let heading = el("h1").text(words::view(crate::route::View::Targets, scene.lang()));
    let intro = el("p").class("intro").text(scene.words().targets_intro);
    let page = el("div").class("page").child(heading).child(intro).children(caution(scene)).child(table(scene));
    el("main").attr("id", "main").attr("tabindex", "-1").children(alerts).child(page)
}

/// The safeguard that forbids breaking national indicators down: it belongs beside every target.
fn caution(scene: Scene) -> Option<Element> {
    let last = scene.document.clauses.iter().rev().find(|clause| matches!(clause.id, Eid::Safeguard(_)))?;
    let link = el("a").attr("href", scene.reading(last.id)).text(scene.words().in_context);
    let heading = el("h2").text(scene.words().targets_caution);
    let quote = official("blockquote", &last.text);
    Some(el("section").class("caution").child(heading).child(quote).child(el("p").child(link)))
}

fn table(scene: Scene) -> Element {
    let head = scene.words().target_columns.iter().map(|name| el("th").attr("scope", "col").text(*name));
    let head = el("thead").child(el("tr").children(head));
    let rows = scene.document.targets.iter().map(|target| row(scene, target));
    el("table").class("targets").child(head).child(el("tbody").children(rows))
}

fn row(scene: Scene, target: &Target) -> Element {
    let words = scene.words();
    let [_, subject, scope, horizon, hedges] = words.target_columns;
    let tone = target.evidence.first().and_then(|quote| scene.document.clause(quote.clause));
    let tone = tone.map_or("plain", |clause| scene.tone(clause));
    let about = cell(subject).child(el("p").text(scene.label(&target.subject).to_owned()));
    let hedged = (!target.hedges.is_empty()).then(|| target.hedges.join("、"));
    el("tr")
        .class(tone.to_owned())
        .child(el("th").attr("scope", "row").text(scene.label(&target.headline).to_owned()))
        .child(about.children(evidence(scene, target)))
        .child(cell(scope).text(scene.label(&target.scope).to_owned()))
        .child(quoted(horizon, target.horizon.clone(), words.no_horizon))
        .child(quoted(hedges, hedged, words.no_hedge))
}

/// A cell that knows its column, for screens too narrow for a table.
fn cell(column: &'static str) -> Element {
    el("td").attr("data-name", column)
}

/// The Opinion's own words, or ours for their absence.
fn quoted(column: &'static str, words: Option<String>, none: &'static str) -> Element {
    match words {
        Some(words) => cell(column).child(official("span", &words)),
        None => cell(column).child(el("span").class("zero").text(none)),
    }
}

fn evidence(scene: Scene, target: &Target) -> Vec<Element> {
    let quotes = target.evidence.iter().filter_map(|quote| {
        let clause = scene.document.clause(quote.clause)?;
        let marks = [Mark { span: quote.span, kind: Kind::Evidence }];
        let text = marked(el("p").class("text").attr("lang", "zh-Hans"), &clause.text, &marks);
        let link = el("a").attr("href", scene.reading(clause.id)).text(scene.words().in_context);
        Some(el("blockquote").child(text).child(el("p").child(link)))
    });
    quotes.collect()
}
