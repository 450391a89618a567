// No way out of a kiosk by touch, mouse or keyboard, as far as a page can see to that: the rest is the browser's start line
// (docs/kiosk.md).

const LETTERS = /^(Tab|Enter|Escape|Backspace|Delete|Home|End|Page(Up|Down)|Arrow(Up|Down|Left|Right)|.)$/u;

/** From now on nothing leaves this page: no menu, no window, no dragging, no file, no address elsewhere. */
export function lock() {
  for (const name of ["contextmenu", "dragstart", "dragover", "drop", "auxclick"]) addEventListener(name, stop, true);
  for (const name of ["mousedown", "mouseup", "pointerdown"]) addEventListener(name, (event) => event.button > 2 && stop(event), true);
  addEventListener("keydown", command, true);
  addEventListener("click", altered, true);
  // After the explorer: what it has not taken for its own is nobody's.
  addEventListener("click", (event) => event.target.closest?.("a[href],area[href]") && event.preventDefault());
}

function stop(event) {
  event.preventDefault();
}

/** What is no letter and no move is a command to the browser. */
function command(event) {
  const { altKey, ctrlKey, metaKey, key } = event;
  if (altKey || ctrlKey || metaKey || !LETTERS.test(key)) stop(event);
}

/** A modified click would open another window; nobody else need hear of it. */
function altered(event) {
  const { altKey, ctrlKey, metaKey, shiftKey } = event;
  if (!(altKey || ctrlKey || metaKey || shiftKey)) return;
  stop(event);
  event.stopPropagation();
}
