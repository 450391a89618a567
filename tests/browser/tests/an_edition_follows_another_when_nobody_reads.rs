//! A page that is read keeps its edition, parts that it loads late included. Another edition takes its place when no page
//! is open, or when the only one is idle, and then as a whole; one that is not what was built never does.

use anyhow::{Context, Result, bail, ensure};
use minsheng_browser_tests::{Edition, Engine, Host, Page, with_a_host, with_a_host_in};
use serde_json::{Value, json};

const ROUTE: &str = "#/explore?domain=education";
const READY: &str = "performance.getEntriesByName('minsheng:ready').length > 0";
const LOOKS: &str = "
    window.looks = 0;
    ServiceWorkerRegistration.prototype.update = () => Promise.resolve(window.looks += 1);
    document.dispatchEvent(new Event('visibilitychange'));
";

/// A page with a route of its own, which the browser keeps, and the mark of a document that is not opened again.
fn visit(page: &Page) -> Result<()> {
    page.open("#/explore")?;
    page.wait_until_offline()?;
    page.open(ROUTE)?;
    page.script("window.untouched = true", &[])?;
    page.is_all_of(Edition::Built)
}

/// The next edition is published, and has arrived in the browser.
fn arrives(page: &Page, host: &Host) -> Result<()> {
    host.publish(Edition::Next)?;
    let state = page.update()?;
    ensure!(state == "installed", "the next edition is {state}");
    Ok(())
}

/// As a kiosk's shell says that nobody is there. In Chromium only: elsewhere a test's script imports modules of its own,
/// not the page's.
fn idle(page: &Page, edition: Edition) -> Result<()> {
    let url = page.url_of(&edition.name("offline")?);
    let called = page.script_until_called(
        "const [url, done] = arguments; import(url).then(({ idle }) => done(idle() ?? null), (error) => done(String(error)))",
        &[json!(url)],
    )?;
    ensure!(called.is_null(), "{called}");
    Ok(())
}

/// The page opens again by itself, in the next edition and where it was.
fn opens_again(page: &Page) -> Result<()> {
    page.wait_through_a_reload(&format!("!window.untouched && {READY}"))?;
    ensure!(page.route()? == ROUTE, "the route is {}", page.route()?);
    page.is_all_of(Edition::Next)?;
    page.wait_until_kept(1)
}

/// Waits until the console has these words, and has them once.
fn says(page: &Page, words: &str) -> Result<()> {
    let mut said = Vec::new();
    for _ in 0..500 {
        page.settle()?;
        said = page.evidence()?.console;
        match said.iter().filter(|line| line.contains(words)).count() {
            0 => {}
            1 => return Ok(()),
            _ => bail!("it is said more than once: {said:#?}"),
        }
    }
    bail!("it is never said: {said:#?}")
}

/// The reader opens the page anew, without leaving it.
fn reload(page: &Page) -> Result<()> {
    page.script("window.earlier = true; location.reload()", &[])?;
    page.wait_through_a_reload(&format!("!window.earlier && {READY}"))
}

fn is_untouched(page: &Page) -> Result<()> {
    ensure!(page.eval("window.untouched === true")? == json!(true), "the page was opened again");
    Ok(())
}

#[test]
fn a_page_that_is_read_keeps_its_edition_with_its_late_parts() {
    with_a_host_in(&[Engine::Chromium, Engine::Firefox], |page, host| {
        visit(page)?;
        arrives(page, host)?;
        ensure!(page.import("minsheng-plain", Edition::Built)?.contains("Explorer"), "a late part is missing");
        page.go("#/about")?;
        page.go("#/explore?panel=embed")?;
        is_untouched(page)?;
        reload(page)?;
        page.is_all_of(Edition::Built)?;
        let errors = page.errors()?;
        ensure!(errors.is_empty(), "errors: {errors:#?}");
        Ok(())
    });
}

#[test]
fn an_idle_page_opens_again_as_the_next_edition_where_it_was() {
    with_a_host(|page, host| {
        visit(page)?;
        arrives(page, host)?;
        is_untouched(page)?;
        idle(page, Edition::Built)?;
        opens_again(page)?;
        host.stop();
        page.open("#/read/m5s3")?;
        page.is_all_of(Edition::Next)
    });
}

#[test]
fn an_edition_that_arrives_while_the_page_is_idle_is_let_in_at_once() {
    with_a_host(|page, host| {
        visit(page)?;
        idle(page, Edition::Built)?;
        host.publish(Edition::Next)?;
        page.start_update()?;
        opens_again(page)
    });
}

#[test]
fn a_reader_who_comes_back_before_an_edition_arrives_is_left_alone() {
    with_a_host(|page, host| {
        visit(page)?;
        idle(page, Edition::Built)?;
        page.click("fieldset input[type=checkbox]:not([aria-disabled])")?;
        arrives(page, host)?;
        reload(page)?;
        page.is_all_of(Edition::Built)
    });
}

#[test]
fn a_page_that_nobody_sees_opens_again_as_the_next_edition() {
    with_a_host_in(&[Engine::Chromium, Engine::Firefox], |page, host| {
        visit(page)?;
        arrives(page, host)?;
        page.command("window/minimize", &json!({}))?;
        opens_again(page)
    });
}

/// Opens a second window with another view, and goes to it. Gives the handles of the first window and of the second.
fn open_another(page: &Page) -> Result<(Value, Value)> {
    let first = page.get("window")?;
    let second = page.command("window/new", &json!({ "type": "window" }))?["handle"].clone();
    switch_to(page, &second)?;
    page.open("#/targets")?;
    Ok((first, second))
}

fn switch_to(page: &Page, window: &Value) -> Result<()> {
    page.command("window", &json!({ "handle": window })).map(drop)
}

/// Closes a window and goes to the other.
fn close(page: &Page, window: &Value, other: &Value) -> Result<()> {
    switch_to(page, window)?;
    page.close_window()?;
    switch_to(page, other)
}

#[test]
fn with_two_pages_open_nothing_changes_until_one_is_closed() {
    with_a_host(|page, host| {
        visit(page)?;
        let (first, second) = open_another(page)?;
        arrives(page, host)?;
        idle(page, Edition::Built)?;
        reload(page)?;
        page.is_all_of(Edition::Built)?;
        switch_to(page, &first)?;
        is_untouched(page)?;
        close(page, &second, &first)?;
        idle(page, Edition::Built)?;
        opens_again(page)
    });
}

#[test]
fn the_last_page_opens_again_by_itself_when_the_others_have_gone() {
    with_a_host(|page, host| {
        visit(page)?;
        let (first, second) = open_another(page)?;
        arrives(page, host)?;
        switch_to(page, &first)?;
        idle(page, Edition::Built)?;
        is_untouched(page)?;
        close(page, &second, &first)?;
        opens_again(page)
    });
}

#[test]
fn a_reader_whose_other_page_closes_is_left_alone() {
    with_a_host(|page, host| {
        visit(page)?;
        let (first, second) = open_another(page)?;
        arrives(page, host)?;
        switch_to(page, &first)?;
        let asked = "navigator.serviceWorker.addEventListener('message', ({ data }) => (window.asked = data))";
        page.script(asked, &[])?;
        close(page, &second, &first)?;
        page.wait_for("window.asked === 'alone'")?;
        is_untouched(page)?;
        ensure!(page.import("minsheng-plain", Edition::Built)?.contains("Explorer"), "a late part is missing");
        Ok(())
    });
}

#[test]
fn when_no_page_is_open_the_next_edition_begins_by_itself() {
    with_a_host(|page, host| {
        visit(page)?;
        arrives(page, host)?;
        // The browser takes its time to see that the last page has gone.
        for _ in 0..20 {
            page.open(ROUTE)?;
            if page.is_all_of(Edition::Next).is_ok() {
                return page.wait_until_kept(1);
            }
            page.is_all_of(Edition::Built)?;
        }
        bail!("after twenty visits it has not begun")
    });
}

#[test]
fn a_page_whose_edition_was_replaced_still_gets_its_late_parts() {
    with_a_host(|page, host| {
        visit(page)?;
        arrives(page, host)?;
        // As where a reader comes back between the page's asking and the browser's acting.
        page.script("navigator.serviceWorker.ready.then(({ waiting }) => waiting.postMessage('idle'))", &[])?;
        page.wait_until_served(Edition::Next)?;
        is_untouched(page)?;
        ensure!(page.import("minsheng-plain", Edition::Built)?.contains("Explorer"), "a late part is missing");
        idle(page, Edition::Built)?;
        opens_again(page)
    });
}

#[test]
fn an_edition_with_a_file_that_was_not_built_is_refused_and_the_earlier_one_stays() {
    with_a_host_in(&[Engine::Chromium, Engine::Firefox], |page, host| {
        visit(page)?;
        host.publish(Edition::Next)?;
        host.alter("notes")?;
        ensure!(page.update()? == "redundant", "an altered file is taken");
        page.command("window/minimize", &json!({}))?;
        is_untouched(page)?;
        page.command("window/rect", &json!({ "x": 0, "y": 0, "width": 1280, "height": 800 }))?;
        page.wait_for("!document.hidden")?;
        host.stop();
        page.open("#/about?lang=en")?;
        page.is_all_of(Edition::Built)?;
        ensure!(page.caches()?.len() == 1, "{:?}", page.caches()?);
        host.resume()?;
        host.publish(Edition::Next)?;
        ensure!(page.update()? == "installed", "put right, it is still refused");
        Ok(())
    });
}

#[test]
fn a_site_with_a_missing_file_works_from_the_network_and_says_so_once() {
    with_a_host(|page, host| {
        host.remove("icon-512")?;
        page.open(ROUTE)?;
        says(page, "not kept for offline")?;
        page.open(ROUTE)?;
        page.is_all_of(Edition::Built)?;
        ensure!(page.kept()?.is_empty(), "{:?}", page.kept()?);
        Ok(())
    });
}

#[test]
fn a_browser_without_room_keeps_nothing_and_says_so_once() {
    with_a_host(|page, host| {
        let origin = host.url().trim_end_matches('/').to_owned();
        let quota = |size: Option<u32>| {
            let parameters = json!({ "origin": origin, "quotaSize": size });
            page.devtools(
                "Storage.overrideQuotaForOrigin",
                if size.is_some() { parameters } else { json!({ "origin": origin }) },
            )
        };
        quota(Some(300_000))?;
        page.open(ROUTE)?;
        says(page, "the browser has no room for it")?;
        ensure!(page.kept()?.is_empty() && page.caches()?.is_empty(), "{:?}", page.kept()?);
        page.is_all_of(Edition::Built)?;
        quota(None)?;
        page.open(ROUTE)?;
        page.wait_until_offline()
    });
}

#[test]
fn a_page_that_stays_open_looks_for_an_edition_once_a_day() {
    with_a_host(|page, _| {
        visit(page)?;
        page.script(LOOKS, &[])?;
        ensure!(page.count_of("window.looks")? == 0, "it has looked on the first day");
        page.script("const now = Date.now; Date.now = () => now() + 25 * 60 * 60 * 1000", &[])?;
        for act in ["document.dispatchEvent(new Event('visibilitychange'))", "0"] {
            page.script(act, &[])?;
            idle(page, Edition::Built)?;
            ensure!(page.count_of("window.looks")? == 1, "it has looked {} times", page.count_of("window.looks")?);
        }
        Ok(())
    });
}

/// What the documentation says is published to end all this.
fn off() -> Result<&'static str> {
    let (_, rest) = include_str!("../../../docs/hosting.md").split_once("```js off\n").context("no sample")?;
    Ok(rest.split_once("```").context("a sample that does not end")?.0)
}

#[test]
fn what_the_documentation_says_switches_it_off() {
    with_a_host(|page, host| {
        visit(page)?;
        host.publish(Edition::Next)?;
        host.replace("sw.js", off()?)?;
        page.start_update()?;
        page.wait_until_kept(0)?;
        is_untouched(page)?;
        // Of a site without the worker nothing is kept again.
        host.remove("sw.js")?;
        page.open(ROUTE)?;
        page.is_all_of(Edition::Next)?;
        ensure!(page.eval("navigator.serviceWorker.controller")?.is_null(), "there is a worker");
        ensure!(page.kept()?.is_empty(), "{:?}", page.kept()?);
        Ok(())
    });
}

/// Counts what is sent to workers: the next edition is let in by a message.
const COUNT_ASKED: &str = "
    const { postMessage } = ServiceWorker.prototype;
    window.asked = 0;
    ServiceWorker.prototype.postMessage = function (...words) {
        window.asked += 1;
        return postMessage.apply(this, words);
    };
";
const WAITS: &str = "navigator.serviceWorker.ready.then(({ waiting }) => arguments[0](Boolean(waiting)))";

#[test]
fn what_was_pasted_keeps_its_page_until_it_is_taken_away() {
    with_a_host(|page, host| {
        visit(page)?;
        page.go("#/check")?;
        page.wait_for("document.querySelector('#paste')")?;
        page.type_into("#paste", "“尽力而为”")?;
        page.script(COUNT_ASKED, &[])?;
        arrives(page, host)?;
        idle(page, Edition::Built)?;
        ensure!(page.count_of("window.asked")? == 0, "the next edition was asked in");
        let waits = page.script_until_called(WAITS, &[])?;
        ensure!(waits == true, "the next edition was let in");
        is_untouched(page)?;
        ensure!(page.text_of("document.querySelector('#paste').value")? == "“尽力而为”", "what was pasted is gone");
        page.script("document.querySelector('#paste').value = ''", &[])?;
        idle(page, Edition::Built)?;
        page.wait_through_a_reload(&format!("!window.untouched && {READY}"))?;
        page.is_all_of(Edition::Next)
    });
}
