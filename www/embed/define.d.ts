import { MinshengExplorer } from "./element.js";

export * from "./element.js";

declare global {
    interface HTMLElementTagNameMap {
        "minsheng-explorer": MinshengExplorer;
    }
}
