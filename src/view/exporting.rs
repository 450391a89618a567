//! What is shown as a file, and the whole document as files.

use super::{Scene, link, opened};
use crate::{
    export::FILES,
    joined::joined,
    route::Lang,
    tree::{Element, el},
    words::late::late,
};

/// The formats of what is shown: what a shell asks for, and its name.
const FORMATS: [(&str, &str); 3] = [("csv", "CSV"), ("json", "JSON"), ("md", "Markdown")];

pub(super) fn panel(scene: &Scene) -> Element {
    let words = late(scene.lang());
    let view =
        |(format, name): (&str, &str)| el("li").child(el("button[type=button]").attr("data-export", format).text(name));
    let section = el("section.embedding.live[aria-labelledby=exporting]");
    opened(scene, section, el("h2#exporting[tabindex=-1]"), scene.words.export, words.export_intro)
        .child(el("h3").text(words.this_view))
        .child(el("ul.files").children(FORMATS.map(view)))
        .child(printing(scene))
        .children(whole(scene))
}

/// On paper: the shell asks the browser for it.
fn printing(scene: &Scene) -> Element {
    let words = late(scene.lang());
    let print = el("li").child(el("button[type=button][data-print]").text(words.print));
    let note = el("small").text(words.print_note);
    el("ul.files").child(print).child(el("li").child(note))
}

/// Every file of the data, where it is known where they are; all of them as one.
fn whole(scene: &Scene) -> Option<Element> {
    let site = scene.frame.site.as_str();
    let file = |(name, zh, en): &(&'static str, &'static str, &'static str)| {
        let about = if scene.lang() == Lang::En { en } else { zh };
        let link = link("a[download]", joined(&[site, "data/", name]), name);
        el("li").child(link).text(" ").child(el("small").text(*about))
    };
    let list = el("ul").children([ARCHIVE].iter().chain(&FILES).map(file));
    (!site.is_empty()).then(|| el("div").child(el("h3").text(late(scene.lang()).whole)).child(list))
}

/// All files as one.
const ARCHIVE: (&str, &str, &str) = ("opinion.zip", "以下全部，一个压缩包。", "All of these, as one archive.");
