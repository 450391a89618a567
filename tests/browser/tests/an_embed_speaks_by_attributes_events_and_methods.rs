//! An embed's attributes are its state: typed, reflected, observed. What readers do is told by events, and hosts may ask
//! and answer by methods. What is wrong falls back to what is documented, with one warning.

use anyhow::{Result, ensure};
use minsheng_browser_tests::{Page, embed, in_every_engine, inside, on_page};
use serde_json::{Value, json};

/// Keeps every event of the page's embeds, from now on.
const LISTEN: &str = "
    window.told = [];
    for (const name of ['ready', 'filter', 'open', 'copy', 'error', 'route'])
        document.addEventListener(`minsheng:${name}`, ({ detail }) => told.push([name, JSON.parse(JSON.stringify(detail))]));
";

fn state(page: &Page) -> Result<Value> {
    page.eval(&format!("{}.getState()", embed(0)))
}

fn set(page: &Page, attribute: &str, value: &str) -> Result<()> {
    page.script(&format!("{}.setAttribute(...arguments)", embed(0)), &[json!(attribute), json!(value)])?;
    page.settle()
}

fn live(page: &Page) -> Result<()> {
    page.article("print.html")?;
    page.embed_lives(0)
}

#[test]
fn an_embeds_attributes_change_what_is_shown_and_say_it() {
    in_every_engine(|page| {
        live(page)?;
        set(page, "lang", "en-GB")?;
        ensure!(page.text_of(&format!("{}.lang", inside(0, ".explorer")))? == "en", "the interface is English");
        ensure!(page.text_of(&format!("{}.route", embed(0)))? == "#/explore?domain=elderly-care&lang=en", "reflected");
        set(page, "filters", "group=elderly&wording=-encouraged")?;
        ensure!(state(page)?["filters"] == "group=elderly&wording=-encouraged", "{}", state(page)?);
        set(page, "q", "床位")?;
        ensure!(state(page)?["q"] == "床位", "{}", state(page)?);
        set(page, "view", "targets")?;
        ensure!(page.count_in_embed(0, "table.targets, .targets")? > 0, "the targets are shown");
        set(page, "route", "#/read/m7s4")?;
        ensure!(page.count_in_embed(0, ".single .card")? == 1, "one sentence is shown");
        ensure!(page.text_of(&format!("{}.getAttribute('view')", embed(0)))? == "read", "its parts are reflected");
        set(page, "controls", "none")?;
        page.embed_lives(0)?;
        set(page, "route", "#/explore")?;
        ensure!(page.count_in_embed(0, "search, .filters, .map, .sort")? == 0, "no control is shown");
        Ok(())
    });
}

#[test]
fn an_embeds_route_may_have_been_carried_carelessly() {
    on_page(|page| {
        live(page)?;
        for link in ["#/read/m7s4。", "#%2Fread%2Fm7s4", "#/read/m7s4#wechat_redirect", " #/read/m7s4\u{200b}）"] {
            set(page, "route", "#/explore")?;
            set(page, "route", link)?;
            ensure!(state(page)?["route"] == "#/read/m7s4", "{link}: {}", state(page)?);
        }
        let warnings = |line: &String| line.contains("minsheng-explorer");
        let console: Vec<String> = page.evidence()?.console.into_iter().filter(warnings).collect();
        ensure!(console.is_empty(), "{console:#?}");
        set(page, "route", &format!("#/explore?{}", "本站公告=1&".repeat(3000)))?;
        let console: Vec<String> = page.evidence()?.console.into_iter().filter(warnings).collect();
        ensure!(console.len() <= 6 && console.iter().all(|line| line.contains('“')), "{console:#?}");
        Ok(())
    });
}

#[test]
fn an_embeds_state_is_written_and_read_back_as_itself() {
    on_page(|page| {
        live(page)?;
        let routes = [
            "#/explore",
            "#/explore?domain=education,childcare&wording=-encouraged",
            "#/explore?q=%E5%BA%8A%E4%BD%8D%20%26%20%23%2C%3D&by=domain",
            "#/read/m5s3:4-12?lang=en",
            "#/targets?theme=dark",
            "#/about?group=-elderly&q=a%25b",
        ];
        for route in routes {
            set(page, "route", route)?;
            let before = state(page)?;
            page.script(&format!("{0}.setState({0}.getState())", embed(0)), &[])?;
            ensure!(state(page)? == before, "{route}: {before} became {}", state(page)?);
        }
        Ok(())
    });
}

#[test]
fn an_embed_falls_back_from_wrong_values_with_one_warning_each() {
    on_page(|page| {
        live(page)?;
        page.take_log("browser")?;
        let wrong = [
            ("max-height", "tall"),
            ("source-url", "javascript:alert(1)"),
            ("controls", "zoom"),
            ("theme", "pink"),
            ("route", "#/nowhere?x=y"),
        ];
        for (attribute, value) in wrong.into_iter().chain(wrong) {
            set(page, attribute, value)?;
            page.embed_lives(0)?;
        }
        let warnings = page.take_log("browser")?.iter().map(|entry| entry["message"].to_string()).collect::<Vec<_>>();
        for word in ["max-height", "source-url", "controls", "pink", "nowhere", "x=y"] {
            let said = warnings.iter().filter(|warning| warning.contains(word)).count();
            ensure!(said == 1, "{said} warnings of {word}: {warnings:#?}");
        }
        ensure!(page.count_in_embed(0, ".card:not([hidden])")? == 77, "everything is shown");
        ensure!(
            page.count_in_embed(0, ".notice, a[href^='javascript']")? == 0,
            "readers are told nothing, led nowhere"
        );
        Ok(())
    });
}

#[test]
fn an_embed_tells_what_its_reader_does_and_nothing_else() {
    on_page(|page| {
        live(page)?;
        page.script(&format!("{}.remove()", embed(0)), &[])?;
        page.script(LISTEN, &[])?;
        page.script(
            "const made = document.createElement('minsheng-explorer'); document.querySelector('article').append(made);",
            &[],
        )?;
        page.embed_lives(0)?;
        set(page, "route", "#/explore?group=elderly")?;
        page.choose_in_embed(0, "childcare")?;
        page.script(&format!("{}.click()", inside(0, ".card:not([hidden]) .context")), &[])?;
        page.settle()?;
        let told = page.eval("told")?;
        let names = told.as_array().into_iter().flatten().map(|event| event[0].as_str().unwrap_or_default());
        ensure!(names.collect::<Vec<_>>() == ["ready", "filter", "open"], "{told:#}");
        ensure!(told[0][1]["tier"] == "wasm" && told[0][1]["route"] == "#/explore", "{told:#}");
        ensure!(told[1][1]["filters"] == "domain=childcare&group=elderly", "{told:#}");
        ensure!(told[2][1]["view"] == "read" && told[2][1]["place"] != "", "{told:#}");
        ensure!(page.text_of("location.hash")?.is_empty(), "the article's address is its own");
        Ok(())
    });
}

#[test]
fn a_private_embed_keeps_what_is_written_in_its_field() {
    on_page(|page| {
        live(page)?;
        page.script(&format!("{}.setAttribute('private', '')", embed(0)), &[])?;
        page.script(LISTEN, &[])?;
        page.script(
            &format!(
                "const field = {}; field.value = '床位'; field.dispatchEvent(new Event('input', {{ bubbles: true }}));",
                inside(0, "#q")
            ),
            &[],
        )?;
        page.settle()?;
        ensure!(page.count_in_embed(0, ".say .chip")? == 2, "it is searched for");
        let told = page.eval("JSON.stringify(told)")?.to_string();
        ensure!(told.contains("filter") && !told.contains("床位") && !told.contains("%E5"), "{told}");
        Ok(())
    });
}

#[test]
fn an_embeds_methods_answer() {
    in_every_engine(|page| {
        live(page)?;
        ensure!(page.eval(&format!("{}.focusSearch()", embed(0)))? == true, "there is a field");
        ensure!(page.focus()? == "q", "it has focus");
        let found = page.eval(&format!("{}.search({{ group: ['elderly'] }}).total", embed(0)))?;
        ensure!(found.as_u64().is_some_and(|total| total > 0), "{found}");
        let body = format!("{0}.whenReady.then((element) => arguments[0](element === {0}))", embed(0));
        ensure!(page.script_until_called(&body, &[])? == true, "whenReady gives the element");
        page.script(&format!("{}.setState({{ view: 'read', place: 'm7s4' }})", embed(0)), &[])?;
        ensure!(state(page)?["route"] == "#/read/m7s4?domain=elderly-care", "{}", state(page)?);
        Ok(())
    });
}
