//! English beside the Chinese, everyday words, the glossary: what is ours stands beside the text, says so, and changes none of
//! it; and a reader of English finds by English words.

use std::collections::BTreeSet;

use minsheng::{
    page::Explorer,
    tree::{Element, Node},
};

fn children(element: &Element) -> impl Iterator<Item = &Element> {
    element.children.iter().filter_map(|child| match child {
        Node::Element(child) => Some(child),
        Node::Text(_) => None,
    })
}

fn all<'e>(element: &'e Element, is_wanted: &dyn Fn(&Element) -> bool) -> Vec<&'e Element> {
    let own = is_wanted(element).then_some(element);
    own.into_iter().chain(children(element).flat_map(|child| all(child, is_wanted))).collect()
}

fn has_class(element: &Element, class: &str) -> bool {
    element.get("class").is_some_and(|classes| classes.split(' ').any(|one| one == class))
}

fn of_class<'e>(element: &'e Element, class: &str) -> Vec<&'e Element> {
    all(element, &|element| has_class(element, class))
}

fn text(element: &Element) -> String {
    let said = element.children.iter().map(|child| match child {
        Node::Text(words) => words.clone(),
        Node::Element(child) => text(child),
    });
    said.collect()
}

/// The sentences as they are shown, without their numbers.
fn sentences(page: &Element) -> Vec<String> {
    let number = |element: &Element| -> usize {
        of_class(element, "number").iter().map(|number| text(number).chars().count()).sum()
    };
    let own = |sentence: &&Element| {
        let said = text(sentence);
        said.chars().take(said.chars().count() - number(sentence)).collect()
    };
    of_class(page, "s").iter().map(own).collect()
}

#[test]
fn every_sentence_and_heading_has_its_translation_beside_it_and_is_as_it_was() {
    let explorer = Explorer::whole();
    let document = explorer.document();
    let (chinese, english) = (explorer.page("#/read").root, explorer.page("#/read?lang=en").root);
    let texts: Vec<String> = document.clauses.iter().map(|clause| clause.text.clone()).collect();
    assert_eq!((sentences(&chinese), sentences(&english)), (texts.clone(), texts));
    assert!(of_class(&chinese, "english").is_empty());
    let article = of_class(&english, "document")[0];
    let beside: Vec<String> = of_class(article, "english").iter().map(|one| text(one)).collect();
    for clause in &document.clauses {
        let translation = document.translated(clause.id).expect("every clause is translated");
        assert!(beside.iter().any(|text| text == translation), "{}", clause.id);
    }
    assert_eq!(beside.len(), 1 + 5 + 10 + 77, "title, headings, sentences");
    assert!(of_class(&english, "english").iter().all(|one| one.get("lang") == Some("en")));
    assert_eq!(of_class(article, "ours").len(), 1, "it says whose the English is");
}

#[test]
fn a_reader_of_english_finds_by_the_words_of_the_translation() {
    let explorer = Explorer::whole();
    let document = explorer.document();
    let lower: Vec<String> = document.english.clauses.iter().map(|text| text.to_lowercase()).collect();
    let words: BTreeSet<&str> = lower
        .iter()
        .flat_map(|text| text.split(|c: char| !c.is_ascii_alphabetic()))
        .filter(|word| word.len() > 2)
        .collect();
    assert!(words.len() > 400, "{}", words.len());
    // Every one of them would take a minute.
    for word in words.into_iter().step_by(7) {
        let begins = |text: &&String| text.split(|c: char| !c.is_alphanumeric()).any(|one| one.starts_with(word));
        let expected = lower.iter().filter(begins).count();
        let page = explorer.page(&format!("#/explore?q={word}&lang=en")).root;
        let shown = all(&page, &|card| has_class(card, "card") && !card.retained);
        assert_eq!(shown.len(), expected, "{word}");
        for card in shown {
            let translation = all(card, &|one| one.tag == "p" && has_class(one, "english"));
            let marked: Vec<String> = of_class(translation[0], "match").iter().map(|mark| text(mark)).collect();
            assert!(!marked.is_empty() && marked.iter().all(|mark| mark.to_lowercase() == word), "{word}: {marked:?}");
        }
    }
}

#[test]
fn who_reads_chinese_finds_nothing_by_the_translation() {
    let explorer = Explorer::whole();
    let count = |route: &str| {
        let page = explorer.page(route).root;
        all(&page, &|card| has_class(card, "card") && !card.retained).len()
    };
    assert!(count("#/explore?q=beds&lang=en") > 0 && count("#/explore?q=beds") == 0);
    assert_eq!(count("#/explore?q=yanglao&lang=en"), count("#/explore?q=养老"), "pinyin is read in English too");
}

#[test]
fn the_terms_of_a_sentence_are_explained_where_they_are_asked_for() {
    let explorer = Explorer::whole();
    let document = explorer.document();
    for (lang, route) in [("zh", "#/read?layers=terms"), ("en", "#/read?layers=terms&lang=en")] {
        let page = explorer.page(route).root;
        for clause in &document.clauses {
            let note = all(&page, &|one| one.get("id") == Some(&format!("beside-{}", clause.id)));
            let said = note.first().map(|note| text(note)).unwrap_or_default();
            for term in document.terms.iter().filter(|term| clause.text.contains(&term.term)) {
                let inside = |other: &&minsheng_document::Term| {
                    other.term.len() > term.term.len() && clause.text.contains(&other.term)
                };
                let meaning = if lang == "en" { &term.meaning.en } else { &term.meaning.zh };
                let is_said = said.contains(&term.term) && said.contains(meaning) && said.contains(&term.en);
                assert!(is_said || document.terms.iter().any(|other| inside(&other)), "{}: {}", clause.id, term.term);
            }
        }
    }
    assert!(document.terms_in("城乡居民基本医疗保险").len() == 1, "the longest alone");
}

#[test]
fn every_hedge_can_be_read_in_everyday_words_and_in_large_type_they_come_first() {
    let explorer = Explorer::whole();
    let document = explorer.document();
    let page = explorer.page("#/explore").root;
    for plain in document.plain.iter().filter(|plain| document.clause(plain.at).is_some()) {
        let key = plain.at.to_string();
        let card = |page| all(page, &|one: &Element| one.key.as_deref() == Some(&key))[0];
        let more = of_class(card(&page), "closer")[0];
        let note = of_class(more, "plain")[0];
        assert!(text(note).ends_with(&plain.zh) && has_class(note, "ours"), "{key}");
        let large = explorer.page(&format!("#/read/{key}?mode=elder")).root;
        let order: Vec<&Element> = children(card(&large)).filter(|one| one.tag == "p").collect();
        let place = |class| order.iter().position(|one| has_class(one, class));
        assert!(place("plain") < place("text") && place("plain").is_some(), "{key}");
    }
    let measures = explorer.page("#/read?layers=plain").root;
    assert_eq!(all(&measures, &|one| one.tag == "p" && has_class(one, "plain")).len(), 10);
    let page = explorer.page("#/read").root;
    assert!(all(&page, &|one| one.tag == "p" && has_class(one, "plain")).is_empty(), "only where it is asked for");
}

#[test]
fn the_citation_names_the_title_as_the_translation_does() {
    assert_eq!(minsheng::cite::TITLE_EN, Explorer::whole().document().english.title);
}

#[test]
fn a_translator_leaves_alone_what_has_its_translation_beside_it_and_nothing_else() {
    let explorer = Explorer::whole();
    let is_kept = |element: &Element| element.get("translate") == Some("no");
    for route in ["#/read", "#/explore", "#/explore?lang=zh-Hant", "#/read?lang=zh-Hant", "#/targets", "#/about"] {
        assert!(all(&explorer.page(route).root, &|element| element.get("translate").is_some()).is_empty(), "{route}");
    }
    for route in ["#/read?lang=en", "#/explore?lang=en"] {
        let page = explorer.page(route).root;
        let with_both = |element: &Element| children(element).any(|child| has_class(child, "english"));
        for parent in all(&page, &with_both) {
            let pairs: Vec<&Element> = children(parent).collect();
            for (n, english) in pairs.iter().enumerate().filter(|(_, child)| has_class(child, "english")) {
                let inside = is_kept(parent) && english.get("translate") == Some("yes");
                assert!(inside || is_kept(pairs[n - 1]), "{route}: {}", text(english));
            }
        }
        assert!(all(&page, &is_kept).len() > 76, "{route}");
    }
}
