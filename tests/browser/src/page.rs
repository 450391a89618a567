//! The explorer's page in a browser: opened at a route, read and waited for by what it promises.

use crate::engine::Reach;
use crate::media::Size;
use crate::probe::{self, Evidence};
use crate::session::Session;
use anyhow::{Context, Result, bail, ensure};
use serde_json::{Value, json};
use std::ops::Deref;
use std::time::{Duration, Instant};

/// True once the page answers its reader.
const READY: &str =
    "performance.getEntriesByName('minsheng:ready').length > 0 && !document.querySelector('[data-awaited]')";

/// What WebKit's driver says where it has lost an answer.
const LOST: &str = "Could not parse script result";

/// True of a document that is all there, and not of the blank one before it.
const LOADED: &str = "document.readyState === 'complete' && document.URL !== 'about:blank'";

/// How long a state may take to come on a busy machine. Less than the driver gives a script.
const PATIENCE: Duration = Duration::from_secs(25);

/// The window, until a test wants another.
const DESK: Size = Size { width: 1280, height: 800 };

/// A browser with the explorer's address. It is a `Session` that knows where to go.
pub struct Page {
    session: Session,
    address: String,
}

impl Deref for Page {
    type Target = Session;

    fn deref(&self) -> &Session {
        &self.session
    }
}

impl Page {
    /// A page at `address`, not yet opened. In Chromium, evidence is gathered from its first byte on.
    pub fn new(session: Session, address: &str) -> Result<Page> {
        let observed = session.engine().reach() == Reach::DevTools;
        if observed {
            let script = json!({ "source": probe::SCRIPT });
            session.devtools("Page.addScriptToEvaluateOnNewDocument", script)?;
        }
        session.resize(DESK)?;
        session.command("url", &json!({ "url": "about:blank" }))?;
        let page = Page { session, address: address.to_owned() };
        if observed {
            // What the browser did before it was given a page is its own affair.
            page.take_requests()?;
        }
        Ok(page)
    }

    /// The page's URL for a route such as `#/read/m5s3`.
    pub fn url_of(&self, route: &str) -> String {
        format!("{}{route}", self.address)
    }

    /// Opens a route in a new document and waits until the page answers.
    pub fn open(&self, route: &str) -> Result<()> {
        self.open_at(&self.url_of(route))
    }

    /// Opens a page of the explorer at any address in a new document and waits until the page answers.
    pub fn open_at(&self, address: &str) -> Result<()> {
        self.load_address(address)?;
        self.answers().with_context(|| format!("opening {address}"))
    }

    /// Waits until the page has all that it needs to answer, and shows it.
    pub fn answers(&self) -> Result<()> {
        self.wait_for(READY)?;
        self.settle()
    }

    /// Opens a route in a new document and waits for nothing but the document.
    pub fn load(&self, route: &str) -> Result<()> {
        // By way of a blank page: from the page itself a new fragment would load nothing.
        self.load_address(&self.url_of(route))
    }

    /// Opens any address in a new document and waits for nothing but the document.
    pub fn load_address(&self, address: &str) -> Result<()> {
        self.command("url", &json!({ "url": "about:blank" }))?;
        self.command("url", &json!({ "url": address }))?;
        // Where JavaScript is off the driver may come back too early.
        self.ask_until(PATIENCE, LOADED)?;
        self.watch()
    }

    /// Opens another page of the same server, by its path, and waits for nothing but the document.
    pub fn visit(&self, path: &str) -> Result<()> {
        let origin = self.address.split('/').take(3).collect::<Vec<_>>().join("/");
        self.load_address(&format!("{origin}{path}"))
    }

    /// Follows a route inside the open document, as a link would.
    pub fn go(&self, route: &str) -> Result<()> {
        self.script("location.hash = arguments[0]", &[json!(route)])?;
        self.settle()
    }

    /// The part of the address that is the state, with its `#`.
    pub fn route(&self) -> Result<String> {
        self.text_of("location.hash")
    }

    /// The value of a JavaScript expression.
    pub fn eval(&self, expression: &str) -> Result<Value> {
        self.script(&format!("return ({expression})"), &[]).with_context(|| format!("evaluating {expression}"))
    }

    /// The value of an expression that is a string.
    pub fn text_of(&self, expression: &str) -> Result<String> {
        let value = self.eval(expression)?;
        Ok(value.as_str().with_context(|| format!("{expression} is {value}, not a string"))?.to_owned())
    }

    /// The value of an expression that is a count.
    pub fn count_of(&self, expression: &str) -> Result<u64> {
        let value = self.eval(expression)?;
        value.as_u64().with_context(|| format!("{expression} is {value}, not a count"))
    }

    /// How many elements a selector finds.
    pub fn count(&self, selector: &str) -> Result<u64> {
        self.count_of(&format!("document.querySelectorAll({}).length", json!(selector)))
    }

    /// Clicks the first element that a selector finds, where a reader would.
    pub fn click(&self, selector: &str) -> Result<()> {
        self.command(&format!("element/{}/click", self.element(selector)?), &json!({}))?;
        self.settle()
    }

    /// Focuses the first element that a selector finds and types a text into it.
    pub fn type_into(&self, selector: &str, text: &str) -> Result<()> {
        self.command(&format!("element/{}/value", self.element(selector)?), &json!({ "text": text }))?;
        self.settle()
    }

    /// The driver's name for the first element that a selector finds.
    fn element(&self, selector: &str) -> Result<String> {
        let element = self.command("element", &json!({ "using": "css selector", "value": selector }))?;
        let id = element.as_object().and_then(|object| object.values().next()).and_then(Value::as_str);
        Ok(id.with_context(|| format!("no element is {selector}"))?.to_owned())
    }

    /// Waits until an expression is true; says which one never was.
    pub fn wait_for(&self, expression: &str) -> Result<()> {
        self.wait_up_to(PATIENCE, expression)
    }

    /// Waits this long at most until an expression is true.
    pub fn wait_up_to(&self, limit: Duration, expression: &str) -> Result<()> {
        let limit = limit.as_secs();
        let body = format!(
            "const done = arguments[arguments.length - 1], end = performance.now() + {limit}000;
             const look = () => {{
                 let is = false;
                 try {{ is = Boolean({expression}); }} catch (error) {{ is = false; }}
                 if (is || performance.now() > end) done(is); else setTimeout(look, 16);
             }};
             look();"
        );
        match self.look(&body)? {
            Value::Bool(true) => Ok(()),
            _ => bail!("after {limit} s this is still not true: {expression}"),
        }
    }

    /// Asks from outside until an expression is true: of a document without JavaScript, or of one that takes another's place
    /// meanwhile.
    pub fn ask_until(&self, limit: Duration, expression: &str) -> Result<()> {
        let end = Instant::now() + limit;
        // Asked of a document that is just leaving, the driver gives an error.
        while !self.eval(expression).is_ok_and(|value| value == json!(true)) {
            ensure!(Instant::now() < end, "after {limit:?} this is still not true: {expression}");
        }
        Ok(())
    }

    /// Lays out everything from now on, in sight or not: what `content-visibility` leaves out has no lines, and Chromium
    /// tells it only to a real screen reader.
    pub fn lay_out_everything(&self) -> Result<()> {
        let body = "
            const sheet = new CSSStyleSheet();
            sheet.replaceSync('* { content-visibility: visible !important; }');
            document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
        ";
        self.script(body, &[])?;
        self.settle()
    }

    /// Waits until what has changed is painted.
    pub fn settle(&self) -> Result<()> {
        let body = "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => done(true)));";
        self.look(body).map(drop)
    }

    /// Runs a function body that changes nothing until it calls back. WebKit's driver loses an answer now and then, and has
    /// it when it is asked again.
    fn look(&self, body: &str) -> Result<Value> {
        match self.script_until_called(body, &[]) {
            Err(error) if format!("{error:#}").contains(LOST) => self.script_until_called(body, &[]),
            answer => answer,
        }
    }

    /// What the page did that it should not have, since the document began. Chromium only; every engine has `errors`.
    pub fn evidence(&self) -> Result<Evidence> {
        Evidence::gather(self)
    }

    /// The focused element, looking into open shadow roots: its id, or its name in brackets, or its tag.
    pub fn focus(&self) -> Result<String> {
        self.script(
            "let at = document.activeElement;
             while (at && at.shadowRoot && at.shadowRoot.activeElement) at = at.shadowRoot.activeElement;
             return at ? (at.id || (at.name ? `[${at.name}]` : at.localName)) : '';",
            &[],
        )
        .map(|value| value.as_str().unwrap_or_default().to_owned())
    }
}
