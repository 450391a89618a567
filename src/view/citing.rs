//! A sentence as others are to cite it: with its place and what must not be lost, and in the usual three forms.

use super::{Scene, opened, to_copy};
use crate::{
    cite::Cited,
    tree::{Element, el},
    words::late::late,
};

pub(super) fn panel(scene: &Scene) -> Element {
    let words = late(scene.lang());
    let cited = Cited {
        document: scene.document,
        place: scene.route.place,
        site: &scene.frame.site,
        today: &scene.frame.today,
    };
    let forms = [cited.quotation(), cited.national(), cited.apa(), cited.bibtex()];
    let ids = ["cite-text", "cite-gb", "cite-apa", "cite-bibtex"];
    let forms = ids.into_iter().zip(words.forms).zip(forms);
    // The panel as a whole takes the focus: it comes into view as a whole, and a screen reader says its name.
    let section = el("section#citing.embedding.live[tabindex=-1][aria-labelledby=citing-name]");
    opened(scene, section, el("h2#citing-name"), words.cite, words.cite_intro).children(forms.map(
        |((id, name), form)| to_copy(scene, id, name, None, el("pre[tabindex=0][lang=zh-Hans][role=group]").text(form)),
    ))
}
