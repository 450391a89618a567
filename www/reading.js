// Tells in the contents which part of the text is in sight. Only a mark: where the reader goes by a link is the route.

/** How far down the window the line lies that a heading must have passed, as a share of its height. */
const LINE = 0.3;

let observer = null;
let article = null;

/** Follows the reader through the text below `host`. Asked again after every change, it begins anew only with a new text. */
export function follow(host) {
  const found = host.querySelector(".document");
  if (found === article) return;
  observer?.disconnect();
  article = found;
  if (!article || !host.querySelector(".contents")) return;
  const headings = [...article.querySelectorAll("h2[id], h3[id]")];
  observer = new IntersectionObserver(() => mark(host, headings), { rootMargin: `0px 0px ${LINE * 100 - 100}% 0px` });
  headings.forEach((heading) => observer.observe(heading));
}

function mark(host, headings) {
  const line = innerHeight * LINE;
  const passed = headings.filter((heading) => heading.getBoundingClientRect().top <= line).pop();
  for (const link of host.querySelectorAll(".contents a")) {
    const here = link.hash.split("?")[0] === `#${passed?.id}`;
    if (here) link.dataset.current = "";
    else delete link.dataset.current;
  }
}
