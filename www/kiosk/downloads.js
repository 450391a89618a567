// Files that the explorer makes itself: what is shown, and, where there is no file beside the page, the data.

const saved = new WeakSet();

/** Gives the download links and buttons below `host` what they name. */
export function save(host) {
  if (saved.has(host)) return;
  saved.add(host);
  host.addEventListener("click", (event) => {
    const button = event.target.closest?.("button[data-export]");
    if (button) return give(host.explorer.export(button.dataset.export), `minsheng.${button.dataset.export}`);
    const link = event.target.closest?.("a[download]");
    if (link?.protocol !== "file:") return;
    event.preventDefault();
    const name = link.getAttribute("href").split("/").pop();
    give(host.explorer.data(name), name);
  });
}

function give(data, name) {
  const text = typeof data === "string" ? data : `${JSON.stringify(data, null, 2)}\n`;
  const url = URL.createObjectURL(new Blob([text], { type: TYPES[name.split(".").pop()] ?? "application/json" }));
  Object.assign(document.createElement("a"), { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

const TYPES = { csv: "text/csv;charset=utf-8", md: "text/markdown;charset=utf-8" };
