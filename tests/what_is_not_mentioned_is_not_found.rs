//! What `seeds/absent.toml` says the Opinion does not mention, the explorer's own search does not find: in no sentence, in
//! no heading, nor as pinyin.

use minsheng::{page::Explorer, route::Filter, search::search};

#[test]
fn what_is_not_mentioned_is_not_found() {
    let explorer = Explorer::whole();
    let document = explorer.document();
    let words: Vec<&String> = document.absent.iter().flat_map(|absent| &absent.words).collect();
    assert!(words.len() > 100, "{} words", words.len());
    for word in words {
        let hits = search(explorer.index(), document, &Filter::default().searching(word));
        assert_eq!((hits.clauses.count(), hits.headings.len()), (0, 0), "{word}");
    }
}
