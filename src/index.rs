//! The document prepared for questions: which clauses hold a character, which hold a facet value, and the folded text
//! to settle the rest; what no text contains is looked for by its sound. Built once; every answer is exact and allocates
//! only its own result.

use minsheng_document::{Document, Eid, Span, ValueId, readings::is_chinese};

use crate::{
    WHOLE,
    bits::Bits,
    english::Words,
    fold::Fold,
    pinyin::{Heard, Pinyin, Voice},
    query::Term,
};

/// Texts, numbered from 0, that can be asked which of them contain a term.
///
/// One bitmap of texts per distinct character narrows a term to the texts that hold all its characters; the folded
/// text, as numbers into the alphabet, decides among those.
pub struct TextIndex {
    alphabet: Vec<char>,
    stride: usize,
    rows: Vec<u64>,
    codes: Vec<u16>,
    ends: Vec<u32>,
    /// Per code its syllable; none before the notes have come.
    sounds: Vec<u16>,
}

/// All that search needs of a document.
pub struct Index {
    /// How characters are compared.
    pub fold: Fold,
    /// The clauses' texts.
    pub clauses: TextIndex,
    /// Title, chapter and measure headings, in the order of [`headings`].
    pub headings: TextIndex,
    /// Per facet value, the clauses that have it.
    pub values: Vec<Bits>,
    /// How letters are compared, where they are pinyin.
    pub pinyin: Pinyin,
    /// The translation.
    pub english: Words,
}

/// Which of the document's texts are asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Texts {
    /// Its clauses.
    Clauses,
    /// Its title and headings.
    Headings,
}

impl Index {
    /// Reads the whole document once.
    pub fn build(document: &Document) -> Self {
        let fold = Fold::new(&document.folds, &document.alike);
        let clauses: Vec<&str> = document.clauses.iter().map(|clause| clause.text.as_str()).collect();
        let headings: Vec<&str> = headings(document).into_iter().map(|(_, heading)| heading).collect();
        let (mut clauses, mut headings) = (TextIndex::build(&fold, &clauses), TextIndex::build(&fold, &headings));
        if !document.readings.syllables.is_empty() {
            let mut voice = Voice::new(&document.readings);
            headings.listen(&mut voice);
            clauses.listen(&mut voice);
        }
        let mut values = vec![Bits::none(document.clauses.len()); document.vocabulary.values.len()];
        for (n, clause) in document.clauses.iter().enumerate() {
            for tag in &clause.tags {
                if let Some(bits) = values.get_mut(usize::from(tag.value.0)) {
                    bits.insert(n);
                }
            }
        }
        let english = if WHOLE { Words::new(document) } else { Words::default() };
        Index { fold, clauses, headings, values, pinyin: Pinyin::new(&document.readings), english }
    }

    /// The clauses with this value.
    pub fn with(&self, value: ValueId) -> Option<&Bits> {
        self.values.get(usize::from(value.0))
    }

    /// Whether the term is read as pinyin: it has Latin letters, and no clause and no heading contains it as it is; nor is it
    /// English to a reader of `english`.
    #[inline(never)]
    pub fn is_pinyin(&self, term: &Term, english: bool) -> bool {
        let is_there = |texts: &TextIndex| !texts.find(term).is_empty();
        let has_letters = term.iter().any(char::is_ascii_alphabetic);
        has_letters && !is_there(&self.clauses) && !is_there(&self.headings) && !self.is_english(term, english)
    }

    /// Whether the term is looked for in the translation: it has Latin letters, its reader reads `english`, and a word of the
    /// translation begins with it.
    #[inline(never)]
    pub fn is_english(&self, term: &Term, english: bool) -> bool {
        let is_there = |found: Bits| !found.is_empty();
        let has_letters = WHOLE && english && term.iter().any(char::is_ascii_alphabetic);
        has_letters && (is_there(self.english.in_clauses(term)) || is_there(self.english.in_headings(term)))
    }

    /// The clauses or headings that contain the term, or what it stands for as pinyin, or whose translation has it.
    #[inline(never)]
    pub fn find(&self, texts: Texts, term: &Term, english: bool) -> Bits {
        let (index, translation): (_, fn(&Words, &Term) -> Bits) = match texts {
            Texts::Clauses => (&self.clauses, Words::in_clauses),
            Texts::Headings => (&self.headings, Words::in_headings),
        };
        if self.is_english(term, english) {
            return translation(&self.english, term);
        }
        if self.is_pinyin(term, english) { index.sounding(&self.pinyin, term) } else { index.find(term) }
    }

    /// How many of them there are.
    pub fn len(&self, texts: Texts) -> usize {
        match texts {
            Texts::Clauses => self.clauses.len(),
            Texts::Headings => self.headings.len(),
        }
    }

    /// Where they do in the text of the n-th clause: as [`matches`], but for pinyin too.
    pub fn matches(&self, n: usize, text: &str, term: &Term, english: bool) -> Vec<Span> {
        if !self.is_pinyin(term, english) {
            return matches(&self.fold, text, term);
        }
        let (heard, folded) = (self.clauses.heard(n), self.fold.text(text).collect::<Vec<_>>());
        spans(&folded, &|from| self.pinyin.length(heard.get(from..)?, term, false))
    }

    /// Bytes held beside the document itself.
    pub fn bytes(&self) -> usize {
        self.clauses.bytes() + self.headings.bytes() + self.values.iter().map(Bits::bytes).sum::<usize>()
    }
}

/// Title, chapter headings and measure headings, in that order, and whose they are: none for the title.
pub fn headings(document: &Document) -> Vec<(Option<Eid>, &str)> {
    let mut headings = vec![(None, document.title.as_str())];
    headings.extend(document.chapters.iter().map(|chapter| (Some(chapter.id), chapter.title.as_str())));
    headings.extend(document.measures.iter().map(|measure| (Some(measure.id), measure.title.as_str())));
    headings
}

impl TextIndex {
    /// Reads the texts twice: for the alphabet, then for the rows.
    #[inline(never)]
    pub fn build(fold: &Fold, texts: &[&str]) -> Self {
        let (alphabet, size) = survey(fold, texts);
        let stride = texts.len().div_ceil(64);
        let mut rows = vec![0_u64; alphabet.len() * stride];
        let mut codes = Vec::with_capacity(size);
        let mut ends = Vec::with_capacity(texts.len());
        for (n, text) in texts.iter().enumerate() {
            for code in fold.text(text).filter_map(|(_, c)| code(&alphabet, c)) {
                codes.push(code);
                if let Some(word) = rows.get_mut(usize::from(code) * stride + n / 64) {
                    *word |= 1 << (n % 64);
                }
            }
            ends.push(u32::try_from(codes.len()).unwrap_or(u32::MAX));
        }
        TextIndex { alphabet, stride, rows, codes, ends, sounds: Vec::new() }
    }

    /// Has its texts read aloud.
    fn listen(&mut self, voice: &mut Voice) {
        for code in &self.codes {
            self.sounds.push(voice.sound(self.character(*code)));
        }
    }

    /// How many texts.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there is no text.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// The texts that contain the term.
    pub fn find(&self, term: &Term) -> Bits {
        let codes: Option<Vec<u16>> = term.iter().map(|c| code(&self.alphabet, *c)).collect();
        let Some(codes) = codes else { return Bits::none(self.len()) };
        let mut found = Bits::all(self.len());
        for code in &codes {
            found.keep_words(self.row(*code));
        }
        if codes.len() > 1 {
            let candidates = found.clone();
            candidates.iter().filter(|n| !contains(self.text(*n), &codes)).for_each(|n| found.remove(n));
        }
        found
    }

    /// The texts in which the term stands for something, read as pinyin. What of it is Chinese narrows them first.
    pub fn sounding(&self, pinyin: &Pinyin, term: &Term) -> Bits {
        let mut found = Bits::all(self.len());
        for c in term {
            if let Some(code) = code(&self.alphabet, *c).filter(|_| is_chinese(*c)) {
                found.keep_words(self.row(code));
            }
        }
        for n in 0..self.len() {
            let heard = self.heard(n);
            if found.contains(n) && !pinyin.occurs(&heard, term) {
                found.remove(n);
            }
        }
        found
    }

    /// The n-th text as it is compared with pinyin: its folded characters and their syllables.
    #[inline(never)]
    pub fn heard(&self, n: usize) -> Vec<Heard> {
        let mut heard = Vec::new();
        for (code, sound) in self.text(n).iter().zip(self.part(&self.sounds, n)) {
            heard.push((self.character(*code), *sound));
        }
        heard
    }

    /// Bytes held.
    pub fn bytes(&self) -> usize {
        let numbers = self.codes.capacity() + self.sounds.capacity();
        self.alphabet.capacity() * 4 + self.rows.capacity() * 8 + numbers * 2 + self.ends.capacity() * 4
    }

    fn character(&self, code: u16) -> char {
        self.alphabet.get(usize::from(code)).copied().unwrap_or_default()
    }

    fn row(&self, code: u16) -> &[u64] {
        let start = usize::from(code) * self.stride;
        self.rows.get(start..start + self.stride).unwrap_or_default()
    }

    fn text(&self, n: usize) -> &[u16] {
        self.part(&self.codes, n)
    }

    /// What the n-th text has of a list of all texts' characters.
    fn part<'a>(&self, list: &'a [u16], n: usize) -> &'a [u16] {
        let end = |n: usize| self.ends.get(n).map_or(0, |end| *end as usize);
        let start = n.checked_sub(1).map_or(0, end);
        list.get(start..end(n)).unwrap_or_default()
    }
}

/// Where the term occurs in a text, from left to right, not overlapping: spans of the text as it is, unfolded.
pub fn matches(fold: &Fold, text: &str, term: &Term) -> Vec<Span> {
    let folded: Vec<(usize, char)> = fold.text(text).collect();
    spans(&folded, &|from| {
        let window = folded.get(from..from + term.len())?;
        window.iter().map(|(_, c)| c).eq(term).then_some(term.len())
    })
}

/// From left to right, not overlapping, what is so many characters long where it is found.
fn spans(folded: &[(usize, char)], length_at: &dyn Fn(usize) -> Option<usize>) -> Vec<Span> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some((start, _)) = folded.get(from) {
        let length = length_at(from);
        from += length.unwrap_or(1).max(1);
        if let (Some(_), Some((last, _))) = (length, folded.get(from - 1)) {
            found.push(Span { start: place(*start), end: place(last + 1) });
        }
    }
    found
}

fn place(n: usize) -> u16 {
    u16::try_from(n).unwrap_or(u16::MAX)
}

/// The distinct folded characters, sorted; and how many folded characters there are in all.
fn survey(fold: &Fold, texts: &[&str]) -> (Vec<char>, usize) {
    let mut seen = Bits::none(char::MAX as usize + 1);
    let mut size = 0;
    for text in texts {
        for (_, c) in fold.text(text) {
            size += 1;
            seen.insert(c as usize);
        }
    }
    let alphabet = seen.iter().filter_map(|n| char::from_u32(u32::try_from(n).ok()?));
    (alphabet.collect(), size)
}

fn code(alphabet: &[char], c: char) -> Option<u16> {
    alphabet.binary_search(&c).ok().and_then(|n| u16::try_from(n).ok())
}

fn contains(text: &[u16], term: &[u16]) -> bool {
    let Some((first, rest)) = term.split_first() else { return true };
    let mut text = text;
    while let Some(at) = text.iter().position(|code| code == first) {
        text = text.get(at + 1..).unwrap_or_default();
        if text.starts_with(rest) {
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use minsheng_document::Span;

    use super::{TextIndex, matches};
    use crate::{fold::Fold, query::terms};

    #[test]
    fn a_term_is_found_where_its_characters_stand_together() {
        let fold = Fold::default();
        let texts = ["养老服务", "服务养老", "老养", ""];
        let index = TextIndex::build(&fold, &texts);
        let find = |text: &str| -> Vec<usize> {
            terms(&fold, text).first().map(|term| index.find(term).iter().collect()).unwrap_or_default()
        };
        assert_eq!(find("养老"), [0, 1]);
        assert_eq!(find("老养"), [2]);
        assert_eq!(find("老"), [0, 1, 2]);
        assert_eq!(find("医"), [0_usize; 0]);
    }

    #[test]
    fn matches_are_places_in_the_text_as_it_is() {
        let fold = Fold::default();
        let term = terms(&fold, "80%").remove(0);
        assert_eq!(matches(&fold, "约 ８０ ％，80%", &term), [Span { start: 2, end: 6 }, Span { start: 7, end: 10 }]);
        assert!(matches(&fold, "", &term).is_empty());
    }
}
