//! `cargo xtask bench`: what the page weighs and how fast it answers, and how search grows with the
//! text; measured in a real browser and printed.

use crate::browser::Stage;
use crate::{build, growth, settings, size, step};
use anyhow::{Context, Result, bail, ensure};
use minsheng_browser_tests::{Engine, Page};
use serde_json::Value;

/// How many browsers are started, how often the page is opened in one, and how often a filter is clicked,
/// and an article with embeds is opened.
const BROWSERS: usize = 5;
const OPENINGS: usize = 20;
const CLICKS: usize = 60;
const STARTS: usize = 8;
/// How many articles are pasted to have their quotations checked, and how long each is.
const ARTICLES: usize = 77;
const ARTICLE: usize = 5000;

/// Acts so many times. For each act: the time until its script has ended, and until what it changed is painted. An act
/// is a filter clicked on or off, or else, to compare with, the least that can be painted: a heading's colour.
const ACT_AND_TIME: &str = "
    const [acts, filter, done] = arguments, times = [];
    const heading = document.querySelector('h1');
    const boxes = [...document.querySelectorAll('fieldset input[type=checkbox]:not([aria-disabled])')];
    const painted = () => new Promise((then) => requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = then;
        channel.port2.postMessage(0);
    }));
    (async () => {
        for (let index = 0; boxes.length > 0 && index < acts; index += 1) {
            const box = boxes[(index >> 1) % boxes.length];
            await painted();
            const start = performance.now();
            if (filter) box.click();
            else heading.style.color = index % 2 ? '' : 'red';
            const answered = performance.now();
            await painted();
            times.push([answered - start, performance.now() - start]);
        }
        done(times);
    })();
";

/// Pastes so many articles of 5,000 characters: the text's own sentences from one of them on, in quotation marks, every
/// second one with some characters of it replaced, and between them the same said backwards, which quotes nothing. The
/// time until each is answered.
const PASTE_AND_TIME: &str = "
    const [articles, length] = arguments, field = document.querySelector('#paste');
    const texts = document.querySelector('#explorer').explorer.search({}).clauses.map(({ text }) => text);
    const altered = (text) => [...text].map((c, n) => (n % 17 === 9 ? '某' : c)).join('');
    const backwards = (text) => [...text].reverse().join('');
    const article = (first) => {
        let whole = '';
        for (let n = first; whole.length < length; n += 1) {
            const text = texts[n % texts.length];
            whole += `文章说，“${n % 2 ? altered(text) : text}”。${backwards(text)}`;
        }
        return whole.slice(0, length);
    };
    return Array.from({ length: articles }, (_, first) => article(first)).map((text) => {
        field.value = text;
        const start = performance.now();
        field.dispatchEvent(new InputEvent('input', { bubbles: true, data: text }));
        const time = performance.now() - start;
        return [time, document.querySelectorAll('.quotations > li').length];
    });
";

pub fn run(arguments: &[String]) -> Result<()> {
    if let Some(argument) = arguments.first() {
        bail!("`cargo xtask bench` takes no arguments, not `{argument}`");
    }
    let settings = settings::read()?;
    let built = build::build(&settings)?;
    let weights = step::quiet("weigh every file", || size::weigh(&built))?;
    weights.print(&settings.budgets);
    let stage = Stage::set(built.site, &settings)?;
    starts(&stage)?;
    embeds_start(&stage.page()?)?;
    filter_clicks(&stage.page_in(Engine::ChromiumUnpaced)?)?;
    pasted_articles(&stage.page()?)?;
    growth::run(&settings)
}

fn starts(stage: &Stage) -> Result<()> {
    let cold = step::quiet(&format!("open the page in {BROWSERS} new browsers"), || {
        (0..BROWSERS).map(|_| opening(&stage.page()?)).collect::<Result<Vec<_>>>()
    })?;
    let page = stage.page()?;
    let warm = step::quiet(&format!("open the page {OPENINGS} times in one browser"), || {
        (0..OPENINGS).map(|_| opening(&page)).collect::<Result<Vec<_>>>()
    })?;
    for (which, openings) in [("first visit", cold), ("again", warm)] {
        let (times, shifts): (Vec<f64>, Vec<f64>) = openings.into_iter().unzip();
        report(&format!("script start → first answer, {which}, ms"), &times, "≤ 60");
        report(&format!("layout shift on load (CLS), {which}"), &shifts, "0");
    }
    Ok(())
}

/// The time to the first answer in ms, and the layout shift.
fn opening(page: &Page) -> Result<(f64, f64)> {
    page.open("#/explore")?;
    let mark = |name| format!("performance.getEntriesByName('{name}')[0].startTime");
    let time = page.eval(&format!("{} - {}", mark("minsheng:ready"), mark("minsheng:start")))?;
    let time = time.as_f64().context("the page sets no marks minsheng:start and minsheng:ready")?;
    Ok((time, page.evidence()?.shift))
}

/// How long the longest task is while an article's embeds start: so long the article answers nobody.
fn embeds_start(page: &Page) -> Result<()> {
    for (article, what) in
        [("article.html", "two embeds, one of 16 sentences"), ("matrix.html", "one of all sentences")]
    {
        for factor in [1.0, 4.0] {
            page.slow_down(factor)?;
            let longest = (0..STARTS).map(|_| longest_task(page, article)).collect::<Result<Vec<_>>>()?;
            page.slow_down(1.0)?;
            report(&format!("longest task, {what}, {factor}× slower, ms"), &longest, "≤ 50");
        }
    }
    Ok(())
}

/// In ms; browsers tell of none below 50, which is 0 here.
fn longest_task(page: &Page, article: &str) -> Result<f64> {
    page.article(article)?;
    page.embed_lives(0)?;
    let body = "
        const done = arguments[0];
        new PerformanceObserver((list) => done(Math.max(...list.getEntries().map(({ duration }) => duration))))
            .observe({ type: 'longtask', buffered: true });
        setTimeout(() => done(0), 1000);
    ";
    page.script_until_called(body, &[])?.as_f64().context("no duration")
}

fn filter_clicks(page: &Page) -> Result<()> {
    for (factor, goal) in [(1.0, "p95 ≤ 16"), (4.0, "p95 ≤ 50")] {
        let (scripts, paints) = step::quiet(&format!("click filters {CLICKS} times"), || acts(page, factor, true))?;
        let (_, least) = step::quiet("paint a heading as often, to compare with", || acts(page, factor, false))?;
        report(&format!("filter click → painted, processor {factor}× slower, ms"), &paints, goal);
        report("  of which the click's own script, ms", &scripts, "—");
        report("  the least that can be painted, ms", &least, "—");
    }
    Ok(())
}

fn acts(page: &Page, factor: f64, filter: bool) -> Result<(Vec<f64>, Vec<f64>)> {
    page.open("#/explore")?;
    page.slow_down(factor)?;
    let times = page.script_until_called(ACT_AND_TIME, &[CLICKS.into(), filter.into()])?;
    page.slow_down(1.0)?;
    let pair = |pair: &Value| Some((pair[0].as_f64()?, pair[1].as_f64()?));
    let times = times.as_array().into_iter().flatten().filter_map(pair).collect::<Vec<_>>();
    if times.is_empty() {
        bail!("the explore view has no filters to click");
    }
    Ok(times.into_iter().unzip())
}

fn pasted_articles(page: &Page) -> Result<()> {
    page.open("#/check")?;
    page.wait_for("document.querySelector('#paste')")?;
    let answers = page.script(PASTE_AND_TIME, &[ARTICLES.into(), ARTICLE.into()])?;
    let answers = answers.as_array().context("no answers")?;
    ensure!(answers.iter().all(|answer| answer[1].as_u64() > Some(5)), "an article was not answered: {answers:?}");
    let times = answers.iter().filter_map(|answer| answer[0].as_f64()).collect::<Vec<_>>();
    report(&format!("{ARTICLE} characters pasted → every quotation told, ms"), &times, "p95 ≤ 30");
    Ok(())
}

fn report(what: &str, values: &[f64], goal: &str) {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let at = |percent: usize| sorted.get((sorted.len() * percent / 100).min(sorted.len() - 1)).copied();
    let [median, p95, most] = [50, 95, 100].map(|percent| at(percent).unwrap_or(f64::NAN));
    step::say(&format!("{what:<58} median {median:>7.2}  p95 {p95:>7.2}  max {most:>7.2}   goal {goal}"));
}
