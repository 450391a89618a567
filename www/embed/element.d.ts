import type { SearchQuery, SearchResult } from "./api.js";

export * from "./api.js";

/** What an explorer shows: its route, and the route's parts by the names of the attributes. */
export interface ExplorerState {
    /** `#/explore?domain=education`. Any string is a route; what is not understood is left out. */
    route: string;
    view: "explore" | "read" | "targets";
    /** A sentence of the reading view, such as `m5s3`, or nothing. */
    place: string;
    /** `domain=education&group=elderly`. */
    filters: string;
    /** What is searched. Empty in what an element with `private` tells. */
    q: string;
    /** What results are grouped by. */
    by: "principle" | "domain" | "group" | "printed";
    lang: "zh-Hans" | "zh-Hant" | "en";
    theme: "auto" | "light" | "dark" | "contrast";
}

/** Detail of `minsheng:ready`. */
export interface ReadyDetail extends ExplorerState {
    /** `wasm`, or `plain` where WebAssembly is not to be had. */
    tier: "wasm" | "plain";
    version: string;
}

/** Detail of `minsheng:filter` and `minsheng:open`, which follow what a reader does. */
export interface ChangeDetail extends ExplorerState {
    /** A title for what is shown now; empty while a private element is searched. */
    title: string;
    /** `type`: by writing in the search field. `go`: by anything else. */
    cause: "go" | "type";
}

/** Detail of `minsheng:error`: why the text stays as the author wrote it. */
export interface ErrorDetail {
    message: string;
}

/** The element's own events; all bubble and cross shadow roots. */
export interface MinshengEventMap {
    /** The explorer answers its reader. */
    "minsheng:ready": CustomEvent<ReadyDetail>;
    /** The reader has searched, filtered or grouped. */
    "minsheng:filter": CustomEvent<ChangeDetail>;
    /** The reader has opened another view or sentence. */
    "minsheng:open": CustomEvent<ChangeDetail>;
    /** The reader has copied from it. */
    "minsheng:copy": CustomEvent<ExplorerState>;
    /** It could not start; what stands inside the element stays. */
    "minsheng:error": CustomEvent<ErrorDetail>;
}

/** Any event of the element, by name. */
export interface MinshengExplorerEventMap extends HTMLElementEventMap, MinshengEventMap {}

/** `<minsheng-explorer>`. Loads nothing until it comes near the reader. Properties are the attributes as text. */
export class MinshengExplorer extends HTMLElement {
    static readonly version: string;
    static readonly observedAttributes: string[];

    /** What is shown; follows the reader. */
    route: string;
    /** Part of the route: `explore`, `read`, `targets` or `about`. */
    view: string;
    /** Part of the route: values of facets, `domain=education&group=elderly`. */
    filters: string;
    /** Part of the route: what is searched. */
    q: string;
    /** Part of the route: the language of the interface, Chinese or English. The text is Chinese in both. */
    lang: string;
    /** Part of the route: `auto`, `light`, `dark` or `contrast`. */
    theme: string;
    /** What is shown around the sentences: `search filters groups map`, or `none`; empty for all. */
    controls: string;
    /** `none`, or 160 to 20000 pixels; what is higher is cut, with a button that shows it. */
    maxHeight: string;
    /** Where the WebAssembly is, if not beside the script. */
    wasmUrl: string;
    /** The page on which the whole explorer is; links lead there. */
    sourceUrl: string;

    /** By which way it runs: WebAssembly, the same as JavaScript, or nothing yet. */
    readonly tier: "wasm" | "plain" | "";
    /** `live`: an explorer. `waiting`: the author's text, until a reader comes near. `failed`: the author's text for good. */
    readonly state: "waiting" | "live" | "failed";
    /** Resolves with this element once it answers its reader; rejects where it cannot, and the text stays. Another promise
        each time the element has been taken out or has started again. */
    readonly whenReady: Promise<this>;
    /** What is shown. */
    getState(): ExplorerState;
    /** Shows another route, or the same one with some parts replaced. Sends no event. */
    setState(state: string | Partial<Omit<ExplorerState, "route">>): void;
    /** Focuses the search field; false where there is none. */
    focusSearch(): boolean;
    /** Searches without showing anything. Throws before `whenReady`, and where the query is none. */
    search(query: SearchQuery): SearchResult;

    addEventListener<K extends keyof MinshengExplorerEventMap>(
        type: K,
        listener: (this: MinshengExplorer, event: MinshengExplorerEventMap[K]) => unknown,
        options?: boolean | AddEventListenerOptions,
    ): void;
    addEventListener(
        type: string,
        listener: EventListenerOrEventListenerObject,
        options?: boolean | AddEventListenerOptions,
    ): void;
    removeEventListener<K extends keyof MinshengExplorerEventMap>(
        type: K,
        listener: (this: MinshengExplorer, event: MinshengExplorerEventMap[K]) => unknown,
        options?: boolean | EventListenerOptions,
    ): void;
    removeEventListener(
        type: string,
        listener: EventListenerOrEventListenerObject,
        options?: boolean | EventListenerOptions,
    ): void;
}
