//! How the text is read aloud and cut into words, for those who type pinyin. Written as text of few characters, because
//! it travels with the notes, where numbers do not.

/// Readings and words of the text: title, chapter headings, measure headings, then clauses, spaces left out.
///
/// A number is one character: see [`digit`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Readings {
    /// Readings without tones, ü as v, a space between two: the usual one of every Chinese character of the text, in the
    /// order in which they are first met, then readings that are nowhere the usual one.
    pub syllables: String,
    /// Where a character is not read as usual: for each place two numbers, how many characters it is past the last
    /// such place (or the start), and which of the syllables it is.
    pub exceptions: String,
    /// For each part of a word its length, doubled, and one more where the word ends; punctuation is left out.
    pub words: String,
}

/// A number as a character that can stand in a text file.
pub fn digit(n: usize) -> char {
    u32::try_from(n + FIRST).ok().and_then(char::from_u32).unwrap_or_default()
}

/// The number that the character stands for.
pub fn number(digit: char) -> usize {
    (digit as usize).saturating_sub(FIRST)
}

/// Whether a character of the text is part of a word rather than between words.
pub fn is_spoken(c: char) -> bool {
    is_chinese(c) || c.is_ascii_alphanumeric() || c == '%'
}

/// Whether it is a Chinese character.
pub fn is_chinese(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}')
}

/// The space: what comes before it is not text.
const FIRST: usize = ' ' as usize;

#[cfg(test)]
mod tests {
    use super::{digit, number};

    #[test]
    fn a_digit_stands_for_its_number() {
        assert!((0..2000).all(|n| number(digit(n)) == n));
    }
}
