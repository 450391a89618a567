//! A host sets colours, faces, scale and parts by what is documented; a theme that cannot be read is told; and printed,
//! an embed is its words, its filters and its source.

use anyhow::{Result, ensure};
use minsheng_browser_tests::{Page, Size, embed, inside, on_page};
use serde_json::json;

/// A property, where it shows, and as what; on the route that shows it.
const PROPERTIES: [(&str, &str, &str); 18] = [
    ("paper", ".explorer", "backgroundColor"),
    ("ink", ".explorer", "color"),
    ("surface", ".card", "backgroundColor"),
    ("muted", ".where", "color"),
    ("rule", ".map", "borderTopColor"),
    ("edge", "input[type=search]", "borderTopColor"),
    ("fair", ".card.fair", "borderLeftColor"),
    ("balanced", ".card.balanced", "borderLeftColor"),
    ("inclusive", ".card.inclusive", "borderLeftColor"),
    ("accessible", ".card.accessible", "borderLeftColor"),
    ("plain", ".card.plain", "borderLeftColor"),
    ("accent", ".caution", "borderLeftColor"),
    ("found", "mark.match", "backgroundColor"),
    ("range", "mark.range", "backgroundColor"),
    ("mark", "mark.evidence", "backgroundColor"),
    ("serif", ".text", "fontFamily"),
    ("sans", ".explorer", "fontFamily"),
    ("scale", ".explorer", "fontSize"),
];
const PARTS: [&str; 7] = ["card", "text", "summary", "map", "filters", "search", "source"];

fn styled(page: &Page, selector: &str, style: &str) -> Result<String> {
    page.text_of(&format!("getComputedStyle({}).{style}", inside(0, selector)))
}

#[test]
fn a_host_sets_every_colour_of_an_embed() {
    on_page(|page| {
        page.article("print.html")?;
        page.embed_lives(0)?;
        for (name, selector, style) in PROPERTIES {
            let value = match name {
                "scale" => "1.25",
                "serif" | "sans" => "Courier",
                _ => "rgb(1, 2, 3)",
            };
            let route = match name {
                "accent" => "#/targets",
                "range" => "#/read/m5s3:4-12",
                "mark" => "#/explore?domain=elderly-care",
                "found" => "#/explore?q=服务",
                _ => "#/explore",
            };
            page.script(&format!("{}.route = arguments[0]", embed(0)), &[json!(route)])?;
            let before = styled(page, selector, style)?;
            page.script(
                &format!("{}.style.setProperty(...arguments)", embed(0)),
                &[json!(format!("--minsheng-{name}")), json!(value)],
            )?;
            let after = styled(page, selector, style)?;
            ensure!(before != after, "--minsheng-{name} changes nothing of {selector}");
            ensure!(name == "scale" || after.contains(value), "--minsheng-{name}: {after}");
        }
        Ok(())
    });
}

#[test]
fn a_host_styles_every_part_of_an_embed() {
    on_page(|page| {
        page.article("print.html")?;
        page.embed_lives(0)?;
        for part in PARTS {
            let sheet = "const sheet = new CSSStyleSheet(); sheet.replaceSync(`minsheng-explorer::part(${arguments[0]}) { outline: 3px solid red }`);
                document.adoptedStyleSheets = [sheet];";
            page.script(sheet, &[json!(part)])?;
            let outline = styled(page, &format!("[part={part}]"), "outlineStyle")?;
            ensure!(outline == "solid", "::part({part}) is {outline}");
        }
        Ok(())
    });
}

#[test]
fn a_host_is_told_of_an_embed_that_cannot_be_read() {
    on_page(|page| {
        page.article("print.html")?;
        page.script(&format!("{}.style.setProperty('--minsheng-ink', '#ccc')", embed(0)), &[])?;
        page.script(&format!("{0}.remove(); document.querySelector('article').append(arguments[0]);", embed(0)), &[])
            .ok();
        page.article("print.html")?;
        page.script("document.documentElement.style.setProperty('--minsheng-ink', '#ccc')", &[])?;
        page.embed_lives(0)?;
        page.script(
            &format!("const one = {}; const place = one.parentNode; one.remove(); place.append(one);", embed(0)),
            &[],
        )?;
        page.embed_lives(0)?;
        let log = page.take_log("browser")?;
        ensure!(log.iter().any(|entry| entry["message"].to_string().contains("contrast")), "{log:#?}");
        Ok(())
    });
}

#[test]
fn a_printed_embed_is_words_filters_and_source() {
    on_page(|page| {
        page.article("article.html")?;
        page.embed_lives(0)?;
        page.devtools("Emulation.setEmulatedMedia", json!({ "media": "print" }))?;
        page.resize(Size { width: 794, height: 1123 })?;
        page.settle()?;
        let seen = |selector: &str| page.eval(&format!("{}?.getClientRects().length > 0", inside(0, selector)));
        for gone in ["search", ".filters", ".sort", ".map"] {
            ensure!(seen(gone)? != true, "{gone} is printed");
        }
        for there in [".card:not([hidden]) .text", "#summary", "[part=source]"] {
            ensure!(seen(there)? == true, "{there} is not printed");
        }
        page.script("document.documentElement.style.setProperty('--minsheng-ink', '#ccc')", &[])?;
        let ink = styled(page, ".card:not([hidden]) .text", "color")?;
        ensure!(ink == "rgb(0, 0, 0)", "a host's colour is printed: {ink}");
        let cut = format!("{0}.scrollHeight > {0}.clientHeight + 1", embed(0));
        ensure!(page.eval(&cut)? == false, "some of it is cut off");
        page.devtools("Emulation.setEmulatedMedia", json!({ "media": "" }))?;
        let printed = page.print()?;
        ensure!(printed.count("在民生意见浏览器中打开：http") > 0, "the address: {}", printed.text());
        Ok(())
    });
}
