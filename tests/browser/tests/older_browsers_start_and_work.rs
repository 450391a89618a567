//! Browsers that refuse or lack what today's have: large modules at once, WebAssembly itself, younger methods. Each is today's
//! Chromium with that taken away; docs/hosting.md says which real ones were tried.

use anyhow::{Result, ensure};
use minsheng_browser_tests::{KIOSK, Page, embed, inside, on_page, on_page_of};
use serde_json::json;

/// As Chromium before 115: a module above 4 KB is neither compiled nor started while the page waits.
const NOT_AT_ONCE: &str = "{
    const { Module, Instance } = WebAssembly, small = new WeakSet();
    const refuse = (what) => { throw new RangeError(`WebAssembly.${what} is disallowed on the main thread, if the buffer size is larger than 4KB.`); };
    WebAssembly.Module = new Proxy(Module, { construct(Module, [bytes]) {
        if (bytes.byteLength > 4096) refuse('Compile');
        const module = new Module(bytes);
        small.add(module);
        return module;
    } });
    WebAssembly.Instance = new Proxy(Instance, { construct: (Instance, [module, imports]) =>
        small.has(module) ? new Instance(module, imports) : refuse('Instance') });
}";
const NO_WASM: &str = "delete globalThis.WebAssembly";
/// What came after the oldest browser that is served (docs/hosting.md).
const NO_YOUNGER_METHODS: &str = "
    for (const kind of [Element, Document, DocumentFragment]) delete kind.prototype.replaceChildren;
    for (const kind of [Array, String, Object.getPrototypeOf(Int8Array)]) delete kind.prototype.at;
    delete String.prototype.replaceAll;
    delete Element.prototype.checkVisibility;
    delete globalThis.structuredClone;
    for (const name of ['showModal', 'close', 'show', 'open']) delete HTMLDialogElement.prototype[name];
";
const HOME: &str = "document.querySelector('.explorer')?.dataset.view === 'attract'";
const FAULT: &str = "setTimeout(() => document.querySelector('#explorer').explorer.fault())";
const RESTING: &str = "document.querySelector('.start-again') !== null";

/// What only the module that has everything shows, and where it stands.
const LATE: [(&str, &str); 6] = [
    ("#/targets", "table.targets"),
    ("#/matrix", ".counts td"),
    ("#/check", "textarea"),
    ("#/read/m5s3?panel=cite", ".code"),
    ("#/explore?panel=embed", ".code"),
    ("#/explore?panel=export", "button[data-export]"),
];

/// Runs before anything of the pages opened from now on.
fn before(page: &Page, source: &str) -> Result<()> {
    page.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": source })).map(drop)
}

/// Opens a kiosk, finds sentences in it, breaks it, and finds sentences again.
fn serves(page: &Page, address: &str) -> Result<()> {
    page.open(address)?;
    for round in ["at first", "after a fault"] {
        page.wait_for(HOME)?;
        page.click(".start")?;
        page.click(".tile")?;
        page.wait_for("document.querySelectorAll('.card:not([hidden]) .text').length > 5")?;
        ensure!(page.eval(RESTING)? == false, "it rests {round}");
        page.script("document.querySelector('.explorer').dataset.before = ''", &[])?;
        page.script(FAULT, &[])?;
        page.wait_for("document.querySelector('.explorer[data-before]') === null")?;
    }
    Ok(())
}

fn the_late_views_come(page: &Page) -> Result<()> {
    for (route, part) in LATE {
        page.open(route)?;
        page.wait_for(&format!("document.querySelector({}) !== null", json!(part)))?;
        page.wait_for("document.querySelector('[data-awaited]') === null")?;
    }
    page.open("#/explore")?;
    page.go("#/matrix")?;
    page.wait_for("document.querySelector('.counts td') !== null")
}

#[test]
fn the_one_file_starts_and_recovers_where_modules_start_slowly_only() {
    on_page_of(KIOSK, |page| {
        before(page, NOT_AT_ONCE)?;
        serves(page, "#/attract?mode=kiosk")?;
        page.open("#/explore")?;
        ensure!(page.count(".card:not([hidden])")? == 77, "and as the ordinary page");
        Ok(())
    });
}

#[test]
fn the_sites_kiosk_starts_and_recovers_where_modules_start_slowly_only() {
    on_page(|page| {
        before(page, NOT_AT_ONCE)?;
        serves(page, "#/attract?mode=kiosk")
    });
}

#[test]
fn paper_has_its_source_where_modules_start_slowly_only() {
    on_page(|page| {
        before(page, NOT_AT_ONCE)?;
        page.open("#/explore")?;
        let sheet = "(dispatchEvent(new Event('beforeprint')), document.querySelector('.sheet') !== null)";
        page.wait_for(sheet)
    });
}

#[test]
fn an_embed_recovers_where_modules_start_slowly_only() {
    on_page(|page| {
        before(page, NOT_AT_ONCE)?;
        page.article("article.html")?;
        page.embed_lives(0)?;
        page.script(&format!("{}.dataset.before = ''", inside(0, ".explorer")), &[])?;
        page.break_embed(0, "RuntimeError", "unreachable")?;
        page.wait_for(&format!(
            "{} !== null && {} === null",
            inside(0, ".explorer"),
            inside(0, ".explorer[data-before]")
        ))?;
        ensure!(page.eval(&format!("{}.tier", embed(0)))? == "wasm", "by WebAssembly");
        Ok(())
    });
}

#[test]
fn without_webassembly_every_view_of_the_site_comes() {
    on_page(|page| {
        before(page, NO_WASM)?;
        the_late_views_come(page)
    });
}

#[test]
fn where_the_whole_module_is_missing_it_comes_as_javascript() {
    on_page(|page| {
        page.block(&["*minsheng_whole_bg*"])?;
        the_late_views_come(page)
    });
}

#[test]
fn without_its_whole_module_an_english_page_says_so_in_english_and_filters() {
    on_page(|page| {
        page.block(&["*whole*"])?;
        page.load("#/explore?lang=en&domain=elderly-care")?;
        page.wait_for("document.querySelector('#explorer').dataset.missed === ''")?;
        let said = page.text_of("document.querySelector('.notice[lang=en] .failed').innerText")?;
        ensure!(said.contains("did not load"), "the notice says {said:?}");
        page.wait_for("document.querySelectorAll('.card:not([hidden])').length > 10")
    });
}

#[test]
fn a_quotation_is_checked_without_webassembly() {
    on_page(|page| {
        before(page, NO_WASM)?;
        page.open("#/check")?;
        let text = page.text_of(
            "(page => page)(document.querySelector('#explorer').explorer.search({ q: '床位' }).clauses[0].text)",
        )?;
        page.script(
            "const field = document.querySelector('#paste'); field.value = arguments[0]; field.dispatchEvent(new Event('input', { bubbles: true }));",
            &[json!(text)],
        )?;
        page.wait_for("document.querySelector('.quotations li') !== null")
    });
}

#[test]
fn without_webassembly_the_sites_kiosk_starts_and_recovers() {
    on_page(|page| {
        before(page, NO_WASM)?;
        serves(page, "#/attract?mode=kiosk")
    });
}

#[test]
fn without_webassembly_the_one_file_shows_the_text_and_says_why() {
    on_page_of(KIOSK, |page| {
        before(page, NO_WASM)?;
        page.load("#/attract?mode=kiosk")?;
        page.wait_for("document.documentElement.dataset.state === 'static'")?;
        ensure!(page.count_of("[...document.querySelectorAll('.s')].filter((s) => s.checkVisibility({ visibilityProperty: true })).length")? == 77);
        let said = page.text_of("document.body.innerText")?;
        ensure!(said.contains("cannot run WebAssembly") && !said.contains("damaged"), "{said}");
        Ok(())
    });
}

#[test]
fn without_younger_methods_page_kiosk_and_one_file_work() {
    on_page(|page| {
        before(page, NO_YOUNGER_METHODS)?;
        the_late_views_come(page)?;
        serves(page, "#/attract?mode=kiosk")
    });
    on_page_of(KIOSK, |page| {
        before(page, NO_YOUNGER_METHODS)?;
        serves(page, "#/attract?mode=kiosk")
    });
}

#[test]
fn without_dialogs_a_visit_ends_all_the_same() {
    on_page_of(KIOSK, |page| {
        before(page, NO_YOUNGER_METHODS)?;
        page.control_clock()?;
        page.open("#/explore?mode=kiosk&idle=30")?;
        page.click(".tile")?;
        page.settle()?;
        page.jump_ahead(31.0)?;
        page.wait_for("document.querySelector('.still-there').getClientRects().length > 0")?;
        page.jump_ahead(15.0)?;
        page.wait_for(HOME)?;
        ensure!(
            page.eval("document.querySelector('.still-there').getClientRects().length")? == 0,
            "the question is gone"
        );
        Ok(())
    });
}

/// Every try to draw a page fails, and so does the method that once replaced what was shown.
const NOTHING_IS_DRAWN: &str = "
    const make = Document.prototype.createElement;
    window.tries = 0;
    Document.prototype.createElement = function (tag) {
        if (tag === 'main') { window.tries += 1; throw new Error('nothing is drawn'); }
        return make.call(this, tag);
    };
    delete Element.prototype.replaceChildren;
    window.errors = 0;
    addEventListener('error', () => { window.errors += 1; });
";

#[test]
fn a_kiosk_that_can_draw_nothing_shows_the_text_and_tries_three_times_a_visit() {
    on_page_of(KIOSK, |page| {
        before(page, NOTHING_IS_DRAWN)?;
        page.control_clock()?;
        page.load("#/explore?mode=kiosk&idle=30")?;
        page.wait_for(RESTING)?;
        let sentences = "[...document.querySelectorAll('.s')].filter((s) => s.checkVisibility({ visibilityProperty: true })).length";
        ensure!(page.count_of(sentences)? == 77, "every sentence can be read");
        page.script(
            "for (let n = 0; n < 100; n += 1) dispatchEvent(new ErrorEvent('error', { error: new Error('an echo') }))",
            &[],
        )?;
        page.settle()?;
        ensure!(page.eval("window.tries")? == 3, "{} tries", page.eval("window.tries")?);
        ensure!(page.eval("window.errors")? == 100, "{} errors", page.eval("window.errors")?);
        page.jump_ahead(46.0)?;
        page.wait_for("window.tries === 6")?;
        page.wait_for(RESTING)?;
        ensure!(page.count_of(sentences)? == 77, "and again");
        Ok(())
    });
}
