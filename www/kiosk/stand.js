// A kiosk's shell: plain JavaScript around the explorer, so that it outlives whatever breaks in there. It gives every
// visitor a fresh explorer, ends a visit that nobody continues, starts again after any fault, and lets nobody out. The
// address bar is not written to, and nothing is stored.

import { hasVoice, hush, listen } from "../speech.js";
import { print } from "../printing.js";
import { dress } from "../shell/dress.js";
import { isKiosk } from "../shell/live.js";
import { drift } from "./attract.js";
import { report } from "./checks.js";
import { backToList } from "./back.js";
import { watch } from "./idle.js";
import { lock } from "./lock.js";
import { wayOut } from "./way-out.js";

/** Faults that are mended before the text alone is shown, and the time in which they count together. */
const FAULTS = { most: 2, within: 60_000 };
/** What is said of an error whose cause the browser hides: older Chromium hides a trap of WebAssembly. */
const HIDDEN = /^Script error/;
/** Touches of the name that open the operator's page, and the time they may take. */
const GESTURE = { touches: 7, within: 5000 };

/** Opens a kiosk in `host`: `engine` gives `Explorer` and `fresh()`, which promises a new instance of the module; `still` is
    an element that holds the whole text and needs no script; `preset` is what `presets.js` read; `file` promises what is
    known of the program's file; `waits` is called when nobody is expected to be there. Settled when something is shown. */
export async function stand({ host, engine, still, frame, preset, file, waits = () => {} }) {
  let explorer = null;
  let faults = [];
  let last = null;
  let touches = [];
  let starting = 0;
  let rising = 0;
  /** Counts the starts: one that was overtaken while it waited shows nothing. */
  let turn = 0;
  let isResting = false;

  const mount = (route) => {
    const box = document.createElement("div");
    show(box);
    still.remove();
    explorer = new engine.Explorer(box, route, { ...frame, site: preset.site });
    host.explorer = explorer;
    shown();
  };

  /** By the oldest means there are, because the last resort is shown by them too. */
  const show = (...nodes) => {
    while (host.firstChild) host.removeChild(host.firstChild);
    for (const node of nodes) host.appendChild(node);
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
    way.close();
    begin();
  };

  /** In a task of its own: the instance that tells of an event is still at work until that is over, and would go on in the
      next one. */
  const later = (act) => {
    clearTimeout(starting);
    starting = setTimeout(() => {
      starting = 0;
      act();
    });
  };

  /** Up to the top, with the next picture: until then nobody sees where the page stands, and nothing need be laid out. */
  const rise = () => {
    cancelAnimationFrame(rising);
    rising = requestAnimationFrame(() => {
      host.querySelector("main")?.scrollTo(0, 0);
      scrollTo(0, 0);
    });
  };

  const begin = async () => {
    clearTimeout(starting);
    starting = 0;
    const mine = (turn += 1);
    try {
      await engine.fresh();
      if (mine !== turn) return;
      mount(preset.home);
      rise();
    } catch (error) {
      if (mine === turn) fail(error);
    }
  };

  const fail = (error) => {
    // While the text rests nothing runs that could break; and one fault may be told of more than once.
    if (isResting || starting || (error instanceof Object && error === last)) return;
    last = error;
    console.warn("minsheng: starting again:", error);
    hush();
    explorer = null;
    const now = performance.now();
    faults = [...faults.filter((then) => now - then < FAULTS.within), now];
    turn += 1;
    isResting = faults.length > FAULTS.most;
    later(isResting ? rest : begin);
  };

  /** The text alone, until somebody asks for more or the visit ends. Tried once: nothing that breaks from here on leads
      back to it. */
  const rest = () => {
    const again = document.createElement("button");
    again.textContent = "重新开始 · Start again";
    again.className = "start-again";
    again.onclick = wakeUp;
    show(again, still);
    visit.attract(false);
    rise();
  };

  /** A visit ends, or whoever reads the text asks for more. */
  const wakeUp = () => {
    isResting = false;
    wipe();
  };

  /** The text's own contents lead to its parts; the address stays, as it would begin anew by another. */
  still.addEventListener("click", ({ target }) => {
    const place = target.closest?.("a[href^='#']")?.hash.slice(1);
    if (place) document.getElementById(place)?.scrollIntoView();
  });

  const visit = watch(preset.idle, wakeUp, drift);
  const way = wayOut(preset.exit, { out: () => leave(explorer?.route), wrong: wipe });

  host.addEventListener("minsheng:route", ({ detail: { route } }) => {
    // Whatever is no kiosk's ends the visit: the way out is another (way-out.js).
    if (!isKiosk(route) || route.startsWith("#/attract")) return later(wipe);
    shown();
    if (!backToList(host, route)) rise();
  });
  host.addEventListener("click", ({ target }) => {
    if (target.closest?.("[data-deed=fault]")) explorer?.fault();
    if (target.closest?.("[data-deed=leave]")) way.ask();
    if (target.closest?.(".brand")) touch();
  });
  const touch = () => {
    const now = performance.now();
    touches = [...touches.filter((then) => now - then < GESTURE.within), now];
    if (touches.length < GESTURE.touches || !explorer) return;
    touches = [];
    explorer.setRoute("#/operator?mode=kiosk");
    shown();
  };
  engine.Explorer.onfault = fail;
  // Whatever has to be typed is offered only where something types; the keys of the page itself are none.
  addEventListener("keydown", ({ isTrusted }) => isTrusted && (document.documentElement.dataset.keys = ""), true);
  addEventListener("hashchange", () => location.reload());
  addEventListener("error", ({ error, message }) => (error || HIDDEN.test(message)) && fail(error ?? message));
  addEventListener("unhandledrejection", ({ reason }) => fail(reason));
  load(preset);
  listen(host);
  print(host);
  lock();
  await begin();
  if (preset.route !== preset.home && explorer) {
    explorer.setRoute(preset.route);
    shown();
  }
}

/** What is printed on, and whether there is a way out, for the styles. */
function load({ paper, exit }) {
  const { dataset } = document.documentElement;
  if (paper) dataset.paper = paper;
  if (paper && paper !== "a4") dataset.roll = "";
  if (exit) dataset.exit = "";
}

/** The operator opens the ordinary page, in the language of what was shown. */
function leave(route) {
  const [, lang] = /[?&](lang=[\w-]+)/.exec(route) ?? [];
  location.hash = lang ? `#/explore?${lang}` : "#/explore";
  location.reload();
}
