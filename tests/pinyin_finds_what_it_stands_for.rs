//! Pinyin against brute force: whatever the letters, what is found, marked and offered is what reading every text aloud
//! gives. The words are those of `seeds/words.txt`; the matcher here shares nothing with the one it judges.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::LazyLock,
};

use minsheng::{
    candidates::candidates,
    dataset,
    index::{Index, headings},
    page::Explorer,
    query::is_mark,
    route::Filter,
    search::{Hits, Why, search, why},
};
use minsheng_document::{Document, readings};
use proptest::prelude::*;

static EXPLORER: LazyLock<Explorer> = LazyLock::new(Explorer::whole);
static NODES: LazyLock<Vec<Node>> = LazyLock::new(|| nodes(EXPLORER.document()));

/// A text that can be found: its place, its characters without spaces and their readings.
struct Node {
    id: String,
    chars: Vec<char>,
    read: Vec<String>,
    /// Per character what stands for it when the term goes on.
    ways: Vec<Vec<String>>,
    folded: String,
    /// Before which of its characters the text has a space.
    spaces: Vec<usize>,
}

/// Title, headings and clauses, read as the dataset says.
fn nodes(document: &Document) -> Vec<Node> {
    let syllables: Vec<&str> = document.readings.syllables.split(' ').collect();
    let numbers: Vec<usize> = document.readings.exceptions.chars().map(readings::number).collect();
    let mut exceptions = BTreeSet::new();
    let mut past = 0;
    for pair in numbers.chunks(2) {
        past += pair[0];
        exceptions.insert((past, pair[1]));
    }
    let (mut met, mut count, mut nodes) = (Vec::new(), 0, Vec::new());
    let titles = headings(document);
    let clauses = document.clauses.iter().map(|clause| (Some(clause.id), clause.text.as_str()));
    for (id, text) in titles.into_iter().chain(clauses) {
        let chars: Vec<char> = text.chars().filter(|c| !c.is_whitespace()).collect();
        let mut read = Vec::new();
        for c in &chars {
            count += 1;
            let usual = met.iter().position(|known| known == c);
            let is_chinese = ('\u{4e00}'..='\u{9fff}').contains(c);
            if usual.is_none() && is_chinese {
                met.push(*c);
            }
            let exception = exceptions.iter().find(|(place, _)| *place == count).map(|(_, n)| *n);
            let n = exception.or(usual).unwrap_or(met.len().saturating_sub(1));
            read.push(if is_chinese { syllables[n].to_owned() } else { String::new() });
        }
        let id = id.map_or("title".to_owned(), |id| id.to_string());
        let ways = chars.iter().zip(&read).map(|(c, read)| ways(*c, read)).collect();
        let folded = folded(text);
        let spaces = text.split(' ').map(|words| words.chars().count()).take(text.matches(' ').count()).collect();
        nodes.push(Node { id, chars, read, ways, folded, spaces });
    }
    nodes
}

/// How else the v of a reading is typed.
const DOTTED: [&str; 2] = ["u", "ü"];

/// Itself, its reading, the letters that begin it.
fn ways(c: char, read: &str) -> Vec<String> {
    let mut ways = vec![plain(c)];
    if !read.is_empty() {
        ways.extend([read.to_owned(), read[..1].to_owned()]);
        ways.extend(["zh", "ch", "sh"].iter().filter(|pair| read.starts_with(**pair)).map(|pair| (*pair).to_owned()));
    }
    let dotted: Vec<String> = ways.iter().filter(|way| way.contains('v') && !read.is_empty()).cloned().collect();
    ways.extend(dotted.iter().flat_map(|way| DOTTED.map(|typed| way.replace('v', typed))));
    ways
}

/// A character as it is compared: small, and in the width and style that keyboards type.
fn plain(c: char) -> String {
    EXPLORER.index().fold.char(c).into_iter().collect()
}

/// Whether the term stands for the beginning of this text; `whole`: for all of it, nothing only begun.
fn stands(node: &Node, from: usize, to: usize, term: &str, whole: bool) -> bool {
    let mut rests: BTreeSet<&str> = [term].into();
    for (ways, read) in node.ways[from..to].iter().zip(&node.read[from..to]) {
        rests.extend(rests.clone().into_iter().map(past_apostrophe));
        let begun = |rest: &&str| {
            read.starts_with(*rest) || DOTTED.iter().any(|typed| read.replace('v', typed).starts_with(*rest))
        };
        if !whole && rests.iter().any(begun) {
            return true;
        }
        rests = rests.iter().flat_map(|rest| ways.iter().filter_map(|way| rest.strip_prefix(way.as_str()))).collect();
        if rests.is_empty() {
            return false;
        }
    }
    rests.into_iter().any(|rest| past_apostrophe(rest).is_empty())
}

fn past_apostrophe(rest: &str) -> &str {
    rest.strip_prefix('"').filter(|rest| !rest.starts_with('"')).unwrap_or(rest)
}

fn folded(text: &str) -> String {
    EXPLORER.index().fold.text(text).map(|(_, c)| c).collect()
}

/// Whether a text contains the word as it is or, where no text does and it has letters, as pinyin.
fn contains(node: &Node, term: &str) -> bool {
    if !term.contains(|c: char| c.is_ascii_alphabetic()) || is_literal(term) {
        return node.folded.contains(term);
    }
    (0..node.chars.len()).any(|from| stands(node, from, node.chars.len(), term, false))
}

fn is_literal(term: &str) -> bool {
    NODES.iter().any(|node| node.folded.contains(term))
}

/// The term, or, if it ends in a mark and stands nowhere, what is between its marks.
fn without_marks(term: String) -> String {
    let has_letters = term.contains(|c: char| c.is_ascii_alphabetic());
    let is_mark = |c: char| is_mark(c) && !(has_letters && c == '"');
    let bare = term.trim_matches(is_mark);
    let is_searched_bare =
        term.ends_with(is_mark) && !bare.is_empty() && !NODES.iter().any(|node| contains(node, &term));
    if is_searched_bare { bare.to_owned() } else { term }
}

fn brute(text: &str) -> Vec<&'static str> {
    let terms = text.split(char::is_whitespace).map(folded).filter(|term| !term.is_empty()).map(without_marks);
    let terms: Vec<String> = terms.collect();
    let is_found = |node: &&Node| terms.iter().all(|term| contains(node, term));
    NODES.iter().filter(is_found).map(|node| node.id.as_str()).collect()
}

fn hits(text: &str) -> Hits {
    search(EXPLORER.index(), EXPLORER.document(), &Filter::default().searching(text))
}

/// Ids of headings and clauses that are found.
fn found(text: &str) -> Vec<String> {
    let hits = hits(text);
    let headings = hits.headings.iter().map(|id| id.map_or("title".to_owned(), |id| id.to_string()));
    headings.chain(hits.clauses.iter().map(|n| EXPLORER.document().clauses[n].id.to_string())).collect()
}

/// The lines of `seeds/words.txt`: ids and words.
fn lines() -> impl Iterator<Item = (&'static str, &'static str)> {
    let lines = include_str!("../seeds/words.txt").lines();
    lines.filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once(' '))
}

/// Every word and every part of one in `seeds/words.txt`: its node, where it stands, its end.
fn words() -> Vec<(&'static Node, usize, usize)> {
    let mut words = Vec::new();
    for (id, rest) in lines() {
        let node = NODES.iter().find(|node| node.id == id).unwrap();
        let mut start = 0;
        for word in rest.split(' ') {
            let mut part_start = start;
            for part in word.split('·') {
                words.push((node, part_start, part_start + part.chars().count()));
                part_start += part.chars().count();
            }
            words.push((node, start, part_start));
            start = part_start;
        }
    }
    words.retain(|(node, start, _)| !node.read[*start].is_empty());
    assert!(words.len() > 2000, "{}", words.len());
    words
}

/// Every word, part of a word and letter by which it is typed: its full pinyin, its initials.
fn typed_words() -> BTreeMap<(String, String), BTreeSet<&'static str>> {
    let mut typed = BTreeMap::new();
    for (node, start, end) in words() {
        let word: String = node.chars[start..end].iter().collect();
        let full = node.read[start..end].concat();
        let initials: String = node.read[start..end].iter().map(|read| &read[..1]).collect();
        for typed_as in [full, initials] {
            typed.entry((word.clone(), typed_as)).or_insert_with(BTreeSet::new).insert(node.id.as_str());
        }
    }
    typed
}

#[test]
fn every_word_is_found_by_its_pinyin_and_by_its_initials() {
    for ((word, typed), nodes) in typed_words().into_iter().filter(|((_, typed), _)| !is_literal(typed)) {
        let found = found(&typed);
        for id in nodes {
            assert!(found.iter().any(|other| other == id), "{word} by {typed} in {id}");
        }
    }
}

#[test]
fn every_word_is_offered_for_its_pinyin_and_for_its_initials() {
    let mut offered: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (word, typed) in typed_words().into_keys() {
        let all = offered.entry(typed.clone()).or_insert_with(|| {
            let all = candidates(EXPLORER.document(), EXPLORER.index(), &typed, usize::MAX);
            all.into_iter().map(|candidate| candidate.words).collect()
        });
        assert!(all.contains(&word), "{word} for {typed}");
    }
}

/// Runs of one to four words that no mark and no space parts, and of parts of a word; and whether it is one word or one
/// part: the definition, read out.
fn runs() -> Vec<(&'static Node, usize, usize, bool)> {
    let lines: BTreeMap<&str, &str> = lines().collect();
    let mut runs = Vec::new();
    for node in NODES.iter() {
        let mut start = 0;
        let mut words: Vec<Vec<(usize, usize)>> = Vec::new();
        for word in lines[node.id.as_str()].split(' ') {
            let mut parts = Vec::new();
            for part in word.split('·') {
                parts.push((start, start + part.chars().count()));
                start += part.chars().count();
            }
            words.push(parts);
        }
        let is_parted = |(_, a): (usize, usize), (b, _): (usize, usize)| node.spaces.contains(&b) && a == b;
        let is_mark = |word: &[(usize, usize)]| "，、。“”（）".contains(node.chars[word[0].0]);
        for (n, word) in words.iter().enumerate().filter(|(_, word)| !is_mark(word)) {
            for first in 0..word.len() {
                for last in first..word.len() {
                    let is_one = first == last || (first == 0 && last + 1 == word.len());
                    runs.push((node, word[first].0, word[last].1, is_one));
                }
            }
            for length in 2..=4 {
                let Some(run) = words.get(n..n + length) else { break };
                let parted = run.windows(2).any(|pair| is_parted(pair[0][pair[0].len() - 1], pair[1][0]));
                if parted || run.iter().any(|word| is_mark(word)) {
                    break;
                }
                runs.push((node, word[0].0, run[length - 1][run[length - 1].len() - 1].1, false));
            }
        }
    }
    runs
}

static RUNS: LazyLock<Vec<(&'static Node, usize, usize, bool)>> = LazyLock::new(runs);

/// What must be offered, best first, and in how many clauses it is.
fn brute_candidates(typed: &str) -> Vec<(String, usize)> {
    let typed = folded(typed);
    let mut found: Vec<(String, bool, bool, usize)> = Vec::new();
    for (node, start, end, is_one) in RUNS.iter().filter(|_| typed.chars().any(|c| c != '"')) {
        if !stands(node, *start, *end, &typed, false) {
            continue;
        }
        let words: String = node.chars[*start..*end].iter().collect();
        let whole = stands(node, *start, *end, &typed, true);
        match found.iter_mut().find(|(other, ..)| *other == words) {
            Some((_, is_whole, one, places)) => {
                (*is_whole, *one, *places) = (*is_whole || whole, *one || *is_one, *places + 1)
            }
            None => found.push((words, whole, *is_one, 1)),
        }
    }
    found.sort_by_key(|(_, whole, one, places)| std::cmp::Reverse((*whole, *one, *places)));
    let clauses = |words: &str| EXPLORER.document().clauses.iter().filter(|clause| clause.text.contains(words)).count();
    let mut kept: Vec<(String, usize)> = Vec::new();
    for (words, ..) in found {
        let count = clauses(&words);
        let repeats = |(other, others): &(String, usize)| {
            *others == count && (words.starts_with(other.as_str()) || other.starts_with(&words))
        };
        if !kept.iter().any(repeats) {
            kept.push((words, count));
        }
    }
    kept
}

fn any_letters() -> impl Strategy<Value = String> {
    let places =
        (0..NODES.len(), any::<prop::sample::Index>(), 1_usize..7, prop::collection::vec(0_u8..12, 7), 0_usize..6);
    let spoken = places.prop_map(|(n, start, length, choices, cut)| {
        let node = &NODES[n];
        let start = start.index(node.chars.len());
        let mut typed = String::new();
        for (at, choice) in (start..node.chars.len()).take(length).zip(choices) {
            let ways = ways(node.chars[at], &node.read[at]);
            typed.push_str(&ways[usize::from(choice) % ways.len()]);
            typed.push_str(if choice == 11 { "'" } else { "" });
        }
        let keep = typed.chars().count().saturating_sub(cut.saturating_sub(3)).max(1);
        typed.chars().take(keep).collect()
    });
    let word = prop_oneof![4 => spoken, 1 => "[a-z]{1,4}", 1 => "[a-zA-Zü'0-9%养老]{1,5}"];
    let words = prop::collection::vec(word, 1..3);
    words.prop_map(|words| words.join(" "))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_found_equals_brute_force(typed in any_letters()) {
        prop_assert_eq!(found(&typed), brute(&typed));
    }

    #[test]
    fn what_is_marked_stands_for_what_was_typed(typed in any_letters()) {
        let hits = hits(&typed);
        let shift = NODES.len() - EXPLORER.document().clauses.len();
        for n in hits.clauses.iter() {
            let clause = &EXPLORER.document().clauses[n];
            let reasons = why(EXPLORER.index(), &Filter::default(), &hits.terms, n, clause);
            prop_assert_eq!(reasons.len(), hits.terms.len(), "every term is a reason");
            for (term, reason) in hits.terms.iter().zip(reasons) {
                let Why::Term(said, spans) = reason else { panic!("only terms were asked for") };
                prop_assert_eq!(&said, term);
                let (node, term) = (&NODES[shift + n], term.iter().collect::<String>());
                let mut from = 0;
                for span in spans {
                    let (start, end) = (usize::from(span.start), usize::from(span.end));
                    prop_assert!(stands(node, start, end, &term, false), "{} in {}", &term, span.of(&clause.text));
                    prop_assert!(from <= start, "from left to right");
                    if EXPLORER.index().is_pinyin(&term.chars().collect(), false) {
                        let before = (from..start).find(|from| stands(node, *from, node.chars.len(), &term, false));
                        prop_assert_eq!(before, None, "nothing is left out");
                    }
                    from = end;
                }
            }
        }
    }

    #[test]
    fn what_is_offered_equals_brute_force(typed in any_letters(), most in 0_usize..40) {
        let offered = candidates(EXPLORER.document(), EXPLORER.index(), &typed, most);
        let offered: Vec<(String, usize)> = offered.into_iter().map(|candidate| (candidate.words, candidate.clauses)).collect();
        let mut expected = brute_candidates(&typed);
        expected.truncate(most);
        prop_assert_eq!(&offered, &expected);
        for (words, _) in &offered {
            let texts = headings(EXPLORER.document()).into_iter().map(|(_, heading)| heading);
            let mut texts = texts.chain(EXPLORER.document().clauses.iter().map(|clause| clause.text.as_str()));
            prop_assert!(texts.any(|text| text.contains(words.as_str())), "{} is in the text", words);
        }
    }

    #[test]
    fn any_string_has_an_answer(typed in "\\PC*") {
        let (document, index) = (EXPLORER.document(), EXPLORER.index());
        prop_assert_eq!(candidates(document, index, &typed, 9), candidates(document, index, &typed, 9));
        prop_assert_eq!(found(&typed), found(&typed));
    }
}

#[test]
fn letters_that_stand_in_the_text_are_no_pinyin() {
    for typed in ["hpv", "H", "ｈｐ"] {
        assert_eq!(found(typed), ["m10s9"], "{typed}");
    }
}

#[test]
fn before_the_notes_have_come_letters_find_themselves_alone() {
    let document = dataset::opinion(dataset::Parts::default());
    let index = Index::build(&document);
    for typed in ["yanglao", "yl", "养老fw", "h'pv", "zhong"] {
        let hits = search(&index, &document, &Filter::default().searching(typed));
        assert!(hits.clauses.is_empty() && hits.headings.is_empty(), "{typed}");
        assert!(candidates(&document, &index, typed, 9).is_empty(), "{typed}");
    }
    assert_eq!(search(&index, &document, &Filter::default().searching("HPV")).clauses.count(), 1);
}
