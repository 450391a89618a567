// Puts words on the clipboard, as text and as formatted text. Knows neither page nor element: the explorer it is given makes
// the citation.

/** Copies what the explorer says of a place: the quotation with its source, or, as `link`, the link alone. Where the browser
    forbids every way, the words are shown, selected, to be copied by hand. */
export function copyCited(button, explorer, place = placeOf(button), form = "text") {
  const text = explorer.cite(place, form);
  return copy(button, text, form === "text" ? explorer.cite(place, "html") : "");
}

/** Copies text, and formatted text with it, and says that it is done. Where the browser forbids it, `otherwise`. */
export async function copy(button, text, html, otherwise = () => byHand(button, text), done) {
  if (!byEvent(text, html) && !(await navigator.clipboard?.writeText(text).then(() => true, () => false))) return otherwise();
  tell(button, done);
}

/** The sentence that a button names, or that of the card around an element: the one that its link to the whole text names. */
export function placeOf(element) {
  return element.dataset.cite || /#\/read\/([^?]*)/.exec(element.closest(".card")?.querySelector(".context").href)?.[1];
}

/** How long what was done is seen. */
const SEEN = 2500;
let timer = 0;

/** Says for a moment what a button has done, and has it read aloud; that it has copied, where nothing else is said. */
export function tell(button, done) {
  const status = button.closest(".explorer").querySelector("[role=status]");
  if (!status) return;
  status.textContent = done ?? status.dataset.copied;
  status.dataset.toast = "";
  clearTimeout(timer);
  timer = setTimeout(() => delete status.dataset.toast, SEEN);
}

/** As if the reader had pressed the keys: allowed in frames and on disks too, and both forms at once. */
function byEvent(text, html) {
  let done = false;
  const give = (event) => {
    event.clipboardData.setData("text/plain", text);
    if (html) event.clipboardData.setData("text/html", html);
    event.preventDefault();
    done = true;
  };
  document.addEventListener("copy", give, true);
  document.execCommand("copy");
  document.removeEventListener("copy", give, true);
  return done;
}

function byHand(button, text) {
  const [dialog, field, close] = ["dialog", "textarea", "button"].map((tag) => document.createElement(tag));
  dialog.className = "by-hand";
  dialog.setAttribute("aria-label", button.textContent);
  Object.assign(field, { value: text, readOnly: true, rows: 8 });
  close.textContent = "OK";
  close.onclick = () => dialog.close();
  dialog.onclose = () => dialog.remove();
  dialog.append(field, close);
  button.closest(".explorer").append(dialog);
  dialog.showModal();
  field.select();
}
