// Where an action leaves the reader: at the answer. One rule for whatever changes what is shown.

/** Brings the first sentence below `host` into view, if it is not wholly seen, with the count above it. Focus stays where it
    is; where that is out of sight, or the reader is `done` there, it goes to the count. */
export function answer(host, done = false) {
  const results = host.querySelector("#results");
  // The tiles of large type are seen from their beginning.
  if (!results) return void (host.querySelector(".home") && scrollTo({ top: 0, behavior: "instant" }));
  const chosen = host.querySelector(".wide [aria-current]");
  const first = results.querySelector(".absent, .empty:not([hidden]), .card:not([hidden])");
  const least = Number.parseFloat(getComputedStyle(results).scrollMarginTop);
  const isSeen = results.getBoundingClientRect().top >= least - 1 && !(first?.getBoundingClientRect().bottom > innerHeight);
  if (chosen) chosen.closest(".who").scrollLeft = chosen.offsetLeft - 150;
  if (!isSeen) results.scrollIntoView({ block: "start", behavior: "instant" });
  const focused = host.getRootNode().activeElement;
  const { top, bottom } = focused?.getBoundingClientRect() ?? {};
  const isLost = host.contains(focused) && (bottom <= 0 || top >= innerHeight);
  if (done || isLost) host.querySelector("#summary")?.focus({ preventScroll: true });
}
