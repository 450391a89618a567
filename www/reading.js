// Keeps one entry of the contents current: the one whose text is read. A link's place is current until the reader scrolls.

let article = null;
let headings = [];
/** The route last seen, and the place it led to: its heading, and where the page stood then. */
let route;
let arrived = null;
let asked = 0;
let shown = null;

const later = () => {
  asked ||= requestAnimationFrame(() => {
    asked = 0;
    if (article?.isConnected) mark(shown);
  });
};

/** Follows the reader through the text below `host`. Asked again after every change. */
export function follow(host) {
  const found = host.querySelector(".reading .document");
  if (found !== article) {
    article = found;
    headings = found ? [...found.querySelectorAll(".s[id], h2[id], h3[id]")].filter((it, n) => n === 0 || !it.matches(".s")) : [];
  }
  if (!article) return;
  shown = host;
  addEventListener("scroll", later, { passive: true });
  if (route !== host.explorer.route) arrive(host);
  mark(host);
}

/** Where a link has led to something in the window, that is read. */
function arrive(host) {
  route = host.explorer.route;
  const id = route.split("?")[0].split(":")[0].slice(1);
  const place = [...article.querySelectorAll("[id]")].find((it) => it.id === id);
  const { top, bottom } = place?.getBoundingClientRect() ?? {};
  const before = place && headings.filter((it) => it === place || it.compareDocumentPosition(place) & Node.DOCUMENT_POSITION_FOLLOWING);
  arrived = bottom > 0 && top < innerHeight ? { y: scrollY, heading: before.pop() } : null;
}

/** The line that a heading must have passed: where links lead to, and on the last screen ever lower, since what stands there
    never comes up so far. */
function line() {
  const top = parseFloat(getComputedStyle(headings[1]).scrollMarginTop) + 2;
  const left = document.documentElement.scrollHeight - innerHeight - scrollY;
  return top + Math.max(0, 1 - left / innerHeight) * (innerHeight - top);
}

function mark(host) {
  if (arrived && Math.abs(arrived.y - scrollY) > 2) arrived = null;
  const at = line();
  const read = arrived?.heading ?? headings.filter((it) => it.getBoundingClientRect().top <= at).pop() ?? headings[0];
  for (const link of host.querySelectorAll(".contents a")) {
    const isRead = link.hash.split("?")[0] === `#${read.id}`;
    if (isRead && !link.hasAttribute("aria-current")) link.setAttribute("aria-current", "true");
    if (!isRead) link.removeAttribute("aria-current");
    if (isRead) show(link);
  }
}

/** Contents that scroll by themselves show the entry. */
function show(link) {
  const list = link.closest("nav");
  const { top, bottom } = list.getBoundingClientRect();
  const entry = link.getBoundingClientRect();
  if (entry.top < top) list.scrollTop -= top - entry.top;
  if (entry.bottom > bottom) list.scrollTop += entry.bottom - bottom;
}
