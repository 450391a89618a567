// What this browser does with WebAssembly: nothing at all, or everything, or only what may take its time.

/** `\0asm`, and the version: the smallest module there is. */
const EMPTY = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0];

/** Throws where no module may run: where WebAssembly is missing, or where a policy forbids it. */
export function tryWebAssembly() {
  new WebAssembly.Module(new Uint8Array(EMPTY));
}

/** Whether a module as large as ours may start while the page waits. Chromium before 115 refuses more than 4 KB. */
export function startsAtOnce() {
  // The same module with 5,000 bytes that mean nothing: a section without a meaning, its length, an empty name.
  const large = new Uint8Array(EMPTY.length + 3 + 5000);
  large.set([...EMPTY, 0, 5000 & 0x7f | 0x80, 5000 >> 7]);
  try {
    new WebAssembly.Module(large);
    return true;
  } catch {
    return false;
  }
}
