//! The results: every sentence as a card, under the headings of the chosen grouping. Cards that do not match stay in
//! the page as they were, hidden, so that filtering changes what is seen and never rebuilds it.

use minsheng_document::{Clause, Eid, Tag, ValueId};

use super::{Scene, anchor, marked, marks, official};
use crate::{
    route::{Filter, Grouping},
    search::{Why, count},
    tree::{Element, el},
    words,
};

/// The results region: its head (summary, grouping, map), what else was found, the groups.
pub(super) fn list(scene: Scene, head: [Element; 3]) -> Element {
    let mut linked: Vec<Eid> = Vec::new();
    let groups = groups(scene).into_iter().map(|group| section(scene, group, &mut linked));
    let groups: Vec<Element> = groups.collect();
    let heading = el("h2").class("unseen").attr("id", "results-name").text(scene.words().to_results);
    el("section")
        .class("results")
        .attr("id", "results")
        .attr("tabindex", "-1")
        .attr("aria-labelledby", "results-name")
        .child(heading)
        .children(head)
        .child(headings(scene))
        .child(empty(scene))
        .children(groups)
}

struct Group<'a> {
    key: &'a str,
    tone: &'a str,
    name: Element,
    clauses: Vec<usize>,
}

fn groups<'a>(scene: Scene<'a>) -> Vec<Group<'a>> {
    let preamble =
        group(scene, "preamble", "plain", el("span").text(scene.words().preamble), |clause| clause.id == Eid::Preamble);
    let rest = match scene.route.by {
        Grouping::Principle => by_value(scene, "principle", true),
        Grouping::Domain => by_value(scene, "domain", false),
        Grouping::Group => by_value(scene, "group", false),
        Grouping::Printed => by_measure(scene),
    };
    std::iter::once(preamble).chain(rest).collect()
}

fn by_value<'a>(scene: Scene<'a>, facet: &str, tones: bool) -> Vec<Group<'a>> {
    let vocabulary = &scene.document.vocabulary;
    let values = vocabulary.facet(facet).into_iter().flat_map(|facet| vocabulary.values_of(facet));
    let groups = values.map(|(id, value)| {
        let name = el("span").text(scene.label(&value.label).to_owned());
        group(scene, &value.id, if tones { &value.id } else { "plain" }, name, |clause| clause.tag(id).is_some())
    });
    groups.chain(tones.then(|| safeguards(scene))).collect()
}

fn by_measure<'a>(scene: Scene<'a>) -> Vec<Group<'a>> {
    let measures = scene.document.measures.iter().map(|measure| {
        let name = official("span", &[measure.num.as_str(), &measure.title].concat());
        let principle = scene.document.chapter(measure.chapter).and_then(|chapter| chapter.principle);
        let tone = principle.and_then(|value| scene.document.vocabulary.get(value)).map_or("plain", |value| &value.id);
        group(scene, &measure.num, tone, name, |clause| clause.measure == Some(measure.id))
    });
    measures.chain([safeguards(scene)]).collect()
}

fn safeguards<'a>(scene: Scene<'a>) -> Group<'a> {
    let name = el("span").text(scene.words().safeguards);
    group(scene, "safeguards", "plain", name, |clause| matches!(clause.id, Eid::Safeguard(_)))
}

fn group<'a>(
    scene: Scene<'a>,
    key: &'a str,
    tone: &'a str,
    name: Element,
    inside: impl Fn(&Clause) -> bool,
) -> Group<'a> {
    let clauses = scene.document.clauses.iter().enumerate().filter(|(_, clause)| inside(clause));
    Group { key, tone, name, clauses: clauses.map(|(n, _)| n).collect() }
}

fn section(scene: Scene, group: Group, linked: &mut Vec<Eid>) -> Element {
    let found = group.clauses.iter().filter(|n| scene.is_hit(**n)).count();
    let dot = el("span").class("dot");
    let count = el("small").text(words::sentences(found, scene.lang()));
    let is_preamble = group.key == "preamble";
    let heading = el("h3").child(dot).child(group.name);
    let heading = if is_preamble { heading } else { heading.text(" ").child(count) };
    let clauses = group.clauses.iter().filter_map(|n| Some((*n, scene.document.clauses.get(*n)?)));
    let cards = clauses.map(|(n, clause)| {
        let first = !linked.contains(&clause.id);
        linked.push(clause.id);
        card(scene, n, clause, first)
    });
    let cards: Vec<Element> = cards.collect();
    el("section")
        .key([scene.route.by.id(), " ", group.key].concat())
        .class(["grp ", group.tone].concat())
        .flag("hidden", found == 0)
        .child(heading)
        .child(el("ol").children(cards))
}

/// A sentence: its place, its text with the reasons marked, its target, what its wording means, its tags.
fn card(scene: Scene, n: usize, clause: &Clause, first: bool) -> Element {
    let card = el("li").key(clause.id.to_string());
    if !scene.is_hit(n) {
        return card.retained();
    }
    let reasons = scene.why(clause);
    let text = marked(el("p").class("text").attr("lang", "zh-Hans"), &clause.text, &marks(&reasons));
    let targets = scene.document.targets_of(clause.id).map(|target| {
        let about = [scene.label(&target.subject), " · "].concat();
        let hedges = target.hedges.iter().map(String::as_str).chain(target.horizon.as_deref());
        let hedges = hedges.collect::<Vec<_>>().join("、");
        let about = if hedges.is_empty() {
            el("span").text(scene.label(&target.subject).to_owned())
        } else {
            el("span").text(about).child(official("span", &hedges))
        };
        el("p").class("target").child(el("strong").text(scene.label(&target.headline).to_owned())).child(about)
    });
    card.class(["card ", scene.tone(clause)].concat())
        .maybe("id", first.then(|| anchor(clause.id)))
        .child(place(scene, clause, first))
        .child(text)
        .children(targets)
        .children(wording(scene, clause))
        .children(because(scene, clause, &reasons))
        .child(foot(scene, clause))
}

fn place(scene: Scene, clause: &Clause, first: bool) -> Element {
    let measure = clause.measure.and_then(|id| scene.document.measure(id));
    let chapter = clause.chapter.and_then(|id| scene.document.chapter(id));
    let heading = measure.map(|measure| (measure.id, &measure.num, &measure.title));
    let heading = heading.or(chapter.map(|chapter| (chapter.id, &chapter.num, &chapter.title)));
    let Some((id, num, title)) = heading else { return el("p").class("where").text(scene.words().preamble) };
    let anchored = (first && clause.n == 1).then(|| anchor(id));
    let link = official("a", &[num.as_str(), title].concat()).attr("href", scene.reading(id)).maybe("id", anchored);
    let emended = scene.document.variants.iter().any(|variant| variant.clause == clause.id);
    let emended = emended.then(|| el("span").class("emended").text(scene.words().emended));
    let place = el("p").class("where").child(link).text(" · ");
    let place = place.child(el("span").class("unit").text(words::ordinal(clause.n, scene.lang())));
    place.text(if emended.is_some() { " · " } else { "" }).children(emended)
}

/// What the wording means for a reader; a plain instruction needs no gloss.
fn wording(scene: Scene, clause: &Clause) -> Option<Element> {
    let facet = scene.document.vocabulary.facet("wording")?;
    let values = scene.document.vocabulary.values_of(facet).filter(|(_, value)| !value.otherwise);
    let mut gloss = el("p").class("wording").child(el("span").class("name").text(scene.words().wording));
    let mut any = false;
    for (tag, value) in values.filter_map(|(id, value)| Some((clause.tag(id)?, value))) {
        gloss = gloss.text(if any { "；" } else { "" });
        gloss = gloss.child(quoted(clause, tag)).text(" ").text(scene.label(&value.plain).to_owned());
        any = true;
    }
    any.then_some(gloss)
}

fn quoted(clause: &Clause, tag: &Tag) -> Element {
    let words = tag.evidence.iter().map(|span| ["“", span.of(&clause.text), "”"].concat());
    official("span", &words.collect::<String>())
}

/// Why the sentence is among the hits, where something was asked.
fn because(scene: Scene, clause: &Clause, reasons: &[Why]) -> Option<Element> {
    if reasons.is_empty() {
        return None;
    }
    let reason = |why: &Why| match why {
        Why::Value(value, spans) if spans.is_empty() => {
            let otherwise = scene.document.vocabulary.get(*value).is_some_and(|value| value.otherwise);
            let words = if otherwise { scene.words().by_absence } else { scene.words().by_place };
            el("li").text(scene.value(*value).to_owned()).text(" ← ").text(words)
        }
        Why::Value(value, spans) => {
            let words = spans.iter().map(|span| ["“", span.of(&clause.text), "”"].concat()).collect::<String>();
            el("li").text(scene.value(*value).to_owned()).text(" ← ").child(official("span", &words))
        }
        Why::Term(term, spans) => {
            let words = ["“", &term.iter().collect::<String>(), "”"].concat();
            el("li").child(official("span", &words)).text(" ").text(words::places(spans.len(), scene.lang()))
        }
    };
    let list = el("ul").children(reasons.iter().map(reason));
    Some(el("div").class("why").child(el("span").class("name").text(scene.words().why)).child(list))
}

fn foot(scene: Scene, clause: &Clause) -> Element {
    let tag = |facet: &str, class: &'static str| -> Vec<Element> {
        let vocabulary = &scene.document.vocabulary;
        let values = vocabulary.facet(facet).into_iter().flat_map(|facet| vocabulary.values_of(facet));
        let own = values.filter(|(id, value)| !value.otherwise && clause.tag(*id).is_some());
        own.map(|(id, value)| el("li").child(tag_link(scene, id, scene.label(&value.label), class))).collect()
    };
    let tags = el("ul").class("tags").attr("aria-label", scene.words().tags);
    let tags = tags.children(tag("domain", "tag")).children(tag("group", "tag of"));
    let context = el("a").class("context").attr("href", scene.reading(clause.id)).text(scene.words().in_context);
    let foot = el("div").class("card-foot");
    if clause.id == Eid::Preamble { foot.child(context) } else { foot.child(tags).child(context) }
}

fn tag_link(scene: Scene, id: ValueId, label: &str, class: &'static str) -> Element {
    let on = scene.route.filter.state(id) == Some(false);
    let link = el("a").class(class).attr("href", scene.toggled(id));
    link.maybe("aria-current", on.then_some("true")).text(label.to_owned())
}

/// Headings that contain the words searched: they are text too, though not sentences.
fn headings(scene: Scene) -> Element {
    let found = scene.hits.headings.iter().map(|id| match id {
        None => el("li").text(scene.words().title_place),
        Some(id) => {
            let measure = scene.document.measure(*id).map(|measure| [measure.num.as_str(), &measure.title].concat());
            let chapter = scene.document.chapter(*id).map(|chapter| [chapter.num.as_str(), &chapter.title].concat());
            let text = measure.or(chapter).unwrap_or_default();
            el("li").child(official("a", &text).attr("href", scene.reading(*id)))
        }
    });
    el("div")
        .class("headings")
        .flag("hidden", scene.hits.headings.is_empty())
        .child(el("p").text(scene.words().in_headings))
        .child(el("ul").children(found))
}

/// Nothing found: what that means, the words the text uses instead, and each condition one could let go.
fn empty(scene: Scene) -> Element {
    let words = scene.words();
    let block = el("div").class("empty");
    if !scene.hits.clauses.is_empty() {
        return block.flag("hidden", true);
    }
    let ways = ways_back(scene).into_iter().map(|(label, filter)| {
        let found = words::sentences(count(scene.index, scene.document, &filter), scene.lang());
        let href = scene.filtered(|_| filter);
        el("li").child(el("a").attr("href", href).text([words.remove, " ", &label].concat())).text(" → ").text(found)
    });
    let clear = el("a").attr("href", scene.filtered(|_| Filter::default())).text(words.clear);
    block
        .child(el("p").class("none").text(words.none))
        .child(el("p").text(words.none_note))
        .children(synonyms(scene))
        .child(el("p").text(words.way_back))
        .child(el("ul").children(ways).child(el("li").child(clear)))
}

/// The filter without each of its conditions in turn.
fn ways_back(scene: Scene) -> Vec<(String, Filter)> {
    let filter = &scene.route.filter;
    let values = filter
        .selected()
        .iter()
        .map(|selection| (scene.value(selection.value).to_owned(), filter.clone().without(selection.value)));
    let words = (!filter.q().is_empty()).then(|| (["“", filter.q(), "”"].concat(), filter.clone().searching("")));
    values.chain(words).collect()
}

fn synonyms(scene: Scene) -> Option<Element> {
    let q = scene.route.filter.q();
    let known =
        scene.document.synonyms.iter().filter(|synonym| synonym.words.iter().any(|word| q.contains(word.as_str())));
    let also: Vec<&String> = known.flat_map(|synonym| &synonym.also).collect();
    let link = |word: &&String| {
        let href = scene.filtered(|filter| filter.searching(word));
        el("li").child(official("a", word).attr("href", href))
    };
    let list = el("ul").class("also").children(also.iter().map(link));
    (!also.is_empty()).then(|| el("div").child(el("p").text(scene.words().also)).child(list))
}
