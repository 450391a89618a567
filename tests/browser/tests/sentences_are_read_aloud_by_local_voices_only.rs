//! A sentence is read aloud where the device has a Chinese voice of its own; what is read is sent to nobody.

use anyhow::{Result, ensure};
use minsheng_browser_tests::{KIOSK, Page, on_page, on_page_of};
use serde_json::{Value, json};

/// A synthesiser that says nothing and tells what it was asked to say.
const SYNTHESISER: &str = "
    const tagged = (tag) => ({ lang: tag.replace(/[*@]$/, ''), localService: !tag.endsWith('@'), default: tag.endsWith('*'), name: tag });
    const voices = { local: { lang: 'zh-CN', localService: true, name: 'local' }, far: { lang: 'zh-CN', localService: false, name: 'far' }, other: { lang: 'en-US', localService: true, name: 'other' } };
    window.__said = [];
    window.__queue = [];
    let there = SAID.map((name) => voices[name] ?? tagged(name));
    class Synthesiser extends EventTarget {
        getVoices() { return there; }
        speak(utterance) { window.__said.push(utterance); window.__queue.push(utterance); }
        cancel() { const gone = window.__queue; window.__queue = []; for (const utterance of gone) utterance.onerror?.({ error: 'canceled' }); }
    }
    const synthesiser = new Synthesiser();
    Object.defineProperty(window, 'speechSynthesis', { value: synthesiser });
    window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
    window.__finish = () => { const utterance = window.__queue.shift(); utterance?.onend?.({}); return utterance !== undefined; };
    window.__arrive = (...names) => { there = names.map((name) => voices[name] ?? tagged(name)); synthesiser.dispatchEvent(new Event('voiceschanged')); };
";

fn with_voices(page: &Page, names: &[&str]) -> Result<()> {
    let source = SYNTHESISER.replace("SAID", &json!(names).to_string());
    page.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": format!("{{ {source} }}") })).map(drop)
}

fn buttons(page: &Page) -> Result<u64> {
    page.count_of("[...document.querySelectorAll('.speak')].filter((button) => getComputedStyle(button).display !== 'none').length")
}

/// The voices of a device by their languages (`*` is its own choice, `@` speaks by a server), and the one that reads.
const DEVICES: [(&str, &[&str], &str); 17] = [
    ("", &["zh_CN"], "zh_CN"),
    ("", &["en_US", "yue_HK_#Hant", "zh_TW_#Hant", "zh_CN_#Hans"], "zh_CN_#Hans"),
    ("", &["zh-HK", "zh-TW", "zh-CN"], "zh-CN"),
    ("", &["zh-HK", "zh-TW"], "zh-TW"),
    ("", &["zh-HK*", "zh-MO", "zh"], "zh"),
    ("", &["yue-HK", "cmn-Hant-TW", "cmn-Hans-CN"], "cmn-Hans-CN"),
    ("", &["zh-yue", "cmn"], "cmn"),
    ("", &["zh-CN@", "zh-HK", "zh-TW"], "zh-TW"),
    ("", &["zh-CN-liaoning", "zh-CN-u-sd-cnsc", "zh-CN"], "zh-CN"),
    ("", &["zh-CN-sichuan", "zh-HK"], "zh-CN-sichuan"),
    ("", &["zh-HK", "wuu-CN", "nan-TW"], "zh-HK"),
    ("", &["zh-Hant-HK", "yue"], "zh-Hant-HK"),
    ("", &["zh-CN", "zh_CN*"], "zh_CN*"),
    ("", &["ZH-hans-cn"], "ZH-hans-cn"),
    ("", &["zh-TW", "cmn-CN"], "cmn-CN"),
    ("zh-Hant", &["zh-HK", "zh-CN", "zh-TW"], "zh-TW"),
    ("zh-Hant", &["zh-HK", "zh-CN"], "zh-CN"),
];

/// Which voice of each device reads the first sentence that is shown.
fn the_right_one_reads(page: &Page, route: &str, lang: &str) -> Result<()> {
    with_voices(page, &["local"])?;
    page.open(route)?;
    page.wait_for("document.documentElement.hasAttribute('data-voice')")?;
    for (_, voices, expected) in DEVICES.iter().filter(|(of, ..)| *of == lang) {
        let click = "document.querySelector('.grp:not([hidden]) .card:not([hidden]) .speak').click()";
        page.script(&format!("window.__arrive(...arguments[0]); {click}"), &[json!(voices)])?;
        let read = page.text_of("window.__said.at(-1)?.voice.name ?? 'none'")?;
        page.script(click, &[])?;
        ensure!(read == *expected, "{lang}: of {voices:?} {read} reads, not {expected}");
    }
    Ok(())
}

#[test]
fn mandarin_reads_before_cantonese_however_the_device_writes_its_languages() {
    on_page(|page| the_right_one_reads(page, "#/explore?domain=childcare", ""));
    on_page(|page| the_right_one_reads(page, "#/explore?domain=childcare&lang=zh-Hant", "zh-Hant"));
    on_page_of(KIOSK, |page| the_right_one_reads(page, "#/explore?mode=kiosk&group=elderly", ""));
}

#[test]
fn chinese_that_is_neither_mandarin_nor_cantonese_reads_nothing() {
    on_page(|page| {
        with_voices(page, &["wuu-CN", "zh-min-nan", "hak", "ja-JP", "en"])?;
        page.open("#/explore")?;
        page.wait_for("window.__arrive('zh_TW') ?? document.documentElement.hasAttribute('data-voice')")?;
        page.script("window.__arrive('wuu-CN', 'zh-min-nan', 'hak', 'ja-JP', 'en')", &[])?;
        ensure!(buttons(page)? == 0, "they read");
        Ok(())
    });
}

#[test]
fn it_stops_when_another_page_is_shown_by_whatever_way() {
    let ways = [
        ("the address", "location.hash = '#/targets'"),
        ("the address of the same view", "location.hash = '#/explore?domain=childcare&theme=dark'"),
        ("Back", "history.back()"),
        ("a link", "document.querySelector('nav a[href*=targets]').click()"),
        ("a script", "document.querySelector('#explorer').explorer.setRoute('#/targets')"),
        ("a script that hides it", "document.querySelector('#explorer').explorer.setRoute('#/explore?q=床位')"),
    ];
    on_page(|page| {
        with_voices(page, &["local"])?;
        for (way, act) in ways {
            page.open("#/explore")?;
            page.wait_for("document.documentElement.hasAttribute('data-voice')")?;
            page.go("#/explore?domain=childcare")?;
            page.wait_for("[...document.querySelectorAll('.card')].some((it) => it.closest('[hidden]'))")?;
            page.script("document.querySelector('.grp:not([hidden]) .card:not([hidden]) .speak').click()", &[])?;
            ensure!(page.eval("window.__queue.length")? == 1, "{way}: it reads");
            page.script(act, &[])?;
            page.wait_for("window.__queue.length === 0").map_err(|error| error.context(way))?;
            ensure!(page.count("[data-speaking], .speak[aria-pressed]")? == 0, "{way}: nothing says that it reads");
        }
        Ok(())
    });
}

/// Reads the second sentence to its end; gives what was said, and the sentence.
fn read_on(page: &Page) -> Result<()> {
    page.script("[...document.querySelectorAll('.card:not([hidden]) .speak')][1].click()", &[])?;
    ensure!(
        page.count("[data-speaking]")? == 1 && page.count(".speak[aria-pressed=true]")? == 1,
        "it is marked while it is read"
    );
    let finished = page.eval("(() => { let n = 0; while (window.__finish()) n += 1; return n; })()")?;
    let said = page.eval("window.__said.map(({ text, voice, lang }) => [text, voice.name, lang])")?;
    let said: Vec<&Value> = said.as_array().into_iter().flatten().collect();
    ensure!(finished == said.len() && !said.is_empty(), "{finished} of {}", said.len());
    let sentence = page.text_of("[...document.querySelectorAll('.card:not([hidden]) .text')][1].textContent")?;
    let text: String = said.iter().filter_map(|one| one[0].as_str()).collect();
    ensure!(text == sentence, "“{text}” is not “{sentence}”");
    for one in said {
        ensure!(one[1] == "local" && one[0].as_str().is_some_and(|text| text.chars().count() <= 40), "{one}");
    }
    ensure!(page.count("[data-speaking], .speak[aria-pressed]")? == 0, "and no more afterwards");
    Ok(())
}

#[test]
fn a_local_voice_reads_the_sentence_in_short_parts() {
    on_page(|page| {
        with_voices(page, &["far", "other", "local"])?;
        page.open("#/explore?domain=social-insurance")?;
        page.wait_for("document.documentElement.hasAttribute('data-voice')")?;
        ensure!(buttons(page)? > 5, "every sentence offers it");
        read_on(page)
    });
}

#[test]
fn without_a_local_chinese_voice_nothing_offers_to_read() {
    for voices in [&[][..], &["far"], &["other", "far"]] {
        let look = |page: &Page, route: &str| {
            with_voices(page, voices)?;
            page.open(route)?;
            ensure!(buttons(page)? == 0, "{voices:?} read");
            // On the site the script that reads comes after the page: it is there once a voice that arrives is heard.
            let heard = "window.__arrive('local') ?? document.documentElement.hasAttribute('data-voice')";
            page.wait_for(heard)?;
            ensure!(buttons(page)? > 5, "a voice that arrives late");
            page.script("window.__arrive('far')", &[])?;
            ensure!(buttons(page)? == 0, "a voice that left still reads");
            Ok(())
        };
        on_page(|page| look(page, "#/explore"));
        on_page_of(KIOSK, |page| look(page, "#/explore?mode=kiosk&group=elderly"));
    }
}

#[test]
fn it_stops_when_somebody_goes_on_presses_again_leaves_or_when_it_breaks() {
    on_page_of(KIOSK, |page| {
        page.control_clock()?;
        with_voices(page, &["local"])?;
        let ends: [(&str, &str); 5] = [
            ("pressed again", "document.querySelector('.speak[aria-pressed]').click()"),
            ("gone on", "document.querySelector('.card:not([hidden]) .context').click()"),
            ("finished", "document.querySelector('.over').click()"),
            ("left", "window.__jump(60); window.__jump(20)"),
            ("broken", "setTimeout(() => document.querySelector('#explorer').explorer.fault())"),
        ];
        for (how, end) in ends {
            page.open("#/explore?mode=kiosk&group=elderly")?;
            page.script("document.querySelector('.card:not([hidden]) .speak').click()", &[])?;
            ensure!(page.eval("window.__queue.length")? == 1, "{how}: it reads");
            page.script(end, &[])?;
            page.wait_for("window.__queue.length === 0")?;
        }
        Ok(())
    });
}
