// Mirrors an explorer's route to the address bar, so that every page has a link and Back and Forward lead where the reader
// was, scroll and focus included. Nothing is stored: what is known of earlier entries of the history is in memory, by the
// number each entry carries in its state.

import { answer } from "./answer.js";
import { dress } from "./dress.js";

/** How many entries behind the present one are remembered as they were left. */
const REMEMBERED = 50;
/** Sentences and headings, whose ids are their routes. */
const PLACES = "[id^='/read/']";

/** Couples a mounted explorer to the window. Scripts find it as `document.querySelector("#explorer").explorer`. After
    every change `dressed` is called. */
export function live(host, explorer, dressed) {
  host.explorer = explorer;
  /** What an entry was like when it was left: scroll, focus, and a route not yet written to it. By its number. */
  const left = new Map();
  let entry = history.state?.minsheng ?? 0;
  let shown = host.explorer.route;
  let writing = false;
  /** Whether an input method is at work: then a submitted form is no end of writing. */
  let composing = false;
  /** Takes away what lies over the page as an entry of its own, and what was shown before it; none where nothing does. */
  let uncover = null;
  let below;
  /** What the address and the entry's state do not have yet, and whether it is to be an entry of its own. */
  let unwritten, told;
  let step = false;
  let timer = 0;
  let held;

  const show = (title) => {
    dress(host, title);
    dressed();
  };

  /** Writes what waits, if anything does. Browsers refuse to be told of every single letter, and more than so many changes
      altogether: Safari throws after 100 in 30 seconds, Chromium says nothing after 200 in 10. What is refused waits, and
      what comes after it is written with it. */
  const flush = () => {
    clearTimeout(timer);
    timer = 0;
    if (!told) return;
    try {
      if (step) history.pushState({ minsheng: entry }, "", unwritten);
      else history.replaceState({ ...history.state, ...told }, "", unwritten);
      if (unwritten && location.hash !== unwritten) throw unwritten;
      told = unwritten = undefined;
      step = false;
    } catch {
      timer = setTimeout(() => (flush(), dressed()), 1000);
    }
  };

  /** Has something written to the present entry: a route, or what the entry is to know. */
  const write = (route = unwritten, state) => {
    unwritten = route;
    told = { ...told, ...state };
  };

  /** Before another language is shown, with another layout: what is read. */
  const hold = ({ target }) => (held = target.closest?.("[hreflang]") && readIn(host));

  const remember = () => left.set(entry, { x: scrollX, y: scrollY, focus: pathTo(host, document.activeElement) });

  /** A new entry ends what lay ahead of the one before it; and what lies far behind is opened like any other link. */
  const forget = () => {
    for (const key of left.keys()) if (key >= entry || key < entry - REMEMBERED) left.delete(key);
  };

  /** A route as an entry of its own. */
  const enter = (route) => {
    flush();
    entry += 1;
    forget();
    step = true;
    write(route);
    flush();
  };

  const number = (route) => {
    write(route, { minsheng: entry });
    flush();
  };

  /** After a reader's action. The first letter of a query is a step of its own, the following ones change that step. */
  const follow = ({ target, detail: { route, title, cause } }) => {
    if (target !== host) return; // A preview's.
    if (uncover || (cause === "type" && writing)) {
      write(route);
      timer ||= setTimeout(flush, 300);
    } else {
      enter(route);
    }
    writing = cause === "type";
    // Where the page is loaded anew for its language, its entry of the history knows the place.
    if (held) {
      write(undefined, { held });
      flush();
    }
    show(title);
    // Once the place that the route names has been shown.
    if (held) Promise.resolve(held).then((place) => returnTo(host, place));
    const [before, now] = [shown, route].map((route) => [viewOf(route), panelOf(route)]);
    // A panel opens above the view. A citation of the list opens in its card, where the reader is; so is who closes a panel.
    const opens = now[1] && before[1] !== now[1] && !(now[0] === "explore" && now[1] === "cite");
    if (before[0] !== now[0] || opens) scroll(0, 0);
    else if ((before[1] === now[1] || before[1] === "filters") && !held && contentOf(shown) !== contentOf(route)) answer(host);
    shown = route;
  };

  /** After Back, Forward, or a new fragment in the address bar, which has no number yet. */
  const arrive = () => {
    const hash = location.hash;
    const to = history.state?.minsheng;
    // `hashchange` only repeats what `popstate` said, where both come; and a fragment need not be a route.
    if (to === entry || (hash !== "" && !isRoute(hash))) return;
    if (uncover) {
      const close = uncover;
      uncover = told = unwritten = null;
      entry = to ?? entry - 1;
      close();
      // What was chosen meanwhile stays, as an entry of its own.
      return shown === below ? undefined : enter(shown);
    }
    remember();
    // Too late to write to the entry that was left: it is put right on the way back.
    left.get(entry).route = unwritten;
    told = unwritten = undefined;
    step = false;
    flush();
    writing = false;
    const seen = to === undefined ? undefined : left.get(to);
    entry = to ?? entry + 1;
    if (to === undefined) forget();
    shown = host.explorer.setRoute(seen?.route ?? hash);
    show(host.explorer.title);
    number(isRoute(hash) ? shown : undefined);
    if (seen) restore(host, seen);
    else if (history.state?.y !== undefined || !host.explorer.reveal()) scroll(0, history.state?.y ?? 0);
  };

  /** For what lies over the page: Back takes it away, and all that is chosen in it is one step. */
  host.layer = {
    begin(close) {
      remember();
      below = shown;
      enter(shown);
      uncover = close;
    },
    end() {
      if (!uncover) return;
      uncover = null;
      flush();
      if (shown === below) history.back();
    },
  };

  // Before the explorer hears of an event, the page is still what the reader saw.
  for (const name of ["click", "change", "input", "keydown"]) addEventListener(name, remember, true);
  for (const name of ["keydown", "wheel", "touchmove"]) addEventListener(name, () => (held = null), { capture: true, passive: true });
  addEventListener("click", hold, true);
  host.addEventListener("minsheng:route", follow);
  host.addEventListener("submit", () => {
    flush();
    writing = false;
    if (!composing) answer(host, true);
  });
  for (const name of ["start", "end"]) host.addEventListener(`composition${name}`, () => (composing = name === "start"));
  addEventListener("popstate", arrive);
  addEventListener("hashchange", arrive);
  // The entry itself carries its scroll too: memory does not outlive a reload, and on leaving it is too late to write.
  addEventListener("scrollend", () => {
    if (step) return;
    write(undefined, held ? { y: scrollY } : { y: scrollY, held: undefined });
    flush();
  });
  // A page that is not seen may be opened again by itself (offline.js); its address must not lag behind it.
  document.addEventListener("visibilitychange", flush);
  addEventListener("pagehide", () => {
    flush();
    history.scrollRestoration = "auto";
  });
  const manual = () => (history.scrollRestoration = "manual");
  addEventListener("pageshow", manual);
  manual();

  show(host.explorer.title);
  // An address without a route keeps its look, unless something was searched for before the page lived.
  number(isRoute(location.hash) || shown !== "#/explore" ? shown : undefined);
  const { y, held: place } = history.state ?? {};
  if (place) {
    returnTo(host, place);
    write(undefined, { held: undefined });
    flush();
  } else if (y === undefined) host.explorer.reveal();
  else scroll(0, y);
}

/** The first sentence or heading that begins in the window, and how far below the window's edge. */
function readIn(host) {
  const places = scrollY > 0 ? [...host.querySelectorAll(PLACES)] : [];
  const first = places.find((place) => place.getBoundingClientRect().top >= 0);
  return first && { id: first.id, top: first.getBoundingClientRect().top };
}

function returnTo(host, { id, top }) {
  const found = [...host.querySelectorAll(PLACES)].find((place) => place.id === id);
  if (found) scroll(0, scrollY + found.getBoundingClientRect().top - top);
}

/** Puts an explorer that can do more, or works again, in the place of the one that is shown: same route, same scroll, same
    focus, which stays where it was in the window. */
export function succeed(host, Explorer, frame, route = host.explorer.route) {
  const top = () => document.activeElement.getBoundingClientRect().top;
  const seen = { x: scrollX, y: scrollY, focus: pathTo(host, document.activeElement), top: top() };
  host.explorer.free();
  host.textContent = "";
  host.explorer = new Explorer(host, route, frame);
  dress(host, host.explorer.title);
  restore(host, seen);
  scrollBy(0, top() - seen.top);
}

/** Today where the reader is, as an ISO date. */
export function today() {
  const now = new Date();
  return new Date(now - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

/** Whether a fragment is a route, its signs escaped or not. */
export function isRoute(hash) {
  return /^#(\/|%2)/.test(hash);
}

/** Whether a route is a kiosk's. */
export function isKiosk(route) {
  return /[?&]mode=kiosk(&|$)/.test(route);
}

/** The view that a route names. */
export function viewOf(route) {
  return route.split(/[/?]/, 2)[1];
}

/** The panel that a route has open beside the view; none mostly. Two lie over the view and leave it as it is. */
function panelOf(route) {
  return /[?&]panel=(?!sizes|more)(\w+)/.exec(route)?.[1];
}

/** A route without what changes only the look. */
function contentOf(route) {
  return route.replace("?", "&").replace(/&(theme=|size=|panel=(sizes|more))\w*/g, "");
}

function scroll(left, top) {
  scrollTo({ left, top, behavior: "instant" });
}

/** Where an element stands below the host, as child numbers; the same route has the same elements. */
function pathTo(host, element) {
  const path = [];
  for (let at = element; at !== host; at = at.parentElement) {
    if (!at) return null;
    path.unshift([...at.parentElement?.children ?? []].indexOf(at));
  }
  return path;
}

function restore(host, { x, y, focus }) {
  const element = focus?.reduce((at, n) => at?.children[n], host);
  element?.focus({ preventScroll: true });
  scroll(x, y);
}
