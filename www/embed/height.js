// How high an element is: as high as it needs, and never higher than its author allows. What follows it in the article does
// not move where the reader sees it. What does not fit is cut above the source, and a button shows it; nothing scrolls inside.

import { sheet } from "./sheets.js";

/** Below this an explorer is of no use, above it no article is that long. In CSS pixels. */
const HEIGHTS = { least: 160, most: 20000 };
/** Less text than this holds no place for an explorer. */
const LEAST_HELD = 80;
/** So far below what is seen what follows stays: readers scroll on before the browser tells that they did. */
const BEYOND = 200;

/** Sees to the height of an element with this shadow root. */
export function height(element, root, warn) {
  /** The bounds, and the sheet that says them in the element's document. */
  let bounds = "";
  let look = null;
  /** Stands below all else inside: the browser tells when a reader no longer sees what follows the element. */
  const end = document.createElement("div");
  end.className = "end";
  // Whether it is below what is seen, and whether it is above: a jump may lead from one to the other.
  const past = ["100000px 0px 0px", "0px 0px 100000px"].map((rootMargin) => new IntersectionObserver(() => held && fit(), { rootMargin }));
  // In the next picture: what is told of sizes must not change them.
  const sizes = new ResizeObserver(() => requestAnimationFrame(measure));
  /** What is shown, once the text is not. */
  let box = null;
  /** The height, in pixels, that is held for the reader, at this width; none once it is not. */
  let held = 0;
  let width = 0;
  /** Whether the reader has asked for all of it. */
  let isWhole = false;

  /** Gives the height that is needed, as far as the author allows it. What follows keeps its place until the reader acts or
      no longer sees it. Not where the author said `fluid`: in a frame, for one, whose height is its page's affair. */
  function fit() {
    const place = element.getBoundingClientRect();
    width = place.width;
    // Above all that is seen, the browser itself keeps the reader's place, where it can: not while the text gives way.
    const isKept = box && getComputedStyle(document.documentElement).overflowAnchor === "auto";
    const isSeen = place.top < innerHeight && (place.bottom > 0 || !isKept);
    if (!isSeen || place.height < LEAST_HELD || element.hasAttribute("fluid")) return bound();
    // What follows stays out of sight below a lower element too, if that reaches to the end of what is seen.
    const isEndSeen = place.bottom < innerHeight;
    const least = (isEndSeen ? place.height : Math.min(place.height, innerHeight - place.top + BEYOND)) - inset();
    bound(least, isEndSeen ? least : Math.max(least, most()));
  }

  /** Keeps the inside between two heights; holds none where nothing is said. What is cut is the explorer's main part: the
      source below it stays. */
  function bound(from = 0, to = most()) {
    held = from;
    const limit = to < Infinity ? `slot,.host{max-block-size:${to}px;overflow:clip}#main{overflow:hidden}` : "";
    bounds = `slot,.host{min-block-size:${from}px}${limit}`;
    look?.replaceSync(bounds);
  }

  /** The sheet of the bounds, for the document that the element is in now. */
  function worn() {
    return (look = sheet(element.ownerDocument, bounds));
  }

  /** Shows all of it from now on. */
  function release() {
    isWhole = true;
    bound();
    measure();
  }

  /** The height that the author allows the inside, in pixels. */
  function most() {
    const said = element.getAttribute("max-height")?.trim() ?? "none";
    const pixels = /^\d+(px)?$/.test(said) ? Number.parseInt(said, 10) : Number.NaN;
    const fits = pixels >= HEIGHTS.least && pixels <= HEIGHTS.most;
    if (!fits && said !== "none") warn(`max-height: “${said}” is not none or ${HEIGHTS.least} to ${HEIGHTS.most} pixels; none`);
    return fits && !isWhole ? pixels - inset() : Infinity;
  }

  /** What the element's own border and padding take of its height. */
  function inset() {
    const style = getComputedStyle(element);
    const parts = ["padding-top", "padding-bottom", "border-top-width", "border-bottom-width"];
    return parts.reduce((sum, name) => sum + Number.parseFloat(style.getPropertyValue(name)), 0);
  }

  /** After each change of size: tells by `.cut` whether there is more than is shown, and no longer holds a height that is
      another already, or that was one for another width. */
  function measure() {
    const main = box?.querySelector("#main");
    if (!main) return;
    const { scrollHeight, clientHeight } = main;
    box.classList.toggle("cut", scrollHeight > clientHeight + 1);
    const isOther = element.getBoundingClientRect().width !== width || box.getBoundingClientRect().height > held + 1;
    if (held && isOther) bound();
  }

  /** Shows what was cut, and goes on there by keyboard too. */
  function unfold() {
    const main = box.querySelector("#main");
    const { bottom } = main.getBoundingClientRect();
    release();
    const next = [...main.querySelectorAll("a, button")].find((one) => one.getBoundingClientRect().top >= bottom);
    (next ?? main).focus({ preventScroll: true });
  }

  /** Looks at the size of what is shown; of nothing once the text is shown again. */
  function show(shown) {
    sizes.disconnect();
    box = shown;
    const main = box?.querySelector("#main");
    if (main) sizes.observe(main);
  }

  /** Looks at what the reader sees, or no longer. */
  function watch(isThere) {
    for (const one of past) isThere ? one.observe(end) : one.disconnect();
  }

  root.addEventListener("click", ({ target }) => {
    if (target.closest?.(".more")) unfold();
    else if (target.closest?.(".filter-button")) release();
  });
  // Focus and the search of the browser scroll to what is cut. The page scrolls instead.
  root.addEventListener("scroll", ({ target: { id, scrollTop: top } }) => {
    if (id !== "main" || top === 0) return;
    release();
    scrollBy({ top, behavior: "instant" });
  }, true);
  // The text is there already, and so is the height that the article's own styles give it until now.
  if (element.hasAttribute("max-height")) fit();
  return { worn, end, watch, isHeld: () => held > 0, fit, bound, release, show };
}
