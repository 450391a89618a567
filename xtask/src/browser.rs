//! A site and a browser to look at it with: the static server in this process, the driver in another. Both end when
//! the stage is dropped.

use crate::server::{self, Serving, Site};
use crate::settings::Settings;
use crate::{conditions, step, system};
use anyhow::{Context, Result};
use minsheng_browser_tests::{Engine, Page, Session};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};

/// The site is served here, not at the root: what works from this path works from any.
const PREFIX: &str = "/some/sub/path/";

/// A served site and a running driver.
pub struct Stage {
    /// The site's URL.
    pub url: String,
    driver: Driver,
    _serving: Serving,
}

impl Stage {
    /// Serves a built site and starts the browser's driver, installing both where they are missing.
    pub fn set(site: PathBuf, settings: &Settings) -> Result<Stage> {
        let driver = Driver::start()?;
        let site = Site::new(site, PREFIX, &settings.policy)?.also(conditions::mounts()?);
        let serving = server::serve(site, 0)?;
        Ok(Stage { url: format!("http://127.0.0.1:{}{PREFIX}", serving.port), driver, _serving: serving })
    }

    /// The driver's URL.
    pub fn webdriver(&self) -> String {
        format!("http://127.0.0.1:{}", self.driver.port)
    }

    /// A page in a browser of its own.
    pub fn page(&self) -> Result<Page> {
        self.page_in(Engine::default())
    }

    /// A page in a browser of its own, of this engine.
    pub fn page_in(&self, engine: Engine) -> Result<Page> {
        Page::new(Session::start(&self.webdriver(), engine)?, &self.url)
    }
}

/// chromedriver on a port of its own choosing.
struct Driver {
    process: Child,
    port: u16,
}

impl Driver {
    fn start() -> Result<Driver> {
        system::ensure(&system::CHROMIUM)?;
        let program = system::ensure(&system::CHROMEDRIVER)?;
        system::ensure_chinese_font()?;
        let mut command = Command::new(program);
        command.arg("--port=0").stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut process = command.spawn().context("starting chromedriver")?;
        let mut said = BufReader::new(process.stdout.take().context("chromedriver says nothing")?);
        let port = announced_port(&mut said)?;
        // What it says later is nobody's concern, but it must be able to say it.
        std::thread::spawn(move || std::io::copy(&mut said, &mut std::io::sink()));
        Ok(Driver { process, port })
    }
}

fn announced_port(said: &mut impl BufRead) -> Result<u16> {
    let mut line = String::new();
    while said.read_line(&mut line)? > 0 {
        if let Some((_, port)) = line.split_once("started successfully on port ") {
            return port.trim().trim_end_matches('.').parse().context("chromedriver's port");
        }
        line.clear();
    }
    anyhow::bail!("chromedriver ended before it listened")
}

impl Drop for Driver {
    fn drop(&mut self) {
        // Asked to shut down it closes the browsers it still has; killed it would leave them.
        if shut_down(self.port).is_err() && self.process.kill().is_err() {
            step::say("  chromedriver could not be ended");
        }
        let _ = self.process.wait();
    }
}

fn shut_down(port: u16) -> Result<()> {
    let mut connection = TcpStream::connect(("127.0.0.1", port))?;
    connection.set_read_timeout(Some(std::time::Duration::from_secs(10)))?;
    write!(connection, "GET /shutdown HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n")?;
    let mut answer = Vec::new();
    connection.read_to_end(&mut answer).map(drop).context("waiting for chromedriver to end")
}
