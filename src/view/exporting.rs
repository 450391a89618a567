//! What is shown as a file, and the whole document as files.

use super::{Scene, link};
use crate::{
    route::Panel,
    tree::{Element, el},
    words::late::late,
};

/// The formats of what is shown: what a shell asks for, and its name.
const FORMATS: [(&str, &str); 3] = [("csv", "CSV"), ("json", "JSON"), ("md", "Markdown")];

pub(super) fn panel(scene: &Scene) -> Element {
    let words = late(scene.lang());
    let close = link("a.clear", scene.href(scene.route.to(|route| route.panel = Panel::Closed)), scene.words.close);
    let view = |(format, name): (&str, &str)| {
        el("li").child(el("button[type=button]").attr("data-export", format).text(name))
    };
    el("section.embedding.live[aria-labelledby=exporting]")
        .child(el("h2#exporting[tabindex=-1]").text(scene.words.export))
        .child(el("p.intro").text(words.export_intro).text(" ").child(close))
        .child(el("h3").text(words.this_view))
        .child(el("ul.files").children(FORMATS.map(view)))
}
