// The module that has everything, on the served site: as a kiosk, which takes the page's place, or for the views that the
// page's own module has not.

import init, { Explorer, initSync } from "./minsheng_whole.js";
import { startsAtOnce, tryWebAssembly } from "../shell/machine.js";
import { comeBack } from "./back.js";
import { save as saveFiles } from "./downloads.js";
import { preset } from "./presets.js";
import { stand } from "./stand.js";

/* global PRESET -- filled in when this is built: how kiosks are set, as attributes of their host. */


/** What came of the fetch, for who cannot wait. */
let bytes = null;
/** The explorer's class, once its module runs; and what is on its way to that. */
let engine = null;
let starting = null;
// All of it is fetched when this script is, and waits: a page that is open asks for nothing more.
const program = fetched();
program.catch(() => {}); // What did not come is told to whoever wants it.
const look = styled("late.css");
look.catch(() => {});

/** Gives the page below `host` what its own script has not: files, and the way back from a sentence to its card. */
export function save(host) {
  saveFiles(host);
  comeBack(host);
}

/** The explorer with every view. */
export async function whole() {
  await Promise.all([start(), look]);
  return engine;
}

/** The same without waiting: nothing where it is not there yet. It is there the next time. */
export function wholeNow() {
  if (!starting && bytes && startsAtOnce()) {
    try {
      initSync({ module: bytes });
      engine = Explorer;
    } catch (error) {
      console.warn("minsheng: not at once:", error);
    }
  }
  if (!engine) start().catch(() => {});
  return engine;
}

async function fetched() {
  tryWebAssembly();
  const answer = await fetch(new URL("./minsheng_whole_bg.wasm", import.meta.url), { priority: "low" });
  if (!answer.ok) throw new Error(`${answer.url} answered ${answer.status}`);
  bytes = await answer.arrayBuffer();
  // Paper waits for nobody: where it would have to wait, the module is ready before it is asked for.
  if (!startsAtOnce()) start().catch(() => {});
  return bytes;
}

/** By WebAssembly, or, where that is missing, forbidden or does not arrive, by the same code as JavaScript. */
function start() {
  starting ??= engine ? Promise.resolve() : begun();
  starting.catch(() => (starting = null));
  return starting;
}

async function begun() {
  try {
    await init({ module_or_path: await program });
    engine = Explorer;
  } catch (error) {
    console.info("minsheng: not by WebAssembly:", error);
    engine = (await import("./minsheng_whole-plain.js")).Explorer;
  }
}

/** Opens a kiosk in `host`, which holds the static page. `give` gives an engine the document's parts. */
export async function open(host, frame, give) {
  await Promise.all([start(), look, styled("kiosk.css")]);
  const still = host.firstElementChild;
  const file = Promise.resolve({ digest: "", isWhole: true });
  // A newer edition of the site comes in while nobody is there.
  const waits = () => import("./offline.js").then(({ idle }) => idle()).catch(() => {});
  const fresh = () => engine.fresh().then(() => give(engine));
  Object.assign(host.dataset, { ...PRESET, ...host.dataset });
  await stand({ host, engine: { Explorer: engine, fresh }, still, frame, preset: preset(host, location), file, waits });
}

function styled(name) {
  const sheets = { "late.css": new URL("./late.css", import.meta.url), "kiosk.css": new URL("./kiosk.css", import.meta.url) };
  const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href: sheets[name].href });
  document.head.append(link);
  return new Promise((done, failed) => Object.assign(link, { onload: done, onerror: failed }));
}
