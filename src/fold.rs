//! When two characters are the same for a reader who searches: width, case, spaces, punctuation style, traditional or
//! simplified form and characters that look alike do not count. Takes characters, gives characters; knows no index and no query.
//!
//! Folding maps one character to one or none, so a place in folded text is a place in the text. Pinyin is
//! a second reading of the folded text, in `pinyin`, not a change to this one.

/// The folding of one document: the general rules, and its tables of other characters.
#[derive(Clone, Debug, Default)]
pub struct Fold {
    forms: Vec<(char, char)>,
    alike: Vec<(char, char)>,
}

impl Fold {
    /// Folding with the table of other forms and with that of characters that look alike: the other one, then the text's;
    /// sorted by the first.
    pub fn new(forms: &[(char, char)], alike: &[(char, char)]) -> Self {
        Fold { forms: forms.to_vec(), alike: alike.to_vec() }
    }

    /// What a character counts as; nothing for spaces, line breaks and invisible characters.
    pub fn char(&self, c: char) -> Option<char> {
        let c = narrow(look_up(&self.alike, c));
        if c.is_whitespace() || c.is_control() || is_invisible(c) {
            return None;
        }
        Some(look_up(&self.forms, quote(c).to_ascii_lowercase()))
    }

    /// The folded text: each character with its place (in characters) in the text.
    pub fn text<'a>(&'a self, text: &'a str) -> impl Iterator<Item = (usize, char)> + 'a {
        text.chars().enumerate().filter_map(|(n, c)| self.char(c).map(|c| (n, c)))
    }
}

#[inline(never)]
fn look_up(table: &[(char, char)], c: char) -> char {
    let found = table.binary_search_by_key(&c, |(other, _)| *other).ok();
    found.and_then(|n| table.get(n)).map_or(c, |(_, form)| *form)
}

/// Full-width forms to ASCII, the ideographic full stop to the stop people type.
fn narrow(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        '\u{3000}' => ' ',
        '。' | '｡' => '.',
        _ => c,
    }
}

/// Every style of quotation mark counts as one.
fn quote(c: char) -> char {
    match c {
        '\'' | '\u{2018}'..='\u{201f}' | '「'..='』' => '"',
        _ => c,
    }
}

/// Characters that text brings along when it is pasted, and nobody sees.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{e0000}'..='\u{e0fff}')
}

#[cfg(test)]
mod tests {
    use super::Fold;

    fn folded(text: &str) -> String {
        let alike = [('ℍ', 'H'), ('⽼', '老'), ('〝', '"'), ('〞', '"'), ('﹐', '，')];
        Fold::new(&[('著', '着'), ('養', '养')], &alike).text(text).map(|(_, c)| c).collect()
    }

    #[test]
    fn width_case_space_punctuation_quotes_and_script_do_not_count() {
        assert_eq!(folded("ＨＰＶ　８０％"), "hpv80%");
        assert_eq!(folded("養老，\r\n “一老”。"), "养老,\"一老\".");
        assert_eq!(folded("\u{feff}医\u{200b}养"), "医养");
        assert_eq!(folded("養⽼\u{e0100}﹐ℍPV，〝一老〞"), "养老,hpv,\"一老\"");
    }

    #[test]
    fn places_are_places_in_the_text() {
        let fold = Fold::default();
        assert_eq!(fold.text(" 医 养").collect::<Vec<_>>(), [(1, '医'), (3, '养')]);
    }
}
