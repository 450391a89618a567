// Registers <minsheng-explorer>: the one thing this changes in its page. Loaded twice, or beside another version, it
// leaves the first one's name alone; another version is then there under a name with its number.

import { MinshengExplorer } from "./element.js";

const NAME = "minsheng-explorer";
const first = customElements.get(NAME);
if (!first) {
  customElements.define(NAME, MinshengExplorer);
} else if (first.version !== MinshengExplorer.version) {
  const name = `${NAME}-${MinshengExplorer.version.replaceAll(".", "-")}`;
  if (!customElements.get(name)) customElements.define(name, MinshengExplorer);
  console.info(`minsheng-explorer: version ${first.version} has the name; this one is <${name}>`);
}

export { MinshengExplorer };
