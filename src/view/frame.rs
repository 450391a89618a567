//! What every view stands in: skip link, header with views and languages, notices, footer, live region.

use super::{Scene, choice, link};
use crate::{
    route::{Lang, Panel, Theme, View},
    tree::{Element, el},
    words,
};

pub(super) fn skip(scene: &Scene) -> Element {
    let target = if scene.route.view == View::Explore { "#results" } else { "#main" };
    el("a.skip").attr("href", target).flag("data-jump", true).text(scene.words.skip)
}

pub(super) fn header(scene: &Scene) -> Element {
    let home = scene.filtered(Default::default());
    let brand = link("a.brand", home, scene.words.brand);
    el("header.top").child(brand).child(views(scene)).child(embedding(scene)).child(languages(scene))
}

fn views(scene: &Scene) -> Element {
    let view = |view: &View| {
        let link = link("a", scene.href(scene.route.viewing(*view)), words::view(*view, scene.lang()));
        link.attr_if(*view == scene.route.view, "aria-current", "page")
    };
    el("nav").attr("aria-label", scene.words.views).children(View::ALL.iter().map(view))
}

/// Opens the embedding codes for what is shown, or closes them.
fn embedding(scene: &Scene) -> Element {
    let open = scene.route.panel == Panel::Embed;
    let panel = if open { Panel::Closed } else { Panel::Embed };
    let link = link("a", scene.href(scene.route.to(|route| route.panel = panel)), scene.words.embed);
    el("div.settings.live").child(link.attr("aria-expanded", if open { "true" } else { "false" }))
}

fn languages(scene: &Scene) -> Element {
    let language = |lang: &Lang| {
        let code = words::words(*lang).lang;
        let href = scene.href(scene.route.to(|route| route.lang = *lang));
        let link = link("a", href, words::language(*lang)).attr("lang", code).attr("hreflang", code);
        link.attr_if(*lang == scene.lang(), "aria-current", "true")
    };
    settings(scene.words.languages).children(Lang::ALL.iter().map(language))
}

fn settings(name: &str) -> Element {
    el("div.settings.live[role=group]").attr("aria-label", name)
}

/// Shown by the stylesheet alone, where scripts or wasm cannot run.
pub(super) fn inactive(scene: &Scene) -> Element {
    el("p.inactive").text(scene.words.inactive)
}

pub(super) fn notices(scene: &Scene) -> Element {
    let mut list = el("ul");
    for notice in scene.notices {
        let part = el("code").text(notice.part.as_str());
        list = list.child(el("li").child(part).text(" — ").text(words::reason(notice.reason, scene.lang())));
    }
    let block = el("div.notice").flag("hidden", scene.notices.is_empty());
    block.child(el("p").text(scene.words.notice)).child(list)
}

pub(super) fn footer(scene: &Scene) -> Element {
    let theme = |theme: &Theme| {
        let route = scene.route.to(|route| route.theme = *theme);
        choice(scene, route, words::theme(*theme, scene.lang()))
    };
    let name = scene.words.theme;
    let themes = settings(name).child(el("span").text(name)).children(Theme::ALL.iter().map(theme));
    let digest = scene.document.digest.get(..12).unwrap_or_default();
    let version = el("p").text(scene.words.brand).text(concat!(" ", env!("CARGO_PKG_VERSION"), " · SHA-256 "));
    el("footer.foot").child(themes).child(el("p").text(scene.words.footer)).child(version.text(digest))
}

/// Empty in the tree: what is announced is written when an action has settled, not when the page is drawn.
pub(super) fn status() -> Element {
    el("p#status[role=status].unseen")
}
