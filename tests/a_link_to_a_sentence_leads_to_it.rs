//! A link that is passed on: to a sentence by its place, and by its words for browsers that look for them; to words with the
//! proof that they are these.

use minsheng::{cite::Cited, frame::Frame, html, page::Explorer, percent, route::Script};

const SITE: &str = "https://minsheng.example/";

fn explorer() -> Explorer {
    Explorer::framed(Frame { site: SITE.into(), ..Frame::default() })
}

#[test]
fn a_whole_sentence_is_found_by_its_first_and_last_words_which_stand_in_it_in_this_order() {
    let explorer = explorer();
    for clause in &explorer.document().clauses {
        let length = clause.text.chars().count();
        for place in [clause.id.to_string(), format!("{}:0-{length}", clause.id)] {
            let link = explorer.cite(&place, "link", Script::Hans);
            let (route, words) = link.split_once(":~:text=").unwrap_or_else(|| panic!("{place}: {link}"));
            assert_eq!(route, format!("{SITE}#/read/{}", clause.id));
            let (first, last) = words.split_once(',').expect("two ends");
            let [first, last] = [first, last].map(percent::decode);
            assert!(clause.text.starts_with(&first) && clause.text.ends_with(&last), "{place}: {first} {last}");
            assert!(first.chars().count() == 8 && first.len() + last.len() <= clause.text.len(), "{place}");
        }
    }
}

#[test]
fn a_browser_that_does_not_know_such_links_opens_the_sentence_all_the_same() {
    let explorer = explorer();
    let page = explorer.page(&explorer.cite("m5s3", "link", Script::Hans).replace(SITE, ""));
    assert_eq!((page.route.as_str(), page.notices.len()), ("#/read/m5s3", 0));
}

#[test]
fn words_of_a_sentence_have_the_proof_in_their_link_and_citations_have_the_plain_one() {
    let explorer = explorer();
    assert!(
        explorer.cite("m5s3:2-9", "link", Script::Hans).contains("digest=")
            && !explorer.cite("m5s3:2-9", "link", Script::Hans).contains(":~:")
    );
    assert!(
        !explorer.cite("m5s3", "text", Script::Hans).contains(":~:")
            && explorer.cite("m5s3", "text", Script::Hans).contains("#/read/m5s3")
    );
}

#[test]
fn a_citation_says_that_its_words_were_emended_and_that_one_print_alone_has_them() {
    let cited = explorer().cite("m10s5", "text", Script::Hans);
    assert!(cited.contains("印本作") && cited.contains("此句据一份排印本，未见他处逐字转引。］"), "{cited}");
    let cited = explorer().cite("m5s3", "text", Script::Hans);
    assert!(cited.contains("印本作") && !cited.contains("未见他处"), "{cited}");
}

#[test]
fn where_there_is_no_such_place_nothing_is_cited() {
    for place in ["m99s1", "m5s99", "m5s3:900-950", "", "x"] {
        assert_eq!(explorer().cite(place, "text", Script::Hans), "", "{place}");
    }
}

#[test]
fn no_mark_touches_the_link_of_a_citation_and_pasted_with_all_that_touches_it_it_leads_to_the_words() {
    let explorer = explorer();
    let document = explorer.document();
    for place in ["p", "m5s3", "m5s3:4-12", "g1:0-9"] {
        let cited = Cited { document, place: place.parse().ok(), site: SITE, today: "2025-06-10" };
        let (link, route) = (cited.link(), cited.link().replace(SITE, ""));
        let markup = html::print(&cited.quoted()).replace("&amp;", "&");
        for form in [cited.quotation(), cited.national(), cited.apa(), cited.bibtex(), markup] {
            let (before, after) = form.rsplit_once(&link).unwrap_or_else(|| panic!("{form}"));
            let [before, after] = [before.chars().next_back(), after.chars().next()];
            let apart = |c: Option<char>| c.is_none_or(|c| c.is_whitespace() || "<>{}".contains(c));
            assert!(apart(before) && apart(after), "{before:?} and {after:?} in {form}");
            let pasted = form.rsplit_once(SITE).and_then(|(_, rest)| rest.split_whitespace().next()).unwrap();
            let page = explorer.page(pasted);
            assert_eq!((page.route, page.notices), (route.clone(), vec![]), "{pasted}");
        }
    }
}
