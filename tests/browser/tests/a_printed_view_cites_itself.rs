//! What is printed says by itself what it is: the sentences that were selected and no others, where each stands, by which
//! filters, from where, and where the same page is found, in letters and as a code.

use anyhow::{Context, Result, bail, ensure};
use minsheng_browser_tests::{
    Engine, KIOSK, Media, Page, Picture, Printed, VIEWS as ALL, find, in_engines, needs_a_long_run, on_page, on_page_of,
};
use rqrr::PreparedImage;
use serde_json::{Value, json};

const ENGINES: [Engine; 2] = [Engine::Chromium, Engine::Firefox];
const PUBLIC: &str = "https://minsheng.example/opinion/";
const SOURCE: &str = "中共中央办公厅、国务院办公厅《关于进一步保障和改善民生着力解决群众急难愁盼的意见》（2025年3月2日成文，2025年6月9日公布）";

const TITLE: [&str; 2] = ["关于进一步保障和改善民生着力解决群众急难愁盼的意见", "中共中央办公厅国务院办公厅"];

/// Routes, how many sheets of A4 they take, and words that are on these.
const VIEWS: [(&str, usize, usize, &[&str]); 8] = [
    ("#/explore?domain=elderly-care&wording=-encouraged", 1, 2, &["关于养老、不含鼓励支持的内容，共6句（全文76句）"]),
    (
        "#/explore?domain=elderly-care&lang=en",
        3,
        5,
        &["AboutElderlycare:11sentences(of76)", "Thepublisheddocumentprevails."],
    ),
    ("#/explore?q=县域普通高中", 1, 1, &["写有“县域普通高中”", "（五）第3句：印本作“县城普通高中中基本”"]),
    ("#/read", 4, 6, &["印本作“县城普通高中中基本”"]),
    ("#/targets", 2, 3, &["≥1000所", "范围：优质普通高中期限：原文未给期限限定词：无", "（五）第3句：印本作"]),
    ("#/matrix?q=养老", 1, 2, &["只数符合其余条件的句子：“养老”", "医疗卫生"]),
    ("#/check", 1, 1, &["核对引文"]),
    ("#/about", 5, 9, &["七处校改", "存疑的读法"]),
];

fn bare(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// The sentences that a query gives, or all: their texts, and whether they are among the seventy-six.
fn sentences(page: &Page, query: &Value) -> Result<Vec<String>> {
    let ask = "return document.querySelector('#explorer').explorer.search(arguments[0]).clauses.map((it) => it.text)";
    let texts = page.script(ask, std::slice::from_ref(query))?;
    Ok(texts.as_array().into_iter().flatten().filter_map(Value::as_str).map(bare).collect())
}

fn codes(picture: &Picture) -> Vec<String> {
    let grey = |x: usize, y: usize| {
        let at = (y * picture.width + x) * 3;
        let sum: u32 = picture.pixels[at..at + 3].iter().map(|part| u32::from(*part)).sum();
        u8::try_from(sum / 3).unwrap_or(u8::MAX)
    };
    let mut image = PreparedImage::prepare_from_greyscale(picture.width, picture.height, grey);
    image.detect_grids().into_iter().filter_map(|grid| Some(grid.decode().ok()?.1)).collect()
}

/// Nothing has a colour, and next to nothing but letters is dark.
fn is_black_on_white(printed: &Printed) -> Result<()> {
    for (n, sheet) in printed.pictures(50)?.iter().enumerate() {
        let pixels = || sheet.pixels.chunks(3).map(|pixel| (pixel.iter().max(), pixel.iter().min()));
        let all = sheet.width * sheet.height;
        let coloured = pixels().filter(|(most, least)| most.zip(*least).is_some_and(|(most, least)| most - least > 16));
        let dark = pixels().filter(|(most, _)| most.is_some_and(|most| *most < 160)).count();
        ensure!(coloured.count() == 0, "sheet {} has colours", n + 1);
        ensure!(dark > 0 && dark * 5 < all, "sheet {}: {dark} of {all} are dark", n + 1);
    }
    Ok(())
}

fn says(printed: &Printed, words: &str) -> bool {
    printed.count(words) > 0
}

/// The end of it: source, address, and, where there is room for one, the code.
fn is_signed(printed: &Printed, address: &str) -> Result<()> {
    ensure!(says(printed, SOURCE), "no source: {}", printed.text());
    ensure!(says(printed, address), "no address {address}: {}", printed.text());
    // A reader of codes may miss one at one size, as a phone does, and looks again.
    for dots in [150, 200, 300] {
        let found = codes(&printed.pictures(dots)?.pop().context("no sheet")?);
        ensure!(found.iter().all(|found| found == address), "{found:?} is not {address}");
        if !found.is_empty() {
            return Ok(());
        }
    }
    bail!("no code of {address}")
}

#[test]
fn a_filtered_list_is_its_sentences_with_their_places_and_no_other() {
    in_engines(&ENGINES, |page| {
        page.open("#/explore?domain=elderly-care&by=printed")?;
        let printed = page.print()?;
        let (some, all) = (sentences(page, &json!({ "domain": ["elderly-care"] }))?, sentences(page, &json!({}))?);
        ensure!(some.len() == 11 && all.len() == 77, "{} of {}", some.len(), all.len());
        for sentence in &all {
            let times = printed.count(sentence);
            ensure!(times == usize::from(some.contains(sentence)), "{times} times: {sentence}\n{}", printed.text());
        }
        let placed = "（七）大力发展“一老一小”普惠服务·第4句以失能老年人照护为重点";
        ensure!(says(&printed, placed), "not {placed}: {}", printed.text());
        for control in ["改为排除", "清除全部条件", "复制引文", "分组：", "长辈版", "在全文中看", "跟随系统"]
        {
            ensure!(!says(&printed, control), "{control} is printed");
        }
        Ok(())
    });
}

#[test]
fn the_whole_text_is_printed_with_the_number_of_every_sentence() {
    in_engines(&ENGINES, |page| {
        page.open("#/read")?;
        let printed = page.print()?;
        let all = sentences(page, &json!({}))?;
        let numbers = page
            .eval("[...document.querySelectorAll('.s')].map((it) => it.querySelector('.number')?.textContent ?? '')")?;
        let numbers = numbers.as_array().context("no numbers")?;
        ensure!(numbers.len() == all.len(), "{} numbers for {} sentences", numbers.len(), all.len());
        for (sentence, number) in all.iter().zip(numbers) {
            let numbered = format!("{sentence}{}", number.as_str().unwrap_or_default());
            ensure!(printed.count(&numbered) == 1, "not there once: {numbered}\n{}", printed.text());
        }
        for heading in ["一、增强社会保障公平性", "（十）促进包容共享发展"] {
            let times = printed.count(heading);
            ensure!(times == 1, "{heading} is there {times} times: contents lead nowhere on paper");
        }
        Ok(())
    });
}

#[test]
fn every_view_names_its_filters_and_its_source_on_as_many_sheets_as_it_should() {
    in_engines(&ENGINES, |page| {
        for (route, least, most, words) in VIEWS {
            page.open(route)?;
            let printed = page.print()?;
            let sheets = printed.sheets();
            for words in words.iter().chain(&TITLE) {
                ensure!(says(&printed, words), "{route} does not say {words}: {sheets:?}");
            }
            ensure!((least..=most).contains(&sheets.len()), "{route} takes {} sheets", sheets.len());
            ensure!(sheets.iter().all(|sheet| sheet.chars().count() > 60), "{route} has a sheet with next to nothing");
            is_signed(&printed, &page.text_of("location.href")?).with_context(|| route.to_owned())?;
        }
        Ok(())
    });
}

/// Fonts of other devices, by what they do to lines, and sheets of another form.
const FONTS: [(&str, &str, [f64; 2]); 7] = [
    ("as here", "", [21.0, 29.7]),
    ("wider", ".explorer * { letter-spacing: .09em !important }", [21.0, 29.7]),
    ("narrower", ".explorer * { letter-spacing: -.06em !important }", [21.0, 29.7]),
    ("higher", ".explorer * { line-height: 2.1 !important }", [21.0, 29.7]),
    ("larger", "@media print { html:root { font-size: 13pt !important } }", [21.0, 29.7]),
    ("smaller", "@media print { html:root { font-size: 8pt !important } }", [21.0, 29.7]),
    ("across", "", [29.7, 21.0]),
];

/// What every part of a view says that is printed: rows of tables and lists, sentences.
const PARTS: &str = "[...document.querySelectorAll(`.targets tbody :is(th, .text, td > p), .vocabularies :is(caption, th, td:last-child), .counts :is(tbody, tfoot) tr,
    .card:not([hidden]) .text, .s, .drawing b, .drawing figcaption, :is(.sources, .variants) li :is(p, h3, dd), .unconfirmed q, .caution blockquote`)]
    .filter((it) => !it.closest('[hidden]')).map((it) => it.textContent.trim()).filter((text) => text.length > 1)";

fn is_whole(page: &Page, sheet: [f64; 2], parts: &[String]) -> Result<()> {
    let printed = page.print_on(sheet)?;
    for (n, words) in printed.sheets().iter().enumerate() {
        ensure!(words.chars().count() > 20, "sheet {} is white: {:?}", n + 1, printed.sheets());
    }
    for (n, picture) in printed.pictures(30)?.iter().enumerate() {
        let dark = picture.pixels.chunks(3).filter(|pixel| pixel.iter().all(|part| *part < 160)).count();
        ensure!(dark > 20, "sheet {} is white: {dark} pixels", n + 1);
    }
    let missing: Vec<_> = parts.iter().filter(|words| !says(&printed, words)).collect();
    ensure!(missing.is_empty(), "not printed: {missing:?} of {:?}", printed.sheets());
    Ok(())
}

/// Firefox's PDFs have no name for many characters; of a part that is shorter than this they may name none.
const NAMED_BY_FIREFOX: usize = 10;

/// Views that consist of rows.
const ROWS: [&str; 3] = ["#/targets", "#/matrix?q=养老", "#/about"];

fn prints_whole(page: &Page, route: &str, variants: &[(&str, &str, [f64; 2])]) -> Result<()> {
    page.open(route)?;
    page.wait_for("!document.querySelector('[data-awaited]')")?;
    let fonts = "document.adoptedStyleSheets = [...document.adoptedStyleSheets, (window.fonts = new CSSStyleSheet())]";
    page.script(fonts, &[])?;
    let parts = page.eval(PARTS)?;
    let mut parts: Vec<String> = parts.as_array().into_iter().flatten().filter_map(Value::as_str).map(bare).collect();
    if page.engine() == Engine::Firefox {
        parts.retain(|words| words.chars().count() >= NAMED_BY_FIREFOX);
    }
    for (fonts, css, sheet) in variants {
        page.script("window.fonts.replaceSync(arguments[0])", &[json!(css)])?;
        is_whole(page, *sheet, &parts).with_context(|| format!("{route}, fonts {fonts}"))?;
    }
    Ok(())
}

#[test]
fn no_row_is_lost_and_no_sheet_is_white_whatever_the_fonts_and_the_sheets_are() {
    needs_a_long_run();
    in_engines(&ENGINES, |page| ROWS.iter().try_for_each(|route| prints_whole(page, route, &FONTS)));
}

#[test]
fn no_view_has_a_white_sheet_in_wider_fonts() {
    needs_a_long_run();
    in_engines(&ENGINES, |page| ALL.iter().try_for_each(|route| prints_whole(page, route, &FONTS[1..2])));
}

/// A sentence out of the text that a PDF gives, with the number behind it.
fn copied(text: &[char], sentence: &str) -> Result<String> {
    let (_, end) = find(text, sentence).with_context(|| format!("no {sentence}"))?;
    let is_gap = |c: &&char| c.is_whitespace() || **c == '\u{2060}';
    let gap = text[end..].iter().take_while(is_gap).map(|c| if *c == '\u{c}' { ' ' } else { *c });
    let number = text[end..].iter().skip_while(is_gap).take_while(|c| c.is_ascii_digit());
    // Where the PDF has no name for a character, the sentence has.
    Ok(sentence.chars().chain(gap).chain(number.copied()).collect())
}

#[test]
fn a_sentence_copied_from_the_printed_text_is_verbatim_though_its_number_comes_along() {
    in_engines(&ENGINES, |page| {
        page.open("#/read")?;
        let copies = page.print()?.copies()?;
        let all = sentences(page, &json!({}))?;
        page.open("#/check")?;
        page.wait_for("document.querySelector('#paste')")?;
        for copy in copies {
            let copy: Vec<char> = copy.chars().collect();
            let passages = all.iter().map(|sentence| copied(&copy, sentence)).collect::<Result<Vec<_>>>()?;
            ensure!(
                passages.iter().filter(|it| it.ends_with(|c: char| c.is_ascii_digit())).count() == 76,
                "without numbers: {passages:?}"
            );
            page.script("const paste = document.querySelector('#paste'); paste.value = arguments[0]; paste.dispatchEvent(new Event('input', { bubbles: true }))", &[json!("")])?;
            page.wait_for("document.querySelector('.legend')")?;
            page.script("const paste = document.querySelector('#paste'); paste.value = arguments[0]; paste.dispatchEvent(new Event('input', { bubbles: true }))", &[json!(passages.concat())])?;
            page.wait_for("document.querySelector('.quotations > li')")?;
            let told = page.eval("[...document.querySelectorAll('.quotations > li')].filter((it) => !it.matches('.verbatim')).map((it) => it.textContent)")?;
            ensure!(told == json!([]), "{told}");
            ensure!(
                page.count(".quotations > .verbatim")? >= 77,
                "{} sentences",
                page.count(".quotations > .verbatim")?
            );
        }
        Ok(())
    });
}

#[test]
fn it_is_black_on_white_in_every_theme_and_never_small_in_large_type() {
    in_engines(&ENGINES, |page| {
        for route in
            ["#/explore?domain=childcare&theme=dark", "#/targets?theme=dark&mode=elder", "#/read?theme=contrast"]
        {
            page.open(route)?;
            is_black_on_white(&page.print()?).with_context(|| route.to_owned())?;
        }
        Ok(())
    });
    on_page(|page| {
        page.prefer(Media { dark: true, ..Media::default() })?;
        page.open("#/explore?domain=childcare")?;
        is_black_on_white(&page.print()?).context("the reader's own preference")?;
        page.open("#/explore?domain=childcare&mode=elder&size=largest")?;
        page.devtools("Emulation.setEmulatedMedia", json!({ "media": "print" }))?;
        let sizes = "[...document.querySelectorAll('.card:not([hidden]) :is(p, li, a), .say')].filter((it) => it.getClientRects().length > 0).map((it) => parseFloat(getComputedStyle(it).fontSize))";
        let sizes =
            page.eval(&format!("(() => {{ const all = {sizes}; return [Math.min(...all), Math.max(...all)]; }})()"))?;
        ensure!(sizes[0].as_f64() >= Some(15.9) && sizes[1].as_f64() <= Some(24.0), "12 points are 16 pixels: {sizes}");
        Ok(())
    });
}

#[test]
fn what_is_on_paper_only_is_gone_from_the_page_afterwards() {
    in_engines(&ENGINES, |page| {
        page.open("#/explore?domain=childcare")?;
        // Cards that are hidden may hold what they held before, or nothing.
        let seen = "[...document.querySelectorAll('.explorer > :not(main), main > .hero, .filters, .say, .grp:not([hidden]) h3, .grp:not([hidden]) .card:not([hidden])')].map((it) => it.textContent).join()";
        let before = page.text_of(seen)?;
        page.script("document.querySelector('#q').focus(); scrollTo(0, 200);", &[])?;
        page.settle()?;
        page.print()?;
        page.wait_for("document.querySelector('.sheet') === null")?;
        ensure!(page.text_of(seen)? == before, "it is another page");
        let found = (page.focus()?, page.eval("scrollY")?);
        ensure!(found == ("q".to_owned(), json!(200)), "and the reader is elsewhere: {found:?}");
        Ok(())
    });
}

#[test]
fn a_button_prints_what_is_shown() {
    on_page(|page| {
        page.open("#/explore?domain=childcare&panel=export")?;
        page.script("window.print = () => (window.asked = (window.asked ?? 0) + 1);", &[])?;
        page.click("[data-print]")?;
        ensure!(page.eval("window.asked")? == 1, "{}", page.eval("window.asked")?);
        ensure!(!says(&page.print()?, "Markdown"), "the panel is printed too");
        Ok(())
    });
}

#[test]
fn where_the_other_module_does_not_come_the_address_is_printed_all_the_same() {
    on_page(|page| {
        page.block(&["*minsheng_whole*"])?;
        page.open("#/explore?domain=childcare")?;
        let printed = page.print()?;
        for words in ["关于托育的内容", &page.text_of("location.href")?] {
            ensure!(says(&printed, words), "{words}: {}", printed.text());
        }
        page.wait_for("document.querySelector('.foot .address') === null")
    });
}

/// Millimetres.
fn points(length: f64) -> f64 {
    length / 25.4 * 72.0
}

fn on_a_roll(page: &Page, width: u32, route: &str) -> Result<Printed> {
    page.open(&format!("?paper={width}&public={PUBLIC}{route}"))?;
    page.print_on_its_paper()
}

#[test]
fn a_kiosk_prints_on_a_roll_as_long_as_what_stands_on_it() {
    on_page_of(KIOSK, |page| {
        for (width, margin) in [(58, 5.0), (80, 4.0)] {
            let mut lengths = Vec::new();
            for (view, query) in
                [("explore", "?group=students&lang=en"), ("explore", "?group=elderly"), ("read/m7s4", "")]
            {
                let mode = if query.is_empty() { "?mode=kiosk" } else { "&mode=kiosk" };
                let printed = on_a_roll(page, width, &format!("#/{view}{query}{mode}"))?;
                let sizes = printed.sizes()?;
                ensure!(sizes.len() == 1, "{width} mm: {} pages of {view}{query}", sizes.len());
                ensure!((sizes[0][0] - f64::from(width)).abs() < 0.5, "it is {} mm wide", sizes[0][0]);
                // Half of a bracket at the end of a line is white, and may stand outside.
                let half = 5.5;
                let (left, right) = (points(margin) - half, points(f64::from(width) - margin) + half);
                let wide = printed.words()?.into_iter().find(|word| word.x[0] < left || word.x[1] > right);
                ensure!(wide.is_none(), "{width} mm: {wide:?} is cut off");
                is_black_on_white(&printed)?;
                is_signed(&printed, &format!("{PUBLIC}#/{view}{query}"))
                    .with_context(|| format!("{width} mm, {view}"))?;
                lengths.push(sizes[0][1]);
            }
            ensure!(lengths[1] > 2.0 * lengths[2], "one sentence takes as much as many: {lengths:?}");
        }
        Ok(())
    });
}

#[test]
fn a_kiosk_prints_on_sheets_with_all_that_the_site_has() {
    on_page_of(KIOSK, |page| {
        page.open(&format!("?paper=a4&public={PUBLIC}#/explore?mode=kiosk&group=elderly"))?;
        let printed = page.print_on_its_paper()?;
        let sizes = printed.sizes()?;
        ensure!(
            sizes.len() > 1
                && sizes.iter().all(|[width, height]| (width - 210.0).abs() < 0.5 && (height - 297.0).abs() < 0.5),
            "{sizes:?}"
        );
        is_signed(&printed, &format!("{PUBLIC}#/explore?group=elderly"))
    });
}

#[test]
fn a_kiosk_offers_to_print_only_where_it_has_paper_and_something_to_print() {
    const BUTTON: &str = "document.querySelector('.bar [data-print]')";
    on_page_of(KIOSK, |page| {
        let asked = |address: &str| -> Result<Value> {
            page.open(address)?;
            page.script("window.asked = 0; window.print = () => (window.asked += 1);", &[])?;
            page.script(&format!("{BUTTON}?.click()"), &[])?;
            page.eval(&format!("[{BUTTON}?.getClientRects().length ?? 0, window.asked]"))
        };
        for paper in ["", "?paper=57", "?paper="] {
            let seen = asked(&format!("{paper}#/explore?mode=kiosk&group=elderly"))?;
            ensure!(seen == json!([0, 0]), "“{paper}”: {seen}");
        }
        for route in [
            "#/explore?mode=kiosk&group=elderly&paper=58",
            "#/read/m7s4?mode=kiosk&paper=80",
            "#/targets?mode=kiosk&paper=a4",
        ] {
            ensure!(asked(route)? == json!([1, 1]), "{route}");
        }
        for route in ["#/explore?mode=kiosk&paper=58", "#/operator?mode=kiosk&paper=58"] {
            ensure!(asked(route)? == json!([0, 0]), "{route} has nothing to print");
        }
        Ok(())
    });
}
