// Gives life to the codes for embedding: what they give is shown beside them, and a button copies them.

import { copy } from "./cite.js";

/** Explorers shown as embeds, by the element that shows them. */
const previews = new Map();

/** Keeps the previews beside the codes for embedding as the codes are. */
export function keepUp(host) {
  host.addEventListener("click", copyShown);
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
  return new Explorer(inner, route, { controls: "", base: new URL(".", location.href).href });
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
