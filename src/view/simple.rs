//! What large type and a kiosk have in common: the ways home, back and to the other views, and what is asked, in a few words.

use super::{Scene, link, quote};
use crate::{
    joined::{joined, listed},
    order::situation,
    route::{Lang, Panel, Route, View},
    tree::{Element, el},
    words::{self, kiosk::kiosk, late::late, window::window},
};

/// A view as the next visitor finds it, in the language, size and colours of this one.
pub(super) fn fresh(scene: &Scene, view: View) -> Route {
    let Route { lang, script, size, theme, mode, .. } = *scene.route;
    Route { view, lang, script, size, theme, mode, ..Route::default() }
}

/// To the life situations, whatever was asked before.
pub(super) fn home(scene: &Scene, selector: &'static str, name: &str) -> Element {
    let home = fresh(scene, View::Explore);
    let is_here = home == *scene.route;
    link(selector, scene.href(home), name).attr_if(is_here, "aria-current", "page")
}

/// One step up: from what is open to what is below it, from a sentence to the list or the text around it, from there home.
pub(super) fn back(scene: &Scene) -> Element {
    let back = el("a").text(kiosk(scene.lang()).back);
    match up(scene) {
        Some(href) => back.attr("href", href),
        None => back.attr("aria-disabled", "true").attr("role", "link"),
    }
}

fn up(scene: &Scene) -> Option<String> {
    let route = scene.route;
    let asks = !route.filter.is_empty();
    if route.panel != Panel::Closed {
        return Some(scene.href(route.to(|route| route.panel = Panel::Closed)));
    }
    let around = route.place.and_then(|place| scene.document.clause(place.id)).and_then(|it| it.measure.or(it.chapter));
    match (route.view, around) {
        (View::Explore, _) => asks.then(|| scene.href(fresh(scene, View::Explore))),
        (View::Read, Some(id)) if !asks => Some(scene.reading(id)),
        _ => Some(scene.filtered(scene.filter())),
    }
}

/// The other views. What is compared there has to be typed or pasted, so a kiosk shows that way only where there are keys.
pub(super) fn views(scene: &Scene) -> Element {
    let views = View::EVERYWHERE.iter().filter(|view| **view != View::Explore).map(|view| {
        let link = link("a", scene.href(scene.route.viewing(*view)), words::view(*view, scene.lang()));
        let link = link.attr_if(*view == scene.route.view && !scene.is_turning(), "aria-current", "page");
        if *view == View::Check { link.class("typed") } else { link }
    });
    el("nav").attr("aria-label", window(scene.lang()).views).children(views)
}

/// 「我父母，共 11 句」.
pub(super) fn summary(scene: &Scene) -> Element {
    let (before, after, preamble) = match scene.lang() {
        Lang::ZhHans => ("，共 ", " 句", "，另有引言"),
        Lang::En => (": ", " sentences", " and the preamble"),
    };
    let after = if scene.found() == 1 { after.trim_end_matches('s') } else { after };
    el("p#summary.say[tabindex=-1]")
        .child(el("b").text(asked(scene)))
        .text(if scene.hits.bare { scene.words.bare } else { "" })
        .text(before)
        .child(el("b").text(scene.found().to_string()))
        .text(after)
        .text(if scene.preamble_found() { preamble } else { "" })
}

/// A life situation by its name, and each other condition.
pub(super) fn asked(scene: &Scene) -> String {
    let filter = &scene.route.filter;
    if filter.is_empty() {
        return kiosk(scene.lang()).whole.into();
    }
    let without = |excluded| if excluded { late(scene.lang()).without } else { "" };
    let persona = situation(scene.document, filter);
    let rest = filter.selected().iter().filter(|it| !persona.is_some_and(|persona| persona.values.contains(&it.value)));
    let rest = rest.map(|it| joined(&[without(it.excluded), scene.value(it.value)]));
    let mut said: Vec<String> = persona.map(|it| scene.label(&it.label).to_owned()).into_iter().chain(rest).collect();
    if !filter.q().is_empty() {
        said.push(quote(filter.q()));
    }
    listed(&said, in_lists(scene.lang()))
}

fn in_lists(lang: Lang) -> &'static str {
    if lang == Lang::En { ", " } else { "、" }
}
