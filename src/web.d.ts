/** What an explorer stands in. Without one it is a page of its own. */
export interface ExplorerFrame {
    /** Makes it an embed. What it shows around the results: `search filters groups map`, or `none`; empty for all. */
    controls?: string;
    /** URL of the explorer in a window of its own; links of an embed lead there when opened in a new tab. */
    base?: string;
    /** URL of the folder of the site, for embedding codes. */
    site?: string;
    /** The element's script below `site` and, after a space, its integrity. */
    entry?: string;
    /** Today, as an ISO date, for citations. */
    today?: string;
}

/** What to search. Values of one facet are alternatives, facets add up, a value with a minus is excluded. */
export interface SearchQuery {
    principle?: string[];
    domain?: string[];
    group?: string[];
    target?: string[];
    wording?: string[];
    concern?: string[];
    /** Words in the text; white space separates them and all must occur. Width, case and script do not matter. */
    q?: string;
}

/** The answer to a query. */
export interface SearchResult {
    /** The page that shows the same: `#/explore?…`. */
    route: string;
    total: number;
    /** In the order of the text. */
    clauses: Clause[];
    /** By facet and value: how many clauses there would be with it (`now`) and how many the text has (`all`). */
    facets: Record<string, Record<string, { now: number; all: number }>>;
}

/** A sentence of the Opinion. Positions are UTF-16 code units, half-open. */
export interface Clause {
    /** `p`, `m5s3`, `g7`. */
    id: string;
    /** Akoma Ntoso. */
    eId: string;
    chapter: string | null;
    measure: string | null;
    n: number;
    text: string;
    principle: string | null;
    domains: Tag[];
    groups: Tag[];
    wording: Tag[];
    targets: Target[];
    concerns: string[];
    support: { witnesses: string[]; independent: number };
    variants: Variant[];
}

/** A facet value and the words that justify it. */
export interface Tag {
    id: string;
    evidence: Evidence[];
}

/** Words of a clause. */
export interface Evidence {
    start: number;
    end: number;
    text: string;
}

/** A promise that can be checked. */
export interface Target {
    id: string;
    kind: string;
    operator: string;
    value: number | null;
    unit: string | null;
    scope: string;
    horizon: string | null;
    hedges: string[];
    evidence: Evidence[];
}

/** A departure from the printed source. */
export interface Variant {
    id: string;
    start: number;
    end: number;
    printed: string;
    established: string;
    witnesses: string[];
    confidence: string;
}

/** Detail of the event `minsheng:route`, which follows what a reader does; `setRoute` sends none. */
export interface RouteChange {
    route: string;
    title: string;
    /** `type`: by writing in the search field. `go`: by anything else. */
    cause: "go" | "type";
}
