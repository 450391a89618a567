//! Long links, searches and pasted texts: what is shown of them is bounded and said, and what is four times as long takes no
//! longer than four of a quarter. Only times of one run are compared, and of work that takes as long where all is well: a
//! load beside it slows both.

use std::{hint::black_box, time::Instant};

use minsheng::{
    bounds,
    export::api::{Asked, Field},
    html,
    page::Explorer,
    quote::check,
    route::{Reason, Route, Script},
};

/// The whole against four quarters: linear work takes as long, quadratic work four times as long.
const MOST: f64 = 2.5;

fn time(work: &dyn Fn()) -> f64 {
    let start = Instant::now();
    work();
    start.elapsed().as_secs_f64()
}

/// How much longer the whole takes than four quarters, by the least of some times in turn: what else the machine does only adds.
fn ratio(quarter: &dyn Fn(), whole: &dyn Fn()) -> f64 {
    let (mut parts, mut all) = (f64::MAX, f64::MAX);
    for _ in 0..2 {
        parts = parts.min(time(&|| (0..4).for_each(|_| quarter())));
        all = all.min(time(whole));
    }
    all / parts
}

/// A ratio that is too high is taken again.
fn in_proportion(name: &str, quarter: &dyn Fn(), whole: &dyn Fn()) {
    let mut ratios: Vec<f64> = Vec::new();
    while ratios.len() < 5 && ratios.last().is_none_or(|ratio| *ratio >= MOST) {
        ratios.push(ratio(quarter, whole));
    }
    assert!(ratios.last().is_some_and(|ratio| *ratio < MOST), "{name}: {ratios:.1?} times as long as four quarters");
}

/// `n` characters of what these repeat.
fn of(n: usize, parts: &[&str]) -> String {
    let share = n / parts.len();
    parts.iter().map(|part| part.repeat(share / part.chars().count())).collect()
}

#[test]
fn a_pasted_text_is_checked_in_proportion_to_its_length() {
    let explorer = Explorer::new();
    let text: String = explorer.document().clauses.iter().map(|clause| clause.text.as_str()).collect();
    let paste = |text: &str| drop(black_box(check(explorer.document(), &explorer.index().fold, text)));
    let families: [&[&str]; 15] = [
        &["「", "”"],
        &["「", "“", "』"],
        &["“", "「", "”", "」"],
        &["“「", "”"],
        &["“"],
        &["\""],
        &["“一”"],
        &["“基本公共服务。”"],
        &["基本公共服务，"],
        &["，"],
        &["一，"],
        &["\n"],
        &["一\n"],
        &["《意见》提出"],
        &[&text],
    ];
    for parts in families {
        let [quarter, whole] = [bounds::PASTED / 4, bounds::PASTED].map(|n| of(n, parts));
        let name: String = parts.concat().chars().take(12).collect();
        in_proportion(&name, &|| paste(&quarter), &|| paste(&whole));
    }
}

#[test]
fn a_link_is_read_and_shown_in_proportion_to_its_length() {
    let explorer = Explorer::whole();
    let families: [(&str, &[&str]); 22] = [
        ("#/explore?q=", &["床"]),
        ("#/explore?q=", &["床 "]),
        ("#/explore?q=", &["zh"]),
        ("#/explore?q=", &["\""]),
        ("#/explore?q=", &["%2525", "25"]),
        ("#/explore?q=", &["+"]),
        ("#/explore?q=", &["。"]),
        ("#/explore?lang=en&q=", &["people "]),
        ("#/explore?lang=en&q=", &["p"]),
        ("#/explore?", &["x&"]),
        ("#/explore?", &["x=y&"]),
        ("#/explore?", &["amp;"]),
        ("#/explore?", &["domain=x&"]),
        ("#/explore?domain=", &["x,"]),
        ("#/explore?domain=", &["housing,"]),
        ("#/explore?domain=", &["housing,", "-housing,"]),
        ("#/explore?domain=housing", &["%26x%3Dy"]),
        ("#/explore?", &["%EF%BC%86x%EF%BC%9Dy"]),
        ("#/read/m5s3", &["。"]),
        ("#/read/m5s3:0-4?words=", &["养"]),
        ("#/", &["/"]),
        ("#", &["%25"]),
    ];
    for (before, parts) in families {
        let [quarter, whole] = [30_000, 120_000].map(|n| [before, &of(n, parts)].concat());
        let name = format!("{before}{}", parts.concat());
        in_proportion(&name, &|| drop(black_box(explorer.page(&quarter))), &|| drop(black_box(explorer.page(&whole))));
    }
}

#[test]
fn programs_are_answered_in_proportion_to_what_they_ask() {
    let explorer = Explorer::whole();
    let ask = |name: &str, value: Asked| {
        drop(black_box(explorer.search(&[Field { name: name.into(), value: Some(value) }])));
    };
    let list = |n: usize, id: &str| Asked::List(vec![id.to_owned(); n]);
    in_proportion("one value often", &|| ask("domain", list(30_000, "housing")), &|| {
        ask("domain", list(120_000, "housing"));
    });
    in_proportion("a long query", &|| ask("q", Asked::Text("床 ".repeat(30_000))), &|| {
        ask("q", Asked::Text("床 ".repeat(120_000)));
    });
    in_proportion("a long place", &|| drop(explorer.cite(&"m".repeat(30_000), "text", Script::Hans)), &|| {
        drop(explorer.cite(&"m".repeat(120_000), "text", Script::Hans));
    });
    in_proportion(
        "a long text typed",
        &|| drop(explorer.page(&explorer.typed("#/explore", &"床 ".repeat(30_000)))),
        &|| {
            drop(explorer.page(&explorer.typed("#/explore", &"床 ".repeat(120_000))));
        },
    );
}

#[test]
fn what_is_said_of_a_link_is_bounded_in_number_and_length() {
    let explorer = Explorer::new();
    let plain = html::print(&explorer.page("#/explore").root).len();
    for parts in ["x&", "x=y&", "domain=x&", "domain=x,y,z&", "by=x&"] {
        let link = format!("#/explore?{}", parts.repeat(20_000));
        let page = explorer.page(&link);
        assert_eq!(page.notices.len(), bounds::NOTICES + 1, "{parts}");
        assert!(page.notices.last().is_some_and(|last| last.contains("此外")), "{:?}", page.notices);
        assert!(html::print(&page.root).len() < plain + 2000, "{parts}");
    }
    let page = explorer.page(&format!("#/explore?{}=1", "公".repeat(50_000)));
    assert!(page.notices[0].chars().count() < bounds::QUOTED + 40, "{}", page.notices[0]);
    assert!(page.notices[0].contains("公…”"), "a part that is cut ends in three dots: {}", page.notices[0]);
}

#[test]
fn a_search_is_cut_where_nobody_searches_any_more_and_the_page_says_so() {
    let explorer = Explorer::new();
    let document = explorer.document();
    let longest = document.clauses.iter().map(|clause| clause.text.chars().count()).max().unwrap();
    let english = Explorer::whole().document().english.clauses.iter().map(|text| text.chars().count()).max().unwrap();
    assert!(longest.max(english) < bounds::QUERY, "any sentence can be searched whole, in both languages");
    for (words, cut) in
        [("床".repeat(bounds::QUERY), false), ("床".repeat(bounds::QUERY + 1), true), ("床 ".repeat(90_000), true)]
    {
        let (route, notices) = Route::parse(&format!("#/explore?q={words}"), document);
        assert!(route.filter.q().chars().count() <= bounds::QUERY);
        assert_eq!(notices.iter().any(|notice| notice.reason == Reason::Long), cut);
        let printed = route.print(&document.vocabulary);
        assert_eq!(Route::parse(&printed, document), (route, vec![]));
    }
    let said =
        explorer.search(&[Field { name: "q".into(), value: Some(Asked::Text("床".repeat(bounds::QUERY + 1))) }]);
    assert!(said.is_err_and(|error| error.contains(&bounds::QUERY.to_string())));
}

#[test]
fn a_strangers_words_are_quoted_as_the_links_and_change_no_line() {
    let explorer = Explorer::new();
    for (lang, says) in [("zh-Hans", "链接里写的“"), ("en", "The link says “")] {
        let page = explorer.page(&format!("#/explore?本站公告：今天%0A停止服务\u{202e}=1&lang={lang}"));
        let html = html::print(&page.root);
        let (_, quoted) = html.split_once(&format!("<li>{says}<bdi>")).unwrap_or_else(|| panic!("{lang}"));
        let quoted = quoted.split("</bdi>”").next().unwrap_or_default();
        assert!(["本站公告：今天", "停止服务", "=1"].iter().all(|words| quoted.contains(words)), "{quoted}");
        assert!(!quoted.contains(['\n', '\u{202e}']), "{quoted}");
        assert!(
            page.notices.iter().all(|notice| notice.starts_with('“') && !notice.contains('\n')),
            "{:?}",
            page.notices
        );
    }
    let page = Explorer::whole().page("#/explore?国务=1&lang=zh-Hant");
    let html = html::print(&page.root);
    assert!(html.contains("<bdi>国务=1</bdi>") && html.contains("鏈接"), "what the link says stays as it is");
    assert!(page.notices[0].starts_with("“国务=1”") && page.notices[0].contains("這"), "{:?}", page.notices);
}
