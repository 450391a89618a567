//! A sentence as a card: its words first, then what they are tagged with, and behind 「更多」 whatever explains them. The same
//! card stands in lists, in articles and on kiosks.

use minsheng_document::{Clause, Eid, FacetValue, Span, Target, ValueId};

use super::{
    Scene, anchor, awaited, citing, counted, leaving, link, marked, marks, official, quote, region, translation,
};
use crate::{
    WHOLE,
    joined::{joined, listed},
    marks::{Kind, Mark},
    route::{Filter, Mode, Panel, View},
    search::Why,
    tree::{Element, el},
    words::{self, kiosk::kiosk},
};

/// How many tags stand in the line below a sentence; all of them stand behind 「更多」.
const TAGS: usize = 2;
/// Characters that a word of the first line may have.
const WORD: usize = 8;

/// A card of a list: what is found is shown, and all else stays hidden as it was.
pub(super) fn card(scene: &Scene, n: usize, clause: &Clause, first: bool) -> Element {
    // On paper a sentence has its place.
    let is_brief = scene.is_simple() && !scene.paper && scene.cited() != Some(clause.id);
    match scene.is_hit(n) {
        true if is_brief => brief(scene, clause, first),
        true => shown(scene, clause, first),
        false => bare(scene, clause).retained(),
    }
}

/// A sentence of a short list: its words, how firmly they are put, and the way to the sentence alone.
fn brief(scene: &Scene, clause: &Clause, first: bool) -> Element {
    let card = bare(scene, clause).class("brief");
    let card = if first { card.attr("id", anchor(clause.id)) } else { card };
    let text = scene.untranslated(el("p.text[lang=zh-Hans]"), clause.id);
    let wordings = wordings(scene, clause).into_iter();
    let firm: Vec<String> = wordings.map(|(_, value)| scene.label(&value.plain).to_owned()).collect();
    card.child(marked(text, &clause.text, &marks(&scene.why(clause))))
        .children(translation(scene, clause))
        .child(el("div.card-foot").child(el("b").text(listed(&firm, "；"))).child(context(scene, clause)))
}

fn bare(scene: &Scene, clause: &Clause) -> Element {
    region(scene, "li.card", "li[part=card].card").key(&clause.id.to_string()).class(scene.tone(clause.chapter))
}

/// A sentence: its place, its words with the reasons marked, its target, its tags. `first` where no card above has the same.
pub(super) fn shown(scene: &Scene, clause: &Clause, first: bool) -> Element {
    let reasons = scene.why(clause);
    let mut marks = marks(&reasons);
    let place = scene.route.place.filter(|place| place.id == clause.id);
    marks.extend(place.and_then(|place| place.span).map(|span| Mark { span, kind: Kind::Range }));
    let card = bare(scene, clause);
    let card = if first { card.attr("id", anchor(clause.id)) } else { card };
    let text = region(scene, "p.text[lang=zh-Hans]", "p.text[lang=zh-Hans][part=text]");
    card.child(self::place(scene, clause, first))
        // In large type everyday words come first.
        .children(is_large(scene).then(|| scene.plain("p.plain.ours", clause.id)).flatten())
        .child(marked(scene.untranslated(text, clause.id), &clause.text, &marks))
        .children(translation(scene, clause))
        .children(scene.document.targets_of(clause.id).map(|one| target(scene, one)))
        .children(on_paper(scene).then(|| because(scene, clause, &reasons)).flatten())
        .children(on_paper(scene).then(|| wording(scene, clause)).flatten())
        .child(foot(scene, clause, &reasons))
        .children((first && scene.cited() == Some(clause.id)).then(|| cited(scene)))
}

/// On paper nothing can be opened.
fn on_paper(scene: &Scene) -> bool {
    WHOLE && scene.paper
}

fn is_large(scene: &Scene) -> bool {
    scene.route.mode != Mode::Page
}

/// The forms of its citation, opened where the reader is.
fn cited(scene: &Scene) -> Element {
    if WHOLE { citing::panel(scene) } else { awaited(scene, el("div[data-awaited]")) }
}

fn target(scene: &Scene, target: &Target) -> Element {
    let limits: Vec<&str> = target.horizon.iter().chain(&target.hedges).map(String::as_str).collect();
    let about = el("span").text(scene.label(&target.subject));
    let about = if limits.is_empty() {
        about
    } else {
        about.text(" · ").child(counted(el("span[lang=zh-Hans]"), &listed(&limits, "、")))
    };
    el("p.target").child(el("strong").text(scene.label(&target.headline))).child(about)
}

fn place(scene: &Scene, clause: &Clause, first: bool) -> Element {
    let place = el("p.where");
    let Some(id) = clause.measure.or(clause.chapter) else { return place.text(scene.words.preamble) };
    let link = scene.heading_link(id);
    let link = if first && clause.n == 1 { link.attr("id", anchor(id)) } else { link };
    let place = place.child(link).text(" ");
    let place = place.child(el("span.unit").text(words::ordinal(clause.n, scene.lang()))).text(" ");
    let emended = scene.document.variants.iter().any(|variant| variant.clause == clause.id);
    let place = if emended { place.child(el("span.emended").text(scene.words.emended)).text(" ") } else { place };
    let firm = wordings(scene, clause).first().map(|(_, value)| el("span.firm").text(word(scene.label(&value.plain))));
    place.children(firm)
}

/// The values of the facet wording, but for a plain instruction, which needs no gloss.
fn wordings<'a>(scene: &Scene<'a>, clause: &Clause) -> Vec<(ValueId, &'a FacetValue)> {
    tagged(scene, clause, "wording")
}

/// The clause's values of a facet, but for the one that says that it has none of the others.
#[inline(never)]
fn tagged<'a>(scene: &Scene<'a>, clause: &Clause, facet: &str) -> Vec<(ValueId, &'a FacetValue)> {
    let vocabulary = &scene.document.vocabulary;
    let facet = vocabulary.facet(facet);
    let values = clause.tags.iter().filter_map(|tag| Some((tag.value, vocabulary.get(tag.value)?)));
    values.filter(|(_, value)| Some(value.facet) == facet && !value.otherwise).collect()
}

/// What a wording means in a word: all of it where it is short, and its beginning otherwise.
fn word(plain: &str) -> &str {
    let short = plain.chars().count() <= WORD;
    let end = plain.char_indices().find(|(_, c)| matches!(c, '，' | ',' | ';')).filter(|_| !short);
    end.and_then(|(end, _)| plain.get(..end)).unwrap_or(plain)
}

/// What the wording means for a reader, and its words.
fn wording(scene: &Scene, clause: &Clause) -> Option<Element> {
    let mut gloss = el("p.wording").child(el("span.name").text(scene.words.wording));
    let wordings = wordings(scene, clause);
    for (n, (id, value)) in wordings.iter().enumerate() {
        gloss = gloss.text(if n > 0 { "；" } else { "" });
        let evidence = clause.tag(*id).map(|tag| quoted(clause, &tag.evidence));
        gloss = gloss.children(evidence).text(" ").text(scene.label(&value.plain));
    }
    (!wordings.is_empty()).then_some(gloss)
}

fn quoted(clause: &Clause, spans: &[Span]) -> Element {
    let mut said: Vec<&str> = Vec::new();
    let mut quoted = el("span[lang=zh-Hans]");
    for words in spans.iter().map(|span| span.of(&clause.text)) {
        if !said.contains(&words) {
            said.push(words);
            quoted = quoted.text(quote(words));
        }
    }
    quoted
}

/// Why the sentence is among the hits, where something was asked.
fn because(scene: &Scene, clause: &Clause, reasons: &[Why]) -> Option<Element> {
    if reasons.is_empty() {
        return None;
    }
    let list = el("ul").children(reasons.iter().map(|why| reason(scene, clause, why)));
    Some(el("div.why").child(el("span.name").text(scene.words.why)).child(list))
}

fn reason(scene: &Scene, clause: &Clause, why: &Why) -> Element {
    let item = el("li");
    match why {
        Why::Value(value, spans) => {
            let item = item.text(scene.value(*value)).text(" ← ");
            let otherwise = scene.document.vocabulary.get(*value).is_some_and(|value| value.otherwise);
            match spans.as_slice() {
                [] if otherwise => item.text(scene.words.by_absence),
                [] => item.text(scene.words.by_place),
                spans => item.child(quoted(clause, spans)),
            }
        }
        Why::Term(term, spans) => {
            let mut item = item.child(official("span", &quote(&term.iter().collect::<String>())));
            if scene.index.is_pinyin(term, scene.route.filter.is_english()) {
                item = item.text(" → ").child(quoted(clause, spans));
            }
            item.text(" ").text(words::places(spans.len(), scene.lang()))
        }
        Why::English(term, spans) => {
            let item = item.child(el("span[lang=en]").text(quote(&term.iter().collect::<String>())));
            item.text(" ").text(words::places(spans.len(), scene.lang()))
        }
    }
}

/// One line: some tags, what is done with a sentence most often, and 「更多」.
fn foot(scene: &Scene, clause: &Clause, reasons: &[Why]) -> Element {
    let tags = tags(scene, clause);
    let line = (!is_large(scene) && !tags.is_empty()).then(|| line(scene, &tags));
    let deeds = el("div.deeds").children(is_large(scene).then(|| speak(scene)));
    let deeds = deeds.children(forms(scene, clause)).child(context(scene, clause));
    el("div.card-foot").children(line).child(deeds).child(more(scene, clause, reasons, &tags))
}

/// Opens without a script too: why the sentence is here, what its wording means, its tags, and what else is done with it.
fn more(scene: &Scene, clause: &Clause, reasons: &[Why], tags: &[(ValueId, bool)]) -> Element {
    let plain = (!is_large(scene)).then(|| scene.plain("p.plain.ours", clause.id)).flatten();
    let name = el("ul.tags").attr("aria-label", scene.words.tags);
    let list = name.children(tags.iter().map(|tag| el("li").child(tag_deed(scene, *tag))));
    el("details.closer")
        .child(el("summary").text(scene.words.more))
        .children(because(scene, clause, reasons))
        .children(wording(scene, clause))
        .children(plain)
        .children((!tags.is_empty()).then_some(list))
        .child(deeds(scene))
}

/// Reads it aloud; in large type that is one tap away. Unseen until the shell has found a voice (`www/speech.js`).
fn speak(scene: &Scene) -> Element {
    el("button[type=button].speak[data-speak]").text(scene.words.speak)
}

/// The sentence that a button is for is the one that the link to the whole text names (`www/cite.js`).
fn deeds(scene: &Scene) -> Element {
    let mut deeds = el("div.deeds");
    if Panel::Cite.is_of(scene.route.mode) {
        deeds = deeds.child(el("button[type=button].cite[data-cite]").text(scene.words.copy_cited));
        if scene.embed().is_none() {
            deeds = deeds
                .child(el("button[type=button].cite[data-share]").text(scene.words.share))
                .child(el("button[type=button].cite[data-picture]").text(scene.words.picture));
        }
    }
    deeds.children((!is_large(scene)).then(|| speak(scene)))
}

/// To the forms of a citation, which only the page's own window has. In a list they open in the card, and close there.
fn forms(scene: &Scene, clause: &Clause) -> Option<Element> {
    let open = scene.cited() == Some(clause.id);
    let route = match scene.route.view {
        View::Explore if open => scene.route.uncited(),
        View::Explore => scene.route.citing(clause.id),
        _ => scene.route.at(clause.id).to(|route| route.panel = Panel::Cite),
    };
    let has = scene.embed().is_none() && Panel::Cite.is_of(scene.route.mode);
    let link = || {
        link("a.forms", scene.href(route), scene.words.cite).attr("aria-expanded", if open { "true" } else { "false" })
    };
    has.then(link)
}

/// A single sentence is already open. In an embed its context is in the page's own window, on the simple page the text around
/// it.
fn context(scene: &Scene, clause: &Clause) -> Element {
    let alone = scene.route.view == View::Read;
    let stand = scene.is_simple();
    let (id, text) = match (stand, alone) {
        (true, false) => (clause.id, kiosk(scene.lang()).open),
        (true, true) => (clause.measure.or(clause.chapter).unwrap_or(Eid::Chapter(1)), scene.words.in_context),
        (false, _) => (clause.id, scene.words.full),
    };
    let context = link("a.context", scene.reading(id), text);
    if alone && !stand { leaving(context) } else { context }
}

/// Domains and groups of people, those that are chosen first; and whether they are groups.
fn tags(scene: &Scene, clause: &Clause) -> Vec<(ValueId, bool)> {
    let mut tags = Vec::new();
    for chosen in [true, false] {
        for facet in ["domain", "group"] {
            let own = tagged(scene, clause, facet).into_iter().filter(|(id, _)| scene.is_selected(*id) == chosen);
            tags.extend(own.map(|(id, _)| (id, facet == "group")));
        }
    }
    tags
}

/// The first tags, and how many more there are.
fn line(scene: &Scene, tags: &[(ValueId, bool)]) -> Element {
    let first = tags.iter().take(TAGS).map(|tag| {
        let link = tag_link(scene, *tag, if tag.1 { "a.tag.of" } else { "a.tag" });
        let deed = if scene.is_selected(tag.0) { scene.words.remove } else { scene.words.only };
        link.attr("title", deed).text(scene.value(tag.0))
    });
    let rest = tags.len().saturating_sub(TAGS);
    let rest = (rest > 0).then(|| el("span[aria-hidden=true]").text("+").text(rest.to_string()));
    el("p.main-tags").children(first).children(rest)
}

fn tag_deed(scene: &Scene, tag: (ValueId, bool)) -> Element {
    tag_link(scene, tag, if tag.1 { "a.tag.of" } else { "a.tag" }).text(deed(scene, tag.0))
}

/// To the sentences that have this tag, whatever else was asked; or without it, where it was asked for.
fn tag_link(scene: &Scene, (id, _): (ValueId, bool), selector: &'static str) -> Element {
    let on = scene.is_selected(id);
    let href = if on { scene.toggled(id) } else { scene.filtered(Filter::default().with(id, false)) };
    el(selector).attr("href", href).attr_if(on, "aria-current", "true")
}

/// What a tap on a tag does: 「只看托育 6」.
fn deed(scene: &Scene, id: ValueId) -> String {
    if scene.is_selected(id) {
        return joined(&[scene.words.remove, " ", scene.value(id)]);
    }
    let all = scene.hits.counts.get(usize::from(id.0)).map_or(0, |count| count.all);
    joined(&[scene.words.only, scene.value(id), " ", &all.to_string()])
}
