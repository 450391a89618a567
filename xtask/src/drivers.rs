//! The drivers: the programs through which a browser is told what to do, one for each engine. Each is installed where
//! it is missing, started on a free port, and ended when dropped.

use crate::process::Process;
use crate::system::{self, Tool};
use crate::{cargo, step};
use anyhow::{Context, Result};
use minsheng_browser_tests::{Engine, Session};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::Command;

pub const CHROMIUM: Tool =
    Tool { program: "chromium", packages: &["chromium", "chromium-driver"], purpose: "is a browser tested in" };
pub const CHROMEDRIVER: Tool =
    Tool { program: "chromedriver", packages: &["chromium-driver"], purpose: "drives Chromium" };
pub const FIREFOX: Tool = Tool { program: "firefox", packages: &["firefox-esr"], purpose: "is a browser tested in" };
pub const WEBKIT_DRIVER: Tool =
    Tool { program: "WebKitWebDriver", packages: &["webkit2gtk-driver"], purpose: "brings WebKit and drives it" };
/// Gives a window the whole screen when its program asks for it.
pub const WINDOW_MANAGER: Tool =
    Tool { program: "openbox", packages: &["openbox"], purpose: "gives a kiosk the whole screen" };
/// Reads what browsers print.
pub const PDF_READER: Tool =
    Tool { program: "pdftotext", packages: &["poppler-utils"], purpose: "reads what browsers print" };
pub const XVFB: Tool = Tool { program: "Xvfb", packages: &["xvfb"], purpose: "is a screen that nobody sees" };

/// Debian has no package of it. What is built must be one version everywhere.
const GECKODRIVER: &str = "geckodriver";
const GECKODRIVER_VERSION: &str = "0.37.1";

/// Larger than any window the tests ask for.
const SCREEN: &str = "1920x1600x24";

/// Shrinks the browser's own buttons, which would keep its window wider than a phone.
const NARROW_BUTTONS: &str =
    "toolbar *, headerbar *, entry, button { min-width: 0; padding: 0; margin: 0; border-width: 0; font-size: 1px; }";

/// A running driver.
pub struct Driver {
    port: u16,
    // In this order they end: a browser that outlived its driver ends with its screen.
    _process: Process,
    _screen: Option<Process>,
}

impl Driver {
    /// Starts the driver of an engine.
    pub fn of(engine: Engine) -> Result<Driver> {
        system::ensure_chinese_font()?;
        match engine {
            Engine::Chromium | Engine::ChromiumUnpaced | Engine::ChromiumInterpreted => Driver::of_chromium(),
            Engine::Firefox => Driver::of_firefox(),
            Engine::WebKit => Driver::of_webkit(),
        }
    }

    fn of_chromium() -> Result<Driver> {
        system::ensure(&CHROMIUM)?;
        let program = system::ensure(&CHROMEDRIVER)?;
        let (process, port) = Process::start_and_hear("chromedriver", Command::new(program).arg("--port=0"), |line| {
            after("started successfully on port ", line)
        })?;
        Ok(Driver { port, _process: process, _screen: None })
    }

    fn of_firefox() -> Result<Driver> {
        system::ensure(&FIREFOX)?;
        let mut command = Command::new(ensure_geckodriver()?);
        // Access to the system is what lets the tests read the browser's log and size its page.
        command.args(["--port=0", "--websocket-port=0", "--allow-system-access"]);
        give_home(&mut command, "firefox")?;
        let (process, port) =
            Process::start_and_hear(GECKODRIVER, &mut command, |line| after("Listening on 127.0.0.1:", line))?;
        Ok(Driver { port, _process: process, _screen: None })
    }

    fn of_webkit() -> Result<Driver> {
        let program = system::ensure(&WEBKIT_DRIVER)?;
        let (screen, display) = start_screen(SCREEN, None)?;
        // It takes 0 for any port, but does not say which it took.
        let port = free_port()?;
        let mut command = Command::new(program);
        command.arg(format!("--port={port}")).env("DISPLAY", display);
        // A desktop's settings and its screen reader are not this test's concern.
        command.envs([("GDK_BACKEND", "x11"), ("GSETTINGS_BACKEND", "memory"), ("NO_AT_BRIDGE", "1")]);
        let settings = give_home(&mut command, "webkit")?.join(".config/gtk-3.0");
        std::fs::create_dir_all(&settings)?;
        std::fs::write(settings.join("gtk.css"), NARROW_BUTTONS).context("setting how wide WebKit's window is")?;
        let mut process = Process::start("WebKitWebDriver", &mut command)?;
        process.wait_until(|| TcpStream::connect(("127.0.0.1", port)).is_ok())?;
        Ok(Driver { port, _process: process, _screen: Some(screen) })
    }

    /// The browser's version and its driver's, as a browser that it starts tells them.
    pub fn version(&self, engine: Engine) -> Result<String> {
        Ok(format!("{engine} {}", Session::start(&self.url(), engine)?.versions()))
    }

    /// The driver's URL.
    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }
}

/// The number that follows these words in a line, if they are in it.
fn after(words: &str, line: &str) -> Option<u16> {
    line.split_once(words)?.1.trim_end_matches('.').parse().ok()
}

/// A port that nobody listens on yet.
pub fn free_port() -> Result<u16> {
    Ok(TcpListener::bind(("127.0.0.1", 0)).context("finding a free port")?.local_addr()?.port())
}

/// Starts a screen that nobody sees, of a size such as `800x600x24`; gives its name for `DISPLAY`. What it shows is in the
/// file `Xvfb_screen0` of `folder`, if one is given.
pub fn start_screen(size: &str, folder: Option<&Path>) -> Result<(Process, String)> {
    let mut command = Command::new(system::ensure(&XVFB)?);
    command.args(["-displayfd", "1", "-screen", "0", size, "-nolisten", "tcp"]);
    if let Some(folder) = folder {
        command.arg("-fbdir").arg(folder);
    }
    Process::start_and_hear("Xvfb", &mut command, |line| Some(format!(":{}", line.parse::<u32>().ok()?)))
}

/// Gives a browser a home folder that is certainly this user's, which Firefox insists on, and in which the reader's own
/// settings are not found.
fn give_home(command: &mut Command, browser: &str) -> Result<PathBuf> {
    let home = cargo::target_folder()?.join("browser-homes").join(browser);
    std::fs::create_dir_all(&home).context("making a home folder for a browser")?;
    command.env("HOME", &home).env_remove("XDG_CONFIG_HOME");
    Ok(home)
}

/// Where geckodriver is; builds it first where there is none.
fn ensure_geckodriver() -> Result<PathBuf> {
    let folder = cargo::target_folder()?.join("tools");
    let built = folder.join("bin").join(GECKODRIVER);
    if let Some(path) = system::find(GECKODRIVER).or_else(|| built.is_file().then(|| built.clone())) {
        return Ok(path);
    }
    let build = folder.join("build");
    // Not optimised, it builds in half the time and is not slower than the browser it waits for.
    let mut install =
        cargo::command(&["install", GECKODRIVER, "--version", GECKODRIVER_VERSION, "--locked", "--debug"]);
    install.arg("--root").arg(&folder).arg("--target-dir").arg(&build);
    step::timed(&format!("build geckodriver, which drives Firefox: {}", system::line(&install)), || {
        system::run(&mut install)
    })?;
    std::fs::remove_dir_all(&build).context("removing what geckodriver was built from")?;
    Ok(built)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_drivers_port_is_read_from_its_own_words() {
        let chrome = "ChromeDriver was started successfully on port 39181.";
        assert_eq!(after("started successfully on port ", chrome), Some(39181));
        let gecko = "1795327653463\tgeckodriver\tINFO\tListening on 127.0.0.1:45743";
        assert_eq!(after("Listening on 127.0.0.1:", gecko), Some(45743));
        assert_eq!(after("Listening on 127.0.0.1:", "a greeting"), None);
    }
}
