//! What is shown, to take along: the address of the same page in the public explorer, as a QR code and in letters.

use super::{Scene, link};
use crate::{
    joined::joined,
    qr::picture,
    route::{Mode, Panel, Route, Size, Theme, View},
    tree::{Element, el},
    words::kiosk::kiosk,
};

pub(super) fn panel(scene: &Scene) -> Element {
    let words = kiosk(scene.lang());
    let address = address(scene);
    let close = link("a.button", scene.href(scene.route.to(|route| route.panel = Panel::Closed)), scene.words.close);
    let panel = el("section.hand-off[aria-labelledby=hand-off]").child(el("h2#hand-off[tabindex=-1]").text(words.qr));
    let panel = match picture(&address) {
        Some(picture) => panel
            .child(el("p").text(words.qr_note))
            .child(code(picture.side, picture.path).attr("aria-label", words.qr_name))
            .child(el("p.address[translate=no]").text(address)),
        None => panel.child(el("p").text(words.qr_too_long)),
    };
    panel.child(close)
}

/// On the reader's own phone: without what is this screen's.
fn address(scene: &Scene) -> String {
    let route = scene.route.to(|route| {
        route.mode = Mode::Page;
        route.panel = Panel::Closed;
        route.size = Size::default();
        route.theme = Theme::default();
        if !View::EVERYWHERE.contains(&route.view) {
            *route = Route { lang: route.lang, script: route.script, ..Route::default() };
        }
    });
    joined(&[&scene.frame.site, &route.print(&scene.document.vocabulary)])
}

/// Dark on light, whatever the page's colours are, because scanners expect it.
fn code(side: i32, path: String) -> Element {
    let side = side.to_string();
    let paper = el("path[fill=#fff]").attr("d", joined(&["M0 0h", &side, "v", &side, "H0z"]));
    el("svg[role=img][shape-rendering=crispEdges]")
        .attr("viewBox", joined(&["0 0 ", &side, " ", &side]))
        .child(paper)
        .child(el("path[fill=#000]").attr("d", path))
}
