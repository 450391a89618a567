//! 嵌入: for what is shown, the explorer's page gives codes that work as they are pasted, and shows what they give.

use anyhow::{Result, ensure};
use minsheng_browser_tests::{Page, embed, on_page};
use serde_json::json;

const PREVIEW: &str = "document.querySelector('.preview.narrow').shadowRoot";

fn code(page: &Page, id: &str) -> Result<String> {
    page.text_of(&format!("document.getElementById('{id}').textContent"))
}

#[test]
fn codes_to_embed_follow_the_filters() {
    on_page(|page| {
        page.open("#/explore?domain=childcare")?;
        page.click("header .settings a[aria-expanded]")?;
        ensure!(page.route()? == "#/explore?domain=childcare&panel=embed", "{}", page.route()?);
        let element = code(page, "code-element")?;
        let said = [
            "integrity=\"sha384-",
            "route=\"#/explore?domain=childcare\"",
            "max-height=\"640\"",
            "托位供给",
            "<blockquote",
        ];
        for words in said {
            ensure!(element.contains(words), "{words} is not in {element}");
        }
        ensure!(!element.contains("panel="), "the panel is no part of the embed");
        page.click("input[data-route*='education']")?;
        for id in ["code-element", "code-iframe", "code-link"] {
            ensure!(code(page, id)?.contains("#/explore?domain=education,childcare"), "{id}: {}", code(page, id)?);
        }
        let summary = "querySelector('#summary').textContent";
        let (page_says, preview_says) =
            (page.text_of(&format!("document.{summary}"))?, page.text_of(&format!("{PREVIEW}.{summary}"))?);
        // An article has no page of ours to share.
        let page_says = page_says.trim_end_matches("分享");
        ensure!(page_says.trim() == preview_says.trim(), "{preview_says} is not {page_says}");
        Ok(())
    });
}

#[test]
fn codes_to_embed_work_as_they_are_pasted() {
    on_page(|page| {
        for (route, cards) in [
            ("#/explore?domain=childcare&panel=embed", "#/explore?domain=childcare"),
            ("#/read/m7s4?panel=embed", "#/read/m7s4"),
        ] {
            page.open(route)?;
            let element = code(page, "code-element")?;
            let frame = code(page, "code-iframe")?;
            page.article("plain.html")?;
            let paste = "const [code] = arguments, range = document.createRange();
                document.querySelector('minsheng-explorer').replaceWith(range.createContextualFragment(code));";
            page.script(paste, &[json!(element)])?;
            page.embed_lives(0)?;
            ensure!(page.text_of(&format!("{}.route", embed(0)))? == cards, "another view is shown");
            page.script(paste, &[json!(frame)])?;
            page.wait_for("document.querySelector('iframe')?.contentDocument?.querySelector('minsheng-explorer')?.tier === 'wasm'")?;
        }
        Ok(())
    });
}

#[test]
fn codes_to_embed_are_copied_or_selected() {
    on_page(|page| {
        page.open("#/explore?panel=embed")?;
        page.click("button[data-copy=code-link]")?;
        let chosen = "getSelection().toString().trim() === document.getElementById('code-link').textContent.trim()";
        page.wait_for(&format!("document.querySelector('#status[data-toast]')?.textContent === '已复制' || {chosen}"))?;
        let before = page.take_requests()?;
        page.click("input[data-route*='education']")?;
        ensure!(page.take_requests()?.is_empty(), "previews load nothing; before: {before:?}");
        Ok(())
    });
}

#[test]
fn codes_to_embed_leave_the_page_to_its_reader() {
    on_page(|page| {
        page.open("#/explore?panel=embed")?;
        page.script(&format!("{PREVIEW}.querySelector('label.education input').click()"), &[])?;
        page.settle()?;
        ensure!(page.route()? == "#/explore?panel=embed", "the preview changed the page: {}", page.route()?);
        page.click(".embedding a.clear")?;
        ensure!(page.route()? == "#/explore" && page.count(".embedding")? == 0, "closed: {}", page.route()?);
        Ok(())
    });
}
