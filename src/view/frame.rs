//! What every view stands in: skip link, header with views and languages, notices, footer, live region.

use super::{Scene, choice, edition, link, settings, to_top, views};
use crate::{
    route::{Mode, Panel, TONGUES, Theme, View},
    tree::{Element, el},
    words::{self, window::window},
};

pub(super) fn skip(scene: &Scene) -> Element {
    let has_results = scene.route.view == View::Explore && scene.route.mode == Mode::Page;
    let target = if has_results { "#results" } else { "#main" };
    el("a.skip").attr("href", target).flag("data-jump", true).text(window(scene.lang()).skip)
}

pub(super) fn header(scene: &Scene) -> Element {
    let home = scene.filtered(Default::default());
    let brand = link("a.brand", home, scene.words.brand);
    el("header.top")
        .child(brand)
        .child(views(scene))
        .child(el("div.settings.live.panels").children(panels(scene)))
        .child(languages(scene))
        .child(type_size(scene))
}

/// To the simple page with large type, or back.
pub(super) fn type_size(scene: &Scene) -> Element {
    let elder = scene.route.mode == Mode::Elder;
    let (mode, name) =
        if elder { (Mode::Page, window(scene.lang()).standard) } else { (Mode::Elder, window(scene.lang()).elder) };
    let route = scene.route.to(|route| {
        route.mode = mode;
        route.panel = if route.panel.is_of(mode) { route.panel } else { Panel::Closed };
    });
    el("div.settings.live").child(link("a.mode", scene.href(route), name))
}

/// Open what can be taken away of what is shown, codes for embedding and files; or close it.
pub(super) fn panels(scene: &Scene) -> [Element; 2] {
    let panel = |(panel, name): (Panel, &str)| {
        let open = scene.route.panel == panel;
        let next = if open { Panel::Closed } else { panel };
        let link = link("a", scene.href(scene.route.to(|route| route.panel = next)), name);
        link.attr("aria-expanded", if open { "true" } else { "false" })
    };
    let panels = [(Panel::Embed, scene.words.embed), (Panel::Export, scene.words.export)];
    panels.map(panel)
}

pub(super) fn languages(scene: &Scene) -> Element {
    let languages = TONGUES.map(|tongue| {
        let route = scene.route.to(|route| (route.lang, route.script) = tongue);
        let code = route.tongue();
        let current = code == scene.route.tongue();
        let link = link("a", scene.href(route), words::language(tongue)).attr("lang", code).attr("hreflang", code);
        link.attr_if(current, "aria-current", "true").verbatim()
    });
    settings(window(scene.lang()).languages).children(languages)
}

/// Shown by the stylesheet alone, where scripts or wasm cannot run.
pub(super) fn inactive(scene: &Scene) -> Element {
    el("p.inactive").text(window(scene.lang()).inactive)
}

pub(super) fn notices(scene: &Scene) -> Element {
    let mut list = el("ul");
    for notice in scene.notices {
        let part = el("bdi").text(notice.part.as_str()).verbatim();
        let says = el("li").text(scene.words.notice).text("“").child(part).text("” — ");
        list = list.child(says.text(words::reason(notice.reason, scene.lang())));
    }
    el("div.notice").flag("hidden", scene.notices.is_empty()).child(list)
}

pub(super) fn footer(scene: &Scene) -> Element {
    let imprint = imprint(scene);
    el("footer.foot").child(ways(scene)).child(themes(scene)).children(imprint)
}

/// What the text is, what is ours, and which edition this is.
pub(super) fn imprint(scene: &Scene) -> [Element; 2] {
    [el("p").text(window(scene.lang()).footer), edition(scene)]
}

pub(super) fn themes(scene: &Scene) -> Element {
    let theme = |theme: &Theme| {
        let route = scene.route.to(|route| route.theme = *theme);
        choice(scene, route, words::theme(*theme, scene.lang()))
    };
    let name = window(scene.lang()).theme;
    settings(name).child(el("span").text(name)).children(Theme::ALL.iter().map(theme))
}

/// The views and panels once more, for a reader who has come to the end, and the way back to the top.
fn ways(scene: &Scene) -> Element {
    let view = |view: &View| link("a", scene.href(scene.route.viewing(*view)), words::view(*view, scene.lang()));
    // The list has its own way to the top.
    let ends = scene.route.view != View::Explore || !scene.is_apart();
    el("p.settings.live")
        .children(View::EVERYWHERE.iter().map(view))
        .children(panels(scene))
        .children(ends.then(|| to_top(scene)))
}

/// Empty in the tree: what is announced is written when an action has settled, not when the page is drawn. What a button has
/// done is seen there too (`www/cite.js`).
pub(super) fn status(scene: &Scene) -> Element {
    el("p#status[role=status].unseen").attr("data-copied", scene.words.copied)
}
