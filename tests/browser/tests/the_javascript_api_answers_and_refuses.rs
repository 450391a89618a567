//! What another program gets from the explorer: the contract's objects for a query, a clear `TypeError` for a mistake.

use anyhow::{Result, ensure};
use minsheng_browser_tests::{Page, on_page};
use serde_json::Value;

/// The shell leaves the explorer here for scripts.
const EXPLORER: &str = "document.querySelector('#explorer').explorer";

fn search(page: &Page, query: &str) -> Result<Value> {
    page.eval(&format!("{EXPLORER}.search({query})"))
}

/// What a search throws: its kind and message.
fn refusal(page: &Page, query: &str) -> Result<String> {
    let body = format!(
        "try {{ {EXPLORER}.search({query}); }} catch (error) {{ return `${{error.name}}: ${{error.message}}`; }}
         return 'nothing thrown';"
    );
    Ok(page.script(&body, &[])?.as_str().unwrap_or_default().to_owned())
}

#[test]
fn a_query_gives_the_same_sentences_as_the_page_of_its_route() {
    on_page(|page| {
        page.open("#/explore")?;
        let found = search(page, "{ domain: ['elderly-care'], group: ['elderly'], q: '养老' }")?;
        let clauses = found["clauses"].as_array().map_or(0, Vec::len);
        ensure!(clauses > 0 && found["total"] == clauses, "{found}");
        ensure!(found["clauses"][0]["domains"][0]["evidence"][0]["text"].is_string(), "evidence comes with the tags");
        page.open(found["route"].as_str().unwrap_or_default())?;
        let seen = page.count_of(
            "new Set([...document.querySelectorAll('.card:not([hidden]) .context')].map((link) => link.hash)).size",
        )?;
        ensure!(found["total"] == seen, "{} sentences in the answer, {seen} on the page", found["total"]);
        Ok(())
    });
}

#[test]
fn the_empty_query_gives_everything_with_both_counts() {
    on_page(|page| {
        page.open("#/explore")?;
        let found = search(page, "{}")?;
        let care = &found["facets"]["domain"]["elderly-care"];
        ensure!(care["now"] == care["all"] && care["now"].as_u64() > Some(0), "{care}");
        Ok(())
    });
}

#[test]
fn a_mistake_is_a_type_error_that_names_it_and_the_explorer_lives_on() {
    on_page(|page| {
        page.open("#/explore")?;
        let mistakes = [
            ("", "expected"),
            ("null", "expected"),
            ("7", "expected"),
            ("['elderly-care']", "expected"),
            ("{ colour: ['blue'] }", "colour"),
            ("{ domain: 'elderly-care' }", "domain"),
            ("{ domain: ['astrology'] }", "astrology"),
            ("{ q: 7 }", "q"),
        ];
        for (query, named) in mistakes {
            let thrown = refusal(page, query)?;
            ensure!(thrown.starts_with("TypeError: ") && thrown.contains(named), "search({query}): {thrown}");
        }
        search(page, "{ q: '养老' }")?;
        let console = page.evidence()?.console;
        ensure!(console.is_empty(), "{console:#?}");
        Ok(())
    });
}
