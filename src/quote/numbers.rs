//! The numbers of sentences in a pasted text. This explorer prints a number behind every sentence, and the number comes along
//! when somebody copies from the PDF. A number is ours only directly behind the end of the sentence that has this number.

use minsheng_document::{Clause, Document, Eid};

use crate::{fold::Fold, joined::listed};

/// So many characters at its end tell which sentence it is.
const END: usize = 6;

/// The text without these numbers.
pub(super) fn unnumbered(document: &Document, fold: &Fold, text: &str) -> String {
    let ends = ends(document, fold);
    let mut kept = String::new();
    let mut before: Vec<char> = Vec::new();
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let mut taken = String::from(c);
        while let Some(digit) = chars.next_if(|next| c.is_ascii_digit() && next.is_ascii_digit()) {
            taken.push(digit);
        }
        if !ends.iter().any(|(n, end)| *n == taken && before.ends_with(end)) {
            kept.push_str(&taken);
            before.extend(folded(fold, &taken));
        }
    }
    kept
}

/// The number and the last characters of every sentence that has one, as established and as printed.
fn ends(document: &Document, fold: &Fold) -> Vec<(String, Vec<char>)> {
    let end = |clause: &Clause, text: &str| {
        let folded: Vec<char> = folded(fold, text).collect();
        (clause.n.to_string(), folded.into_iter().rev().take(END).rev().collect())
    };
    let both = |clause: &Clause| {
        let printed: Vec<&str> = document.as_printed(clause).into_iter().map(|(words, _)| words).collect();
        [end(clause, &clause.text), end(clause, &listed(&printed, ""))]
    };
    document.clauses.iter().filter(|clause| clause.id != Eid::Preamble).flat_map(both).collect()
}

fn folded<'a>(fold: &'a Fold, text: &'a str) -> impl Iterator<Item = char> + 'a {
    fold.text(text).map(|(_, c)| c).filter(|c| *c != '"')
}
