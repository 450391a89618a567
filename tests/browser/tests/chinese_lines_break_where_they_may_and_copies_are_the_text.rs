//! Chinese typesetting: no line begins with a closing mark or ends with an opening one, at any width; and what a reader
//! copies is the official text, character for character.

use anyhow::{Result, ensure};
use minsheng_browser_tests::{Page, Size, in_every_engine, on_page};

/// From a phone held upright to a desk.
const WIDTHS: [u32; 7] = [320, 360, 412, 600, 768, 1024, 1280];

/// Gives what stands at the wrong end of a line anywhere in the main part, with its neighbours: marks that may not begin a
/// line, marks that may not end one, and numbers torn from what they count. Lines are told by where each character is drawn.
const MISPLACED: &str = r"
    const found = [];
    let lines = 0, characters = 0, before = null, block = null;
    const begins = '，。、；：？！）》〉」』】〕”’%％', ends = '（《〈「『【〔“‘';
    const blockOf = (node) => {
        let at = node.parentElement;
        while (getComputedStyle(at).display === 'inline') at = at.parentElement;
        return at;
    };
    const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const element = node.parentElement;
        if (!element.checkVisibility() || element.closest('.number, .unseen, pre, select, [aria-hidden=true]')) continue;
        const here = blockOf(node);
        if (here !== block) before = null;
        block = here;
        for (let at = 0; at < node.data.length; at += 1) {
            const range = new Range();
            range.setStart(node, at);
            range.setEnd(node, at + 1);
            const rects = range.getClientRects(), rect = rects[rects.length - 1];
            // White space at the end of a line is not drawn.
            if (rect === undefined || rect.width === 0 || /\s/.test(node.data[at])) continue;
            characters += 1;
            const now = { char: node.data[at], middle: (rect.top + rect.bottom) / 2, height: rect.height, left: rect.left };
            if (before && now.middle - before.middle > now.height / 2 && now.left < before.left) {
                lines += 1;
                const torn = /[0-9]/.test(before.char) && /[0-9%％万亿所年月日岁元个]/.test(now.char);
                if (begins.includes(now.char) || ends.includes(before.char) || torn) {
                    found.push(`${before.char}/${now.char} in “${block.textContent.slice(0, 40)}”`);
                }
            }
            before = now;
        }
    }
    return { found, lines, characters };
";

/// What a selection of each sentence of the reading view would copy.
const COPIED: &str = "
    const ids = [...document.querySelectorAll('.s')].map((node) => node.id);
    return ids.map((id) => {
        getSelection().selectAllChildren(document.getElementById(id));
        return [id.replace('/read/', ''), getSelection().toString()];
    });
";

/// Width by width, without opening the page again.
fn lines_of(page: &Page, route: &str, widths: &[u32]) -> Result<()> {
    page.open(route)?;
    page.lay_out_everything()?;
    let mut wrong = Vec::new();
    for width in widths {
        page.resize(Size { width: *width, height: 900 })?;
        page.settle()?;
        let seen = page.script(MISPLACED, &[])?;
        ensure!(seen["lines"].as_u64() > Some(20), "{route} at {width}: lines are seen: {}", seen["lines"]);
        ensure!(seen["characters"].as_u64() > Some(1000), "{route} at {width}: {} characters", seen["characters"]);
        let found = seen["found"].as_array().into_iter().flatten();
        wrong.extend(found.map(|found| format!("{route} at {width}: {found}")));
    }
    ensure!(wrong.is_empty(), "{}", wrong.join("\n"));
    Ok(())
}

#[test]
fn no_line_begins_or_ends_with_a_mark_that_may_not_and_no_number_loses_its_unit() {
    in_every_engine(|page| {
        lines_of(page, "#/read", &WIDTHS)?;
        lines_of(page, "#/explore?q=%EF%BC%8C", &WIDTHS)
    });
}

#[test]
fn with_large_type_and_in_english_lines_break_no_worse() {
    on_page(|page| {
        lines_of(page, "#/read?mode=elder", &[320, 600, 1280])?;
        lines_of(page, "#/explore?lang=en&domain=elderly-care", &[320, 600, 1280])
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
