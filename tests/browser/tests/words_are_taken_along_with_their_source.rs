//! Copying with citation, links to words, and files of what is shown.

use anyhow::{Result, ensure};
use minsheng_browser_tests::{Engine, Page, in_engines, in_every_engine, on_page};
use serde_json::json;

/// Keeps what the page puts on the clipboard.
const LISTEN: &str = "window.copied = [];
    addEventListener('copy', (event) => copied.push([event.clipboardData.getData('text/plain'), event.clipboardData.getData('text/html')]));";

fn copied(page: &Page) -> Result<[String; 2]> {
    let text = |n: usize| page.text_of(&format!("window.copied.at(-1)?.[{n}] ?? ''"));
    Ok([text(0)?, text(1)?])
}

#[test]
fn a_sentence_is_copied_with_source_place_caveat_and_link() {
    in_every_engine(|page| {
        page.open("#/read/m5s3")?;
        page.open("#/explore?q=县域普通高中")?;
        page.wait_for("document.querySelector('.card:not([hidden]) .cite')")?;
        page.script(LISTEN, &[])?;
        page.script("document.querySelector('.card:not([hidden]) summary').scrollIntoView({ block: 'center' })", &[])?;
        page.click(".card:not([hidden]) summary")?;
        page.click(".card:not([hidden]) .cite")?;
        page.wait_for("document.querySelector('#status[data-toast]')?.textContent === '已复制'")?;
        let [text, html] = copied(page)?;
        let lines: Vec<&str> = text.lines().collect();
        ensure!(lines.len() == 3, "{text}");
        ensure!(
            lines[0].starts_with(
                "新建改扩建1000所以上优质普通高中，重点改善县域普通高中基本办学条件。［印本作“县城普通高中中基本”"
            ),
            "{text}"
        );
        ensure!(lines[1].contains("中共中央办公厅、国务院办公厅《关于进一步保障和改善民生 着力解决群众急难愁盼的意见》（2025年3月2日成文，2025年6月9日公布），（五）推动教育资源扩优提质，第 3 句"), "{text}");
        ensure!(lines[2].ends_with("#/read/m5s3"), "{text}");
        ensure!(html.starts_with("<blockquote lang=\"zh-Hans\" cite=\"") && html.contains("印本作"), "{html}");
        Ok(())
    });
}

/// Copies what is selected, as a reader does: with the keys.
fn copy_by_keys(page: &Page) -> Result<()> {
    page.script(LISTEN, &[])?;
    let key = |kind: &str, value: &str| json!({ "type": kind, "value": value });
    let keys = [key("keyDown", "\u{e009}"), key("keyDown", "c"), key("keyUp", "c"), key("keyUp", "\u{e009}")];
    page.command("actions", &json!({ "actions": [{ "type": "key", "id": "keyboard", "actions": keys }] }))?;
    page.wait_for("window.copied?.length > 0")
}

/// What stands on a card and is neither the words nor their place nor their source.
const OF_THE_CARD: [&str; 9] = ["朗读", "复制引文", "引用", "全文", "更多", "只看", "白话", "措辞", "为什么"];

#[test]
fn cards_copied_by_hand_are_words_place_and_source() {
    in_engines(&[Engine::Chromium, Engine::Firefox], |page| {
        page.open("#/explore?q=床位")?;
        page.wait_for("document.querySelectorAll('.card:not([hidden])').length === 2")?;
        page.wait_for("performance.getEntriesByType('resource').some(({ name }) => name.includes('copying'))")?;
        page.settle()?;
        let cards = "const cards = [...document.querySelectorAll('.card:not([hidden])')];";
        let selections = [
            ("a card", "getSelection().selectAllChildren(cards[0])", 1),
            ("both", "getSelection().setBaseAndExtent(cards[0], 0, cards[1], cards[1].childNodes.length)", 2),
            (
                "a place and some words",
                "getSelection().setBaseAndExtent(cards[0].querySelector('.where'), 0, cards[0].querySelector('.text').firstChild, 7)",
                1,
            ),
        ];
        for (what, select, sentences) in selections {
            page.script(&format!("{cards} {select};"), &[])?;
            let texts =
                page.script(&format!("{cards} return cards.map((it) => it.querySelector('.text').textContent)"), &[])?;
            copy_by_keys(page)?;
            let [text, html] = copied(page)?;
            for name in OF_THE_CARD {
                ensure!(!text.contains(name) && !html.contains(name), "{what}: {name} is copied: {text}");
            }
            for sentence in texts.as_array().into_iter().flatten().take(sentences).filter_map(|it| it.as_str()) {
                let words: String =
                    if what.contains("some") { sentence.chars().take(7).collect() } else { sentence.into() };
                ensure!(text.lines().any(|line| line.starts_with(&words)), "{what}: {words} is not in {text}");
                ensure!(html.contains(&words), "{what}: nor {html}");
            }
            ensure!(text.matches("——中共中央办公厅、国务院办公厅《").count() == sentences, "{what}: {text}");
            ensure!(text.contains("，第 4 句\n"), "{what}: no place: {text}");
        }
        page.script(&format!("{cards} getSelection().selectAllChildren(cards[0].querySelector('.text'));"), &[])?;
        let (selected, text) = (
            page.text_of("String(getSelection())")?,
            page.text_of("document.querySelector('.card:not([hidden]) .text').textContent")?,
        );
        copy_by_keys(page)?;
        ensure!(
            copied(page)?[0].is_empty() && selected.trim() == text,
            "words alone are copied as they are: {selected}"
        );
        Ok(())
    });
}

#[test]
fn a_selection_holds_no_names_of_controls() {
    in_engines(&[Engine::Chromium, Engine::Firefox], |page| {
        page.open("#/explore?q=床位")?;
        page.wait_for("document.querySelectorAll('.card:not([hidden])').length === 2")?;
        page.script("getSelection().selectAllChildren(document.querySelector('.card:not([hidden])'))", &[])?;
        let selected = page.text_of("String(getSelection())")?;
        for name in OF_THE_CARD {
            ensure!(!selected.contains(name), "{name} is selected: {selected}");
        }
        ensure!(selected.contains("床位"), "{selected}");
        Ok(())
    });
}

#[test]
fn selected_words_get_a_link_to_just_these_words() {
    on_page(|page| {
        page.open("#/read/m7s4")?;
        page.wait_for("document.getElementById('/read/m7s4')")?;
        let select = "const text = document.getElementById('/read/m7s4').firstChild;
            const from = text.data.indexOf('新建养老机构');
            getSelection().setBaseAndExtent(text, from, text, from + 6);";
        page.script(select, &[])?;
        page.wait_for("document.querySelector('.selected button')")?;
        page.script(LISTEN, &[])?;
        page.click(".selected button")?;
        let [link, _] = copied(page)?;
        ensure!(
            link.contains("#/read/m7s4:39-45?words=%E6%96%B0%E5%BB%BA%E5%85%BB%E8%80%81%E6%9C%BA%E6%9E%84&digest="),
            "{link}"
        );
        let route = link.split_once('#').map_or("", |(_, route)| route);
        page.open(&format!("#{route}"))?;
        page.wait_for("document.querySelector('mark.range')?.textContent === '新建养老机构'")?;
        page.open(&format!("#{}", route.replace("%E6%96%B0%E5%BB%BA", "%E6%89%80%E6%9C%89")))?;
        page.wait_for("document.querySelector('.notice:not([hidden])')?.textContent.includes('与本文的字句不符')")?;
        ensure!(
            page.count("mark.range")? == 0 && page.route()? == "#/read/m7s4",
            "nothing is guessed: {}",
            page.route()?
        );
        Ok(())
    });
}

#[test]
fn a_sentence_has_the_usual_forms_of_citation() {
    on_page(|page| {
        page.open("#/read/m10s5?panel=cite")?;
        page.wait_for("document.querySelector('#cite-bibtex')")?;
        let form = |id: &str| page.text_of(&format!("document.getElementById('{id}').textContent"));
        let national = form("cite-gb")?;
        ensure!(national.starts_with("中共中央办公厅, 国务院办公厅. 关于进一步保障和改善民生 着力解决群众急难愁盼的意见[EB/OL]. (2025-06-09)[20"), "{national}");
        ensure!(
            form("cite-apa")?.contains("(2025, June 9)") && form("cite-bibtex")?.contains("langid = {chinese}"),
            "the others"
        );
        ensure!(form("cite-text")?.contains("印本作“租住平衡”"), "the caveat is in the words");
        Ok(())
    });
}

#[test]
fn what_is_shown_is_given_as_a_file() {
    on_page(|page| {
        page.open("#/explore?domain=childcare&panel=export")?;
        page.wait_for("document.querySelector('[data-export]')")?;
        let give = |format: &str| {
            page.script("return document.querySelector('#explorer').explorer.export(arguments[0])", &[json!(format)])
        };
        let csv = give("csv")?;
        let rows = csv.as_str().map_or(0, |csv| csv.lines().count());
        let shown = page.count(".card:not([hidden])")?;
        ensure!(rows as u64 == shown + 1, "{rows} rows for {shown} sentences");
        ensure!(give("json")?.as_array().map_or(0, Vec::len) as u64 == shown, "as many in JSON");
        ensure!(give("md")?.as_str().is_some_and(|text| text.contains("> ")), "quotations");
        ensure!(give("doc").is_err(), "there is no such format");
        Ok(())
    });
}

#[test]
fn each_cell_of_the_matrix_leads_to_as_many_sentences_as_it_says() {
    on_page(|page| {
        page.open("#/matrix")?;
        page.wait_for("document.querySelector('table.counts td a')")?;
        ensure!(page.count("table.counts tbody td")? == 14 * 29, "{}", page.count("table.counts tbody td")?);
        let check = "const host = document.createElement('div'), { explorer } = document.querySelector('#explorer');
            const other = new explorer.constructor(host, '#/explore', {});
            const wrong = [...document.querySelectorAll('table.counts td a')].filter((link) => {
                other.setRoute(link.getAttribute('href'));
                return host.querySelectorAll('.grp:not([hidden]) .card:not([hidden]) .cite').length === 0
                    ? link.textContent !== '0'
                    : new Set([...host.querySelectorAll('.card:not([hidden]) .cite')].map((it) => it.closest('.card').querySelector('.context').hash)).size !== Number(link.textContent) && !link.closest('.sum');
            });
            return wrong.map((link) => link.getAttribute('aria-label')).join('\\n');";
        let wrong = page.script(check, &[])?;
        ensure!(wrong == "", "{wrong}");
        page.click("table.counts tbody tr td:nth-child(22) a")?;
        ensure!(page.route()?.starts_with("#/explore?domain="), "{}", page.route()?);
        Ok(())
    });
}

#[test]
fn what_is_not_mentioned_is_said_to_be() {
    on_page(|page| {
        page.open("#/explore?q=育儿补贴")?;
        page.wait_for("document.querySelector('.absent')?.textContent.includes('原文未提及：育儿补贴')")?;
        ensure!(page.count(".absent a")? > 0, "and what comes nearest");
        page.open("#/explore?q=养老")?;
        ensure!(page.count(".absent")? == 0, "only where it is asked for");
        Ok(())
    });
}

#[test]
fn the_first_citation_that_is_asked_for_takes_the_focus_as_every_further_one() {
    const FORMS: &str = ".card:not([hidden]) a[href*='panel=cite']";
    in_every_engine(|page| {
        page.open("#/explore?q=床位")?;
        for word in ["床位", "托育"] {
            page.go(&format!("#/explore?q={word}"))?;
            page.wait_for(&format!("document.querySelector(\"{FORMS}\")"))?;
            page.script("document.querySelector(arguments[0]).scrollIntoView({ block: 'center' })", &[json!(FORMS)])?;
            page.click(FORMS)?;
            page.wait_for("document.querySelector('#cite-bibtex')")?;
            page.wait_for("document.activeElement?.id === 'citing'")?;
        }
        Ok(())
    });
}
