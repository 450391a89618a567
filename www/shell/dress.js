// What the document takes from the page that is shown: title, language, colours, and how large everything is.

/** Dresses the document as the explorer below `host` is. */
export function dress(host, title) {
  const page = document.documentElement;
  const { lang, dataset } = host.querySelector(".explorer");
  document.title = title;
  page.lang = lang;
  for (const name of ["theme", "mode", "size"]) {
    if (dataset[name]) page.dataset[name] = dataset[name];
    else delete page.dataset[name];
  }
}
