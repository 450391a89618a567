//! A sentence as others are to cite it: with its place and what must not be lost, and in the usual three forms.

use super::{Scene, link};
use crate::{
    cite::Cited,
    route::Panel,
    tree::{Element, el},
    words::late::late,
};

pub(super) fn panel(scene: &Scene) -> Element {
    let words = late(scene.lang());
    let close = link("a.clear", scene.href(scene.route.to(|route| route.panel = Panel::Closed)), scene.words.close);
    let cited = Cited {
        document: scene.document,
        place: scene.route.place,
        site: &scene.frame.site,
        today: &scene.frame.today,
    };
    let forms = [cited.quotation(), cited.national(), cited.apa(), cited.bibtex()];
    let ids = ["cite-text", "cite-gb", "cite-apa", "cite-bibtex"];
    let forms = ids.into_iter().zip(words.forms).zip(forms);
    el("section.embedding.live[aria-labelledby=citing]")
        .child(el("h2#citing[tabindex=-1]").text(words.cite))
        .child(el("p.intro").text(words.cite_intro).text(" ").child(close))
        .children(forms.map(|((id, name), form)| block(scene, id, name, &form)))
}

fn block(scene: &Scene, id: &str, name: &str, form: &str) -> Element {
    let copy = el("button[type=button]").attr("data-copy", id).attr("data-copied", scene.words.copied);
    let copy = copy.text(scene.words.copy).child(el("span.unseen").text(" ").text(name));
    let head = el("div.code-head").child(el("h3").text(name)).child(copy);
    let form = el("pre[tabindex=0][lang=zh-Hans]").attr("id", id).attr("aria-label", name).text(form);
    el("div.code").key(id).child(head).child(form)
}
