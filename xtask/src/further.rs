//! Starts the things that some browser tests need and only `cargo xtask test --all` has: other engines, nginx, consumers of
//! the npm package, the virtual screen reader. Tells the tests where each is; or that the run leaves it out; or, if it did
//! not start, the reason.

use crate::consumers::{self, Consumers};
use crate::drivers::Driver;
use crate::lane;
use crate::nginx::Nginx;
use crate::pages;
use crate::settings::Settings;
use crate::tally::Tally;
use anyhow::Result;
use minsheng_browser_tests::{Engine, LONG_RUN, left_out_variable, missing_variable};
use std::any::Any;
use std::ffi::OsString;
use std::path::Path;

/// An environment variable and its value.
pub type Variable = (String, OsString);

/// A thing that tests need, and the variables that say where it is.
struct Thing {
    name: &'static str,
    variables: &'static [&'static str],
}

const FIREFOX: Thing = Thing { name: "Firefox", variables: &[Engine::Firefox.driver_variable()] };
const WEBKIT: Thing = Thing { name: "WebKit", variables: &[Engine::WebKit.driver_variable()] };
const NGINX: Thing = Thing { name: "nginx", variables: &["MINSHENG_NGINX", "MINSHENG_ARTICLES", "MINSHENG_ENCODINGS"] };
const CONSUMERS: Thing =
    Thing { name: "consumers of the npm package", variables: &["MINSHENG_CONSUMERS", "MINSHENG_VITE"] };
const READER: Thing = Thing { name: "the virtual screen reader", variables: &["MINSHENG_READER"] };
/// No program: the time that tests of every combination take.
const TIME: Thing = Thing { name: "a long run", variables: &[LONG_RUN] };
const ALL: [&Thing; 6] = [&FIREFOX, &WEBKIT, &NGINX, &CONSUMERS, &READER, &TIME];

/// These things, as long as this is kept.
#[derive(Default)]
pub struct Further {
    /// What the tests are told.
    pub variables: Vec<Variable>,
    running: Vec<Box<dyn Any>>,
}

impl Further {
    /// Tells the tests that their run leaves all of it out. Tests that somebody asks for by name have time.
    pub fn left_out(are_named: bool) -> Further {
        let left_out = ALL.iter().filter(|thing| !(are_named && thing.variables == TIME.variables));
        let tell = |thing: &&Thing| thing.variables.iter().map(|name| (left_out_variable(name), thing.name.into()));
        let time = are_named.then(|| (LONG_RUN.to_owned(), "1".into()));
        Further { variables: left_out.flat_map(tell).chain(time).collect(), running: Vec::new() }
    }

    /// Starts what the tests of these names need. The engines and nginx cost next to nothing if no test uses them.
    pub fn start(site: &Path, names: &[String], tally: &mut Tally) -> Further {
        let mut further = Further::default();
        further.variables.push((LONG_RUN.to_owned(), "1".into()));
        further.start_engine(Engine::Firefox, &FIREFOX, tally);
        further.start_engine(Engine::WebKit, &WEBKIT, tally);
        further.start_one(&NGINX, "nginx serves the site as docs/nginx.conf says", tally, || {
            let nginx = Nginx::start(site)?;
            let variables = nginx.variables().map(|(name, value)| (name.to_owned(), value.into()));
            Ok((nginx, variables.to_vec()))
        });
        if lane::need_reader(names) {
            further.start_one(&READER, "bundle the virtual screen reader", tally, || {
                Ok(((), vec![("MINSHENG_READER".to_owned(), pages::install()?.reader()?.into())]))
            });
        }
        further
    }

    /// Builds the npm package's consumers and serves them.
    pub fn serve_consumers(&mut self, settings: &Settings, tally: &mut Tally) -> Option<Consumers> {
        let mut installed = None;
        self.start_one(&CONSUMERS, "the npm package's consumers build and are served", tally, || {
            let consumers = installed.insert(consumers::install()?);
            consumers.build()?;
            let served = consumers.serve(settings)?;
            let variables = served.variables().map(|(name, value)| (name.to_owned(), value.into()));
            Ok((served, variables.to_vec()))
        });
        installed
    }

    fn start_engine(&mut self, engine: Engine, thing: &Thing, tally: &mut Tally) {
        let mut version = None;
        self.start_one(thing, &format!("{engine} starts"), tally, || {
            let driver = Driver::of(engine)?;
            version = Some(driver.version(engine)?);
            let variables = vec![(engine.driver_variable().to_owned(), driver.url().into())];
            Ok((driver, variables))
        });
        version.into_iter().for_each(|version| tally.used(version));
    }

    fn start_one<T: 'static>(
        &mut self,
        thing: &Thing,
        part: &str,
        tally: &mut Tally,
        start: impl FnOnce() -> Result<(T, Vec<Variable>)>,
    ) {
        let mut reason = String::new();
        let started = tally.check_for(part, || start().inspect_err(|error| reason = format!("{error:#}")));
        let missing = |name: &&str| (missing_variable(name), format!("{} did not start: {reason}", thing.name).into());
        match started {
            None => self.variables.extend(thing.variables.iter().map(missing)),
            Some((running, variables)) => {
                self.variables.extend(variables);
                self.running.push(Box::new(running));
            }
        }
    }
}
