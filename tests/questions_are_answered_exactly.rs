//! Search and facets against brute force: whatever the filter, hits and counts are what reading every sentence gives.

use std::sync::LazyLock;

use minsheng::{
    fold::Fold,
    index::matches,
    page::Explorer,
    query::{Term, terms},
    route::{Filter, Route},
    search::{Hits, Why, matching, search, why},
};
use minsheng_document::{Clause, Document, ValueId, Vocabulary};
use proptest::prelude::*;

static EXPLORER: LazyLock<Explorer> = LazyLock::new(Explorer::whole);

/// The folded text of every sentence. Folding takes most of the time of a brute-force search.
static FOLDED: LazyLock<Vec<String>> = LazyLock::new(|| {
    let explorer = &*EXPLORER;
    explorer.document().clauses.iter().map(|clause| folded(&explorer.index().fold, &clause.text)).collect()
});

fn folded(fold: &Fold, text: &str) -> String {
    fold.text(text).map(|(_, c)| c).collect()
}

/// The definition, read out loud: AND across facets, OR within one, NOT for exclusions, every term in the text.
fn matches_filter(document: &Document, fold: &Fold, filter: &Filter, text: &str, clause: &Clause) -> bool {
    let words = filter.q().split(char::is_whitespace).map(|word| folded(fold, word)).all(|word| text.contains(&word));
    let has = |value: ValueId| clause.tags.iter().any(|tag| tag.value == value);
    let facet = |value: ValueId| document.vocabulary.values[usize::from(value.0)].facet;
    let excluded = filter.selected().iter().any(|s| s.excluded && has(s.value));
    let included: Vec<ValueId> = filter.selected().iter().filter(|s| !s.excluded).map(|s| s.value).collect();
    let facets = included.iter().all(|value| included.iter().any(|v| facet(*v) == facet(*value) && has(*v)));
    words && !excluded && facets
}

/// What a value would give: its facet's other selections gone, its own exclusion gone, itself selected.
fn would_give(vocabulary: &Vocabulary, filter: &Filter, value: ValueId) -> Filter {
    let facet = vocabulary.values[usize::from(value.0)].facet;
    let others =
        filter.selected().iter().filter(|s| !s.excluded && vocabulary.values[usize::from(s.value.0)].facet == facet);
    others.fold(filter.clone(), |filter, s| filter.without(s.value)).with(value, false)
}

fn brute(explorer: &Explorer, filter: &Filter) -> Vec<usize> {
    let document = explorer.document();
    let fold = &explorer.index().fold;
    let clauses = FOLDED.iter().zip(&document.clauses).enumerate();
    clauses.filter(|(_, (text, clause))| matches_filter(document, fold, filter, text, clause)).map(|(n, _)| n).collect()
}

fn hits(explorer: &Explorer, filter: &Filter) -> Hits {
    search(explorer.index(), explorer.document(), filter)
}

fn any_filter() -> impl Strategy<Value = Filter> {
    let values = EXPLORER.document().vocabulary.values.len();
    let selection = (0..values, prop::bool::weighted(0.2));
    let text: String = EXPLORER.document().clauses.iter().map(|clause| clause.text.as_str()).collect();
    let chars: Vec<char> = text.chars().collect();
    let words = (0..chars.len(), 1_usize..4)
        .prop_map(move |(start, length)| chars.iter().skip(start).take(length).collect::<String>());
    let q =
        prop_oneof![Just(String::new()), words.clone(), (words.clone(), words).prop_map(|(a, b)| format!("{a} {b}"))];
    (prop::collection::vec(selection, 0..5), q).prop_map(|(selected, q)| {
        let select = |filter: Filter, (value, excluded)| filter.with(ValueId(u8::try_from(value).unwrap()), excluded);
        selected.into_iter().fold(Filter::default(), select).searching(&q)
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn hits_and_counts_equal_brute_force(filter in any_filter()) {
        let explorer = &*EXPLORER;
        let vocabulary = &explorer.document().vocabulary;
        let hits = hits(explorer, &filter);
        prop_assert_eq!(hits.clauses.iter().collect::<Vec<_>>(), brute(explorer, &filter));
        prop_assert_eq!(matching(explorer.index(), explorer.document(), &filter), hits.clauses.clone());
        for (n, counted) in hits.counts.iter().enumerate() {
            let value = ValueId(u8::try_from(n).unwrap());
            prop_assert_eq!(counted.now, brute(explorer, &would_give(vocabulary, &filter, value)).len());
            prop_assert_eq!(counted.all, brute(explorer, &Filter::default().with(value, false)).len());
        }
    }

    #[test]
    fn marks_stand_on_the_words_they_stand_for(filter in any_filter()) {
        let explorer = &*EXPLORER;
        let fold = &explorer.index().fold;
        let hits = hits(explorer, &filter);
        for n in hits.clauses.iter() {
            let clause = &explorer.document().clauses[n];
            let reasons = why(explorer.index(), &filter, &hits.terms, n, clause);
            let terms = reasons.iter().filter(|why| matches!(why, Why::Term(..))).count();
            prop_assert_eq!(terms, hits.terms.len(), "every term is a reason");
            for reason in reasons {
                if let Why::Term(term, spans) = reason {
                    for span in spans {
                        prop_assert_eq!(folded(fold, span.of(&clause.text)), term.iter().collect::<String>());
                    }
                }
            }
        }
    }

    #[test]
    fn a_printed_route_reads_back_as_itself(filter in any_filter(), view in 0_usize..8, by in 0_usize..4, tongue in 0_usize..3, theme in 0_usize..4, mode in 0_usize..3, size in 0_usize..3, panel in 0_usize..6, across in 0_usize..3, text in 0_usize..2, layers in 0_usize..16, range in 0_u16..20, place in 0_usize..77) {
        use minsheng::route::{Across, Grouping, Layer, Layers, Mode, Panel, Size, TONGUES, Text, Theme, View, Words, digest};
        use minsheng_document::{Place, Span};
        let explorer = &*EXPLORER;
        let view = View::ALL[view];
        let id = explorer.document().clauses[place].id;
        let clause = &explorer.document().clauses[place];
        let fits = usize::from(range) < clause.text.chars().count();
        let span = (range > 0 && fits).then_some(Span { start: range / 2, end: range + 1 });
        let words = span.filter(|_| view == View::Read).map(|span| Words { exact: span.of(&clause.text).into(), digest: digest(&clause.text) });
        let place = (view == View::Read).then_some(Place { id, span });
        let (across, text) = (Across::ALL[across], Text::ALL[text]);
        let wanted = Layer::ALL.iter().enumerate().filter(|(n, _)| layers & 1 << n != 0);
        let layers = wanted.fold(Layers::default(), |layers, (_, layer)| layers.toggled(*layer));
        let (by, theme, panel) = (Grouping::ALL[by], Theme::ALL[theme], Panel::ALL[panel]);
        let (lang, script) = TONGUES[tongue];
        let (mode, size) = (Mode::ALL[mode], Size::ALL[size]);
        prop_assume!(view.is_of(mode) && panel.is_of(mode));
        let route = Route { view, place, words, across, text, layers, filter, by, lang, script, theme, mode, size, panel };
        let printed = route.print(&explorer.document().vocabulary);
        prop_assert_eq!(Route::parse(&printed, explorer.document()), (route, vec![]));
    }

    #[test]
    fn any_string_is_a_route(text in "\\PC*") {
        let explorer = &*EXPLORER;
        let (route, _) = Route::parse(&text, explorer.document());
        let printed = route.print(&explorer.document().vocabulary);
        prop_assert_eq!(Route::parse(&printed, explorer.document()), (route, vec![]));
    }

    #[test]
    fn any_route_like_string_is_a_page(path in "(#?/?(explore|read|targets|matrix|check|about|attract|operator|x)?/?(m[0-9]{1,2}s[0-9]{1,2}|p|g9|m5s3:[0-9]{1,3}-[0-9]{1,5}|%)?)", parameters in "(\\?(&?([a-z]{1,9}|domain|group|q|by|lang)=[-a-z,%养 &=]{0,20}|&?(mode=(kiosk|elder)|size=larger|layers=press|text=printed|words=养老|panel=(keyboard|qr|embed))){1,3})?") {
        let page = EXPLORER.page(&[path, parameters].concat());
        prop_assert_eq!(&EXPLORER.page(&page.route).root, &EXPLORER.page(&page.route).root);
        prop_assert_eq!(EXPLORER.page(&page.route).route, page.route);
    }
}

#[test]
fn every_substring_of_up_to_six_characters_of_every_sentence_is_found() {
    let explorer = &*EXPLORER;
    let fold = &explorer.index().fold;
    for (n, clause) in explorer.document().clauses.iter().enumerate() {
        let chars: Vec<char> = clause.text.chars().collect();
        for length in 1..=6 {
            for window in chars.windows(length) {
                let words: String = window.iter().collect();
                let term: Term = terms(fold, &words).remove(0);
                assert!(explorer.index().clauses.find(&term).contains(n), "{words} in {}", clause.id);
                assert!(!matches(fold, &clause.text, &term).is_empty());
            }
        }
    }
}

#[test]
fn what_is_not_in_the_text_is_not_found() {
    let explorer = &*EXPLORER;
    for absent in ["育儿补贴", "延迟退休", "智能养老机器人", "流动人口", "zzz", "😀", "养老养老"]
    {
        let found = brute(explorer, &Filter::default().searching(absent));
        assert_eq!(found, [0_usize; 0], "{absent}");
        assert!(hits(explorer, &Filter::default().searching(absent)).clauses.is_empty(), "{absent}");
    }
}

#[test]
fn width_case_space_punctuation_and_script_make_no_difference() {
    let explorer = &*EXPLORER;
    let pairs = [
        ("養老服務", "养老服务"),
        ("醫養結合", "医养结合"),
        ("託育", "托育"),
        ("着力", "著力"),
        ("ｈｐｖ", "HPV"),
        ("80％", "80%"),
        ("\"一老一小\"", "“一老一小”"),
        ("「一老一小」", "“一老一小”"),
        ("1000 所以上", "1000所以上"),
        ("制度,全面取消", "制度，全面取消"),
        ("靈活就業人員", "灵活就业人员"),
        ("積極發展", "积极发展"),
    ];
    for (typed, plain) in pairs {
        let typed = hits(explorer, &Filter::default().searching(typed));
        let plain_hits = hits(explorer, &Filter::default().searching(plain));
        assert_eq!(typed.clauses, plain_hits.clauses, "{plain}");
        assert!(!typed.clauses.is_empty() || !typed.headings.is_empty(), "{plain}");
    }
}

#[test]
fn headings_are_text_too() {
    let explorer = &*EXPLORER;
    let found = hits(explorer, &Filter::default().searching("包容共享发展"));
    assert!(found.clauses.is_empty());
    assert_eq!(
        found.headings.iter().map(|id| id.map(|id| id.to_string())).collect::<Vec<_>>(),
        [Some("m10".to_owned())]
    );
    let title = hits(explorer, &Filter::default().searching("民生 着力解决群众急难愁盼的意见"));
    assert!(title.headings.contains(&None), "the title is found with and without its space");
}
