// The state of an element: a route, and its parts by the names of the attributes. The explorer has the last word on what
// a route means; here its text is only taken apart and put together.

const DEFAULTS = { by: "principle", lang: "zh-Hans", theme: "auto" };

/** `{route, view, place, filters, q, by, lang, theme}` of a route. */
export function parts(route) {
  const [path, query = ""] = route.replace(/^#?\/?/, "").split(/\?(.*)/s, 2);
  const [view, place = ""] = path.split("/");
  const state = { route, view, place, filters: "", q: "", ...DEFAULTS };
  const filters = [];
  for (const part of query.split("&")) {
    const [key, value = ""] = part.split(/=(.*)/s, 2);
    if (key === "q") state.q = decoded(value);
    else if (key === "by" || key === "lang" || key === "theme") state[key] = value;
    else if (part && key !== "panel") filters.push(part);
  }
  return { ...state, filters: filters.join("&") };
}

export function joined({ view, place, filters, q, by, lang, theme }) {
  const path = place && view === "read" ? `read/${place}` : view || "explore";
  const said = { filters, q, by, lang, theme };
  const unusual = Object.keys(said).filter((name) => said[name] !== DEFAULTS[name]);
  const query = unusual.flatMap((name) => parameter(name, said[name])).join("&");
  return query ? `#/${path}?${query}` : `#/${path}`;
}

/** What somebody says of a state: the parts they name, which are text. Their getters run here, and may throw. */
export function said(state) {
  if (typeof state !== "object" || state === null || Array.isArray(state)) refuse("setState", 'a route or an object such as {q: "床位"}');
  const parts = Object.entries(state).filter(([, part]) => part !== undefined);
  for (const [name, part] of parts) if (typeof part !== "string") refuse(`setState: ${name}`, "a string");
  return Object.fromEntries(parts);
}

function refuse(name, expected) {
  throw new TypeError(`${name}: expected ${expected}`);
}

/** A part of the state as it stands in a route; HTML's languages are more than ours. */
export function parameter(name, value) {
  if (!value) return [];
  if (name === "filters") return [value.replace(/^[?&]+/, "")];
  if (name === "lang") return [`lang=${value.replace(/^en\b.*/i, "en").replace(/^zh-(Hant|TW|HK|MO)\b.*/i, "zh-Hant").replace(/^zh\b(?!-Hant).*/i, "zh-Hans")}`];
  // Half a surrogate pair, which JavaScript allows in a text, has no encoding.
  return [`${name}=${encodeURIComponent(value.replace(/[\ud800-\udfff]/gu, "\ufffd"))}`];
}

export function without(state, name) {
  const rest = { ...state, [name]: "" };
  return { ...rest, route: joined(rest) };
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
