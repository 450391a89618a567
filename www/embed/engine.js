// The engine of all elements: found by the best way that is open here. Nothing is loaded before somebody asks.

/* global FILES -- filled in when this is built: what the files beside this one are called, and their hashes. */

/** A file that is there but is not the one that was published. */
class Altered extends Error {}

let text = null;

/** The explorer by the best way that is open here. */
export async function load(wasmUrl) {
  const look = module("sheet.js", () => import("./sheet.js"));
  look.catch(() => {}); // Awaited below; until then nobody may miss it.
  const started = await byWasm(wasmUrl).catch((reason) => {
    if (reason instanceof Altered) throw reason;
    return byScript();
  });
  return { ...started, css: (await look).default };
}

async function byWasm(said) {
  if (typeof WebAssembly !== "object") throw new Error("no WebAssembly here");
  const url = said ? new URL(said, document.baseURI) : new URL("./minsheng_bg.wasm", import.meta.url);
  const [glue, bytes] = await Promise.all([module("minsheng.js", () => import("./minsheng.js")), fetched("minsheng_bg.wasm", url).then((answer) => answer.arrayBuffer())]);
  await glue.default({ module_or_path: bytes });
  return { tier: "wasm", Explorer: glue.Explorer, fresh: glue.__wbg_reset_state };
}

async function byScript() {
  const { Explorer, __wbg_reset_state: fresh } = await module("minsheng-plain.js", () => import("./minsheng-plain.js"));
  return { tier: "plain", Explorer, fresh };
}

/** A neighbour, as it was published. */
async function fetched(name, url) {
  const integrity = FILES[name]?.integrity;
  const answer = await fetch(url, integrity ? { integrity } : {}).catch(async (error) => {
    throw integrity && (await isThere(url)) ? new Altered(`${url} is not what was published`) : error;
  });
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
  return answer;
}

/** Imports a neighbour, after the browser has compared it with its published hash. */
async function module(name, imports) {
  const { file, integrity } = FILES[name] ?? {};
  const link = document.createElement("link");
  if (integrity && link.relList.supports?.("modulepreload")) {
    const url = new URL(`./${file}`, import.meta.url);
    Object.assign(link, { rel: "modulepreload", crossOrigin: "anonymous", integrity, href: url.href });
    const arrived = await new Promise((done) => {
      link.onload = () => done(true);
      link.onerror = () => done(false);
      document.head.append(link);
    });
    link.remove();
    if (!arrived && (await isThere(url))) throw new Altered(`${url} is not what was published`);
  }
  return imports();
}

const isThere = (url) => fetch(url).then((answer) => answer.ok, () => false);

/** The notes, fetched once. */
export function notes() {
  return (text ??= fetched("notes.txt", new URL("./notes.txt", import.meta.url)).then((answer) => answer.text()));
}
