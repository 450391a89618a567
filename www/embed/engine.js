// The engine of all elements: found by the best way that is open here. Nothing is loaded before somebody asks.

/* global FILES -- filled in when this is built: what the files beside this one are called, and their hashes, by their names
   without an ending. Nothing in the npm package, whose files the consumer's bundler names anew: what is left out there must
   not be there at all, or bundlers read the URL below as any file of the package, and ship it whole a second time. */

import { tryWebAssembly } from "../shell/machine.js";

/** A file that is there but is not the one that was published. */
class Altered extends Error {}

const parts = new Map();

/** The explorer by the best way that is open here. */
export async function load(wasmUrl) {
  const look = module("sheet", () => import("./sheet.js"));
  look.catch(() => {}); // Awaited below; until then nobody may miss it.
  const started = await byWasm(wasmUrl).catch((reason) => {
    if (reason instanceof Altered) throw reason;
    return byScript();
  });
  const { default: css, ...helpers } = await look;
  return { ...started, css, ...helpers };
}

async function byWasm(said) {
  tryWebAssembly(); // Where it fails, ours need not be loaded first.
  const url = said ? new URL(said, document.baseURI) : new URL("./minsheng_bg.wasm", import.meta.url);
  const bytes = fetched("minsheng_bg", url).then((answer) => answer.arrayBuffer());
  bytes.catch(() => {}); // Awaited below; until then nobody may miss it.
  const glue = await module("minsheng", () => import("./minsheng.js"));
  await glue.default({ module_or_path: await bytes });
  return { tier: "wasm", Explorer: glue.Explorer };
}

async function byScript() {
  const { Explorer } = await module("minsheng-plain", () => import("./minsheng-plain.js"));
  return { tier: "plain", Explorer };
}

/** A neighbour, as it was published. Where there are hashes, a file without one is not fetched. */
async function fetched(name, url) {
  const integrity = FILES?.[name].integrity;
  const answer = await fetch(url, integrity ? { integrity } : {}).catch(async (error) => {
    throw integrity && (await isThere(url)) ? new Altered(`${url} is not what was published`) : error;
  });
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
  return answer;
}

/** Imports a neighbour once it is known to be what was published. What the browser preloads by its hash it imports;
    not every browser keeps to the hash there, so the file is also read by it. */
async function module(name, imports) {
  if (FILES) await proven(name);
  return imports();
}

async function proven(name) {
  const { file, integrity } = FILES[name];
  const url = new URL(`./${file}`, import.meta.url);
  await preloaded(url, integrity);
  // A policy may forbid reading what it lets a script import.
  await fetched(name, url).catch((error) => error instanceof Altered && Promise.reject(error));
}

async function preloaded(url, integrity) {
  const link = document.createElement("link");
  if (!link.relList.supports?.("modulepreload")) return;
  Object.assign(link, { rel: "modulepreload", crossOrigin: "anonymous", integrity, href: url.href });
  const arrived = await new Promise((done) => {
    link.onload = () => done(true);
    link.onerror = () => done(false);
    document.head.append(link);
  });
  link.remove();
  if (!arrived && (await isThere(url))) throw new Altered(`${url} is not what was published`);
}

const isThere = (url) => fetch(url).then((answer) => answer.ok, () => false);

/** What is not needed at first: `notes`, and what a language needs. */
const PARTS = {
  notes: new URL("./notes.txt", import.meta.url),
  en: new URL("./en.txt", import.meta.url),
  "zh-Hant": new URL("./zh-Hant.txt", import.meta.url),
};

/** A part of the document, fetched once; nothing where there is none of this name. */
export function part(name) {
  if (PARTS[name] && !parts.has(name)) parts.set(name, fetched(name, PARTS[name]).then((answer) => answer.text()));
  return parts.get(name);
}
