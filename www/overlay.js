// Where there is no room for the facets beside the list they lie over the page, in the browser's top layer. A browser without
// one shows them above the list, by the style sheet alone.

let begun = null;

/** Lets the button beside the search open the facets of the page in `host` as a sheet. Asked again after every change. */
export function overlay(host) {
  if (begun === host) return;
  begun = host;
  const button = () => host.querySelector(".ask + .filter-button");
  const isOpen = (facets) => facets?.popover === "auto";
  let facets = null;
  /** Whether focus goes where the reader sends it by the keyboard. */
  let isSent = false;

  function open() {
    facets = host.querySelector("#facets");
    if (!facets.showPopover) return;
    facets.popover = "auto";
    facets.showPopover();
    facets.querySelector(".close").focus();
    facets.ontoggle = ({ newState }) => newState === "closed" && close();
    host.layer.begin(() => close());
  }

  /** Closes the sheet; focus goes to its button, unless it is elsewhere. */
  function close(to = button()) {
    if (!isOpen(facets)) return;
    facets.popover = null;
    button()?.setAttribute("aria-expanded", "false");
    to?.focus({ preventScroll: true });
    host.layer.end();
  }

  host.addEventListener("click", ({ target }) => {
    if (target.closest(".ask + .filter-button")) button().getAttribute("aria-expanded") === "true" ? open() : close();
    else if (target.closest(".close")) isOpen(facets) ? close() : button()?.click();
  });
  // Before the page itself goes there.
  host.addEventListener("click", ({ target }) => target.closest(".to-results") && close(null), true);
  addEventListener("keydown", ({ key }) => (isSent = key === "Tab"), true);
  addEventListener("pointerdown", () => (isSent = false), true);
  host.addEventListener("focusin", ({ target }) => {
    if (!isOpen(facets) || facets.contains(target)) return;
    // What had focus is gone with a choice.
    if (isSent) close(null);
    else facets.querySelector(".close").focus();
  });
  addEventListener("resize", () => button()?.offsetParent || close(null));
  if (button()?.getAttribute("aria-expanded") === "true" && button().offsetParent) open();
}
