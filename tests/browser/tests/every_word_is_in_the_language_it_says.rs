//! What is Chinese says that it is, and what is English too: a voice reads by it, and fonts are chosen by it. Names and signs
//! of other scripts stand in a text as they do in every newspaper.

use anyhow::{Result, ensure};
use minsheng_browser_tests::{
    KIOSK, LANGUAGES, LARGE, Page, SCRIPTS, VIEWS, in_dress, in_every_engine, on_page, on_page_of,
};
use serde_json::Value;

/// Every text of the page against the nearest `lang`, in open shadow roots too: Chinese characters in what is called
/// English, English phrases in what is called Chinese, and languages that are empty or unknown. Gives how many texts were
/// looked at in each language, and what is wrong. A window's title has no place for a language.
const WRONG: &str = r"
    const KNOWN = ['zh-Hans', 'zh-Hant', 'zh-Latn', 'en'];
    const wrong = [], seen = {};
    const lang = (node) => {
        for (let at = node; at; at = at.parentElement ?? at.getRootNode().host) {
            if (at.hasAttribute?.('lang')) return at.getAttribute('lang');
        }
        return '';
    };
    const look = (root) => {
        if (document.documentElement.lang === '') wrong.push('the document names no language');
        for (const one of root.querySelectorAll('[lang]')) {
            if (!KNOWN.includes(one.getAttribute('lang'))) wrong.push(`lang “${one.getAttribute('lang')}”: ${one.outerHTML.slice(0, 80)}`);
        }
        const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            const element = node.parentElement ?? node.parentNode.host, text = node.data.trim();
            if (text === '' || element.closest('script, style, template, pre, code, textarea')) continue;
            // A card that matched earlier stays as it was, unseen and unheard.
            if (!element.checkVisibility()) continue;
            // What was announced last stays until something else has settled.
            if (element.closest('[role=status]')) continue;
            const is = lang(element);
            seen[is] = (seen[is] ?? 0) + 1;
            const chinese = /\p{Script=Han}/u.test(text);
            // Three words in a row that begin no name are a phrase.
            const english = /\b[A-Za-z]+,? [a-z]+,? [a-z]+\b/.test(text);
            if (chinese && !is.startsWith('zh')) wrong.push(`Chinese in “${is}”: ${text.slice(0, 60)}`);
            if (english && is !== 'en' && is !== 'zh-Latn') wrong.push(`English in “${is}”: ${text.slice(0, 60)}`);
        }
        for (const { shadowRoot } of root.querySelectorAll('*')) if (shadowRoot) look(shadowRoot);
    };
    look(document.body);
    return { seen, wrong: [...new Set(wrong)] };
";

fn look(page: &Page, what: &str, wrong: &mut Vec<String>) -> Result<Value> {
    let mut found = page.script(WRONG, &[])?;
    wrong.extend(found["wrong"].as_array().into_iter().flatten().map(|one| format!("{what}: {one}")));
    Ok(found["seen"].take())
}

fn everywhere(page: &Page, routes: impl Iterator<Item = &'static str> + Clone) -> Result<()> {
    let mut wrong = Vec::new();
    for language in SCRIPTS {
        // Who changes the language opens the page anew.
        page.open(&in_dress("#/explore", language, "light"))?;
        for route in routes.clone() {
            let route = in_dress(route, language, "light");
            if route.contains("mode=kiosk") {
                page.open(&route)?;
            } else {
                page.go(&route)?;
            }
            page.wait_for("!document.querySelector('[data-awaited]')")?;
            let seen = look(page, &route, &mut wrong)?;
            ensure!(seen[language].as_u64() > Some(3), "{route}: {seen}");
            ensure!(page.eval("document.documentElement.lang")? == language, "{route}: the document says another one");
        }
    }
    ensure!(wrong.is_empty(), "{} faults:\n{}", wrong.len(), wrong.join("\n"));
    Ok(())
}

#[test]
fn in_every_view_and_with_large_type() {
    in_every_engine(|page| {
        let elder = LARGE.into_iter().filter(|route| route.contains("mode=elder"));
        everywhere(page, VIEWS.into_iter().chain(elder))?;
        page.go("#/explore?domain=education&lang=en")?;
        page.wait_for("/^[ -~]+$/.test(document.querySelector('[role=status]').textContent)")
    });
}

#[test]
fn on_every_screen_of_a_kiosk() {
    on_page_of(KIOSK, |page| everywhere(page, LARGE.into_iter().filter(|route| route.contains("mode=kiosk"))));
}

#[test]
fn in_an_embed_and_its_article() {
    on_page(|page| {
        page.article("article.html")?;
        page.embed_lives(0)?;
        let mut wrong = Vec::new();
        for language in LANGUAGES {
            page.script("document.querySelector('minsheng-explorer').lang = arguments[0]", &[language.into()])?;
            page.settle()?;
            let seen = look(page, language, &mut wrong)?;
            ensure!(seen["zh-Hans"].as_u64() > Some(100), "too little is seen: {seen}");
        }
        ensure!(wrong.is_empty(), "{}", wrong.join("\n"));
        Ok(())
    });
}

#[test]
fn a_text_in_another_language_than_it_says_is_seen() {
    on_page(|page| {
        page.open("#/about?lang=en")?;
        let add = "
            const block = document.createElement('p');
            [block.lang, block.textContent] = arguments;
            document.querySelector('main').append(block);
        ";
        for (language, text) in [("en", "养老"), ("zh-Hans", "care for the elderly"), ("fr", "soins")] {
            page.script(add, &[language.into(), text.into()])?;
            let mut wrong = Vec::new();
            look(page, language, &mut wrong)?;
            ensure!(wrong.len() == 1, "{language}: {wrong:#?}");
            page.script("document.querySelector('main').lastElementChild.remove()", &[])?;
        }
        page.script("document.querySelector('main').lang = ''", &[])?;
        let mut wrong = Vec::new();
        look(page, "empty", &mut wrong)?;
        ensure!(wrong.len() > 1, "an empty language is seen: {wrong:#?}");
        Ok(())
    });
}
