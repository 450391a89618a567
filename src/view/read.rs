//! The reading view: the whole text as a document, every sentence a place one can link to, hits highlighted.

use minsheng_document::{Chapter, Clause, Eid};

use super::{Scene, anchor, choice, is_preamble, link, marked, marks, official, title, translation, unofficial};
use crate::{
    WHOLE,
    joined::listed,
    marks::{Kind, Mark},
    route::{Lang, Layer, Mode, Text},
    tree::{Element, el},
    words::{self, late::late},
};

pub(super) fn page(scene: &Scene, summary: Element) -> Element {
    el("div.columns.reading").child(contents(scene)).child(article(scene, summary))
}

/// What an article shows of it: the chapter or measure that the route names, or everything.
pub(super) fn passage(scene: &Scene, summary: Element) -> Element {
    let page = el("div.columns.reading");
    let Some(place) = scene.route.place else { return page.child(article(scene, summary)) };
    let passage = match scene.document.chapter(place.id) {
        Some(chapter) => section(scene, chapter),
        None => {
            let chapter = scene.document.measure(place.id).map(|measure| measure.chapter);
            measure(scene, el("section").class(scene.tone(chapter)), place.id)
        }
    };
    page.child(el("article.document").child(passage))
}

fn contents(scene: &Scene) -> Element {
    let mut list = el("ol#headings").child(beginning(scene));
    for chapter in &scene.document.chapters {
        let measures = scene.document.measures.iter().filter(|measure| measure.chapter == chapter.id);
        let measures = el("ol").children(measures.map(|measure| entry(scene, measure.id)));
        let item = entry(scene, chapter.id);
        list = list.child(if measures.children.is_empty() { item } else { item.child(measures) });
    }
    let heading = el("h2#contents").text(scene.words.contents);
    // Where there is one column they are folded (views.css).
    let open =
        el("button[type=button].fold.live[data-toggle=headings][aria-expanded=false]").text(scene.words.contents);
    el("nav.contents[aria-labelledby=contents]").child(heading).child(open).child(list)
}

/// One entry is the reader's place; once they scroll, `www/reading.js` says which.
fn entry(scene: &Scene, id: Eid) -> Element {
    el("li").child(scene.heading_link(id).attr_if(scene.heading_id() == Some(id), "aria-current", "true"))
}

/// The way to the words before the first heading.
fn beginning(scene: &Scene) -> Element {
    let is_current = scene.heading_id().is_none();
    let link = link("a", scene.reading(Eid::Preamble), scene.words.preamble);
    el("li").child(link.attr_if(is_current, "aria-current", "true"))
}

fn is_here(scene: &Scene, id: Eid) -> bool {
    scene.route.place.is_some_and(|place| place.id == id)
}

fn article(scene: &Scene, summary: Element) -> Element {
    let summary = (!scene.route.filter.is_empty()).then_some(summary);
    let own = scene.embed().is_none();
    let dated = words::date(&scene.document.dated, scene.lang());
    let date = match scene.lang() {
        Lang::ZhHans => el("p.meta").text("（").text(dated).text("）"),
        Lang::En => el("p.meta").text(dated),
    };
    // What stands beside the text, the other text, and the ways through what was found are the other module's.
    let late = !scene.route.layers.is_empty() || scene.route.text == Text::Printed || !scene.route.filter.is_empty();
    let awaited = !WHOLE && own && late;
    let both = scene.english(Eid::Preamble).is_some();
    // What stands above the text in the window decides how far below its edge a link leads.
    let shown = [
        (both, "both"),
        (own && scene.route.place.is_some(), "placed"),
        (own && !scene.route.filter.is_empty(), "stepped"),
    ];
    let article = el("article.document");
    shown
        .into_iter()
        .filter(|(is, _)| *is)
        .fold(article, |article, (_, class)| article.class(class))
        .flag("data-awaited", awaited)
        .children(summary)
        .children(own.then(|| bar(scene)))
        .children(own.then(|| kinds(scene)))
        .child(title(scene))
        .child(issuers(scene))
        .child(date)
        .children(unofficial(scene))
        .children(own.then(|| texts(scene)))
        .children(own.then(|| layers(scene)))
        .children(scene.around(None))
        .child(paragraph(scene, &is_preamble))
        .children(scene.document.chapters.iter().map(|chapter| section(scene, chapter)))
}

fn section(scene: &Scene, chapter: &Chapter) -> Element {
    let mut section = el("section").class(scene.tone(Some(chapter.id))).child(heading(scene, "h2", chapter.id));
    section = section.children(scene.around(Some(chapter.id)));
    for measure in scene.document.measures.iter().filter(|measure| measure.chapter == chapter.id) {
        section = self::measure(scene, section, measure.id);
    }
    let own = paragraph(scene, &|clause| clause.chapter == Some(chapter.id) && clause.measure.is_none());
    if own.children.is_empty() { section } else { section.child(own) }
}

fn measure(scene: &Scene, section: Element, id: Eid) -> Element {
    let sentences = paragraph(scene, &|clause| clause.measure == Some(id));
    let plain = shows_plain(scene).then(|| scene.plain("p.plain.ours", id)).flatten();
    section.child(heading(scene, "h3", id)).children(plain).children(scene.around(Some(id))).child(sentences)
}

fn heading(scene: &Scene, tag: &'static str, id: Eid) -> Element {
    let heading = official(tag, &scene.heading(id)).attr("id", anchor(id)).attr("tabindex", "-1");
    let heading = scene.with_english(heading, id);
    heading.attr_if(is_here(scene, id), "class", "here")
}

/// The sentences one after the other; in English each in a line of its own, with its translation beside it.
fn paragraph(scene: &Scene, inside: &dyn Fn(&Clause) -> bool) -> Element {
    let clauses = scene.clauses(inside);
    if clauses.iter().all(|(_, clause)| scene.english(clause.id).is_none()) {
        let sentences = clauses.into_iter().flat_map(|(n, clause)| sentence(scene, n, clause));
        return el("p[lang=zh-Hans]").children(sentences);
    }
    el("div.bilingual").children(clauses.into_iter().flat_map(|(n, clause)| {
        let official = scene.untranslated(el("p[lang=zh-Hans]"), clause.id).children(sentence(scene, n, clause));
        [official].into_iter().chain(translation(scene, clause))
    }))
}

/// In large type everyday words stand beside the text unasked.
fn shows_plain(scene: &Scene) -> bool {
    scene.embed().is_none() && (scene.route.layers.has(Layer::Plain) || scene.route.mode != Mode::Page)
}

/// A sentence and its number, which is its link; and what stands beside it.
fn sentence(scene: &Scene, n: usize, clause: &Clause) -> Vec<Element> {
    let hit = !scene.route.filter.is_empty() && scene.is_hit(n);
    let class = match (hit, is_here(scene, clause.id)) {
        (_, true) => "s here",
        (true, false) => "s hit",
        (false, false) => "s",
    };
    let sentence = el("span").class(class).attr("id", anchor(clause.id)).attr("tabindex", "-1");
    let sentence = words(scene, sentence, clause, hit);
    let sentence = if is_preamble(clause) { sentence } else { sentence.child(number(scene, clause)) };
    let mut all = vec![sentence];
    all.extend(scene.beside(clause));
    all
}

/// The sentence's text, marked; as printed, where that is asked for and another. Marks are places in the established text.
fn words(scene: &Scene, sentence: Element, clause: &Clause, hit: bool) -> Element {
    let is_emended = scene.document.variants.iter().any(|it| it.clause == clause.id);
    if WHOLE && scene.route.text == Text::Printed && is_emended {
        return printed(scene, sentence, clause);
    }
    let place = scene.route.place.filter(|place| place.id == clause.id);
    let mut marks = if hit { marks(&scene.why(clause)) } else { Vec::new() };
    marks.extend(place.and_then(|place| place.span).map(|span| Mark { span, kind: Kind::Range }));
    marked(sentence, &clause.text, &marks)
}

fn printed(scene: &Scene, sentence: Element, clause: &Clause) -> Element {
    let pieces = scene.document.as_printed(clause).into_iter();
    pieces.fold(sentence, |sentence, (words, variant)| match variant {
        Some(_) => sentence.child(el("span.printed").text(words)),
        None => sentence.text(words),
    })
}

/// Back to the list, from one highlighted sentence to the next, and which of them this is.
fn steps(scene: &Scene) -> Vec<Element> {
    let late = late(scene.lang());
    let list = link("a.list", scene.filtered(scene.filter()), late.to_list);
    let hits: Vec<Eid> =
        scene.clauses(&|_| true).into_iter().filter(|(n, _)| scene.is_hit(*n)).map(|(_, it)| it.id).collect();
    if hits.is_empty() {
        return vec![list];
    }
    let here = scene.route.place.and_then(|place| hits.iter().position(|id| *id == place.id));
    let before = here.map_or(hits.last(), |n| n.checked_sub(1).and_then(|n| hits.get(n)));
    let after = here.map_or(hits.first(), |n| hits.get(n + 1));
    let count = listed(&[here.map_or("–".into(), |n| (n + 1).to_string()), hits.len().to_string()], " / ");
    let step = |id: Option<&Eid>, name: &str| match id {
        Some(id) => link("a.step", scene.reading(*id), name),
        None => el("a.step[aria-disabled=true]").text(name),
    };
    let [previous, next] = late.steps;
    vec![list, step(before, previous), el("span").text(count), step(after, next)]
}

/// What stays in view while the text scrolls: the place that a link leads to and what one can do with it, and the ways
/// through what was found.
fn bar(scene: &Scene) -> Element {
    let place = scene.route.place.filter(|_| scene.route.mode != Mode::Kiosk).map(|place| taken(scene, place.id));
    let found = !scene.route.filter.is_empty();
    let bar = el("div.at.live").flag("hidden", place.is_none() && !found);
    let ways = el("p.hits");
    bar.children(place).children(found.then(|| if WHOLE { ways.children(steps(scene)) } else { ways }))
}

/// Whose words the linked ones are, where they stand, and what one can do with them.
fn taken(scene: &Scene, id: Eid) -> Element {
    let work = official("cite", &scene.document.title);
    let nth = scene.document.clause(id).filter(|_| id != Eid::Preamble);
    let nth = nth.map(|clause| el("span.unit").text(words::ordinal(clause.n, scene.lang())));
    let place = scene.heading_id().map_or(scene.words.preamble.into(), |heading| scene.heading(heading));
    let copy = el("button[type=button].cite").attr("data-cite", id.to_string()).text(scene.words.copy_cited);
    let share = el("button[type=button].cite[data-share]").text(scene.words.share);
    let around = scene.heading_id().filter(|heading| *heading != id);
    let around = around.map(|heading| link("a", scene.reading(heading), scene.words.around));
    let deeds = el("span.deeds").child(copy).child(share).children(around);
    el("p.taken").child(work).text(" ").child(el("span.place").text(place)).text(" ").children(nth).child(deeds)
}

/// Who issued it; in English in our translation.
fn issuers(scene: &Scene) -> Element {
    // What is printed names them as the document does.
    match scene.english(Eid::Preamble).filter(|_| !scene.paper) {
        Some(_) => el("p.meta").text(listed(&scene.document.english.issuers, ", ")),
        None => official("p", &listed(&scene.document.issuers, "　")).class("meta"),
    }
}

/// What each kind of highlight means, where there are several.
fn kinds(scene: &Scene) -> Element {
    let filter = &scene.route.filter;
    let list = el("p.kinds.live").flag("hidden", filter.is_empty());
    if !WHOLE || filter.is_empty() {
        return list;
    }
    let [hit, evidence, found, here] = late(scene.lang()).highlights;
    let kinds = [
        (!filter.is_empty(), el("span.as-hit").text(hit)),
        (!filter.selected().is_empty(), el("mark.evidence").text(evidence)),
        (!filter.q().is_empty(), el("mark.match").text(found)),
        (scene.route.place.is_some(), el("span.as-here").text(here)),
    ];
    let shown = kinds.into_iter().filter(|(shown, _)| *shown).map(|(_, kind)| kind);
    list.children(shown)
}

/// The two texts: as established, as printed.
fn texts(scene: &Scene) -> Element {
    let [name, established, printed] = scene.words.texts;
    let text = |(text, name): (Text, &str)| choice(scene, scene.route.to(|route| route.text = text), name);
    let texts = [(Text::Established, established), (Text::Printed, printed)];
    el("p.sort.switches.live").child(el("span").text(name)).children(texts.map(text))
}

/// What may stand beside the text; each can be had or not. Here from the start, though most of it comes with the notes:
/// nothing moves when they come.
fn layers(scene: &Scene) -> Element {
    let layer = |layer: &Layer| {
        let shown = scene.route.layers.has(*layer);
        let route = scene.route.to(|route| route.layers = route.layers.toggled(*layer));
        let link = link("a[role=button]", scene.href(route), words::layer(*layer, scene.lang()));
        link.attr("aria-pressed", if shown { "true" } else { "false" })
    };
    el("p.sort.switches.live").child(el("span").text(scene.words.layers)).children(Layer::ALL.iter().map(layer))
}

fn number(scene: &Scene, clause: &Clause) -> Element {
    link("a.number", scene.reading(clause.id), &clause.n.to_string())
        .attr_if(scene.lang() != Lang::ZhHans, "lang", scene.words.lang)
        .attr("aria-label", words::ordinal(clause.n, scene.lang()))
}
