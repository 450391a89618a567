//! The order of what is found: who is named comes first, targets and obligations come before encouragements, and the document's
//! own order is one choice away. What is found is the same in every order.

use std::{collections::BTreeSet, sync::LazyLock};

use minsheng::{
    order::{Order, situation},
    page::Explorer,
    route::{Filter, Route},
    search::matching,
    tree::{Element, Node},
};
use minsheng_document::{Clause, Persona};

static EXPLORER: LazyLock<Explorer> = LazyLock::new(Explorer::whole);

fn elements(element: &Element) -> impl Iterator<Item = &Element> {
    element.children.iter().filter_map(|child| match child {
        Node::Element(child) if child.get("hidden").is_none() => Some(child),
        _ => None,
    })
}

/// What is seen of this class, in the order in which it stands.
fn seen<'e>(element: &'e Element, class: &str) -> Vec<&'e Element> {
    let is_one = element.get("class").is_some_and(|names| names.split(' ').any(|name| name == class));
    let mut all: Vec<&Element> = is_one.then_some(element).into_iter().collect();
    all.extend(elements(element).flat_map(|child| seen(child, class)));
    all
}

fn text(element: &Element) -> String {
    let part = |child: &Node| match child {
        Node::Text(words) => words.clone(),
        Node::Element(child) => text(child),
    };
    element.children.iter().map(part).collect()
}

/// The sentences that a route shows, in the order in which they stand.
fn shown(route: &str) -> Vec<String> {
    let page = EXPLORER.page(route);
    seen(&page.root, "card").into_iter().filter_map(|card| card.key.clone()).collect()
}

fn filter(route: &str) -> Filter {
    Route::parse(route, EXPLORER.document()).0.filter
}

fn route_of(persona: &Persona) -> String {
    let filter = persona.values.iter().fold(Filter::default(), |filter, value| filter.with(*value, false));
    Route::default().filtered(filter).print(&EXPLORER.document().vocabulary)
}

fn persona(id: &str) -> &'static Persona {
    EXPLORER.document().personas.iter().find(|persona| persona.id == id).expect("a life situation")
}

fn clause(id: &str) -> &'static Clause {
    EXPLORER.document().clause(id.parse().expect("an id")).expect("a clause")
}

#[test]
fn whoever_expects_a_child_reads_the_sentence_about_pregnant_women_first() {
    assert_eq!(shown(&route_of(persona("having-a-baby")))[0], "m10s9");
}

#[test]
fn my_parents_have_the_sentences_about_pensions_after_those_about_older_people() {
    let cards = shown(&route_of(persona("my-parents")));
    let place = |id: &str| cards.iter().position(|other| other == id).unwrap_or_else(|| panic!("{id} in {cards:?}"));
    let elderly = shown("#/explore?group=elderly");
    assert_eq!(elderly.len(), 11);
    assert_eq!(cards.iter().collect::<BTreeSet<_>>().len(), 13, "{cards:?}");
    for id in ["m1s1", "m1s2"] {
        let evidence = clause(id).tags.iter().any(|tag| {
            EXPLORER.document().vocabulary.get(tag.value).is_some_and(|value| value.id == "pension-insured")
                && tag.evidence.iter().any(|span| span.of(&clause(id).text) == "基本养老保险")
        });
        assert!(evidence, "{id} has the words that justify its tag");
    }
    // Both stand in a group of their own, which comes after every group that names older people.
    assert!(place("m1s1").min(place("m1s2")) >= cards.len() - 2, "{cards:?}");
    assert_eq!(cards[0], "m7s4", "it names older people, and has a target");
}

#[test]
fn in_every_group_the_better_rank_comes_first_and_the_text_settles_the_rest() {
    let document = EXPLORER.document();
    let personas = document.personas.iter().map(route_of);
    let words =
        ["#/explore?q=服务", "#/explore?domain=education&wording=-gradual&by=group", "#/explore?wording=conditional"];
    for route in personas.chain(words.map(str::to_owned)) {
        let order = Order::new(document, &filter(&route)).expect("conditions");
        let page = EXPLORER.page(&route);
        let mut firsts = Vec::new();
        for group in seen(&page.root, "grp") {
            let ids = seen(group, "card").into_iter().filter_map(|card| card.key.as_deref());
            let place = |id: &str| document.clauses.iter().position(|clause| clause.id.to_string() == id);
            let ranks: Vec<_> = ids.map(|id| (order.rank(clause(id)), place(id))).collect();
            assert!(ranks.is_sorted(), "{route}: {ranks:?}");
            firsts.extend(ranks.first().map(|(rank, _)| *rank));
        }
        assert!(firsts.len() > 1 && firsts.is_sorted(), "{route}: {firsts:?}");
    }
}

#[test]
fn targets_and_plain_obligations_come_before_encouragements() {
    let order = Order::new(EXPLORER.document(), &filter("#/explore?q=养老")).expect("conditions");
    let [target, plain, encouraged] = ["m7s4", "m7s1", "m7s2"].map(|id| order.rank(clause(id)));
    assert!(target < plain && plain < encouraged, "{target:?} {plain:?} {encouraged:?}");
}

#[test]
fn the_document_s_order_is_one_choice_away_and_every_list_says_which_order_it_has() {
    let said = |route: &str| text(seen(&EXPLORER.page(route).root, "order")[0]);
    let situation = route_of(persona("my-child"));
    let printed = format!("{situation}&by=printed");
    let place = |id: &String| EXPLORER.document().clauses.iter().position(|clause| clause.id.to_string() == *id);
    let places: Vec<_> = shown(&printed).iter().map(place).collect();
    assert!(places.len() > 10 && places.is_sorted(), "{places:?}");
    assert!(said(&situation).contains("点名的在前") && said(&printed).contains("按原文"));
    assert!(said("#/explore").contains("按原文"), "without conditions nothing is moved");
    assert!(said(&format!("{situation}&lang=en")).contains("named first"));
}

#[test]
fn no_order_changes_what_is_found() {
    let document = EXPLORER.document();
    for route in document.personas.iter().map(route_of) {
        let found = matching(EXPLORER.index(), document, &filter(&route));
        let found: Vec<String> = found.iter().map(|n| document.clauses[n].id.to_string()).collect();
        let cards: BTreeSet<String> = shown(&route).into_iter().collect();
        assert_eq!(cards, found.iter().cloned().collect(), "{route}");
        let file = EXPLORER.export(&route, "csv").expect("a format");
        let csv = serde_json::to_value(&file).expect("text");
        let rows: Vec<&str> = csv.as_str().expect("text").lines().skip(1).collect();
        assert_eq!(rows.len(), found.len(), "{route}");
        for (row, id) in rows.iter().zip(&found) {
            assert!(row.split(',').any(|cell| cell.trim_matches('"') == id), "files keep the text's order: {row}");
        }
    }
}

#[test]
fn a_life_situation_is_known_by_its_values_and_by_no_others() {
    let document = EXPLORER.document();
    let found = |route: &str| situation(document, &filter(route)).map(|persona| persona.id.as_str());
    assert_eq!(found("#/explore?group=elderly,pension-insured"), Some("my-parents"));
    assert_eq!(found("#/explore?group=elderly,pension-insured&domain=community&q=服务"), Some("my-parents"));
    assert_eq!(found("#/explore?group=elderly"), None);
    assert_eq!(found("#/explore?group=elderly,pension-insured,youth"), None);
    assert_eq!(found("#/explore?group=elderly,-pension-insured"), None);
    assert_eq!(found("#/explore?q=养老"), None);
}
