//! The head of the explore view: what this document is, the search field, life situations.

use minsheng_document::Persona;

use super::{Scene, official};
use crate::{
    route::Filter,
    tree::{Element, el},
    words,
};

pub(super) fn hero(scene: Scene) -> Element {
    el("div").class("hero").child(title(scene)).child(meta(scene)).child(search(scene)).child(situations(scene))
}

fn title(scene: Scene) -> Element {
    let mut heading = el("h1").attr("lang", "zh-Hans");
    for (n, line) in scene.document.title.split(' ').enumerate() {
        heading = heading.text(if n > 0 { " " } else { "" }).child(el("span").class("line").text(line.to_owned()));
    }
    heading
}

fn meta(scene: Scene) -> Element {
    let (document, lang, words) = (scene.document, scene.lang(), scene.words());
    let issuers = document.issuers.iter().map(|issuer| official("span", issuer));
    let dates = match lang {
        words_lang @ crate::route::Lang::ZhHans => {
            let (dated, published) = (words::date(&document.dated, words_lang), words::date(&document.published, words_lang));
            [dated, words.dated.into(), " · ".into(), published, words.published.into()].concat()
        }
        words_lang => {
            let (dated, published) = (words::date(&document.dated, words_lang), words::date(&document.published, words_lang));
            [words.dated, " ", &dated, " · ", words.published, " ", &published].concat()
        }
    };
    let size = words::sentences(scene.sentences(), lang);
    let mut meta = el("p").class("meta");
    for issuer in issuers {
        meta = meta.child(issuer).text(" ");
    }
    meta.text("· ").text(dates).text(" · ").text(size)
}

fn search(scene: Scene) -> Element {
    let words = scene.words();
    let field = el("input")
        .attr("id", "q")
        .attr("name", "q")
        .attr("type", "search")
        .attr("placeholder", words.example)
        .attr("autocomplete", "off")
        .attr("enterkeyhint", "search")
        .attr("aria-label", words.search)
        .attr("value", scene.route.filter.q().to_owned());
    let form = el("form").flag("data-search", true).child(field);
    let form = form.child(el("button").attr("type", "submit").text(words.search));
    el("search").class("live").attr("role", "search").child(form)
}

fn situations(scene: Scene) -> Element {
    let words = scene.words();
    let list = scene.document.personas.iter().map(|persona| el("li").child(situation(scene, persona)));
    el("div")
        .class("who live")
        .child(el("h2").attr("id", "who").text(words.situations))
        .child(el("ul").attr("aria-labelledby", "who").children(list))
        .child(el("p").class("related").text(words.related))
}

/// Selects just what the situation selects; chosen again, it lets go.
fn situation(scene: Scene, persona: &Persona) -> Element {
    let wanted = persona.values.iter().fold(Filter::default(), |filter, value| filter.with(*value, false));
    let on = scene.route.filter == wanted;
    let href = scene.filtered(|_| if on { Filter::default() } else { wanted });
    let label = words::label(&persona.label, scene.lang()).to_owned();
    el("a").attr("href", href).maybe("aria-current", on.then_some("true")).text(label)
}
