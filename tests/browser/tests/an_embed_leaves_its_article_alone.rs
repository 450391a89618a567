//! An article with embeds ends where its words end, scrolls as without them, and an embed is never higher than its author
//! allows. Every article of `www/variants/` is tried.

use anyhow::{Context, Result, ensure};
use minsheng_browser_tests::{
    KIOSK, LARGE, Page, Size, VIEWS, embed, given, has_time, in_every_engine, inside, on_page, on_page_of, variant,
};
use serde_json::{Value, json};
use std::fs;

const SIZES: [Size; 2] = [Size { width: 390, height: 844 }, Size { width: 1280, height: 800 }];
/// How far a finger goes, in pixels.
const SWIPE: u32 = 280;
/// As the article and the strict one say.
const MOST: u64 = 560;

/// A phone's window, and a laptop's if there is time. The phone's is narrower, and so the harder one.
fn sizes() -> &'static [Size] {
    if has_time() { &SIZES } else { &SIZES[..1] }
}

fn articles() -> Result<Vec<String>> {
    let folder = std::path::Path::new(&given("MINSHENG_SITE")?).join("variants");
    let names = fs::read_dir(folder)?.map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned()));
    let mut names = names.collect::<Result<Vec<_>>>()?;
    names.retain(|name| name.ends_with(".html"));
    names.sort();
    Ok(names)
}

/// Opens an article, whose reader reads to its end; every embed has started then.
fn read(page: &Page, article: &str) -> Result<()> {
    page.visit(&variant("none", "sound", article))?;
    if page.count("#open")? > 0 {
        page.click("#open")?;
    }
    let body = "
        const done = arguments[0], frame = () => new Promise(requestAnimationFrame);
        (async () => {
            for (let y = 0; y < document.documentElement.scrollHeight; y += 120) {
                scrollTo({ top: y, behavior: 'instant' });
                for (let n = 0; n < 3; n += 1) await frame();
            }
            done(true);
        })();
    ";
    page.script_until_called(body, &[])?;
    if page.count("script[type=module]")? > 0 {
        page.wait_for("[...document.querySelectorAll('minsheng-explorer')].every((one) => one.tier)")?;
    }
    page.settle()
}

/// What lies below the last words of the document, in pixels.
const BELOW: &str = "Math.round(document.documentElement.scrollHeight - Math.max(innerHeight, document.body.getBoundingClientRect().bottom + scrollY))";

/// Elements that a reader could scroll inside of, in the article, in its embeds and in its frames.
const SCROLLERS: &str = "
    const within = (root) => [...root.querySelectorAll('*')].flatMap((one) => {
        const further = one.shadowRoot ?? (one.localName === 'iframe' && one.contentDocument);
        const scrolls = /auto|scroll/.test(getComputedStyle(one).overflowY) && one.scrollHeight > one.clientHeight + 1;
        return [...(scrolls ? [`${one.localName}.${one.className}: ${one.scrollHeight} in ${one.clientHeight}`] : []), ...(further ? within(further) : [])];
    });
    return within(document.body);
";

fn everywhere(test: impl Fn(&Page, &str) -> Result<Option<String>>) {
    on_page(|page| {
        let mut faults = Vec::new();
        for size in sizes() {
            page.resize(*size)?;
            for article in articles()? {
                let fault = test(page, &article).with_context(|| format!("{article} at {}", size.width))?;
                faults.extend(fault.map(|fault| format!("{article} at {}: {fault}", size.width)));
            }
        }
        ensure!(faults.is_empty(), "{}", faults.join("\n"));
        Ok(())
    });
}

#[test]
fn every_article_ends_with_its_last_words_never_shifts_and_has_no_scroller() {
    everywhere(|page, article| {
        read(page, article)?;
        let below = page.eval(BELOW)?.as_i64().context("no number")?;
        // A frame's height is the article's affair, which may let it grow.
        let shift = if page.count("iframe")? > 0 { json!(0) } else { page.eval("__probe.shift")? };
        let scrollers = page.script(SCROLLERS, &[])?;
        let fault = format!("{below} px below the last words, layout shift {shift}, scrollers {scrollers}");
        Ok((below > 4 || shift.as_f64() != Some(0.0) || scrollers != json!([])).then_some(fault))
    });
}

/// Moves a finger up over the middle of the window, or turns the wheel there.
fn swipe(page: &Page, device: &str, size: Size) -> Result<()> {
    let (x, y) = (size.width / 2, size.height / 2 + SWIPE / 2);
    if device == "wheel" {
        let turn = json!({ "type": "mouseWheel", "x": x, "y": y, "deltaX": 0, "deltaY": SWIPE });
        return page.devtools("Input.dispatchMouseEvent", turn).map(drop);
    }
    page.devtools("Emulation.setTouchEmulationEnabled", json!({ "enabled": true }))?;
    let touch = |kind: &str, points: Value| {
        page.devtools("Input.dispatchTouchEvent", json!({ "type": kind, "touchPoints": points })).map(drop)
    };
    touch("touchStart", json!([{ "x": x, "y": y }]))?;
    (1..=SWIPE / 20).try_for_each(|step| touch("touchMove", json!([{ "x": x, "y": y - step * 20 }])))?;
    touch("touchEnd", json!([]))
}

#[test]
fn swipes_and_the_wheel_over_an_embed_move_the_page() {
    on_page(|page| {
        for size in SIZES {
            page.resize(size)?;
            for article in ["article.html", "matrix.html", "narrow.html"] {
                for device in ["finger", "wheel"] {
                    page.article(article)?;
                    page.embed_lives(0)?;
                    let number = |expression: &str| page.eval(expression)?.as_f64().context("no number");
                    let before = number("scrollY")?;
                    let room = number("document.documentElement.scrollHeight - innerHeight")? - before;
                    ensure!(room > 0.0, "{article} at {}: there is nothing to scroll to", size.width);
                    swipe(page, device, size)?;
                    let enough = before + room.min(f64::from(SWIPE) / 2.0) - 1.0;
                    page.wait_for(&format!("scrollY >= {enough}"))
                        .with_context(|| format!("{article} at {}: a {device} over the embed", size.width))?;
                }
            }
        }
        Ok(())
    });
}

/// Keeps the greatest height of each embed, from the first picture on.
const WATCH: &str = "
    window.__heights = [];
    const look = () => {
        document.querySelectorAll('minsheng-explorer').forEach((one, n) => {
            __heights[n] = Math.max(__heights[n] ?? 0, one.getBoundingClientRect().height);
        });
        requestAnimationFrame(look);
    };
    look();
";

#[test]
fn an_embed_is_never_higher_than_its_author_allows() {
    on_page(|page| {
        page.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": WATCH }))?;
        for size in SIZES {
            page.resize(size)?;
            for article in ["article.html", "strict-csp.html"] {
                read(page, article)?;
                let height = page.eval("Math.round(__heights[0])")?;
                ensure!(height == MOST, "{article} at {}: {height} px high", size.width);
                let shift = page.eval("__probe.shift")?;
                ensure!(shift == 0.0, "{article} at {}: layout shift {shift}", size.width);
            }
        }
        Ok(())
    });
}

fn place(page: &Page, expression: &str) -> Result<Value> {
    page.eval(&format!(
        "(({{ top, bottom }}) => [Math.round(top), Math.round(bottom)])({expression}.getBoundingClientRect())"
    ))
}

#[test]
fn what_is_cut_is_shown_whole_on_demand_below_it_stands_the_source() {
    in_every_engine(|page| {
        page.article("article.html")?;
        page.embed_lives(0)?;
        let button = inside(0, ".more button");
        page.wait_for(&format!("{button}.getClientRects().length === 1"))?;
        ensure!(
            page.text_of(&format!("{button}.textContent"))?.contains("16"),
            "the button says how many sentences there are"
        );
        let (host, source) = (place(page, &embed(0))?, place(page, &inside(0, "[part=source]"))?);
        ensure!(source[1].as_i64() <= host[1].as_i64() && source[0].as_i64() > host[0].as_i64(), "{source} in {host}");
        page.script(&format!("{button}.focus({{ preventScroll: true }}); {button}.click()"), &[])?;
        page.settle()?;
        ensure!(page.eval(&format!("{button}.getClientRects().length"))? == 0, "the button has gone");
        ensure!(place(page, &embed(0))?[0] == host[0], "the embed's beginning has moved");
        ensure!(page.eval(&format!("{}.offsetHeight", embed(0)))?.as_u64() > Some(MOST), "it is not whole");
        ensure!(page.eval(&format!("{}.shadowRoot.activeElement !== null", embed(0)))? == true, "focus is lost");
        Ok(())
    });
}

#[test]
fn what_takes_focus_in_the_cut_part_is_shown() {
    on_page(|page| {
        page.article("article.html")?;
        page.embed_lives(0)?;
        let last = format!(
            "[...{}.shadowRoot.querySelectorAll('.card:not([hidden]) a')].filter((one) => one.checkVisibility()).at(-1)",
            embed(0)
        );
        page.script(&format!("{last}.focus()"), &[])?;
        page.settle()?;
        let [focused, host] = [place(page, &last)?, place(page, &embed(0))?];
        ensure!(focused[1].as_i64() <= host[1].as_i64(), "the focused link is at {focused}, the embed ends at {host}");
        Ok(())
    });
}

#[test]
fn an_embed_that_is_lower_than_its_text_lets_go_of_the_rest_unseen() {
    on_page(|page| {
        page.resize(SIZES[0])?;
        page.article("lower.html")?;
        page.wait_for(&format!("{} !== null", inside(0, ".explorer")))?;
        page.settle()?;
        let bottom = place(page, &embed(0))?[1].as_i64().context("no number")?;
        ensure!((844..=1044).contains(&bottom), "it reaches to {bottom}, the window to 844");
        let after = "document.querySelector('#after')";
        page.script(&format!("{after}.scrollIntoView({{ behavior: 'instant' }})"), &[])?;
        let [end, source] = [embed(0), inside(0, ".foot")].map(|one| format!("{one}.getBoundingClientRect().bottom"));
        page.wait_for(&format!("{end} - {source} < 4"))?;
        let top = place(page, after)?[0].as_i64().context("no number")?;
        ensure!(top.abs() <= 2, "what is read moved to {top}");
        let shift = page.eval("__probe.shift")?;
        ensure!(shift == 0.0, "layout shift {shift}");
        Ok(())
    });
}

#[test]
fn no_view_is_higher_than_what_it_shows() {
    on_page(|page| {
        for size in sizes() {
            page.resize(*size)?;
            for route in VIEWS.iter().chain(LARGE.iter().filter(|route| route.contains("elder"))) {
                page.open(route)?;
                page.lay_out_everything()?;
                for medium in ["screen", "print"] {
                    page.devtools("Emulation.setEmulatedMedia", json!({ "media": medium }))?;
                    page.settle()?;
                    let below = page.eval(BELOW)?.as_i64().context("no number")?;
                    ensure!(below <= 4, "{route} at {}, {medium}: {below} px below the last words", size.width);
                }
                page.devtools("Emulation.setEmulatedMedia", json!({ "media": "" }))?;
            }
        }
        Ok(())
    });
}

/// What a kiosk's window and its scrolling middle hold below their last words.
const BELOW_IN_KIOSK: &str = "
    const main = document.querySelector('main'), { scrollHeight, clientHeight } = document.documentElement;
    const lowest = (root) => Math.max(...[...root.children].map((one) => one.getBoundingClientRect().bottom));
    const end = main && Math.max(main.clientHeight, lowest(main) - main.getBoundingClientRect().top + main.scrollTop + parseFloat(getComputedStyle(main).paddingBottom));
    return Math.round(Math.max(0, main && getComputedStyle(main).overflowY === 'auto' ? main.scrollHeight - end : 0, getComputedStyle(main ?? document.body).overflowY === 'auto' ? scrollHeight - clientHeight : 0));
";

#[test]
fn no_screen_of_a_kiosk_is_higher_than_what_it_shows() {
    on_page_of(KIOSK, |page| {
        page.resize(Size { width: 1080, height: 1920 })?;
        for route in LARGE.iter().filter(|route| route.contains("kiosk")) {
            page.open(route)?;
            page.lay_out_everything()?;
            page.script("document.querySelector('.filter-button')?.click()", &[])?;
            page.settle()?;
            let below = page.script(BELOW_IN_KIOSK, &[])?.as_i64().context("no number")?;
            ensure!(below <= 24, "{route}: {below} px below the last words");
        }
        Ok(())
    });
}
