//! The results: every sentence as a card, under the headings of the chosen grouping. Cards that do not match stay in
//! the page as they were, hidden, so that filtering changes what is seen and never rebuilds it. Groups and the sentences
//! in them stand in the order that serves the reader (`order`).

use minsheng_document::{Clause, Eid, FacetValue};

use super::{Scene, card, is_preamble, is_safeguard, link, official, quote, region, to_top};
use crate::{
    joined::joined,
    order::{Order, arranged},
    route::{Filter, Grouping},
    tree::{Element, el},
    words,
};

/// The results region: its head, what else was found, the groups, and the ways on. `answered` tells that the head has said
/// already why nothing is found.
pub(super) fn list(scene: &Scene, head: impl IntoIterator<Item = Element>, answered: bool) -> Element {
    let mut linked: Vec<Eid> = Vec::new();
    let (groups, order) = (groups(scene), scene.order());
    let groups = ranked(scene, &groups, &order).into_iter().map(|group| section(scene, group, &order, &mut linked));
    let landmark = "section.results#results[tabindex=-1][aria-labelledby=results-name]";
    region(scene, landmark, "div.results#results[tabindex=-1]")
        .child(el("h2.unseen#results-name").text(scene.words.to_results))
        .children(head)
        .children(labelled(scene))
        .child(headings(scene))
        .child(empty(scene, answered))
        .children(groups)
        .children(scene.frame.embed.is_none().then(|| end(scene)))
}

/// Below the last sentence: what the sentences are not, and the ways on.
fn end(scene: &Scene) -> Element {
    let asked = !scene.route.filter.is_empty();
    let clear = link("a", scene.href(scene.route.filtered(Filter::default())), scene.words.clear);
    el("div.end.live")
        .children(asked.then(|| el("p").text(scene.words.related)))
        .child(el("p").children(asked.then_some(clear)).child(to_top(scene)))
}

/// One sentence alone, whatever else is asked for.
pub(super) fn single(scene: &Scene, clause: &Clause) -> Element {
    el("ol.single").child(card::shown(scene, clause, true))
}

/// What is found, in the order in which the list has it first.
pub(super) fn sequence(scene: &Scene) -> Vec<Eid> {
    let (groups, order) = (groups(scene), scene.order());
    let mut found: Vec<Eid> = Vec::new();
    for group in ranked(scene, &groups, &order) {
        let clauses = arranged(&ranks(scene, &order, group)).into_iter().filter_map(|n| group.clauses.get(n));
        for (_, clause) in clauses.filter(|(n, _)| scene.is_hit(*n)) {
            if !found.contains(&clause.id) {
                found.push(clause.id);
            }
        }
    }
    found
}

/// Among the groups the one with the best sentence comes first.
fn ranked<'g, 'a>(scene: &Scene<'a>, groups: &'g [Group<'a>], order: &Option<Order>) -> Vec<&'g Group<'a>> {
    let ranks: Vec<Option<usize>> =
        groups.iter().map(|it| ranks(scene, order, it).into_iter().flatten().min()).collect();
    arranged(&ranks).into_iter().filter_map(|n| groups.get(n)).collect()
}

struct Group<'a> {
    key: &'a str,
    tone: &'a str,
    name: String,
    /// Whether its name is the Opinion's.
    official: bool,
    clauses: Vec<(usize, &'a Clause)>,
}

fn groups<'a>(scene: &Scene<'a>) -> Vec<Group<'a>> {
    let ours = |key, name: &str, clauses| Group { key, tone: "plain", name: name.into(), official: false, clauses };
    let mut groups = vec![ours("preamble", scene.words.preamble, scene.clauses(&is_preamble))];
    match scene.route.by {
        Grouping::Principle => by_value(scene, "principle", &mut groups),
        Grouping::Domain => by_value(scene, "domain", &mut groups),
        Grouping::Group => by_value(scene, "group", &mut groups),
        Grouping::Printed => by_measure(scene, &mut groups),
    }
    if matches!(scene.route.by, Grouping::Principle | Grouping::Printed) {
        groups.push(ours("safeguards", scene.words.safeguards, scene.clauses(&is_safeguard)));
    }
    groups
}

fn by_value<'a>(scene: &Scene<'a>, facet: &str, groups: &mut Vec<Group<'a>>) {
    for (id, value) in scene.document.vocabulary.values_in(facet) {
        let tone = if scene.route.by == Grouping::Principle { &value.id } else { "plain" };
        let clauses = scene.clauses(&|clause| clause.tag(id).is_some());
        groups.push(Group { key: &value.id, tone, name: scene.label(&value.label).into(), official: false, clauses });
    }
}

fn by_measure<'a>(scene: &Scene<'a>, groups: &mut Vec<Group<'a>>) {
    for measure in &scene.document.measures {
        let name = scene.heading(measure.id);
        let clauses = scene.clauses(&|clause| clause.measure == Some(measure.id));
        let tone = scene.tone(Some(measure.chapter));
        groups.push(Group { key: &measure.num, tone, name, official: true, clauses });
    }
}

/// How well each sentence of a group serves; nothing for what is hidden, or where the order is the document's own.
#[inline(never)]
fn ranks(scene: &Scene, order: &Option<Order>, group: &Group) -> Vec<Option<usize>> {
    let rank = |(n, clause): &(usize, &Clause)| Some(order.as_ref().filter(|_| scene.is_hit(*n))?.rank(clause));
    group.clauses.iter().map(rank).collect()
}

fn section(scene: &Scene, group: &Group, order: &Option<Order>, linked: &mut Vec<Eid>) -> Element {
    let found = group.clauses.iter().filter(|(n, _)| scene.is_hit(*n)).count();
    let name = el(if group.official { "span[lang=zh-Hans]" } else { "span" }).text(group.name.as_str());
    let heading = el("h3").child(el("span.dot")).child(name);
    let count = el("small").text(words::sentences(found, scene.lang()));
    // Its one card says so too.
    let heading = if group.key == "preamble" || scene.is_simple() {
        heading.class("unseen")
    } else {
        heading.text(" ").child(count)
    };
    let mut cards = el("ol");
    let arranged = arranged(&ranks(scene, order, group));
    for (n, clause) in arranged.into_iter().filter_map(|n| group.clauses.get(n).copied()) {
        let first = !linked.contains(&clause.id);
        linked.push(clause.id);
        cards = cards.child(card::card(scene, n, clause, first));
    }
    el("section.grp")
        .key(&joined(&[scene.route.by.id(), " ", group.key]))
        .class(group.tone)
        .flag("hidden", found == 0)
        .child(heading)
        .child(cards)
}

/// What is searched is the name of a tag too, which stands on other sentences than those that have the word: the way to them.
fn labelled(scene: &Scene) -> Option<Element> {
    let asked: Vec<char> = scene.hits.terms.iter().flatten().copied().collect();
    let named = |value: &FacetValue| scene.folded(scene.label(&value.label)) == asked;
    let facets = ["domain", "group"].iter().filter(|_| !asked.is_empty());
    let (id, value) = facets.flat_map(|facet| scene.document.vocabulary.values_in(facet)).find(|(_, it)| named(it))?;
    let tagged = Filter::default().with(id, false);
    let count = scene.count(&tagged);
    let [before, between] = scene.words.labelled;
    let name = joined(&[before, &quote(scene.label(&value.label)), between, &words::sentences(count, scene.lang())]);
    (count != scene.found()).then(|| el("p.labelled").child(link("a", scene.filtered(tagged), &name)))
}

/// Headings that contain the words searched: they are text too, though not sentences.
fn headings(scene: &Scene) -> Element {
    let mut found = el("ul");
    for id in &scene.hits.headings {
        let item = el("li");
        found = found.child(match id {
            None => item.text(scene.words.title_place),
            Some(id) => item.child(scene.heading_link(*id)),
        });
    }
    let block = el("div.headings").flag("hidden", scene.hits.headings.is_empty());
    block.child(el("p").text(scene.words.in_headings)).child(found)
}

/// Nothing found: what that means, the words the text uses instead, and each condition one could let go.
fn empty(scene: &Scene, answered: bool) -> Element {
    let words = scene.words;
    let block = el("div.empty");
    if !scene.hits.clauses.is_empty() {
        return block.flag("hidden", true);
    }
    let mut ways = el("ul");
    for selection in scene.route.filter.selected() {
        let without = scene.filter().without(selection.value);
        ways = ways.child(way_back(scene, scene.value(selection.value), without));
    }
    let q = scene.route.filter.q();
    if !q.is_empty() {
        ways = ways.child(way_back(scene, &quote(q), scene.filter().searching("")));
    }
    let clear = link("a", scene.filtered(Filter::default()), words.clear);
    let none = || [el("p.none").text(words.none), el("p").text(words.none_note)];
    block
        .children((!answered).then(none).into_iter().flatten())
        .children(synonyms(scene))
        .child(el("p").text(words.way_back))
        .child(ways.child(el("li").child(clear)))
}

/// The filter without one of its conditions.
fn way_back(scene: &Scene, label: &str, without: Filter) -> Element {
    let found = words::sentences(scene.count(&without), scene.lang());
    let remove = link("a", scene.filtered(without), scene.words.remove).text(" ").text(label);
    el("li").child(remove).text(" → ").text(found)
}

/// Synonyms are notes: until those have come, their words are empty and nothing is offered.
fn synonyms(scene: &Scene) -> Option<Element> {
    let mut list = el("ul.also");
    for synonym in &scene.document.synonyms {
        if synonym.words.iter().any(|word| scene.asks_for(word)) {
            for word in &synonym.also {
                let link = official("a", word).attr("href", scene.filtered(scene.filter().searching(word)));
                list = list.child(el("li").child(link));
            }
        }
    }
    (!list.children.is_empty()).then(|| el("div").child(el("p").text(scene.words.also)).child(list))
}
