// How a kiosk is set: by its start address, by attributes of its host element, by the build, in this order. What is not
// understood is left out, and said on the console.

const IDLE = { least: 10, most: 3600, usual: 60 };
/** Widths of rolls in millimetres, or sheets: what a kiosk may print on. */
const PAPERS = ["58", "80", "a4"];
/** The number that leads out: long enough that nobody guesses it. */
const EXIT = /^\d{6,20}$/;
/** What of a start address outlives a visit. */
const KEPT = ["lang", "theme", "size"];

/** `{ route, home, idle, site, paper, exit }` of an address's fragment and query: what to show first and after each visit,
    seconds until the question, the URL of the public explorer, what is printed on, and the number that leads out; these are
    empty where there is none. */
export function preset(host, { hash, search }) {
  const [path, query = ""] = hash.split(/\?(.*)/s, 2);
  const asked = new URLSearchParams(query);
  const said = (name) => asked.get(name) ?? new URLSearchParams(search).get(name) ?? host.dataset[name] ?? "";
  const idle = seconds(said("idle"));
  const site = address(said("public"));
  const paper = printed(said("paper"));
  const exit = number(said("exit"));
  for (const name of ["idle", "public", "paper", "exit"]) asked.delete(name);
  asked.set("mode", "kiosk");
  const kept = new URLSearchParams([...asked].filter(([name]) => KEPT.includes(name)));
  kept.set("mode", "kiosk");
  const home = `#/attract?${kept}`;
  return { route: path.startsWith("#/") ? `${path}?${String(asked).replace(/\+/g, "%20")}` : home, home, idle, site, paper, exit };
}

function seconds(said) {
  if (said === "") return IDLE.usual;
  const number = Number(said);
  if (Number.isFinite(number) && number >= IDLE.least && number <= IDLE.most) return number;
  console.warn(`minsheng: idle: “${said}” is not ${IDLE.least} to ${IDLE.most} seconds; ${IDLE.usual}`);
  return IDLE.usual;
}

function printed(said) {
  if (said === "" || PAPERS.includes(said)) return said;
  console.warn(`minsheng: paper: “${said}” is none of ${PAPERS.join(", ")}; nothing is printed`);
  return "";
}

/** What was said is not repeated: it is a secret. */
function number(said) {
  if (said === "" || EXIT.test(said)) return said;
  console.warn("minsheng: exit: not 6 to 20 digits; there is no way out");
  return "";
}

function address(said) {
  if (said === "") return "";
  try {
    const url = new URL(said);
    if (/^https?:$/.test(url.protocol)) return url.href.split("#")[0];
  } catch {
    // Told below, with those that are URLs of something else.
  }
  console.warn(`minsheng: public: “${said}” is no address of a public page; there are no QR codes`);
  return "";
}
