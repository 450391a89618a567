//! One file, opened by a double click: from a stick, from a folder of any name, without a network, in every engine.

use std::{
    fs,
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, ensure};
use minsheng_browser_tests::{KIOSK, Page, given, in_every_engine_of, on_page_of};
use serde_json::{Value, json};

const LIVE: &str = "document.documentElement.dataset.state === 'live'";
const NAME: &str = "民生 意见 （自助）.html";

/// A copy of the file in a folder of its own, that nobody may write to; gone when dropped.
struct Stick {
    folder: PathBuf,
}

impl Stick {
    fn with_a_copy(purpose: &str) -> Result<Stick> {
        let address = given(KIOSK)?;
        let file = address.strip_prefix("file://").context("no file")?;
        let folder = std::env::temp_dir().join(format!("U 盘 {purpose} {}", std::process::id()));
        fs::create_dir_all(&folder)?;
        fs::copy(file, folder.join(NAME))?;
        fs::write(folder.join("frame.html"), frame())?;
        fs::set_permissions(folder.join(NAME), fs::Permissions::from_mode(0o444))?;
        fs::set_permissions(&folder, fs::Permissions::from_mode(0o555))?;
        Ok(Stick { folder })
    }

    fn address(&self, name: &str) -> String {
        address(&self.folder.join(name))
    }
}

impl Drop for Stick {
    fn drop(&mut self) {
        // What cannot be removed is left to the system, as all temporary files are.
        let _ = fs::set_permissions(&self.folder, fs::Permissions::from_mode(0o755));
        let _ = fs::remove_dir_all(&self.folder);
    }
}

fn frame() -> String {
    let loaded = "onload=\"document.title='loaded'\"";
    format!(
        "<!doctype html><meta charset=utf-8><iframe sandbox=\"allow-scripts\" src=\"{NAME}\" width=900 height=900 {loaded}></iframe>"
    )
}

/// The address of a file as browsers write it.
fn address(path: &Path) -> String {
    let bytes = path.display().to_string().into_bytes();
    let encoded = bytes.iter().map(|byte| match byte {
        b'/' | b'.' | b'-' | b'_' => char::from(*byte).to_string(),
        _ if byte.is_ascii_alphanumeric() => char::from(*byte).to_string(),
        _ => format!("%{byte:02X}"),
    });
    format!("file://{}", encoded.collect::<String>())
}

/// By a script: WebKit's driver will not click what covers the whole screen.
fn touch(page: &Page, selector: &str) -> Result<()> {
    page.script("document.querySelector(arguments[0]).click()", &[json!(selector)])?;
    page.settle()
}

fn is_a_kiosk(page: &Page) -> Result<()> {
    page.wait_for(LIVE)?;
    ensure!(page.count(".attract .start")? == 1, "it waits for somebody");
    touch(page, ".start")?;
    touch(page, ".tile")?;
    let read =
        "[...document.querySelectorAll('.card .text')].filter((text) => text.getClientRects().length > 0).length";
    ensure!(page.count_of(read)? > 5, "{} sentences about one's parents", page.count_of(read)?);
    touch(page, ".card .context")?;
    ensure!(page.count(".turning .text")? == 1, "one sentence alone");
    ensure!(page.count_of("performance.getEntriesByType('resource').length")? == 0, "it asks for nothing");
    let errors = page.errors()?;
    ensure!(errors.is_empty(), "{errors:#?}");
    Ok(())
}

#[test]
fn three_engines_open_it_from_a_folder_with_a_chinese_name_that_nobody_may_write_to() {
    in_every_engine_of(KIOSK, |page| {
        let stick = Stick::with_a_copy(&page.engine().to_string())?;
        page.load_address(&stick.address(NAME))?;
        is_a_kiosk(page)
    });
}

#[test]
fn three_engines_open_it_in_a_sandboxed_frame() {
    in_every_engine_of(KIOSK, |page| {
        let stick = Stick::with_a_copy(&format!("frame {}", page.engine()))?;
        page.load_address(&stick.address("frame.html"))?;
        // Before that the frame holds another document, and who looks into it looks into that one.
        page.wait_for("document.title === 'loaded'")?;
        let frame = page.command("element", &json!({ "using": "css selector", "value": "iframe" }))?;
        page.command("frame", &json!({ "id": frame }))?;
        page.watch()?;
        is_a_kiosk(page)
    });
}

#[test]
fn nothing_but_the_file_is_asked_for() {
    on_page_of(KIOSK, |page| {
        page.devtools("Network.enable", json!({}))?;
        let off = json!({ "offline": true, "latency": 0, "downloadThroughput": 0, "uploadThroughput": 0 });
        page.devtools("Network.emulateNetworkConditions", off)?;
        page.take_requests()?;
        page.load("")?;
        is_a_kiosk(page)?;
        let asked: Vec<String> = page
            .take_requests()?
            .into_iter()
            .filter(|url| url.starts_with("http") || url.starts_with("file"))
            .collect();
        ensure!(asked == [page.url_of("")], "{asked:#?}");
        Ok(())
    });
}

#[test]
fn a_route_of_the_page_opens_the_page_with_all_that_the_site_has() {
    on_page_of(KIOSK, |page| {
        page.open("#/explore?domain=education")?;
        ensure!(page.count("fieldset input:checked")? == 1 && page.count(".hero")? == 1, "the page");
        page.click("label.healthcare input")?;
        ensure!(page.route()? == "#/explore?domain=education,healthcare", "{}", page.route()?);
        page.command("back", &json!({}))?;
        page.wait_for("location.hash === '#/explore?domain=education'")?;
        page.open("#/about")?;
        ensure!(page.count(".sources li")? > 5 && page.count(".about .intro")? > 5, "the notes are in the file");
        ensure!(!page.text_of("document.querySelector('.variants').textContent")?.is_empty(), "reasons too");
        let given: Value = page
            .script("return JSON.stringify(document.querySelector('#explorer').explorer.data('opinion.json'))", &[])?;
        let built = given_data()?;
        let given: Value = serde_json::from_str(given.as_str().context("data")?)?;
        ensure!(given == built, "the data are those of dist/data");
        Ok(())
    });
}

fn given_data() -> Result<Value> {
    let address = given(KIOSK)?;
    let file =
        Path::new(address.strip_prefix("file://").context("no file")?).with_file_name("data").join("opinion.json");
    Ok(serde_json::from_str(&fs::read_to_string(file)?)?)
}
