// The module that has everything, on the served site: as a kiosk, which takes the page's place, or for the views that the
// page's own module has not.

import init, { Explorer, __wbg_reset_state } from "./minsheng_whole.js";
import { preset } from "./presets.js";
import { stand } from "./stand.js";

export { save } from "./downloads.js";

/** The explorer with every view. */
export async function whole() {
  await Promise.all([init(), styled("late.css")]);
  return Explorer;
}

/** Opens a kiosk in `host`, which holds the static page. */
export async function open(host, frame) {
  await Promise.all([init(), styled("late.css"), styled("kiosk.css")]);
  const still = host.firstElementChild;
  const file = Promise.resolve({ digest: "", isWhole: true });
  // A newer edition of the site comes in while nobody is there.
  const waits = () => import("./offline.js").then(({ idle }) => idle()).catch(() => {});
  stand({ host, engine: { Explorer, fresh: __wbg_reset_state }, still, frame, preset: preset(host, location), file, waits });
}

function styled(name) {
  const sheets = { "late.css": new URL("./late.css", import.meta.url), "kiosk.css": new URL("./kiosk.css", import.meta.url) };
  const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href: sheets[name].href });
  document.head.append(link);
  return new Promise((done, failed) => Object.assign(link, { onload: done, onerror: failed }));
}
