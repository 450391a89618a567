//! The cells that `cargo xtask look` shows and the tests measure: each state of each view, in each window, language, size of
//! type and colour. A state that an action leads to is reached by that action.

use crate::media::Size;
use std::fmt::{Display, Formatter};

/// Where a cell begins.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Place {
    /// A route of the site.
    Site(&'static str),
    /// A route of the kiosk's one file.
    Kiosk(&'static str),
    /// An example article with embeds.
    Article(&'static str),
}

/// What a reader does.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Step {
    /// Taps the control that begins with these words, in Chinese or in English.
    Tap(&'static str, &'static str),
    /// Types these words into the search field and presses Enter.
    Search(&'static str),
}

/// What a reader sees first in a state.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Shows {
    /// Everything there is: the beginning of the first sentence is in view.
    Start,
    /// What was asked for: the first sentence is in view.
    Answer,
    /// Something else.
    Other,
}

/// A view in one state.
#[derive(Debug)]
pub struct State {
    /// Its name, in file names too.
    pub name: &'static str,
    /// Where it begins.
    pub place: Place,
    /// What its reader does there.
    pub steps: &'static [Step],
    /// What its reader sees first.
    pub shows: Shows,
}

const fn state(name: &'static str, place: Place, steps: &'static [Step], shows: Shows) -> State {
    State { name, place, steps, shows }
}

const PARENTS: Step = Step::Tap("我父母", "My parents");
const START: Place = Place::Site("#/explore");
const TILES: Place = Place::Kiosk("#/explore?mode=kiosk");
const KEYBOARD: Place = Place::Kiosk("#/explore?mode=kiosk&panel=keyboard");
const LETTERS: [Step; 2] = [Step::Tap("y", "y"), Step::Tap("l", "l")];
const WORD: [Step; 3] = [Step::Tap("y", "y"), Step::Tap("l", "l"), Step::Tap("养老", "养老")];

/// The states of the site and of the kiosk.
pub const STATES: [State; 16] = [
    state("start", START, &[], Shows::Start),
    state("parents", START, &[PARENTS], Shows::Answer),
    state("search-not-mentioned", START, &[Step::Search("育儿补贴")], Shows::Answer),
    state("search-found", START, &[Step::Search("养老")], Shows::Answer),
    state("linked", Place::Site("#/read/m7s4"), &[], Shows::Answer),
    state("read", Place::Site("#/read"), &[], Shows::Other),
    state("matrix", Place::Site("#/matrix"), &[], Shows::Other),
    state("targets", Place::Site("#/targets"), &[], Shows::Other),
    state("about", Place::Site("#/about"), &[], Shows::Other),
    state("check", Place::Site("#/check"), &[], Shows::Other),
    state("kiosk-waits", Place::Kiosk("#/attract?mode=kiosk"), &[], Shows::Other),
    state("kiosk-start", TILES, &[], Shows::Other),
    state("kiosk-parents", TILES, &[PARENTS], Shows::Answer),
    state("kiosk-keyboard", KEYBOARD, &LETTERS, Shows::Other),
    state("kiosk-search", KEYBOARD, &WORD, Shows::Answer),
    state("kiosk-linked", Place::Kiosk("#/read/m7s4?mode=kiosk&group=elderly"), &[], Shows::Answer),
];

/// Every example page of `www/variants/`.
pub const ARTICLES: [State; 14] = [
    article("article.html"),
    article("dark.html"),
    article("frame.html"),
    article("hidden-tab.html"),
    article("hostile.html"),
    article("languages.html"),
    article("lower.html"),
    article("many.html"),
    article("matrix.html"),
    article("narrow.html"),
    article("plain.html"),
    article("print.html"),
    article("sandbox.html"),
    article("strict-csp.html"),
];

const fn article(name: &'static str) -> State {
    state(name, Place::Article(name), &[], Shows::Other)
}

const fn window(width: u32, height: u32) -> Size {
    Size { width, height }
}

/// A phone and a laptop, for which most is asked.
pub const PHONE: Size = window(390, 844);
/// See `PHONE`.
pub const LAPTOP: Size = window(1366, 768);
/// Windows of the site and of articles.
pub const WINDOWS: [Size; 6] =
    [window(360, 740), PHONE, window(768, 1024), window(1280, 800), LAPTOP, window(1920, 1080)];
/// Screens of kiosks.
pub const SCREENS: [Size; 3] = [window(1080, 1920), LAPTOP, window(1920, 1080)];
/// States that are looked at in dark colours too.
const IN_DARK: [&str; 4] = ["start", "parents", "linked", "targets"];

/// A state as one reader has it.
#[derive(Clone, Copy, Debug)]
pub struct Cell {
    /// The view's state.
    pub state: &'static State,
    /// The interface's language.
    pub language: &'static str,
    /// Whether type is large (长辈版).
    pub large: bool,
    /// Whether colours are dark.
    pub dark: bool,
    /// The window.
    pub size: Size,
}

impl Cell {
    /// A state in Chinese, in usual type and light colours.
    ///
    /// # Panics
    ///
    /// Where there is no state of this name.
    pub fn of(name: &str, size: Size) -> Cell {
        let state = STATES.iter().chain(&ARTICLES).find(|state| state.name == name);
        let state = state.unwrap_or_else(|| panic!("no state is called {name}"));
        Cell { state, language: "zh-Hans", large: false, dark: false, size }
    }

    /// The state's route in the cell's language, type and colours; nothing in an article.
    pub fn route(&self) -> String {
        let (Place::Site(route) | Place::Kiosk(route)) = self.state.place else { return String::new() };
        let join = if route.contains('?') { '&' } else { '?' };
        let theme = if self.dark { "dark" } else { "light" };
        let mode = if self.large { "&mode=elder" } else { "" };
        format!("{route}{join}lang={}&theme={theme}{mode}", self.language)
    }

    /// Whether it is a kiosk's screen.
    pub fn is_kiosk(&self) -> bool {
        matches!(self.state.place, Place::Kiosk(_))
    }

    /// Whether it is an example article.
    pub fn is_article(&self) -> bool {
        matches!(self.state.place, Place::Article(_))
    }

    /// The name of the sheet that shows it beside the other windows.
    pub fn sheet(&self) -> String {
        let large = if self.large { "-large" } else { "" };
        let dark = if self.dark { "-dark" } else { "" };
        match self.state.place {
            Place::Article(name) => format!("article-{}", name.trim_end_matches(".html")),
            Place::Site(_) | Place::Kiosk(_) => format!("{}-{}{large}{dark}", self.state.name, self.language),
        }
    }

    /// The cell in each window that its readers have.
    fn windows(self) -> Vec<Cell> {
        let sizes: &[Size] = if self.is_kiosk() { &SCREENS } else { &WINDOWS };
        sizes.iter().map(|size| Cell { size: *size, ..self }).collect()
    }
}

impl Display for Cell {
    fn fmt(&self, to: &mut Formatter<'_>) -> std::fmt::Result {
        write!(to, "{} at {}×{}", self.sheet(), self.size.width, self.size.height)
    }
}

/// All cells, by the sheet that shows them.
pub fn sheets() -> Vec<Vec<Cell>> {
    let dresses = |state: &'static State| {
        let plain = Cell::of(state.name, PHONE);
        let english = Cell { language: "en", ..plain };
        let dark = IN_DARK.contains(&state.name).then_some(Cell { dark: true, ..plain });
        let large = |cell: Cell| Cell { large: true, ..cell };
        match state.place {
            Place::Site(_) => [plain, english, large(plain), large(english)].into_iter().chain(dark).collect(),
            Place::Kiosk(_) => vec![plain, english],
            Place::Article(_) => vec![plain],
        }
    };
    STATES.iter().chain(&ARTICLES).flat_map(dresses).map(Cell::windows).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_asks_for_its_language_type_and_colours() {
        let cell = Cell { language: "en", large: true, dark: true, ..Cell::of("start", PHONE) };
        assert_eq!(cell.route(), "#/explore?lang=en&theme=dark&mode=elder");
        assert_eq!(cell.to_string(), "start-en-large-dark at 390×844");
        assert!(Cell::of("kiosk-start", LAPTOP).route().ends_with("?mode=kiosk&lang=zh-Hans&theme=light"));
        assert_eq!(Cell::of("article.html", PHONE).sheet(), "article-article");
    }

    #[test]
    fn every_sheet_has_a_name_of_its_own() {
        let mut names = sheets().iter().filter_map(|cells| Some(cells.first()?.sheet())).collect::<Vec<_>>();
        let all = names.len();
        names.sort();
        names.dedup();
        assert_eq!(names.len(), all);
    }

    #[test]
    fn every_example_page_is_looked_at() {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../www/variants");
        let files = std::fs::read_dir(folder).expect("the examples' folder");
        let names = files.map(|file| file.expect("a file").file_name().to_string_lossy().into_owned());
        let mut pages = names.filter(|name| name.ends_with(".html")).collect::<Vec<_>>();
        pages.sort();
        assert_eq!(pages, ARTICLES.each_ref().map(|state| state.name));
    }
}
