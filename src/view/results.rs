//! The results: every sentence as a card, under the headings of the chosen grouping. Cards that do not match stay in
//! the page as they were, hidden, so that filtering changes what is seen and never rebuilds it.

use minsheng_document::{Clause, Eid, Span, Target, ValueId};

use super::{
    Scene, anchor, counted, is_preamble, is_safeguard, leaving, link, marked, marks, official, quote, region, to_top,
    translation,
};
use crate::{
    joined::{joined, listed},
    marks::{Kind, Mark},
    route::{Filter, Grouping, Mode, Panel, View},
    search::Why,
    tree::{Element, el},
    words::{self, kiosk::kiosk},
};

/// The results region: its head, what else was found, the groups, and the ways on. `answered` tells that the head has said
/// already why nothing is found.
pub(super) fn list(scene: &Scene, head: impl IntoIterator<Item = Element>, answered: bool) -> Element {
    let mut linked: Vec<Eid> = Vec::new();
    let groups = groups(scene).into_iter().map(|group| section(scene, group, &mut linked));
    let landmark = "section.results#results[tabindex=-1][aria-labelledby=results-name]";
    region(scene, landmark, "div.results#results[tabindex=-1]")
        .child(el("h2.unseen#results-name").text(scene.words.to_results))
        .children(head)
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
    el("ol.single").child(shown(scene, clause, true))
}

struct Group<'a> {
    key: &'a str,
    tone: &'a str,
    name: Element,
    clauses: Vec<(usize, &'a Clause)>,
}

fn groups<'a>(scene: &Scene<'a>) -> Vec<Group<'a>> {
    let name = el("span").text(scene.words.preamble);
    let mut groups = vec![Group { key: "preamble", tone: "plain", name, clauses: scene.clauses(&is_preamble) }];
    match scene.route.by {
        Grouping::Principle => by_value(scene, "principle", &mut groups),
        Grouping::Domain => by_value(scene, "domain", &mut groups),
        Grouping::Group => by_value(scene, "group", &mut groups),
        Grouping::Printed => by_measure(scene, &mut groups),
    }
    if matches!(scene.route.by, Grouping::Principle | Grouping::Printed) {
        let name = el("span").text(scene.words.safeguards);
        groups.push(Group { key: "safeguards", tone: "plain", name, clauses: scene.clauses(&is_safeguard) });
    }
    groups
}

fn by_value<'a>(scene: &Scene<'a>, facet: &str, groups: &mut Vec<Group<'a>>) {
    for (id, value) in scene.document.vocabulary.values_in(facet) {
        let tone = if scene.route.by == Grouping::Principle { &value.id } else { "plain" };
        let name = el("span").text(scene.label(&value.label));
        groups.push(Group { key: &value.id, tone, name, clauses: scene.clauses(&|clause| clause.tag(id).is_some()) });
    }
}

fn by_measure<'a>(scene: &Scene<'a>, groups: &mut Vec<Group<'a>>) {
    for measure in &scene.document.measures {
        let name = official("span", &scene.heading(measure.id));
        let clauses = scene.clauses(&|clause| clause.measure == Some(measure.id));
        groups.push(Group { key: &measure.num, tone: scene.tone(Some(measure.chapter)), name, clauses });
    }
}

fn section(scene: &Scene, group: Group, linked: &mut Vec<Eid>) -> Element {
    let found = group.clauses.iter().filter(|(n, _)| scene.is_hit(*n)).count();
    let heading = el("h3").child(el("span.dot")).child(group.name);
    let count = el("small").text(words::sentences(found, scene.lang()));
    // Its one card says so too.
    let heading = if group.key == "preamble" || scene.is_simple() {
        heading.class("unseen")
    } else {
        heading.text(" ").child(count)
    };
    let mut cards = el("ol");
    for (n, clause) in group.clauses {
        let first = !linked.contains(&clause.id);
        linked.push(clause.id);
        cards = cards.child(card(scene, n, clause, first));
    }
    el("section.grp")
        .key(&joined(&[scene.route.by.id(), " ", group.key]))
        .class(group.tone)
        .flag("hidden", found == 0)
        .child(heading)
        .child(cards)
}

/// A sentence: its place, its text with the reasons marked, its target, what its wording means, its tags.
fn card(scene: &Scene, n: usize, clause: &Clause, first: bool) -> Element {
    match scene.is_hit(n) {
        // On paper a sentence has its place.
        true if scene.is_simple() && !scene.paper => brief(scene, clause, first),
        true => shown(scene, clause, first),
        false => bare(scene, clause).retained(),
    }
}

/// A sentence of a short list: its words, how firmly they are put, and the way to the sentence alone.
fn brief(scene: &Scene, clause: &Clause, first: bool) -> Element {
    let card = bare(scene, clause).class("brief");
    let card = if first { card.attr("id", anchor(clause.id)) } else { card };
    let text = scene.untranslated(el("p.text[lang=zh-Hans]"), clause.id);
    let firm = scene.document.vocabulary.values_in("wording").into_iter();
    let firm = firm.filter(|(id, value)| !value.otherwise && clause.tag(*id).is_some());
    let firm: Vec<String> = firm.map(|(_, value)| scene.label(&value.plain).to_owned()).collect();
    let firm = el("b").text(listed(&firm, "；"));
    card.child(marked(text, &clause.text, &marks(&scene.why(clause))))
        .children(translation(scene, clause))
        .child(el("div.card-foot").child(firm).child(context(scene, clause)))
}

fn bare(scene: &Scene, clause: &Clause) -> Element {
    region(scene, "li.card", "li[part=card].card").key(&clause.id.to_string()).class(scene.tone(clause.chapter))
}

fn shown(scene: &Scene, clause: &Clause, first: bool) -> Element {
    let reasons = scene.why(clause);
    let mut marks = marks(&reasons);
    let place = scene.route.place.filter(|place| place.id == clause.id);
    marks.extend(place.and_then(|place| place.span).map(|span| Mark { span, kind: Kind::Range }));
    let card = bare(scene, clause);
    let card = if first { card.attr("id", anchor(clause.id)) } else { card };
    let text = region(scene, "p.text[lang=zh-Hans]", "p.text[lang=zh-Hans][part=text]");
    // In large type everyday words come first.
    let large = scene.route.mode != Mode::Page;
    card.child(self::place(scene, clause, first))
        .children(large.then(|| scene.plain("p.plain.ours", clause.id)).flatten())
        .child(marked(scene.untranslated(text, clause.id), &clause.text, &marks))
        .children(translation(scene, clause))
        .children(scene.document.targets_of(clause.id).map(|one| target(scene, one)))
        .children(wording(scene, clause))
        .children(because(scene, clause, &reasons))
        .child(foot(scene, clause))
}

fn target(scene: &Scene, target: &Target) -> Element {
    let limits: Vec<&str> = target.horizon.iter().chain(&target.hedges).map(String::as_str).collect();
    let about = el("span").text(scene.label(&target.subject));
    let about = if limits.is_empty() {
        about
    } else {
        about.text(" · ").child(counted(el("span[lang=zh-Hans]"), &listed(&limits, "、")))
    };
    el("p.target").child(el("strong").text(scene.label(&target.headline))).child(about)
}

fn place(scene: &Scene, clause: &Clause, first: bool) -> Element {
    let place = el("p.where");
    let Some(id) = clause.measure.or(clause.chapter) else { return place.text(scene.words.preamble) };
    let link = scene.heading_link(id);
    let link = if first && clause.n == 1 { link.attr("id", anchor(id)) } else { link };
    let place = place.child(link).text(if scene.is_simple() { " " } else { " · " });
    let place = place.child(el("span.unit").text(words::ordinal(clause.n, scene.lang())));
    if scene.document.variants.iter().any(|variant| variant.clause == clause.id) {
        return place.text(" · ").child(el("span.emended").text(scene.words.emended));
    }
    place
}

/// What the wording means for a reader; a plain instruction needs no gloss.
fn wording(scene: &Scene, clause: &Clause) -> Option<Element> {
    let mut gloss = el("p.wording").child(el("span.name").text(scene.words.wording));
    let mut any = false;
    for (id, value) in scene.document.vocabulary.values_in("wording") {
        let Some(tag) = clause.tag(id).filter(|_| !value.otherwise) else { continue };
        gloss = gloss.text(if any { "；" } else { "" });
        gloss = gloss.child(quoted(clause, &tag.evidence)).text(" ").text(scene.label(&value.plain));
        any = true;
    }
    any.then(|| if scene.route.mode == Mode::Page { gloss.children(explained(scene, clause)) } else { gloss })
}

/// The button that opens the note in everyday words. It is there before the notes are, so that nothing moves when they come.
fn explained(scene: &Scene, clause: &Clause) -> [Element; 2] {
    let [_, open] = scene.words.plain;
    let button = el("button[type=button].beside.live[data-toggle=plain][aria-expanded=false]").text(open);
    [button, scene.plain("span.note.ours", clause.id).unwrap_or_else(|| el("span.note.ours"))]
}

fn quoted(clause: &Clause, spans: &[Span]) -> Element {
    let mut said: Vec<&str> = Vec::new();
    let mut quoted = el("span[lang=zh-Hans]");
    for words in spans.iter().map(|span| span.of(&clause.text)) {
        if !said.contains(&words) {
            said.push(words);
            quoted = quoted.text(quote(words));
        }
    }
    quoted
}

/// Why the sentence is among the hits, where something was asked.
fn because(scene: &Scene, clause: &Clause, reasons: &[Why]) -> Option<Element> {
    if reasons.is_empty() {
        return None;
    }
    let list = el("ul").children(reasons.iter().map(|why| reason(scene, clause, why)));
    Some(el("div.why").child(el("span.name").text(scene.words.why)).child(list))
}

fn reason(scene: &Scene, clause: &Clause, why: &Why) -> Element {
    let item = el("li");
    match why {
        Why::Value(value, spans) => {
            let item = item.text(scene.value(*value)).text(" ← ");
            let otherwise = scene.document.vocabulary.get(*value).is_some_and(|value| value.otherwise);
            match spans.as_slice() {
                [] if otherwise => item.text(scene.words.by_absence),
                [] => item.text(scene.words.by_place),
                spans => item.child(quoted(clause, spans)),
            }
        }
        Why::Term(term, spans) => {
            let mut item = item.child(official("span", &quote(&term.iter().collect::<String>())));
            if scene.index.is_pinyin(term, scene.route.filter.is_english()) {
                item = item.text(" → ").child(quoted(clause, spans));
            }
            item.text(" ").text(words::places(spans.len(), scene.lang()))
        }
        Why::English(term, spans) => {
            let item = item.child(el("span[lang=en]").text(quote(&term.iter().collect::<String>())));
            item.text(" ").text(words::places(spans.len(), scene.lang()))
        }
    }
}

fn foot(scene: &Scene, clause: &Clause) -> Element {
    let foot = el("div.card-foot");
    // Unseen until the shell has found a voice (`www/speech.js`).
    let speak = el("button[type=button].speak[data-speak]").text(scene.words.speak);
    let copy = el("button[type=button].cite").attr("data-cite", clause.id.to_string());
    let copy = copy.attr("data-copied", scene.words.copied).text(scene.words.copy_cited);
    let copy = Panel::Cite.is_of(scene.route.mode).then_some(copy);
    let deeds =
        el("div.deeds").child(speak).children(copy).children(forms(scene, clause)).child(context(scene, clause));
    if is_preamble(clause) {
        return foot.child(deeds);
    }
    let mut tags = el("ul.tags").attr("aria-label", scene.words.tags);
    for (facet, selector) in [("domain", "a.tag"), ("group", "a.tag.of")] {
        for (id, value) in scene.document.vocabulary.values_in(facet) {
            if !value.otherwise && clause.tag(id).is_some() {
                tags = tags.child(el("li").child(tag_link(scene, id, selector)));
            }
        }
    }
    foot.child(tags).child(deeds)
}

/// To the forms of a citation, which only the page's own window has.
fn forms(scene: &Scene, clause: &Clause) -> Option<Element> {
    let route = scene.route.at(clause.id).to(|route| route.panel = Panel::Cite);
    let has = scene.frame.embed.is_none() && Panel::Cite.is_of(scene.route.mode);
    has.then(|| link("a", scene.href(route), scene.words.forms))
}

/// A single sentence is already open. In an embed its context is in the page's own window, on the simple page the text around
/// it.
fn context(scene: &Scene, clause: &Clause) -> Element {
    let alone = scene.route.view == View::Read;
    let stand = scene.is_simple();
    let (id, text) = match (stand, alone) {
        (true, false) => (clause.id, kiosk(scene.lang()).open),
        (true, true) => (clause.measure.or(clause.chapter).unwrap_or(Eid::Chapter(1)), scene.words.in_context),
        (false, _) => (clause.id, scene.words.in_context),
    };
    let context = link("a.context", scene.reading(id), text);
    if alone && !stand { leaving(context) } else { context }
}

fn tag_link(scene: &Scene, id: ValueId, selector: &'static str) -> Element {
    link(selector, scene.toggled(id), scene.value(id)).attr_if(scene.is_selected(id), "aria-current", "true")
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
