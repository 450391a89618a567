// Registers <minsheng-explorer>: the one thing this changes in its page. Loaded twice, or beside another version, it
// leaves the first one's name alone; another version is then there under a name with its number.

import { MinshengExplorer } from "./element.js";

const NAME = "minsheng-explorer";
const first = customElements.get(NAME);
if (!CSS.supports("container-type", "inline-size")) {
  // It would lay itself out for a window here; what the author wrote fits the column.
  console.info("minsheng-explorer: this browser has no container queries; the text stays");
} else if (!first) {
  customElements.define(NAME, MinshengExplorer);
} else if (first.version !== MinshengExplorer.version) {
  const name = `${NAME}-${MinshengExplorer.version.replaceAll(".", "-")}`;
  if (!customElements.get(name)) customElements.define(name, MinshengExplorer);
  console.info(`minsheng-explorer: version ${first.version} has the name; this one is <${name}>`);
}

export { MinshengExplorer };
