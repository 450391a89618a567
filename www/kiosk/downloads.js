// The data to download, where there is no file beside the page: made by the explorer itself.

/** Gives the download links below `host` what they name. */
export function save(host, explorer) {
  host.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[download]");
    if (!link || link.href.startsWith("blob:")) return;
    event.preventDefault();
    const name = link.getAttribute("href").split("/").at(-1);
    const url = URL.createObjectURL(new Blob([said(explorer.data(name))], { type: "application/json" }));
    Object.assign(document.createElement("a"), { href: url, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(url), 60_000);
  });
}

function said(data) {
  return typeof data === "string" ? data : `${JSON.stringify(data, null, 2)}\n`;
}
