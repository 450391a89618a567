//! Characters that look alike are one for whoever searches and checks: every compatibility form that Unicode has of a character
//! of the text, the radicals, spaces of every kind, and what nobody sees.

use std::{collections::BTreeSet, sync::LazyLock};

use minsheng::{
    dataset::{self, Part},
    page::Explorer,
    query::terms,
    quote::{Piece, Verdict, check},
    route::Filter,
    search::matching,
};
use unicode_normalization::UnicodeNormalization;

/// As the page is once its notes have come.
static EXPLORER: LazyLock<Explorer> = LazyLock::new(|| {
    Explorer::add(Part::Notes, dataset::PARTS.notes);
    Explorer::new()
});

fn folded(c: char) -> Option<char> {
    EXPLORER.index().fold.char(c)
}

/// Every character that Unicode has for one character of the text, and the text's.
static COMPATIBLE: LazyLock<Vec<(char, char)>> = LazyLock::new(|| {
    let text: BTreeSet<char> = EXPLORER.document().lines().concat().chars().filter_map(folded).collect();
    let plain = |c: char| {
        let plain: Vec<char> = c.nfkc().collect();
        <[char; 1]>::try_from(plain).ok().and_then(|[plain]| folded(plain)).filter(|plain| text.contains(plain))
    };
    ('\0'..=char::MAX).filter_map(|c| plain(c).map(|plain| (c, plain))).collect()
});

/// The text in the strangest forms there are of it, with what nobody sees between its characters.
fn strange(text: &str) -> String {
    let form = |c: char| {
        let plain = folded(c);
        COMPATIBLE.iter().rev().find(|(_, form)| Some(*form) == plain).map_or(c, |(other, _)| *other)
    };
    text.chars().flat_map(|c| [form(c), '\u{200b}', '\u{e0101}', '\u{2003}']).collect()
}

#[test]
fn every_compatibility_form_of_a_character_of_the_text_is_that_character() {
    let forms = &*COMPATIBLE;
    assert!(forms.len() > 1000, "{}", forms.len());
    let wrong: Vec<_> = forms.iter().filter(|(c, plain)| folded(*c) != Some(*plain)).collect();
    assert!(wrong.is_empty(), "{} of {}: {wrong:?}", wrong.len(), forms.len());
}

#[test]
fn radicals_that_unicode_has_no_form_for_are_their_characters_too() {
    let pairs = "⺠民⻓长⻔门⻅见⻆角⻄西⻘青⻛风⺜日⺫目曰日巿市ニ二ロ口";
    for (radical, plain) in pairs.chars().zip(pairs.chars().skip(1)).step_by(2) {
        assert_eq!(folded(radical), Some(plain), "{radical}");
    }
}

#[test]
fn what_nobody_sees_is_nothing() {
    for c in "\u{3000}\u{a0}\u{2003}\u{2009}\u{202f}\u{205f}\u{1680}\u{200b}\u{200d}\u{2060}\u{feff}\u{3164}\u{2800}\u{180e}\u{34f}\u{fe0f}\u{e0100}\u{e01ef}".chars() {
        assert_eq!(folded(c), None, "{:x}", u32::from(c));
    }
}

#[test]
fn characters_that_the_text_tells_apart_stay_apart() {
    let text: Vec<char> =
        EXPLORER.document().lines().concat().chars().filter(|c| !c.is_ascii() && c.is_alphabetic()).collect();
    let wrong: Vec<_> = text.iter().filter(|c| folded(**c) != Some(**c)).collect();
    assert!(wrong.is_empty(), "{wrong:?}");
}

#[test]
fn every_sentence_is_found_and_verbatim_in_any_form() {
    let (document, index) = (EXPLORER.document(), EXPLORER.index());
    for (n, clause) in document.clauses.iter().enumerate() {
        let text = strange(&clause.text);
        let word: String = text.split('\u{2003}').take(12).collect();
        assert!(!terms(&index.fold, &word).is_empty());
        let found = matching(index, document, &Filter::default().searching(&word));
        assert!(found.contains(n), "{} is not found by {word}", clause.id);
        let checked = check(document, &index.fold, &text);
        let only = checked
            .quotations
            .iter()
            .all(|it| it.verdict == Verdict::Verbatim && it.pieces.iter().all(|piece| matches!(piece, Piece::Same(_))));
        assert!(only && !checked.quotations.is_empty(), "{}: {:#?}", clause.id, checked.quotations);
    }
}

#[test]
fn a_quotation_with_radicals_out_of_a_pdf_is_verbatim() {
    let words = "新建养⽼机构护理型床位占⽐原则上不低于80%";
    let checked = check(EXPLORER.document(), &EXPLORER.index().fold, words);
    let told: Vec<_> = checked.quotations.iter().map(|it| (it.words.as_str(), it.verdict)).collect();
    assert_eq!(told, [(words, Verdict::Verbatim)]);
}
