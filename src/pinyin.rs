//! What letters can stand for: a second reading of the folded text, beside `fold`. Takes characters and the readings
//! that came with the notes, gives lengths; knows no index, no query and no page. Without readings nothing is heard.
//!
//! A Chinese character stands where its reading is typed (`yang`), or the first letter (`y`), or `zh`, `ch`, `sh`; the
//! last one also where its reading has only begun, so that results follow the typing. Every character stands for itself
//! too. Tones are not typed; ü is typed `v`, `u` or `ü`; an apostrophe may stand between two readings.

use std::str::Chars;

use minsheng_document::{
    Readings,
    readings::{is_chinese, number},
};

/// A character of a folded text, and the number of its syllable.
pub type Heard = (char, u16);

/// All syllables of the text.
#[derive(Clone, Debug, Default)]
pub struct Pinyin {
    syllables: Vec<String>,
}

/// Reads the text aloud from its beginning, character by character.
pub struct Voice<'a> {
    exceptions: Chars<'a>,
    until: usize,
    known: Vec<char>,
}

impl Pinyin {
    /// The syllables of these readings.
    pub fn new(readings: &Readings) -> Self {
        let mut syllables = Vec::new();
        for syllable in readings.syllables.split(' ') {
            syllables.push(syllable.to_owned());
        }
        Pinyin { syllables }
    }

    /// Whether the term stands for something in the text.
    pub fn occurs(&self, text: &[Heard], term: &[char]) -> bool {
        let mut text = text;
        while let Some((_, rest)) = text.split_first() {
            if self.length(text, term, false).is_some() {
                return true;
            }
            text = rest;
        }
        false
    }

    /// How many characters from the beginning of the text the term stands for, its readings taken as far as they go;
    /// nothing if it does not. `whole`: it must stand for the whole text, and nothing may be only begun.
    pub fn length(&self, text: &[Heard], term: &[char], whole: bool) -> Option<usize> {
        let Some((letter, rest)) = term.split_first() else { return (!whole || text.is_empty()).then_some(0) };
        // One apostrophe, not several: how deep this goes is up to the text, not to the reader.
        if *letter == '"'
            && rest.first() != Some(letter)
            && let Some(length) = self.length(text, rest, whole)
        {
            return Some(length);
        }
        let ((own, sound), after) = text.split_first()?;
        let syllable = self.syllables.get(usize::from(*sound)).map_or("", String::as_str).as_bytes();
        let begun = begun(syllable, term);
        let full = if begun == syllable.len() { begun } else { 0 };
        let pair = if syllable.get(1) == Some(&b'h') && begun > 1 { 2 } else { 0 };
        for taken in &[usize::from(own == letter), full, begun.min(1), pair] {
            if *taken > 0
                && let Some(length) = self.length(after, term.get(*taken..)?, whole)
            {
                return Some(length + 1);
            }
        }
        (begun == term.len() && !whole).then_some(1)
    }
}

/// How many letters of the syllable the term begins with.
fn begun(syllable: &[u8], term: &[char]) -> usize {
    let mut begun = 0;
    while let (Some(letter), Some(typed)) = (syllable.get(begun), term.get(begun)) {
        let is_dotted = *letter == b'v' && matches!(typed, 'u' | 'ü');
        if char::from(*letter) != *typed && !is_dotted {
            break;
        }
        begun += 1;
    }
    begun
}

impl<'a> Voice<'a> {
    /// At the beginning.
    pub fn new(readings: &'a Readings) -> Self {
        let mut voice = Voice { exceptions: readings.exceptions.chars(), until: 0, known: Vec::new() };
        voice.until = voice.next();
        voice
    }

    /// The syllable of the next character, which this is; a number no syllable has if it is no Chinese one.
    pub fn sound(&mut self, c: char) -> u16 {
        self.until = self.until.wrapping_sub(1);
        let mut sound = usize::from(u16::MAX);
        if is_chinese(c) {
            sound = self.usual(c);
        }
        if self.until == 0 {
            sound = self.next();
            self.until = self.next();
        }
        sound as u16
    }

    /// The syllables stand in the order in which their characters are first met.
    fn usual(&mut self, c: char) -> usize {
        let place = self.known.iter().position(|known| *known == c);
        place.unwrap_or_else(|| {
            self.known.push(c);
            self.known.len() - 1
        })
    }

    #[inline(never)]
    fn next(&mut self) -> usize {
        self.exceptions.next().map_or(0, number)
    }
}

#[cfg(test)]
mod tests {
    use minsheng_document::{Readings, readings::digit};

    use super::{Heard, Pinyin, Voice};

    const TEXT: &str = "行业实行，率女HPV西安";

    fn readings() -> Readings {
        Readings {
            syllables: "xing ye shi lv nv xi an hang".into(),
            exceptions: [digit(1), digit(7)].iter().collect(),
            ..Readings::default()
        }
    }

    fn heard() -> Vec<Heard> {
        let readings = readings();
        let mut voice = Voice::new(&readings);
        TEXT.to_lowercase().chars().map(|c| (c, voice.sound(c))).collect()
    }

    /// How many characters the term stands for, from the n-th on.
    fn length(n: usize, term: &str) -> Option<usize> {
        Pinyin::new(&readings()).length(&heard()[n..], &term.chars().collect::<Vec<_>>(), false)
    }

    #[test]
    fn a_character_is_read_as_its_place_asks() {
        assert_eq!((length(0, "hangye"), length(0, "xingye")), (Some(2), None));
        assert_eq!((length(2, "shixing"), length(2, "shihang")), (Some(2), None));
    }

    #[test]
    fn readings_initials_and_beginnings_stand_for_characters() {
        for (term, expected) in
            [("hy", 2), ("hye", 2), ("hangy", 2), ("ha", 1), ("hangyesx", 4), ("h业", 2), ("行y", 2)]
        {
            assert_eq!(length(0, term), Some(expected), "{term}");
        }
        for term in ["hayeshi", "hangyeh", "ye", "angye", "hangyesxx", "行业s行行"] {
            assert_eq!(length(0, term), None, "{term}");
        }
        assert_eq!((length(2, "shx"), length(2, "sx"), length(2, "sh")), (Some(2), Some(2), Some(1)));
    }

    #[test]
    fn what_is_no_chinese_character_stands_for_itself_alone() {
        assert_eq!((length(7, "hpvxian"), length(7, "hpvxa")), (Some(5), Some(5)));
        assert_eq!((length(2, "shix，lv"), length(2, "shixlv")), (Some(4), None));
    }

    #[test]
    fn u_with_dots_is_typed_v_or_u() {
        for term in ["lvnv", "lunu", "lünü", "ln"] {
            assert_eq!(length(5, term), Some(2), "{term}");
        }
        assert_eq!(length(5, "lwnv"), None);
    }

    #[test]
    fn an_apostrophe_stands_between_readings() {
        assert_eq!((length(10, "xi\"an"), length(10, "xian"), length(10, "xi\"")), (Some(2), Some(2), Some(1)));
        assert_eq!((length(10, "x\"ian"), length(10, "xi\"\"an")), (None, None));
        assert_eq!(length(10, &"\"".repeat(1_000_000)), None);
    }

    #[test]
    fn without_readings_nothing_is_heard() {
        let none = Readings::default();
        let sound = Voice::new(&none).sound('行');
        assert_eq!(Pinyin::new(&none).length(&[('行', sound)], &['x'], false), None);
    }
}
