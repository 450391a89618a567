// Starts the page again when its module has broken: in a fresh instance, at the route that its address has, with what was
// pasted. Where that happens too often, the page stays as it is, and is called static.

const RESTARTS = { most: 3, within: 60_000 };

let restarts = [];

/** Looks after the module that shows `host`. `again` draws the page anew by a class, at a route. Asked again after every
    change, it does no more. */
export function recover(host, again) {
  const Explorer = host.explorer.constructor;
  Explorer.onfault ??= (error) => {
    console.warn("minsheng: starting again:", error);
    const now = Date.now();
    restarts = [...restarts.filter((then) => now - then < RESTARTS.within), now];
    if (restarts.length > RESTARTS.most) return void (host.dataset.state = "static");
    const pasted = host.querySelector("#paste")?.value;
    Explorer.fresh().then(() => {
      again(Explorer, location.hash.startsWith("#/") ? location.hash : "");
      if (pasted) paste(host.querySelector("#paste"), pasted);
    }).catch((reason) => {
      console.warn("minsheng: the page stays static:", reason);
      host.dataset.state = "static";
    });
  };
}

function paste(field, text) {
  if (!field) return;
  field.value = text;
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
}
