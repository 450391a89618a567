//! What a virtual screen reader says on the way from the landing page to a sentence, as a person has read it
//! (`goldens/heard-*.txt`). It is no real one: docs/screen-readers.md has the script for those, and says which were run.

use anyhow::{Context, Result, ensure};
use minsheng_browser_tests::{LANGUAGES, Page, expect, given, on_page};

/// Lands, goes past the skip link and to the filters, chooses the first one, hears the live region, goes to the results and
/// opens the first sentence in its context. Gives all that is said, a line each.
const WAY: &str = "
    const [done] = arguments, out = [], { commands } = reader;
    let told = 0;
    const heard = async (what) => {
        const log = await reader.spokenPhraseLog();
        out.push(`# ${what}`, ...log.slice(told));
        told = log.length;
    };
    const on = (selector) => (reader.activeNode?.closest ? reader.activeNode : reader.activeNode?.parentElement)?.closest(selector);
    const until = async (selector) => {
        for (let steps = 0; steps < 80 && !on(selector); steps += 1) await reader.next();
        if (!on(selector)) throw new Error(`${selector} is never reached`);
    };
    const task = () => new Promise((resolve) => setTimeout(resolve));
    // The reader speaks of a change in the task after it.
    const become = async (is) => {
        while (!is()) await task();
        await task();
        await task();
    };
    const walk = async () => {
        await reader.start({ container: document.body });
        await until('.skip');
        await reader.perform(commands.moveToNextMain);
        await until('.unit');
        await heard('landing');
        await reader.perform(commands.moveToNextRegion);
        await until('input[type=checkbox]');
        await heard('to the filters, and the first of them');
        await reader.act();
        await become(() => document.querySelector('[role=status]').textContent);
        await heard('choosing it, and what the live region says');
        await reader.perform(commands.moveToNextRegion);
        await until('.card .where a');
        await heard('to the results, and the first sentence');
        await until('.card .context');
        await heard('the sentence, and the way to its context');
        await reader.act();
        await become(() => document.activeElement.id.startsWith('/read/'));
        for (let steps = 0; steps < 3; steps += 1) await reader.next();
        await heard(`in the text: ${location.hash}, focus on ${document.activeElement.id}`);
        await reader.stop();
        return out.join('\\n') + '\\n';
    };
    walk().then(done, (error) => done(`${error}\\n${out.join('\\n')}`));
";

/// With something done to the page before the reader comes.
fn heard(page: &Page, language: &str, before: &str) -> Result<String> {
    page.open(&format!("#/explore?lang={language}"))?;
    page.script(before, &[])?;
    let path = given("MINSHENG_READER")?;
    page.script(&std::fs::read_to_string(path).context("reading the virtual screen reader")?, &[])?;
    let heard = page.script_until_called(WAY, &[])?;
    Ok(heard.as_str().context("nothing is heard")?.to_owned())
}

#[test]
fn from_the_landing_page_to_a_sentence_in_each_language() {
    on_page(|page| {
        LANGUAGES.iter().try_for_each(|language| expect(&format!("heard-{language}"), &heard(page, language, "")?))
    });
}

#[test]
fn what_is_said_otherwise_or_not_at_all_is_noticed() {
    on_page(|page| {
        // A deaf live region: nothing tells that the choice had an effect.
        let deaf = "document.querySelector('[role=status]').setAttribute('aria-live', 'off')";
        let said = heard(page, "zh-Hans", deaf)?;
        ensure!(expect("heard-zh-Hans", &said).is_err(), "nothing is missed:\n{said}");
        Ok(())
    });
}
