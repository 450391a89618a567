//! The page as a pure function of document, route and hits. One file per region; regions do not import each other, this
//! file puts them together. All text that is the Opinion's carries `lang="zh-Hans"`, whatever the interface speaks.

mod about;
mod absent;
mod article;
mod beside;
mod card;
mod check;
mod citing;
mod elder;
mod embedding;
mod explore;
mod exporting;
mod facets;
mod frame;
mod keyboard;
mod map;
mod matrix;
mod operator;
mod paper;
mod qr;
mod read;
mod results;
mod scene;
mod simple;
mod stand;
mod summary;
mod targets;
mod texts;
mod tiles;
mod titles;
mod tongue;
mod turning;

use minsheng_document::{Clause, Eid};

pub use scene::Scene;
pub(crate) use texts::anchor;
use texts::{counted, edition, facts, heading, marked, marks, official, quote, title, translation, unofficial};

use crate::{
    ENGLISH, WHOLE,
    frame::Controls,
    route::{Lang, Mode, Panel, Route, Size, View},
    tree::{Element, el},
    words::{self, window::window},
};

/// The whole page: the one child of its host.
pub fn root(scene: &Scene) -> Element {
    let root = match scene.embed() {
        None => el("div.explorer"),
        Some(_) => el("div.explorer.embed"),
    };
    let large = scene.frame.embed.is_none() && scene.route.mode != Mode::Page;
    let root = root
        .attr("lang", scene.words.lang)
        .attr("data-view", scene.route.view.id())
        .attr("data-theme", scene.route.theme.id())
        .attr_if(asked(scene), "data-asked", "")
        .attr_if(large, "data-mode", scene.route.mode.id())
        .attr_if(large, "data-size", scene.route.size.id());
    let root = match (scene.embed(), scene.route.mode) {
        (Some(controls), _) => in_article(scene, root, controls),
        (None, Mode::Elder | Mode::Kiosk) if WHOLE => simply(scene, root),
        (None, _) => in_window(scene, root),
    };
    if scene.lang() == Lang::En { tongue::tagged(root, true) } else { root }
}

/// Whether the page answers a question: then what introduces it gives way.
fn asked(scene: &Scene) -> bool {
    scene.is_apart() && scene.route.view == View::Explore && !scene.route.filter.is_empty()
}

/// What stands in an article until a script has run there, or for ever.
pub fn fallback(scene: &Scene) -> Element {
    article::fallback(scene)
}

/// The whole text with its contents, and nothing that needs a script.
pub fn text(scene: &Scene) -> Element {
    let root = el("div.explorer").attr("lang", scene.words.lang).attr("data-theme", scene.route.theme.id());
    root.child(el("div#main[tabindex=-1]").child(read::page(scene, summary::sentence(scene))))
}

fn in_window(scene: &Scene, root: Element) -> Element {
    let panel = panel(scene);
    let main = el("main#main[tabindex=-1]").child(frame::inactive(scene)).child(frame::notices(scene)).children(panel);
    let titled = matches!(scene.route.view, View::Explore | View::Read);
    let foreign = !ENGLISH && scene.route.lang == Lang::En;
    let main = main.children(foreign.then(|| awaited(scene, el("div.notice[lang=en][data-awaited]"))));
    let main = main.children((WHOLE && scene.paper && !titled).then(|| paper::head(scene)));
    let main = match scene.route.view {
        _ if scene.route.mode != Mode::Page => main.child(awaited_page(scene)),
        View::Explore => explore(scene, main.children(explore::head(scene)), Controls::ALL),
        View::Read => main.child(read::page(scene, summary::sentence(scene))),
        View::Targets if WHOLE => main.child(targets::page(scene)),
        View::Matrix if WHOLE => main.child(matrix::page(scene)),
        View::Check if WHOLE => main.child(check::page(scene)),
        View::About if WHOLE => main.child(about::page(scene)),
        _ => main.child(awaited_page(scene)),
    };
    root.child(frame::skip(scene))
        .child(frame::header(scene))
        .child(signed(scene, main))
        .child(frame::footer(scene))
        .child(frame::status(scene))
}

/// What is open beside the view.
fn panel(scene: &Scene) -> Option<Element> {
    match scene.route.panel {
        Panel::Embed if WHOLE => Some(embedding::panel(scene, article::fallback(scene))),
        // It is open in the card.
        Panel::Cite if scene.cited().is_some() => None,
        Panel::Cite if WHOLE => Some(citing::panel(scene)),
        Panel::Export if WHOLE => Some(exporting::panel(scene)),
        panel if panel.is_late() => Some(awaited_page(scene)),
        _ => None,
    }
}

/// What is open beside the view begins with its name, what it is for, and the way to close it.
fn opened(scene: &Scene, section: Element, heading: Element, name: &str, intro: &str) -> Element {
    let close = link("a.clear", scene.href(scene.route.uncited().to(|it| it.panel = Panel::Closed)), scene.words.close);
    section.child(heading.text(name)).child(el("p.intro").text(intro).text(" ").child(close))
}

/// Something to be copied, under its name: `shown` is what the button copies.
fn to_copy(scene: &Scene, id: &str, name: &str, note: Option<&str>, shown: Element) -> Element {
    let copy = el("button[type=button]").attr("data-copy", id);
    let copy = copy.text(scene.words.copy).child(el("span.unseen").text(" ").text(name));
    let head = el("div.code-head").child(el("h3").text(name)).child(copy);
    let shown = shown.attr("id", id).attr("aria-label", name);
    el("div.code").key(id).child(head).children(note.map(|note| el("p").text(note))).child(shown)
}

/// Stands where a part of the page belongs that this module has not: the shell sees to it (`www/explorer.js`).
fn awaited(scene: &Scene, part: Element) -> Element {
    let [loading, failed] = words::loading(scene.route.lang);
    part.child(el("p.coming").text(loading)).child(el("p.failed").text(failed))
}

/// The same in the place of a view or a panel.
fn awaited_page(scene: &Scene) -> Element {
    let page = el("div.page[data-awaited]").child(heading(scene).text(words::view(scene.route.view, scene.lang())));
    awaited(scene, page)
}

/// No landmark of the document's, no notices: the article's readers did not write the link, and who did is told on the
/// console.
fn in_article(scene: &Scene, root: Element, controls: Controls) -> Element {
    let main = el("div#main[tabindex=-1]");
    let clause = scene.route.place.and_then(|place| scene.document.clause(place.id));
    let main = match (scene.route.view, clause) {
        (View::Explore, _) => {
            let search = controls.search.then(|| explore::search(scene));
            explore(scene, main.child(article::head(scene)).children(search), controls)
        }
        (View::Read, Some(clause)) => main.child(results::single(scene, clause)),
        (View::Read, None) => main.child(read::passage(scene, summary::sentence(scene))),
        (View::Targets, _) => main.child(targets::page(scene)),
        _ => main.child(article::elsewhere(scene)),
    };
    root.child(main.child(article::more(scene))).child(article::source(scene)).child(frame::status(scene))
}

/// Large type and a public screen: tiles, a short list, one sentence at a time, and one bar below.
fn simply(scene: &Scene, root: Element) -> Element {
    if scene.route.view == View::Attract {
        return root.child(stand::attract(scene, title(scene))).child(frame::status(scene));
    }
    // What lies over the page closes when a reader goes on in it.
    let tray = elder::is_tray(scene.route.panel);
    let route = scene.route.to(|route| route.panel = if tray { Panel::Closed } else { route.panel });
    let page = &Scene { route: &route, checked: scene.checked.clone(), ..*scene };
    let (head, bar) = match scene.route.mode {
        Mode::Kiosk => (stand::head(page), stand::bar(page)),
        _ => (elder::head(page), elder::bar(scene, page)),
    };
    root.child(frame::skip(page))
        .child(head)
        .child(signed(page, simple_main(page)))
        .child(bar)
        .child(frame::status(page))
}

fn simple_main(scene: &Scene) -> Element {
    let main = el("main#main[tabindex=-1]").child(frame::notices(scene));
    let clause = scene.route.place.and_then(|place| scene.document.clause(place.id));
    let titled = scene.route.view == View::Read && clause.is_none();
    let main = main.children(simple_title(scene, clause.is_some()));
    let main = main.children((scene.paper && !titled).then(|| paper::head(scene)));
    let main = main.children(opened_simply(scene));
    match (scene.route.view, clause) {
        (View::Explore, _) => simple_explore(scene, main),
        (View::Read, Some(clause)) => {
            let single = results::single(scene, clause);
            main.child(turning::page(scene, clause.id, &results::sequence(scene), single))
        }
        (View::Read, None) => main.child(read::page(scene, summary::sentence(scene))),
        (View::Targets, _) => main.child(targets::page(scene)),
        (View::Matrix, _) => main.child(matrix::page(scene)),
        (View::Check, _) => main.child(check::page(scene)),
        (View::Operator, _) => main.child(operator::page(scene)),
        (View::About | View::Attract, _) => main.child(about::page(scene)),
    }
}

/// The document's title over the life situations; unseen where it is only the heading of a list, or of a sentence alone.
fn simple_title(scene: &Scene, alone: bool) -> Option<Element> {
    let explores = scene.route.view == View::Explore;
    let at_home = explores && scene.route.filter.is_empty() && scene.route.panel == Panel::Closed;
    (explores || alone).then(|| if at_home { title(scene) } else { title(scene).class("unseen") })
}

/// What is open beside the view. The search of large type comes first, so that it stays the same field in home and list.
fn opened_simply(scene: &Scene) -> Vec<Element> {
    let seeks = scene.route.mode == Mode::Elder && scene.route.view == View::Explore;
    let search = seeks.then(|| explore::search(scene)).map(|search| {
        let nothing = scene.hits.clauses.is_empty() || scene.route.filter.selected().is_empty();
        if scene.route.panel != Panel::Filters && nothing { search } else { search.class("quiet") }
    });
    let panel = match scene.route.panel {
        Panel::Qr if !scene.frame.site.is_empty() => Some(qr::panel(scene)),
        Panel::Keyboard => Some(keyboard::panel(scene)),
        _ => panel(scene),
    };
    search.into_iter().chain(panel).collect()
}

fn simple_explore(scene: &Scene, main: Element) -> Element {
    match scene.route.panel {
        Panel::Filters => {
            main.child(el("div.page.filtering").child(facets::panel(scene)).child(summary::groupings(scene)))
        }
        _ if !scene.route.filter.is_empty() => {
            let filters = scene.route.mode == Mode::Kiosk;
            explore(scene, main, Controls { filters, ..Controls::NONE })
        }
        Panel::Keyboard => main,
        _ => main.child(tiles::page(scene)),
    }
}

/// On paper it ends with where it is from.
fn signed(scene: &Scene, main: Element) -> Element {
    let code = || Some(scene.address()).filter(|address| !address.is_empty()).and_then(|it| qr::code(scene, &it));
    let colophon = || paper::colophon(scene, code());
    main.children((WHOLE && scene.paper).then(colophon))
}

fn explore(scene: &Scene, main: Element, controls: Controls) -> Element {
    let nothing = scene.hits.clauses.is_empty();
    let groupings = controls.groups.then(|| summary::groupings(scene).flag("hidden", nothing));
    let map = controls.map.then(|| map::figure(scene));
    let filters = controls.filters.then(|| facets::panel(scene));
    let absent = absent::answer(scene);
    let answered = absent.is_some();
    let columns = el("div.columns").children(filters);
    if scene.is_apart() {
        let list = results::list(scene, [absent, groupings].into_iter().flatten(), answered);
        return main.child(columns.children(map).child(list));
    }
    let say = if scene.is_simple() { simple::summary(scene) } else { summary::sentence(scene) };
    let head = [Some(say), absent, groupings, map];
    main.child(columns.child(results::list(scene, head.into_iter().flatten(), answered)))
}

fn is_preamble(clause: &Clause) -> bool {
    clause.id == Eid::Preamble
}

fn is_safeguard(clause: &Clause) -> bool {
    matches!(clause.id, Eid::Safeguard(_))
}

/// A link that says this.
#[inline(never)]
fn link(selector: &'static str, href: String, text: &str) -> Element {
    el(selector).attr("href", href).text(text)
}

/// A region of the page: a landmark where the page is alone, and where it is in an article only a part of that.
#[inline(never)]
fn region(scene: &Scene, landmark: &'static str, part: &'static str) -> Element {
    el(if scene.embed().is_some() { part } else { landmark })
}

/// To the beginning of the page.
fn to_top(scene: &Scene) -> Element {
    el("a[href=#main][data-jump]").text(scene.words.to_top)
}

/// A link that opens another window, because this one is somebody's article.
#[inline(never)]
fn leaving(link: Element) -> Element {
    link.attr("target", "_blank").attr("rel", "noopener")
}

/// A link to another page of the explorer, or to this one.
#[inline(never)]
fn choice(scene: &Scene, route: Route, text: &str) -> Element {
    let current = route == *scene.route;
    link("a", scene.href(route), text).attr_if(current, "aria-current", "true")
}

/// The views as navigation.
fn views(scene: &Scene) -> Element {
    let view = |view: &View| {
        let link = link("a", scene.href(scene.route.viewing(*view)), words::view(*view, scene.lang()));
        link.attr_if(*view == scene.route.view, "aria-current", "page")
    };
    el("nav").attr("aria-label", window(scene.lang()).views).children(View::EVERYWHERE.iter().map(view))
}

/// The steps of large type.
fn sizes(scene: &Scene) -> Element {
    let size = |size: &Size| {
        let route = scene.route.to(|route| route.size = *size);
        choice(scene, route, words::size(*size, scene.lang()))
    };
    let name = window(scene.lang()).sizes;
    settings(name).child(el("span").text(name)).children(Size::ALL.iter().map(size))
}

fn settings(name: &str) -> Element {
    el("div.settings.live[role=group]").attr("aria-label", name)
}
