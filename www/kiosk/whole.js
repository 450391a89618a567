// What the file carries, and whether it is whole. Unpacking alone notices what was cut off or altered: gzip ends with a sum
// of what it held.

const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz.-:+=^!/*?&>()[],;@%$#~";

/** The bytes that an element's text packs: gzip, four bytes as five characters. */
export async function bytesOf(element) {
  const stream = new Blob([unpacked(element.textContent.trim())]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** What is packed, by name: a line of names and lengths, and then each after the other. */
export function split(bytes) {
  const head = bytes.indexOf(10) + 1;
  const lengths = new TextDecoder().decode(bytes.subarray(0, head)).trim().split(" ").map((part) => part.split(":"));
  let at = head;
  return Object.fromEntries(lengths.map(([name, length]) => [name, bytes.subarray(at, (at += Number(length)))]));
}

/** What is no digit makes a group of zeros, and gzip's sum then finds it. */
function unpacked(text) {
  const values = new Uint8Array(128);
  for (let n = 0; n < 85; n += 1) values[DIGITS.charCodeAt(n)] = n;
  const bytes = new Uint8Array(Math.floor((text.length * 4) / 5) + 3);
  const view = new DataView(bytes.buffer);
  for (let at = 0, n = 0; at < text.length; at += 5, n += 4) {
    let word = 0;
    // What the last group lacks counts as the highest digit, so that what it has comes out as it went in.
    for (let k = at; k < at + 5; k += 1) word = word * 85 + (k < text.length ? values[text.charCodeAt(k)] : 84);
    view.setUint32(n, word);
  }
  return bytes.subarray(0, bytes.length - 3);
}

/** SHA-256 in hexadecimal; nothing where the browser keeps it from pages that came over an open network. */
export async function digest(bytes) {
  const hash = await globalThis.crypto?.subtle?.digest("SHA-256", bytes);
  return hash && [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
