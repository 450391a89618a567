// The way out of a kiosk: for whoever knows the number that it was started with. Where it was started without one there is
// no way out. A wrong number ends the visit, so that nobody tries many.

import { dialog } from "./dialog.js";

const KEYS = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "\u232b", "0", "OK"];

/** `ask()` asks for the number on the page itself, since a kiosk may have no keyboard; `close()` asks no more. `out` is
    called after the right number, `wrong` after another. */
export function wayOut(number, { out, wrong }) {
  if (!number) return { ask() {}, close() {} };
  let typed = "";
  const { box, open, close } = dialog("way-out");
  const [name, digits, keys] = ["p", "output", "div"].map((tag) => document.createElement(tag));
  name.id = "way-out";
  name.append("离开自助模式的数字 · The number that leads out");
  keys.className = "digits";
  const type = (text) => {
    typed = text;
    digits.textContent = "•".repeat(typed.length) || "—";
  };
  const press = (key) => {
    if (key === "OK") return settle();
    type(key === "\u232b" ? typed.slice(0, -1) : (typed + key).slice(0, 20));
  };
  const settle = () => {
    const right = typed === number;
    type("");
    close();
    (right ? out : wrong)();
  };
  keys.append(...KEYS.map((key) => button(key, () => press(key))));
  keys.children[9].setAttribute("aria-label", "退格 · Delete");
  box.append(name, digits, keys, button("取消 · Cancel", close));
  box.setAttribute("aria-labelledby", name.id);
  box.addEventListener("keydown", ({ key }) => /^\d$/.test(key) && press(key));
  return { ask: () => (type(""), open()), close };
}

function button(name, act) {
  const made = document.createElement("button");
  made.textContent = name;
  made.onclick = act;
  return made;
}
