//! There is no way out of a kiosk for its visitors: whatever is touched, pressed or dropped, the window stays what it is.

use std::collections::BTreeSet;

use anyhow::{Result, ensure};
use minsheng_browser_tests::{KIOSK, LARGE, Page, needs_a_long_run, on_page_of};
use serde_json::{Value, json};

const ADDRESS: &str = "?public=https://minsheng.example/#/attract?mode=kiosk";

fn windows(page: &Page) -> Result<usize> {
    Ok(page.get("window/handles")?.as_array().map_or(0, Vec::len))
}

/// The window is one, at its address, without a history, and a kiosk.
fn stays(page: &Page, what: &str) -> Result<()> {
    let found = page.eval("[location.href, history.length, document.querySelector('.explorer')?.dataset.mode]")?;
    ensure!(found[0] == page.url_of(ADDRESS), "{what}: the address is {}", found[0]);
    ensure!(found[2] == "kiosk" && windows(page)? == 1, "{what}: {found}, {} windows", windows(page)?);
    Ok(())
}

fn shows(page: &Page, route: &str) -> Result<()> {
    page.script("document.querySelector('#explorer').explorer.setRoute(arguments[0])", &[json!(route)])?;
    page.settle()
}

fn screens() -> impl Iterator<Item = &'static str> {
    LARGE.into_iter().filter(|route| route.contains("mode=kiosk"))
}

/// Presses everything that a screen has, each on a fresh one, but what is the operator's; gives what was pressed.
const PRESS_ALL: &str = "
    const [screen, done] = arguments, names = [];
    const all = () => document.querySelectorAll('#explorer a, #explorer button');
    const settled = () => new Promise((then) => setTimeout(then));
    const fresh = () => document.querySelector('#explorer').explorer.setRoute(screen);
    (async () => {
        fresh();
        for (let n = 0, count = all().length; n < count; n += 1) {
            const one = all()[n];
            if (one && !one.matches('[data-deed]')) {
                names.push(`${one.getAttribute('href') ?? one.dataset.route ?? one.className}`);
                one.click();
                await settled();
                await settled();
                fresh();
            }
        }
        done(names);
    })();
";

#[test]
fn no_link_and_no_button_of_any_screen_leads_out() {
    needs_a_long_run();
    on_page_of(KIOSK, |page| {
        page.open(ADDRESS)?;
        let history = page.eval("history.length")?;
        let mut pressed = BTreeSet::new();
        for screen in screens() {
            let names = page.script_until_called(PRESS_ALL, &[json!(screen)])?;
            pressed.extend(names.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned));
            stays(page, screen)?;
        }
        ensure!(pressed.len() > 150, "{} different ones were pressed", pressed.len());
        ensure!(page.eval("history.length")? == history, "the history has grown");
        Ok(())
    });
}

#[test]
fn clicks_that_would_open_another_window_open_none() {
    on_page_of(KIOSK, |page| {
        page.open(ADDRESS)?;
        for screen in screens() {
            shows(page, screen)?;
            let prevented = page.script(
                "return [...document.querySelectorAll('#explorer a[href]')].every((link) =>
                    [['click', { ctrlKey: true }], ['click', { shiftKey: true }], ['click', { metaKey: true }], ['click', { altKey: true }], ['auxclick', { button: 1 }], ['mousedown', { button: 3 }], ['mouseup', { button: 4 }]]
                        .every(([name, more]) => !link.dispatchEvent(new MouseEvent(name, { bubbles: true, cancelable: true, composed: true, ...more }))));",
                &[],
            )?;
            ensure!(prevented == true, "{screen}: a click was the browser's");
            stays(page, screen)?;
        }
        Ok(())
    });
}

#[test]
fn menus_dragging_dropping_and_commands_are_nobodys() {
    on_page_of(KIOSK, |page| {
        page.open(ADDRESS)?;
        shows(page, "#/explore?mode=kiosk")?;
        let prevented = page.script(
            "const told = (event) => !document.querySelector('main').dispatchEvent(event);
            const events = ['contextmenu', 'dragstart', 'dragover', 'drop'].map((name) => new DragEvent(name, { bubbles: true, cancelable: true }));
            const commands = ['p', 's', 'n', 't', 'w', 'l', 'u', 'o', 'f', '+'].map((key) => ({ key, ctrlKey: true }));
            const keys = ['F1', 'F3', 'F5', 'F6', 'F7', 'F11', 'F12', 'BrowserBack', 'BrowserHome', 'ContextMenu', 'Alt', 'Meta', 'PrintScreen'].map((key) => ({ key }));
            const arrows = [{ key: 'ArrowLeft', altKey: true }, { key: 'ArrowRight', metaKey: true }, { key: 'Home', altKey: true }];
            const strokes = [...commands, ...keys, ...arrows].map((stroke) => new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...stroke }));
            return [...events, ...strokes].filter((event) => !told(event)).map((event) => event.type + ' ' + (event.key ?? ''));",
            &[],
        )?;
        ensure!(prevented == json!([]), "not prevented: {prevented}");
        let letters = page.script(
            "return ['Tab', 'Enter', 'a', '8', 'Backspace', 'ArrowDown', ' '].filter((key) => !document.querySelector('main').dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })));",
            &[],
        )?;
        ensure!(letters == json!([]), "kept from readers: {letters}");
        stays(page, "after all of them")
    });
}

#[test]
fn what_can_be_downloaded_elsewhere_is_only_text() {
    on_page_of(KIOSK, |page| {
        page.open(ADDRESS)?;
        shows(page, "#/about?mode=kiosk")?;
        let clicked = page.script(
            "return [...document.querySelectorAll('a:not([href^=\"#/\"])')].filter((link) => link.getAttribute('href') !== '#main').filter((link) => link.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))).length;",
            &[],
        )?;
        ensure!(clicked == 0, "{clicked} links were the browser's");
        stays(page, "about")
    });
}

#[test]
fn the_operators_page_is_behind_seven_touches_of_the_name() {
    const OPERATOR: &str = "document.querySelector('.explorer').dataset.view === 'operator'";
    on_page_of(KIOSK, |page| {
        page.control_clock()?;
        page.open(ADDRESS)?;
        shows(page, "#/explore?mode=kiosk")?;
        let touch = |times: usize, apart: f64| -> Result<()> {
            for _ in 0..times {
                page.script("document.querySelector('.brand').click()", &[])?;
                page.jump_ahead(apart)?;
            }
            page.settle()
        };
        touch(6, 0.1)?;
        ensure!(page.eval(OPERATOR)? == false, "six are not enough");
        page.jump_ahead(6.0)?;
        touch(7, 1.0)?;
        ensure!(page.eval(OPERATOR)? == false, "nor are slow ones");
        page.jump_ahead(6.0)?;
        touch(7, 0.1)?;
        page.wait_for(OPERATOR)?;
        page.wait_for("document.querySelector('[data-test=text]').textContent !== ''")?;
        let outcomes = page.eval("[...document.querySelectorAll('[data-test]')].map((test) => test.textContent)")?;
        ensure!(
            outcomes[0] == "正常" && outcomes[1] == "正常" && outcomes[2] == "正常" && outcomes[4] == "正常",
            "{outcomes}"
        );
        ensure!(
            page.text_of("document.querySelector('[data-fact=file]').textContent")?.len() == 64,
            "the file's digest"
        );
        stays(page, "the operator's page")
    });
}

const AT_HOME: &str = "document.querySelector('.explorer')?.dataset.view === 'attract'";

fn is_seen(page: &Page, selector: &str) -> Result<bool> {
    Ok(page.eval(&format!("document.querySelector('{selector}')?.checkVisibility() ?? false"))? == true)
}

/// Touches the name seven times.
fn become_the_operator(page: &Page) -> Result<()> {
    shows(page, "#/explore?mode=kiosk")?;
    page.script("for (let n = 0; n < 7; n += 1) document.querySelector('.brand').click()", &[])?;
    page.wait_for("document.querySelector('.explorer').dataset.view === 'operator'")?;
    page.settle()
}

/// Presses the keys of the page's own pad.
fn press(page: &Page, keys: &[&str]) -> Result<()> {
    let press =
        "[...document.querySelectorAll('.way-out button')].find((key) => key.textContent === arguments[0]).click()";
    keys.iter().try_for_each(|key| page.script(press, &[json!(key)]).map(drop))
}

#[test]
fn without_a_number_no_way_leads_out_and_every_visit_ends() {
    on_page_of(KIOSK, |page| {
        page.control_clock()?;
        page.open(ADDRESS)?;
        become_the_operator(page)?;
        ensure!(!is_seen(page, "[data-deed=leave]")?, "nothing leads out");
        ensure!(is_seen(page, ".no-way")?, "and the page says why");
        page.script("document.querySelector('[data-deed=leave]').click()", &[])?;
        page.settle()?;
        ensure!(page.eval("document.querySelector('.way-out')")?.is_null(), "not even for a script");
        stays(page, "the operator's page")?;
        page.jump_ahead(76.0)?;
        page.wait_for(AT_HOME)?;
        stays(page, "after the visit")
    });
}

#[test]
fn a_route_that_is_no_kiosks_ends_the_visit() {
    on_page_of(KIOSK, |page| {
        page.open(ADDRESS)?;
        shows(page, "#/explore?mode=kiosk")?;
        page.script(
            "const link = Object.assign(document.createElement('a'), { href: '#/explore' });
            document.querySelector('main').append(link);
            link.click();",
            &[],
        )?;
        page.wait_for(AT_HOME)?;
        stays(page, "after the link")
    });
}

#[test]
fn the_number_leads_out_and_another_one_ends_the_visit() {
    const WITH_A_NUMBER: &str = "?exit=204683&public=https://minsheng.example/#/attract?mode=kiosk";
    on_page_of(KIOSK, |page| {
        page.control_clock()?;
        page.open(WITH_A_NUMBER)?;
        become_the_operator(page)?;
        ensure!(!is_seen(page, ".no-way")?, "there is a way");
        page.click("[data-deed=leave]")?;
        press(page, &["2", "0", "4", "6", "8", "4", "OK"])?;
        page.wait_for(AT_HOME)?;
        ensure!(!is_seen(page, ".way-out")?, "nothing is asked any more");

        become_the_operator(page)?;
        page.click("[data-deed=leave]")?;
        press(page, &["2", "0"])?;
        page.jump_ahead(76.0)?;
        page.wait_for(AT_HOME)?;
        ensure!(!is_seen(page, ".way-out")?, "a question that nobody answers ends with the visit");

        become_the_operator(page)?;
        page.click("[data-deed=leave]")?;
        press(page, &["2", "0", "4", "6", "8", "4", "⌫", "3", "OK"])?;
        page.wait_for("document.querySelector('.hero') !== null")?;
        ensure!(page.route()? == "#/explore", "the ordinary page: {}", page.route()?);
        Ok(())
    });
}

#[test]
fn a_number_that_could_be_guessed_is_none() {
    on_page_of(KIOSK, |page| {
        page.open("?exit=1234#/operator?mode=kiosk")?;
        ensure!(!is_seen(page, "[data-deed=leave]")?, "four digits lead nowhere");
        // An entry begins with the address, which has the number.
        let told = page.evidence()?.console;
        let said = told.iter().find_map(|entry| entry.split_once("minsheng: exit")).map(|(_, said)| said);
        ensure!(said.is_some_and(|said| !said.contains("1234")), "{told:?}");
        Ok(())
    });
}
