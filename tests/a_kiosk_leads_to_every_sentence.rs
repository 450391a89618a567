//! A kiosk's screens, printed: few touches to the sentences, a way on and back from each, and none that leads out.

use std::collections::BTreeSet;

use minsheng::{
    html,
    page::{Explorer, Page},
    route::{Mode, Panel, Route, View},
};

const ATTRACT: &str = "#/attract?mode=kiosk";

/// Routes that a screen leads to, as they stand in it.
fn ways(page: &Page) -> Vec<String> {
    let html = html::print(&page.root);
    let routes =
        |name: &str| html.split(name).skip(1).filter_map(|rest| rest.split('"').next()).map(unescaped).collect();
    let ways: Vec<String> =
        [" href=\"", " data-route=\""].into_iter().flat_map(|name| -> Vec<String> { routes(name) }).collect();
    ways.into_iter().filter(|way| !way.starts_with('#') || way.starts_with("#/")).collect()
}

fn unescaped(text: &str) -> String {
    text.replace("&amp;", "&")
}

fn parsed(explorer: &Explorer, route: &str) -> Route {
    let (route, notices) = Route::parse(route, explorer.document());
    assert!(notices.is_empty(), "{notices:?}");
    route
}

/// Cards with a sentence in them; what does not match has none.
fn sentences(page: &Page) -> usize {
    html::print(&page.root).matches("<p class=\"text\"").count()
}

#[test]
fn four_touches_lead_to_sentences_about_every_life_situation() {
    let explorer = Explorer::whole();
    let home = explorer.page(&ways(&explorer.page(ATTRACT))[0]);
    let situations: Vec<String> =
        ways(&home).into_iter().filter(|way| way.contains("group=") || way.contains("domain=")).collect();
    assert_eq!(situations.len(), explorer.document().personas.len());
    for situation in situations {
        let results = explorer.page(&situation);
        assert!(sentences(&results) > 0, "{situation}");
        let first = ways(&results).into_iter().find(|way| way.starts_with("#/read/")).expect("a way to a sentence");
        assert!(parsed(&explorer, &first).place.is_some(), "{first}");
    }
}

#[test]
fn no_way_leads_out_of_kiosk_mode_but_the_operators() {
    let explorer = Explorer::whole();
    let mut seen = BTreeSet::new();
    let mut next = vec![
        ATTRACT.to_owned(),
        "#/explore?mode=kiosk&panel=keyboard&q=80".to_owned(),
        "#/operator?mode=kiosk".to_owned(),
    ];
    while let Some(route) = next.pop() {
        if seen.len() > 600 || !seen.insert(route.clone()) {
            continue;
        }
        let operator = route.starts_with("#/operator");
        for way in ways(&explorer.page(&route)) {
            let is_data = route.starts_with("#/about") && way.starts_with("data/");
            if is_data || (operator && way == "#/explore") {
                continue;
            }
            assert_eq!(parsed(&explorer, &way).mode, Mode::Kiosk, "{route} leads to {way}");
            next.push(way);
        }
    }
    assert!(seen.len() > 300, "{} screens were seen", seen.len());
}

#[test]
fn one_turns_through_what_was_found_and_both_ends_are_ends() {
    let explorer = Explorer::whole();
    let document = explorer.document();
    let list = ways(&explorer.page("#/explore?group=elderly&mode=kiosk"));
    let listed: Vec<String> = list.into_iter().filter(|way| way.starts_with("#/read/")).collect();
    let mut route = listed.first().expect("a card").clone();
    let mut turned = Vec::new();
    loop {
        let page = explorer.page(&route);
        let shown = parsed(&explorer, &route).place.expect("a sentence").id;
        turned.push(shown);
        let html = html::print(&page.root);
        let after = html.rsplit("<a class=\"button step\"").next().expect("a way on");
        match after.split_once(" href=\"").map(|(before, rest)| (before.len(), rest)) {
            Some((0, rest)) => route = unescaped(rest.split('"').next().expect("a route")),
            _ => break,
        }
    }
    let elderly =
        document.vocabulary.values_in("group").into_iter().find(|(_, value)| value.id == "elderly").expect("a group").0;
    let found: Vec<_> =
        document.clauses.iter().filter(|clause| clause.tag(elderly).is_some()).map(|clause| clause.id).collect();
    let listed: Vec<_> = listed.iter().filter_map(|way| parsed(&explorer, way).place).map(|place| place.id).collect();
    assert_eq!(turned, listed, "in the order of the list");
    assert!(turned.len() == found.len() && found.iter().all(|id| turned.contains(id)), "{turned:?}");
}

#[test]
fn the_whole_text_and_every_view_of_the_page_are_there() {
    let explorer = Explorer::whole();
    let page = html::print(&explorer.page("#/read?mode=kiosk").root);
    let text: String = page.split('<').filter_map(|part| part.split_once('>')).map(|(_, text)| text).collect();
    for clause in &explorer.document().clauses {
        assert!(text.contains(&clause.text), "{}", clause.id);
    }
    for view in View::EVERYWHERE {
        let ways = ways(&explorer.page("#/explore?mode=kiosk"));
        assert!(ways.iter().any(|way| parsed(&explorer, way).view == view), "{view:?}");
    }
}

#[test]
fn what_is_a_kiosks_is_nowhere_else() {
    let explorer = Explorer::whole();
    for (route, part) in [
        ("#/attract", "attract"),
        ("#/operator", "operator"),
        ("#/explore?panel=qr", "qr"),
        ("#/explore?panel=keyboard", "keyboard"),
        ("#/explore?mode=kiosk&panel=embed", "embed"),
        ("#/explore?mode=kiosk&panel=more", "more"),
        ("#/explore?panel=sizes", "sizes"),
        ("#/explore?panel=filters", "filters"),
    ] {
        let (read, notices) = Route::parse(route, explorer.document());
        assert_eq!((read.view, read.panel), (View::Explore, Panel::Closed), "{route}");
        assert!(notices.iter().any(|notice| notice.part == part), "{route}: {notices:?}");
    }
}

#[test]
fn home_is_the_tiles_from_every_screen_and_back_leads_there_in_a_few_steps() {
    let explorer = Explorer::whole();
    for mode in ["elder", "kiosk"] {
        let home = format!("#/explore?mode={mode}");
        for view in
            ["explore?group=elderly&", "read/m7s4?group=elderly&", "read/m7s4?", "read?", "targets?", "about?q=x&"]
        {
            let mut route = format!("#/{view}mode={mode}");
            let leads_home = ways(&explorer.page(&route)).iter().filter(|way| **way == home).count();
            assert!(leads_home >= 2, "{route}: its name and its bar lead home");
            let mut steps = 0;
            while route != home {
                let html = html::print(&explorer.page(&route).root);
                let bar = html.split("<nav class=\"bar\"").nth(1).expect("a bar");
                let back = bar.split("</a>").nth(1).and_then(|link| link.split("href=\"").nth(1)).expect("a way back");
                route = unescaped(back.split('"').next().expect("a route"));
                steps += 1;
                assert!(steps < 5, "{view} {mode}: back leads nowhere");
            }
        }
    }
}

#[test]
fn what_lies_over_the_simple_page_closes_when_one_goes_on_in_it() {
    let explorer = Explorer::whole();
    for panel in ["more", "sizes"] {
        let page = explorer.page(&format!("#/explore?mode=elder&panel={panel}"));
        let ways = ways(&page);
        let tiles: Vec<&String> = ways.iter().filter(|way| way.contains("group=") || way.contains("domain=")).collect();
        assert_eq!(tiles.len(), explorer.document().personas.len());
        assert!(tiles.iter().all(|way| parsed(&explorer, way).panel == Panel::Closed), "{tiles:?}");
    }
}

#[test]
fn large_type_loses_no_way_that_the_page_has() {
    let explorer = Explorer::whole();
    for route in ["#/explore", "#/explore?group=elderly", "#/read/m5s3", "#/targets", "#/about"] {
        let plain = |ways: Vec<String>| -> BTreeSet<String> {
            ways.iter()
                .filter(|way| way.starts_with("#/"))
                .map(|way| {
                    let route = parsed(&explorer, way);
                    let route = Route { mode: Mode::Page, size: Default::default(), ..route };
                    route.print(&explorer.document().vocabulary)
                })
                .collect()
        };
        let join = if route.contains('?') { "&" } else { "?" };
        // What the simple page leaves out is behind 更多 in its bar, behind 筛选 there, and among the tiles.
        let screens = ["", "&panel=more", "&panel=sizes"].map(|panel| [route, join, "mode=elder", panel].concat());
        let screens = screens.into_iter().chain(["#/explore?mode=elder".to_owned()]);
        let mut elder: BTreeSet<String> = screens.flat_map(|screen| plain(ways(&explorer.page(&screen)))).collect();
        let filters: Vec<String> = elder.iter().filter(|way| way.contains("panel=filters")).cloned().collect();
        assert!(!filters.is_empty(), "{route}: nothing leads to the filters");
        for way in filters {
            let join = if way.contains('?') { "&" } else { "?" };
            elder.extend(plain(ways(&explorer.page(&[way.as_str(), join, "mode=elder"].concat()))));
        }
        // Tags stand with the sentence alone.
        let alone: Vec<String> = elder.iter().filter(|way| way.starts_with("#/read/")).cloned().collect();
        for way in alone {
            let join = if way.contains('?') { "&" } else { "?" };
            elder.extend(plain(ways(&explorer.page(&[way.as_str(), join, "mode=elder"].concat()))));
        }
        let open = ["more", "sizes", "filters"].map(|panel| format!("panel={panel}"));
        let closed = |way: &String| {
            open.iter().fold(way.clone(), |way, panel| {
                [&format!("&{panel}"), &format!("?{panel}")].iter().fold(way, |way, it| way.replace(it.as_str(), ""))
            })
        };
        let elder: BTreeSet<String> = elder.iter().map(closed).collect();
        let missing: Vec<String> = plain(ways(&explorer.page(route))).difference(&elder).cloned().collect();
        // Cells of the map that match nothing lead to sentences without highlights; the text itself leads there too. The
        // forms of a citation are one touch further: they open where the sentence stands alone.
        let is_further = |way: &String| way.starts_with("#/read/") || way.ends_with("panel=cite");
        assert!(missing.iter().all(is_further), "{route} loses {missing:?}");
    }
    for clause in &explorer.document().clauses {
        let ways = ways(&explorer.page(&format!("#/read/{}?mode=elder", clause.id)));
        assert!(ways.iter().any(|way| way.contains("panel=cite")), "{} cannot be cited", clause.id);
    }
}
