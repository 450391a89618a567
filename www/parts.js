// Parts of the document that no filter waits for: each a file beside the module, fetched once and given to every engine. The
// build fills in what each must hash to (xtask/src/assets.rs).

const FILES = {
  notes: [new URL("./notes.txt", import.meta.url), "hash of notes.txt"],
  en: [new URL("./en.txt", import.meta.url), "hash of en.txt"],
  "zh-Hant": [new URL("./zh-Hant.txt", import.meta.url), "hash of zh-Hant.txt"],
};
/** What was asked for, by name; its text, once it has come. */
const asked = new Map();
const arrived = new Map();

/** Asks for a part, if there is one of this name; settled when it is there. */
export function part(name) {
  if (FILES[name] && !asked.has(name)) asked.set(name, fetched(...FILES[name]).then((text) => arrived.set(name, text)));
  return asked.get(name) ?? Promise.resolve();
}

/** Asks for all of them; settled when each is there or is not to be had. */
export function all() {
  return Promise.allSettled(Object.keys(FILES).map(part));
}

/** The part that a route's language needs. */
export function languageOf(route) {
  return /[?&]lang=([\w-]+)/.exec(route)?.[1];
}

/** Whether what a route's language needs was never asked for. */
export function isForeign(route) {
  const name = languageOf(route);
  return Boolean(FILES[name]) && !asked.has(name);
}

/** Gives an engine what has come. */
export function give(Explorer) {
  arrived.forEach((text, name) => Explorer.add(name, text));
}

async function fetched(url, integrity) {
  const answer = await fetch(url, { integrity });
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
  return answer.text();
}
