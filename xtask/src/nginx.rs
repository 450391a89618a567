//! The site as a newsroom's host serves it: Debian's nginx with `docs/nginx.conf`, and beside it another host with the
//! documentation's samples as articles. Takes the built site; gives two addresses, until it is dropped.

use crate::folders::fresh;
use crate::process::Process;
use crate::samples::{self, Samples};
use crate::system::{self, Tool};
use crate::{cargo, drivers, step};
use anyhow::{Context, Result};
use std::fs;
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::Command;

const CONFIGURATION: &str = include_str!("../../docs/nginx.conf");
/// What that file says of the host, each once; here it is another.
const LISTEN: &str = "listen 80;";
const ROOT: &str = "root /var/www;";
const BROTLI: &str = "brotli_static on;";
/// The site's folder below the root, as that file has it.
const FOLDER: &str = "minsheng";

const PURPOSE: &str = "serves the site as docs/nginx.conf says";
const PACKAGES: [&str; 2] = ["nginx", "libnginx-mod-http-brotli-static"];
const NGINX: Tool = Tool { program: "nginx", packages: &PACKAGES, purpose: PURPOSE };

/// A running nginx.
pub struct Nginx {
    /// The site's URL.
    site: String,
    /// URL of the folder of articles, which is on another origin.
    articles: String,
    encodings: &'static str,
    _process: Process,
}

/// The program, and its module for brotli where there is one.
struct Installed {
    program: PathBuf,
    brotli: Option<PathBuf>,
}

impl Nginx {
    /// Serves a built site.
    pub fn start(site: &Path) -> Result<Nginx> {
        let installed = find()?;
        let [port, other] = [drivers::free_port()?, drivers::free_port()?];
        let [url, articles] = [format!("http://127.0.0.1:{port}/{FOLDER}/"), format!("http://127.0.0.1:{other}/")];
        let folder = fresh(&cargo::target_folder()?.join("nginx"))?;
        link(site, &fresh(&folder.join("www"))?.join(FOLDER))?;
        let samples = samples::read(site, &url)?;
        samples.write(&fresh(&folder.join("articles"))?)?;
        fs::write(
            folder.join("site.conf"),
            on_this_machine(CONFIGURATION, port, &folder, installed.brotli.is_some())?,
        )?;
        fs::write(folder.join("articles.conf"), articles_configuration(&samples, other, &folder))?;
        fs::write(folder.join("nginx.conf"), around(&installed))?;
        let mut process = start(&installed, &folder)?;
        process.wait_until(|| TcpStream::connect(("127.0.0.1", port)).is_ok())?;
        let encodings = if installed.brotli.is_some() { "br gzip" } else { "gzip" };
        Ok(Nginx { site: url, articles, encodings, _process: process })
    }

    /// What tells a test where the site and the articles are, and which encodings are sent.
    pub fn variables(&self) -> [(&'static str, &str); 3] {
        [("MINSHENG_NGINX", &self.site), ("MINSHENG_ARTICLES", &self.articles), ("MINSHENG_ENCODINGS", self.encodings)]
    }
}

/// Debian's, unpacked and not installed: installed, it would serve on port 80 from then on. Elsewhere the machine's own.
fn find() -> Result<Installed> {
    if system::find("apt-get").is_none() {
        step::say("  without Debian's packages nginx sends gzip only, and brotli is not tested");
        return Ok(Installed { program: system::ensure(&NGINX)?, brotli: None });
    }
    let folder = system::unpacked(NGINX.program, &PACKAGES, PURPOSE)?;
    let module = folder.join("usr/lib/nginx/modules/ngx_http_brotli_static_module.so");
    Ok(Installed { program: folder.join("usr/sbin/nginx"), brotli: module.is_file().then_some(module) })
}

fn start(installed: &Installed, folder: &Path) -> Result<Process> {
    let arguments = |command: &mut Command| {
        command.arg("-p").arg(folder).args(["-c", "nginx.conf", "-e", "errors.log"]);
    };
    let mut check = Command::new(&installed.program);
    arguments(&mut check);
    system::output(check.arg("-t")).context("in docs/nginx.conf or around it")?;
    let mut command = Command::new(&installed.program);
    arguments(&mut command);
    Process::start("nginx", &mut command)
}

/// The configuration with this machine's port and folder. What it should have once and has not is an error.
fn on_this_machine(configuration: &str, port: u16, folder: &Path, brotli: bool) -> Result<String> {
    let listen = format!("listen 127.0.0.1:{port};");
    let root = format!("root {};", folder.join("www").display());
    let mut text = configuration.to_owned();
    for (said, here) in [(LISTEN, listen.as_str()), (ROOT, &root), (BROTLI, if brotli { BROTLI } else { "" })] {
        anyhow::ensure!(text.matches(said).count() == 1, "docs/nginx.conf does not say just once: {said}");
        text = text.replace(said, here);
    }
    Ok(text)
}

/// What Debian's own `nginx.conf` says around a site, for one process that is no system service.
fn around(installed: &Installed) -> String {
    let module = installed.brotli.as_deref().map_or(String::new(), |path| format!("load_module {};\n", path.display()));
    let folders = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(|of| format!("  {of}_temp_path {of};\n"));
    format!(
        "{module}daemon off;\nmaster_process off;\npid nginx.pid;\nevents {{}}\nhttp {{\n  access_log off;\n{}  include site.conf;\n  include articles.conf;\n}}\n",
        folders.concat()
    )
}

/// A host of articles: the same pages under no policy, and below `/NAME/` under each that the documentation names.
fn articles_configuration(samples: &Samples, port: u16, folder: &Path) -> String {
    let folder = folder.join("articles");
    let under = samples.policies.iter().map(|(name, policy)| {
        format!(
            "  location /{name}/ {{\n    alias {}/;\n    add_header Content-Security-Policy \"{policy}\";\n  }}\n",
            folder.display()
        )
    });
    let types = "  types { text/html html; }\n  charset utf-8;\n";
    let rest = under.collect::<String>();
    format!("server {{\n  listen 127.0.0.1:{port};\n  root {};\n{types}{rest}}}\n", folder.display())
}

#[cfg(unix)]
fn link(site: &Path, to: &Path) -> Result<()> {
    std::os::unix::fs::symlink(site, to).context("giving nginx the site")
}

#[cfg(not(unix))]
fn link(_: &Path, _: &Path) -> Result<()> {
    anyhow::bail!("nginx is tested on Unix only")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings;

    #[test]
    fn the_configuration_sends_the_settings_policy() {
        let policy = settings::read().expect("the shipped settings").policy.for_header();
        assert!(
            CONFIGURATION.contains(&format!("add_header Content-Security-Policy \"{policy}\" always;")),
            "{policy}"
        );
    }

    #[test]
    fn of_the_configuration_only_the_machine_changes() {
        let here =
            on_this_machine(CONFIGURATION, 8099, Path::new("/a/folder"), true).expect("what is replaced is there");
        let other = |(said, here): &(&str, &str)| said != here;
        let changed = CONFIGURATION.lines().zip(here.lines()).filter(other).map(|(_, here)| here.trim());
        assert_eq!(changed.collect::<Vec<_>>(), ["listen 127.0.0.1:8099;", "root /a/folder/www;"]);
    }
}
