// Prints what is shown. What stands on paper only is in the page for as long as it is printed; and a roll of paper, which a
// kiosk may have, is given a page as long as what stands on it.

/** Widths of rolls in millimetres, as presets name them, and the margins of kiosk.css above and below. */
const ROLLS = { 58: 8, 80: 8 };
/** In millimetres: no page is longer, and what is left goes on the next one. */
const LONGEST = 3000;
const MM = 96 / 25.4;

let heard = null;
let roll = null;

/** Answers the buttons for printing below `host`, and the browser's own command. `complete` puts the module in place that
    knows what paper needs, if it is at hand. Asked again after every change, it does no more. */
export function print(host, complete = () => {}) {
  if (heard === host) return;
  heard = host;
  host.addEventListener("click", ({ target }) => {
    const { mode, paper } = document.documentElement.dataset;
    if (target.closest?.("[data-print]") && (mode !== "kiosk" || paper)) globalThis.print();
  });
  let seen = {};
  addEventListener("beforeprint", () => {
    seen = { left: scrollX, top: scrollY, behavior: "instant" };
    complete();
    dressed(host, true);
    measure(host);
  });
  addEventListener("afterprint", () => {
    dressed(host, false);
    scrollTo(seen);
    requestAnimationFrame(() => scrollTo(seen)); // What is out of sight is guessed anew, and may be of another height.
  });
}

/** Where that module is not, the page is printed as it is, with its address at least. */
function dressed(host, on) {
  host.querySelector(".foot .address")?.remove();
  try {
    if (host.explorer.forPaper) return host.explorer.forPaper(on);
    if (!on) return;
    const address = Object.assign(document.createElement("p"), { className: "address", textContent: location.href });
    host.querySelector(".foot").append(address);
  } catch (error) {
    console.warn("minsheng: printed as it is:", error);
  }
}

/** Looks how long the sheet is: for that moment the page wears on the screen what it wears on paper. */
function measure(host) {
  const width = document.documentElement.dataset.paper;
  if (!ROLLS[width]) return;
  const sheets = [...document.styleSheets, ...document.adoptedStyleSheets].flatMap((sheet) => [sheet, ...sheet.cssRules]);
  const printed = sheets.filter(({ media }) => media?.mediaText === "print");
  for (const { media } of printed) media.mediaText = "all";
  const height = Math.ceil(host.getBoundingClientRect().height / MM) + ROLLS[width];
  for (const { media } of printed) media.mediaText = "print";
  if (!roll) document.adoptedStyleSheets = [...document.adoptedStyleSheets, (roll = new CSSStyleSheet())];
  roll.replaceSync(`@page roll${width} { size: ${width}mm ${Math.min(height, LONGEST)}mm }`);
}
