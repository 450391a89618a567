//! Reads a route from any string. What chats, mails and word processors do to a link is undone here: nothing that they add can
//! stand in a view, a place or a value, and nothing that we print looks like it. Takes a document, to know what exists.

use minsheng_document::{Document, Eid, FacetId, Place, Span};

use super::{
    Across, Grouping, Lang, Layers, Mode, Notice, Panel, Reason, Route, Size, TONGUES, Text, Theme, View, Words, code,
    digest, length, text,
};
use crate::{
    bounds::{NOTICES, QUERY, QUOTED, cut},
    fold::Fold,
    joined::joined,
    percent::decode,
    query::is_mark,
};

/// What chat programs and mailings add to a link, besides `utm_…` and `…clid`.
const ADDED: &str = "from isappinstalled nsukey scene spm";
/// What one of them adds to its end, after `#`.
const REDIRECT: &str = "wechat_redirect";

pub(super) fn parse(text: &str, document: &Document) -> (Route, Vec<Notice>) {
    // Without `?` it may have been escaped as a whole; with it, there may be an escaped `#` in what is searched.
    let whole = if text.contains('?') { signs(text) } else { signs(&decode(text)) };
    let text = whole.trim_start_matches(|c: char| c == '#' || c == '\u{200b}' || c.is_whitespace());
    let text = text.split_once('#').map_or(text, |(route, _)| route);
    let end = text.bytes().position(|byte| matches!(byte, b'?' | b'&')).unwrap_or(text.len());
    let (path, parameters) = text.split_at_checked(end).unwrap_or_default();
    let mut parser = Parser { document, route: Route::default(), notices: Vec::new() };
    let path = signs(&decode(path));
    parser.path(&path);
    parser.parameters(parameters.get(1..).unwrap_or_default());
    parser.keep_to_mode();
    parser.keep_to_view(&path);
    parser.keep_to_words();
    (parser.route, parser.notices)
}

struct Parser<'d> {
    document: &'d Document,
    route: Route,
    notices: Vec<Notice>,
}

impl Parser<'_> {
    fn path(&mut self, path: &str) {
        let path = path.trim_start_matches('#').trim_start_matches('/');
        let (view, rest) = path.split_once('/').unwrap_or((path, ""));
        match View::parse(&tidy(view)) {
            Some(view) => self.route.view = view,
            None if is_marks(path) => return,
            None => return self.note(path, Reason::View),
        }
        if is_marks(rest) {
            return;
        }
        let (found, exact) = nearest(self.document, &tidy(rest));
        let sentence = |place: &Place| place.span.is_none() && self.document.clause(place.id).is_some();
        match self.route.view {
            View::Read => self.route.place = found,
            View::Explore if exact && found.as_ref().is_some_and(sentence) => return self.route.place = found,
            _ => return self.note(rest, Reason::Place),
        }
        if !exact {
            self.note(rest, Reason::Place);
        }
    }

    fn parameters(&mut self, parameters: &str) {
        for mut part in parameters.split('&') {
            while let Some(rest) = part.strip_prefix("amp;") {
                part = rest;
            }
            if !is_marks(part) {
                self.part(part);
            }
        }
    }

    /// A part without a sign between name and value may have been escaped as a whole.
    fn part(&mut self, part: &str) {
        let Some((key, value)) = part.split_once('=') else {
            let decoded = signs(&decode(part));
            if decoded.contains('=') {
                self.parameters(&decoded)
            } else {
                self.parameter(part, &decoded, "")
            }
            return;
        };
        self.parameter(part, &decode(key), &decode(value));
    }

    fn parameter(&mut self, part: &str, key: &str, value: &str) {
        let key = tidy(key);
        let understood = match key.as_str() {
            "q" => return self.search(part, value),
            "words" => self.words().map(|words| words.exact = value.into()).is_some(),
            "digest" => self.words().map(|words| words.digest = tidy(value)).is_some(),
            _ => {
                let folded = folded(value);
                let (value, rest) = folded.split_once('&').unwrap_or((&folded, ""));
                self.setting(part, &key, value);
                return self.parameters(rest);
            }
        };
        if !understood {
            self.note(part, Reason::Value);
        }
    }

    fn search(&mut self, part: &str, value: &str) {
        let added = value.split_once('#').filter(|(_, added)| added.starts_with(REDIRECT));
        let asked = added.map_or(value, |(q, _)| q).trim();
        let q = cut(asked, QUERY);
        if q.len() < asked.len() {
            self.note(part, Reason::Long);
        }
        self.route.filter.q = q.trim_end().into();
    }

    fn setting(&mut self, part: &str, key: &str, value: &str) {
        let id = tidy(value);
        let understood = match key {
            "by" => Grouping::parse(&id).map(|by| self.route.by = by).is_some(),
            "across" => Across::parse(&id).map(|across| self.route.across = across).is_some(),
            "text" => Text::parse(&id).map(|text| self.route.text = text).is_some(),
            "layers" => Layers::parse(&id).map(|layers| self.route.layers = layers).is_some(),
            "lang" => self.tongue(&id).is_some(),
            "theme" => Theme::parse(&id).map(|theme| self.route.theme = theme).is_some(),
            "mode" => Mode::parse(&id).map(|mode| self.route.mode = mode).is_some(),
            "size" => Size::parse(&id).map(|size| self.route.size = size).is_some(),
            "panel" => Panel::parse(&id).map(|panel| self.route.panel = panel).is_some(),
            _ => match self.document.vocabulary.facet(key) {
                Some(facet) => return self.values(facet, key, value),
                None if is_added(key) => true,
                None => return self.note(part, Reason::Parameter),
            },
        };
        if !understood {
            self.note(part, Reason::Value);
        }
    }

    /// Its language, and whether words may be the translation's.
    fn tongue(&mut self, value: &str) -> Option<()> {
        let (lang, script) = *TONGUES.iter().find(|tongue| code(**tongue).eq_ignore_ascii_case(value))?;
        (self.route.lang, self.route.script) = (lang, script);
        self.route.filter.english = lang == Lang::En;
        Some(())
    }

    /// The explore view has a place only where its citation is open.
    fn keep_to_view(&mut self, path: &str) {
        if self.route.view == View::Explore && self.route.panel != Panel::Cite && self.route.place.take().is_some() {
            let (_, rest) = path.trim_start_matches('#').trim_start_matches('/').split_once('/').unwrap_or_default();
            self.note(rest, Reason::Place);
        }
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

    /// Words that are not what they were are not marked, whatever stands in their place now. White space and width do not
    /// count, nor what follows them.
    fn keep_to_words(&mut self) {
        let Some(words) = &mut self.route.words else { return };
        let Some(Place { id, span: Some(span) }) = self.route.place else { return };
        let text = text(self.document, id).map_or("", String::as_str);
        let linked = folded(&words.exact);
        let same = linked.strip_prefix(&folded(span.of(text))).is_some_and(is_marks);
        if same && (words.digest.is_empty() || digest(text) == words.digest) {
            words.exact = span.of(text).into();
        } else {
            let exact = std::mem::take(&mut words.exact);
            self.route.words = None;
            self.route.place = Some(Place { id, span: None });
            self.note(&exact, Reason::Words);
        }
    }

    fn values(&mut self, facet: FacetId, key: &str, values: &str) {
        for text in values.split(',').filter(|text| !is_marks(text)) {
            let tidy = tidy(text);
            let (id, excluded) = tidy.strip_prefix('-').map_or((tidy.as_str(), false), |id| (id, true));
            let chosen = self.document.vocabulary.chosen(facet, id);
            let clash = chosen.iter().any(|value| self.route.filter.state(*value) == Some(!excluded));
            if chosen.is_empty() || clash {
                self.note(&joined(&[key, "=", text]), Reason::Value);
                continue;
            }
            for value in chosen {
                self.route.filter = std::mem::take(&mut self.route.filter).with(value, excluded);
            }
        }
    }

    /// Names a part, as far as anybody reads such a list.
    fn note(&mut self, part: &str, reason: Reason) {
        let (part, reason) = match self.notices.len() {
            0..NOTICES => (quoted(&decode(part)), reason),
            NOTICES => ("…".into(), Reason::More),
            _ => return,
        };
        self.notices.push(Notice { part, reason });
    }
}

/// The beginning of a part, in one line and without what nobody sees.
fn quoted(part: &str) -> String {
    let fold = Fold::default();
    let begin = cut(part.trim(), QUOTED);
    let mut quoted = mapped(begin, &|c| if fold.char(c).is_some() { c } else { ' ' });
    quoted.push_str(if begin.len() < part.trim().len() { "…" } else { "" });
    quoted
}

/// With ASCII signs between its parts.
fn signs(text: &str) -> String {
    mapped(text, &|c| match c {
        '？' => '?',
        '＆' => '&',
        '＝' => '=',
        '／' => '/',
        _ => c,
    })
}

#[inline(never)]
fn mapped(text: &str, map: &dyn Fn(char) -> char) -> String {
    text.chars().map(map).collect()
}

#[inline(never)]
fn folded(text: &str) -> String {
    Fold::default().text(text).map(|(_, c)| c).collect()
}

/// A name of ours at the beginning of a text: folded, and without anything that no such name has.
#[inline(never)]
fn tidy(text: &str) -> String {
    let mut name = folded(text);
    let is_ours = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b':' | b'_' | b',');
    name.truncate(name.bytes().position(|byte| !is_ours(byte)).unwrap_or(name.len()));
    while name.bytes().next_back().is_some_and(|byte| !byte.is_ascii_alphanumeric()) {
        name.pop();
    }
    name
}

/// Whether a text says nothing: marks that follow a link, and white space.
#[inline(never)]
fn is_marks(text: &str) -> bool {
    folded(text).chars().all(is_mark)
}

fn is_added(key: &str) -> bool {
    ADDED.split(' ').any(|added| added == key) || key.starts_with("utm_") || key.ends_with("clid")
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
