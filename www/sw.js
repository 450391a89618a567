// The service worker: keeps one edition of the site in the browser, whole, so that it opens where there is no network. It
// holds the site's own files and nothing of its readers. `cargo xtask build` writes which files an edition has, and what
// each must hash to (xtask/src/offline.rs); docs/hosting.md says how an edition follows another.

const EDITION = "{{edition}}";
/** What each file must hash to, by its name below the scope. */
const FILES = new Map({{files}});

const SCOPE = registration.scope;
// Other sites on this host, and other copies of this one, keep theirs under other names: no URL has a space.
const OURS = `minsheng ${SCOPE} `;
const CACHE = OURS + EDITION;
/** Names that never mean anything else: a page of an earlier edition may still ask for them. */
const HASHED = /^[^/?]+\.[0-9a-f]{10}\.[a-z]+$/;
const PAGE = /^(index\.html)?(\?|$)/;

/** The clients whose page came from this worker. Forgotten when it rests, and then earlier editions are only kept longer. */
const opened = new Set();

addEventListener("install", (event) => event.waitUntil(keepAll()));
addEventListener("activate", (event) => event.waitUntil(begin()));
addEventListener("message", (event) => event.waitUntil(hear(event)));
addEventListener("fetch", (event) => {
  const name = nameOf(event.request);
  if (name === undefined) return; // Not ours: as if there were no worker.
  if (event.request.mode === "navigate") opened.add(event.resultingClientId);
  event.respondWith(answer(event.request, name));
});

/** Keeps the whole edition or nothing of it, and tells the pages why. */
async function keepAll() {
  try {
    await collect();
  } catch (error) {
    await caches.delete(CACHE);
    const full = error.name === "QuotaExceededError";
    const reason = full ? "the browser has no room for it" : error.message;
    for (const page of await pages()) page.postMessage({ reason });
    throw error;
  }
}

/** Puts the edition together. Nothing is kept before everything is there and is what was built. */
async function collect() {
  const answers = await Promise.all([...FILES].map(async ([name, integrity]) => [SCOPE + name, await fetched(SCOPE + name, integrity)]));
  const cache = await caches.open(CACHE);
  // All of them end before anything is taken back.
  const kept = await Promise.allSettled(answers.map(([url, answer]) => cache.put(url, answer)));
  for (const { reason } of kept) if (reason) throw reason;
}

/** A file as it was built: what the page has just loaded need not come again, and what lies there wrong is asked for anew. */
async function fetched(url, integrity) {
  const answer = fetch(url, { integrity }).catch(() => fetch(url, { integrity, cache: "reload" }));
  const { body, headers } = await answer.catch(() => Promise.reject(new Error(`${url} did not come, or not as it was built`)));
  return new Response(body, { headers }); // One that came by a redirection would not do for a page.
}

/** Earlier editions go now, or when the last page that came from them has gone. */
async function begin() {
  if ((await pages()).length === 0) await forgetEarlier();
  await clients.claim();
}

async function hear({ data, source }) {
  const open = await pages();
  // Whoever asks is idle; whether others are, nobody can tell.
  if (data === "idle" && open.every(({ id }) => id === source.id)) await skipWaiting();
  if (data === "opened" && open.every(({ id }) => opened.has(id))) await forgetEarlier();
  if (data === "leaving") await askTheLast(source.id);
}

/** A page that was hidden or idle before another one went has been refused, and nothing else will make it ask again. */
async function askTheLast(gone) {
  for (let looks = 0; looks < 50; looks += 1) {
    const open = await pages();
    if (open.every(({ id }) => id !== gone)) return void (open.length === 1 && open[0].postMessage("alone"));
    await new Promise((then) => setTimeout(then, 100));
  }
}

/** Every open page below the scope, embeds' frames included. */
async function pages() {
  const all = await clients.matchAll({ type: "window", includeUncontrolled: true });
  return all.filter(({ url }) => url.startsWith(SCOPE));
}

/** The caches of earlier editions; and of a later one, if it has arrived. */
async function others() {
  return (await caches.keys()).filter((name) => name.startsWith(OURS) && name !== CACHE);
}

async function forgetEarlier() {
  const names = await others();
  if (registration.installing || registration.waiting) return;
  await Promise.all(names.map((name) => caches.delete(name)));
}

/** The file that a request means: of this edition, or perhaps of an earlier one. */
function nameOf({ method, mode, url }) {
  if (method !== "GET" || !url.startsWith(SCOPE)) return undefined;
  const name = url.slice(SCOPE.length).split("#", 1)[0];
  if (mode === "navigate" && PAGE.test(name)) return "index.html";
  return FILES.has(name) || HASHED.test(name) ? name : undefined;
}

/** From this edition; what is not of it, from the one its page came from; else from the network. */
async function answer(request, name) {
  for (const cacheName of FILES.has(name) ? [CACHE] : await others()) {
    const kept = await caches.match(SCOPE + name, { cacheName, ignoreVary: true });
    if (kept) return kept;
  }
  return fetch(request);
}
