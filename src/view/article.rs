//! What stands around the results in somebody's article: whose words these are, and the way to the whole.

use minsheng_document::Clause;

use super::{Scene, leaving, link, official};
use crate::{
    joined::{joined, listed},
    route::{Lang, Panel, View},
    tree::{Element, el},
    words,
};

pub(super) fn head(scene: &Scene) -> Element {
    official("p", &scene.document.title).class("work")
}

/// For a view that an embed has not: the way to where it is.
pub(super) fn elsewhere(scene: &Scene) -> Element {
    el("p.page").child(leaving(link("a", scene.href(scene.route.clone()), scene.words.open_whole)))
}

/// Whose words these are, when they were published, and where the whole is.
pub(super) fn source(scene: &Scene) -> Element {
    let document = scene.document;
    let issuers = official("span", &listed(&document.issuers, "、"));
    let dated = words::published(&document.published, scene.lang());
    let work = official("cite", &document.title);
    let facts = el("p").child(work).text(" · ").child(issuers).text(" · ").child(el("span").text(dated));
    let whole = link("a", scene.href(scene.route.clone()), scene.words.open_whole);
    let whole = (!scene.frame.base.is_empty()).then(|| el("p").child(leaving(whole)));
    el("div.foot[part=source]").child(facts).children(whole)
}

/// Shows the rest, where an article's author wants less height than all of it takes (`www/embed/height.js`).
pub(super) fn more(scene: &Scene) -> Element {
    let all = el("button[type=button]").text(scene.words.show_all);
    let is_list = scene.route.view == View::Explore;
    let all = if is_list { all.text(" ").text(words::sentences(scene.found(), scene.lang())) } else { all };
    el("div.more").child(all)
}

/// What stands in an article where no script runs: the sentences that the route shows, and where they are from.
pub(super) fn fallback(scene: &Scene) -> Element {
    let route = scene.route.to(|route| route.panel = Panel::Closed);
    let url = joined(&[&scene.frame.base, &scene.frame.site, &route.print(&scene.document.vocabulary)]);
    let one = scene.route.place.map(|place| place.id);
    let shown = |n: usize, clause: &Clause| match (scene.route.view, one) {
        (View::Explore, _) | (View::Read, None) => scene.is_hit(n),
        (View::Read, Some(id)) => [Some(clause.id), clause.measure, clause.chapter].contains(&Some(id)),
        (View::Targets, _) => scene.document.targets_of(clause.id).next().is_some(),
        (View::About | View::Matrix | View::Check | View::Attract | View::Operator, _) => false,
    };
    let mut block = el("blockquote[lang=zh-Hans]").attr("cite", url.as_str());
    for (n, clause) in scene.document.clauses.iter().enumerate().filter(|(n, clause)| shown(*n, clause)) {
        block = block.child(sentence(scene, clause).key(&n.to_string()));
    }
    let work = el("cite").child(link("a", url, &scene.document.title));
    block.child(el("p").text("——").text(listed(&scene.document.issuers, "、")).text("《").child(work).text("》"))
}

fn sentence(scene: &Scene, clause: &Clause) -> Element {
    let sentence = el("p").text(clause.text.as_str());
    let Some(id) = clause.measure.or(clause.chapter) else { return sentence };
    let place = [scene.heading(id), words::ordinal(clause.n, Lang::ZhHans)];
    sentence.text(" ").child(el("small").text(listed(&place, " · ")))
}
