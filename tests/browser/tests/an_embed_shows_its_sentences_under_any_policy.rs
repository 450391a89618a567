//! Three tiers: WebAssembly, the same code as JavaScript, the author's text. Under every policy of the article's host and
//! every fault of the embed's, all sentences are there, and where scripts run they can be filtered.

use anyhow::{Context, Result, ensure};
use minsheng_browser_tests::{Page, embed, in_every_engine, inside, on_page, variant};
use std::io::Write;

const POLICIES: [&str; 6] = ["none", "strict", "strict-wasm", "strict-tt", "strict-wasm-tt", "no-connect"];
const FAULTS: [&str; 3] = ["sound", "wasm-missing", "wasm-mislabelled"];
/// The sentences and the preamble.
const CLAUSES: u64 = 77;
const SEEN: &str = ".card:not([hidden])";

/// Which tier a cell of the matrix must reach. What a browser may compile it must; bytes are bytes, whatever their type.
fn tier(policy: &str, fault: &str) -> &'static str {
    let forbidden = ["strict", "strict-tt"].contains(&policy);
    if forbidden || policy == "no-connect" || fault == "wasm-missing" { "plain" } else { "wasm" }
}

fn say(line: &str) {
    // Not `println`: the table is to be read where all is well too.
    let _ = writeln!(std::io::stderr(), "{line}");
}

#[test]
fn an_embed_filters_all_sentences_in_every_cell_of_the_matrix() {
    in_every_engine(|page| {
        let mut table = format!("{:<18}{:<20}tier      sentences  after a filter", page.engine().to_string(), "policy");
        for policy in POLICIES {
            for fault in FAULTS {
                let cell = cell(page, policy, fault).with_context(|| format!("policy {policy}, fault {fault}"));
                table += &format!("\n{fault:<18}{policy:<20}{}", cell?);
            }
        }
        say(&table);
        Ok(())
    });
}

fn cell(page: &Page, policy: &str, fault: &str) -> Result<String> {
    page.visit(&variant(policy, fault, "matrix.html"))?;
    page.embed_lives(0)?;
    let tier = page.text_of(&format!("{}.tier", embed(0)))?;
    let all = page.count_in_embed(0, SEEN)?;
    page.choose_in_embed(0, "education")?;
    let some = page.count_in_embed(0, SEEN)?;
    let promised = page.count_of(&format!("parseInt({}.textContent)", inside(0, "#summary b")))?;
    ensure!(all == CLAUSES, "{all} sentences");
    ensure!(0 < some && some < all && some == promised, "{some} of {promised} after the filter");
    ensure!(tier == self::tier(policy, fault), "the tier is {tier}");
    let violations = page.errors()?.into_iter().filter(|error| !error.contains("favicon"));
    let violations = violations.filter(|error| !is_the_hosts(error, policy, fault)).collect::<Vec<_>>();
    ensure!(violations.is_empty(), "{violations:#?}");
    Ok(format!("{tier:<10}{all:<11}{some}"))
}

/// The host forbids, or lacks, what was tried: that is told, and is what the next tier is for.
fn is_the_hosts(error: &str, policy: &str, fault: &str) -> bool {
    let wasm = tier(policy, fault) == "plain"
        && ["wasm", "WebAssembly", "connect", "violat"].iter().any(|word| error.contains(word));
    wasm || (policy == "no-connect" && error.contains("notes"))
}

#[test]
fn an_embed_without_scripts_is_the_authors_text() {
    in_every_engine(|page| {
        page.article("plain.html")?;
        ensure!(page.count("minsheng-explorer blockquote p")? == CLAUSES + 1, "all sentences and their source");
        ensure!(page.eval(&format!("{}.innerText.includes('护理型床位')", embed(0)))? == true, "they can be read");
        Ok(())
    });
}

#[test]
fn an_embed_stays_text_where_javascript_is_off() {
    on_page(|page| {
        page.without_javascript()?;
        for policy in POLICIES {
            page.visit(&variant(policy, "sound", "matrix.html"))?;
            let seen = page.count_of(
                "[...document.querySelectorAll('minsheng-explorer p')].filter((p) => p.offsetHeight > 0).length",
            )?;
            ensure!(seen == CLAUSES + 1, "{policy}: {seen} paragraphs");
        }
        Ok(())
    });
}

/// SRI: one byte of the wasm or of the plain module is another than was published. Both are refused, also as the next
/// tier, because whoever changed one may have changed the other.
#[test]
fn an_embed_that_was_altered_is_refused_and_the_text_stays() {
    in_every_engine(|page| {
        for (policy, fault) in [("none", "wasm-altered"), ("strict", "plain-altered")] {
            page.visit(&variant(policy, fault, "matrix.html"))?;
            let body = format!(
                "{}.whenReady.then(() => arguments[0]('ready'), (error) => arguments[0](String(error)))",
                embed(0)
            );
            let outcome = page.script_until_called(&body, &[])?;
            ensure!(outcome.as_str().is_some_and(|said| said.contains("published")), "{fault}: {outcome}");
            ensure!(page.count_in_embed(0, ".explorer")? == 0, "{fault}: an explorer was started");
            ensure!(page.count_in_embed(0, "slot")? == 1, "{fault}: the text is gone");
        }
        Ok(())
    });
}
