// Compiled, never run, by `cargo xtask test`: the JavaScript API as a consumer with types sees it.
// A line under @ts-expect-error must not compile; if it does, the types have become too loose.
import init, { Explorer, type Clause, type RouteChange, type SearchResult } from "./minsheng.js";

export async function count(host: Element): Promise<number> {
    await init();
    const explorer = new Explorer(host, "#/explore");
    host.addEventListener("minsheng:route", (event) => {
        const { route, title, cause } = (event as CustomEvent<RouteChange>).detail;
        document.title = cause === "go" ? title : route;
    });
    const result: SearchResult = explorer.search({ domain: ["elderly-care"], group: ["elderly"], q: "床位" });
    const first: Clause | undefined = result.clauses[0];
    const words: string[] = first ? first.domains.flatMap((tag) => tag.evidence.map((evidence) => evidence.text)) : [];
    const now: number = result.facets["domain"]["elderly-care"].now;
    explorer.setRoute(result.route);
    return result.total + words.length + now;
}

export function wrong(explorer: Explorer): void {
    // @ts-expect-error A facet's values are a list.
    explorer.search({ domain: "elderly-care" });
    // @ts-expect-error There is no such facet.
    explorer.search({ colour: ["blue"] });
    // @ts-expect-error The words are a text.
    explorer.search({ q: 7 });
}
