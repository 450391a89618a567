//! The filter read as a sentence, each part removable or turned round; and how the results are grouped.

use minsheng_document::FacetValue;

use super::Scene;
use crate::{
    route::{Grouping, Lang, Selection, View},
    tree::{Element, el},
    words,
};

/// 「与 老年人 有关、关于 养老 的内容，共 11 句」.
pub(super) fn sentence(scene: Scene) -> Element {
    let mut say = el("p").attr("id", "summary").class("say").attr("tabindex", "-1");
    if scene.route.filter.is_empty() {
        return say.text(whole(scene));
    }
    let (between, or) = match scene.lang() {
        Lang::ZhHans => ("、", "或"),
        Lang::En => (", ", " or "),
    };
    for (n, part) in parts(scene).into_iter().enumerate() {
        say = say.text(if n > 0 { between } else { "" }).text(part.before);
        for (n, chip) in part.chips.into_iter().enumerate() {
            say = say.text(if n > 0 { or } else { "" }).child(chip);
        }
        say = say.text(part.after);
    }
    ending(scene, say)
}

/// Links that group the results otherwise.
pub(super) fn groupings(scene: Scene) -> Element {
    let link = |by: &Grouping| {
        let current = (*by == scene.route.by).then_some("true");
        let href = scene.href(&scene.route.to(|route| route.by = *by));
        el("a").attr("href", href).maybe("aria-current", current).text(words::grouping(*by, scene.lang()))
    };
    let name = el("span").text(scene.words().grouped);
    el("p").class("sort live").child(name).children(Grouping::ALL.iter().map(link))
}

fn whole(scene: Scene) -> String {
    let sentences = words::sentences(scene.sentences(), scene.lang());
    match scene.lang() {
        Lang::ZhHans => ["全文，共 ", &sentences].concat(),
        Lang::En => ["The whole text: ", &sentences].concat(),
    }
}

fn ending(scene: Scene, say: Element) -> Element {
    let (found, all) = (scene.found().to_string(), scene.sentences().to_string());
    let preamble = scene.preamble_found();
    let clear = el("a").class("clear").attr("href", clear_route(scene)).text(scene.words().clear);
    let say = match scene.lang() {
        Lang::ZhHans => say.text("的内容，共 ").child(el("b").text(found)).text(" 句"),
        Lang::En => say.text(": ").child(el("b").text(found)).text(" sentences"),
    };
    let rest = match (scene.lang(), preamble) {
        (Lang::ZhHans, true) => ["，另有引言（全文 ", &all, " 句）"].concat(),
        (Lang::ZhHans, false) => ["（全文 ", &all, " 句）"].concat(),
        (Lang::En, true) => [" and the preamble (of ", &all, ")"].concat(),
        (Lang::En, false) => [" (of ", &all, ")"].concat(),
    };
    let say = say.child(el("small").text(rest)).text(" ").child(clear);
    if scene.route.view == View::Explore {
        return say;
    }
    let explore = scene.href(&scene.route.viewing(View::Explore));
    say.text(" ").child(el("a").class("clear").attr("href", explore).text(scene.words().to_explore))
}

fn clear_route(scene: Scene) -> String {
    scene.href(&scene.route.filtered(|_| Default::default()))
}

struct Part {
    before: &'static str,
    chips: Vec<Element>,
    after: &'static str,
}

/// One part per facet with something selected, one for all that is excluded, one for the words.
fn parts(scene: Scene) -> Vec<Part> {
    let mut parts: Vec<(Option<u8>, Part)> = Vec::new();
    let selected = scene.route.filter.selected().iter();
    let included = selected.clone().filter(|selection| !selection.excluded);
    let excluded = selected.filter(|selection| selection.excluded);
    for selection in included.chain(excluded) {
        let Some(value) = scene.document.vocabulary.get(selection.value) else { continue };
        let facet = (!selection.excluded).then_some(value.facet.0);
        let chip = chip(scene, *selection, value);
        match parts.last_mut() {
            Some((last, part)) if *last == facet => part.chips.push(chip),
            _ => parts.push((facet, Part { chips: vec![chip], ..phrase(scene, *selection, value) })),
        }
    }
    let words = (!scene.route.filter.q().is_empty()).then(|| words_part(scene));
    parts.into_iter().map(|(_, part)| part).chain(words).collect()
}

fn phrase(scene: Scene, selection: Selection, value: &FacetValue) -> Part {
    let facet = scene.document.vocabulary.facets.get(usize::from(value.facet.0));
    let facet = facet.map_or("", |facet| facet.id.as_str());
    let (before, after) = match (scene.lang(), selection.excluded, facet) {
        (Lang::ZhHans, true, _) => ("不含", ""),
        (Lang::ZhHans, _, "principle") => ("属于", ""),
        (Lang::ZhHans, _, "group") => ("与", "有关"),
        (Lang::ZhHans, _, "target") => ("提出", "目标"),
        (Lang::ZhHans, _, "wording") => ("措辞为", ""),
        (Lang::ZhHans, _, "concern") => ("对应", ""),
        (Lang::ZhHans, ..) => ("关于", ""),
        (Lang::En, true, _) => ("without ", ""),
        (Lang::En, _, "principle") => ("Under ", ""),
        (Lang::En, _, "group") => ("For ", ""),
        (Lang::En, _, "target") => ("With a target: ", ""),
        (Lang::En, _, "wording") => ("Worded as ", ""),
        (Lang::En, _, "concern") => ("Answering ", ""),
        (Lang::En, ..) => ("About ", ""),
    };
    Part { before, chips: Vec::new(), after }
}

fn chip(scene: Scene, selection: Selection, value: &FacetValue) -> Element {
    let label = words::label(&value.label, scene.lang());
    let flip = scene.href(&scene.route.filtered(|filter| filter.with(selection.value, !selection.excluded)));
    let flip_word = if selection.excluded { scene.words().include } else { scene.words().exclude };
    let without = scene.href(&scene.route.filtered(|filter| filter.without(selection.value)));
    let flip = el("a").class("flip").attr("href", flip).text(flip_word);
    let chip = el("span").key(value.id.clone()).class(if selection.excluded { "chip not" } else { "chip" });
    chip.child(el("span").text(label.to_owned())).child(flip).child(remove(scene, without, label))
}

fn words_part(scene: Scene) -> Part {
    let q = scene.route.filter.q();
    let without = scene.href(&scene.route.filtered(|filter| filter.searching("")));
    let words = el("span").attr("lang", "zh-Hans").text(["“", q, "”"].concat());
    let chip = el("span").key("q").class("chip").child(words).child(remove(scene, without, q));
    let before = match scene.lang() {
        Lang::ZhHans => "写有",
        Lang::En => "Containing ",
    };
    Part { before, chips: vec![chip], after: "" }
}

fn remove(scene: Scene, href: String, what: &str) -> Element {
    let name = [scene.words().remove, " ", what].concat();
    el("a").class("remove").attr("href", href).attr("aria-label", name).text("×")
}
