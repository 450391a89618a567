// Where an action leaves the reader: at the answer. One rule for whatever changes what is shown.

/** Brings the first sentence below `host` into view, if it is not wholly seen, with the count above it. Focus stays where it
    is; where that is out of sight, or the reader is `done` there, it goes to the count. */
export function answer(host, done = false) {
  const results = host.querySelector("#results");
  const summary = host.querySelector("#summary");
  if (!results) return;
  const situations = host.querySelector(".wide [aria-current]");
  const first = results.querySelector(".absent, .empty:not([hidden]), .card:not([hidden])");
  const least = Number.parseFloat(getComputedStyle(results).scrollMarginTop);
  const { top } = results.getBoundingClientRect();
  if (situations) situations.closest(".who").scrollLeft = situations.offsetLeft - 150;
  if (top < least - 1 || first?.getBoundingClientRect().bottom > innerHeight) {
    results.scrollIntoView({ block: "start", behavior: "instant" });
  }
  const focused = document.activeElement;
  const box = focused.getBoundingClientRect();
  const isLost = host.contains(focused) && (box.bottom <= 0 || box.top >= innerHeight);
  if (done || isLost) summary?.focus({ preventScroll: true });
}
