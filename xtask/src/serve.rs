//! `cargo xtask serve`: builds the site, or takes one that is built, and serves it on this machine only, until
//! interrupted.

use crate::server::{self, Site};
use crate::{build, conditions, settings, step};
use anyhow::{Context, Result, bail};
use std::path::PathBuf;

/// What was asked for on the command line.
#[derive(Debug, PartialEq)]
struct Options {
    port: Option<u16>,
    build: bool,
    /// Whether a build goes on without Node.js.
    incomplete: bool,
    /// A built site elsewhere.
    folder: Option<PathBuf>,
}

pub fn run(arguments: &[String]) -> Result<()> {
    let options = parse(arguments)?;
    let settings = settings::read()?;
    if options.build && options.folder.is_none() {
        build::build_or_go_on(&settings, options.incomplete)?;
    }
    let folder = options.folder.unwrap_or_else(build::site_folder);
    let what = folder.strip_prefix(settings::root()).unwrap_or(&folder).display().to_string();
    let site = Site::new(folder, "/", &settings.policy)?.also(conditions::mounts()?);
    let wanted = options.port.unwrap_or(settings.server.port);
    let serving = server::serve(site, wanted)?;
    let port = serving.port;
    if wanted != 0 && port != wanted {
        step::say(&format!("port {wanted} is busy; taking {port}"));
    }
    step::say(&format!("serving {what} on http://127.0.0.1:{port}/ — Ctrl-C ends it"));
    loop {
        std::thread::park();
    }
}

fn parse(arguments: &[String]) -> Result<Options> {
    let mut options = Options { port: None, build: true, incomplete: false, folder: None };
    let mut words = arguments.iter();
    while let Some(word) = words.next() {
        match word.as_str() {
            "--no-build" => options.build = false,
            build::INCOMPLETE => options.incomplete = true,
            "--folder" => options.folder = Some(words.next().context("--folder takes a folder")?.into()),
            "--port" => options.port = Some(port(words.next().map_or("", String::as_str))?),
            _ => match word.strip_prefix("--port=") {
                Some(number) => options.port = Some(port(number)?),
                None => bail!(
                    "`cargo xtask serve` knows --port N, --no-build, --incomplete and --folder FOLDER, not `{word}`"
                ),
            },
        }
    }
    Ok(options)
}

fn port(number: &str) -> Result<u16> {
    number.parse().with_context(|| format!("--port takes a number from 0 to 65535, not `{number}`"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(line: &str) -> Result<Options> {
        parse(&line.split_whitespace().map(str::to_owned).collect::<Vec<_>>())
    }

    #[test]
    fn the_port_may_be_given_in_both_ways() {
        let expected = Options { port: Some(9000), build: false, incomplete: false, folder: None };
        assert_eq!(parsed("--port 9000 --no-build").unwrap(), expected);
        assert_eq!(parsed("--no-build --port=9000").unwrap(), expected);
    }

    #[test]
    fn another_folder_may_be_given() {
        assert_eq!(parsed("--folder a/site").unwrap().folder, Some(PathBuf::from("a/site")));
        assert!(parsed("--folder").is_err());
    }

    #[test]
    fn an_unknown_argument_is_named() {
        assert!(parsed("--prot 9000").unwrap_err().to_string().contains("`--prot`"));
        assert!(parsed("--port ninety").unwrap_err().to_string().contains("`ninety`"));
    }
}
