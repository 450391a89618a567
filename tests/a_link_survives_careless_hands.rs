//! Links as chats, mails and word processors leave them: where each one leads, and what is said of it.

use std::fs;

use minsheng::{
    page::Explorer,
    percent,
    route::{Reason, Route},
};
use minsheng_document::Document;

/// What may follow a link or stand in it.
const MARKS: [&str; 30] = [
    "。", "）", "，", "；", "”", "》", ".", ")", ",", ":", ";", "!", "?", "'", "\"", "]", "」", "』", "、", "…", "！",
    "？", "：", "’", ">", "】", "……", "。”", "”。", ").",
];
/// What nobody sees.
const UNSEEN: [&str; 8] = [" ", "\n", "\t", "\u{3000}", "\u{a0}", "\u{200b}", "\u{feff}", "\u{2060}"];

fn lands(document: &Document, link: &str) -> String {
    let (route, notices) = Route::parse(link, document);
    assert!(notices.is_empty(), "{link}: {notices:?}");
    route.print(&document.vocabulary)
}

/// The links and where they lead, from the documentation's table.
fn documented() -> Vec<(String, String)> {
    let text = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/links.md")).unwrap();
    let cells = |line: &str| {
        Some((
            line.strip_prefix("| `")?.strip_suffix("` |")?.split_once("` | `")?.0.to_owned(),
            line.strip_suffix("` |")?.rsplit_once('`')?.1.to_owned(),
        ))
    };
    text.lines().filter_map(cells).collect()
}

/// Routes of every kind, as we print them.
fn printed(document: &Document) -> Vec<String> {
    let cited = Explorer::new().cite("m5s3:4-12", "link", minsheng::route::Script::Hans);
    assert!(cited.is_empty(), "no site is known");
    let place = "m5s3:4-12".parse().ok();
    let words = minsheng::cite::route(document, place).print(&document.vocabulary);
    let mut routes: Vec<String> = [
        "#/read/m5s3",
        "#/read/p",
        "#/read/g7:0-3",
        "#/targets",
        "#/explore?domain=elderly-care,childcare&wording=-encouraged&by=domain",
        "#/read/c2?lang=zh-Hant&theme=dark&panel=cite",
    ]
    .map(Into::into)
    .into();
    routes.push(words);
    routes
}

#[test]
fn each_row_of_the_documentation_opens_what_it_says() {
    let explorer = Explorer::new();
    let rows = documented();
    assert!(rows.len() > 35, "{}", rows.len());
    for (link, opens) in rows {
        assert_eq!(lands(explorer.document(), &link), opens, "{link}");
    }
}

#[test]
fn marks_words_and_unseen_characters_after_a_link_change_nothing() {
    let explorer = Explorer::new();
    let document = explorer.document();
    for route in printed(document) {
        for end in MARKS.iter().chain(&UNSEEN).copied().chain([
            "。见下文",
            "#wechat_redirect",
            "&from=timeline&isappinstalled=0",
        ]) {
            for end in [end.to_owned(), percent::encode(end), format!("{end}\u{200b} {end}")] {
                assert_eq!(lands(document, &format!("{route}{end}")), route, "{route}{end}");
            }
        }
    }
}

#[test]
fn several_accidents_together_change_nothing() {
    let explorer = Explorer::new();
    let document = explorer.document();
    for route in printed(document) {
        let twice = route.replace('%', "%25");
        let markup = route.replace('&', "&amp;");
        let wide = route.replace('?', "？").replace('&', "＆").replace('=', "＝");
        let broken = route.replace('/', "/\u{200b}").replace('=', "=\n");
        let all = format!("{}#wechat_redirect ", markup.replace('%', "%2525"));
        for link in [twice, markup, wide, broken, all] {
            assert_eq!(lands(document, &link), route, "{link}");
            assert_eq!(lands(document, &format!("{link}。”")), route, "{link}");
        }
    }
}

#[test]
fn every_sentence_and_every_citation_of_words_can_be_followed_by_a_full_stop() {
    let explorer = Explorer::new();
    let document = explorer.document();
    for clause in &document.clauses {
        let route = format!("#/read/{}", clause.id);
        assert_eq!(lands(document, &format!("{route}。")), route);
        let place = format!("{}:0-4", clause.id).parse().ok();
        let words = minsheng::cite::route(document, place).print(&document.vocabulary);
        for end in [".", "。", "”", ")", "%E3%80%82"] {
            assert_eq!(lands(document, &format!("{words}{end}")), words, "{words}{end}");
        }
    }
}

#[test]
fn words_may_be_followed_by_marks_but_other_words_are_not_marked() {
    let explorer = Explorer::new();
    let document = explorer.document();
    let clause = &document.clauses[10];
    let words: String = clause.text.chars().take(6).collect();
    let link = |words: &str| format!("#/read/{}:0-6?words={words}", clause.id);
    for same in [
        format!("{words}。"),
        format!("{words}”"),
        format!(" {words}\u{200b}\n"),
        format!("{}\u{3000}{}", &words[..6], &words[6..]),
    ] {
        let (route, notices) = Route::parse(&link(&same), document);
        assert!(notices.is_empty() && route.place.is_some_and(|place| place.span.is_some()), "{same}: {notices:?}");
    }
    for other in [format!("{words}多"), words.chars().skip(1).collect(), format!("，{words}")] {
        let (route, notices) = Route::parse(&link(&other), document);
        assert_eq!(notices.iter().map(|notice| notice.reason).collect::<Vec<_>>(), [Reason::Words], "{other}");
        assert!(route.place.is_some_and(|place| place.span.is_none()));
    }
}

#[test]
fn what_leads_nowhere_without_its_marks_is_named() {
    let explorer = Explorer::new();
    for (link, reason) in [
        ("#/nowhere。", Reason::View),
        ("#/浏览", Reason::View),
        ("#/read/m99s1。", Reason::Place),
        ("#/read/第五条", Reason::Place),
        ("#/explore?domain=astrology。", Reason::Value),
        ("#/explore?domain=elderly-care,养老", Reason::Value),
        ("#/explore?colour=blue。", Reason::Parameter),
        ("#/explore?by=mood”", Reason::Value),
    ] {
        let (_, notices) = Route::parse(link, explorer.document());
        assert_eq!(notices.iter().map(|notice| notice.reason).collect::<Vec<_>>(), [reason], "{link}");
    }
}

#[test]
fn a_search_keeps_its_marks_where_the_text_has_them_and_else_goes_without() {
    let explorer = Explorer::new();
    let found = |link: &str| {
        let page = explorer.page(link);
        (page.status, minsheng::html::print(&page.root))
    };
    let ending = explorer.document().clauses.iter().find(|clause| clause.text.ends_with("。")).unwrap();
    let last: String = ending.text.chars().rev().take(5).collect::<Vec<_>>().into_iter().rev().collect();
    assert!(!found(&format!("#/explore?q={last}")).1.contains("不计前后标点"), "{last}");
    let plain = found("#/explore?q=护理型床位");
    for words in ["护理型床位。", "护理型床位）", "“护理型床位”？", "护理型床位；"] {
        let marked = found(&format!("#/explore?q={words}"));
        assert_eq!(marked.0, plain.0, "{words}");
        assert!(marked.1.contains("不计前后标点") && !plain.1.contains("不计前后标点"), "{words}");
    }
    assert!(found("#/explore?q=beds)&lang=en").1.contains("without the marks around it"));
    assert!(found("#/explore?q=护理型床位）&lang=zh-Hant").0 != found("#/explore").0);
}

#[test]
fn our_own_text_needs_no_plus_no_escape_and_no_question_mark() {
    let explorer = Explorer::whole();
    let document = explorer.document();
    let titles = document
        .measures
        .iter()
        .map(|measure| &measure.title)
        .chain(document.chapters.iter().map(|chapter| &chapter.title));
    for text in document
        .clauses
        .iter()
        .map(|clause| &clause.text)
        .chain(titles)
        .chain([&document.title])
        .chain(&document.english.clauses)
    {
        assert_eq!(&percent::decode(&percent::encode(text)), text);
        assert!(!text.contains(['+', '?', '#', '&']), "{text}");
    }
}
