// Compiled, never run, by `cargo xtask test`: the element of the npm package as a page with types sees it.
// A line under @ts-expect-error must not compile; if it does, the types have become too loose.
import { MinshengExplorer, type ChangeDetail, type ExplorerState, type SearchResult } from "./define.js";

export async function embed(): Promise<string> {
    const element = document.createElement("minsheng-explorer");
    element.route = "#/explore?domain=education";
    element.controls = "search filters";
    element.maxHeight = "600";
    element.addEventListener("minsheng:ready", (event) => {
        const tier: "wasm" | "plain" = event.detail.tier;
        console.info(tier, event.detail.version, MinshengExplorer.version);
    });
    element.addEventListener("minsheng:filter", ({ detail }) => told(detail));
    element.addEventListener("minsheng:open", ({ detail }) => told(detail));
    element.addEventListener("minsheng:error", ({ detail }) => console.warn(detail.message));
    element.addEventListener("click", (event) => event.clientX);
    document.body.append(element);
    const explorer: MinshengExplorer = await element.whenReady;
    if (explorer.tier === "plain") console.info("without WebAssembly");
    const found: SearchResult = explorer.search({ domain: ["education"], q: "学校" });
    explorer.setState(found.route);
    explorer.setState({ theme: "dark", lang: "en", filters: "group=elderly" });
    const state: ExplorerState = explorer.getState();
    return explorer.focusSearch() ? state.view : state.route;
}

function told({ route, title, cause }: ChangeDetail): void {
    document.title = cause === "go" ? title : route;
}

export class OwnOpinion extends MinshengExplorer {
    override getState(): ExplorerState {
        return { ...super.getState(), q: "" };
    }
}
customElements.define("own-opinion", OwnOpinion);

export function wrong(explorer: MinshengExplorer): void {
    // @ts-expect-error There is no such theme.
    explorer.setState({ theme: "sepia" });
    // @ts-expect-error The route is said by itself.
    explorer.setState({ route: "#/read" });
    // @ts-expect-error Its promise cannot be replaced.
    explorer.whenReady = Promise.resolve(explorer);
    // @ts-expect-error An error has no route.
    explorer.addEventListener("minsheng:error", ({ detail }) => detail.route);
}
