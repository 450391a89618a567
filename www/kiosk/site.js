// A kiosk on the served site: takes the page's place, with a module of its own.

import init, { Explorer, __wbg_reset_state } from "./minsheng_kiosk.js";
import { preset } from "./presets.js";
import { stand } from "./stand.js";

/** Opens a kiosk in `host`, which holds the static page. */
export async function open(host, frame) {
  await Promise.all([init(), styled()]);
  const still = host.firstElementChild;
  const file = Promise.resolve({ digest: "", isWhole: true });
  // A newer edition of the site comes in while nobody is there.
  const waits = () => import("./offline.js").then(({ idle }) => idle()).catch(() => {});
  stand({ host, engine: { Explorer, fresh: __wbg_reset_state }, still, frame, preset: preset(host, location), file, waits });
}

function styled() {
  const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href: new URL("./kiosk.css", import.meta.url).href });
  document.head.append(link);
  return new Promise((done, failed) => Object.assign(link, { onload: done, onerror: failed }));
}
