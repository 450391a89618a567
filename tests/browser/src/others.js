// What a reader does in a page that others change, by chance that is the same each time. Others are translators, dictionaries,
// highlighters, and scripts of the host. Runs as the body of a function in a page whose module has everything.
//
// `subject` and `twin` are two explorers of one module. The reader acts on the subject, and others change it. The twin is shown
// the same route and is left alone. Each fiftieth time a third one is drawn fresh. `window.__others` is what the harness calls.

const [seed, kind] = arguments;
let state = seed;

/** A number from 0 to below `end`. */
function chance(end) {
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) % end;
}

const pick = (list) => list[chance(list.length)];

const WORDS = ["床位", "养老", "托育", "2030", "a", "不低于80%", "yanglao", "老 服务", "此文没有的词"];
const ROUTES = [
  "#/explore",
  "#/explore?domain=elderly-care,childcare",
  "#/explore?q=养老&by=printed",
  "#/explore?lang=en&q=care",
  "#/explore?lang=zh-Hant",
  "#/explore?mode=kiosk",
  "#/explore?mode=elder&group=elderly",
  "#/read/m7s4",
  "#/read?layers=plain,terms&lang=en",
  "#/targets",
  "#/matrix",
  "#/about",
];
/** What the reader presses. A toggle is the reader's own, and no other page has it. */
const PRESSED = "a[href^='#/'], input[type=checkbox][data-route^='#/'], button[data-route^='#/']";
const FACETS = "fieldset input[type=checkbox][data-route^='#/']:not([aria-disabled=true])";

/** An article's embeds load what another language needs when it is asked for, each in its own time. */
const isApart = (route) => kind === "page" || !/[?&](lang|mode|layers)=|matrix/.test(route);

const page = {
  make(route) {
    const { constructor: Explorer } = document.querySelector("#explorer").explorer;
    const box = document.body.appendChild(document.createElement("div"));
    const explorer = new Explorer(box, route, { site: "https://site.example/", today: "2025-06-09" });
    return {
      box,
      get root() { return box.firstElementChild; },
      get route() { return explorer.route; },
      show: (route) => explorer.setRoute(route),
      free: () => (explorer.free(), box.remove()),
    };
  },
};

const embed = {
  make(route) {
    const element = document.createElement("minsheng-explorer");
    element.setAttribute("route", route);
    // An embed starts when it is in sight.
    document.body.prepend(element);
    scrollTo(0, 0);
    return {
      get box() { return element.shadowRoot.querySelector(".host"); },
      get root() { return element.shadowRoot.querySelector(".explorer"); },
      get route() { return element.route; },
      show: (route) => element.setState(route),
      free: () => element.remove(),
      ready: element.whenReady,
    };
  },
};

/** A text below the root, or none where chance finds none. */
function someText(root) {
  for (let n = 0; n < 20; n += 1) {
    const text = [...someElement(root).childNodes].find((node) => node.nodeType === Node.TEXT_NODE);
    if (text) return text;
  }
  return root.ownerDocument.createTextNode("—");
}

function someElement(root) {
  const all = root.getElementsByTagName("*");
  return all[chance(all.length)] ?? root;
}

function made(words) {
  return Object.assign(document.createElement(pick(["font", "span", "div", "mark"])), { textContent: words });
}

/** What others do. */
const OTHERS = {
  wrap(root) {
    const text = someText(root);
    const font = made("");
    text.replaceWith(font);
    font.append(text);
  },
  wrapAll(root) {
    for (const sentence of root.querySelectorAll(".text, .s, .say, h2")) {
      for (const text of [...sentence.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE)) {
        text.replaceWith(made(`<${text.data}>`));
      }
    }
  },
  translate(root) {
    const text = someText(root);
    text.replaceWith(made(`[${text.data}]`));
  },
  split(root) {
    const text = someText(root);
    if (text.length > 1) text.splitText(1 + chance(text.length - 1));
  },
  splitAll(root) {
    for (const { firstChild: text } of root.querySelectorAll(".text, .s")) if (text?.length > 12) text.splitText?.(6);
  },
  write(root) {
    someText(root).data = "?";
  },
  insert(root) {
    const element = someElement(root);
    element.insertBefore(pick([made("!"), document.createTextNode("!"), document.createComment("!")]), pick([null, ...element.childNodes]));
  },
  remove(root) {
    someElement(root).remove();
  },
  reorder(root) {
    const element = someElement(root).parentNode;
    if (element.childNodes.length) element.append(pick([...element.childNodes]));
  },
  move(root) {
    const [one, other] = [someElement(root), someElement(root)];
    if (!one.contains(other)) other.append(one);
  },
  clone(root) {
    const element = someElement(root);
    element.replaceWith(element.cloneNode(true));
  },
  empty(root) {
    someElement(root).textContent = "";
  },
  enclose(root) {
    const box = made("");
    const element = chance(20) ? someElement(root) : root;
    element.replaceWith(box);
    box.append(element);
  },
  attribute(root) {
    const element = someElement(root);
    const name = pick(element.getAttributeNames().filter((name) => !name.startsWith("aria-")));
    if (name) pick([() => element.removeAttribute(name), () => element.setAttribute(name, "?")])();
  },
};

const before = [];

/** What the reader does. */
const READER = {
  search(subject) {
    write(subject, pick(WORDS));
  },
  clear(subject) {
    write(subject, "");
  },
  press(subject) {
    const found = [...subject.root.querySelectorAll(PRESSED)].filter((element) => !element.closest("[hidden], [aria-disabled=true]"));
    press(subject, found.filter((element) => isApart(element.getAttribute("href") ?? element.dataset.route)));
  },
  facet(subject) {
    press(subject, [...subject.root.querySelectorAll(FACETS)]);
  },
  view(subject) {
    subject.show(pick(ROUTES.filter(isApart)));
  },
  back(subject) {
    subject.show(before.pop() ?? "#/explore");
  },
};

/** Where there is nothing to press, the same page is asked for once more. */
function press(subject, found) {
  if (found.length) pick(found).click();
  else subject.show(subject.route);
}

function write(subject, words) {
  const field = subject.root.querySelector("form[data-search] input[type=search]");
  if (!field) return subject.show(`#/explore?q=${encodeURIComponent(words)}`);
  field.value = words;
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

/** The first thing in which two pages differ; nothing where they are the same. What is announced is no part of a page. */
function difference(one, other, shownOnly, path = "") {
  const here = `${path}/${one?.localName ?? one?.nodeName}${one?.id ? `#${one.id}` : ""}`;
  if (one?.id === "status" || one?.isEqualNode(other)) return "";
  if (one?.nodeName !== other?.nodeName) return `${here}: ${one?.nodeName} and ${other?.nodeName}`;
  if (one.nodeType !== Node.ELEMENT_NODE) return `${here}: ${one.data} and ${other.data}`;
  if (shownOnly && one.hidden && other.hidden) return "";
  const [tag, tagOther] = [one, other].map((element) => element.cloneNode(false));
  if (!tag.isEqualNode(tagOther)) return `${here}: ${tag.outerHTML} and ${tagOther.outerHTML}`;
  for (let n = 0; n < Math.max(one.childNodes.length, other.childNodes.length); n += 1) {
    const found = difference(one.childNodes[n], other.childNodes[n], shownOnly, here);
    if (found) return found;
  }
  return "";
}

const stage = { page, embed }[kind];
const [subject, twin] = [stage.make("#/explore"), stage.make("#/explore")];
let step = 0;

async function turn() {
  step += 1;
  const did = [];
  for (let n = chance(4); n > 0; n -= 1) {
    const name = pick(Object.keys(OTHERS));
    did.push(name);
    OTHERS[name](subject.root ?? subject.box);
  }
  // Others' changes are told to whoever observes them at the end of a task; half of the time the reader is faster.
  if (chance(2)) await null;
  const name = pick(Object.keys(READER));
  before.push(subject.route);
  (subject.root ? READER[name] : READER.view)(subject);
  twin.show(subject.route);
  const fresh = step % 50 === 0 ? stage.make(subject.route) : null;
  await fresh?.ready;
  const found = difference(subject.root, twin.root, false) || (fresh && difference(twin.root, fresh.root, true));
  fresh?.free();
  if (found) throw new Error(`seed ${seed}, step ${step}, after ${did} and ${name} to ${subject.route}: ${found}`);
}

/** Does so many steps. */
window.__others = async (steps) => {
  await Promise.all([subject.ready, twin.ready]);
  for (let n = 0; n < steps; n += 1) await turn();
};
