//! A keyboard on the page, for screens that have none and no input method: letters and digits write pinyin, and the words
//! of the text that it can mean are offered. Every key is a route, so that what was typed is state like all else.

use super::{Scene, link};
use crate::{
    candidates::candidates,
    joined::joined,
    route::{Filter, Panel},
    tree::{Element, el},
    words::{self, kiosk::kiosk},
};

const ROWS: [&str; 4] = ["1234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm"];
/// More would hide what was found.
const MOST_OFFERED: usize = 8;

pub(super) fn panel(scene: &Scene) -> Element {
    let words = kiosk(scene.lang());
    let close = scene.route.to(|route| route.panel = Panel::Closed);
    el("section.keyboard[aria-labelledby=keyboard]")
        .child(el("h2#keyboard.unseen").text(words.keyboard))
        .child(field(scene))
        .children(ROWS.iter().map(|row| el("div.keys").children(row.chars().map(|letter| key(scene, letter)))))
        .child(
            el("div.keys")
                .child(editing(scene, shortened(scene.route.filter.q()), words.delete))
                .child(editing(scene, "", words.empty))
                .child(link("a.button", scene.href(close), words.done)),
        )
        // Below the keys, which must not move while they are touched.
        .child(offered(scene))
}

/// Also written in by keys of a real keyboard, should there be one; it calls up no keyboard of the system's.
fn field(scene: &Scene) -> Element {
    let words = kiosk(scene.lang());
    let field = el("input#q[name=q][type=search][inputmode=none][autocomplete=off]")
        .attr("placeholder", words.field_example)
        .attr("aria-label", words.field)
        .attr("value", scene.route.filter.q());
    el("form[data-search]").child(field)
}

/// Words of the text for what was typed last, each with how many sentences have it.
fn offered(scene: &Scene) -> Element {
    let words = kiosk(scene.lang());
    let (before, typed) = parted(scene.route.filter.q());
    let mut list = el("ul.offered").attr("aria-label", words.candidates);
    for candidate in candidates(scene.document, scene.index, typed, MOST_OFFERED) {
        let count = words::sentences(candidate.clauses, scene.lang());
        let route = searching(scene, &joined(&[before, &candidate.words]));
        let word = el("b[lang=zh-Hans]").text(candidate.words);
        let choose = el("button[type=button]").attr("data-route", route).child(word).text(" ");
        list = list.child(el("li").child(choose.child(el("small").text(count))));
    }
    list
}

/// What stands before the letters typed last, and those.
fn parted(q: &str) -> (&str, &str) {
    let start = q.trim_end_matches(|c: char| c.is_ascii_alphanumeric()).len();
    q.split_at_checked(start).unwrap_or((q, ""))
}

fn key(scene: &Scene, letter: char) -> Element {
    let mut buffer = [0; 4];
    let letter: &str = letter.encode_utf8(&mut buffer);
    let route = searching(scene, &joined(&[scene.route.filter.q(), letter]));
    el("button[type=button].key").key(letter).attr("data-route", route).text(letter)
}

fn editing(scene: &Scene, q: &str, text: &str) -> Element {
    el("button[type=button].key.wide").key(text).attr("data-route", searching(scene, q)).text(text)
}

fn shortened(q: &str) -> &str {
    q.char_indices().next_back().and_then(|(end, _)| q.get(..end)).unwrap_or_default()
}

/// The same page with this searched, and the keyboard still open.
fn searching(scene: &Scene, q: &str) -> String {
    let filter: Filter = scene.filter().searching(q);
    scene.href(scene.route.filtered(filter))
}
