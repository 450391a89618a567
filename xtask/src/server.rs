//! A static file server for this machine: the site's files with the headers a careful host sends. Reads only regular
//! files under its folder, answers only GET and HEAD.

use crate::assets;
use crate::settings::Policy;
use anyhow::{Context, Result, bail};
use axum::Router;
use axum::body::Body;
use axum::extract::State;
use axum::http::{HeaderName, HeaderValue, Method, Response, StatusCode, Uri, header};
use std::fs;
use std::io::ErrorKind;
use std::net::TcpListener;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;
use tokio::runtime::{Builder, Runtime};

/// A folder of files and the paths under which they appear.
pub struct Site {
    folder: PathBuf,
    mounts: Vec<Mount>,
}

/// A path, the headers that files are sent with there, and what goes wrong there on purpose.
pub struct Mount {
    /// Begins and ends with `/`.
    pub prefix: String,
    pub headers: Vec<(HeaderName, HeaderValue)>,
    pub fault: Fault,
}

/// What a host does wrong with files whose name contains this; or begins and ends so, where a `*` stands between.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    None,
    /// They are not there.
    Missing(&'static str),
    /// They are sent as something else.
    Mislabelled(&'static str),
    /// One byte of them is another.
    Altered(&'static str),
    /// Only their first half is sent.
    Cut(&'static str),
}

impl Site {
    /// Serves `folder` under `prefix` with the headers that a careful host sends.
    pub fn new(folder: PathBuf, prefix: &str, policy: &Policy) -> Result<Site> {
        if !folder.is_dir() {
            bail!("{} is not there; `cargo xtask build` makes it", folder.display());
        }
        let headers = vec![
            policy_header(&policy.for_header())?,
            (header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
            (header::REFERRER_POLICY, HeaderValue::from_static("no-referrer")),
        ];
        Ok(Site { folder, mounts: vec![Mount { prefix: prefix.to_owned(), headers, fault: Fault::None }] })
    }

    /// Serves the same folder under other paths too.
    pub fn also(mut self, mounts: Vec<Mount>) -> Site {
        self.mounts.extend(mounts);
        self
    }

    /// The file that a request's path means, if there is one, and where it appears.
    fn file(&self, path: &str) -> Option<(&Mount, PathBuf)> {
        let under = self.mounts.iter().filter(|mount| path.starts_with(&mount.prefix));
        let mount = under.max_by_key(|mount| mount.prefix.len())?;
        let path = PathBuf::from(decode(path.strip_prefix(&mount.prefix)?)?);
        if !path.components().all(|part| matches!(part, Component::Normal(_))) {
            return None;
        }
        let whole = self.folder.join(path);
        let whole = if whole.is_dir() { whole.join("index.html") } else { whole };
        // A link may lead out of the folder; what it leads to must not.
        let (whole, folder) = (fs::canonicalize(whole).ok()?, fs::canonicalize(&self.folder).ok()?);
        (whole.starts_with(folder) && whole.is_file()).then_some((mount, whole))
    }
}

/// The header of a content security policy.
pub fn policy_header(policy: &str) -> Result<(HeaderName, HeaderValue)> {
    let policy = HeaderValue::from_str(policy).context("the policy is no header")?;
    Ok((header::CONTENT_SECURITY_POLICY, policy))
}

/// A site that is being served, until this is dropped.
pub struct Serving {
    /// On 127.0.0.1.
    pub port: u16,
    _runtime: Runtime,
}

/// Serves at the wanted port of 127.0.0.1, or at the next one that is free. Port 0 takes any.
pub fn serve(site: Site, wanted: u16) -> Result<Serving> {
    let listener = listen_from(wanted)?;
    let port = listener.local_addr()?.port();
    listener.set_nonblocking(true)?;
    let runtime = Builder::new_multi_thread().worker_threads(1).enable_io().enable_time().build()?;
    let listener = runtime.block_on(async { tokio::net::TcpListener::from_std(listener) })?;
    let router = Router::new().fallback(answer).with_state(Arc::new(site));
    runtime.spawn(async { axum::serve(listener, router).await });
    Ok(Serving { port, _runtime: runtime })
}

fn listen_from(wanted: u16) -> Result<TcpListener> {
    for port in wanted..=u16::MAX {
        match TcpListener::bind(("127.0.0.1", port)) {
            Ok(listener) => return Ok(listener),
            Err(error) if error.kind() == ErrorKind::AddrInUse => {}
            Err(error) => bail!("cannot listen on 127.0.0.1:{port}: {error}"),
        }
    }
    bail!("every port from {wanted} up is busy")
}

async fn answer(State(site): State<Arc<Site>>, method: Method, uri: Uri) -> Response<Body> {
    if ![Method::GET, Method::HEAD].contains(&method) {
        return words(StatusCode::METHOD_NOT_ALLOWED, "Only GET and HEAD are answered here.\n".to_owned());
    }
    match site.file(uri.path()).map(|(mount, path)| (mount, fs::read(&path), path)) {
        Some((mount, Ok(bytes), path)) => file(mount, &path, bytes),
        _ => {
            let prefix = site.mounts.first().map_or("/", |mount| &mount.prefix);
            words(StatusCode::NOT_FOUND, format!("Nothing is here. The page is at {prefix}\n"))
        }
    }
}

fn file(mount: &Mount, path: &Path, mut bytes: Vec<u8>) -> Response<Body> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let mut media = media_type(&name);
    match mount.fault {
        Fault::Missing(part) if fits(&name, part) => return words(StatusCode::NOT_FOUND, "Missing.\n".to_owned()),
        Fault::Mislabelled(part) if fits(&name, part) => media = "text/html",
        Fault::Altered(part) if fits(&name, part) => bytes.iter_mut().rev().take(1).for_each(|last| *last ^= 1),
        Fault::Cut(part) if fits(&name, part) => bytes.truncate(bytes.len() / 2),
        _ => {}
    }
    let keep = if assets::is_hashed(&name) { "public, max-age=31536000, immutable" } else { "no-cache" };
    let mut response = Response::new(Body::from(bytes));
    let headers = response.headers_mut();
    headers.extend(mount.headers.iter().cloned());
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(media));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(keep));
    // Articles are elsewhere, and a frame without an origin is elsewhere too.
    headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    response
}

/// Whether a fault names this file.
fn fits(name: &str, part: &str) -> bool {
    match part.split_once('*') {
        Some((start, end)) => name.starts_with(start) && name.ends_with(end),
        None => name.contains(part),
    }
}

fn words(status: StatusCode, text: String) -> Response<Body> {
    let mut response = Response::new(Body::from(text));
    *response.status_mut() = status;
    response
}

fn media_type(name: &str) -> &'static str {
    match name.rsplit('.').next().unwrap_or_default() {
        "css" => "text/css; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        "html" => "text/html; charset=utf-8",
        "ico" => "image/x-icon",
        "js" => "text/javascript; charset=utf-8",
        "json" => "application/json; charset=utf-8",
        "jsonld" => "application/ld+json; charset=utf-8",
        "md" => "text/markdown; charset=utf-8",
        "png" => "image/png",
        "svg" => "image/svg+xml",
        "txt" => "text/plain; charset=utf-8",
        "wasm" => "application/wasm",
        "webmanifest" => "application/manifest+json",
        "xml" => "application/xml; charset=utf-8",
        "zip" => "application/zip",
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
    use std::io::{Read, Write};
    use std::net::TcpStream;
    use std::time::Duration;

    /// xtask's own folder, served as a site.
    fn site() -> Site {
        let policy = settings::read().expect("the shipped settings").policy;
        Site::new(settings::root().join("xtask"), "/some/path/", &policy).expect("the folder is there")
    }

    #[test]
    fn a_path_under_the_prefix_is_a_file_of_the_folder() {
        let site = site();
        let (_, found) = site.file("/some/path/src/%73erver.rs").expect("this file");
        assert!(found.ends_with("xtask/src/server.rs"));
    }

    #[test]
    fn nothing_outside_the_folder_is_reached() {
        let site = site();
        let outside = ["/", "/src/server.rs", "/some/path/../Cargo.toml", "/some/path/%2e%2e/Cargo.toml"];
        let odd = ["/some/path//etc/hosts", "/some/path/src/%", "/some/path/%ff", "/some/path/no-such-file"];
        for path in outside.iter().chain(&odd) {
            assert!(site.file(path).is_none(), "{path}");
        }
    }

    #[test]
    fn a_busy_port_is_stepped_over() {
        let first = serve(site(), 0).expect("a free port");
        let other = serve(site(), first.port).expect("the next free port");
        assert!(other.port > first.port);
    }

    /// Browsers keep several connections open and use any of them.
    #[test]
    fn many_open_connections_are_all_answered() {
        let serving = serve(site(), 0).expect("a free port");
        let open = |_| {
            let mut stream = TcpStream::connect(("127.0.0.1", serving.port)).expect("connected");
            stream.set_read_timeout(Some(Duration::from_secs(10))).expect("a limit");
            stream.write_all(b"GET /some/path/Cargo.toml HTTP/1.1\r\nHost: x\r\n\r\n").expect("asked");
            stream
        };
        let streams: Vec<_> = (0..32).map(open).collect();
        for mut stream in streams {
            let mut start = [0; 15];
            stream.read_exact(&mut start).expect("an answer");
            assert_eq!(&start, b"HTTP/1.1 200 OK");
        }
    }
}
