//! The filter read as a sentence, each part removable; and how the results are grouped and in which order they stand.

use minsheng_document::{FacetValue, Persona};

use super::{Scene, choice, link, quote, region};
use crate::{
    joined::{joined, listed},
    order::situation,
    route::{Grouping, Lang, Panel, Selection, View},
    tree::{Element, el},
    words,
};

/// 「与 老年人 有关、关于 养老 的内容，共 11 句」.
pub(super) fn sentence(scene: &Scene) -> Element {
    let say = region(scene, "p#summary.say[tabindex=-1]", "p#summary.say[tabindex=-1][part=summary]");
    if scene.route.filter.is_empty() {
        let all = words::sentences(scene.sentences(), scene.lang());
        return say.text(in_words(scene, "全文，共 ", "The whole text: ")).text(all);
    }
    let (between, or) = (in_words(scene, "、", ", "), in_words(scene, "或", " or "));
    let mut chips = el("span.chips");
    for (n, part) in parts(scene).into_iter().enumerate() {
        chips = said(said(chips, if n > 0 { between } else { "" }), part.before);
        for (n, chip) in part.chips.into_iter().enumerate() {
            chips = said(chips, if n > 0 { or } else { "" }).child(chip);
        }
        chips = said(chips, part.after);
    }
    ending(scene, say.child(chips))
}

/// A word between the chips, which gives way where there is no room.
fn said(chips: Element, word: &'static str) -> Element {
    if word.is_empty() { chips } else { chips.child(el("span.said").text(word)) }
}

/// Links that group the results otherwise.
pub(super) fn groupings(scene: &Scene) -> Element {
    let grouping =
        |by: &Grouping| choice(scene, scene.route.to(|route| route.by = *by), words::grouping(*by, scene.lang()));
    let [served, printed] = scene.words.orders;
    let order = el("small.order").text(if scene.order().is_some() { served } else { printed });
    let name = el("span").text(scene.words.grouped);
    let choices = Grouping::ALL.iter().map(grouping);
    el("p.sort.live").child(name).children(choices).child(order).children(to_matrix(scene))
}

/// Back to the matrix, where what is selected is a cell of it.
fn to_matrix(scene: &Scene) -> Option<Element> {
    let vocabulary = &scene.document.vocabulary;
    let one = |facet: &str| {
        let values = scene.route.filter.selected().iter().filter(|it| !it.excluded);
        values.filter(|it| vocabulary.values_in(facet).iter().any(|(id, _)| *id == it.value)).count() == 1
    };
    let is_cell = one("domain") && one(scene.route.across.id()) && scene.embed().is_none();
    let back = joined(&["← ", words::view(View::Matrix, scene.lang())]);
    is_cell.then(|| link("a.back", scene.href(scene.route.viewing(View::Matrix)), &back))
}

/// What is said in one language or the other, where the sentence has no other place for it.
pub(super) fn in_words(scene: &Scene, zh: &'static str, en: &'static str) -> &'static str {
    match scene.lang() {
        Lang::ZhHans => zh,
        Lang::En => en,
    }
}

fn ending(scene: &Scene, say: Element) -> Element {
    let and_preamble = match scene.preamble_found() {
        true => in_words(scene, "，另有引言（全文 ", " and the preamble (of "),
        false => in_words(scene, "（全文 ", " (of "),
    };
    let rest = el("small").text(and_preamble).text(scene.sentences().to_string()).text(in_words(scene, " 句）", ")"));
    let clear = scene.href(scene.route.filtered(Default::default()));
    let count = said(el("span.count"), in_words(scene, "的内容，共 ", ": "))
        .child(el("b").text(scene.found().to_string()))
        .text(in_words(scene, " 句", " sentences"))
        .child(rest);
    let say = say.child(count).text(" ").child(link("a.clear", clear, scene.words.clear));
    let say = say.text(" ").children(share(scene));
    if scene.route.view == View::Explore {
        return say;
    }
    say.text(" ").child(link("a.clear", scene.filtered(scene.filter()), scene.words.to_explore))
}

/// Gives the page as it is to somebody; in an article and on a public screen there is no such page.
fn share(scene: &Scene) -> Option<Element> {
    let own = scene.embed().is_none() && Panel::Cite.is_of(scene.route.mode);
    own.then(|| el("button[type=button].clear[data-share]").text(scene.words.share))
}

struct Part {
    before: &'static str,
    chips: Vec<Element>,
    after: &'static str,
}

/// One part per facet with something selected, one for all that is excluded, one for the words.
fn parts(scene: &Scene) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    let mut last = None;
    let lived = situation(scene.document, &scene.route.filter);
    for excluded in [false, true] {
        for selection in scene.route.filter.selected().iter().filter(|selection| selection.excluded == excluded) {
            let Some(value) = scene.document.vocabulary.get(selection.value) else { continue };
            let facet = (!excluded).then_some(value.facet);
            let own = lived.filter(|it| !excluded && it.values.contains(&selection.value));
            let chip = match own {
                Some(situation) if last != Some(facet) => lived_chip(scene, situation),
                Some(_) => continue,
                None => chip(scene, *selection, scene.label(&value.label)),
            };
            match parts.last_mut() {
                Some(part) if last == Some(facet) => part.chips.push(chip),
                _ => parts.push(Part { chips: vec![chip], ..phrase(scene, *selection, value) }),
            }
            last = Some(facet);
        }
    }
    if !scene.route.filter.q().is_empty() {
        parts.push(words_part(scene));
    }
    parts
}

fn phrase(scene: &Scene, selection: Selection, value: &FacetValue) -> Part {
    let [before, after] = around(scene, selection, value);
    Part { before, chips: Vec::new(), after }
}

/// What stands before and after the values of a facet.
pub(super) fn around(scene: &Scene, selection: Selection, value: &FacetValue) -> [&'static str; 2] {
    let facet = scene.document.vocabulary.facets.get(usize::from(value.facet.0));
    let facet = facet.map_or("", |facet| facet.id.as_str());
    let (zh, en, after) = match facet {
        _ if selection.excluded => ("不含", "without ", ""),
        "principle" => ("属于", "Under ", ""),
        "group" => ("与", "For ", "有关"),
        "target" => ("提出", "With a target: ", ""),
        "wording" => ("措辞为", "Worded as ", ""),
        "concern" => ("对应", "Answering ", ""),
        _ => ("关于", "About ", ""),
    };
    [in_words(scene, zh, en), in_words(scene, after, "")]
}

fn chip(scene: &Scene, Selection { value, excluded }: Selection, label: &str) -> Element {
    let without = scene.href(scene.route.filtered(scene.filter().without(value)));
    let chip = el(if excluded { "span.chip.not" } else { "span.chip" }).key(label);
    chip.child(el("span").text(label)).child(remove(scene, without, label))
}

/// A life situation by its own name, which tells on demand what it is made of.
fn lived_chip(scene: &Scene, situation: &Persona) -> Element {
    let label = scene.label(&situation.label);
    let made: Vec<&str> = situation.values.iter().map(|value| scene.value(*value)).collect();
    let without = situation.values.iter().fold(scene.filter(), |filter, value| filter.without(*value));
    el("span.chip")
        .key(label)
        .child(el("button[type=button][data-toggle=made][aria-expanded=false]").text(label))
        .child(el("span.made").text(listed(&made, in_words(scene, "、", ", "))))
        .child(remove(scene, scene.href(scene.route.filtered(without)), label))
}

fn words_part(scene: &Scene) -> Part {
    let q = scene.route.filter.q();
    let without = scene.href(scene.route.filtered(scene.filter().searching("")));
    let words = el(if scene.lang() == Lang::En { "span" } else { "span[lang=zh-Hans]" }).text(quote(q)).verbatim();
    let chip = el("span.chip").key("q").child(words).child(remove(scene, without, q));
    let after = if scene.hits.bare { scene.words.bare } else { "" };
    Part { before: in_words(scene, "写有", "Containing "), chips: vec![chip], after }
}

fn remove(scene: &Scene, href: String, what: &str) -> Element {
    link("a.remove", href, "×").attr("aria-label", joined(&[scene.words.remove, " ", what]))
}
