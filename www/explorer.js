// The page's shell: starts the explorer in #explorer, or, where the link says so, a kiosk.

import init, { Explorer } from "./minsheng.js";
import { all, give, isForeign, languageOf, part } from "./parts.js";
import { isKiosk, isRoute, live, succeed, today } from "./shell/live.js";

performance.mark("minsheng:start");
// A link whose `#` was escaped asks for the page with its route as the query.
if (/^[^#]*\?(\/|%2)/.test(location.href)) history.replaceState(null, "", location.href.replace("?", "#"));
const host = document.querySelector("#explorer");
/** What only the module that has everything can show, or search. */
const LATE = /^#\/(targets|matrix|check)([/?]|$)|[?&](mode=elder(&|$)|panel=(embed|cite|export)(&|$)|lang=en(&|$)|layers=|text=printed(&|$))/;
/** What is not drawn before the notes are there, or the language. All else is what the static page shows already. */
const NOTED = /^#\/(about|read)([/?]|$)|[?&](mode=elder|lang=|q=)/;
/** Every view but the first has a sheet of its own, and is not drawn before it is there. */
const DRESSED = /^#\/(?!explore)/;
/** The script that has everything, once it is there. */
let late = null;
/** A kiosk was asked for and did not open: the page stays in its place. */
let without = false;
const frame = {
  site: new URL(".", location.href).href,
  entry: document.querySelector("meta[name=minsheng-entry]")?.content,
  today: today(),
};
// Definitions, reasons and sources come beside the module: only the view that shows them waits for them. What another language
// needs is there before anything is drawn in it.
const notes = part("notes");
const language = part(languageOf(location.hash));
const look = styled();
for (const missing of [notes, language]) missing.catch(() => {}); // Told below, once there is a page to miss them.
async function begin() {
  try {
    await (isKiosk(location.hash) ? kiosk().catch(instead) : page());
    performance.mark("minsheng:ready");
    import("./offline.js").catch(() => {}); // Without it the page needs its network.
    // Fetched now, so that nothing is later; it begins when it is wanted.
    import("./whole.js").then((module) => (late = module), () => {});
  } catch (error) {
    // Neither module arrived: the static page is whole, and its links work.
    unveil("static");
    console.warn("minsheng: the page stays static:", error);
  }
}

async function page() {
  const engine = await started();
  if (NOTED.test(location.hash)) await Promise.allSettled([notes, language]);
  if (DRESSED.test(location.hash)) await look;
  // The static page, which is taken over, has no part; whatever is there already is drawn before anybody sees it.
  const explorer = new engine.Explorer(host, isRoute(location.hash) ? location.hash : "", frame);
  if (NOTED.test(location.hash)) refresh(explorer);
  unveil("live");
  live(host, explorer, dressed);
  Promise.all([notes, language]).catch((error) => console.warn("minsheng: a part is missing:", error)).then(() => {
    refresh(host.explorer);
    dressed();
  });
}

/** Loads the look of the late views; settled when it is there or is not to be had. It stands before the look of paper. */
function styled() {
  const href = new URL("./views.css", import.meta.url).href;
  const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href });
  document.querySelector("link[media=print]").before(link);
  return new Promise((done) => Object.assign(link, { onload: done, onerror: done }));
}

/** Shows what has come since the page was drawn. */
function refresh(explorer) {
  give(explorer.constructor);
  explorer.refresh();
}

/** The explorer by WebAssembly: with everything, where the link asks for what only that has. Where WebAssembly is forbidden
    or does not arrive, by the same code as JavaScript. */
async function started() {
  const Explorer = LATE.test(location.hash) && (await everything().catch(() => null));
  return Explorer ? { Explorer } : first();
}

function first() {
  const module = fetch(new URL("./minsheng_bg.wasm", import.meta.url), { integrity: "hash of minsheng_bg.wasm" });
  return init({ module_or_path: module }).then(() => ({ Explorer }), () => import("./minsheng-plain.js"));
}

function instead(error) {
  without = true;
  console.warn("minsheng: no kiosk, but the page:", error);
  return page();
}

async function kiosk() {
  const { open } = await import("./whole.js");
  await Promise.all([all(), look]); // A visitor may change the language, and nothing is requested then.
  await open(host, frame, give);
  unveil("live");
}

/** What is not needed for the first filter, and then follows every change. Without it codes are only text, and nothing is
    read aloud. */
function dressed() {
  if (isKiosk(location.hash) && !without) return location.reload();
  if (isForeign(location.hash)) return translate();
  if (host.querySelector("[data-awaited]")) complete().catch(missed);
  import("./embedding.js").then(({ keepUp }) => keepUp(host)).catch(() => {});
  import("./printing.js").then(({ print }) => print(host, atOnce)).catch(() => {});
  import("./quoting.js").then(({ quote }) => quote(host, another)).catch(() => {});
  import("./recovery.js").then(({ recover }) => recover(host, again)).catch(() => {});
  import("./reading.js").then(({ follow }) => follow(host)).catch(() => {});
  import("./overlay.js").then(({ overlay }) => overlay(host)).catch(() => {});
  import("./speech.js").then(({ listen }) => listen(host)).catch(() => {});
}

/** Another language opens the page anew, unless that would lose what the reader has pasted. */
function translate() {
  if (!host.querySelector("#paste")?.value) return location.reload();
  return part(languageOf(location.hash)).then(() => refresh(host.explorer), missed);
}

/** What is shown belongs to the module that has everything, which takes over, and then shows what was asked for. */
async function complete() {
  replace(await everything());
  if (/[?&]panel=cite(&|$)/.test(location.hash)) host.explorer.reveal();
}

/** The same for who cannot wait, such as paper, where it is there already. */
function atOnce() {
  const Explorer = late?.wholeNow();
  if (!Explorer) return;
  late.save(host);
  replace(Explorer);
}

function replace(Explorer) {
  if (host.explorer instanceof Explorer) return;
  again(Explorer);
  delete host.dataset.missed;
}

/** Draws the page anew. */
function again(Explorer, route) {
  give(Explorer);
  succeed(host, Explorer, frame, route);
  dressed();
}

async function everything() {
  const { save, whole } = await import("./whole.js");
  const Explorer = await whole();
  save(host);
  return Explorer;
}

/** An explorer with everything that is not shown, for what only it can make. */
async function another() {
  const Explorer = await everything();
  give(Explorer);
  return new Explorer(document.createElement("div"), host.explorer.route, frame);
}

function missed(error) {
  host.dataset.missed = "";
  console.warn("minsheng: a part of the page did not load:", error);
}

/** Ends the waiting that boot.js began: what is unseen takes no focus. */
function unveil(state) {
  delete document.documentElement.dataset.pending;
  host.dataset.state = state;
}

// The last words of the script: boot.js waits for them, because one that was cut off does not come so far.
delete document.documentElement.dataset.state;
begin();
