// A busy week's visitors at a kiosk: real events on real elements of the page, chosen by chance that is the same each time.
// Runs inside the kiosk, once, as the body of a function; `window.__visitors` is then what the harness calls.

const [seed, hasClock] = arguments;
const host = document.getElementById("explorer");

/** Where what can be touched is found, and how often it is meant. */
const TOUCHED = {
  tile: [10, ".tiles a"],
  filter: [14, "fieldset input:not([aria-disabled=true])"],
  undo: [6, "#summary a, .say a"],
  grouping: [2, ".sort a"],
  open: [8, ".card .context"],
  tag: [2, ".tags a"],
  turn: [14, ".step[href]"],
  back: [3, ".ways a[href]:nth-child(2)"],
  home: [2, ".ways a[href]:first-child"],
  view: [6, ".top nav a"],
  passage: [4, ".document a, nav.contents a, .targets a, .counts a, .places a"],
  keyboard: [6, "a[href*='panel=keyboard']"],
  key: [30, ".keyboard .key"],
  candidate: [10, ".offered button"],
  size: [3, ".bar .ways + .settings a"],
  look: [3, ".bar a[lang], .bar a[aria-current]"],
  hand: [4, ".bar a[aria-expanded], .hand-off a.button"],
  panel: [1, "button[data-toggle]"],
  elsewhere: [1, "main a[download], main a[href^=http]"],
  anything: [4, "main a[href], main button:not([data-deed]), .bar a:not(.over)"],
};
const KINDS = Object.entries(TOUCHED).flatMap(([kind, [weight]]) => Array(weight).fill(kind));
/** What is written by whoever has a keyboard. */
const WRITTEN = ["养老", "床位", "yanglao", "yl", "托育", "2030", "此文没有的词", "a", "就业 补贴", "  ", "医保", "<b>", "%"];

/** Of so many visitors the last sees a fault, or leaves without a word. */
const EVERY = { fault: 12, idle: 15 };
/** Real milliseconds for a second of the harness's clock: the kiosk looks at its own every 250, and must not miss its last
    fifteen seconds. What goes before may pass at once, as seconds. */
const SECOND = 20;
const UNASKED = 70;

let state = seed;
const did = {};
/** Touches until the visitor goes. */
let left = 0;
/** Visitors who went. */
let gone = 0;

/** A number from 0 to below `end`. */
function chance(end) {
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) % end;
}

function touch(element, kind) {
  element.dispatchEvent(new PointerEvent("pointerdown", { bubbles: true, cancelable: true }));
  element.click();
  did[kind] = (did[kind] ?? 0) + 1;
}

function one(selector) {
  const found = host.querySelectorAll(selector);
  return found[chance(found.length || 1)];
}

function write(field) {
  field.value = WRITTEN[chance(WRITTEN.length)];
  field.dispatchEvent(new KeyboardEvent("keydown", { key: "a", bubbles: true, cancelable: true }));
  field.dispatchEvent(new InputEvent("input", { bubbles: true, data: field.value }));
  did.write = (did.write ?? 0) + 1;
}

/** One touch of a visitor who is there. */
function visit() {
  const start = one(".start, .other, .start-again");
  if (start) return touch(start, "start");
  const field = host.querySelector("#q, #paste");
  if (field && chance(field.id === "q" ? 12 : 3) === 0) return write(field);
  for (let tries = 0; tries < 8; tries += 1) {
    const kind = KINDS[chance(KINDS.length)];
    const element = one(TOUCHED[kind][1]);
    if (element) return touch(element, kind);
  }
  touch(one(".top nav a"), "view");
}

/** A fault, as an operator provokes it; after the third within a minute there is the text alone. */
async function breakIt() {
  for (let touches = 0; touches < 7; touches += 1) touch(host.querySelector(".brand"), "name");
  touch(host.querySelector("[data-deed=fault]"), "fault");
  await until(() => one(".start, .start-again"));
}

/** Nobody is there any more: first it asks, then it is over. The clock is the harness's, and goes on until it is heard:
    what scrolls by itself counts as a sign of life. */
async function forget() {
  const dialog = document.querySelector("dialog.still-there");
  window.__jump(UNASKED);
  await until(() => dialog.open || window.__jump(1), SECOND);
  if (chance(3) === 0) touch(dialog.querySelector("button"), "stay");
  if (!dialog.open) return;
  await until(() => (!dialog.open && host.querySelector(".attract")) || window.__jump(1), SECOND);
  did.idle = (did.idle ?? 0) + 1;
}

async function until(isTrue, pause = 1) {
  while (!isTrue()) await new Promise((then) => setTimeout(then, pause));
}

/** The end of a visit. */
async function leave() {
  if (one(".start, .start-again")) return;
  gone += 1;
  if (gone % EVERY.fault === 0) return breakIt();
  if (hasClock && gone % EVERY.idle === 0) return forget();
  await rest();
}

/** The screen that nobody uses, fresh. */
async function rest() {
  const again = one(".start-again");
  if (again) touch(again, "again");
  const over = one(".over");
  if (!over) return;
  touch(over, "over");
  // It is shown at once, and made anew in the next task.
  const before = host.firstElementChild;
  await until(() => host.firstElementChild !== before);
}

const painted = () => new Promise((then) => requestAnimationFrame(() => setTimeout(then)));

window.__visitors = {
  did,
  rest,
  async act(count) {
    for (let n = 0; n < count; n += 1) {
      if (left === 0) {
        await leave();
        left = 20 + chance(80);
      } else visit();
      left -= 1;
      if (n % 500 === 499) await painted();
    }
  },
};
