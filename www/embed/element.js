// The element <minsheng-explorer>: the Opinion, or the part of it that an article is about, in that article. This file
// registers nothing (define.js does) and loads nothing until the element comes near the reader. Then it starts the
// explorer by WebAssembly; where that is forbidden or does not arrive, by the same code as JavaScript; and where that
// fails too, what the author wrote inside the element stays as it was.

/* global SOURCE, VERSION -- filled in when this is built: the explorer's own page relative to this file; the version. */

import { load, part } from "./engine.js";
import { height } from "./height.js";
import { shared } from "./sheets.js";
import { joined, parameter, parts, said, without } from "./state.js";

const STATE = ["view", "filters", "q", "lang", "theme"];
const LEAST_CONTRAST = 4.5;
const RESTARTS = { most: 3, within: 60_000 };
/** How often an element puts back what others took out of it. */
const REPAIRS = 20;
/** How many warnings a page gets, and how long each is. */
const WARNINGS = { most: 50, length: 300 };

/** What is positioned inside stays inside. */
const HOST = ":host,slot{display:block}:host([hidden]){display:none}.end{all:initial;display:block}" +
  ".host{all:initial;display:flex;flex-direction:column;position:relative;container:explorer/inline-size}" +
  "@media print{slot,.host{min-block-size:0!important;max-block-size:none!important}slot,.host,#main{overflow:visible!important}}";

/** Elements that show an explorer, and what they share: one engine, and how often it was restarted. */
const live = new Set();
const warned = new Set();
let engine = null;
/** Copies a citation, and brings the answer into view, once the engine is there. */
let copyCited, answer;
let restarts = [];
let refreshed;
let remount;

export class MinshengExplorer extends HTMLElement {
  static version = VERSION;
  static observedAttributes = ["route", ...STATE, "controls", "max-height", "source-url"];

  #box = null;
  #explorer = null;
  #state = "waiting";
  #tier = "";
  #repairs = 0;
  #reflecting = false;
  #ready = deferred();
  #begin = () => this.#start();
  #near = new IntersectionObserver((seen) => this.#pass(seen.at(-1)), { rootMargin: "200px" });
  #height = height(this, this.attachShadow({ mode: "open" }), warn);

  static {
    refreshed = (element) => element.#explorer.refresh();
    remount = (element, again) => element.#remount(again);
  }

  constructor() {
    super();
    const root = this.shadowRoot;
    this.#dress();
    this.#stand(this.#slot());
    new MutationObserver(() => this.#repair()).observe(root, { childList: true });
    root.addEventListener("minsheng:route", (event) => event.target === this.#box && this.#follow(event));
    root.addEventListener("click", ({ target }) => {
      const button = target.closest?.("button[data-cite]");
      if (button && this.#explorer) copyCited(button, this.#explorer);
    });
    root.addEventListener("copy", () => this.#tell("copy", this.getState()));
  }

  connectedCallback() {
    if (this.#state === "failed") this.#wait();
    this.#near.observe(this);
    this.#height.watch(true);
    this.addEventListener("focusin", this.#begin);
  }

  disconnectedCallback() {
    this.#near.disconnect();
    this.#height.watch(false);
    this.removeEventListener("focusin", this.#begin);
    this.#stop();
  }

  adoptedCallback() {
    this.#dress();
  }

  attributeChangedCallback(name, before, now) {
    if (this.#reflecting || before === now) return;
    try {
      this.#change(name, now);
    } catch (error) {
      warn(`${name}: ${error.message}`);
    }
  }

  #change(name, now) {
    if (name === "max-height" && (this.#explorer || !this.isConnected)) this.#height.fit();
    if (!this.#explorer || name === "max-height") return;
    if (name === "controls" || name === "source-url") this.#restart();
    else if (name === "route") this.#show(now ?? "");
    else this.setState({ [name]: now ?? "" });
  }

  /** What stands here: `live`, an explorer; `waiting`, the author's text until a reader comes near; `failed`, that text for
      good. */
  get state() {
    return this.#state;
  }

  /** By which way the explorer runs: `wasm`, `plain`, or nothing where none does. */
  get tier() {
    return this.#tier;
  }

  /** Resolves with this element once it answers its reader; rejects where it cannot, and the text stays. */
  get whenReady() {
    return this.#ready.promise;
  }

  /** What is shown: the canonical route, and its parts by the names of the attributes. */
  getState() {
    const route = this.#explorer?.route ?? this.#asked();
    return this.hasAttribute("private") ? without(parts(route), "q") : parts(route);
  }

  /** Shows another route, or the same one with some parts replaced. Sends no event. */
  setState(state) {
    this.#show(typeof state === "string" ? state : joined({ ...parts(this.#explorer?.route ?? this.#asked()), ...said(state) }));
  }

  /** Focuses the search field; false where there is none. */
  focusSearch() {
    return this.#explorer?.focusSearch() ?? false;
  }

  /** Searches without showing anything: see `SearchQuery` and `SearchResult`. */
  search(query) {
    if (!this.#explorer) throw new Error("minsheng-explorer: wait for whenReady before you search");
    return this.#explorer.search(query);
  }

  /** Starts when it comes near the reader. The browser tells the place when it has it: to ask for it sooner would make the
      article's layout wait for ours. */
  #pass({ isIntersecting }) {
    if (this.#height.isHeld() || (!this.#explorer && this.hasAttribute("max-height"))) this.#height.fit();
    if (isIntersecting) this.#start();
  }

  async #start() {
    if (this.#box || this.#state === "failed") return;
    this.removeEventListener("focusin", this.#begin);
    const box = (this.#box = this.ownerDocument.createElement("div"));
    box.className = "host";
    const used = (engine ??= load(this.getAttribute("wasm-url")));
    try {
      const { Explorer, css, tier, contrast, ...helpers } = await used;
      ({ answer, copyCited } = helpers);
      Explorer.onfault = recover;
      await prepare(Explorer, parts(this.#asked()));
      await task();
      if (this.#box !== box) return;
      const asked = this.#asked();
      const explorer = new Explorer(box, asked, { controls: this.getAttribute("controls") ?? "", base: this.#source() });
      await task();
      if (this.#box !== box) return explorer.free();
      if (this.#asked() !== asked) explorer.setRoute(this.#asked());
      this.#mount(box, explorer, css);
      this.#state = "live";
      this.#tier = tier;
      this.#ready.resolve(this);
      this.#tell("ready", { tier, version: VERSION, ...this.getState() });
      await task();
      supply(Explorer, this.getState().lang);
      checkContrast(contrast(box.firstElementChild));
    } catch (error) {
      await task();
      if (this.#box !== box) return;
      this.#box = null;
      // One that broke here has been replaced meanwhile.
      if (engine === used) this.#fail(error);
      else if (this.isConnected) this.#start();
    }
  }

  #mount(box, explorer, css) {
    this.#height.fit();
    this.#dress(css);
    this.#stand(box);
    this.#height.show(box);
    this.#explorer = explorer;
    new MutationObserver(() => this.#repair()).observe(box, { childList: true });
    live.add(this);
    this.#warn();
    this.#reflect();
  }

  /** Frees what this element holds; what the author wrote is shown again. A trapped engine can free nothing. */
  #stop(trapped = false) {
    const explorer = this.#explorer;
    this.#box = this.#explorer = null;
    live.delete(this);
    if (!explorer) return;
    this.#wait();
    this.#height.show(null);
    this.#stand(this.#slot());
    if (!trapped) explorer.free();
  }

  #wait() {
    this.#state = "waiting";
    this.#tier = "";
    this.#ready = deferred();
  }

  /** Shows what the author wrote, or an explorer. */
  #stand(shown) {
    this.shadowRoot.replaceChildren(shown, this.#height.end);
  }

  /** Where the author's text stands. */
  #slot() {
    return this.ownerDocument.createElement("slot");
  }

  /** Puts on what an explorer looks like, where one is here. */
  #dress(css) {
    const { ownerDocument } = this;
    if (!ownerDocument.defaultView) return; // Nobody sees it there.
    this.shadowRoot.adoptedStyleSheets = [HOST, ...(css ? [css] : [])].map((text) => shared(ownerDocument, text)).concat(this.#height.worn());
  }

  /** Others have taken out what stood here: the author's text stands again, and where there was an explorer, it starts again. */
  #repair() {
    const [shown, end] = this.shadowRoot.childNodes;
    const stands = this.#explorer ? shown === this.#box && shown.firstElementChild : shown?.localName === "slot";
    if ((stands && end === this.#height.end) || (this.#repairs += 1) > REPAIRS) return;
    if (this.#explorer) this.#restart();
    else this.#stand(this.#slot());
  }

  #restart() {
    this.#stop();
    this.#start();
  }

  /** Starts again from the attributes, which say what was shown, in a fresh engine. */
  #remount(again) {
    this.#stop(true);
    if (again) this.#start();
    else this.#fail(new Error("the explorer stopped too often; the text stays"));
  }

  #fail(error) {
    this.#state = "failed";
    warn(`the text stays as it is: ${error}`);
    this.#ready.reject(error);
    this.#height.release();
    this.#tell("error", { message: String(error) });
  }

  #show(route) {
    if (!this.#explorer) {
      // Not yet begun: the attributes are the state.
      this.#reflecting = true;
      for (const name of STATE) this.removeAttribute(name);
      this.setAttribute("route", route);
      this.#reflecting = false;
      return;
    }
    const { lang } = this.getState();
    this.#explorer.setRoute(route);
    if (this.getState().lang !== lang) supply(this.#explorer.constructor, this.getState().lang);
    this.#warn();
    this.#reflect();
  }

  /** After a reader's action. */
  #follow(event) {
    event.stopPropagation();
    const before = this.getAttribute("route") ?? "";
    this.#height.bound();
    this.#reflect();
    const { cause, title } = event.detail;
    const state = this.getState();
    const opened = before.split("?")[0] !== state.route.split("?")[0];
    if (!opened) answer(this.#box);
    const isTold = parts(this.#explorer.route).q === state.q; // The words of a private reader are in the title too.
    this.#tell(opened ? "open" : "filter", { ...state, title: isTold ? title : "", cause });
  }

  /** The route that the attributes ask for. */
  #asked() {
    const get = (name) => this.getAttribute(name)?.trim() || undefined;
    const base = get("route") ?? `#/${get("view") ?? "explore"}`;
    const extra = STATE.slice(1).flatMap((name) => parameter(name, get(name)));
    return extra.length === 0 ? base : base + (base.includes("?") ? "&" : "?") + extra.join("&");
  }

  /** Writes what is shown to the attributes: `route` always, its parts where the author used them. */
  #reflect() {
    const state = this.getState();
    this.#reflecting = true;
    this.setAttribute("route", state.route);
    // What a private reader writes is not written here, and what the author wrote stays for the next start.
    const told = STATE.filter((name) => this.hasAttribute(name) && !(name === "q" && this.hasAttribute("private")));
    for (const name of told) this.setAttribute(name, state[name]);
    this.#reflecting = false;
  }

  #warn() {
    for (const notice of this.#explorer.notices.split("\n")) if (notice) warn(`not understood: ${notice}`);
    for (const name of (this.getAttribute("controls") ?? "").split(/\s+/)) {
      if (name && !["search", "filters", "groups", "map", "none"].includes(name)) warn(`controls: “${name}” is none; left out`);
    }
  }

  #source() {
    const said = this.getAttribute("source-url");
    if (said === null) return SOURCE && new URL(SOURCE, import.meta.url).href;
    try {
      const url = new URL(said, document.baseURI);
      if (url.protocol === "https:" || url.protocol === "http:" || url.protocol === "file:") return url.href.split("#")[0];
    } catch {
      // Told below, with those that are URLs of something else.
    }
    warn(`source-url: “${said}” is no address of a page; links have none`);
    return "";
  }

  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(`minsheng:${name}`, { bubbles: true, composed: true, detail }));
  }
}

for (const name of ["route", ...STATE, "controls", "maxHeight", "wasmUrl", "sourceUrl"]) {
  const attribute = name.replace(/[A-Z]/, (letter) => `-${letter.toLowerCase()}`);
  Object.defineProperty(MinshengExplorer.prototype, name, {
    configurable: true,
    enumerable: true,
    get() {
      return this.getAttribute(attribute) ?? "";
    },
    set(value) {
      if (value === null || value === undefined) this.removeAttribute(attribute);
      else this.setAttribute(attribute, value);
    },
  });
}

/** Gives the engine what would change the first drawing if it came later: a language's own words, and, for a search, how letters
    and other forms of characters are read. Without them the rest is there. */
async function prepare(Explorer, { lang, q }) {
  for (const name of [lang, q && "notes"]) await part(name)?.then((text) => Explorer.add(name, text), () => {});
}

/** Definitions, reasons, sources and the element's language come after all else; without them the rest is there. */
function supply(Explorer, language) {
  for (const name of ["notes", language]) {
    part(name)?.then((text) => {
      Explorer.add(name, text);
      live.forEach(refreshed);
    }, (error) => warn(`a part is missing: ${error}`));
  }
}

/** An engine that has broken is unusable for every element: all start again, in a fresh one, from their attributes. */
function recover(error) {
  console.warn("minsheng-explorer: starting again:", error);
  const now = Date.now();
  restarts = [...restarts.filter((then) => now - then < RESTARTS.within), now];
  const again = restarts.length <= RESTARTS.most;
  engine = again ? engine.then(async (started) => (await started.Explorer.fresh(), started)) : Promise.reject(new Error("stopped"));
  engine.catch(() => {});
  for (const element of [...live]) remount(element, again);
}

/** A host may set any colour; it is told when readers could not read it. */
function checkContrast(ratio) {
  if (ratio < LEAST_CONTRAST) warn(`--minsheng-ink on --minsheng-paper has a contrast of ${ratio.toFixed(1)} : 1; ${LEAST_CONTRAST} can be read`);
}

/** Ends the task: what the article has to do comes in between. */
function task() {
  return new Promise((then) => setTimeout(then));
}

function warn(message) {
  const short = message.slice(0, WARNINGS.length);
  if (warned.has(short) || warned.size >= WARNINGS.most) return;
  warned.add(short);
  console.warn(`minsheng-explorer: ${short}`);
}

function deferred() {
  const made = {};
  made.promise = new Promise((resolve, reject) => Object.assign(made, { resolve, reject }));
  made.promise.catch(() => {}); // Who does not ask need not hear of it.
  return made;
}
