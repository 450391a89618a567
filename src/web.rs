//! What JavaScript sees: one class, and types for it. Converts and passes on; what happens is decided in `dom` and `page`.
//!
//! Scripts' values are read and checked before they come here, by `www/shell/guard.js`, which `cargo xtask build` puts into
//! the glue: so nothing of theirs runs while an explorer is borrowed, and what is said of a query here is never a surprise.

use js_sys::{Array, Object, Reflect, TypeError};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};
use web_sys::Element;

#[cfg(feature = "whole")]
use crate::export::contract::opinion;
use crate::{
    dataset::Part,
    dom::Session,
    export::api::{Asked, Field},
    frame::{Controls, Frame},
    joined::joined,
    page,
};

#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("web.d.ts");

/// Runs when the module is instantiated. In the module that has everything a panic names its line in the console, which is how
/// a kiosk tells what broke. The glue calls this in every module.
#[wasm_bindgen(start)]
fn start() {
    #[cfg(feature = "whole")]
    console_error_panic_hook::set_once();
}

/// The explorer, mounted in an element. What its reader does is told by the event `minsheng:route` on that element.
#[wasm_bindgen]
pub struct Explorer(Session);

#[wasm_bindgen]
impl Explorer {
    /// Mounts the page of a route. The static page is taken over where it is there; any string is a route.
    #[wasm_bindgen(constructor)]
    pub fn new(
        host: Element,
        route: &str,
        #[wasm_bindgen(unchecked_optional_param_type = "ExplorerFrame")] frame: Option<Object>,
    ) -> Result<Explorer, JsValue> {
        Session::start(host, route, frame.map(framed).unwrap_or_default()).map(Explorer)
    }

    /// What was not understood of the route last shown, a line for each part; empty where everything was.
    #[wasm_bindgen(getter)]
    pub fn notices(&self) -> String {
        self.0.notices()
    }

    /// The canonical route of what is shown; begins with `#/`.
    #[wasm_bindgen(getter)]
    pub fn route(&self) -> String {
        self.0.route()
    }

    /// A title for the window.
    #[wasm_bindgen(getter)]
    pub fn title(&self) -> String {
        self.0.title()
    }

    /// Shows another route, without an event; gives its canonical form.
    #[wasm_bindgen(js_name = setRoute)]
    pub fn set_route(&self, route: &str) -> Result<String, JsValue> {
        self.0.set_route(route)
    }

    /// Focuses the sentence that the route names and scrolls it into view; false where it names none.
    pub fn reveal(&self) -> bool {
        self.0.reveal()
    }

    /// Focuses the search field; false where this view has none.
    #[wasm_bindgen(js_name = focusSearch)]
    pub fn focus_search(&self) -> bool {
        self.0.focus_search()
    }

    /// Gives all explorers of this module a part that the site ships as a file, by the file's name without `.txt`: `notes`, or
    /// `en`, or `zh-Hant`. What is shown already shows it after `refresh`.
    pub fn add(part: &str, text: &str) {
        match Part::named(part) {
            Some(part) => page::Explorer::add(part, text),
            None if part == "zh-Hant" => page::Explorer::spell(text),
            None => {}
        }
    }

    /// Shows the page once more, with the parts that have come since.
    pub fn refresh(&self) -> Result<(), JsValue> {
        self.0.refresh()
    }

    /// A place as others are to cite it: `m5s3`, or words of it, `m5s3:4-12`. As `text`, as `html`, or its `link` alone; empty
    /// where there is no such place or form.
    pub fn cite(&self, place: &str, form: &str) -> String {
        self.0.cite(place, form)
    }

    /// Puts what stands on paper only around what is shown, unseen on a screen: title, source, address, code. For as long as
    /// it is being printed.
    #[cfg(feature = "whole")]
    #[wasm_bindgen(js_name = forPaper)]
    pub fn for_paper(&self, on: bool) -> Result<(), JsValue> {
        self.0.for_paper(on)
    }

    /// Breaks this module as a fault of its own would, in the middle of a change: every later call traps. For a kiosk's
    /// operator, who wants to see that it starts again.
    #[cfg(feature = "whole")]
    pub fn fault(&self) {
        self.0.fault();
    }

    /// What is shown, as a file: `json`, `csv` or `md`.
    #[cfg(feature = "whole")]
    #[wasm_bindgen(unchecked_return_type = "object | string")]
    pub fn export(&self, format: &str) -> Result<JsValue, JsValue> {
        let file = self.0.explorer().export(&self.0.route(), format).map_err(|error| TypeError::new(&error))?;
        Ok(file.serialize(&Serializer::json_compatible())?)
    }

    /// What the site ships in `data/` under this name: an object, or the schema as text.
    #[cfg(feature = "whole")]
    #[wasm_bindgen(unchecked_return_type = "object | string")]
    pub fn data(&self, name: &str) -> Result<JsValue, JsValue> {
        match name {
            "opinion.schema.json" => Ok(include_str!("export/opinion.schema.json").into()),
            "opinion.json" => Ok(opinion(self.0.explorer().document()).serialize(&Serializer::json_compatible())?),
            _ => Err(TypeError::new("name: expected opinion.json or opinion.schema.json").into()),
        }
    }

    /// Searches without showing anything. A wrong argument is a `TypeError` that says what is right.
    #[wasm_bindgen(unchecked_return_type = "SearchResult")]
    pub fn search(
        &self,
        #[wasm_bindgen(unchecked_param_type = "SearchQuery")] query: JsValue,
    ) -> Result<JsValue, TypeError> {
        let result = self.0.explorer().search(&fields(&query)).map_err(|error| wrong(&error))?;
        result.serialize(&Serializer::json_compatible()).map_err(|error| wrong(&error.to_string()))
    }
}

fn framed(said: Object) -> Frame {
    let get = |name: &str| Reflect::get(&said, &name.into()).ok().and_then(|value| value.as_string());
    let text = |name| get(name).unwrap_or_default();
    let embed = get("controls").map(|names| Controls::parse(&names).0);
    Frame { embed, base: text("base"), site: text("site"), entry: text("entry"), today: text("today") }
}

fn wrong(message: &str) -> TypeError {
    TypeError::new(&joined(&["search: ", message]))
}

/// The query's fields.
fn fields(query: &JsValue) -> Vec<Field> {
    let field = |pair: JsValue| {
        let pair: &Array = pair.unchecked_ref();
        Some(Field { name: pair.get(0).as_string()?, value: asked(&pair.get(1)) })
    };
    Object::entries(query.unchecked_ref()).iter().filter_map(field).collect()
}

fn asked(value: &JsValue) -> Option<Asked> {
    if !Array::is_array(value) {
        return value.as_string().map(Asked::Text);
    }
    let mut list = Vec::new();
    for item in Array::from(value).iter() {
        list.push(item.as_string()?);
    }
    Some(Asked::List(list))
}
