//! What a kiosk's screen stands in: its name and the views above, and below the ways home and back, what takes a page along
//! or ends a visit, and what changes the display. Every view has both, so that each is one touch away.

use super::{
    Scene, frame, link,
    simple::{back, fresh, home, views},
    sizes,
};
use crate::{
    route::{Lang, Mode, Panel, Route, Script, Theme, View},
    tree::{Element, el},
    words::{self, kiosk::kiosk, late::late},
};

/// Names the product and leads home. Touching the name seven times opens the operator's page (`www/kiosk/stand.js`).
pub(super) fn head(scene: &Scene) -> Element {
    el("header.top").child(home(scene, "a.brand", scene.words.brand)).child(views(scene))
}

pub(super) fn bar(scene: &Scene) -> Element {
    let words = kiosk(scene.lang());
    let over = Route { view: View::Attract, mode: Mode::Kiosk, ..Route::default() };
    let ways = el("div.ways").child(home(scene, "a", words.home)).child(back(scene));
    let ways = ways.children(print(scene)).children(qr(scene)).child(link("a.over", scene.href(over), words.over));
    el("nav.bar")
        .attr("aria-label", words.settings)
        .child(ways)
        .child(sizes(scene))
        .child(el("div.settings").child(contrast(scene)))
        .child(frame::languages(scene))
}

fn contrast(scene: &Scene) -> Element {
    let on = scene.route.theme == Theme::Contrast;
    let theme = if on { Theme::Auto } else { Theme::Contrast };
    let route = scene.route.to(|route| route.theme = theme);
    let link = link("a", scene.href(route), words::theme(Theme::Contrast, scene.lang()));
    link.attr_if(on, "aria-current", "true")
}

/// Where a phone can open the page too.
fn qr(scene: &Scene) -> Option<Element> {
    let shows_something = scene.route.view != View::Operator && !scene.frame.site.is_empty();
    let open = scene.route.panel == Panel::Qr;
    let route = scene.route.to(|route| route.panel = if open { Panel::Closed } else { Panel::Qr });
    let link = link("a", scene.href(route), kiosk(scene.lang()).qr);
    shows_something.then(|| link.attr("aria-expanded", if open { "true" } else { "false" }))
}

/// Where there is something to print; unseen until the shell knows of paper (`www/printing.js`).
fn print(scene: &Scene) -> Option<Element> {
    let shows_text = match scene.route.view {
        View::Explore => !scene.route.filter.is_empty(),
        view => view != View::Operator,
    };
    shows_text.then(|| el("button[type=button].print[data-print]").text(late(scene.lang()).print))
}

/// The screen that nobody uses: one touch anywhere begins.
pub(super) fn attract(scene: &Scene, title: Element) -> Element {
    let words = kiosk(scene.lang());
    let start = |selector, lang: Lang, text| {
        let script = if lang == scene.lang() { scene.route.script } else { Script::Hans };
        let route = fresh(scene, View::Explore).to(|route| (route.lang, route.script) = (lang, script));
        link(selector, scene.href(route), text).attr("lang", words::words(lang).lang)
    };
    let facts =
        [words::sentences(scene.sentences(), scene.lang()), words::published(&scene.document.published, scene.lang())];
    let facts = facts.into_iter().map(|fact| el("span.unit").text(fact));
    let brand = el("p.brand").text(scene.words.brand);
    let work = el("div.work").child(brand).child(title).child(el("p.meta").children(facts));
    let other = if scene.lang() == Lang::En { Lang::ZhHans } else { Lang::En };
    let invitation = el("div.invitation")
        .child(el("p.about").text(words.about))
        .child(start("a.start", scene.lang(), words.start))
        .child(el("p.meta").text(words.start_note))
        .child(start("a.other", other, kiosk(other).start));
    el("main#main.attract[tabindex=-1]").child(work).child(invitation)
}
