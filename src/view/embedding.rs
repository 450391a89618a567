//! How to embed what is shown: ready codes for an article, and what they will look like. Takes the fallback that stands
//! in the element's code until a script has run, or for ever.

use super::{Scene, link, opened, to_copy};
use crate::{
    html,
    joined::joined,
    route::{Panel, View},
    tree::{Element, el},
    words::late::late,
};

/// Names of the files beside the element's script.
const FRAME: &str = "embed/embed.html";
const PARENT: &str = "embed/embed-parent.js";
/// In CSS pixels: what an embed takes before it scrolls, and what a single sentence takes in an iframe.
const HEIGHT: &str = "640";
const SENTENCE_HEIGHT: &str = "320";

pub(super) fn panel(scene: &Scene, fallback: Element) -> Element {
    let words = late(scene.lang());
    let shown = scene.route.to(|route| route.panel = Panel::Closed);
    let route = scene.href(shown);
    let codes = [element(scene, &route, fallback), iframe(scene, &route), plain(scene, &route)];
    let codes = ["code-element", "code-iframe", "code-link"].into_iter().zip(words.embed_kinds).zip(codes);
    let section = el("section.embedding.live[aria-labelledby=embedding]");
    let heading = el("h2#embedding[tabindex=-1]");
    opened(scene, section, heading, scene.words.embed, words.embed_intro)
        .children(codes.map(|((id, [name, note]), code)| {
            let code = el("code[translate=no]").text(code);
            to_copy(scene, id, name, Some(note), el("pre[tabindex=0][role=group]").child(code))
        }))
        .child(previews(scene, &route))
}

fn previews(scene: &Scene, route: &str) -> Element {
    let preview = |(name, selector): (&&str, &'static str)| {
        let live = el(selector).attr("data-preview", route);
        el("figure").child(el("figcaption").text(*name)).child(live)
    };
    let widths = ["div.preview.narrow", "div.preview.wide"];
    el("div.previews").children(late(scene.lang()).embed_previews.iter().zip(widths).map(preview))
}

fn is_sentence(scene: &Scene) -> bool {
    let place = scene.route.place.filter(|_| scene.route.view == View::Read);
    place.is_some_and(|place| scene.document.clause(place.id).is_some())
}

fn element(scene: &Scene, route: &str, fallback: Element) -> String {
    let (file, integrity) = scene.frame.entry.split_once(' ').unwrap_or((&scene.frame.entry, ""));
    let script = el("script[type=module]").attr("src", joined(&[&scene.frame.site, file]));
    let script = if integrity.is_empty() { script } else { script.attr("integrity", integrity) };
    let explorer = el("minsheng-explorer").attr("route", route);
    let explorer = if is_sentence(scene) { explorer } else { explorer.attr("max-height", HEIGHT) };
    let script = script.attr("crossorigin", "anonymous");
    joined(&[&html::print(&script), "\n", &html::print(&explorer.child(fallback))])
}

fn iframe(scene: &Scene, route: &str) -> String {
    let site = scene.frame.site.as_str();
    let frame = el("iframe[loading=lazy][width=100%]")
        .attr("height", if is_sentence(scene) { SENTENCE_HEIGHT } else { HEIGHT })
        .attr("title", scene.document.title.as_str())
        .attr("src", joined(&[site, FRAME, route]));
    let parent = el("script[async]").attr("src", joined(&[site, PARENT]));
    joined(&[&html::print(&frame), "\n", &html::print(&parent)])
}

fn plain(scene: &Scene, route: &str) -> String {
    html::print(&link("a", joined(&[&scene.frame.site, route]), &scene.document.title))
}
