// Gives life to what is open beside a view: what codes for embedding give is shown beside them, buttons copy, and Escape closes.

import { copy } from "./cite.js";

/** Explorers shown as embeds, by the element that shows them. */
const previews = new Map();

/** Keeps the previews beside the codes for embedding as the codes are. */
export function keepUp(host) {
  host.addEventListener("click", copyShown);
  host.addEventListener("keydown", escape);
  for (const [box, explorer] of previews) if (!box.isConnected) previews.delete(box), explorer.free();
  for (const box of host.querySelectorAll("[data-preview]")) {
    const route = box.dataset.preview;
    if (previews.has(box)) previews.get(box).setRoute(route);
    else previews.set(box, embedded(box, route, host.explorer.constructor));
  }
}

/** In a shadow root, as in an article, but with this page's own module and styles: nothing is loaded. */
function embedded(box, route, Explorer) {
  const root = box.shadowRoot ?? box.attachShadow({ mode: "open" });
  const inner = document.createElement("div");
  const look = new CSSStyleSheet();
  const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]);
  look.replaceSync(`:host > div { all: initial; display: block; container: explorer / inline-size; } ${rules.map((rule) => rule.cssText).join(" ")}`);
  root.adoptedStyleSheets = [look];
  root.textContent = "";
  root.append(inner);
  const explorer = new Explorer(inner, route, { controls: "", base: new URL(".", location.href).href });
  // What is looked for is how the sentences look; the controls stand above them.
  const first = inner.querySelector(".grp:not([hidden])");
  if (first) box.scrollTop += first.getBoundingClientRect().top - box.getBoundingClientRect().top;
  return explorer;
}

/** Closes what is open, and gives the focus back to what has opened it. */
function escape(event) {
  const close = event.key === "Escape" && !event.defaultPrevented && this.querySelector(".embedding .clear");
  if (!close) return;
  const opener = close.closest(".card") ? null : this.querySelector(".top [aria-expanded=true]");
  close.click();
  opener?.focus({ preventScroll: true });
}

/** Copies what a button is for; where the browser forbids it, selects it, so that the reader can. */
function copyShown({ target }) {
  const button = target.closest?.("button[data-copy]");
  if (!button) return;
  const shown = document.getElementById(button.dataset.copy);
  copy(button, shown.textContent, "", () => {
    getSelection().selectAllChildren(shown);
    shown.focus();
  });
}
