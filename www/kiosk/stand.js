// A kiosk's shell: plain JavaScript around the explorer, so that it outlives whatever breaks in there. It gives every
// visitor a fresh explorer, ends a visit that nobody continues, starts again after any fault, and lets nobody out. The
// address bar is not written to, and nothing is stored.

import { hasVoice, hush, listen } from "../speech.js";
import { print } from "../printing.js";
import { dress } from "../shell/dress.js";
import { isKiosk } from "../shell/live.js";
import { drift } from "./attract.js";
import { report } from "./checks.js";
import { watch } from "./idle.js";
import { lock } from "./lock.js";

/** Faults that are mended before the text alone is shown, and the time in which they count together. */
const FAULTS = { most: 2, within: 60_000 };
/** Touches of the name that open the operator's page, and the time they may take. */
const GESTURE = { touches: 7, within: 5000 };

/** Opens a kiosk in `host`: `engine` gives `Explorer` and `fresh()`, a new instance of the module; `still` is an element
    that holds the whole text and needs no script; `preset` is what `presets.js` read; `file` promises what is known of the
    program's file; `waits` is called when nobody is expected to be there. */
export function stand({ host, engine, still, frame, preset, file, waits = () => {} }) {
  let explorer = null;
  let faults = [];
  let last = null;
  let touches = [];
  let starting = 0;
  let rising = 0;

  const mount = (route) => {
    const box = document.createElement("div");
    host.replaceChildren(box);
    explorer = new engine.Explorer(box, route, { ...frame, site: preset.site });
    host.explorer = explorer;
    shown();
  };

  /** After every change of what is shown. */
  const shown = () => {
    dress(host, explorer.title);
    const view = host.querySelector(".explorer").dataset.view;
    if (view === "operator") report(host, { explorer, still, site: preset.site, hasVoice, file });
    visit.attract(view === "attract");
    if (view === "attract") waits();
  };

  /** Everything as nobody had been here: what was asked, selected, read, spoken and held in memory is gone. */
  const wipe = () => {
    hush();
    getSelection()?.removeAllRanges();
    try {
      explorer?.free();
    } catch {
      // A trapped one cannot; the whole instance goes.
    }
    explorer = null;
    faults = [];
    begin();
  };

  /** In a task of its own: the instance that tells of an event is still at work until that is over, and would go on in the
      next one. */
  const later = (act) => {
    clearTimeout(starting);
    starting = setTimeout(act);
  };

  /** Up to the top, with the next picture: until then nobody sees where the page stands, and nothing need be laid out. */
  const rise = () => {
    cancelAnimationFrame(rising);
    rising = requestAnimationFrame(() => {
      host.querySelector("main")?.scrollTo(0, 0);
      scrollTo(0, 0);
    });
  };

  const begin = () => {
    try {
      engine.fresh();
      mount(preset.home);
      rise();
    } catch (error) {
      fail(error);
    }
  };

  const fail = (error) => {
    if (error && error === last) return; // The module and the window tell of the same one.
    last = error;
    console.warn("minsheng: starting again:", error);
    hush();
    explorer = null;
    const now = performance.now();
    faults = [...faults.filter((then) => now - then < FAULTS.within), now];
    later(faults.length > FAULTS.most ? rest : begin);
  };

  /** The text alone, until somebody asks for more or the visit ends. */
  const rest = () => {
    const again = document.createElement("button");
    again.textContent = "重新开始 · Start again";
    again.className = "start-again";
    again.onclick = wipe;
    host.replaceChildren(again, still);
    visit.attract(false);
    rise();
  };

  /** The text's own contents lead to its parts; the address stays, as it would begin anew by another. */
  still.addEventListener("click", ({ target }) => {
    const place = target.closest?.("a[href^='#']")?.hash.slice(1);
    if (place) document.getElementById(place)?.scrollIntoView();
  });

  const visit = watch(preset.idle, wipe, drift);

  host.addEventListener("minsheng:route", ({ detail: { route } }) => {
    if (!isKiosk(route)) return leave(route);
    if (route.startsWith("#/attract")) return later(wipe);
    shown();
    rise();
  });
  host.addEventListener("click", ({ target }) => {
    if (target.closest?.("[data-deed=fault]")) explorer.fault();
    if (target.closest?.(".brand")) touch();
  });
  const touch = () => {
    const now = performance.now();
    touches = [...touches.filter((then) => now - then < GESTURE.within), now];
    if (touches.length < GESTURE.touches) return;
    touches = [];
    explorer.setRoute("#/operator?mode=kiosk");
    shown();
  };
  engine.Explorer.onfault = fail;
  addEventListener("hashchange", () => location.reload());
  addEventListener("error", ({ error }) => error && fail(error));
  addEventListener("unhandledrejection", ({ reason }) => fail(reason));
  load(preset.paper);
  listen(host);
  print(host);
  lock();
  begin();
  if (preset.route !== preset.home && explorer) {
    explorer.setRoute(preset.route);
    shown();
  }
}

/** What is printed on, for the styles. */
function load(paper) {
  const { dataset } = document.documentElement;
  if (paper) dataset.paper = paper;
  if (paper && paper !== "a4") dataset.roll = "";
}

/** The operator opens the ordinary page. */
function leave(route) {
  location.hash = route;
  location.reload();
}
