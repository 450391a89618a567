//! What a kiosk tells whoever looks after it: what it runs, whether that is sound, and how it behaves when it is not.
//! What only the browser can tell is written into the page by the shell (`www/kiosk/`), by `data-fact` and `data-test`.

use super::{Scene, heading};
use crate::{
    tree::{Element, el},
    words::kiosk::{KioskWords, kiosk},
};

/// As the shell knows them, in the order of the words.
const TESTS: [&str; 5] = ["file", "text", "font", "voice", "public"];

pub(super) fn page(scene: &Scene) -> Element {
    let words = kiosk(scene.lang());
    el("div.page.operator")
        .child(heading(scene).text(words.operator))
        .child(el("p.intro").text(words.operator_note))
        .child(facts(scene, words))
        .child(el("h2").text(words.self_test))
        .child(tests(words))
        .child(deed("button[type=button][data-deed=fault]", words.fault, words.fault_note))
        .child(deed("button[type=button][data-deed=leave]", words.leave, words.leave_note).class("way-there"))
        .child(el("p.no-way").text(words.no_way))
}

fn facts(scene: &Scene, words: &KioskWords) -> Element {
    let values = [
        el("dd").text(env!("CARGO_PKG_VERSION")),
        el("dd.digest[data-fact=text]").text(scene.document.digest.as_str()),
        el("dd.digest[data-fact=file]"),
    ];
    let mut list = el("dl");
    for (name, value) in words.facts.iter().zip(values) {
        list = list.child(el("dt").text(*name)).child(value);
    }
    list
}

/// Each with a place for its outcome, and the words for it.
fn tests(words: &KioskWords) -> Element {
    let [sound, faulty, none] = words.outcomes;
    let mut list = el("ul.tests").attr("data-sound", sound).attr("data-faulty", faulty).attr("data-none", none);
    for (test, name) in TESTS.into_iter().zip(words.tests) {
        let outcome = el("b").attr("data-test", test);
        list = list.child(el("li").child(el("span").text(name)).text(" ").child(outcome));
    }
    list
}

fn deed(selector: &'static str, text: &str, note: &str) -> Element {
    el("p").child(el(selector).text(text)).text(" ").child(el("small").text(note))
}
