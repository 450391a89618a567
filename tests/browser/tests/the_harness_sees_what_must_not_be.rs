//! The evidence the other tests rest on: each thing a page must not do is seen when it is done on purpose.

use anyhow::ensure;
use minsheng_browser_tests::on_page;

#[test]
fn an_error_a_violation_a_shift_and_a_request_are_seen() {
    on_page(|page| {
        page.open("#/explore")?;
        let clean = page.evidence()?;
        ensure!(clean.console.is_empty() && clean.violations.is_empty() && clean.shift == 0.0, "{clean:#?}");
        page.script("console.error('on purpose')", &[])?;
        page.script("document.head.append(document.createElement('style')).textContent = 'p {}'", &[]).ok();
        page.script("document.head.lastChild.textContent = 'p { color: red }'", &[])?;
        page.script("const box = document.createElement('p'); box.textContent = 'x'; document.body.prepend(box)", &[])?;
        page.script("fetch('./on-purpose')", &[])?;
        page.wait_for("__probe.violations.length > 0 && __probe.shift > 0")?;
        let seen = page.evidence()?;
        ensure!(seen.console.iter().any(|line| line.contains("on purpose")), "{seen:#?}");
        ensure!(seen.violations.iter().any(|line| line.starts_with("style-src")), "{seen:#?}");
        ensure!(seen.requests.iter().any(|url| url.ends_with("/on-purpose")), "{seen:#?}");
        Ok(())
    });
}
