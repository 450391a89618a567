//! How much is taken of anything that comes from outside, so that no link, search or paste costs more than its length. No
//! reader meets these bounds; where one cuts, the page says so.

/// Characters of a search: more than the longest sentence has in either language.
pub const QUERY: usize = 800;
/// Parts of a link that are named as not understood; one more says that there are others.
pub const NOTICES: usize = 5;
/// Characters quoted of each.
pub const QUOTED: usize = 60;
/// Characters of a text that is pasted to be checked.
pub const PASTED: usize = 20_000;

/// The beginning of a text, at most so many characters.
pub fn cut(text: &str, most: usize) -> &str {
    text.char_indices().nth(most).and_then(|(end, _)| text.get(..end)).unwrap_or(text)
}
