//! Opening and reading an article with embeds moves nothing that the reader sees, and loads next to nothing before they
//! come near.

use anyhow::ensure;
use minsheng_browser_tests::{Size, inside, on_page};

const SIZES: [Size; 3] =
    [Size { width: 360, height: 640 }, Size { width: 768, height: 1024 }, Size { width: 1280, height: 800 }];

/// Reads the page from top to bottom as a reader scrolls.
const READ: &str = "
    const done = arguments[0], frame = () => new Promise(requestAnimationFrame);
    (async () => {
        for (let y = 0; y < document.documentElement.scrollHeight - innerHeight; y += 120) {
            scrollTo({ top: y, behavior: 'instant' });
            for (let n = 0; n < 6; n += 1) await frame();
        }
        done(true);
    })();
";

#[test]
fn an_article_with_two_embeds_never_shifts() {
    on_page(|page| {
        for size in SIZES {
            page.resize(size)?;
            page.article("article.html")?;
            page.settle()?;
            page.script_until_called(READ, &[])?;
            page.embed_lives(0)?;
            page.embed_lives(1)?;
            let seen = page.evidence()?;
            ensure!(seen.shift == 0.0, "{size:?}: layout shift {}", seen.shift);
            ensure!(seen.violations.is_empty(), "{:#?}", seen.violations);
        }
        Ok(())
    });
}

#[test]
fn an_embed_out_of_reach_loads_only_its_script() {
    on_page(|page| {
        page.resize(Size { width: 1280, height: 300 })?;
        page.visit("/on/none/sound/variants/hidden-tab.html")?;
        page.settle()?;
        let requests = page.take_requests()?;
        let engine =
            requests.iter().filter(|url| url.ends_with(".wasm") || url.contains("/minsheng.") || url.contains("sheet"));
        ensure!(engine.clone().count() == 0, "asked for {:?}", engine.collect::<Vec<_>>());
        ensure!(requests.iter().any(|url| url.contains("minsheng-explorer-")), "the script itself: {requests:#?}");
        page.click("#open")?;
        page.embed_lives(0)?;
        ensure!(
            page.eval(&format!("{}.textContent.length > 1000", inside(0, ".explorer")))? == true,
            "opened, it lives"
        );
        let foreign =
            page.take_requests()?.into_iter().filter(|url| !url.contains("/on/none/sound/")).collect::<Vec<_>>();
        ensure!(foreign.is_empty(), "asked elsewhere: {foreign:?}");
        Ok(())
    });
}
