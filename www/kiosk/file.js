// The one file: everything is in it, and it starts by a double click. As a kiosk, unless its address names a route of the
// ordinary page.

import init, { Explorer } from "./minsheng_whole.js";
import { keepUp } from "../embedding.js";
import { print } from "../printing.js";
import { quote } from "../quoting.js";
import { follow } from "../reading.js";
import { listen } from "../speech.js";
import { isKiosk, isRoute, live, today } from "../shell/live.js";
import { tryWebAssembly } from "../shell/machine.js";
import { comeBack } from "./back.js";
import { hasChinese } from "./checks.js";
import { save } from "./downloads.js";
import { preset } from "./presets.js";
import { stand } from "./stand.js";
import { bytesOf, digest, isBuilt, read, split } from "./whole.js";

/* global DIGEST, ENTRY -- filled in when this is built: the SHA-256 of what the file packs; the element's script. */

performance.mark("minsheng:start");
const page = document.documentElement;
const host = document.getElementById("explorer");
const still = document.getElementById("text");
open().catch((error) => {
  delete page.dataset.pending;
  page.dataset.state = "static";
  console.warn("minsheng: the text stays as it is:", error);
});

async function open() {
  lackNothing();
  if (document.styleSheets.length === 0) throw new Error("the styles are not those that were published");
  const packed = await bytesOf(document.getElementById("program"));
  const found = await digest(packed);
  if (found && found !== DIGEST) throw new Error("the program is not the one that was published");
  const { module, css, around, ...parts } = split(packed);
  await read();
  if (!isBuilt(text(around))) throw new Error("the page around the program is not the one that was published");
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text(css));
  document.adoptedStyleSheets = [sheet];
  await init({ module_or_path: module });
  const give = () => Object.entries(parts).forEach(([name, bytes]) => Explorer.add(name, text(bytes)));
  if (!hasChinese()) page.dataset.font = "missing";
  const set = preset(host, location);
  if (isRoute(location.hash) && !isStand(location.hash)) {
    give();
    still.remove();
    ordinary(set.site);
  } else {
    const engine = { Explorer, fresh: () => Explorer.fresh().then(give) };
    await stand({ host, engine, still, frame: { entry: ENTRY }, preset: set, file: Promise.resolve({ digest: found ?? "", isWhole: true }) });
  }
  page.dataset.state = "live";
  delete page.dataset.pending;
  performance.mark("minsheng:ready");
}

/** Whether a route is a kiosk's, or names a view that only a kiosk has. */
const isStand = (route) => isKiosk(route) || /^#\/(attract|operator)([/?]|$)/.test(route);

const text = (bytes) => new TextDecoder().decode(bytes);

/** Tells apart a browser that cannot run any such program, and a file that is not what it was. */
function lackNothing() {
  try {
    tryWebAssembly();
  } catch (error) {
    page.dataset.lacks = "webassembly";
    throw error;
  }
}

/** The page as on the site, for a screen of one's own. */
function ordinary(site) {
  const explorer = new Explorer(host, location.hash, { site, entry: ENTRY, today: today() });
  live(host, explorer, () => {
    if (isStand(location.hash)) return location.reload();
    for (const act of [keepUp, listen, print, quote, follow]) act(host);
  });
  save(host);
  comeBack(host);
}
