//! The loop's pure half: a route in, a page out. What the browser side, the printer and the tests all call.

use std::sync::{Mutex, OnceLock, PoisonError};

use minsheng_document::{Clause, Document};

use crate::{
    cite::Cited,
    dataset::{self, Part, Parts},
    export::{
        api::{Field, answer},
        contract::clause,
        csv::csv,
        json::Json,
        markdown::markdown,
    },
    frame::Frame,
    hant::Hant,
    html,
    index::Index,
    joined::{joined, listed},
    quote::check,
    route::{Notice, Panel, Route, Script, View, nearest},
    search::{matching, search},
    tree::Element,
    view::{Scene, anchor, fallback, root, text},
    words,
};

/// What all explorers share: the parts that have come, and the document and its index, made anew when there are more.
static SHARED: Mutex<Shared> = Mutex::new(Shared { parts: Parts { notes: "", english: "" }, ready: None });

/// How Traditional characters are written, once that has come.
static HANT: OnceLock<Hant> = OnceLock::new();

struct Shared {
    parts: Parts<&'static str>,
    ready: Option<&'static (Document, Index)>,
}

/// The document, ready to answer, in its frame.
pub struct Explorer {
    frame: Frame,
}

/// A page and what goes with it.
pub struct Page {
    /// The canonical route, beginning with `#/`.
    pub route: String,
    /// For the window.
    pub title: String,
    /// For the live region.
    pub status: String,
    /// Id of the element a reader who followed a link here wants to see.
    pub focus: Option<String>,
    /// Id of the heading that is to be in view with it.
    pub heading: Option<String>,
    /// What was not understood: the part as the link has it, in quotation marks, a dash, and why.
    pub notices: Vec<String>,
    /// What is shown.
    pub root: Element,
}

impl Page {
    /// In Traditional characters.
    fn written(mut self, hant: &Hant) -> Page {
        hant.page(&mut self.root);
        for text in [&mut self.title, &mut self.status] {
            *text = hant.text(text);
        }
        self
    }
}

impl Default for Explorer {
    fn default() -> Self {
        Self::new()
    }
}

impl Explorer {
    /// Reads the bundled document, with the parts that have come, and indexes it.
    pub fn new() -> Self {
        Explorer::framed(Frame::default())
    }

    /// The same, standing in this frame.
    pub fn framed(frame: Frame) -> Self {
        ready();
        Explorer { frame }
    }

    /// What it stands in.
    pub fn frame(&self) -> &Frame {
        &self.frame
    }

    /// Reads the bundled document with all its parts: for programs that have them at hand.
    pub fn whole() -> Self {
        Explorer::add(Part::Notes, dataset::PARTS.notes);
        Explorer::add(Part::English, dataset::PARTS.english);
        Explorer::spell(dataset::TRADITIONAL);
        Explorer::new()
    }

    /// Gives all explorers a part; the first one given stays.
    pub fn add(part: Part, text: &str) {
        let mut shared = SHARED.lock().unwrap_or_else(PoisonError::into_inner);
        let held = shared.parts.get(part);
        if held.is_empty() {
            *held = String::leak(text.to_owned());
            shared.ready = None;
        }
    }

    /// Gives all explorers the table for Traditional characters; the first one given stays.
    pub fn spell(table: &str) {
        HANT.get_or_init(|| Hant::new(String::leak(table.to_owned())));
    }

    /// The Opinion.
    pub fn document(&self) -> &'static Document {
        &ready().0
    }

    /// Its index.
    pub fn index(&self) -> &'static Index {
        &ready().1
    }

    /// The page of a route. Any string has one.
    pub fn page(&self, route: &str) -> Page {
        self.page_with(route, "", false)
    }

    /// The same with a text that the reader has pasted to have it checked; and with what stands on paper only.
    pub fn page_with(&self, route: &str, pasted: &str, paper: bool) -> Page {
        self.scene(route, pasted, paper, |scene| {
            let page = Page {
                route: scene.route.print(&self.document().vocabulary),
                title: scene.title(),
                status: scene.status(),
                focus: focus(scene.route),
                heading: scene.heading_id().filter(|_| scene.route.panel != Panel::Cite).map(anchor),
                notices: scene.notices.iter().map(|notice| said(notice, scene.route)).collect(),
                root: root(scene),
            };
            match hant(scene.route.script) {
                Some(hant) => page.written(hant),
                None => page,
            }
        })
    }

    /// What stands in an article until a script has run there.
    pub fn fallback(&self, route: &str) -> Element {
        self.scene(route, "", false, fallback)
    }

    /// The whole text with its contents, and nothing that needs a script.
    pub fn text(&self) -> Element {
        self.scene("#/read", "", false, text)
    }

    /// What a route shows, as a file of this format: the contract's objects, or text.
    ///
    /// # Errors
    /// The formats there are.
    pub fn export(&self, route: &str, format: &str) -> Result<Json<'_>, String> {
        let clauses = self.found(route);
        match format {
            "json" => Ok(clauses.into_iter().map(|it| clause(self.document(), it)).collect()),
            "csv" => Ok(csv(self.document(), &clauses).into()),
            "md" => Ok(markdown(self.document(), &clauses).into()),
            _ => Err(joined(&["no format ", format, "; there are json, csv and md"])),
        }
    }

    fn found(&self, route: &str) -> Vec<&Clause> {
        let (route, _) = Route::parse(route, self.document());
        let found = matching(self.index(), self.document(), &route.filter);
        found.iter().filter_map(|n| self.document().clauses.get(n)).collect()
    }

    /// A place as others are to cite it, as text, as HTML, or the link alone; or what a picture of it shows, a line for each
    /// thing, its translation last. Its words as a page of this script has them.
    pub fn cite(&self, place: &str, form: &str, script: Script) -> String {
        let (Some(place), true) = nearest(self.document(), place) else { return String::new() };
        let Frame { site, base, today, .. } = &self.frame;
        let site = if base.is_empty() { site } else { base };
        let cited = Cited { document: self.document(), place: Some(place), site, today };
        match form {
            "text" => match hant(script) {
                Some(hant) => hant.text(&cited.quotation()),
                None => cited.quotation(),
            },
            "html" => {
                let mut quoted = cited.quoted();
                if let Some(hant) = hant(script) {
                    hant.page(&mut quoted);
                }
                html::print(&quoted)
            }
            "link" => cited.shared(),
            "picture" if crate::WHOLE => {
                let lines = cited.pictured();
                let said = |(n, line): (usize, &String)| match hant(script).filter(|_| n < 4) {
                    Some(hant) => hant.text(line),
                    None => line.clone(),
                };
                let english = self.document().translated(place.id).unwrap_or_default();
                let lines: Vec<String> = lines.iter().enumerate().map(said).collect();
                joined(&[&listed(&lines, "\n"), "\n", english])
            }
            _ => String::new(),
        }
    }

    fn scene<T>(&self, route: &str, pasted: &str, paper: bool, see: impl FnOnce(&Scene) -> T) -> T {
        let (route, notices) = Route::parse(route, self.document());
        let hits = search(self.index(), self.document(), &route.filter);
        let asked = crate::WHOLE && route.view == View::Check && !pasted.trim().is_empty();
        let checked = asked.then(|| check(self.document(), &self.index().fold, pasted));
        see(&Scene {
            document: self.document(),
            index: self.index(),
            route: &route,
            hits: &hits,
            notices: &notices,
            words: words::words(route.lang.spoken()),
            frame: &self.frame,
            checked,
            paper,
        })
    }

    /// The route with this text searched; results are on the explore view.
    pub fn typed(&self, route: &str, text: &str) -> String {
        let (route, _) = Route::parse(route, self.document());
        let filter = route.filter.clone().searching(text);
        // What is searched already changes nothing, and closes nothing.
        let same = route.view == View::Explore && filter == route.filter;
        let route = if same { route } else { route.viewing(View::Explore).filtered(filter) };
        route.print(&self.document().vocabulary)
    }

    /// The route with nothing searched.
    pub fn cleared(&self, route: &str) -> String {
        self.typed(route, "")
    }

    /// What the route's Chinese is written in.
    pub fn script(&self, route: &str) -> Script {
        Route::parse(route, self.document()).0.script
    }

    /// The JavaScript API's search.
    ///
    /// # Errors
    /// What is wrong with the query, in words.
    pub fn search(&self, query: &[Field]) -> Result<Json<'_>, String> {
        answer(self.document(), self.index(), query)
    }
}

fn prepared(parts: Parts<&str>) -> (Document, Index) {
    let document = dataset::opinion(parts);
    let index = Index::build(&document);
    (document, index)
}

fn ready() -> &'static (Document, Index) {
    let mut shared = SHARED.lock().unwrap_or_else(PoisonError::into_inner);
    let parts = shared.parts;
    shared.ready.get_or_insert_with(|| Box::leak(Box::new(prepared(parts))))
}

/// How the script is written, where it is not the text's own and known.
fn hant(script: Script) -> Option<&'static Hant> {
    HANT.get().filter(|_| script == Script::Hant)
}

/// What is open beside the view comes before the place it is about.
fn focus(route: &Route) -> Option<String> {
    match (route.panel, route.place) {
        (Panel::Cite, _) => Some("citing".into()),
        (_, place) => place.map(|place| anchor(place.id)),
    }
}

/// The part stays in the characters it is in.
fn said(notice: &Notice, route: &Route) -> String {
    let reason = words::reason(notice.reason, route.lang.spoken());
    let reason = hant(route.script).map_or_else(|| reason.into(), |hant| hant.text(reason));
    joined(&["“", &notice.part, "” — ", &reason])
}
