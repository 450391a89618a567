// What a reader copies by hand out of a list of sentences: of each sentence the selected words, their place and their source,
// and nothing of the card around them. Words selected in one sentence alone are copied as they are.

import { placeOf } from "./cite.js";

/** Puts the citations on the clipboard instead of the cards. `explorer` makes them. */
export function copyCards(event, host) {
  const selection = getSelection();
  if (event.defaultPrevented || selection.rangeCount === 0 || selection.isCollapsed) return;
  const range = selection.getRangeAt(0);
  const around = elementOf(range.commonAncestorContainer);
  if (!host.contains(around) || !around.closest(LISTS) || around.closest(".text, .english")) return;
  const places = [...host.querySelectorAll(".card:not([hidden])")].map((card) => selected(card, range)).filter(Boolean);
  if (places.length === 0) return;
  event.clipboardData.setData("text/plain", places.map((place) => host.explorer.cite(place, "text")).join("\n\n"));
  event.clipboardData.setData("text/html", places.map((place) => host.explorer.cite(place, "html")).join(""));
  event.preventDefault();
}

/** Where sentences stand as cards. */
const LISTS = "#results, .single";

function elementOf(node) {
  return node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement;
}

/** The sentence of a card, or the characters of it that are selected: `m5s3:4-12`. Nothing where none is. */
function selected(card, range) {
  const text = card.querySelector(".text");
  const id = card.querySelector("[data-cite]") && placeOf(card);
  if (!id || !card.getClientRects().length || !range.intersectsNode(text)) return null;
  const all = document.createRange();
  all.selectNodeContents(text);
  const before = (container, offset) => {
    const part = all.cloneRange();
    if (part.comparePoint(container, offset) < 0) part.collapse(true);
    else if (part.comparePoint(container, offset) === 0) part.setEnd(container, offset);
    return part.toString().length;
  };
  const [from, to, whole] = [before(range.startContainer, range.startOffset), before(range.endContainer, range.endOffset), all.toString().length];
  if (to <= from) return null;
  return from === 0 && to === whole ? id : `${id}:${from}-${to}`;
}
