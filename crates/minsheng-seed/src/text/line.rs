//! Lines of the print made readable: what is declared to be left out is left out, split paragraphs are one again, and
//! punctuation has one form. Every character keeps the place it was printed at.

use crate::{
    diagnostic::Log,
    parse::apparatus::{Apparatus, Excision, LineStart},
    source::{At, Source},
};

/// A character and where it was printed.
#[derive(Clone, Copy, Debug)]
pub struct Glyph<'s> {
    /// The established character.
    pub c: char,
    /// Where the print has it, or what it stands for.
    pub at: At<'s>,
    /// The emendation it comes from, as a number in the apparatus.
    pub emendation: Option<usize>,
}

/// A paragraph: at least one character.
pub type Line<'s> = Vec<Glyph<'s>>;

/// As many characters as may recur at a paragraph's start before it counts as a repeat of the paragraph before.
const OVERLAP: usize = 20;

/// A printed line that is not empty.
struct Printed<'s> {
    number: u32,
    glyphs: Line<'s>,
}

/// The text of a line.
pub fn text(line: &[Glyph<'_>]) -> String {
    line.iter().map(|glyph| glyph.c).collect()
}

/// The paragraphs of the print in established punctuation.
pub fn lines<'s>(opinion: &'s Source, apparatus: &Apparatus<'s>, log: &mut Log) -> Vec<Line<'s>> {
    let mut lines: Vec<Printed<'s>> = printed(opinion);
    for excision in &apparatus.excisions {
        excise(&mut lines, excision, log);
    }
    for start in &apparatus.joins {
        join(&mut lines, start, log);
    }
    refuse_repeats(&lines, log);
    lines.into_iter().map(|line| punctuate(line.glyphs, &apparatus.punctuation)).collect()
}

fn printed(opinion: &Source) -> Vec<Printed<'_>> {
    let lines = (1..).zip(opinion.lines()).filter(|(_, (_, line))| !line.trim().is_empty());
    lines.map(|(number, (at, line))| Printed { number, glyphs: glyphs(at, line) }).collect()
}

fn glyphs<'s>(at: At<'s>, line: &str) -> Line<'s> {
    line.char_indices().map(|(byte, c)| Glyph { c, at: at.after(byte), emendation: None }).collect()
}

/// Where the declared line stands in the list. A line that moved is a mistake, but it is found.
fn position(lines: &[Printed<'_>], start: &LineStart<'_>, log: &mut Log) -> Option<usize> {
    let (number, begins) = (start.line.value, &start.begins.value);
    let candidates = || (0..).zip(lines).filter(|(_, line)| text(&line.glyphs).starts_with(begins));
    if let Some((n, _)) = candidates().find(|(_, line)| line.number == number) {
        return Some(n);
    }
    if let Some((n, line)) = candidates().next() {
        log.error(start.line.at, format!("`{begins}` begins line {}, not line {number}", line.number));
        return Some(n);
    }
    log.gap(start.begins.at, format!("line {number} does not begin with `{begins}`, nor does any other"));
    None
}

fn excise(lines: &mut Vec<Printed<'_>>, excision: &Excision<'_>, log: &mut Log) {
    let Some(n) = position(lines, &excision.start, log) else { return };
    let line = lines.remove(n);
    let printed = text(&line.glyphs);
    let allowed = match excision.kind.value.as_str() {
        "repeat" => n > 0 && text(&lines[n - 1].glyphs).ends_with(&printed),
        "credit" => printed.starts_with("(新华社") && printed.ends_with("电)"),
        kind => return log.error(excision.kind.at, format!("unknown kind `{kind}`; expected repeat or credit")),
    };
    if !allowed {
        log.error(excision.start.begins.at, format!("line {} is not a {}", line.number, excision.kind.value));
    }
}

fn join(lines: &mut Vec<Printed<'_>>, start: &LineStart<'_>, log: &mut Log) {
    let Some(n) = position(lines, start, log) else { return };
    if n == 0 || text(&lines[n - 1].glyphs).ends_with('。') {
        return log.error(start.begins.at, "the paragraph before ends with a full stop: it is not split here");
    }
    let tail = lines.remove(n);
    lines[n - 1].glyphs.extend(tail.glyphs);
}

fn refuse_repeats(lines: &[Printed<'_>], log: &mut Log) {
    for pair in lines.windows(2) {
        let [before, line] = pair else { continue };
        let (before, text) = (text(&before.glyphs), text(&line.glyphs));
        let ends = text.char_indices().map(|(byte, c)| byte + c.len_utf8()).skip(OVERLAP - 1);
        if let Some(end) = ends.filter(|end| before.ends_with(&text[..*end])).last() {
            let repeated = text[..end].chars().count();
            log.error(
                line.glyphs[0].at,
                format!("the first {repeated} characters repeat the end of the paragraph before"),
            );
        }
    }
}

/// Applies the punctuation rules, except between two ASCII letters or digits.
fn punctuate<'s>(mut line: Line<'s>, rules: &[(char, char)]) -> Line<'s> {
    let chars: Vec<char> = line.iter().map(|glyph| glyph.c).collect();
    let latin = |n: Option<usize>| n.and_then(|n| chars.get(n)).is_some_and(char::is_ascii_alphanumeric);
    for (n, glyph) in line.iter_mut().enumerate() {
        let rule = rules.iter().find(|(printed, _)| *printed == glyph.c);
        let inside_latin = latin(n.checked_sub(1)) && latin(Some(n + 1));
        if let Some((_, established)) = rule.filter(|_| !inside_latin) {
            glyph.c = *established;
        }
    }
    line
}
