//! What the reader typed, as folded terms. All terms must occur; an empty query asks for nothing and matches all.

use crate::fold::Fold;

/// A term: folded characters, at least one.
pub type Term = Vec<char>;

/// The terms of a query text, which are separated by white space.
pub fn terms(fold: &Fold, text: &str) -> Vec<Term> {
    let mut terms: Vec<Term> = Vec::new();
    for word in text.split(char::is_whitespace) {
        let term: Term = fold.text(word).map(|(_, c)| c).collect();
        if !term.is_empty() && !terms.contains(&term) {
            terms.push(term);
        }
    }
    terms
}

/// The term without marks around it, where it ends in one. Beside letters an apostrophe is none: it stands between readings.
pub fn bare(term: &[char]) -> Option<&[char]> {
    let letters = term.iter().any(char::is_ascii_alphabetic);
    let is_word = |c: &char| !is_mark(*c) || letters && *c == '"';
    let (first, last) = (term.iter().position(is_word)?, term.iter().rposition(is_word)?);
    term.get(first..=last).filter(|_| last + 1 < term.len())
}

/// Whether a folded character is a mark, such as may follow a link; signs that count or join are none.
#[inline(never)]
pub fn is_mark(c: char) -> bool {
    matches!(
        c,
        '!' | '"' | '\''..=')' | ',' | '.' | '/' | ':'..='?' | '['..=']' | '{'..='}' | '·' | '\u{2010}'..='\u{2027}'
            | '\u{3001}'..='\u{3011}' | '\u{3014}'..='\u{301f}' | '\u{fffd}'
    )
}

#[cfg(test)]
mod tests {
    use super::terms;
    use crate::fold::Fold;

    #[test]
    fn words_are_terms_and_a_repeated_word_is_one() {
        let terms = terms(&Fold::default(), " ＨＰＶ\u{3000}养老 hpv \u{200b} ");
        assert_eq!(terms, [vec!['h', 'p', 'v'], vec!['养', '老']]);
    }
}
