// Keeps the site for when there is no network, and lets a newer edition in while nobody reads: sw.js does it, this asks for
// it. Loaded when the page answers; never for an embed. Docs: hosting.md, “Offline, and how updates arrive”.

const DAY = 24 * 60 * 60 * 1000;
/** A newer edition is looked for by the browser whenever the page is opened, and by this only where it never is. */
let looked = Date.now();
let registration;
/** Nobody is there, as far as is known: until somebody touches something. */
let unattended = false;
/** This page's edition has been replaced. */
let replaced = false;

/** To be called by who knows that nobody is reading, such as a kiosk's shell when it shows its attract view. */
export function idle() {
  unattended = true;
  look();
  giveWay();
}

// A page inside another is somebody's article, and what it keeps would be kept for that article only.
if (self === top && isSecureContext && location.protocol.startsWith("http")) {
  keep().catch(tell);
}

async function keep() {
  const workers = navigator.serviceWorker;
  let controlled = Boolean(workers.controller);
  workers.addEventListener("controllerchange", () => {
    replaced = controlled;
    controlled = true;
    giveWay();
  });
  workers.addEventListener("message", ({ data }) => (data === "alone" ? giveWay() : tell(data.reason)));
  workers.controller?.postMessage("opened");
  registration = await workers.register(allowed(new URL("./sw.js", import.meta.url).href));
  registration.addEventListener("updatefound", watch);
  watch();
  giveWay();
  for (const act of ["pointerdown", "keydown", "wheel"]) addEventListener(act, () => (unattended = false), true);
  document.addEventListener("visibilitychange", () => (document.hidden ? giveWay() : look()));
  addEventListener("pagehide", () => registration.waiting?.postMessage("leaving"));
}

/** The one URL of a script that the page's policy lets be made of a text. */
function allowed(url) {
  const policy = globalThis.trustedTypes?.createPolicy("minsheng-offline", { createScriptURL: () => url });
  return policy ? policy.createScriptURL("") : url;
}

/** A page that is read is never touched; one that is not asks the newer edition in, and then opens again where it is. */
function giveWay() {
  if (!document.hidden && !unattended) return;
  if (document.querySelector("#paste")?.value) return; // What is pasted is nowhere else.
  if (replaced) location.reload();
  else registration?.waiting?.postMessage("idle");
}

function look() {
  if (Date.now() - looked < DAY) return;
  looked = Date.now();
  registration?.update().catch(() => {}); // No network: that is what all this is for.
}

function watch() {
  registration.installing?.addEventListener("statechange", installed, { once: true });
}

function installed({ target }) {
  if (target.state !== "redundant") giveWay();
}

function tell(reason) {
  console.info("minsheng: not kept for offline:", reason);
}
