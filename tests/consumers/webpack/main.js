// Built by webpack as it comes: the element under its own name, and under one that this page gives it.
import "minsheng-explorer";
import { MinshengExplorer } from "minsheng-explorer/element";

customElements.define("own-opinion", class extends MinshengExplorer {});
