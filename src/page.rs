//! The loop's pure half: a route in, a page out. What the browser side, the printer and the tests all call.

use std::sync::OnceLock;

use minsheng_document::Document;

use crate::{
    dataset,
    export::{
        api::{Field, answer},
        json::Json,
    },
    index::Index,
    joined::joined,
    route::{Route, View},
    search::search,
    tree::Element,
    view::{Scene, root},
    words,
};

/// The document, ready to answer.
pub struct Explorer {
    document: &'static Document,
    index: &'static Index,
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
    /// What is shown.
    pub root: Element,
}

impl Default for Explorer {
    fn default() -> Self {
        Self::new()
    }
}

impl Explorer {
    /// Reads the bundled document and indexes it, once for all explorers.
    pub fn new() -> Self {
        static READY: OnceLock<(Document, Index)> = OnceLock::new();
        let (document, index) = READY.get_or_init(|| {
            let document = dataset::opinion();
            let index = Index::build(&document);
            (document, index)
        });
        Explorer { document, index }
    }

    /// The Opinion.
    pub fn document(&self) -> &Document {
        self.document
    }

    /// Its index.
    pub fn index(&self) -> &Index {
        self.index
    }

    /// The page of a route. Any string has one.
    pub fn page(&self, route: &str) -> Page {
        let (route, notices) = Route::parse(route, self.document);
        let hits = search(self.index, self.document, &route.filter);
        let scene = Scene {
            document: self.document,
            index: self.index,
            route: &route,
            hits: &hits,
            notices: &notices,
            words: words::words(route.lang),
        };
        Page {
            route: route.print(&self.document.vocabulary),
            title: title(&route, self.document),
            status: words::status(scene.found(), route.filter.conditions(), route.lang),
            focus: route.place.map(|place| joined(&["/read/", &place.id.to_string()])),
            root: root(&scene),
        }
    }

    /// The route with this text searched; results are on the explore view.
    pub fn typed(&self, route: &str, text: &str) -> String {
        let (route, _) = Route::parse(route, self.document);
        let filter = route.filter.clone().searching(text);
        route.viewing(View::Explore).filtered(filter).print(&self.document.vocabulary)
    }

    /// The route with nothing searched.
    pub fn cleared(&self, route: &str) -> String {
        self.typed(route, "")
    }

    /// The JavaScript API's search.
    ///
    /// # Errors
    /// What is wrong with the query, in words.
    pub fn search(&self, query: &[Field]) -> Result<Json<'_>, String> {
        answer(self.document, self.index, query)
    }
}

fn title(route: &Route, document: &Document) -> String {
    let brand = words::words(route.lang).brand;
    match route.view {
        View::Explore => joined(&[brand, " · ", &document.title]),
        view => joined(&[words::view(view, route.lang), " · ", brand]),
    }
}
