//! What every view stands in: skip link, header with views and languages, notices, footer, live region.

use super::Scene;
use crate::{
    route::{Lang, Theme, View},
    tree::{Element, el},
    words,
};

pub(super) fn skip(scene: Scene) -> Element {
    let target = if scene.route.view == View::Explore { "#results" } else { "#main" };
    el("a").class("skip").attr("href", target).flag("data-jump", true).text(scene.words().skip)
}

pub(super) fn header(scene: Scene) -> Element {
    let home = scene.href(&scene.route.viewing(View::Explore).filtered(|_| Default::default()));
    el("header")
        .class("top")
        .child(el("a").class("brand").attr("href", home).text(scene.words().brand))
        .child(views(scene))
        .child(languages(scene))
}

fn views(scene: Scene) -> Element {
    let link = |view: &View| {
        let current = (*view == scene.route.view).then_some("page");
        let href = scene.href(&scene.route.viewing(*view));
        el("a").attr("href", href).maybe("aria-current", current).text(words::view(*view, scene.lang()))
    };
    el("nav").attr("aria-label", scene.words().views).children(View::ALL.iter().map(link))
}

fn languages(scene: Scene) -> Element {
    let link = |lang: &Lang| {
        let current = (*lang == scene.lang()).then_some("true");
        let href = scene.href(&scene.route.to(|route| route.lang = *lang));
        let code = words::words(*lang).lang;
        let link = el("a").attr("href", href).attr("lang", code).attr("hreflang", code);
        link.maybe("aria-current", current).text(words::language(*lang))
    };
    let name = scene.words().languages;
    el("div").class("settings live").attr("role", "group").attr("aria-label", name).children(Lang::ALL.iter().map(link))
}

/// Shown by the stylesheet alone, where scripts or wasm cannot run.
pub(super) fn inactive(scene: Scene) -> Element {
    el("p").class("inactive").text(scene.words().inactive)
}

pub(super) fn notices(scene: Scene) -> Element {
    let item = |notice: &crate::route::Notice| {
        let reason = words::reason(notice.reason, scene.lang());
        el("li").child(el("code").text(notice.part.clone())).text(" — ").text(reason)
    };
    el("div")
        .class("notice")
        .flag("hidden", scene.notices.is_empty())
        .child(el("p").text(scene.words().notice))
        .child(el("ul").children(scene.notices.iter().map(item)))
}

pub(super) fn footer(scene: Scene) -> Element {
    let link = |theme: &Theme| {
        let current = (*theme == scene.route.theme).then_some("true");
        let href = scene.href(&scene.route.to(|route| route.theme = *theme));
        el("a").attr("href", href).maybe("aria-current", current).text(words::theme(*theme, scene.lang()))
    };
    let name = scene.words().theme;
    let themes = el("div").class("settings live").attr("role", "group").attr("aria-label", name);
    let themes = themes.child(el("span").text(name)).children(Theme::ALL.iter().map(link));
    let digest = scene.document.digest.get(..12).unwrap_or_default();
    let version = [scene.words().brand, " ", env!("CARGO_PKG_VERSION"), " · SHA-256 ", digest].concat();
    el("footer").class("foot").child(themes).child(el("p").text(scene.words().footer)).child(el("p").text(version))
}

/// Empty in the tree: what is announced is written when an action has settled, not when the page is drawn.
pub(super) fn status() -> Element {
    el("p").attr("id", "status").attr("role", "status").class("unseen")
}
