// What the file carries, and whether it is whole. Unpacking alone notices what was cut off or altered: gzip ends with a sum
// of what it held.

/** The bytes that an element's text packs: gzip, thirteen bits as two characters. */
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

/** What is no digit counts as none, and gzip's sum then finds it. */
function unpacked(text) {
  const values = new Uint8Array(127);
  for (let code = 33, n = 0; code < 127; code += 1) if (!"<{}".includes(String.fromCharCode(code))) values[code] = n++;
  const valueAt = (at) => values[text.charCodeAt(at)] ?? 0;
  // A last character without another is six bits.
  const bytes = new Uint8Array(((text.length >> 1) * 13 + (text.length & 1) * 6) >> 3);
  let held = 0;
  let bits = 0;
  for (let at = 0, n = 0; at < text.length; at += 2) {
    held |= (valueAt(at) + valueAt(at + 1) * 91) << bits;
    for (bits += 13; bits >= 8; bits -= 8, held >>>= 8) bytes[n++] = held;
  }
  return bytes;
}

/** SHA-256 in hexadecimal; nothing where the browser keeps it from pages that came over an open network. */
export async function digest(bytes) {
  const hash = await globalThis.crypto?.subtle?.digest("SHA-256", bytes);
  return hash && [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
