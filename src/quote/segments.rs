//! A pasted text cut into what may be quotations: sentences, and what stands in quotation marks.

/// A sentence, or a quotation that is longer than one.
#[derive(Debug)]
pub(super) struct Segment {
    pub(super) text: String,
}

/// The longest text that one pair of quotation marks may hold; beyond that, one of them is missing.
const LONGEST: usize = 2000;

/// How many quotations may stand in one another.
const DEEPEST: usize = 64;

/// How writers lead to the Opinion's words, and how far before them they may have named it.
const LEADS: [&str; 8] = ["提出", "明确", "指出", "要求", "强调", "规定", "部署", "立足"];
const FARTHEST_LEAD: usize = 16;

/// How many lines tell whether lines are wrapped.
const SAMPLE: usize = 400;

/// The segments in order.
pub(super) fn segments(text: &str) -> Vec<Segment> {
    let mut segments = Vec::new();
    let text: Vec<char> = joined(text);
    let ends = ends(&text);
    let mut sentence = String::new();
    let mut n = 0;
    while let Some(c) = text.get(n) {
        let end = ends.get(n).copied().flatten();
        let quoted: Option<String> = end.and_then(|end| text.get(n..=end)).map(|part| part.iter().collect());
        match quoted {
            Some(quoted) => {
                n += quoted.chars().count();
                sentence.push_str(&quoted);
                // A quotation that ends with a full stop ends the sentence around it.
                if quoted.trim_end_matches(is_mark).ends_with(is_end) && quoted.chars().count() > 12 {
                    push(&mut segments, &mut sentence);
                }
            }
            None => {
                n += 1;
                sentence.push(*c);
                if is_end(*c) || *c == '\n' || sentence.len() > LONGEST {
                    push(&mut segments, &mut sentence);
                }
            }
        }
    }
    push(&mut segments, &mut sentence);
    segments
}

fn push(segments: &mut Vec<Segment>, sentence: &mut String) {
    let text = std::mem::take(sentence);
    if text.chars().any(char::is_alphanumeric) {
        segments.push(Segment { text: text.trim().into() });
    }
}

/// Words without the quotation marks around all of them, and whether there were any.
pub(super) fn unmarked(words: &str) -> (String, bool) {
    let words = words.trim().trim_start_matches(is_comma).trim();
    let inside: Vec<char> = words.trim_end_matches(|c| is_end(c) || is_comma(c)).chars().collect();
    let end = ends(&inside).first().copied().flatten();
    match end.filter(|end| end + 1 == inside.len()).and_then(|end| inside.get(1..end)) {
        Some(inner) => (inner.iter().collect(), true),
        None => (words.into(), false),
    }
}

impl Segment {
    /// Without what leads to the words and away from them (《意见》提出，…): parts up to a comma that `is_known` does not know.
    pub(super) fn core(&self, is_known: &dyn Fn(&str) -> bool) -> &str {
        if unmarked(&self.text).1 {
            return &self.text;
        }
        let mut core = after_lead(&self.text);
        while let Some((_, rest)) = core.split_once(is_comma).filter(|(first, _)| !is_known(first)) {
            core = rest;
        }
        while let Some((rest, _)) = core.rsplit_once(is_comma).filter(|(_, last)| !is_known(last)) {
            core = rest;
        }
        core
    }

    /// What stands in quotation marks in it.
    pub(super) fn quoted(&self) -> Vec<String> {
        let text: Vec<char> = self.text.chars().collect();
        let ends = ends(&text);
        let mut quoted = Vec::new();
        let mut n = 0;
        while let Some(end) = ends.get(n).copied() {
            quoted.extend(end.and_then(|end| text.get(n + 1..end)).map(|part| part.iter().collect::<String>()));
            n = end.unwrap_or(n) + 1;
        }
        quoted
    }
}

/// The text with a line break only where a paragraph ends. Newspapers and PDFs break lines anywhere, and some put an empty
/// line after each.
fn joined(text: &str) -> Vec<char> {
    let lines: Vec<&str> = text.lines().collect();
    let wrapped = is_wrapped(&lines);
    let mut all = Vec::new();
    let mut lines = lines.into_iter().filter(|line| !line.trim().is_empty()).peekable();
    while let Some(line) = lines.next() {
        all.extend(line.chars());
        let is_set_off = |next: &&str| ["\u{3000}", "  ", "\t"].iter().any(|indent| next.starts_with(indent));
        if !wrapped || lines.peek().is_none_or(is_set_off) || ends_sentence(line) {
            all.push('\n');
        }
    }
    all
}

/// Whether lines end where the page was full: most end in the middle of a sentence, and most are about as long as most.
fn is_wrapped(lines: &[&str]) -> bool {
    let lines = lines.iter().filter(|line| !line.trim().is_empty()).take(SAMPLE);
    let mut lengths = Vec::new();
    let mut open = 0;
    for line in lines {
        lengths.push(line.chars().count());
        open += usize::from(!ends_sentence(line));
    }
    let longer = |than: usize| lengths.iter().filter(|length| **length > than).count();
    // A tenth of the lines may be longer than usual.
    let usual =
        lengths.iter().copied().filter(|length| longer(*length) * 10 <= lengths.len()).min().unwrap_or_default();
    lengths.len() >= 6 && open * 2 > lengths.len() && longer(usual * 3 / 4) * 2 > lengths.len()
}

fn ends_sentence(line: &str) -> bool {
    line.trim_end().trim_end_matches(is_mark).ends_with(|c| is_end(c) || matches!(c, '：' | ':'))
}

/// What follows the words by which writers lead to the Opinion's: 《意见》提出…
fn after_lead(text: &str) -> &str {
    let begins = |n: usize, words: &str| text.get(n..).is_some_and(|rest| rest.starts_with(words));
    let mut named = false;
    for (n, _) in text.char_indices().take(FARTHEST_LEAD) {
        named |= begins(n, "意见");
        if let Some(lead) = LEADS.iter().find(|lead| named && begins(n, lead)) {
            return text.get(n + lead.len()..).unwrap_or(text);
        }
    }
    text
}

/// Marks that begin a quotation, and those that end it.
const OPENING: [char; 5] = ['“', '「', '『', '"', '＂'];
const CLOSING: [char; 5] = ['”', '」', '』', '"', '＂'];

/// For every character that begins a quotation, where that ends. Not across paragraphs, and not farther than any would be.
fn ends(text: &[char]) -> Vec<Option<usize>> {
    let mut ends = vec![None; text.len()];
    let mut open: Vec<(usize, char)> = Vec::new();
    for (n, c) in text.iter().enumerate() {
        if *c == '\n' {
            open.clear();
        } else if let Some(begin) = CLOSING.contains(c).then(|| begin(&mut open, *c)).flatten() {
            if let Some(end) = ends.get_mut(begin).filter(|_| n - begin <= LONGEST) {
                *end = Some(n);
            }
        } else if let Some(close) = OPENING.iter().position(|open| open == c).and_then(|kind| CLOSING.get(kind)) {
            open.push((n, *close));
        }
    }
    ends
}

/// Where the quotation began that ends with this mark. What was begun in it and did not end is closed with it: at most
/// [`DEEPEST`] are looked at, so that marks without an end cost no more than their number.
fn begin(open: &mut Vec<(usize, char)>, close: char) -> Option<usize> {
    let last = open.len().saturating_sub(DEEPEST);
    let inside = open.iter().skip(last).rposition(|(_, end)| *end == close)?;
    let begin = open.get(last + inside).map(|(begin, _)| *begin);
    open.truncate(last + inside);
    begin
}

fn is_mark(c: char) -> bool {
    matches!(c, '”' | '’' | '」' | '』' | '"' | '＂')
}

fn is_end(c: char) -> bool {
    matches!(c, '。' | '！' | '？' | '!' | '?' | '｡' | '…')
}

fn is_comma(c: char) -> bool {
    matches!(c, '，' | ',' | '；' | ';' | '：' | ':')
}
