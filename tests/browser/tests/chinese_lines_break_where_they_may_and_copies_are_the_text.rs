//! Chinese typesetting: no line begins with a closing mark or ends with an opening one, at any width; and what a reader
//! copies is the official text, character for character.

use anyhow::{Result, ensure};
use minsheng_browser_tests::{Page, Size, on_page};

/// Characters that stand where they must not, with their neighbours; each paragraph and card of the page is looked at.
const MISPLACED: &str = "
    const found = [];
    let lines = 0;
    for (const block of document.querySelectorAll('.document p[lang], .card:not([hidden]) .text')) {
        const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
        let before = null;
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            if (node.parentElement.closest('.number')) continue;
            for (let at = 0; at < node.data.length; at += 1) {
                const range = new Range();
                range.setStart(node, at);
                range.setEnd(node, at + 1);
                const rect = range.getBoundingClientRect();
                const here = { char: node.data[at], middle: (rect.top + rect.bottom) / 2, height: rect.height };
                if (before && here.middle - before.middle > here.height / 2) {
                    lines += 1;
                    if ('，。、；：？！）》”’%'.includes(here.char)) found.push(`${before.char}/${here.char}`);
                    if ('（《“‘'.includes(before.char)) found.push(`${before.char}/${here.char}`);
                }
                before = here;
            }
        }
    }
    return { found, lines };
";

/// What a selection of each sentence of the reading view would copy.
const COPIED: &str = "
    const ids = [...document.querySelectorAll('.s')].map((node) => node.id);
    return ids.map((id) => {
        getSelection().selectAllChildren(document.getElementById(id));
        return [id.replace('/read/', ''), getSelection().toString()];
    });
";

fn lines_of(page: &Page, route: &str) -> Result<()> {
    for width in [320, 390, 540, 768, 1024, 1280] {
        page.resize(Size { width, height: 900 })?;
        page.open(route)?;
        let seen = page.script(MISPLACED, &[])?;
        ensure!(seen["lines"].as_u64() > Some(20), "{route} at {width}: lines are seen: {}", seen["lines"]);
        ensure!(seen["found"].as_array().is_some_and(Vec::is_empty), "{route} at {width}: {}", seen["found"]);
    }
    Ok(())
}

#[test]
fn no_line_begins_or_ends_with_a_mark_that_may_not() {
    on_page(|page| {
        lines_of(page, "#/read")?;
        lines_of(page, "#/explore?q=%EF%BC%8C")
    });
}

#[test]
fn a_sentence_copied_is_the_sentence_and_nothing_else() {
    on_page(|page| {
        page.open("#/read?domain=elderly-care")?;
        let copied = page.script(COPIED, &[])?;
        let official =
            page.eval("document.querySelector('#explorer').explorer.search({}).clauses.map((c) => [c.id, c.text])")?;
        ensure!(copied == official, "copied {copied}, official {official}");
        ensure!(copied.as_array().map(Vec::len) == Some(77), "every sentence is copied");
        Ok(())
    });
}
