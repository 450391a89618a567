//! What a page is made of, and what every region asks of it.

use minsheng_document::{Clause, Document, Eid, Label, ValueId};

use super::{beside, is_preamble, official};
use crate::{
    EMBEDS, WHOLE, WINDOWS,
    frame::{Controls, Frame},
    index::Index,
    joined::joined,
    order::Order,
    quote::Checked,
    route::{Filter, Grouping, Lang, Mode, Notice, Panel, Route, Size, Theme, View},
    search::{Hits, Why, matching, why},
    tree::{Element, el},
    words::{self, Words},
};

/// What a page is made of.
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
    /// The interface's words in the route's language.
    pub words: &'static Words,
    /// What the page stands in.
    pub frame: &'a Frame,
    /// What became of the text that the reader has pasted to have it checked; nothing where none is. It is the reader's own,
    /// and no part of the route.
    pub checked: Option<Checked>,
    /// Whether it is being printed: then there is also what stands on paper only.
    pub paper: bool,
}

// What many regions call is not inlined: every copy would be sent.
impl<'a> Scene<'a> {
    /// What an article shows around the results; nothing in a window of the page's own.
    #[inline]
    pub(super) fn embed(&self) -> Option<Controls> {
        match (EMBEDS, WINDOWS) {
            (true, true) => self.frame.embed,
            (true, false) => Some(self.frame.embed.unwrap_or(Controls::ALL)),
            (false, _) => None,
        }
    }

    pub(super) fn lang(&self) -> Lang {
        self.route.lang.spoken()
    }

    pub(super) fn label<'l>(&self, label: &'l Label) -> &'l str {
        words::label(label, self.lang())
    }

    /// Label of a facet value.
    pub(super) fn value(&self, value: ValueId) -> &'a str {
        self.document.vocabulary.get(value).map_or("", |value| self.label(&value.label))
    }

    #[inline(never)]
    pub(super) fn href(&self, route: Route) -> String {
        joined(&[&self.frame.base, &route.print(&self.document.vocabulary)])
    }

    pub(super) fn filter(&self) -> Filter {
        self.route.filter.clone()
    }

    /// Whether the page has a window of its own, and room for columns and for what stays in sight.
    pub(super) fn is_apart(&self) -> bool {
        self.embed().is_none() && self.route.mode == Mode::Page
    }

    /// The order of what was found; nothing where it is the document's own.
    pub(super) fn order(&self) -> Option<Order<'a>> {
        let printed = self.route.by == Grouping::Printed;
        Order::new(self.document, &self.route.filter).filter(|_| !printed)
    }

    /// The sentence of the list whose citation is open in its card.
    pub(super) fn cited(&self) -> Option<Eid> {
        let open = self.route.view == View::Explore && self.route.panel == Panel::Cite;
        let id = self.route.place.filter(|_| open)?.id;
        self.clauses(&|clause| clause.id == id).first().filter(|(n, _)| self.is_hit(*n)).map(|_| id)
    }

    /// Whether the page is the simple one: tiles, a short list, one sentence at a time.
    pub(super) fn is_simple(&self) -> bool {
        WHOLE && self.frame.embed.is_none() && self.route.mode != Mode::Page
    }

    /// Whether one sentence stands alone.
    pub(super) fn is_turning(&self) -> bool {
        self.is_simple() && self.route.place.is_some_and(|place| self.document.clause(place.id).is_some())
    }

    /// URL of the same page on a reader's own screen, without what is this one's; empty where nobody knows where it is.
    pub(super) fn address(&self) -> String {
        if self.frame.site.is_empty() {
            return String::new();
        }
        let route = self.route.to(|route| {
            route.mode = Mode::Page;
            route.panel = Panel::Closed;
            route.size = Size::default();
            route.theme = Theme::default();
            if !View::EVERYWHERE.contains(&route.view) {
                *route = Route { lang: route.lang, script: route.script, ..Route::default() };
            }
        });
        joined(&[&self.frame.site, &route.print(&self.document.vocabulary)])
    }

    /// Link to the explore view with another filter.
    #[inline(never)]
    pub(super) fn filtered(&self, filter: Filter) -> String {
        self.href(self.route.viewing(View::Explore).filtered(filter))
    }

    /// Link that selects the value, or removes it where it is selected.
    #[inline(never)]
    pub(super) fn toggled(&self, value: ValueId) -> String {
        let filter = self.filter();
        self.filtered(if self.is_selected(value) { filter.without(value) } else { filter.with(value, false) })
    }

    pub(super) fn is_selected(&self, value: ValueId) -> bool {
        self.route.filter.state(value) == Some(false)
    }

    /// The heading under which the place that the route names stands; a heading's own.
    pub fn heading_id(&self) -> Option<Eid> {
        let place = self.route.place?;
        match self.document.clause(place.id) {
            Some(clause) => clause.measure.or(clause.chapter),
            None => Some(place.id),
        }
    }

    /// Link into the reading view.
    #[inline(never)]
    pub(super) fn reading(&self, id: Eid) -> String {
        self.href(self.route.at(id))
    }

    /// Sentences among the hits: the preamble is text, but not one of the numbered sentences.
    pub fn found(&self) -> usize {
        self.hits.clauses.count() - usize::from(self.preamble_found())
    }

    /// Sentences a filter would give.
    pub(super) fn count(&self, filter: &Filter) -> usize {
        let found = matching(self.index, self.document, filter);
        found.count() - self.clauses(&is_preamble).iter().filter(|(n, _)| found.contains(*n)).count()
    }

    /// What stands beside a sentence; nothing in an article, which has no room for it.
    pub(super) fn beside(&self, clause: &Clause) -> Vec<Element> {
        if self.embed().is_none() { beside::sentence(self, clause) } else { Vec::new() }
    }

    /// What stands beside a heading, or beside the title.
    pub(super) fn around(&self, id: Option<Eid>) -> Option<Element> {
        self.embed().is_none().then(|| beside::heading(self, id)).flatten()
    }

    /// What a screen reader says once an action has settled.
    pub fn status(&self) -> String {
        if let Some(checked) = self.checked.as_ref().filter(|_| WHOLE) {
            return words::late::summary(checked, self.lang());
        }
        words::status(self.found(), self.route.filter.conditions(), self.lang())
    }

    /// A text as it is compared.
    #[inline(never)]
    pub(super) fn folded(&self, text: &str) -> Vec<char> {
        self.index.fold.text(text).map(|(_, c)| c).collect()
    }

    /// Whether what is searched has this word in it, in whatever characters.
    #[inline(never)]
    pub(super) fn asks_for(&self, word: &str) -> bool {
        let word = self.folded(word);
        !word.is_empty() && self.hits.terms.iter().any(|term| term.windows(word.len()).any(|part| part == word))
    }

    pub(super) fn preamble_found(&self) -> bool {
        self.clauses(&is_preamble).iter().any(|(n, _)| self.is_hit(*n))
    }

    pub(super) fn sentences(&self) -> usize {
        self.document.clauses.len() - self.clauses(&is_preamble).len()
    }

    pub(super) fn is_hit(&self, n: usize) -> bool {
        self.hits.clauses.contains(n)
    }

    /// The clauses like this, with their numbers.
    #[inline(never)]
    pub(super) fn clauses(&self, like: &dyn Fn(&Clause) -> bool) -> Vec<(usize, &'a Clause)> {
        self.document.clauses.iter().enumerate().filter(|(_, clause)| like(clause)).collect()
    }

    /// Number and heading of a chapter or measure.
    #[inline(never)]
    pub(super) fn heading(&self, id: Eid) -> String {
        self.document.heading(id)
    }

    /// Where a sentence stands, in words.
    pub(super) fn located(&self, clause: &Clause) -> String {
        words::located(self.document, clause, " · ", self.lang())
    }

    /// A chapter's or measure's heading as a link to it.
    #[inline(never)]
    pub(super) fn heading_link(&self, id: Eid) -> Element {
        self.with_english(official("a", &self.heading(id)), id).attr("href", self.reading(id))
    }

    /// The translation of a clause or heading, where English is asked for and has come.
    #[inline(never)]
    pub(super) fn english(&self, id: Eid) -> Option<&'a str> {
        if WHOLE { self.document.translated(id).filter(|_| self.lang() == Lang::En) } else { None }
    }

    /// A heading with its translation below it.
    pub(super) fn with_english(&self, heading: Element, id: Eid) -> Element {
        beside(heading, self.english(id))
    }

    /// Official text. Where its translation stands beside it, no other is asked for; everywhere else the reader's translator
    /// is welcome.
    pub(super) fn untranslated(&self, text: Element, id: Eid) -> Element {
        text.attr_if(self.english(id).is_some(), "translate", "no")
    }

    /// The note in everyday words; it is ours, and says so.
    #[inline(never)]
    pub(super) fn plain(&self, selector: &'static str, id: Eid) -> Option<Element> {
        let (zh, en) = self.document.plain(id)?;
        let text = if self.lang() == Lang::En { en? } else { zh };
        let [ours, _] = self.words.plain;
        Some(el(selector).attr("lang", self.words.lang).child(el("b").text(ours)).text(text))
    }

    #[inline(never)]
    pub(super) fn why(&self, clause: &Clause) -> Vec<Why> {
        let n = self.document.clauses.iter().position(|other| other.id == clause.id).unwrap_or_default();
        why(self.index, &self.route.filter, &self.hits.terms, n, clause)
    }

    /// Id of the principle a chapter serves, as a class; nothing outside chapters 1–4.
    #[inline(never)]
    pub(super) fn tone(&self, chapter: Option<Eid>) -> &'a str {
        let chapter = chapter.and_then(|id| self.document.chapter(id));
        let principle = chapter.and_then(|chapter| chapter.principle);
        principle.and_then(|value| self.document.vocabulary.get(value)).map_or("plain", |value| &value.id)
    }
}

/// A heading with this translation below it.
pub(super) fn beside(heading: Element, english: Option<&str>) -> Element {
    match english {
        Some(text) => {
            heading.attr("translate", "no").text(" ").child(el("span.english[lang=en][translate=yes]").text(text))
        }
        None => heading,
    }
}
