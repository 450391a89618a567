//! What one run of `cargo xtask test` covers: the short lane, which every change runs, or all; of either, perhaps only
//! the tests whose names contain a filter.

use crate::tally::Tally;
use crate::{consumers, drivers, pages, system, validators};
use anyhow::{Result, bail};

/// What `cargo xtask test --help` prints.
pub const HELP: &str = "\
Without options: format, lints, seeds, native tests, the build, sizes, TypeScript types, and the page in Chromium.
This is what every change runs. On Debian as root it installs what is missing of these: Node.js, npm, Chromium with
its driver, a Chinese font, poppler-utils. Elsewhere it says what to install.

  --all     also the longest tests, such as those of views in many languages, colours and steps of large type; the
            page in Firefox and WebKit, the validators of the data and of the pages, pa11y and Lighthouse, bundlers
            that use the npm package, nginx with docs/nginx.conf, the kiosk's start lines, and a second build in
            another folder, which must give the same bytes. On Debian as root it installs what is missing: Firefox,
            WebKitGTK, Xvfb, openbox, Python, Java; it builds geckodriver.
  FILTER    only the native tests and browser tests whose names contain FILTER, and the build for these. Tests that
            take too long for any lane run only so: `cargo xtask test every_cell`.

A test that runs in several browsers runs in Chromium alone without --all. A test that needs something else of --all
is left out without it. Up to three failed browser tests run again, alone. The end of a run names those that pass
then, says what it left out and why, how long each part took, which ten tests were slowest, and which browsers it
used. The last line is `N passed, N failed`.";

/// What the short lane leaves out besides tests.
const ONLY_ALL: [&str; 6] = [
    "the data's validators",
    "the pages' validators",
    "pa11y and Lighthouse",
    "the npm package's judges and consumers",
    "the kiosk's start lines",
    "a second build, compared byte by byte",
];

/// What a run covers.
#[derive(Debug, Default, PartialEq)]
pub struct Lane {
    pub all: bool,
    pub filter: Option<String>,
}

impl Lane {
    /// Reads the command line.
    pub fn read(arguments: &[String]) -> Result<Lane> {
        let mut lane = Lane::default();
        for argument in arguments {
            match argument.as_str() {
                "--all" => lane.all = true,
                option if option.starts_with('-') => bail!("`cargo xtask test` knows --all, not `{option}`"),
                filter if lane.filter.is_none() => lane.filter = Some(filter.to_owned()),
                other => bail!("`cargo xtask test` takes one FILTER; `{other}` is another"),
            }
        }
        Ok(lane)
    }

    pub fn filter(&self) -> Option<&str> {
        self.filter.as_deref()
    }

    /// Installs the programs that this run needs, or names all that are missing, before anything else is done.
    pub fn ensure_tools(&self) -> Result<()> {
        let short = [&system::NODE, &system::NPM, &drivers::CHROMIUM, &drivers::CHROMEDRIVER, &drivers::PDF_READER];
        let engines = [&drivers::FIREFOX, &drivers::WEBKIT_DRIVER, &drivers::XVFB];
        let judges = [&drivers::WINDOW_MANAGER, &system::JAVA, &validators::PYTHON];
        let more: &[_] = if self.all { &[engines, judges].concat() } else { &[] };
        system::ensure_all(&[&short, more].concat())
    }

    /// Tells the run's end which parts this lane leaves out.
    pub fn tell(&self, tally: &mut Tally) {
        if let Some(filter) = &self.filter {
            tally.leave_out("everything else", &format!("only tests whose names contain `{filter}` were asked for"));
        } else if !self.all {
            ONLY_ALL.iter().for_each(|part| tally.leave_out(part, "only `cargo xtask test --all` tries it"));
        }
    }
}

/// Whether one of these tests needs the npm package's consumers.
pub fn need_consumers(names: &[String]) -> bool {
    are_of(consumers::TESTS, names)
}

/// Whether one of these tests needs the virtual screen reader.
pub fn need_reader(names: &[String]) -> bool {
    are_of(pages::TESTS, names)
}

fn are_of(file: &str, names: &[String]) -> bool {
    names.iter().any(|name| name.split("::").next() == Some(file))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Result<Lane> {
        Lane::read(&line.split_whitespace().map(str::to_owned).collect::<Vec<_>>())
    }

    #[test]
    fn a_filter_and_all_go_together_in_any_order() {
        let expected = Lane { all: true, filter: Some("nginx".to_owned()) };
        assert_eq!(read("--all nginx").expect("read"), expected);
        assert_eq!(read("nginx --all").expect("read"), expected);
        assert_eq!(read("").expect("read"), Lane::default());
    }

    #[test]
    fn what_is_not_understood_is_named() {
        assert!(read("--every").expect_err("unknown").to_string().contains("`--every`"));
        assert!(read("a b").expect_err("two filters").to_string().contains("`b`"));
    }

    #[test]
    fn what_a_test_needs_is_told_by_its_file() {
        assert!(need_consumers(&["the_package_works_for_its_consumers::with_vite".to_owned()]));
        assert!(!need_reader(&["deep_links_open_the_view_they_name::a_link".to_owned()]));
    }
}
