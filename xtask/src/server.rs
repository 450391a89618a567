//! A static file server for this machine: the site's files with the headers a careful host sends. Reads only regular
//! files under its folder, answers only GET and HEAD.

use crate::assets;
use crate::settings::Policy;
use anyhow::{Context, Result, bail};
use std::fs::{self, File};
use std::path::{Component, Path, PathBuf};
use tiny_http::{Header, Method, Request, Response, Server, StatusCode};

/// A folder of files, the path under which they appear, and the headers they are sent with.
pub struct Site {
    folder: PathBuf,
    prefix: String,
    headers: Vec<Header>,
}

impl Site {
    /// Serves `folder` under `prefix`, which begins and ends with `/`.
    pub fn new(folder: PathBuf, prefix: &str, policy: &Policy) -> Result<Site> {
        if !folder.is_dir() {
            bail!("{} is not there; `cargo xtask build` makes it", folder.display());
        }
        let headers = vec![
            header("Content-Security-Policy", &policy.for_header())?,
            header("X-Content-Type-Options", "nosniff")?,
            header("Referrer-Policy", "no-referrer")?,
        ];
        Ok(Site { folder, prefix: prefix.to_owned(), headers })
    }

    /// The file that a request's path means, if there is one.
    fn file(&self, url: &str) -> Option<PathBuf> {
        let path = url.split(['?', '#']).next()?.strip_prefix(&self.prefix)?;
        let path = PathBuf::from(decode(path)?);
        if !path.components().all(|part| matches!(part, Component::Normal(_))) {
            return None;
        }
        let whole = self.folder.join(path);
        let whole = if whole.is_dir() { whole.join("index.html") } else { whole };
        // A link may lead out of the folder; what it leads to must not.
        let (whole, folder) = (fs::canonicalize(whole).ok()?, fs::canonicalize(&self.folder).ok()?);
        (whole.starts_with(folder) && whole.is_file()).then_some(whole)
    }
}

/// Listens on 127.0.0.1 at the wanted port, or at the next one that is free. Port 0 takes any.
pub fn listen_from(wanted: u16) -> Result<(Server, u16)> {
    for port in wanted..=u16::MAX {
        match Server::http(("127.0.0.1", port)) {
            Ok(server) => {
                let port = server.server_addr().to_ip().map_or(port, |address| address.port());
                return Ok((server, port));
            }
            Err(error) if is_busy(error.as_ref()) => {}
            Err(error) => bail!("cannot listen on 127.0.0.1:{port}: {error}"),
        }
    }
    bail!("every port from {wanted} up is busy")
}

fn is_busy(error: &(dyn std::error::Error + Send + Sync + 'static)) -> bool {
    error.downcast_ref::<std::io::Error>().is_some_and(|error| error.kind() == std::io::ErrorKind::AddrInUse)
}

/// Answers requests until the server is unblocked.
pub fn answer(server: &Server, site: &Site) {
    for request in server.incoming_requests() {
        // A reader who went away before the answer needs none.
        let _ = respond(request, site);
    }
}

fn respond(request: Request, site: &Site) -> Result<()> {
    if !matches!(request.method(), Method::Get | Method::Head) {
        let refusal = Response::from_string("Only GET and HEAD are answered here.\n").with_status_code(StatusCode(405));
        return Ok(request.respond(refusal)?);
    }
    match site.file(request.url()) {
        Some(path) => send(request, &path, site),
        None => not_found(request, site),
    }
}

fn send(request: Request, path: &Path, site: &Site) -> Result<()> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let keep = if assets::is_hashed(&name) { "public, max-age=31536000, immutable" } else { "no-cache" };
    let mut response = Response::from_file(File::open(path)?);
    for header in &site.headers {
        response.add_header(header.clone());
    }
    response.add_header(header("Content-Type", media_type(&name))?);
    response.add_header(header("Cache-Control", keep)?);
    Ok(request.respond(response)?)
}

fn not_found(request: Request, site: &Site) -> Result<()> {
    let text = format!("Nothing is here. The page is at {}\n", site.prefix);
    Ok(request.respond(Response::from_string(text).with_status_code(StatusCode(404)))?)
}

fn header(name: &str, value: &str) -> Result<Header> {
    Header::from_bytes(name, value).ok().with_context(|| format!("`{name}: {value}` is no header"))
}

fn media_type(name: &str) -> &'static str {
    match name.rsplit('.').next().unwrap_or_default() {
        "css" => "text/css; charset=utf-8",
        "html" => "text/html; charset=utf-8",
        "ico" => "image/x-icon",
        "js" => "text/javascript; charset=utf-8",
        "json" => "application/json; charset=utf-8",
        "png" => "image/png",
        "svg" => "image/svg+xml",
        "txt" => "text/plain; charset=utf-8",
        "wasm" => "application/wasm",
        "webmanifest" => "application/manifest+json",
        _ => "application/octet-stream",
    }
}

/// Percent-decoding; nothing for what is no UTF-8 text.
fn decode(path: &str) -> Option<String> {
    let mut bytes = Vec::new();
    let mut rest = path.bytes();
    while let Some(byte) = rest.next() {
        let pair = if byte == b'%' { Some((rest.next()?, rest.next()?)) } else { None };
        bytes.push(match pair {
            Some((high, low)) => u8::try_from(hex(high)? * 16 + hex(low)?).ok()?,
            None => byte,
        });
    }
    String::from_utf8(bytes).ok()
}

fn hex(digit: u8) -> Option<u32> {
    char::from(digit).to_digit(16)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings;

    /// xtask's own folder, served as a site.
    fn site() -> Site {
        let policy = settings::read().expect("the shipped settings").policy;
        Site::new(settings::root().join("xtask"), "/some/path/", &policy).expect("the folder is there")
    }

    #[test]
    fn a_path_under_the_prefix_is_a_file_of_the_folder() {
        let found = site().file("/some/path/src/%73erver.rs?x#y").expect("this file");
        assert!(found.ends_with("xtask/src/server.rs"));
    }

    #[test]
    fn nothing_outside_the_folder_is_reached() {
        let site = site();
        let outside = ["/", "/src/server.rs", "/some/path/../Cargo.toml", "/some/path/%2e%2e/Cargo.toml"];
        let odd = ["/some/path//etc/hosts", "/some/path/src/%", "/some/path/%ff", "/some/path/no-such-file"];
        for path in outside.iter().chain(&odd) {
            assert_eq!(site.file(path), None, "{path}");
        }
    }

    #[test]
    fn a_busy_port_is_stepped_over() {
        let (first, port) = listen_from(0).expect("a free port");
        let (_second, other) = listen_from(port).expect("the next free port");
        assert!(other > port);
        drop(first);
    }
}
