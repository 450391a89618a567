//! What is shown, to take along: the address of the same page in the public explorer, as a QR code and in letters.

use super::{Scene, link};
use crate::{
    joined::joined,
    qr::{Picture, picture},
    route::Panel,
    tree::{Element, el},
    words::kiosk::kiosk,
};

pub(super) fn panel(scene: &Scene) -> Element {
    let words = kiosk(scene.lang());
    let address = scene.address();
    let close = link("a.button", scene.href(scene.route.to(|route| route.panel = Panel::Closed)), scene.words.close);
    let panel = el("section.hand-off[aria-labelledby=hand-off]").child(el("h2#hand-off[tabindex=-1]").text(words.qr));
    let panel = match code(scene, &address) {
        Some(code) => {
            panel.child(el("p").text(words.qr_note)).child(code).child(el("p.address[translate=no]").text(address))
        }
        None => panel.child(el("p").text(words.qr_too_long)),
    };
    panel.child(close)
}

/// Of an address, if it fits. Dark on light, whatever the page's colours are, because scanners expect it.
pub(super) fn code(scene: &Scene, address: &str) -> Option<Element> {
    let Picture { side, path } = picture(address)?;
    let side = side.to_string();
    let paper = el("path[fill=#fff]").attr("d", joined(&["M0 0h", &side, "v", &side, "H0z"]));
    let code = el("svg[role=img][shape-rendering=crispEdges]")
        .attr("viewBox", joined(&["0 0 ", &side, " ", &side]))
        .attr("aria-label", kiosk(scene.lang()).qr_name);
    Some(code.child(paper).child(el("path[fill=#000]").attr("d", path)))
}
