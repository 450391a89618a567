//! Whole pages, printed: what a reader of each route must find, and must not.

use std::collections::BTreeSet;

use minsheng::{
    html,
    page::Explorer,
    route::Route,
    tree::{Element, Node},
};

fn text(element: &Element) -> String {
    let mut out = String::new();
    for child in &element.children {
        match child {
            Node::Text(words) => out.push_str(words),
            Node::Element(child) if child.get("hidden").is_none() => out.push_str(&text(child)),
            Node::Element(_) => {}
        }
    }
    out
}

fn find<'e>(element: &'e Element, name: &str, value: &str) -> Vec<&'e Element> {
    let own = (element.get(name).is_some_and(|v| v.split(' ').any(|v| v == value))).then_some(element);
    let children = element.children.iter().filter_map(|child| match child {
        Node::Element(child) => Some(child),
        Node::Text(_) => None,
    });
    own.into_iter().chain(children.flat_map(|child| find(child, name, value))).collect()
}

fn one<'e>(element: &'e Element, name: &str, value: &str) -> &'e Element {
    let found = find(element, name, value);
    assert_eq!(found.len(), 1, "{name}={value}");
    found[0]
}

#[test]
fn the_static_page_holds_every_sentence_under_its_link() {
    let explorer = Explorer::new();
    let page = explorer.page("#/explore");
    for clause in &explorer.document().clauses {
        let card = one(&page.root, "id", &format!("/read/{}", clause.id));
        assert!(text(card).contains(&clause.text), "{}", clause.id);
    }
    assert_eq!(find(&page.root, "class", "card").len(), 77);
}

#[test]
fn ids_are_unique_and_links_are_canonical_on_every_page() {
    let explorer = Explorer::new();
    for route in [
        "#/explore",
        "#/explore?by=domain",
        "#/explore?by=group&lang=en",
        "#/explore?by=printed",
        "#/explore/m7s4?group=elderly&panel=cite",
        "#/read/m5s3",
        "#/targets",
        "#/about?lang=en",
    ] {
        let html = html::print(&explorer.page(route).root);
        let mut ids: Vec<&str> = html.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        let all = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), all, "{route}");
        let links: BTreeSet<&str> = html.split("\"#/").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        for link in links {
            let link = format!("#/{}", link.replace("&amp;", "&"));
            let (read, notices) = Route::parse(&link, explorer.document());
            let printed = read.print(&explorer.document().vocabulary);
            assert_eq!((printed, notices), (link, vec![]), "on {route}");
        }
    }
}

#[test]
fn the_filter_reads_as_a_sentence() {
    let explorer = Explorer::new();
    let say = |route: &str| text(one(&explorer.page(route).root, "id", "summary"));
    assert!(say("#/explore").starts_with("全文，共 76 句"));
    assert!(
        say("#/explore?group=elderly,pension-insured")
            .starts_with("与我父母老年人、养老保险参保人×有关的内容，共 13 句")
    );
    let both = say("#/explore?group=elderly&domain=elderly-care");
    assert!(both.starts_with("关于养老") && both.contains("、与老年人") && both.contains("有关的内容，共 "), "{both}");
    assert!(say("#/explore?wording=-encouraged&lang=en").contains("without"));
    assert!(say("#/explore?q=急难愁盼").contains("的内容，共 0 句，另有引言"));
}

#[test]
fn a_selected_value_marks_its_evidence_and_says_why() {
    let page = Explorer::new().page("#/explore?group=elderly");
    let card = one(&page.root, "id", "/read/m7s4");
    let marked: Vec<String> = find(card, "class", "evidence").into_iter().map(text).collect();
    assert!(marked.contains(&"老年人".to_owned()), "{marked:?}");
    assert!(text(one(card, "class", "why")).contains("老年人 ← “"));
    assert!(card.get("hidden").is_none());
    assert!(find(&page.root, "id", "/read/m9s1").is_empty(), "what does not match is not drawn");
}

#[test]
fn pinyin_marks_what_it_stands_for_and_says_what_that_is() {
    for (lang, places) in [("", "3 处"), ("&lang=en", "3 times")] {
        let page = Explorer::whole().page(&format!("#/explore?q=yanglao{lang}"));
        let card = one(&page.root, "id", "/read/m7s5");
        let marked: Vec<String> = find(card, "class", "match").into_iter().map(text).collect();
        assert_eq!(marked, ["养老", "养老", "养老"]);
        let why = text(one(card, "class", "why"));
        assert!(why.contains(&format!("“yanglao” → “养老” {places}")), "{why}");
    }
    let page = Explorer::whole().page("#/read/m7s5?q=yl");
    let marked: BTreeSet<String> = find(&page.root, "class", "match").into_iter().map(text).collect();
    assert!(marked.contains("养老") && marked.contains("医疗"), "{marked:?}");
    let page = Explorer::whole().page("#/explore?q=HPV");
    assert!(!text(one(&page.root, "class", "why")).contains(" → "), "what stands there needs no other words");
}

#[test]
fn nothing_found_says_so_keeps_the_filters_and_shows_the_way_back() {
    let page = Explorer::whole().page("#/explore?domain=housing&q=看病");
    let empty = text(one(&page.root, "class", "empty"));
    assert!(
        empty.contains("没有同时符合这些条件的句子")
            && empty.contains("去掉 住房 → ")
            && empty.contains("去掉 “看病” → "),
        "{empty}"
    );
    assert!(empty.contains("医疗"), "offers the text's own word: {empty}");
    assert!(find(&page.root, "class", "housing").iter().any(|row| html::print(row).contains("checked")));
}

#[test]
fn every_target_shows_its_scope_hedges_and_time_in_the_opinions_words_and_never_a_year() {
    let explorer = Explorer::new();
    for lang in ["", "?lang=en"] {
        let page = explorer.page(&format!("#/targets{lang}"));
        let words = text(&page.root);
        for needed in ["80%", "1000", "5年左右", "10年左右", "原则上", "有条件", "一刀切"] {
            assert!(words.contains(needed), "{needed}");
        }
        assert_eq!(html::print(&page.root).matches("<tr class=").count(), 8);
        for year in 2026..2040 {
            assert!(!words.contains(&year.to_string()), "{year} is not in the text");
        }
    }
}

#[test]
fn what_comes_from_outside_stays_text() {
    let page = Explorer::new().page("#/explore?q=%3Cscript%3Ealert(1)%3C/script%3E&x=%3Cimg%20src=x%3E");
    let html = html::print(&page.root);
    assert!(!html.contains("<script") && !html.contains("<img"));
    assert!(html.contains("&lt;script&gt;") && html.contains("&lt;img src=x&gt;"));
}

#[test]
fn official_text_is_tagged_chinese_in_the_english_interface() {
    let page = Explorer::new().page("#/explore?lang=en");
    assert_eq!(page.root.get("lang"), Some("en"));
    check_runs(&page.root, "en");
}

/// Every text with Chinese characters stands under `lang="zh-Hans"`, but for the name of its other script.
fn check_runs(element: &Element, lang: &str) {
    let lang = element.get("lang").unwrap_or(lang);
    for child in &element.children {
        match child {
            Node::Element(child) => check_runs(child, lang),
            Node::Text(words) => {
                let chinese = words.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
                let named = words == "繁體" && lang == "zh-Hant";
                assert!(!chinese || lang == "zh-Hans" || named, "{words} under {lang}");
            }
        }
    }
}

#[test]
fn every_view_and_state_has_a_window_title_of_its_own() {
    let explorer = Explorer::whole();
    let routes = [
        "#/explore",
        "#/explore?group=elderly",
        "#/explore?group=-elderly",
        "#/explore?domain=elderly-care,childcare",
        "#/explore?domain=elderly-care&group=elderly",
        "#/explore?q=床位",
        "#/explore?panel=embed",
        "#/read",
        "#/read?q=床位",
        "#/read/m7",
        "#/read/m7s4",
        "#/read/m7s5",
        "#/read/m7s4?panel=cite",
        "#/targets",
        "#/matrix",
        "#/matrix?across=wording",
        "#/check",
        "#/about",
    ];
    let titles: BTreeSet<String> = routes.map(|route| explorer.page(route).title).into();
    assert_eq!(titles.len(), routes.len(), "{titles:#?}");
    let found = explorer.page("#/explore?group=elderly").title;
    assert!(found.starts_with("与老年人有关，") && found.ends_with(" 句 · 民生意见浏览器"), "{found}");
    let found = explorer.page("#/explore?group=elderly&q=%E5%BA%8A%E4%BD%8D&lang=en").title;
    assert!(found.starts_with("For Older people, “床位”: ") && found.ends_with(" · Minsheng Explorer"), "{found}");
}

#[test]
fn the_about_view_begins_with_its_contents_and_the_downloads() {
    let page = Explorer::whole().page("#/about").root;
    let parts = one(&page, "class", "parts");
    let links = find(parts, "data-jump", "");
    assert_eq!(links.len(), 6);
    for link in links {
        let id = link.get("href").and_then(|href| href.strip_prefix('#')).expect("a part of the page");
        assert_eq!(text(one(&page, "id", id)), text(link));
    }
    let said = html::print(one(&page, "class", "about"));
    let [contents, downloads, sources] =
        ["class=\"parts\"", "data/opinion.json", "class=\"sources\""].map(|part| said.find(part).expect(part));
    assert!(contents < downloads && downloads < sources);
}

#[test]
fn each_row_of_the_matrix_says_how_many_of_its_cells_are_zero() {
    let page = Explorer::whole().page("#/matrix").root;
    let table = one(&page, "class", "counts");
    let (buttons, zeros) = (find(table, "class", "zeros"), find(table, "class", "of0"));
    let said: usize = buttons
        .iter()
        .map(|it| text(it).chars().filter(char::is_ascii_digit).collect::<String>())
        .map(|n| {
            // The last digit is the zero itself: 「另有 22 项为 0」.
            n[..n.len() - 1].parse::<usize>().expect("a number")
        })
        .sum();
    assert!(!buttons.is_empty() && said == zeros.len(), "{said} of {}", zeros.len());
}

#[test]
fn a_list_that_is_a_cell_of_the_matrix_leads_back_to_it() {
    let explorer = Explorer::whole();
    let back = |route: &str| find(&explorer.page(route).root, "class", "back").len();
    assert_eq!(back("#/explore?domain=elderly-care&group=elderly"), 1);
    assert_eq!(back("#/explore?domain=elderly-care&wording=encouraged&across=wording"), 1);
    assert_eq!(back("#/explore?domain=elderly-care&wording=encouraged") + back("#/explore?domain=elderly-care"), 0);
}
