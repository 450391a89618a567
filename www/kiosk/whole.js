// What the file carries, and whether it is whole. Unpacking alone notices what was cut off or altered: gzip ends with a sum
// of what it held.

/** The bytes that an element's text packs: gzip in base64. */
export async function bytesOf(element) {
  const text = element.textContent.trim();
  const packed = Uint8Array.fromBase64?.(text) ?? Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** SHA-256 in hexadecimal; nothing where the browser keeps it from pages that came over an open network. */
export async function digest(bytes) {
  const hash = await globalThis.crypto?.subtle?.digest("SHA-256", bytes);
  return hash && [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
