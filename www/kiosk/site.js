// A kiosk on the served site: takes the page's place, with a module of its own.

import init, { Explorer, __wbg_reset_state } from "./minsheng_kiosk.js";
import { preset } from "./presets.js";
import { stand } from "./stand.js";

/** Opens a kiosk in `host`, which holds the static page. */
export async function open(host, frame) {
  await Promise.all([init(), styled()]);
  const still = host.firstElementChild;
  const file = Promise.resolve({ digest: "", isWhole: true });
  const set = preset(host, location);
  stand({ host, engine: { Explorer, fresh: __wbg_reset_state }, still, frame, preset: { ...set, site: set.site || frame.site }, file });
}

function styled() {
  const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href: new URL("./kiosk.css", import.meta.url).href });
  document.head.append(link);
  return new Promise((done, failed) => Object.assign(link, { onload: done, onerror: failed }));
}
