// Ends a visit that nobody continues: after a while without a touch it asks, counts down, and says that it is over. Whoever
// is still there touches anything, as often as they like.

import { dialog } from "./dialog.js";

const COUNTDOWN = 15;
const SIGNS = ["pointerdown", "pointermove", "click", "keydown", "wheel", "touchstart", "input", "scroll"];

/** How often it looks at its clock, in milliseconds. */
const LOOK = 250;

/** Calls `over` after `seconds` without a sign of life and a countdown; never while nobody is expected to be there. Then
    `waits` is told, again and again, for how many minutes nobody has been; and nothing once somebody is. */
export function watch(seconds, over, waits) {
  const { count, isOpen, open, close } = question();
  let last = performance.now();
  /** Since when what is shown waits for somebody. */
  let since = null;

  const here = ({ type, pointerType, repeat } = {}) => {
    if (repeat) return; // Something lies on the keyboard.
    last = performance.now();
    // A touch that begins on the question must end there too, or what lies below it would be touched.
    const begins = type === "pointerdown" || type === "touchstart" || (type === "pointermove" && pointerType === "touch");
    if (isOpen() && !begins) close();
  };
  const tick = () => {
    waits(since === null ? null : (performance.now() - since) / 60_000);
    const left = seconds + COUNTDOWN - (performance.now() - last) / 1000;
    if (since !== null || left > COUNTDOWN) return;
    if (left > 0) {
      if (count.textContent !== String(Math.ceil(left))) count.textContent = Math.ceil(left);
      return open();
    }
    here();
    over();
  };
  for (const sign of SIGNS) addEventListener(sign, here, { capture: true, passive: true });
  setInterval(tick, LOOK);
  return {
    /** Whether what is shown waits for somebody. */
    attract(now) {
      here();
      if (!now) since = null;
      else since ??= performance.now();
    },
  };
}

/** In both languages, because it speaks to whoever is there. */
function question() {
  const { box, ...made } = dialog("still-there");
  const [zh, en, button, count] = ["p", "p", "button", "b"].map((tag) => document.createElement(tag));
  zh.id = "still-there";
  zh.lang = button.lang = "zh-Hans";
  en.lang = "en";
  box.setAttribute("aria-labelledby", zh.id);
  zh.append("还在看吗？", count, " 秒后回到开始画面。");
  en.append("Still there? This returns to the first screen in a few seconds.");
  button.append("继续浏览 · Continue");
  box.append(zh, en, button);
  return { ...made, count };
}
