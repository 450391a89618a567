//! The simple page on a reader's own screen, 长辈版: its head, and the bar below with the ways home and back, the sizes of
//! type, and behind 更多 all that the simple page leaves out.

use super::{
    Scene, frame, link,
    simple::{back, home, views},
    sizes,
};
use crate::{
    route::{Panel, View},
    tree::{Element, el},
    words::{kiosk::kiosk, window::window},
};

/// Whether a panel lies over the page, above the bar.
pub(super) fn is_tray(panel: Panel) -> bool {
    matches!(panel, Panel::Sizes | Panel::More)
}

pub(super) fn head(scene: &Scene) -> Element {
    el("header.top").child(home(scene, "a.brand", scene.words.brand)).child(frame::type_size(scene))
}

/// `page` is what lies below: the ways home and back are its.
pub(super) fn bar(scene: &Scene, page: &Scene) -> Element {
    let words = kiosk(scene.lang());
    let ways = el("div.ways")
        .child(home(page, "a", words.home))
        .child(back(page))
        .child(opening(scene, Panel::Sizes, window(scene.lang()).sizes))
        .child(opening(scene, Panel::More, scene.words.more));
    let tray = match scene.route.panel {
        Panel::Sizes => Some(el("div.tray").child(sizes(scene))),
        Panel::More => Some(more(scene, page)),
        _ => None,
    };
    el("nav.bar").attr("aria-label", words.settings).child(ways).children(tray)
}

fn opening(scene: &Scene, panel: Panel, name: &str) -> Element {
    let open = scene.route.panel == panel;
    let route = scene.route.to(|route| route.panel = if open { Panel::Closed } else { panel });
    link("a", scene.href(route), name).attr("aria-expanded", if open { "true" } else { "false" })
}

fn more(scene: &Scene, page: &Scene) -> Element {
    let filters = page.route.viewing(View::Explore).to(|route| route.panel = Panel::Filters);
    el("div.tray")
        .child(el("p").child(link("a", scene.href(filters), scene.words.filters)).children(frame::panels(page)))
        .child(views(page))
        .child(frame::languages(scene))
        .child(frame::themes(scene))
        .children(frame::imprint(scene))
}
