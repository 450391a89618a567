// What the file carries, and whether it is whole. Unpacking alone notices a program that was cut off or altered: gzip ends
// with a sum of what it held. The program carries what was built around it.

/** The bytes that an element's text packs: gzip in base64. */
export async function bytesOf(element) {
  const packed = Uint8Array.from(atob(element.textContent), (character) => character.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** What is packed, by name: a line of names and lengths, and then each after the other. */
export function split(bytes) {
  const head = bytes.indexOf(10) + 1;
  const lengths = new TextDecoder().decode(bytes.subarray(0, head)).trim().split(" ").map((part) => part.split(":"));
  let at = head;
  return Object.fromEntries(lengths.map(([name, length]) => [name, bytes.subarray(at, (at += Number(length)))]));
}

/** Whether the page around the program is the one that was built: `built` has a line for each element of the head and of the
    body. An element that an extension has added does no harm; words that stand alone in the body do. The script's hash and
    the styles' are left out: where one of them is false, the browser refuses what it belongs to. */
export function isBuilt(built) {
  const { compatMode, documentElement: page, head, body } = document;
  const found = new Set([...head.children, ...body.children].map(({ outerHTML }) => {
    return outerHTML.replace(/=""|'sha256-[^']*'/g, "").replace(/&quot;/g, '"');
  }));
  const hasStrayWords = [...body.childNodes].some(({ nodeType, data }) => nodeType === Node.TEXT_NODE && data.trim());
  const isPage = compatMode === "CSS1Compat" && page.lang === "zh-Hans" && "pending" in page.dataset;
  return isPage && !hasStrayWords && built.split("\n").every((line) => found.has(line));
}

/** Settled when the file is read to its end. */
export function read() {
  return new Promise((done) => (document.readyState === "loading" ? addEventListener("DOMContentLoaded", done) : done()));
}

/** SHA-256 in hexadecimal; nothing where the browser keeps it from pages that came over an open network. */
export async function digest(bytes) {
  const hash = await globalThis.crypto?.subtle?.digest("SHA-256", bytes);
  return hash && [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
