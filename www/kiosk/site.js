// The module that has everything, on the served site: as a kiosk, which takes the page's place, or for the views that the
// page's own module has not.

import init, { Explorer, initSync } from "./minsheng_whole.js";
import { preset } from "./presets.js";
import { stand } from "./stand.js";

/* global PRESET -- filled in when this is built: how kiosks are set, as attributes of their host. */

export { save } from "./downloads.js";

// All of it is fetched when this script is, and waits: a page that is open asks for nothing more.
const program = fetch(new URL("./minsheng_whole_bg.wasm", import.meta.url), { priority: "low" }).then((answer) => {
  return answer.ok ? answer.arrayBuffer() : Promise.reject(new Error(`${answer.url} answered ${answer.status}`));
});
/** What came of it, for who cannot wait. */
let bytes = null;
program.then((came) => (bytes = came), () => {}); // What did not come is told to whoever wants it.
let begun = "";
const look = styled("late.css");
look.catch(() => {});

/** The explorer with every view. */
export async function whole() {
  await Promise.all([start(), look]);
  return Explorer;
}

/** The same without waiting: nothing where it is not there yet, or has begun and is not ready. */
export function wholeNow() {
  if (begun === "" && bytes) {
    try {
      initSync({ module: bytes });
      begun = "ready";
    } catch (error) {
      console.warn("minsheng: not at once:", error);
    }
  }
  return begun === "ready" ? Explorer : null;
}

async function start() {
  const module = await program;
  begun ||= "waiting"; // Two at once would each have their own.
  await init({ module_or_path: module });
  begun = "ready";
}

/** Opens a kiosk in `host`, which holds the static page. `give` gives an engine the document's parts. */
export async function open(host, frame, give) {
  await Promise.all([start(), look, styled("kiosk.css")]);
  const still = host.firstElementChild;
  const file = Promise.resolve({ digest: "", isWhole: true });
  // A newer edition of the site comes in while nobody is there.
  const waits = () => import("./offline.js").then(({ idle }) => idle()).catch(() => {});
  const fresh = () => (Explorer.fresh(), give(Explorer));
  Object.assign(host.dataset, { ...PRESET, ...host.dataset });
  stand({ host, engine: { Explorer, fresh }, still, frame, preset: preset(host, location), file, waits });
}

function styled(name) {
  const sheets = { "late.css": new URL("./late.css", import.meta.url), "kiosk.css": new URL("./kiosk.css", import.meta.url) };
  const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href: sheets[name].href });
  document.head.append(link);
  return new Promise((done, failed) => Object.assign(link, { onload: done, onerror: failed }));
}
