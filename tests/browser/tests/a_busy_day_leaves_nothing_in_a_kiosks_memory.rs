//! Two thousand touches of visitors, faults and forgotten visits among them, and memory is as it was after the first. The
//! long run is `cargo xtask soak`.

use anyhow::{Result, ensure};
use minsheng_browser_tests::{Engine, KIOSK, judge, needs_a_long_run, on_page_in, soak};

#[test]
fn memory_is_flat_over_two_thousand_touches() {
    needs_a_long_run();
    on_page_in(Engine::ChromiumInterpreted, KIOSK, |page| {
        // What is learnt on the first visits is no growth.
        let samples = soak(page, 2000, 4, &mut |sample| eprintln!("{sample:?}"))?;
        judge(&samples[1..])?;
        let did = page.eval("window.__visitors.did")?;
        for kind in ["start", "tile", "filter", "key", "candidate", "turn", "size", "hand", "over", "write", "view"] {
            ensure!(did[kind].as_u64().is_some_and(|times| times > 0), "{kind} was hardly done: {did}");
        }
        ensure!(did["fault"].as_u64().is_some_and(|times| times > 0), "nothing broke: {did}");
        Ok(())
    });
}

#[test]
fn growth_is_seen() -> Result<()> {
    let sample = |actions: u64, nodes: f64| minsheng_browser_tests::Sample {
        actions,
        elapsed: Default::default(),
        figures: vec![("nodes", nodes)],
        beside: vec![("allocated KB", nodes * nodes)],
    };
    judge(&[sample(1, 100.0), sample(2, 104.0)])?;
    ensure!(judge(&[sample(1, 100.0), sample(2, 106.0)]).is_err(), "six in a hundred more is growth");
    Ok(())
}
