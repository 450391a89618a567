//! 核对引文: what is pasted is compared with the text, in this page alone.

use anyhow::{Context, Result, ensure};
use minsheng_browser_tests::{Page, in_every_engine, on_page};
use serde_json::json;

const PASTED: &str = "《意见》提出，“用10年左右时间，推动大城市逐步实现嵌入式等普惠托育覆盖90%以上社区”。\
    “全面取消在就业地参加社会保险的户籍限制”。“优化城乡居民基本养老保险缴费档次设置，健全多缴多得激励机制”。\
    “兼顾租住平衡的宿舍型、小户型青年公寓供给”。“为每个孩子发放育儿补贴三千元”。";
const VERDICTS: &str = "[...document.querySelectorAll('.quotations > li')].map((it) => it.className).join(' ')";

fn open(page: &Page) -> Result<()> {
    page.open("#/check")?;
    page.wait_for("document.querySelector('#paste')")
}

fn paste(page: &Page, text: &str) -> Result<()> {
    let paste = "const field = document.querySelector('#paste');
        field.value = arguments[0];
        field.dispatchEvent(new InputEvent('input', { bubbles: true, data: arguments[0] }));";
    page.script(paste, &[json!(text)]).map(drop)
}

#[test]
fn every_quotation_gets_its_verdict_and_its_place_in_three_engines() {
    in_every_engine(|page| {
        open(page)?;
        paste(page, PASTED)?;
        let verdicts = page.text_of(VERDICTS)?;
        ensure!(verdicts == "altered verbatim abridged verbatim missing", "{verdicts}");
        let told = page.text_of("document.querySelector('.quotations .altered').innerText")?;
        ensure!(told.contains("有条件的") && told.contains("原文作8，引文作9"), "{told}");
        let printed = page.text_of("document.querySelectorAll('.quotations > li')[3].innerText")?;
        ensure!(printed.contains("与印本相同") && printed.contains("职住平衡"), "{printed}");
        Ok(())
    });
}

#[test]
fn what_is_pasted_is_in_no_link_and_gone_with_the_page() {
    on_page(|page| {
        open(page)?;
        page.take_requests()?;
        paste(page, PASTED)?;
        ensure!(page.route()? == "#/check", "{}", page.route()?);
        page.click(".quotations .verbatim .places a")?;
        ensure!(page.route()? == "#/read/m1s1:47-66", "{}", page.route()?);
        page.command("back", &json!({}))?;
        page.wait_for("document.querySelector('.quotations > li')")?;
        let kept = page.text_of("document.querySelector('#paste').value")?;
        ensure!(kept == PASTED, "what is checked is not in the field: {kept}");
        page.command("refresh", &json!({}))?;
        page.wait_for("document.querySelector('#paste')")?;
        ensure!(
            page.text_of("document.querySelector('#paste').value")?.is_empty() && page.count(".quotations li")? == 0,
            "it is gone"
        );
        Ok(())
    });
}

#[test]
fn another_language_leaves_what_is_pasted() {
    on_page(|page| {
        open(page)?;
        paste(page, PASTED)?;
        page.click(".top a[lang=en]")?;
        page.wait_for("document.documentElement.lang === 'en'")?;
        ensure!(page.text_of("document.querySelector('#paste').value")? == PASTED, "the field is empty");
        ensure!(page.text_of(VERDICTS)? == "altered verbatim abridged verbatim missing", "other verdicts");
        page.wait_for("document.querySelector('#explorer').explorer.search({}).clauses.length > 0")
    });
}

#[test]
fn any_paste_is_answered_in_words() {
    on_page(|page| {
        open(page)?;
        for (text, often) in [
            ("养", 30_000),
            ("\u{1}ÿ", 9_000),
            ("“", 20_000),
            ("\n", 20_000),
            ("“养老", 6_000),
            ("基本公共服务，", 3_000),
        ] {
            paste(page, &text.repeat(often))?;
            let said = page.text_of("document.querySelector('#found').innerText")?;
            ensure!(said.chars().count() > 10, "{text:?}: {said}");
        }
        paste(page, "The quick brown fox.")?;
        let said = page.text_of("document.querySelector('#found').innerText")?;
        ensure!(said.contains("原文没有"), "{said}");
        Ok(())
    });
}

#[test]
fn the_verdicts_are_announced_once() {
    on_page(|page| {
        open(page)?;
        paste(page, PASTED)?;
        page.wait_for("document.querySelector('#status').textContent.includes('认出 5 处引文')")?;
        let told = page.eval("document.querySelector('#status').textContent")?;
        ensure!(told.as_str().context("no status")?.contains("有改动 1"), "{told}");
        Ok(())
    });
}
