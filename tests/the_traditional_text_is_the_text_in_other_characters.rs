//! Every page in Traditional characters beside the same page in Simplified ones, and searches and quotations in both. That
//! the characters are right is proved in `crates/minsheng-seed/tests/traditional.rs`; here, that they are everywhere, that
//! nothing else has changed, and that nobody finds less.

use std::{
    collections::BTreeSet,
    sync::{Once, OnceLock},
};

use minsheng::{
    dataset::{PARTS, TRADITIONAL},
    fold::Fold,
    hant::Hant,
    page::Explorer,
    quote::{Verdict, check},
    route::{Filter, Script},
    search::{search, why},
    tree::{Element, Node},
};

/// Pages of every view, panel and mode, with all that a filter shows.
const ROUTES: [&str; 32] = [
    "#/explore",
    "#/explore?by=domain",
    "#/explore?by=group&group=elderly&theme=dark",
    "#/explore?domain=elderly-care,-housing&concern=unmapped&q=养老",
    "#/explore?wording=-directive,encouraged",
    "#/explore?target=numeric&q=80%25",
    "#/explore?q=yanglao",
    "#/explore?q=育儿补贴",
    "#/explore?q=养孩子",
    "#/explore?by=printed&panel=export",
    "#/explore?panel=embed&q=失能",
    "#/read",
    "#/read?layers=explainer,press,commentary,support",
    "#/read?text=printed",
    "#/read/m5s3",
    "#/read/m5s3:4-12?panel=cite",
    "#/read/m1?q=社会保险",
    "#/targets",
    "#/targets?mode=elder&size=largest",
    "#/matrix",
    "#/matrix?across=wording",
    "#/check",
    "#/about",
    "#/about?mode=elder",
    "#/attract?mode=kiosk",
    "#/operator?mode=kiosk",
    "#/explore?mode=kiosk",
    "#/explore?mode=kiosk&panel=keyboard&q=养lao",
    "#/explore?mode=kiosk&q=养老",
    "#/explore?mode=kiosk&panel=qr&group=elderly",
    "#/read/m7s4?mode=kiosk",
    "#/nowhere/m99?lang=zh-Hans&nothing=养老&domain=无",
];
/// Attributes that no reader reads.
const UNREAD: [&str; 9] = ["href", "data-route", "data-share", "id", "value", "key", "class", "cite", "data-preview"];

fn explorer() -> Explorer {
    static READY: Once = Once::new();
    READY.call_once(|| drop(Explorer::whole()));
    Explorer::new()
}

fn hant() -> &'static Hant {
    static HANT: OnceLock<Hant> = OnceLock::new();
    HANT.get_or_init(|| Hant::new(TRADITIONAL))
}

fn in_script(route: &str, lang: &str) -> String {
    let join = if route.contains('?') { '&' } else { '?' };
    format!("{route}{join}lang={lang}")
}

/// Characters that no text in Traditional characters has.
fn simplified() -> BTreeSet<char> {
    let single = TRADITIONAL.lines().filter(|line| line.chars().count() == 2).filter_map(|line| line.chars().next());
    let forms: String = TRADITIONAL.lines().map(|line| line.split_at(line.len() / 2).1).collect();
    single.filter(|c| !forms.contains(*c)).collect()
}

/// Characters that no text in Simplified characters has; 著 is one of both.
fn traditional() -> BTreeSet<char> {
    let forms = TRADITIONAL.lines().flat_map(|line| line.split_at(line.len() / 2).1.chars());
    let words: String = TRADITIONAL.lines().map(|line| line.split_at(line.len() / 2).0).collect();
    let document = explorer().document();
    // The notes hold the folding of other forms too, which nobody reads.
    let folds: String = document.folds.iter().map(|(other, form)| format!("{other}\0{form}\0")).collect();
    let text = words + &PARTS.notes.replace(&folds, "") + &document.lines().concat();
    let text: BTreeSet<char> = text.chars().collect();
    forms.filter(|c| *c != '著' && !text.contains(c)).collect()
}

/// A text or an attribute that a reader reads, and its language.
struct Said<'t> {
    lang: &'t str,
    text: &'t str,
    kept: bool,
}

fn said<'t>(element: &'t Element, lang: &'t str, kept: bool) -> Vec<Said<'t>> {
    let lang = element.get("lang").unwrap_or(lang);
    let kept = kept || element.verbatim || ["code", "textarea"].contains(&element.tag);
    let read = element.attributes.iter().filter(|(name, _)| !UNREAD.contains(name));
    let mut all: Vec<Said> = read.map(|(_, value)| Said { lang, text: value, kept }).collect();
    for child in &element.children {
        match child {
            Node::Element(child) => all.extend(said(child, lang, kept)),
            Node::Text(text) => all.push(Said { lang, text, kept }),
        }
    }
    all
}

/// The text of an element, and where in it marks begin and end.
fn marked(element: &Element, text: &mut String, marks: &mut Vec<(usize, usize)>) {
    let start = text.chars().count();
    for child in &element.children {
        match child {
            Node::Element(child) => marked(child, text, marks),
            Node::Text(words) => text.push_str(words),
        }
    }
    if element.tag == "mark" {
        marks.push((start, text.chars().count()));
    }
}

fn find<'e>(element: &'e Element, is: &dyn Fn(&Element) -> bool) -> Vec<&'e Element> {
    let own = is(element).then_some(element).into_iter();
    let below = element.children.iter().filter_map(|child| match child {
        Node::Element(child) => Some(find(child, is)),
        Node::Text(_) => None,
    });
    own.chain(below.flatten()).collect()
}

/// Same element, same children, same places; other characters, as many.
fn compare(hans: &Element, hant: &Element, route: &str) {
    assert_eq!((hans.tag, &hans.key, hans.children.len()), (hant.tag, &hant.key, hant.children.len()), "{route}");
    if hans.verbatim || hans.tag == "code" {
        return;
    }
    for ((name, before), (other, after)) in hans.attributes.iter().zip(&hant.attributes) {
        assert_eq!(name, other, "{route}");
        let expected = match *name {
            "href" | "data-route" | "data-share" | "data-preview" => continue,
            "lang" if before == "zh-Hans" => "zh-Hant".to_owned(),
            name if UNREAD.contains(&name) => before.to_string(),
            _ => hant_of(before),
        };
        assert_eq!(after.as_ref(), expected, "{name} in {route}");
    }
    for (before, after) in hans.children.iter().zip(&hant.children) {
        match (before, after) {
            (Node::Element(before), Node::Element(after)) => compare(before, after, route),
            (Node::Text(before), Node::Text(after)) => {
                assert_eq!(before.chars().count(), after.chars().count(), "{before}: {after} in {route}");
            }
            _ => panic!("{} has other children in {route}", hans.tag),
        }
    }
}

fn hant_of(text: &str) -> String {
    hant().text(text)
}

#[test]
fn no_simplified_character_is_left_on_any_page_and_every_lang_says_so() {
    let (explorer, simplified) = (explorer(), simplified());
    assert!(simplified.len() > 300);
    for route in ROUTES {
        let page = explorer.page(&in_script(route, "zh-Hant"));
        assert_eq!(page.root.get("lang"), Some("zh-Hant"), "{route}");
        for text in [&page.title, &page.status] {
            assert!(!text.contains(|c| simplified.contains(&c)), "{text} in {route}");
        }
        for Said { lang, text, kept } in said(&page.root, "", false) {
            let left = text.contains(|c| simplified.contains(&c));
            assert!(kept || !left && lang != "zh-Hans", "{text} under {lang} in {route}");
        }
    }
}

#[test]
fn no_other_page_has_traditional_characters() {
    let (explorer, traditional) = (explorer(), traditional());
    assert!(traditional.len() > 300);
    for route in ROUTES {
        for lang in ["zh-Hans", "en"] {
            let page = explorer.page(&in_script(route, lang));
            for Said { lang: said, text, .. } in said(&page.root, lang, false) {
                let there = text.contains(|c| traditional.contains(&c));
                assert_eq!(there, text == "繁體" && said == "zh-Hant", "{text} in {route} {lang}");
            }
        }
    }
}

#[test]
fn a_page_is_the_same_page_with_as_many_characters_in_the_same_places() {
    let explorer = explorer();
    for route in ROUTES {
        let pages = ["zh-Hans", "zh-Hant"].map(|lang| explorer.page(&in_script(route, lang)).root);
        compare(&pages[0], &pages[1], route);
        let texts = pages
            .each_ref()
            .map(|page| find(page, &|element| ["p", "li", "h1", "h2", "h3", "td", "dd"].contains(&element.tag)));
        for (before, after) in texts[0].iter().zip(&texts[1]) {
            let [(mut hans, mut places), (mut hant, mut others)] = [const { (String::new(), Vec::new()) }; 2];
            marked(before, &mut hans, &mut places);
            marked(after, &mut hant, &mut others);
            assert_eq!(places, others, "{hans} in {route}");
        }
    }
}

#[test]
fn the_sentences_are_the_sentences_whatever_marks_divide_them() {
    let explorer = explorer();
    for route in
        ["#/read?lang=zh-Hant", "#/explore?lang=zh-Hant", "#/explore?lang=zh-Hant&q=发", "#/explore?lang=zh-Hant&q=布"]
    {
        let page = explorer.page(route);
        let is_sentence = |element: &Element| element.get("class") == Some("text") && element.get("lang").is_some();
        let texts = find(&page.root, &|element| is_sentence(element) || element.get("class") == Some("s"));
        assert!(!texts.is_empty());
        for sentence in texts {
            let mut text = String::new();
            marked(sentence, &mut text, &mut Vec::new());
            let text = text.trim_end_matches(|c: char| c.is_ascii_digit());
            let clauses = &explorer.document().clauses;
            assert!(clauses.iter().any(|clause| hant_of(&clause.text) == text), "{text} in {route}");
        }
    }
}

#[test]
fn what_the_reader_wrote_and_what_only_programs_read_stays_as_it_is() {
    let explorer = explorer();
    let page = explorer.page("#/explore?q=发展&lang=zh-Hant");
    assert_eq!(find(&page.root, &|element| element.get("id") == Some("q"))[0].get("value"), Some("发展"));
    let texts: Vec<&str> = said(&page.root, "", false).iter().map(|said| said.text).collect();
    assert!(texts.contains(&"“发展”") && texts.contains(&"“發展”"), "the query, and the word that was found");
    let page = explorer.page_with("#/check?lang=zh-Hant", "“失能老年人的照护是国家重点关怀的事情呀”", false);
    let texts: Vec<&str> = said(&page.root, "", false).iter().map(|said| said.text).collect();
    assert!(texts.iter().any(|text| text.contains("国家重点")), "{texts:?}");
    let page = explorer.page("#/read/m5s3?panel=embed&lang=zh-Hant");
    let codes = find(&page.root, &|element| element.tag == "code");
    let mut code = String::new();
    codes.iter().for_each(|element| marked(element, &mut code, &mut Vec::new()));
    assert!(code.contains("逐步优化") || code.contains("普通高中"), "{code}");
    let traditional = traditional();
    assert!(!code.contains(|c| traditional.contains(&c)), "{code}");
}

#[test]
fn what_is_copied_is_what_is_shown_and_its_link_leads_to_the_text() {
    let explorer = explorer();
    let cite = |form, script| explorer.cite("m5s3:4-12", form, script);
    for form in ["text", "html"] {
        let (hans, hant) = (cite(form, Script::Hans), cite(form, Script::Hant));
        assert_eq!(hant.replace("zh-Hant", "zh-Hans"), hant_of(&hans));
        assert_ne!(hans, hant);
    }
    assert_eq!(cite("link", Script::Hans), cite("link", Script::Hant));
    assert!(cite("html", Script::Hant).starts_with("<blockquote lang=\"zh-Hant\""));
}

/// Every word of the text, every word that readers are answered by, and every label.
fn words() -> BTreeSet<String> {
    let cut = include_str!("../seeds/words.txt").lines().filter(|line| !line.starts_with('#'));
    let document = explorer().document();
    let readers = document.synonyms.iter().flat_map(|it| it.words.iter().chain(&it.also));
    let absent = document.absent.iter().flat_map(|it| it.words.iter().chain([&it.label.zh]));
    let labels = document.vocabulary.values.iter().map(|value| &value.label.zh);
    let others = readers.chain(absent).chain(labels).cloned();
    cut.flat_map(|line| line.split([' ', '·']).skip(1)).map(str::to_owned).chain(others).collect()
}

#[test]
fn a_word_finds_the_same_in_either_script_and_marks_the_same() {
    let explorer = explorer();
    let (document, index) = (explorer.document(), explorer.index());
    let words = words();
    assert!(words.len() > 900, "{} words", words.len());
    for word in &words {
        let filters = [word.clone(), hant_of(word)].map(|q| Filter::default().searching(&q));
        let [hans, hant] = filters.each_ref().map(|filter| search(index, document, filter));
        assert_eq!(
            (&hans.clauses, &hans.headings, &hans.counts),
            (&hant.clauses, &hant.headings, &hant.counts),
            "{word}"
        );
        for n in hans.clauses.iter() {
            let [a, b] = [(&filters[0], &hans), (&filters[1], &hant)]
                .map(|(filter, hits)| why(index, filter, &hits.terms, n, &document.clauses[n]));
            assert_eq!(a, b, "{word}");
        }
    }
}

#[test]
fn readers_are_answered_alike_in_either_script() {
    let explorer = explorer();
    let answers = |q: &str| {
        let page = explorer.page(&format!("#/explore?q={q}"));
        let found = find(&page.root, &|element| ["absent", "also"].contains(&element.get("class").unwrap_or_default()));
        let mut text = String::new();
        found.iter().for_each(|element| marked(element, &mut text, &mut Vec::new()));
        text
    };
    let document = explorer.document();
    let asked =
        document.synonyms.iter().flat_map(|it| &it.words).chain(document.absent.iter().flat_map(|it| &it.words));
    let mut answered = 0;
    for word in asked {
        let answer = answers(word);
        answered += usize::from(!answer.is_empty());
        assert_eq!(answer, answers(&hant_of(word)), "{word}");
    }
    assert!(answered > 100, "{answered} answers");
}

#[test]
fn a_quotation_is_verbatim_in_either_script() {
    let explorer = explorer();
    let (document, fold): (_, &Fold) = (explorer.document(), &explorer.index().fold);
    for clause in &document.clauses {
        let quoted = format!("「{}」", hant_of(&clause.text).replace('“', "『").replace('”', "』"));
        let checked = check(document, fold, &quoted);
        let verdicts: Vec<Verdict> = checked.quotations.iter().map(|it| it.verdict).collect();
        assert_eq!(verdicts, [Verdict::Verbatim], "{quoted}");
        assert!(checked.quotations[0].places.iter().any(|place| place.id == clause.id), "{quoted}");
    }
}
