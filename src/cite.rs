//! A sentence, or words of it, as others are to cite it: the words, where they stand, and what must not be lost on the way,
//! in plain text and in the three usual forms. Takes a place and what surrounds it; knows no page.

use minsheng_document::{Clause, Document, Place, Span, Variant};

use crate::{
    joined::{joined, listed},
    percent::encode,
    qr::picture,
    route::{Lang, Route, View, Words, digest},
    tree::{Element, el},
    words,
};

/// What citations are made from.
pub struct Cited<'a> {
    /// The Opinion.
    pub document: &'a Document,
    /// What is cited; nothing for the whole document.
    pub place: Option<Place>,
    /// URL of the folder the explorer is in; empty where nobody knows.
    pub site: &'a str,
    /// ISO date of today; empty where nobody knows.
    pub today: &'a str,
}

/// Title of the document in English: ours, nobody has published one. As the translation has it, which comes later.
pub const TITLE_EN: &str = "Opinion on further safeguarding and improving people’s livelihood and concentrating on resolving people’s urgent, difficult, worrying and hoped-for concerns";
/// Characters of a whole sentence's beginning and end by which browsers find it.
const ENDS: u16 = 8;

impl Cited<'_> {
    /// The words, just as they are, what is to be said about them, their place, and the link: a line each. Without quotation
    /// marks around them, which would change those inside.
    pub fn quotation(&self) -> String {
        let Some(clause) = self.clause() else { return joined(&[&self.source(), self.link_line().as_str()]) };
        let words = self.words(clause);
        let place = words::located(self.document, clause, "，", Lang::ZhHans);
        joined(&[words, &self.caveat(clause), "\n——", &self.source(), "，", &place, &self.link_line()])
    }

    /// The same as an element, for programs that take formatted text.
    pub fn quoted(&self) -> Element {
        let mut quoted = el("blockquote[lang=zh-Hans]");
        if !self.site.is_empty() {
            quoted = quoted.attr("cite", self.link());
        }
        for (n, line) in self.quotation().split('\n').enumerate() {
            let small = el("small").text(line);
            quoted = quoted.child(if n == 0 { el("p").text(line) } else { el("p").child(small) });
        }
        quoted
    }

    /// What a picture of a sentence shows, a line for each: its words, what is to be said about them, their place, their
    /// source, the link, and the code of the link as a side and a path; the last three are empty where nobody knows the link.
    pub fn pictured(&self) -> Vec<String> {
        let Some(clause) = self.clause() else { return Vec::new() };
        let place = words::located(self.document, clause, " · ", Lang::ZhHans);
        let link = self.link();
        let code = picture(&link).filter(|_| !link.is_empty());
        let (side, path) = code.map(|code| (code.side.to_string(), code.path)).unwrap_or_default();
        vec![self.words(clause).into(), self.caveat(clause), place, self.source(), link, side, path]
    }

    /// GB/T 7714: an official document, online.
    pub fn national(&self) -> String {
        let link = self.link();
        let read = if self.today.is_empty() { String::new() } else { joined(&["[", self.today, "]"]) };
        // No full stop after the link: programs that make links of text would take it along.
        let end = if link.is_empty() { String::new() } else { joined(&[" ", &link]) };
        joined(&[
            &listed(&self.document.issuers, ", "),
            ". ",
            &self.document.title,
            "[EB/OL]. (",
            &self.document.published,
            ")",
            &read,
            ".",
            &end,
        ])
    }

    /// APA style, with the title in the original and, in brackets, in our English.
    pub fn apa(&self) -> String {
        let authors = listed(&self.document.issuers, ", & ");
        let link = self.link();
        joined(&[
            &authors,
            ". (",
            &american(&self.document.published),
            "). ",
            &self.document.title,
            " [",
            TITLE_EN,
            "]. ",
            &link,
        ])
        .trim_end()
        .into()
    }

    /// A BibTeX entry. BibTeX itself asks for the year, biblatex for the date.
    pub fn bibtex(&self) -> String {
        let place =
            self.clause().map(|clause| words::located(self.document, clause, "，", Lang::ZhHans)).unwrap_or_default();
        let place = if place.is_empty() { place } else { joined(&["  note = {", &place, "},\n"]) };
        let year = self.document.published.get(..4).unwrap_or_default();
        // Each place has a key of its own: one bibliography may have several.
        let place_key =
            self.place.map(|place| joined(&["-", &place.to_string().replace(':', "-")])).unwrap_or_default();
        let link = self.link();
        let url = if link.is_empty() { String::new() } else { joined(&["  url = {", &link, "},\n"]) };
        let read = if self.today.is_empty() { String::new() } else { joined(&["  urldate = {", self.today, "},\n"]) };
        joined(&[
            "@misc{minsheng",
            year,
            &place_key,
            ",\n  author = {{",
            &listed(&self.document.issuers, "} and {"),
            "}},\n  title = {{",
            &self.document.title,
            "}},\n  year = {",
            year,
            "},\n  date = {",
            &self.document.published,
            "},\n  langid = {chinese},\n",
            &place,
            &url,
            &read,
            "}",
        ])
    }

    /// To the very words, with the proof that they are these; empty where nobody knows where the explorer is.
    pub fn link(&self) -> String {
        if self.site.is_empty() {
            return String::new();
        }
        let route = route(self.document, self.place).print(&self.document.vocabulary);
        joined(&[self.site, &route])
    }

    /// To pass on: to a whole sentence also by its first and last words, which browsers find on the page themselves.
    pub fn shared(&self) -> String {
        let link = self.link();
        let whole = self.clause().filter(|clause| self.words(clause) == clause.text && !link.is_empty());
        let Some(clause) = whole else { return link };
        let place = Some(Place { id: clause.id, span: None });
        let link = Cited { place, ..*self }.link();
        let (first, last) = (Span { start: 0, end: ENDS }, clause.text.chars().count() as u16);
        let last = Span { start: last.saturating_sub(ENDS).max(ENDS), end: last };
        let [first, last] = [first, last].map(|span| encode(span.of(&clause.text)));
        joined(&[&link, ":~:text=", &first, ",", &last])
    }

    fn clause(&self) -> Option<&Clause> {
        self.document.clause(self.place?.id)
    }

    fn words<'t>(&self, clause: &'t Clause) -> &'t str {
        self.place.and_then(|place| place.span).map_or(&clause.text, |span| span.of(&clause.text))
    }

    /// Whose words these are, their title, and both dates.
    pub fn source(&self) -> String {
        let document = self.document;
        let dates = joined(&[
            "（",
            &words::dated(&document.dated, Lang::ZhHans),
            "，",
            &words::published(&document.published, Lang::ZhHans),
            "）",
        ]);
        joined(&[&listed(&document.issuers, "、"), "《", &document.title, "》", &dates])
    }

    fn link_line(&self) -> String {
        let link = self.link();
        if link.is_empty() { link } else { joined(&["\n", &link]) }
    }

    /// What whoever copies the words must not lose: that they were emended, or rest on one print.
    fn caveat(&self, clause: &Clause) -> String {
        let variants = self.document.variants.iter().filter(|it| it.clause == clause.id && self.touches(it));
        let mut said: Vec<String> = variants.map(|it| words::emended(it, Lang::ZhHans)).collect();
        said.extend(clause.witnesses.is_empty().then(|| "此句据一份排印本，未见他处逐字转引。".into()));
        if said.is_empty() { String::new() } else { joined(&["［", &listed(&said, ""), "］"]) }
    }

    fn touches(&self, variant: &Variant) -> bool {
        self.place
            .and_then(|place| place.span)
            .is_none_or(|span| span.start < variant.span.end && variant.span.start < span.end)
    }
}

/// The route to a place; to words with the proof that they are these words.
pub fn route(document: &Document, place: Option<Place>) -> Route {
    let Some(place) = place else { return Route { view: View::Read, ..Route::default() } };
    let text = document.clause(place.id).map(|clause| clause.text.as_str());
    let words = place.span.zip(text).map(|(span, text)| Words { exact: span.of(text).into(), digest: digest(text) });
    Route { view: View::Read, place: Some(place), words, ..Route::default() }
}

/// 「2025, June 9」.
fn american(iso: &str) -> String {
    let date = words::date(iso, Lang::En);
    let parts: Vec<&str> = date.split(' ').collect();
    match parts.as_slice() {
        [day, month, year] => joined(&[year, ", ", month, " ", day]),
        _ => date,
    }
}
