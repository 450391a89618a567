//! A host that a test has for itself: it serves a copy of the built site, publishes the edition after it, loses its
//! network and gets it back. It is `cargo xtask serve` with a folder.

use crate::given::given;
use anyhow::{Context, Result, bail, ensure};
use std::fs;
use std::io::{BufRead, BufReader};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};

/// What a host can have published.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Edition {
    /// The site as it is built.
    Built,
    /// Another, in which every file has another name or other bytes.
    Next,
}

impl Edition {
    fn folder(self) -> Result<PathBuf> {
        let variable = match self {
            Edition::Built => "MINSHENG_SITE",
            Edition::Next => "MINSHENG_NEXT",
        };
        given(variable).map(PathBuf::from)
    }

    /// The name of the file that begins so.
    pub fn name(self, start: &str) -> Result<String> {
        name_in(&self.folder()?, start)
    }

    /// Whether a file of this name below the site is of this edition.
    pub fn has(self, name: &str) -> Result<bool> {
        Ok(self.folder()?.join(name).is_file())
    }
}

/// A host with a folder of its own. Both go when it is dropped.
pub struct Host {
    folder: PathBuf,
    port: u16,
    serving: Option<Child>,
}

impl Host {
    /// Serves the site as it is built, at any free port.
    pub(crate) fn start() -> Result<Host> {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let folder = std::env::temp_dir().join(format!("minsheng-host-{}-{number}", std::process::id()));
        let mut host = Host { folder, port: 0, serving: None };
        host.publish(Edition::Built)?;
        host.resume()?;
        Ok(host)
    }

    /// The site's URL.
    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}/", self.port)
    }

    /// Has this edition from now on, and nothing of any other.
    pub fn publish(&self, edition: Edition) -> Result<()> {
        if self.folder.exists() {
            fs::remove_dir_all(&self.folder)?;
        }
        copy(&edition.folder()?, &self.folder).with_context(|| format!("publishing {edition:?}"))
    }

    /// Changes a byte of the file whose name begins so.
    pub fn alter(&self, start: &str) -> Result<()> {
        let path = self.folder.join(name_in(&self.folder, start)?);
        let mut bytes = fs::read(&path)?;
        bytes.iter_mut().rev().take(1).for_each(|last| *last ^= 1);
        Ok(fs::write(path, bytes)?)
    }

    /// Loses the file whose name begins so.
    pub fn remove(&self, start: &str) -> Result<()> {
        Ok(fs::remove_file(self.folder.join(name_in(&self.folder, start)?))?)
    }

    /// Replaces a file, whose name is below the site.
    pub fn replace(&self, name: &str, bytes: impl AsRef<[u8]>) -> Result<()> {
        Ok(fs::write(self.folder.join(name), bytes)?)
    }

    /// Puts these words in the place of others, which occur once, in the file whose name begins so.
    pub fn rewrite(&self, start: &str, from: &str, to: &str) -> Result<()> {
        let path = self.folder.join(name_in(&self.folder, start)?);
        let text = fs::read_to_string(&path)?;
        ensure!(text.matches(from).count() == 1, "{from} occurs {} times in {start}", text.matches(from).count());
        Ok(fs::write(path, text.replacen(from, to, 1))?)
    }

    /// Answers nobody any more; connections that are open end.
    pub fn stop(&mut self) {
        if let Some(mut serving) = self.serving.take() {
            // It may have ended by itself, which is as good.
            let _ = serving.kill();
            let _ = serving.wait();
        }
    }

    /// Whether anybody can reach it.
    pub fn answers(&self) -> bool {
        TcpStream::connect(("127.0.0.1", self.port)).is_ok()
    }

    /// Serves again, where it did.
    pub fn resume(&mut self) -> Result<()> {
        let mut command = Command::new(given("MINSHENG_XTASK")?);
        command.arg("serve").arg("--folder").arg(&self.folder).arg(format!("--port={}", self.port));
        let serving = self.serving.insert(command.stdout(Stdio::piped()).spawn().context("starting a host")?);
        let said = BufReader::new(serving.stdout.take().context("a host that says nothing")?);
        let port = said.lines().map_while(Result::ok).find_map(|line| port_in(&line)).context("no port")?;
        ensure!(self.port == 0 || self.port == port, "port {} is taken", self.port);
        self.port = port;
        Ok(())
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        self.stop();
        let _ = fs::remove_dir_all(&self.folder);
    }
}

fn name_in(folder: &Path, start: &str) -> Result<String> {
    for entry in fs::read_dir(folder)? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if name.starts_with(start) && !name.ends_with(".br") && !name.ends_with(".gz") {
            return Ok(name);
        }
    }
    bail!("no file {start}… in {}", folder.display())
}

fn port_in(line: &str) -> Option<u16> {
    let (_, rest) = line.split_once("http://127.0.0.1:")?;
    rest.split('/').next()?.parse().ok()
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &target)?
        } else {
            fs::copy(entry.path(), target).map(drop)?
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::port_in;

    #[test]
    fn a_hosts_port_is_read_from_what_it_says() {
        assert_eq!(port_in("serving a/folder on http://127.0.0.1:8081/ — Ctrl-C ends it"), Some(8081));
        assert_eq!(port_in("port 8080 is busy; taking 8081"), None);
    }
}
