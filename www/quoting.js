// Taking words along: buttons copy a sentence with the citation, share it and make a picture of it, and selected words get a
// link to just these words.

import { copyCited, placeOf } from "./cite.js";
import { copyCards } from "./copying.js";
import { picture, share } from "./sharing.js";

/** What is neither the sentence's words nor selected with them. */
const ASIDE = ".number, .beside, .note";
/** What the bar says before and after how many characters are selected, and on its buttons. */
const SAID = {
  "zh-Hans": ["所选 ", " 字", "复制这几个字的链接", "复制引文"],
  "zh-Hant": ["所選 ", " 字", "複製這幾個字的鏈接", "複製引文"],
  en: ["", " characters selected", "Copy link to these words", "Copy with citation"],
};
let bar = null;
let timer = 0;
let heard = null;

/** Answers the buttons below `host` and what is selected there. `complete` promises an explorer that can do everything, where
    the one of `host` cannot. Asked again after every change, it only looks whether the bar is still there. */
export function quote(host, complete) {
  if (heard === host) return bar && offer(host);
  heard = host;
  host.addEventListener("click", ({ target }) => {
    const button = target.closest?.("button");
    if (!button) return;
    const { cite, share: shared, picture: pictured } = button.dataset;
    if (cite !== undefined) copyCited(button, host.explorer);
    if (pictured !== undefined) picture(button, host.explorer, complete);
    if (shared !== undefined) share(button, host.explorer);
  });
  document.addEventListener("copy", (event) => copyCards(event, host));
  document.addEventListener("selectionchange", () => {
    clearTimeout(timer);
    timer = setTimeout(() => offer(host), 250);
  });
}

/** Shows the bar for the words selected, if they are words of one sentence. */
function offer(host) {
  const place = selected(host);
  if (!place) return bar?.remove();
  bar ??= made();
  bar.place = place;
  bar.explorer = host.explorer;
  // Where nobody knows the explorer's address, there is no link to give.
  bar.children[1].hidden = host.explorer.cite(place.id, "link") === "";
  const [before, after, link, text] = SAID[document.documentElement.lang] ?? SAID["zh-Hans"];
  bar.firstChild.textContent = before + place.length + after;
  bar.children[1].textContent = link;
  bar.children[2].textContent = text;
  if (!bar.isConnected) host.querySelector(".explorer").append(bar);
}

function made() {
  const made = document.createElement("div");
  made.className = "selected live";
  made.append(document.createElement("span"));
  for (const form of ["link", "text"]) {
    const button = document.createElement("button");
    button.type = "button";
    // The selection stays while the button is pressed.
    button.addEventListener("pointerdown", (event) => event.preventDefault());
    button.addEventListener("click", () => copyCited(button, made.explorer, made.place.id, form));
    made.append(button);
  }
  return made;
}

/** The sentence and the characters in it that are selected: `m5s3:4-12`. Nothing across sentences, and nothing in the text
    as printed, whose places are others. */
function selected(host) {
  const selection = getSelection();
  if (selection.rangeCount === 0 || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  const [start, end] = [range.startContainer, range.endContainer].map(sentence);
  if (!start || start !== end || !host.contains(start) || start.querySelector(".printed")) return null;
  const before = words(start, range.startContainer, range.startOffset);
  const chosen = words(start, range.endContainer, range.endOffset).slice(before.length);
  const id = start.id ? start.id.slice("/read/".length) : placeOf(start);
  return chosen && placed(host.explorer, id, chosen, before.length);
}

/** The place of these words in the text. Translators and dictionaries change what a sentence shows: of the places that have
    the words the nearest counts, and where the sentence does not have them there is none. */
function placed(explorer, id, chosen, near) {
  const text = explorer.cite(id, "text");
  let from = -1;
  for (let at = text.indexOf(chosen); at >= 0; at = text.indexOf(chosen, at + 1)) {
    if (from < 0 || Math.abs(at - near) < Math.abs(from - near)) from = at;
  }
  const place = { id: `${id}:${from}-${from + chosen.length}`, length: chosen.length };
  return from >= 0 && explorer.cite(place.id, "text") ? place : null;
}

function sentence(node) {
  const element = node.nodeType === Node.TEXT_NODE ? node.parentElement : node;
  return element.closest(ASIDE) ? null : element.closest(".s, .card .text");
}

/** What stands in the sentence before a point in it. */
function words(sentence, node, offset) {
  const range = document.createRange();
  range.setStart(sentence, 0);
  range.setEnd(node, offset);
  const before = range.cloneContents();
  for (const aside of before.querySelectorAll(ASIDE)) aside.remove();
  return before.textContent;
}
