//! The route: the whole state of the page as one string, and the only way state changes.
//!
//! `#/explore?domain=elderly-care,childcare&wording=-encouraged&q=%E5%BA%8A%E4%BD%8D&by=domain`, `#/read/m5s3:4-12`.
//! Any string parses: what is not understood is left out and reported as a [`Notice`]. Printing is canonical (fixed
//! order, defaults left out, percent-encoded), so `parse(print(route)) = route` and equal pages have equal links.

mod filter;

use minsheng_document::{Document, Eid, FacetId, Place, Span, Vocabulary};

pub use self::filter::{Filter, Selection};
pub use crate::setting::{
    Across, Grouping, Lang, Layer, Layers, Mode, Panel, Script, Size, TONGUES, Text, Theme, View,
};
use crate::{joined::joined, percent};

/// What is shown, of what, in which language and colours.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Route {
    /// Which view.
    pub view: View,
    /// The node or words the reading view opens at.
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
    /// The part, decoded.
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
        self.to(|route| route.filter = filter)
    }

    /// The reading view at this node, filter and settings kept.
    #[must_use]
    pub fn at(&self, id: Eid) -> Route {
        self.to(|route| {
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
            route.view = view;
            route.place = None;
            route.words = None;
        })
    }

    /// The canonical string, beginning with `#/`.
    pub fn print(&self, vocabulary: &Vocabulary) -> String {
        let mut out = String::from("#/");
        out.push_str(self.view.id());
        if let Some(place) = self.place {
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
        if self.script == Script::Hant { self.script.id() } else { self.lang.id() }
    }

    /// Reads any string: what is not understood is left out and listed.
    pub fn parse(text: &str, document: &Document) -> (Route, Vec<Notice>) {
        let text = text.strip_prefix('#').unwrap_or(text);
        let (path, parameters) = text.split_once('?').unwrap_or((text, ""));
        let mut parser = Parser { document, route: Route::default(), notices: Vec::new() };
        parser.path(path.strip_prefix('/').unwrap_or(path));
        parameters.split('&').filter(|part| !part.is_empty()).for_each(|part| parser.parameter(part));
        parser.keep_to_mode();
        parser.keep_to_words();
        (parser.route, parser.notices)
    }
}

struct Parser<'d> {
    document: &'d Document,
    route: Route,
    notices: Vec<Notice>,
}

impl Parser<'_> {
    fn path(&mut self, path: &str) {
        let (view, place) = path.split_once('/').unwrap_or((path, ""));
        match View::parse(&percent::decode(view)) {
            Some(view) => self.route.view = view,
            None if view.is_empty() && place.is_empty() => return,
            None => return self.note(path, Reason::View),
        }
        if place.is_empty() {
            return;
        }
        let (found, exact) = nearest(self.document, &percent::decode(place));
        if self.route.view == View::Read {
            self.route.place = found;
        }
        if !exact || self.route.view != View::Read {
            self.note(place, Reason::Place);
        }
    }

    fn parameter(&mut self, part: &str) {
        let (key, value) = part.split_once('=').unwrap_or((part, ""));
        let (key, value) = (percent::decode(key), percent::decode(value));
        let understood = match key.as_str() {
            "q" => {
                self.route.filter.q = value.trim().into();
                true
            }
            "words" => self.words().map(|words| words.exact = value.clone()).is_some(),
            "digest" => self.words().map(|words| words.digest = value.clone()).is_some(),
            "by" => Grouping::parse(&value).map(|by| self.route.by = by).is_some(),
            "across" => Across::parse(&value).map(|across| self.route.across = across).is_some(),
            "text" => Text::parse(&value).map(|text| self.route.text = text).is_some(),
            "layers" => Layers::parse(&value).map(|layers| self.route.layers = layers).is_some(),
            "lang" => self.tongue(&value).is_some(),
            "theme" => Theme::parse(&value).map(|theme| self.route.theme = theme).is_some(),
            "mode" => Mode::parse(&value).map(|mode| self.route.mode = mode).is_some(),
            "size" => Size::parse(&value).map(|size| self.route.size = size).is_some(),
            "panel" => Panel::parse(&value).map(|panel| self.route.panel = panel).is_some(),
            _ => match self.document.vocabulary.facet(&key) {
                Some(facet) => return self.values(facet, &key, &value),
                None => return self.note(part, Reason::Parameter),
            },
        };
        if !understood {
            self.note(part, Reason::Value);
        }
    }

    /// Its language, and whether words may be the translation's.
    fn tongue(&mut self, value: &str) -> Option<()> {
        let script = Script::parse(value).unwrap_or_default();
        let lang = if script == Script::Hant { Lang::ZhHans } else { Lang::parse(value)? };
        (self.route.lang, self.route.script) = (lang, script);
        self.route.filter.english = lang == Lang::En;
        Some(())
    }

    /// Views and panels that the mode has not are left out, as if they were none.
    fn keep_to_mode(&mut self) {
        let Route { view, panel, mode, .. } = self.route;
        if !view.is_of(mode) {
            self.route.view = View::default();
            self.note(view.id(), Reason::View);
        }
        if !panel.is_of(mode) {
            self.route.panel = Panel::default();
            self.note(panel.id(), Reason::Value);
        }
    }

    /// What the link says of its words; only a link to words has any.
    fn words(&mut self) -> Option<&mut Words> {
        self.route.place.and_then(|place| place.span)?;
        Some(self.route.words.get_or_insert_with(|| Words { exact: String::new(), digest: String::new() }))
    }

    /// Words that are not what they were are not marked, whatever stands in their place now.
    fn keep_to_words(&mut self) {
        let Some(words) = &self.route.words else { return };
        let Some(Place { id, span: Some(span) }) = self.route.place else { return };
        let text = text(self.document, id).map_or("", String::as_str);
        if span.of(text) != words.exact || (!words.digest.is_empty() && digest(text) != words.digest) {
            self.notices.push(Notice { part: words.exact.clone(), reason: Reason::Words });
            self.route.words = None;
            self.route.place = Some(Place { id, span: None });
        }
    }

    fn values(&mut self, facet: FacetId, key: &str, values: &str) {
        let vocabulary = &self.document.vocabulary;
        for text in values.split(',').filter(|text| !text.is_empty()) {
            let (id, excluded) = text.strip_prefix('-').map_or((text, false), |id| (id, true));
            let chosen = vocabulary.chosen(facet, id);
            let clash = chosen.iter().any(|value| self.route.filter.state(*value) == Some(!excluded));
            if chosen.is_empty() || clash {
                let part = joined(&[key, "=", text]);
                self.notices.push(Notice { part, reason: Reason::Value });
                continue;
            }
            for value in chosen {
                self.route.filter = std::mem::take(&mut self.route.filter).with(value, excluded);
            }
        }
    }

    fn note(&mut self, part: &str, reason: Reason) {
        self.notices.push(Notice { part: percent::decode(part), reason });
    }
}

/// The place the text names, or the nearest node above it; and whether it is just what was named.
pub(crate) fn nearest(document: &Document, text: &str) -> (Option<Place>, bool) {
    let (id, range) = text.split_once(':').map_or((text, None), |(id, range)| (id, Some(range)));
    // A text fragment, which browsers that know it keep to themselves.
    let range = range.filter(|range| !range.starts_with("~:"));
    let Ok(id) = id.parse::<Eid>() else { return (None, false) };
    let whole = |id| Some(Place { id, span: None });
    let Some(length) = length(document, id) else {
        let above = match id {
            Eid::Sentence(measure, _) => Some(Eid::Measure(measure)).filter(|id| document.measure(*id).is_some()),
            Eid::Safeguard(_) => document.chapters.last().map(|chapter| chapter.id),
            _ => None,
        };
        return (above.and_then(whole), false);
    };
    let Some(range) = range else { return (whole(id), true) };
    let span = joined(&[":", range]);
    let span = joined(&["p", &span]).parse::<Place>().ok().and_then(|place| place.span);
    match span.filter(|Span { end, .. }| usize::from(*end) <= length) {
        Some(span) => (Some(Place { id, span: Some(span) }), true),
        None => (whole(id), false),
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
