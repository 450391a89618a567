// Runs before anything is drawn; the stylesheet reads what it writes. Classic and blocking on purpose, so it stays tiny.
{
  const page = document.documentElement;
  // The static page shows the default view. A link to another view keeps it unseen until the live page is there.
  if (location.hash.startsWith("#/") && location.hash !== "#/explore") page.dataset.pending = "";
  // Large type is there from the start: what grows later would move under the reader's eyes.
  const [, mode] = /[?&]mode=(elder|kiosk)(?:&|$)/.exec(location.hash) ?? [];
  if (mode) page.dataset.mode = mode;
  // A script that does not arrive cannot say so itself.
  const missing = ({ target }) => {
    if (!(target instanceof HTMLScriptElement)) return;
    delete page.dataset.pending;
    page.dataset.state = "static";
  };
  addEventListener("error", missing, true);
}
