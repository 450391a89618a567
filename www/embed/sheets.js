// Style sheets that a script makes: each belongs to a document, and may be worn in that document only.

/** The sheets that elements share, by their document and their text. */
const sheets = new WeakMap();

/** A sheet of one's own. */
export function sheet(document, css) {
  const made = new document.defaultView.CSSStyleSheet();
  made.replaceSync(css);
  return made;
}

/** The sheet of this text that the elements of a document share. */
export function shared(document, css) {
  if (!sheets.has(document)) sheets.set(document, new Map());
  const known = sheets.get(document);
  if (!known.has(css)) known.set(css, sheet(document, css));
  return known.get(css);
}
