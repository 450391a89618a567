//! A sentence is read aloud where the device has a Chinese voice of its own; what is read is sent to nobody.

use anyhow::{Result, ensure};
use minsheng_browser_tests::{KIOSK, Page, on_page, on_page_of};
use serde_json::{Value, json};

/// A synthesiser that says nothing and tells what it was asked to say.
const SYNTHESISER: &str = "
    const voices = { local: { lang: 'zh-CN', localService: true, name: 'local' }, far: { lang: 'zh-CN', localService: false, name: 'far' }, other: { lang: 'en-US', localService: true, name: 'other' } };
    window.__said = [];
    window.__queue = [];
    let there = SAID.map((name) => voices[name]);
    class Synthesiser extends EventTarget {
        getVoices() { return there; }
        speak(utterance) { window.__said.push(utterance); window.__queue.push(utterance); }
        cancel() { const gone = window.__queue; window.__queue = []; for (const utterance of gone) utterance.onerror?.({ error: 'canceled' }); }
    }
    const synthesiser = new Synthesiser();
    Object.defineProperty(window, 'speechSynthesis', { value: synthesiser });
    window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
    window.__finish = () => { const utterance = window.__queue.shift(); utterance?.onend?.({}); return utterance !== undefined; };
    window.__arrive = (...names) => { there = names.map((name) => voices[name]); synthesiser.dispatchEvent(new Event('voiceschanged')); };
";

fn with_voices(page: &Page, names: &[&str]) -> Result<()> {
    let source = SYNTHESISER.replace("SAID", &json!(names).to_string());
    page.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": format!("{{ {source} }}") })).map(drop)
}

fn buttons(page: &Page) -> Result<u64> {
    page.count_of("[...document.querySelectorAll('.speak')].filter((button) => button.checkVisibility()).length")
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
