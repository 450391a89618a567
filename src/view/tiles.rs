//! The first screen of the simple page: the life situations as large tiles, each with how much there is behind it; and other
//! ways in.

use minsheng_document::Persona;

use super::{Scene, link};
use crate::{
    route::{Filter, Mode, Panel, View},
    tree::{Element, el},
    words::{self, kiosk::kiosk},
};

pub(super) fn page(scene: &Scene) -> Element {
    let words = kiosk(scene.lang());
    let tiles = scene.document.personas.iter().map(|persona| el("li").child(tile(scene, persona)));
    el("div.page.home")
        .child(el("h2#who").text(words.choose))
        .child(el("ul.tiles[aria-labelledby=who]").children(tiles))
        .child(el("p.related").text(scene.words.related))
        .child(el("h2#ways").text(words.ways))
        .child(ways(scene))
}

/// What a life situation selects.
pub(super) fn wanted(persona: &Persona) -> Filter {
    persona.values.iter().fold(Filter::default(), |filter, value| filter.with(*value, false))
}

fn tile(scene: &Scene, persona: &Persona) -> Element {
    let wanted = wanted(persona);
    let count = words::sentences(scene.count(&wanted), scene.lang());
    let label = el("b").text(scene.label(&persona.label));
    el("a.tile").attr("href", scene.filtered(wanted)).child(label).text(" ").child(el("small").text(count))
}

fn ways(scene: &Scene) -> Element {
    let words = kiosk(scene.lang());
    let find = link("a.tile", scene.href(scene.route.to(|route| route.panel = Panel::Keyboard)), "");
    let find = find.child(el("b").text(words.find)).text(" ").child(el("small").text(words.find_note));
    let view = |view, text: &str| {
        let tile = link("a.tile", scene.href(scene.route.viewing(view)), "");
        el("li").child(tile.child(el("b").text(text)))
    };
    // On a screen of one's own the search stands above the tiles.
    let find = (scene.route.mode == Mode::Kiosk).then(|| el("li").child(find));
    el("ul.tiles[aria-labelledby=ways]")
        .children(find)
        .child(view(View::Read, words.read_all))
        .child(view(View::Targets, words::view(View::Targets, scene.lang())))
}
