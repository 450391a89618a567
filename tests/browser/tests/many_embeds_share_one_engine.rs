//! Twenty embeds, scripts loaded three times, a thousand comings and goings, traps: one engine, and nothing piles up.

use anyhow::{Result, ensure};
use minsheng_browser_tests::{Page, embed, inside, needs_a_long_run, on_page};
use serde_json::json;

const EMBEDS: usize = 20;

fn all_live(page: &Page) -> Result<()> {
    (0..EMBEDS).try_for_each(|n| page.embed_lives(n))
}

#[test]
fn many_embeds_compile_once_and_keep_to_themselves() {
    on_page(|page| {
        page.article("many.html")?;
        all_live(page)?;
        let requests = page.take_requests()?;
        let wasm = requests.iter().filter(|url| url.ends_with(".wasm")).count();
        ensure!(wasm == 1, "the wasm was asked for {wasm} times");
        page.choose_in_embed(EMBEDS - 1, "childcare")?;
        let routes = page.eval("[...document.querySelectorAll('minsheng-explorer')].map((one) => one.route)")?;
        ensure!(routes[EMBEDS - 1] == "#/explore?domain=education,childcare", "{routes}");
        ensure!(routes[EMBEDS - 2] == "#/explore?group=elderly" && routes[0] == "#/read/m1s1", "{routes}");
        Ok(())
    });
}

/// Nodes and listeners, after what can be collected is.
fn counters(page: &Page) -> Result<[f64; 2]> {
    page.devtools("HeapProfiler.collectGarbage", json!({}))?;
    let counters = page.devtools("Memory.getDOMCounters", json!({}))?;
    Ok(["nodes", "jsEventListeners"].map(|name| counters[name].as_f64().unwrap_or(f64::NAN)))
}

#[test]
fn an_embed_comes_and_goes_a_thousand_times_and_leaves_nothing() {
    needs_a_long_run();
    on_page(|page| {
        page.article("print.html")?;
        page.embed_lives(0)?;
        let pass = "
            const [times, done] = arguments, one = document.querySelector('minsheng-explorer'), place = one.parentNode;
            (async () => {
                for (let n = 0; n < times; n += 1) {
                    one.remove();
                    place.append(one);
                    one.dispatchEvent(new FocusEvent('focusin'));
                    while (!one.shadowRoot.querySelector('.explorer')) await new Promise((then) => setTimeout(then));
                }
                done(one.shadowRoot.querySelectorAll('.explorer').length);
            })();
        ";
        page.be_patient(std::time::Duration::from_secs(120))?;
        page.script_until_called(pass, &[json!(50)])?;
        let before = counters(page)?;
        ensure!(page.script_until_called(pass, &[json!(1000)])? == 1, "it is there once");
        let after = counters(page)?;
        for ((before, after), what) in before.into_iter().zip(after).zip(["nodes", "listeners"]) {
            ensure!(after <= before * 1.05, "{what}: {before} became {after}");
        }
        Ok(())
    });
}

fn breaks(page: &Page, name: &str, message: &str) -> Result<()> {
    page.break_embed(EMBEDS - 1, name, message)
}

#[test]
fn embeds_start_again_after_a_fault_of_any_name_and_give_up_after_the_fourth() {
    on_page(|page| {
        page.article("many.html")?;
        page.embed_lives(EMBEDS - 1)?;
        page.embed_lives(0)?;
        page.choose_in_embed(EMBEDS - 1, "childcare")?;
        let faults = [
            ("RuntimeError", "memory access out of bounds"),
            ("RangeError", "Maximum call stack size exceeded"),
            ("Error", "null pointer passed to rust"),
        ];
        for (name, message) in faults {
            breaks(page, name, message)?;
            let explorer = inside(EMBEDS - 1, ".explorer");
            page.wait_for(&format!("{explorer} !== null && {explorer}.parentNode !== before"))?;
            let route = page.text_of(&format!("{}.route", embed(EMBEDS - 1)))?;
            ensure!(route == "#/explore?domain=education,childcare", "{route}");
            page.choose_in_embed(EMBEDS - 1, "elderly")?;
            page.choose_in_embed(EMBEDS - 1, "elderly")?;
        }
        breaks(page, "Error", "abort")?;
        page.wait_for(&format!("{} !== null", inside(EMBEDS - 1, "slot")))?;
        ensure!(page.count_in_embed(0, "slot")? == 1, "all of them show their text");
        ensure!(page.text_of(&format!("{}.state", embed(0)))? == "failed", "and say it");
        Ok(())
    });
}

#[test]
fn errors_of_the_article_are_no_faults_of_the_engine() {
    on_page(|page| {
        page.article("print.html")?;
        page.embed_lives(0)?;
        let errors = "
            window.before = document.querySelector('minsheng-explorer').shadowRoot.firstElementChild;
            for (const name of ['RuntimeError', 'RangeError', 'Error']) {
                const error = Object.assign(new Error('unreachable'), { name });
                dispatchEvent(new ErrorEvent('error', { error }));
            }
        ";
        page.script(errors, &[])?;
        page.settle()?;
        ensure!(page.eval(&format!("{}.parentNode === before", inside(0, ".explorer")))? == true, "it stays as it was");
        Ok(())
    });
}
