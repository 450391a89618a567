// From a sentence alone one comes back to that sentence in the list, and not to the beginning of the list.

const served = new WeakSet();
let last = "";

/** Follows the routes of the page in `host`. Asked again, it does nothing. */
export function comeBack(host) {
  if (served.has(host)) return;
  served.add(host);
  last = location.hash;
  // After the page's own listener, which goes to the top.
  host.addEventListener("minsheng:route", ({ detail: { route } }) => queueMicrotask(() => backToList(host, route)));
}

/** Shows, in the list below `host`, the card of the sentence that was shown before; tells whether there is one. Asked after
    every change of the `route`. */
export function backToList(host, route) {
  const [, place] = /^#(\/read\/\w+)/.exec(last) ?? [];
  last = route;
  if (!place || !route.startsWith("#/explore")) return false;
  const card = [...host.querySelectorAll(".brief")].find(({ id }) => id === place);
  if (!card) return false;
  card.scrollIntoView({ block: "center", behavior: "instant" });
  card.querySelector(".context").focus({ preventScroll: true });
  return true;
}
