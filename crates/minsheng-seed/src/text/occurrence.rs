//! Where words occur in a text. Overlapping occurrences count: words that could be meant twice are ambiguous.

use minsheng_document::Span;

/// Every occurrence of the words, overlapping ones too.
pub fn occurrences(text: &str, words: &str) -> Vec<Span> {
    let (text, words): (Vec<char>, Vec<char>) = (text.chars().collect(), words.chars().collect());
    let windows = text.windows(words.len().max(1)).enumerate().filter(|(_, window)| *window == words);
    let span = |n: usize| Some(Span { start: u16::try_from(n).ok()?, end: u16::try_from(n + words.len()).ok()? });
    windows.filter_map(|(n, _)| span(n)).collect()
}

#[cfg(test)]
mod tests {
    use super::occurrences;

    #[test]
    fn overlapping_occurrences_count() {
        let starts = |text, words| occurrences(text, words).iter().map(|span| span.start).collect::<Vec<_>>();
        assert_eq!(starts("社区社区社区", "社区社区"), [0, 2]);
        assert_eq!(starts("社区", "社区服务"), []);
        assert_eq!(starts("社区", ""), []);
    }
}
