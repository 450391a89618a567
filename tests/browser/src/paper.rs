//! A page as the browser prints it: a PDF, and what a person would find on its sheets. Poppler's programs read it.

use crate::session::Session;
use anyhow::{Context, Result, ensure};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use serde_json::json;
use std::io::Write;
use std::process::{Command, Stdio};

/// A printed page.
pub struct Printed {
    pdf: Vec<u8>,
    sheets: Vec<String>,
}

/// A word, and where it stands on its sheet, in points.
#[derive(Clone, Debug, PartialEq)]
pub struct Word {
    /// The word.
    pub text: String,
    /// Its left and its right edge.
    pub x: [f64; 2],
}

/// A sheet as a picture: rows of pixels, three bytes each.
pub struct Picture {
    /// Pixels across.
    pub width: usize,
    /// Pixels down.
    pub height: usize,
    /// Red, green and blue of each pixel.
    pub pixels: Vec<u8>,
}

/// Calls back once nothing more has come for a while: what makes a sheet of the page comes late.
const AT_REST: &str = "
    const done = arguments[0], start = performance.now();
    let seen = -1;
    const look = () => {
        const came = performance.getEntriesByType('resource').map(({ name }) => name);
        const now = came.length;
        const whole = location.protocol === 'file:' || came.some((name) => name.includes('minsheng_whole_bg'));
        if (now === seen && (whole || performance.now() - start > 5000)) return done(true);
        seen = now;
        setTimeout(look, 400);
    };
    look();
";

impl Session {
    /// Prints what is shown on sheets of A4, backgrounds too, as a reader's command would once the page is all there.
    pub fn print(&self) -> Result<Printed> {
        self.print_on([21.0, 29.7])
    }

    /// The same on sheets of another width and height, in centimetres.
    pub fn print_on(&self, [width, height]: [f64; 2]) -> Result<Printed> {
        self.script_until_called(AT_REST, &[])?;
        let sheet = json!({ "page": { "width": width, "height": height }, "background": true, "shrinkToFit": false });
        let pdf = self.command("print", &sheet)?;
        Printed::read(pdf.as_str().context("printed nothing")?)
    }

    /// Prints what is shown on the paper that the page asks for. Chromium only.
    pub fn print_on_its_paper(&self) -> Result<Printed> {
        let asked = json!({ "preferCSSPageSize": true, "printBackground": true });
        let pdf = self.devtools("Page.printToPDF", asked)?;
        Printed::read(pdf["data"].as_str().context("printed nothing")?)
    }
}

impl Printed {
    fn read(base64: &str) -> Result<Printed> {
        let pdf = STANDARD.decode(base64)?;
        ensure!(pdf.starts_with(b"%PDF"), "printed something else than a PDF");
        let mut printed = Printed { pdf, sheets: Vec::new() };
        let text = String::from_utf8(printed.ask("pdftotext", &["-raw", "-", "-"])?)?;
        let sheets = text.trim_end_matches('\u{c}').split('\u{c}');
        let words = |sheet: &str| sheet.lines().filter(|line| !is_number(line)).flat_map(bare).collect();
        printed.sheets = sheets.map(words).collect();
        Ok(printed)
    }

    /// All words of each sheet, without white space and without the numbers that the sheets themselves have.
    pub fn sheets(&self) -> &[String] {
        &self.sheets
    }

    /// All words, sheet after sheet.
    pub fn text(&self) -> String {
        self.sheets.concat()
    }

    /// What a reader gets who copies all of it: programs that show a PDF put its lines in one of these orders.
    pub fn copies(&self) -> Result<Vec<String>> {
        let orders: [&[&str]; 3] = [&["-", "-"], &["-raw", "-", "-"], &["-layout", "-", "-"]];
        orders.into_iter().map(|order| Ok(String::from_utf8(self.ask("pdftotext", order)?)?)).collect()
    }

    /// Width and height of each sheet in millimetres.
    pub fn sizes(&self) -> Result<Vec<[f64; 2]>> {
        let told = String::from_utf8(self.ask("pdfinfo", &["-l", "-1", "-"])?)?;
        let sizes = told.lines().filter(|line| line.starts_with("Page ") && line.contains(" size:"));
        let size = |line: &str| {
            let numbers = line.split_ascii_whitespace().filter_map(|word| word.parse::<f64>().ok());
            let [.., width, height] = numbers.collect::<Vec<_>>()[..] else { anyhow::bail!("no size: {line}") };
            Ok([width / 72.0 * 25.4, height / 72.0 * 25.4])
        };
        sizes.map(size).collect()
    }

    /// Every word of every sheet with its place.
    pub fn words(&self) -> Result<Vec<Word>> {
        let told = String::from_utf8(self.ask("pdftotext", &["-bbox", "-", "-"])?)?;
        let edge = |line: &str, name: &str| {
            let (_, rest) = line.split_once(&format!("{name}=\""))?;
            rest.split('"').next()?.parse::<f64>().ok()
        };
        let word = |line: &str| {
            let text = line.split_once("\">")?.1.trim_end_matches("</word>").to_owned();
            Some(Word { text, x: [edge(line, "xMin")?, edge(line, "xMax")?] })
        };
        Ok(told.lines().filter(|line| line.trim_start().starts_with("<word ")).filter_map(word).collect())
    }

    /// The sheets as pictures of this many dots per inch.
    pub fn pictures(&self, dots: u32) -> Result<Vec<Picture>> {
        let told = self.ask("pdftoppm", &["-r", &dots.to_string(), "-"])?;
        let mut rest = told.as_slice();
        let mut pictures = Vec::new();
        while !rest.is_empty() {
            let (picture, after) = picture(rest).context("a picture that is none")?;
            pictures.push(picture);
            rest = after;
        }
        Ok(pictures)
    }

    fn ask(&self, program: &str, arguments: &[&str]) -> Result<Vec<u8>> {
        let mut command = Command::new(program);
        command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut asked = command.spawn().with_context(|| format!("starting {program}, of Debian's poppler-utils"))?;
        let mut stdin = asked.stdin.take().context("no input")?;
        let pdf = self.pdf.clone();
        // Poppler reads all of it before it answers.
        let writing = std::thread::spawn(move || stdin.write_all(&pdf));
        let answer = asked.wait_with_output()?;
        ensure!(answer.status.success(), "{program} failed ({})", answer.status);
        ensure!(writing.join().is_ok_and(|written| written.is_ok()), "{program} did not read the PDF");
        Ok(answer.stdout)
    }
}

impl Printed {
    /// How often words are among all others. A character that the PDF has no name for is taken for any: Firefox names
    /// those of a collection of fonts by the collection's first, which draws many otherwise, and some by their radicals.
    pub fn count(&self, words: &str) -> usize {
        let text: Vec<char> = self.text().chars().collect();
        let wanted: Vec<char> = bare(words).collect();
        text.windows(wanted.len().max(1)).filter(|part| are(part, &wanted)).count()
    }
}

/// Where words stand in a text, white space and characters without a name aside: the place of the first character and the
/// place behind the last one.
pub fn find(text: &[char], words: &str) -> Option<(usize, usize)> {
    let places: Vec<usize> = (0..text.len()).filter(|n| bare(&text[*n].to_string()).next().is_some()).collect();
    let (kept, wanted): (Vec<char>, Vec<char>) = (places.iter().map(|n| text[*n]).collect(), bare(words).collect());
    let first = kept.windows(wanted.len().max(1)).position(|part| are(part, &wanted))?;
    Some((places[first], places[first + wanted.len() - 1] + 1))
}

/// At least a fifth must be known, or nothing would be told.
fn are(part: &[char], wanted: &[char]) -> bool {
    let pairs = || part.iter().zip(wanted);
    pairs().all(|(c, wanted)| c == wanted || is_unnamed(*c))
        && pairs().filter(|(c, wanted)| c == wanted).count() * 5 >= wanted.len()
}

fn is_unnamed(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{2fdf}' | '・' | char::REPLACEMENT_CHARACTER)
}

/// 「1 / 5」 at the foot of a sheet.
fn is_number(line: &str) -> bool {
    let parts: Vec<&str> = line.split('/').map(str::trim).collect();
    parts.len() == 2 && parts.iter().all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Without white space, and without what is written to keep lines together.
fn bare(line: &str) -> impl Iterator<Item = char> {
    line.chars().filter(|c| !c.is_whitespace() && *c != '\u{2060}')
}

/// The first picture of several in the form PPM, and the rest.
fn picture(bytes: &[u8]) -> Option<(Picture, &[u8])> {
    let mut rest = bytes.strip_prefix(b"P6\n")?;
    let mut numbers = [0_usize; 3];
    for number in &mut numbers {
        let end = rest.iter().position(u8::is_ascii_whitespace)?;
        *number = str::from_utf8(rest.get(..end)?).ok()?.parse().ok()?;
        rest = rest.get(end + 1..)?;
    }
    let [width, height, _] = numbers;
    let (pixels, rest) = rest.split_at_checked(width * height * 3)?;
    Some((Picture { width, height, pixels: pixels.to_vec() }, rest))
}

#[cfg(test)]
mod tests {
    use super::{are, bare, is_number, picture};

    #[test]
    fn a_sheets_own_number_is_no_line_of_the_page() {
        assert!(is_number("1 / 5") && is_number("12/12"));
        assert!(!is_number("5") && !is_number("https://a.example/5") && !is_number("1 /"));
    }

    #[test]
    fn words_are_compared_without_white_space() {
        assert_eq!(bare(" 第 1\u{2060}句\u{3000}").collect::<String>(), "第1句");
    }

    #[test]
    fn what_a_pdf_has_no_name_for_may_be_any_character_but_not_every_one() {
        let are =
            |part: &str, wanted: &str| are(&part.chars().collect::<Vec<_>>(), &wanted.chars().collect::<Vec<_>>());
        assert!(are("\u{fffd}⽼金", "养老金") && are("养老金", "养老金"));
        assert!(!are("养老院", "养老金") && !are("\u{fffd}\u{fffd}\u{fffd}", "养老金"));
    }

    #[test]
    fn several_pictures_follow_each_other() {
        let bytes = [b"P6\n2 1\n255\n".as_slice(), &[1, 2, 3, 4, 5, 6], b"P6\n1 1\n255\n", &[7, 8, 9]].concat();
        let (one, rest) = picture(&bytes).expect("a picture");
        let (other, rest) = picture(rest).map(|(other, rest)| (other.pixels, rest.len())).expect("another");
        assert_eq!((one.width, one.height, one.pixels), (2, 1, vec![1, 2, 3, 4, 5, 6]));
        assert_eq!((other, rest), (vec![7, 8, 9], 0));
    }
}
