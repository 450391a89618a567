//! The page as a pure function of document, route and hits. One file per region; regions do not import each other, this
//! file puts them together. All text that is the Opinion's carries `lang="zh-Hans"`, whatever the interface speaks.

mod about;
mod explore;
mod facets;
mod frame;
mod map;
mod read;
mod results;
mod summary;
mod targets;

use minsheng_document::{Clause, Document, Eid, Label, ValueId};

use crate::{
    index::Index,
    marks::{Kind, Mark, pieces},
    route::{Filter, Lang, Notice, Route, View},
    search::{Hits, Why, why},
    tree::{Element, el},
    words::{self, Words},
};

/// What a page is made of.
#[derive(Clone, Copy)]
pub struct Scene<'a> {
    /// The Opinion.
    pub document: &'a Document,
    /// Its index.
    pub index: &'a Index,
    /// What is asked for.
    pub route: &'a Route,
    /// The answer.
    pub hits: &'a Hits,
    /// Parts of the link that were not understood.
    pub notices: &'a [Notice],
}

/// The whole page: the one child of its host.
pub fn root(scene: Scene) -> Element {
    let page = el("div")
        .class("explorer")
        .attr("lang", scene.words().lang)
        .attr("data-view", scene.route.view.id())
        .attr("data-theme", scene.route.theme.id())
        .child(frame::skip(scene))
        .child(frame::header(scene));
    let page = page.child(match scene.route.view {
        View::Explore => explore_main(scene),
        View::Read => read::main(scene, alerts(scene), summary::sentence(scene)),
        View::Targets => targets::main(scene, alerts(scene)),
        View::About => about::main(scene, alerts(scene)),
    });
    page.child(frame::footer(scene)).child(frame::status())
}

fn explore_main(scene: Scene) -> Element {
    let filters = facets::panel(scene);
    let results = results::list(scene, [summary::sentence(scene), summary::groupings(scene), map::figure(scene)]);
    let columns = el("div").class("columns").child(filters).child(results);
    el("main").attr("id", "main").children(alerts(scene)).child(explore::hero(scene)).child(columns)
}

fn alerts(scene: Scene) -> [Element; 2] {
    [frame::inactive(scene), frame::notices(scene)]
}

impl<'a> Scene<'a> {
    fn lang(&self) -> Lang {
        self.route.lang
    }

    fn words(&self) -> &'static Words {
        words::words(self.lang())
    }

    fn label<'l>(&self, label: &'l Label) -> &'l str {
        words::label(label, self.lang())
    }

    /// Label of a facet value.
    fn value(&self, value: ValueId) -> &'a str {
        self.document.vocabulary.get(value).map_or("", |value| self.label(&value.label))
    }

    fn href(&self, route: &Route) -> String {
        route.print(&self.document.vocabulary)
    }

    /// Link to the explore view with another filter.
    fn filtered(&self, change: impl FnOnce(Filter) -> Filter) -> String {
        self.href(&self.route.viewing(View::Explore).filtered(change))
    }

    /// Link that selects the value, or removes it where it is selected.
    fn toggled(&self, value: ValueId) -> String {
        let selected = self.route.filter.state(value) == Some(false);
        self.filtered(|filter| if selected { filter.without(value) } else { filter.with(value, false) })
    }

    /// Link into the reading view.
    fn reading(&self, id: Eid) -> String {
        self.href(&self.route.at(id))
    }

    /// Sentences among the hits: the preamble is text, but not one of the numbered sentences.
    pub fn found(&self) -> usize {
        self.hits.clauses.count() - usize::from(self.preamble_found())
    }

    fn preamble_found(&self) -> bool {
        self.document.clauses.iter().position(|clause| clause.id == Eid::Preamble).is_some_and(|n| self.is_hit(n))
    }

    fn sentences(&self) -> usize {
        self.document.clauses.iter().filter(|clause| clause.id != Eid::Preamble).count()
    }

    fn is_hit(&self, n: usize) -> bool {
        self.hits.clauses.contains(n)
    }

    fn why(&self, clause: &Clause) -> Vec<Why> {
        why(self.index, &self.route.filter, &self.hits.terms, clause)
    }

    /// Id of the principle a clause serves, as a class; nothing outside chapters 1–4.
    fn tone(&self, clause: &Clause) -> &'a str {
        let chapter = clause.chapter.and_then(|id| self.document.chapter(id));
        let principle = chapter.and_then(|chapter| chapter.principle);
        principle.and_then(|value| self.document.vocabulary.get(value)).map_or("plain", |value| &value.id)
    }
}

/// The element with the text in it, marked words as `mark`.
fn marked(element: Element, text: &str, marks: &[Mark]) -> Element {
    pieces(text, marks).into_iter().fold(element, |element, (words, kind)| match kind {
        None => element.text(words.to_owned()),
        Some(kind) => element.child(el("mark").class(mark_class(kind)).text(words.to_owned())),
    })
}

fn mark_class(kind: Kind) -> &'static str {
    match kind {
        Kind::Evidence => "evidence",
        Kind::Match => "match",
        Kind::Range => "range",
    }
}

/// The marks that show why a clause is among the hits.
fn marks(reasons: &[Why]) -> Vec<Mark> {
    let mark = |why: &Why| {
        let (spans, kind) = match why {
            Why::Value(_, spans) => (spans.clone(), Kind::Evidence),
            Why::Term(_, spans) => (spans.clone(), Kind::Match),
        };
        spans.into_iter().map(move |span| Mark { span, kind })
    };
    reasons.iter().flat_map(mark).collect()
}

/// Element id of a node: the route that opens it, so that the link works without JavaScript too.
fn anchor(id: Eid) -> String {
    ["/read/", &id.to_string()].concat()
}

/// The document's title as a heading, a line for each of its two parts.
fn title(document: &Document) -> Element {
    let mut heading = el("h1").attr("lang", "zh-Hans");
    for (n, line) in document.title.split(' ').enumerate() {
        heading = heading.text(if n > 0 { " " } else { "" }).child(el("span").class("line").text(line.to_owned()));
    }
    heading
}

/// Official text inside the interface.
fn official(tag: &'static str, text: &str) -> Element {
    el(tag).attr("lang", "zh-Hans").text(text.to_owned())
}
