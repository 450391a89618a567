//! The evidence the other tests rest on: each thing a page must not do is seen when it is done on purpose.

use anyhow::ensure;
use minsheng_browser_tests::{Engine, Key, Size, in_every_engine, on_page};
use serde_json::json;

#[test]
fn an_error_a_violation_a_shift_and_a_request_are_seen() {
    on_page(|page| {
        page.open("#/explore")?;
        let clean = page.evidence()?;
        ensure!(clean.console.is_empty() && clean.violations.is_empty() && clean.shift == 0.0, "{clean:#?}");
        page.script("console.error('on purpose')", &[])?;
        page.script("document.head.append(document.createElement('style')).textContent = 'p {}'", &[]).ok();
        page.script("document.head.lastChild.textContent = 'p { color: red }'", &[])?;
        page.script("const box = document.createElement('p'); box.textContent = 'x'; document.body.prepend(box)", &[])?;
        page.script("fetch('./on-purpose')", &[])?;
        page.wait_for("__probe.violations.length > 0 && __probe.shift > 0")?;
        let seen = page.evidence()?;
        ensure!(seen.console.iter().any(|line| line.contains("on purpose")), "{seen:#?}");
        ensure!(seen.violations.iter().any(|line| line.starts_with("style-src")), "{seen:#?}");
        ensure!(seen.requests.iter().any(|url| url.ends_with("/on-purpose")), "{seen:#?}");
        Ok(())
    });
}

#[test]
fn errors_and_violations_are_seen_in_every_engine() {
    in_every_engine(|page| {
        page.open("#/explore")?;
        ensure!(page.errors()?.is_empty(), "{:#?}", page.errors()?);
        page.script("console.error('on purpose')", &[])?;
        page.script("document.head.append(document.createElement('style')).textContent = 'p {}'", &[]).ok();
        page.script("document.head.lastChild.textContent = 'p { color: red }'", &[])?;
        page.settle()?;
        let seen = page.errors()?;
        ensure!(seen.iter().any(|line| line.contains("on purpose")), "{seen:#?}");
        ensure!(seen.iter().any(|line| line.contains("style-src")), "{seen:#?}");
        Ok(())
    });
}

#[test]
fn every_engine_gives_the_page_its_size() {
    in_every_engine(|page| {
        for size in [Size { width: 1000, height: 700 }, Size { width: 320, height: 900 }] {
            page.resize(size)?;
            let is = page.eval("[innerWidth, innerHeight]")?;
            ensure!(is == json!([size.width, size.height]), "{size:?} became {is}");
        }
        Ok(())
    });
}

#[test]
fn every_engine_hears_the_keyboard() {
    in_every_engine(|page| {
        page.open("#/explore")?;
        page.eval("document.querySelector('#q').focus()")?;
        page.type_text("HPV")?;
        ensure!(page.text_of("document.querySelector('#q').value")? == "HPV", "the field holds the letters");
        page.press(&[Key::Tab])?;
        ensure!(page.focus()? == "button", "Tab goes to the button, not to {}", page.focus()?);
        page.press(&[Key::BackTab])?;
        ensure!(page.focus()? == "q", "Shift and Tab go back to the field, not to {}", page.focus()?);
        Ok(())
    });
}

#[test]
fn what_an_engine_cannot_do_is_an_error_that_names_the_engine() {
    in_every_engine(|page| match page.engine() {
        Engine::Chromium | Engine::ChromiumUnpaced | Engine::ChromiumInterpreted => page.evidence().map(drop),
        Engine::Firefox | Engine::WebKit => {
            let error = format!("{:#}", page.slow_down(4.0).expect_err("no slower processor"));
            ensure!(error.contains(&page.engine().to_string()), "{error}");
            Ok(())
        }
    });
}
