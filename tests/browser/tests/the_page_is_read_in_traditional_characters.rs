//! 繁體: by its link, by its address and in an article. What it needs is fetched by those who read in it, and by nobody else.

use anyhow::{Result, ensure};
use minsheng_browser_tests::{Page, embed, inside, on_page};

const LANG: &str = "document.documentElement.lang";
const TITLE: &str = "document.querySelector('h1').textContent";
const SHOWN: &str = "li.card:not([hidden])";
const MARK: &str = "li.card:not([hidden]) mark.match";

fn hant_is_shown(page: &Page) -> Result<()> {
    page.wait_for(&format!("{LANG} === 'zh-Hant' && document.querySelector('.explorer').lang === 'zh-Hant'"))?;
    ensure!(page.text_of(TITLE)?.contains("著力解決群眾急難愁盼的意見"), "{}", page.text_of(TITLE)?);
    ensure!(page.text_of("document.title")?.contains("意見"), "{}", page.text_of("document.title")?);
    // The switch names each language in its own characters.
    let left = "[...document.querySelectorAll('[lang=zh-Hans]')].filter((element) => !element.closest('[hidden]'))
        .map((element) => element.textContent).join()";
    ensure!(page.text_of(left)? == "简体", "in Simplified characters: {}", page.text_of(left)?);
    Ok(())
}

#[test]
fn the_link_leads_there_and_back_and_a_reload_shows_the_same() {
    on_page(|page| {
        page.open("#/explore?domain=elderly-care")?;
        ensure!(page.text_of(LANG)? == "zh-Hans", "it begins in Simplified characters");
        let found = page.count(SHOWN)?;
        page.click("a[hreflang=zh-Hant]")?;
        hant_is_shown(page)?;
        ensure!(page.route()? == "#/explore?domain=elderly-care&lang=zh-Hant", "{}", page.route()?);
        ensure!(page.count(SHOWN)? == found, "as many sentences as before");
        page.open("#/explore?domain=elderly-care&lang=zh-Hant")?;
        hant_is_shown(page)?;
        page.click("a[hreflang=zh-Hans]")?;
        page.wait_for(&format!("{LANG} === 'zh-Hans'"))?;
        ensure!(page.text_of(TITLE)?.contains("着力解决群众急难愁盼的意见"), "{}", page.text_of(TITLE)?);
        Ok(())
    });
}

#[test]
fn fonts_are_those_of_the_characters() {
    on_page(|page| {
        for (lang, own, other) in [("zh-Hant", "TC", "SC"), ("zh-Hans", "SC", "TC")] {
            page.open(&format!("#/read/m5s3?lang={lang}"))?;
            for selector in [".explorer", ".document p[lang] .s"] {
                let fonts =
                    page.text_of(&format!("getComputedStyle(document.querySelector('{selector}')).fontFamily"))?;
                ensure!(fonts.contains(own) && !fonts.contains(other), "{selector} in {lang}: {fonts}");
            }
        }
        Ok(())
    });
}

#[test]
fn words_in_either_script_find_the_same_and_stay_as_they_were_typed() {
    on_page(|page| {
        let mut found = Vec::new();
        for lang in ["zh-Hans", "zh-Hant"] {
            for word in ["养老服务", "養老服務"] {
                page.open(&format!("#/explore?lang={lang}"))?;
                page.type_into("#q", word)?;
                page.wait_for(&format!("document.querySelector('{MARK}')?.textContent.length === 4"))?;
                ensure!(page.text_of("document.querySelector('#q').value")? == word, "what was typed stays");
                found.push((page.count(SHOWN)?, page.count(MARK)?));
            }
        }
        ensure!(found.iter().all(|other| *other == found[0]), "{found:?}");
        let marked = page.text_of(&format!("document.querySelector('{MARK}').textContent"))?;
        ensure!(marked == "養老服務", "marked is {marked}");
        Ok(())
    });
}

#[test]
fn only_who_reads_in_traditional_characters_fetches_them() {
    on_page(|page| {
        for (lang, asks) in [("zh-Hans", false), ("en", false), ("zh-Hant", true)] {
            page.take_requests()?;
            page.open(&format!("#/explore?lang={lang}"))?;
            let asked = page.take_requests()?.iter().filter(|request| request.contains("/zh-Hant.")).count();
            ensure!((asked == 1) == asks, "{lang} asks {asked} times");
        }
        Ok(())
    });
}

#[test]
fn an_embed_is_in_them_where_its_article_says_so() {
    on_page(|page| {
        page.article("print.html")?;
        page.embed_lives(0)?;
        for lang in ["zh-Hant", "zh-TW", "zh-Hant-HK"] {
            page.eval(&format!("{}.setAttribute('lang', '{lang}')", embed(0)))?;
            page.wait_for(&format!("{}.lang === 'zh-Hant'", inside(0, ".explorer")))?;
            page.wait_for(&format!("{}.textContent.includes('養老')", inside(0, ".explorer")))?;
            page.eval(&format!("{}.setAttribute('lang', 'zh-CN')", embed(0)))?;
            page.wait_for(&format!("{}.lang === 'zh-Hans'", inside(0, ".explorer")))?;
        }
        Ok(())
    });
}
