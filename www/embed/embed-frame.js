// In the iframe: the fragment is the route, and whoever embeds is told how high the content is, in the three ways that
// article systems listen for. Nothing is read from messages.

const explorer = document.querySelector("minsheng-explorer");
const asked = new URLSearchParams(location.search);

for (const name of ["controls", "source-url"]) if (asked.has(name)) explorer.setAttribute(name, asked.get(name));
const show = () => location.hash.startsWith("#/") && explorer.setAttribute("route", location.hash);
show();
addEventListener("hashchange", show);

/** The reader's steps are no entries of the article's history. A browser that has been told too often is told later. */
let late = 0;
const follow = ({ detail }) => {
  clearTimeout(late);
  try {
    history.replaceState(null, "", detail.route);
  } catch {
    late = setTimeout(follow, 1000, { detail });
  }
};
explorer.addEventListener("minsheng:filter", follow);
explorer.addEventListener("minsheng:open", follow);

const child = (asked.get("childId") ?? "minsheng").replace(/[^\w-]/g, "");
let told = 0;
let waiting = 0;

/** At most once a frame, and only what is new. */
function tell() {
  waiting = 0;
  const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
  if (height === told || height === 0) return;
  told = height;
  parent.postMessage({ sentinel: "amp", type: "embed-size", height }, "*");
  parent.postMessage(`pymxPYMx${child}xPYMxheightxPYMx${height}`, "*");
  try {
    window.requestResize?.();
  } catch {
    // The browser allows it to few pages; the article may still listen to the others.
  }
}

/** Only once it is known what will be shown: the text that it takes the place of is longer. */
function observe() {
  new ResizeObserver(() => (waiting ||= requestAnimationFrame(tell))).observe(document.documentElement);
}

if (parent !== window) customElements.whenDefined(explorer.localName).then(() => explorer.whenReady.then(observe, observe));
