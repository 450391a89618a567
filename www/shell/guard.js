// Stands between scripts and the module, at the end of the glue that wasm-bindgen writes (xtask/src/glue.rs puts it there).
// It checks what scripts give, before the module is called; it keeps freed explorers from the module; and it tells when the
// module has broken. Of the glue it uses `Explorer`, `__wbg_instance_id` and `__wbg_reset_state`.

/** No text that the site ships and no route of a reader is nearly as long; a longer one may not fit into the module. */
const LONGEST = 1 << 20;
/** How many calls of the module are at work. */
let calls = 0;

/** An instance's exports. An exception that comes out of one, whatever its name, leaves the instance's stack and borrows as
    they were. So the first one is the last: later calls are refused, and `Explorer.onfault` hears of it in its own task. */
function watched(exports) {
  let fault = null;
  let told = false;
  const tell = () => {
    if (told || !Explorer.onfault) return;
    told = true;
    setTimeout(Explorer.onfault, 0, fault.error);
  };
  const watch = (call) => (...given) => {
    calls += 1;
    try {
      if (!fault) return call(...given);
    } catch (error) {
      fault = { error };
    } finally {
      calls -= 1;
    }
    tell();
    throw fault.error;
  };
  const all = Object.entries(exports).map(([name, it]) => [name, typeof it === "function" ? watch(it) : it]);
  return Object.fromEntries(all);
}

/** Promises a fresh instance, in which all begins again. Explorers of the earlier one are none any more, and parts are to be added anew. */
Explorer.fresh = __wbg_reset_state;

/** Whether this is an explorer of the instance that is at work now. */
function lives(explorer) {
  return explorer instanceof Explorer && explorer.__wbg_ptr && explorer.__wbg_inst === __wbg_instance_id;
}

/** Keeps every other one from the module. */
function alive(explorer) {
  if (!lives(explorer)) throw new Error("minsheng: this explorer was freed, or its module has begun again");
}

/** Whether an explorer is freed now. The module cannot free what is at work, as it is while a page hears of an event: then
    it is freed in a task of its own. */
function ends(explorer) {
  if (calls > 0) setTimeout(() => explorer.free());
  return calls === 0 && lives(explorer);
}

function refuse(name, expected) {
  throw new TypeError(`${name}: expected ${expected}`);
}

function asText(given, name) {
  if (typeof given !== "string" || given.length > LONGEST) refuse(name, `a string of at most ${LONGEST} characters`);
  return given;
}

function asTruth(given, name) {
  return typeof given === "boolean" ? given : refuse(name, "a boolean");
}

/** Not by `instanceof`: an element of another frame is an element too, and a proxy of one is none. */
function asElement(given, name) {
  try {
    Element.prototype.hasAttributes.call(given);
    return given;
  } catch {
    return refuse(name, "an element");
  }
}

/** A copy of an object's own fields. Its getters and traps run here, and may throw. */
function fields(given, name, read) {
  if (typeof given !== "object" || given === null || Array.isArray(given)) refuse(name, 'an object such as {q: "床位"}');
  const said = Object.entries(given).filter(([, value]) => value !== undefined);
  return Object.fromEntries(said.map(([field, value]) => [field, read(value, `${name}: ${field}`)]));
}

function asFrame(given, name) {
  return given === undefined || given === null ? undefined : fields(given, name, asText);
}

/** The module says what is wrong with a value that is neither text nor a list. */
function asQuery(given) {
  const list = (values, name) => Array.from(values, (value) => asText(value, name));
  const read = (value, name) => (Array.isArray(value) ? list(value, name) : typeof value === "string" ? asText(value, name) : null);
  return fields(given, "search", read);
}
