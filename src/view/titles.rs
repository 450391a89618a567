//! The window's title: what this page shows, and then whose page it is. Every view and state has its own.

use minsheng_document::Eid;

use super::{Scene, quote, summary};
use crate::{
    WHOLE,
    joined::{joined, listed},
    route::{Across, Panel, View},
    words,
};

impl Scene<'_> {
    /// What is shown, most particular first: 「与老年人有关，11 句 · 民生意见浏览器」.
    pub fn title(&self) -> String {
        let mut parts = vec![self.state()];
        if self.route.view != View::Explore {
            parts.push(words::view(self.route.view, self.lang()).to_owned());
        }
        if let Some(name) = self.panel() {
            parts.insert(0, name.to_owned());
        }
        parts.push(self.words.brand.to_owned());
        if self.route.filter.is_empty() && self.route.view == View::Explore {
            parts.push(self.document.title.clone());
        }
        parts.retain(|part| !part.is_empty());
        listed(&parts, " · ")
    }

    /// What is open beside the view.
    fn panel(&self) -> Option<&'static str> {
        match self.route.panel {
            Panel::Embed => Some(self.words.embed),
            Panel::Cite => Some(self.words.cite),
            Panel::Export => Some(self.words.export),
            _ => None,
        }
    }

    fn state(&self) -> String {
        if WHOLE && self.checked.is_some() {
            return self.status();
        }
        let across = self.route.across;
        if WHOLE && self.route.view == View::Matrix && across != Across::default() {
            return words::late::across(across, self.lang()).to_owned();
        }
        match self.route.place {
            Some(place) => self.named(place.id),
            None if self.route.filter.is_empty() => String::new(),
            None => {
                let found = words::sentences(self.found(), self.lang());
                joined(&[&self.conditions(), summary::in_words(self, "，", ": "), &found])
            }
        }
    }

    /// The filter in words.
    fn conditions(&self) -> String {
        let filter = &self.route.filter;
        let mut said: Vec<String> = Vec::new();
        let mut open = None;
        for selection in filter.selected() {
            let Some(value) = self.document.vocabulary.get(selection.value) else { continue };
            let (kind, label) = ((selection.excluded, value.facet), self.label(&value.label));
            let [before, after] = summary::around(self, *selection, value);
            match said.last_mut().filter(|_| open == Some(kind)) {
                Some(phrase) => {
                    *phrase = joined(&[phrase.strip_suffix(after).unwrap_or(phrase), self.words.comma, label, after])
                }
                None => said.push(joined(&[before, label, after])),
            }
            open = Some(kind);
        }
        said.extend((!filter.q().is_empty()).then(|| quote(filter.q())));
        listed(&said, self.words.comma)
    }

    /// A sentence's place, or a heading.
    fn named(&self, id: Eid) -> String {
        if let Some(heading) = self.heading_id().and_then(|heading| self.english(heading)) {
            let nth = self.document.clause(id).map(|clause| words::ordinal(clause.n, self.lang()));
            return listed(&[Some(heading.to_owned()), nth].into_iter().flatten().collect::<Vec<_>>(), ", ");
        }
        self.document.clause(id).map_or_else(|| self.heading(id), |clause| self.located(clause))
    }
}
