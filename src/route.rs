//! The route: the whole state of the page as one string, and the only way state changes.
//!
//! `#/explore?domain=elderly-care,childcare&wording=-encouraged&q=%E5%BA%8A%E4%BD%8D&by=domain`, `#/read/m5s3:4-12`.
//! Any string parses: what is not understood is left out and reported as a [`Notice`]. Printing is canonical (fixed
//! order, defaults left out, percent-encoded), so `parse(print(route)) = route` and equal pages have equal links.

mod filter;
mod parser;

use minsheng_document::{Document, Eid, Place, Vocabulary};

pub use self::filter::{Filter, Selection};
pub(crate) use self::parser::nearest;
pub use crate::setting::{
    Across, Grouping, Lang, Layer, Layers, Mode, Panel, Script, Size, TONGUES, Text, Theme, View,
};
use crate::{percent, setting::code};

/// What is shown, of what, in which language and colours.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Route {
    /// Which view.
    pub view: View,
    /// The node or words the reading view opens at; in the explore view the sentence whose citation is open.
    pub place: Option<Place>,
    /// What the place's words were when the link was made.
    pub words: Option<Words>,
    /// What is selected and searched.
    pub filter: Filter,
    /// How results are grouped.
    pub by: Grouping,
    /// What the matrix has for columns.
    pub across: Across,
    /// Which text is read.
    pub text: Text,
    /// What stands beside it.
    pub layers: Layers,
    /// Interface language.
    pub lang: Lang,
    /// What its Chinese is written in.
    pub script: Script,
    /// Colours.
    pub theme: Theme,
    /// How the page is laid out, and for whom.
    pub mode: Mode,
    /// How large everything is in the modes with large type.
    pub size: Size,
    /// What is open beside the view.
    pub panel: Panel,
}

/// The proof that a link carries of the words it leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// The words themselves.
    pub exact: String,
    /// Digest of the whole sentence, as [`digest`] gives it.
    pub digest: String,
}

/// A part of a route that was not understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// The part, decoded: its beginning, in one line.
    pub part: String,
    /// What is wrong with it.
    pub reason: Reason,
}

/// Why a part of a route was left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// No such view: the explore view is shown.
    View,
    /// No such parameter.
    Parameter,
    /// No such value of this parameter.
    Value,
    /// No such place: the nearest place above it is opened, or none.
    Place,
    /// The place has other words than the link was made for: they are not marked.
    Words,
    /// The search is longer than anybody's: its beginning is searched.
    Long,
    /// There are more such parts than are named.
    More,
}

impl Route {
    /// The same route, changed.
    #[must_use]
    pub fn to(&self, change: impl FnOnce(&mut Route)) -> Route {
        let mut route = self.clone();
        change(&mut route);
        route
    }

    /// The same view and settings with another filter.
    #[must_use]
    pub fn filtered(&self, filter: Filter) -> Route {
        self.to(|route| {
            route.close();
            route.filter = filter;
        })
    }

    /// The list with the forms of this sentence's citation open in its card.
    #[must_use]
    pub fn citing(&self, id: Eid) -> Route {
        self.to(|route| (route.place, route.panel) = (Some(Place { id, span: None }), Panel::Cite))
    }

    /// Without what is open in a card of the list.
    #[must_use]
    #[inline(never)]
    pub fn uncited(&self) -> Route {
        self.to(Route::close)
    }

    fn close(&mut self) {
        if self.view == View::Explore && self.place.take().is_some() {
            self.panel = Panel::Closed;
        }
    }

    /// The reading view at this node, filter and settings kept.
    #[must_use]
    pub fn at(&self, id: Eid) -> Route {
        self.to(|route| {
            route.close();
            route.view = View::Read;
            route.place = Some(Place { id, span: None });
            route.words = None;
        })
    }

    /// Another view, filter and settings kept.
    #[must_use]
    #[inline(never)]
    pub fn viewing(&self, view: View) -> Route {
        self.to(|route| {
            route.close();
            route.view = view;
            route.place = None;
            route.words = None;
        })
    }

    /// The canonical string, beginning with `#/`.
    pub fn print(&self, vocabulary: &Vocabulary) -> String {
        let mut out = String::from("#/");
        out.push_str(self.view.id());
        let has_place = self.view != View::Explore || self.panel == Panel::Cite;
        if let Some(place) = self.place.filter(|_| has_place) {
            out.push('/');
            out.push_str(&place.to_string());
        }
        self.parameters(vocabulary, &mut out);
        out
    }

    fn parameters(&self, vocabulary: &Vocabulary, out: &mut String) {
        let mut last = None;
        let mut parameter = |key: &str, sign: &str, value: &str| {
            let again = last.as_deref() == Some(key);
            let before = if again { [",", "", ""] } else { [if last.is_none() { "?" } else { "&" }, key, "="] };
            out.extend(before);
            out.extend([sign, value]);
            last = Some(key.to_owned());
        };
        for Selection { value, excluded } in &self.filter.selected {
            let Some(value) = vocabulary.get(*value) else { continue };
            let Some(facet) = vocabulary.facets.get(usize::from(value.facet.0)) else { continue };
            parameter(&facet.id, if *excluded { "-" } else { "" }, &value.id);
        }
        if !self.filter.q.is_empty() {
            parameter("q", "", &percent::encode(&self.filter.q));
        }
        if let Some(words) = &self.words {
            parameter("words", "", &percent::encode(&words.exact));
            parameter("digest", "", &words.digest);
        }
        let layers = self.layers.print();
        let settings = [
            ("by", self.by.id(), Grouping::default().id()),
            ("across", self.across.id(), Across::default().id()),
            ("text", self.text.id(), Text::default().id()),
            ("layers", layers.as_str(), ""),
            ("lang", self.tongue(), Lang::default().id()),
            ("theme", self.theme.id(), Theme::default().id()),
            ("mode", self.mode.id(), Mode::default().id()),
            ("size", self.size.id(), Size::default().id()),
            ("panel", self.panel.id(), Panel::default().id()),
        ];
        settings.iter().filter(|(_, id, default)| id != default).for_each(|(key, id, _)| parameter(key, "", id));
    }

    /// The language as it stands in a route and in `lang` attributes.
    pub fn tongue(&self) -> &'static str {
        code((self.lang, self.script))
    }

    /// Reads any string, with what careless hands did to it (`docs/links.md`): what is not understood is left out and listed.
    pub fn parse(text: &str, document: &Document) -> (Route, Vec<Notice>) {
        parser::parse(text, document)
    }
}

/// A short digest of a sentence, by which a link tells whether it is still the same: FNV-1a over its UTF-8, eight hex
/// digits. It guards against changes, not against forgery.
pub fn digest(text: &str) -> String {
    let hash = text.bytes().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    let digit = |n: u32| char::from_digit(hash >> (28 - 4 * n) & 15, 16).unwrap_or_default();
    (0..8).map(digit).collect()
}

/// Characters in the node's own text or heading; nothing where there is no such node.
fn length(document: &Document, id: Eid) -> Option<usize> {
    text(document, id).map(|text| text.chars().count())
}

/// The node's own text or heading.
fn text(document: &Document, id: Eid) -> Option<&String> {
    let clause = document.clause(id).map(|clause| &clause.text);
    let measure = document.measure(id).map(|measure| &measure.title);
    let chapter = document.chapter(id).map(|chapter| &chapter.title);
    clause.or(measure).or(chapter)
}
